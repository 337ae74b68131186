import { describe, expect, it } from "vitest";
import { twoRound } from "../../src/counting/elimination/two-round.ts";
import { copeland } from "../../src/counting/pairwise/copeland.ts";
import { minimax } from "../../src/counting/pairwise/minimax.ts";
import { rankedPairs } from "../../src/counting/pairwise/ranked-pairs.ts";
import { schulze } from "../../src/counting/pairwise/schulze.ts";
import { borda } from "../../src/counting/votes/borda.ts";
import { plurality } from "../../src/counting/votes/plurality.ts";
import { election, figures, orderOf, type Ranked, winners } from "./ranked-elections.ts";

/** Wikipedia, "Tennessee capital election": Memphis, Nashville, Chattanooga, Knoxville. */
const tennessee = election("42 M>N>C>K, 26 N>C>K>M, 15 C>K>N>M, 17 K>C>N>M");

/** M. Schulze, Social Choice and Welfare 36 (2011), the example of 45 voters; also Wikipedia, "Schulze method". */
const schulze45 = election(
  "5 A>C>B>E>D, 5 A>D>E>C>B, 8 B>E>D>A>C, 3 C>A>B>E>D, 7 C>A>E>B>D, 2 C>B>A>D>E, 7 D>C>E>B>A, 8 E>B>A>D>C",
);

describe("plurality", () => {
  it.each([
    ["Wikipedia, Tennessee", tennessee, "C 15, K 17, M 42, N 26", ["M"]],
    [
      "Condorcet 1785, the cycle of three",
      election("1 A>B>C, 1 B>C>A, 1 C>A>B"),
      "A 1, B 1, C 1",
      ["A", "B", "C"],
    ],
    ["a first place shared counts for none", election("2 A>B, 5 A=B, 1 B"), "A 2, B 1", ["A"]],
  ])("%s", (_, ranked, votes, elected) => {
    const count = plurality(ranked);
    expect([figures(count.totals), winners(count)]).toEqual([votes, elected]);
  });

  it("is the single non-transferable vote for several seats (Wikipedia, three seats)", () => {
    const ranked = election("819 A, 1804 B, 1996 C, 1999 D, 2718 E", { seats: 3 });
    expect(plurality(ranked).outcome).toEqual({
      elected: ["E", "D", "C"],
      notElected: ["B", "A"],
      vacant: 0,
    });
  });

  it("splits a first place shared where the rules say so, into exact parts", () => {
    expect(figures(plurality(election("1 A=B=C, 1 A"), { equalFirst: "split" }).totals)).toBe(
      "A 4/3, B 1/3, C 1/3",
    );
  });

  it("leaves only the tie at the last seat undecided, unless a frozen order breaks it", () => {
    const ranked = election("3 A, 3 B, 2 C, 2 D, 2 E, 1 F", { seats: 3 });
    expect(plurality(ranked).outcome.undecided).toEqual({ tied: ["C", "D", "E"], seats: 1 });
    expect(plurality(ranked, { tieOrder: ["E", "D"] }).outcome.elected).toEqual(["A", "B", "E"]);
    expect(plurality({ ...ranked, seats: 2 }).outcome.undecided).toBeUndefined();
  });

  it("leaves seats vacant that nobody stands for", () => {
    expect(plurality(election("1 A", { seats: 3 })).outcome).toEqual({
      elected: ["A"],
      notElected: [],
      vacant: 2,
    });
  });
});

describe("Borda", () => {
  it.each([
    ["Wikipedia, Tennessee, base 0", 0 as const, "C 173, K 107, M 126, N 194"],
    ["the same with base 1 adds a point a paper", 1 as const, "C 273, K 207, M 226, N 294"],
  ])("%s", (_, base, points) => {
    const count = borda(tennessee, { base });
    expect([figures(count.totals), orderOf(count)]).toEqual([points, "N>C>M>K"]);
  });

  it("averages over ranks shared and over the unranked, who may also go without", () => {
    const ranked = election("1 A=B>C, 1 A", { nominees: "ABC" });
    expect(figures(borda(ranked).totals)).toBe("A 7/2, B 2, C 1/2");
    expect(figures(borda(ranked, { unranked: "ignored" }).totals)).toBe("A 7/2, B 3/2, C 0");
  });

  it("is the positional rule of a vector where places have points of their own (Young 1975)", () => {
    const ranked = election("2 A>B>C, 1 B=C>A, 1 C");
    expect(figures(borda(ranked, { points: [5, 2, 0] }).totals)).toBe("A 11, B 17/2, C 17/2");
    expect(figures(borda(ranked, { points: [1], unranked: "ignored" }).totals)).toBe("A 2, B 1/2, C 3/2");
    expect(() => borda(ranked, { points: [1, 2] })).toThrow("points");
  });
});

describe("two rounds", () => {
  it("goes to a run-off of the two best (Wikipedia, Tennessee: Memphis against Nashville)", () => {
    const count = twoRound(tennessee);
    expect([count.rounds.map((round) => figures(round.figures)), winners(count)]).toEqual([
      ["C 15, K 17, M 42, N 26", "M 42, N 58"],
      ["N"],
    ]);
  });

  it("follows each pair where a tie leaves open who is second, or takes all of them into the run-off", () => {
    const ranked = election("4 A>B>C, 3 B>C>A, 3 C>B>A");
    expect(winners(twoRound(ranked))).toEqual(["B", "C"]);
    expect(winners(twoRound(ranked, { tiedForRunoff: "all" }))).toEqual(["A"]);
  });

  it("needs more than half: 11 of 22 is a second round", () => {
    expect(twoRound(election("11 A>B>C, 6 B>C>A, 5 C>B>A")).rounds).toHaveLength(2);
  });
});

