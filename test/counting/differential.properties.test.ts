import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as counting from "../../src/counting/index.ts";
import type { Count, Election, RankedPaper } from "../../src/counting/rule.ts";
import { equalSharesOracle, pavOracle, sequentialPavOracle } from "./choice-oracles.ts";
import { approvalElections, scoreElections, sets, sorted } from "./choice-papers.ts";
import {
  bordaOracle,
  byScore,
  copelandOracle,
  type Expected,
  fromSets,
  minimaxOracle,
  rankedPairsOracle,
  roundsOracle,
  schulzeOracle,
  twoRoundOracle,
} from "./ranked-oracles.ts";
import { starOracle } from "./star-oracle.ts";
import { ers97Oracle } from "./stv/ers97-oracle.ts";
import { meekInFloats, order2007, warrenInFloats } from "./stv/oracles.ts";
import {
  cferOracle,
  exactWigmOracle,
  minneapolisOracle,
  referenceMeekOracle,
  referenceWigmOracle,
} from "./stv/transfer-oracles.ts";

/** 2,000 profiles a rule, so 20,000 at TIMES=10. Small ones: they are the tied ones. */
const numRuns = 2_000;
type Ranked = Election<RankedPaper>;

const hostile = ["__proto__", "constructor", "Huế", "Huế".normalize("NFD"), "\ud800", "", "0", "-0"];
const seatsFor = (nominees: number) => fc.integer({ min: 1, max: nominees + 1 });
const letters = [..."ABCD"];

/** Names of one to four nominees, and what they are called. */
const fields = fc
  .shuffledSubarray(hostile, { minLength: 1, maxLength: 4 })
  .chain((nominees) => seatsFor(nominees.length).map((seats) => ({ nominees, seats })));

type Shape = { equal: boolean; skipped: boolean; papersMax: number };

/** Papers that rank some, several equal and ranks left out where `shape` allows it; no paper at all, too. */
const rankings = ({ equal, skipped, papersMax }: Shape) =>
  fields.chain(({ nominees, seats }) => {
    const ranking = fc
      .tuple(
        fc.shuffledSubarray(nominees),
        fc.array(fc.nat(5), { minLength: nominees.length, maxLength: nominees.length }),
      )
      .map(([names, kinds]) => {
        const ranks: string[][] = [];
        names.forEach((name, at) => {
          if (equal && kinds[at] === 0 && ranks.length > 0) ranks.at(-1)?.push(name);
          else if (skipped && kinds[at] === 1) ranks.push([], [name]);
          else ranks.push([name]);
        });
        return ranks;
      });
    const paper = fc.record({ weight: fc.integer({ min: 1, max: 3 }), ranking });
    return fc.array(paper, { maxLength: papersMax }).map((papers): Ranked => ({ nominees, seats, papers }));
  });

const any = rankings({ equal: true, skipped: true, papersMax: 7 });
const strict = rankings({ equal: false, skipped: false, papersMax: 6 });

const found = ({ outcome: { elected, undecided, vacant } }: Count): Expected => ({
  elected: sorted(elected),
  tied: sorted(undecided?.tied ?? []),
  open: undecided?.seats ?? 0,
  vacant,
});

type Compared = readonly [string, fc.Arbitrary<Ranked>, (e: Ranked) => Count, (e: Ranked) => Expected];
const oneSeat = (election: Ranked): Ranked => ({ ...election, seats: 1 });
const unrankeds = ["last", "ignored"] as const;
const strengths = ["winning-votes", "margins", "ratio"] as const;

const pairwise: Compared[] = unrankeds.flatMap((unranked): Compared[] => {
  const ignored = unranked === "ignored";
  return [
    ...strengths.flatMap((strength): Compared[] => [
      [
        `Schulze, ${strength}, unranked ${unranked}`,
        any,
        (e) => counting.schulze(e, { strength, unranked }),
        (e) => schulzeOracle(e, strength, ignored),
      ],
      [
        `ranked pairs, ${strength}, unranked ${unranked}`,
        any,
        (e) => counting.rankedPairs(e, { strength, unranked }),
        (e) => rankedPairsOracle(e, strength, ignored),
      ],
    ]),
    ...(["wins", "wins-minus-losses", "second-order"] as const).map(
      (variant): Compared => [
        `Copeland, ${variant}, unranked ${unranked}`,
        any,
        (e) => counting.copeland(e, { variant, unranked }),
        (e) => copelandOracle(e, variant, ignored),
      ],
    ),
    ...([...strengths, "pairwise-opposition"] as const).map(
      (strength): Compared => [
        `minimax, ${strength}, unranked ${unranked}`,
        any,
        (e) => counting.minimax(e, { strength, unranked }),
        (e) => minimaxOracle(e, strength, ignored),
      ],
    ),
    [
      `Borda, unranked ${unranked}`,
      any,
      (e) => counting.borda(e, { unranked }),
      (e) => bordaOracle(e, ignored),
    ],
  ];
});

