import { type Calendar, type Span, spansUntil } from "../../src/chair-rotation/calendar.ts";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { ChairRotationCommand, type ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { euCouncil } from "../../src/chair-rotation/policies/presets.ts";
import type { OpenedRotation } from "../../src/chair-rotation/state.ts";
import { sent } from "../../src/kernel/sent.ts";

export type Kind = "cycle" | "alphabetical" | "longestWaiting";
export type Size = { units: number; terms: number; incidents: number };

export const metadata = { now: new Date("2500-01-01T00:00:00.000Z"), commandId: "bench", actor: "bench" };
const reason = "measured";
export const unitAt = (at: number, units: number) => `unit-${String(at % units).padStart(3, "0")}`;

/** The opening of a rotation with monthly terms from 2022 on; with a chair its first term has begun. */
export function openingOf(units: number, kind: Kind = "cycle", chair?: string): ChairRotationEvent[] {
  const open = ChairRotationCommand.create.OpenRotation({
    bloc: "bloc",
    roster: Array.from({ length: units }, (_, at) => ({ unit: unitAt(at, units) })),
    policy: { ...euCouncil, succession: { kind }, joiner: "byKey" },
    calendar: { term: "2022-01", startsOn: "2022-01-01", months: 1 },
    ...(chair !== undefined && { chair }),
  });
  const decision = chairRotation.decide(sent(open, metadata), chairRotation.initialState());
  return decision.ok ? decision.events : [];
}

export function rotationOf(events: readonly ChairRotationEvent[]): OpenedRotation {
  const state = chairRotation.fold(events);
  if (state.status === "blank") throw new Error("the rotation was not opened");
  return state;
}

/**
 * Skips, suspensions, reinstatements, joins and leaves, spread over the terms: a fact is of the first day of its term.
 * They are recorded in the order of their days.
 */
export function incidentsOf(calendar: Calendar, { units, terms, incidents }: Size): ChairRotationEvent[] {
  const spans = spansUntil(calendar, ({ number }) => number >= terms);
  const dated = Array.from({ length: incidents }, (_, at) => {
    const number = 1 + Math.floor((at * (terms - 4)) / incidents);
    const span = spans[number + lateness(at)];
    return { on: span?.startsOn ?? "", event: incidentAt(at, span, units) };
  });
  return dated.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).map(({ event }) => event);
}

/** A unit is reinstated a term after its suspension, and a joiner leaves two terms after it has joined. */
const lateness = (at: number) => (at % 5 === 2 ? 1 : at % 5 === 4 ? 2 : 0);

function incidentAt(at: number, span: Span | undefined, units: number): ChairRotationEvent {
  const { term = "", startsOn: on = "" } = span ?? {};
  const unit = unitAt((at - (at % 5)) * 7, units);
  switch (at % 5) {
    case 0:
      return { type: "TurnSkipped", data: { term, unit, reason } };
    case 1:
      return { type: "UnitSuspendedFromRotation", data: { unit, suspendedOn: on, reason } };
    case 2:
      return { type: "UnitReinstatedInRotation", data: { unit, reinstatedOn: on } };
    case 3:
      return { type: "UnitJoinedRotation", data: { unit: `joiner-${at}`, joinedOn: on } };
    default:
      return { type: "UnitLeftRotation", data: { unit: `joiner-${at - 1}`, leftOn: on, reason } };
  }
}

/** A rotation of which so many terms have begun, each by a handover, with joins and leaves in between. */
export function servedOf(size: Size): ChairRotationEvent[] {
  const { units, terms } = size;
  const opened = openingOf(units, "cycle", unitAt(0, units));
  const { calendar } = rotationOf(opened);
  const incidents = incidentsOf(calendar, size).filter(({ type }) => /Joined|Left/.test(type));
  const coming = spansUntil(calendar, ({ number }) => number >= terms - 1).slice(1);
  const handovers = coming.map(({ number, term, startsOn }): ChairRotationEvent => {
    const [from, to] = [unitAt(number - 1, units), unitAt(number, units)];
    return {
      type: "ChairHandedOver",
      data: { term, from, to, handedOverOn: startsOn, startsOn, turnOf: to },
    };
  });
  return [...opened, ...incidents, ...handovers];
}
