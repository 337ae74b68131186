export { award } from "./award.ts";
export { type AwardSubject, awardIdOf } from "./award-id.ts";
export { type Exclusions, excludedBy, usualExclusions } from "./exclusion.ts";
export {
  AwardCommand,
  AwardEvent,
  AwardRejection,
  AwardStatus,
  Ground,
  ProposalBasis,
  RevocationGround,
  VoidReason,
  WithdrawalReason,
} from "./messages.ts";
export type { Award } from "./state.ts";
