import { accept, objectionToDate, reject, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import { addDays } from "../kernel/time.ts";
import type { CampaignRejection } from "./messages.ts";
import { objectionToOneMore } from "./objections.ts";
import {
  type Campaign,
  type CommandData,
  courseOf,
  type Deciding,
  type Evolving,
  type Terms,
} from "./state.ts";

// The preparation of a campaign: it is drafted, gets its criteria, and is launched. Then its terms do not change.

export const decidePreparation: Deciding<
  "DraftCampaign" | "SetCampaignCriterion" | "DropCampaignCriterion" | "LaunchCampaign"
> = {
  DraftCampaign: during(["blank"], {
    already: (state, terms) => same(terms, state.terms),
    otherwise({ terms: { bloc, season, theme } }) {
      return { type: "CampaignTaken", data: { bloc, season, theme } };
    },
    decide(_, terms) {
      const { opensOn, closesOn } = terms;
      if (opensOn >= closesOn) return reject({ type: "CampaignWindowEmpty", data: { opensOn, closesOn } });
      return accept({ type: "CampaignDrafted", data: terms });
    },
  }),

  SetCampaignCriterion: during(["draft"], {
    already: ({ criteria }, criterion) => criteria.some((one) => same(one, criterion)),
    otherwise: objectionToCriteria,
    decide({ criteria }, criterion) {
      const isKnown = criteria.some((one) => one.criterion === criterion.criterion);
      const objection = isKnown ? undefined : objectionToOneMore("criteria", criteria.length);
      return unless(objection, { type: "CampaignCriterionSet", data: criterion });
    },
  }),

  DropCampaignCriterion: during(["draft"], {
    already: ({ criteria }, { criterion }) => !criteria.some((one) => one.criterion === criterion),
    otherwise: objectionToCriteria,
    decide: (_, { criterion }) => accept({ type: "CampaignCriterionDropped", data: { criterion } }),
  }),

  LaunchCampaign: during(["draft"], {
    already: (state, launch) => same(courseOf(state)?.launch, launch),
    // The days of the enrolment may lie ahead.
    done: ({ launchedOn, directive }) => [launchedOn, directive.issuedOn],
    decide: (state, launch) =>
      unless(objectionToLaunch(state, launch), { type: "CampaignLaunched", data: launch }),
  }),
};

export const evolvePreparation: Evolving<
  "CampaignDrafted" | "CampaignCriterionSet" | "CampaignCriterionDropped" | "CampaignLaunched"
> = {
  CampaignDrafted: from(["blank"], (_, terms) => ({ status: "draft", terms, criteria: [], stewards: [] })),
  CampaignCriterionSet: from(["draft"], ({ criteria }, criterion) => {
    const at = criteria.findIndex((one) => one.criterion === criterion.criterion);
    if (same(criteria[at], criterion)) contradiction("the criterion is set so already");
    if (at < 0) criteria.push(criterion);
    else criteria[at] = criterion;
  }),
  CampaignCriterionDropped: from(["draft"], ({ criteria }, { criterion }) => {
    const at = criteria.findIndex((one) => one.criterion === criterion);
    if (at < 0) contradiction(`criterion ${JSON.stringify(criterion)} is unknown`);
    criteria.splice(at, 1);
  }),
  CampaignLaunched: from(["draft"], (state, launch) => {
    if (state.criteria.length === 0) contradiction("it has no criterion");
    const course = {
      launch,
      closesOn: state.terms.closesOn,
      plans: [],
      extensions: [],
      practices: new Map(),
      exemplars: new Map(),
      reviews: [],
    };
    return { ...state, status: "launched", course };
  }),
};

/** What stands against other criteria: they do not change after the launch. */
function objectionToCriteria(campaign: Campaign): CampaignRejection | undefined {
  if (campaign.status !== "launched" && campaign.status !== "summedUp") return undefined;
  const { launchedOn } = campaign.course.launch;
  return { type: "CampaignCriteriaFrozen", data: { launchedOn } };
}

function objectionToLaunch(
  { terms, criteria }: Terms,
  { directive, launchedOn, enrolment }: CommandData<"LaunchCampaign">,
): CampaignRejection | undefined {
  if (criteria.length === 0) return { type: "CampaignWithoutCriteria", data: {} };
  if (launchedOn < directive.issuedOn)
    return { type: "LaunchBeforeDirective", data: { launchedOn, issuedOn: directive.issuedOn } };
  const objection = objectionToDate(launchedOn, { latest: addDays(terms.closesOn, -1) });
  if (objection) return objection;
  const { opensOn, closesOn } = enrolment;
  if (opensOn >= closesOn) return { type: "EnrolmentWindowEmpty", data: { opensOn, closesOn } };
  if (closesOn > terms.closesOn) {
    const data = { enrolmentClosesOn: closesOn, campaignClosesOn: terms.closesOn };
    return { type: "EnrolmentBeyondCampaign", data };
  }
  return undefined;
}
