import type { RoundStep, StepData } from "../../counting/steps/count-step.ts";
import type { Phrases, Say } from "../language.ts";
import { countConclusionsEn, votesEn } from "./count-conclusions.ts";

const until: Record<StepData<"RulesSet">["until"], string> = {
  majority: "somebody has more than half",
  "two-left": "two are left",
  "seats-left": "no more are left than seats",
  share: "all who are left have the required share",
};

/** Each step of a count in rounds, in English. */
export const countRoundsEn: Phrases<RoundStep> = {
  ...countConclusionsEn,

  RulesSet: (rules, say) =>
    `The nominees are ${say.units(rules.nominees)}; seats: ${say.count(rules.seats)}. ${rulesEn(rules, say)}.`,
  RoundCounted: ({ figures, exhausted, base, excluded, inactive }, say) =>
    `Votes in the round: ${say.figures(figures)}; exhausted: ${say.exact(exhausted)}${inactiveEn(inactive, say)}; a majority is measured against ${say.exact(base)}${excluded.length > 0 ? `; excluded so far, the latest first: ${groups(excluded, say)}` : ""}.`,
  FirstRoundCounted: ({ figures, exhausted, base, tiedForRunoff, tieOrder }, say) =>
    `First round: ${say.figures(figures)}; no vote for anybody: ${say.exact(exhausted)}; a majority is measured against ${say.exact(base)}. In a tie for the run-off, ${tiedForRunoff === "all" ? "all who are tied take part" : "the count follows every pair"}${tieOrder ? `; the frozen order is ${say.units(tieOrder)}` : ""}.`,
  RunoffCounted: ({ figures, exhausted }, say) =>
    `Run-off: ${say.figures(figures)}; no vote for anybody: ${say.exact(exhausted)}.`,
  NextRoundOrdered: ({ seats, field, dropped, tiedForLast, onFailure }, say) =>
    `The next round for ${seats === 1 ? "one seat" : `${say.count(seats)} seats`} is among ${say.units(field)}; ${onFailure === "restrict" ? "not in it" : "dropped"}: ${say.units(dropped)}${tiedForLast.length > 0 ? `; tied for last, so none of them is dropped: ${say.units(tiedForLast)}` : ""}.`,
  SurplusTransferred: (transfer, say) =>
    `The surplus of ${say.unit(transfer.nominee)}, ${say.exact(transfer.surplus)} of ${votesEn(transfer.votes, say)}, is transferred: ${pilesEn(transfer, say)}.`,
  SurplusDrawn: ({ nominee, votes, surplus, every, passedOver, to }, say) =>
    `The surplus of ${say.unit(nominee)}, ${say.exact(surplus)} of ${votesEn(votes, say)}, is drawn as whole papers, ${every === 1 ? "each in its turn" : `one in every ${say.count(every)}`}: ${say.list(to.map((receipt) => `${say.unit(receipt.nominee)} ${say.exact(receipt.papers)}`)) || "–"}; passed over, as they name nobody who can take them: ${say.exact(passedOver)}.`,
  PapersTransferred: (transfer, say) =>
    `All papers of ${say.unit(transfer.nominee)}, worth ${say.exact(transfer.surplus)} of ${votesEn(transfer.votes, say)}, are transferred: ${pilesEn(transfer, say)}.`,
  KeepFactorsApplied: ({ figures, keepFactors, exhausted, lost, quota, surplus }, say) =>
    `Keep factors: ${say.list(keepFactors.map(({ nominee, factor }) => `${say.unit(nominee)} ${say.exact(factor)}`))}. Votes with these factors: ${say.figures(figures)}; quota: ${say.exact(quota)}, surplus: ${say.exact(surplus)}, exhausted: ${say.exact(exhausted)}, lost by rounding: ${say.exact(lost)}.`,
  RoundClosed: ({ figures, exhausted, lost, quota, elected, excluded }, say) =>
    `Votes at the end of the round: ${say.figures(figures)}; exhausted: ${say.exact(exhausted)}, lost by rounding: ${say.exact(lost)}; quota: ${say.exact(quota)}; elected so far: ${say.units(elected)}; excluded so far: ${say.units(excluded)}.`,
  TieFollowed: ({ branch, action, tied, branches }, say) =>
    `In branch ${say.count(branch)}, ${say.units(tied)} are tied for ${action === "exclude" ? "exclusion" : "the transfer of the surplus"} and nothing breaks the tie: ${say.list(branches.map((one) => `${say.unit(one.picked)} first in branch ${say.count(one.branch)}`))}.`,
  ExchangesFound: ({ exchanges }, say) =>
    `The papers stay the same when nominees are exchanged, so each of those exchanged can come to what the other can: ${exchanged(exchanges, say)}.`,
  BranchFollowed: ({ branch }, say) => `The count follows branch ${say.count(branch)}.`,
};

