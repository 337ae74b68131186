import type { UnitId } from "../../vocabulary/unit.ts";
import { chairRotation } from "../chair-rotation.ts";
import type { Seat } from "../forecast/explanation.ts";
import { forecast } from "../forecast/forecast.ts";
import type { ChairRotationEvent } from "../messages.ts";
import { namesOf } from "../names.ts";
import type { ChairRotation } from "../state.ts";
import { sittingsOf } from "./tenures.ts";

/**
 * How often each term up to number `last` has changed since the rotation was opened: its days, its units and their
 * names, its overlays, its certainty. With more events no number falls, as RFC 5545, 3.8.7.4, asks of SEQUENCE.
 */
export function revisionsOf(events: readonly ChairRotationEvent[], last: number): number[] {
  const revisions: number[] = [];
  let before: string[] = [];
  let rotation = chairRotation.initialState();
  for (const event of events) {
    rotation = chairRotation.evolve(rotation, event);
    const after = saidOf(rotation, last);
    for (const [number, said] of after.entries()) {
      const isChanged = before[number] !== undefined && before[number] !== said;
      revisions[number] = (revisions[number] ?? 0) + (isChanged ? 1 : 0);
    }
    before = after;
  }
  return revisions;
}

/** For each term everything that a calendar may show, as a text to compare. */
function saidOf(rotation: ChairRotation, last: number): string[] {
  if (rotation.status === "blank") return [];
  const { overlays, served, status } = rotation;
  const names = namesOf(rotation);
  return forecast(rotation, { number: last }).map(({ because: _, ...row }) => {
    const term = served[row.number];
    const sittings = sittingsOf(rotation, row.number);
    const overlay = overlays.get(row.number)?.map(({ kind }) => kind);
    const acting = sittings.interims.map(({ unit }) => unit);
    const units = [...[row.chair, row.nominal].flatMap(unitsOf), row.deputy, ...acting];
    const called = units.map((unit) => (unit === undefined ? undefined : names.get(unit)));
    const isClosed = status === "closed" && row.number >= served.length - 1;
    return JSON.stringify([row, term?.begunOn, sittings, overlay, called, isClosed]);
  });
}

function unitsOf(seat: Seat): readonly UnitId[] {
  if (seat.kind === "unit") return [seat.unit];
  return seat.kind === "open" ? seat.among : [];
}
