import * as z from "zod/mini";
import { type Difference, differencesBetween } from "../../evidence/differences.ts";
import type { Decision } from "../../kernel/decision.ts";
import { ImpossibleEvent } from "../../kernel/errors.ts";
import { check } from "../../kernel/input.ts";
import { list } from "../../kernel/list.ts";
import { type Problem, thrownText } from "../../kernel/problem.ts";
import type { CommandMetadata, Sent } from "../../kernel/recorded.ts";
import { same } from "../../kernel/same.ts";
import { type CivilDate, Instant } from "../../kernel/time.ts";
import { ballot } from "../ballot.ts";
import { BallotCommand, BallotEvent, type BallotRejection } from "../messages.ts";
import { objectionToTerms } from "../opening.ts";
import { lastCall } from "../run-off-calls.ts";
import type { Ballot } from "../state.ts";

/** What is wrong with the log of a ballot, as coded data. `event` is the place in the log, from 1. */
export type LogFinding =
  /** It is no list of events, or has more than 100,000. */
  | { type: "LogUnreadable"; data: { problems: readonly Problem[] } }
  /** It has no event, and so nothing that could be verified. */
  | { type: "LogEmpty"; data: Record<never, never> }
  | { type: "EventUnreadable"; data: { event: number; problems: readonly Problem[] } }
  /** The ballot cannot have this event at this place: `audit` says the same. Nothing after it is looked at. */
  | { type: "EventImpossible"; data: { event: number; name: string; reason: string } }
  /**
   * No command that the ballot would have accepted at this place gives this event. `refusal`: what the ballot answers
   * to the one command that says the same, where there is only one. Nothing is looked at after terms that no ballot
   * opens on.
   */
  | { type: "EventUnfounded"; data: { event: number; name: string; refusal?: BallotRejection } }
  /**
   * This event is due at this place, but it says something else: another quorum, result, tie or certificate.
   * `published` is what the log says, `recounted` what is due.
   */
  | { type: "EventDiffers"; data: { event: number; name: string; differences: readonly Difference[] } }
  /** The ballot repeats one that, by the log of that one, was not annulled on this day. */
  | { type: "RepeatUnfounded"; data: { ballot: string; annulledOn: string } }
  /** What follows by itself is not in the log, such as a discrepancy or a proxy that has ended. */
  | { type: "EventMissing"; data: { event: number; name: string } };

const Log = list(z.unknown(), { max: 100_000 });
const findingsMax = 20;

/** An event of a log, with the moment of its envelope, where it has one. */
type Read = { event: BallotEvent; now: Date };

/** What the ballot decides on a command, and how many of the event's fields the command has. */
type Tried = { decision: Decision<BallotEvent, BallotRejection>; fields: number };
type Refused = { refusal: BallotRejection; fields: number };

/** The last moment that there is: an event without an envelope may have been recorded at any time. */
const endOfTime = new Date("9999-12-31T16:59:59.999Z");

/**
 * Decides a whole log again and names everything in it that the ballot would not have recorded. For each event, the
 * command is looked for that gives it in the state before it. So figures, quorum, result, each step of a tie and each
 * certificate are worked out anew, and every rule of the ballot is asked, whatever its form. Only what people gave is
 * taken from the log as it stands: terms, names, papers, tallies, days and drawn values.
 *
 * It takes any input and never throws. It ends at the twentieth finding: whoever reads a forged log knows enough then.
 * The rules are those of this version of the library.
 */
export function retrace(log: unknown): LogFinding[] {
  const events = check(Log, log);
  if (!events.ok) return [{ type: "LogUnreadable", data: { problems: events.problems } }];
  if (events.value.length === 0) return [{ type: "LogEmpty", data: {} }];
  const read = events.value.map(readEvent);
  const unreadable = read.flatMap((one, at): LogFinding[] =>
    "problems" in one ? [{ type: "EventUnreadable", data: { event: at + 1, problems: one.problems } }] : [],
  );
  if (unreadable.length > 0) return unreadable.slice(0, findingsMax);
  return decidedAgain(read.flatMap((one) => ("event" in one ? [one] : [])));
}

