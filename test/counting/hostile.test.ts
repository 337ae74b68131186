import { describe, expect, it } from "vitest";
import * as counting from "../../src/counting/index.ts";
import type { ApprovalPaper, Count, Election, RankedPaper, ScorePaper } from "../../src/counting/rule.ts";

/** One paper as each kind of paper says it. */
type AnyPaper = RankedPaper & ApprovalPaper & ScorePaper;
type Rule = (election: Election<AnyPaper>) => Count;

const { approval, limited, pav, sequentialPav, equalShares, score, star } = counting;
const oneSeat =
  (rule: Rule): Rule =>
  (election) =>
    rule({ ...election, seats: 1 });

const rules: readonly (readonly [name: string, rule: Rule])[] = [
  ["plurality", counting.plurality],
  ["borda", counting.borda],
  ["block on rankings", (election) => counting.blockOnRankings(election, { namesMax: 2 })],
  ["two rounds", oneSeat(counting.twoRound)],
  ["two rounds, all tied come in", oneSeat((e) => counting.twoRound(e, { tiedForRunoff: "all" }))],
  ["exhaustive ballot", oneSeat(counting.exhaustiveBallot)],
  ["instant run-off", counting.instantRunoff],
  ["Schulze", counting.schulze],
  ["ranked pairs", counting.rankedPairs],
  ["Copeland", counting.copeland],
  ["minimax", counting.minimax],
  ["Scottish STV", asCount(counting.scottishStv)],
  ["Minneapolis STV", asCount(counting.minneapolisStv)],
  ["WIGM", asCount(counting.wigm)],
  ["reference WIGM", asCount(counting.referenceWigm)],
  ["Meek", asCount(counting.meek)],
  ["Meek in fractions", asCount((e) => counting.meek(e, { arithmetic: { kind: "rational" } }))],
  ["reference Meek", asCount(counting.referenceMeek)],
  ["approval", approval],
  ["limited", (election) => limited(election, { namesMax: election.nominees.length })],
  ["PAV", pav],
  ["sequential PAV", sequentialPav],
  ["equal shares", equalShares],
  ["equal shares, by increments", (election) => equalShares(election, { completion: "increment" })],
  ["score", score],
  ["STAR", star],
];

function asCount(rule: (election: Election<RankedPaper>) => Count): Rule {
  return (election) => rule(election);
}

function paper(weight: number | bigint, ...names: string[]): AnyPaper {
  return {
    weight,
    ranking: names.map((name) => [name]),
    approvals: names,
    scores: new Map(names.map((name, place) => [name, Math.max(0, 5 - place)])),
  };
}

/** Frozen through and through, so that a rule that writes into its input throws. */
function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const item of Object.values(value)) frozen(item);
  }
  return value;
}

const named = (count: number) => Array.from({ length: count }, (_, index) => `N${index}`);
const turned = (names: readonly string[]) =>
  names.map((_, from) => paper(1, ...names.slice(from), ...names.slice(0, from)));

const elections: readonly (readonly [name: string, election: Election<AnyPaper>])[] = [
  ["no papers", { nominees: named(6), seats: 3, papers: [] }],
  ["blank papers only", { nominees: named(6), seats: 3, papers: [paper(4)] }],
  ["one nominee", { nominees: ["A"], seats: 1, papers: [paper(1, "A")] }],
  ["one nominee for three seats", { nominees: ["A"], seats: 3, papers: [paper(1, "A")] }],
  ["as many seats as nominees", { nominees: named(5), seats: 5, papers: turned(named(5)) }],
  ["more seats than nominees", { nominees: named(5), seats: 9, papers: turned(named(5)) }],
  ["twelve tied for as many seats", { nominees: named(12), seats: 12, papers: turned(named(12)) }],
  ["nothing said of twelve for as many seats", { nominees: named(12), seats: 12, papers: [] }],
  [
    "ids that objects and normal forms know",
    {
      nominees: ["__proto__", "constructor", "", "\ud800", "e\u0301", "\u00e9", "hasOwnProperty"],
      seats: 2,
      papers: [paper(2, "__proto__", "", "\ud800"), paper(1, "e\u0301", "\u00e9", "constructor")],
    },
  ],
  [
    "weights beyond any number",
    {
      nominees: ["A", "B", "C"],
      seats: 2,
      papers: [paper(10n ** 40n, "A", "B"), paper(10n ** 40n + 1n, "B")],
    },
  ],
];

describe.each(rules)("%s", (name, rule) => {
  it.each(elections)("shares everybody and every seat out, of %s, and writes into nothing", (_, election) => {
    const { outcome } = rule(frozen(election));
    const { elected, notElected, undecided, vacant } = outcome;
    const seats = /two rounds|exhaustive/.test(name) ? 1 : election.seats;
    expect([...elected, ...notElected, ...(undecided?.tied ?? [])].sort()).toEqual(
      [...election.nominees].sort(),
    );
    expect(elected.length + (undecided?.seats ?? 0) + vacant).toBe(seats);
    expect(vacant).toBe(Math.max(0, seats - election.nominees.length));
    if (undecided) expect(undecided.tied.length).toBeGreaterThan(undecided.seats);
  });

  it.each([0, -0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 0n, -1n])(
    "refuses a paper of weight %s",
    (weight) => {
      const election = { nominees: ["A", "B"], seats: 1, papers: [paper(weight, "A")] };
      expect(() => rule(election)).toThrow(/papers\[0\]\.weight: weight >= 1, whole, safe/);
    },
  );
});

describe("two rounds", () => {
  it("leave open who wins where more pairs are tied for the run-off than can be followed", () => {
    const nominees = named(60);
    const count = counting.twoRound({ nominees, seats: 1, papers: [] });
    expect(count.outcome.undecided).toEqual({ tied: nominees, seats: 1 });
    expect(count.explanation.map(({ type }) => type)).toContain("TooManyRunoffs");
  });
});
