import type { BallotEvent, BallotRejection } from "../../ballot/messages.ts";
import type { DataOf } from "../../kernel/messages.ts";
import {
  type Counted,
  type Deciding,
  decidingOf,
  inRecordOrder,
  isClosing,
  lineKindOf,
  type MethodKind,
} from "../ballot-figures.ts";
import type { Say } from "../language.ts";
import { roundsEn } from "./count-conclusions.ts";
import { basesAloudEn, basesEn } from "./say.ts";

// The result of a ballot as a sentence.

type Certified = DataOf<BallotEvent, "BallotCertified">;
type InvalidReason = DataOf<BallotRejection, "VoteInvalid">["reason"];
type Outcome = Counted["outcome"];
type SeatDecided = NonNullable<Counted["seatBySeat"]>[number];

/** Why a paper is invalid. A paper with too many points has the same reason as one that contradicts itself. */
export const invalidReasonsEn: Record<InvalidReason, string> = {
  notIssued: "it is not a paper that was issued",
  tooManyNames: "it keeps too many names",
  addedName: "it adds a name that is not on the list",
  unreadable: "it cannot be read",
  contradictory: "it contradicts itself or gives more points than allowed",
  severalFirst: "it places several first",
};

const secrecy = {
  fewPapers: "too few papers are valid",
  fewHands: "too few units received the papers",
  unanimous: "the papers are all the same",
  sameOpinion: "the papers all say the same of one nominee",
  heavyUnit: "only one choice has enough papers for a unit with many votes",
  noSelfVote: "no unit may vote for itself, and so it is known how some have voted",
  signatures: "one paper is unlike all others, and its voter may have marked it so",
};

const decides: Record<Deciding, string> = {
  rounds: "Rounds on the same papers decide, and not first preferences alone.",
  ranks: "Points for each rank decide, and not first preferences alone.",
  pairs: "The comparison of every two nominees decides, and not first preferences alone.",
  lastTwo: "The two with the most points are compared: whoever more papers place above the other is elected.",
  proportion: "The seats are shared out in proportion among the papers.",
};

/** What gave a seat, by a method that fills seats one by one. */
const seatsBy: Record<SeatDecided["by"], string> = {
  sum: "the sum of shares of papers",
  price: "the price for each supporter, the least is best",
  wait: "the further money of each paper until it can be paid, the least is best",
  approvals: "the papers that keep it",
  papers: "the papers that place it above the other of the last two",
  points: "the points",
  highestScores: "the papers with the highest score",
};

/** What the deciding figures are, by the methods that have them. */
const decidingFigures: Partial<Record<MethodKind, string>> = {
  borda: "the Borda points",
  copeland: "the score of the pairs",
  minimax: "the strongest opposition (the least is best)",
  schulze: "how many others each is above",
  rankedPairs: "how many others each is above",
  star: "the papers that place one of the two with the most points above the other",
};

export function countEn(count: Counted, say: Say): string {
  const { equalFirst, form, invalidReasons = [], method, rounds = [], secrecyImpossible, withheld } = count;
  const kind = lineKindOf(count, method);
  const reasons = invalidReasons.map(({ reason, papers }) => {
    const isRanked = reason === "contradictory" && kind !== "points";
    return `${isRanked ? "it contradicts itself" : invalidReasonsEn[reason]}: ${say.count(papers)}`;
  });
  const severalFirst =
    equalFirst &&
    `Papers that place several first: ${say.count(equalFirst.papers)}, ${equalFirst.are === "invalid" ? "invalid as the terms say" : "each counted in equal parts for those it places first, as the terms say"}.`;
  const open =
    secrecyImpossible.length > 0 &&
    `The secrecy of the vote cannot be guaranteed, since ${say.list(secrecyImpossible.map((one) => secrecy[one]))}.`;
  const said = withheld
    ? ["The votes for each nominee are not published.", severalFirst]
    : [linesEn(count, say), severalFirst, decidingEn(count, say), open];
  return [
    `${form === undefined ? "Result of the count" : "Result of the vote"}: ${papersEn(count, say, reasons)}.`,
    ...said,
    rounds.length > 0 && !withheld && roundsEn(rounds, say, { figuresLast: isClosing(rounds, method) }),
    outcomeEn(inRecordOrder(count.outcome, count, method), say),
  ]
    .filter((part) => typeof part === "string")
    .join(" ");
}

/** How many papers there are of each sort; hands and calls are neither issued nor returned. */
function papersEn(
  { figures, form }: Pick<Counted, "figures" | "form">,
  say: Say,
  reasons: readonly string[] = [],
): string {
  const { issued, returned, valid, invalid, blank, spoiled } = figures;
  const why = reasons.length > 0 ? ` (${reasons.join("; ")})` : "";
  const given = form === undefined ? "returned" : "given";
  const all =
    form === undefined
      ? `papers issued ${say.count(issued)}, returned ${say.count(returned)}`
      : `votes in all ${say.count(issued)}, given ${say.count(returned)}`;
  const replaced = spoiled > 0 ? `; spoiled and replaced: ${say.count(spoiled)}` : "";
  return `${all}, valid ${say.count(valid)}, invalid ${say.count(invalid)}${why}; blank among those ${given}: ${say.count(blank)}${replaced}`;
}

