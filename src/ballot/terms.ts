import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { Count, integer } from "../kernel/numbers.ts";
import { text } from "../kernel/text.ts";
import { BylawsVersion } from "../vocabulary/bylaws.ts";
import { Honour } from "../vocabulary/honour.ts";
import { LotSource } from "../vocabulary/lot.ts";
import { PersonName } from "../vocabulary/person.ts";
import { Points } from "../vocabulary/points.ts";
import { Season } from "../vocabulary/season.ts";
import { UnitId } from "../vocabulary/unit.ts";
import { BallotForm, TieStep, VotingRules } from "../vocabulary/voting-rules.ts";
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

/** How many votes an elector has. In a secret ballot they are as many papers, all alike. */
export const Weight = z.strictObject({ unit: UnitId, votes: integer({ min: 1, max: 1_000 }) });
export type Weight = z.infer<typeof Weight>;

/** All that a ballot is held by. It may be revised until the first paper is issued, and never after. */
export const terms = {
  season: Season,
  conference: Id.optional(),
  purpose: Purpose,
  bylawsVersion: BylawsVersion,
  /** One vote each, where `weights` gives no other. */
  electors: z.array(UnitId).max(200),
  /** Electors that take no part, because the matter is their own. */
  recused: z.array(UnitId).max(200),
  /** Electors with more votes than one; absent where all are equal. All figures of the ballot then count votes. */
  weights: z.array(Weight).max(200).optional(),
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

const units = z.array(UnitId).max(200);
export const MethodKind = z.enum(Method.options.map(({ shape }) => shape.kind.value));
export const TieStepKind = z.enum(TieStep.options.map(({ shape }) => shape.kind.value));

/** What may stand against the terms themselves. A ballot is not opened on such terms. */
export const rejectionsOfTerms = {
  NoNominee: {},
  NomineeTwice: { nominee: UnitId },
  MoreSeatsThanNominees: { seats: Count, nominees: Count },
  ElectorTwice: { unit: UnitId },
  /** An elector is given a weight twice. */
  WeightTwice: { unit: UnitId },
  /** All electors together have more votes than a box may hold papers. */
  TooManyVotes: { votes: Count, votesMax: Count },
  /** Even when everybody who may votes for the nominee, it gets `possible` of `base` votes, and not the `needed`. */
  ThresholdUnreachable: { nominee: UnitId, needed: Count.optional(), possible: Count, base: Count },
  /** The method counts no papers in favour, so a threshold of papers has no meaning; set it to 0/1. */
  ThresholdNotApplicable: { method: MethodKind },
  /** Even all who may take part are too few for the quorum. */
  QuorumImpossible: { needed: Count, possible: Count, inVotes: z.literal(true).optional() },
  /** The absent may vote in writing, but the base leaves them out: more votes than the base could be given. */
  BaseLeavesOutWritten: {},
  MethodFillsFewerSeats: { method: MethodKind, seatsMax: Count },
  MethodTakesFewerNominees: { method: MethodKind, nomineesMax: Count },
  MethodNeedsPapers: { method: MethodKind, form: BallotForm },
  /** Only the method for and against confirms nominees one by one. */
  MethodDoesNotConfirm: { method: MethodKind },
  /** The vote confirms the nominees with the highest scores, which are these. */
  NomineesNotHighest: { highest: units },
  NamesMaxAboveNominees: { namesMax: Count, nominees: Count },
  TellerTwice: { teller: PersonName },
  TellerIsNominee: { teller: PersonName, unit: UnitId },
  /** The ladder has a step that needs a score, or a place, and these nominees have none. */
  TieDataMissing: { kind: TieStepKind, nominees: units },
  TieDataTwice: { kind: TieStepKind, unit: UnitId },
  LotWithoutSource: {},
  LotSourceTwice: { source: LotSource },
};
