import * as z from "zod";
import { integer } from "../kernel/numbers.ts";
import { Quorum, Threshold } from "./threshold.ts";

/** Bỏ phiếu kín; biểu quyết giơ tay; a roll-call, where each unit's vote is called out and written down. */
export const BallotForm = z.enum(["secret", "showOfHands", "rollCall"]);
export type BallotForm = z.infer<typeof BallotForm>;

/** By votes alone; the highest scores, which the vote confirms; or by consensus without a count. */
export const SelectionMode = z.enum(["byVote", "scoreThenConfirm", "consensus"]);
export type SelectionMode = z.infer<typeof SelectionMode>;

/** One rung of the ladder that a tie climbs; each passes on only what it leaves tied. Sources are silent on ties, so bylaws choose. */
export const TieStep = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("runOff"), roundsMax: integer({ min: 1, max: 10 }) }),
  /** By the year's points: a ballot whose ladder has this rung needs `tieData.scores` for every nominee. */
  z.strictObject({ kind: z.literal("score") }),
  z.strictObject({ kind: z.literal("seniority") }),
  z.strictObject({ kind: z.literal("chairDecision") }),
  z.strictObject({ kind: z.literal("lot") }),
  z.strictObject({ kind: z.literal("vacantSeat") }),
]);
export type TieStep = z.infer<typeof TieStep>;

/** How a bloc votes. Every figure is the bloc's own choice; `defaultVotingRules` is common belief, not law. */
export const VotingRules = z.strictObject({
  form: BallotForm,
  selection: SelectionMode,
  quorum: Quorum,
  threshold: Threshold,
  /** Whether a unit may vote for itself. */
  selfVote: z.boolean(),
  /** How many absent units one delegate may vote for; 0 where proxies are not allowed. */
  proxiesMax: integer({ min: 0, max: 10 }),
  /** Climbed in order; when it ends and a tie is left, the seat stays vacant. */
  tieLadder: z.array(TieStep).max(6),
});
export type VotingRules = z.infer<typeof VotingRules>;

/**
 * A secret vote, two thirds present, more than half of the valid papers. With one seat and more than half, two
 * nominees cannot both pass: 3-3 is an unfilled seat and not a tie. Its ladder has a `score` rung, so that a ballot
 * under it needs `tieData.scores` for every nominee.
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
