import type { DataOf } from "../../kernel/messages.ts";
import { addDays, type CivilDate } from "../../kernel/time.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { chairRotation } from "../chair-rotation.ts";
import { custodyOn } from "../custody-on.ts";
import { type ForecastTerm, forecast, type Until } from "../forecast/forecast.ts";
import type { ChairRotationEvent } from "../messages.ts";
import { type DatedName, nameFrom, namesOf } from "../names.ts";
import { type OpenedRotation, runningNumber } from "../state.ts";
import type { TermId } from "../words.ts";
import { type FlagHolder, flagHolders } from "./flag-holders.ts";
import { type KnownRotation, revisionsOf } from "./revisions.ts";
import { type RosterChange, rosterChanges } from "./roster-changes.ts";
import { type Sittings, sittingsOf } from "./tenures.ts";

/** Why another unit chairs the term than the one whose turn it is; `with` is the term that was given in exchange. */
export type Departure = { kind: "swap"; with: TermId } | { kind: "substitute" } | { kind: "vacant" };

/** A term, for a calendar. */
export type AgendaTerm = Omit<ForecastTerm, "because"> &
  Sittings & {
    departure?: Departure | undefined;
    /** The rotation was closed before the term began. */
    isCancelled: boolean;
    /** How often the entry of the term has changed; it never falls, and equal events give equal numbers. */
    revision: number;
  };

/** A handover, for a calendar: a fact of one day. */
export type AgendaHandover = Omit<
  DataOf<ChairRotationEvent, "ChairHandedOver">,
  "startsOn" | "turnOf" | "handedOverOn"
> & { on: CivilDate; revision: number };

/** The contents of a calendar or a timeline of a rotation, as plain data. */
export type Agenda = {
  bloc: string;
  terms: readonly AgendaTerm[];
  handovers: readonly AgendaHandover[];
  /** Who joins, leaves, merges or is split up, and when. */
  changes: readonly RosterChange[];
  /** Who has the rotating flag, from which day on; empty where there is no flag. */
  flag: readonly FlagHolder[];
  /** The names of each unit that the events name, by their days; before the first of those days it has the first name. */
  names: ReadonlyMap<UnitId, readonly DatedName[]>;
};

/**
 * The terms and handovers of a rotation, from its first term up to `until`. `events` is its whole stream; without
 * events the agenda is empty. The cost is the number of events times the number of terms, since each event may be
 * a revision of each term.
 */
export function agenda(events: readonly ChairRotationEvent[], until: Until): Agenda {
  const rotation = chairRotation.fold(events);
  if (rotation.status === "blank")
    return { bloc: "", terms: [], handovers: [], changes: [], flag: [], names: new Map() };
  const rows = forecast(rotation, until);
  const revisions = revisionsOf(events, (at) => termsSaid(at, rows.length - 1));
  const handedOver = revisionsOf(events, handoversSaid);
  return {
    bloc: rotation.bloc,
    terms: rows.map((row) => agendaTerm(rotation, row, revisions)),
    handovers: handoversOf(rotation).map((one, at) => ({ ...one, revision: handedOver[at] ?? 0 })),
    changes: rosterChanges(rotation),
    flag: flagHolders(custodyOn(rotation, rows.at(-1)?.endsOn ?? "")?.steps ?? []),
    names: namesOf(rotation),
  };
}

function agendaTerm(
  rotation: KnownRotation,
  { because: _, ...row }: ForecastTerm,
  revisions: readonly number[],
): AgendaTerm {
  const closedOn = rotation.closedOn;
  const span = { ...row, endsOn: lastDayAfter(rotation, row, closedOn) };
  const departure = departureOf(rotation, row);
  return {
    ...span,
    ...untilClosed(sittingsOf(rotation, row.number), closedOn),
    ...(departure && { departure }),
    isCancelled: closedOn !== undefined && row.certainty !== "served",
    revision: revisions[row.number] ?? 0,
  };
}

const earlierOf = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b);

