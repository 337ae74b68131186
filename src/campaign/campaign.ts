import { decider } from "../kernel/decider.ts";
import { objectionToDate, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import { decideCourse, evolveCourse } from "./course.ts";
import { decideGoodExamples, evolveGoodExamples } from "./good-examples.ts";
import { CampaignCommand, CampaignEvent, CampaignRejection } from "./messages.ts";
import { decidePreparation, evolvePreparation } from "./preparation.ts";
import { lastDayOf } from "./questions.ts";
import type { Campaign, CommandData, Terms } from "./state.ts";

/**
 * The campaign (phong trào thi đua): prepared with its criteria, launched under a directive, carried out, and summed
 * up once. Its terms do not change after the launch. What follows the launch may come in any order.
 */
export const campaign = /* @__PURE__ */ decider<Campaign, CampaignCommand, CampaignEvent, CampaignRejection>({
  name: "Campaign",
  commands: CampaignCommand,
  events: CampaignEvent,
  rejections: CampaignRejection,
  initialState: { status: "blank" },

  decide: {
    ...decidePreparation,
    ...decideCourse,
    ...decideGoodExamples,

    SumUpCampaign: during(["launched"], {
      already: (state, summary) => state.status === "summedUp" && same(state.summary, summary),
      done: ({ summedUpOn, report }) => [summedUpOn, report.issuedOn],
      decide(state, summary) {
        const objection =
          objectionToResults(state, summary.results) ??
          objectionToDate(summary.summedUpOn, { earliest: lastDayOf(state) });
        return unless(objection, { type: "CampaignSummedUp", data: summary });
      },
    }),

    CancelCampaign: during(["draft", "launched"], {
      already: (state, cancellation) =>
        state.status === "cancelled" && same(state.cancellation, cancellation),
      done: ({ cancelledOn, document }) => [cancelledOn, document.issuedOn],
      decide(state, cancellation) {
        const earliest = state.status === "launched" ? lastDayOf(state) : undefined;
        const objection = objectionToDate(cancellation.cancelledOn, { earliest });
        return unless(objection, { type: "CampaignCancelled", data: cancellation });
      },
    }),
  },

  evolve: {
    ...evolvePreparation,
    ...evolveCourse,
    ...evolveGoodExamples,
    CampaignSummedUp: from(["launched"], (state, summary) => {
      const objection = objectionToResults(state, summary.results);
      if (objection) contradiction(`its results are not possible: ${objection.type}`);
      return { ...state, status: "summedUp", summary };
    }),
    CampaignCancelled: from(["draft", "launched"], (state, cancellation) => ({
      ...state,
      status: "cancelled",
      cancellation,
    })),
  },
});

/** Each field has one result, and each criterion named is one of the campaign. */
function objectionToResults(
  { criteria }: Terms,
  results: CommandData<"SumUpCampaign">["results"],
): CampaignRejection | undefined {
  const fields = new Set<string>();
  for (const { field, criterion } of results) {
    if (fields.has(field)) return { type: "FieldNamedTwice", data: { field } };
    if (criterion !== undefined && !criteria.some((one) => one.criterion === criterion))
      return { type: "CampaignCriterionUnknown", data: { criterion } };
    fields.add(field);
  }
  return undefined;
}
