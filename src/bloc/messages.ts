import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { messages } from "../kernel/messages.ts";
import { Count, integer } from "../kernel/numbers.ts";
import { prose } from "../kernel/text.ts";
import { CivilDate } from "../kernel/time.ts";
import { Bylaws, BylawsVersion } from "../vocabulary/bylaws.ts";
import { DocumentRef } from "../vocabulary/document-ref.ts";
import { Honour } from "../vocabulary/honour.ts";
import { Quorum, Threshold } from "../vocabulary/threshold.ts";
import { OrganisationName, UnitId } from "../vocabulary/unit.ts";

// The words of a bloc (khối, cụm thi đua). They are stored: rename nothing, only add.
//
// Membership is dated. `admittedOn`, `renamedOn` ... is the first day on which the fact holds, so `leftOn` is the
// first day without the unit; these days may lie ahead of the recording. The day of a document, of an adoption or
// of the bloc's own dissolution may not.

/** Khối thi đua, by kind of work; cụm thi đua, by territory. */
export const BlocKind = z.enum(["bloc", "cluster"]);
export type BlocKind = z.infer<typeof BlocKind>;

/**
 * Why a unit is no longer a member: it was dissolved, transferred to another bloc, withdrew, was merged into a
 * unit outside the bloc, or is not on the list of a reconstitution.
 */
export const LeavingGround = z.enum([
  "dissolved",
  "transferred",
  "withdrawn",
  "mergedElsewhere",
  "reconstituted",
]);
export type LeavingGround = z.infer<typeof LeavingGround>;

/** A member unit with the name that it bears from now on. */
export const NamedUnit = z.strictObject({ unit: UnitId, name: OrganisationName });
export type NamedUnit = z.infer<typeof NamedUnit>;

const units = z.array(UnitId).min(1).max(50);
const namedUnits = z.array(NamedUnit).min(1).max(200);
const reason = prose({ max: 2_000 });

const constitution = {
  name: OrganisationName,
  kind: BlocKind,
  /** Who governs the bloc: mostly the provincial People's Committee or its Emulation and Commendation Council. */
  authority: OrganisationName,
  members: namedUnits,
  constitutedOn: CivilDate,
  decision: DocumentRef,
};
const admission = { ...NamedUnit.shape, admittedOn: CivilDate, decision: DocumentRef };
const renaming = { ...NamedUnit.shape, renamedOn: CivilDate, decision: DocumentRef.optional() };
const leaving = { unit: UnitId, ground: LeavingGround, leftOn: CivilDate, decision: DocumentRef };
const merger = { units, into: UnitId, mergedOn: CivilDate, decision: DocumentRef };
const consolidation = { units, into: NamedUnit, consolidatedOn: CivilDate, decision: DocumentRef };
const split = {
  unit: UnitId,
  into: z.array(NamedUnit).min(2).max(20),
  splitOn: CivilDate,
  decision: DocumentRef,
};
const suspension = { unit: UnitId, reason, suspendedOn: CivilDate, decision: DocumentRef.optional() };
const reinstatement = { unit: UnitId, reinstatedOn: CivilDate, decision: DocumentRef.optional() };
const reconstitution = {
  name: OrganisationName,
  authority: OrganisationName,
  reconstitutedOn: CivilDate,
  decision: DocumentRef,
};
const adoption = {
  version: BylawsVersion,
  bylaws: Bylaws,
  adoptedOn: CivilDate,
  effectiveFrom: CivilDate,
  document: DocumentRef,
  /** The conference that adopted them, where it was one. */
  conference: Id.optional(),
};
const dissolution = { reason, dissolvedOn: CivilDate, decision: DocumentRef };

export const BlocCommand = /* @__PURE__ */ messages({
  /** Founds the bloc with its first members, under a decision. */
  ConstituteBloc: constitution,
  /** A unit joins; refused under another member's name. */
  AdmitMember: admission,
  /** The same unit, under another name. */
  RenameMember: renaming,
  /** A member leaves; refused to the last one. */
  ReleaseMember: leaving,
  /** Sáp nhập: members end and live on in another member. */
  MergeMembers: merger,
  /** Hợp nhất: members end and live on in a new unit. */
  ConsolidateMembers: consolidation,
  /** Chia, tách: a member is divided into other units, and may be one of them. */
  SplitMember: split,
  /** A member takes no part for a time. */
  SuspendMember: suspension,
  /** A suspended member takes part again. */
  ReinstateMember: reinstatement,
  /** States the whole list of members; who is new, gone or renamed follows from it. */
  ReconstituteBloc: { ...reconstitution, members: namedUnits },
  /** Adopts the next version; refused where its thresholds, quorum or seats cannot be reached by the members. */
  AdoptBylaws: adoption,
  /** Ends the bloc for good. */
  DissolveBloc: dissolution,
});
export type BlocCommand = z.infer<typeof BlocCommand>;