/** Nobody has the chair of a rotation that is closed. */
function untilClosed({ tenures, ...sittings }: Sittings, closedOn: CivilDate | undefined): Sittings {
  if (closedOn === undefined) return { tenures, ...sittings };
  const end = addDays(closedOn, 1);
  const held = tenures.map((one) => ({ ...one, until: earlierOf(one.until, end) }));
  return { ...sittings, tenures: held.filter(({ from, until }) => from < until) };
}

/** The first day after the term; a running term ends with the rotation. */
function lastDayAfter(
  rotation: OpenedRotation,
  { number, startsOn, endsOn }: Omit<ForecastTerm, "because">,
  closedOn: CivilDate | undefined,
): CivilDate {
  if (closedOn === undefined || number !== runningNumber(rotation)) return endsOn;
  const next = addDays(closedOn < startsOn ? startsOn : closedOn, 1);
  return next < endsOn ? next : endsOn;
}

function departureOf(
  { overlays, served, swaps }: OpenedRotation,
  { number, chair, nominal }: Omit<ForecastTerm, "because">,
): Departure | undefined {
  if (chair.kind === "vacant") return { kind: "vacant" };
  // The unit has its own turn again: a swap was swapped back.
  if (chair.kind === "unit" && nominal.kind === "unit" && chair.unit === nominal.unit) return undefined;
  const laid = served[number]?.laid;
  const last = overlays
    .get(number)
    ?.findLast(({ kind }) => kind !== "vacant" && laid?.includes(kind) !== false);
  if (last === undefined || last.kind === "vacant") return undefined;
  if (last.kind === "substitute") return { kind: "substitute" };
  const swap = swaps.get(last.swap);
  return swap && { kind: "swap", with: swap.at.a === number ? swap.b.term : swap.a.term };
}

/** Handovers are facts: only the names of their units change later. */
function handoversOf({ served }: OpenedRotation): Omit<AgendaHandover, "revision">[] {
  return served.flatMap(({ event }) => {
    if (event.type !== "ChairHandedOver") return [];
    const { startsOn: _, turnOf: __, handedOverOn: on, ...facts } = event.data;
    return [{ ...facts, on }];
  });
}

/** All that a calendar says of each term, as a text to compare. */
function termsSaid(rotation: KnownRotation, last: number): string[] {
  const names = namesOf(rotation);
  return forecast(rotation, { number: last }).map((row) => {
    const one = agendaTerm(rotation, row, []);
    const { chair, nominal, departure, interims, tenures, deputies, ...term } = one;
    const turn = departure && nominal.kind === "unit" ? nominal.unit : undefined;
    const chairs = chair.kind === "unit" ? [chair.unit] : chair.kind === "open" ? chair.among : [];
    const sitting = [...tenures, ...deputies, ...interims].map(({ unit }) => unit);
    // Of a term that has begun the deputies are told by their days.
    const units = [...chairs, turn, tenures.length > 0 ? undefined : term.deputy, ...sitting];
    const day = tenures[0]?.from ?? term.startsOn;
    const called = units.map((unit) => unit && [unit, nameFrom(names.get(unit) ?? [], day)]);
    const days = [tenures, deputies].map((spans) => spans.map(({ unit, from }) => [unit, from]));
    const { certainty, isCancelled } = term;
    return JSON.stringify([
      daysOf({ ...term, tenures }),
      chair.kind,
      called,
      departure,
      interims,
      days,
      certainty,
      isCancelled,
    ]);
  });
}

function handoversSaid(rotation: OpenedRotation): string[] {
  const names = namesOf(rotation);
  return handoversOf(rotation).map(({ from, to, deputy, on }) =>
    JSON.stringify([from, to, deputy].map((unit) => unit && nameFrom(names.get(unit) ?? [], on))),
  );
}

/** The days of a term: of one that has begun those of its tenures, whatever the calendar says. */
function daysOf({ startsOn, endsOn, tenures }: Pick<AgendaTerm, "startsOn" | "endsOn" | "tenures">) {
  return [tenures[0]?.from ?? startsOn, tenures.at(-1)?.until ?? endsOn];
}
