import { expect } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import type { Certainty, ForecastTerm } from "../../src/chair-rotation/forecast/forecast.ts";
import { comingTerms } from "../../src/chair-rotation/forecast/reckoning.ts";
import { objectionIn } from "../../src/chair-rotation/members.ts";
import type { ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { sittingsOf } from "../../src/chair-rotation/questions/tenures.ts";
import { rosterOn } from "../../src/chair-rotation/roster-on.ts";
import { type OpenedRotation, policyAt, type ServedTerm } from "../../src/chair-rotation/state.ts";
import { isAssignment } from "../../src/chair-rotation/words.ts";
import { addDays } from "../../src/kernel/time.ts";
import { type Agreed, eachAgreed } from "./agreements-in-log.ts";
import type { Law } from "./dated-histories.ts";
import type { Step } from "./histories.ts";
import { dayOf } from "./laws-of-days.ts";

/** L51: tenures tile the time from the first beginning; a new chair holds from its handover, the old one until then. */
export const tenuresTile: Law = ({ steps, state }, { office }) => {
  let cases = 0;
  let until = state.served[0]?.begunOn;
  for (const { number, begunOn } of state.served) {
    const { tenures } = sittingsOf(state, number);
    expect(tenures[0]?.from).toBe(begunOn);
    for (const one of tenures) {
      expect(one.from).toBe(until);
      expect(one.until > one.from).toBe(true);
      until = one.until;
    }
    cases += tenures.length;
  }
  for (const { before, after } of steps) {
    const begun = after.served.at(-1);
    if (!begun || after.served.length === before.served.length) continue;
    const [eve, last] = [addDays(begun.begunOn, -1), before.served.at(-1)];
    expect(office(after, begun.begunOn)).toMatchObject({ term: begun.term, holder: begun.chair });
    expect(office(after, eve).term).toBe(last?.term);
    expect(office(after, eve).holder).toBe(office(before, eve).holder);
  }
  return cases;
};

/** The turns of the running lap, by unit, and the days on which its terms were reckoned. */
type Lap = { had: Map<string, number>; days: string[]; isWhole: boolean };

/** L54: elected in rotation, nobody has two turns in a lap, and a lap gives a turn to each that could stand throughout. */
export const lapsAreFair: Law = ({ steps, state }) => {
  let cases = 0;
  let lap: Lap = { had: new Map(), days: [], isWhole: state.opening.previousChair === undefined };
  const first = state.served[0];
  if (first?.event.type === "RotationOpened") lap.had.set(first.chair ?? "", 0);
  for (const step of steps) {
    const begun = step.after.served[step.before.served.length];
    if (!begun || policyAt(state, begun.number).succession.kind !== "electedInRotation") continue;
    const day = dayOf({ doneOn: begun.begunOn } as OpenedRotation, begun);
    if (beginsLap(step)) {
      if (lap.isWhole) cases += expectEverybodyHad(state, [...lap.days, day], lap.had);
      lap = { had: new Map(), days: [], isWhole: true };
    }
    lap.days.push(day);
    const unit = begun.nominal.kind === "unit" ? begun.nominal.unit : undefined;
    if (unit === undefined || isHeldOver(begun)) continue;
    if (!mayHaveTwo(state, begun, unit))
      expect([...lap.had.keys()], `${unit} in ${begun.term}`).not.toContain(unit);
    lap.had.set(unit, begun.number);
    cases += 1;
  }
  return cases;
};

/** Whether the term that the step begins is the first of a lap, once what is void by then is void. */
function beginsLap({ before, after, events }: Step): boolean {
  const begun = after.served.at(-1);
  const at = events.findIndex(({ data }) => "startsOn" in data);
  const ready = events.slice(0, at).reduce(chairRotation.evolve, { ...before, status: "open" });
  if (ready.status === "blank") return false;
  const asked = { enough: () => true, askedOn: begun?.begunOn };
  return comingTerms(ready, asked, ({ isNewLap }) => isNewLap)[0] === true;
}

/** A term held over costs nobody a turn (section 6). */
const isHeldOver = ({ decided }: ServedTerm): boolean =>
  decided.some(({ event }) => event.type === "ChairHeldOver");

/** The authority names anybody (section 5), and of two that became one only one may have had its turn (section 7). */
function mayHaveTwo({ facts }: OpenedRotation, { decided, event: begun }: ServedTerm, unit: string): boolean {
  const isAssigned = decided.some(
    ({ event: { type, data } }) => type === "ChairDesignated" && isAssignment(data.basis),
  );
  const isHeir = facts.some(({ event: { type, data } }) =>
    type === "UnitsMergedInRotation"
      ? data.into === unit
      : type === "UnitSplitInRotation" && data.heir === unit,
  );
  return isAssigned || isHeir || (begun.type === "ChairInstalled" && begun.data.turnOf === undefined);
}

const unsettling: ReadonlySet<string> = new Set([
  "OrderReplaced",
  "OrderDrawn",
  "UnitPlacedInOrder",
  "UnitRemovedFromOrder",
  "RotationPolicyAdopted",
  "TurnSkipped",
  "TurnDeclined",
]);

/** Each member from the opening on that could stand on all these days, with nothing decided otherwise, had its turn. */
function expectEverybodyHad(
  state: OpenedRotation,
  days: readonly string[],
  had: ReadonlyMap<string, number>,
): number {
  const decided = [...state.served.flatMap((one) => one.decided), ...[...state.decisions.values()].flat()];
  if (decided.some(({ event }) => unsettling.has(event.type))) return 0;
  const stays: ReadonlySet<string> = new Set([
    "UnitSuspendedFromRotation",
    "UnitReinstatedInRotation",
    "UnitRenamedInRotation",
  ]);
  const moved = new Set(
    state.facts.flatMap(({ event }) => (stays.has(event.type) ? [] : Object.values(event.data).flat())),
  );
  const throughout = state.opening.roster.filter(
    ({ unit }) =>
      !moved.has(unit) && days.every((day) => objectionIn(rosterOn(state, day), unit) === undefined),
  );
  for (const { unit } of throughout) expect([...had.keys()], `${unit} by ${days.at(-1)}`).toContain(unit);
  return throughout.length;
}

/** L55: a longer forecast begins with the shorter one; certainty is a function of the log and never changes a seat. */
export const forecastsAgree: Law = (life, library) => {
  let cases = 0;
  const events: ChairRotationEvent[] = [{ type: "RotationOpened", data: life.state.opening }];
  eachAgreed(life, (step) => {
    events.push(...step.events);
    const { after, agreed } = step;
    const next = after.served.length;
    const rows = library.rows(after, { number: next + 9 });
    for (const more of [0, 4])
      expect(library.rows(after, { number: next + more })).toEqual(rows.slice(0, next + more + 1));
    for (const row of rows) expect(certaintiesOf(after, row, agreed), row.term).toContain(row.certainty);
    cases += rows.length;
  });
  const { state } = life;
  const until = { number: state.served.length + 9 };
  const refolded = chairRotation.fold(events);
  const [opened, ...others] = events;
  if (refolded.status === "blank" || opened?.type !== "RotationOpened") throw new Error("open");
  expect(library.rows(refolded, until)).toEqual(library.rows(state, until));
  const policy = { ...state.opening.policy, horizonTerms: state.opening.policy.horizonTerms + 3 };
  const certain = chairRotation.fold([{ ...opened, data: { ...opened.data, policy } }, ...others]);
  if (certain.status === "blank") throw new Error("open");
  expect(library.rows(certain, until).map(seatOf)).toEqual(library.rows(state, until).map(seatOf));
  return cases;
};

const seatOf = ({ number, startsOn, nominal, chair, deputy, vacantFrom }: ForecastTerm) => ({
  number,
  startsOn,
  nominal,
  chair,
  deputy,
  vacantFrom,
});

/** The certainties that a row may have (section 7). */
function certaintiesOf(state: OpenedRotation, row: ForecastTerm, agreed: Agreed): Certainty[] {
  const { number, chair, term } = row;
  if (number < state.served.length) return ["served"];
  if (chair.kind === "open") return ["open"];
  const isProposed = [...agreed.swaps.values()].some(
    ({ status, sides }) => status === "proposed" && sides.some((side) => side.term === term),
  );
  if (isProposed) return ["conditional"];
  const isOwed = row.because.some((one) => one.kind === "rule" && one.rule === "owed");
  const isAgreed = [agreed.layers, agreed.designations, agreed.claims].some(
    (of) => (of.get(number) ?? []).length > 0,
  );
  if (isOwed || isAgreed) return ["assigned"];
  const running = state.served.length - 1;
  return number <= running + policyAt(state, Math.max(running, 0)).horizonTerms
    ? ["nominal"]
    : ["conditional"];
}
