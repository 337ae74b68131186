import * as fc from "fast-check";
import { expect } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { custodyOn } from "../../src/chair-rotation/custody-on.ts";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { membersOn, officeOn } from "../../src/chair-rotation/office-on.ts";
import type { RotationPolicy } from "../../src/chair-rotation/policies/policy.ts";
import { rosterOn } from "../../src/chair-rotation/roster-on.ts";
import type { OpenedRotation } from "../../src/chair-rotation/state.ts";
import type { CivilDate } from "../../src/kernel/time.ts";
import { seed } from "../support/runs.ts";
import { type Deed, deeds, type History, type Life, lived, policies } from "./histories.ts";

/** What a law asks a rotation. A planted fault answers otherwise. */
export type Library = {
  rotation: typeof chairRotation;
  office: typeof officeOn;
  rows: typeof forecast;
};
export const library: Library = { rotation: chairRotation, office: officeOn, rows: forecast };

/** Checks a law on one life. It gives the number of cases that the law spoke of. */
export type Law = (life: Life, library: Library) => number;

type Sort = {
  often?: readonly Deed["deed"][];
  policy?: Partial<RotationPolicy>;
  unitsMax?: number;
  deedsMax?: number;
  /** How many terms ahead a deed is about at most. */
  aheadMax?: number;
  /** So many days later or earlier than planned. */
  days?: readonly number[];
};

/** Early, late and on the day; most often as it is planned. */
const anyDay = [0, 0, 0, 0, -500, -45, -9, -1, 1, 9, 45, 250, 600, 1_200];
export const handover = { consent: "outgoing", daysBeforeMax: 60, daysAfterMax: 90 } as const;

/** Histories of some length whose facts come early, late and in any order, with more of the deeds that are given. */
export function datedHistory({
  often = [],
  policy = {},
  unitsMax = 8,
  deedsMax = 20,
  aheadMax = 5,
  days = anyDay,
}: Sort = {}): fc.Arbitrary<History> {
  const usual: readonly Deed["deed"][] = [...deeds, "advance", "advance", "advance", "advance"];
  const more = often.flatMap((one) => Array.from({ length: 12 }, () => one));
  const one = fc.record({
    deed: fc.constantFrom(...usual, ...more),
    x: fc.nat(11),
    y: fc.nat(11),
    z: fc.nat(aheadMax),
    days: fc.constantFrom(...days),
  });
  return fc.record({
    flag: fc.boolean(),
    units: fc.integer({ min: 2, max: unitsMax }),
    policy: policies.map((given) => ({ ...given, handover, ...policy })),
    deeds: fc.array(one, { minLength: 6, maxLength: deedsMax, size: "max" }),
  });
}

/** Every law has histories of its own: `number` is the law's. All laws together have 2,000, or 20,000 where TIMES is 10. */
export const drawn = (number: number) => ({ seed: seed + number, numRuns: 106 });

/** Checks a law on histories of one sort, after those that are given, and that they bring up cases for it. */
export function expectLaw(number: number, law: Law, sort: Sort = {}, first: readonly History[] = []) {
  let cases = 0;
  fc.assert(
    fc.property(datedHistory(sort), (one) => {
      cases += law(lived(one), library);
    }),
    { ...drawn(number), examples: first.map((one) => [one]) },
  );
  expect(cases).toBeGreaterThan(50);
}

/** All that is said of a day: the office, the members with their names, who is suspended, and who has the flag. */
export function saidOn(state: OpenedRotation, day: CivilDate, { office }: Library = library): string {
  const { members } = rosterOn(state, day);
  const called = [...membersOn(state, day)].map(([unit, { name }]) => [
    unit,
    name ?? null,
    members.get(unit)?.suspension !== undefined,
  ]);
  return JSON.stringify([office(state, day), called.sort(), custodyOn(state, day)?.custodian ?? null]);
}

/** The days among these, each once, and not more than `most`. */
export const few = (days: readonly (CivilDate | undefined)[], most = 6): CivilDate[] =>
  [...new Set(days.filter((day) => day !== undefined))].slice(0, most);
