import { describe, expect, it } from "vitest";
import { instantRunoff } from "../../src/counting/elimination/instant-runoff.ts";
import { rankedPairs } from "../../src/counting/pairwise/ranked-pairs.ts";
import { schulze } from "../../src/counting/pairwise/schulze.ts";
import type { Count, Nominee, RankedPaper } from "../../src/counting/rule.ts";
import { scottishStv } from "../../src/counting/stv/scottish.ts";
import { papers } from "./stv/elections.ts";

const setsOf = ({ committees }: Count) => committees?.map((set) => set.join("")).sort();
const named = (size: number) => Array.from({ length: size }, (_, at) => `n${at}`);
const paper = (...ranking: Nominee[]): RankedPaper => ({ weight: 1, ranking: ranking.map((one) => [one]) });

describe("who may be elected together by ranked pairs", () => {
  const nominees = [..."ABCDE"];

  it("begins with each of a circle of equal victories, and goes on round it", () => {
    const circle = papers("A B C D E", "B C D E A", "C D E A B", "D E A B C", "E A B C D");
    const { outcome, ...count } = rankedPairs({ nominees, seats: 2, papers: circle });
    expect(outcome.undecided).toEqual({ tied: nominees, seats: 2 });
    expect(setsOf(count as Count)).toEqual(["AB", "AE", "BC", "CD", "DE"]);
  });

  it("is who some order elects where stronger victories leave some of the equal ones no choice", () => {
    // Found by a property: a victory that stronger ones have closed must not count as a part of a cycle.
    const count = rankedPairs({
      ...{ nominees, seats: 2 },
      papers: papers("C A", "A C E", "2 B C D E A", "D E A B C", "E A B"),
    });
    expect(setsOf(count)).toEqual(["AB", "AE", "BC", "CD", "CE"]);
  });

  it("is not known where not all orders are followed", () => {
    const circle = papers("A B C D E", "B C D E A", "C D E A B", "D E A B C", "E A B C D");
    expect(rankedPairs({ nominees, seats: 2, papers: circle }, { branchesMax: 1 })).toMatchObject({
      unlisted: "notFollowed",
    });
  });
});

describe("who may be elected together of more than eight who are tied", () => {
  it.each([
    ["instant run-off", instantRunoff],
    ["the Scottish rule", scottishStv],
  ])("is any of them where all are alike, by %s, however many there are", (_, rule) => {
    const nominees = named(14);
    const count: Count = rule({ nominees, seats: 7, papers: nominees.map((one) => paper(one)) });
    expect(count).toMatchObject({ isAnyOfTied: true, outcome: { undecided: { tied: nominees, seats: 7 } } });
    expect(count.committees ?? count.unlisted).toBeUndefined();
  });

  it("is any of those left where all of them would go at once, and not known where the count stops before", () => {
    const election = { nominees: [..."ABCD"], seats: 2, papers: papers("3 A B", "2 B", "B C", "3 C", "1 D") };
    const count: Count = instantRunoff(election, { eliminate: "all-tied" });
    expect(count).toMatchObject({ isAnyOfTied: true, outcome: { undecided: { tied: ["A", "B", "C"] } } });
    expect(count.unlisted).toBeUndefined();
    expect(instantRunoff(election, { roundsMax: 1 })).toMatchObject({ unlisted: "notFollowed" });
  });

  it("is one of each pair of whom both are on the same papers", () => {
    const nominees = named(12);
    const rankings = nominees.flatMap((one, at) => [paper(one, nominees[at ^ 1] ?? "")]);
    const count = scottishStv({ nominees, seats: 6, papers: rankings });
    expect(count.outcome.undecided).toEqual({ tied: nominees, seats: 6 });
    const pairsOf = (set: readonly Nominee[]) => new Set(set.map((one) => nominees.indexOf(one) >> 1)).size;
    expect(count.committees?.map(pairsOf)).toEqual(Array(64).fill(6));
  });

  it("is told to be too many where there are more than a thousand", () => {
    const nominees = named(22);
    const rankings = nominees.flatMap((one, at) => [paper(one, nominees[at ^ 1] ?? "")]);
    const { outcome, committees, unlisted } = scottishStv({ nominees, seats: 11, papers: rankings });
    expect(outcome.undecided).toEqual({ tied: nominees, seats: 11 });
    expect([committees, unlisted]).toEqual([undefined, "tooMany"]);
    const leaders = nominees.flatMap((one, at) =>
      at % 2 === 0 ? [{ weight: 1, ranking: [[one], [nominees[at + 1] ?? ""]] }] : [],
    );
    expect(schulze({ nominees, seats: 11, papers: leaders }, { unranked: "ignored" }).unlisted).toBe(
      "tooMany",
    );
  });
});
