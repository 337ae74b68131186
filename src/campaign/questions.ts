import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { Campaign, LaunchedCampaign } from "./state.ts";

/** Whether the campaign runs on `date`: launched, not cancelled, and within its window as extended. */
export function runsOn(campaign: Campaign, date: CivilDate): boolean {
  if (campaign.status !== "launched" && campaign.status !== "summedUp") return false;
  return campaign.terms.opensOn <= date && date < campaign.course.closesOn;
}

/** Whether pledges for the campaign are signed on `date`. It says nothing of a campaign not launched, or cancelled. */
export function enrolsOn(campaign: Campaign, date: CivilDate): boolean | undefined {
  if (campaign.status !== "launched" && campaign.status !== "summedUp") return undefined;
  const { opensOn, closesOn } = campaign.course.launch.enrolment;
  return opensOn <= date && date < closesOn;
}

/** The unit that chairs the bloc and runs the campaign on `date`; undefined where nobody was named for it. */
export function stewardOn(campaign: Campaign, date: CivilDate): UnitId | undefined {
  if (campaign.status === "blank") return undefined;
  return campaign.stewards.findLast(({ since }) => since <= date)?.chair;
}

/** The first day of which the campaign can have facts: it is launched, or it opens. */
export function firstDayOf({ terms, course }: LaunchedCampaign): CivilDate {
  const [first = terms.opensOn] = [course.launch.launchedOn, terms.opensOn].toSorted();
  return first;
}

/** The last day of which the campaign has a fact; it cannot end before it. */
export function latestFactOf({ terms, course }: LaunchedCampaign): CivilDate {
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
