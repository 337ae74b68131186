import type { CountStep, StepData } from "../../counting/steps/count-step.ts";
import { isOnlyBranch } from "../branches.ts";
import type { CountLanguage } from "../counting/step-sentence.ts";
import type { Phrases, Say } from "../language.ts";
import { countRoundsEn } from "./count-rounds.ts";
import { sayEn } from "./say.ts";

const tiebreaks: Record<StepData<"TiebreakApplied">["by"], string> = {
  pairings: "pairings that each lost among them, fewer is better",
  papers: "papers that score each above the others",
  sums: "sums of scores",
  highestScores: "papers with the highest score",
  tieOrder: "place in the frozen order, earlier is better",
};

const strengths: Record<StepData<"OppositionMeasured" | "PathsMeasured">["strength"], string> = {
  "winning-votes": "by the votes for the winner of a pair",
  margins: "by the lead of the winner of a pair",
  "pairwise-opposition": "by all votes for the other nominee",
  ratio: "by the votes for the winner divided by those against",
};

const variants: Record<StepData<"PairsWon">["variant"], string> = {
  wins: "pairs won",
  "wins-minus-losses": "pairs won minus pairs lost",
  "second-order": "pairs won, and half of the pairs drawn",
};

const steps: Phrases<CountStep> = {
  ...countRoundsEn,

  FiguresCounted: ({ figures, seats, fewestFirst }, say) =>
    `Figures: ${say.figures(figures)}; seats: ${say.count(seats)}${fewestFirst ? "; the lowest figures are the best" : ""}.`,
  TieOrderApplied: ({ tied, seats, tieOrder }, say) =>
    `${say.units(tied)} are tied for ${seatsEn(seats, say)}; the frozen order decides: ${say.units(tieOrder)}.`,
  BranchUnexplored: ({ branchesMax, branch, elected, continuing }, say) =>
    `Ties lead to more branches than the ${say.count(branchesMax)} that the count follows${branch === undefined ? "" : `; it does not follow branch ${say.count(branch)}`}; what the other branches leave open stays undecided${elected ? `; elected in this branch already: ${say.units(elected)}` : ""}${continuing ? `; may still be elected: ${say.units(continuing)}` : ""}.`,
  BranchSettled: ({ branch, elected, continuing }, say) =>
    `${branch === undefined ? "A branch" : `Branch ${say.count(branch)}`} of the tie is not followed, since it changes nothing: whoever it may elect is elected in another branch${elected.length > 0 ? `; elected in it already: ${say.units(elected)}` : ""}${continuing.length > 0 ? `; still continuing: ${say.units(continuing)}` : ""}.`,
  ThresholdApplied: ({ figures, seats, needed, passed, tieOrder }, say) =>
    `Votes needed: ${needed === undefined ? "more than there are" : say.exact(needed)}; votes: ${say.figures(figures)}; passed: ${say.units(passed)}; seats: ${say.count(seats)}${tieOrder ? `; the frozen order is ${say.units(tieOrder)}` : ""}.`,
  SeatsFilled: ({ elected, notElected, undecided, vacant }, say) =>
    `${[
      elected.length > 0 ? `Elected: ${say.units(elected)}` : "Nobody is elected",
      ...(undecided ? [`tied for ${seatsEn(undecided.seats, say)}: ${say.units(undecided.tied)}`] : []),
      ...(notElected.length > 0 ? [`not elected: ${say.units(notElected)}`] : []),
      ...(vacant > 0 ? [`seats vacant: ${say.count(vacant)}`] : []),
    ].join("; ")}.`,

  PapersCounted: ({ papers, blank }, say) =>
    `Papers: ${say.exact(papers)}, of which blank: ${say.exact(blank)}.`,
  BaseTaken: ({ of, figure, valid, threshold, votesNeeded }, say) =>
    `A nominee needs ${say.bar({ ...threshold, base: of })} (${say.exact(figure)}); valid papers: ${say.exact(valid)}; votes needed: ${votesNeeded === undefined ? "more than there are" : say.exact(votesNeeded)}.`,
  ThresholdMet: (opinions, say) => `${opinionsEn(opinions, say)}: the threshold is met.`,
  ThresholdMissed: (opinions, say) => `${opinionsEn(opinions, say)}: the threshold is not met.`,
  ScoresAdded: ({ figures }, say) => `Sums of scores: ${say.figures(figures)}.`,
  TiebreakApplied: ({ contest, by, places, figures, advanced, left }, say) =>
    `For ${placesEn(contest, places, say)}, ${tiebreaks[by]}: ${say.figures(figures)}; placed: ${say.units(advanced)}; still tied: ${say.units(left)}.`,
  TieUnbroken: ({ contest, tied, places }, say) =>
    `${say.units(tied)} stay tied for ${placesEn(contest, places, say)}; the count follows each of them.`,

  PairsCompared: ({ nominees, seats, papers, pairs }, say) =>
    `Pairs among ${say.units(nominees)}; seats: ${say.count(seats)}, papers: ${say.exact(papers)}. Papers that prefer the first or the second: ${listed(pairs, ({ first, second, forFirst, forSecond }) => `${say.unit(first)} ${say.exact(forFirst)}, ${say.unit(second)} ${say.exact(forSecond)}`)}.`,
  PairsWon: ({ variant, figures, figuresOfBeaten }, say) =>
    `Points by ${variants[variant]}: ${say.figures(figures)}${figuresOfBeaten ? `; points of those beaten: ${say.figures(figuresOfBeaten)}` : ""}.`,
  OppositionMeasured: ({ strength }) =>
    `The figure of each nominee is the strongest opposition in any pair, ${strengths[strength]}.`,
  PathsMeasured: ({ strength, paths }, say) =>
    `Strongest paths, ${strengths[strength]}: ${listed(paths, ({ from, to, strength: width }) => `${say.unit(from)} to ${say.unit(to)} ${say.exact(width)}`)}.`,
  VictoriesRanked: ({ strength, equalVictories, groups }, say) =>
    `Victories from the strongest, ${strengths[strength]}: ${groups.map((group) => victoriesEn(group, say)).join("; then ") || "–"}. Equal ones are taken ${equalVictories === "together" ? "together" : "in every order"}.`,
  OrdersFollowed: ({ results, lockedInAll }, say) =>
    `Results of all orders: ${say.count(results)}; locked in all of them: ${victoriesEn(lockedInAll, say)}.`,

  SeatToGreatest: (seat, say) =>
    `${branchEn(seat, say)}; sums: ${say.figures(seat.figures)}. The next seat goes to the greatest: ${nextEn(seat, say)}.`,
  SeatFilled: (seat, say) =>
    `${branchEn(seat, say)}. The next seat goes to the winner of the run-off: ${nextEn(seat, say)}.`,
  BoughtAtLeastPrice: (seat, say) =>
    `${branchEn(seat, say)}; price for each supporter: ${listed(seat.prices, ({ nominee, price }) => `${say.unit(nominee)} ${say.exact(price)}`)}. The next seat goes to the lowest price: ${nextEn(seat, say)}.`,
  AffordableSoonest: (seat, say) =>
    `${branchEn(seat, say)}; nobody is affordable. Further money until the nominee is affordable: ${listed(seat.waits, ({ nominee, wait }) => `${say.unit(nominee)} ${say.exact(wait)}`)}. The next seat goes to the least: ${nextEn(seat, say)}.`,
  FilledByApprovals: (seat, say) =>
    `${branchEn(seat, say)}; nobody is affordable. Papers that keep each: ${say.figures(seat.figures)}. The next seat goes to the highest number: ${nextEn(seat, say)}.`,
  NobodyAffordable: (seat, say) =>
    `${branchEn(seat, say)}; nobody is affordable, and the branch ends: ${nextEn(seat, say)}.`,
  SeatsPaid: ({ seatsPaid, papers, filled, unfilled }, say) =>
    `Papers: ${say.exact(papers)}; seats whose price they share: ${say.exact(seatsPaid)}; committees complete: ${say.count(filled)}; branches that ended early: ${say.count(unfilled.length)}.`,
  NomineesAlike: ({ classes }, say) => `Nominees whom the same papers keep: ${groups(classes, say)}.`,
  CommitteesScored: ({ counts, score }, say) =>
    `Elected by class ${countsEn(counts, say)}: score ${say.exact(score)}.`,
  BranchPruned: ({ counts, score }, say) =>
    `Elected by class, beginning with ${countsEn(counts, say)}: the score is at most ${say.exact(score)}, which is too little.`,
  GreatestScore: ({ score, counts }, say) =>
    `The greatest score is ${say.exact(score)}; elected by class: ${listed(counts, (one) => countsEn(one, say))}.`,
  CommitteesElected: ({ committees }, say) => {
    const isOfUnits = committees.every((names) => names.length === 1);
    const which = committees.length === 1 ? "The best" : "Equally good";
    return `${which}${isOfUnits ? "" : committees.length === 1 ? " committee" : " committees"}: ${groups(committees, say)}.`;
  },
  TooManyCommittees: ({ certain, possible }, say) =>
    `Too many committees are equally good to list. In all of them: ${say.units(certain)}; in some: ${say.units(possible)}.`,
};

