import * as counting from "../../src/counting/index.ts";
import type { ApprovalPaper, Count, Election, RankedPaper, ScorePaper } from "../../src/counting/rule.ts";
import type { Bench, Contest } from "./measure.ts";
import { nominees } from "./papers.ts";

const size = nominees.length;
const at = (place: number) => nominees[place % size] ?? "";

/** Ten papers that make all ten nominees alike: in a circle, and with one name each. */
const ranked: readonly (readonly [string, readonly RankedPaper[]])[] = [
  [
    "circle",
    nominees.map((_, from) => ({ weight: 1, ranking: nominees.map((_n, place) => [at(from + place)]) })),
  ],
  ["one name", nominees.map((nominee) => ({ weight: 1, ranking: [[nominee]] }))],
];
const kept: readonly ApprovalPaper[] = nominees.map((_, from) => ({
  weight: 1,
  approvals: [at(from), at(from + 1), at(from + 3)],
}));

const scored: readonly ScorePaper[] = nominees.map((nominee) => ({
  weight: 1,
  scores: new Map([[nominee, 5]]),
}));

const onRankings: Readonly<Record<string, (election: Election<RankedPaper>) => Count>> = {
  "two rounds": counting.twoRound,
  "exhaustive ballot": counting.exhaustiveBallot,
  "instant run-off": counting.instantRunoff,
  "Scottish STV": counting.scottishStv,
  "Minneapolis STV": counting.minneapolisStv,
  "Electoral Reform Society": counting.ers97Stv,
  WIGM: counting.wigm,
  Meek: counting.meek,
  Borda: counting.borda,
  Schulze: counting.schulze,
  "ranked pairs": counting.rankedPairs,
  Copeland: counting.copeland,
  minimax: counting.minimax,
};

const onNames: Readonly<Record<string, (election: Election<ApprovalPaper>) => Count>> = {
  approval: counting.approval,
  PAV: counting.pav,
  "sequential PAV": counting.sequentialPav,
  "equal shares": counting.equalShares,
};

const severalSeats: Readonly<Record<string, (election: Election<RankedPaper>) => Count>> = {
  "Scottish STV": counting.scottishStv,
  "Minneapolis STV": counting.minneapolisStv,
  "Electoral Reform Society": counting.ers97Stv,
  WIGM: counting.wigm,
  Meek: counting.meek,
  Cambridge: (election) => counting.cambridgeStv(election, { minimumVotes: 1 }),
};

/** Everybody is tied: the normal case of a bloc that votes by agreement, and the most branches that ties can have. */
export const tied: Bench = async () => [
  ...Object.entries(onRankings).flatMap(([name, rule]) =>
    ranked.map(([profile, papers]) =>
      contest(`${name}, ${profile}`, () => rule({ nominees, seats: 1, papers })),
    ),
  ),
  ...Object.entries(severalSeats).flatMap(([name, rule]) =>
    ranked.flatMap(([profile, papers]) =>
      [2, 3, 5].map((seats) =>
        contest(`${name}, ${profile}, ${seats} seats`, () => rule({ nominees, seats, papers })),
      ),
    ),
  ),
  ...Object.entries(onNames).map(([name, rule]) =>
    contest(`${name}, 3 seats`, () => rule({ nominees, seats: 3, papers: kept })),
  ),
  ...[1, 5].map((seats) =>
    contest(`STAR, ${seats} ${seats === 1 ? "seat" : "seats"}`, () =>
      counting.star({ nominees, seats, papers: scored }),
    ),
  ),
];

const times = 10;

function contest(name: string, count: () => Count): Contest {
  return {
    name,
    times,
    millisecondsMax: 5,
    ours: () => Array.from({ length: times }, () => count().outcome.elected.length),
    peers: {},
  };
}
