import type { Choices } from "../choices.ts";
import { weightAt } from "../grouping.ts";

/** Nominees whom exactly the same papers keep: which of them is elected makes no difference to any score. */
export type Class = { readonly members: readonly number[]; readonly keptBy: readonly number[] };

/** What one more member of a class adds to the score of those elected, times the scale; and who is elected. */
type Gains = {
  readonly of: (alike: Class) => bigint;
  readonly elect: (alike: Class) => void;
  readonly leave: (alike: Class) => void;
};

/** @param scale a multiple of all numbers up to `target`, which is how many are elected */
export function gainsOf(choices: Choices, target: number, scale: bigint): Gains {
  const scores = scoresOfSets(choices, target, Number(scale));
  return scores === undefined ? gainsByPapers(choices, target, scale) : gainsBySets(scores);
}

/** Of few papers, or many nominees: each paper knows what it adds next. */
function gainsByPapers({ papers, weights }: Choices, target: number, scale: bigint): Gains {
  const elected = papers.map(() => 0);
  // What a paper adds to the score with its first, second ... name elected, and what it would add with one more now.
  const addedBy = papers.map((_, paper) => addedWith(weightAt(weights, paper) * scale, target));
  const next = addedBy.map(([first]) => first ?? 0n);
  const shift = ({ keptBy }: Class, by: 1 | -1) => {
    for (const paper of keptBy) {
      const count = (elected[paper] ?? 0) + by;
      elected[paper] = count;
      next[paper] = addedBy[paper]?.[count] ?? 0n;
    }
  };
  return {
    of({ keptBy }) {
      let sum = 0n;
      for (const paper of keptBy) sum += next[paper] ?? 0n;
      return sum;
    },
    elect: (alike) => shift(alike, 1),
    leave: (alike) => shift(alike, -1),
  };
}

/** What a paper of this weight adds with each further name of it that is elected: all, a half, a third ... */
function addedWith(weight: bigint, target: number): bigint[] {
  return Array.from({ length: target + 1 }, (_, count) => weight / BigInt(count + 1));
}

const bitOf = (nominee: number) => 1 << nominee;

function gainsBySets(scores: Float64Array): Gains {
  let elected = 0;
  /** The bit of one more of a class, or of one less; 0 where there is none. */
  const more = ({ members }: Class) => members.map(bitOf).find((bit) => (elected & bit) === 0) ?? 0;
  const less = ({ members }: Class) => members.map(bitOf).findLast((bit) => (elected & bit) !== 0) ?? 0;
  return {
    of: (alike) => BigInt((scores[elected | more(alike)] ?? 0) - (scores[elected] ?? 0)),
    elect(alike) {
      elected |= more(alike);
    },
    leave(alike) {
      elected ^= less(alike);
    },
  };
}

const nomineesMax = 18;
/** A table of all sets costs about as much as so many gains of papers one by one. */
const setsPerPaper = 1_024;

/**
 * The scores of all sets of up to `target` nominees, by their bits; undefined where the table is not worth its cost or
 * does not fit into exact numbers. A paper with k names elected counts 1 + 1/2 + ... + 1/k, which is the sum over j of
 * -(-1)^j C(k, j) / j: so each set of j names counts, once for all papers that keep all of them, for every committee that
 * holds it. Both sums run over the nominees one by one.
 */
function scoresOfSets({ field, papers, weights }: Choices, target: number, scale: number) {
  const size = field.nominees.length;
  if (size > nomineesMax || 2 ** size > setsPerPaper * papers.length) return undefined;
  const [only, ...more] = weights.limbs;
  const largest = Number(weights.total) * scale * 2 ** size;
  if (only === undefined || more.length > 0 || largest > Number.MAX_SAFE_INTEGER) return undefined;
  const sums = new Float64Array(2 ** size);
  papers.forEach((names, paper) => {
    const set = names.reduce((bits, name) => bits | (1 << name), 0);
    sums[set] = (sums[set] ?? 0) + (only[paper] ?? 0);
  });
  eachWith(size, (without, withIt) => {
    sums[without] = (sums[without] ?? 0) + (sums[withIt] ?? 0);
  });
  for (let set = 0; set < sums.length; set++) sums[set] = (sums[set] ?? 0) * factorOf(set, target, scale);
  eachWith(size, (without, withIt) => {
    sums[withIt] = (sums[withIt] ?? 0) + (sums[without] ?? 0);
  });
  return sums;
}

/** Every set without a nominee, and the same set with it, nominee by nominee. */
function eachWith(size: number, meet: (without: number, withIt: number) => void): void {
  for (let nominee = 0; nominee < size; nominee++) {
    const bit = 1 << nominee;
    for (let set = 0; set < 1 << size; set++) if ((set & bit) === 0) meet(set, set | bit);
  }
}

function factorOf(set: number, target: number, scale: number): number {
  let members = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) members++;
  if (members === 0 || members > target) return 0;
  return members % 2 === 1 ? scale / members : -scale / members;
}
