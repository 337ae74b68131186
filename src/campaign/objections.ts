import { objectionToDate } from "../kernel/decision.ts";
import { addDays, type CivilDate } from "../kernel/time.ts";
import type { CampaignCollection, CampaignRejection } from "./messages.ts";
import { firstDayOf } from "./questions.ts";
import type { LaunchedCampaign } from "./state.ts";

/** More than any known campaign has had. */
const limits: Record<CampaignCollection, number> = {
  criteria: 100,
  plans: 20,
  stewards: 20,
  extensions: 20,
  practices: 1_000,
  replicas: 200,
  exemplars: 5_000,
  recognitions: 50,
  reviews: 20,
};

/** What stands against one more in a collection of that size. */
export function objectionToOneMore(what: CampaignCollection, size: number): CampaignRejection | undefined {
  const max = limits[what];
  return size < max ? undefined : { type: "TooManyForCampaign", data: { what, max } };
}

/** What stands against a fact of that day: the campaign did not run yet, or not any more. */
export function objectionToDay(campaign: LaunchedCampaign, date: CivilDate): CampaignRejection | undefined {
  return objectionToDate(date, {
    earliest: firstDayOf(campaign),
    latest: addDays(campaign.course.closesOn, -1),
  });
}
