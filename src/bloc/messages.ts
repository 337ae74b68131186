import * as z from "zod/mini";
import { sharedRejections } from "../kernel/decision.ts";
import { Id } from "../kernel/ids.ts";
import { list } from "../kernel/list.ts";
import { messages } from "../kernel/messages.ts";
import { integer, WholeNumber } from "../kernel/numbers.ts";
import { prose } from "../kernel/text.ts";
import { CivilDate } from "../kernel/time.ts";
import { Bylaws, BylawsVersion } from "../vocabulary/bylaws.ts";
import { DocumentRef } from "../vocabulary/document-ref.ts";
import { Honour } from "../vocabulary/honour.ts";
import { Quorum, Threshold } from "../vocabulary/threshold.ts";
import { OrganisationName, UnitId } from "../vocabulary/unit.ts";

// The messages of a bloc (khối, cụm thi đua). They are stored, so names are never changed, only added.
//
// Membership has dates. `admittedOn`, `renamedOn` and the like are the first day on which the fact holds; `leftOn` is
// the first day without the unit. A decision names such a day in advance, so it may lie ahead. The day of a document,
// of an adoption or of the dissolution of the bloc may not.

/** Khối thi đua: units of the same field of work. Cụm thi đua: units of the same territory. */
export const BlocKind = z.enum(["bloc", "cluster"]);
export type BlocKind = z.infer<typeof BlocKind>;

/**
 * Why a unit is no longer a member: it was dissolved, it was transferred to another bloc, it withdrew, it was merged
 * into a unit outside the bloc, or it is not on the list of a reconstitution.
 */
export const LeavingGround = z.enum([
  "dissolved",
  "transferred",
  "withdrawn",
  "mergedElsewhere",
  "reconstituted",
]);
export type LeavingGround = z.infer<typeof LeavingGround>;

/** A member unit and the name that it has from now on. */
export const NamedUnit = z.strictObject({ unit: UnitId, name: OrganisationName });
export type NamedUnit = z.infer<typeof NamedUnit>;

const units = list(UnitId, { min: 1, max: 50 });
const namedUnits = list(NamedUnit, { min: 1, max: 200 });
const reason = prose({ max: 2_000 });

const constitution = {
  name: OrganisationName,
  kind: BlocKind,
  /** Who governs the bloc: mostly the provincial People's Committee or its Emulation and Commendation Council. */
  authority: OrganisationName,
  members: namedUnits,
  /** The first day of the bloc. It may lie ahead. */
  constitutedOn: CivilDate,
  decision: DocumentRef,
};
const admission = {
  ...NamedUnit.shape,
  /** The first day as a member. It may lie ahead. */
  admittedOn: CivilDate,
  decision: DocumentRef,
};
const renaming = {
  ...NamedUnit.shape,
  /** The first day under the new name. It may lie ahead. */
  renamedOn: CivilDate,
  decision: z.optional(DocumentRef),
};
const leaving = {
  unit: UnitId,
  ground: LeavingGround,
  /** The first day without the unit. It may lie ahead. */
  leftOn: CivilDate,
  decision: DocumentRef,
};
const merger = {
  units,
  into: UnitId,
  /** The first day without the merged units. It may lie ahead. */
  mergedOn: CivilDate,
  decision: DocumentRef,
};
const consolidation = {
  units,
  into: NamedUnit,
  /** The first day of the new unit. It may lie ahead. */
  consolidatedOn: CivilDate,
  decision: DocumentRef,
};
const split = {
  unit: UnitId,
  into: list(NamedUnit, { min: 2, max: 20 }),
  /** The first day of the parts. It may lie ahead. */
  splitOn: CivilDate,
  decision: DocumentRef,
};
const suspension = {
  unit: UnitId,
  reason,
  /** The first day on which the unit takes no part. It may lie ahead. */
  suspendedOn: CivilDate,
  decision: z.optional(DocumentRef),
};
const reinstatement = {
  unit: UnitId,
  /** The first day on which the unit takes part again. It may lie ahead. */
  reinstatedOn: CivilDate,
  decision: z.optional(DocumentRef),
};
const reconstitution = {
  name: OrganisationName,
  authority: OrganisationName,
  /** The first day of the new list of members. It may lie ahead. */
  reconstitutedOn: CivilDate,
  decision: DocumentRef,
};
const adoption = {
  version: BylawsVersion,
  bylaws: Bylaws,
  adoptedOn: CivilDate,
  /** The first day in force. It may lie ahead. */
  effectiveFrom: CivilDate,
  document: DocumentRef,
  /** The conference that adopted them; absent where no conference did. */
  conference: z.optional(Id),
};
const dissolution = { reason, dissolvedOn: CivilDate, decision: DocumentRef };

