import { describe, expect, it } from "vitest";
import * as counting from "../../src/counting/index.ts";
import type { Count, Election, RankedPaper } from "../../src/counting/rule.ts";

const nominees = [..."ABCDEFGHIJ"];
type Rule = (election: Election<RankedPaper>) => Count;

/** Ten papers that make all ten alike: each begins with another nominee and goes round, or names nobody else. */
const profiles: Readonly<Record<string, readonly RankedPaper[]>> = {
  "in a circle": nominees.map((_, from) => ({
    weight: 1,
    ranking: nominees.map((_nominee, place) => [nominees[(from + place) % 10] ?? ""]),
  })),
  "one name each": nominees.map((nominee) => ({ weight: 1, ranking: [[nominee]] })),
};

const rules: Readonly<Record<string, Rule>> = {
  "instant run-off": counting.instantRunoff,
  "exhaustive ballot": counting.exhaustiveBallot,
  "two rounds": counting.twoRound,
  "Scottish STV": counting.scottishStv,
  "Minneapolis STV": counting.minneapolisStv,
  WIGM: counting.wigm,
  "WIGM, reference": counting.referenceWigm,
  Meek: counting.meek,
  "Meek, reference": counting.referenceMeek,
  Schulze: counting.schulze,
  "ranked pairs": counting.rankedPairs,
  Copeland: counting.copeland,
  minimax: counting.minimax,
  Borda: counting.borda,
};

describe.each(Object.entries(rules))("ten who are all alike, by %s", (name, rule) => {
  const oneSeat = /two rounds|exhaustive/.test(name);

  it.each(Object.entries(profiles))("stay tied, %s, and the explanation stays short", (_, papers) => {
    for (const seats of oneSeat ? [1] : [1, 3, 5]) {
      const { outcome, explanation } = rule({ nominees, seats, papers });
      expect(outcome).toEqual({
        elected: [],
        notElected: [],
        undecided: { tied: nominees, seats },
        vacant: 0,
      });
      // All subsets of ten are 1,024 states. A count by STV follows one branch, and exchanges nominees in it.
      expect(explanation.length).toBeLessThan(/STV|WIGM|Meek/.test(name) ? 100 : 1_000);
    }
  });
});

describe("a nominee who is elected whatever the ties below", () => {
  it("is elected, and the branches that differ only below are not all followed to their ends", () => {
    const papers = [
      { weight: 6, ranking: [["A"]] },
      ...nominees.slice(1).map((nominee) => ({ weight: 1, ranking: [[nominee]] })),
    ];
    const { outcome, explanation } = counting.scottishStv({ nominees, seats: 2, papers });
    expect(outcome.elected).toEqual(["A"]);
    expect(outcome.undecided).toEqual({ tied: nominees.slice(1), seats: 1 });
    expect(explanation.length).toBeLessThan(1_000);
  });
});

describe("a count by Meek's method of many papers and seats", () => {
  it("follows fewer ties than a small one, since each of its branches costs more", () => {
    let drawn = 20230112;
    const below = (size: number) => {
      drawn = (drawn * 48_271) % 2_147_483_647;
      return drawn % size;
    };
    const many = Array.from({ length: 50 }, (_, place) => `unit ${place}`);
    // Most voters have much the same order, so those below have few votes, and are tied.
    const papers = Array.from({ length: 200 }, () => {
      const rest = [...many];
      const next = () => Math.min(...Array.from({ length: 8 }, () => below(rest.length)));
      return { weight: 1, ranking: many.map(() => rest.splice(next(), 1)) };
    });
    const { explanation, outcome } = counting.meek({ nominees: many, seats: 30, papers });
    expect(outcome.undecided?.tied.length).toBeGreaterThan(5);
    expect(explanation.filter(({ type }) => type === "BranchFollowed").length).toBeLessThan(20);
  });
});
