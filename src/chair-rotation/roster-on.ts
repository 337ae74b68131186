import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { copyOf, enter, type KeptRoster, type Roster, type RosterFact, unitsNamedIn } from "./members.ts";
import type { ChairRotationRejection } from "./messages.ts";

/** The days of the roster that are asked for: what was closed, and what acts later. */
export type Timeline = {
  roster: KeptRoster;
  rosterFacts: number;
  doneOn?: CivilDate | undefined;
  firstRoster: KeptRoster;
  lastRoster: KeptRoster;
  near: { roster: KeptRoster; facts: number };
  facts: readonly RosterFact[];
};

/** The last roster that is kept and has no fact after the first `count` ones: of the closed days, or a later one. */
const keptBefore = ({ roster, rosterFacts, near }: Timeline, count: number) =>
  near.facts > rosterFacts && near.facts <= count
    ? { roster: near.roster, rosterFacts: near.facts }
    : { roster, rosterFacts };

const [nearMin, nearMax] = [50, 100];

/**
 * A fact was added among the others: the roster that is kept moves on, or back before its place. A fact that is apart
 * from all later ones, and brings no member whose place among the others would be a matter of order, is entered into it.
 */
export function addToNear(timeline: Timeline, added: RosterFact, isApart: boolean) {
  const { facts, near } = timeline;
  const place = placeAfter(facts, added.on) - 1;
  if (place < near.facts && isApart && changesOneMember(added)) {
    enter(near.roster, added);
    near.facts += 1;
  } else if (place < near.facts || facts.length - near.facts > nearMax) {
    const kept = keptBefore(timeline, place);
    const roster = copyOf(kept.roster);
    const count = Math.max(facts.length - nearMin, kept.rosterFacts);
    for (const fact of facts.slice(kept.rosterFacts, count)) enter(roster, fact);
    timeline.near = { roster, facts: count };
  }
}

const changesOneMember = ({ event: { type } }: RosterFact): boolean =>
  type === "UnitLeftRotation" ||
  type === "UnitRenamedInRotation" ||
  type === "UnitSuspendedFromRotation" ||
  type === "UnitReinstatedInRotation";

/** Whether none of these facts is about a unit that the added one is about. */
export function isApartFrom(facts: readonly RosterFact[], { event }: RosterFact): boolean {
  const units = new Set(unitsNamedIn(event));
  return !facts.some((fact) => unitsNamedIn(fact.event).some((unit) => units.has(unit)));
}

/**
 * The roster of one day after the other, beginning with one that has the first `rosterFacts` facts. What it gives is
 * changed when a later day is asked for. It is copied once a fact changes it, and not before.
 */
export function rosterWalk({
  roster,
  rosterFacts,
  facts,
}: { roster: Roster } & Pick<Timeline, "rosterFacts" | "facts">): (day: CivilDate) => Roster {
  let own: KeptRoster | undefined;
  let at = rosterFacts;
  return (day) => {
    for (let fact = facts[at]; fact && fact.on <= day; fact = facts[at]) {
      own ??= copyOf(roster);
      enter(own, fact);
      at += 1;
    }
    return own ?? roster;
  };
}

/** The same from `day` on, beginning with the roster that is kept; `day` is open, or no earlier than what is kept. */
export const rosterWalkFrom = (timeline: Timeline, day: CivilDate): ((day: CivilDate) => Roster) =>
  rosterWalk({ ...keptBefore(timeline, placeAfter(timeline.facts, day)), facts: timeline.facts });

/** The place of the first fact that acts after `day`. */
export function placeAfter(facts: readonly RosterFact[], day: CivilDate): number {
  let [low, high] = [0, facts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((facts[middle]?.on ?? "") <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The roster at the end of `day`, by the facts that are recorded now. */
export function rosterOn(timeline: Timeline, day: CivilDate): Roster {
  const { doneOn, firstRoster, facts } = timeline;
  const isOpen = doneOn === undefined || day >= doneOn;
  const from = isOpen
    ? keptBefore(timeline, placeAfter(facts, day))
    : { roster: firstRoster, rosterFacts: 0 };
  return rosterWalk({ ...from, facts })(day);
}

/**
 * What stands against one more fact: it does not fit on its day, or a later fact that is recorded already would no
 * longer fit.
 */
export function objectionToFact(timeline: Timeline, added: RosterFact): ChairRotationRejection | undefined {
  const { lastRoster, facts } = timeline;
  if ((facts.at(-1)?.on ?? "") <= added.on) return enter(copyOf(lastRoster), added)?.rejection;
  const { roster, rosterFacts } = keptBefore(timeline, placeAfter(facts, added.on));
  const now = copyOf(roster);
  const later = facts.slice(rosterFacts);
  insert(later, added);
  for (const fact of later) {
    const refusal = enter(now, fact);
    if (refusal && fact === added) return refusal.rejection;
    // A later name that is the same by now changes nothing on its day, and is as true as before.
    if (refusal && refusal.rejection.type !== "WithoutEffect") return contradicted(refusal.unit, fact);
  }
  return undefined;
}

function contradicted(unit: UnitId, { on, event }: RosterFact): ChairRotationRejection {
  const fact = event.type === "UnitExpected" ? "UnitJoinedRotation" : event.type;
  return { type: "FactContradicted", data: { unit, on, fact } };
}

/** Puts one more fact in its place: by its day, and after all that were recorded before for that day. */
export function insert(facts: RosterFact[], added: RosterFact) {
  let at = facts.length;
  while (at > 0 && (facts[at - 1]?.on ?? "") > added.on) at -= 1;
  facts.splice(at, 0, added);
}
