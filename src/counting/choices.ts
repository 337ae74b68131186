import { type Fraction, fraction } from "../kernel/fraction.ts";
import { fractionText } from "../kernel/fraction-text.ts";
import { exactSums, type Field, fieldOf, groupedBy, problems, type Weights, weightAt } from "./grouping.ts";
import type { ApprovalPaper, Count, Election, Figure, Nominee } from "./rule.ts";
import { readTieOrder, verdictByFigures } from "./seats.ts";
import type { CountStep } from "./steps/count-step.ts";

/** Papers that keep names, read once: equal papers together, each as the places of the nominees that it keeps. */
export type Choices = {
  readonly field: Field;
  readonly papers: readonly (readonly number[])[];
  readonly weights: Weights;
};

type Placed = Pick<ApprovalPaper, "weight"> & { readonly places: readonly number[] };

export type TieOption = {
  /** An order frozen before the vote, from first kept to last, by which a tie for the last seats is broken. */
  readonly tieOrder?: readonly Nominee[];
};

export type KeptNamesOptions = TieOption & {
  /** How many names a paper may keep. */
  readonly namesMax?: number;
};

/** @throws {InvalidInput} for anything but a whole number from 1 */
export function checkNamesMax(namesMax: number): void {
  if (Number.isSafeInteger(namesMax) && namesMax >= 1) return;
  const wrong = problems();
  wrong.add({ field: "namesMax", rule: "min", expected: ">= 1", value: namesMax });
  wrong.throwIfAny();
}

/**
 * Reads an election on kept names. A name kept twice counts once; a paper that keeps nobody is a blank one.
 *
 * @param namesMax how many names a paper may keep
 * @throws {InvalidInput} for a paper that keeps somebody who is not nominated, or too many names
 */
export function choicesOf(election: Election<ApprovalPaper>, namesMax = Number.POSITIVE_INFINITY): Choices {
  const field = fieldOf(election);
  const wrong = problems();
  // A list of papers that is none is met by `groupedBy`.
  const read = Array.isArray(election.papers) ? election.papers.map(placesOn) : election.papers;
  const { papers, weights } = groupedBy(read as readonly Placed[], ({ places }) => places.join());
  wrong.throwIfAny();
  return { field, weights, papers: papers.map(({ places }) => places) };

  function placesOn({ weight, approvals }: ApprovalPaper, index: number): Placed {
    const path = `papers[${index}].approvals`;
    const places = placesOf(field, approvals, path, wrong);
    if (places.length > namesMax) {
      const value = `${places.length} names`;
      wrong.add({ field: path, rule: "namesMax", expected: `<= ${namesMax}`, value });
    }
    return { weight, places };
  }
}

/** The places of the nominees that a list names, in the order of the nominees, each once. */
export function placesOf(
  { indexOf }: Field,
  names: readonly string[],
  field: string,
  wrong: ReturnType<typeof problems>,
): number[] {
  if (!Array.isArray(names)) {
    wrong.add({ field, rule: "type", expected: "array", value: names });
    return [];
  }
  const places: number[] = [];
  let isInOrder = true;
  for (const name of names) {
    const place = indexOf.get(name);
    if (place === undefined) wrong.add({ field, rule: "nominee", value: name });
    else {
      isInOrder &&= place > (places.at(-1) ?? -1);
      places.push(place);
    }
  }
  // Papers in canonical form are in order already.
  return isInOrder ? places : [...new Set(places)].sort((a, b) => a - b);
}

/** How many papers keep each nominee. */
export function approvalsOf({ field, papers, weights }: Choices): bigint[] {
  return exactSums(weights, (weightOf) => {
    const sums = new Float64Array(field.nominees.length);
    papers.forEach((names, index) => {
      for (const name of names) sums[name] = (sums[name] ?? 0) + (weightOf[index] ?? 0);
    });
    return sums;
  });
}

/** How many papers there are, and how many of them keep nobody. */
export function papersCounted({ papers, weights }: Choices): CountStep {
  const blank = papers.findIndex((names) => names.length === 0);
  return {
    type: "PapersCounted",
    data: {
      papers: fractionText(weights.total),
      blank: blank < 0 ? "0" : fractionText(weightAt(weights, blank)),
    },
  };
}

export function figuresOf({ nominees }: Field, votes: readonly (bigint | Fraction)[]): Figure[] {
  return nominees.map((nominee, index) => {
    const figure = votes[index] ?? 0n;
    return { nominee, votes: typeof figure === "bigint" ? fraction(figure) : figure };
  });
}

/**
 * The seats go to the nominees with the most; a frozen order breaks a tie for the last seats, or it stays
 * undecided.
 */
export function mostFirst(
  rule: string,
  field: Field,
  figures: readonly Figure[],
  { tieOrder, before = [] }: { tieOrder?: readonly Nominee[] | undefined; before?: readonly CountStep[] },
): Count {
  readTieOrder(field, tieOrder);
  const { order, outcome, steps } = verdictByFigures({ figures, seats: field.seats, tieOrder });
  const explanation = [...before, ...steps];
  return {
    rule,
    outcome,
    order,
    totals: figures,
    rounds: [{ figures, exhausted: fraction(0), conclusions: explanation }],
    explanation,
  };
}

/** Sorts the greater first. */
export function greaterFirst(a: bigint, b: bigint): -1 | 0 | 1 {
  return a > b ? -1 : a < b ? 1 : 0;
}

/** The nominees at these places. */
export function named({ nominees }: Field, places: readonly number[]): Nominee[] {
  return places.map((place) => nominees[place] ?? "");
}
