import type { Election, RankedPaper } from "../rule.ts";
import { type Arithmetic, type ArithmeticOption, fixedPoint, withArithmetic } from "./arithmetic.ts";
import type { GregoryRule, Next } from "./gregory.ts";
import { choice, isComplete, reachingQuota, sureLosersOf } from "./gregory-choice.ts";
import { countByGregory } from "./gregory-count.ts";
import { elect, type StvCount, type StvOptions, stvStatus, withStatus } from "./stv.ts";

export type WigmOptions = StvOptions & {
  /** By default fractions, which lose nothing. */
  readonly arithmetic?: ArithmeticOption;
};

export type ReferenceWigmOptions = StvOptions & {
  /**
   * Defeat together, before any surplus is transferred, those who can no longer reach the next above them
   * (step B.2).
   */
  readonly sureLosers?: boolean;
};

/**
 * The weighted inclusive Gregory method in its general form: in decimals the quota is `papers / (seats + 1)` cut off
 * plus one in the last place, and reaching it elects; in fractions and guarded decimals it is exactly
 * `papers / (seats + 1)`, and exceeding it elects.
 *
 * Source: the reference rule of the Proportional Representation Foundation, freed of its four decimals.
 * Ties inside the count: the lot of `tieOrder`; without one every branch is followed.
 *
 * @throws {InvalidInput} as `readRankings`; for a name in an option that is not nominated
 * @example
 * const papers = [
 *   { weight: 4, ranking: [["A"], ["B"], ["C"]] },
 *   { weight: 3, ranking: [["B"], ["C"], ["A"]] },
 *   { weight: 2, ranking: [["C"], ["B"], ["A"]] },
 * ];
 * wigm({ nominees: ["A", "B", "C"], seats: 2, papers }).outcome.elected // ["A", "B"]
 */
export function wigm(election: Election<RankedPaper>, options: WigmOptions = {}): StvCount {
  return withArithmetic(options.arithmetic ?? { kind: "rational" }, (arithmetic) =>
    countByGregory(wigmRule("wigm", arithmetic), election, options),
  );
}

/**
 * The weighted inclusive Gregory method, four decimals: quota `papers / (seats + 1)` plus 0.0001; the largest surplus
 * first, possibly of zero, every paper passed on at `value * surplus / votes`; then the lowest defeated.
 *
 * Source: Proportional Representation Foundation, Reference WIGM Rule,
 * https://prfound.org/resources/reference/reference-wigm-rule/. Ties inside the count (D.1): the lot of
 * `tieOrder`; without one every branch is followed.
 *
 * @throws {InvalidInput} as `readRankings`; for a name in an option that is not nominated
 * @example
 * const papers = [
 *   { weight: 4, ranking: [["A"], ["B"], ["C"]] },
 *   { weight: 3, ranking: [["B"], ["C"], ["A"]] },
 *   { weight: 2, ranking: [["C"], ["B"], ["A"]] },
 * ];
 * referenceWigm({ nominees: ["A", "B", "C"], seats: 2, papers }).outcome.elected // ["A", "B"]
 */
export function referenceWigm(election: Election<RankedPaper>, options: ReferenceWigmOptions = {}): StvCount {
  const rule = wigmRule("reference-wigm", fixedPoint(4), options.sureLosers === true);
  return countByGregory(rule, election, options);
}

function wigmRule<V>(name: string, arithmetic: Arithmetic<V>, sureLosers = false): GregoryRule<V> {
  const { compare, step } = arithmetic;
  const exact = compare(step, arithmetic.zero) === 0;
  return {
    name,
    arithmetic,
    skippedRank: "passed",
    looksBack: false,
    quota: (papers, seats) =>
      arithmetic.plus(
        arithmetic.quotient(arithmetic.of(papers), arithmetic.of(BigInt(seats + 1)), "down"),
        step,
      ),
    reaches: (votes, quota) => compare(votes, quota) >= (exact ? 1 : 0),
    next(count, state, log): Next {
      const elected = reachingQuota(count, state);
      elect(count.field, arithmetic, state, log, { elected, status: stvStatus.pending, ground: "quota" });
      if (isComplete(count, state)) return { type: "complete" };
      const losers = sureLosers ? sureLosersOf(count, state) : [];
      if (losers.length > 0) return { type: "exclude", nominees: losers, ground: "sureLosers" };
      const pending = withStatus(state.status, stvStatus.pending);
      if (pending.length > 0) return choice(count, state, log, { among: pending, action: "transfer" });
      return choice(count, state, log, {
        among: withStatus(state.status, stvStatus.continuing),
        action: "exclude",
      });
    },
    // B.2 tests for the end before it moves papers, B.4 after.
    endsOnExclusion: (count, state, { ground }) => ground === "sureLosers" && isComplete(count, state),
    endsAfter: (count, state) => isComplete(count, state),
  };
}