const inRounds: Compared[] = [
  [
    "instant run-off",
    any,
    counting.instantRunoff,
    (e) => roundsOracle(e, "stops", e.seats === 1 ? "majority" : "seats"),
  ],
  [
    "instant run-off, equal ones split",
    any,
    (e) => counting.instantRunoff(e, { overvotes: "split" }),
    (e) => roundsOracle(e, "split", e.seats === 1 ? "majority" : "seats"),
  ],
  [
    "exhaustive ballot",
    any,
    (e) => counting.exhaustiveBallot(oneSeat(e)),
    (e) => roundsOracle(oneSeat(e), "none", "majority"),
  ],
  [
    "exhaustive ballot, equal ones split",
    any,
    (e) => counting.exhaustiveBallot(oneSeat(e), { equalFirst: "split" }),
    (e) => roundsOracle(oneSeat(e), "split", "majority"),
  ],
  ["two rounds", any, (e) => counting.twoRound(oneSeat(e)), (e) => twoRoundOracle(oneSeat(e), "none")],
  [
    "two rounds, equal ones split",
    any,
    (e) => counting.twoRound(oneSeat(e), { equalFirst: "split" }),
    (e) => twoRoundOracle(oneSeat(e), "split"),
  ],
];

/** A profile as the oracles of STV take it: each paper once, nominees as letters. */
function asLetters({ nominees, papers }: Ranked) {
  const letterOf = (name: string) => letters[nominees.indexOf(name)] ?? "";
  const profile = papers.flatMap(({ weight, ranking }) =>
    new Array<string>(Number(weight)).fill(ranking.flat().map(letterOf).join("")),
  );
  return { profile: profile.filter((ranking) => ranking !== ""), standing: nominees.map(letterOf) };
}

const byOracle =
  (oracle: typeof order2007) =>
  (election: Ranked): Expected => {
    const { profile, standing } = asLetters(election);
    const possible = oracle(profile, election.seats, standing);
    const named = possible.map((set) =>
      set.map((letter) => election.nominees[letters.indexOf(letter)] ?? ""),
    );
    return fromSets(election, named);
  };

const stv: Compared[] = [
  ["Scottish STV", strict, counting.scottishStv, byOracle(order2007)],
  ["WIGM, exactly", strict, counting.wigm, byOracle(exactWigmOracle)],
  ["WIGM, reference", strict, counting.referenceWigm, byOracle(referenceWigmOracle)],
  ["Minneapolis STV", strict, counting.minneapolisStv, byOracle(minneapolisOracle)],
  ["choice voting of Californians for Electoral Reform", strict, counting.cferStv, byOracle(cferOracle)],
  ["Electoral Reform Society, 1997", strict, counting.ers97Stv, byOracle(ers97Oracle)],
  ["Meek, reference", strict, counting.referenceMeek, byOracle(referenceMeekOracle)],
  [
    "Meek",
    strict,
    (e) => counting.meek(e, { arithmetic: { kind: "guarded", places: 18, guard: 9 }, omegaPlaces: 9 }),
    byOracle(meekInFloats),
  ],
  [
    "Warren",
    strict,
    (e) => counting.warren(e, { arithmetic: { kind: "guarded", places: 18, guard: 9 }, omegaPlaces: 9 }),
    byOracle(warrenInFloats),
  ],
];

