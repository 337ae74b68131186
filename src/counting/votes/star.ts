import { figuresOf, greaterFirst, type TieOption } from "../choices.ts";
import { type Branch, committeesCount, followSeats, type Turn } from "../committees/committees.ts";
import { oneOf } from "../grouping.ts";
import type { Count, Election, Nominee, ScorePaper } from "../rule.ts";
import { grouped, readTieOrder, writtenFigures } from "../seats.ts";
import type { CountStep } from "../steps/count-step.ts";
import { branchesMaxFor } from "../ties.ts";
import { type Climbed, climb, type Rung } from "./ladder.ts";
import {
  papersGiving,
  preferencesOf,
  type ScoreOptions,
  type Scores,
  scoresOf,
  scoreTotals,
} from "./scores.ts";

export type StarOptions = ScoreOptions &
  TieOption & {
    /** Which published protocol breaks ties from the papers. By default `official`. */
    readonly protocol?: StarProtocol;
  };

/** `simple` leaves out the last rung of `official`: the most papers with the highest score. */
export type StarProtocol = "official" | "simple";

type Rungs = { readonly finalists: readonly Rung[]; readonly runoff: readonly Rung[] };

/**
 * STAR voting, score then automatic runoff: the two with the highest sums of scores are the finalists, and the
 * seat goes to the one whom more papers score above the other. With several seats (Bloc STAR) the elected stand
 * aside and the same is done again for each further seat.
 * Ties, by the official protocol. For a finalist's place, of those tied whoever loses the most pairings goes, again and
 * again; in the runoff the higher sum wins; then, in both, the most papers with the highest score (the simple protocol
 * leaves this out). What is still tied goes by `tieOrder`. Without it every branch is followed, and a seat that depends
 * on the tie is undecided. Each rung is in the explanation, those of a runoff where two first meet.
 *
 * What "again and again" means where those who lose the most are too many to go: with A, C and E tied for two places, C
 * beating A, A beating E, and C and E level, A and E both lose one pairing. C then has a place, and A and E are compared
 * once more, now with each other: A has the other place. The protocol says that the comparison can be repeated, and not
 * that the next rung decides between two of whom more papers prefer one.
 *
 * Source: Equal Vote Coalition, "STAR Voting" and "Ties" (starvoting.org/ties: official and simple
 * tiebreaker protocol).
 *
 * @throws {InvalidInput} for a score that is not whole from 0 to 5 (or the bounds given), or given to a non-nominee
 * @example
 * const papers = [
 *   { weight: 3, scores: new Map([["A", 5], ["B", 4]]) },
 *   { weight: 2, scores: new Map([["B", 5]]) },
 * ];
 * star({ nominees: ["A", "B"], seats: 1, papers }).outcome.elected // ["A"]
 */
export function star(election: Election<ScorePaper>, options: StarOptions = {}): Count {
  const bounded = { scoreMin: 0, scoreMax: 5, ...options };
  const scores = scoresOf(election, bounded);
  const { field } = scores;
  const protocol = oneOf("protocol", options.protocol ?? "official", ["official", "simple"]);
  readTieOrder(field, options.tieOrder);
  const totals = scoreTotals(scores);
  const turn = seatTurn(scores, totals, rungsOf(scores, totals, { ...bounded, protocol }));
  const count = committeesCount(
    "star",
    field,
    figuresOf(field, totals),
    // Fewer than elsewhere: each state has a runoff for every pair that may be in it.
    followSeats({
      field,
      start: undefined,
      turn,
      branchesMax: Math.min(250, branchesMaxFor(field.nominees.length)),
    }),
  );
  const order = orderBy(turn, field.nominees);
  return { ...count, ...(order && { order }) };
}

function rungsOf(
  scores: Scores,
  totals: readonly bigint[],
  { scoreMax, protocol, tieOrder = [] }: StarOptions & { scoreMax: number },
): Rungs {
  const votes = preferencesOf(scores);
  const highest = papersGiving(scoreMax, scores);
  const losses = lossesBy(votes, totals.length);
  const pairings: Rung = { by: "pairings", figureOf: (nominee, among) => -losses(nominee, among) };
  const papers: Rung = {
    by: "papers",
    figureOf: (nominee, among) =>
      among.reduce((sum, other) => (other === nominee ? sum : sum + votes(nominee, other)), 0n),
  };
  const sums: Rung = { by: "sums", figureOf: (nominee) => totals[nominee] ?? 0n };
  const highestScores: Rung = { by: "highestScores", figureOf: (nominee) => highest[nominee] ?? 0n };
  const places = new Map(tieOrder.map((nominee, place) => [nominee, tieOrder.length - place]));
  const frozen: Rung = {
    by: "tieOrder",
    figureOf: (nominee) => BigInt(places.get(scores.field.nominees[nominee] ?? "") ?? 0),
  };
  const last = [
    ...(protocol === "official" ? [highestScores] : []),
    ...(tieOrder.length > 0 ? [frozen] : []),
  ];
  return { finalists: [pairings, ...last], runoff: [papers, sums, ...last] };
}

