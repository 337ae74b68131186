import { describe, expect, it } from "vitest";
import { passed, ranked, resultOf } from "./keyed.ts";

const quotaOption = "condorcetPhp:STV.Quota";

// Keyed from github.com/julien-boudry/Condorcet, tests/src/Algo/Methods/STV/SingleTransferableVoteTest.php.
describe("a count by STV of Condorcet PHP", () => {
  const options = { variant: "condorcet-php-fractional", unranked: "exhaust" };

  it("lists in its last round who is elected for the last seat (result 2)", () => {
    const candidates = [..."OPCSH"];
    const ballots = ranked("4 O", "2 P>O", "8 C>S", "4 C>H", "1 S", "1 H");
    const rounds = [
      { votes: { C: 12, O: 4, P: 2, S: 1, H: 1 } },
      { votes: { S: 5, O: 4, H: 3, P: 2 } },
      { votes: { O: 6, S: 5, H: 3 } },
      { votes: { S: 5, H: 3 } },
      { votes: { S: 5 } },
    ];
    const expected = { winners: [..."COS"], order: [["C"], ["O"], ["S"]], quota: 6, rounds };
    const given = { method: "stv", candidates, ballots, options: { ...options, seats: 3 } };
    expect(resultOf({ ...given, expected })).toEqual(passed);
    const wrong = { ...expected, rounds: [...rounds.slice(0, 4), { votes: { S: 6 } }] };
    expect(resultOf({ ...given, expected: wrong })).toMatchObject({ status: "failed" });
  });

  it.each([
    "StvQuotas::HAGENBACH_BISCHOFF",
    "StvQuotas::fromString('Hagenbach-Bischoff')",
    "Hagenbach-Bischoff quota",
  ])(
    "elects who reaches the quota of Hagenbach and Bischoff (result alternative quotas 4, by %s)",
    (quota) => {
      const ballots = ranked("25 A", "34 C>B>D", "7 B>D", "8 D>B", "5 D>S", "21 S>D");
      const rounds = [
        { votes: { C: 34, A: 25, S: 21, D: 13, B: 7 } },
        { votes: { S: 21, B: 16, D: 13 } },
        { votes: { S: 26, B: 24 } },
      ];
      const expected = { winners: [..."CAS"], order: [["C"], ["A"], ["S"]], quota: 25, rounds };
      const candidates = [..."ACBDS"];
      const given = {
        method: "stv",
        candidates,
        ballots,
        options: { ...options, seats: 3, [quotaOption]: quota },
      };
      expect(resultOf({ ...given, expected })).toEqual(passed);
    },
  );

  it("prints a quota of thirds as a float (result alternative quotas 1)", () => {
    const given = {
      method: "stv",
      ballots: ranked("45 A>C", "25 C", "30 B"),
      options: { ...options, seats: 2, [quotaOption]: "Hagenbach-Bischoff" },
    };
    const expected = { winners: ["A", "C"], quota: 33.333_333_333 };
    expect(resultOf({ ...given, expected })).toEqual(passed);
    expect(resultOf({ ...given, expected: { ...expected, quota: 33.34 } })).toMatchObject({
      status: "failed",
    });
  });
});

describe("a count by the rule of Cambridge", () => {
  // Worked by hand from the sources that the rule names: A has 10 of 19 papers, and the third, sixth and ninth go on.
  const given = {
    method: "stv",
    candidates: [..."ABCD"],
    ballots: ranked("2 A>D", "1 A>B", "2 A>D", "1 A>C", "2 A>D", "1 A>B", "1 A>D", "4 B", "5 C"),
    expected: {
      winners: ["A", "C"],
      rounds: [
        { votes: { A: "10", B: "4", C: "5", D: "0" } },
        { votes: { A: "7", B: "6", C: "6", D: "0" } },
        { votes: { A: "7", B: "6", C: "6", D: "0" } },
        { votes: { A: "7", B: "0", C: "6", D: "0" } },
      ],
    },
  };
  const options = { seats: 2, variant: "cambridge", unranked: "exhaust", minimumVotes: 1 };

  it("takes the papers in the order of the case", () => {
    expect(resultOf({ ...given, options })).toEqual(passed);
    const reversed = { ...given, ballots: [...given.ballots].reverse() };
    expect(resultOf({ ...reversed, options })).toMatchObject({ status: "failed" });
  });

  it("reads the minimum of votes, which no other variant does", () => {
    expect(resultOf({ ...given, options: { ...options, minimumVotes: 50 } })).toMatchObject({
      status: "failed",
    });
    expect(resultOf({ ...given, options: { ...options, variant: "cfer" } })).toMatchObject({
      status: "skipped",
    });
  });
});
