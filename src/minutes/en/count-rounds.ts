import type { BallotEvent } from "../../ballot/messages.ts";
import type { RoundStep, StepData } from "../../counting/steps/count-step.ts";
import type { DataOf } from "../../kernel/messages.ts";
import type { Phrases, Say } from "../language.ts";
import { said } from "../said.ts";

type CountRound = NonNullable<DataOf<BallotEvent, "BallotCounted">["rounds"]>[number];

/** The rounds of a count: first the figures, then the conclusions. */
export function roundsEn(rounds: readonly CountRound[], say: Say): string {
  return rounds
    .map(({ figures, exhausted, conclusions }, index) => {
      const concluded = conclusions.map((step) => said(countRoundsEn, step, say));
      const counted = `Round ${say.count(index + 1)}: ${say.figures(figures)}; exhausted: ${say.exact(exhausted)}.`;
      return [counted, ...concluded].join(" ");
    })
    .join(" ");
}

const brokenBy: Record<StepData<"TieBroken">["by"], string> = {
  earlierRound: "by the latest earlier round in which they differ",
  tieOrder: "by the frozen order",
  immaterial: "because the order changes nothing",
};

const electedOn: Record<StepData<"NomineesElected">["ground"] | "quota", string> = {
  majority: "more than half of the votes",
  lastVacancies: "no more nominees are left than open seats",
  share: "all who are left have the required share",
  moreOfTwo: "more votes than the only other nominee left",
  quota: "the quota is reached",
};

const excludedFor: Record<
  StepData<"NomineesExcluded">["ground"] | StepData<"NomineeExcluded">["ground"],
  string
> = {
  lowest: "the fewest votes",
  batch: "fewer votes together than the next one has",
  allTied: "all with the fewest votes go",
  tiedTogether: "tied for last, and all of them go, whatever the order",
  minimum: "fewer votes than the minimum of the first round",
  ineligible: "cannot be elected",
  sureLosers: "can no longer reach the next one",
  undeclared: "written in, but not declared",
};

const until: Record<StepData<"RulesSet">["until"], string> = {
  majority: "somebody has more than half",
  "two-left": "two are left",
  "seats-left": "no more are left than seats",
  share: "all who are left have the required share",
};

