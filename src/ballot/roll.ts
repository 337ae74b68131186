import { contradiction } from "../kernel/errors.ts";
import { votesNeeded } from "../vocabulary/bar.ts";
import type { Quorum } from "../vocabulary/threshold.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { BallotRejection } from "./messages.ts";
import type { Terms } from "./terms.ts";

/** What the roll knows of a unit: nothing about how it votes, and nothing about when. */
type Presence = {
  here: boolean;
  consulted: boolean;
  /** Who holds its proxy. */
  holder?: UnitId;
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

/**
 * Whether a unit is in the room, is represented there by proxy, or has left after it took a paper. A unit that leaves
 * never makes the number present smaller than the number of papers issued.
 */
export function isPresent(roll: Roll, unit: UnitId): boolean {
  const { here, holder, paper } = presenceOf(roll, unit);
  return here || paper === "inRoom" || (holder !== undefined && presenceOf(roll, holder).here);
}

/** Whether a unit may receive a paper or be called: it is present, or it is absent and was asked in writing. */
export function mayVote(roll: Roll, unit: UnitId): boolean {
  return isPresent(roll, unit) || presenceOf(roll, unit).consulted;
}

/** Who receives the paper of a unit: the unit itself, or in its absence the holder of its proxy. */
export function receiverOf(roll: Roll, unit: UnitId): UnitId {
  const { here, holder } = presenceOf(roll, unit);
  return !here && holder !== undefined && presenceOf(roll, holder).here ? holder : unit;
}

export function principalsOf(roll: Roll, holder: UnitId): UnitId[] {
  return [...roll].filter(([, presence]) => presence.holder === holder).map(([unit]) => unit);
}

/** The figures of the roll, in votes: present, absent but consulted, papers issued, papers spoiled and replaced. */
export function rollCount({ terms, roll }: Registered) {
  const all = voters(terms);
  const votes = (units: readonly UnitId[]) => votesOf(terms, units);
  return {
    electors: votes(terms.electors),
    present: votes(all.filter((unit) => isPresent(roll, unit))),
    consulted: votes(all.filter((unit) => presenceOf(roll, unit).consulted && !isPresent(roll, unit))),
    issued: votes(withPaper({ terms, roll })),
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
export const votesMax = 100_000;

/** Marks figures as votes, and not units, where an elector has more votes than one. */
export function inVotes({ weights = [] }: Pick<Terms, "weights">): { inVotes?: true } {
  return weights.some(({ votes }) => votes > 1) ? { inVotes: true } : {};
}

/** How many votes these units have together: one each, unless the terms give another weight. */
export function votesOf({ weights = [] }: Pick<Terms, "weights">, units: readonly UnitId[]): number {
  const votes = new Map(weights.map((weight) => [weight.unit, weight.votes]));
  return units.reduce((sum, unit) => sum + (votes.get(unit) ?? 1), 0);
}
