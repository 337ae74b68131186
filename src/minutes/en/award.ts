import type {
  AwardCommand,
  AwardEvent,
  AwardRejection,
  AwardStatus,
  Ground,
  ProposalBasis,
  RevocationGround,
  VoidReason,
  WithdrawalReason,
} from "../../award/messages.ts";
import type { DataOf } from "../../kernel/messages.ts";
import { grounded } from "../figures.ts";
import type { OwnPhrases, Phrases, Say } from "../language.ts";

type OtherBasis = DataOf<AwardRejection, "OtherBasis">;

export const awardStatusesEn: Record<AwardStatus, string> = {
  blank: "not yet proposed",
  proposed: "proposed",
  withdrawn: "withdrawn",
  vetted: "vetted",
  returned: "returned",
  approved: "approved by the council",
  rejected: "rejected by the council",
  decided: "decided",
  conferred: "conferred",
  declined: "declined",
  revoked: "revoked",
};

const grounds: Record<Ground, string> = {
  notRegistered: "not registered for the title",
  disciplined: "disciplined",
  fined: "fined",
  dossierIncomplete: "the dossier is incomplete",
  underInvestigation: "under investigation",
  unitEnded: "no longer in the bloc",
  other: "another ground",
};

const withdrawalReasons: Record<WithdrawalReason, string> = {
  recounted: "a recount gave another result",
  annulled: "the result that it rested on was annulled",
  excluded: "the unit is proposed for another honour for the same achievement",
  unitEnded: "the unit has ended",
  disciplined: "the unit was disciplined",
  notEligible: "the unit is not eligible",
  byBloc: "the bloc decided so",
};

const voidReasons: Record<VoidReason, string> = {
  recounted: "a recount gave another result",
  annulled: "the ballot was annulled",
};

/** What an award rests on, in the middle of a sentence. */
function basisOf(basis: ProposalBasis, say: Say): string {
  switch (basis.kind) {
    case "ballot":
      return `record no. ${say.count(basis.certification)} of a ballot`;
    case "consensus":
      return "the consensus of a conference";
    case "decision":
      return say.document(basis.decision);
  }
}

const noted = (note: string | undefined) => (note === undefined ? "" : `; ${note}`);

const revocationGrounds: Record<RevocationGround, string> = {
  falseAchievement: "false account of the achievement",
  forgedDossier: "false information or forged dossier",
  unlawfulProcedure: "vetted, approved or proposed against the law",
  disqualifyingFinding: "a finding that the conditions were not met",
};

export const awardEventsEn: Phrases<AwardEvent> = {
  AwardProposed: ({ unit, honour, season, basis, proposedOn, submission }, say) => {
    const dated = `(${say.date(proposedOn)}${submission ? `, ${say.document(submission)}` : ""})`;
    const award = `${say.honour(honour)} for ${season}`;
    return basis.kind === "decision"
      ? `${say.unit(unit)} is considered for ${award} by ${say.document(basis.decision)}, without a proposal of the bloc ${dated}.`
      : `The bloc proposed ${say.unit(unit)} for ${award} ${dated}.`;
  },
  AwardWithdrawn: ({ withdrawnOn, reason, note }, say) =>
    `The bloc withdrew its proposal on ${say.date(withdrawnOn)}; reason: ${withdrawalReasons[reason]}${noted(note)}.`,
  BasisConfirmed: ({ finalisedOn }, say) =>
    `The result that the proposal rests on is final from ${say.date(finalisedOn)}.`,
  BasisVoid: ({ voidOn, reason, note }, say) =>
    `From ${say.date(voidOn)} the result that the proposal rests on no longer holds (${voidReasons[reason]})${noted(note)}.`,
  BasisReplaced: ({ honour, season, unit, basis, proposedOn }, say) =>
    `The award of ${say.honour(honour)} for ${season} to ${say.unit(unit)} now rests on ${basisOf(basis, say)} (${say.date(proposedOn)}); the decision stands.`,
  AwardTransferred: ({ from, to, transferredOn, decision }, say) =>
    `${say.unit(to)} succeeded ${say.unit(from)} in this award on ${say.date(transferredOn)}, by ${say.document(decision)}.`,
  DossierSubmitted: ({ submission, submittedOn }, say) =>
    `The dossier was submitted on ${say.date(submittedOn)} by ${say.document(submission)}.`,
  AwardVetted: ({ body, vettedOn }, say) => `${body} vetted the dossier on ${say.date(vettedOn)}: in order.`,
  AwardReturned: ({ body, returnedOn, ground, reason }, say) =>
    `${body} returned the dossier on ${say.date(returnedOn)} (${grounded(grounds[ground], reason)}).`,
  AwardResubmitted: ({ submission, resubmittedOn }, say) =>
    `The dossier was resubmitted on ${say.date(resubmittedOn)} under ${say.document(submission)}.`,
  ConsiderationSuspended: ({ ground, suspendedOn, reason }, say) =>
    `Consideration was suspended from ${say.date(suspendedOn)} (${grounded(grounds[ground], reason)}).`,
  ConsiderationResumed: ({ resumedOn, reason }, say) =>
    `Consideration was resumed from ${say.date(resumedOn)}: ${reason}.`,
  AwardApproved: ({ council, decidedOn, vote }, say) =>
    `${council} approved the proposal on ${say.date(decidedOn)}${vote ? ` with ${say.count(vote.for)} of ${say.count(vote.members)} members in favour` : ""}.`,
  AwardRejected: ({ council, decidedOn, reason }, say) =>
    `${council} rejected the proposal on ${say.date(decidedOn)}: ${reason}.`,
  AwardDecided: ({ decision }, say) => `The award was decided by ${say.document(decision)}.`,
  AwardPublished: ({ publishedOn, document }, say) =>
    `The decision was made public on ${say.date(publishedOn)}${document ? ` (${say.document(document)})` : ""}.`,
  AwardConferred: ({ conferredOn, conferredBy, receivedBy }, say) =>
    `The award was conferred on ${say.date(conferredOn)} by ${say.person(conferredBy)}${receivedBy ? ` and received by ${say.person(receivedBy)}` : ""}.`,
  AwardDeclined: ({ declinedOn, reason }, say) =>
    `The unit declined the award on ${say.date(declinedOn)}: ${reason}.`,
  AwardRevoked: ({ ground, decision, reason }, say) =>
    `The award was revoked by ${say.document(decision)} (${revocationGrounds[ground]}): ${reason}.`,
  AwardRecovered: ({ recoveredOn }, say) =>
    `The item and the money were recovered on ${say.date(recoveredOn)}.`,
};

