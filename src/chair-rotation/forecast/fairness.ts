import type { UnitId } from "../../vocabulary/unit.ts";
import { type OpenedRotation, runningNumber } from "../state.ts";
import { forecast } from "./forecast.ts";

/** The share of one unit in the terms that have begun. */
export type UnitFairness = {
  unit: UnitId;
  /** `turns` counts the terms that were its turn by the rule; `chaired` those that it chaired, on any unit's turn. */
  turns: number;
  chaired: number;
  /** The greatest number of terms from one turn to the next; undefined with fewer than two turns. */
  longestWait?: number;
  /** The number of units that are or were members: under a cycle no wait is longer (N + J). */
  waitMax: number;
  /** Swaps in force that it proposed, and those that it agreed to. */
  swapsAsked: number;
  swapsAgreed: number;
  obligations: { open: number; honoured: number; broken: number };
};

/**
 * The terms that have begun. Each counts once: its chair had its own turn, or another unit's, or there was no
 * chair.
 */
export type FairnessReport = {
  elapsed: number;
  ownTurns: number;
  substituted: number;
  vacant: number;
  /** The most and the fewest turns among the units that were members all the time. */
  spread?: { most: number; fewest: number };
  units: UnitFairness[];
};

/** How fairly the terms that have begun were shared, by turns (nominal layer) and by chairs (actual layer). */
export function fairnessOf(rotation: OpenedRotation): FairnessReport {
  const { served, members } = rotation;
  const units = [...members.keys()].map((unit) => fairnessOfUnit(rotation, unit));
  const own = served.filter(({ chair, turnOf }) => chair !== undefined && (turnOf ?? chair) === chair).length;
  const vacant = served.filter(({ chair }) => chair === undefined).length;
  const throughout = units.filter(({ unit }) => {
    const [first] = members.get(unit)?.spells ?? [];
    return first !== undefined && first.from <= 0 && first.until === undefined;
  });
  const turns = throughout.map((one) => one.turns);
  return {
    elapsed: served.length,
    ownTurns: own,
    substituted: served.length - own - vacant,
    vacant,
    ...(turns.length > 0 && { spread: { most: Math.max(...turns), fewest: Math.min(...turns) } }),
    units,
  };
}

function fairnessOfUnit(rotation: OpenedRotation, unit: UnitId): UnitFairness {
  const { served, swaps, obligations, members } = rotation;
  const turns = served.flatMap(({ number, turnOf, chair }) => ((turnOf ?? chair) === unit ? [number] : []));
  const waits = turns.slice(1).map((turn, at) => turn - (turns[at] ?? turn));
  const inForce = [...swaps.values()].filter(({ status }) => status === "inForce");
  const owed = [...obligations.values()].filter((one) => one.unit === unit);
  const count = (status: string) => owed.filter((one) => one.status === status).length;
  return {
    unit,
    turns: turns.length + (members.get(unit)?.inheritedTurns ?? 0),
    chaired: served.filter(({ chair }) => chair === unit).length,
    ...(waits.length > 0 && { longestWait: Math.max(...waits) }),
    waitMax: members.size,
    swapsAsked: inForce.filter(({ event }) => event.proposedBy === unit).length,
    swapsAgreed: inForce.filter(
      ({ a, b, event }) => event.proposedBy !== unit && (a.unit === unit || b.unit === unit),
    ).length,
    obligations: { open: count("open"), honoured: count("honoured"), broken: count("broken") },
  };
}

/** The number of turns that the rule alone gives each unit in the next `terms` terms. */
export function turnsAhead(rotation: OpenedRotation, terms: number): Map<UnitId, number> {
  const running = runningNumber(rotation);
  const turns = new Map<UnitId, number>();
  for (const { number, nominal } of forecast(rotation, { number: running + terms }))
    if (number > running && nominal.kind === "unit")
      turns.set(nominal.unit, (turns.get(nominal.unit) ?? 0) + 1);
  return turns;
}
