import { describe, expect, it } from "vitest";
import { amongVotedFor } from "../../src/ballot/voted-for.ts";
import type { Count } from "../../src/counting/rule.ts";

describe("a count whose committees hold nominees whom nobody voted for", () => {
  const count: Count = {
    rule: "committees",
    outcome: { elected: [], notElected: [], undecided: { tied: ["a", "b", "c", "d"], seats: 2 }, vacant: 0 },
    ...{ totals: [], rounds: [], explanation: [] },
    committees: [
      ["a", "b"],
      ["c", "d"],
    ],
  };
  const papers = [{ papers: 8, paper: { kind: "names", names: ["a", "c"] } }] as const;

  it("does not elect together those who are left of two of them", () => {
    const { outcome } = amongVotedFor(
      count,
      papers.map(({ paper, ...group }) => ({ ...group, paper: { ...paper, names: [...paper.names] } })),
    );
    expect(outcome).toEqual({
      ...{ elected: [], notElected: ["b", "d"], vacant: 1 },
      undecided: { tied: ["a", "c"], seats: 1 },
    });
  });
});
