import * as z from "zod/mini";
import { Id } from "../kernel/ids.ts";
import { kindsOf } from "../kernel/kinds.ts";
import { list } from "../kernel/list.ts";
import { integer } from "../kernel/numbers.ts";
import { text } from "../kernel/text.ts";
import { CivilDate } from "../kernel/time.ts";
import { BylawsVersion } from "../vocabulary/bylaws.ts";
import { Honour } from "../vocabulary/honour.ts";
import { LotSource } from "../vocabulary/lot.ts";
import { PersonName } from "../vocabulary/person.ts";
import { Points } from "../vocabulary/points.ts";
import { Season } from "../vocabulary/season.ts";
import { UnitId } from "../vocabulary/unit.ts";
import { VotingRules } from "../vocabulary/voting-rules.ts";
import { seatsMax } from "./result.ts";

/**
 * What the elected units receive: an honour of the bloc, the chair or the deputy chair of the next season, or
 * another title.
 */
export const Purpose = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("honour"), honour: Honour }),
  z.strictObject({ kind: z.literal("chair") }),
  z.strictObject({ kind: z.literal("deputyChair") }),
  z.strictObject({ kind: z.literal("other"), title: text({ max: 200 }) }),
]);
export type Purpose = z.infer<typeof Purpose>;

const namesMax = integer({ min: 1, max: 200 });
const pointsMax = integer({ min: 1, max: 1_000 });
/** The strength of a victory: the votes for the winner, or how many more they are than those for the loser. */
const strength = z.enum(["winning-votes", "margins"]);

/**
 * How papers are counted, with the options of the counting rule. The terms freeze it before the vote.
 *
 * Opinions on each nominee, a threshold:
 * - `forAndAgainst`: a paper is for the names that it keeps, and against the names that it strikes out. A nominee with
 *   the threshold passes, and the seats go to those with the most votes among them. `namesMax`: how many names a paper
 *   may be for; where it is absent, as many as seats. A paper with more names is invalid.
 *
 * Names, a threshold; a paper with more names than it may have is invalid:
 * - `plurality`: one name on each paper.
 * - `block`: as many names as seats.
 * - `limited`: at most `namesMax` names.
 * - `approval`: any number of names.
 *
 * Names, with seats in proportion to the papers that keep them:
 * - `pav`, `sequentialPav`: proportional approval voting, of the committee as a whole or seat by seat.
 * - `equalShares`: supporters pay for a seat; `completion`: how seats are filled that nobody can pay for.
 *
 * Points from 0 to `pointsMax`; a nominee that a paper leaves out has none:
 * - `score`: points added up.
 * - `star`: points, then a run-off on the same papers between the two nominees with the most.
 *
 * Rankings, one seat only; the later rounds are counted on the same papers:
 * - `twoRound`: a run-off between two, where nobody has more than half. `tiedForRunoff`: where a tie leaves open which
 *   two meet in the run-off, every pair is counted, and who wins in some of them goes to the ladder (`every-pair`, also
 *   where it is absent); or all who are tied come in.
 * - `exhaustiveBallot`: round by round without the last one, until somebody has more than half.
 *
 * Rankings, any seats:
 * - `borda`: a point for everybody whom a paper ranks below.
 * - `instantRunoff`: the last one is excluded, and its papers go to the next choice.
 * - `stv`: a quota elects; surpluses and the papers of the excluded are transferred, by the rules of the `variant`.
 * - `schulze`, `rankedPairs`, `copeland`, `minimax`: every two nominees are compared. `strength` of a victory: the votes
 *   for the winner, or how many more they are than those for the loser.
 */
export const Method = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("forAndAgainst"), namesMax: z.optional(namesMax) }),
  z.strictObject({ kind: z.literal("plurality") }),
  z.strictObject({ kind: z.literal("block") }),
  z.strictObject({ kind: z.literal("limited"), namesMax }),
  z.strictObject({ kind: z.literal("approval") }),
  z.strictObject({ kind: z.literal("score"), pointsMax }),
  z.strictObject({ kind: z.literal("star"), pointsMax }),
  z.strictObject({
    kind: z.literal("twoRound"),
    tiedForRunoff: z.optional(z.enum(["every-pair", "all"])),
  }),
  z.strictObject({ kind: z.literal("exhaustiveBallot") }),
  z.strictObject({ kind: z.literal("borda") }),
  z.strictObject({ kind: z.literal("instantRunoff") }),
  z.strictObject({
    kind: z.literal("stv"),
    variant: z.enum(["scottish", "wigm", "referenceWigm", "minneapolis", "ers97", "meek", "referenceMeek"]),
  }),
  z.strictObject({ kind: z.literal("schulze"), strength }),
  z.strictObject({ kind: z.literal("rankedPairs"), strength }),
  z.strictObject({
    kind: z.literal("copeland"),
    variant: z.enum(["wins", "wins-minus-losses", "second-order"]),
  }),
  z.strictObject({
    kind: z.literal("minimax"),
    strength: z.enum(["winning-votes", "margins", "pairwise-opposition"]),
  }),
  z.strictObject({ kind: z.literal("pav") }),
  z.strictObject({ kind: z.literal("sequentialPav") }),
  z.strictObject({ kind: z.literal("equalShares"), completion: z.enum(["seqphragmen", "approvals"]) }),
]);
export type Method = z.infer<typeof Method>;

export const MethodKind = kindsOf(Method);
export type MethodKind = Method["kind"];

/**
 * The ballot before this one: the tied ballot whose run-off this is, the annulled ballot that this one repeats, or the
 * round before this one, whose winners are not nominated any more. A
 * ballot knows its own log only. So a repeat names the day on which the one before was annulled: it is held on no
 * earlier day, and whoever has both logs sees whether it was (`verifyLog` with `before`).
 */