export const BlocCommand = /* @__PURE__ */ messages({
  /** Founds the bloc with its first members, under a decision. */
  ConstituteBloc: constitution,
  /** A unit joins; refused under another member's name. */
  AdmitMember: admission,
  /** A member takes another name and keeps its id. */
  RenameMember: renaming,
  /** A member leaves; refused where it is the last one. */
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
  /** States the whole list of members (kiện toàn); it follows who is new, who is gone and who is renamed. */
  ReconstituteBloc: { ...reconstitution, members: namedUnits },
  /** Adopts the next version; refused where the members cannot reach its threshold or quorum, or fill its seats. */
  AdoptBylaws: adoption,
  /** Ends the bloc for good. */
  DissolveBloc: dissolution,
});
export type BlocCommand = z.infer<typeof BlocCommand>;

export const BlocEvent = /* @__PURE__ */ messages({
  BlocConstituted: constitution,
  /** A unit became a member, for the first time or again. */
  MemberAdmitted: admission,
  /** The unit has another name; its id stays. */
  MemberRenamed: renaming,
  MemberLeft: leaving,
  /** Sáp nhập: members ended and live on in `into`, which was a member before and still is one. */
  MembersMerged: merger,
  /** Hợp nhất: members ended and live on in a new unit, which is a member from that day on. */
  MembersConsolidated: consolidation,
  /** Chia, tách: a member was divided into the units of `into`. Where it is one of them, it stays a member. */
  MemberSplit: split,
  /** It stays a member but takes no part until it is reinstated. */
  MemberSuspended: suspension,
  MemberReinstated: reinstatement,
  /** Kiện toàn. The admissions, renamings and leavings of the same decision come right before it. */
  BlocReconstituted: reconstitution,
  /** In force from `effectiveFrom` until a later version takes effect. */
  BylawsAdopted: adoption,
  BlocDissolved: dissolution,
});
export type BlocEvent = z.infer<typeof BlocEvent>;

/** The kind of a rung of the tie ladder. */
const TieStepKind = z.enum(["runOff", "score", "seniority", "chairDecision", "lot", "vacantSeat"]);
const status = z.enum(["blank", "constituted", "dissolved"]);

export const BlocRejection = /* @__PURE__ */ messages({
  .../* @__PURE__ */ sharedRejections("Bloc", status),
  /** The bloc has been constituted already, with other contents. */
  BlocTaken: { name: OrganisationName, constitutedOn: CivilDate },
  MemberAlready: { unit: UnitId, since: CivilDate },
  /** The unit is not a member, or has an end as a member already, so nothing can change for it from `date` on. */
  NotMemberOfBloc: { unit: UnitId, date: CivilDate },
  /** One command names the same unit twice. */
  MemberNamedTwice: { unit: UnitId },
  /** The member `unit` has that name. */
  MemberNameTaken: { name: OrganisationName, unit: UnitId },
  /** The unit that is to receive the others is one of them. */
  MemberMergedIntoItself: { unit: UnitId },
  TooManyMembers: { membersMax: WholeNumber },
  /** On `date` there would be no member at all. */
  BlocLeftEmpty: { date: CivilDate },
  MemberSuspendedAlready: { unit: UnitId, since: CivilDate },
  MemberNotSuspended: { unit: UnitId },
  /** That version has been adopted already, with other contents. */
  BylawsVersionTaken: { version: BylawsVersion },
  /** Versions are 1, 2, 3 ...; the next one is `expected`. */
  BylawsVersionGap: { version: BylawsVersion, expected: WholeNumber },
  /** Another version was in force between `effectiveFrom` and `adoptedOn`, and votes may have been held under it. */
  BylawsRetroactive: { effectiveFrom: CivilDate, adoptedOn: CivilDate },
  /** All the votes that a nominee can get (`votesMax` of `electors`) do not reach the threshold. */
  BylawsThresholdUnreachable: {
    threshold: Threshold,
    selfVote: z.boolean(),
    electors: WholeNumber,
    votesMax: WholeNumber,
  },
  /** All the electors together do not reach the quorum. */
  BylawsQuorumUnreachable: { quorum: Quorum, electors: WholeNumber },
  /** There are more seats of one honour than members who could get it. */
  BylawsSeatsBeyondMembers: { honour: Honour, seats: integer({ min: 1, max: 50 }), members: WholeNumber },
  BylawsHonourRepeated: { honour: Honour },
  BylawsTieStepRepeated: { step: TieStepKind, rung: WholeNumber },
  /** A seat that stays vacant ends every tie, so a rung after it is never reached. */
  BylawsTieStepAfterVacantSeat: { step: TieStepKind, rung: WholeNumber },
});
export type BlocRejection = z.infer<typeof BlocRejection>;
