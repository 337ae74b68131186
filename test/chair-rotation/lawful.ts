import { expect } from "vitest";
import { laterOf, numberOf } from "../../src/chair-rotation/calendar.ts";
import { custodyOn } from "../../src/chair-rotation/custody-on.ts";
import { type ForecastTerm, forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { seatFrom } from "../../src/chair-rotation/forecast/seat-from.ts";
import { heirIn, objectionIn } from "../../src/chair-rotation/members.ts";
import { rosterOn } from "../../src/chair-rotation/roster-on.ts";
import { type OpenedRotation, policyAt } from "../../src/chair-rotation/state.ts";

/** The laws of one state: what is so of any rotation, whatever has happened to it. */
export function expectLawful(rotation: OpenedRotation) {
  const rows = forecast(rotation, { number: rotation.served.length + 12 });
  expectTiles(rotation, rows);
  expectSeats(rotation, rows);
  expectChain(rotation);
  expectLaid(rotation, rows);
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

/** The day that a coming term is reckoned on: its first one, or a later one on which something was done (L38). */
const dayOf = ({ doneOn }: OpenedRotation, { startsOn }: ForecastTerm) =>
  laterOf(startsOn, doneOn ?? startsOn);

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
  for (const row of rows) {
    expect(row.because.length).toBeGreaterThan(0);
    expect(seatFrom(row.because)).toEqual(row.chair);
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
    const { members } = rosterOn(rotation, dayOf(rotation, row));
    if (row.nominal.kind === "unit") expect(members.has(row.nominal.unit)).toBe(true);
    if (row.nominal.kind === "open")
      for (const unit of row.nominal.among) expect(members.has(unit)).toBe(true);
    if (!overlays.has(row.number)) expect(row.chair).toEqual(row.nominal);
  }
  for (const [number, past] of served.entries()) {
    expect(past.number).toBe(number);
    expect(past.begunOn >= (served[number - 1]?.begunOn ?? past.begunOn)).toBe(true);
  }
}

/** L28: each link begins where the one before ended, and not earlier. */
function expectChain(rotation: OpenedRotation) {
  const custody = custodyOn(rotation, rotation.doneOn ?? "9");
  if (!custody) return;
  for (const [at, step] of custody.steps.entries()) {
    const before = custody.steps[at - 1];
    expect(step.from).toEqual(before?.to ?? { kind: "issuer" });
    if (before) expect(step.on >= before.on).toBe(true);
  }
  expect(custody.custodian).toEqual(custody.steps.at(-1)?.to ?? { kind: "issuer" });
}

/**
 * L18, L22, L45: from the turn of a coming term a chain of agreements leads to its chair, each given by the unit that
 * had the term beneath, or by its heir; nobody without an agreement changes.
 */
function expectLaid(rotation: OpenedRotation, rows: readonly ForecastTerm[]) {
  for (const row of rows.slice(rotation.served.length)) {
    const roster = rosterOn(rotation, dayOf(rotation, row));
    let sits = row.nominal.kind === "unit" ? row.nominal.unit : undefined;
    for (const one of rotation.overlays.get(row.number) ?? []) {
      expect(one.bound === undefined ? undefined : heirIn(roster, one.bound)).toBe(sits);
      if (one.kind === "vacant") {
        if (one.from <= dayOf(rotation, row)) sits = undefined;
        continue;
      }
      const gives = heirIn(roster, one.gives);
      const isAnybody = one.kind === "substitute" && policyAt(rotation, row.number).substitutes === "anybody";
      if (!isAnybody) expect(objectionIn(roster, gives)).toBe(undefined);
      sits = gives;
    }
    if (row.chair.kind === "unit" || sits !== undefined)
      expect(row.chair).toEqual({ kind: "unit", unit: sits });
  }
}
