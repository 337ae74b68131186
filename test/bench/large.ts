import { canonicalPapers, together } from "../../src/ballot/canonical-paper.ts";
import { countPapers } from "../../src/ballot/count.ts";
import type { Paper, PaperGroup, PaperGroupRead } from "../../src/ballot/paper.ts";
import { defaultProcedure, type Method, type Terms } from "../../src/ballot/terms.ts";
import { defaultVotingRules } from "../../src/vocabulary/voting-rules.ts";
import type { Bench, Contest } from "./measure.ts";
import { numbersFrom } from "./papers.ts";

const noBar = { numerator: 0, denominator: 1, strict: false, base: "validPapers" } as const;
const units = Array.from({ length: 200 }, (_, place) => `unit ${place}`);

type Below = (below: number) => number;
type Largest = {
  readonly name: string;
  readonly method: Method;
  readonly nominees: number;
  readonly seats: number;
  readonly papers: number;
  /** The promised time where it is not a second. */
  readonly millisecondsMax?: number;
  readonly paper: (names: readonly string[], below: Below) => Paper;
};

const ranking: Largest["paper"] = (names, below) => {
  const rest = [...names];
  return { kind: "ranking", ranking: names.map(() => rest.splice(below(rest.length), 1)) };
};
const some: Largest["paper"] = (names, below) => ({
  kind: "names",
  names: names.filter(() => below(10) < 3),
});
const scores: Largest["paper"] = (names, below) => ({
  kind: "scores",
  scores: names.map((nominee) => ({ nominee, points: below(6) })),
});

/** Ranks of several, as large as they may come. */
const equals: Largest["paper"] = (names, below) => {
  const [rest, ranks]: [string[], string[][]] = [[...names], []];
  while (rest.length > 0) {
    const size = 1 + below(40);
    ranks.push(
      Array.from({ length: Math.min(size, rest.length) }, () => rest.splice(below(rest.length), 1)).flat(),
    );
  }
  return { kind: "ranking", ranking: ranks };
};

/** Most voters have much the same order: surpluses are large, and many are elected early. */
const agreed: Largest["paper"] = (names, below) => {
  const rest = [...names];
  const next = () => Math.min(...Array.from({ length: 8 }, () => below(rest.length)));
  return { kind: "ranking", ranking: names.map(() => rest.splice(next(), 1)) };
};

const wide = { nominees: 200, seats: 50, papers: 200 };
const long = { nominees: 10, seats: 3, papers: 100_000 };
const both = { ...wide, papers: 10_000 };

/**
 * As much as terms allow: 200 nominees, 50 seats and a paper for each of 200 electors; 100,000 different papers; or, where
 * electors have several votes each, 10,000 papers on 200 nominees. Meek's rule with ranks of up to 40 is the one that
 * takes longer than a second: see the docstring of `meek`.
 */
