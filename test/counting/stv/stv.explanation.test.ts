import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scottishStv } from "../../../src/counting/stv/scottish.ts";
import { stepOf } from "../steps.ts";
import { elections, papers, rules } from "./elections.ts";
import { verdictOf } from "./verifier.ts";

const sorted = (names: Iterable<string>) => [...names].sort();

describe.each(rules)("the explanation of a count by %s", (name, rule) => {
  it("suffices, without a paper, to recompute every verdict", () => {
    fc.assert(
      fc.property(elections({ sizeMin: 3 }), fc.boolean(), (election, lot) => {
        const { outcome, explanation } = rule(election, lot ? { tieOrder: election.nominees } : {});
        const { always, sometimes } = verdictOf(explanation, !/Meek/.test(name));
        expect(sorted(always)).toEqual(sorted(outcome.elected));
        const tied = [...sometimes].filter((nominee) => !always.has(nominee));
        expect(sorted(tied)).toEqual(sorted(outcome.undecided?.tied ?? []));
      }),
      { numRuns: 60 },
    );
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