/** How many pairings a nominee loses among some. Two are compared once: many branches ask about the same two. */
function lossesBy(votes: (nominee: number, other: number) => bigint, size: number) {
  const unknown = 2;
  const loses = new Uint8Array(size * size).fill(unknown);
  return (nominee: number, among: readonly number[]): bigint => {
    let sum = 0;
    for (const other of among) {
      const at = nominee * size + other;
      if (loses[at] === unknown) loses[at] = votes(other, nominee) > votes(nominee, other) ? 1 : 0;
      sum += loses[at] ?? 0;
    }
    return BigInt(sum);
  };
}

function seatTurn(
  { field }: Scores,
  totals: readonly bigint[],
  rungs: Rungs,
): (branch: Branch<undefined>) => Turn<undefined> {
  const size = field.nominees.length;
  const everybody = [...field.nominees.keys()];
  const allFigures = figuresOf(field, totals);
  const allWritten = writtenFigures(allFigures);
  // By the two finalists: who may win their runoff. Its steps are written down once: the same two meet in many branches.
  const winnersOf: (readonly number[] | undefined)[] = new Array(size * (size + 1));
  const runoff = (first: number, second: number | undefined, steps: CountStep[]): readonly number[] => {
    const key = first * (size + 1) + (second ?? size);
    const known = winnersOf[key];
    if (known !== undefined) return known;
    const tied = second === undefined ? [first] : [first, second];
    const climbed = climb(field, { tied, places: 1, contest: "seat" }, rungs.runoff);
    steps.push(...climbed.steps);
    const winners = [...climbed.advanced, ...climbed.left];
    winnersOf[key] = winners;
    return winners;
  };
  // Used again in every branch, of which there may be hundreds.
  const [isElected, wins] = [new Uint8Array(size), new Uint8Array(size)];
  return ({ elected }) => {
    isElected.fill(0);
    wins.fill(0);
    for (const nominee of elected) isElected[nominee] = 1;
    const isOpen = (_: unknown, nominee: number) => isElected[nominee] !== 1;
    const open = everybody.filter(isOpen);
    const finals = finalistsOf(open, totals, (tied, places) =>
      climb(field, { tied, places, contest: "runoff" }, rungs.finalists),
    );
    const steps: CountStep[] = [];
    finals.eachPair((first, second) => {
      for (const winner of runoff(first, second, steps)) wins[winner] = 1;
    });
    return {
      figures: allFigures.filter(isOpen),
      before: [
        { type: "ScoresAdded", data: { figures: allWritten.filter(isOpen) } },
        ...finals.steps,
        ...steps,
      ],
      step: (at) => ({ type: "SeatFilled", data: at }),
      next: open.filter((nominee) => wins[nominee] === 1).map((nominee) => ({ nominee, memory: undefined })),
    };
  };
}

type Meet = (first: number, second: number | undefined) => void;

type Finals = {
  /** Every two who may be the finalists: one pair, unless a tie for the last place is open. One nominee is alone. */
  readonly eachPair: (meet: Meet) => void;
  readonly steps: Climbed["steps"];
};

function finalistsOf(
  open: readonly number[],
  totals: readonly bigint[],
  broken: (tied: readonly number[], places: number) => Climbed,
): Finals {
  const [first = [], second = []] = grouped(open, (a, b) => greaterFirst(totals[a] ?? 0n, totals[b] ?? 0n));
  const sure = first.length <= 2 ? first : [];
  const places = Math.min(2, open.length) - sure.length;
  if (places === 0) return { eachPair: (meet) => meetAll(sure, [], meet), steps: [] };
  const { advanced, left, steps } = broken(sure === first ? second : first, places);
  return { eachPair: (meet) => meetAll([...sure, ...advanced], left, meet), steps };
}

/** Whoever is certain meets whoever is left. No list of pairs is made: it would be the most of a count of many branches. */
function meetAll(certain: readonly number[], left: readonly number[], meet: Meet): void {
  const [one, another] = certain;
  if (one !== undefined) {
    if (left.length === 0) meet(one, another);
    for (const nominee of left) meet(one, nominee);
    return;
  }
  left.forEach((nominee, place) => {
    for (let other = place + 1; other < left.length; other++) meet(nominee, left[other]);
  });
}

/** Everybody, seat after seat; undefined once a tie is left that the papers do not break. */
function orderBy(
  turn: (branch: Branch<undefined>) => Turn<undefined>,
  nominees: readonly Nominee[],
): Nominee[][] | undefined {
  const elected: number[] = [];
  while (elected.length < nominees.length) {
    const [next, another] = turn({ elected, memory: undefined }).next;
    if (next === undefined || another !== undefined) return undefined;
    elected.push(next.nominee);
  }
  return elected.map((place) => [nominees[place] ?? ""]);
}
