import type { Message } from "../kernel/messages.ts";
import type { MatterText } from "../season/messages.ts";

/**
 * How people settle what no ready command settles. `missing`: they record what is awaited. `mismatch`: they set one of two
 * records right. `complaint`: its answer is awaited. `decision`: nothing is missing, and people decide what becomes of it.
 * `byHand`: they take note of it.
 */
export type Way = "missing" | "mismatch" | "complaint" | "decision" | "byHand";

/** The way of a matter. Of a matter that is not the library's, nothing more is known than that a person may settle it. */
export const wayOf = ({ type }: Message): Way => ways.get(type) ?? "byHand";

/** Each matter has one, also where a command is always ready that settles it: a new matter cannot be forgotten. */
const wayOfEach: Record<MatterText["type"], Way> = {
  RoomNotTaken: "byHand",
  VotingInterrupted: "decision",
  ProxiesCountedOtherwise: "mismatch",
  BallotOfOtherSeason: "mismatch",
  BallotNotSettled: "byHand",
  BallotOfCancelledConference: "byHand",
  BallotCertifiedThoughCancelled: "decision",
  DraftNotIssued: "missing",
  RotationNotFollowed: "byHand",
  PledgeOfFormerMember: "decision",
  PledgeOfFormerMemberAssessed: "decision",
  ScoreboardNotFollowed: "byHand",
  UnitRankedOtherwise: "byHand",
  SeasonNotPrepared: "missing",
  HostGone: "missing",
  InvitationNotRevised: "byHand",
  LeftByDissolvedBloc: "decision",
  PledgesAwaited: "missing",
  PledgesUnconcluded: "missing",
  RoundNotOpened: "byHand",
  RoundVotedOnOldList: "decision",
  RunOffNotOpened: "byHand",
  RunOffNotRecorded: "byHand",
  RestsOnVoidRunOff: "byHand",
  BallotOfVoidOne: "byHand",
  RoundOfVoidBallot: "missing",
  RevoteAwaited: "missing",
  BallotNotRevised: "byHand",
  ListsOlderThanMembers: "decision",
  ScoresCorrectedAfterVote: "decision",
  BylawsChangedMeanwhile: "mismatch",
  FigureNotCarried: "byHand",
  FiguresDiffer: "mismatch",
  PledgeNotSigned: "missing",
  ElectedNotDesignated: "byHand",
  ElectedNotTakenBack: "byHand",
  ElectedCannotServe: "missing",
  ChosenThoughDisciplined: "decision",
  ElectedToBoth: "decision",
  NoChairForTerm: "missing",
  NoDeputyForTerm: "missing",
  DecisionOverVote: "byHand",
  NamedCannotServe: "missing",
  ChairNotHandedOver: "byHand",
  HandoverHeld: "complaint",
  HandoverAwaited: "byHand",
  ChairOnVoidVote: "missing",
  ChairNotAsElected: "decision",
  ChairVacant: "missing",
  StewardNotNamed: "byHand",
  CampaignWithoutSteward: "missing",
  FlagElsewhere: "decision",
  RotationUnclear: "decision",
  TwoResults: "decision",
  ProposalNotMade: "byHand",
  ProposedWithoutResult: "decision",
  ElectedBySecondResult: "decision",
  ElectedInVoidRound: "missing",
  ProposalNotWithdrawn: "byHand",
  GrantedOnVoidResult: "decision",
  SeatLeftByExclusion: "decision",
  BasisNotConfirmed: "byHand",
  ElectedNotEligible: "decision",
  AwardOfFormerMember: "decision",
  AwardOfDissolvedBloc: "missing",
  ConsiderationNotSuspended: "byHand",
  ConsiderationNotResumed: "byHand",
  DisciplinedThoughGranted: "decision",
  AwardStepAwaited: "missing",
  HonoursExcludeEachOther: "decision",
  MoreThanSeats: "decision",
};
const ways = /* @__PURE__ */ new Map<string, Way>(/* @__PURE__ */ Object.entries(wayOfEach));
