import { laterOf } from "../../src/chair-rotation/calendar.ts";
import type { ChairRotationEvent, RosterEvent } from "../../src/chair-rotation/messages.ts";
import { addDays, type CivilDate } from "../../src/kernel/time.ts";
import type { Life, Step } from "./histories.ts";

/** The day that a fact about the members gives itself, as a command or as an event; undefined of anything else. */
export function ownDayOf({ data }: { data: object }): CivilDate | undefined {
  const { joinedOn, leftOn, renamedOn, suspendedOn, reinstatedOn, mergedOn, splitOn } = data as Record<
    string,
    CivilDate | undefined
  >;
  const afterLast = leftOn === undefined ? undefined : addDays(leftOn, 1);
  return joinedOn ?? afterLast ?? renamedOn ?? suspendedOn ?? reinstatedOn ?? mergedOn ?? splitOn;
}

/** The day of what was done in the office; undefined for a fact or a decision. `running` is the term that runs. */
function dayOfAct({ type, data }: ChairRotationEvent, running: string | undefined): CivilDate | undefined {
  switch (type) {
    case "ChairHandedOver":
      return data.handedOverOn;
    case "ChairInstalled":
      return data.installedOn;
    case "VacantTermBegun":
      return data.begunOn;
    case "TermVacated":
      return data.term === running ? data.from : undefined;
    case "ActingChairAppointed":
      return data.from;
    case "ActingChairEnded":
      return data.endedOn;
    case "FlagReceived":
      return data.receivedOn;
    case "FlagLost":
      return data.lostOn;
    case "FlagFound":
      return data.foundOn;
    case "FlagReplaced":
      return data.flag.issuedOn;
    default:
      return undefined;
  }
}

export const beginnings: ReadonlySet<string> = new Set([
  "ChairHandedOver",
  "ChairInstalled",
  "VacantTermBegun",
]);

/** A fact with the day on which it acts, worked out from the log alone. */
export type DatedFact = { on: CivilDate; at: number; event: RosterEvent };
/** A step with the last day that was closed before it, and the fact that it records, if any. */
export type DatedStep = Step & { closed: CivilDate | undefined; isAct: boolean; fact?: DatedFact };

/** The steps of a life with their days. A chair that is named by the opening has closed the first day. */
export function datedSteps({ steps }: Life): DatedStep[] {
  const { opening } = steps[0]?.before ?? {};
  let closed = opening?.chair === undefined ? undefined : opening.calendar.startsOn;
  return steps.map((step, at) => {
    const before = closed;
    const running = step.before.served.at(-1)?.term;
    const acts = step.events.flatMap((event) => dayOfAct(event, running) ?? []);
    for (const day of acts) closed = closed === undefined ? day : laterOf(closed, day);
    const event = step.events.find((one) => ownDayOf(one) !== undefined) as RosterEvent | undefined;
    // The command says the day; what is recorded of it may be wrong.
    const own = ownDayOf(step.command);
    const dated = { ...step, closed: before, isAct: acts.length > 0 };
    if (!event || own === undefined) return dated;
    const on = before === undefined ? own : laterOf(own, addDays(before, 1));
    return { ...dated, fact: { on, at, event } };
  });
}

/** The facts of a life by their days; of two facts of one day the one that was recorded first comes first. */
export const factsOf = (steps: readonly DatedStep[]): DatedFact[] =>
  steps
    .flatMap(({ fact }) => fact ?? [])
    .sort((a, b) => (a.on === b.on ? a.at - b.at : a.on < b.on ? -1 : 1));
