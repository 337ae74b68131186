import { expect } from "vitest";
import { laterOf, numberOf } from "../../src/chair-rotation/calendar.ts";
import { type Coming, comingRows } from "../../src/chair-rotation/forecast/coming-terms.ts";
import { heirIn, objectionIn } from "../../src/chair-rotation/members.ts";
import { rosterOn } from "../../src/chair-rotation/roster-on.ts";
import { type OpenedRotation, policyAt } from "../../src/chair-rotation/state.ts";
import { type Agreed, eachAgreed } from "./agreements-in-log.ts";
import type { Law } from "./dated-histories.ts";
import type { Step } from "./histories.ts";

/**
 * A turn that is owed: `since` is the term in which it arose and, behind the point, the place among those that were passed
 * in it; `due` is the term from which it stands in line; a leave after `arisenOn` ends it.
 */
type Debt = {
  obligation: string;
  unit: string;
  since: number;
  due?: number | undefined;
  arisenOn: string;
};

/**
 * L48: every turn that is owed and due is honoured in the first term in which its unit can take it and no older one
 * stands before; none twice, none is lost.
 */
export const debtsAreHonoured: Law = (life) => {
  let cases = 0;
  /** Of an owed turn that a void swap left: the terms that had begun. */
  const left = new Map<string, number>();
  eachAgreed(life, (step) => {
    for (const { type, data } of step.events)
      if (type === "SwapVoided" && data.owed) left.set(data.owed.obligation, step.before.served.length - 0.5);
    expectKept(step);
    cases += expectInLine(step.after, step.agreed, left);
  });
  return cases;
};

/** What is owed stays owed until a term begins with it, or an event breaks it. A skip that passed nobody owes nothing. */
function expectKept({ before, after, events }: Step) {
  const honoured: string[] = [];
  const broken = events.flatMap(({ type, data }) => (type === "ObligationBroken" ? [data.obligation] : []));
  for (const [id, { status, passed, unit }] of before.obligations) {
    const now = after.obligations.get(id)?.status;
    if (now === status) continue;
    expect(status, `${id} becomes ${now}`).toBe("open");
    if (now === "honoured") honoured.push(id);
    else if (now === "broken") expect(broken).toContain(id);
    else expect(isOwedNothing(after, passed, unit), `${id} is lost`).toBe(true);
  }
  const begun = after.served.slice(before.served.length);
  const owed = begun.filter(({ because }) =>
    because.some((one) => one.kind === "rule" && one.rule === "owed"),
  );
  expect(honoured).toHaveLength(owed.length);
}

/** A skip owes nothing where the term that has just begun passed nobody by it, or passed the unit by another word. */
function isOwedNothing({ served, ...state }: OpenedRotation, passed: string, unit: string): boolean {
  const begun = served.at(-1);
  if (begun?.term !== passed) return false;
  const day = laterOf(begun.startsOn, begun.begunOn);
  const heir = heirIn(rosterOn(state, day), unit);
  const others = [...state.obligations.values()].filter((one) => one.passed === passed);
  const isOwedOnce = others.some((one) => heirIn(rosterOn(state, day), one.unit) === heir);
  return isOwedOnce || placeIn(begun.because, heir) === undefined;
}

function expectInLine(state: OpenedRotation, { claims }: Agreed, left: ReadonlyMap<string, number>): number {
  if ([...state.obligations.values()].every(({ status }) => status !== "open")) return 0;
  const waiting = new Map<string, Debt>();
  /** May have arisen in a term that was chosen: its row does not tell who was passed. */
  const unsure = new Set<string>();
  for (const { obligation, status, unit, due, passed } of state.obligations.values()) {
    const number = numberOf(state.calendar, passed) ?? -1;
    if (status !== "open" || number >= state.served.length) continue;
    const served = state.served[number];
    const place = served
      ? placeIn(served.because, heirOn(state, unit, laterOf(served.startsOn, served.begunOn)))
      : undefined;
    const since = left.get(obligation) ?? (place === undefined ? undefined : number + place);
    waiting.set(obligation, { obligation, unit, since: since ?? number, due, arisenOn: state.doneOn ?? "" });
    if (since === undefined) unsure.add(obligation);
  }
  let cases = 0;
  for (const row of comingRows(state, state.served.length + 9)) {
    for (const { obligation } of claims.get(row.number) ?? []) {
      const debt = waiting.get(obligation);
      if (debt) waiting.set(obligation, { ...debt, due: row.number });
    }
    for (const debt of waiting.values()) if (hasLeft(state, debt, row.day)) waiting.delete(debt.obligation);
    cases += expectRow(state, row, { waiting, unsure });
    if (row.debt !== undefined) waiting.delete(row.debt);
    for (const debt of arisingIn(state, row)) {
      waiting.set(debt.obligation, debt);
      if (row.by === "designated") unsure.add(debt.obligation);
    }
  }
  return cases;
}

