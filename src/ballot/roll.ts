import { contradiction } from "../kernel/errors.ts";
import { votesNeeded } from "../vocabulary/bar.ts";
import type { Quorum } from "../vocabulary/threshold.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { BallotRejection } from "./messages.ts";
import type { Terms } from "./terms.ts";

type Part = "inRoom" | "byProxy" | "inWriting";

/** What the roll knows of a unit: nothing about how it votes, and nothing about when. */
type Presence = {
  here: boolean;
  consulted: boolean;
  /** Who holds its proxy. */
  holder?: UnitId;
  /** How it takes part in the vote, fixed when the vote opened: whoever leaves later takes part still. */
  takesPart?: Part;
  /** It has its paper, or has called its vote: in the room, or absent and in writing. */
  paper?: "inRoom" | "inWriting";
  spoiled: number;
};
export type Roll = Map<UnitId, Presence>;
type Registered = { terms: Terms; roll: Roll };

/** The electors that may take part: all except the recused. */
export function voters({ electors, recused }: Terms): UnitId[] {
  return electors.filter((unit) => !recused.includes(unit));
}

/** The votes of all who are entitled, for quorum and threshold. The recused count only where the procedure says so. */
export function eligibleCount(terms: Terms): number {
  return votesOf(terms, terms.procedure.recusedInBase ? terms.electors : voters(terms));
}

export function presenceOf(roll: Roll, unit: UnitId): Presence {
  return roll.get(unit) ?? { here: false, consulted: false, spoiled: 0 };
}

/** How a unit would take part in a vote that opens now; undefined for an absent unit that nobody represents or asks. */
function partNow(roll: Roll, unit: UnitId): Part | undefined {
  const { here, holder, consulted } = presenceOf(roll, unit);
  if (here) return "inRoom";
  if (holder !== undefined && presenceOf(roll, holder).here) return "byProxy";
  return consulted ? "inWriting" : undefined;
}

/** Whether a unit is in the room or is represented there, or has left after it took a paper. */
export function isPresent(roll: Roll, unit: UnitId): boolean {
  const part = partNow(roll, unit);
  return part === "inRoom" || part === "byProxy" || presenceOf(roll, unit).paper === "inRoom";
}

/** Whether a unit may receive a paper or be called: it is present, or it is absent and was asked in writing. */
function mayVote(roll: Roll, unit: UnitId): boolean {
  return isPresent(roll, unit) || presenceOf(roll, unit).consulted;
}

/** Whether a vote opened without this unit: it came, or was represented or asked, only later. */
function isLate(roll: Roll, unit: UnitId): boolean {
  return presenceOf(roll, unit).takesPart === undefined && partNow(roll, unit) !== undefined;
}

/** How a unit takes part in a vote that opens, perhaps anew: whoever is in the room votes itself, whatever was so before. */
function partFrom(roll: Roll, unit: UnitId): Part | undefined {
  const now = partNow(roll, unit);
  return now === "inRoom" ? now : (presenceOf(roll, unit).takesPart ?? now);
}

/** Whether a vote that nobody has begun would open otherwise: a unit came, or was represented or asked, only later. */
export function wouldOpenOtherwise({ terms, roll }: Registered): boolean {
  return voters(terms).some((unit) => partFrom(roll, unit) !== presenceOf(roll, unit).takesPart);
}

/** The roll of a vote that opens: who takes part is fixed, and so are the quorum and every base. */
export function fixed(terms: Terms, roll: Roll): Roll {
  const parts = voters(terms).map((unit) => {
    const presence = presenceOf(roll, unit);
    const takesPart = partFrom(roll, unit);
    return [unit, { ...presence, ...(takesPart && { takesPart }) }] as const;
  });
  return new Map(parts.filter(([unit, { takesPart }]) => takesPart !== undefined || roll.has(unit)));
}

/** The roll before a vote is opened anew: nobody takes part yet. */
export function unfixed(roll: Roll): Roll {
  return new Map([...roll].map(([unit, { takesPart: _, ...presence }]) => [unit, presence]));
}

/** Who receives the paper of a unit: the unit itself, or in its absence the holder of its proxy. */
export function receiverOf(roll: Roll, unit: UnitId): UnitId {
  const { here, holder } = presenceOf(roll, unit);
  return !here && holder !== undefined && presenceOf(roll, holder).here ? holder : unit;
}

