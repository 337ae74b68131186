import { describe, expect, it } from "vitest";
import type { TallyCase } from "./case.ts";
import { judge } from "./judge.ts";
import { methods } from "./registry.ts";

const ballots: Record<string, TallyCase["ballots"]> = {
  approvals: [{ weight: 2, approvals: ["A"] }],
  scores: [{ weight: 2, scores: { A: 1, B: 0 } }],
  ranking: [{ weight: 2, ranking: [["A"], ["B"]] }],
};
const kindOf = (method: string) => {
  if (/approval|block|limited|pav|equal/.test(method)) return "approvals";
  return /star|score/.test(method) ? "scores" : "ranking";
};
const cases = [...methods.keys()]
  .filter((method) => !method.startsWith("threshold"))
  .map((method): [string, TallyCase] => [
    method,
    {
      id: `test/${method}`,
      method,
      options: { seats: 1, ...(method === "stv" && { variant: "scottish" }) },
      candidates: ["A", "B"],
      ballots: ballots[kindOf(method)] ?? [],
      expected: { winners: ["A"] },
      flags: [],
    },
  ]);

describe.each(cases)("a case of %s", (method, testCase) => {
  const run = (expected: TallyCase["expected"]) => methods.get(method)?.({ ...testCase, expected });

  it("passes with the right winner and fails with another", () => {
    expect(run({ winners: ["A"] })).toEqual({ status: "passed" });
    expect(run({ winners: ["B"] })).toMatchObject({ status: "failed" });
    expect(run({ winners: [] })).toMatchObject({ status: "failed" });
  });

  it("is skipped where it expects a thing that nobody compares", () => {
    expect(verdict({ ...testCase, expected: { winners: ["A"], colour: "red" } })).toEqual({
      status: "skipped",
      reason: "expected colour is not compared",
    });
  });

  it.each([
    ["a field", { weather: "fine" }, "field weather is not read"],
    ["an option", { options: { ...testCase.options, mood: "high" } }, "option mood is not read"],
    [
      "a kind of papers",
      { ballots: testCase.ballots.map((paper) => ({ ...paper, stamp: "red" })) },
      "papers with stamp are not read",
    ],
  ])("is skipped where it has %s that nobody reads, right or wrong", (_, more, reason) => {
    for (const winners of [["A"], ["B"]])
      expect(verdict({ ...testCase, ...more, expected: { winners } })).toEqual({ status: "skipped", reason });
  });
});

function verdict(testCase: TallyCase) {
  const judged = judge({ kind: "case", testCase }, { methods, rotation: undefined });
  return typeof judged === "string" ? judged : judged.result;
}
