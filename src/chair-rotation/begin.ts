import { contradiction } from "../kernel/errors.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { countFrom, laterOf, type Span, spanOf } from "./calendar.ts";
import { overlaid } from "./forecast/overlays.ts";
import { deputyBefore, reckon } from "./forecast/reckoning.ts";
import type { ChairRotationEvent } from "./messages.ts";
import { closeDay, nextSeq, numberIn } from "./record.ts";
import { rosterOn } from "./roster-on.ts";
import { type OpenedRotation, policyAt, runningNumber } from "./state.ts";
import type { TermId } from "./words.ts";

type Begun = {
  term: TermId;
  startsOn: CivilDate;
  begunOn: CivilDate;
  chair?: UnitId | undefined;
  turnOf?: UnitId | undefined;
  deputy?: UnitId | undefined;
  event: ChairRotationEvent;
};

/**
 * A term begins: whose turn it is becomes a fact, by the members of that day, and the order goes on after it. A turn
 * that was owed is honoured, whoever sits in it.
 */
export function begin(state: OpenedRotation, begun: Begun) {
  const span = expectNext(state, begun.term);
  const { number } = span;
  const day = laterOf(begun.startsOn, begun.begunOn);
  const { standing, pending } = state;
  const term = { standing, pending, span, day, roster: rosterOn(state, day) };
  const row = reckon(state, term, deputyBefore(state, term));
  if (state.standing.isPreviousOpen && begun.chair === undefined) nobodyWasChosen(state.standing);
  const isAnybody = policyAt(state, number).substitutes === "anybody";
  const { laid, vacantFrom } = overlaid(row, state.overlays.get(number), isAnybody);
  state.served.push({
    ...begun,
    number,
    seq: nextSeq(state),
    vacantFrom: vacantFrom !== undefined && vacantFrom > begun.begunOn ? vacantFrom : undefined,
    nominal: begun.turnOf === undefined ? row.seat : { kind: "unit", unit: begun.turnOf },
    because: [...row.because, ...laid.map(({ event }) => ({ kind: "event", event }) as const)],
    laid: laid.map(({ kind }) => kind),
    // An array of its own: the term goes on with it, and the state before may still have the other one.
    decided: [...(state.decisions.get(number) ?? [])],
    acts: [],
  });
  state.decisions.delete(number);
  countFrom(state.calendar, number);
  closeDay(state, begun.begunOn);
  settleObligations(state, number, row.debt);
}

/** For events: the days of the next term, if that is the one named; else the event cannot have happened. */
export function expectNext(state: OpenedRotation, term: TermId): Span {
  const number = numberIn(state, term);
  if (number !== runningNumber(state) + 1) contradiction(`term ${JSON.stringify(term)} is not the next one`);
  return spanOf(state.calendar, number) ?? contradiction(`term ${JSON.stringify(term)} is unknown`);
}

/** Elected in rotation: an open term uses up one of those who stand, but a term that begins vacant takes nobody's turn. */
function nobodyWasChosen(standing: OpenedRotation["standing"]) {
  standing.opened -= 1;
  standing.isPreviousOpen = false;
}

/** What was owed for the term is honoured; a skip that passed nobody owes nothing. */
function settleObligations(state: OpenedRotation, number: number, honoured: string | undefined) {
  const { obligations, standing, served } = state;
  const owed = new Set(standing.debts.map(({ obligation }) => obligation));
  for (const { event } of served[number]?.decided ?? []) {
    if (event.type !== "TurnSkipped" && event.type !== "TurnDeclined") continue;
    const id = event.data.owed?.obligation;
    if (id !== undefined && !owed.has(id) && obligations.get(id)?.status === "open") obligations.delete(id);
  }
  const taken = honoured === undefined ? undefined : obligations.get(honoured);
  if (taken?.status === "open") taken.status = "honoured";
}
