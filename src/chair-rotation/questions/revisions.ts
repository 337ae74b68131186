import type { CivilDate } from "../../kernel/time.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import type { Span } from "../calendar.ts";
import { chairRotation } from "../chair-rotation.ts";
import type { Seat } from "../forecast/explanation.ts";
import { asServed, type ForecastTerm, plannedIn } from "../forecast/forecast.ts";
import { comingSpans, reckonAll } from "../forecast/reckoning.ts";
import type { ChairRotationEvent } from "../messages.ts";
import { type DatedName, nameFrom, namesAfter } from "../names.ts";
import { runningNumber, type ServedTerm } from "../state.ts";
import { type Departure, departureOf, entryOf, type KnownRotation } from "./entries.ts";
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
 * against the running term and the coming ones alone.
 */
export function revisionsOf(events: readonly ChairRotationEvent[], last: number): Revisions {
  const [terms, handovers] = [ledger(), ledger()];
  let names: ReadonlyMap<UnitId, readonly DatedName[]> = new Map();
  let running = 0;
  let spans: readonly Span[] = [];
  chairRotation.fold(events, undefined, (rotation, event) => {
    if (rotation.status === "blank") return;
    const before = names;
    const { named, names: after } = namesAfter(rotation, event, before);
    names = after;
    const naming = named.map((unit): Naming => {
      return { unit, before: before.get(unit) ?? [], after: after.get(unit) ?? [] };
    });
    const handed = event.type === "ChairHandedOver" ? [handoverSaid(event.data)] : [];
    if (event.type === "RotationOpened" || event.type === "TermEndChanged")
      spans = comingSpans(rotation, ({ number }) => number >= last);
    terms.note({ from: running, said: termsSaid(rotation, { from: running, last, spans }), naming });
    handovers.note({ from: handovers.size(), said: handed, naming });
    running = Math.max(runningNumber(rotation), 0);
  });
  return { terms: terms.revisions, handovers: handovers.revisions };
}

/** What is said of each entry, and how often that has changed. */
function ledger() {
  const entries: Said[] = [];
  const revisions: number[] = [];
  return {
    revisions,
    size: () => entries.length,
    /** From number `from` on the entries are now these; before it only names change. */
    note({ from, said, naming }: { from: number; said: readonly Said[]; naming: readonly Naming[] }) {
      if (naming.length > 0)
        for (const [number, one] of entries.slice(0, from).entries())
          if (isRenamed(one, naming)) revisions[number] = (revisions[number] ?? 0) + 1;
      for (const [at, now] of said.entries()) {
        const number = from + at;
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

/** What is said of the terms from number `from` on, which is running or to come. */
function termsSaid(
  rotation: KnownRotation,
  { from, last, spans }: { from: number; last: number; spans: readonly Span[] },
): Said[] {
  const begun = rotation.served.slice(from, last + 1).map((term) => begunSaid(rotation, term));
  if (runningNumber(rotation) >= last) return begun;
  const planned = plannedIn(rotation);
  const isCancelled = rotation.closedOn !== undefined;
  const next = spans.findIndex(({ number }) => number === rotation.served.length);
  const coming = reckonAll(rotation, { spans: next < 0 ? [] : spans.slice(next) }, (term): Said => {
    const row = planned(term);
    const departure = departureOf(rotation, row);
    const units = [turnOf(row, departure), row.deputy, ...chairsIn(row.chair)];
    return { row, departure, isCancelled, units, day: row.startsOn };
  });
  return [...begun, ...coming];
}

/** The days of a term that has begun are those of its tenures, whatever the calendar says. */
function begunSaid(rotation: KnownRotation, term: ServedTerm): Said {
  const row = entryOf(rotation, asServed(rotation, term), sittingsOf(rotation, term.number));
  const { chair, departure, interims, tenures, isCancelled, startsOn, endsOn } = row;
  const acting = interims.map(({ unit }) => unit);
  const units = [...chairsIn(chair), turnOf(row, departure), row.deputy, ...acting];
  const day = tenures[0]?.from ?? startsOn;
  const vacancies = tenures.filter(({ unit }) => unit === undefined);
  const days = [day, tenures.at(-1)?.until ?? endsOn];
  const text = JSON.stringify([days, chair.kind, units, departure, interims, vacancies, isCancelled]);
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
