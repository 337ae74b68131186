import { addDays, type CivilDate } from "../../kernel/time.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import type { RosterFact } from "../members.ts";
import type { KnownRotation } from "../questions/entries.ts";
import { sittingsWalk } from "../questions/tenures.ts";
import { endsIn, runningOn } from "../seating.ts";
import { type Obligation, type OpenedRotation, policyAt, runningNumber, type ServedTerm } from "../state.ts";
import { forecast } from "./forecast.ts";

/** The share of one unit in the terms that have begun. */
export type UnitFairness = {
  unit: UnitId;
  /**
   * `turns` counts the terms that were its turn by the rule, with those of units that it is the heir of: those have a
   * row of their own too. `chaired` counts those that it chaired, on any unit's turn.
   */
  turns: number;
  chaired: number;
  /** The greatest number of terms from one turn to the next; undefined with fewer than two turns. */
  longestWait?: number;
  /**
   * The number of units that are or were members, and of terms that were held over, owed or given by a decision: under
   * a cycle no wait is longer (N + J, and one more for each such term).
   */
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
export function fairnessOf(rotation: KnownRotation): FairnessReport {
  return fairnessIn(withHeld(rotation));
}

/** Without the first term, where the rotation was closed before its first day came. */
function withHeld({ closedOn, ...rotation }: KnownRotation): OpenedRotation {
  if (closedOn === undefined) return rotation;
  return { ...rotation, served: rotation.served.filter(({ begunOn }) => begunOn <= closedOn) };
}

function fairnessIn(rotation: OpenedRotation): FairnessReport {
  const { served, facts, firstRoster } = rotation;
  const units = unitsOf(rotation);
  const turns = turnsOf(rotation);
  const shares = sharesIn(rotation);
  const waitMax = units.length + served.filter(isGivenOtherwise).length;
  const reports = units.map((unit) =>
    fairnessOfUnit(unit, { turns: turns.get(unit) ?? [], share: shares.get(unit), waitMax }),
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

/** Whether the term was no step round the order, so that the others wait for one term more. */
function isGivenOtherwise({ because }: ServedTerm): boolean {
  return !because.some((one) => one.kind === "rule" && one.rule !== "owed" && one.rule !== "heldOver");
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

/** The terms that were the turns of each unit, with those of the units that it is the heir of. */
function turnsOf(rotation: OpenedRotation): Map<UnitId, readonly number[]> {
  const turns = new Map<UnitId, readonly number[]>();
  const of = (unit: UnitId) => turns.get(unit) ?? [];
  const { served, facts } = rotation;
  let at = 0;
  const enterUntil = (day: CivilDate) => {
    for (let fact = facts[at]; fact && fact.on <= day; fact = facts[at]) {
      at += 1;
      const { ends, heir } = successionIn(fact.event);
      if (ends.length === 0) continue;
      const isSum = policyAt(rotation, runningOn(rotation, fact.on)?.number ?? -1).merge.turns === "sum";
      turns.set(heir, together([...ends, heir].map(of), isSum));
    }
  };
  for (const { number, begunOn, turnOf, chair } of served) {
    enterUntil(addDays(begunOn, -1));
    const unit = turnOf ?? chair;
    if (unit !== undefined) turns.set(unit, [...of(unit), number]);
  }
  enterUntil(rotation.doneOn ?? "");
  return turns;
}

/** The units that a fact ends, and their heir. A unit that is its own heir keeps what it had. */
const successionIn = (event: RosterFact["event"]): ReturnType<typeof endsIn> =>
  event.type === "UnitsMergedInRotation" || event.type === "UnitSplitInRotation"
    ? endsIn(event)
    : { ends: [], heir: "" };

/** The turns of several units as those of one: all of them, or those of the unit that had most. */
function together(parts: readonly (readonly number[])[], isSum: boolean): readonly number[] {
  if (isSum) return parts.flat().sort((a, b) => a - b);
  return parts.reduce((most, part) => (part.length > most.length ? part : most), []);
}

/** What one unit had of the terms that have begun, of the swaps in force, and of the turns that are owed. */
type Share = {
  chaired: number;
  asked: number;
  agreed: number;
  owed: Record<Obligation["status"], number>;
};

/** The shares of all units, in one pass over the terms, the swaps and the owed turns. */
function sharesIn(rotation: OpenedRotation): Map<UnitId, Share> {
  const { served, swaps, obligations } = rotation;
  const shares = new Map<UnitId, Share>();
  const of = (unit: UnitId): Share => {
    const share = shares.get(unit) ?? noShare();
    shares.set(unit, share);
    return share;
  };
  const sittings = sittingsWalk(rotation);
  for (const { number } of served) {
    const sat = new Set(sittings(number).tenures.map((tenure) => tenure.unit));
    for (const one of sat) if (one !== undefined) of(one).chaired += 1;
  }
  for (const { status, a, b, event } of swaps.values()) {
    if (status !== "inForce") continue;
    of(event.proposedBy).asked += 1;
    for (const { unit } of [a, b]) if (unit !== event.proposedBy) of(unit).agreed += 1;
  }
  for (const { unit, status } of obligations.values()) of(unit).owed[status] += 1;
  return shares;
}

const noShare = (): Share => ({
  chaired: 0,
  asked: 0,
  agreed: 0,
  owed: { open: 0, honoured: 0, broken: 0 },
});

function fairnessOfUnit(
  unit: UnitId,
  {
    turns,
    share = noShare(),
    waitMax,
  }: { turns: readonly number[]; share: Share | undefined; waitMax: number },
): UnitFairness {
  const { chaired, asked, agreed, owed } = share;
  const waits = turns.slice(1).map((turn, at) => turn - (turns[at] ?? turn));
  return {
    unit,
    turns: turns.length,
    chaired,
    ...(waits.length > 0 && { longestWait: Math.max(...waits) }),
    waitMax,
    swapsAsked: asked,
    swapsAgreed: agreed,
    obligations: { ...owed },
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