export const BlocEvent = /* @__PURE__ */ messages({
  BlocConstituted: constitution,
  /** A unit became a member, for the first time or again. */
  MemberAdmitted: admission,
  /** The same unit goes on under another name; its id stays. */
  MemberRenamed: renaming,
  MemberLeft: leaving,
  /** Sáp nhập: members ended and live on in `into`, which was a member and stays one. */
  MembersMerged: merger,
  /** Hợp nhất: members ended and live on in a new unit, which is a member from that day. */
  MembersConsolidated: consolidation,
  /** Chia, tách: a member was divided into the units of `into`; where it is among them itself, it stays. */
  MemberSplit: split,
  /** It stays a member but takes no part until it is reinstated. */
  MemberSuspended: suspension,
  MemberReinstated: reinstatement,
  /** Kiện toàn, in one decision with the admissions, renamings and leavings that stand before it. */
  BlocReconstituted: reconstitution,
  /** In force from `effectiveFrom` until a later version is. */
  BylawsAdopted: adoption,
  BlocDissolved: dissolution,
});
export type BlocEvent = z.infer<typeof BlocEvent>;

/** The name of a rung of the tie ladder. */
const TieStepKind = z.enum(["runOff", "score", "seniority", "chairDecision", "lot", "vacantSeat"]);
const status = z.enum(["blank", "constituted", "dissolved"]);
const dates = { date: CivilDate, earliest: CivilDate };

export const BlocRejection = /* @__PURE__ */ messages({
  /** The command does not go with what the bloc is: it asks for one of `allowed`. */
  BlocInWrongState: { status, allowed: z.array(status).max(3) },
  /** The bloc was constituted already, with other contents. */
  BlocTaken: { name: OrganisationName, constitutedOn: CivilDate },
  /** The day is before one that the bloc, or the unit, has a fact of already. */
  BlocDateTooEarly: dates,
  /** A document, or an adoption, is dated after the day on which it is being recorded. */
  BlocDateInFuture: { date: CivilDate, today: CivilDate },
  MemberAlready: { unit: UnitId, since: CivilDate },
  /** The unit is no member, or no longer one, for anything that is to hold from `date` on. */
  NotMemberOfBloc: { unit: UnitId, date: CivilDate },
  /** The same unit stands twice in one command. */
  MemberNamedTwice: { unit: UnitId },
  /** Another member bears the name. */
  MemberNameTaken: { name: OrganisationName, unit: UnitId },
  /** A unit cannot be merged into itself, nor be consolidated into what it is already. */
  MemberMergedIntoItself: { unit: UnitId },
  TooManyMembers: { membersMax: Count },
  /** From `date` on there would be no member at all. */
  BlocLeftEmpty: { date: CivilDate },
  MemberSuspendedAlready: { unit: UnitId, since: CivilDate },
  MemberNotSuspended: { unit: UnitId },
  /** That version was adopted already, with other contents. */
  BylawsVersionTaken: { version: BylawsVersion },
  /** Versions are 1, 2, 3 ...; the next one is `expected`. */
  BylawsVersionGap: { version: BylawsVersion, expected: Count },
  /** Adopted before the version before it. */
  BylawsAdoptedBackwards: dates,
  /** In force before the version before it. */
  BylawsEffectiveBackwards: dates,
  /** Another version was in force between `effectiveFrom` and `adoptedOn`, and votes may have run under it. */
  BylawsRetroactive: { effectiveFrom: CivilDate, adoptedOn: CivilDate },
  /** Even all the votes that a nominee can get (`votesMax` of `electors`) do not reach the threshold. */
  BylawsThresholdUnreachable: {
    threshold: Threshold,
    selfVote: z.boolean(),
    electors: Count,
    votesMax: Count,
  },
  /** Even all the electors together do not make the quorum. */
  BylawsQuorumUnreachable: { quorum: Quorum, electors: Count },
  /** More seats of one honour than there are members to have it. */
  BylawsSeatsBeyondMembers: { honour: Honour, seats: integer({ min: 1, max: 50 }), members: Count },
  BylawsHonourRepeated: { honour: Honour },
  BylawsTieStepRepeated: { step: TieStepKind, rung: Count },
  /** A seat left vacant ends every tie, so no rung after it is ever climbed. */
  BylawsTieStepAfterVacantSeat: { step: TieStepKind, rung: Count },
});
export type BlocRejection = z.infer<typeof BlocRejection>;
