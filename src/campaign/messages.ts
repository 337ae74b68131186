import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { messages } from "../kernel/messages.ts";
import { Count } from "../kernel/numbers.ts";
import { prose, text } from "../kernel/text.ts";
import { CivilDate } from "../kernel/time.ts";
import { DocumentRef } from "../vocabulary/document-ref.ts";
import { Person } from "../vocabulary/person.ts";
import { Season } from "../vocabulary/season.ts";
import { OrganisationName, UnitId } from "../vocabulary/unit.ts";

// The words of a campaign (phong trào thi đua). They are stored: rename nothing, only add.

/** Thi đua thường xuyên; thi đua theo chuyên đề. */
export const CampaignKind = z.enum(["standing", "thematic"]);
export type CampaignKind = z.infer<typeof CampaignKind>;

/** Who signs pledges, and when: from `opensOn` on, before `closesOn`. It may begin before the campaign does. */
export const Enrolment = z.strictObject({
  /** Every member unit, or those that want to. */
  who: z.enum(["allMembers", "volunteers"]),
  opensOn: CivilDate,
  closesOn: CivilDate,
});
export type Enrolment = z.infer<typeof Enrolment>;

/** A unit that sets an example, or somebody of a unit who does. */
export const Exemplary = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("unit"), unit: UnitId }),
  z.strictObject({ kind: z.literal("person"), person: Person, unit: UnitId }),
]);
export type Exemplary = z.infer<typeof Exemplary>;

/** Whose commendation it is: the unit's own, the bloc's, the commune's, district's, province's, a ministry's, the State's. */
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

/** What was achieved in one field of work (lĩnh vực), for one of the criteria where it belongs to one. */
export const FieldResult = z.strictObject({
  field: text({ max: 200 }),
  result: prose({ max: 5_000 }),
  criterion: Id.optional(),
});
export type FieldResult = z.infer<typeof FieldResult>;

const reason = prose({ max: 2_000 });
const findings = z.array(prose({ max: 2_000 })).max(100);

const draft = {
  bloc: Id,
  season: Season,
  theme: text({ max: 500 }),
  kind: CampaignKind,
  opensOn: CivilDate,
  /** The first day after the campaign. */
  closesOn: CivilDate,
};
const criterion = { criterion: Id, name: text({ max: 300 }), description: prose({ max: 2_000 }).optional() };
const launch = {
  directive: DocumentRef,
  launchedOn: CivilDate,
  enrolment: Enrolment,
  /** Who judges the results: a council or an office, mostly no member of the bloc. */
  assessor: OrganisationName,
};
const plan = { plan: DocumentRef, directive: DocumentRef, chair: UnitId };
const steward = { chair: UnitId, since: CivilDate };
const extension = { closesOn: CivilDate, extendedOn: CivilDate, reason, document: DocumentRef };
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
  document: DocumentRef.optional(),
};
const review = { heldOn: CivilDate, findings, document: DocumentRef, conference: Id.optional() };
const summary = {
  summedUpOn: CivilDate,
  report: DocumentRef,
  results: z.array(FieldResult).min(1).max(100),
  conclusions: findings,
  conference: Id.optional(),
};
const cancellation = { reason, cancelledOn: CivilDate, document: DocumentRef };

export const CampaignCommand = /* @__PURE__ */ messages({
  /** Prepares a campaign; refused where its window is empty. */
  DraftCampaign: draft,
  /** Adds a criterion or changes it; refused once the campaign is launched. */
  SetCampaignCriterion: criterion,
  /** Takes a criterion away; refused once the campaign is launched. */
  DropCampaignCriterion: { criterion: Id },
  /** Phát động, under a directive; refused without a criterion and before the directive's day. */
  LaunchCampaign: launch,
  /** The bloc's plan; it must cite the directive of the launch and come from the chair. */
  IssueCampaignPlan: plan,
  /** States which unit chairs the bloc, and so runs the campaign, from a day on. */
  NameCampaignSteward: steward,
  /** Moves the close forward; never back. */
  ExtendCampaign: extension,
  /** A good way of working (cách làm hay) of a unit. */
  RecordPractice: practice,
  /** Another unit takes a practice over; refused to the unit that it comes from. */
  ReplicatePractice: replica,
  /** An exemplary case is commended; once for each level and authority. */
  RecogniseExemplar: recognition,
  /** Sơ kết; one a day, and as many as there are. */
  HoldMidtermReview: review,
  /** Tổng kết: ends the campaign with its results. */
  SumUpCampaign: summary,
  /** Ends the campaign without results. */
  CancelCampaign: cancellation,
});
export type CampaignCommand = z.infer<typeof CampaignCommand>;

