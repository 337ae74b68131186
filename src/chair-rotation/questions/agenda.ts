import type { DataOf } from "../../kernel/messages.ts";
import { addDays, type CivilDate } from "../../kernel/time.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { chairRotation } from "../chair-rotation.ts";
import { type ForecastTerm, forecast, type Until } from "../forecast/forecast.ts";
import type { ChairRotationEvent } from "../messages.ts";
import { type OpenedRotation, runningNumber } from "../state.ts";
import type { TermId } from "../words.ts";
import { revisionsOf } from "./revisions.ts";
import { type Sittings, sittingsOf } from "./tenures.ts";

/** Why a term is not chaired by the unit whose turn it is; of a swap, the term that was given for it. */
export type Departure = { kind: "swap"; with: TermId } | { kind: "substitute" } | { kind: "vacant" };

/** A term as a calendar shows it. */
export type AgendaTerm = Omit<ForecastTerm, "because"> &
  Sittings & {
    departure?: Departure | undefined;
    /** The rotation was closed before the term began. */
    isCancelled: boolean;
    /** How often what is said of the term has changed; it never falls, and equal events give equal numbers. */
    revision: number;
  };

/** A handover as a calendar shows it: a fact of one day. */
export type AgendaHandover = Omit<
  DataOf<ChairRotationEvent, "ChairHandedOver">,
  "startsOn" | "turnOf" | "handedOverOn"
> & { on: CivilDate; revision: number };

/** What a calendar or a timeline of a rotation is made from. Plain data. */
export type Agenda = {
  bloc: string;
  terms: readonly AgendaTerm[];
  handovers: readonly AgendaHandover[];
  /** What units were last called, where the events say so. */
  names: ReadonlyMap<UnitId, string>;
};

/**
 * The terms and handovers of a rotation, from its first term up to `until`, as its whole stream of events gives
 * them; nothing of a rotation that was never opened. Its cost is events times terms, since a revision is counted
 * wherever an event changes what is said of a term.
 */
export function agenda(events: readonly ChairRotationEvent[], until: Until): Agenda {
  const rotation = chairRotation.fold(events);
  if (rotation.status === "blank") return { bloc: "", terms: [], handovers: [], names: new Map() };
  const closedOn = rotation.status === "closed" ? rotation.closedOn : undefined;
  const rows = forecast(rotation, until);
  const sittings = sittingsOf(events);
  const revisions = revisionsOf(events, rows.length - 1);
  return {
    bloc: rotation.bloc,
    terms: rows.map((row) => agendaTerm(rotation, row, { closedOn, sittings, revisions })),
    handovers: handoversOf(events),
    names: new Map([...rotation.members.values()].flatMap(({ unit, name }) => (name ? [[unit, name]] : []))),
  };
}

function agendaTerm(
  rotation: OpenedRotation,
  { because: _, ...row }: ForecastTerm,
  {
    closedOn,
    sittings,
    revisions,
  }: {
    closedOn: CivilDate | undefined;
    sittings: ReturnType<typeof sittingsOf>;
    revisions: readonly number[];
  },
): AgendaTerm {
  const span = { ...row, endsOn: lastDayAfter(rotation, row, closedOn) };
  const departure = departureOf(rotation, row);
  return {
    ...span,
    ...sittings(span),
    ...(departure && { departure }),
    isCancelled: closedOn !== undefined && row.certainty !== "served",
    revision: revisions[row.number] ?? 0,
  };
}

/** The running term ends with the rotation. */
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
  { overlays, swaps }: OpenedRotation,
  { number, chair, nominal }: Omit<ForecastTerm, "because">,
): Departure | undefined {
  if (chair.kind === "vacant") return { kind: "vacant" };
  // A swap and the same swap back again.
  if (chair.kind === "unit" && nominal.kind === "unit" && chair.unit === nominal.unit) return undefined;
  const last = overlays.get(number)?.at(-1);
  if (last === undefined || last.kind === "vacant") return undefined;
  if (last.kind === "substitute") return { kind: "substitute" };
  const swap = swaps.get(last.swap);
  return swap && { kind: "swap", with: swap.at.a === number ? swap.b.term : swap.a.term };
}

/** Handovers are facts; only the names of their units change later. */
function handoversOf(events: readonly ChairRotationEvent[]): AgendaHandover[] {
  const found: AgendaHandover[] = [];
  for (const event of events) {
    if (event.type === "ChairHandedOver") {
      const { startsOn: _, turnOf: __, handedOverOn: on, ...facts } = event.data;
      found.push({ ...facts, on, revision: 0 });
    }
    const named = namedBy(event);
    for (const one of found)
      if (named !== undefined && [one.from, one.to, one.deputy].includes(named)) one.revision += 1;
  }
  return found;
}

/** The unit that an event gives a name, be it a new one or not. */
function namedBy({ type, data }: ChairRotationEvent): UnitId | undefined {
  if (type === "UnitRenamedInRotation") return data.unit;
  if (type === "UnitJoinedRotation" && data.name !== undefined) return data.unit;
  return type === "UnitsMergedInRotation" && data.name !== undefined ? data.into : undefined;
}
