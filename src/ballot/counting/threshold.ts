/**
 * The share of a base that a nominee needs: `3/4` of it, or more than `1/2` of it where `strict`.
 * Compared in integers; a rounded percentage never decides.
 */
export type Threshold = {
  readonly numerator: number;
  readonly denominator: number;
  /** True for "more than" the share, false for "at least" the share. */
  readonly strict: boolean;
};

/**
 * What the share is taken of: all who are eligible to vote, those present, those present or consulted in
 * writing, the papers issued, the papers returned, or the valid papers.
 */
export type ThresholdBase = "eligible" | "present" | "presentOrConsulted" | "issued" | "returned" | "valid";

/**
 * Whether `votes` reach the threshold over `base`. Nobody reaches anything over a base of zero.
 *
 * @throws {RangeError} for a share that is not within 0/1 to 1/1, or a negative number of votes or base
 * @example
 * meets({ numerator: 1, denominator: 2, strict: true }, 11, 22) // false
 * meets({ numerator: 4, denominator: 5, strict: false }, 8, 10) // true
 */
export function meets(threshold: Threshold, votes: number | bigint, base: number | bigint): boolean {
  const { numerator, denominator } = checkedShare(threshold);
  const [got, of] = [BigInt(votes), BigInt(base)];
  if (got < 0n || of < 0n) throw new RangeError(`votes and base are counts: ${votes} of ${base}`);
  if (of === 0n) return false;
  const [reached, asked] = [got * denominator, numerator * of];
  return threshold.strict ? reached > asked : reached >= asked;
}

/** The fewest votes that reach the threshold over `base`; more than `base` when none do. */
export function votesNeeded(threshold: Threshold, base: number | bigint): bigint {
  const { numerator, denominator } = checkedShare(threshold);
  const asked = numerator * BigInt(base);
  if (threshold.strict) return asked / denominator + 1n;
  return (asked + denominator - 1n) / denominator;
}

/**
 * Whether any nominee can reach the threshold at all when each of `electors` units has one vote and the nominee
 * is one of them. A unit that may not vote for itself gets at most n - 1 of n votes: 90 % is then out of reach
 * for n < 10 and 80 % for n < 5, unless the base leaves the unit itself out. Bylaws that make the threshold
 * unreachable are to be refused when they are adopted.
 *
 * @example
 * isReachable({ numerator: 9, denominator: 10, strict: false }, { electors: 9, selfVote: false }) // false
 * isReachable({ numerator: 9, denominator: 10, strict: false }, { electors: 10, selfVote: false }) // true
 */
export function isReachable(
  threshold: Threshold,
  {
    electors,
    selfVote,
    baseExcludesSelf = false,
  }: { electors: number; selfVote: boolean; baseExcludesSelf?: boolean },
): boolean {
  const votesMax = selfVote ? electors : electors - 1;
  const base = baseExcludesSelf && !selfVote ? electors - 1 : electors;
  if (base <= 0) return false;
  return meets(threshold, votesMax, base);
}

function checkedShare({ numerator, denominator }: Threshold): { numerator: bigint; denominator: bigint } {
  const whole = Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator);
  if (!whole || denominator < 1 || numerator < 0 || numerator > denominator)
    throw new RangeError(`not a share of a base: ${numerator}/${denominator}`);
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}
