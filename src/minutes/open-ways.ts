import type { Message } from "../kernel/messages.ts";
import type { MatterText } from "../season/messages.ts";

/**
 * How people settle what no ready command settles. `missing`: they record what is awaited. `mismatch`: they set one of two
 * records right. `complaint`: its answer is awaited. `decision`: nothing is missing, and people decide what becomes of it.
 * `byHand`: they take note of it.
 */
export type Way = keyof typeof matters | "byHand";

/** The way of a matter. Of a matter that is not the library's, nothing more is known than that a person may settle it. */
export const wayOf = ({ type }: Message): Way =>
  known.find((way) => matters[way].some((one) => one === type)) ?? "byHand";

const matters = {
  missing: [
    "AwardOfDissolvedBloc",
    "AwardStepAwaited",
    "CampaignWithoutSteward",
    "ChairOnVoidVote",
    "ChairVacant",
    "DraftNotIssued",
    "ElectedCannotServe",
    "ElectedInVoidRound",
    "HostGone",
    "NamedCannotServe",
    "NoChairForTerm",
    "PledgeNotSigned",
    "PledgesAwaited",
    "PledgesUnconcluded",
    "RoundOfVoidBallot",
    "SeasonNotPrepared",
  ],
  mismatch: ["BallotOfOtherSeason", "BylawsChangedMeanwhile", "FiguresDiffer", "ProxiesCountedOtherwise"],
  complaint: ["HandoverHeld"],
  decision: [
    "AwardOfFormerMember",
    "BallotCertifiedThoughCancelled",
    "ChairNotAsElected",
    "ChosenThoughDisciplined",
    "DisciplinedThoughGranted",
    "ElectedBySecondResult",
    "ElectedNotEligible",
    "ElectedToBoth",
    "FlagElsewhere",
    "GrantedOnVoidResult",
    "HonoursExcludeEachOther",
    "LeftByDissolvedBloc",
    "ListsOlderThanMembers",
    "MoreThanSeats",
    "PledgeOfFormerMember",
    "PledgeOfFormerMemberAssessed",
    "ProposedWithoutResult",
    "RotationUnclear",
    "RoundVotedOnOldList",
    "ScoresCorrectedAfterVote",
    "SeatLeftByExclusion",
    "TwoResults",
    "VotingInterrupted",
  ],
} satisfies Record<string, readonly MatterText["type"][]>;

const known = ["missing", "mismatch", "complaint", "decision"] as const;
