import * as z from "zod/mini";
import { sharedRejections } from "../kernel/decision.ts";
import { Id } from "../kernel/ids.ts";
import { list } from "../kernel/list.ts";
import { messages } from "../kernel/messages.ts";
import { WholeNumber } from "../kernel/numbers.ts";
import { prose, text } from "../kernel/text.ts";
import { CivilDate } from "../kernel/time.ts";
import { DocumentRef } from "../vocabulary/document-ref.ts";
import { Person } from "../vocabulary/person.ts";
import { Season } from "../vocabulary/season.ts";
import { OrganisationName, UnitId } from "../vocabulary/unit.ts";

// The messages of a campaign (phong trào thi đua). They are stored, so names are never changed, only added.
//
// A time runs from `opensOn` on and before `closesOn`, which is the first day after it. Both may lie ahead.

/** Thi đua thường xuyên; thi đua theo chuyên đề. */
export const CampaignKind = z.enum(["standing", "thematic"]);
export type CampaignKind = z.infer<typeof CampaignKind>;

/** Who signs pledges, and from which day to which. It may begin before the campaign does. */
export const Enrolment = z.strictObject({
  /** Every member unit, or every unit that wants to. */
  who: z.enum(["allMembers", "volunteers"]),
  /** The first day on which pledges are signed. It may lie ahead. */
  opensOn: CivilDate,
  /** The first day after the last one on which pledges are signed. It may lie ahead. */
  closesOn: CivilDate,
});
export type Enrolment = z.infer<typeof Enrolment>;

/** Who sets an example: a unit, or a person of a unit. */
export const Exemplary = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("unit"), unit: UnitId }),
  z.strictObject({ kind: z.literal("person"), person: Person, unit: UnitId }),
]);
export type Exemplary = z.infer<typeof Exemplary>;

/** The level of the authority that commends, from the unit itself up to the State. */
export const CommendationLevel = z.enum([
  "unit",
  "bloc",
  "commune",
  "district",
  "province",
  "ministry",
  "state",
]);
export type CommendationLevel = z.infer<typeof CommendationLevel>;

/** What was achieved in one field of work (lĩnh vực). `criterion` is absent where the field belongs to none. */
export const FieldResult = z.strictObject({
  field: text({ max: 200 }),
  result: prose({ max: 5_000 }),
  criterion: z.optional(Id),
});
export type FieldResult = z.infer<typeof FieldResult>;

const reason = prose({ max: 2_000 });
const findings = list(prose({ max: 2_000 }), { max: 100 });

const draft = {
  bloc: Id,
  season: Season,
  theme: text({ max: 500 }),
  kind: CampaignKind,
  /** The first day of the campaign. It may lie ahead. */
  opensOn: CivilDate,
  /** The first day after the campaign. It may lie ahead. */
  closesOn: CivilDate,
};
const criterion = { criterion: Id, name: text({ max: 300 }), description: z.optional(prose({ max: 2_000 })) };
const launch = {
  directive: DocumentRef,
  launchedOn: CivilDate,
  enrolment: Enrolment,
  /** Who judges the results: a council or an office, mostly not a member of the bloc. */
  assessor: OrganisationName,
};
const plan = { plan: DocumentRef, directive: DocumentRef, chair: UnitId };
const steward = {
  chair: UnitId,
  /** The first day in the chair. It may lie ahead. */
  since: CivilDate,
};
const extension = {
  /** The new first day after the campaign. It may lie ahead. */
  closesOn: CivilDate,
  extendedOn: CivilDate,
  reason,
  document: DocumentRef,
};
const practice = {
  practice: Id,
  title: text({ max: 300 }),
  unit: UnitId,
  description: prose({ max: 5_000 }),
  foundOn: CivilDate,
};
const replica = { practice: Id, unit: UnitId, replicatedOn: CivilDate };
const recognition = {
  exemplar: Id,
  who: Exemplary,
  merit: prose({ max: 2_000 }),
  level: CommendationLevel,
  authority: OrganisationName,
  recognisedOn: CivilDate,
  document: z.optional(DocumentRef),
};
const review = { heldOn: CivilDate, findings, document: DocumentRef, conference: z.optional(Id) };
const summary = {
  summedUpOn: CivilDate,
  report: DocumentRef,
  results: list(FieldResult, { min: 1, max: 100 }),
  conclusions: findings,
  conference: z.optional(Id),
};
const cancellation = { reason, cancelledOn: CivilDate, document: DocumentRef };

export const CampaignCommand = /* @__PURE__ */ messages({
  /** Prepares a campaign; refused where it would close before it opens. */
  DraftCampaign: draft,
  /** Adds a criterion or changes it; refused after the launch. */
  SetCampaignCriterion: criterion,
  /** Takes a criterion away; refused after the launch. */
  DropCampaignCriterion: { criterion: Id },
  /** Phát động, under a directive; refused without a criterion, and before the day of the directive. */
  LaunchCampaign: launch,
  /**
   * Records the plan of the bloc; refused where it cites another directive or comes from another unit than
   * the chair.
   */
  IssueCampaignPlan: plan,
  /** States which unit chairs the bloc, and so runs the campaign, from `since` on. */
  NameCampaignSteward: steward,
  /** Lets the campaign run longer; refused where it would become shorter. */
  ExtendCampaign: extension,
  /** Records a good way of working (cách làm hay) of a unit. */
  RecordPractice: practice,
  /** Records that another unit has taken a practice over; refused for the unit that it comes from. */
  ReplicatePractice: replica,
  /** Records the commendation of an exemplary case; each authority commends it once at each level. */
  RecogniseExemplar: recognition,
  /** Sơ kết: records a mid-term review; one on each day at most. */
  HoldMidtermReview: review,
  /** Tổng kết: ends the campaign with its results. */
  SumUpCampaign: summary,
  /** Ends the campaign without results. */
  CancelCampaign: cancellation,
});
export type CampaignCommand = z.infer<typeof CampaignCommand>;

