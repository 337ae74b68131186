import type { DataOf } from "../kernel/messages.ts";
import type { CommandMetadata } from "../kernel/recorded.ts";
import { type CivilDate, civilDateOf } from "../kernel/time.ts";
import type { DocumentRef } from "../vocabulary/document-ref.ts";
import type { CampaignCollection, CampaignCommand, CampaignRejection } from "./messages.ts";
import { firstDayOf, stewardOn } from "./questions.ts";
import type { LaunchedCampaign, Terms } from "./state.ts";

type Data<T extends CampaignCommand["type"]> = DataOf<CampaignCommand, T>;
type Objection = CampaignRejection | undefined;

/** More than any campaign ever had; limits all the same. */
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

export function full(what: CampaignCollection, size: number): Objection {
  const max = limits[what];
  return size < max ? undefined : { type: "TooManyForCampaign", data: { what, max } };
}

export function objectionToLaunch({ terms, criteria }: Terms, launch: Data<"LaunchCampaign">): Objection {
  const { directive, launchedOn, enrolment } = launch;
  if (criteria.length === 0) return { type: "CampaignWithoutCriteria", data: {} };
  if (launchedOn < directive.issuedOn)
    return { type: "LaunchBeforeDirective", data: { launchedOn, issuedOn: directive.issuedOn } };
  if (launchedOn >= terms.closesOn)
    return outside(launchedOn, { from: directive.issuedOn, before: terms.closesOn });
  const { opensOn, closesOn } = enrolment;
  if (opensOn >= closesOn) return { type: "EnrolmentWindowEmpty", data: { opensOn, closesOn } };
  if (closesOn > terms.closesOn) {
    const data = { enrolmentClosesOn: closesOn, campaignClosesOn: terms.closesOn };
    return { type: "EnrolmentBeyondCampaign", data };
  }
  return undefined;
}

export function objectionToPlan(state: LaunchedCampaign, command: Data<"IssueCampaignPlan">): Objection {
  const { plan, directive: cited, chair } = command;
  const { directive } = state.course.launch;
  if (!sameDocument(cited, directive)) return { type: "PlanCitesOtherDirective", data: { cited, directive } };
  if (plan.issuedOn < directive.issuedOn) {
    const data = { planIssuedOn: plan.issuedOn, directiveIssuedOn: directive.issuedOn };
    return { type: "PlanBeforeDirective", data };
  }
  const steward = stewardOn(state, plan.issuedOn);
  if (steward !== undefined && steward !== chair)
    return { type: "PlanOfOtherChair", data: { chair, steward } };
  return full("plans", state.course.plans.length);
}

export function objectionToExtension(
  { course }: LaunchedCampaign,
  { closesOn, extendedOn }: Data<"ExtendCampaign">,
): Objection {
  const { closesOn: current, launch, extensions } = course;
  if (closesOn <= current) return { type: "ExtensionNotForward", data: { closesOn, current } };
  const from = extensions.at(-1)?.extendedOn ?? launch.launchedOn;
  if (extendedOn < from || extendedOn >= current) return outside(extendedOn, { from, before: current });
  return full("extensions", extensions.length);
}

/** Two results under one field, or for a criterion that the campaign does not have. */
export function objectionToResults(
  { criteria }: Terms,
  results: Data<"SumUpCampaign">["results"],
): Objection {
  const fields = new Set<string>();
  for (const { field, criterion } of results) {
    if (fields.has(field)) return { type: "FieldNamedTwice", data: { field } };
    if (criterion !== undefined && !criteria.some((one) => one.criterion === criterion))
      return { type: "CampaignCriterionUnknown", data: { criterion } };
    fields.add(field);
  }
  return undefined;
}

/** A day on which the campaign did not run yet, or no longer. */
export function outsideCampaign(state: LaunchedCampaign, date: CivilDate): Objection {
  const window = { from: firstDayOf(state), before: state.course.closesOn };
  return date < window.from || date >= window.before ? outside(date, window) : undefined;
}

export function tooEarly(date: CivilDate, earliest: CivilDate): Objection {
  return date < earliest ? { type: "CampaignDateTooEarly", data: { date, earliest } } : undefined;
}

/** Facts and documents are dated today or before. */
export function future(
  metadata: CommandMetadata | undefined,
  ...dates: readonly (CivilDate | undefined)[]
): Objection {
  if (!metadata) return undefined;
  const today = civilDateOf(metadata.now);
  const date = dates.find((one) => one !== undefined && one > today);
  return date === undefined ? undefined : { type: "CampaignDateInFuture", data: { date, today } };
}

/** Whether two references are to one document, however its title is quoted. */
export function sameDocument(a: DocumentRef, b: DocumentRef): boolean {
  return a.kind === b.kind && a.number === b.number && a.issuedOn === b.issuedOn && a.issuer === b.issuer;
}

function outside(
  date: CivilDate,
  { from, before }: { from: CivilDate; before: CivilDate },
): CampaignRejection {
  return { type: "DateOutsideCampaign", data: { date, from, before } };
}
