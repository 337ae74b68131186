import { expect } from "vitest";
import { laterOf, spanOf } from "../../src/chair-rotation/calendar.ts";
import { custodyOn } from "../../src/chair-rotation/custody-on.ts";
import type { ForecastTerm } from "../../src/chair-rotation/forecast/forecast.ts";
import { membersOn } from "../../src/chair-rotation/office-on.ts";
import { sittingsOf } from "../../src/chair-rotation/questions/tenures.ts";
import { rosterOn } from "../../src/chair-rotation/roster-on.ts";
import { type OpenedRotation, policyAt } from "../../src/chair-rotation/state.ts";
import { addDays, type CivilDate } from "../../src/kernel/time.ts";
import { few, type Law, type Library, saidOn } from "./dated-histories.ts";
import { type DatedFact, type DatedStep, datedSteps, factsOf } from "./days-in-log.ts";
import type { Life } from "./histories.ts";

/** The day on which a term is reckoned: its first day, or a later one on which something was done. */
export const dayOf = ({ doneOn = "" }: OpenedRotation, { startsOn }: { startsOn: CivilDate }): CivilDate =>
  laterOf(startsOn, doneOn);

/** L38: a fact changes no answer for a day, and no turn that is reckoned on a day, before its effective day. */
export const actsOnItsDay: Law = (life, library) => {
  let cases = 0;
  for (const step of datedSteps(life)) {
    const { before, after, fact, closed } = step;
    if (!fact) continue;
    const earlier = [addDays(fact.on, -1), closed, ...before.facts.map(({ on }) => on)];
    for (const day of few(earlier.filter((one) => one !== undefined && one < fact.on))) {
      expect(saidOn(after, day, library), `${day}: ${JSON.stringify(fact)}`).toBe(
        saidOn(before, day, library),
      );
      cases += 1;
    }
    cases += expectTurnsBefore(step, fact, library);
  }
  return cases;
};

function expectTurnsBefore({ before, after }: DatedStep, fact: DatedFact, { rows }: Library): number {
  const number = before.served.length + 5;
  const [was, is] = [rows(before, { number }), rows(after, { number })];
  const early = was.filter((row) => row.certainty !== "served" && dayOf(before, row) < fact.on);
  for (const row of early) {
    const [then, now] = [turnOf(row), turnOf(is[row.number])];
    // A swap of which one half falls later falls in both (L45), and with it what lies on it.
    if (isSwappedLater(before, row, fact.on)) expect(now.nominal).toEqual(then.nominal);
    else expect(now, JSON.stringify(fact)).toEqual(then);
  }
  return early.length;
}

const turnOf = ({ nominal, chair, vacantFrom }: Partial<ForecastTerm> = {}) => ({
  nominal,
  chair,
  vacantFrom,
});

/** Whether a swap of the term, or one that lies on another of its swaps, is also about a term of that day or later. */
function isSwappedLater(state: OpenedRotation, { number }: ForecastTerm, day: CivilDate): boolean {
  const bound = new Set([number]);
  for (const one of bound) for (const other of swappedWith(state, one)) bound.add(other);
  bound.delete(number);
  return [...bound].some((other) => dayOfTerm(state, other) >= day);
}

const swappedWith = ({ overlays, swaps }: OpenedRotation, number: number): number[] =>
  (overlays.get(number) ?? []).flatMap((one) => {
    const at = one.kind === "swap" ? swaps.get(one.swap)?.at : undefined;
    return at ? [at.a, at.b] : [];
  });

/** The day of reckoning of a term by its number. */
function dayOfTerm(state: OpenedRotation, number: number): CivilDate {
  const { calendar, doneOn = "" } = state;
  const span = spanOf(calendar, number);
  return laterOf(span?.startsOn ?? "", doneOn);
}

