export type { CountStep } from "../counting/steps/count-step.ts";
export { RoundConclusion } from "../counting/steps/round-conclusion.ts";
export { ballot } from "./ballot.ts";
export { type CanonicalPapers, canonicalPapers } from "./canonical-paper.ts";
export { countHands, countPapers, tallyOf } from "./count.ts";
export { explainCount } from "./explain-count.ts";
export { AnnulmentGround, BrokenBy, InvalidReasons, Particulars } from "./fields.ts";
export { BallotCommand, BallotEvent, BallotRejection, BallotStatus } from "./messages.ts";
export { ruleOf } from "./method-to-rule.ts";
export { InvalidReason, Paper, PaperGroup, PaperRead } from "./paper.ts";
export {
  CountFacts,
  type CountResult,
  type PublishedCount,
  type PublishedPapers,
  publishedCount,
  recountPublished,
} from "./publish.ts";
export {
  BaseTaken,
  CountRound,
  Discrepancy,
  Figures,
  Outcome,
  SeatDecided,
  SecrecyImpossible,
  Tally,
  VoteLine,
} from "./result.ts";
export type { Ballot } from "./state.ts";
export { defaultProcedure, Follows, Method, Procedure, Purpose, Tellers, Terms, TieData } from "./terms.ts";
export { climb, TieStepRecord } from "./tie-replay.ts";
