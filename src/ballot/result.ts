import * as z from "zod/mini";
import { RoundConclusion } from "../counting/steps/round-conclusion.ts";
import { list } from "../kernel/list.ts";
import { FractionText, integer, WholeNumber } from "../kernel/numbers.ts";
import { Base } from "../vocabulary/threshold.ts";
import { UnitId } from "../vocabulary/unit.ts";

const units = list(UnitId, { max: 200 });

/** As many seats as nominees: a council votes on all that its blocs propose in one ballot (Bến Tre 2018: 69 flags). */
export const seatsMax = 200;

/**
 * What was counted for one nominee, in papers (or hands, or calls). `for`: papers that keep or name it, place it
 * first, or give it any points; `against`: papers that strike it out. for + against + no opinion = valid.
 */
const counted = { nominee: UnitId, for: WholeNumber, against: WholeNumber };

/** One line of a teller's tally; `points` where the method counts points. */
export const TallyLine = z.strictObject({ ...counted, points: z.optional(WholeNumber) });
export type TallyLine = z.infer<typeof TallyLine>;

/** What one teller counted. Blank papers are in `blank`, and also in `valid` or `invalid`, as the procedure says. */
export const Tally = z.strictObject({
  valid: WholeNumber,
  invalid: WholeNumber,
  blank: WholeNumber,
  lines: list(TallyLine, { max: 200 }),
});
export type Tally = z.infer<typeof Tally>;

export const VoteLine = z.strictObject({
  ...counted,
  noOpinion: WholeNumber,
  points: z.optional(WholeNumber),
});
export type VoteLine = z.infer<typeof VoteLine>;

/**
 * The figures of the record of the count, in votes and papers. A unit has one, unless the terms give it another weight.
 * returned <= issued <= present + consulted, and valid + invalid = returned. Every returned paper is valid or invalid.
 * Blank papers are in `blank`, and also among the valid or the invalid, as the procedure says. A paper that was spoiled
 * and replaced is in `spoiled` and not in `issued`. Without papers, the hand or the call of a unit counts as its paper.
 */
export const Figures = z.strictObject({
  electors: WholeNumber,
  /** In the room, or represented there, when the vote opened. */
  present: WholeNumber,
  /** How many of those present were represented by proxy; absent where nobody was. */
  byProxy: z.optional(WholeNumber),
  /** Absent when the vote opened, and asked in writing. */
  consulted: WholeNumber,
  issued: WholeNumber,
  spoiled: WholeNumber,
  returned: WholeNumber,
  valid: WholeNumber,
  invalid: WholeNumber,
  blank: WholeNumber,
});
export type Figures = z.infer<typeof Figures>;

/** The base of all percentages, which the threshold names: its figure, and how many votes reach the threshold. */
export const BaseTaken = z.strictObject({
  of: Base,
  figure: WholeNumber,
  votesNeeded: z.optional(WholeNumber),
});
export type BaseTaken = z.infer<typeof BaseTaken>;

/**
 * Exactly the tied units, and the seats that they compete for. Where a method elects a committee as a whole,
 * `completions` are the combinations of the tied that may take the seats; it is absent where every combination may.
 * `unlisted`: not every combination may take the seats, and those that may are not listed: they are more than 1,000
 * (`tooMany`), or the ties of the count have more branches than are followed to the end (`notFollowed`). Then no step of
 * a ladder knows whom it may elect together, so the seats stay vacant. They may be voted on again.
 */
export const Tie = z.strictObject({
  tied: units,
  seats: integer({ min: 1, max: seatsMax }),
  completions: z.optional(list(units, { max: 1_000 })),
  unlisted: z.optional(z.enum(["tooMany", "notFollowed"])),
});
export type Tie = z.infer<typeof Tie>;

/**
 * Who is elected, who is not, and who is tied for which seats. `filled`: each seat has its unit. `partlyFilled`: some
 * seats stay vacant. `unfilled`: all seats stay vacant. `undecided`: some units are tied.
 */
export const Outcome = z.strictObject({
  kind: z.enum(["filled", "partlyFilled", "unfilled", "undecided"]),
  elected: units,
  notElected: units,
  undecided: z.optional(Tie),
  vacant: integer({ min: 0, max: seatsMax }),
});
export type Outcome = z.infer<typeof Outcome>;

/**
 * One round of a count in rounds: the votes of each nominee, the votes that count for nobody, and the conclusions.
 * Numbers are exact: with STV, a vote may count in parts.
 */
