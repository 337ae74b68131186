import { expect } from "vitest";
import type { Nominee } from "../../../src/counting/rule.ts";
import type { CountStep } from "../../../src/counting/steps/count-step.ts";
import { compare, type Fraction, minus, plus, times, zero } from "../../../src/kernel/fraction.ts";
import { fractionOfText } from "../../../src/kernel/fraction-text.ts";
import type { DataOf } from "../../../src/kernel/messages.ts";
import { stepsOf } from "../steps.ts";

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
  /** By the rule's arithmetic, figures less than this apart are equal; zero where only equal figures are equal. */
  guard: Fraction;
  /** Those tied for exclusion, until one of them is excluded. */
  tied: Nominee[];
  /** Sure losers excluded so far, until the step after them. */
  sureLosers: Nominee[];
};
type Verdict = { always: Set<Nominee>; sometimes: Set<Nominee> };
/**
 * Recomputes the verdict of a count by STV from its explanation and what its rule says of transfers and of equal figures.
 * Every step must follow from those before it.
 */
export function verdictOf(explanation: readonly CountStep[], byTransfers: boolean, guard = zero): Verdict {
  const stepsIn = new Map<number, CountStep[]>([[0, []]]);
  let current = stepsIn.get(0) ?? [];
  // The last step is the verdict itself, which is not to be relied on.
  expect(explanation.at(-1)?.type).toBe("SeatsFilled");
  const left = new Map(
    explanation.flatMap(({ type, data }) => (type === "BranchSettled" ? [[data.branch, data]] : [])),
  );
  for (const step of explanation.slice(0, -1)) {
    if (step.type === "BranchSettled") continue;
    if (step.type !== "BranchFollowed") {
      current.push(step);
      continue;
    }
    current = [];
    stepsIn.set(step.data.branch, current);
  }
  const follow = (branch: number, from: Known, going: readonly Nominee[]): Verdict => {
    const known: Known = {
      ...from,
      figures: new Map(from.figures),
      continuing: new Set(from.continuing),
      elected: new Set(from.elected),
    };
    const settled = left.get(branch);
    if (settled) {
      expect(new Set(settled.elected)).toEqual(known.elected);
      const stay = [...known.continuing].filter((one) => !going.includes(one));
      expect(new Set(settled.continuing)).toEqual(new Set(stay));
      return { always: new Set(known.figures.keys()), sometimes: new Set() };
    }
    const steps = stepsIn.get(branch) ?? [];
    const last = steps.at(-1);
    for (const step of steps) replay(known, step);
    if (last?.type !== "TieFollowed") {
      expect(known.elected.size).toBe(Math.min(known.seats, known.elected.size + known.continuing.size));
      return { always: known.elected, sometimes: known.elected };
    }
    const { tied, branches, action } = last.data;
    expect(branches.map(({ picked }) => picked)).toEqual(tied);
    known.tied = [...tied];
    const verdicts = branches.map(({ branch, picked }) =>
      follow(branch, known, action === "exclude" ? [picked] : []),
    );
    const sometimes = new Set(verdicts.flatMap((verdict) => [...verdict.sometimes]));
    return {
      sometimes,
      always: new Set(
        [...known.figures.keys()].filter((one) => verdicts.every(({ always }) => always.has(one))),
      ),
    };
  };
  const nobody = { figures: new Map(), continuing: new Set<Nominee>(), elected: new Set<Nominee>() };
  const verdict = follow(
    0,
    {
      ...nobody,
      byTransfers,
      guard,
      tied: [],
      sureLosers: [],
      seats: 0,
      papers: zero,
      quota: zero,
      exhausted: zero,
      lost: zero,
    },
    [],
  );
  for (const { exchanges } of stepsOf(explanation, "ExchangesFound")) exchange(verdict, exchanges.flat());
  // What is left out changes nothing.
  for (const { elected, continuing } of left.values()) {
    for (const one of [...elected, ...continuing]) expect(verdict.sometimes).toContain(one);
    for (const one of verdict.always) expect(elected).toContain(one);
  }
  return verdict;
}

/** What one nominee can come to, another can who stands for it in the same papers. */
function exchange({ always, sometimes }: Verdict, pairs: readonly { nominee: Nominee; by: Nominee }[]): void {
  const carried = () =>
    pairs.filter(({ nominee, by }) => {
      const [elected, unsure] = [sometimes.has(nominee), always.has(by) && !always.has(nominee)];
      const changes = unsure || (elected && !sometimes.has(by));
      if (elected) sometimes.add(by);
      if (unsure) always.delete(by);
      return changes;
    });
  while (carried().length > 0);
}