export function principalsOf(roll: Roll, holder: UnitId): UnitId[] {
  return [...roll].filter(([, presence]) => presence.holder === holder).map(([unit]) => unit);
}

/**
 * The figures of the roll, in votes: present, by proxy among them, absent but consulted, papers issued, papers spoiled
 * and replaced. Who is present is who was when the vote opened; before that, who is now.
 */
export function rollCount({ terms, roll }: Registered) {
  const all = voters(terms);
  const isOpened = all.some((unit) => presenceOf(roll, unit).takesPart !== undefined);
  const partOf = (unit: UnitId) => (isOpened ? presenceOf(roll, unit).takesPart : partNow(roll, unit));
  const votes = (...parts: Part[]) =>
    votesOf(
      terms,
      all.filter((unit) => parts.some((part) => part === partOf(unit))),
    );
  const byProxy = votes("byProxy");
  return {
    electors: votesOf(terms, terms.electors),
    present: votes("inRoom", "byProxy"),
    ...(byProxy > 0 && { byProxy }),
    consulted: votes("inWriting"),
    issued: votesOf(terms, withPaper({ terms, roll })),
    spoiled: all.reduce((sum, unit) => sum + presenceOf(roll, unit).spoiled, 0),
  };
}

/** The units that have received their papers, or called their votes. */
export function withPaper({ terms, roll }: Registered): UnitId[] {
  return voters(terms).filter((unit) => presenceOf(roll, unit).paper !== undefined);
}

/** How many votes make the quorum; `undefined` when even all of `eligible` are too few. */
export function quorumNeeded(quorum: Quorum, eligible: number): number | undefined {
  return votesNeeded(quorum, eligible);
}

/** What stands against a unit that takes part: it is no elector, or it is recused. */
export function objectionToVoter({ electors, recused }: Terms, unit: UnitId): BallotRejection | undefined {
  if (!electors.includes(unit)) return { type: "NotAnElector", data: { unit } };
  return recused.includes(unit) ? { type: "UnitRecused", data: { unit } } : undefined;
}

/** What stands against a vote of this unit: it is not there, or the vote opened before it was. */
export function objectionToVote({ terms, roll }: Registered, unit: UnitId): BallotRejection | undefined {
  const objection = objectionToVoter(terms, unit);
  if (objection) return objection;
  if (!mayVote(roll, unit)) return { type: "UnitAbsent", data: { unit } };
  return isLate(roll, unit) ? { type: "VoteBeganWithout", data: { unit } } : undefined;
}

/** For events: the unit is an elector that takes part, or the event cannot have happened. */
export function expectVoter(terms: Terms, unit: UnitId) {
  if (objectionToVoter(terms, unit)) contradiction(`unit ${JSON.stringify(unit)} takes no part`);
}

/** Adds these marks to what the roll knows of a unit. */
export function mark(roll: Roll, unit: UnitId, marks: Partial<Presence>): void {
  roll.set(unit, { ...presenceOf(roll, unit), ...marks });
}

/** Marks that a unit has received its paper, or has called its vote: in the room, or in writing. */
export function markVoted(roll: Roll, unit: UnitId): void {
  mark(roll, unit, { paper: isPresent(roll, unit) ? "inRoom" : "inWriting" });
}

export function withoutProxy(roll: Roll, unit: UnitId): void {
  const { holder: _, ...rest } = presenceOf(roll, unit);
  roll.set(unit, rest);
}

/** The most votes that all electors together may have: as many as the papers that a box may hold. */
const votesMax = 100_000;
/** How many places for names all papers together may have, so that any method counts them within about a second. */
const placesMax = 2_000_000;

/** The most votes with so many nominees: 100,000 with up to 20 of them, 10,000 with 200. */
export function votesMaxWith(nominees: number): number {
  return Math.min(votesMax, Math.floor(placesMax / Math.max(1, nominees)));
}

/** Marks figures as votes, and not units, where an elector has more votes than one. */
export function inVotes({ weights = [] }: Pick<Terms, "weights">): { inVotes?: true } {
  return weights.some(({ votes }) => votes > 1) ? { inVotes: true } : {};
}

/** How many votes these units have together: one each, unless the terms give another weight. */
export function votesOf({ weights = [] }: Pick<Terms, "weights">, units: readonly UnitId[]): number {
  const votes = new Map(weights.map((weight) => [weight.unit, weight.votes]));
  return units.reduce((sum, unit) => sum + (votes.get(unit) ?? 1), 0);
}
