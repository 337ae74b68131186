import * as z from "zod/mini";
import { sharedRejections } from "../kernel/decision.ts";
import { Id } from "../kernel/ids.ts";
import { list } from "../kernel/list.ts";
import { messages } from "../kernel/messages.ts";
import { WholeNumber } from "../kernel/numbers.ts";
import { rule } from "../kernel/rule.ts";
import { prose } from "../kernel/text.ts";
import { CivilDate } from "../kernel/time.ts";
import { DocumentRef } from "../vocabulary/document-ref.ts";
import { Honour } from "../vocabulary/honour.ts";
import { Person } from "../vocabulary/person.ts";
import { Season } from "../vocabulary/season.ts";
import { OrganisationName, UnitId } from "../vocabulary/unit.ts";

// The messages of an award: one honour, proposed for one unit. They are stored, so names are never changed, only added.

/** The basis of the proposal: a certified ballot, or the bloc's consensus at a conference. */
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
 * The grounds in law for revoking an award and recovering the item and the money: a false account of the
 * achievement; false information or a forged dossier; vetting, approval or proposal against the law; a finding
 * of a competent body that the holder did not meet the conditions in the period of the achievement
 * (Law 06/2022/QH15 on Emulation and Commendation, chapter VII, clause 2, points a to d).
 */
export const RevocationGround = z.enum([
  "falseAchievement",
  "forgedDossier",
  "unlawfulProcedure",
  "disqualifyingFinding",
]);
export type RevocationGround = z.infer<typeof RevocationGround>;

/** A council's vote: how many members voted for and against, and how many members there are. */
const CouncilVote = z
  .strictObject({ for: WholeNumber, against: WholeNumber, members: WholeNumber })
  .check(
    rule((vote: { for: number; against: number; members: number }) =>
      vote.for + vote.against > vote.members
        ? { rule: "votesWithinMembers", value: `${vote.for} + ${vote.against} > ${vote.members}` }
        : undefined,
    ),
  );

const reason = prose({ max: 2_000 });
const proposal = {
  unit: UnitId,
  season: Season,
  honour: Honour,
  basis: ProposalBasis,
  proposedOn: CivilDate,
  submission: z.optional(DocumentRef),
};
const withdrawal = { withdrawnOn: CivilDate, reason };
const vetting = { body: OrganisationName, vettedOn: CivilDate, document: z.optional(DocumentRef) };
const returning = { body: OrganisationName, returnedOn: CivilDate, ground: Ground, reason };
const verdict = { council: OrganisationName, decidedOn: CivilDate, vote: z.optional(CouncilVote) };
const conferral = { conferredOn: CivilDate, conferredBy: Person, receivedBy: z.optional(Person) };
const revocation = { ground: RevocationGround, decision: DocumentRef, reason };
const suspension = { ground: Ground, suspendedOn: CivilDate, reason };

export const AwardCommand = /* @__PURE__ */ messages({
  /**
   * The bloc proposes the unit for the honour. `excludedBy`: the honours that the unit is already proposed for, for
   * the same achievement, and that exclude this one by the rules; refused while there is any.
   */
  ProposeAward: { ...proposal, excludedBy: list(Honour, { max: 20 }) },
  /** The bloc takes its proposal back; refused once the award is decided. */
  WithdrawProposal: withdrawal,
  /** The standing body finds the dossier in order; refused while consideration is suspended. */
  VetAward: vetting,
  /** Sends the dossier back to the bloc, which corrects it. */
  ReturnAward: returning,
  /** The bloc hands in a returned dossier again. */
  ResubmitAward: { submission: DocumentRef, resubmittedOn: CivilDate },
  /** Until consideration is resumed, the award can only be withdrawn or declined. */
  SuspendConsideration: suspension,
  /** Consideration goes on; refused while it is not suspended. */
  ResumeConsideration: { resumedOn: CivilDate, reason },
  /** The council agrees; the authority must still decide. */
  ApproveAward: verdict,
  /** The council rejects the award; no other unit takes its place. */
  RejectAward: { ...verdict, reason },
  /** The authority grants the award; refused for a document that is not a decision. */
  DecideAward: { decision: DocumentRef },
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
  /** The bloc withdrew its proposal: a recount elected another unit, or the ballot was annulled. */
  AwardWithdrawn: withdrawal,
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
  AwardConferred: conferral,
  /** The unit refused the award; two units did so because they had won it in the year before. */
  AwardDeclined: { declinedOn: CivilDate, reason },
  AwardRevoked: revocation,
  AwardRecovered: { recoveredOn: CivilDate, document: z.optional(DocumentRef) },
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
  .../* @__PURE__ */ sharedRejections("Award", AwardStatus),
  /** This award is already another proposal: for `unit`, `honour` and `season`. */
  AwardTaken: { unit: UnitId, honour: Honour, season: Season },
  /** One achievement earns one award. */
  AchievementAlreadyHonoured: { honour: Honour, excludedBy: list(Honour, { max: 20 }) },
  AwardSuspended: { ground: Ground, suspendedOn: CivilDate },
  AwardNotSuspended: {},
  /** Only a decision grants or revokes an award; a directive or a plan does not. */
  NotADecision: { document: DocumentRef },
  /** The item and the money came back once, on `recoveredOn`. */
  AwardRecoveredAlready: { recoveredOn: CivilDate },
});
export type AwardRejection = z.infer<typeof AwardRejection>;
