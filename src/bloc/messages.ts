import * as z from "zod/mini";
import { Id } from "../kernel/ids.ts";
import { list } from "../kernel/list.ts";
import { messages } from "../kernel/messages.ts";
import { prose } from "../kernel/text.ts";
import { CivilDate } from "../kernel/time.ts";
import { Bylaws, BylawsVersion } from "../vocabulary/bylaws.ts";
import { DocumentRef } from "../vocabulary/document-ref.ts";
import { Season } from "../vocabulary/season.ts";
import { OrganisationName, UnitId } from "../vocabulary/unit.ts";

export { BlocRejection } from "./rejections.ts";

// The messages of a bloc (khối, cụm thi đua). They are stored, so names are never changed, only added.
//
// Membership has dates. `admittedOn`, `renamedOn` and the like are the first day on which the fact holds; `leftOn` is
// the first day without the unit. A decision names such a day in advance, so it may lie ahead. The day of a document,
// of an adoption, of a discipline or of the dissolution of the bloc may not.

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

/**
 * How a unit was disciplined or sanctioned as a body. Only what bars it from honours is here, from a reprimand
 * upward; a criticism (phê bình) bars nothing. Khiển trách and cảnh cáo are the forms for organisations of the Party
 * (Regulation 22-QĐ/TW of 2021, article 10, clause 1); the third, giải tán, ends the unit, so it leaves. Cảnh cáo,
 * phạt tiền and đình chỉ hoạt động có thời hạn are sanctions of an organisation by Law 15/2012/QH13, article 21,
 * clause 1. `other`: by the rules of its own association; say in `note` what it is.
 */
export const DisciplineForm = z.enum(["reprimand", "warning", "fine", "activitySuspended", "other"]);
export type DisciplineForm = z.infer<typeof DisciplineForm>;

/** What an investigation came to: nothing was found, a violation was found, or it was ended without a finding. */
export const InvestigationFinding = z.enum(["cleared", "violation", "discontinued"]);
export type InvestigationFinding = z.infer<typeof InvestigationFinding>;

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
const note = z.optional(prose({ max: 2_000 }));
const discipline = {
  /** Names the discipline: several may stand at once, and a lifting says which. */
  discipline: Id,
  unit: UnitId,
  form: DisciplineForm,
  /** The season for which it counts: mostly that of the violation, whenever it was decided. */
  season: Season,
  disciplinedOn: CivilDate,
  decision: DocumentRef,
  note,
};
const lifting = {
  discipline: Id,
  /** The first day on which the discipline does not stand. */
  liftedOn: CivilDate,
  decision: DocumentRef,
  note,
};
const investigation = {
  /** Names the investigation: several may be open at once. */
  investigation: Id,
  unit: UnitId,
  /** Who investigates, inspects or verifies. */
  body: OrganisationName,
  openedOn: CivilDate,
  document: z.optional(DocumentRef),
  note,
};
const finding = {
  investigation: Id,
  /** The first day on which nothing is under investigation. */
  closedOn: CivilDate,
  finding: InvestigationFinding,
  document: z.optional(DocumentRef),
  note,
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
  /**
   * Adopts the next version; refused where the members cannot reach its threshold, quorum or honours, or fill its
   * seats.
   */
  AdoptBylaws: adoption,
  /** Records that a unit was disciplined or sanctioned, also late, and also of a unit that has left since. */
  DisciplineUnit: discipline,
  /** Records that a discipline was set aside. One that was served is not: it counts for its season. */
  LiftDiscipline: lifting,
  /**
   * Records that a unit is under investigation: discipline is considered, a violation is investigated or inspected,
   * or a complaint or a report of corruption is verified (Decree 98/2023, article 4).
   */
  OpenInvestigation: investigation,
  /** Records what an investigation came to. A discipline that follows from it is a fact of its own. */
  CloseInvestigation: finding,
  /** Ends the bloc for good. What befell a unit before may still be recorded. */
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
  /** The unit was disciplined or sanctioned as a body, which bars it from the honours of that season. */
  UnitDisciplined: discipline,
  /** The discipline was set aside: from `liftedOn` on it bars nothing. */
  DisciplineLifted: { ...lifting, unit: UnitId },
  /** While it is open, no honour of the unit is considered. */
  InvestigationOpened: investigation,
  InvestigationClosed: { ...finding, unit: UnitId },
  BlocDissolved: dissolution,
});
export type BlocEvent = z.infer<typeof BlocEvent>;
