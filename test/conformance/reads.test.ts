import { describe, expect, it } from "vitest";
import { passed, ranked, resultOf } from "./keyed.ts";

describe("a value of an option that nobody reads", () => {
  it.each<[method: string, options: Record<string, unknown>, reason: string]>([
    ["schulze", { strength: "loudness" }, "strength loudness is not read"],
    ["ranked-pairs", { strength: "pairwise-opposition" }, "strength pairwise-opposition is not read"],
    ["copeland", { variant: "llull" }, "variant llull is not built"],
    ["irv", { ties: "coin" }, "ties coin is not read"],
    [
      "irv",
      { rctab: { treatBlankAsUndeclaredWriteIn: true } },
      'rctab {"treatBlankAsUndeclaredWriteIn":true} is not read',
    ],
    ["borda", { votekit: { tiebreak: "first_place" } }, 'votekit {"tiebreak":"first_place"} is not read'],
    ["borda", { points: [1, 2] }, "points 1,2 are not read"],
    ["stv", { variant: "scottish", omega: "1e-9" }, "omega 1e-9 is not read"],
    ["stv", { variant: "scottish", arithmetic: "fixed-p9-d9" }, "arithmetic fixed-p9-d9 is not read"],
    ["stv", { variant: "wigm", quota: "hare" }, "quota hare is not read"],
    ["stv", { variant: "pyrankvote-droop-fractional", tieOrder: ["A"] }, 'tieOrder ["A"] is not read'],
    [
      "stv",
      { variant: "rctab-multiWinnerAllowMultipleWinnersPerRound", rctab: { coinToss: true } },
      'rctab {"coinToss":true} is not read',
    ],
    ["stv", { variant: "gregory-1880" }, "variant gregory-1880 is not built"],
    ["stv", { variant: "votekit-fractional", quota: "twice" }, "quota twice is not built"],
    ["approval", { votesPerBallot: 2 }, "option votesPerBallot is not read"],
  ])("skips a case of %s with %j", (method, options, reason) => {
    const ballots = method === "approval" ? [{ weight: 2, approvals: ["A"] }] : ranked("2 A>B>C");
    expect(resultOf({ method, options, ballots })).toEqual({ status: "skipped", reason });
  });

  it("skips a case that expects nothing, since no count could fail it", () => {
    const result = resultOf({ method: "plurality", ballots: ranked("1 A"), expected: {} });
    expect(result).toEqual({ status: "skipped", reason: "nothing is expected" });
  });

  it("skips papers with equal ranks where the variant does not say what they do", () => {
    const ballots = ranked("2 A=B>C");
    expect(resultOf({ method: "stv", options: { variant: "scottish" }, ballots })).toEqual({
      status: "skipped",
      reason: "equal ranks in variant scottish are not read",
    });
  });
});

describe("what a case holds besides winners", () => {
  it("is read by the full names of its candidates, wherever these stand", () => {
    const names = { A: "Anna", B: "Bình", C: "<overvote>" };
    const ballots = ranked("2 A>B", "1 C");
    const options = { variant: "rctab", rctab: { overvoteRule: "exhaustImmediately" } };
    for (const winners of [["Anna"], ["A"]])
      expect(resultOf({ method: "irv", options, names, ballots, expected: { winners } })).toEqual(passed);
  });

  it("is compared by how many papers count, are blank and are invalid", () => {
    const ballots = [
      ...ranked("2 A>B"),
      { weight: 3, ranking: [] },
      { weight: 1, ranking: [], raw: { A: 1, B: -1 } },
    ];
    const expected = { winners: ["A"], tallied: 2, abstentions: 3, invalid: 1 };
    expect(resultOf({ method: "plurality", ballots, expected })).toEqual(passed);
    const wrong = resultOf({ method: "plurality", ballots, expected: { ...expected, invalid: 0 } });
    expect(wrong).toMatchObject({ status: "failed" });
  });

  it("is compared by who came into the run-off", () => {
    const ballots = ranked("4 A>C", "3 B>C", "2 C>B");
    const run = (runoff: string[]) =>
      resultOf({ method: "two-round", ballots, expected: { winners: ["B"], runoff } });
    expect([run(["B", "A"]), run(["A", "C"])]).toMatchObject([passed, { status: "failed" }]);
  });

  it("may be figures by another count of pairs, if these rank all alike (Copeland)", () => {
    const ballots = ranked("2 A>B>C", "1 B>C>A");
    const run = (totals: Record<string, number>) =>
      resultOf({ method: "copeland", ballots, expected: { winners: ["A"], totals } });
    expect([run({ A: 2, B: 1, C: 0 }), run({ A: 2, B: 0, C: 1 })]).toMatchObject([
      passed,
      { status: "failed" },
    ]);
  });
});

describe("a strength by ratio", () => {
  it.each(["schulze", "ranked-pairs", "minimax"])(
    "decides a cycle in %s otherwise than margins do",
    (method) => {
      // A over B 11 to 7, B over C 8 to 5, C over A 12 to 6: the least victory is another one by each strength.
      const ballots = ranked("1 A>B>C", "2 B>C>A", "5 C>A>B", "5 A", "5 B>C");
      for (const [strength, name] of Object.entries({ margins: "C", ratio: "B" }))
        expect(resultOf({ method, options: { strength }, ballots, expected: { winners: [name] } })).toEqual(
          passed,
        );
    },
  );
});

describe("a round with a threshold", () => {
  const tallies = { A: 49, B: 45 };
  const shared = { method: "threshold-round", candidates: ["A", "B"], tallies, validBallots: 94 };

  it("is won with the number of votes that the source needs, before any share", () => {
    const options = { threshold: "two-thirds", votesNeeded: 49 };
    expect(resultOf({ ...shared, options, expected: { winners: ["A"], votesNeeded: 49 } })).toEqual(passed);
  });

  it("elects nobody where it is a run-off for who leaves (IOC 2013: Istanbul 49, Madrid 45)", () => {
    const options = {
      threshold: "absolute-majority",
      stage: "tie-runoff",
      onFailure: "drop-lowest-and-revote",
    };
    expect(resultOf({ ...shared, options, expected: { winners: [], eliminated: ["B"] } })).toEqual(passed);
  });
});

describe("points of places", () => {
  it.each<[options: Record<string, unknown>, totals: Record<string, number>]>([
    [{ points: [3, 1, 0] }, { A: 7, B: 5, C: 0 }],
    [{ scoreVector: [1, 0.5, 0.25] }, { A: 2.5, B: 2, C: 0.75 }],
    [{ votekit: { score_vector: "[3, 1, 0]" } }, { A: 7, B: 5, C: 0 }],
  ])("%j give their totals", (options, totals) => {
    const ballots = ranked("2 A>B>C", "1 B>A>C");
    expect(resultOf({ method: "borda", options, ballots, expected: { winners: ["A"], totals } })).toEqual(
      passed,
    );
  });
});
