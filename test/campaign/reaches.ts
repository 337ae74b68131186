import { CampaignCommand } from "../../src/campaign/messages.ts";
import { type Scenario, sentOn } from "../support/reach.ts";
import {
  cancel,
  directive,
  draft,
  duties,
  emulation,
  extend,
  issuePlan,
  launch,
  practice,
  recognise,
  replicate,
  review,
  steward,
  sumUp,
} from "./life.ts";

const { create } = CampaignCommand;
const launched = [draft, duties, launch];
const found = [...launched, practice];
const launching = (changes: Partial<(typeof launch)["data"]>) =>
  create.LaunchCampaign({ ...launch.data, ...changes });

/** What the lives of a campaign do not reach. */
export const reaches: Scenario<CampaignCommand>[] = [
  ["nothing is drafted", [], launch],
  ["it is over", [draft, cancel], launch],
  ["it is drafted otherwise", [draft], create.DraftCampaign({ ...draft.data, kind: "thematic" })],
  ["it closes as it opens", [], create.DraftCampaign({ ...draft.data, closesOn: draft.data.opensOn })],
  ["it was launched tomorrow", [draft, duties], sentOn(launch, "2021-12-28")],
  ["it is launched after its end", [draft, duties], launching({ launchedOn: "2023-01-01" })],
  ["it is launched without criteria", [draft], launch],
  ["it is launched before its directive", [draft, duties], launching({ launchedOn: "2021-12-28" })],
  [
    "the enrolment closes as it opens",
    [draft, duties],
    launching({ enrolment: { who: "volunteers", opensOn: "2022-01-01", closesOn: "2022-01-01" } }),
  ],
  [
    "the enrolment is longer than the campaign",
    [draft, duties],
    launching({ enrolment: { who: "volunteers", opensOn: "2022-01-01", closesOn: "2023-01-02" } }),
  ],
  ["a criterion comes after the launch", launched, emulation],
  [
    "a result is of a criterion that is not there",
    launched,
    create.SumUpCampaign({ ...sumUp.data, results: [{ field: "Khác", result: "Tốt", criterion: "other" }] }),
  ],
  [
    "a field has two results",
    launched,
    create.SumUpCampaign({
      ...sumUp.data,
      results: ["Tốt", "Khá"].map((result) => ({ field: "Chuyên môn", result })),
    }),
  ],
  [
    "it is summed up before its launch",
    launched,
    create.SumUpCampaign({ ...sumUp.data, summedUpOn: "2021-12-28" }),
  ],
  [
    "it is cancelled before its launch",
    launched,
    create.CancelCampaign({ ...cancel.data, cancelledOn: "2021-12-28" }),
  ],
  [
    "the plan cites another directive",
    launched,
    create.IssueCampaignPlan({ ...issuePlan.data, directive: { ...directive, number: "13/CT-UBND" } }),
  ],
  [
    "the plan is older than the directive",
    launched,
    create.IssueCampaignPlan({ ...issuePlan.data, plan: { ...issuePlan.data.plan, issuedOn: "2021-12-28" } }),
  ],
  [
    "the plan has a number that is taken",
    [...launched, issuePlan],
    create.IssueCampaignPlan({ ...issuePlan.data, chair: "police" }),
  ],
  [
    "the plan is of another chair",
    [...launched, steward],
    create.IssueCampaignPlan({ ...issuePlan.data, chair: "police" }),
  ],
  [
    "another unit was in the chair before",
    [draft, steward],
    create.NameCampaignSteward({ chair: "police", since: "2022-01-04" }),
  ],
  [
    "it is extended to its own end",
    launched,
    create.ExtendCampaign({ ...extend.data, closesOn: "2023-01-01" }),
  ],
  [
    "it is extended when it is over",
    launched,
    create.ExtendCampaign({ ...extend.data, extendedOn: "2023-01-01" }),
  ],
  ["a practice is taken", found, create.RecordPractice({ ...practice.data, title: "Tên khác" })],
  [
    "a practice is found before the campaign",
    launched,
    create.RecordPractice({ ...practice.data, foundOn: "2021-12-28" }),
  ],
  ["a practice is not known", launched, replicate],
  [
    "a unit takes its own practice over",
    found,
    create.ReplicatePractice({ ...replicate.data, unit: "police" }),
  ],
  [
    "it is taken over before it is found",
    found,
    create.ReplicatePractice({ ...replicate.data, replicatedOn: "2022-02-14" }),
  ],
  [
    "a unit takes it over twice",
    [...found, replicate],
    create.ReplicatePractice({ ...replicate.data, replicatedOn: "2022-05-21" }),
  ],
  [
    "another unit has that exemplar",
    [...launched, recognise],
    create.RecogniseExemplar({ ...recognise.data, who: { kind: "unit", unit: "court" } }),
  ],
  [
    "an authority commends it again",
    [...launched, recognise],
    create.RecogniseExemplar({ ...recognise.data, merit: "Thành tích khác" }),
  ],
  [
    "it is commended before the campaign",
    launched,
    create.RecogniseExemplar({ ...recognise.data, recognisedOn: "2021-12-28" }),
  ],
  [
    "there is a review of that day",
    [...launched, review],
    create.HoldMidtermReview({ ...review.data, findings: [] }),
  ],
  [
    "there are as many criteria as there may be",
    [
      draft,
      ...Array.from({ length: 100 }, (_, at) =>
        create.SetCampaignCriterion({ ...duties.data, criterion: `c${at}` }),
      ),
    ],
    duties,
  ],
];
