import type { Count, Figure, Nominee, Step } from "../../src/counting/rule.ts";
import { compare, type Fraction, fraction } from "../../src/kernel/fraction.ts";
import type { Bar } from "../../src/vocabulary/bar.ts";

/*
 * Recomputes verdicts from the steps of an explanation alone: no papers, and none of the code that counted.
 * Each function returns the outcome as sets, in the form of `sets`.
 */

type Verdict = { elected: Nominee[]; tied: Nominee[]; open: number };
type Data = Readonly<Record<string, unknown>>;

/** Rules that rank by figures. */
export function verifiedByFigures({ explanation }: Pick<Count, "explanation">): Verdict {
  const { figures, seats } = only(explanation, "FiguresCounted") as { figures: Figure[]; seats: number };
  const order = only(explanation, "TieOrderApplied", {}).tieOrder as Nominee[] | undefined;
  return topSeats(figures, seats, order);
}

/** Whoever has fewer rivals at or above them than there are seats is in; whoever has more above them is out. */
function topSeats(figures: readonly Figure[], seats: number, order: readonly Nominee[] = []): Verdict {
  const rank = (nominee: Nominee) => (order.includes(nominee) ? order.indexOf(nominee) : order.length);
  const beats = (a: Figure, b: Figure) =>
    compare(a.votes, b.votes) > 0 || (compare(a.votes, b.votes) === 0 && rank(a.nominee) < rank(b.nominee));
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
  const base = only(explanation, "BaseTaken") as { figure: bigint; valid: bigint; threshold: Bar };
  const { numerator, denominator, strict } = base.threshold;
  const passed = explanation.flatMap(({ type, data }) => {
    if (type !== "ThresholdMet" && type !== "ThresholdMissed") return [];
    const {
      nominee,
      for: votes,
      against,
      noOpinion,
    } = data as Record<"for" | "against" | "noOpinion", bigint> & {
      nominee: Nominee;
    };
    if (votes + against + noOpinion !== base.valid)
      throw new Error("opinions do not add up to the valid papers");
    const share = votes * BigInt(denominator) - base.figure * BigInt(numerator);
    return base.figure > 0n && (strict ? share > 0n : share >= 0n) ? [nominee] : [];
  });
  const { figures, seats } = only(explanation, "FiguresCounted") as { figures: Figure[]; seats: number };
  return topSeats(
    figures.filter(({ nominee }) => passed.includes(nominee)),
    seats,
  );
}

/** Rules that fill seats one by one, every fall of a tie followed: walks the states and collects the committees. */
export function verifiedUniverses({ explanation }: Count, nominees: readonly Nominee[]): string[] {
  const states = new Map<number, { data: Data; type: string; before: Step[] }>();
  let before: Step[] = [];
  for (const step of explanation) {
    const { state } = step.data;
    if (typeof state === "number") {
      states.set(state, { ...step, before });
      before = [];
    } else before.push(step);
  }
  const committees = new Set<string>();
  const walk = (id: number, elected: readonly Nominee[]) => {
    const state = states.get(id);
    if (state === undefined) {
      committees.add(JSON.stringify([...elected].sort()));
      return;
    }
    if (!same(state.data.elected as Nominee[], elected)) throw new Error(`state ${id} has others elected`);
    const next = state.data.next as { nominee: Nominee; state: number }[];
    const open = nominees.filter((nominee) => !elected.includes(nominee));
    const rightful = nextBy(state.type, state.data, state.before, open);
    if (
      !same(
        rightful,
        next.map(({ nominee }) => nominee),
      )
    )
      throw new Error(
        `state ${id} goes on with ${next.map(({ nominee }) => nominee)} instead of ${rightful}`,
      );
    for (const { nominee, state: follower } of next) walk(follower, [...elected, nominee]);
  };
  for (const [id, { data }] of states) if ((data.elected as Nominee[]).length === 0) walk(id, []);
  return [...committees].sort();
}

function nextBy(type: string, data: Data, before: readonly Step[], open: readonly Nominee[]): Nominee[] {
  switch (type) {
    case "SeatToGreatest":
    case "FilledByApprovals":
      return extremes(data.figures as Figure[], ({ votes }) => votes, 1);
    case "BoughtAtLeastPrice":
      return extremes(data.prices as { nominee: Nominee; price: Fraction }[], ({ price }) => price, -1);
    case "AffordableSoonest": {
      const waits = data.waits as { nominee: Nominee; wait: Fraction }[];
      return waits.length === 0 ? [...open] : extremes(waits, ({ wait }) => wait, -1);
    }
    case "NobodyAffordable":
      return [];
    case "SeatFilled":
      return starWinners(before, open);
    default:
      throw new Error(`unknown step ${type}`);
  }
}

function extremes<T extends { nominee: Nominee }>(
  items: readonly T[],
  by: (item: T) => Fraction,
  sign: 1 | -1,
): Nominee[] {
  const best = items.filter((item) => items.every((other) => sign * compare(by(item), by(other)) >= 0));
  return best.map(({ nominee }) => nominee);
}

type Taken = {
  contest: string;
  by: string;
  places: number;
  figures: { nominee: Nominee; figure: bigint }[];
  advanced: Nominee[];
  left: Nominee[];
};

/** STAR: the finalists from the sums and the rungs taken for their places, then each runoff by its own rungs. */
function starWinners(steps: readonly Step[], open: readonly Nominee[]): Nominee[] {
  const { figures } = only(steps, "ScoresAdded") as { figures: Figure[] };
  const { elected: sure, tied } = topSeats(figures, Math.min(2, open.length));
  const taken = steps.filter(({ type }) => type === "TieTaken").map(({ data }) => data as unknown as Taken);
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
      .filter(({ figure }) => figures.some((other) => other.figure < figure))
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
  const { classes } = only(explanation, "NomineesAlike") as { classes: Nominee[][] };
  const entries = explanation.filter(({ type }) => type === "CommitteesScored" || type === "BranchCut");
  const byCounts = new Map(
    entries.map(({ type, data }) => [String(data.counts), { type, score: data.score as Fraction }]),
  );
  const best = entries
    .filter(({ type }) => type === "CommitteesScored")
    .map(({ data }) => data.score as Fraction)
    .reduce((a, b) => (compare(a, b) >= 0 ? a : b), fraction(-1));
  const size = Math.min(seats, classes.flat().length);
  const committees: string[] = [];
  const cover = (counts: number[]) => {
    const taken = counts.reduce((sum, count) => sum + count, 0);
    const rest = classes.slice(counts.length).flat().length;
    if (taken > size || taken + rest < size) return;
    const entry = byCounts.get(String(counts));
    if (entry?.type === "BranchCut") {
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

function expanded(classes: readonly Nominee[][], counts: readonly number[]): string[] {
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

function only(steps: readonly Step[], type: string, otherwise?: Data): Data {
  const step = steps.find((candidate) => candidate.type === type);
  if (step === undefined && otherwise === undefined) throw new Error(`no step ${type}`);
  return step?.data ?? otherwise ?? {};
}
