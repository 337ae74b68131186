import { BallotCommand, type BallotEvent } from "../../src/ballot/messages.ts";
import { salt } from "../evidence/box.ts";
import {
  exchanged,
  type Forger,
  forged,
  log,
  oneOf,
  otherTerms,
  rivals,
  strangers,
  withEvent,
  without,
} from "./forgery.ts";
import { goingOn, recordOf } from "./published.ts";

/** Forgeries of the log, by kind. The record goes with the log, as far as it can. */
export const forgeriesOfLogs: { readonly [kind: string]: Forger } = {
  "another unit is elected in the record and in the log": (honest, [die]) => {
    const pair = rivals(honest, die);
    if (!pair) return undefined;
    const events = honest.events.map((event) =>
      "outcome" in event.data
        ? ({
            ...event,
            data: { ...event.data, outcome: exchanged(event.data.outcome, ...pair) },
          } as BallotEvent)
        : event,
    );
    const { figures, outcome } = honest.result;
    return forged(honest, { events, result: { figures, outcome: exchanged(outcome, ...pair) } });
  },
  "other figures in the log": (honest, [die, other]) =>
    log(
      honest,
      withEvent(honest, "BallotCounted", ({ data: { lines, figures } }) =>
        die % 2 === 0
          ? { figures: { ...figures, present: figures.present + 1 } }
          : {
              lines: lines.map((line, at) =>
                at === other % lines.length ? { ...line, for: line.for + 1 } : line,
              ),
            },
      ),
    ),
  "strangers sign the certificate in the log": (honest, [die, other]) => {
    const signatories = die % 2 === 0 ? strangers : [...honest.tellers.slice(0, 1), ...strangers];
    return log(
      honest,
      withEvent(honest, other % 2 === 0 ? "BallotCertified" : "BoxSealed", () => ({ signatories })),
    );
  },
  "a box that is stuffed in the log": (honest, [die]) =>
    log(
      honest,
      withEvent(honest, "BoxOpened", ({ data }) => ({
        papers: data.papers.map((group, at) =>
          at === die % data.papers.length ? { ...group, papers: group.papers + 1 + (die % 20) } : group,
        ),
      })),
    ),
  "a late seal": (honest, [die]) => {
    const at = honest.events.findIndex(({ type }) => type === "BoxSealed");
    const seal = honest.events[at];
    const opening = honest.events.findIndex(({ type }) => type === "BoxOpened");
    if (!seal || opening < 0) return undefined;
    const rest = honest.events.toSpliced(at, 1);
    const later = opening + (die % (rest.length - opening + 1));
    return log(honest, rest.toSpliced(later, 0, seal));
  },
  "no seal in the log": (honest) => log(honest, without(honest, ["BoxSealed"], 0)),
  "another seal in the log": (honest, [die]) =>
    log(
      honest,
      withEvent(honest, "BoxSealed", ({ data }) =>
        die % 3 === 0 ? { sealed: data.sealed - 1 } : { root: salt(`another root ${die}`) },
      ),
    ),
  "terms revised after the first paper": (honest, [die, other]) => {
    const issued = honest.events.findIndex(({ type }) => type === "PaperIssued");
    if (issued < 0) return undefined;
    const terms = otherTerms(honest.terms, die);
    const revised: BallotEvent = { type: "BallotRevised", data: terms };
    const at = issued + 1 + (other % (honest.events.length - issued));
    return forged(honest, { terms, events: honest.events.toSpliced(at, 0, revised) });
  },
  "a quorum made up": (honest, [die]) =>
    log(
      honest,
      withEvent(honest, "VotingOpened", ({ data }) =>
        die % 2 === 0 ? { present: data.present + 1 + (die % 5) } : { needed: data.needed - 1 },
      ),
    ),
  "a paper for a stranger, or twice": (honest, [die, other]) => {
    const at = honest.events.findIndex(({ type }) => type === "PaperIssued");
    const again = honest.events[at];
    if (!again) return undefined;
    if (die % 2 === 0) return log(honest, honest.events.toSpliced(at + 1 + (other % 3), 0, again));
    return log(
      honest,
      withEvent(honest, "PaperIssued", () => ({ unit: "guest", receivedBy: "guest" }), other),
    );
  },
  "a missing reading or tally": (honest, [die]) =>
    log(
      honest,
      without(
        honest,
        ["BoxOpened", "PapersRecounted", "TallySubmitted", "DiscrepancyFound", "BoxClosed"],
        die,
      ),
    ),
  "another certificate": (honest, [die]) => {
    const changes = [
      { certification: 2 },
      { supersedes: 1 },
      { seats: 3 },
      { nominees: ["guest"] },
      { form: "showOfHands" },
      { bylawsVersion: 9 },
      { brokenBy: [{ kind: "seniority" }] },
      { purpose: { kind: "deputyChair" } },
      { complaintsUntil: "2022-01-01" },
      { tellers: { head: { name: "Ai đó" }, members: [{ name: "Người khác" }] } },
      { count: undefined },
    ];
    return log(
      honest,
      withEvent(honest, "BallotCertified", ({ data }) => {
        const change = oneOf(changes, die) ?? {};
        return JSON.stringify({ ...data, ...change }) === JSON.stringify(data) ? { seats: 3 } : change;
      }),
    );
  },
  "an annulled ballot": (honest, [die]) => {
    const [ground, annulledOn] = [oneOf(["irregularity", "authority"] as const, die), "2023-02-01"];
    if (!ground) return undefined;
    const annulled = { type: "BallotAnnulled", data: { ground, reason: "Sai", annulledOn } } as const;
    return log(honest, [...honest.events, annulled]);
  },
  "a run-off that was corrected later": (honest, [die]) => {
    const round = honest.facts.ties.findLast(({ by }) => by.kind === "runOff");
    if (round?.by.kind !== "runOff") return undefined;
    const { step, tied: still, elected: first } = round;
    const { kind: _, ...by } = round.by;
    const tied = [...still, ...first];
    const elected = tied.slice(die % tied.length, (die % tied.length) + 1);
    const result = { step, ...by, certification: 2, elected, tied: [] };
    const corrected = BallotCommand.create.RecordRunOff(result);
    return forged(honest, { events: goingOn(honest, corrected).events });
  },
  "a log that is not the one certified": (honest, [die, other]) => {
    const at = die % honest.events.length;
    const event = honest.events[at];
    const events = [
      honest.events.toSpliced(at, 1),
      event ? honest.events.toSpliced(at, 0, event) : [],
      honest.events.slice(0, at),
      honest.events.toReversed(),
    ];
    return { record: recordOf(honest), events: oneOf(events, other) ?? [] };
  },
};