function decidedAgain(events: readonly Read[]): LogFinding[] {
  const findings: LogFinding[] = [];
  let state: Ballot = ballot.initialState();
  let at = 0;
  while (at < events.length && findings.length < findingsMax) {
    const step = nextStep(state, events, at);
    findings.push(...step.findings);
    for (const { event } of events.slice(at, at + step.events)) {
      const next = evolved(state, event);
      at += 1;
      if ("reason" in next) {
        const { reason } = next;
        return [
          ...findings.filter(({ type, data }) => type !== "EventUnfounded" || data.event !== at),
          { type: "EventImpossible", data: { event: at, name: event.type, reason } },
        ];
      }
      state = next.state;
      if (isOnFaultyTerms(event)) return findings;
    }
  }
  return findings;
}

/** Terms that no ballot opens on may be such that no papers are counted by them within a day. */
function isOnFaultyTerms({ type, data }: BallotEvent): boolean {
  return (type === "BallotOpened" || type === "BallotRevised") && objectionToTerms(data) !== undefined;
}

/** Whether a repeat follows a ballot that was annulled, by the log of that ballot. */
export function againstBefore(log: unknown, before: unknown): LogFinding[] {
  return (eventsOf(log) ?? []).flatMap(({ type, data }) => {
    const follows = type === "BallotOpened" || type === "BallotRevised" ? data.follows : undefined;
    if (follows?.kind !== "revote" || isAnnulled(before, follows.annulledOn)) return [];
    const { ballot: id, annulledOn } = follows;
    return [{ type: "RepeatUnfounded", data: { ballot: id, annulledOn } }];
  });
}

function isAnnulled(log: unknown, on: CivilDate): boolean {
  let state: Ballot = ballot.initialState();
  for (const event of eventsOf(log) ?? []) {
    const next = evolved(state, event);
    if ("reason" in next) return false;
    state = next.state;
  }
  return state.status === "annulled" && state.annulment.annulledOn === on;
}

/** The events of a log without their envelopes; `undefined` where one of them, or the list, cannot be read. */
export function eventsOf(log: unknown): BallotEvent[] | undefined {
  const events = check(Log, log);
  if (!events.ok) return undefined;
  const read = events.value.map(readEvent);
  const known = read.flatMap((one) => ("event" in one ? [one.event] : []));
  return known.length === read.length ? known : undefined;
}

function readEvent(recorded: unknown): Read | { problems: readonly Problem[] } {
  try {
    return readParts(recorded);
  } catch (error) {
    // A getter or a proxy of its own threw.
    return { problems: [{ field: "", rule: "plainData", value: thrownText(error) }] };
  }
}

function readParts(recorded: unknown): Read | { problems: readonly Problem[] } {
  const { metadata, ...event }: { metadata?: unknown } =
    typeof recorded === "object" && recorded !== null ? { ...recorded } : {};
  const read = check(BallotEvent, event);
  if (!read.ok) return { problems: read.problems };
  const instant = check(Instant, (metadata as { recordedAt?: unknown } | undefined)?.recordedAt);
  return { event: read.value, now: instant.ok ? new Date(instant.value) : endOfTime };
}

/** How many events of the log one command accounts for, and what is wrong with them. */
function nextStep(
  state: Ballot,
  log: readonly Read[],
  at: number,
): { events: number; findings: LogFinding[] } {
  const recorded = (index: number) => log[at + index]?.event;
  const here = log[at];
  if (here === undefined) return { events: 0, findings: [] };
  const first = here.event;
  let nearest: readonly BallotEvent[] | undefined;
  const refused: Refused[] = [];
  for (const { decision, fields } of decisionsFor(state, here)) {
    if (!decision.ok) refused.push({ fields, refusal: decision.rejection });
    if (!decision.ok || decision.events[0]?.type !== first.type) continue;
    const { events } = decision;
    if (events.every((event, index) => same(event, recorded(index))))
      return { events: events.length, findings: [] };
    nearest ??= events;
  }
  if (nearest !== undefined) return compared(nearest, recorded, at);
  const data = { event: at + 1, name: first.type, ...refusalIn(refused) };
  return { events: 1, findings: [{ type: "EventUnfounded", data }] };
}

