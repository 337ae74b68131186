export { type Bar, isReachable, meets, votesNeeded } from "../vocabulary/bar.ts";
export type { Base } from "../vocabulary/threshold.ts";
export type { KeptNamesOptions, TieOption } from "./choices.ts";
export { type EqualSharesOptions, equalShares } from "./committees/equal-shares.ts";
export type { Completion } from "./committees/equal-shares-count.ts";
export { pav } from "./committees/pav.ts";
export { sequentialPav } from "./committees/sequential-pav.ts";
export { type ExhaustiveBallotOptions, exhaustiveBallot } from "./elimination/exhaustive-ballot.ts";
export { type InstantRunoffOptions, instantRunoff } from "./elimination/instant-runoff.ts";
export {
  type Needed,
  type ThresholdRoundOptions,
  thresholdRound,
  type VoteTally,
  votesToPass,
} from "./elimination/threshold-round.ts";
export type { Overvotes, TransferOptions } from "./elimination/transfers.ts";
export { type TwoRoundOptions, twoRound } from "./elimination/two-round.ts";
export { type CopelandOptions, type CopelandVariant, copeland } from "./pairwise/copeland.ts";
export { type MinimaxOptions, minimax, type Opposition } from "./pairwise/minimax.ts";
export type { PairwiseOptions, Strength, Unranked } from "./pairwise/pairwise.ts";
export { type RankedPairsOptions, rankedPairs } from "./pairwise/ranked-pairs.ts";
export { type SchulzeOptions, schulze } from "./pairwise/schulze.ts";
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
  Unlisted,
  Weight,
} from "./rule.ts";
export type { CountStep } from "./steps/count-step.ts";
export type { RoundConclusion } from "./steps/round-conclusion.ts";
export type { ArithmeticOption } from "./stv/arithmetic.ts";
export { type CambridgeOptions, cambridgeStv } from "./stv/cambridge.ts";
export { type CferOptions, cferStv } from "./stv/cfer.ts";
export { ers97Stv } from "./stv/ers97.ts";
export { type MeekOptions, meek, referenceMeek, type WarrenOptions, warren } from "./stv/meek.ts";
export { type MinneapolisOptions, minneapolisStv } from "./stv/minneapolis.ts";
export type { EqualRanks } from "./stv/routes.ts";
export { scottishStv } from "./stv/scottish.ts";
export type { StvCount, StvOptions, StvRound } from "./stv/stv.ts";
export { type ReferenceWigmOptions, referenceWigm, type WigmOptions, wigm } from "./stv/wigm.ts";
export { approval, block, limited } from "./votes/approval.ts";
export { blockOnRankings } from "./votes/block-on-rankings.ts";
export { type BordaOptions, borda } from "./votes/borda.ts";
export type { EqualFirst } from "./votes/first-preferences.ts";
export { type ForAndAgainstOptions, forAndAgainst } from "./votes/for-and-against.ts";
export { type PluralityOptions, plurality } from "./votes/plurality.ts";
export { score } from "./votes/score.ts";
export type { ScoreOptions } from "./votes/scores.ts";
export { type StarOptions, type StarProtocol, star } from "./votes/star.ts";
