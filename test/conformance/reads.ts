import type { TallyCase } from "./case.ts";
import { sourceRules } from "./stv-sources.ts";
import { anything, block, isEmpty, type Reads } from "./unread.ts";

const unranked = ["last", "ignored", "exhaust", "see-source"];
const number = (value: unknown) => typeof value === "number";
const frozen = (value: unknown) => typeof value === "string" && /candidate.order/.test(value);

/** The order of nominees in the case, the one that it gives, or none. */
const tieBreak = (value: unknown, { options }: TallyCase) =>
  frozen(value) || value === "none" || (value === "permutation" && Array.isArray(options.permutation));

/** A source's class of the method, with its defaults. */
const plainClass = block({ class: anything, args: isEmpty, kw: isEmpty });

const sources = { votekit: isEmpty, votelib: plainClass };

export const keptReads: Reads = {
  papers: ["approvals", "ranking", "scores", "raw"],
  options: {
    ...sources,
    rule: ["av"],
    expectedIs: ["all-tied-committees"],
    tieBreak,
    permutation: Array.isArray,
    withdrawn: Array.isArray,
    votesPerBallot: number,
    votekit: block({ k: anything }),
    maxScore: [1],
    note: anything,
  },
};

/** Approval voting has no limit of names, so that one would be passed over. */
export const approvalReads: Reads = {
  ...keptReads,
  options: { ...withoutKeys(keptReads.options, "votesPerBallot"), votekit: isEmpty },
};

function withoutKeys<T>(
  all: Readonly<Record<string, T>> = {},
  ...keys: readonly string[]
): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => !keys.includes(key)));
}

export const scoredReads: Reads = {
  papers: ["scores", "raw"],
  options: {
    ...sources,
    maxScore: number,
    unscored: number,
    tieBreak: (value, testCase) =>
      tieBreak(value, testCase) || value === "hashed_ballots" || /five-star/.test(String(value)),
    permutation: Array.isArray,
    withdrawn: Array.isArray,
  },
};

export const committeeReads: Reads = {
  papers: ["approvals"],
  options: {
    votelib: plainClass,
    rule: anything,
    completion: ["seqphragmen", "av", "increment"],
    expectedIs: ["all-tied-committees"],
    withdrawn: Array.isArray,
  },
};

/** Methods on first preferences, and on points for places. */
export const firstReads: Reads = {
  papers: ["ranking", "raw"],
  options: {
    ...sources,
    unranked,
    tieBreak: frozen,
    withdrawn: Array.isArray,
    base: [0, 1],
    scoreVector: anything,
    points: anything,
    votekit: (value, testCase) =>
      block({ score_vector: anything })(value) && (testCase.method !== "borda" || isStrict(testCase)),
  },
};

export const eliminationReads: Reads = {
  papers: ["ranking", "raw"],
  options: {
    ...sources,
    unranked,
    tieBreak: frozen,
    withdrawn: Array.isArray,
    ties: ["parallel-universe"],
  },
};

export const pairwiseReads: Reads = {
  papers: ["ranking", "raw"],
  options: {
    ...sources,
    unranked: ["last", "ignored", "see-source"],
    tieBreak: frozen,
    withdrawn: Array.isArray,
    variant: anything,
    ties: ["parallel-universe"],
  },
};

export function strengthsOf(...strength: readonly string[]): Reads {
  return { ...pairwiseReads, options: { ...withoutKeys(pairwiseReads.options, "variant"), strength } };
}

const flag = [true, false];
const whole = (value: unknown) => /^\d*$/.test(String(value)) || value === "max";

/** RCTab's configuration of one race: what is read of it, and the values that change nothing in a race for one seat. */
const rctabKeys: Parameters<typeof block>[0] = {
  tiebreakMode: [
    "useCandidateOrder",
    "random",
    "previousRoundCountsThenRandom",
    "generatePermutation",
    "interactive",
    "stopCountingAndAsk",
    "previousRoundCountsThenAsk",
  ],
  overvoteRule: ["exhaustImmediately", "alwaysSkipToNextRank", "exhaustIfMultipleContinuing"],
  winnerElectionMode: ["singleWinnerMajority", "bottomsUp", "bottomsUpUsingPercentageThreshold"],
  randomSeed: anything,
  numberOfWinners: whole,
  multiSeatBottomsUpPercentageThreshold: (value) => /^[\d.]*$/.test(String(value)),
  decimalPlacesForVoteArithmetic: whole,
  minimumVoteThreshold: whole,
  maxSkippedRanksAllowed: (value) => whole(value) || value === "unlimited",
  maxRankingsAllowed: whole,
  nonIntegerWinningThreshold: flag,
  doesFirstRoundDetermineThreshold: flag,
  hareQuota: flag,
  batchElimination: flag,
  cutoffElimination: flag,
  continueUntilTwoCandidatesRemain: flag,
  stopTabulationEarlyAfterRound: whole,
  exhaustOnDuplicateCandidate: flag,
  treatBlankAsUndeclaredWriteIn: [false],
};

