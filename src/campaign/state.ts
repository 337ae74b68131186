import type { CommandRules, EventRules } from "../kernel/decider.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { CampaignCommand, CampaignEvent, CampaignRejection, Exemplary } from "./messages.ts";

export type CommandData<K extends CampaignCommand["type"]> = DataOf<CampaignCommand, K>;
type EventData<K extends CampaignEvent["type"]> = DataOf<CampaignEvent, K>;

export type Criterion = EventData<"CampaignCriterionSet">;
export type Practice = EventData<"PracticeFound"> & {
  replicas: { unit: UnitId; replicatedOn: CivilDate }[];
};
export type Exemplar = { who: Exemplary; recognitions: EventData<"ExemplarRecognised">[] };

/** What a campaign is meant to be, and which units run it. */
export type Terms = {
  terms: EventData<"CampaignDrafted">;
  criteria: Criterion[];
  /** In order of days. */
  stewards: EventData<"CampaignStewardNamed">[];
};

/** What has happened in a campaign since its launch. */
export type Course = {
  launch: EventData<"CampaignLaunched">;
  /** The first day after the campaign: as drafted, or as extended. */
  closesOn: CivilDate;
  plans: EventData<"CampaignPlanIssued">[];
  extensions: EventData<"CampaignExtended">[];
  practices: Map<Id, Practice>;
  exemplars: Map<Id, Exemplar>;
  reviews: EventData<"MidtermReviewHeld">[];
};

/** One campaign of one bloc. */
export type Campaign =
  | { status: "blank" }
  | ({ status: "draft" } & Terms)
  | ({ status: "launched"; course: Course } & Terms)
  | ({ status: "summedUp"; course: Course; summary: EventData<"CampaignSummedUp"> } & Terms)
  | ({ status: "cancelled"; course?: Course; cancellation: EventData<"CampaignCancelled"> } & Terms);

export type LaunchedCampaign = Extract<Campaign, { status: "launched" }>;

/** What has happened since the launch; undefined where there was no launch. */
export function courseOf(campaign: Campaign): Course | undefined {
  return "course" in campaign ? campaign.course : undefined;
}

/** The rules of one phase: how some of the commands are answered, and what some of the events change. */
export type Deciding<K extends CampaignCommand["type"]> = Pick<
  CommandRules<Campaign, CampaignCommand, CampaignEvent, CampaignRejection>,
  K
>;
export type Evolving<K extends CampaignEvent["type"]> = Pick<EventRules<Campaign, CampaignEvent>, K>;
