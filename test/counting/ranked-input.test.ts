import { describe, expect, it } from "vitest";
import { instantRunoff } from "../../src/counting/elimination/instant-runoff.ts";
import { thresholdRound } from "../../src/counting/elimination/threshold-round.ts";
import { InvalidInput } from "../../src/kernel/problem.ts";
import { election, rules } from "./ranked-elections.ts";

const good = election("1 A>B, 2 B", { nominees: "AB" });
const paper = (ranking: unknown, weight: unknown = 1) => ({ ...good, papers: [{ weight, ranking }] });

function problemsOf(count: () => unknown): string[] {
  try {
    count();
  } catch (error) {
    if (error instanceof InvalidInput)
      return error.problems.map(({ field, rule, value }) => `${field}: ${rule} ${value}`);
    throw error;
  }
  return [];
}

const bad: [string, unknown, string][] = [
  ["a paper that names a non-nominee", paper([["A"], ["Z"]]), 'papers[0].ranking[1][0]: nominee "Z"'],
  ["a paper that names somebody twice", paper([["A"], ["B", "A"]]), 'papers[0].ranking[1][1]: once "A"'],
  ["a ranking that is none", paper("A>B"), 'papers[0].ranking: type "A>B"'],
  ["a rank that is none", paper(["A"]), 'papers[0].ranking[0]: type "A"'],
  ["a weight of zero", paper([["A"]], 0), "papers[0].weight: weight 0"],
  ["a weight below zero", paper([["A"]], -1n), "papers[0].weight: weight -1"],
  ["half a paper", paper([["A"]], 0.5), "papers[0].weight: weight 0.5"],
  ["a weight that is no exact number", paper([["A"]], 2 ** 53), "papers[0].weight: weight 9007199254740992"],
  ["no nominee", { ...good, nominees: [], papers: [] }, "nominees: min array of 0"],
  ["a nominee who stands twice", { ...good, nominees: ["A", "B", "A"] }, 'nominees[2]: distinct "A"'],
  ["no seat", { ...good, seats: 0 }, "seats: min 0"],
  ["half a seat", { ...good, seats: 1.5 }, "seats: min 1.5"],
  ["papers that are none", { ...good, papers: "AB" }, 'papers: type "AB"'],
];

describe.each(Object.entries(rules))("%s", (_, rule) => {
  it.each(bad)("refuses %s by name", (_name, input, problem) => {
    expect(problemsOf(() => rule(input as typeof good))).toEqual([problem]);
  });
});

describe("an input that is bad", () => {
  it("is told in at most 20 problems, however many there are", () => {
    const papers = Array.from({ length: 1000 }, () => ({ weight: 1, ranking: [["Z"]] }));
    expect(problemsOf(() => instantRunoff({ ...good, papers }))).toHaveLength(20);
  });

  it.each([
    [{ tieOrder: ["Z"] }, 'tieOrder[0]: nominee "Z"'],
    [{ withdrawn: ["Z"] }, 'withdrawn[0]: nominee "Z"'],
    [{ skippedRanksMax: -1 }, "skippedRanksMax: min -1"],
    [{ share: { numerator: 3, denominator: 2 } }, "share: share object"],
  ])("may be an option: %o", (options, problem) => {
    expect(problemsOf(() => instantRunoff(good, options))).toEqual([problem]);
  });

  it("may be a tally", () => {
    const votes = new Map([
      ["A", -1],
      ["Z", 2],
    ]);
    const tally = { nominees: ["A"], seats: 1, votes };
    expect(problemsOf(() => thresholdRound(tally, { needed: { votes: 1 } }))).toEqual([
      "votes[A]: weight -1",
      'votes: nominee "Z"',
    ]);
  });
});
