import type { Count, Nominee } from "../../src/counting/rule.ts";
import type { CountStep } from "../../src/counting/steps/count-step.ts";
import { compare, fraction } from "../../src/kernel/fraction.ts";
import { fractionOfText } from "../../src/kernel/fraction-text.ts";
import type { DataOf } from "../../src/kernel/messages.ts";
import { isOf, stepOf, stepsOf } from "./steps.ts";

/*
 * Recomputes verdicts from the steps of an explanation alone: no papers, and none of the code that counted.
 * Each function returns the outcome as sets, in the form of `sets`.
 */

type Verdict = { elected: Nominee[]; tied: Nominee[]; open: number };
type Figure = DataOf<CountStep, "FiguresCounted">["figures"][number];
type Taken = DataOf<CountStep, "TiebreakApplied">;
/** A step that fills a seat in a branch. */
type SeatStep = Extract<CountStep, { data: { next: unknown } }>;

/** Rules that rank by figures. */
export function verifiedByFigures({ explanation }: Pick<Count, "explanation">): Verdict {
  const { figures, seats } = stepOf(explanation, "FiguresCounted");
  const [applied] = stepsOf(explanation, "TieOrderApplied");
  return topSeats(figures, seats, applied?.tieOrder);
}

/** Whoever has fewer rivals at or above them than there are seats is in; whoever has more above them is out. */
function topSeats(figures: readonly Figure[], seats: number, order: readonly Nominee[] = []): Verdict {
  const rank = (nominee: Nominee) => (order.includes(nominee) ? order.indexOf(nominee) : order.length);
  const compared = (a: Figure, b: Figure) => compare(fractionOfText(a.votes), fractionOfText(b.votes));
  const beats = (a: Figure, b: Figure) =>
    compared(a, b) > 0 || (compared(a, b) === 0 && rank(a.nominee) < rank(b.nominee));
  const elected: Nominee[] = [];
  const tied: Nominee[] = [];
  for (const figure of figures) {
    const above = figures.filter((other) => beats(other, figure)).length;
    const level = figures.filter((other) => !beats(other, figure) && !beats(figure, other)).length;
    if (above + level <= seats) elected.push(figure.nominee);
    else if (above < seats) tied.push(figure.nominee);
  }
  return { elected, tied, open: tied.length === 0 ? 0 : seats - elected.length };
}

/** For and against: who passes, then who is chosen. */
export function verifiedOpinions({ explanation }: Count): Verdict {
  const base = stepOf(explanation, "BaseTaken");
  const { numerator, denominator, strict } = base.threshold;
  const passed = explanation.flatMap(({ type, data }) => {
    if (type !== "ThresholdMet" && type !== "ThresholdMissed") return [];
    const [votes, against, noOpinion] = [BigInt(data.for), BigInt(data.against), BigInt(data.noOpinion)];
    if (votes + against + noOpinion !== BigInt(base.valid))
      throw new Error("opinions do not add up to the valid papers");
    const share = votes * BigInt(denominator) - BigInt(base.figure) * BigInt(numerator);
    return base.figure !== "0" && (strict ? share > 0n : share >= 0n) ? [data.nominee] : [];
  });
  const { figures, seats } = stepOf(explanation, "FiguresCounted");
  return topSeats(
    figures.filter(({ nominee }) => passed.includes(nominee)),
    seats,
  );
}

/** Rules that fill seats one by one, every fall of a tie followed: walks the states and collects the committees. */
export function verifiedCommittees({ explanation }: Count, nominees: readonly Nominee[]): string[] {
  const branches = new Map<number, { step: SeatStep; before: CountStep[] }>();
  // A runoff is told once, and holds in every branch in which the same two meet again.
  const runoffs: CountStep[] = [];
  let before: CountStep[] = [];
  for (const step of explanation) {
    if (fillsSeat(step)) {
      branches.set(step.data.branch, { step, before: [...before, ...runoffs] });
      before = [];
    } else (step.type === "TiebreakApplied" && step.data.contest === "seat" ? runoffs : before).push(step);
  }
  const committees = new Set<string>();
  const walk = (id: number, elected: readonly Nominee[]) => {
    const branch = branches.get(id);
    if (branch === undefined) {
      committees.add(JSON.stringify([...elected].sort()));
      return;
    }
    const { data } = branch.step;
    if (!same(data.elected, elected)) throw new Error(`branch ${id} has others elected`);
    const open = nominees.filter((nominee) => !elected.includes(nominee));
    const rightful = nextBy(branch.step, branch.before, open);
    const next = data.next.map(({ nominee }) => nominee);
    if (!same(rightful, next)) throw new Error(`branch ${id} goes on with ${next} instead of ${rightful}`);
    for (const follower of data.next) walk(follower.branch, [...elected, follower.nominee]);
  };
  for (const [id, { step }] of branches) if (step.data.elected.length === 0) walk(id, []);
  return [...committees].sort();
}

const fillsSeat = (step: CountStep): step is SeatStep => "next" in step.data;

function nextBy({ type, data }: SeatStep, before: readonly CountStep[], open: readonly Nominee[]): Nominee[] {
  switch (type) {
    case "SeatToGreatest":
    case "FilledByApprovals":
      return extremes(data.figures, ({ votes }) => votes, 1);
    case "BoughtAtLeastPrice":
      return extremes(data.prices, ({ price }) => price, -1);
    case "AffordableSoonest":
      return data.waits.length === 0 ? [...open] : extremes(data.waits, ({ wait }) => wait, -1);
    case "NobodyAffordable":
      return [];
    case "SeatFilled":
      return starWinners(before, open);
  }
}

