import { decider } from "../kernel/decider.ts";
import { accept, reject } from "../kernel/decision.ts";
import { same } from "../kernel/same.ts";
import { CampaignCommand, CampaignEvent, CampaignRejection } from "./messages.ts";
import {
  full,
  future,
  objectionToExtension,
  objectionToLaunch,
  objectionToPlan,
  objectionToResults,
  outsideCampaign,
  tooEarly,
} from "./objections.ts";
import { firstDayOf, latestFactOf } from "./questions.ts";
import type { Campaign } from "./state.ts";

/**
 * The campaign (phong trào thi đua): prepared with its criteria, launched under a directive, carried out, summed
 * up once and for all. The rules are frozen at the launch; what follows it may come in any order that occurs.
 */
export const campaign = /* @__PURE__ */ decider<Campaign, CampaignCommand, CampaignEvent, CampaignRejection>({
  name: "Campaign",
  commands: CampaignCommand,
  events: CampaignEvent,
  rejections: CampaignRejection,
  initialState: { status: "blank" },

  decide: {
    DraftCampaign(state, terms) {
      if (state.status !== "blank") {
        const { bloc, season, theme } = state.terms;
        if (same(terms, state.terms)) return accept();
        return reject({ type: "CampaignTaken", data: { bloc, season, theme } });
      }
      const { opensOn, closesOn } = terms;
      if (opensOn >= closesOn) return reject({ type: "CampaignWindowEmpty", data: { opensOn, closesOn } });
      return accept({ type: "CampaignDrafted", data: terms });
    },

    SetCampaignCriterion(state, criterion) {
      if (state.status === "blank" || state.status === "cancelled") return wrongState(state, "draft");
      const standing = state.criteria.find((one) => one.criterion === criterion.criterion);
      if (same(standing, criterion)) return accept();
      if (state.status !== "draft") return frozen(state.course.launch);
      const objection = standing ? undefined : full("criteria", state.criteria.length);
      return objection ? reject(objection) : accept({ type: "CampaignCriterionSet", data: criterion });
    },

    DropCampaignCriterion(state, { criterion }) {
      if (state.status === "blank" || state.status === "cancelled") return wrongState(state, "draft");
      if (!state.criteria.some((one) => one.criterion === criterion)) return accept();
      if (state.status !== "draft") return frozen(state.course.launch);
      return accept({ type: "CampaignCriterionDropped", data: { criterion } });
    },

    LaunchCampaign(state, launch, metadata) {
      if (state.status === "launched" && same(state.course.launch, launch)) return accept();
      if (state.status !== "draft") return wrongState(state, "draft");
      const objection = objectionToLaunch(state, launch) ?? future(metadata, launch.launchedOn);
      return objection ? reject(objection) : accept({ type: "CampaignLaunched", data: launch });
    },

    IssueCampaignPlan(state, plan, metadata) {
      if (state.status !== "launched") return wrongState(state, "launched");
      const { number, issuer } = plan.plan;
      const standing = state.course.plans.find(
        (one) => one.plan.number === number && one.plan.issuer === issuer,
      );
      if (same(standing, plan)) return accept();
      if (standing) return reject({ type: "PlanTaken", data: { plan: standing.plan } });
      const objection = objectionToPlan(state, plan) ?? future(metadata, plan.plan.issuedOn);
      return objection ? reject(objection) : accept({ type: "CampaignPlanIssued", data: plan });
    },

    NameCampaignSteward(state, steward) {
      if (state.status !== "draft" && state.status !== "launched")
        return wrongState(state, "draft", "launched");
      const last = state.stewards.at(-1);
      const objection = last && tooEarly(steward.since, last.since);
      if (objection) return reject(objection);
      if (last?.chair === steward.chair) return accept();
      const many = full("stewards", state.stewards.length);
      return many ? reject(many) : accept({ type: "CampaignStewardNamed", data: steward });
    },

    ExtendCampaign(state, extension, metadata) {
      if (state.status !== "launched") return wrongState(state, "launched");
      if (same(state.course.extensions.at(-1), extension)) return accept();
      const objection =
        objectionToExtension(state, extension) ??
        future(metadata, extension.extendedOn, extension.document.issuedOn);
      return objection ? reject(objection) : accept({ type: "CampaignExtended", data: extension });
    },

    RecordPractice(state, practice, metadata) {
      if (state.status !== "launched") return wrongState(state, "launched");
      const { practices } = state.course;
      const standing = practices.get(practice.practice);
      if (standing && same({ ...standing, replicas: [] }, { ...practice, replicas: [] })) return accept();
      if (standing) return reject({ type: "PracticeTaken", data: { practice: practice.practice } });
      const objection =
        outsideCampaign(state, practice.foundOn) ??
        future(metadata, practice.foundOn) ??
        full("practices", practices.size);
      return objection ? reject(objection) : accept({ type: "PracticeFound", data: practice });
    },

    ReplicatePractice(state, replica, metadata) {
      if (state.status !== "launched") return wrongState(state, "launched");
      const { practice, unit, replicatedOn } = replica;
      const found = state.course.practices.get(practice);
      if (!found) return reject({ type: "PracticeUnknown", data: { practice } });
      if (found.unit === unit) return reject({ type: "PracticeOfOwn", data: { practice, unit } });
      const standing = found.replicas.find((one) => one.unit === unit);
      if (standing?.replicatedOn === replicatedOn) return accept();
      if (standing) {
        const data = { practice, unit, replicatedOn: standing.replicatedOn };
        return reject({ type: "PracticeReplicatedAlready", data });
      }
      const objection =
        tooEarly(replicatedOn, found.foundOn) ??
        future(metadata, replicatedOn) ??
        full("replicas", found.replicas.length);
      return objection ? reject(objection) : accept({ type: "PracticeReplicated", data: replica });
    },

    RecogniseExemplar(state, recognition, metadata) {
      if (state.status !== "launched") return wrongState(state, "launched");
      const { exemplar, who, level, authority, recognisedOn, document } = recognition;
      const { exemplars } = state.course;
      const known = exemplars.get(exemplar);
      if (known && !same(known.who, who)) return reject({ type: "ExemplarTaken", data: { exemplar } });
      const recognitions = known?.recognitions ?? [];
      const standing = recognitions.find((one) => one.level === level && one.authority === authority);
      if (same(standing, recognition)) return accept();
      if (standing)
        return reject({ type: "ExemplarRecognisedAlready", data: { exemplar, level, authority } });
      const objection =
        tooEarly(recognisedOn, firstDayOf(state)) ??
        future(metadata, recognisedOn, document?.issuedOn) ??
        (known ? full("recognitions", recognitions.length) : full("exemplars", exemplars.size));
      return objection ? reject(objection) : accept({ type: "ExemplarRecognised", data: recognition });
    },

    HoldMidtermReview(state, review, metadata) {
      if (state.status !== "launched") return wrongState(state, "launched");
      const { reviews } = state.course;
      const standing = reviews.find(({ heldOn }) => heldOn === review.heldOn);
      if (same(standing, review)) return accept();
      if (standing) return reject({ type: "MidtermReviewTaken", data: { heldOn: review.heldOn } });
      const objection =
        outsideCampaign(state, review.heldOn) ??
        future(metadata, review.heldOn, review.document.issuedOn) ??
        full("reviews", reviews.length);
      return objection ? reject(objection) : accept({ type: "MidtermReviewHeld", data: review });
    },

    SumUpCampaign(state, summary, metadata) {
      if (state.status === "summedUp" && same(state.summary, summary)) return accept();
      if (state.status !== "launched") return wrongState(state, "launched");
      const objection =
        objectionToResults(state, summary.results) ??
        tooEarly(summary.summedUpOn, latestFactOf(state)) ??
        future(metadata, summary.summedUpOn, summary.report.issuedOn);
      return objection ? reject(objection) : accept({ type: "CampaignSummedUp", data: summary });
    },

    CancelCampaign(state, cancellation, metadata) {
      if (state.status === "cancelled" && same(state.cancellation, cancellation)) return accept();
      if (state.status !== "draft" && state.status !== "launched")
        return wrongState(state, "draft", "launched");
      const { cancelledOn, document } = cancellation;
      const objection =
        (state.status === "launched" ? tooEarly(cancelledOn, latestFactOf(state)) : undefined) ??
        future(metadata, cancelledOn, document.issuedOn);
      return objection ? reject(objection) : accept({ type: "CampaignCancelled", data: cancellation });
    },
  },

  evolve: {
    CampaignDrafted: (_, terms) => ({ status: "draft", terms, criteria: [], stewards: [] }),
    CampaignCriterionSet(state, criterion) {
      if (state.status !== "draft") return;
      const at = state.criteria.findIndex((one) => one.criterion === criterion.criterion);
      state.criteria.splice(at < 0 ? state.criteria.length : at, 1, criterion);
    },
    CampaignCriterionDropped(state, { criterion }) {
      if (state.status === "draft")
        state.criteria = state.criteria.filter((one) => one.criterion !== criterion);
    },
    CampaignLaunched(state, launch) {
      if (state.status !== "draft") return undefined;
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
    },
    CampaignPlanIssued(state, plan) {
      if (state.status === "launched") state.course.plans.push(plan);
    },
    CampaignStewardNamed(state, steward) {
      if (state.status !== "blank") state.stewards.push(steward);
    },
    CampaignExtended(state, extension) {
      if (state.status !== "launched") return;
      state.course.extensions.push(extension);
      state.course.closesOn = extension.closesOn;
    },
    PracticeFound(state, practice) {
      if (state.status === "launched")
        state.course.practices.set(practice.practice, { ...practice, replicas: [] });
    },
    PracticeReplicated(state, { practice, unit, replicatedOn }) {
      if (state.status === "launched")
        state.course.practices.get(practice)?.replicas.push({ unit, replicatedOn });
    },
    ExemplarRecognised(state, recognition) {
      if (state.status !== "launched") return;
      const { exemplar, who } = recognition;
      const known = state.course.exemplars.get(exemplar);
      if (known) known.recognitions.push(recognition);
      else state.course.exemplars.set(exemplar, { who, recognitions: [recognition] });
    },
    MidtermReviewHeld(state, review) {
      if (state.status === "launched") state.course.reviews.push(review);
    },
    CampaignSummedUp: (state, summary) =>
      state.status === "launched" ? { ...state, status: "summedUp", summary } : undefined,
    CampaignCancelled: (state, cancellation) =>
      state.status === "draft" || state.status === "launched"
        ? { ...state, status: "cancelled", cancellation }
        : undefined,
  },
});

function frozen({ launchedOn }: { launchedOn: string }) {
  return reject<CampaignRejection>({ type: "CampaignCriteriaFrozen", data: { launchedOn } });
}

function wrongState({ status }: Campaign, ...allowed: Campaign["status"][]) {
  return reject<CampaignRejection>({ type: "CampaignInWrongState", data: { status, allowed } });
}
