import type { Id } from "../kernel/ids.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { ChairRotationEvent } from "./events.ts";
import type { Seat } from "./explanation.ts";

/**
 * What was agreed about one term, on top of whose turn it is: another unit by swap or as a substitute, or nobody.
 * It is bound to the term and not to dates, so that it goes with the term when dates shift; and it never moves
 * the pointer, so that the turns after it are as if there were none.
 */
export type Overlay =
  | { kind: "swap"; swap: Id; unit: UnitId; event: ChairRotationEvent }
  | { kind: "substitute"; unit: UnitId; event: ChairRotationEvent }
  | { kind: "vacant"; from: CivilDate; event: ChairRotationEvent };

/** The seat of a term under its overlays: the last one agreed counts. */
export function overlaid(seat: Seat, overlays: readonly Overlay[] | undefined): Seat {
  const last = overlays?.at(-1);
  if (last === undefined) return seat;
  return last.kind === "vacant" ? { kind: "vacant" } : { kind: "unit", unit: last.unit };
}

export function addOverlay(overlays: Map<number, Overlay[]>, number: number, overlay: Overlay) {
  const those = overlays.get(number);
  if (those) those.push(overlay);
  else overlays.set(number, [overlay]);
}

/** Takes a swap off the terms from `from` on. */
export function voidSwap(overlays: Map<number, Overlay[]>, swap: Id, from: number) {
  for (const [number, those] of overlays) {
    if (number < from) continue;
    const kept = those.filter((one) => one.kind !== "swap" || one.swap !== swap);
    if (kept.length === 0) overlays.delete(number);
    else overlays.set(number, kept);
  }
}
