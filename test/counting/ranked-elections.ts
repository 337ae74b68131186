import * as fc from "fast-check";
import { exhaustiveBallot } from "../../src/counting/elimination/exhaustive-ballot.ts";
import { instantRunoff } from "../../src/counting/elimination/instant-runoff.ts";
import { twoRound } from "../../src/counting/elimination/two-round.ts";
import { copeland } from "../../src/counting/pairwise/copeland.ts";
import { minimax } from "../../src/counting/pairwise/minimax.ts";
import { rankedPairs } from "../../src/counting/pairwise/ranked-pairs.ts";
import { schulze } from "../../src/counting/pairwise/schulze.ts";
import type { Count, Election, Figure, RankedPaper } from "../../src/counting/rule.ts";
import { borda } from "../../src/counting/votes/borda.ts";
import { plurality } from "../../src/counting/votes/plurality.ts";

export type Ranked = Election<RankedPaper>;
export type Rule = (election: Ranked) => Count;

/** Every rule on rankings, with each of its variants. */
export const rules: Readonly<Record<string, Rule>> = {
  plurality,
  "Borda, base 0": (election) => borda(election, { base: 0 }),
  "Borda, base 1": (election) => borda(election, { base: 1 }),
  "Borda, points by place": (election) => borda(election, { points: [3, 1] }),
  "two rounds": twoRound,
  "two rounds, all tied come in": (election) => twoRound(election, { tiedForRunoff: "all" }),
  "instant run-off": instantRunoff,
  "instant run-off in batches": (election) => instantRunoff(election, { eliminate: "batch" }),
  "exhaustive ballot": exhaustiveBallot,
  "Schulze, winning votes": schulze,
  "Schulze, margins": (election) => schulze(election, { strength: "margins" }),
  "Schulze, ratio": (election) => schulze(election, { strength: "ratio" }),
  "ranked pairs, winning votes": rankedPairs,
  "ranked pairs, margins": (election) => rankedPairs(election, { strength: "margins" }),
  "ranked pairs, ratio": (election) => rankedPairs(election, { strength: "ratio" }),
  "ranked pairs, equal ones together": (election) => rankedPairs(election, { equalVictories: "together" }),
  "Copeland, wins": (election) => copeland(election, { variant: "wins" }),
  "Copeland, wins less losses": copeland,
  "Copeland, second order": (election) => copeland(election, { variant: "second-order" }),
  "minimax, winning votes": minimax,
  "minimax, margins": (election) => minimax(election, { strength: "margins" }),
  "minimax, ratio": (election) => minimax(election, { strength: "ratio" }),
  "minimax, opposition": (election) => minimax(election, { strength: "pairwise-opposition" }),
};

/** `rulesBut("Borda")`: all whose name does not begin so. */
export function rulesNamed(...beginnings: string[]): [string, Rule][] {
  return Object.entries(rules).filter(([name]) => beginnings.some((beginning) => name.startsWith(beginning)));
}

/** Reads `"42 A>B=C, 26 B"`: a weight and a ranking, equal ones joined by `=`, and `-` for a rank left out. */
export function election(
  text: string,
  { seats = 1, nominees }: { seats?: number; nominees?: string } = {},
): Ranked {
  const papers = text.split(",").map((line) => {
    const [, weight = "1", ranking = ""] = /^\s*(\d+)\s*(.*?)\s*$/.exec(line) ?? [];
    const ranks =
      ranking === "" ? [] : ranking.split(">").map((rank) => (rank === "-" ? [] : rank.split("=")));
    return { weight: Number(weight), ranking: ranks };
  });
  const named = nominees?.split("") ?? [...new Set(papers.flatMap(({ ranking }) => ranking.flat()))].sort();
  return { nominees: named, seats, papers };
}

export function winners({ outcome }: Count): string[] {
  return [...(outcome.undecided?.tied ?? outcome.elected)].sort();
}

export function figures(list: readonly Figure[]): string {
  return list
    .map(
      ({ nominee, votes }) =>
        `${nominee} ${votes.numerator}${votes.denominator === 1n ? "" : `/${votes.denominator}`}`,
    )
    .join(", ");
}

export const orderOf = ({ order = [] }: Count) => order.map((group) => [...group].sort().join("=")).join(">");

/** The outcome in a form that does not depend on the order in which anything is listed. */
export function canonical({ outcome }: Count) {
  const { elected, notElected, undecided, vacant } = outcome;
  const tied = undecided && { tied: [...undecided.tied].sort(), seats: undecided.seats };
  return { elected: [...elected].sort(), notElected: [...notElected].sort(), undecided: tied, vacant };
}

const hostile = ["__proto__", "constructor", "Huế", "Huế".normalize("NFD"), "\ud800", "", "0", "-0"];

/** Elections of up to five nominees, their names hostile, with complete strict papers or with any. */
export function elections({ complete = false, seats = 1 }: { complete?: boolean; seats?: number } = {}) {
  return fc.integer({ min: 2, max: 5 }).chain((count) => {
    const nominees = hostile.slice(0, count);
    const order = fc.shuffledSubarray(nominees, { minLength: complete ? count : 0 });
    const ranking = order.chain((names) =>
      fc.array(fc.boolean(), { minLength: names.length, maxLength: names.length }).map((joins) => {
        const ranks: string[][] = [];
        names.forEach((name, index) => {
          if (!complete && joins[index] && ranks.length > 0) ranks.at(-1)?.push(name);
          else ranks.push([name]);
        });
        return ranks;
      }),
    );
    const paper = fc.record({ weight: fc.integer({ min: 1, max: 4 }), ranking });
    return fc.record({
      nominees: fc.constant(nominees),
      seats: fc.constant(seats),
      papers: fc.array(paper, { minLength: 1, maxLength: 8 }),
    });
  });
}

/** Weight that ranks `a` above `b`, counted plainly. */
export function preferring({ papers }: Ranked, a: string, b: string): number {
  return papers.reduce((sum, { weight, ranking }) => {
    const place = (name: string) => {
      const rank = ranking.findIndex((group) => group.includes(name));
      return rank < 0 ? Number.POSITIVE_INFINITY : rank;
    };
    return place(a) < place(b) ? sum + Number(weight) : sum;
  }, 0);
}

export function beats(ranked: Ranked, a: string, b: string): boolean {
  return preferring(ranked, a, b) > preferring(ranked, b, a);
}

export function condorcetWinner(ranked: Ranked): string | undefined {
  return ranked.nominees.find((a) => ranked.nominees.every((b) => a === b || beats(ranked, a, b)));
}

export function condorcetLoser(ranked: Ranked): string | undefined {
  return ranked.nominees.find((a) => ranked.nominees.every((b) => a === b || beats(ranked, b, a)));
}

/** The smallest set whose members all beat everybody outside. */
export function smithSet(ranked: Ranked): string[] {
  const { nominees } = ranked;
  const wins = (a: string) => nominees.filter((b) => a !== b && !beats(ranked, b, a)).length;
  const byWins = [...nominees].sort((a, b) => wins(b) - wins(a));
  const size = nominees.findIndex((_, index) => {
    const [inside, outside] = [byWins.slice(0, index + 1), byWins.slice(index + 1)];
    return inside.every((a) => outside.every((b) => beats(ranked, a, b)));
  });
  return byWins.slice(0, size + 1);
}
