import type { Nominee, Outcome } from "./rule.ts";
import { outcomeOf } from "./seats.ts";

/**
 * What the branches of a count have in common: who is elected in all of them and in some, and who is above whom in
 * all of them. Nominees are indexes.
 */
export type Results = {
  readonly inAll: Uint8Array;
  readonly inSome: Uint8Array;
  /** Row by row, 1 where the nominee of the row is above that of the column. Empty for a rule that ranks nobody. */
  readonly above: Uint8Array;
};

/** The result of one branch: the elected, and where the rule ranks them groups of the others from first to last. */
export function resultOf(
  size: number,
  elected: readonly number[],
  others?: readonly (readonly number[])[],
): Results {
  const inAll = marked(size, elected);
  return { inAll, inSome: inAll, above: aboveBy(size, elected, others) };
}

/**
 * The result of a branch that is not followed to its end: each of `continuing` may be elected, `elected`
 * already are.
 */
export function unknownAmong(
  size: number,
  continuing: readonly number[],
  { elected = [], others }: { elected?: readonly number[]; others?: readonly (readonly number[])[] },
): Results {
  return {
    inAll: marked(size, elected),
    inSome: marked(size, continuing),
    above: aboveBy(size, continuing, others),
  };
}

function marked(size: number, indexes: readonly number[]): Uint8Array {
  const marks = new Uint8Array(size);
  for (const index of indexes) marks[index] = 1;
  return marks;
}

const nobodyAbove = new Uint8Array(0);

function aboveBy(
  size: number,
  first: readonly number[],
  others: readonly (readonly number[])[] | undefined,
): Uint8Array {
  if (others === undefined) return nobodyAbove;
  const above = new Uint8Array(size * size);
  const groups = [first, ...others];
  groups.forEach((group, place) => {
    const below = groups.slice(place + 1).flat();
    for (const a of group) for (const b of below) above[a * size + b] = 1;
  });
  return above;
}

/**
 * The results of several branches together.
 * @throws {RangeError} when there is no branch
 */
export function merged(results: readonly Results[]): Results {
  const [first, ...rest] = results;
  if (first === undefined) throw new RangeError("a merger needs at least one result");
  const [inAll, inSome, above] = [first.inAll.slice(), first.inSome.slice(), first.above.slice()];
  for (const next of rest) {
    for (let index = 0; index < inAll.length; index++) {
      inAll[index] = (inAll[index] ?? 0) & (next.inAll[index] ?? 0);
      inSome[index] = (inSome[index] ?? 0) | (next.inSome[index] ?? 0);
    }
    for (let cell = 0; cell < above.length; cell++)
      above[cell] = (above[cell] ?? 0) & (next.above[cell] ?? 0);
  }
  return { inAll, inSome, above };
}

/** Elected is who is elected in all branches, not elected who is elected in none, undecided the rest. */
export function outcomeOfResults(
  { inAll, inSome }: Omit<Results, "above">,
  nominees: readonly Nominee[],
  seats: number,
): Outcome {
  const elected = nominees.filter((_, index) => inAll[index] === 1);
  const notElected = nominees.filter((_, index) => inSome[index] !== 1);
  const tied = nominees.filter((_, index) => inSome[index] === 1 && inAll[index] !== 1);
  return outcomeOf({ elected, notElected, tied, seats });
}