export const awardRejectionsEn: OwnPhrases<AwardRejection> = {
  AwardTaken: ({ unit, honour, season }, say) =>
    `This proposal has already been made for ${say.unit(unit)}: ${say.honour(honour)} for ${season}.`,
  AchievementAlreadyHonoured: ({ honour, excludedBy }, say) =>
    `${say.honour(honour)} cannot be proposed: the achievement is already proposed for ${say.list(excludedBy.map(say.honour))}.`,
  AwardSuspended: ({ ground, suspendedOn }, say) =>
    `Consideration has been suspended since ${say.date(suspendedOn)} (${grounds[ground]}).`,
  AwardNotSuspended: () => "Consideration is not suspended.",
  BasisNotFinal: ({ certification }, say) =>
    `It cannot be decided yet: record no. ${say.count(certification)} of the ballot that it rests on is not final, and complaints are still possible.`,
  BasisIsVoid: ({ voidOn, reason }, say) =>
    `The result that it rests on has not held since ${say.date(voidOn)} (${voidReasons[reason]}): it needs another basis, or is to be withdrawn or revoked.`,
  OtherBasis: (data, say) => `This award rests on ${otherBasisOf(data, say)}.`,
  BasisConfirmedAlready: ({ finalisedOn }, say) =>
    `The result that it rests on has been final since ${say.date(finalisedOn)}.`,
  NotADecision: ({ document }, say) => `${say.document(document)} is not a decision.`,
  AwardPublishedAlready: ({ publishedOn }, say) =>
    `The decision was made public on ${say.date(publishedOn)} already.`,
  AwardRecoveredAlready: ({ recoveredOn }, say) =>
    `The item and the money came back on ${say.date(recoveredOn)} already.`,
};

/** What the award rests on, in words that leave no doubt that it is not the other result. */
function otherBasisOf({ basis, ballot, certification }: OtherBasis, say: Say): string {
  if (basis.kind !== "ballot") return `${basisOf(basis, say)}, and not on the result of a ballot`;
  if (basis.ballot !== ballot || certification === undefined) return "the result of another ballot";
  const [later, earlier] = [say.count(basis.certification), say.count(certification)];
  return `record no. ${later} of the ballot, which superseded no. ${earlier}`;
}

/** What each command does, as what somebody is to do. */
export const awardCommandsEn: Phrases<AwardCommand> = {
  ProposeAward: ({ unit, honour }, say) => `propose ${say.unit(unit)} for ${say.honour(honour)}`,
  WithdrawProposal: () => "withdraw the proposal",
  ConfirmBasis: () => "record that the result that the proposal rests on is final",
  VoidBasis: () => "record that the result that the proposal rests on no longer holds",
  TransferAward: ({ to }, say) => `pass the award to ${say.unit(to)}`,
  SubmitDossier: () => "record that the dossier was submitted",
  VetAward: () => "record that the dossier was vetted",
  ReturnAward: () => "return the dossier",
  ResubmitAward: () => "submit the dossier again",
  SuspendConsideration: () => "suspend the consideration of the proposal",
  ResumeConsideration: () => "resume the consideration of the proposal",
  ApproveAward: () => "record that the council approved the proposal",
  RejectAward: () => "record that the council rejected the proposal",
  DecideAward: ({ decision }, say) => `record the decision on the award: ${say.document(decision)}`,
  PublishAward: () => "record that the award was published",
  ConferAward: () => "record that the award was conferred",
  DeclineAward: () => "record that the unit declined the award",
  RevokeAward: () => "revoke the award",
  RecordRecovery: () => "record that the award was recovered",
};
