import { equalShares } from "../counting/committees/equal-shares.ts";
import { pav } from "../counting/committees/pav.ts";
import { sequentialPav } from "../counting/committees/sequential-pav.ts";
import { exhaustiveBallot } from "../counting/elimination/exhaustive-ballot.ts";
import { instantRunoff } from "../counting/elimination/instant-runoff.ts";
import { twoRound } from "../counting/elimination/two-round.ts";
import { copeland } from "../counting/pairwise/copeland.ts";
import { minimax } from "../counting/pairwise/minimax.ts";
import { rankedPairs } from "../counting/pairwise/ranked-pairs.ts";
import { schulze } from "../counting/pairwise/schulze.ts";
import type {
  ApprovalPaper,
  Count,
  CountingRule,
  Election,
  OpinionPaper,
  RankedPaper,
  ScorePaper,
} from "../counting/rule.ts";
import { ers97Stv } from "../counting/stv/ers97.ts";
import { meek, referenceMeek } from "../counting/stv/meek.ts";
import { minneapolisStv } from "../counting/stv/minneapolis.ts";
import { scottishStv } from "../counting/stv/scottish.ts";
import { referenceWigm, wigm } from "../counting/stv/wigm.ts";
import { approval, block, limited } from "../counting/votes/approval.ts";
import { borda } from "../counting/votes/borda.ts";
import { forAndAgainst } from "../counting/votes/for-and-against.ts";
import { plurality } from "../counting/votes/plurality.ts";
import { score } from "../counting/votes/score.ts";
import { star } from "../counting/votes/star.ts";
import type { Threshold } from "../vocabulary/threshold.ts";
import { overBar } from "./over-bar.ts";
import type { PaperGroup } from "./paper.ts";
import type { Method } from "./terms.ts";

/** What is counted: the field, the papers, and the bar over so many. */
export type Poll = Field & {
  papers: readonly PaperGroup[];
  bar: Threshold;
  base: number;
  /** Whether a paper that places several first counts for each of them in equal parts; otherwise there is none. */
  splitsFirst: boolean;
};
type Field = { nominees: readonly string[]; seats: number };

/** A method as the ballot needs it. */
type Rule = {
  /** What its papers say. */
  readonly paper: "opinions" | "names" | "ranking" | "scores";
  /** How many names a paper may vote for; any number when absent. */
  readonly namesMax?: (field: Field) => number;
  /** The most points that a paper may give to one nominee. */
  readonly pointsMax?: number;
  /** Whether its figures are papers in favour: only then has a threshold a meaning, and can hands be counted. */
  readonly inFavour: boolean;
  /** Whether it seats the highest figures, so that any of those level may take the seats. */
  readonly byFigures?: true;
  /** Whether it compares every two nominees by who is above whom. */
  readonly comparesPairs?: true;
  /** Whether it counts in rounds, which the record keeps. */
  readonly hasRounds?: true;
  /** Whether its source declares a paper invalid that places several first. */
  readonly needsOneFirst?: boolean;
  /** The most seats that it fills, and the most nominees that it can compare. */
  readonly seatsMax?: number;
  readonly nomineesMax?: number;
  /** The most votes of all electors together that it counts within about a second, where these are fewer than elsewhere. */
  readonly votesMax?: (field: Field) => number;
  readonly count: (poll: Poll) => Count;
};

type Kind = Method["kind"];
type MethodOf = { [K in Kind]: Extract<Method, { kind: K }> };

const stvRules = {
  scottish: scottishStv,
  wigm,
  referenceWigm,
  minneapolis: minneapolisStv,
  ers97: ers97Stv,
  meek,
  referenceMeek,
} satisfies Record<MethodOf["stv"]["variant"], CountingRule<RankedPaper>>;

/** PAV compares whole committees, and so many are compared within its bounds whatever the papers say. */
const pavNomineesMax = 18;

/**
 * By Meek's rule a paper passes all who are elected before it comes to rest, in every iteration of every round. So many
 * votes are counted within about a second however they are cast; 200 units with a vote each take little longer.
 */
const votesMaxByMeek = ({ nominees, seats }: Field) =>
  Math.max(200, Math.floor(15_000_000 / (nominees.length * seats ** 2)));

/** WIGM counts in exact fractions. Their length grows with each surplus that passes on what it took from others. */
const exactSeatsMax = 10;

