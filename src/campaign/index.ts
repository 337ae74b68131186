export { campaign } from "./campaign.ts";
export {
  CampaignCollection,
  CampaignCommand,
  CampaignEvent,
  CampaignKind,
  CampaignRejection,
  CommendationLevel,
  Enrolment,
  Exemplary,
  FieldResult,
} from "./messages.ts";
export { enrolsOn, runsOn, stewardOn } from "./questions.ts";
export type { Campaign, Course, Criterion, Exemplar, Practice, Terms } from "./state.ts";