/** Each step of a count in English. */
export const countStepsEn: CountLanguage = { code: "en", say: sayEn, steps };

const listed = <T>(items: readonly T[], said: (item: T) => string) => items.map(said).join("; ") || "–";

const groups = (lists: readonly (readonly string[])[], say: Say) => listed(lists, say.units);

const seatsEn = (seats: number, say: Say) => (seats === 1 ? "one seat" : `${say.count(seats)} seats`);

const placesEn = (contest: "runoff" | "seat", places: number, say: Say) =>
  contest === "seat" ? "the seat" : `${say.count(places)} of the places in the run-off`;

const opinionsEn = (opinions: StepData<"ThresholdMet">, say: Say) =>
  `${say.unit(opinions.nominee)}: for ${say.exact(opinions.for)}, against ${say.exact(opinions.against)}, no opinion ${say.exact(opinions.noOpinion)}`;

const victoriesEn = (victories: StepData<"OrdersFollowed">["lockedInAll"], say: Say) =>
  victories
    .map(
      ({ winner, loser, strength }) => `${say.unit(winner)} over ${say.unit(loser)} ${say.exact(strength)}`,
    )
    .join(", ") || "–";

const branchEn = (seat: StepData<"SeatFilled">, say: Say) => {
  const elected = `lected so far: ${say.units(seat.elected)}`;
  return isOnlyBranch(seat) ? `E${elected}` : `Branch ${say.count(seat.branch)}, e${elected}`;
};

const nextEn = (seat: StepData<"SeatFilled">, say: Say) =>
  say.either(
    seat.next.map(({ nominee, branch }) =>
      isOnlyBranch(seat) ? say.unit(nominee) : `${say.unit(nominee)} (branch ${say.count(branch)})`,
    ),
  );

const countsEn = (counts: readonly number[], say: Say) =>
  counts.length === 0 ? "–" : `(${counts.map(say.count).join(", ")})`;
