import type { Threshold } from "./threshold.ts";

/** The share alone, without its base. */
export type Bar = Pick<Threshold, "numerator" | "denominator" | "strict">;

/**
 * Whether `votes` out of `base` reach the bar. It compares integers; a rounded percentage never decides. For a base
 * of 0 the answer is no.
 *
 * @throws {RangeError} for a share outside 0/1 to 1/1, or votes or a base that are not a whole number from 0
 * @example
 * meets({ numerator: 1, denominator: 2, strict: true }, { votes: 11, base: 22 }) // false
 * meets({ numerator: 4, denominator: 5, strict: false }, { votes: 8, base: 10 }) // true
 */
export function meets(bar: Bar, { votes, base }: { votes: number | bigint; base: number | bigint }): boolean {
  const { numerator, denominator } = exactShare(bar);
  const [got, total] = [exactCount(votes), exactCount(base)];
  if (total === 0n) return false;
  const [reached, asked] = [got * denominator, numerator * total];
  return bar.strict ? reached > asked : reached >= asked;
}

/**
 * The smallest whole number of votes that reaches the bar; `undefined` when even all of `base` do not reach it.
 *
 * @throws {RangeError} for a share outside 0/1 to 1/1, or a base that is not a whole number from 0
 * @example
 * votesNeeded({ numerator: 1, denominator: 2, strict: true }, 22) // 12
 * votesNeeded({ numerator: 1, denominator: 1, strict: true }, 5) // undefined
 */
export function votesNeeded(bar: Bar, base: number): number | undefined;
export function votesNeeded(bar: Bar, base: bigint): bigint | undefined;
export function votesNeeded(bar: Bar, base: number | bigint): number | bigint | undefined {
  const { numerator, denominator } = exactShare(bar);
  const total = exactCount(base);
  const asked = numerator * total;
  const needed = bar.strict ? asked / denominator + 1n : (asked + denominator - 1n) / denominator;
  if (total === 0n || needed > total) return undefined;
  return typeof base === "bigint" ? needed : Number(needed);
}

/**
 * Whether a nominee can reach the bar at all. Each of `electors` units has one vote, and the nominee is one of them.
 * A unit that may not vote for itself gets at most n - 1 of n votes. So nobody reaches 90 % for n < 10, or 80 % for
 * n < 5, unless the base leaves the nominee out. A bloc must refuse such bylaws when it adopts them.
 *
 * @throws {RangeError} as `meets`
 * @example
 * isReachable({ numerator: 9, denominator: 10, strict: false }, { electors: 9, selfVote: false }) // false
 * isReachable({ numerator: 9, denominator: 10, strict: false }, { electors: 10, selfVote: false }) // true
 */
export function isReachable(
  bar: Bar,
  {
    electors,
    selfVote,
    baseExcludesSelf = false,
  }: { electors: number; selfVote: boolean; baseExcludesSelf?: boolean },
): boolean {
  if (electors === 0) return false;
  const votes = selfVote ? electors : electors - 1;
  const base = baseExcludesSelf && !selfVote ? electors - 1 : electors;
  return meets(bar, { votes, base });
}

function exactShare({ numerator, denominator }: Bar): { numerator: bigint; denominator: bigint } {
  const whole = Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator);
  if (!whole || denominator < 1 || numerator < 0 || numerator > denominator)
    throw new RangeError(`a share must be 0/1 to 1/1, and ${numerator}/${denominator} is not`);
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

function exactCount(count: number | bigint): bigint {
  if ((typeof count === "number" && !Number.isSafeInteger(count)) || count < 0)
    throw new RangeError(`votes and base must be whole numbers from 0, and ${count} is none`);
  return BigInt(count);
}
