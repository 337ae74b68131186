import type { DataOf } from "../../kernel/messages.ts";
import type { CivilDate } from "../../kernel/time.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { chairRotation } from "../chair-rotation.ts";
import { custodyOn } from "../custody-on.ts";
import { forecast, type Until } from "../forecast/forecast.ts";
import type { ChairRotationEvent } from "../messages.ts";
import { type DatedName, namesOf } from "../names.ts";
import type { OpenedRotation } from "../state.ts";
import { type AgendaTerm, entryOf } from "./entries.ts";
import { type FlagHolder, flagHolders } from "./flag-holders.ts";
import { revisionsOf } from "./revisions.ts";
import { type RosterChange, rosterChanges } from "./roster-changes.ts";
import { type SuspendedSpan, suspendedSpans } from "./suspensions.ts";
import { sittingsWalk } from "./tenures.ts";

export type { AgendaTerm, Departure } from "./entries.ts";

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
  suspensions: readonly SuspendedSpan[];
  /** Who has the rotating flag, from which day on; empty where there is no flag. */
  flag: readonly FlagHolder[];
  /** The names of each unit that the events name, by their days; before the first of those days it has the first name. */
  names: ReadonlyMap<UnitId, readonly DatedName[]>;
};

const nothing = { bloc: "", terms: [], handovers: [], changes: [], suspensions: [], flag: [] };

/**
 * The terms and handovers of a rotation, from its first term up to `until`. `events` is its whole stream; without
 * events the agenda is empty. The cost is linear in the terms and in the events, but that an event that moves coming turns
 * is compared with each of them, since it may be a revision of each, and that one which may change the office of the
 * running term is held against all that happened in that term.
 */
export function agenda(events: readonly ChairRotationEvent[], until: Until): Agenda {
  const rotation = chairRotation.fold(events);
  if (rotation.status === "blank") return { ...nothing, names: new Map() };
  const rows = forecast(rotation, until);
  const revisions = revisionsOf(events, rows.length - 1);
  const sittings = sittingsWalk(rotation);
  return {
    bloc: rotation.bloc,
    terms: rows.map((row) => {
      const one = entryOf(rotation, row, sittings(row.number));
      return { ...one, revision: revisions.terms[row.number] ?? 0 };
    }),
    handovers: handoversOf(rotation).map((one, at) => ({ ...one, revision: revisions.handovers[at] ?? 0 })),
    changes: rosterChanges(rotation),
    suspensions: suspendedSpans(rotation),
    flag: flagHolders(custodyOn(rotation, rows.at(-1)?.endsOn ?? "")?.steps ?? []),
    names: namesOf(rotation),
  };
}

/** Handovers are facts: only the names of their units change later. */
function handoversOf({ served }: OpenedRotation): Omit<AgendaHandover, "revision">[] {
  return served.flatMap(({ event }) => {
    if (event.type !== "ChairHandedOver") return [];
    const { startsOn: _, turnOf: __, handedOverOn: on, ...facts } = event.data;
    return [{ ...facts, on }];
  });
}
