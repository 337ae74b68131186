import { votesNeeded } from "../vocabulary/bar.ts";
import type { Quorum } from "../vocabulary/threshold.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { Terms } from "./messages.ts";
import { votesOf } from "./weights.ts";

/** What the roll knows of a unit. Nothing of what it votes, and nothing of when. */
export type Presence = {
  here: boolean;
  consulted: boolean;
  /** Who holds its proxy. */
  holder?: UnitId;
  /** The paper in its name, or its call: in the room, or in writing from the absent. */
  paper?: "inRoom" | "inWriting";
  spoiled: number;
};
export type Roll = Map<UnitId, Presence>;
type Registered = { terms: Terms; roll: Roll };

/** The electors that may take part: all but those recused. */
export function voters({ electors, recused }: Terms): UnitId[] {
  return electors.filter((unit) => !recused.includes(unit));
}

/** How many votes are entitled, for quorum and threshold; the recused are among them only where the procedure says so. */
export function eligibleCount(terms: Terms): number {
  return votesOf(terms, terms.procedure.recusedInBase ? terms.electors : voters(terms));
}

export function presenceOf(roll: Roll, unit: UnitId): Presence {
  return roll.get(unit) ?? { here: false, consulted: false, spoiled: 0 };
}

/**
 * In the room, represented there by proxy, or gone since, having taken a paper: so that leaving never makes fewer
 * present than there are papers out.
 */
export function isPresent(roll: Roll, unit: UnitId): boolean {
  const { here, holder, paper } = presenceOf(roll, unit);
  return here || paper === "inRoom" || (holder !== undefined && presenceOf(roll, holder).here);
}

/** Whether it may be given a paper or called on: it is present, or absent and asked in writing. */
export function mayVote(roll: Roll, unit: UnitId): boolean {
  return isPresent(roll, unit) || presenceOf(roll, unit).consulted;
}

/** Who takes the paper of a unit: itself, or in its absence the holder of its proxy. */
export function receiverOf(roll: Roll, unit: UnitId): UnitId {
  const { here, holder } = presenceOf(roll, unit);
  return !here && holder !== undefined && presenceOf(roll, holder).here ? holder : unit;
}

export function principalsOf(roll: Roll, holder: UnitId): UnitId[] {
  return [...roll].filter(([, presence]) => presence.holder === holder).map(([unit]) => unit);
}

/** The figures of the roll, in votes: present, absent but consulted, papers out, papers spoiled and replaced. */
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

/** Who has taken its papers, or called its vote. */
export function withPaper({ terms, roll }: Registered): UnitId[] {
  return voters(terms).filter((unit) => presenceOf(roll, unit).paper !== undefined);
}

/** How many votes are the quorum; `undefined` when not even all of `eligible` are. */
export function quorumNeeded(quorum: Quorum, eligible: number): number | undefined {
  return votesNeeded(quorum, eligible);
}