const exchanged = (exchanges: StepData<"ExchangesFound">["exchanges"], say: Say) => {
  const pairs = exchanges.flat().map(({ nominee, by }) => `${say.unit(nominee)} for ${say.unit(by)}`);
  return say.list([...new Set(pairs)]) || "–";
};
const groups = (lists: readonly (readonly string[])[], say: Say) => lists.map(say.units).join("; ");

function rulesEn(rules: StepData<"RulesSet">, say: Say): string {
  const share = rules.share === undefined ? "" : ` (${say.exact(rules.share)})`;
  const who = {
    one: "one at a time",
    batch: "in batches",
    "all-tied": "all with the fewest votes at once",
    "below-share": "all below the share at once",
  };
  return [
    `The count goes on until ${until[rules.until]}${share}`,
    `a majority is measured against the votes of ${rules.of === "round" ? "the round" : "the first round"}`,
    `the lowest are excluded ${who[rules.eliminate]}`,
    ...(rules.minimumVotes === "0" ? [] : [`minimum in the first round: ${say.exact(rules.minimumVotes)}`]),
    ...(rules.ineligible.length > 0 ? [`cannot be elected: ${say.units(rules.ineligible)}`] : []),
    ...(rules.lookBack ? ["earlier rounds break ties for last"] : []),
    ...(rules.tieOrder ? [`the frozen order is ${say.units(rules.tieOrder)}`] : []),
    ...(rules.roundsMax === undefined ? [] : [`rounds allowed: ${say.count(rules.roundsMax)}`]),
    `the count follows at most ${say.count(rules.branchesMax)} ${rules.branchesMax === 1 ? "branch" : "branches"} of ties`,
    ...(rules.historyMatters
      ? ["the nominee that a paper counts for depends on the order of exclusions"]
      : []),
  ].join("; ");
}

/** Why some papers count for nobody. */

function inactiveEn(inactive: StepData<"RoundCounted">["inactive"], say: Say): string {
  if (inactive === undefined) return "";
  const { choicesExhausted, overvoted, ranksSkipped, repeated, blank } = inactive;
  const reasons = [
    ["no choice left", choicesExhausted],
    ["several nominees at one rank", overvoted],
    ["ranks skipped", ranksSkipped],
    ["a nominee repeated", repeated],
    ["blank papers", blank],
  ] as const;
  const some = reasons.filter(([, papers]) => papers !== "0");
  return some.length === 0
    ? ""
    : ` (${some.map(([reason, papers]) => `${reason} ${say.exact(papers)}`).join(", ")})`;
}

function pilesEn({ piles, lost }: StepData<"SurplusTransferred">, say: Say): string {
  const moved = piles.map(({ papers, value, passedOn, to }) => {
    const receivers = to.map(
      (receipt) =>
        `${receipt.nominee === null ? "exhausted" : say.unit(receipt.nominee)} ${say.exact(receipt.papers)}`,
    );
    return `${say.exact(papers)} ${papers === "1" ? "paper" : "papers"} of value ${say.exact(value)} passed on at ${say.exact(passedOn)} (${say.list(receivers)})`;
  });
  return `${moved.join("; ") || "no paper"}; lost by rounding: ${say.exact(lost)}`;
}
