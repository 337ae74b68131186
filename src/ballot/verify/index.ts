export type { BallotFinding, FactsAnswer, PartOfRecord, RecordFinding, Unchecked } from "./findings.ts";
export type { LogFinding } from "./retrace.ts";
export {
  type BallotVerdict,
  type BallotVerification,
  type LogVerdict,
  verifyBallot,
  verifyLog,
} from "./verify-ballot.ts";