const rctab = block(rctabKeys);
const rctabOfSeveral = block({
  ...rctabKeys,
  winnerElectionMode: anything,
  cutoffElimination: [false],
  treatBlankAsUndeclaredWriteIn: anything,
});

export const irvReads: Reads = {
  papers: ["ranking", "raw"],
  options: {
    ...sources,
    unranked,
    tieBreak: frozen,
    withdrawn: Array.isArray,
    ties: ["eliminate-all-tied", "parallel-universe"],
    variant: (value, { options }) => options.rctab !== undefined && /^rctab/.test(String(value)),
    rctab,
    excluded: Array.isArray,
    // With one seat its quota is the majority, and its parts of equal ranks are no rule of ours.
    votelib: (value, testCase) =>
      isStrict(testCase, { gaps: true }) &&
      block({ class: ["TransferableVoteSelector"], args: isEmpty, kw: block({ quota_function: ["droop"] }) })(
        value,
      ),
  },
};

/** Whether no paper ranks several equal, and unless `gaps` all rank everybody. */
function isStrict({ ballots, candidates }: TallyCase, { gaps = false } = {}): boolean {
  return ballots.every(({ ranking = [] }) => {
    const strict = ranking.every((rank) => rank.length <= 1);
    return strict && (gaps || ranking.flat().length === candidates.length);
  });
}

const fixedPlaces = new Map<string, RegExp>([
  ["scottish", /^fixed-p5-d5$/],
  ["cfer", /^fixed-p5-d5$/],
  ["cfer-batch", /^fixed-p5-d5$/],
  ["ers97", /^fixed-p2-d2$/],
  ["wigm-prf", /^fixed-p4-d4$/],
  ["wigm-prf-batch", /^fixed-p4-d4$/],
  ["minneapolis-wigm", /^fixed-p4-d4$/],
  ["meek-prf", /^o6-fixed-p9-d9$/],
]);
const variantOf = ({ options }: TallyCase) => String(options.variant);
const iterates = (testCase: TallyCase) => /^(meek-bc|meek-parametric|warren)$/.test(variantOf(testCase));
const isRctab = (testCase: TallyCase) => variantOf(testCase).startsWith("rctab-");
const isSource = (testCase: TallyCase) => sourceRules.has(variantOf(testCase));
const isNamedRule = (testCase: TallyCase) => !isRctab(testCase) && !isSource(testCase);

/** Whether the arithmetic is what the variant counts in, or one of those that it takes. */
function arithmetic(value: unknown, testCase: TallyCase): boolean {
  const takesAny = iterates(testCase) || variantOf(testCase) === "wigm";
  const pattern = takesAny ? /^(o\d+-)?((big)?fixed|guarded|rational)/ : fixedPlaces.get(variantOf(testCase));
  return pattern?.test(String(value)) ?? false;
}

const blt = block({
  tie: Array.isArray,
  withdrawn: Array.isArray,
  undeclared: Array.isArray,
  nick: Array.isArray,
  droop: anything,
});

/** What each kind of variant reads: another one would pass it over. */
export const stvReads: Reads = {
  papers: ["ranking"],
  options: {
    variant: anything,
    unranked: ["exhaust", "last-tied", "last"],
    arithmetic,
    bltOptions: (value, testCase) => isNamedRule(testCase) && blt(value),
    withdrawn: Array.isArray,
    minimumVotes: (value, testCase) => variantOf(testCase) === "cambridge" && Number.isInteger(value),
    tieOrder: (value, testCase) => isNamedRule(testCase) && Array.isArray(value),
    quota: (_, testCase) => isSource(testCase),
    "condorcetPhp:STV.Quota": (_, testCase) => isSource(testCase),
    votekit: (_, testCase) => isSource(testCase),
    rctab: (value, testCase) => isRctab(testCase) && rctabOfSeveral(value),
    excluded: (_, testCase) => isRctab(testCase),
    omega: (value, testCase) => iterates(testCase) && /^1e-\d+$/.test(String(value)),
    equalPreference: (value, testCase) =>
      iterates(testCase) && (value === "equalize" || String(value).startsWith("first-come")),
  },
};