describe("any small profile", () => {
  it.each([...inRounds, ...pairwise, ...stv])(
    "comes out by %s as by brute force",
    (_, arbitrary, rule, oracle) => {
      fc.assert(
        fc.property(arbitrary, (election) => {
          expect(found(rule(election))).toEqual(oracle(election));
        }),
        { numRuns },
      );
    },
  );

  const approvals = approvalElections({ nomineesMax: 4, weight: fc.integer({ min: 1, max: 3 }) });

  it.each([
    ["PAV", counting.pav, pavOracle],
    ["sequential PAV", counting.sequentialPav, sequentialPavOracle],
    ["equal shares", counting.equalShares, (e) => equalSharesOracle(e, "seqphragmen")],
    [
      "equal shares completed by approvals",
      (e) => counting.equalShares(e, { completion: "approvals" }),
      (e) => equalSharesOracle(e, "approvals"),
    ],
  ] satisfies [string, typeof counting.sequentialPav, typeof pavOracle][])(
    "has by %s the committees of brute force",
    (_, rule, oracle) => {
      fc.assert(
        fc.property(approvals, (election) => {
          const committees = oracle(election);
          const count = rule(election);
          expect(sets(count).committees).toEqual(committees);
          const asSets = committees.map((text): string[] => JSON.parse(text));
          expect(found(count)).toEqual(fromSets(election, asSets));
        }),
        { numRuns },
      );
    },
  );

  it("comes out by approval, plurality and score as by adding up", () => {
    fc.assert(
      fc.property(approvals, scoreElections(), any, (kept, scored, ranked) => {
        const names = (name: string) =>
          kept.papers.reduce(
            (sum, paper) => sum + (paper.approvals.includes(name) ? Number(paper.weight) : 0),
            0,
          );
        expect(found(counting.approval(kept))).toEqual(byScore(kept, names));
        const small = scored.papers.map((paper) => ({
          ...paper,
          weight: Number(BigInt(paper.weight) % 4n) + 1,
        }));
        const points = (name: string) =>
          small.reduce((sum, paper) => sum + paper.weight * (paper.scores.get(name) ?? 0), 0);
        expect(found(counting.score({ ...scored, papers: small }))).toEqual(byScore(scored, points));
        const first = (name: string) =>
          ranked.papers.reduce((sum, { weight, ranking }) => {
            const best = ranking.find((rank) => rank.length > 0) ?? [];
            return sum + (best.length === 1 && best[0] === name ? Number(weight) : 0);
          }, 0);
        expect(found(counting.plurality(ranked))).toEqual(byScore(ranked, first));
      }),
      { numRuns },
    );
  });

  it("comes out for and against as by asking of each nominee whether it passes, then who has the most", () => {
    const shares = fc
      .record({ numerator: fc.nat(6), denominator: fc.integer({ min: 1, max: 6 }), strict: fc.boolean() })
      .filter(({ numerator, denominator }) => numerator <= denominator);
    fc.assert(
      fc.property(approvals, shares, fc.integer({ min: 1, max: 4 }), (kept, threshold, absent) => {
        const papers = kept.papers.map(({ weight, approvals: names }) => ({
          weight,
          for: names,
          against: kept.nominees.filter((name) => !names.includes(name)),
        }));
        const figure = papers.reduce((sum, { weight }) => sum + Number(weight), 0) + absent;
        const votes = (name: string) =>
          papers.reduce((sum, paper) => sum + (paper.for.includes(name) ? Number(paper.weight) : 0), 0);
        const { numerator, denominator, strict } = threshold;
        const passes = (name: string) =>
          strict
            ? votes(name) * denominator > numerator * figure
            : votes(name) * denominator >= numerator * figure;
        const nominees = kept.nominees.filter(passes);
        const count = counting.forAndAgainst(
          { ...kept, papers },
          { threshold, base: { of: "allEligible", figure } },
        );
        expect(found(count)).toEqual(byScore({ ...kept, nominees }, votes));
      }),
      { numRuns },
    );
  });

  it.each(["official", "simple"] as const)(
    "comes out by STAR, %s protocol, up to five nominees and all seats, as whatever lots may give",
    (protocol) => {
      fc.assert(
        fc.property(scoreElections({ nomineesMax: 5, scoreMax: 3 }), (election) => {
          const papers = election.papers.map((paper) => ({
            ...paper,
            weight: Number(BigInt(paper.weight) % 4n) + 1,
          }));
          const scored = { ...election, papers };
          const expected = fromSets(scored, starOracle(scored, protocol === "official" ? 3 : undefined));
          expect(found(counting.star(scored, { protocol, scoreMax: 3 }))).toEqual(expected);
        }),
        { numRuns },
      );
    },
  );
});
