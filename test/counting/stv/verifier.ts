import { expect } from "vitest";
import type { Nominee, Step } from "../../../src/counting/rule.ts";
import { compare, type Fraction, fraction, minus, plus, times, zero } from "../../../src/kernel/fraction.ts";

type Figures = Map<Nominee, Fraction>;
type Known = {
  seats: number;
  papers: Fraction;
  quota: Fraction;
  figures: Figures;
  exhausted: Fraction;
  lost: Fraction;
  /** Who continues. */
  standing: Set<Nominee>;
  elected: Set<Nominee>;
  /** Whether figures come about by transfers alone, as in a Gregory count, or are taken anew, as in Meek's. */
  byTransfers: boolean;
};
type Verdict = { always: Set<Nominee>; sometimes: Set<Nominee> };
type Data = Readonly<Record<string, never>>;
type Parcel = { papers: bigint; passedOn: Fraction; to: { nominee: Nominee | null; papers: bigint }[] };

/** Recomputes the verdict of a count by STV from its explanation alone; every step must follow from those before it. */
export function verdictOf(explanation: readonly Step[], byTransfers: boolean): Verdict {
  const branches = new Map<number, Step[]>([[0, []]]);
  let steps = branches.get(0) ?? [];
  for (const step of explanation) {
    if (step.type !== "BranchFollowed") {
      steps.push(step);
      continue;
    }
    steps = [];
    branches.set(step.data.branch as number, steps);
  }
  const follow = (branch: number, from: Known): Verdict => {
    const known: Known = {
      ...from,
      figures: new Map(from.figures),
      standing: new Set(from.standing),
      elected: new Set(from.elected),
    };
    const steps = branches.get(branch) ?? [];
    for (const { type, data } of steps.slice(0, -1)) replay(known, type, data as Data);
    const last = steps.at(-1);
    if (last?.type !== "LotNeeded") {
      replay(known, last?.type ?? "", (last?.data ?? {}) as Data);
      expect(known.elected.size).toBe(Math.min(known.seats, known.elected.size + known.standing.size));
      return { always: known.elected, sometimes: known.elected };
    }
    const { tied, ways } = last.data as { tied: Nominee[]; ways: { picked: Nominee; branch: number }[] };
    expect(ways.map(({ picked }) => picked)).toEqual(tied);
    const verdicts = ways.map((way) => follow(way.branch, known));
    const sometimes = new Set(verdicts.flatMap((verdict) => [...verdict.sometimes]));
    return {
      sometimes,
      always: new Set([...sometimes].filter((one) => verdicts.every(({ always }) => always.has(one)))),
    };
  };
  const nobody = { figures: new Map(), standing: new Set<Nominee>(), elected: new Set<Nominee>() };
  return follow(0, {
    ...nobody,
    byTransfers,
    seats: 0,
    papers: zero,
    quota: zero,
    exhausted: zero,
    lost: zero,
  });
}

function replay(known: Known, type: string, data: Data): void {
  const { nominee, votes } = data as unknown as { nominee: Nominee; votes: Fraction };
  switch (type) {
    case "QuotaSet": {
      const { papers, blank, seats, quota } = data as unknown as {
        papers: bigint;
        blank: bigint;
        seats: number;
        quota: Fraction;
      };
      return void Object.assign(known, { papers: fraction(papers - blank), seats, quota });
    }
    case "FiguresTaken":
    case "RoundClosed":
      closed(known, data);
      return;
    case "Elected":
      if (known.figures.has(nominee)) expect(votes).toEqual(known.figures.get(nominee));
      if (data.ground === "quota") expect(compare(votes, known.quota)).toBeGreaterThanOrEqual(0);
      else
        expect(known.elected.size + known.standing.size).toBeLessThanOrEqual(
          Math.max(known.seats, known.elected.size + 1),
        );
      known.standing.delete(nominee);
      return void known.elected.add(nominee);
    case "Excluded":
      expect(votes).toEqual(known.figures.get(nominee));
      if (data.ground === "lowest") expect(isLowest(known, nominee, votes)).toBe(true);
      return void known.standing.delete(nominee);
    case "NotElected":
      expect(known.elected.size).toBe(known.seats);
      return void known.standing.delete(nominee);
    case "SurplusTransferred":
    case "PapersTransferred":
      transferred(known, type, data);
      return;
    default:
      return;
  }
}

/** With a surplus left over, whoever is within it of the lowest may be taken for the lowest. */
function isLowest(
  { standing, figures, quota, elected, byTransfers }: Known,
  nominee: Nominee,
  votes: Fraction,
): boolean {
  const surplus = [...elected].map((one) => minus(figures.get(one) ?? zero, quota)).reduce(plus, zero);
  const slack = !byTransfers && compare(surplus, zero) > 0 ? surplus : zero;
  return [...standing].every(
    (other) => other === nominee || compare(plus(figures.get(other) ?? zero, slack), votes) >= 0,
  );
}

function transferred(known: Known, type: string, data: Data): void {
  const { nominee, surplus, parcels, lost } = data as unknown as {
    nominee: Nominee;
    surplus: Fraction;
    parcels: Parcel[];
    lost: Fraction;
  };
  const votes = known.figures.get(nominee) ?? zero;
  expect(surplus).toEqual(type === "SurplusTransferred" ? minus(votes, known.quota) : votes);
  known.figures.set(nominee, minus(votes, surplus));
  let moved = lost;
  for (const { passedOn, papers, to } of parcels) {
    expect(to.reduce((sum, receipt) => sum + receipt.papers, 0n)).toBe(papers);
    for (const receipt of to) {
      const value = times(passedOn, fraction(receipt.papers));
      moved = plus(moved, value);
      if (receipt.nominee === null) known.exhausted = plus(known.exhausted, value);
      else {
        expect(known.standing.has(receipt.nominee)).toBe(true);
        known.figures.set(receipt.nominee, plus(known.figures.get(receipt.nominee) ?? zero, value));
      }
    }
  }
  known.lost = plus(known.lost, lost);
  expect(moved).toEqual(surplus);
}

/** A Gregory count must arrive at the figures by its transfers; Meek's takes them anew, and they must sum up. */
function closed(known: Known, data: Data): void {
  const { figures, exhausted, lost, quota } = data as unknown as {
    figures: { nominee: Nominee; votes: Fraction }[];
    exhausted: Fraction;
    lost: Fraction;
    quota: Fraction;
  };
  const votes = figures.map((figure) => figure.votes).reduce(plus, zero);
  expect(plus(plus(votes, exhausted), lost)).toEqual(known.papers);
  const first = known.figures.size === 0;
  if (known.byTransfers && !first)
    expect(figures.map(({ nominee }) => known.figures.get(nominee))).toEqual(
      figures.map((figure) => figure.votes),
    );
  if (first) for (const { nominee } of figures) if (!known.elected.has(nominee)) known.standing.add(nominee);
  for (const figure of figures) known.figures.set(figure.nominee, figure.votes);
  Object.assign(known, { exhausted, lost, quota });
}
