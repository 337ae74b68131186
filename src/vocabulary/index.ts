export { type Bar, isReachable, meets, votesNeeded } from "./bar.ts";
export { areExclusive, Bylaws, BylawsVersion, HonourNeeds, HonourRule } from "./bylaws.ts";
export { DocumentKind, DocumentRef } from "./document-ref.ts";
export { excludeEachOther } from "./exclusions.ts";
export { Honour, HonourKind, sameHonour } from "./honour.ts";
export { Drawn, LotSource } from "./lot.ts";
export { Person, PersonName } from "./person.ts";
export { Points } from "./points.ts";
export {
  type AwaitedFact,
  BylawsPolicies,
  defaultPolicies,
  ownPoliciesOf,
  type Policies,
  policiesOf,
} from "./policies.ts";
export { nextSeason, Season } from "./season.ts";
export {
  atLeast,
  atLeastTwoThirds,
  Base,
  moreThanHalf,
  moreThanTwoThirds,
  Quorum,
  Threshold,
} from "./threshold.ts";
export { OrganisationName, UnitId } from "./unit.ts";
export {
  type AnnouncedLot,
  type DrawnValues,
  drawLot,
  inLotOrder,
  type Lot,
  lotKey,
  pickedBy,
} from "./verifiable-lot.ts";
export { type LotFinding, type LotVerdict, verifyLot } from "./verify-lot.ts";
export { BallotForm, defaultVotingRules, SelectionMode, TieStep, VotingRules } from "./voting-rules.ts";