/** The refusal of the command that says the most of what the event says; none where several say as much. */
function refusalIn(refused: readonly Refused[]): { refusal?: BallotRejection } {
  const most = Math.max(1, ...refused.map(({ fields }) => fields));
  const [one, ...others] = refused.filter(({ fields }) => fields === most);
  return one && others.length === 0 ? { refusal: one.refusal } : {};
}

/** The events that are due against those of the log, up to the first one that is missing. */
function compared(
  due: readonly BallotEvent[],
  recorded: (index: number) => BallotEvent | undefined,
  at: number,
) {
  const findings: LogFinding[] = [];
  for (const [index, event] of due.entries()) {
    const found = recorded(index);
    const place = { event: at + index + 1, name: event.type };
    if (found?.type !== event.type) {
      findings.push({ type: "EventMissing", data: place });
      return { events: index, findings };
    }
    const differences = differencesBetween(found.data, event.data);
    if (differences.length > 0) findings.push({ type: "EventDiffers", data: { ...place, differences } });
  }
  return { events: due.length, findings };
}

/** What each command that fits the event decides in this state. */
function* decisionsFor(state: Ballot, { event, now }: Read): Generator<Tried> {
  const said = new Map(Object.entries(fieldsOf(state, event)));
  const metadata: CommandMetadata = { now, commandId: "retrace", actor: "verifier" };
  for (const type of BallotCommand.types) {
    if (!ballot.during.get(type)?.includes(state.status)) continue;
    const schema = BallotCommand.data[type];
    const fields = Object.keys(schema.shape).flatMap((key) => (said.has(key) ? [[key, said.get(key)]] : []));
    const read = check(BallotCommand, { type, data: Object.fromEntries(fields) });
    if (!read.ok) continue;
    const decision = decidedOn({ ...read.value, metadata }, state);
    if (decision) yield { decision, fields: fields.length };
  }
}

/** After an event that is unfounded, the ballot may hold papers that no rule of a count can read. */
function decidedOn(command: Sent<BallotCommand>, state: Ballot): Tried["decision"] | undefined {
  try {
    return ballot.decide(command, state);
  } catch {
    return undefined;
  }
}

/**
 * What people gave to an event, under the names that its command has for it. An event has the fields of its command;
 * only where a tie is broken, they are in what broke it, and the outcome says whom the chair elected.
 */
function fieldsOf(state: Ballot, { type, data }: BallotEvent): object {
  if (!("ladder" in state) || (type !== "TieStepTaken" && type !== "RunOffCorrected")) return data;
  const { ladder, climbs, outcome } = state;
  const by = type === "TieStepTaken" ? data.by : { kind: "runOff" as const, ...data };
  const elected = data.outcome.elected.filter((unit) => !outcome.elected.includes(unit));
  if (by.kind !== "runOff") return { elected, ...by, ...data };
  const known = climbs.runOffs.findLast((one) => one.ballot === by.ballot)?.call ?? ladder.calledAs;
  const call = known ?? lastCall(climbs, ladder)?.call ?? 1;
  return { ...by, ...data, ...(call > 1 && { call }) };
}

function evolved(state: Ballot, event: BallotEvent): { state: Ballot } | { reason: string } {
  try {
    return { state: ballot.evolve(state, event) };
  } catch (error) {
    return { reason: error instanceof ImpossibleEvent ? error.reason : thrownText(error) };
  }
}
