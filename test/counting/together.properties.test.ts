import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as counting from "../../src/counting/index.ts";
import type { Count, Election, Nominee, RankedPaper } from "../../src/counting/rule.ts";
import { preferring } from "./ranked-oracles.ts";
import { paper } from "./stv/elections.ts";
import { ers97Oracle } from "./stv/ers97-oracle.ts";
import { order2007 } from "./stv/oracles.ts";
import {
  cferOracle,
  minneapolisOracle,
  referenceMeekOracle,
  referenceWigmOracle,
} from "./stv/transfer-oracles.ts";

type Ranked = Election<RankedPaper>;
type Sets = readonly (readonly Nominee[])[];

/** Every set that a count leaves possible, where it does not say that it cannot tell. */
function setsOf(count: Count): Set<string> | undefined {
  const { elected, undecided } = count.outcome;
  if (count.unlisted !== undefined) return undefined;
  if (count.committees !== undefined) return texts(count.committees);
  if (undecided === undefined) return texts([elected]);
  expect(undecided.seats === 1 || count.isAnyOfTied).toBe(true);
  return texts(subsets(undecided.tied, undecided.seats).map((some) => [...elected, ...some]));
}

const texts = (sets: Sets) => new Set(sets.map((set) => [...set].sort().join("")));

function subsets<T>(of: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return of.flatMap((first, at) => subsets(of.slice(at + 1), size - 1).map((rest) => [first, ...rest]));
}

function permutations<T>(of: readonly T[]): T[][] {
  if (of.length === 0) return [[]];
  return of.flatMap((first, at) => permutations(of.toSpliced(at, 1)).map((rest) => [first, ...rest]));
}

/** Three to five nominees on a few papers, each read from some place on and round: so victories go in circles of equal ones. */
const profiles = fc.integer({ min: 3, max: 5 }).chain((size) => {
  const nominees = [..."ABCDE"].slice(0, size);
  const kind = fc.record({
    order: fc.oneof(fc.constant(nominees), fc.shuffledSubarray(nominees, { minLength: size })),
    from: fc.nat(size - 1),
    length: fc.oneof(fc.constant(size), fc.integer({ min: 1, max: size })),
  });
  return fc.record({
    nominees: fc.constant(nominees),
    seats: fc.integer({ min: 2, max: size - 1 }),
    papers: fc.array(
      kind.map(({ order, from, length }) => paper([...order, ...order].slice(from, from + length))),
      { minLength: 3, maxLength: 6 },
    ),
  });
});

type Edge = readonly [winner: Nominee, loser: Nominee];

const isAbove = (locked: readonly Edge[], a: Nominee, b: Nominee): boolean =>
  locked.some(([winner, loser]) => winner === a && (loser === b || isAbove(locked, loser, b)));

/** Ranked pairs as its definition reads, for one order of some victories: each is locked unless it closes a cycle. */
function lockedOn(before: readonly Edge[], victories: readonly Edge[]): readonly Edge[] {
  const locked = [...before];
  for (const [winner, loser] of victories) if (!isAbove(locked, loser, winner)) locked.push([winner, loser]);
  return locked;
}

/** What is locked in the end, by all permutations of equal victories. Undefined where there are too many to try. */
function lockedInAll(election: Ranked, margins: boolean): (readonly Edge[])[] | undefined {
  const { nominees } = election;
  const strength = ([a, b]: Edge) => preferring(election, a, b) - (margins ? preferring(election, b, a) : 0);
  const victories = nominees
    .flatMap((a) => nominees.map((b): Edge => [a, b]))
    .filter(([a, b]) => preferring(election, a, b) > preferring(election, b, a));
  const strengths = [...new Set(victories.map(strength))].sort((a, b) => b - a);
  const groups = strengths.map((of) => victories.filter((one) => strength(one) === of));
  if (groups.some(({ length }) => length > 6)) return undefined;
  let all: (readonly Edge[])[] = [[]];
  for (const group of groups) {
    const next = all.flatMap((locked) => permutations(group).map((equal) => lockedOn(locked, equal)));
    all = [...new Map(next.map((locked) => [JSON.stringify([...locked].sort()), locked])).values()];
  }
  return all;
}

/** Every set in which nobody is without those above. */
const setsAbove = ({ nominees, seats }: Ranked, locked: readonly Edge[]): Sets =>
  subsets(nominees, seats).filter((set) =>
    set.every((one) => nominees.every((other) => set.includes(other) || !isAbove(locked, other, one))),
  );

