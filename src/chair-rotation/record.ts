import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import { addDays, type CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { laterOf, numberOf } from "./calendar.ts";
import { keepCustody } from "./custody-on.ts";
import { copyOf, enter, joins, type RosterFact } from "./members.ts";
import type { RosterEvent } from "./messages.ts";
import { addToNear, insert, isApartFrom, objectionToFact, placeAfter, rosterOn } from "./roster-on.ts";
import { type Decided, decidedOf, type OpenedRotation, type TermDecision } from "./state.ts";
import type { TermId } from "./words.ts";

/** The number of a term that an event names; the event cannot have happened where the calendar has no such term. */
export function numberIn({ calendar }: Pick<OpenedRotation, "calendar">, term: TermId): number {
  return numberOf(calendar, term) ?? contradiction(`term ${JSON.stringify(term)} is unknown`);
}

/** Counts one more event. */
export function nextSeq(state: OpenedRotation): number {
  state.seq += 1;
  return state.seq;
}

/** The day on which a fact acts: its own day or, where that day is closed, the first day that is open. */
export const effectiveDay = ({ doneOn }: Pick<OpenedRotation, "doneOn">, own: CivilDate): CivilDate =>
  doneOn === undefined ? own : laterOf(own, addDays(doneOn, 1));

/** The day that a fact gives itself. The day on which a unit leaves is its last one. */
export function ownDay({ type, data }: RosterEvent): CivilDate {
  switch (type) {
    case "UnitJoinedRotation":
      return data.joinedOn;
    case "UnitLeftRotation":
      return addDays(data.leftOn, 1);
    case "UnitRenamedInRotation":
      return data.renamedOn;
    case "UnitSuspendedFromRotation":
      return data.suspendedOn;
    case "UnitReinstatedInRotation":
      return data.reinstatedOn;
    case "UnitsMergedInRotation":
      return data.mergedOn;
    case "UnitSplitInRotation":
      return data.splitOn;
  }
}

/** A fact about the members takes its place among the others by its day. A fact that does not fit is impossible. */
export function recordFact(state: OpenedRotation, event: RosterEvent) {
  const fact: RosterFact = { on: effectiveDay(state, ownDay(event)), seq: state.seq + 1, event };
  const isApart = isApartFrom(state.facts.slice(placeAfter(state.facts, fact.on)), fact);
  // The same before and after all later facts, so it is entered at once: copies would make a long log quadratic.
  const objection = isApart ? enter(state.lastRoster, fact)?.rejection : objectionToFact(state, fact);
  if (objection) contradiction(`it does not fit on its day: ${objection.type}`);
  nextSeq(state);
  insert(state.facts, fact);
  insert(state.pending, fact);
  addToNear(state, fact, isApart);
  if (!isApart) state.lastRoster = copyOf(rosterOn(state, state.facts.at(-1)?.on ?? fact.on));
}

/** A decision about whose turn a term is waits for that term. */
export function recordDecision(state: OpenedRotation, event: TermDecision) {
  const number = numberIn(state, event.data.term);
  const decided: Decided = { seq: nextSeq(state), event };
  const begun = state.served[number];
  if (begun) begun.decided.push(decided);
  else state.decisions.set(number, [...(state.decisions.get(number) ?? []), decided]);
}

/** Whether the same decision is kept already. */
export function isKept(state: OpenedRotation, { type, data }: TermDecision): boolean {
  const decided = decidedOf(state, numberOf(state.calendar, data.term));
  return decided.some(({ event }) => event.type === type && same(event.data, data));
}

/** Something was done in the office: that day and all days before it are closed. */
export function closeDay(state: OpenedRotation, day: CivilDate) {
  if (state.doneOn !== undefined && day < state.doneOn) return;
  keepCustody(state, day);
  state.doneOn = day;
  for (
    let fact = state.facts[state.rosterFacts];
    fact && fact.on <= day;
    fact = state.facts[state.rosterFacts]
  ) {
    enter(state.roster, fact);
    state.rosterFacts += 1;
  }
}

/** Whether the unit is or was in the rotation, or is known to come. */
export function isKnown({ standing, facts, lastRoster }: OpenedRotation, unit: UnitId): boolean {
  return (
    lastRoster.members.has(unit) ||
    lastRoster.ended.has(unit) ||
    standing.keys.has(unit) ||
    facts.some(({ event }) => joins(event, unit))
  );
}

/** For events: the unit is known, or the event cannot have happened. */
export function knownUnit(state: OpenedRotation, unit: UnitId) {
  if (!isKnown(state, unit)) contradiction(`unit ${JSON.stringify(unit)} is unknown`);
}
