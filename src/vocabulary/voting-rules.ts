import * as z from "zod/mini";
import { list } from "../kernel/list.ts";
import { integer } from "../kernel/numbers.ts";
import { Quorum, Threshold } from "./threshold.ts";

/** Bỏ phiếu kín; biểu quyết giơ tay; a roll-call, in which each unit says its vote aloud and it is written down. */
export const BallotForm = z.enum(["secret", "showOfHands", "rollCall"]);
export type BallotForm = z.infer<typeof BallotForm>;

/** By votes alone; by the highest scores, which a vote confirms; or by consensus, without a count. */
export const SelectionMode = z.enum(["byVote", "scoreThenConfirm", "consensus"]);
export type SelectionMode = z.infer<typeof SelectionMode>;

/**
 * One step of the ladder that breaks a tie. Those whom a step leaves tied go on to the next one. The sources say
 * nothing about ties, so bylaws choose.
 *
 * - `runOff`: another ballot among the tied, at most `roundsMax` times.
 * - `score`: by the year's points. A ballot with this step in its ladder needs `tieData.scores` for every nominee.
 * - `seniority`: the most senior, by `tieData.seniority`.
 * - `chairDecision`: the unit in the chair decides, or the one that the conference names where the chair is tied.
 * - `lot`: a lot that anybody can draw again, from `tieData.lotSources`.
 * - `vacantSeat`: the seat stays vacant.
 */
export const TieStep = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("runOff"), roundsMax: integer({ min: 1, max: 10 }) }),
  z.strictObject({ kind: z.literal("score") }),
  z.strictObject({ kind: z.literal("seniority") }),
  z.strictObject({ kind: z.literal("chairDecision") }),
  z.strictObject({ kind: z.literal("lot") }),
  z.strictObject({ kind: z.literal("vacantSeat") }),
]);
export type TieStep = z.infer<typeof TieStep>;

/** How a bloc votes. Every figure is the bloc's own choice. `defaultVotingRules` follow common practice, not law. */
export const VotingRules = z.strictObject({
  form: BallotForm,
  selection: SelectionMode,
  quorum: Quorum,
  threshold: Threshold,
  /** Whether a unit may vote for itself. */
  selfVote: z.boolean(),
  /** How many absent units one delegate may vote for. It is 0 where proxies are not allowed. */
  proxiesMax: integer({ min: 0, max: 10 }),
  /** The steps apply in this order. If a tie is left at the end, the seat stays vacant. */
  tieLadder: list(TieStep, { max: 6 }),
});
export type VotingRules = z.infer<typeof VotingRules>;

/**
 * A secret vote, two thirds present, more than half of the valid papers. For one seat, two nominees cannot both have
 * more than half: 3-3 leaves the seat vacant and is not a tie. The ladder has a `score` step, so a ballot under these
 * rules needs `tieData.scores` for every nominee.
 */
export const defaultVotingRules: VotingRules = {
  form: "secret",
  selection: "byVote",
  quorum: { numerator: 2, denominator: 3, strict: false },
  threshold: { numerator: 1, denominator: 2, strict: true, base: "validPapers" },
  selfVote: true,
  proxiesMax: 1,
  tieLadder: [{ kind: "runOff", roundsMax: 2 }, { kind: "score" }, { kind: "chairDecision" }],
};
