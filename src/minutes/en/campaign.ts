import type {
  CampaignCollection,
  CampaignCommand,
  CampaignEvent,
  CampaignKind,
  CampaignRejection,
  CommendationLevel,
  Enrolment,
  Exemplary,
} from "../../campaign/messages.ts";
import { quoted } from "../figures.ts";
import type { OwnPhrases, Phrases, Say } from "../language.ts";

const kinds: Record<CampaignKind, string> = { standing: "standing", thematic: "thematic" };

const levels: Record<CommendationLevel, string> = {
  unit: "unit level",
  bloc: "bloc level",
  commune: "commune level",
  district: "district level",
  province: "provincial level",
  ministry: "ministerial level",
  state: "State level",
};

const participants: Record<Enrolment["who"], string> = {
  allMembers: "all member units",
  volunteers: "the units that volunteer",
};

export const campaignStatusesEn = {
  blank: "not yet drafted",
  draft: "still a draft",
  launched: "launched",
  summedUp: "summed up",
  cancelled: "cancelled",
};

const collections: Record<CampaignCollection, string> = {
  criteria: "criteria",
  plans: "plans",
  stewards: "changes of the unit in charge",
  extensions: "extensions",
  practices: "practices",
  replicas: "units that replicate one practice",
  exemplars: "exemplary cases",
  recognitions: "commendations of one case",
  reviews: "mid-term reviews",
};

const exemplary = (who: Exemplary, say: Say) =>
  who.kind === "unit" ? say.unit(who.unit) : `${say.person(who.person)} (${say.unit(who.unit)})`;

const all = (items: readonly string[]) => items.join("; ");

export const campaignEventsEn: Phrases<CampaignEvent> = {
  CampaignDrafted: ({ season, theme, kind, opensOn, closesOn }, say) =>
    `A ${kinds[kind]} emulation campaign for ${season} was drafted on the theme “${theme}”, from ${say.date(opensOn)} until ${say.dayBefore(closesOn)}.`,
  CampaignCriterionSet: ({ name, description }) =>
    `Criterion: ${name}${description ? ` (${description})` : ""}.`,
  CampaignCriterionDropped: ({ criterion }) => `Criterion “${criterion}” was dropped from the draft.`,
  CampaignLaunched: ({ directive, launchedOn, enrolment, assessor }, say) =>
    `The campaign was launched on ${say.date(launchedOn)} under ${say.document(directive)}; taking part: ${participants[enrolment.who]}, pledges signed from ${say.date(enrolment.opensOn)} until ${say.dayBefore(enrolment.closesOn)}; assessor: ${assessor}.`,
  CampaignPlanIssued: ({ plan, directive, chair }, say) =>
    `The bloc's chair (${say.unit(chair)}) issued ${say.document(plan)} to carry out ${say.document(directive)}.`,
  CampaignStewardNamed: ({ chair, since }, say) =>
    `${say.unit(chair)}, as the bloc's chair, is in charge of the campaign from ${say.date(since)}.`,
  CampaignExtended: ({ closesOn, extendedOn, reason, document }, say) =>
    `The campaign was extended on ${say.date(extendedOn)} until ${say.dayBefore(closesOn)} (${say.document(document)}); reason: ${reason}.`,
  PracticeFound: ({ title, unit, description, foundOn }, say) =>
    `A good practice of ${say.unit(unit)} was found on ${say.date(foundOn)}: ${title} (${description}).`,
  PracticeReplicated: ({ practice, unit, replicatedOn }, say) =>
    `${say.unit(unit)} replicated practice “${practice}” from ${say.date(replicatedOn)}.`,
  ExemplarRecognised: ({ who, merit, level, authority, recognisedOn, document }, say) =>
    `The exemplary case ${exemplary(who, say)} was commended by ${authority} (${levels[level]}) on ${say.date(recognisedOn)}${document ? ` under ${say.document(document)}` : ""}: ${merit}.`,
  MidtermReviewHeld: ({ heldOn, findings, document }, say) =>
    `A mid-term review was held on ${say.date(heldOn)} (${say.document(document)})${findings.length > 0 ? `: ${all(findings)}` : ""}.`,
  CampaignSummedUp: ({ summedUpOn, report, results, conclusions }, say) =>
    `The campaign was summed up on ${say.date(summedUpOn)} (${say.document(report)}). Results: ${all(results.map(({ field, result }) => `${field}: ${result}`))}.${conclusions.length > 0 ? ` Conclusions: ${all(conclusions)}.` : ""}`,
  CampaignCancelled: ({ reason, cancelledOn, document }, say) =>
    `The campaign was cancelled on ${say.date(cancelledOn)} under ${say.document(document)}; reason: ${reason}.`,
};

