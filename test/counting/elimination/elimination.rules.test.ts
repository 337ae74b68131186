import { describe, expect, it } from "vitest";
import { exhaustiveBallot } from "../../../src/counting/elimination/exhaustive-ballot.ts";
import { instantRunoff } from "../../../src/counting/elimination/instant-runoff.ts";
import { thresholdRound, votesToPass } from "../../../src/counting/elimination/threshold-round.ts";
import type { Count } from "../../../src/counting/rule.ts";
import { election, figures, winners } from "../ranked-elections.ts";
import { stepOf } from "../steps.ts";

const rounds = (count: Count) => count.rounds.map((round) => figures(round.figures));

describe("instant run-off", () => {
  it("elects Knoxville of Tennessee's towns (Wikipedia)", () => {
    const count = instantRunoff(election("42 M>N>C>K, 26 N>C>K>M, 15 C>K>N>M, 17 K>C>N>M"));
    expect([rounds(count), winners(count)]).toEqual([
      ["C 15, K 17, M 42, N 26", "K 32, M 42, N 26", "K 58, M 42"],
      ["K"],
    ]);
  });

  it("follows every way of a tie for last: one that decides is undecided, one that does not is only explained", () => {
    const open = instantRunoff(election("2 A>B, 2 B>A, 3 C>A"));
    expect(open.outcome.undecided).toEqual({ tied: ["A", "B"], seats: 1 });
    const harmless = instantRunoff(election("1 A>C, 1 B>C, 4 C, 3 D", { nominees: "ABCD" }));
    expect(harmless.outcome.elected).toEqual(["C"]);
    expect(stepOf(harmless.explanation, "NomineesExcluded").ground).toBe("tiedTogether");
  });

  it("takes a majority of those who reach the minimum, since all others are eliminated at once (RCTab)", () => {
    const ranked = election("6 A, 5 B, 1 C>B, 1 D>B", { nominees: "ABCD" });
    expect(winners(instantRunoff(ranked))).toEqual(["B"]);
    expect(winners(instantRunoff(ranked, { minimumVotes: 2 }))).toEqual(["A"]);
    expect(winners(instantRunoff(ranked, { minimumVotes: 9 }))).toEqual(["B"]);
  });

  it("breaks a tie for last by earlier rounds, then by the frozen order", () => {
    const ranked = election("1 H>G, 2 G, 3 S, 3 D");
    const count = instantRunoff(ranked, { lookBack: true, tieOrder: ["S", "D", "G", "H"] });
    expect([rounds(count)[1], winners(count)]).toEqual(["D 3, G 3, S 3", ["S"]]);
    expect(count.rounds[1]?.conclusions).toMatchObject([
      { type: "TieBroken", data: { picked: "G", by: "earlierRound" } },
      { type: "NomineesExcluded", data: { nominees: ["G"] } },
    ]);
  });

  it.each([
    ["exhaust", "A 3, B 2, C 2", "1"],
    ["skip", "A 3, B 2, C 3", "0"],
    ["exhaust-if-several-stand", "A 3, B 2, C 2", "1"],
  ] as const)("counts a rank of several as the rules say: %s", (overvotes, votes, exhausted) => {
    const [round] = instantRunoff(election("3 A, 2 B, 2 C, 1 A=B>C"), { overvotes }).rounds;
    expect([figures(round?.figures ?? []), String(round?.exhausted.numerator)]).toEqual([votes, exhausted]);
  });

  it("stops a paper after too many ranks left out, and at a repeat, where the rules say so", () => {
    const skipped = instantRunoff(election("2 A, 1 ->->B, 1 ->B", { nominees: "AB" }), {
      skippedRanksMax: 1,
    });
    expect(figures(skipped.totals)).toBe("A 2, B 1");
    const repeats = election("4 A, 4 B, 2 C>C>A, 1 C>B");
    expect(winners(instantRunoff(repeats, { repeats: "exhaust" }))).toEqual(["B"]);
    expect(winners(instantRunoff(repeats, { repeats: "skip" }))).toEqual(["A"]);
  });

  it("eliminates in batches, on until two are left, what a majority is of stays as it was found", () => {
    const count = instantRunoff(election("8 A, 3 B, 3 C, 2 D, 1 E", { nominees: "ABCDEF" }), {
      eliminate: "batch",
      untilTwoLeft: true,
      tieOrder: ["A", "B", "C", "D", "E", "F"],
    });
    const lists = count.rounds.map(({ conclusions }) =>
      conclusions.flatMap(({ data }) => ("nominees" in data ? [data.nominees] : [])),
    );
    expect(lists).toEqual([[["F", "E"]], [["D"]], [["A"]], [["C"]], []]);
  });

  it("elects all who are left with a share of the first round (RCTab, bottoms-up with a threshold)", () => {
    const ranked = election("5 A>B, 5 B>C, 4 C>D>E>F>G, 3 D>E>F>G, 3 G, 1 H>G, 1 H, 1 E>A, 4 A", {
      nominees: "ABCDEFGH",
    });
    const count = instantRunoff(ranked, {
      share: { numerator: 15, denominator: 100 },
      majorityOf: "first-round",
      tieOrder: [..."ABCDGHEF"],
    });
    expect([...count.outcome.elected]).toEqual(["A", "B", "G"]);
  });

  it("eliminates at once all who have less than the share, and elects nobody where that is all", () => {
    const ranked = election("9 A, 5 B, 3 C>A, 1 D>C>B");
    const eliminate = "below-share";
    const count = instantRunoff(ranked, { share: { numerator: 1, denominator: 4 }, eliminate });
    expect([rounds(count), [...count.outcome.elected]]).toEqual([
      ["A 9, B 5, C 3, D 1", "A 12, B 6"],
      ["A", "B"],
    ]);
    const none = instantRunoff(ranked, { share: { numerator: 3, denominator: 4 }, eliminate });
    expect(none.outcome).toEqual({ elected: [], notElected: ["A", "B", "C", "D"], vacant: 0 });
    expect(() => instantRunoff(ranked, { eliminate })).toThrow(/eliminate/);
  });

  it("lets those who cannot be elected go first, their votes counted before", () => {
    const count = instantRunoff(election("5 W, 3 A, 1 B"), { ineligible: ["W"] });
    expect([rounds(count), winners(count)]).toEqual([["A 3, B 1, W 5", "A 3, B 1"], ["A"]]);
  });

  it("passes over the withdrawn as if they had never stood", () => {
    expect(winners(instantRunoff(election("4 X>A, 3 B, 2 A"), { withdrawn: ["X"] }))).toEqual(["A"]);
  });
});