function extremes<T extends { nominee: Nominee }>(
  items: readonly T[],
  by: (item: T) => string,
  sign: 1 | -1,
): Nominee[] {
  const best = items.filter((item) =>
    items.every((other) => sign * compare(fractionOfText(by(item)), fractionOfText(by(other))) >= 0),
  );
  return best.map(({ nominee }) => nominee);
}

/** STAR: the finalists from the sums and the rungs taken for their places, then each runoff by its own rungs. */
function starWinners(steps: readonly CountStep[], open: readonly Nominee[]): Nominee[] {
  const { figures } = stepOf(steps, "ScoresAdded");
  const { elected: sure, tied } = topSeats(figures, Math.min(2, open.length));
  const taken = stepsOf(steps, "TiebreakApplied");
  const places = climbed(
    tied,
    Math.min(2, open.length) - sure.length,
    taken.filter(({ contest }) => contest === "runoff"),
  );
  const finalists = [...sure, ...places.advanced];
  const missing = Math.min(2, open.length) - finalists.length;
  const pairs =
    missing === 0 ? [finalists] : combinations(places.left, missing).map((some) => [...finalists, ...some]);
  const winners = new Set<Nominee>();
  for (const pair of pairs) {
    const start = taken.findIndex(
      ({ contest, by, figures }) =>
        contest === "seat" &&
        by === "papers" &&
        same(
          figures.map(({ nominee }) => nominee),
          pair,
        ),
    );
    const rungs =
      start < 0
        ? []
        : taken.slice(start).filter(
            (rung, place) =>
              place === 0 ||
              (rung.by !== "papers" &&
                rung.contest === "seat" &&
                same(
                  rung.figures.map(({ nominee }) => nominee),
                  pair,
                )),
          );
    const { advanced, left } = climbed(pair, 1, rungs);
    for (const nominee of [...advanced, ...left]) winners.add(nominee);
  }
  return [...winners];
}

/** Who is through and who is still level after the rungs, each of which sends away or sets aside its worst. */
function climbed(
  tied: readonly Nominee[],
  places: number,
  rungs: readonly Taken[],
): { advanced: Nominee[]; left: Nominee[] } {
  let left = [...tied];
  let open = places;
  const advanced: Nominee[] = [];
  if (left.length <= open) return { advanced: left, left: [] };
  for (const { figures, places: recorded } of rungs) {
    if (left.length === 0) break;
    if (
      !same(
        figures.map(({ nominee }) => nominee),
        left,
      ) ||
      recorded !== open
    )
      throw new Error("a rung of other nominees");
    const better = figures
      .filter(({ votes }) => figures.some((other) => BigInt(other.votes) < BigInt(votes)))
      .map(({ nominee }) => nominee);
    if (better.length > open) left = better;
    else {
      advanced.push(...better);
      open -= better.length;
      left = open === 0 ? [] : left.filter((nominee) => !better.includes(nominee));
    }
  }
  return { advanced, left };
}

/** PAV: the committees scored and the branches cut cover everything, and nothing cut could have been as good. */
export function verifiedPav({ explanation }: Count, seats: number): string[] {
  const { classes } = stepOf(explanation, "NomineesAlike");
  const entries = explanation.filter((step) => isOf("CommitteesScored")(step) || isOf("BranchPruned")(step));
  const byCounts = new Map(
    entries.map(({ type, data }) => [String(data.counts), { type, score: fractionOfText(data.score) }]),
  );
  const best = stepsOf(explanation, "CommitteesScored")
    .map(({ score }) => fractionOfText(score))
    .reduce((a, b) => (compare(a, b) >= 0 ? a : b), fraction(-1));
  const size = Math.min(seats, classes.flat().length);
  const committees: string[] = [];
  const cover = (counts: number[]) => {
    const taken = counts.reduce((sum, count) => sum + count, 0);
    const rest = classes.slice(counts.length).flat().length;
    if (taken > size || taken + rest < size) return;
    const entry = byCounts.get(String(counts));
    if (entry?.type === "BranchPruned") {
      if (compare(entry.score, best) >= 0) throw new Error("a branch was cut that could have been as good");
      return;
    }
    if (entry !== undefined && taken === size) {
      if (compare(entry.score, best) === 0) committees.push(...expanded(classes, counts));
      return;
    }
    const members = classes[counts.length];
    if (members === undefined) throw new Error(`no committee scored for ${counts}`);
    for (let count = 0; count <= members.length; count++) cover([...counts, count]);
  };
  cover([]);
  return committees.sort();
}

function expanded(classes: readonly (readonly Nominee[])[], counts: readonly number[]): string[] {
  let partial: Nominee[][] = [[]];
  counts.forEach((count, place) => {
    partial = partial.flatMap((some) =>
      combinations(classes[place] ?? [], count).map((more) => [...some, ...more]),
    );
  });
  return partial.map((names) => JSON.stringify(names.sort()));
}

function combinations<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, place) =>
    combinations(items.slice(place + 1), size - 1).map((rest) => [item, ...rest]),
  );
}

function same(a: readonly Nominee[], b: readonly Nominee[]): boolean {
  return JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());
}
