import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Election, RankedPaper } from "../../../src/counting/rule.ts";
import { cambridgeStv } from "../../../src/counting/stv/cambridge.ts";
import { minneapolisStv } from "../../../src/counting/stv/minneapolis.ts";
import { scottishStv } from "../../../src/counting/stv/scottish.ts";
import type { StvCount } from "../../../src/counting/stv/stv.ts";
import { wigm } from "../../../src/counting/stv/wigm.ts";
import { zero } from "../../../src/kernel/fraction.ts";
import { stepOf, stepsOf } from "../steps.ts";
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

/** The rules, and that of Cambridge with a small minimum: its result depends on the order of papers, theirs does not. */
const explainedRules: typeof rules = [
  ...rules,
  ["Cambridge", (election, options) => cambridgeStv(election, { ...options, minimumVotes: 2 })],
];

describe.each(explainedRules)("the explanation of a count by %s", (name, rule) => {
  it("suffices, without a paper, to recompute every verdict", () => {
    fc.assert(
      fc.property(elections({ sizeMin: 3 }), fc.boolean(), (election, lot) =>
        expectRecomputed(name, rule(election, lot ? { tieOrder: election.nominees } : {})),
      ),
      { numRuns: 60 },
    );
  });
});

describe("the explanation of a count by Cambridge of who is below the minimum", () => {
  it("says that all of them go before it says in which order, so that each branch is known to elect none", () => {
    const election = { nominees: ["A", "D", "Đ"], seats: 1, papers: papers("1 D", "1 Đ") };
    const count = cambridgeStv(election, { minimumVotes: 2 });
    expectRecomputed("Cambridge", count);
    const excluded = count.explanation.findIndex(({ type }) => type === "TieFollowed");
    expect(stepsOf(count.explanation.slice(0, excluded), "NomineeExcluded")).toHaveLength(3);
    expect(count.outcome).toEqual({ elected: [], notElected: ["A", "D", "Đ"], vacant: 1 });
  });
});

describe("exchanges of nominees", () => {
  const exchangesOf = (election: Election<RankedPaper>) =>
    stepsOf(scottishStv(election).explanation, "ExchangesFound").flatMap(({ exchanges }) => exchanges);
  /** The papers one by one, with the nominees of each rank sorted, and these sorted too. */
  const written = ({ papers }: Election<RankedPaper>, nameOf = (name: string) => name) =>
    papers
      .flatMap(({ ranking, weight }) =>
        Array.from({ length: Number(weight) }, () =>
          JSON.stringify(ranking.map((rank) => rank.map(nameOf).sort())),
        ),
      )
      .sort();

  it("leave the papers as they are", () => {
    fc.assert(
      fc.property(elections(), (election) => {
        for (const pairs of exchangesOf(election)) {
          const by = new Map(pairs.map((pair) => [pair.nominee, pair.by]));
          expect(new Set(by.values())).toEqual(new Set(by.keys()));
          expect(written(election, (name) => by.get(name) ?? name)).toEqual(written(election));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("are found where papers go round, with ranks of several and ranks left out", () => {
    const round = (from: number) => ["ABCD"[from % 4] ?? "", "ABCD"[(from + 1) % 4] ?? ""];
    const election = {
      nominees: [..."ABCD"],
      seats: 2,
      papers: [0, 1, 2, 3].map((from) => ({ weight: 2, ranking: [round(from), [], round(from + 2)] })),
    };
    const [pairs] = exchangesOf(election);
    expect(pairs?.length).toBeGreaterThan(0);
    expect(scottishStv(election).outcome.undecided?.tied).toEqual([..."ABCD"]);
  });

  it("are none of a nominee who withdrew, of an undeclared one, or where a lot orders all", () => {
    const election = { nominees: ["A", "B", "C"], seats: 1, papers: papers("2 A", "2 B", "2 C") };
    const exchangedBy = ({ explanation }: StvCount) =>
      stepsOf(explanation, "ExchangesFound").flatMap(({ exchanges }) => exchanges.flat().map(({ by }) => by));
    expect(new Set(exchangedBy(scottishStv(election, { withdrawn: ["C"] })))).toEqual(new Set(["A", "B"]));
    expect(new Set(exchangedBy(minneapolisStv(election, { undeclared: ["C"] })))).toEqual(
      new Set(["A", "B"]),
    );
    expect(new Set(exchangedBy(wigm(election, { undeclared: ["C"] })))).toEqual(new Set(["A", "B"]));
    expect(exchangedBy(scottishStv(election, { tieOrder: ["A", "B", "C"] }))).toEqual([]);
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
