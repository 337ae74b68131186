import { countedFromFirst, laterOf, numberOf, spanOf } from "../../src/chair-rotation/calendar.ts";
import type { Seat } from "../../src/chair-rotation/forecast/explanation.ts";
import { reckon } from "../../src/chair-rotation/forecast/reckoning.ts";
import { firstStanding, type Standing } from "../../src/chair-rotation/forecast/standing.ts";
import { copyOf, enter, heirIn, type RosterFact } from "../../src/chair-rotation/members.ts";
import { deputyLeft } from "../../src/chair-rotation/office-on.ts";
import type { OpenedRotation, ServedTerm } from "../../src/chair-rotation/state.ts";
import type { Step } from "./histories.ts";

/** A turn that a void swap left owed, and how many terms had begun by then. */
export type LeftOwed = { obligation: string; unit: string; passed: number; begun: number };

/** What the void swaps of a step leave owed. */
export function leftOwedIn({ before, events }: Step): LeftOwed[] {
  let begun = before.served.length;
  return events.flatMap(({ type, data }) => {
    if ("startsOn" in data) begun += 1;
    if (type !== "SwapVoided" || !data.owed || !data.a || !data.b) return [];
    const [a, b] = [data.a, data.b].map(({ term }) => numberOf(before.calendar, term) ?? 0);
    const [passed, unit] = (a ?? 0) < (b ?? 0) ? [a ?? 0, data.a.unit] : [b ?? 0, data.b.unit];
    return [{ ...data.owed, unit, passed, begun }];
  });
}

/**
 * The rotation as if nothing were kept of the terms that have begun: order, pointer, lap and debts are reckoned from the
 * first term, each with what was known when it began. It also gives whose turn each of those terms was.
 */
export function fromTheBeginning(
  state: OpenedRotation,
  owed: readonly LeftOwed[],
): { state: OpenedRotation; seats: Seat[] } {
  const { opening, served, obligations, facts, firstRoster } = state;
  const calendar = countedFromFirst(state.calendar);
  const standing = firstStanding(opening);
  let pending = [...facts];
  const seats = served.map((term) => {
    const { number, startsOn, begunOn, seq } = term;
    const day = laterOf(startsOn, begunOn);
    const known = (fact: RosterFact) => fact.seq < seq;
    const roster = copyOf(firstRoster);
    for (const fact of facts) if (known(fact) && fact.on <= day) enter(roster, fact);
    leave(standing, owed, { begun: number, served, state });
    const span = spanOf(calendar, number) ?? { number, term: term.term, startsOn, endsOn: startsOn };
    const decided = new Map([[number, term.decided.filter((one) => one.seq < seq)]]);
    const placed = pending.filter((fact) => known(fact) && fact.on <= day);
    pending = pending.filter((fact) => !placed.includes(fact));
    const before = knownBefore(state, term);
    const { seat } = reckon(
      { decisions: decided, obligations, opening, overlays: state.overlays },
      {
        standing,
        span: { ...span, startsOn },
        day,
        roster,
        pending: placed,
      },
      () => deputyLeft(before, day),
    );
    if (standing.isPreviousOpen && term.chair === undefined) {
      standing.opened -= 1;
      standing.isPreviousOpen = false;
    }
    return seat;
  });
  leave(standing, owed, { begun: served.length, served, state });
  const start = {
    standing,
    pending,
    roster: firstRoster,
    rosterFacts: 0,
    near: { roster: firstRoster, facts: 0 },
  };
  return { state: { ...state, ...start }, seats };
}

/** The debts of swaps that became void after so many terms had begun, for the heirs by what the order knew then. */
function leave(
  standing: Standing,
  owed: readonly LeftOwed[],
  { begun, served, state }: { begun: number; served: readonly ServedTerm[]; state: OpenedRotation },
) {
  const last = served[begun - 1];
  for (const { begun: at, obligation, unit, passed } of owed) {
    if (at !== begun || !last || state.obligations.get(obligation)?.status === "broken") continue;
    const roster = copyOf(state.firstRoster);
    const day = laterOf(last.startsOn, last.begunOn);
    for (const fact of state.facts) if (fact.on <= day) enter(roster, fact);
    standing.debts.push({ obligation, unit: heirIn(roster, unit), passed });
  }
}

/** The rotation with what was known of the office when a term began. */
function knownBefore(state: OpenedRotation, { number, seq }: ServedTerm): OpenedRotation {
  const isKnown = (one: { seq: number }) => one.seq < seq;
  const served = state.served.slice(0, number).map((term) => ({ ...term, acts: term.acts.filter(isKnown) }));
  const near = { roster: state.firstRoster, facts: 0 };
  const first = { roster: state.firstRoster, rosterFacts: 0, near };
  return { ...state, ...first, served, facts: state.facts.filter(isKnown) };
}
