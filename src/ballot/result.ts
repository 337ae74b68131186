import * as z from "zod";
import { RoundConclusion } from "../counting/steps/count-step.ts";
import { Count, FractionText, integer } from "../kernel/numbers.ts";
import { Base } from "../vocabulary/threshold.ts";
import { UnitId } from "../vocabulary/unit.ts";

const units = z.array(UnitId).max(200);

/**
 * What was counted for one nominee, in papers (or hands, or calls). `for`: papers that keep or name it, place it
 * first, or give it any points; `against`: papers that strike it out. for + against + no opinion = valid.
 */
const counted = { nominee: UnitId, for: Count, against: Count };

/** One line of a teller's tally; `points` where the method counts points. */
export const TallyLine = z.strictObject({ ...counted, points: Count.optional() });
export type TallyLine = z.infer<typeof TallyLine>;

/** What a teller counted alone. `blank` is told apart, and is also in `valid` or in `invalid`, as the procedure says. */
export const Tally = z.strictObject({
  valid: Count,
  invalid: Count,
  blank: Count,
  lines: z.array(TallyLine).max(200),
});
export type Tally = z.infer<typeof Tally>;

export const VoteLine = z.strictObject({ ...counted, noOpinion: Count, points: Count.optional() });
export type VoteLine = z.infer<typeof VoteLine>;

/**
 * The figures of the record of the count, in votes and papers, of which a unit has one unless the terms give it
 * another weight: returned <= issued <= present + consulted, and
 * valid + invalid = returned. Every returned paper is valid or invalid; the blank ones are told apart in `blank` and
 * are among the valid or the invalid, as the procedure says. A paper that was spoiled and replaced is in `spoiled`
 * and not in `issued`. Without papers, a unit's hand or call stands for its paper.
 */
export const Figures = z.strictObject({
  electors: Count,
  /** In the room or represented by proxy, and whoever took a paper before leaving. */
  present: Count,
  /** Absent, and asked in writing. */
  consulted: Count,
  issued: Count,
  spoiled: Count,
  returned: Count,
  valid: Count,
  invalid: Count,
  blank: Count,
});
export type Figures = z.infer<typeof Figures>;

/** What percentages are of: the base that the threshold names, how many that is, and the votes that the bar asks for. */
export const BaseTaken = z.strictObject({ of: Base, figure: Count, votesNeeded: Count.optional() });
export type BaseTaken = z.infer<typeof BaseTaken>;

/**
 * Exactly the tied, and the seats that they compete for. Of a method that elects committees as a whole, `completions`
 * are the combinations of the tied that may take the seats; absent where any may.
 */
export const Tie = z.strictObject({
  tied: units,
  seats: integer({ min: 1, max: 50 }),
  completions: z.array(units).max(200).optional(),
});
export type Tie = z.infer<typeof Tie>;

/**
 * Who is elected, who is not, and what is undecided: exactly the tied and the seats that they compete for.
 * `filled`: each seat has its unit. `partlyFilled`, `unfilled`: fewer, or none, may have one; the rest stay vacant.
 */
export const Outcome = z.strictObject({
  kind: z.enum(["filled", "partlyFilled", "unfilled", "undecided"]),
  elected: units,
  notElected: units,
  undecided: Tie.optional(),
  vacant: integer({ min: 0, max: 50 }),
});
export type Outcome = z.infer<typeof Outcome>;

/**
 * A round of a count that has rounds: what each nominee has, what counts for nobody, and what is concluded. Numbers are
 * exact: a vote by STV may count in parts.
 */
export const CountRound = z.strictObject({
  figures: z.array(z.strictObject({ nominee: UnitId, votes: FractionText })).max(200),
  exhausted: FractionText,
  conclusions: z.array(RoundConclusion).max(500),
});
export type CountRound = z.infer<typeof CountRound>;

/**
 * Why a vote cannot be secret, whatever the log says: too few valid papers, or papers of too few units; all the same;
 * or so many the same that a unit of great weight must have cast some of them.
 */
export const SecrecyImpossible = z.enum(["fewPapers", "unanimous", "heavyUnit"]);
export type SecrecyImpossible = z.infer<typeof SecrecyImpossible>;

/** What does not agree with what: papers found with papers deposited, a teller with another, or both with the papers. */
export const Discrepancy = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("deposits"), deposited: Count, found: Count }),
  z.strictObject({
    kind: z.enum(["tallies", "papers"]),
    /** `valid`, `invalid`, `blank`, or a nominee's line. */
    differences: z
      .array(
        z.strictObject({
          figure: z.enum(["valid", "invalid", "blank", "for", "against", "points"]),
          nominee: UnitId.optional(),
          one: Count,
          other: Count,
        }),
      )
      .max(700),
  }),
  /** Every paper issued is for a unit that took one itself and may not vote for itself. */
  z.strictObject({ kind: z.literal("selfVote"), nominee: UnitId }),
]);
export type Discrepancy = z.infer<typeof Discrepancy>;
export type Difference = Extract<Discrepancy, { kind: "tallies" | "papers" }>["differences"][number];
