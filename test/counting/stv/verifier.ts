import { expect } from "vitest";
import type { Nominee } from "../../../src/counting/rule.ts";
import type { CountStep } from "../../../src/counting/steps/count-step.ts";
import { compare, type Fraction, minus, plus, times, zero } from "../../../src/kernel/fraction.ts";
import { fractionOfText } from "../../../src/kernel/fraction-text.ts";
import type { DataOf } from "../../../src/kernel/messages.ts";

type Figures = Map<Nominee, Fraction>;
type Known = {
  seats: number;
  papers: Fraction;
  quota: Fraction;
  figures: Figures;
  exhausted: Fraction;
  lost: Fraction;
  /** Who continues. */
  continuing: Set<Nominee>;
  elected: Set<Nominee>;
  /** Whether figures come about by transfers alone, as in a Gregory count, or are taken anew, as in Meek's. */
  byTransfers: boolean;
};
type Verdict = { always: Set<Nominee>; sometimes: Set<Nominee> };
/** Recomputes the verdict of a count by STV from its explanation alone; every step must follow from those before it. */
export function verdictOf(explanation: readonly CountStep[], byTransfers: boolean): Verdict {
  const stepsIn = new Map<number, CountStep[]>([[0, []]]);
  let current = stepsIn.get(0) ?? [];
  // The last step is the verdict itself, which is not to be relied on.
  expect(explanation.at(-1)?.type).toBe("SeatsFilled");
  for (const step of explanation.slice(0, -1)) {
    if (step.type !== "BranchFollowed") {
      current.push(step);
      continue;
    }
    current = [];
    stepsIn.set(step.data.branch, current);
  }
  const follow = (branch: number, from: Known): Verdict => {
    const known: Known = {
      ...from,
      figures: new Map(from.figures),
      continuing: new Set(from.continuing),
      elected: new Set(from.elected),
    };
    const steps = stepsIn.get(branch) ?? [];
    const last = steps.at(-1);
    for (const step of steps) replay(known, step);
    if (last?.type !== "TieFollowed") {
      expect(known.elected.size).toBe(Math.min(known.seats, known.elected.size + known.continuing.size));
      return { always: known.elected, sometimes: known.elected };
    }
    const { tied, branches } = last.data;
    expect(branches.map(({ picked }) => picked)).toEqual(tied);
    const verdicts = branches.map((picked) => follow(picked.branch, known));
    const sometimes = new Set(verdicts.flatMap((verdict) => [...verdict.sometimes]));
    return {
      sometimes,
      always: new Set([...sometimes].filter((one) => verdicts.every(({ always }) => always.has(one)))),
    };
  };
  const nobody = { figures: new Map(), continuing: new Set<Nominee>(), elected: new Set<Nominee>() };
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

function replay(known: Known, { type, data }: CountStep): void {
  switch (type) {
    case "QuotaSet": {
      const papers = minus(fractionOfText(data.papers), fractionOfText(data.blank));
      return void Object.assign(known, { papers, seats: data.seats, quota: fractionOfText(data.quota) });
    }
    case "KeepFactorsApplied":
    case "RoundClosed":
      closed(known, data);
      return;
    case "NomineeElected": {
      const { nominee, ground } = data;
      const votes = fractionOfText(data.votes);
      if (known.figures.has(nominee)) expect(votes).toEqual(known.figures.get(nominee));
      if (ground === "quota") expect(compare(votes, known.quota)).toBeGreaterThanOrEqual(0);
      else
        expect(known.elected.size + known.continuing.size).toBeLessThanOrEqual(
          Math.max(known.seats, known.elected.size + 1),
        );
      known.continuing.delete(nominee);
      return void known.elected.add(nominee);
    }
    case "NomineeExcluded": {
      const { nominee, ground } = data;
      const votes = fractionOfText(data.votes);
      expect(votes).toEqual(known.figures.get(nominee));
      if (ground === "lowest") expect(isLowest(known, nominee, votes)).toBe(true);
      return void known.continuing.delete(nominee);
    }
    case "NomineeNotElected":
      expect(known.elected.size).toBe(known.seats);
      return void known.continuing.delete(data.nominee);
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
  { continuing, figures, quota, elected, byTransfers }: Known,
  nominee: Nominee,
  votes: Fraction,
): boolean {
  const surplus = [...elected].map((one) => minus(figures.get(one) ?? zero, quota)).reduce(plus, zero);
  const slack = !byTransfers && compare(surplus, zero) > 0 ? surplus : zero;
  return [...continuing].every(
    (other) => other === nominee || compare(plus(figures.get(other) ?? zero, slack), votes) >= 0,
  );
}

function transferred(
  known: Known,
  type: "SurplusTransferred" | "PapersTransferred",
  { nominee, piles, ...data }: DataOf<CountStep, "SurplusTransferred">,
): void {
  const [surplus, lost] = [fractionOfText(data.surplus), fractionOfText(data.lost)];
  const votes = known.figures.get(nominee) ?? zero;
  expect(surplus).toEqual(type === "SurplusTransferred" ? minus(votes, known.quota) : votes);
  known.figures.set(nominee, minus(votes, surplus));
  let moved = lost;
  for (const { passedOn, papers, to } of piles) {
    expect(to.map((receipt) => fractionOfText(receipt.papers)).reduce(plus, zero)).toEqual(
      fractionOfText(papers),
    );
    for (const receipt of to) {
      const value = times(fractionOfText(passedOn), fractionOfText(receipt.papers));
      moved = plus(moved, value);
      if (receipt.nominee === null) known.exhausted = plus(known.exhausted, value);
      else {
        expect(known.continuing.has(receipt.nominee)).toBe(true);
        known.figures.set(receipt.nominee, plus(known.figures.get(receipt.nominee) ?? zero, value));
      }
    }
  }
  known.lost = plus(known.lost, lost);
  expect(moved).toEqual(surplus);
}

/** A Gregory count must arrive at the figures by its transfers; Meek's takes them anew, and they must sum up. */
function closed(known: Known, data: DataOf<CountStep, "RoundClosed" | "KeepFactorsApplied">): void {
  const figures = data.figures.map(({ nominee, votes }) => ({ nominee, votes: fractionOfText(votes) }));
  const exhausted = fractionOfText(data.exhausted);
  const [lost, quota] = [fractionOfText(data.lost), fractionOfText(data.quota)];
  const votes = figures.map((figure) => figure.votes).reduce(plus, zero);
  expect(plus(plus(votes, exhausted), lost)).toEqual(known.papers);
  const first = known.figures.size === 0;
  if (known.byTransfers && !first)
    expect(figures.map(({ nominee }) => known.figures.get(nominee))).toEqual(
      figures.map((figure) => figure.votes),
    );
  if (first)
    for (const { nominee } of figures) if (!known.elected.has(nominee)) known.continuing.add(nominee);
  for (const figure of figures) known.figures.set(figure.nominee, figure.votes);
  Object.assign(known, { exhausted, lost, quota });
}
