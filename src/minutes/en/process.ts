import type { Outcome, Place, ProcessEvent, ProcessRejection } from "../../process/messages.ts";
import type { OwnPhrases, Phrases } from "../language.ts";

export const processStatusesEn = { blank: "not yet begun", running: "running" };

const placeEn = ({ stream, version }: Place) => `event ${version} of “${stream}”`;

function outcomeEn(outcome: Outcome): string {
  switch (outcome.kind) {
    case "carried": {
      const { stream, from, to } = outcome;
      return from === to
        ? `was carried out (${placeEn({ stream, version: from })})`
        : `was carried out (events ${from} to ${to} of “${stream}”)`;
    }
    case "void":
      return "changed nothing, because it was so already";
    case "refused":
      return `was refused (${outcome.rejection.type})`;
    case "invalid":
      return `could not be carried out, because the command does not have its form (problems: ${outcome.problems.length})`;
    case "stopped":
      return `was stopped, because more than ${outcome.wantsMax} wants follow from one command`;
    case "skipped":
      return `is not carried out by decision of “${outcome.by}”; reason: ${outcome.reason}`;
  }
}

export const processEventsEn: Phrases<ProcessEvent> = {
  ProcessBegun: ({ process, version, since }, say) =>
    `Process “${process}” began in version ${version}; it answers ${say.list(
      since.map(({ type, after }) =>
        after ? `${type} after ${placeEn(after)}` : `${type} from the beginning`,
      ),
    )}.`,
  EventAnswered: ({ event, stream, wants, root }, say) =>
    `Event “${event}” of “${stream}”, caused by command “${root}”: ${
      wants.length === 0
        ? "nothing follows"
        : `wanted are ${say.list(wants.map(({ aggregate, id, command }) => `${command.type} (${aggregate} “${id}”)`))}`
    }.`,
  EventSkipped: ({ event, stream, by, reason }) =>
    `“${by}” had event “${event}” of “${stream}” passed over; reason: ${reason}.`,
  WantSettled: ({ want, outcome }) => `Want “${want}” ${outcomeEn(outcome)}.`,
  WantReopened: ({ want, by, reason }) => `“${by}” had want “${want}” tried again; reason: ${reason}.`,
  MatterSettled: ({ by, reason }) => `“${by}” settled an open matter; reason: ${reason}.`,
  MatterReopened: ({ by, reason }) => `“${by}” opened a settled matter again; reason: ${reason}.`,
};

export const processRejectionsEn: OwnPhrases<ProcessRejection> = {
  WantUnknown: ({ want }) => `The process has no want “${want}”.`,
  WantDone: ({ want }) => `Want “${want}” is settled, so it is neither skipped nor tried again.`,
  EventTaken: ({ event }) => `The process has answered event “${event}”.`,
  MatterNotOpen: () => "The matter is not open any more, or has changed: look at it again.",
  MatterNotSettled: () => "Nobody has settled the matter, so it is not opened again.",
};