/** L39: nothing recorded later changes an answer for a closed day, nor the row of a term that has begun. */
export const pastIsClosed: Law = (life, library) => {
  let cases = 0;
  for (const { before, after, closed, isAct } of datedSteps(life)) {
    if (closed === undefined) continue;
    const begun = before.served.flatMap(({ begunOn }) => [begunOn, addDays(begunOn, 40)]);
    // What is done on the day of the last act itself goes on with that day.
    const past = [isAct ? undefined : closed, addDays(closed, -1), ...begun.toReversed()];
    for (const day of few(past.filter((one) => one !== undefined && (one < closed || !isAct)))) {
      if (day > closed) continue;
      expect(saidOn(after, day, library), day).toBe(saidOn(before, day, library));
      cases += 1;
    }
    const last = { number: before.served.length - 1 };
    const rows = (state: OpenedRotation) => library.rows(state, last).map(begunRow);
    if (last.number >= 0) expect(rows(after)).toEqual(rows(before));
  }
  return cases;
};

/** All that is told of a begun term but its end, which may still be changed while it runs. */
const begunRow = ({ endsOn: _, ...row }: ForecastTerm) => row;

/** L41: a unit is suspended on a day just if some suspension up to that day has not been lifted since. */
export const suspensionsAreFacts: Law = (life) => {
  const facts = factsOf(datedSteps(life));
  const { state } = life;
  let cases = expectSuspended(life);
  for (const { on, event } of facts) {
    if (event.type === "UnitsMergedInRotation") cases += expectHeir(state, facts, { on, ...event.data });
    if (event.type !== "UnitSuspendedFromRotation" && event.type !== "UnitReinstatedInRotation") continue;
    const { unit } = event.data;
    if (facts.some((one) => isMove(one, unit))) continue;
    for (const day of [addDays(on, -1), on, addDays(on, 1)]) {
      const isSuspended = rosterOn(state, day).members.get(unit)?.suspension !== undefined;
      expect(isSuspended, `${unit} on ${day}`).toBe(isUnlifted(facts, unit, day));
      cases += 1;
    }
  }
  return cases;
};

/** Two suspensions are two facts: each that is accepted suspends on its day, whatever else is recorded. */
function expectSuspended(life: Life): number {
  const said = [...life.saidAgain, ...life.steps].flatMap(({ command, before, after }) =>
    command.type === "SuspendFromRotation" ? [{ ...command.data, before, after }] : [],
  );
  for (const { unit, suspendedOn, before, after } of said) {
    const day = before.doneOn === undefined ? suspendedOn : laterOf(suspendedOn, addDays(before.doneOn, 1));
    expect(rosterOn(after, day).members.get(unit)?.suspension, `${unit} on ${day}`).toBeDefined();
  }
  return said.length;
}

/** Whether a suspension of the unit up to the day has no reinstatement behind it. One reinstatement lifts all in force. */
function isUnlifted(facts: readonly DatedFact[], unit: string, day: CivilDate): boolean {
  const own = facts.filter(({ on, event }) => on <= day && "unit" in event.data && event.data.unit === unit);
  const last = (type: string) => own.findLastIndex(({ event }) => event.type === type);
  return last("UnitSuspendedFromRotation") > last("UnitReinstatedInRotation");
}

/** Whether a fact ends the unit, or begins it, or makes it an heir. */
function isMove({ event: { type, data } }: DatedFact, unit: string): boolean {
  if (type === "UnitsMergedInRotation") return [...data.units, data.into].includes(unit);
  if (type === "UnitSplitInRotation") return [data.unit, data.heir, ...data.others].includes(unit);
  return (type === "UnitLeftRotation" || type === "UnitJoinedRotation") && data.unit === unit;
}

