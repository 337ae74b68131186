import type { CivilDate } from "../../kernel/time.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { afterEach } from "../evolving.ts";
import type { Seat } from "../forecast/explanation.ts";
import { asServed, type ForecastTerm, horizonOf, plannedIn } from "../forecast/forecast.ts";
import { replanning } from "../forecast/replan.ts";
import type { ChairRotationEvent } from "../messages.ts";
import { type DatedName, nameFrom, namesAfter } from "../names.ts";
import { runningNumber, type ServedTerm } from "../state.ts";
import { type Departure, departureOf, entryOf, type KnownRotation } from "./entries.ts";
import { movedBy } from "./moved.ts";
import { sittingsOf } from "./tenures.ts";

/** All that a calendar says of one term or handover; its units are called by their names of `day`. */
type Said = {
  /** Of a term that has begun, as a text to compare. */
  text?: string;
  /** Of a coming term. */
  row?: ForecastTerm;
  departure?: Departure | undefined;
  isCancelled?: boolean;
  units: readonly (UnitId | undefined)[];
  day: CivilDate;
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
  const saidOfComing = comingSaid(last);
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
    const begun = rotation.served.slice(running, last + 1);
    const said = new Map(begun.map((term) => [term.number, begunSaid(rotation, term)]));
    saidOfComing(rotation, event, said);
    terms.note(said, naming);
    const handed = event.type === "ChairHandedOver" ? [handoverSaid(event.data)] : [];
    handovers.note(new Map(handed.map((one) => [handovers.size(), one])), naming);
    running = Math.max(runningNumber(rotation), 0);
  }
  return { terms: terms.revisions, handovers: handovers.revisions };
}

/** What is said of each entry, and how often that has changed. */
function ledger() {
  const entries: Said[] = [];
  const revisions: number[] = [];
  return {
    revisions,
    size: () => entries.length,
    /** These entries may be new or other ones; of the others only the names may change. */
    note(said: ReadonlyMap<number, Said>, naming: readonly Naming[]) {
      if (naming.length > 0)
        for (const [number, one] of entries.entries())
          if (!said.has(number) && isRenamed(one, naming)) revisions[number] = (revisions[number] ?? 0) + 1;
      for (const [number, now] of said) {
        const was = entries[number];
        const isChanged = was !== undefined && (!isSame(was, now) || isRenamed(now, naming));
        revisions[number] = (revisions[number] ?? 0) + (isChanged ? 1 : 0);
        entries[number] = now;
      }
    },
  };
}

const isRenamed = ({ units, day }: Said, naming: readonly Naming[]): boolean =>
  naming.some(
    ({ unit, before, after }) => units.includes(unit) && nameFrom(before, day) !== nameFrom(after, day),
  );

function isSame(a: Said, b: Said): boolean {
  if (a.row === undefined || b.row === undefined) return a.text === b.text && a.row === b.row;
  return (
    a.row.startsOn === b.row.startsOn &&
    a.row.endsOn === b.row.endsOn &&
    a.row.certainty === b.row.certainty &&
    a.isCancelled === b.isCancelled &&
    a.row.chair.kind === b.row.chair.kind &&
    a.units.length === b.units.length &&
    a.units.every((unit, at) => unit === b.units[at]) &&
    isSameDeparture(a.departure, b.departure)
  );
}

const isSameDeparture = (a: Departure | undefined, b: Departure | undefined): boolean =>
  a?.kind === b?.kind && (a?.kind !== "swap" || b?.kind !== "swap" || a.with === b.with);

/** Adds what is said of the coming terms that an event moves. */
function comingSaid(last: number) {
  const replan = replanning(last);
  let horizon = 0;
  return (rotation: KnownRotation, event: ChairRotationEvent, said: Map<number, Said>) => {
    const planned = plannedIn(rotation);
    const isCancelled = rotation.closedOn !== undefined;
    const moved = movedBy(rotation, event);
    // A term that comes within the horizon is certain.
    const to = horizon === horizonOf(rotation) ? moved.to : Math.max(moved.to, horizon, horizonOf(rotation));
    horizon = horizonOf(rotation);
    replan(rotation, { ...moved, to }, (term) => {
      const row = planned(term);
      const departure = departureOf(rotation, row);
      const units = [turnOf(row, departure), row.deputy, ...chairsIn(row.chair)];
      said.set(row.number, { row, departure, isCancelled, units, day: row.startsOn });
    });
  };
}

/** The days of a term that has begun are those of its tenures, whatever the calendar says. */
function begunSaid(rotation: KnownRotation, term: ServedTerm): Said {
  const row = entryOf(rotation, asServed(rotation, term), sittingsOf(rotation, term.number));
  const { chair, departure, interims, tenures, deputies, isCancelled, startsOn, endsOn } = row;
  // Of a term that has begun the deputies are told by their days.
  const deputy = tenures.length > 0 ? undefined : row.deputy;
  const sitting = [...tenures, ...deputies, ...interims].map(({ unit }) => unit);
  const units = [...chairsIn(chair), turnOf(row, departure), deputy, ...sitting];
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
}: Extract<ChairRotationEvent, { type: "ChairHandedOver" }>["data"]): Said {
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
