import * as z from "zod/mini";
import { Id } from "../kernel/ids.ts";
import { messages } from "../kernel/messages.ts";
import { prose } from "../kernel/text.ts";
import { CivilDate } from "../kernel/time.ts";
import { DocumentRef } from "../vocabulary/document-ref.ts";
import { Honour } from "../vocabulary/honour.ts";
import { Person } from "../vocabulary/person.ts";
import { Season } from "../vocabulary/season.ts";
import { OrganisationName, UnitId } from "../vocabulary/unit.ts";
import {
  CouncilVote,
  certification,
  excludedBy,
  Ground,
  ProposalBasis,
  RevocationGround,
  VoidReason,
  WithdrawalReason,
} from "./fields.ts";

export { awardIdOf } from "./award-id.ts";
export {
  AwardStatus,
  Ground,
  ProposalBasis,
  RevocationGround,
  VoidReason,
  WithdrawalReason,
} from "./fields.ts";
export { AwardRejection } from "./rejections.ts";

// The messages of an award: one honour, proposed for one unit. They are stored, so names are never changed, only added.

const reason = prose({ max: 2_000 });
const proposal = {
  unit: UnitId,
  bloc: Id,
  season: Season,
  honour: Honour,
  basis: ProposalBasis,
  proposedOn: CivilDate,
  submission: z.optional(DocumentRef),
};
/** What is to be said beside a code. */
const note = z.optional(reason);
const withdrawal = { withdrawnOn: CivilDate, reason: WithdrawalReason, note };
const finality = { ballot: Id, certification, finalisedOn: CivilDate };
const voiding = {
  ballot: Id,
  /** The record that no longer holds, with those before it; absent where the ballot has no result at all. */
  certification: z.optional(certification),
  voidOn: CivilDate,
  reason: VoidReason,
  note,
};
const transfer = { to: UnitId, transferredOn: CivilDate, decision: DocumentRef };
const vetting = { body: OrganisationName, vettedOn: CivilDate, document: z.optional(DocumentRef) };
const returning = { body: OrganisationName, returnedOn: CivilDate, ground: Ground, reason };
const submitting = { submission: DocumentRef, submittedOn: CivilDate };
const publication = { publishedOn: CivilDate, document: z.optional(DocumentRef) };
const verdict = { council: OrganisationName, decidedOn: CivilDate, vote: z.optional(CouncilVote) };
const conferral = { conferredOn: CivilDate, conferredBy: Person, receivedBy: z.optional(Person) };
const revocation = { ground: RevocationGround, decision: DocumentRef, reason };
const suspension = { ground: Ground, suspendedOn: CivilDate, reason };

export const AwardCommand = /* @__PURE__ */ messages({
  /**
   * The bloc proposes the unit for the honour. `excludedBy`: the honours that the unit is already proposed for, for
   * the same achievement, and that exclude this one by the rules; refused while there is any. What was withdrawn is
   * proposed anew, on the same basis or another, and what rests on a void result on another. A decided award stays
   * decided.
   */
  ProposeAward: { ...proposal, excludedBy },
  /** The bloc takes its proposal back; refused once the award is decided. */
  WithdrawProposal: withdrawal,
  /**
   * The result of the ballot that the proposal rests on is final. It may be a later record than that of the basis. Only
   * then can the authority decide. `finalisedOn` is a day of the ballot, so it may be before the last step.
   */
  ConfirmBasis: finality,
  /**
   * The result that the proposal rests on no longer holds. From then on the award goes no further, until it has another
   * basis. `voidOn` is a day of the ballot, so it may be before the last step.
   */
  VoidBasis: voiding,
  /**
   * A unit that has ended passes its proposal, or its decided award, on to its heir. `excludedBy`: the honours of the heir
   * that exclude this one, as in `ProposeAward`; this very honour among them where the heir has it too.
   */
  TransferAward: { ...transfer, excludedBy },
  /** The bloc hands the dossier in, or adds to it, before anybody has vetted it. */
  SubmitDossier: submitting,
  /** The standing body finds the dossier in order; refused while consideration is suspended. */
  VetAward: vetting,
  /** Sends the dossier back to the bloc, which corrects it. */
  ReturnAward: returning,
  /** The bloc hands in a returned dossier again. */
  ResubmitAward: { submission: DocumentRef, resubmittedOn: CivilDate },
  /** Until consideration is resumed, the award can only be withdrawn, declined or transferred. */
  SuspendConsideration: suspension,
  /** Consideration goes on; refused while it is not suspended. */
  ResumeConsideration: { resumedOn: CivilDate, reason },
  /** The council agrees; the authority must still decide. */
  ApproveAward: verdict,
  /** The council rejects the award; no other unit takes its place. */
  RejectAward: { ...verdict, reason },
  /**
   * The authority grants the award; refused for a document that is not a decision, and until the result of the ballot is
   * final. Where the authority itself named the unit (basis `decision`), nobody has to vet or approve it first.
   */
  DecideAward: { decision: DocumentRef },
  /** The decision is made public (công bố); once. */
  PublishAward: publication,
  /** The award is handed over (trao tặng) after the decision. */
  ConferAward: conferral,
  /** The unit refuses the award. */
  DeclineAward: { declinedOn: CivilDate, reason },
  /** Revokes an award that was granted, by a decision and on a ground. */
  RevokeAward: revocation,
  /** The item and the money came back after a revocation. */
  RecordRecovery: { recoveredOn: CivilDate, document: z.optional(DocumentRef) },
});
export type AwardCommand = z.infer<typeof AwardCommand>;

export const AwardEvent = /* @__PURE__ */ messages({
  /** The bloc proposed; nothing is granted yet. */
  AwardProposed: proposal,
  /** The bloc withdrew its proposal. */
  AwardWithdrawn: withdrawal,
  /** The result that the proposal rests on is final. */
  BasisConfirmed: finality,
  /** The result that the proposal rests on no longer holds. A decided award stands until it is revoked. */
  BasisVoid: voiding,
  /** A decided award whose basis was void rests on another one from now on; it stays decided. */
  BasisReplaced: proposal,
  /** The award of `from`, which has ended, is that of its heir `to`. Its id stays, and so does how far it has come. */
  AwardTransferred: { from: UnitId, ...transfer },
  /** The bloc handed the dossier in; it still waits to be vetted. */
  DossierSubmitted: submitting,
  /** The standing body found the dossier in order. */
  AwardVetted: vetting,
  /** The dossier went back to the bloc, which may correct and resubmit it. */
  AwardReturned: returning,
  AwardResubmitted: { submission: DocumentRef, resubmittedOn: CivilDate },
  ConsiderationSuspended: suspension,
  ConsiderationResumed: { resumedOn: CivilDate, reason },
  /** The council agreed; the authority has not decided yet. */
  AwardApproved: verdict,
  /** The council rejected it. The runner-up does not take its place. */
  AwardRejected: { ...verdict, reason },
  /** The authority granted the award by a decision. */
  AwardDecided: { decision: DocumentRef },
  /** The decision was made public. */
  AwardPublished: publication,
  AwardConferred: conferral,
  /** The unit refused the award; two units did so because they had won it in the year before. */
  AwardDeclined: { declinedOn: CivilDate, reason },
  AwardRevoked: revocation,
  AwardRecovered: { recoveredOn: CivilDate, document: z.optional(DocumentRef) },
});
export type AwardEvent = z.infer<typeof AwardEvent>;