export const countRoundsEn: Phrases<RoundStep> = {
  TieBroken: ({ action, tied, picked, by, within }, say) =>
    `${say.units(tied)} are tied${within === undefined ? "" : ` within ${votesEn(within, say)}`}; ${action === "exclude" ? `${say.unit(picked)} is excluded` : `the surplus of ${say.unit(picked)} is transferred`} first, ${brokenBy[by]}.`,

  RulesSet: (rules, say) =>
    `The nominees are ${say.units(rules.nominees)}; seats: ${say.count(rules.seats)}. ${rulesEn(rules, say)}.`,
  RoundCounted: ({ figures, exhausted, base, excluded, inactive }, say) =>
    `Votes in the round: ${say.figures(figures)}; exhausted: ${say.exact(exhausted)}${inactiveEn(inactive, say)}; a majority is measured against ${say.exact(base)}${excluded.length > 0 ? `; excluded so far, the latest first: ${groups(excluded, say)}` : ""}.`,
  NomineesElected: ({ nominees, ground }, say) => `Elected: ${say.units(nominees)} (${electedOn[ground]}).`,
  NomineesExcluded: ({ nominees, ground }, say) =>
    `Excluded: ${say.units(nominees)} (${excludedFor[ground]}).`,
  ExclusionTied: ({ tied }, say) =>
    `${say.units(tied)} are tied for last and nothing breaks the tie; the count follows the exclusion of each.`,
  LastTwoTied: ({ tied }, say) => `The last two have the same votes: ${say.units(tied)}.`,
  AllTied: ({ tied }, say) => `All who are left have the same votes: ${say.units(tied)}.`,
  CountStopped: ({ roundsMax }, say) => `The count stops; rounds allowed: ${say.count(roundsMax)}.`,
  FirstRoundCounted: ({ figures, exhausted, base, tiedForRunoff, tieOrder }, say) =>
    `First round: ${say.figures(figures)}; no vote for anybody: ${say.exact(exhausted)}; a majority is measured against ${say.exact(base)}. In a tie for the run-off, ${tiedForRunoff === "all" ? "all who are tied take part" : "the count follows every pair"}${tieOrder ? `; the frozen order is ${say.units(tieOrder)}` : ""}.`,
  RunoffOrdered: ({ fields }, say) =>
    `Nobody has more than half; the run-off is between ${say.either(fields.map((field) => say.units(field)))}.`,
  TooManyRunoffs: ({ fields }, say) =>
    `Nobody has more than half, and ${say.count(fields.length)} run-offs are possible, too many to count: all of ${everybody(fields, say)} may win.`,
  RunoffCounted: ({ figures, exhausted }, say) =>
    `Run-off: ${say.figures(figures)}; no vote for anybody: ${say.exact(exhausted)}.`,
  RunoffDecided: ({ winners, tied }, say) => {
    const level = tied.length > 0 ? `; tied for the most votes: ${say.units(tied)}` : "";
    return `The run-off goes to ${say.either(winners.map(say.unit))}${level}.`;
  },
  NextRoundOrdered: ({ seats, field, dropped, tiedForLast, onFailure }, say) =>
    `The next round for ${seats === 1 ? "one seat" : `${say.count(seats)} seats`} is among ${say.units(field)}; ${onFailure === "restrict" ? "not in it" : "dropped"}: ${say.units(dropped)}${tiedForLast.length > 0 ? `; tied for last, so none of them is dropped: ${say.units(tiedForLast)}` : ""}.`,

  QuotaSet: ({ papers, blank, seats, quota }, say) =>
    `The quota is ${say.exact(quota)}; papers: ${say.exact(papers)}, blank: ${say.exact(blank)}, seats: ${say.count(seats)}.`,
  NomineeElected: ({ nominee, votes, quota, ground }, say) =>
    `${say.unit(nominee)} is elected with ${votesEn(votes, say)} against a quota of ${say.exact(quota)} (${electedOn[ground]}).`,
  NomineeExcluded: ({ nominee, votes, ground }, say) =>
    `${say.unit(nominee)} is excluded with ${votesEn(votes, say)} (${excludedFor[ground]}).`,
  NomineeNotElected: ({ nominee }, say) =>
    `${say.unit(nominee)} is not elected, because all seats are filled.`,
  SurplusTransferred: (transfer, say) =>
    `The surplus of ${say.unit(transfer.nominee)}, ${say.exact(transfer.surplus)} of ${votesEn(transfer.votes, say)}, is transferred: ${pilesEn(transfer, say)}.`,
  PapersTransferred: (transfer, say) =>
    `All papers of ${say.unit(transfer.nominee)}, worth ${say.exact(transfer.surplus)} of ${votesEn(transfer.votes, say)}, are transferred: ${pilesEn(transfer, say)}.`,
  KeepFactorsApplied: ({ figures, keepFactors, exhausted, lost, quota, surplus }, say) =>
    `Keep factors: ${say.list(keepFactors.map(({ nominee, factor }) => `${say.unit(nominee)} ${say.exact(factor)}`))}. Votes with these factors: ${say.figures(figures)}; quota: ${say.exact(quota)}, surplus: ${say.exact(surplus)}, exhausted: ${say.exact(exhausted)}, lost by rounding: ${say.exact(lost)}.`,
  RoundClosed: ({ figures, exhausted, lost, quota, elected, excluded }, say) =>
    `Votes at the end of the round: ${say.figures(figures)}; exhausted: ${say.exact(exhausted)}, lost by rounding: ${say.exact(lost)}; quota: ${say.exact(quota)}; elected so far: ${say.units(elected)}; excluded so far: ${say.units(excluded)}.`,
  TieFollowed: ({ branch, action, tied, branches }, say) =>
    `In branch ${say.count(branch)}, ${say.units(tied)} are tied for ${action === "exclude" ? "exclusion" : "the transfer of the surplus"} and nothing breaks the tie: ${say.list(branches.map((one) => `${say.unit(one.picked)} first in branch ${say.count(one.branch)}`))}.`,
  BranchFollowed: ({ branch }, say) => `The count follows branch ${say.count(branch)}.`,
};

const votesEn = (votes: string, say: Say) => `${say.exact(votes)} ${votes === "1" ? "vote" : "votes"}`;

const groups = (lists: readonly (readonly string[])[], say: Say) => lists.map(say.units).join("; ");

const everybody = (fields: readonly (readonly string[])[], say: Say) =>
  say.units([...new Set(fields.flat())]);

function rulesEn(rules: StepData<"RulesSet">, say: Say): string {
  const share = rules.share === undefined ? "" : ` (${say.exact(rules.share)})`;
  const who = { one: "one at a time", batch: "in batches", "all-tied": "all with the fewest votes at once" };
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
