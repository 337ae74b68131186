import type { CivilDate } from "../../kernel/time.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { afterEach } from "../evolving.ts";
import type { Seat } from "../forecast/explanation.ts";
import { asServed, type ForecastTerm, horizonOf, seatingIn } from "../forecast/forecast.ts";
import { replanning } from "../forecast/replan.ts";
import type { ChairRotationEvent } from "../messages.ts";
import { type DatedName, nameFrom, namesAfter } from "../names.ts";
import { runningNumber, type ServedTerm } from "../state.ts";
import { type Departure, departureOf, entryOf, type KnownRotation } from "./entries.ts";
import { textsIn } from "./last-said.ts";
import { movedBy } from "./moved.ts";
import { sittingsOf } from "./tenures.ts";

/** All that a calendar says of one term or handover. Its units are called by their names of one day. */
type Said = ComingSaid | FactSaid;
/** Of a term that has begun, or of a handover: a text to compare. */
type FactSaid = { text: string; units: readonly (UnitId | undefined)[]; day: CivilDate };
/** Of a coming term. There are many of them after each event, so nothing is worked out of them before it is needed. */
type ComingSaid = Pick<ForecastTerm, "startsOn" | "endsOn" | "chair" | "nominal" | "deputy" | "certainty"> & {
  departure: Departure | undefined;
  isCancelled: boolean;
};

type Naming = { unit: UnitId; before: readonly DatedName[]; after: readonly DatedName[] };
type Revisions = { terms: readonly number[]; handovers: readonly number[] };

/**
 * How often the entry of each term up to number `last`, and of each handover, has changed since the rotation was opened.
 * A number grows where something that is said changes and nowhere else. With more events no number falls, as RFC 5545,
 * 3.8.7.4, asks of SEQUENCE. Of a term that is over only the names of its units change, so that each event is held
 * against the running term and against the coming ones that it moves.
 */
export function revisionsOf(events: readonly ChairRotationEvent[], last: number): Revisions {
  const [terms, handovers] = [ledger(), ledger()];
  const sayComing = comingSaid(last);
  let names: ReadonlyMap<UnitId, readonly DatedName[]> = new Map();
  let running = 0;
  for (const { state: rotation, event } of afterEach(events)) {
    if (rotation.status === "blank") continue;
    const before = names;
    const { named, names: after } = namesAfter(rotation, event, before);
    names = after;
    const naming = named.map((unit): Naming => {
      return { unit, before: before.get(unit) ?? [], after: after.get(unit) ?? [] };
    });
    const begun = changesOffice(rotation, event, running) ? rotation.served.slice(running, last + 1) : [];
    terms.note(naming, (say) => {
      for (const term of begun) say(term.number, begunSaid(rotation, term));
      sayComing(rotation, event, say);
    });
    handovers.note(naming, (say) => {
      if (event.type === "ChairHandedOver") say(handovers.size(), handoverSaid(event.data));
    });
    running = Math.max(runningNumber(rotation), 0);
  }
  return { terms: terms.revisions, handovers: handovers.revisions };
}

/**
 * Whether an event may change who sits in the running term, or its days: not where it is about coming turns only, or
 * about members that have no part in the office. So a term with many facts about others costs no more for each of them.
 */
function changesOffice(
  rotation: KnownRotation,
  { type, data }: ChairRotationEvent,
  running: number,
): boolean {
  if (still.has(type)) return false;
  const term = rotation.served[running];
  if (!term || running < runningNumber(rotation) || !moving.has(type)) return true;
  const units = new Set(textsIn(data));
  return partiesOf(rotation, term).some((unit) => units.has(unit));
}

/** What never changes the office of the running term; a name is not a part of who sits. */
const still: ReadonlySet<ChairRotationEvent["type"]> = new Set<ChairRotationEvent["type"]>([
  "RotationIncidentNoted",
  "UnitRenamedInRotation",
  "UnitPlacedInOrder",
  "UnitRemovedFromOrder",
  "OrderReplaced",
  "OrderLotAnnounced",
  "OrderDrawn",
  "SwapProposed",
  "SubstituteNamed",
  "TurnSkipped",
  "TurnDeclined",
  "OwedTurnClaimed",
  "ObligationBroken",
]);

const moving: ReadonlySet<string> = new Set([
  "UnitJoinedRotation",
  "UnitLeftRotation",
  "UnitSuspendedFromRotation",
  "UnitReinstatedInRotation",
  "UnitsMergedInRotation",
  "UnitSplitInRotation",
]);

/** Who may sit, act or be deputy in a term: who was named for it, and their heirs. */
function partiesOf({ lastRoster }: KnownRotation, { chair, deputy, acts }: ServedTerm): UnitId[] {
  const named = new Set<UnitId>();
  for (const unit of [chair, deputy]) if (unit !== undefined) named.add(unit);
  for (const act of acts) {
    if ("unit" in act && act.unit !== undefined) named.add(act.unit);
    if (act.kind !== "installed") continue;
    named.add(act.chair);
    if (act.deputy !== undefined) named.add(act.deputy);
  }
  return [...named].flatMap((unit) => heirsOf(lastRoster, unit));
}

function heirsOf({ ended }: KnownRotation["lastRoster"], unit: UnitId): UnitId[] {
  const heirs = [unit];
  for (let into = ended.get(unit)?.into; into !== undefined; into = ended.get(into)?.into) heirs.push(into);
  return heirs;
}

type Say = (number: number, now: Said) => void;

