import type { RankedPaper } from "../../src/counting/rule.ts";

export const nominees = ["An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khoa", "Lan", "Minh", "Nga"];

/** A small linear congruential generator, so that every run counts the same papers. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * Random papers that rank all nominees; hardly two are equal. They prefer the first nominees, so that there is a
 * winner without any tie, which each peer would break in another way.
 */
export function papersOf(count: number, seed: number): RankedPaper[] {
  const below = numbersFrom(seed);
  return Array.from({ length: count }, () => {
    const rest = [...nominees];
    const ranking: string[][] = [];
    while (rest.length > 0)
      ranking.push(rest.splice(Math.min(below(rest.length), below(rest.length + 1)), 1));
    return { weight: 1, ranking };
  });
}