export const campaignRejectionsEn: OwnPhrases<CampaignRejection> = {
  CampaignTaken: ({ season, theme }) => `This is already the campaign for ${season} on the theme “${theme}”.`,
  CampaignWindowEmpty: ({ opensOn, closesOn }, say) =>
    `The last day of a campaign that opens on ${say.date(opensOn)} cannot be ${say.dayBefore(closesOn)}.`,
  CampaignWithoutCriteria: () => "The campaign has no criterion yet, so it cannot be launched.",
  CampaignCriteriaFrozen: ({ launchedOn }, say) =>
    `The campaign was launched on ${say.date(launchedOn)}, so its criteria no longer change.`,
  CampaignCriterionUnknown: ({ criterion }) => `The campaign has no criterion “${criterion}”.`,
  EnrolmentWindowEmpty: ({ opensOn, closesOn }, say) =>
    `Units sign pledges from ${say.date(opensOn)} on, so the last day to sign cannot be ${say.dayBefore(closesOn)}.`,
  EnrolmentBeyondCampaign: ({ enrolmentClosesOn, campaignClosesOn }, say) =>
    `Pledges would be signed until ${say.dayBefore(enrolmentClosesOn)}, but the campaign lasts only until ${say.dayBefore(campaignClosesOn)}.`,
  LaunchBeforeDirective: ({ launchedOn, issuedOn }, say) =>
    `A launch on ${say.date(launchedOn)} cannot be under a directive issued on ${say.date(issuedOn)}.`,
  PlanCitesOtherDirective: ({ cited, directive }, say) =>
    `The plan cites ${say.document(cited)}, but the campaign was launched under ${say.document(directive)}.`,
  PlanBeforeDirective: ({ planIssuedOn, directiveIssuedOn }, say) =>
    `A plan of ${say.date(planIssuedOn)} cannot cite a directive of ${say.date(directiveIssuedOn)}.`,
  PlanTaken: ({ plan }, say) => `${say.document(plan)} already exists with different contents.`,
  PlanOfOtherChair: ({ chair, steward }, say) =>
    `On the day of the plan the bloc was chaired by ${say.unit(steward)}, not by ${say.unit(chair)}.`,
  ExtensionNotForward: ({ closesOn, current }, say) =>
    `The campaign already lasts until ${say.dayBefore(current)}, so a last day of ${say.dayBefore(closesOn)} does not extend it.`,
  PracticeTaken: ({ practice }) => `Practice “${practice}” already exists with different contents.`,
  PracticeUnknown: ({ practice }) => `The campaign has no practice “${practice}”.`,
  PracticeOfOwn: ({ practice, unit }, say) =>
    `Practice “${practice}” comes from ${say.unit(unit)} itself, so this unit cannot replicate it.`,
  PracticeReplicatedAlready: ({ practice, unit, replicatedOn }, say) =>
    `${say.unit(unit)} has already replicated practice “${practice}”, since ${say.date(replicatedOn)}.`,
  ExemplarTaken: ({ exemplar }) => `The exemplary case “${exemplar}” is another unit or person.`,
  ExemplarRecognisedAlready: ({ exemplar, level, authority }) =>
    `${authority} (${levels[level]}) has already commended the case “${exemplar}” with different contents.`,
  MidtermReviewTaken: ({ heldOn }, say) =>
    `The review of ${say.date(heldOn)} already exists with different contents.`,
  FieldNamedTwice: ({ field }) => `The field ${field} has two results.`,
  TooManyForCampaign: ({ what, max }, say) =>
    `A campaign has at most ${say.count(max)} ${collections[what]}.`,
};

/** What each command does, as what somebody is to do. */
export const campaignCommandsEn: Phrases<CampaignCommand> = {
  DraftCampaign: ({ season }) => `draft the campaign of ${season}`,
  SetCampaignCriterion: ({ name }) => `set the criterion ${quoted(name)}`,
  DropCampaignCriterion: () => "drop the criterion",
  LaunchCampaign: () => "launch the campaign",
  IssueCampaignPlan: () => "issue the plan of the campaign",
  NameCampaignSteward: ({ chair }, say) => `name ${say.unit(chair)} as steward of the campaign`,
  ExtendCampaign: ({ closesOn }, say) => `extend the campaign, so that it closes on ${say.date(closesOn)}`,
  RecordPractice: ({ title }) => `record the practice ${quoted(title)}`,
  ReplicatePractice: ({ unit }, say) => `record that ${say.unit(unit)} has taken up the practice`,
  RecogniseExemplar: () => "recognise an exemplar",
  HoldMidtermReview: ({ heldOn }, say) => `record the midterm review of ${say.date(heldOn)}`,
  SumUpCampaign: () => "sum up the campaign",
  CancelCampaign: () => "cancel the campaign",
};
