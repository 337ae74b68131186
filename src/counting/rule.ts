import type { Fraction } from "../kernel/fraction.ts";
import type { CountStep } from "./steps/count-step.ts";

/** A nominee: the id of a unit, compared exactly. Any string is allowed, `__proto__` too. */
export type Nominee = string;

/**
 * How much a paper counts: a whole number, 1 for a single paper, more for equal papers counted together.
 * Fractional weights are scaled to integers by the caller; scaling all of them never changes a verdict.
 */
export type Weight = number | bigint;

/** Nominees from the most to the least wanted. A group of several ranks them equal; an empty one is a rank left out. */
export type RankedPaper = {
  readonly weight: Weight;
  readonly ranking: readonly (readonly Nominee[])[];
};

/** The nominees that the paper keeps; all others are struck out. */
export type ApprovalPaper = {
  readonly weight: Weight;
  readonly approvals: readonly Nominee[];
};

/** Whole points per nominee; a nominee without points has none (0, unless a rule says otherwise). */
export type ScorePaper = {
  readonly weight: Weight;
  readonly scores: ReadonlyMap<Nominee, number>;
};

/** For and against, nominee by nominee; on one who is in neither list the paper has no opinion. */
export type OpinionPaper = {
  readonly weight: Weight;
  readonly for: readonly Nominee[];
  readonly against: readonly Nominee[];
};

/** What is counted. Nominees are distinct; their order decides nothing but the order of what is printed. */
export type Election<P> = {
  readonly nominees: readonly Nominee[];
  readonly seats: number;
  readonly papers: readonly P[];
};

/**
 * Who is elected, who is not, and what the papers leave undecided: exactly the tied nominees and the number of
 * seats that they compete for. A rule never picks among them.
 *
 * `elected`, `notElected` and `undecided.tied` share the nominees out between them, and
 * `elected.length + (undecided?.seats ?? 0) + vacant` is the number of seats.
 */
export type Outcome = {
  readonly elected: readonly Nominee[];
  readonly notElected: readonly Nominee[];
  readonly undecided?: {
    readonly tied: readonly Nominee[];
    readonly seats: number;
  };
  /** Seats that nobody may have: fewer nominees, or fewer over the threshold, than seats. */
  readonly vacant: number;
};

export type Figure = { readonly nominee: Nominee; readonly votes: Fraction };

/** A state of the count worth writing down: everybody's figures, and what was concluded from them. */
export type Round = {
  readonly figures: readonly Figure[];
  /** Weight that no longer counts for anybody. */
  readonly exhausted: Fraction;
  readonly conclusions: readonly CountStep[];
};

/**
 * Why nobody lists which committees are possible. `tooMany`: there are more than are listed, which is 1,000, or 5,000
 * of a rule that elects committees as a whole. `notFollowed`: the ties have more branches than are followed.
 */
export type Unlisted = "tooMany" | "notFollowed";

/** A finished count. */
export type Count = {
  readonly rule: string;
  readonly outcome: Outcome;
  /** All nominees from best to worst where the rule ranks them; those in one group are level. */
  readonly order?: readonly (readonly Nominee[])[];
  /**
   * Of a rule that elects committees as a whole: every committee that the papers make equally good, in the order of
   * the nominees. The seats undecided may then go only to nominees who complete one of these. So it is with a count by
   * transfers or elimination, or by a relation between nominees, where several seats are undecided: these are the
   * committees that its branches end with. Absent for other rules, and where they are `unlisted`.
   */
  readonly committees?: readonly (readonly Nominee[])[];
  /** Why `committees` is absent, of a rule that may have them, where not any of the tied may take the seats. */
  readonly unlisted?: Unlisted;
  /** Whether the seats undecided may go to any of the tied, by a rule that may have committees and here does not. */
  readonly isAnyOfTied?: true;
  /** The figures that the verdict was taken on; of the last round where there are several. */
  readonly totals: readonly Figure[];
  readonly rounds: readonly Round[];
  /** The reasoning step by step; the last step is `SeatsFilled`, or what follows from it. */
  readonly explanation: readonly CountStep[];
};

/** A counting rule: a pure function of an election and the rule's own options. */
export type CountingRule<P, O = Record<never, never>> = (election: Election<P>, options?: O) => Count;
