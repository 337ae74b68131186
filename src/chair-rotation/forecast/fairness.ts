import { addDays, type CivilDate } from "../../kernel/time.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { runningOn } from "../office-on.ts";
import { sittingsOf } from "../questions/tenures.ts";
import type { RosterFact } from "../roster-on.ts";
import { type OpenedRotation, policyAt, runningNumber } from "../state.ts";
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
  const { served, facts, firstRoster } = rotation;
  const units = unitsOf(rotation);
  const turns = turnsOf(rotation);
  const sitters = served.map(
    ({ number }) => new Set(sittingsOf(rotation, number).tenures.map(({ unit }) => unit)),
  );
  const reports = units.map((unit) =>
    fairnessOfUnit(rotation, unit, { turns, sitters, waitMax: units.length }),
  );
  const own = served.filter(({ chair, turnOf }) => chair !== undefined && (turnOf ?? chair) === chair).length;
  const vacant = served.filter(({ chair }) => chair === undefined).length;
  const hasMoved = new Set(facts.flatMap(({ event }) => unitsIn(event)));
  const throughout = reports.filter(({ unit }) => firstRoster.members.has(unit) && !hasMoved.has(unit));
  const counts = throughout.map((one) => one.turns);
  return {
    elapsed: served.length,
    ownTurns: own,
    substituted: served.length - own - vacant,
    vacant,
    ...(counts.length > 0 && { spread: { most: Math.max(...counts), fewest: Math.min(...counts) } }),
    units: reports,
  };
}

/** All units that are, were or will be members. */
function unitsOf({ firstRoster, opening, facts }: OpenedRotation): UnitId[] {
  const known = [...firstRoster.members.keys(), ...opening.roster.map(({ unit }) => unit)];
  return [...new Set([...known, ...facts.flatMap(({ event }) => unitsIn(event))])];
}

/** The units that a fact lets in or out. */
function unitsIn({ type, data }: RosterFact["event"]): UnitId[] {
  if (type === "UnitsMergedInRotation") return [...data.units, data.into];
  if (type === "UnitSplitInRotation") return [data.unit, data.heir, ...data.others];
  return type === "UnitJoinedRotation" || type === "UnitLeftRotation" ? [data.unit] : [];
}

/** The turns that each unit has had, with those of the units that it is the heir of. */
function turnsOf(rotation: OpenedRotation): Map<UnitId, number> {
  const turns = new Map<UnitId, number>();
  const of = (unit: UnitId) => turns.get(unit) ?? 0;
  const { served, facts } = rotation;
  let at = 0;
  const enterUntil = (day: CivilDate) => {
    for (let fact = facts[at]; fact && fact.on <= day; fact = facts[at]) {
      at += 1;
      const { event, on } = fact;
      if (event.type === "UnitSplitInRotation") turns.set(event.data.heir, of(event.data.unit));
      if (event.type !== "UnitsMergedInRotation") continue;
      const parts = [...event.data.units, event.data.into].map(of);
      const isSum = policyAt(rotation, runningOn(rotation, on)?.number ?? -1).merge.turns === "sum";
      turns.set(event.data.into, isSum ? parts.reduce((a, b) => a + b, 0) : Math.max(...parts));
    }
  };
  for (const { begunOn, turnOf, chair } of served) {
    enterUntil(addDays(begunOn, -1));
    const unit = turnOf ?? chair;
    if (unit !== undefined) turns.set(unit, of(unit) + 1);
  }
  enterUntil(rotation.doneOn ?? "");
  return turns;
}

function fairnessOfUnit(
  { served, swaps, obligations }: OpenedRotation,
  unit: UnitId,
  {
    turns,
    sitters,
    waitMax,
  }: {
    turns: ReadonlyMap<UnitId, number>;
    sitters: readonly ReadonlySet<UnitId | undefined>[];
    waitMax: number;
  },
): UnitFairness {
  const own = served.flatMap(({ number, turnOf, chair }) => ((turnOf ?? chair) === unit ? [number] : []));
  const waits = own.slice(1).map((turn, at) => turn - (own[at] ?? turn));
  const inForce = [...swaps.values()].filter(({ status }) => status === "inForce");
  const owed = [...obligations.values()].filter((one) => one.unit === unit);
  const count = (status: string) => owed.filter((one) => one.status === status).length;
  return {
    unit,
    turns: turns.get(unit) ?? 0,
    chaired: sitters.filter((units) => units.has(unit)).length,
    ...(waits.length > 0 && { longestWait: Math.max(...waits) }),
    waitMax,
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
