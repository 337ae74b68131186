import { compare } from "../kernel/fraction.ts";
import { fractionText } from "../kernel/fraction-text.ts";
import { type Field, problems } from "./grouping.ts";
import type { Figure, Nominee, Outcome } from "./rule.ts";
import type { CountStep } from "./steps/count-step.ts";

/** Nominees from best to worst; those in one group are level. */
type Order = readonly (readonly Nominee[])[];

/**
 * The nominees by their figures, the highest first, equal figures level.
 *
 * @example
 * byFigures([{ nominee: "A", votes: fraction(1) }, { nominee: "B", votes: fraction(2) }]) // [["B"], ["A"]]
 */
export function byFigures(figures: readonly Figure[]): Nominee[][] {
  return grouped(figures, (a, b) => compare(b.votes, a.votes)).map((group) =>
    group.map(({ nominee }) => nominee),
  );
}

/** Items in the order of `comparison`, those that compare equal in one group and as they came. */
export function grouped<T>(items: readonly T[], comparison: (a: T, b: T) => number): T[][] {
  const groups: T[][] = [];
  let last: T | undefined;
  for (const item of [...items].sort(comparison)) {
    const group = groups.at(-1);
    if (group === undefined || last === undefined || comparison(last, item) !== 0) groups.push([item]);
    else group.push(item);
    last = item;
  }
  return groups;
}

/**
 * Seats the best of an order. Only a tie at the boundary of the last seat is left undecided; a tie wholly inside
 * or outside is none. Seats that nobody is left for are vacant.
 *
 * @param tieOrder a frozen order of nominees, from first kept to last, by which a boundary tie is broken
 * @example
 * seatBest([["B"], ["A", "C"], ["D"]], 2) // { elected: ["B"], notElected: ["D"], undecided: { tied: ["A", "C"], seats: 1 }, vacant: 0 }
 */
export function seatBest(order: Order, seats: number, tieOrder?: readonly Nominee[]): Outcome {
  const elected: Nominee[] = [];
  const notElected: Nominee[] = [];
  let undecided: Outcome["undecided"];
  for (const group of tieOrder === undefined ? order : splitBy(order, tieOrder)) {
    const open = seats - elected.length;
    if (undecided !== undefined || open <= 0) notElected.push(...group);
    else if (group.length <= open) elected.push(...group);
    else undecided = { tied: [...group], seats: open };
  }
  const vacant = seats - elected.length - (undecided?.seats ?? 0);
  return { elected, notElected, ...(undecided && { undecided }), vacant };
}

/** The same order with each level group split by a frozen order; nominees that it does not name stay level, last. */
export function splitBy(order: Order, tieOrder: readonly Nominee[]): Nominee[][] {
  const place = new Map(tieOrder.map((nominee, index) => [nominee, index]));
  const placeOf = (nominee: Nominee) => place.get(nominee) ?? tieOrder.length;
  return order.flatMap((group) => grouped(group, (a, b) => placeOf(a) - placeOf(b)));
}

/** Whom of a group a frozen order keeps last. Those whom it does not name are last together. */
export function lastBy(group: readonly Nominee[], tieOrder: readonly Nominee[]): readonly Nominee[] {
  return splitBy([group], tieOrder).at(-1) ?? group;
}

/** An outcome from its three parts: what is undecided competes for the seats that are left. */
export function outcomeOf(parts: {
  elected: readonly Nominee[];
  notElected: readonly Nominee[];
  tied: readonly Nominee[];
  seats: number;
}): Outcome {
  const { elected, notElected, tied, seats } = parts;
  const open = seats - elected.length;
  if (tied.length === 0) return { elected, notElected, vacant: open };
  return { elected, notElected, undecided: { tied, seats: open }, vacant: 0 };
}

/**
 * The verdict of a rule that ranks by figures, with its steps: the figures, a boundary tie that was broken,
 * the seats.
 */
export function verdictByFigures(input: {
  figures: readonly Figure[];
  seats: number;
  tieOrder?: readonly Nominee[] | undefined;
  /** Whether the fewest are best: for figures that count opposition. */
  fewestFirst?: boolean;
}): { order: Nominee[][]; outcome: Outcome; steps: CountStep[] } {
  const { figures, seats, tieOrder, fewestFirst = false } = input;
  const order = byFigures(figures);
  if (fewestFirst) order.reverse();
  const { undecided } = seatBest(order, seats);
  const outcome = seatBest(order, seats, tieOrder);
  const steps: CountStep[] = [
    { type: "FiguresCounted", data: { figures: writtenFigures(figures), seats, fewestFirst } },
  ];
  if (undecided && tieOrder) steps.push({ type: "TieOrderApplied", data: { ...undecided, tieOrder } });
  steps.push(seatsFilled(outcome));
  return { order, outcome, steps };
}

/** Checks a frozen order of nominees: names of nominees, each at most once; it need not name all. */
export function readTieOrder({ indexOf }: Field, tieOrder: readonly Nominee[] | undefined): void {
  if (tieOrder === undefined) return;
  const wrong = problems();
  if (!Array.isArray(tieOrder))
    wrong.add({ field: "tieOrder", rule: "type", expected: "array", value: tieOrder });
  wrong.throwIfAny();
  const seen = new Set<Nominee>();
  for (const [index, nominee] of tieOrder.entries()) {
    const field = `tieOrder[${index}]`;
    if (!indexOf.has(nominee)) wrong.add({ field, rule: "nominee", value: nominee });
    if (seen.has(nominee)) wrong.add({ field, rule: "once", value: nominee });
    seen.add(nominee);
  }
  wrong.throwIfAny();
}

/** Figures as a step holds them. */
export function writtenFigures(figures: readonly Figure[]): { nominee: string; votes: string }[] {
  return figures.map(({ nominee, votes }) => ({ nominee, votes: fractionText(votes) }));
}

/** The conclusion of a count. */
export function seatsFilled(outcome: Outcome): CountStep {
  return { type: "SeatsFilled", data: { ...outcome } };
}
