import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { messages } from "../kernel/messages.ts";
import { Count } from "../kernel/numbers.ts";
import { prose } from "../kernel/text.ts";
import { CivilDate } from "../kernel/time.ts";
import { DocumentRef } from "../vocabulary/document-ref.ts";
import { Honour } from "../vocabulary/honour.ts";
import { Person } from "../vocabulary/person.ts";
import { Season } from "../vocabulary/season.ts";
import { OrganisationName, UnitId } from "../vocabulary/unit.ts";

// The words of an award: one honour, proposed for one unit. They are stored: rename nothing, only add.

/** What the proposal rests on: a certified ballot, or the bloc's consensus at a conference. */
export const ProposalBasis = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("ballot"), ballot: Id }),
  z.strictObject({ kind: z.literal("consensus"), conference: Id }),
]);
export type ProposalBasis = z.infer<typeof ProposalBasis>;

/** Why a unit is not eligible; the first two bar it, an investigation only suspends its consideration. */
export const Ground = z.enum([
  "notRegistered",
  "disciplined",
  "fined",
  "dossierIncomplete",
  "underInvestigation",
  "other",
]);
export type Ground = z.infer<typeof Ground>;

/**
 * The statutory grounds on which an award is taken back, with the item and the money: a false account of the
 * achievement; false information or a forged dossier; vetting, approval or proposal against the law; a finding
 * of a competent body that the holder did not meet the conditions in the time of the achievement
 * (Law 06/2022/QH15 on Emulation and Commendation, chapter VII, clause 2, points a to d).
 */
export const RevocationGround = z.enum([
  "falseAchievement",
  "forgedDossier",
  "unlawfulProcedure",
  "disqualifyingFinding",
]);
export type RevocationGround = z.infer<typeof RevocationGround>;

/** A council's vote: how many for, of how many members. Absent where the council recorded none. */
const CouncilVote = z
  .strictObject({ for: Count, against: Count, members: Count })
  .check(({ value, issues }) => {
    if (value.for + value.against > value.members) {
      issues.push({ code: "custom", input: value, params: { rule: "votesWithinMembers" } });
    }
  });

const reason = prose({ max: 2_000 });
const proposal = {
  unit: UnitId,
  season: Season,
  honour: Honour,
  basis: ProposalBasis,
  proposedOn: CivilDate,
  submission: DocumentRef.optional(),
};
const withdrawal = { withdrawnOn: CivilDate, reason };
const vetting = { body: OrganisationName, vettedOn: CivilDate, document: DocumentRef.optional() };
const returning = { body: OrganisationName, returnedOn: CivilDate, ground: Ground, reason };
const verdict = { council: OrganisationName, decidedOn: CivilDate, vote: CouncilVote.optional() };
const conferral = { conferredOn: CivilDate, conferredBy: Person, receivedBy: Person.optional() };
const revocation = { ground: RevocationGround, decision: DocumentRef, reason };
const suspension = { ground: Ground, suspendedOn: CivilDate, reason };

export const AwardCommand = /* @__PURE__ */ messages({
  /** `excludedBy`: what the unit is proposed for already, for the same achievement, where the rules let one exclude the other. */
  ProposeAward: { ...proposal, excludedBy: z.array(Honour).max(20) },
  /** The bloc takes its proposal back; refused once the award is decided. */
  WithdrawProposal: withdrawal,
  /** The standing body finds the dossier in order; refused while consideration is suspended. */
  VetAward: vetting,
  /** Sends the dossier back to the bloc, to be mended. */
  ReturnAward: returning,
  /** The bloc hands in a returned dossier again. */
  ResubmitAward: { submission: DocumentRef, resubmittedOn: CivilDate },
  /** Nothing is decided on the award until consideration is resumed. */
  SuspendConsideration: suspension,
  /** Consideration goes on; refused where it was not suspended. */
  ResumeConsideration: { resumedOn: CivilDate, reason },
  /** The council agrees; the authority has still to decide. */
  ApproveAward: verdict,
  /** The council cuts the award; nobody takes its place by that. */
  RejectAward: { ...verdict, reason },
  /** The authority grants the award; refused for a document that is not a decision. */
  DecideAward: { decision: DocumentRef },
  /** The award is handed over (trao tặng) after it was decided. */
  ConferAward: conferral,
  /** The unit will not have the award. */
  DeclineAward: { declinedOn: CivilDate, reason },
  /** Takes back an award that was granted, by a decision and on a ground. */
  RevokeAward: revocation,
  /** The item, and the money that went with it, came back after a revocation. */
  RecordRecovery: { recoveredOn: CivilDate, document: DocumentRef.optional() },
});
export type AwardCommand = z.infer<typeof AwardCommand>;

export const AwardEvent = /* @__PURE__ */ messages({
  /** The bloc proposed; nothing is granted yet. */
  AwardProposed: proposal,
  /** The bloc took its proposal back: a recount elected another, or the ballot was annulled. */
  AwardWithdrawn: withdrawal,
  /** The standing body found the dossier in order. */
  AwardVetted: vetting,
  /** The dossier went back to the bloc, which may mend and resubmit it. */
  AwardReturned: returning,
  AwardResubmitted: { submission: DocumentRef, resubmittedOn: CivilDate },
  ConsiderationSuspended: suspension,
  ConsiderationResumed: { resumedOn: CivilDate, reason },
  /** The council agreed; the authority has not decided yet. */
  AwardApproved: verdict,
  /** The council cut it. A runner-up is not promoted by itself. */
  AwardRejected: { ...verdict, reason },
  /** The authority granted it by a decision. */
  AwardDecided: { decision: DocumentRef },
  AwardConferred: conferral,
  /** The unit would not have it, as two did that had had it the year before. */
  AwardDeclined: { declinedOn: CivilDate, reason },
  AwardRevoked: revocation,
  AwardRecovered: { recoveredOn: CivilDate, document: DocumentRef.optional() },
});
export type AwardEvent = z.infer<typeof AwardEvent>;

export const AwardStatus = z.enum([
  "blank",
  "proposed",
  "withdrawn",
  "vetted",
  "returned",
  "approved",
  "rejected",
  "decided",
  "conferred",
  "declined",
  "revoked",
]);
export type AwardStatus = z.infer<typeof AwardStatus>;

export const AwardRejection = /* @__PURE__ */ messages({
  /** The command asks for one of `allowed`. */
  AwardInWrongState: { status: AwardStatus, allowed: z.array(AwardStatus).max(10) },
  /** This award is another proposal already: for `unit`, `honour` and `season`. */
  AwardTaken: { unit: UnitId, honour: Honour, season: Season },
  /** One achievement earns one award. */
  AchievementAlreadyHonoured: { honour: Honour, excludedBy: z.array(Honour).max(20) },
  AwardSuspended: { ground: Ground, suspendedOn: CivilDate },
  AwardNotSuspended: {},
  /** A step is dated before the one that it follows. */
  AwardStepTooEarly: { date: CivilDate, notBefore: CivilDate },
  /** The unit is a decision's to honour; a directive or a plan honours nobody. */
  NotADecision: { document: DocumentRef },
});
export type AwardRejection = z.infer<typeof AwardRejection>;
