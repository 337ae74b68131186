import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { CampaignEvent, Exemplary } from "./messages.ts";

type Data<T extends CampaignEvent["type"]> = DataOf<CampaignEvent, T>;

export type Criterion = Data<"CampaignCriterionSet">;
export type Practice = Data<"PracticeFound"> & { replicas: { unit: UnitId; replicatedOn: CivilDate }[] };
export type Exemplar = { who: Exemplary; recognitions: Data<"ExemplarRecognised">[] };

/** What a campaign is meant to be, and which unit runs it. */
export type Terms = {
  terms: Data<"CampaignDrafted">;
  criteria: Criterion[];
  stewards: Data<"CampaignStewardNamed">[];
};

/** What has come of a campaign since its launch. */
export type Course = {
  launch: Data<"CampaignLaunched">;
  /** The first day after it: as drafted, or as extended. */
  closesOn: CivilDate;
  plans: Data<"CampaignPlanIssued">[];
  extensions: Data<"CampaignExtended">[];
  practices: Map<Id, Practice>;
  exemplars: Map<Id, Exemplar>;
  reviews: Data<"MidtermReviewHeld">[];
};

/** One campaign of one bloc. */
export type Campaign =
  | { status: "blank" }
  | ({ status: "draft" } & Terms)
  | ({ status: "launched"; course: Course } & Terms)
  | ({ status: "summedUp"; course: Course; summary: Data<"CampaignSummedUp"> } & Terms)
  | ({ status: "cancelled"; course?: Course; cancellation: Data<"CampaignCancelled"> } & Terms);

export type LaunchedCampaign = Extract<Campaign, { status: "launched" }>;
