export { CountStep, RoundConclusion } from "../counting/steps/count-step.ts";
export { ballot } from "./ballot.ts";
export { type CanonicalPapers, canonicalPapers } from "./canonical-paper.ts";
export { countHands, countPapers, tallyOf } from "./count.ts";
export { explainCount } from "./explain-count.ts";
export {
  AnnulmentGround,
  BallotCommand,
  BallotEvent,
  BallotRejection,
  BallotStatus,
  BaseTaken,
  BrokenBy,
  CountRound,
  Discrepancy,
  Drawn,
  Figures,
  Follows,
  InvalidReason,
  Outcome,
  Paper,
  PaperGroup,
  PaperRead,
  Procedure,
  Purpose,
  SecrecyImpossible,
  Tally,
  Tellers,
  Terms,
  TieData,
  VoteLine,
} from "./messages.ts";
export { Method } from "./method.ts";
export { ruleOf } from "./method-to-rule.ts";
export {
  CountFacts,
  type CountResult,
  type PublishedCount,
  publishedCount,
  recountPublished,
} from "./publish.ts";
export type { Ballot } from "./state.ts";
export { defaultProcedure } from "./terms.ts";
export { climb, TieStepRecord } from "./tie-break/climb.ts";