function linesEn(count: Counted, say: Say): string {
  const { base, form, lines, method } = count;
  const bases = form === undefined ? basesEn : basesAloudEn;
  const share = (votes: number) => say.percent({ votes, base: base.figure });
  const needed = (base.votesNeeded ?? 0) > 0 ? `, at least ${say.count(base.votesNeeded ?? 0)} needed` : "";
  const ofBase = `in percent of ${bases[base.of]} (${say.count(base.figure)})${needed}`;
  const each = (said: (line: (typeof lines)[number]) => string) =>
    lines.map((line) => `${say.unit(line.nominee)}: ${said(line)}`).join("; ");
  switch (lineKindOf(count, method)) {
    case "opinions":
      return `Votes for each nominee, ${ofBase}: ${each((line) => `${say.count(line.for)} for (${share(line.for)}), ${say.count(line.against)} against, ${say.count(line.noOpinion)} with no opinion`)}.`;
    case "names":
      return `Votes for each nominee, ${ofBase}: ${each((line) => `${say.count(line.for)} (${share(line.for)})`)}.`;
    case "firsts":
      return `First preferences of each nominee, ${ofBase}: ${each((line) => `${say.count(line.for)} (${share(line.for)})`)}.`;
    case "points":
      return `Points of each nominee, and on how many ${form === undefined ? "papers" : "votes"}: ${each((line) => `${say.count(line.points ?? 0)} on ${say.count(line.for)}`)}.`;
  }
}

/** What decides, where the lines do not: its figures, or in words where the record has none. */
function decidingEn(
  { deciding, seatBySeat, committeeScore, method, rounds }: Counted,
  say: Say,
): string | false {
  const by = decidingOf(method);
  const what = method && decidingFigures[method];
  if (seatBySeat)
    return `Seat by seat: ${seatBySeat.map((seat, at) => seatEn(seat, at + 1, say)).join("; ")}.`;
  if (deciding && what) return `What decides is ${what}: ${say.figures(deciding)}.`;
  const score =
    committeeScore === undefined ? "" : ` The greatest score of a committee: ${say.exact(committeeScore)}.`;
  return by !== undefined && rounds === undefined && `${decides[by]}${score}`;
}

function seatEn({ by, figures, first }: SeatDecided, seat: number, say: Say): string {
  const figured = figures.length === 0 ? "" : ` (${say.figures(figures)})`;
  return `seat ${say.count(seat)}, by ${seatsBy[by]}${figured}: ${say.units(first)}${first.length > 1 ? " are level" : ""}`;
}

/** The record that the tellers sign: who is elected by it, and on what figures. */
export function recordEn(record: Certified, say: Say): string {
  const { certification, certifiedOn, complaintsUntil, count, form, method, outcome, particulars } = record;
  const { selection, signatories, supersedes } = record;
  const number = particulars?.number === undefined ? "" : `, number ${particulars.number},`;
  const superseding = supersedes === undefined ? "" : ` (superseding no. ${say.count(supersedes)})`;
  const of = selection === "consensus" ? "Consensus record" : "Count record";
  const said = `${of} no. ${say.count(certification)}${number}${superseding} was signed by ${say.list(signatories)} on ${say.date(certifiedOn)}; complaints may be made until ${say.date(complaintsUntil)}.`;
  if (!count) return `${said} ${outcomeEn(outcome, say, { isAgreed: selection === "consensus" })}`;
  const figures = papersEn({ figures: count.figures, ...(form !== "secret" && { form }) }, say);
  const ordered = inRecordOrder(outcome, count, method);
  // Where a step has broken a tie, the votes of the count did not decide alone.
  const figureOf = record.brokenBy.length > 0 ? undefined : figuresOf(count, method, say);
  return `${said} Counted: ${figures}. ${outcomeEn(ordered, say, { figureOf })}`;
}

/** What each of the elected has, where that decides; nothing where it is withheld. */
function figuresOf(count: NonNullable<Certified["count"]>, method: MethodKind | undefined, say: Say) {
  const kind = lineKindOf(count, method);
  return (unit: string): string => {
    const line = count.lines.find(({ nominee }) => nominee === unit);
    if (!line || count.withheld || kind === "firsts" || decidingOf(method)) return "";
    const [votes, name] = kind === "points" ? [line.points ?? 0, "point"] : [line.for, "vote"];
    return ` (${say.count(votes)} ${name}${votes === 1 ? "" : "s"})`;
  };
}

type How = {
  /** Agreed by all, and not elected by votes. */
  isAgreed?: boolean;
  figureOf?: ((unit: string) => string) | undefined;
};

export function outcomeEn(
  { elected, undecided, vacant }: Outcome,
  say: Say,
  { isAgreed = false, figureOf = () => "" }: How = {},
): string {
  const named = say.list(elected.map((unit) => `${say.unit(unit)}${figureOf(unit)}`));
  const parts = [
    elected.length > 0 ? `${isAgreed ? "Agreed on" : "Elected"}: ${named}` : "Nobody is elected",
    ...(undecided
      ? [
          `tied for the ${undecided.seats === 1 ? "remaining seat" : `${say.count(undecided.seats)} remaining seats`}: ${say.units(undecided.tied)}`,
        ]
      : []),
    ...(vacant > 0 ? [`seats vacant: ${say.count(vacant)}`] : []),
  ];
  return `${parts.join("; ")}.`;
}
