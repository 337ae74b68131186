import type { Count, Round } from "../counting/rule.ts";
import { grouped } from "../counting/seats.ts";
import type { CountStep, StepData } from "../counting/steps/count-step.ts";
import { compare } from "../kernel/fraction.ts";
import { fractionOfText } from "../kernel/fraction-text.ts";
import type { SeatDecided } from "./result.ts";

type Figures = SeatDecided["figures"];
type Written = StepData<"SeatToGreatest">["figures"];

const digitsMax = 1_000;

/**
 * What gave each seat of a count that fills seats one by one, up to the first seat that several are level for, or that
 * nobody voted for.
 *
 * @returns undefined where no seat is so decided, or a figure has more than 1,000 digits, which nobody reads
 */
export function seatBySeat({ rounds, explanation }: Count): SeatDecided[] | undefined {
  const unvoted = explanation.flatMap((step) => (step.type === "NobodyVotedFor" ? step.data.nominees : []));
  const seats: SeatDecided[] = [];
  for (const round of rounds) {
    const seat = seatOf(round);
    if (seat === undefined || seat.first.some((nominee) => unvoted.includes(nominee))) break;
    seats.push(seat);
    if (seat.first.length > 1) break;
  }
  const isShort = seats.every(({ figures }) => figures.every(({ votes }) => votes.length <= digitsMax));
  return seats.length > 0 && isShort ? seats : undefined;
}

function seatOf({ conclusions }: Round): SeatDecided | undefined {
  for (const { type, data } of conclusions)
    switch (type) {
      case "SeatToGreatest":
        return seat("sum", firstOf(data), mostFirst(data.figures));
      case "BoughtAtLeastPrice":
        return seat("price", firstOf(data), leastFirst(inFigures(data.prices, "price")));
      case "AffordableSoonest":
        return seat("wait", firstOf(data), leastFirst(inFigures(data.waits, "wait")));
      case "FilledByApprovals":
        return seat("approvals", firstOf(data), mostFirst(data.figures));
      case "SeatFilled":
        return byRunoff(firstOf(data), conclusions);
    }
  return undefined;
}

const seat = (by: SeatDecided["by"], first: string[], figures: Figures): SeatDecided => ({
  by,
  figures,
  first,
});

const firstOf = ({ next }: StepData<"SeatFilled">) => next.map(({ nominee }) => nominee);

/** STAR: the last comparison of the two; none where one is alone, or where several pairs may be the two. */
function byRunoff(first: string[], steps: readonly CountStep[]): SeatDecided {
  const compared = steps.flatMap((step) =>
    step.type === "TiebreakApplied" && step.data.contest === "seat" ? [step.data] : [],
  );
  const pairs = new Set(compared.map(({ figures }) => figures.map(({ nominee }) => nominee).join("\n")));
  const last = pairs.size === 1 ? compared.at(-1) : undefined;
  switch (last?.by) {
    case "papers":
    case "highestScores":
      return seat(last.by, first, mostFirst(last.figures));
    case "sums":
      return seat("points", first, mostFirst(last.figures));
    default:
      return seat("points", first, pairs.size === 0 ? pointsOf(first, steps) : []);
  }
}

function pointsOf(first: readonly string[], steps: readonly CountStep[]): Figures {
  const added = steps.find((step) => step.type === "ScoresAdded");
  return (added?.data.figures ?? [])
    .filter(({ nominee }) => first.includes(nominee))
    .map((one) => ({ ...one }));
}

const inFigures = <K extends string>(
  all: readonly ({ readonly nominee: string } & { readonly [key in K]: string })[],
  key: K,
): Written => all.map((one) => ({ nominee: one.nominee, votes: one[key] }));

/** Those with the best figure, and those with the next. */
const mostFirst = (figures: Written): Figures => bestTwo(figures, -1);
const leastFirst = (figures: Written): Figures => bestTwo(figures, 1);

function bestTwo(figures: Written, sign: 1 | -1): Figures {
  const read = figures.map((one) => ({ one, value: fractionOfText(one.votes) }));
  const levels = grouped(read, (a, b) => sign * compare(a.value, b.value)).slice(0, 2);
  return levels.flat().map(({ one }) => ({ ...one }));
}
