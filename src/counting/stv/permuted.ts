import type { Arithmetic } from "./arithmetic.ts";

/**
 * What a rank keeps of a weight of 1: `full` for each who keeps all that comes, a share for each other who
 * keeps a part.
 */
export type Parts<V> = {
  readonly full: V;
  readonly keepers: readonly number[];
  readonly others: readonly { readonly nominee: number; readonly share: V }[];
  readonly rest: V;
};

/**
 * Reads what each of several in one rank keeps of a paper of weight 1 when it counts as all its permutations in equal
 * parts: `k / n * sum over j of e(j) / C(n - 1, j)`, where e(j) is the elementary symmetric polynomial of degree j
 * of what the others let pass; the excluded let all pass, and stay in it. Each rank is worked out once: the same list
 * stands on many routes.
 *
 * Source: E. Stensholt, "Implementing a suggestion of Meek's", Voting matters 16 (2003), pp. 6-9.
 */
export function partsReader<V>(
  keep: readonly V[],
  arithmetic: Arithmetic<V>,
): (rank: readonly number[]) => Parts<V> {
  const known = new Map<readonly number[], Parts<V>>();
  const choicesBySize: (readonly bigint[])[] = [];
  return (rank) => {
    const found = known.get(rank);
    if (found !== undefined) return found;
    const choices = choicesBySize[rank.length] ?? binomials(rank.length);
    choicesBySize[rank.length] = choices;
    const parts = partsAmong(rank, keep, choices, arithmetic);
    known.set(rank, parts);
    return parts;
  };
}

/** How many sets of each number can be chosen from all others of so many. */
function binomials(size: number): bigint[] {
  const choices = [1n];
  for (let degree = 1; degree < size; degree++)
    choices.push(((choices.at(-1) ?? 1n) * BigInt(size - degree)) / BigInt(degree));
  return choices;
}

function partsAmong<V>(
  rank: readonly number[],
  keep: readonly V[],
  choices: readonly bigint[],
  arithmetic: Arithmetic<V>,
): Parts<V> {
  const { zero, one, minus, product, part, same } = arithmetic;
  // Whoever keeps all passes nothing on, which leaves the polynomials unchanged: all of them have the same share.
  const keepers: number[] = [];
  const passing: number[] = [];
  const passes: V[] = [];
  for (const nominee of rank) {
    const pass = minus(one, keep[nominee] as V);
    if (same(pass, zero)) keepers.push(nominee);
    else {
      passing.push(nominee);
      passes.push(pass);
    }
  }
  const size = BigInt(rank.length);
  const shareOf = (own: V, terms: readonly V[]) =>
    part(product(own, metAfter(terms, choices, arithmetic), "down"), size);
  const others: Parts<V>["others"][number][] = [];
  // The polynomials of those before each are worked out once for all after them.
  const before = [one];
  for (const [place, nominee] of passing.entries()) {
    const own = keep[nominee] as V;
    if (!same(own, zero)) {
      const terms = [...before];
      for (let later = place + 1; later < passes.length; later++)
        takeIn(terms, passes[later] as V, arithmetic);
      others.push({ nominee, share: shareOf(own, terms) });
    }
    takeIn(before, passes[place] as V, arithmetic);
  }
  if (keepers.length > 0) return { full: shareOf(one, before), keepers, others, rest: zero };
  const rest = passes.reduce((all, pass) => product(all, pass, "down"), one);
  return { full: zero, keepers, others, rest };
}

/** Takes one more value into elementary symmetric polynomials, by degree from 0. */
function takeIn<V>(terms: V[], value: V, { zero, one, plus, product, same }: Arithmetic<V>): void {
  terms.push(zero);
  const isWhole = same(value, one);
  for (let degree = terms.length - 1; degree > 0; degree--) {
    const lower = terms[degree - 1] as V;
    terms[degree] = plus(terms[degree] as V, isWhole ? lower : product(lower, value, "down"));
  }
}

/** What comes to one of a rank from all places in it, times their number, past the others. */
function metAfter<V>(
  terms: readonly V[],
  choices: readonly bigint[],
  { zero, plus, part }: Arithmetic<V>,
): V {
  let sum = zero;
  for (let degree = 0; degree < terms.length; degree++)
    sum = plus(sum, part(terms[degree] as V, choices[degree] ?? 1n));
  return sum;
}
