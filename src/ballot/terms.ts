import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { integer } from "../kernel/numbers.ts";
import { text } from "../kernel/text.ts";
import { BylawsVersion } from "../vocabulary/bylaws.ts";
import { Honour } from "../vocabulary/honour.ts";
import { LotSource } from "../vocabulary/lot.ts";
import { PersonName } from "../vocabulary/person.ts";
import { Points } from "../vocabulary/points.ts";
import { Season } from "../vocabulary/season.ts";
import { UnitId } from "../vocabulary/unit.ts";
import { VotingRules } from "../vocabulary/voting-rules.ts";
import { Method } from "./method.ts";

/** What the ballot elects to: an honour of the bloc, next season's chair or deputy unit, or another title. */
export const Purpose = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("honour"), honour: Honour }),
  z.strictObject({ kind: z.literal("chair") }),
  z.strictObject({ kind: z.literal("deputyChair") }),
  z.strictObject({ kind: z.literal("other"), title: text({ max: 200 }) }),
]);
export type Purpose = z.infer<typeof Purpose>;

/** The ballot that this one follows: the tie that it runs off, or the annulled one that it repeats. */
export const Follows = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("runOff"),
    ballot: Id,
    step: integer({ min: 1, max: 6 }),
    round: integer({ min: 1, max: 10 }),
  }),
  z.strictObject({ kind: z.literal("revote"), ballot: Id }),
]);
export type Follows = z.infer<typeof Follows>;

/** What bylaws leave to the ballot; every one of these is a choice that some body makes otherwise. */
export const Procedure = z.strictObject({
  /** Whether absent units may be asked in writing. */
  writtenVotes: z.boolean(),
  /** Whether a unit that is nominated may provide a teller. */
  nomineeTellers: z.boolean(),
  /** Whether recused units still count among those entitled, in quorum and base. */
  recusedInBase: z.boolean(),
  /** A blank paper has no opinion on anybody. Whether it is counted among the valid ones or the invalid ones. */
  blankPapers: z.enum(["valid", "invalid"]),
});
export type Procedure = z.infer<typeof Procedure>;

export const defaultProcedure: Procedure = {
  writtenVotes: false,
  nomineeTellers: false,
  recusedInBase: false,
  blankPapers: "valid",
};

export const Teller = z.strictObject({ name: PersonName, unit: UnitId.optional() });
export type Teller = z.infer<typeof Teller>;

/** Tổ kiểm phiếu: the head and, mostly two, members. */
export const Tellers = z.strictObject({ head: Teller, members: z.array(Teller).min(1).max(10) });
export type Tellers = z.infer<typeof Tellers>;

/** What ties are broken by: fixed before the vote, so that nobody can break them to his liking afterwards. */
export const TieData = z.strictObject({
  /** From the finalised scoreboard. */
  scores: z.array(z.strictObject({ unit: UnitId, points: Points })).max(200),
  /** Units from the most senior. */
  seniority: z.array(UnitId).max(200),
  lotSources: z.array(LotSource).max(20),
});
export type TieData = z.infer<typeof TieData>;

/** All that a ballot is held by. It may be revised until the first paper is issued, and never after. */
export const terms = {
  season: Season,
  conference: Id.optional(),
  purpose: Purpose,
  bylawsVersion: BylawsVersion,
  /** One vote each. */
  electors: z.array(UnitId).max(200),
  /** Electors that take no part, because the matter is their own. */
  recused: z.array(UnitId).max(200),
  nominees: z.array(UnitId).max(200),
  seats: integer({ min: 1, max: 50 }),
  voting: VotingRules,
  method: Method,
  procedure: Procedure,
  tellers: Tellers,
  tieData: TieData,
  follows: Follows.optional(),
};
export const Terms = z.strictObject(terms);
export type Terms = z.infer<typeof Terms>;
