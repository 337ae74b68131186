import * as counting from "../../src/counting/index.ts";
import type {
  ApprovalPaper,
  Count,
  Election,
  OpinionPaper,
  RankedPaper,
  ScorePaper,
} from "../../src/counting/rule.ts";
import type { Bench, Contest } from "./measure.ts";
import { nominees, numbersFrom, papersOf } from "./papers.ts";

type Assembly = {
  readonly ranked: Election<RankedPaper>;
  readonly kept: Election<ApprovalPaper>;
  readonly scored: Election<ScorePaper>;
  readonly opined: Election<OpinionPaper>;
};

const papersEach = 10;
const half = { numerator: 1, denominator: 2 };
const overHalf = { ...half, strict: true };

/** The tally of a vote with one name each: the input of a round with a threshold. */
const talliedFirst = ({ ranked: { nominees, seats, papers } }: Assembly) => {
  const votes = new Map(nominees.map((nominee) => [nominee, 0]));
  for (const { ranking } of papers)
    for (const first of ranking[0] ?? []) votes.set(first, (votes.get(first) ?? 0) + 1);
  return { nominees, seats, votes };
};

const rules: Readonly<Record<string, (assembly: Assembly) => Pick<Count, "outcome">>> = {
  plurality: ({ ranked }) => counting.plurality(ranked),
  "two rounds": ({ ranked }) => counting.twoRound({ ...ranked, seats: 1 }),
  "exhaustive ballot": ({ ranked }) => counting.exhaustiveBallot({ ...ranked, seats: 1 }),
  "threshold round": (assembly) =>
    counting.thresholdRound(talliedFirst(assembly), {
      needed: { share: half, strict: true, base: papersEach },
    }),
  Borda: ({ ranked }) => counting.borda(ranked),
  "block on rankings": ({ ranked }) => counting.blockOnRankings(ranked),
  "instant run-off": ({ ranked }) => counting.instantRunoff(ranked),
  Schulze: ({ ranked }) => counting.schulze(ranked),
  "ranked pairs": ({ ranked }) => counting.rankedPairs(ranked),
  Copeland: ({ ranked }) => counting.copeland(ranked),
  minimax: ({ ranked }) => counting.minimax(ranked),
  "Scottish STV": ({ ranked }) => counting.scottishStv(ranked),
  "Minneapolis STV": ({ ranked }) => counting.minneapolisStv(ranked),
  WIGM: ({ ranked }) => counting.wigm(ranked),
  "WIGM, reference": ({ ranked }) => counting.referenceWigm(ranked),
  Meek: ({ ranked }) => counting.meek(ranked),
  "Meek, reference": ({ ranked }) => counting.referenceMeek(ranked),
  "for and against": ({ opined }) =>
    counting.forAndAgainst(opined, { threshold: overHalf, base: { of: "validPapers", figure: papersEach } }),
  approval: ({ kept }) => counting.approval(kept),
  block: ({ kept }) => counting.block(kept),
  limited: ({ kept }) => counting.limited(kept, { namesMax: 2 }),
  PAV: ({ kept }) => counting.pav(kept),
  "sequential PAV": ({ kept }) => counting.sequentialPav(kept),
  "equal shares": ({ kept }) => counting.equalShares(kept),
  score: ({ scored }) => counting.score(scored),
  STAR: ({ scored }) => counting.star(scored),
};

function assemblyOf(seed: number): Assembly {
  const ranked = { nominees, seats: 2, papers: papersOf(papersEach, seed) };
  const below = numbersFrom(seed);
  const firstOf = ({ ranking }: RankedPaper, count: number) => ranking.slice(0, count).flat();
  return {
    ranked,
    kept: {
      ...ranked,
      papers: ranked.papers.map((paper) => ({ weight: 1, approvals: firstOf(paper, 1 + below(2)) })),
    },
    scored: {
      ...ranked,
      papers: ranked.papers.map(() => ({
        weight: 1,
        scores: new Map(nominees.map((nominee) => [nominee, below(6)])),
      })),
    },
    opined: {
      ...ranked,
      papers: ranked.papers.map((paper) => {
        const kept = firstOf(paper, 2);
        return { weight: 1, for: kept, against: nominees.filter((nominee) => !kept.includes(nominee)) };
      }),
    },
  };
}

/** Every rule on the papers of an assembly: 10 papers on 10 nominees for 2 seats, where most counts have ties. */
export const small: Bench = async () => {
  const assemblies = Array.from({ length: 20 }, (_, seed) => assemblyOf(seed + 1));
  return Object.entries(rules).map(
    ([name, rule]): Contest => ({
      name,
      times: assemblies.length,
      millisecondsMax: 3,
      ours: () => assemblies.map((assembly) => rule(assembly).outcome.elected.length),
      peers: {},
    }),
  );
};
