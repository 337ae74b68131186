import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scottishStv } from "../../../src/counting/stv/scottish.ts";
import type { StvCount } from "../../../src/counting/stv/stv.ts";
import { zero } from "../../../src/kernel/fraction.ts";
import { stepOf } from "../steps.ts";
import { elections, guarded, guardedMeek, guardOf, papers, rules } from "./elections.ts";
import { verdictOf } from "./verifier.ts";

const sorted = (names: Iterable<string>) => [...names].sort();

function expectRecomputed(name: string, { outcome, explanation }: StvCount): void {
  const guard = /guarded/.test(name) ? guardOf(guarded) : zero;
  const { always, sometimes } = verdictOf(explanation, !/Meek/.test(name), guard);
  expect(sorted(always)).toEqual(sorted(outcome.elected));
  const tied = [...sometimes].filter((nominee) => !always.has(nominee));
  expect(sorted(tied)).toEqual(sorted(outcome.undecided?.tied ?? []));
}

describe.each(rules)("the explanation of a count by %s", (name, rule) => {
  it("suffices, without a paper, to recompute every verdict", () => {
    fc.assert(
      fc.property(elections({ sizeMin: 3 }), fc.boolean(), (election, lot) =>
        expectRecomputed(name, rule(election, lot ? { tieOrder: election.nominees } : {})),
      ),
      { numRuns: 60 },
    );
  });
});

describe("a tie at figures that rounding in the guard digits sets apart", () => {
  const election = {
    nominees: ["A", "B", "C", "D", "E"],
    seats: 3,
    papers: papers("3 B D", "3 E B D", "2 C E"),
  };
  // C has 2 votes. D has 2 votes less 5 units of the last guard digit, and the surplus is 4 such units.
  const count = guardedMeek(election);

  it("is a tie", () => {
    expect(count.outcome).toMatchObject({ elected: ["B", "E"], undecided: { tied: ["C", "D"], seats: 1 } });
  });

  it("is a tie also for a reader of the explanation who knows the guard digits", () => {
    expectRecomputed("Meek, guarded, sure losers", count);
  });

  it("is no tie for a reader who takes every digit for a difference", () => {
    expect(() => verdictOf(count.explanation, false)).toThrow();
  });
});

describe("an explanation that was changed", () => {
  const election = {
    nominees: ["A", "B", "C", "D"],
    seats: 2,
    papers: papers("7 A B", "2 B", "3 C", "1 D C"),
  };
  const { explanation } = scottishStv(election);

  it.each(["SurplusTransferred", "NomineeExcluded", "NomineeElected", "PapersTransferred", "RoundClosed"])(
    "no longer adds up without its %s",
    (type) => {
      const place = explanation.findIndex((step) => step.type === type);
      expect(() =>
        verdictOf(
          explanation.filter((_, index) => index !== place),
          true,
        ),
      ).toThrow();
    },
  );
});

describe("an open tie inside a count", () => {
  const election = { nominees: ["A", "B", "C"], seats: 1, papers: papers("2 A", "1 B A", "1 C B") };

  it("is followed every way it may fall, and each way is written down under its number", () => {
    const { outcome, explanation, rounds } = scottishStv(election);
    expect(stepOf(explanation, "TieFollowed")).toMatchObject({
      action: "exclude",
      tied: ["B", "C"],
      branches: [{ picked: "B" }, { picked: "C" }],
    });
    // B out: A has 3 of 4. C out: A and B are level at 2; looking back, B had 1: out.
    expect(outcome.elected).toEqual(["A"]);
    expect(rounds).toHaveLength(1);
  });

  it("is settled by the frozen order: the one kept last goes", () => {
    const { explanation } = scottishStv(election, { tieOrder: ["C", "B", "A"] });
    expect(stepOf(explanation, "TieBroken")).toMatchObject({ tied: ["B", "C"], picked: "B", by: "tieOrder" });
  });

  it("stays open where the frozen order does not name enough of those tied", () => {
    expect(
      scottishStv(election, { tieOrder: ["A"] }).explanation.some(({ type }) => type === "TieFollowed"),
    ).toBe(true);
  });
});