export const CampaignEvent = /* @__PURE__ */ messages({
  /** A campaign of a bloc was prepared for a season. */
  CampaignDrafted: draft,
  /** A criterion was added to the draft, or its name or description changed. */
  CampaignCriterionSet: criterion,
  CampaignCriterionDropped: { criterion: Id },
  /** Phát động. From here on theme, criteria, enrolment and assessor do not change. */
  CampaignLaunched: launch,
  /** The bloc issued its plan, which cites the directive. `chair` is the unit that chaired the bloc on that day. */
  CampaignPlanIssued: plan,
  /** `chair` chairs the bloc, and so runs the campaign, from `since` on. Pledges do not change by it. */
  CampaignStewardNamed: steward,
  /** The campaign runs longer, until the day before `closesOn`. */
  CampaignExtended: extension,
  /** A good way of working (cách làm hay) was found in a unit. */
  PracticeFound: practice,
  /** Another unit took a practice over (nhân rộng). */
  PracticeReplicated: replica,
  /** An exemplary case (điển hình tiên tiến) was commended at one level. Other levels may follow. */
  ExemplarRecognised: recognition,
  /** Sơ kết. A campaign may have none, one or several. */
  MidtermReviewHeld: review,
  /** Tổng kết: final. */
  CampaignSummedUp: summary,
  /** The campaign ended without results. Its open pledges are void and get no verdict. */
  CampaignCancelled: cancellation,
});
export type CampaignEvent = z.infer<typeof CampaignEvent>;

/** What a campaign collects. Each collection has a limit. */
export const CampaignCollection = z.enum([
  "criteria",
  "plans",
  "stewards",
  "extensions",
  "practices",
  "replicas",
  "exemplars",
  "recognitions",
  "reviews",
]);
export type CampaignCollection = z.infer<typeof CampaignCollection>;

const status = z.enum(["blank", "draft", "launched", "summedUp", "cancelled"]);

export const CampaignRejection = /* @__PURE__ */ messages({
  .../* @__PURE__ */ sharedRejections("Campaign", status),
  /** The campaign has been drafted already, with other contents. */
  CampaignTaken: { bloc: Id, season: Season, theme: text({ max: 500 }) },
  /** It would close before it opens, or on the same day. */
  CampaignWindowEmpty: { opensOn: CivilDate, closesOn: CivilDate },
  CampaignWithoutCriteria: {},
  /** The criteria do not change after the launch. */
  CampaignCriteriaFrozen: { launchedOn: CivilDate },
  CampaignCriterionUnknown: { criterion: Id },
  EnrolmentWindowEmpty: { opensOn: CivilDate, closesOn: CivilDate },
  /** Pledges could still be signed after the end of the campaign. */
  EnrolmentBeyondCampaign: { enrolmentClosesOn: CivilDate, campaignClosesOn: CivilDate },
  /** A campaign is launched under a directive, so not before the directive is issued. */
  LaunchBeforeDirective: { launchedOn: CivilDate, issuedOn: CivilDate },
  /** The campaign was launched under `directive`, and the plan cites another one. */
  PlanCitesOtherDirective: { cited: DocumentRef, directive: DocumentRef },
  PlanBeforeDirective: { planIssuedOn: CivilDate, directiveIssuedOn: CivilDate },
  /** A plan with that number has been issued already, with other contents. */
  PlanTaken: { plan: DocumentRef },
  /** On the day of the plan `steward` chaired the bloc, not `chair`. */
  PlanOfOtherChair: { chair: UnitId, steward: UnitId },
  ExtensionNotForward: { closesOn: CivilDate, current: CivilDate },
  PracticeTaken: { practice: Id },
  PracticeUnknown: { practice: Id },
  /** The practice comes from the unit itself; replication is by another unit. */
  PracticeOfOwn: { practice: Id, unit: UnitId },
  /** The unit has taken the practice over already, on another day. */
  PracticeReplicatedAlready: { practice: Id, unit: UnitId, replicatedOn: CivilDate },
  /** The exemplary case of that id is another unit or person. */
  ExemplarTaken: { exemplar: Id },
  /** The same authority has commended the case at that level already, with other contents. */
  ExemplarRecognisedAlready: { exemplar: Id, level: CommendationLevel, authority: OrganisationName },
  /** A review of that day is recorded already, with other contents. */
  MidtermReviewTaken: { heldOn: CivilDate },
  /** One field has two results. */
  FieldNamedTwice: { field: text({ max: 200 }) },
  TooManyForCampaign: { what: CampaignCollection, max: WholeNumber },
});
export type CampaignRejection = z.infer<typeof CampaignRejection>;
