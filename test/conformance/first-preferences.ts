import { twoRound } from "../../src/counting/elimination/two-round.ts";
import { borda } from "../../src/counting/votes/borda.ts";
import { plurality } from "../../src/counting/votes/plurality.ts";
import type { CaseRunner, TallyCase } from "./case.ts";
import { type Comparison, compared, differentFigures, differs } from "./compare.ts";
import { rankedElection } from "./papers.ts";
import { entries, sorted, strings } from "./reading.ts";
import { stepsOf } from "./steps.ts";
import { Unread } from "./unread.ts";

export const pluralityCase: CaseRunner = (testCase) => {
  const { election, context } = rankedElection(testCase);
  return compared(testCase, plurality(election, { ...equalFirst(testCase), ...tieOrder(testCase) }), context);
};

/** The single non-transferable vote is plurality for several seats. */
export const sntvCase = pluralityCase;

export const bordaCase: CaseRunner = (testCase) => {
  const { election, context } = rankedElection(testCase);
  const { base, unranked } = testCase.options;
  const vector = vectorOf(testCase);
  const options = {
    base: base === 1 ? (1 as const) : (0 as const),
    unranked: unranked === "ignored" ? ("ignored" as const) : ("last" as const),
    ...(vector && { points: vector.points }),
  };
  const count = borda(election, { ...options, ...tieOrder(testCase) });
  return compared(testCase, count, { ...context, scale: context.scale * (vector?.scale ?? 1) });
};

/** The points of the places, if the case has its own: whole numbers, and what they were multiplied by. */
function vectorOf({ options }: TallyCase): { points: number[]; scale: number } | undefined {
  const { scoreVector = options.points, votekit } = options;
  const given = scoreVector ?? Object.fromEntries(entries(votekit)).score_vector;
  if (given === undefined) return undefined;
  const numbers = numbersIn(given);
  for (const scale of [1, 2, 3, 4, 6, 10, 12, 60, 100, 2520, 27720]) {
    const points = numbers.map((value) => value * scale);
    if (points.every((value) => Math.abs(value - Math.round(value)) < 1e-9))
      return { points: points.map(Math.round), scale };
  }
  throw new Unread(`points ${String(given)} are not read`);
}

/** A list of numbers, or the text of one as Python prints it. */
function numbersIn(given: unknown): number[] {
  const items = Array.isArray(given)
    ? given
    : String(given)
        .replace(/[[\]()\s]/g, "")
        .split(",");
  const numbers = items.filter((item) => item !== "").map(Number);
  const falling = numbers.every((value, place) => value >= 0 && value <= (numbers[place - 1] ?? value));
  if (!falling) throw new Unread(`points ${String(given)} are not read`);
  return numbers;
}

export const twoRoundCase: CaseRunner = (testCase) => {
  const { election, context } = rankedElection(testCase);
  const tiedForRunoff = testCase.options.ties === "parallel-universe" ? "every-pair" : "all";
  const count = twoRound(election, { tiedForRunoff, ...equalFirst(testCase), ...tieOrder(testCase) });
  return compared(testCase, count, { ...context, also: { ...context.also, totals: firstTotals, runoff } });
};

const runoff: Comparison = (expected, count) =>
  differs(sorted(strings(expected)), sorted(stepsOf(count, "RunoffOrdered")[0]?.fields.flat() ?? []));

/** VoteKit reports the figures of the first round. */
export const firstTotals: Comparison = (expected, count, context) =>
  differentFigures(expected, count.rounds[0]?.figures ?? [], context);

/** Sources split a paper among those whom it ranks equal first; BetterVoting refuses it as overvoted. */
export function equalFirst({ id }: TallyCase): { equalFirst: "split" | "none" } {
  return { equalFirst: id.startsWith("bettervoting/") ? "none" : "split" };
}

export function tieOrder({ options, candidates }: TallyCase): { tieOrder?: readonly string[] } {
  return options.tieBreak === "candidate-order" ? { tieOrder: candidates } : {};
}
