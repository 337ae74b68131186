import { excerpt, InvalidInput, type Problem, problemsMax } from "../kernel/problem.ts";
import type { Election, Nominee, Weight } from "./rule.ts";

/** The nominees and the number of seats. They are read once; then the count uses indexes. */
export type Field = {
  readonly nominees: readonly Nominee[];
  readonly indexOf: ReadonlyMap<Nominee, number>;
  readonly seats: number;
};

/**
 * The weights of papers, or of distinct ballots, as limbs of 20 bits, lowest first; one limb while they sum to at
 * most 2^40. A sum that is linear in the weights is counted once per limb and put together by `exactSums`, so a
 * count runs on plain numbers and is exact at any size; what is left of 53 bits is room for whole coefficients
 * up to 2^12 and two million papers.
 */
export type Weights = {
  readonly limbs: readonly Float64Array[];
  readonly total: bigint;
};

type Grouped<P> = {
  /** Each distinct paper once, in the order in which they are first met. */
  readonly papers: readonly P[];
  readonly weights: Weights;
};

/** Collects the problems of an election, at most 20, and throws them together. */
export type Problems = {
  add(problem: { field: string; rule: string; value: unknown; expected?: string }): void;
  throwIfAny(): void;
};

export function problems(): Problems {
  const found: Problem[] = [];
  const throwIfAny = () => {
    if (found.length > 0) throw new InvalidInput(found);
  };
  return {
    throwIfAny,
    add({ value, ...problem }) {
      found.push({ ...problem, value: excerpt(value) });
      if (found.length >= problemsMax) throwIfAny();
    },
  };
}

/**
 * Reads the nominees and the number of seats.
 * @throws {InvalidInput} for no nominee, a name that is no string or occurs twice, or seats that are not a whole number
 * from 1
 */
export function fieldOf({ nominees, seats }: Pick<Election<unknown>, "nominees" | "seats">): Field {
  const wrong = problems();
  const indexOf = new Map<Nominee, number>();
  if (!Array.isArray(nominees) || nominees.length === 0)
    wrong.add({ field: "nominees", rule: "min", expected: ">= 1", value: nominees });
  else
    for (const [index, nominee] of nominees.entries()) {
      if (typeof nominee !== "string")
        wrong.add({ field: `nominees[${index}]`, rule: "type", expected: "string", value: nominee });
      else if (indexOf.has(nominee))
        wrong.add({ field: `nominees[${index}]`, rule: "distinct", value: nominee });
      else indexOf.set(nominee, index);
    }
  if (!Number.isSafeInteger(seats) || seats < 1)
    wrong.add({ field: "seats", rule: "min", expected: ">= 1", value: seats });
  wrong.throwIfAny();
  return { nominees, indexOf, seats };
}

/** The largest coefficient with which `exactSums` is exact. */
export const coefficientMax = 2 ** 12;

const limbBits = 20n;
const oneLimbMax = 2 ** 40;
const limbMask = (1n << limbBits) - 1n;

/**
 * The weights of papers, exactly.
 * @throws {InvalidInput} for a weight that is not a whole number from 1, or is a number above 2^53 - 1
 */
export function weightsOf(papers: readonly { readonly weight: Weight }[]): Weights {
  const wrong = problems();
  if (!Array.isArray(papers)) wrong.add({ field: "papers", rule: "type", expected: "array", value: papers });
  wrong.throwIfAny();
  const small = new Float64Array(papers.length);
  let sum = 0;
  let fits = true;
  for (let index = 0; index < papers.length; index++) {
    const weight: unknown = papers[index]?.weight;
    if (typeof weight === "number" && Number.isSafeInteger(weight) && weight >= 1) {
      small[index] = weight;
      sum += weight;
    } else if (typeof weight === "bigint" && weight >= 1n) fits = false;
    else
      wrong.add({
        field: `papers[${index}].weight`,
        rule: "weight",
        expected: ">= 1, whole, safe",
        value: weight,
      });
  }
  wrong.throwIfAny();
  if (fits && sum <= oneLimbMax) return { limbs: [small], total: BigInt(sum) };
  return limbsOf(papers.map(({ weight }) => BigInt(weight)));
}

/** Weights of any size, from big integers that are not negative. */
function limbsOf(weights: readonly bigint[]): Weights {
  const limbs: Float64Array[] = [];
  for (let rest = [...weights]; limbs.length === 0 || rest.some((weight) => weight > 0n); ) {
    limbs.push(Float64Array.from(rest, (weight) => Number(weight & limbMask)));
    rest = rest.map((weight) => weight >> limbBits);
  }
  return { limbs, total: weights.reduce((sum, weight) => sum + weight, 0n) };
}

/** `count` must be linear in the weights that it is given: what it returns is summed over the limbs, exactly. */
export function exactSums(weights: Weights, count: (weights: Float64Array) => Float64Array): bigint[] {
  const [lowest, ...higher] = weights.limbs.map(count);
  const sums = Array.from(lowest ?? [], BigInt);
  higher.forEach((limb, place) => {
    limb.forEach((sum, index) => {
      sums[index] = (sums[index] ?? 0n) + (BigInt(sum) << (limbBits * BigInt(place + 1)));
    });
  });
  return sums;
}

/** The weight at one place. */
export function weightAt({ limbs }: Pick<Weights, "limbs">, index: number): bigint {
  return limbs.reduceRight((sum, limb) => (sum << limbBits) + BigInt(limb[index] ?? 0), 0n);
}

/** The weight of several papers together. */
export function weightOf({ limbs }: Weights, indexes: Int32Array): bigint {
  return limbs.reduceRight((all, limb) => {
    let sum = 0;
    for (let at = 0; at < indexes.length; at++) sum += limb[indexes[at] ?? 0] ?? 0;
    return (all << limbBits) + BigInt(sum);
  }, 0n);
}

/** Equal papers once, with their weights added. Papers are equal exactly when `keyOf` gives the same key. */
export function groupedBy<P extends { readonly weight: Weight }>(
  papers: readonly P[],
  keyOf: (paper: P, index: number) => string,
): Grouped<P> {
  const weights = weightsOf(papers);
  const placeOf = new Map<string, number>();
  const places = new Uint32Array(papers.length);
  const first: P[] = [];
  papers.forEach((paper, index) => {
    const key = keyOf(paper, index);
    const place = placeOf.get(key) ?? first.length;
    if (place === first.length) {
      placeOf.set(key, place);
      first.push(paper);
    }
    places[index] = place;
  });
  return { papers: first, weights: gathered(weights, places, first.length) };
}

/** Weights added up by the place that each belongs to. */
export function gathered({ limbs, total }: Weights, places: Uint32Array, count: number): Weights {
  return {
    total,
    limbs: limbs.map((limb) => {
      const sums = new Float64Array(count);
      for (let index = 0; index < places.length; index++) {
        const place = places[index] ?? 0;
        sums[place] = (sums[place] ?? 0) + (limb[index] ?? 0);
      }
      return sums;
    }),
  };
}

/**
 * Reads one of the named values of an option.
 * @throws {InvalidInput} for any other
 */
export function oneOf<T extends string>(field: string, value: T, values: readonly T[]): T {
  const wrong = problems();
  if (!values.includes(value)) wrong.add({ field, rule: "oneOf", expected: values.join(" | "), value });
  wrong.throwIfAny();
  return value;
}
