import type { Election, Nominee, RankedPaper } from "../rule.ts";
import {
  type Arithmetic,
  type ArithmeticOption,
  fixedPoint,
  type Rounding,
  withArithmetic,
} from "./arithmetic.ts";
import type { GregoryRule, GregoryState, Next } from "./gregory.ts";
import { choice, reachingQuota, sureLosersOf } from "./gregory-choice.ts";
import { countByGregory } from "./gregory-count.ts";
import { undeclaredIn } from "./minneapolis.ts";
import { elect, isComplete, openSeats } from "./seating.ts";
import { type StvCount, type StvOptions, stvStatus, withStatus } from "./stv.ts";

export type WigmOptions = StvOptions & {
  /** By default fractions, which lose nothing. */
  readonly arithmetic?: ArithmeticOption;
  /**
   * `exact` (the default): `papers / (seats + 1)`, to be exceeded. To be reached: `hagenbachBischoff`, the same; `droop`,
   * `floor(papers / (seats + 1)) + 1`; `step`, `papers / (seats + 1)` cut off plus one in the last decimal place;
   * `hare`, `papers / seats`, in decimals rounded up; `wholeHare`, that rounded up to whole votes; `imperiali`,
   * `papers / (seats + 2)`.
   */
  readonly quota?: QuotaKind;
  /**
   * One surplus in a round, the largest first (the default); all of them `together`; or `oneByOne`: only the best of
   * those who reach the quota is elected in a round, and its surplus transferred.
   */
  readonly surpluses?: "largest" | "together" | "oneByOne";
  /** Whether a transfer value is `value * (surplus / votes)` with the quotient cut off first; by default not. */
  readonly roundedRatio?: boolean;
  /**
   * Write-in nominees who did not declare themselves. Their first preferences count for the quota; then, before anybody
   * is elected, they are excluded together.
   */
  readonly undeclared?: readonly Nominee[];
};

type QuotaKind = "exact" | "hagenbachBischoff" | "droop" | "step" | "hare" | "wholeHare" | "imperiali";

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
 * `papers / (seats + 1)`, and exceeding it elects. Other quotas and orders of transfer are options. More may reach a
 * small quota than there are seats, and no source says who has them. Then the one with the most votes is elected and
 * its surplus transferred, and again, until no more reach the quota than seats are open; level ones are tied.
 *
 * Source: the reference rule of the Proportional Representation Foundation, freed of its four decimals; for the quotas,
 * J. F. H. Wright, Mirror of the Nation's Mind (1980).
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
    countByGregory(generalRule(arithmetic, options, undeclaredIn(election, options)), election, options),
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

/** The general rule: as the reference, with the quota and the order of transfers that the options name. */
function generalRule<V>(
  arithmetic: Arithmetic<V>,
  { quota = "exact", surpluses = "largest", roundedRatio = false }: WigmOptions,
  undeclared: ReadonlySet<number>,
): GregoryRule<V> {
  const rule: GregoryRule<V> = { ...wigmRule("wigm", arithmetic), roundedRatio };
  const { compare, quotient, of, plus, step } = arithmetic;
  const shares = (papers: bigint, parts: number, rounding: Rounding = "down") =>
    quotient(of(papers), of(BigInt(parts)), rounding);
  const quotas: Record<Exclude<QuotaKind, "exact">, GregoryRule<V>["quota"]> = {
    hagenbachBischoff: (papers, seats) => shares(papers, seats + 1, "up"),
    droop: (papers, seats) => of(papers / BigInt(seats + 1) + 1n),
    step: (papers, seats) => plus(shares(papers, seats + 1), step),
    hare: (papers, seats) => shares(papers, seats, "up"),
    wholeHare: (papers, seats) => of((papers + BigInt(seats - 1)) / BigInt(seats)),
    imperiali: (papers, seats) => shares(papers, seats + 2),
  };
  if (quota !== "exact") {
    rule.quota = quotas[quota];
    rule.reaches = (votes, needed) => compare(votes, needed) >= 0;
  }
  const writtenIn = ({ status }: GregoryState<V>) =>
    withStatus(status, stvStatus.continuing).filter((nominee) => undeclared.has(nominee));
  return {
    ...rule,
    apart: undeclared,
    endsAfter: (count, state, log) => writtenIn(state).length === 0 && rule.endsAfter(count, state, log),
    next(count, state, log): Next {
      const written = writtenIn(state);
      if (written.length > 0) return { type: "exclude", nominees: written, ground: "undeclared" };
      const open = openSeats(count.field, state);
      const reaching = reachingQuota(count, state);
      // Then the best is elected, and the figures are looked at anew.
      if (reaching.length > 0 && (surpluses === "oneByOne" || reaching.length > open))
        return choice(count, state, log, { among: reaching, action: "transfer", elects: true });
      const next = rule.next(count, state, log);
      const together = next.type === "transfer" || (next.type === "tied" && next.action === "transfer");
      if (surpluses !== "together" || !together) return next;
      return { type: "transfer", nominees: withStatus(state.status, stvStatus.pending) };
    },
  };
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
      if (isComplete(count.field, state)) return { type: "complete" };
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
    endsOnExclusion: (count, state, { ground }) => ground === "sureLosers" && isComplete(count.field, state),
    endsAfter: (count, state) => isComplete(count.field, state),
  };
}