/** What is said of each entry, and how often that has changed. */
function ledger() {
  const entries: Said[] = [];
  const revisions: number[] = [];
  const count = (number: number, isChanged: boolean) => {
    revisions[number] = (revisions[number] ?? 0) + (isChanged ? 1 : 0);
  };
  return {
    revisions,
    size: () => entries.length,
    /** `tell` says what may be new or otherwise. Of the other entries only the names may change. */
    note(naming: readonly Naming[], tell: (say: Say) => void) {
      const counted = new Set<number>();
      tell((number, now) => {
        const was = entries[number];
        if (naming.length > 0) counted.add(number);
        count(number, was !== undefined && (!isSame(was, now) || isRenamed(now, naming)));
        entries[number] = now;
      });
      if (naming.length === 0) return;
      for (const [number, one] of entries.entries())
        if (!counted.has(number)) count(number, isRenamed(one, naming));
    },
  };
}

function isRenamed(said: Said, naming: readonly Naming[]): boolean {
  if (naming.length === 0) return false;
  const { units, day } = "text" in said ? said : { units: unitsOf(said), day: said.startsOn };
  return naming.some(
    ({ unit, before, after }) => units.includes(unit) && nameFrom(before, day) !== nameFrom(after, day),
  );
}

/** The units of a coming term that a calendar names. */
const unitsOf = ({ nominal, departure, deputy, chair }: ComingSaid): readonly (UnitId | undefined)[] => [
  turnOf({ nominal }, departure),
  deputy,
  ...chairsIn(chair),
];

function isSame(a: Said, b: Said): boolean {
  if ("text" in a || "text" in b) return "text" in a && "text" in b && a.text === b.text;
  return (
    a.startsOn === b.startsOn &&
    a.endsOn === b.endsOn &&
    a.certainty === b.certainty &&
    a.isCancelled === b.isCancelled &&
    a.deputy === b.deputy &&
    isSameSeat(a.chair, b.chair) &&
    turnOf(a, a.departure) === turnOf(b, b.departure) &&
    isSameDeparture(a.departure, b.departure)
  );
}

function isSameSeat(a: Seat, b: Seat): boolean {
  if (a.kind === "unit" && b.kind === "unit") return a.unit === b.unit;
  if (a.kind !== "open" || b.kind !== "open") return a.kind === b.kind;
  return a.among.length === b.among.length && a.among.every((unit, at) => unit === b.among[at]);
}

const isSameDeparture = (a: Departure | undefined, b: Departure | undefined): boolean =>
  a?.kind === b?.kind && (a?.kind !== "swap" || b?.kind !== "swap" || a.with === b.with);

/** Says the coming terms that an event moves. */
function comingSaid(last: number) {
  const replan = replanning(last);
  let horizon = 0;
  return (rotation: KnownRotation, event: ChairRotationEvent, say: Say) => {
    const seating = seatingIn(rotation);
    const isCancelled = rotation.closedOn !== undefined;
    const moved = movedBy(rotation, event);
    // A term that comes within the horizon is certain.
    const isMoved = horizon !== horizonOf(rotation);
    const until = isMoved ? Math.max(moved.to, horizon, horizonOf(rotation)) : moved.to;
    horizon = horizonOf(rotation);
    replan(rotation, { ...moved, until }, (term) => {
      const { number, startsOn, endsOn, seat: nominal } = term;
      const { chair, deputy, certainty } = seating(term);
      const departure = departureOf(rotation, { number, chair, nominal });
      say(number, { startsOn, endsOn, chair, nominal, deputy, certainty, departure, isCancelled });
    });
  };
}

/** The days of a term that has begun are those of its tenures, whatever the calendar says. */
function begunSaid(rotation: KnownRotation, term: ServedTerm): FactSaid {
  const row = entryOf(rotation, asServed(rotation, term), sittingsOf(rotation, term.number));
  const { chair, departure, interims, tenures, deputies, isCancelled, startsOn, endsOn } = row;
  // Of a term that has begun the deputies are told by their days.
  const deputy = tenures.length > 0 ? undefined : row.deputy;
  const sitting = [...tenures, ...deputies, ...interims].map(({ unit }) => unit);
  // The tenures say who sat in the chair, also that nobody did.
  const chairs = tenures.length > 0 ? [] : chairsIn(chair);
  const units = [...chairs, turnOf(row, departure), deputy, ...sitting];
  const day = tenures[0]?.from ?? startsOn;
  const days = [day, tenures.at(-1)?.until ?? endsOn];
  const spans = [tenures, deputies].map((all) => all.map(({ from }) => from));
  const text = JSON.stringify([days, chair.kind, units, departure, interims, spans, isCancelled]);
  return { text, units, day };
}

/** Handovers are facts: only the names of their units change later. */
function handoverSaid({
  from,
  to,
  deputy,
  handedOverOn,
}: Extract<ChairRotationEvent, { type: "ChairHandedOver" }>["data"]): FactSaid {
  return { text: "", units: [from, to, deputy], day: handedOverOn };
}

const chairsIn = (chair: Seat): readonly UnitId[] => {
  if (chair.kind === "unit") return [chair.unit];
  return chair.kind === "open" ? chair.among : [];
};

/** Whose turn it was, where another unit chairs. */
const turnOf = (
  { nominal }: Pick<ForecastTerm, "nominal">,
  departure: Departure | undefined,
): UnitId | undefined => (departure && nominal.kind === "unit" ? nominal.unit : undefined);