export const CampaignEvent = /* @__PURE__ */ messages({
  /** A campaign of a bloc for a season was prepared. It runs from `opensOn` on, before `closesOn`. */
  CampaignDrafted: draft,
  /** A criterion was added to the draft, or took another name or description. */
  CampaignCriterionSet: criterion,
  CampaignCriterionDropped: { criterion: Id },
  /** Phát động. Theme, criteria, enrolment and assessor are frozen from here on. */
  CampaignLaunched: launch,
  /** The bloc's plan for the movement, which cites the directive; `chair` is the unit that chaired the bloc then. */
  CampaignPlanIssued: plan,
  /** Which unit chairs the bloc, and so runs the campaign, from `since` on. The pledges are untouched by it. */
  CampaignStewardNamed: steward,
  /** The close moved forward, never back. */
  CampaignExtended: extension,
  /** A good way of working (cách làm hay) was found in a unit. */
  PracticeFound: practice,
  /** Another unit took it over (nhân rộng). */
  PracticeReplicated: replica,
  /** An exemplary case (điển hình tiên tiến) was commended at one level; others may follow at other levels. */
  ExemplarRecognised: recognition,
  /** Sơ kết. Campaigns go without one, or have several. */
  MidtermReviewHeld: review,
  /** Tổng kết: final. */
  CampaignSummedUp: summary,
  /** It ends without results; pledges still open for it are void and get no verdict. */
  CampaignCancelled: cancellation,
});
export type CampaignEvent = z.infer<typeof CampaignEvent>;

/** What a campaign collects, each up to a limit. */
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
  /** The command does not go with what the campaign is: it asks for one of `allowed`. */
  CampaignInWrongState: { status, allowed: z.array(status).max(5) },
  /** The campaign was drafted already, with other contents. */
  CampaignTaken: { bloc: Id, season: Season, theme: text({ max: 500 }) },
  /** It would close before it has opened. */
  CampaignWindowEmpty: { opensOn: CivilDate, closesOn: CivilDate },
  /** `date` is outside what the campaign allows: not before `from`, before `before`. */
  DateOutsideCampaign: { date: CivilDate, from: CivilDate, before: CivilDate },
  /** `date` is before `earliest`, of which the campaign has a fact already. */
  CampaignDateTooEarly: { date: CivilDate, earliest: CivilDate },
  /** The fact is dated after the day on which it is being recorded. */
  CampaignDateInFuture: { date: CivilDate, today: CivilDate },
  CampaignWithoutCriteria: {},
  /** The criteria were frozen when the campaign was launched. */
  CampaignCriteriaFrozen: { launchedOn: CivilDate },
  CampaignCriterionUnknown: { criterion: Id },
  EnrolmentWindowEmpty: { opensOn: CivilDate, closesOn: CivilDate },
  /** Pledges could still be signed when the campaign is over. */
  EnrolmentBeyondCampaign: { enrolmentClosesOn: CivilDate, campaignClosesOn: CivilDate },
  /** A campaign is launched under a directive, so not before it is issued. */
  LaunchBeforeDirective: { launchedOn: CivilDate, issuedOn: CivilDate },
  /** The plan cites another directive than the one that launched the campaign. */
  PlanCitesOtherDirective: { cited: DocumentRef, directive: DocumentRef },
  PlanBeforeDirective: { planIssuedOn: CivilDate, directiveIssuedOn: CivilDate },
  /** A plan of that number was issued already, with other contents. */
  PlanTaken: { plan: DocumentRef },
  /** The plan is said to be of a unit that did not chair the bloc on the day of the plan. */
  PlanOfOtherChair: { chair: UnitId, steward: UnitId },
  ExtensionNotForward: { closesOn: CivilDate, current: CivilDate },
  PracticeTaken: { practice: Id },
  PracticeUnknown: { practice: Id },
  /** Replicating is taking over from another unit. */
  PracticeOfOwn: { practice: Id, unit: UnitId },
  /** The unit took the practice over already, on another day. */
  PracticeReplicatedAlready: { practice: Id, unit: UnitId, replicatedOn: CivilDate },
  /** The exemplary case is another unit or person. */
  ExemplarTaken: { exemplar: Id },
  /** The same authority has commended the case at that level already, with other words. */
  ExemplarRecognisedAlready: { exemplar: Id, level: CommendationLevel, authority: OrganisationName },
  /** A review of that day is recorded already, with other findings. */
  MidtermReviewTaken: { heldOn: CivilDate },
  /** Two results stand under one field. */
  FieldNamedTwice: { field: text({ max: 200 }) },
  TooManyForCampaign: {
    what: CampaignCollection,
    max: Count,
  },
});
export type CampaignRejection = z.infer<typeof CampaignRejection>;
