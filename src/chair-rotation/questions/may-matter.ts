import type { CivilDate } from "../../kernel/time.ts";
import { laterOf, spanOf } from "../calendar.ts";
import { unitIn } from "../forecast/coming-terms.ts";
import type { ChairRotationEvent } from "../messages.ts";
import type { OpenedRotation } from "../state.ts";
import type { Answer, Asked } from "./answer.ts";
import { movedBy } from "./moved.ts";
import { type Entry, followsFrom, lastWorld, type Replay } from "./replay.ts";

/**
 * Whether the answer about a term may be another without an entry of the log. It cannot where the entry is about later
 * terms only, or acts on a later day: with it and without it, all that comes before is the same. What became void in a
 * later term may also end a swap with an earlier one, so the last term is that to which swaps lead.
 */
export function mayMatter(replay: Replay, asked: Asked, answer: Answer): (entry: Entry) => boolean {
  const { state } = lastWorld(replay);
  if (state.status === "blank") return () => true;
  const last = lastTerm(state, asked.number);
  const day = lastDay(replay, state, { last, askedOn: asked.askedOn });
  const units = [unitIn(answer.row.nominal), unitIn(answer.row.chair)];
  return ({ event, position, recordedOn }) => {
    if (replay.begun.has(position) || idle.has(event.type) || followsFrom(event)) return false;
    const after = replay.worlds[position]?.state;
    if (!after || after.status === "blank" || isOverdue(after, recordedOn)) return true;
    // A new name that sorts nobody anew changes nothing but itself.
    if (event.type === "UnitRenamedInRotation" && event.data.sortKey === undefined)
      return units.includes(event.data.unit);
    const { from, on } = movedBy(after, event);
    return from <= last && (on === undefined || on <= day);
  };
}

/**
 * Events that change no turn: every log begins with the first, and the others move nobody. Events about the flag are not
 * here. They close their day, so a leave that is recorded later acts from the next day on.
 */
const idle: ReadonlySet<ChairRotationEvent["type"]> = new Set<ChairRotationEvent["type"]>([
  "RotationOpened",
  "RotationClosed",
  "RotationIncidentNoted",
]);

/** Whether the next term was overdue when the entry was recorded. Such an entry may make agreements void on that day. */
function isOverdue({ calendar, served }: OpenedRotation, recordedOn: CivilDate | undefined): boolean {
  return recordedOn !== undefined && recordedOn > (spanOf(calendar, served.length)?.startsOn ?? recordedOn);
}

/** The last term that swaps connect with term `number`, step by step. Swaps that ended count too. */
function lastTerm({ swaps }: OpenedRotation, number: number): number {
  const spans = [...swaps.values()].map(({ at: { a, b } }) => [Math.min(a, b), Math.max(a, b)] as const);
  let last = number;
  for (;;) {
    const led = spans.reduce((found, [low, high]) => (low <= last ? Math.max(found, high) : found), last);
    if (led === last) return last;
    last = led;
  }
}

/** The last day whose members may decide. A term is reckoned on its first day, or on the day of a question if that is later. */
function lastDay(
  { entries }: Replay,
  { calendar, doneOn = "" }: OpenedRotation,
  { last, askedOn = "" }: { last: number; askedOn: CivilDate | undefined },
): CivilDate {
  const begins = spanOf(calendar, last)?.startsOn ?? "9999-12-31";
  const recorded = entries.reduce((day, { recordedOn = "" }) => laterOf(day, recordedOn), "");
  return [doneOn, askedOn, recorded].reduce(laterOf, begins);
}