export const CountRound = z.strictObject({
  figures: list(z.strictObject({ nominee: UnitId, votes: FractionText }), { max: 200 }),
  exhausted: FractionText,
  conclusions: list(RoundConclusion, { max: 500 }),
});
export type CountRound = z.infer<typeof CountRound>;

/**
 * What gave one seat, by a method that fills seats one by one: whom it puts `first`, by the figures of these and of the
 * next. Sequential PAV: the greatest `sum` of shares of papers. Equal shares: the least `price` for each supporter, in
 * seats; where nobody can be paid for, the shortest `wait` for more money of each paper, or who is on the most papers
 * (`approvals`). STAR: `papers` that place one of the two with the most points above the other; where these are level,
 * the sums of `points`, and then the papers with the `highestScores`.
 */
export const SeatDecided = z.strictObject({
  by: z.enum(["sum", "price", "wait", "approvals", "papers", "points", "highestScores"]),
  figures: list(z.strictObject({ nominee: UnitId, votes: FractionText }), { max: 200 }),
  /** One unit has the seat. Several are level, and this is the last seat that is told: all ways are followed. */
  first: units,
});
export type SeatDecided = z.infer<typeof SeatDecided>;

/**
 * Why a vote cannot be secret, although the log says nothing about it:
 *
 * - `fewPapers`: the valid papers are fewer than five, or of fewer than five units.
 * - `fewHands`: fewer than five units received them, for themselves and by proxy.
 * - `unanimous`: all are equal.
 * - `sameOpinion`: all are for one nominee; or all against one, where a paper may be for all nominees. Where it may not,
 *   that nobody is for a nominee is no secret to keep.
 * - `heavyUnit`: a unit with more votes than others has cast them for a known nominee, if it cast them alike, or must
 *   have cast some of them so in any case. By a method that compares every two nominees: it has placed a known one of two
 *   above the other, where other papers do not.
 * - `noSelfVote`: no unit may vote for itself, and so the vote of a known one is known. All papers that it may have cast are
 *   for one nominee; or as many papers are for some nominees as all others than these have, so that all of these others
 *   are for them.
 * - `signatures`: a ranking, or points, stands on one paper alone, out of so many possible ones that a voter can mark its
 *   paper with it.
 */
export const SecrecyImpossible = z.enum([
  "fewPapers",
  "fewHands",
  "unanimous",
  "sameOpinion",
  "heavyUnit",
  "noSelfVote",
  "signatures",
]);
export type SecrecyImpossible = z.infer<typeof SecrecyImpossible>;

/** How many rankings place several first, and what they are by the terms: invalid, or counted for each in equal parts. */
export const EqualFirst = z.strictObject({ papers: WholeNumber, are: z.enum(["invalid", "counted"]) });
export type EqualFirst = z.infer<typeof EqualFirst>;

/**
 * What does not agree: the papers found and those issued, deposited or sealed, two tellers, or the tellers and the
 * papers.
 */
export const Discrepancy = z.discriminatedUnion("kind", [
  /** The box holds more papers than were issued. */
  z.strictObject({ kind: z.literal("issued"), issued: WholeNumber, found: WholeNumber }),
  z.strictObject({ kind: z.literal("deposits"), deposited: WholeNumber, found: WholeNumber }),
  /** The box holds more or fewer papers than the tellers sealed. */
  z.strictObject({ kind: z.literal("seal"), sealed: WholeNumber, found: WholeNumber }),
  z.strictObject({
    kind: z.enum(["tallies", "papers"]),
    /**
     * Figures of the tallies, or of the line of a nominee. `first` is the first teller's, or the tellers';
     * `second` the other.
     */
    differences: list(
      z.strictObject({
        figure: z.enum(["valid", "invalid", "blank", "for", "against", "points"]),
        nominee: z.optional(UnitId),
        first: WholeNumber,
        second: WholeNumber,
      }),
      { max: 700 },
    ),
  }),
  /**
   * A unit that took part, and may not vote for itself, has more votes than all the others were issued papers. Which
   * unit it is stands nowhere: it would be a unit beside its choice.
   */
  z.strictObject({ kind: z.literal("selfVote") }),
]);
export type Discrepancy = z.infer<typeof Discrepancy>;
export type Difference = Extract<Discrepancy, { kind: "tallies" | "papers" }>["differences"][number];