describe("the exhaustive ballot", () => {
  it("drops the last one vote after vote until one has more than half", () => {
    const count = exhaustiveBallot(election("5 A>B>C, 4 B>A>C, 3 C>B>A"));
    expect([rounds(count), winners(count)]).toEqual([["A 5, B 4, C 3", "A 5, B 7"], ["B"]]);
  });
});

describe("a round with a threshold", () => {
  const majority = (base: number) => ({ share: { numerator: 1, denominator: 2 }, strict: true, base });
  const tally = (votes: Record<string, number>, seats = 1) => ({
    nominees: Object.keys(votes),
    seats,
    votes: new Map(Object.entries(votes)),
  });

  it.each([
    ["FIFA 2010, more than half of 22", majority(22), 12n],
    ["IOC 2005, more than half of 97", majority(97), 49n],
    [
      "UN Security Council 2016, two thirds of 190",
      { share: { numerator: 2, denominator: 3 }, strict: false, base: 190 },
      127n,
    ],
    ["80 % of 10", { share: { numerator: 4, denominator: 5 }, strict: false, base: 10 }, 8n],
  ])("%s", (_, needed, votes) => {
    expect(votesToPass(needed).numerator).toBe(votes);
  });

  it("drops the last one while nobody passes: 11 of 22 is not more than half (FIFA 2022, round 1)", () => {
    const count = thresholdRound(tally({ Qatar: 11, Korea: 4, USA: 3, Japan: 3, Australia: 1 }), {
      needed: majority(22),
      onFailure: "drop-lowest",
    });
    expect([count.outcome.elected, count.outcome.vacant]).toEqual([[], 1]);
    expect(stepOf(count.explanation, "NextRoundOrdered")).toMatchObject({
      dropped: ["Australia"],
      tiedForLast: [],
    });
  });

  it("drops nobody when two are tied for last, and names them", () => {
    const count = thresholdRound(tally({ Tokyo: 42, Istanbul: 26, Madrid: 26 }), {
      needed: majority(94),
      onFailure: "drop-lowest",
    });
    expect(stepOf(count.explanation, "NextRoundOrdered")).toMatchObject({
      dropped: [],
      tiedForLast: ["Istanbul", "Madrid"],
    });
  });

  it("votes again among twice as many as open seats (UN, rule 94)", () => {
    const count = thresholdRound(tally({ A: 130, B: 100, C: 90, D: 40, E: 12 }, 2), {
      needed: { votes: 127 },
      onFailure: "restrict",
    });
    expect(count.outcome.elected).toEqual(["A"]);
    expect(stepOf(count.explanation, "NextRoundOrdered")).toMatchObject({
      field: ["B", "C"],
      dropped: ["D", "E"],
      seats: 1,
    });
  });

  it("is passed by nobody over a base of nobody, and by nobody where more than all is asked", () => {
    const share = { numerator: 0, denominator: 1 };
    const vote = tally({ A: 0, B: 0 });
    const none = thresholdRound(vote, { needed: { share, strict: false, base: 0 } });
    expect(none.outcome).toEqual({ elected: [], notElected: ["A", "B"], vacant: 1 });
    const all = { numerator: 1, denominator: 1 };
    expect(votesToPass({ share: all, strict: true, base: 5 }).numerator).toBe(6n);
  });

  it("chooses the best of too many who pass, and leaves the tied undecided", () => {
    const { outcome } = thresholdRound(tally({ A: 9, B: 8, C: 8, D: 2 }, 2), { needed: { votes: 5 } });
    expect(outcome).toEqual({
      elected: ["A"],
      notElected: ["D"],
      undecided: { tied: ["B", "C"], seats: 1 },
      vacant: 0,
    });
  });
});

describe("two who are tied for last with no vote, because papers place them level", () => {
  it("do not leave an exhaustive ballot together: once one is gone, those papers count for the other", () => {
    const ranked = election("2 A=B, 2 C, 2 D", { nominees: "ABCD" });
    expect(exhaustiveBallot(ranked).outcome.undecided).toEqual({ tied: ["A", "B", "C", "D"], seats: 1 });
  });
});
