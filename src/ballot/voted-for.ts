import type { Count, Nominee, Outcome } from "../counting/rule.ts";
import { seatsFilled } from "../counting/seats.ts";
import type { CountStep } from "../counting/steps/count-step.ts";
import { supportedBy } from "./opinion.ts";
import type { PaperGroup } from "./paper.ts";

/**
 * A count in which nobody's vote elects. A nominee that no valid paper keeps, names, ranks or gives a point is not
 * elected and not tied, whatever the method: a title is given by votes, so a seat that only such nominees could take
 * stays vacant. A rule that fills its last vacancies without votes, as STV does, is counted to its end all the same.
 */
export function amongVotedFor(count: Count, papers: readonly PaperGroup[]): Count {
  const { elected, undecided } = count.outcome;
  const inQuestion = [...elected, ...(undecided?.tied ?? [])];
  const voted = votedFor(papers, inQuestion);
  const nominees = inQuestion.filter((nominee) => !voted.has(nominee));
  if (nominees.length === 0) return count;
  const { explanation, rounds } = count;
  const committees = count.committees && committeesAmong(count.committees, voted);
  const outcome = committees
    ? outcomeOfCommittees(count.outcome, committees)
    : outcomeAmong(count.outcome, voted);
  const nobody: CountStep = { type: "NobodyVotedFor", data: { nominees } };
  const isLast = (index: number) => index === rounds.length - 1;
  return {
    ...count,
    outcome,
    ...(committees && { committees }),
    // Of many combinations there may be fewer among those left.
    ...(count.unlisted && { unlisted: "notFollowed" }),
    rounds: rounds.map((round, index) => ({
      ...round,
      conclusions: [...stepsAmong(round.conclusions, voted), ...(isLast(index) ? [nobody] : [])],
    })),
    explanation: [...stepsAmong(explanation, voted), nobody, seatsFilled(outcome)],
  };
}

/** The steps without those that give a seat to a nominee whom nobody voted for, and without the conclusion. */
function stepsAmong(steps: readonly CountStep[], voted: ReadonlySet<Nominee>): CountStep[] {
  return steps.flatMap((step): CountStep[] => {
    if (step.type === "SeatsFilled") return [];
    if (step.type === "NomineeElected") return voted.has(step.data.nominee) ? [step] : [];
    if (step.type !== "NomineesElected") return [step];
    const nominees = step.data.nominees.filter((nominee) => voted.has(nominee));
    return nominees.length > 0 ? [{ ...step, data: { ...step.data, nominees } }] : [];
  });
}

function outcomeAmong(
  { elected, notElected, undecided, vacant }: Outcome,
  voted: ReadonlySet<Nominee>,
): Outcome {
  const among = (nominees: readonly Nominee[]) => nominees.filter((nominee) => voted.has(nominee));
  const others = (nominees: readonly Nominee[]) => nominees.filter((nominee) => !voted.has(nominee));
  const { tied, seats } = undecided ?? { tied: [], seats: 0 };
  const left = among(tied);
  const isTied = left.length > seats;
  return {
    elected: [...among(elected), ...(isTied ? [] : left)],
    notElected: [...notElected, ...others(elected), ...others(tied)],
    ...(isTied && { undecided: { tied: left, seats } }),
    vacant: vacant + others(elected).length + (isTied ? 0 : seats - left.length),
  };
}

/** Whoever is left in all committees is elected, and tied is who is left in some: not all left may be elected together. */
function outcomeOfCommittees(
  { elected, notElected, undecided, vacant }: Outcome,
  committees: NonNullable<Count["committees"]>,
): Outcome {
  const all = [...elected, ...(undecided?.tied ?? [])];
  const inAll = all.filter((nominee) => committees.every((names) => names.includes(nominee)));
  const inSome = all.filter((nominee) => committees.some((names) => names.includes(nominee)));
  const tied = inSome.filter((nominee) => !inAll.includes(nominee));
  const filled = committees[0]?.length ?? 0;
  const seats = elected.length + (undecided?.seats ?? 0) + vacant;
  return {
    elected: inAll,
    notElected: [...notElected, ...all.filter((nominee) => !inSome.includes(nominee))],
    ...(tied.length > 0 && { undecided: { tied, seats: filled - inAll.length } }),
    vacant: seats - filled,
  };
}

/** The committees without nominees that nobody voted for: those that seat the most of the others, each once. */
function committeesAmong(committees: Count["committees"] = [], voted: ReadonlySet<Nominee>) {
  const among = committees.map((names) => names.filter((name) => voted.has(name)));
  const most = Math.max(...among.map((names) => names.length));
  const distinct = new Map(among.map((names) => [JSON.stringify(names), names]));
  return [...distinct.values()].filter((names) => names.length === most);
}

/** Who has a vote on these papers. It stops reading once all who are in question have one. */
function votedFor(papers: readonly PaperGroup[], inQuestion: readonly Nominee[]): Set<Nominee> {
  const voted = new Set<Nominee>();
  const left = new Set(inQuestion);
  for (const { paper } of papers) {
    if (left.size === 0) break;
    for (const nominee of supportedBy(paper)) {
      voted.add(nominee);
      left.delete(nominee);
    }
  }
  return voted;
}
