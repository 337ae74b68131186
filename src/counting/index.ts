export { type Bar, type Base, isReachable, meets, votesNeeded } from "../../vocabulary/threshold.ts";
export { approval, block, limited } from "./approval.ts";
export { blockOnRankings } from "./block-on-rankings.ts";
export { type BordaOptions, borda } from "./borda.ts";
export type { KeptNamesOptions, TieOption } from "./choices.ts";
export { type CopelandOptions, type CopelandVariant, copeland } from "./copeland.ts";
export { type EqualSharesOptions, equalShares } from "./equal-shares.ts";
export type { Completion } from "./equal-shares-count.ts";
export { type ExhaustiveBallotOptions, exhaustiveBallot } from "./exhaustive-ballot.ts";
export type { EqualFirst } from "./first-preferences.ts";
export { type ForAndAgainstOptions, forAndAgainst } from "./for-and-against.ts";
export { type InstantRunoffOptions, instantRunoff } from "./instant-runoff.ts";
export { type MinimaxOptions, minimax, type Opposition } from "./minimax.ts";
export type { PairwiseOptions, Strength, Unranked } from "./pairwise.ts";
export { pav } from "./pav.ts";
export { type PluralityOptions, plurality } from "./plurality.ts";
export { type RankedPairsOptions, rankedPairs } from "./ranked-pairs.ts";
export type {
  ApprovalPaper,
  Count,
  CountingRule,
  Election,
  Figure,
  Nominee,
  OpinionPaper,
  Outcome,
  RankedPaper,
  Round,
  ScorePaper,
  Step,
  Weight,
} from "./rule.ts";
export { type SchulzeOptions, schulze } from "./schulze.ts";
export { score } from "./score.ts";
export type { ScoreOptions } from "./scores.ts";
export { sequentialPav } from "./sequential-pav.ts";
export { type StarOptions, type StarProtocol, star } from "./star.ts";
export type { StvCount, StvOptions, StvRound } from "./stv.ts";
export type { ArithmeticOption } from "./stv-arithmetic.ts";
export { type MeekOptions, meek, referenceMeek } from "./stv-meek.ts";
export { type MinneapolisOptions, minneapolisStv } from "./stv-minneapolis.ts";
export type { EqualRanks } from "./stv-routes.ts";
export { scottishStv } from "./stv-scottish.ts";
export { type ReferenceWigmOptions, referenceWigm, type WigmOptions, wigm } from "./stv-wigm.ts";
export {
  type Needed,
  type ThresholdRoundOptions,
  thresholdRound,
  type VoteTally,
  votesToPass,
} from "./threshold-round.ts";
export type { Overvotes, TransferOptions } from "./transfers.ts";
export { type TwoRoundOptions, twoRound } from "./two-round.ts";