export const Follows = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("runOff"),
    ballot: Id,
    step: integer({ min: 1, max: 6 }),
    round: integer({ min: 1, max: 10 }),
    /** The number of the call of this round; absent for the first. */
    call: z.optional(integer({ min: 2, max: 1_000 })),
  }),
  z.strictObject({ kind: z.literal("revote"), ballot: Id, annulledOn: CivilDate }),
  z.strictObject({ kind: z.literal("round"), ballot: Id }),
]);
export type Follows = z.infer<typeof Follows>;

/** What bylaws leave open for each ballot. Bodies differ in every one of these choices. */
export const Procedure = z.strictObject({
  /** Whether absent units may be asked in writing: in a secret ballot, in a roll-call or by consensus. */
  writtenVotes: z.boolean(),
  /**
   * Only units in the room make the quorum. Where it is absent, those represented by proxy do so too. Bylaws ask for
   * units that are "present" and do not say which is meant, so each bloc chooses.
   */
  quorumInRoom: z.optional(z.literal(true)),
  /** Whether a nominated unit may provide a teller. */
  nomineeTellers: z.boolean(),
  /** Whether recused units still count as entitled, in the quorum and in the base of the threshold. */
  recusedInBase: z.boolean(),
  /** Whether a blank paper, which has no opinion on anybody, counts as valid or as invalid. */
  blankPapers: z.enum(["valid", "invalid"]),
  /**
   * The box is opened only after the tellers have sealed it. Where it is absent they may seal it, and need not: most
   * blocs count in front of all and seal nothing.
   */
  sealed: z.optional(z.literal(true)),
  /**
   * A ranking that places several first: invalid, by every method (also where this is absent), or counted, by every
   * method. Where a method counts a paper for one nominee at a time, each of the first then gets its equal part.
   */
  equalFirst: z.optional(z.enum(["invalid", "counted"])),
  /**
   * What is published of a secret ballot beside its outcome. Absent: everything. `merge`: equal papers by five or more;
   * all others put together as a number. `withhold`: the same, and where the count gives a reason in
   * `secrecyImpossible`, neither papers, nor the votes of each nominee, nor this reason. The log keeps them for a
   * recount.
   */
  smallCells: z.optional(z.enum(["merge", "withhold"])),
});
export type Procedure = z.infer<typeof Procedure>;

export const defaultProcedure: Procedure = {
  writtenVotes: false,
  nomineeTellers: false,
  recusedInBase: false,
  blankPapers: "valid",
};

export const Teller = z.strictObject({ name: PersonName, unit: z.optional(UnitId) });
export type Teller = z.infer<typeof Teller>;

/**
 * The tellers (tổ kiểm phiếu): the head and the members, who are usually two. Each has a name of its own; capitals and
 * spaces do not tell two apart.
 */
export const Tellers = z.strictObject({ head: Teller, members: list(Teller, { min: 1, max: 10 }) });
export type Tellers = z.infer<typeof Tellers>;

/** The data that breaks ties. They are fixed before the vote, so that nobody can choose them after it. */
export const TieData = z.strictObject({
  /** From the finalised scoreboard. */
  scores: list(z.strictObject({ unit: UnitId, points: Points }), { max: 200 }),
  /** Units from the most senior. */
  seniority: list(UnitId, { max: 200 }),
  lotSources: list(LotSource, { max: 20 }),
  /**
   * The unit in the chair, which decides a tie where the ladder says so. Where it is absent, the conference names one
   * before the vote is opened; where it is tied itself, once that is known. Bodies let the chair decide (circular 25/2025/TT-BKHCN, articles 22 and 23: as the chair of
   * the council voted), and no source lets a unit decide for itself. It need not be an elector: a chair may preside
   * without a vote, or be of a unit outside. A recused one is refused.
   */
  chair: z.optional(UnitId),
});
export type TieData = z.infer<typeof TieData>;

/** How many votes an elector has. In a secret ballot it receives as many papers, which all look the same. */
const Weight = z.strictObject({ unit: UnitId, votes: integer({ min: 1, max: 1_000 }) });

/** All the terms of a ballot. They may be revised until the first paper is issued, and never after that. */
export const terms = {
  season: Season,
  conference: z.optional(Id),
  /** The bloc that votes, where no conference says which: by letter, or in a meeting that has no minutes of its own. */
  bloc: z.optional(Id),
  purpose: Purpose,
  bylawsVersion: BylawsVersion,
  /** Each has one vote, unless `weights` gives another number. */
  electors: list(UnitId, { max: 200 }),
  /** Electors that take no part, because the matter concerns them. */
  recused: list(UnitId, { max: 200 }),
  /** The electors with more votes than one; absent where all are equal. All figures of the ballot then count votes. */
  weights: z.optional(list(Weight, { max: 200 })),
  nominees: list(UnitId, { max: 200 }),
  seats: integer({ min: 1, max: seatsMax }),
  voting: VotingRules,
  method: Method,
  procedure: Procedure,
  tellers: Tellers,
  tieData: TieData,
  follows: z.optional(Follows),
};
export const Terms = z.strictObject(terms);
export type Terms = z.infer<typeof Terms>;

/**
 * The terms as the command states them: what most ballots leave as it is may be left out. Nobody is recused, the
 * procedure is `defaultProcedure`, and there is nothing to break ties by. The event has them all.
 */
export const newTerms = {
  ...terms,
  recused: z._default(terms.recused, []),
  procedure: z._default(Procedure, defaultProcedure),
  tieData: z._default(TieData, { scores: [], seniority: [], lotSources: [] }),
};
