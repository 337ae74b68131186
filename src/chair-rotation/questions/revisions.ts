import type { CivilDate } from "../../kernel/time.ts";
import { chairRotation } from "../chair-rotation.ts";
import type { ChairRotationEvent } from "../messages.ts";
import type { OpenedRotation } from "../state.ts";

/** A rotation that was opened, and may have been closed. */
export type KnownRotation = OpenedRotation & { closedOn?: CivilDate };

/**
 * How often each entry has changed since the rotation was opened. `saidIn` gives all that a calendar says of each entry,
 * as a text to compare, so that a number grows where something that is said changes and nowhere else. With more events
 * no number falls, as RFC 5545, 3.8.7.4, asks of SEQUENCE.
 */
export function revisionsOf(
  events: readonly ChairRotationEvent[],
  saidIn: (rotation: KnownRotation) => readonly string[],
): number[] {
  const revisions: number[] = [];
  let before: readonly string[] = [];
  let rotation = chairRotation.initialState();
  for (const event of events) {
    rotation = chairRotation.evolve(rotation, event);
    const after = rotation.status === "blank" ? [] : saidIn(rotation);
    for (const [number, said] of after.entries()) {
      const isChanged = before[number] !== undefined && before[number] !== said;
      revisions[number] = (revisions[number] ?? 0) + (isChanged ? 1 : 0);
    }
    before = after;
  }
  return revisions;
}
