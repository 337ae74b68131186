import type { UnitId } from "../../vocabulary/unit.ts";
import { chairRotation } from "../chair-rotation.ts";
import type { Seat } from "../forecast/explanation.ts";
import { forecast } from "../forecast/forecast.ts";
import type { ChairRotationEvent } from "../messages.ts";
import type { ChairRotation } from "../state.ts";

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
  const { members, actings, overlays, served, status } = rotation;
  return forecast(rotation, { number: last }).map(({ because: _, ...row }) => {
    const { begunOn, vacatedFrom } = served[row.number] ?? {};
    const acting = actings.filter(({ term }) => term === row.number);
    const overlay = overlays.get(row.number)?.map(({ kind }) => kind);
    const units = [
      ...[row.chair, row.nominal].flatMap(unitsOf),
      row.deputy,
      ...acting.map(({ unit }) => unit),
    ];
    const names = units.map((unit) => (unit === undefined ? undefined : members.get(unit)?.name));
    const isClosed = status === "closed" && row.number >= served.length - 1;
    return JSON.stringify([row, begunOn, vacatedFrom, acting, overlay, names, isClosed]);
  });
}

function unitsOf(seat: Seat): readonly UnitId[] {
  if (seat.kind === "unit") return [seat.unit];
  return seat.kind === "open" ? seat.among : [];
}