function replay(known: Known, { type, data }: CountStep): void {
  if (type !== "NomineeExcluded") expectSureLosers(known);
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
      if (ground === "quota") expect(reachesQuota(known, votes)).toBe(true);
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
      if (ground === "lowest") expectLowest(known, nominee);
      if (ground === "sureLosers") known.sureLosers = [...known.sureLosers, nominee];
      return void known.continuing.delete(nominee);
    }
    case "TieBroken":
      return void Object.assign(known, { tied: data.tied });
    case "NomineeNotElected":
      expect(known.elected.size).toBe(known.seats);
      return void known.continuing.delete(data.nominee);
    case "SurplusDrawn":
      drawn(known, data);
      return;
    case "SurplusTransferred":
    case "PapersTransferred":
      transferred(known, type, data);
      return;
    default:
      return;
  }
}

/** Less, by more than the guard digits leave open (Droop's "guarded" arithmetic). */
const isLess = ({ guard }: Known, a: Fraction, b: Fraction) =>
  compare(a, b) < 0 && compare(minus(b, a), guard) >= 0;

/** Where equal figures are not equal to the last digit, the quota is exact, and exceeding it elects. */
const reachesQuota = (known: Known, votes: Fraction) =>
  compare(known.guard, zero) > 0 ? isLess(known, known.quota, votes) : compare(votes, known.quota) >= 0;

/** What the elected, and in a Gregory count those about to be, have above the quota. */
function surplusOf({ figures, quota, elected, continuing, byTransfers }: Known): Fraction {
  const above = [...elected, ...(byTransfers ? continuing : [])].map((one) =>
    minus(figures.get(one) ?? zero, quota),
  );
  const surplus = (byTransfers ? above.filter((one) => compare(one, zero) > 0) : above).reduce(plus, zero);
  return compare(surplus, zero) > 0 ? surplus : zero;
}

/** With a surplus left over in Meek's count, whoever is within it of the lowest is tied. Nobody is picked silently. */
function expectLowest(known: Known, nominee: Nominee): void {
  const { continuing, figures, byTransfers, tied } = known;
  const votesOf = (one: Nominee) => figures.get(one) ?? zero;
  const slack = byTransfers ? zero : surplusOf(known);
  const lowest = [...continuing].filter((one) =>
    [...continuing].every(
      (other) => other === one || !isLess(known, plus(votesOf(other), slack), votesOf(one)),
    ),
  );
  expect(lowest).toContain(nominee);
  // In a Gregory count a look back at earlier stages may leave fewer of them, and there are ties for transfer, too.
  if (!byTransfers) expect(new Set(tied.length > 0 ? tied : [nominee])).toEqual(new Set(lowest));
  known.tied = [];
}

/** Whoever is left has more than all sure losers have together with the surplus; and enough are left for the seats. */
function expectSureLosers(known: Known): void {
  const { sureLosers, continuing, figures, elected, seats } = known;
  if (sureLosers.length === 0) return;
  const reach = sureLosers.map((one) => figures.get(one) ?? zero).reduce(plus, surplusOf(known));
  for (const one of continuing) expect(isLess(known, reach, figures.get(one) ?? zero)).toBe(true);
  expect(elected.size + continuing.size).toBeGreaterThanOrEqual(seats);
  known.sureLosers = [];
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

/** Whole papers go to who continues, up to the quota. As many as the surplus, or all that name somebody else. */
function drawn(known: Known, { nominee, to, ...data }: DataOf<CountStep, "SurplusDrawn">): void {
  const [votes, surplus, passedOver] = [data.votes, data.surplus, data.passedOver].map(fractionOfText);
  expect(votes).toEqual(known.figures.get(nominee));
  expect(surplus).toEqual(minus(votes ?? zero, known.quota));
  const moved = to.map((receipt) => fractionOfText(receipt.papers)).reduce(plus, zero);
  if (compare(moved, surplus ?? zero) !== 0) expect(plus(moved, passedOver ?? zero)).toEqual(votes);
  known.figures.set(nominee, minus(votes ?? zero, moved));
  for (const receipt of to) {
    expect(known.continuing.has(receipt.nominee)).toBe(true);
    const figure = plus(known.figures.get(receipt.nominee) ?? zero, fractionOfText(receipt.papers));
    expect(compare(figure, known.quota)).toBeLessThanOrEqual(0);
    known.figures.set(receipt.nominee, figure);
  }
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