describe("Schulze", () => {
  it("ranks the 45 voters' nominees E, A, C, B, D", () => {
    expect(orderOf(schulze(schulze45))).toBe("E>A>C>B>D");
  });

  it("leaves a cycle of equals undecided, and two level ones with one seat", () => {
    expect(schulze(election("1 A>B>C, 1 B>C>A, 1 C>A>B")).outcome.undecided).toEqual({
      tied: ["A", "B", "C"],
      seats: 1,
    });
    expect(schulze(election("1 A>B>C, 1 B>A>C")).outcome).toEqual({
      elected: [],
      notElected: ["C"],
      undecided: { tied: ["A", "B"], seats: 1 },
      vacant: 0,
    });
  });

  it("by ratio compares votes for with votes against, and puts a victory unopposed above all (Schulze 2011, 2.1)", () => {
    const pairs = (against: string) =>
      election(`6 A>B, ${against}3 B>C, 1 C>B, 5 C>A, 2 A>C`, { nominees: "ABC" });
    const by = (ranked: Ranked, strength: "ratio" | "winning-votes") =>
      winners(schulze(ranked, { strength, unranked: "ignored" }));
    // A beats B by 6 to 4, B beats C by 3 to 1, C beats A by 5 to 2: the weakest is A's by ratio, B's by votes.
    expect([by(pairs("4 B>A, "), "ratio"), by(pairs("4 B>A, "), "winning-votes")]).toEqual([["B"], ["C"]]);
    // A beats B by 6 to 0: the weakest is C's.
    expect([by(pairs(""), "ratio"), by(pairs(""), "winning-votes")]).toEqual([["A"], ["C"]]);
  });

  it("tells winning votes from margins where papers stop early", () => {
    const ranked = election("49 A, 24 B, 27 C>B", { nominees: "ABC" });
    expect([winners(schulze(ranked)), winners(schulze(ranked, { strength: "margins" }))]).toEqual([
      ["B"],
      ["A"],
    ]);
  });
});

describe("ranked pairs", () => {
  it("ranks Tennessee's towns by pairs (Wikipedia)", () => {
    expect(orderOf(rankedPairs(tennessee))).toBe("N>C>K>M");
  });

  it("takes equal victories in every order, together, or by a frozen order", () => {
    const ranked = election(
      "12 A>D>C>B, 3 B>A>C>D, 25 B>C>A>D, 21 C>B>A>D, 12 D>A>B>C, 21 D>A>C>B, 6 D>B>A>C",
    );
    expect(winners(rankedPairs(ranked, { strength: "margins" }))).toEqual(["B", "C"]);
    // The fourth example of ericgorr.net/condorcet/rankedpairs passes over A>C and C>B, which close a cycle together.
    expect(orderOf(rankedPairs(ranked, { strength: "margins", equalVictories: "together" }))).toBe("B>A>D>C");
    expect(winners(rankedPairs(ranked, { strength: "margins", tieOrder: ["A", "B", "C", "D"] }))).toEqual([
      "B",
    ]);
    expect(winners(rankedPairs(ranked, { strength: "margins", tieOrder: ["C", "D", "A", "B"] }))).toEqual([
      "C",
    ]);
  });

  it("may take, of two victories of one strength, the one with fewer papers against it first (Condorcet PHP)", () => {
    // B>C by 7, then A>B by 6 against 3, and C>A by 6 against 4.
    const ranked = election("2 A>B>C, 3 B>C>A, 3 C>A>B, 1 A>B, 1 A=B>C");
    expect(rankedPairs(ranked).outcome.undecided).toEqual({ tied: ["A", "B"], seats: 1 });
    expect(orderOf(rankedPairs(ranked, { fewerAgainstFirst: true }))).toBe("A>B>C");
  });

  it("says so when there are more orders than it may follow, and leaves the rest undecided", () => {
    const ranked = election("1 A>B>C>D>E, 1 B>C>D>E>A, 1 C>D>E>A>B, 1 D>E>A>B>C, 1 E>A>B>C>D");
    const count = rankedPairs(ranked, { branchesMax: 1 });
    expect(count.outcome.undecided?.tied).toEqual(["A", "B", "C", "D", "E"]);
    expect(count.explanation.map(({ type }) => type)).toContain("BranchUnexplored");
  });
});

describe("Copeland and minimax", () => {
  it.each([
    ["Copeland, wins", copeland(tennessee, { variant: "wins" }), "C 2, K 1, M 0, N 3"],
    ["Copeland, wins less losses", copeland(tennessee), "C 1, K -1, M -3, N 3"],
    ["minimax, winning votes (Wikipedia)", minimax(tennessee), "C 68, K 83, M 58, N 0"],
    ["minimax, margins (Wikipedia)", minimax(tennessee, { strength: "margins" }), "C 36, K 66, M 16, N -16"],
    [
      "minimax, opposition (Wikipedia)",
      minimax(tennessee, { strength: "pairwise-opposition" }),
      "C 68, K 83, M 58, N 42",
    ],
  ])("%s: Nashville", (_, count, votes) => {
    expect([figures(count.totals), winners(count)]).toEqual([votes, ["N"]]);
  });
});
