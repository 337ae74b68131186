import { objectionToDate, reject, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import { addDays } from "../kernel/time.ts";
import type { DocumentRef } from "../vocabulary/document-ref.ts";
import type { CampaignRejection } from "./messages.ts";
import { objectionToDay, objectionToOneMore } from "./objections.ts";
import { stewardOn } from "./questions.ts";
import {
  type CommandData,
  type Course,
  courseOf,
  type Deciding,
  type Evolving,
  type LaunchedCampaign,
} from "./state.ts";

// The course of a campaign, in any order: the plan of the bloc, its chair, mid-term reviews and extensions.

export const decideCourse: Deciding<
  "IssueCampaignPlan" | "NameCampaignSteward" | "ExtendCampaign" | "HoldMidtermReview"
> = {
  IssueCampaignPlan: during(["launched"], {
    already: (state, plan) => courseOf(state)?.plans.some((one) => same(one, plan)) ?? false,
    done: ({ plan, directive }) => [plan.issuedOn, directive.issuedOn],
    decide: (state, plan) => unless(objectionToPlan(state, plan), { type: "CampaignPlanIssued", data: plan }),
  }),

  NameCampaignSteward: during(["draft", "launched"], {
    already({ stewards }, { chair, since }) {
      const current = stewards.at(-1);
      return current !== undefined && current.chair === chair && since >= current.since;
    },
    // The first day in the chair may lie ahead.
    decide({ stewards }, steward) {
      const objection =
        objectionToDate(steward.since, { earliest: stewards.at(-1)?.since }) ??
        objectionToOneMore("stewards", stewards.length);
      return unless(objection, { type: "CampaignStewardNamed", data: steward });
    },
  }),

  ExtendCampaign: during(["launched"], {
    already: (state, extension) => courseOf(state)?.extensions.some((one) => same(one, extension)) ?? false,
    // The new end of the campaign may lie ahead.
    done: ({ extendedOn, document }) => [extendedOn, document.issuedOn],
    decide: (state, extension) =>
      unless(objectionToExtension(state, extension), { type: "CampaignExtended", data: extension }),
  }),

  HoldMidtermReview: during(["launched"], {
    already: (state, review) => courseOf(state)?.reviews.some((one) => same(one, review)) ?? false,
    done: ({ heldOn, document }) => [heldOn, document.issuedOn],
    decide(state, review) {
      const { reviews } = state.course;
      const { heldOn } = review;
      if (reviews.some((one) => one.heldOn === heldOn))
        return reject({ type: "MidtermReviewTaken", data: { heldOn } });
      const objection = objectionToDay(state, heldOn) ?? objectionToOneMore("reviews", reviews.length);
      return unless(objection, { type: "MidtermReviewHeld", data: review });
    },
  }),
};

export const evolveCourse: Evolving<
  "CampaignPlanIssued" | "CampaignStewardNamed" | "CampaignExtended" | "MidtermReviewHeld"
> = {
  CampaignPlanIssued: from(["launched"], ({ course }, plan) => {
    if (planLike(course, plan)) contradiction(`plan ${JSON.stringify(plan.plan.number)} is issued already`);
    course.plans.push(plan);
  }),
  CampaignStewardNamed: from(["draft", "launched"], ({ stewards }, steward) => {
    const current = stewards.at(-1);
    if (current && steward.since < current.since) contradiction(`a later chair is named already`);
    if (same(current, steward)) contradiction("the chair is named already");
    stewards.push(steward);
  }),
  CampaignExtended: from(["launched"], ({ course }, extension) => {
    if (extension.closesOn <= course.closesOn) contradiction(`it ends on ${course.closesOn}, not before`);
    course.extensions.push(extension);
    course.closesOn = extension.closesOn;
  }),
  MidtermReviewHeld: from(["launched"], ({ course }, review) => {
    if (course.reviews.some(({ heldOn }) => heldOn === review.heldOn))
      contradiction(`the review of ${review.heldOn} is recorded already`);
    course.reviews.push(review);
  }),
};

/** The plan of that number by that issuer, where it is issued already. */
function planLike({ plans }: Course, { plan }: CommandData<"IssueCampaignPlan">) {
  return plans.find((one) => one.plan.number === plan.number && one.plan.issuer === plan.issuer);
}

function objectionToPlan(
  campaign: LaunchedCampaign,
  issued: CommandData<"IssueCampaignPlan">,
): CampaignRejection | undefined {
  const { plan, directive: cited, chair } = issued;
  const { launch, plans } = campaign.course;
  const { directive } = launch;
  const earlier = planLike(campaign.course, issued);
  if (earlier) return { type: "PlanTaken", data: { plan: earlier.plan } };
  if (!isSameDocument(cited, directive))
    return { type: "PlanCitesOtherDirective", data: { cited, directive } };
  if (plan.issuedOn < directive.issuedOn) {
    const data = { planIssuedOn: plan.issuedOn, directiveIssuedOn: directive.issuedOn };
    return { type: "PlanBeforeDirective", data };
  }
  const steward = stewardOn(campaign, plan.issuedOn);
  if (steward !== undefined && steward !== chair)
    return { type: "PlanOfOtherChair", data: { chair, steward } };
  return objectionToOneMore("plans", plans.length);
}

function objectionToExtension(
  { course }: LaunchedCampaign,
  { closesOn, extendedOn }: CommandData<"ExtendCampaign">,
): CampaignRejection | undefined {
  const { closesOn: current, launch, extensions } = course;
  if (closesOn <= current) return { type: "ExtensionNotForward", data: { closesOn, current } };
  const earliest = extensions.at(-1)?.extendedOn ?? launch.launchedOn;
  return (
    objectionToDate(extendedOn, { earliest, latest: addDays(current, -1) }) ??
    objectionToOneMore("extensions", extensions.length)
  );
}

/** Whether two references are to one document; each may quote its title in its own words. */
function isSameDocument(a: DocumentRef, b: DocumentRef): boolean {
  return a.kind === b.kind && a.number === b.number && a.issuedOn === b.issuedOn && a.issuer === b.issuer;
}