/** An existing heir keeps its own suspension or freedom; a new one is suspended only if all its parts were. */
function expectHeir(
  state: OpenedRotation,
  facts: readonly DatedFact[],
  { on, units, into }: { on: CivilDate; units: readonly string[]; into: string },
): number {
  if (facts.filter((one) => one.on === on).length > 1) return 0;
  const { members, left } = rosterOn(state, addDays(on, -1));
  const was = (unit: string) => members.get(unit)?.suspension !== undefined;
  // A unit that left while it was suspended is so still when it is one again: nobody lifted it.
  const expected = members.has(into)
    ? was(into)
    : left.get(into)?.suspension !== undefined || units.every(was);
  expect(rosterOn(state, on).members.get(into)?.suspension !== undefined).toBe(expected);
  return 1;
}

/** The days of a state on which something changes, with the days before. */
export function daysOf({
  facts,
  served,
  flag,
  closedOn,
}: OpenedRotation & { closedOn?: CivilDate }): CivilDate[] {
  const changes = [
    ...facts.map(({ on }) => on),
    ...served.flatMap(({ begunOn, vacantFrom, acts }) => [begunOn, vacantFrom, ...acts.map(({ on }) => on)]),
    ...(flag?.acts.map(({ on }) => on) ?? []),
    closedOn && addDays(closedOn, 1),
  ].filter((day) => day !== undefined);
  return [...new Set(changes.flatMap((day) => [addDays(day, -1), day]))].sort();
}

/** L42: on every day there is one holder or one named reason, and who has an office is a member and has one only. */
export const oneHolder: Law = ({ state, steps }, library) => {
  let cases = 0;
  for (const { after } of steps)
    cases += expectOffice(after, after.doneOn ?? after.opening.calendar.startsOn, library);
  for (const day of daysOf(state)) cases += expectOffice(state, day, library);
  for (const { number, begunOn, chair, acts } of state.served) {
    for (const { unit, from } of sittingsOf(state, number).tenures)
      expect(library.office(state, from).holder, from).toBe(unit);
    const [row] = library.rows(state, { number }).slice(-1);
    expect(row?.chair).toEqual(chair === undefined ? { kind: "vacant" } : { kind: "unit", unit: chair });
    if (acts.every(({ on }) => on > begunOn)) expect(library.office(state, begunOn).holder).toBe(chair);
  }
  return cases;
};

function expectOffice(state: OpenedRotation, day: CivilDate, { office }: Library): number {
  const { term, holder, why, deputy, acting, isFinishing } = office(state, day);
  expect(holder === undefined, day).toBe(why !== undefined);
  if (term === undefined) return 0;
  const [known, members] = [membersOn(state, day), rosterOn(state, day).members];
  const isAble = (unit: string) => known.has(unit) && members.get(unit)?.suspension === undefined;
  // Under `substitutes: "anybody"` who chairs in place of another need be no member (section 4).
  const served = state.served.find((one) => one.term === term);
  const isAnybody = served !== undefined && policyAt(state, served.number).substitutes === "anybody";
  if (holder !== undefined && !isFinishing && !isAnybody)
    expect(isAble(holder), `${holder} on ${day}`).toBe(true);
  for (const unit of [deputy, acting]) {
    if (unit === undefined) continue;
    expect(isAble(unit), `${unit} on ${day}`).toBe(true);
    expect(unit).not.toBe(holder);
  }
  return 1;
}

/** L43: custody is one chain; on every day its end is a member, the issuer, or lost. */
export const oneChain: Law = ({ state }) => {
  let cases = 0;
  for (const day of daysOf(state)) {
    const custody = custodyOn(state, day);
    if (!custody) continue;
    const { steps, custodian } = custody;
    for (const [at, { from, to, on }] of steps.entries()) {
      expect(from).toEqual(steps[at - 1]?.to ?? { kind: "issuer" });
      expect(to).not.toEqual(from);
      expect(on >= (steps[at - 1]?.on ?? on) && on <= day).toBe(true);
    }
    expect(custodian).toEqual(steps.at(-1)?.to ?? { kind: "issuer" });
    if (custodian.kind === "unit")
      expect(membersOn(state, day).has(custodian.unit), `${custodian.unit} on ${day}`).toBe(true);
    cases += steps.length;
  }
  return cases;
};
