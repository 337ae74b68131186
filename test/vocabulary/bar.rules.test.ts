import { describe, expect, it } from "vitest";
import { type Bar, isReachable, meets, votesNeeded } from "../../src/vocabulary/bar.ts";

const absoluteMajority: Bar = { numerator: 1, denominator: 2, strict: true };
const atLeast = (percent: number): Bar => ({ numerator: percent, denominator: 100, strict: false });

describe("a threshold", () => {
  it.each([
    [
      "FIFA 2022 host, round 1: 11 of 22 valid votes is no absolute majority",
      absoluteMajority,
      11,
      22,
      false,
    ],
    ["FIFA 2022 host, round 2: 12 of 22 is one", absoluteMajority, 12, 22, true],
    ["Decree 91/2017: at least 90 % of all members, 9 of 10", atLeast(90), 9, 10, true],
    ["Decree 91/2017: at least 90 % of all members, 9 of 11", atLeast(90), 9, 11, false],
    ["State Audit council 2014: over 50 % of all members, 4 of 8", absoluteMajority, 4, 8, false],
    [
      "Education sector 2015: at least 70 % of those attending or consulted, 7 of 10",
      atLeast(70),
      7,
      10,
      true,
    ],
    ["Decree 122/2018: at least 60 % of attendees, 3 of 5", atLeast(60), 3, 5, true],
    ["80 % of 8 is 6.4: 6 is short", atLeast(80), 6, 8, false],
    ["80 % of 8 is 6.4: 7 reaches it", atLeast(80), 7, 8, true],
    [
      "UN Charter, article 18 and rule 94: two thirds of 190 is 127",
      { numerator: 2, denominator: 3, strict: false },
      127,
      190,
      true,
    ],
    ["two thirds of 190: 126 is short", { numerator: 2, denominator: 3, strict: false }, 126, 190, false],
    ["a share of nothing is reached by nobody", { numerator: 0, denominator: 1, strict: false }, 0, 0, false],
    ["no share asked is reached with no vote", { numerator: 0, denominator: 1, strict: false }, 0, 5, true],
    ["all of them", { numerator: 1, denominator: 1, strict: false }, 5, 5, true],
    ["more than all of them", { numerator: 1, denominator: 1, strict: true }, 5, 5, false],
  ] as const)("%s", (_, threshold, votes, base, expected) => {
    expect(meets(threshold, { votes, base })).toBe(expected);
  });

  it("says how many votes are needed", () => {
    expect(votesNeeded(absoluteMajority, 22)).toBe(12);
    expect(votesNeeded(absoluteMajority, 23)).toBe(12);
    expect(votesNeeded(atLeast(90), 10)).toBe(9);
    expect(votesNeeded(atLeast(90), 11n)).toBe(10n);
  });

  it("says that no number of votes is enough", () => {
    expect(votesNeeded({ numerator: 1, denominator: 1, strict: true }, 5)).toBeUndefined();
    expect(votesNeeded({ numerator: 0, denominator: 1, strict: false }, 0)).toBeUndefined();
  });

  it("compares counts beyond 2^53 exactly", () => {
    const half = 2n ** 60n;
    expect(meets(absoluteMajority, { votes: half, base: 2n * half })).toBe(false);
    expect(meets(absoluteMajority, { votes: half + 1n, base: 2n * half })).toBe(true);
  });

  it.each([
    [{ numerator: 3, denominator: 2, strict: false }],
    [{ numerator: 1, denominator: 0, strict: false }],
    [{ numerator: -1, denominator: 2, strict: false }],
    [{ numerator: 0.9, denominator: 1, strict: false }],
  ])("is refused when it is no share: %o", (threshold) => {
    expect(() => meets(threshold, { votes: 1, base: 2 })).toThrow(RangeError);
  });

  it("is refused negative counts", () => {
    expect(() => meets(absoluteMajority, { votes: -1, base: 2 })).toThrow(RangeError);
    expect(() => meets(absoluteMajority, { votes: 1, base: -2 })).toThrow(RangeError);
    expect(() => meets(absoluteMajority, { votes: 0.5, base: 2 })).toThrow(RangeError);
    expect(() => votesNeeded(absoluteMajority, Number.NaN)).toThrow(RangeError);
    expect(() => isReachable(absoluteMajority, { electors: -1, selfVote: true })).toThrow(RangeError);
  });
});

describe("a threshold where a unit may not vote for itself", () => {
  it("of 90 % is out of reach in a bloc of fewer than 10", () => {
    for (let electors = 1; electors <= 14; electors++)
      expect(isReachable(atLeast(90), { electors, selfVote: false })).toBe(electors >= 10);
  });

  it("of 80 % is out of reach in a bloc of fewer than 5", () => {
    for (let electors = 1; electors <= 14; electors++)
      expect(isReachable(atLeast(80), { electors, selfVote: false })).toBe(electors >= 5);
  });

  it("can be reached again with the unit left out of the base", () => {
    for (let electors = 2; electors <= 14; electors++)
      expect(isReachable(atLeast(100), { electors, selfVote: false, baseExcludesSelf: true })).toBe(true);
    expect(isReachable(atLeast(50), { electors: 1, selfVote: false, baseExcludesSelf: true })).toBe(false);
  });

  it("is in reach of a unit that may vote for itself, unless it asks for more than all", () => {
    expect(isReachable(atLeast(100), { electors: 3, selfVote: true })).toBe(true);
    expect(isReachable({ numerator: 1, denominator: 1, strict: true }, { electors: 3, selfVote: true })).toBe(
      false,
    );
    expect(isReachable(atLeast(50), { electors: 0, selfVote: true })).toBe(false);
  });
});
