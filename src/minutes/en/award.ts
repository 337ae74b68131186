import type {
  AwardEvent,
  AwardRejection,
  AwardStatus,
  Ground,
  RevocationGround,
} from "../../award/messages.ts";
import type { OwnPhrases, Phrases } from "../language.ts";

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
  other: "another ground",
};

const revocationGrounds: Record<RevocationGround, string> = {
  falseAchievement: "false account of the achievement",
  forgedDossier: "false information or forged dossier",
  unlawfulProcedure: "vetted, approved or proposed against the law",
  disqualifyingFinding: "a finding that the conditions were not met",
};

export const awardEventsEn: Phrases<AwardEvent> = {
  AwardProposed: ({ unit, honour, season, proposedOn, submission }, say) =>
    `The bloc proposed ${say.unit(unit)} for ${say.honour(honour)} for ${season} (${say.date(proposedOn)}${submission ? `, ${say.document(submission)}` : ""}).`,
  AwardWithdrawn: ({ withdrawnOn, reason }, say) =>
    `The bloc withdrew its proposal on ${say.date(withdrawnOn)}: ${reason}.`,
  AwardVetted: ({ body, vettedOn }, say) => `${body} vetted the dossier on ${say.date(vettedOn)}: in order.`,
  AwardReturned: ({ body, returnedOn, ground, reason }, say) =>
    `${body} returned the dossier on ${say.date(returnedOn)} (${grounds[ground]}): ${reason}.`,
  AwardResubmitted: ({ submission, resubmittedOn }, say) =>
    `The dossier was resubmitted on ${say.date(resubmittedOn)} under ${say.document(submission)}.`,
  ConsiderationSuspended: ({ ground, suspendedOn, reason }, say) =>
    `Consideration was suspended from ${say.date(suspendedOn)} (${grounds[ground]}): ${reason}.`,
  ConsiderationResumed: ({ resumedOn, reason }, say) =>
    `Consideration was resumed from ${say.date(resumedOn)}: ${reason}.`,
  AwardApproved: ({ council, decidedOn, vote }, say) =>
    `${council} approved the proposal on ${say.date(decidedOn)}${vote ? ` with ${say.count(vote.for)} of ${say.count(vote.members)} members in favour` : ""}.`,
  AwardRejected: ({ council, decidedOn, reason }, say) =>
    `${council} rejected the proposal on ${say.date(decidedOn)}: ${reason}.`,
  AwardDecided: ({ decision }, say) => `The award was decided by ${say.document(decision)}.`,
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
  NotADecision: ({ document }, say) => `${say.document(document)} is not a decision on an award.`,
  AwardRecoveredAlready: ({ recoveredOn }, say) =>
    `The item and the money came back on ${say.date(recoveredOn)} already.`,
};