/** The one place where a method of the terms meets its counting rule. */
const rules: { readonly [K in Kind]: (method: MethodOf[K]) => Rule } = {
  forAndAgainst: ({ namesMax }) => ({
    paper: "opinions",
    namesMax: ({ seats }) => namesMax ?? seats,
    inFavour: true,
    byFigures: true,
    count: (poll) =>
      forAndAgainst(opinionElection(poll), {
        threshold: poll.bar,
        base: { of: poll.bar.base, figure: poll.base },
      }),
  }),
  plurality: () => ({
    paper: "names",
    namesMax: () => 1,
    inFavour: true,
    byFigures: true,
    count: (poll) => overBar(plurality(asRanking(poll)), poll),
  }),
  block: () => ({
    paper: "names",
    namesMax: ({ seats }) => seats,
    inFavour: true,
    byFigures: true,
    count: (poll) => overBar(block(nameElection(poll)), poll),
  }),
  limited: ({ namesMax }) => ({
    paper: "names",
    namesMax: () => namesMax,
    inFavour: true,
    byFigures: true,
    count: (poll) => overBar(limited(nameElection(poll), { namesMax }), poll),
  }),
  approval: () => ({
    paper: "names",
    inFavour: true,
    byFigures: true,
    count: (poll) => overBar(approval(nameElection(poll)), poll),
  }),
  score: ({ pointsMax }) => ({
    ...onScores((papers) => score(papers, { scoreMax: pointsMax })),
    byFigures: true,
    pointsMax,
  }),
  star: ({ pointsMax }) => ({ ...onScores((papers) => star(papers, { scoreMax: pointsMax })), pointsMax }),
  twoRound: ({ tiedForRunoff = "every-pair" }) => ({
    ...inRounds((papers, poll) => twoRound(papers, { tiedForRunoff, equalFirst: equalFirstOf(poll) })),
    seatsMax: 1,
  }),
  exhaustiveBallot: () => ({
    ...inRounds((papers, poll) => exhaustiveBallot(papers, { equalFirst: equalFirstOf(poll) })),
    seatsMax: 1,
  }),
  borda: () => ({ ...onRankings((papers) => borda(papers)), byFigures: true }),
  instantRunoff: () =>
    inRounds((papers, { splitsFirst }) => instantRunoff(papers, splitsFirst ? { overvotes: "split" } : {})),
  stv: ({ variant }) => ({
    ...inRounds((papers) => stvRules[variant](papers)),
    needsOneFirst: !isMeek(variant),
    ...(variant === "wigm" && { seatsMax: exactSeatsMax }),
    ...(isMeek(variant) && { votesMax: votesMaxByMeek }),
  }),
  schulze: ({ strength }) => onPairs((papers) => schulze(papers, { strength })),
  rankedPairs: ({ strength }) => onPairs((papers) => rankedPairs(papers, { strength })),
  copeland: ({ variant }) => ({ ...onPairs((papers) => copeland(papers, { variant })), byFigures: true }),
  minimax: ({ strength }) => ({ ...onPairs((papers) => minimax(papers, { strength })), byFigures: true }),
  pav: () => ({ ...onNames(pav), nomineesMax: pavNomineesMax }),
  sequentialPav: () => onNames(sequentialPav),
  equalShares: ({ completion }) => onNames((papers) => equalShares(papers, { completion })),
};

/** The counting rule of a method, and what its papers may hold. */
export function ruleOf<K extends Kind>(method: MethodOf[K]): Rule {
  const kind: K = method.kind;
  return rules[kind](method);
}

type RankedCount = (papers: Election<RankedPaper>, poll: Poll) => Count;

const onRankings = (count: RankedCount): Rule => ({
  paper: "ranking",
  inFavour: false,
  count: (poll) => count(rankedElection(poll), poll),
});

const onPairs = (count: RankedCount): Rule => ({ ...onRankings(count), comparesPairs: true });

const inRounds = (count: RankedCount): Rule => ({ ...onRankings(count), hasRounds: true });

const equalFirstOf = ({ splitsFirst }: Poll) => (splitsFirst ? "split" : "none");

/** Meek counts a rank of several as all its orders. The other rules move whole papers, and have no such rank. */
const isMeek = (variant: MethodOf["stv"]["variant"]) => variant === "meek" || variant === "referenceMeek";

const onNames = (count: CountingRule<ApprovalPaper>): Rule => ({
  paper: "names",
  inFavour: false,
  count: (poll) => count(nameElection(poll)),
});

const onScores = (count: CountingRule<ScorePaper>): Rule => ({
  paper: "scores",
  inFavour: false,
  count: (poll) => count(scoreElection(poll)),
});

/** How many names a paper of the ballot may vote for. */
export function namesMaxOf({ method, nominees, seats }: Field & { method: Method }): number {
  return ruleOf(method).namesMax?.({ nominees, seats }) ?? nominees.length;
}

function election<P>({ nominees, seats, papers }: Poll, read: (group: PaperGroup) => P): Election<P> {
  return { nominees, seats, papers: papers.map(read) };
}

const opinionElection = (poll: Poll): Election<OpinionPaper> =>
  election(poll, ({ papers: weight, paper }) =>
    paper.kind === "opinions"
      ? { weight, for: paper.for, against: paper.against }
      : { weight, for: [], against: [] },
  );

const nameElection = (poll: Poll): Election<ApprovalPaper> =>
  election(poll, ({ papers: weight, paper }) => ({
    weight,
    approvals: paper.kind === "names" ? paper.names : [],
  }));

/** A name alone on a paper is a ranking of one. */
const asRanking = (poll: Poll): Election<RankedPaper> =>
  election(poll, ({ papers: weight, paper }) => ({
    weight,
    ranking: paper.kind === "names" ? [paper.names] : [],
  }));

const rankedElection = (poll: Poll): Election<RankedPaper> =>
  election(poll, ({ papers: weight, paper }) => ({
    weight,
    ranking: paper.kind === "ranking" ? paper.ranking : [],
  }));

const scoreElection = (poll: Poll): Election<ScorePaper> => election(poll, (group) => new Scored(group));

/** A paper as its scores. It makes their map when it is asked: 100,000 maps take a hundred megabytes. */
class Scored implements ScorePaper {
  readonly #group: PaperGroup;

  constructor(group: PaperGroup) {
    this.#group = group;
  }

  get weight(): number {
    return this.#group.papers;
  }

  get scores(): ReadonlyMap<string, number> {
    const { paper } = this.#group;
    return new Map(
      paper.kind === "scores" ? paper.scores.map(({ nominee, points }) => [nominee, points]) : [],
    );
  }
}
