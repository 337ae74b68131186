import type { BallotEvent } from "../../ballot/messages.ts";
import type { StepData } from "../../counting/steps/count-step.ts";
import type { RoundConclusion } from "../../counting/steps/round-conclusion.ts";
import type { DataOf } from "../../kernel/messages.ts";
import type { Phrases, Say } from "../language.ts";
import { said } from "../said.ts";

type CountRound = NonNullable<DataOf<BallotEvent, "BallotCounted">["rounds"]>[number];

/**
 * The rounds of a count: first the figures, then the conclusions from them; `figuresLast` where the figures are those of
 * the end of a round.
 */
export function roundsEn(
  rounds: readonly CountRound[],
  say: Say,
  { figuresLast = false }: { figuresLast?: boolean } = {},
): string {
  return rounds
    .map(({ figures, exhausted, conclusions }, index) => {
      const concluded = conclusions.map((step) => said(countConclusionsEn, step, say));
      const votes = `${say.figures(figures)}; exhausted: ${say.exact(exhausted)}.`;
      const round = `Round ${say.count(index + 1)}`;
      if (!figuresLast || concluded.length === 0) return [`${round}: ${votes}`, ...concluded].join(" ");
      return [`${round}.`, ...concluded, `Votes at the end of the round: ${votes}`].join(" ");
    })
    .join(" ");
}

const brokenBy: Record<StepData<"TieBroken">["by"], string> = {
  earlierRound: "by the latest earlier round in which they differ",
  tieOrder: "by the frozen order",
  immaterial: "because the order changes nothing",
};

const electedOn: Record<StepData<"NomineesElected" | "NomineeElected">["ground"], string> = {
  majority: "more than half of the votes",
  activeVote: "the votes reach their share of those still in play",
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
  belowShare: "less than the share that elects",
  ineligible: "cannot be elected",
  sureLosers: "can no longer reach the next one",
  undeclared: "written in, but not declared",
  belowMinimum: "fewer votes than everybody needs once surpluses are transferred",
};

/** The conclusions from the figures of a round, in English. */
export const countConclusionsEn: Phrases<RoundConclusion> = {
  TieBroken: ({ action, tied, picked, by, within }, say) =>
    `${say.units(tied)} are tied${within === undefined ? "" : ` within ${votesEn(within, say)}`}; ${action === "exclude" ? `${say.unit(picked)} is excluded` : `the surplus of ${say.unit(picked)} is transferred`} first, ${brokenBy[by]}.`,
  NobodyVotedFor: ({ nominees }, say) =>
    `No valid paper is for any of these: ${say.units(nominees)}. A seat that only they could take stays vacant.`,
  NomineesElected: ({ nominees, ground }, say) => `Elected: ${say.units(nominees)} (${electedOn[ground]}).`,
  NomineesExcluded: ({ nominees, ground }, say) =>
    `Excluded: ${say.units(nominees)} (${excludedFor[ground]}).`,
  ExclusionTied: ({ tied }, say) =>
    `${say.units(tied)} are tied for last and nothing breaks the tie; the count follows the exclusion of each.`,
  LastTwoTied: ({ tied }, say) => `The last two have the same votes: ${say.units(tied)}.`,
  AllTied: ({ tied }, say) => `All who are left have the same votes: ${say.units(tied)}.`,
  CountStopped: ({ roundsMax }, say) => `The count stops; rounds allowed: ${say.count(roundsMax)}.`,
  RunoffOrdered: ({ fields }, say) =>
    `Nobody has more than half; the run-off is between ${say.either(fields.map((field) => say.units(field)))}.`,
  TooManyRunoffs: ({ fields }, say) =>
    `Nobody has more than half, and ${say.count(fields.length)} run-offs are possible, too many to count: all of ${everybody(fields, say)} may win.`,
  RunoffDecided: ({ winners, tied }, say) => {
    const level = tied.length > 0 ? `; tied for the most votes: ${say.units(tied)}` : "";
    return `The run-off goes to ${say.either(winners.map(say.unit))}${level}.`;
  },
  QuotaSet: ({ papers, blank, seats, quota }, say) =>
    `The quota is ${say.exact(quota)}; papers: ${say.exact(papers)}, blank: ${say.exact(blank)}, seats: ${say.count(seats)}.`,
  NomineeElected: ({ nominee, votes, quota, ground }, say) =>
    `${say.unit(nominee)} is elected with ${votesEn(votes, say)} against a quota of ${say.exact(quota)} (${electedOn[ground]}).`,
  NomineeExcluded: ({ nominee, votes, ground }, say) =>
    `${say.unit(nominee)} is excluded with ${votesEn(votes, say)} (${excludedFor[ground]}).`,
  NomineeNotElected: ({ nominee }, say) =>
    `${say.unit(nominee)} is not elected, because all seats are filled.`,
};

export const votesEn = (votes: string, say: Say) => `${say.exact(votes)} ${votes === "1" ? "vote" : "votes"}`;

const everybody = (fields: readonly (readonly string[])[], say: Say) =>
  say.units([...new Set(fields.flat())]);