describe("who may be elected together by ranked pairs", () => {
  it("is who some order of equal victories elects together, of all permutations", () => {
    let several = 0;
    fc.assert(
      fc.property(profiles, fc.boolean(), (election, margins) => {
        const all = lockedInAll(election, margins);
        if (all === undefined) return;
        const strength = margins ? "margins" : "winning-votes";
        const count = counting.rankedPairs(election, { strength });
        expect(setsOf(count)).toEqual(texts(all.flatMap((locked) => setsAbove(election, locked))));
        if (count.committees !== undefined && all.length > 1) several++;
      }),
      { numRuns: 1_000 },
    );
    expect(several).toBeGreaterThan(20);
  });
});

/** Papers of nine nominees who may be exchanged in many ways: each paper, with all that it becomes by some exchanges. */
const alikes = fc
  .record({
    base: fc.array(fc.shuffledSubarray([..."ABCDEFGHI"], { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 2,
    }),
    exchanges: fc.shuffledSubarray(["BCDEFGHIA", "BCAEFDHIG", "DEFGHIABC", "BACDEFGHI", "BAEDFGHCI"], {
      minLength: 1,
      maxLength: 2,
    }),
  })
  .map(({ base, exchanges }) => {
    const met = new Set(base.map((ranking) => ranking.join("")));
    for (const ranking of met)
      for (const exchange of exchanges)
        met.add([...ranking].map((one) => exchange[one.charCodeAt(0) - 65] ?? one).join(""));
    return [...met];
  })
  .filter((profile) => profile.length <= 30);

/** Instant run-off to the last seats, once for every set that is left. */
function runoffSets(profile: readonly string[], seats: number, nominees: readonly string[]): Sets {
  const met = new Set<string>();
  const possible: string[][] = [];
  const count = (left: readonly string[]): void => {
    if (met.has(left.join(""))) return;
    met.add(left.join(""));
    if (left.length <= seats) return void possible.push([...left]);
    const tops = profile.map((ranking) => [...ranking].find((one) => left.includes(one)));
    const votes = left.map((one) => tops.filter((top) => top === one).length);
    left.forEach((lowest, at) => {
      if (votes[at] === Math.min(...votes)) count(left.filter((one) => one !== lowest));
    });
  };
  count(nominees);
  return possible;
}

type Oracle = (profile: readonly string[], seats: number, nominees: readonly string[]) => Sets;
const methods: readonly (readonly [string, (election: Ranked) => Count, Oracle])[] = [
  ["instant run-off", counting.instantRunoff, runoffSets],
  ["the Scottish rule", counting.scottishStv, order2007],
  ["reference WIGM", counting.referenceWigm, referenceWigmOracle],
  ["the rule of Minneapolis", counting.minneapolisStv, minneapolisOracle],
  ["the rule of CfER", counting.cferStv, cferOracle],
  ["reference Meek", counting.referenceMeek, referenceMeekOracle],
  ["the rules of the Electoral Reform Society", counting.ers97Stv, ers97Oracle],
];

describe.each(methods)("who may be elected together by %s", (_, rule, oracle) => {
  const electionOf = (profile: readonly string[], seats: number, nominees: readonly string[]) => ({
    nominees,
    seats,
    papers: profile.map((ranking) => paper([...ranking])),
  });

  it("is who some fall of the ties elects together", () => {
    const profile = fc.array(
      fc.shuffledSubarray([..."ABCDE"], { minLength: 1 }).map((names) => names.join("")),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(profile, fc.integer({ min: 2, max: 4 }), (papers, seats) => {
        const nominees = [..."ABCDE"];
        const count = rule(electionOf(papers, seats, nominees));
        expect(setsOf(count)).toEqual(texts(oracle(papers, seats, nominees)));
      }),
      { numRuns: 150 },
    );
  });

  it("is so of nine who are alike in some way, too", () => {
    let several = 0;
    fc.assert(
      fc.property(alikes, fc.integer({ min: 6, max: 7 }), (papers, seats) => {
        const nominees = [..."ABCDEFGHI"];
        const count = rule(electionOf(papers, seats, nominees));
        expect(setsOf(count)).toEqual(texts(oracle(papers, seats, nominees)));
        if (count.committees !== undefined && (count.outcome.undecided?.tied.length ?? 0) > 8) several++;
      }),
      { numRuns: 60 },
    );
    expect(several).toBeGreaterThan(0);
  });
});
