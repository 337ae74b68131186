import type { OpenWords } from "../open-words.ts";

export const openPointsEn: OpenWords = {
  nothing: "Nothing is open.",
  nothingSettled: "Nothing was settled by hand.",
  since: ({ since, due, isOverdue }, say) =>
    `Open since ${say.date(since)}${due === undefined ? "" : `, due on ${say.date(due)}`}${isOverdue ? " (overdue)" : ""}.`,
  cause: ({ fact, about, recordedOn }, say) =>
    `Cause: ${fact}${about === undefined ? "" : ` (${about})`}${recordedOn === undefined ? "" : `, recorded on ${say.date(recordedOn)}`}.`,
  refusal: (sentence) => `It could not be done: ${sentence}`,
  ready: (deeds, isInOrder) => `To settle it: ${deeds.join(isInOrder ? "; then " : "; or ")}.`,
  noneReady: {
    missing: "To settle it: record what is missing, or settle it by hand with a reason.",
    mismatch: "To settle it: set right what does not match, or settle it by hand with a reason.",
    complaint: "To settle it: wait for the answer to the complaint, or settle it by hand with a reason.",
    decision: "To settle it: decide on it, or settle it by hand with a reason.",
    byHand: "To settle it: settle it by hand with a reason.",
  },
  settled: ({ by, reason, settledOn }, say) =>
    `Settled by hand by ${by} on ${say.date(settledOn)}; reason: ${reason}.`,
};