export const largest: readonly Largest[] = [
  {
    name: "ranked pairs",
    method: { kind: "rankedPairs", strength: "winning-votes" },
    ...wide,
    paper: ranking,
  },
  { name: "Schulze", method: { kind: "schulze", strength: "winning-votes" }, ...wide, paper: ranking },
  { name: "Scottish STV", method: { kind: "stv", variant: "scottish" }, ...wide, paper: ranking },
  { name: "Meek", method: { kind: "stv", variant: "meek" }, ...wide, paper: ranking },
  { name: "equal shares", method: { kind: "equalShares", completion: "seqphragmen" }, ...wide, paper: some },
  { name: "sequential PAV", method: { kind: "sequentialPav" }, ...wide, paper: some },
  { name: "PAV", method: { kind: "pav" }, nominees: 18, seats: 9, papers: 200, paper: some },
  { name: "instant run-off, equal ranks", method: { kind: "instantRunoff" }, ...wide, paper: equals },
  { name: "instant run-off", method: { kind: "instantRunoff" }, ...long, paper: ranking },
  { name: "Scottish STV", method: { kind: "stv", variant: "scottish" }, ...long, paper: ranking },
  {
    name: "Scottish STV, 200 nominees",
    method: { kind: "stv", variant: "scottish" },
    ...both,
    paper: ranking,
  },
  { name: "Meek", method: { kind: "stv", variant: "meek" }, ...long, paper: ranking },
  { name: "Schulze", method: { kind: "schulze", strength: "margins" }, ...long, paper: ranking },
  { name: "score", method: { kind: "score", pointsMax: 5 }, ...long, paper: scores },
  { name: "STAR", method: { kind: "star", pointsMax: 5 }, ...long, paper: scores },
  { name: "PAV, 18 nominees", method: { kind: "pav" }, ...long, nominees: 18, seats: 9, paper: some },
  {
    name: "Meek, 20 of 30 nominees",
    method: { kind: "stv", variant: "meek" },
    ...{ nominees: 30, seats: 20, papers: 1_250 },
    paper: ranking,
  },
  {
    name: "Meek, 30 of 50 nominees, agreed",
    method: { kind: "stv", variant: "meek" },
    ...{ nominees: 50, seats: 30, papers: 333 },
    paper: agreed,
  },
  {
    name: "WIGM, 10 of 30 nominees, agreed",
    method: { kind: "stv", variant: "wigm" },
    ...{ nominees: 30, seats: 10, papers: 60_000 },
    paper: agreed,
  },
  {
    name: "Schulze, 200 nominees",
    method: { kind: "schulze", strength: "margins" },
    ...both,
    paper: ranking,
  },
  {
    name: "equal shares, 200 nominees",
    method: { kind: "equalShares", completion: "seqphragmen" },
    ...both,
    paper: some,
  },
  { name: "STAR, 200 nominees", method: { kind: "star", pointsMax: 5 }, ...both, paper: scores },
  {
    name: "Meek, equal ranks",
    method: { kind: "stv", variant: "meek" },
    ...wide,
    millisecondsMax: 2_500,
    paper: equals,
  },
];

export const titleOf = ({ name, nominees, papers }: Largest) =>
  `${name}, ${papers > 200 ? `${papers.toLocaleString("en")} papers` : `${nominees} nominees`}`;

/** So many papers are read at a time, as tellers read them. What they read is let go once it is in canonical form. */
const readAtOnce = 200;

/** Makes the papers, and returns the count of them. */
export function countOf({ method, nominees, seats, papers, paper }: Largest): () => string {
  const below = numbersFrom(20230112);
  const names = units.slice(0, nominees);
  const terms = termsOf(method, names, seats);
  const groups: PaperGroup[] = [];
  for (let from = 0; from < papers; from += readAtOnce) {
    const read = Array.from(
      { length: Math.min(readAtOnce, papers - from) },
      (): PaperGroupRead => ({ papers: 1, paper: paper(names, below) }),
    );
    groups.push(...canonicalPapers(terms, read));
  }
  const box = together(groups);
  return () => countPapers({ terms, roll: new Map() }, box).outcome.kind;
}

/** The papers of one contest are made when it is its turn, and let go after it: beside all others each clears memory longer. */
export const large: Bench = async () =>
  largest.map((one): Contest => {
    let count: (() => string) | undefined;
    return {
      name: titleOf(one),
      millisecondsMax: one.millisecondsMax ?? 1_000,
      ours() {
        count ??= countOf(one);
        return count();
      },
      after() {
        count = undefined;
      },
      peers: {},
    };
  });

function termsOf(method: Method, nominees: readonly string[], seats: number): Terms {
  return {
    season: "2022",
    purpose: { kind: "other", title: "Bình chọn" },
    bylawsVersion: 1,
    electors: [...units],
    recused: [],
    nominees: [...nominees],
    seats,
    voting: { ...defaultVotingRules, threshold: noBar, tieLadder: [] },
    method,
    procedure: defaultProcedure,
    tellers: { head: { name: "Trần Thị B" }, members: [{ name: "Lê Văn C" }] },
    tieData: { scores: [], seniority: [], lotSources: [] },
  };
}
