import * as z from "zod/mini";
import { inOrder } from "../kernel/in-order.ts";
import { checked } from "../kernel/input.ts";
import { list } from "../kernel/list.ts";
import type { DataOf } from "../kernel/messages.ts";
import { integer } from "../kernel/numbers.ts";
import { UnitId } from "../vocabulary/unit.ts";
import { ballot } from "./ballot.ts";
import { canonicalPapers } from "./canonical-paper.ts";
import { countPapers } from "./count.ts";
import type { Decided } from "./deciding.ts";
import type { InvalidReasons } from "./fields.ts";
import { takenIn } from "./kept-steps.ts";
import type { BallotEvent } from "./messages.ts";
import { objectionToTerms } from "./opening.ts";
import { type PaperGroup, PaperRead } from "./paper.ts";
import type {
  BaseTaken,
  CountRound,
  EqualFirst,
  Figures,
  Outcome,
  SecrecyImpossible,
  VoteLine,
} from "./result.ts";
import { presenceOf, type Roll, rollCount } from "./roll.ts";
import { mergedCells } from "./small-cells.ts";
import type { Ballot, Climbs, Ladder } from "./state.ts";
import { Terms } from "./terms.ts";
import { climb, TieStepRecord } from "./tie-replay.ts";

/** What is published about a unit: whether it was present, represented or asked in writing, and took a paper. */
const Attendance = z.strictObject({
  unit: UnitId,
  here: z.boolean(),
  consulted: z.boolean(),
  holder: z.optional(UnitId),
  /** How it takes part, fixed when the vote opened. */
  takesPart: z.optional(z.enum(["inRoom", "byProxy", "inWriting"])),
  paper: z.optional(z.enum(["inRoom", "inWriting"])),
  spoiled: integer({ min: 0, max: 100 }),
});

/** The facts that a result needs beside the papers: who took part, and how ties were broken. */
export const CountFacts = z.strictObject({
  attendance: list(Attendance, { max: 200 }),
  ties: list(TieStepRecord, { max: 60 }),
});
export type CountFacts = z.infer<typeof CountFacts>;

/** The figures of the record of the count, the outcome of the count, and the outcome after the ladder. */
export type CountResult = {
  figures: Figures &
    Decided & {
      base: BaseTaken;
      invalidReasons?: InvalidReasons;
      lines: VoteLine[];
      secrecyImpossible: SecrecyImpossible[];
      /** The terms withhold the votes of each nominee: `lines` is empty, and so is `secrecyImpossible`. */
      withheld?: true;
      equalFirst?: EqualFirst;
      rounds?: CountRound[];
    };
  outcome: { counted: Outcome; certified: Outcome };
};

/** Equal papers together; `merged`: how many are put together with unequal ones, as the terms ask. */
export type PublishedPapers = { groups: PaperGroup[]; merged: number };

/**
 * `papers` is there where the terms have a rule for small cells, and do not withhold them. Publish these, then, and the
 * record without its papers (`shredded`): figures and outcome are under the signatures of the tellers.
 */
export type PublishedCount = {
  terms: Terms;
  facts: CountFacts;
  result: CountResult;
  papers?: PublishedPapers;
};

/**
 * What is to be published of a secret ballot beside its papers, from its events. It is `undefined` for other ballots,
 * until the tellers have certified the count, and once the log goes on and what they certified no longer holds: the
 * ballot is annulled, a run-off is corrected or void, or the papers are counted again. After a recount, it is the count
 * that was certified last.
 */
export function publishedCount(log: Iterable<BallotEvent>): PublishedCount | undefined {
  const events = [...log];
  const last = events.findLastIndex((event) => event.type === "BallotCertified");
  const state = ballot.fold(events.slice(0, last + 1));
  if (state.status !== "certified" || state.voting.form !== "secret" || state.count === undefined)
    return undefined;
  if (!holds(ballot.fold(events.slice(last + 1), state))) return undefined;
  const { terms, roll, count, counted, outcome, voting } = state;
  return {
    terms,
    facts: { attendance: attendanceOf(roll), ties: tiesOf(state) },
    result: { figures: figuresIn(count), outcome: { counted, certified: outcome } },
    ...publishedPapers(terms, count, voting.papers),
  };
}

