import type { Id } from "../../kernel/ids.ts";
import type { Overlay } from "../state.ts";
import type { Seat } from "./explanation.ts";

/** The seat of a term with its overlays: the last one agreed counts. */
export function overlaid(seat: Seat, overlays: readonly Overlay[] | undefined): Seat {
  const last = overlays?.at(-1);
  if (last === undefined) return seat;
  return last.kind === "vacant" ? { kind: "vacant" } : { kind: "unit", unit: last.unit };
}

export function addOverlay(overlays: Map<number, Overlay[]>, number: number, overlay: Overlay) {
  const agreed = overlays.get(number);
  if (agreed) agreed.push(overlay);
  else overlays.set(number, [overlay]);
}

/** Removes a swap from the terms from `from` on. */
export function voidOverlays(overlays: Map<number, Overlay[]>, swap: Id, from: number) {
  for (const [number, agreed] of overlays) {
    if (number < from) continue;
    const kept = agreed.filter((one) => one.kind !== "swap" || one.swap !== swap);
    if (kept.length === 0) overlays.delete(number);
    else overlays.set(number, kept);
  }
}
