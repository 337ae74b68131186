import { describe, expect, it } from "vitest";
import { papers, rules } from "./elections.ts";

describe.each(rules)("STV by %s fails, as it is known to", (_, rule) => {
  it("house monotonicity: C alone is elected to one seat, and not among two", () => {
    const election = { nominees: ["A", "B", "C"], papers: papers("40 A B", "28 B C", "32 C") };
    expect(rule({ ...election, seats: 1 }).outcome.elected).toEqual(["C"]);
    expect([...rule({ ...election, seats: 2 }).outcome.elected].sort()).toEqual(["A", "B"]);
  });

  it("monotonicity: A wins, and loses once two papers raise A from second to first", () => {
    const nominees = ["A", "B", "C"];
    const before = papers("6 A B C", "2 B A C", "4 B C A", "5 C A B");
    const raised = papers("6 A B C", "2 A B C", "4 B C A", "5 C A B");
    expect(rule({ nominees, seats: 1, papers: before }).outcome.elected).toEqual(["A"]);
    expect(rule({ nominees, seats: 1, papers: raised }).outcome.elected).toEqual(["C"]);
  });
});