/** Whether the last record of this ballot holds. */
export const holds = ({ status }: Ballot): boolean => status === "certified" || status === "final";

function publishedPapers(
  { procedure }: Terms,
  { withheld }: Pick<Count, "withheld">,
  papers: readonly PaperGroup[],
): Pick<PublishedCount, "papers"> {
  if (procedure.smallCells === undefined || withheld) return {};
  return { papers: mergedCells(papers) };
}

/**
 * Counts the papers of a published ballot again, and breaks its ties again, from the published facts alone: for a
 * verifier that trusts nobody.
 *
 * @param papers each paper on its own, in any order and in any form that the box accepts
 * @throws {InvalidInput} for terms, facts or papers that are not well formed
 * @throws {RangeError} for terms that no ballot opens on, more papers than were issued, papers of another method, or tie
 * steps that the ladder does not have
 */
export function recountPublished({
  terms: publishedTerms,
  facts,
  papers,
}: {
  terms: unknown;
  facts: unknown;
  papers: readonly unknown[];
}): CountResult {
  const terms = checked(Terms, publishedTerms);
  const objection = objectionToTerms(terms);
  if (objection) throw new RangeError(`no ballot opens on these terms: ${objection.type}`);
  const { attendance, ties } = checked(CountFacts, facts);
  const read = checked(list(PaperRead, { max: 100_000 }), papers);
  const { issued } = rollCount({ terms, roll: rollOf({ attendance }) });
  if (read.length > issued) throw new RangeError(`${read.length} papers were found, and ${issued} issued`);
  const box = canonicalPapers(
    terms,
    read.map((paper) => ({ papers: 1, paper })),
  );
  const counted = countPapers({ terms, roll: rollOf({ attendance }) }, box);
  return {
    figures: figuresIn(counted),
    outcome: { counted: counted.outcome, certified: climb(terms, counted.outcome, ties) },
  };
}

type Count = Omit<DataOf<BallotEvent, "BallotCounted">, "reading" | "form" | "method" | "outcome">;

function figuresIn(counted: Count): CountResult["figures"] {
  const { figures, base, invalidReasons, lines, secrecyImpossible, withheld } = counted;
  const { equalFirst, rounds, deciding, seatBySeat, committeeScore } = counted;
  const known = { ...figures, base, ...(invalidReasons && { invalidReasons }) };
  // The reason says with the outcome what was cast: all papers are alike, and so all are for the one that is elected.
  if (withheld) return { ...known, lines: [], secrecyImpossible: [], withheld };
  return {
    ...known,
    lines,
    secrecyImpossible,
    ...(equalFirst && { equalFirst }),
    ...(rounds && { rounds }),
    ...(deciding && { deciding }),
    ...(seatBySeat && { seatBySeat }),
    ...(committeeScore !== undefined && { committeeScore }),
  };
}

function attendanceOf(roll: Roll): CountFacts["attendance"] {
  return inOrder(roll.keys()).map((unit) => ({ unit, ...presenceOf(roll, unit) }));
}

/** The roll as far as it is published. */
export function rollOf({ attendance }: Pick<CountFacts, "attendance">): Roll {
  return new Map(attendance.map(({ unit, ...presence }) => [unit, presenceFrom(presence)]));
}

/** A field without a value is absent, and not undefined. */
function presenceFrom({ holder, paper, takesPart, ...rest }: Omit<CountFacts["attendance"][number], "unit">) {
  return {
    ...rest,
    ...(holder !== undefined && { holder }),
    ...(takesPart !== undefined && { takesPart }),
    ...(paper !== undefined && { paper }),
  };
}

/** The steps that led to the outcome, and not those that a recount or a corrected run-off has left behind. */
function tiesOf({ ladder, climbs }: { ladder: Ladder; climbs: Climbs }): TieStepRecord[] {
  return ladder.taken.flatMap((step) => {
    const taken = takenIn(climbs, step);
    if (!taken) return [];
    const { tie: _, ...record } = taken;
    return [record];
  });
}
