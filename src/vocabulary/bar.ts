import type { Threshold } from "./threshold.ts";

/** The share alone, whatever it is a share of. */
export type Bar = Pick<Threshold, "numerator" | "denominator" | "strict">;

/**
 * Whether `votes` out of `base` reach the bar, in integers; a rounded percentage never decides. Nothing reaches a
 * share of nobody: of a base of 0 the answer is no.
 *
 * @throws {RangeError} for a share that is not within 0/1 to 1/1, or a number of votes or base that is no count
 * @example
 * meets({ numerator: 1, denominator: 2, strict: true }, { votes: 11, base: 22 }) // false
 * meets({ numerator: 4, denominator: 5, strict: false }, { votes: 8, base: 10 }) // true
 */
export function meets(bar: Bar, { votes, base }: { votes: number | bigint; base: number | bigint }): boolean {
  const { numerator, denominator } = exactShare(bar);
  const [got, of] = [exactCount(votes), exactCount(base)];
  if (of === 0n) return false;
  const [reached, asked] = [got * denominator, numerator * of];
  return bar.strict ? reached > asked : reached >= asked;
}

/**
 * The least whole number of votes that reaches the bar; `undefined` when not even all of `base` do.
 *
 * @throws {RangeError} for a share that is not within 0/1 to 1/1, or a base that is no count
 * @example
 * votesNeeded({ numerator: 1, denominator: 2, strict: true }, 22) // 12
 * votesNeeded({ numerator: 1, denominator: 1, strict: true }, 5) // undefined
 */
export function votesNeeded(bar: Bar, base: number): number | undefined;
export function votesNeeded(bar: Bar, base: bigint): bigint | undefined;
export function votesNeeded(bar: Bar, base: number | bigint): number | bigint | undefined {
  const { numerator, denominator } = exactShare(bar);
  const of = exactCount(base);
  const asked = numerator * of;
  const needed = bar.strict ? asked / denominator + 1n : (asked + denominator - 1n) / denominator;
  if (of === 0n || needed > of) return undefined;
  return typeof base === "bigint" ? needed : Number(needed);
}

/**
 * Whether any nominee can reach the bar at all when each of `electors` units has one vote and the nominee is one
 * of them. A unit that may not vote for itself gets at most n - 1 of n votes: 90 % is then out of reach for n < 10
 * and 80 % for n < 5, unless the base leaves the unit itself out. Bylaws that make the bar unreachable are to be
 * refused when they are adopted.
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
    throw new RangeError(`not a share of a base: ${numerator}/${denominator}`);
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

function exactCount(count: number | bigint): bigint {
  if ((typeof count === "number" && !Number.isSafeInteger(count)) || count < 0)
    throw new RangeError(`not a count: ${count}`);
  return BigInt(count);
}
