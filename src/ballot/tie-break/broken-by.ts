import * as z from "zod";
import { Id } from "../../kernel/ids.ts";
import { integer } from "../../kernel/numbers.ts";
import { CivilDate } from "../../kernel/time.ts";
import { Drawn } from "../../vocabulary/lot.ts";
import { UnitId } from "../../vocabulary/unit.ts";

/** What broke a tie, or part of it, with whatever somebody needs who wants to repeat it. */
export const BrokenBy = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("runOff"), round: integer({ min: 1, max: 10 }), ballot: Id }),
  z.strictObject({ kind: z.literal("score") }),
  z.strictObject({ kind: z.literal("seniority") }),
  z.strictObject({ kind: z.literal("chairDecision"), chair: UnitId, decidedOn: CivilDate }),
  z.strictObject({ kind: z.literal("lot"), drawn: Drawn }),
  z.strictObject({ kind: z.literal("vacantSeat") }),
]);
export type BrokenBy = z.infer<typeof BrokenBy>;
