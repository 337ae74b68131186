import type { ReasonCode } from "../../season/messages.ts";
import { groundsEn } from "./ballot-words.ts";

/** Why a process did something. */
export const reasonsEn: Record<ReasonCode, string> = {
  unitIsNoMember: "no longer in the bloc",
  unitIsMemberAgain: "a member of the bloc again",
  unitIsMemberOnLastDay: "a member of the bloc on the last day of the season",
  unitDisciplined: "disciplined",
  unitUnderInvestigation: "under investigation",
  nothingAgainstUnit: "neither disciplined nor under investigation any more",
  investigationOver: "the investigation is closed",
  unitSuspended: "suspended in the bloc",
  unitReinstated: "takes part in the bloc again",
  unitDissolved: "the unit was dissolved",
  unitTransferred: "the unit went to another bloc",
  unitWithdrawn: "the unit withdrew from the bloc",
  unitMergedElsewhere: "the unit merged into one outside the bloc",
  blocReconstituted: "the bloc was reconstituted",
  unitCannotServe: "the unit cannot serve any more",
  resultAnnulled: "the vote was annulled",
  resultRecounted: "a recount gave another result",
  chairVoteVoid: "the vote for the chair fell",
  votingInterrupted: "the conference was adjourned while people voted",
  conferenceCancelled: groundsEn.conferenceCancelled,
  noTieLeft: groundsEn.noTieLeft,
  roundVoid: groundsEn.roundVoid,
  roundNotOwed: "this honour is voted on its own, or nobody is left to be voted for",
  blocGoesOn: "the bloc decided to go on with it",
};
