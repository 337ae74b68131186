import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as counting from "../../src/counting/index.ts";
import type { Count, Election, Nominee, RankedPaper } from "../../src/counting/rule.ts";
import { approvalElections } from "./choice-papers.ts";
import { byScore, type Expected } from "./ranked-oracles.ts";

/** 2,000 profiles a rule, so 20,000 at TIMES=10. */
const numRuns = 2_000;
const light = fc.integer({ min: 1, max: 3 });
const names = ["__proto__", "", "Huế", "-0"];

const rankings = fc.record({
  nominees: fc.shuffledSubarray(names, { minLength: 1 }),
  seats: fc.integer({ min: 1, max: 4 }),
});

/** Papers that rank some of the nominees, several equal. */
const ranked = rankings.chain(({ nominees, seats }) => {
  const cut = fc.array(fc.boolean(), { minLength: nominees.length, maxLength: nominees.length });
  const paper = fc.record({ weight: light, order: fc.shuffledSubarray(nominees), cut });
  return fc.array(paper, { maxLength: 6 }).map((papers): Election<RankedPaper> => {
    const grouped = papers.map(({ weight, order, cut }) => {
      const ranking: Nominee[][] = [];
      for (const [at, name] of order.entries())
        if (cut[at] && ranking.length > 0) ranking.at(-1)?.push(name);
        else ranking.push([name]);
      return { weight, ranking };
    });
    return { nominees, seats, papers: grouped };
  });
});

const found = ({ outcome: { elected, undecided, vacant } }: Count): Expected => ({
  elected: [...elected].sort(),
  tied: [...(undecided?.tied ?? [])].sort(),
  open: undecided?.seats ?? 0,
  vacant,
});

/** The weight of all papers, each with the part of it that `part` gives. */
const summed = <P extends { weight: number | bigint }>(papers: readonly P[], part: (paper: P) => number) =>
  papers.reduce((sum, paper) => sum + Number(paper.weight) * part(paper), 0);

/** Twelfths of a paper that a nominee gets while there are votes left to give: a group shares what is left evenly. */
function blockPart({ ranking }: RankedPaper, name: Nominee, namesMax: number): number {
  let left = namesMax;
  for (const rank of ranking) {
    if (rank.includes(name)) return (12 * Math.min(left, rank.length)) / rank.length;
    left -= Math.min(left, rank.length);
  }
  return 0;
}

/** Points by place, those of a group together shared evenly, in twelfths; the unranked are a last group. */
function pointsPart({ ranking }: RankedPaper, nominees: readonly Nominee[], name: Nominee, base: number) {
  const rest = nominees.filter((other) => !ranking.flat().includes(other));
  let before = 0;
  for (const rank of [...ranking, rest]) {
    const places = rank.map((_, at) => nominees.length - 1 - before - at + base);
    if (rank.includes(name)) return (12 * places.reduce((sum, points) => sum + points, 0)) / rank.length;
    before += rank.length;
  }
  return 0;
}

/** Who is left when, time after time, all below the share of the votes that still count have gone. */
function leftWithShare({ nominees, papers }: Election<RankedPaper>, quarters: number): Nominee[] {
  let left: readonly Nominee[] = nominees;
  for (;;) {
    const firsts = papers.map(({ weight, ranking }) => ({
      weight,
      first: ranking.flat().find((name) => left.includes(name)),
    }));
    const votes = (name: Nominee) => summed(firsts, ({ first }) => (first === name ? 1 : 0));
    const all = left.reduce((sum, name) => sum + votes(name), 0);
    const kept = left.filter((name) => votes(name) > 0 && 4 * votes(name) >= quarters * all);
    if (kept.length === left.length) return [...kept].sort();
    left = kept;
  }
}

describe("any small profile", () => {
  it("comes out by block vote and limited vote as by adding up", () => {
    fc.assert(
      fc.property(
        approvalElections({ nomineesMax: 4, weight: light }),
        fc.integer({ min: 1, max: 4 }),
        (election, namesMax) => {
          const within = (max: number) => ({
            ...election,
            papers: election.papers.filter(({ approvals }) => approvals.length <= max),
          });
          const adding = (max: number) =>
            byScore(election, (name) =>
              summed(within(max).papers, ({ approvals }) => (approvals.includes(name) ? 1 : 0)),
            );
          expect(found(counting.limited(within(namesMax), { namesMax }))).toEqual(adding(namesMax));
          expect(found(counting.block(within(election.seats)))).toEqual(adding(election.seats));
        },
      ),
      { numRuns },
    );
  });

  it("comes out by block vote on rankings, by Borda of both bases and by split first preferences as by adding up", () => {
    fc.assert(
      fc.property(ranked, fc.integer({ min: 1, max: 4 }), (election, namesMax) => {
        const { nominees, papers } = election;
        const adding = (part: (paper: RankedPaper, name: Nominee) => number) =>
          byScore(election, (name) => Math.round(summed(papers, (paper) => part(paper, name))));
        const block = counting.blockOnRankings(election, { namesMax });
        expect(found(block)).toEqual(adding((paper, name) => blockPart(paper, name, namesMax)));
        for (const base of [0, 1] as const)
          expect(found(counting.borda(election, { base }))).toEqual(
            adding((paper, name) => pointsPart(paper, nominees, name, base)),
          );
        const split = counting.plurality(election, { equalFirst: "split" });
        expect(found(split)).toEqual(
          adding(({ ranking: [first = []] }, name) => (first.includes(name) ? 12 / first.length : 0)),
        );
      }),
      { numRuns },
    );
  });

  it("comes out by a round with a threshold as by asking who passes, then who has the most", () => {
    const tallies = rankings.chain(({ nominees, seats }) =>
      fc.record({
        nominees: fc.constant(nominees),
        seats: fc.constant(seats),
        figures: fc.array(fc.nat(5), { minLength: nominees.length, maxLength: nominees.length }),
      }),
    );
    fc.assert(
      fc.property(tallies, fc.nat(6), (tally, needed) => {
        const votes = new Map(tally.nominees.map((name, at) => [name, tally.figures[at] ?? 0]));
        const nominees = tally.nominees.filter((name) => (votes.get(name) ?? 0) >= needed);
        const count = counting.thresholdRound({ ...tally, votes }, { needed: { votes: needed } });
        expect(found(count)).toEqual(byScore({ ...tally, nominees }, (name) => votes.get(name) ?? 0));
      }),
      { numRuns },
    );
  });

  it("leaves by instant run-off with a cutoff whoever has the share at the end", () => {
    const strict = ranked.map((election) => ({
      ...election,
      papers: election.papers.map(({ weight, ranking }) => ({
        weight,
        ranking: ranking.flat().map((name) => [name]),
      })),
    }));
    fc.assert(
      fc.property(strict, fc.integer({ min: 1, max: 4 }), (election, numerator) => {
        const share = { numerator, denominator: 4 };
        const count = counting.instantRunoff(election, { share, eliminate: "below-share" });
        expect([...count.outcome.elected].sort()).toEqual(leftWithShare(election, numerator));
      }),
      { numRuns },
    );
  });
});
