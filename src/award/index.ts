export { type Award, award } from "./award.ts";
export { type Exclusions, excludedBy, usualExclusions } from "./exclusion.ts";
export {
  AwardCommand,
  AwardEvent,
  AwardRejection,
  AwardStatus,
  Ground,
  ProposalBasis,
  RevocationGround,
} from "./messages.ts";