/** A term that the rule would give goes to the first in line of those who can take it. */
function expectRow(
  state: OpenedRotation,
  row: Coming,
  { waiting, unsure }: { waiting: ReadonlyMap<string, Debt>; unsure: ReadonlySet<string> },
): number {
  const { number, by, debt, term } = row;
  const roster = rosterOn(state, row.day);
  const skipped = new Set(skipsOf(state, number).map(({ unit }) => heirIn(roster, unit)));
  const line = [...waiting.values()].filter(({ unit, due }) => {
    const heir = heirIn(roster, unit);
    return due !== undefined && due <= number && !objectionIn(roster, heir) && !skipped.has(heir);
  });
  const first = line
    .filter(({ obligation }) => !unsure.has(obligation))
    .sort((a, b) => (a.due ?? 0) - (b.due ?? 0) || a.since - b.since)[0];
  const given = line.find(({ obligation }) => obligation === debt);
  if (debt !== undefined) expect(given, `${debt} has ${term}, and is not in line for it`).toBeDefined();
  // A choice, a term held over and a prefix come before it; a vote in rotation knows no owed turn.
  const isRuled = by === "owed" || by === "rule";
  if (!first || !isRuled || policyAt(state, number).succession.kind === "electedInRotation") return 0;
  expect(given, `${first.obligation} is due in ${term}`).toBeDefined();
  if (given && !unsure.has(given.obligation))
    expect([given.due, given.since], term).toEqual([first.due, first.since]);
  return 1;
}

const skipsOf = (state: OpenedRotation, number: number) =>
  (state.decisions.get(number) ?? []).flatMap(({ event }) =>
    event.type === "TurnSkipped" || event.type === "TurnDeclined" ? [event.data] : [],
  );

/**
 * The owed turns that arise in a term: the rule passes over a unit that is skipped in it. Where two units that were
 * skipped have become one, it is passed once, and the first word of the two counts.
 */
function arisingIn(state: OpenedRotation, { number, by, because, day }: Coming): Debt[] {
  const seen = new Set<string>();
  return skipsOf(state, number).flatMap(({ unit, owed }) => {
    const heir = heirOn(state, unit, day);
    if (seen.has(heir)) return [];
    seen.add(heir);
    const place = by === "designated" ? 0 : placeIn(because, heir);
    const known = owed && state.obligations.get(owed.obligation);
    if (!known || place === undefined || known.status === "broken") return [];
    return [
      { obligation: known.obligation, unit: heir, since: number + place, due: known.due, arisenOn: day },
    ];
  });
}

/** Whether the unit of an owed turn, or its heir, leaves without an heir of its own up to `day`, though it may come back. */
function hasLeft({ facts }: OpenedRotation, { unit, arisenOn }: Debt, day: string): boolean {
  let now = unit;
  for (const { on, event } of facts) {
    if (on <= arisenOn || on > day) continue;
    if (event.type === "UnitLeftRotation" && event.data.unit === now) return true;
    if (event.type === "UnitsMergedInRotation" && event.data.units.includes(now)) now = event.data.into;
    if (event.type === "UnitSplitInRotation" && event.data.unit === now) now = event.data.heir;
  }
  return false;
}

const heirOn = (state: OpenedRotation, unit: string, day: string): string =>
  heirIn(rosterOn(state, day), unit);

/** The place of a unit among those that the rule passed because they were skipped, in thousandths. */
function placeIn(because: Coming["because"], unit: string): number | undefined {
  const passed = because.flatMap((one) => (one.kind === "rule" ? one.passed : []));
  const at = passed.findIndex((one) => one.unit === unit && one.hindrance === "skipped");
  return at < 0 ? undefined : at / 1_000;
}
