import type { Nominee, Outcome } from "./rule.ts";
import { outcomeOf } from "./seats.ts";

/**
 * What a count by elimination comes to when every way of breaking its ties is followed: who is elected in all of
 * them and in some, and who is above whom in all of them.
 */
export type Results = {
  readonly inAll: Uint8Array;
  readonly inSome: Uint8Array;
  /** Row by row, 1 where the nominee of the row is above that of the column in every way. */
  readonly above: Uint8Array;
};

/** How many ways of ties are followed when a caller does not say: fewer of many nominees, whose ways cost more each. */
export function waysMaxFor(nominees: number): number {
  return Math.min(1024, Math.max(16, Math.floor(200_000 / nominees ** 2)));
}

/** The result of one way: the elected, and groups of the others from the first to the last. */
export function resultOf(
  size: number,
  elected: readonly number[],
  others: readonly (readonly number[])[],
): Results {
  const inAll = new Uint8Array(size);
  for (const index of elected) inAll[index] = 1;
  return { inAll, inSome: inAll, above: aboveBy(size, [elected, ...others]) };
}

/** A result of which no more is known than that the elected will be among those who stand. */
export function unknownAmong(
  size: number,
  standing: readonly number[],
  others: readonly (readonly number[])[],
): Results {
  const inSome = new Uint8Array(size);
  for (const index of standing) inSome[index] = 1;
  return { inAll: new Uint8Array(size), inSome, above: aboveBy(size, [standing, ...others]) };
}

function aboveBy(size: number, groups: readonly (readonly number[])[]): Uint8Array {
  const above = new Uint8Array(size * size);
  groups.forEach((group, place) => {
    const below = groups.slice(place + 1).flat();
    for (const a of group) for (const b of below) above[a * size + b] = 1;
  });
  return above;
}

/** The results of several ways together. */
export function merged(results: readonly Results[]): Results {
  const [first, ...rest] = results;
  if (first === undefined) throw new RangeError("no results to merge");
  return rest.reduce<Results>(
    (all, next) => ({
      inAll: all.inAll.map((flag, index) => flag & (next.inAll[index] ?? 0)),
      inSome: all.inSome.map((flag, index) => flag | (next.inSome[index] ?? 0)),
      above: all.above.map((flag, index) => flag & (next.above[index] ?? 0)),
    }),
    first,
  );
}

export function outcomeOfResults(
  { inAll, inSome }: Results,
  nominees: readonly Nominee[],
  seats: number,
): Outcome {
  const elected = nominees.filter((_, index) => inAll[index] === 1);
  const notElected = nominees.filter((_, index) => inSome[index] !== 1);
  const tied = nominees.filter((_, index) => inSome[index] === 1 && inAll[index] !== 1);
  return outcomeOf({ elected, notElected, tied, seats });
}
