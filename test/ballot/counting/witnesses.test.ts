import { describe, expect, it } from "vitest";
import {
  condorcetLoser,
  condorcetWinner,
  election,
  type Ranked,
  type Rule,
  rules,
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

  it("instant run-off: two who rank the loser last do better to stay at home (participation)", () => {
    const before = election("4 A>B>C, 3 B>C>A, 6 C>A>B");
    const after = election("6 A>B>C, 3 B>C>A, 6 C>A>B");
    expect([wins("instant run-off", before), wins("instant run-off", after)]).toEqual(["C", "C"]);
    const absent = election("11 A>B>C, 7 B>C>A, 12 C>A>B");
    const present = election("11 A>B>C, 7 B>C>A, 12 C>A>B, 4 A>B>C");
    expect([wins("instant run-off", absent), wins("instant run-off", present)]).toEqual(["A", "A"]);
  });

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
    const cycle = election("22 A>B>C>D, 22 B>C>A>D, 22 C>A>B>D, 11 D>A>B>C, 11 D>B>C>A, 11 D>C>A>B");
    expect([condorcetLoser(cycle), wins("minimax, margins", cycle)]).toEqual(["D", "D"]);
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
    const ranked = election("47 A=C>B, 2 C=A, 21 B>C, 22 A>B=C, 8 C>A=B, 30 B=C>A");
    const votes = [condorcetWinner(ranked), wins("minimax, opposition", ranked)];
    expect(votes[0]).not.toBe(votes[1]);
  });

  it.each(["Schulze, margins", "ranked pairs, margins", "minimax, margins", "Copeland, wins less losses"])(
    "%s: ranking further nominees takes the seat from the first (later-no-harm)",
    (name) => {
      const short = election("49 A, 25 B, 26 C>B", { nominees: "ABC" });
      const long = election("49 A>C, 25 B, 26 C>B", { nominees: "ABC" });
      expect(wins(name, short)).not.toBe(wins(name, long));
    },
  );
});
