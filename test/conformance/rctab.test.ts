import { describe, expect, it } from "vitest";
import { passed, ranked, resultOf } from "./keyed.ts";

const rules = {
  tiebreakMode: "useCandidateOrder",
  overvoteRule: "exhaustImmediately",
  decimalPlacesForVoteArithmetic: "4",
  minimumVoteThreshold: "0",
  maxSkippedRanksAllowed: "1",
  maxRankingsAllowed: "max",
};

const severalAtOnce = "multiWinnerAllowMultipleWinnersPerRound";
const oneAtOnce = "multiWinnerAllowOnlyOneWinnerPerRound";
const stv = (mode: string, seats: number, others = {}) => ({
  seats,
  variant: `rctab-${mode}`,
  rctab: { ...rules, winnerElectionMode: mode, numberOfWinners: String(seats), ...others },
});

// Keyed from the test data of RCTab, github.com/BrightSpots/rcv, src/test/resources/.../test_data; the name of the
// folder stands with each.
describe("a race of RCTab", () => {
  it("drops at once whoever is below the percentage (multi_seat_bottoms_up_with_cutoff_eliminate)", () => {
    const options = {
      seats: 0,
      variant: "rctab-percentage",
      rctab: {
        ...rules,
        winnerElectionMode: "bottomsUpUsingPercentageThreshold",
        multiSeatBottomsUpPercentageThreshold: "15",
        cutoffElimination: true,
      },
    };
    const ballots = ranked(
      ...["5 A>B>C>D>E", "5 B>C>D>E>F", "4 C>D>E>F>G", "3 D>E>F>G>H", "1 G>F>H", "2 G>H", "1 H>G"],
      ...["1 H", "1 E>A", "4 A"],
    );
    const first = { A: "9", B: "5", C: "4", D: "3", E: "1", F: "0", G: "3", H: "2" };
    const rounds = [
      { round: 1, quota: "4.05", votes: first, elected: [], eliminated: [..."CDEFGH"] },
      { round: 2, quota: "2.25", votes: { A: "10", B: "5" }, elected: ["A", "B"], eliminated: [] },
    ];
    const given = { method: "irv-threshold", candidates: [..."ABCDEFGH"], ballots, options };
    expect(resultOf({ ...given, expected: { winners: ["A", "B"], rounds } })).toEqual(passed);
  });

  it("elects the first in the order of those level (test_set_allow_only_one_winner_per_round)", () => {
    const options = stv(oneAtOnce, 3, { nonIntegerWinningThreshold: true });
    const ballots = ranked("3 A>B>C", "3 B>C>D", "3 C>D");
    const rounds = [
      { round: 1, quota: "2.2501", votes: { A: "3", B: "3", C: "3", D: "0" }, elected: ["A"] },
      { round: 2, votes: { A: "2.2501", B: "3.7497", C: "3", D: "0" }, elected: ["B"] },
      { round: 3, votes: { A: "2.2501", B: "2.2501", C: "4.4994", D: "0" }, elected: ["C"] },
      { round: 4, votes: { A: "2.2501", B: "2.2501", C: "2.2501", D: "0" }, elected: [] },
    ];
    const given = { method: "stv", candidates: [..."ABCD"], ballots, options };
    expect(resultOf({ ...given, expected: { winners: [..."ABC"], rounds } })).toEqual(passed);
  });

  it("drops undeclared write-ins before anybody is elected (multi_seat_uwi_test)", () => {
    const candidates = ["A", "B", "C", "Undeclared Write-ins"];
    const ballots = [...ranked("6 A", "3 B", "2 C"), { weight: 4, ranking: [["Undeclared Write-ins"]] }];
    const rounds = [
      { round: 1, quota: "6", votes: { A: "6", B: "3", C: "2" }, eliminated: ["Undeclared Write-ins"] },
      { round: 2, votes: { A: "6", B: "3", C: "2" }, elected: ["A"], inactive: { exhaustedChoices: "4" } },
      { round: 3, votes: { A: "6.0000", B: "3", C: "2" }, eliminated: ["C"] },
      { round: 4, votes: { A: "6.0000", B: "3" }, elected: ["B"], inactive: { exhaustedChoices: "6" } },
    ];
    const given = { method: "stv", candidates, ballots, options: stv(severalAtOnce, 2) };
    expect(resultOf({ ...given, expected: { winners: ["A", "B"], rounds } })).toEqual(passed);
  });

  it("elects all where there are more seats, and moves nothing (more_winners_than_candidates)", () => {
    const ballots = ranked("4 M", "3 D", "1 G", "1 G>D", "1 T>G");
    const votes = { M: "4", D: "3", G: "2", T: "1" };
    const rounds = [{ round: 1, quota: "2", votes, elected: [..."MDGT"], eliminated: [] }];
    const given = { method: "stv", candidates: [..."TDGM"], ballots, options: stv(severalAtOnce, 5) };
    expect(resultOf({ ...given, expected: { winners: [..."MDGT"], rounds } })).toEqual(passed);
  });

  it("takes a Hare quota up to whole votes, and eliminates bottoms-up until the seats are left", () => {
    const ballots = ranked("6 A>B", "3 B", "2 C>B");
    const hare = stv(severalAtOnce, 2, { hareQuota: true });
    const rounds = [{ round: 1, quota: "6", votes: { A: "6", B: "3", C: "2" }, elected: ["A"] }];
    expect(
      resultOf({ method: "stv", ballots, options: hare, expected: { winners: ["A", "B"], rounds } }),
    ).toEqual(passed);
    const left = [
      { round: 1, quota: "4", votes: { A: "6", B: "3", C: "2" }, eliminated: ["C"], elected: [] },
      { round: 2, quota: "4", votes: { A: "6", B: "5" }, elected: ["A", "B"] },
    ];
    const options = stv("bottomsUp", 2);
    expect(
      resultOf({ method: "stv", ballots, options, expected: { winners: ["A", "B"], rounds: left } }),
    ).toEqual(passed);
  });
});
