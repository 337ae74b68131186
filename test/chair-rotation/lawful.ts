import { expect } from "vitest";
import { numberOf } from "../../src/chair-rotation/calendar.ts";
import { seatFrom } from "../../src/chair-rotation/forecast/explain.ts";
import { type ForecastTerm, forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { isMemberIn, isSuspendedIn, type OpenedRotation } from "../../src/chair-rotation/state.ts";

/** The laws of one state: what is so of any rotation, whatever has happened to it. */
export function expectLawful(rotation: OpenedRotation) {
  const rows = forecast(rotation, { number: rotation.served.length + 12 });
  expectTiles(rotation, rows);
  expectSeats(rotation, rows);
  expectChain(rotation);
  expectSwapped(rotation, rows);
  // L16: the forecast is a function of the state: of a copy it is the same, and a shorter one is its beginning.
  const number = rotation.served.length + 2;
  expect(forecast(structuredClone(rotation), { number })).toEqual(rows.slice(0, number + 1));
  // L20: swaps that are not in force are nowhere.
  const inForce = new Set(
    [...rotation.swaps.values()].filter(({ status }) => status === "inForce" || status === "voided"),
  );
  for (const overlays of rotation.overlays.values())
    for (const one of overlays)
      if (one.kind === "swap") expect([...inForce].map(({ swap }) => swap)).toContain(one.swap);
}

/** L3: half-open, sorted, disjoint, without a gap; names lead back to numbers. */
function expectTiles({ calendar }: OpenedRotation, rows: readonly ForecastTerm[]) {
  for (const [number, { startsOn, endsOn, term }] of rows.entries()) {
    expect(startsOn < endsOn).toBe(true);
    expect(numberOf(calendar, term)).toBe(number);
    const next = rows[number + 1];
    if (next) expect(endsOn).toBe(next.startsOn);
  }
}

/** L1, L5, L12, L33, L36: at most one in each chair, not its own deputy, no leaver, each with a reason. */
function expectSeats(rotation: OpenedRotation, rows: readonly ForecastTerm[]) {
  const { served, overlays } = rotation;
  // Citations name units as they were called before they merged or split.
  const isSucceeded = rotation.facts.some(({ event }) => /Merged|Split/.test(event.type));
  for (const row of rows) {
    expect(row.because.length).toBeGreaterThan(0);
    if (!isSucceeded) expect(seatFrom(row.because, row.term)).toEqual(row.chair);
    if (row.chair.kind === "unit") expect(row.deputy).not.toBe(row.chair.unit);
    const past = served[row.number];
    if (past) {
      expect(row.certainty).toBe("served");
      expect(past.number).toBe(row.number);
      expect(row.chair).toEqual(
        past.chair === undefined ? { kind: "vacant" } : { kind: "unit", unit: past.chair },
      );
      continue;
    }
    if (row.nominal.kind === "unit") expect(isMemberIn(rotation, row.nominal.unit, row.number)).toBe(true);
    if (row.nominal.kind === "open")
      for (const unit of row.nominal.among) expect(isMemberIn(rotation, unit, row.number)).toBe(true);
    if (!overlays.has(row.number)) expect(row.chair).toEqual(row.nominal);
  }
  for (const [number, past] of served.entries()) {
    expect(past.number).toBe(number);
    expect(past.begunOn >= (served[number - 1]?.begunOn ?? past.begunOn)).toBe(true);
  }
}

/** L28: each link begins where the one before ended, and not earlier. */
function expectChain({ custody }: OpenedRotation) {
  if (!custody) return;
  for (const [at, step] of custody.steps.entries()) {
    const before = custody.steps[at - 1];
    expect(step.from).toEqual(before?.to ?? { kind: "issuer" });
    if (before) expect(step.on >= before.on).toBe(true);
  }
  expect(custody.custodian).toEqual(custody.steps.at(-1)?.to ?? { kind: "issuer" });
}

/**
 * L18, L19, L22: in the terms ahead each unit of a swap in force has the other's turn and nobody else's, and
 * nobody outside the swaps changes. A new order that keeps swaps may hold their other half as a turn of its own.
 * The swap names the heir of a unit that merges or is split up; in a term before that day the unit itself sits.
 */
function expectSwapped(rotation: OpenedRotation, rows: readonly ForecastTerm[]) {
  const holders = rows.map(({ nominal }) => (nominal.kind === "unit" ? nominal.unit : undefined));
  const isKept = rotation.facts.some(({ event }) => event.type === "OrderReplaced" && event.data.keepSwaps);
  const touched = new Set<number>();
  for (const [number, overlays] of rotation.overlays) {
    if (number < rotation.served.length || number >= rows.length) continue;
    for (const overlay of overlays) {
      touched.add(number);
      if (overlay.kind !== "swap") {
        holders[number] = overlay.kind === "vacant" ? undefined : overlay.unit;
        continue;
      }
      const swap = rotation.swaps.get(overlay.swap);
      if (!swap) throw new Error("a swap is known");
      expect(swap.status).toBe("inForce");
      const [own, other] = swap.at.a === number ? [swap.a, swap.b] : [swap.b, swap.a];
      if (!isKept) expect(laterNames(rotation, holders[number] ?? "", number)).toContain(own.unit);
      expect(laterNames(rotation, overlay.unit, number)).toContain(other.unit);
      expect(isMemberIn(rotation, overlay.unit, number)).toBe(true);
      expect(isSuspendedIn(rotation, overlay.unit, number)).toBe(false);
      holders[number] = overlay.unit;
    }
  }
  for (const { number, chair, nominal } of rows.slice(rotation.served.length))
    if (!touched.has(number)) expect(chair).toEqual(nominal);
    else expect(chair.kind === "unit" ? chair.unit : undefined).toBe(holders[number]);
}

/** The unit of term `number`, and its heirs by mergers and splits that take effect with a later term. */
function laterNames({ facts }: OpenedRotation, unit: string, number: number): string[] {
  const names = [unit];
  for (const { at, event } of facts) {
    if (at <= number) continue;
    if (event.type === "UnitsMergedInRotation" && event.data.units.some((one) => names.includes(one)))
      names.push(event.data.into);
    if (event.type === "UnitSplitInRotation" && names.includes(event.data.unit)) names.push(event.data.heir);
  }
  return names;
}
