import { describe, expect, it } from "vitest";
import {
  condorcetLoser,
  condorcetWinner,
  election,
  type Ranked,
  type Rule,
  rules,
  smithSet,
  winners,
} from "./ranked-elections.ts";

function rule(name: string): Rule {
  const found = rules[name];
  if (found === undefined) throw new Error(`no rule named ${name}`);
  return found;
}

const wins = (name: string, ranked: Ranked) => winners(rule(name)(ranked)).join("=");

/** What rules are known to fail. A rule that passes here is not the rule that it says it is. */
describe("famous failures", () => {
  it("instant run-off: raising the winner makes it lose (monotonicity)", () => {
    const before = election("39 A>B>C, 35 B>C>A, 26 C>A>B");
    const after = election("49 A>B>C, 25 B>C>A, 26 C>A>B");
    expect([wins("instant run-off", before), wins("instant run-off", after)]).toEqual(["A", "C"]);
  });

  it("two rounds: raising the winner makes it lose (monotonicity)", () => {
    const before = election("39 A>B>C, 35 B>C>A, 26 C>A>B");
    const after = election("49 A>B>C, 25 B>C>A, 26 C>A>B");
    expect([wins("two rounds", before), wins("two rounds", after)]).toEqual(["A", "C"]);
  });

  it.each([
    ["instant run-off", "9 C>B>A, 4 B>A>C, 6 A>C>B", "3 B>A>C", "A", "C"],
    ["two rounds", "3 C>B>A, 4 B>A>C, 5 A>B>C", "2 C>B>A", "B", "A"],
    ["Schulze, margins", "4 D>B>C>A, 4 C>A>D>B, 2 D>B>C>A, 4 A>D>C>B, 5 B>C>A>D", "3 B>C>D>A", "C", "D"],
    ["ranked pairs, margins", "1 C>D>A>B, 4 C>B>D>A, 6 B>A>D>C, 4 D>B>C>A, 6 A>D>C>B", "2 C>B>D>A", "B", "D"],
    [
      "minimax, margins",
      "4 B>A>D>C, 3 D>B>A>C, 4 A>C>B>D, 2 C>A>B>D, 4 C>D>B>A, 2 D>A>C>B",
      "2 C>D>A>B",
      "D",
      "A",
    ],
    [
      "Copeland, wins less losses",
      "2 A>B>D>C, 2 D>C>B>A, 1 B>A>C>D, 5 C>B>D>A, 4 A>D>C>B",
      "3 B>C>A>D",
      "B",
      "C",
    ],
  ])(
    "%s: papers that come in turn the seat against themselves (participation; Moulin 1988)",
    (name, before, more, from, to) => {
      expect([wins(name, election(before)), wins(name, election(`${before}, ${more}`))]).toEqual([from, to]);
      const ranking = more.replace(/^\d+ /, "").split(">");
      expect(ranking.indexOf(from)).toBeLessThan(ranking.indexOf(to));
    },
  );

  it("Borda: whom more than half rank first does not win (majority)", () => {
    const ranked = election("3 A>B>C, 2 B>C>A");
    expect([wins("plurality", ranked), wins("Borda, base 0", ranked)]).toEqual(["A", "B"]);
  });

  it("Borda: a clone of the runner-up takes the seat from the winner (clones)", () => {
    const before = election("3 A>B, 2 B>A");
    const after = election("3 A>B>C, 2 B>C>A");
    expect([wins("Borda, base 0", before), wins("Borda, base 0", after)]).toEqual(["A", "B"]);
  });

  it("plurality: a clone splits the vote of the winner (clones)", () => {
    const before = election("60 A>B, 40 B>A");
    const after = election("31 A>C>B, 29 C>A>B, 40 B>A>C");
    expect([wins("plurality", before), wins("plurality", after)]).toEqual(["A", "B"]);
  });

  it("plurality and minimax elect who loses every pair (Condorcet loser)", () => {
    const split = election("40 A>B>C, 30 B>C>A, 30 C>B>A");
    expect([condorcetLoser(split), wins("plurality", split)]).toEqual(["A", "A"]);
    const cycle = election("9 C>D>B>A, 1 D>A>C>B, 4 B>A>D>C, 7 A>D>B>C, 9 B>C>A>D, 7 A>D>C>B");
    expect([condorcetLoser(cycle), wins("minimax, margins", cycle)]).toEqual(["C", "C"]);
  });

  it("points by place that do not fall evenly elect who loses every pair, and the same when all is turned around", () => {
    const papers = election("5 A>B>C, 4 A>C>B, 5 B>C>A, 5 C>B>A");
    const turned = election("5 C>B>A, 4 B>C>A, 5 A>C>B, 5 A>B>C");
    expect(condorcetLoser(papers)).toBe("A");
    expect([papers, turned].map((one) => wins("Borda, points by place", one))).toEqual(["A", "A"]);
  });

  it("two rounds with three in the run-off elect who loses every pair (Condorcet loser)", () => {
    const ranked = election("4 A>B>C, 3 B>C>A, 3 C>B>A");
    expect(condorcetLoser(ranked)).toBe("A");
    expect(wins("two rounds, all tied come in", ranked)).toBe("A");
    expect(wins("two rounds", ranked)).toBe("B=C");
  });

  it("minimax elects from outside the Smith set, and the same one on papers turned around", () => {
    const ranked = election("6 D>C>A>B, 5 D>B>C>A, 2 B>A>C>D, 8 A>B>C>D, 1 C>A>D>B, 3 C>A>B>D");
    expect([smithSet(ranked).sort(), wins("minimax, margins", ranked)]).toEqual([["A", "B", "C"], "D"]);
    const symmetric = election("5 C>B>D>A, 1 C>A>B>D, 2 C>A>B>D, 5 D>A>B>C, 2 A>B>D>C");
    const turned = symmetric.papers.map((paper) => ({ ...paper, ranking: [...paper.ranking].reverse() }));
    expect([symmetric, { ...symmetric, papers: turned }].map((one) => wins("minimax, margins", one))).toEqual(
      ["C", "C"],
    );
  });

  it.each(["plurality", "instant run-off", "two rounds"])("%s passes over who wins every pair", (name) => {
    const ranked = election("40 A>B>C, 35 C>B>A, 25 B>A>C");
    expect(condorcetWinner(ranked)).toBe("B");
    expect(wins(name, ranked)).not.toBe("B");
  });

  it("Borda passes over who wins every pair", () => {
    const ranked = election("3 A>B>C, 2 B>C>A");
    expect([condorcetWinner(ranked), wins("Borda, base 0", ranked)]).toEqual(["A", "B"]);
  });

  it("minimax by opposition passes over who wins every pair, where papers stop early", () => {
    const ranked = election("6 B=C>A, 4 A>B>C, 2 C>A=B, 1 C=A>B");
    expect([condorcetWinner(ranked), wins("minimax, opposition", ranked)]).toEqual(["B", "C"]);
  });

  it("Borda: ranking further nominees takes the seat from the first (later-no-harm)", () => {
    const short = election("1 B>A>C, 5 B>C>A, 5 A, 5 A>B>C");
    const long = election("1 B>A>C, 5 B>C>A, 5 A>B>C, 5 A>B>C");
    expect([wins("Borda, base 0", short), wins("Borda, base 0", long)]).toEqual(["A", "B"]);
  });

  it.each(["Schulze, margins", "ranked pairs, margins", "minimax, margins"])(
    "%s: ranking further nominees takes the seat from the first (later-no-harm)",
    (name) => {
      const short = election("49 A, 25 B, 26 C>B", { nominees: "ABC" });
      const long = election("49 A>C, 25 B, 26 C>B", { nominees: "ABC" });
      expect(wins(name, short)).not.toBe(wins(name, long));
    },
  );
});
