import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { Campaign, LaunchedCampaign } from "./state.ts";

/** Whether the campaign runs on `date`: it is launched, not cancelled, and `date` is in its time as extended. */
export function runsOn(campaign: Campaign, date: CivilDate): boolean {
  if (campaign.status !== "launched" && campaign.status !== "summedUp") return false;
  return campaign.terms.opensOn <= date && date < campaign.course.closesOn;
}

/** Whether pledges for the campaign are signed on `date`; undefined before the launch, and once it is cancelled. */
export function enrolsOn(campaign: Campaign, date: CivilDate): boolean | undefined {
  if (campaign.status !== "launched" && campaign.status !== "summedUp") return undefined;
  const { opensOn, closesOn } = campaign.course.launch.enrolment;
  return opensOn <= date && date < closesOn;
}

/** The unit that chairs the bloc and runs the campaign on `date`; undefined where none was named for that day. */
export function stewardOn(campaign: Campaign, date: CivilDate): UnitId | undefined {
  if (campaign.status === "blank") return undefined;
  return campaign.stewards.findLast(({ since }) => since <= date)?.chair;
}

/** The first day that a fact of the campaign may bear: the day of its launch or its first day, the earlier one. */
export function firstDayOf({ terms, course }: LaunchedCampaign): CivilDate {
  return [course.launch.launchedOn, terms.opensOn].toSorted().at(0) ?? terms.opensOn;
}

/** The day of the last known fact of the campaign, which cannot end before it. */
export function lastDayOf({ terms, course }: LaunchedCampaign): CivilDate {
  const { launch, plans, extensions, practices, exemplars, reviews } = course;
  const dates = [
    launch.launchedOn,
    terms.opensOn,
    ...plans.map(({ plan }) => plan.issuedOn),
    ...extensions.map(({ extendedOn }) => extendedOn),
    ...reviews.map(({ heldOn }) => heldOn),
  ];
  for (const { foundOn, replicas } of practices.values())
    dates.push(foundOn, ...replicas.map(({ replicatedOn }) => replicatedOn));
  for (const { recognitions } of exemplars.values())
    dates.push(...recognitions.map(({ recognisedOn }) => recognisedOn));
  return dates.toSorted().at(-1) ?? terms.opensOn;
}
