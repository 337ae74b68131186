import { derivedId } from "../kernel/ids.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { nameOf, numberOf } from "./calendar.ts";
import type { ChairRotationEvent } from "./events.ts";
import { nominalTerms } from "./nominal.ts";
import { isMemberIn, type OpenedRotation, runningNumber, type Swap } from "./state.ts";

type SwapVoided = Extract<ChairRotationEvent, { type: "SwapVoided" }>;

/**
 * The swaps that no longer hold once `events` have led from `before` to `after`. A swap is an agreement between
 * the units whose turns two named terms are. When a later fact gives one of these turns to somebody else, that
 * somebody has consented to nothing: the swap is void as a whole, and a new one is theirs to agree who have the
 * turns now (ASEAN and BRICS agree on years, for a reason that lies in the year). A term that only gets longer or
 * shorter moves no turn. A new order that keeps the swaps may hold their other half itself (EU, 2007), so that
 * the turn is the taker's own.
 */
export function movedSwaps(
  before: OpenedRotation,
  after: OpenedRotation,
  events: readonly ChairRotationEvent[],
): SwapVoided[] {
  const running = runningNumber(after);
  const held = [...before.swaps.values()].filter(
    ({ status, at }) => status === "inForce" && Math.max(at.a, at.b) > running,
  );
  if (held.length === 0) return [];
  const last = Math.max(...held.flatMap(({ at }) => [at.a, at.b]));
  const [was, is] = [before, after].map((rotation) => holdersBeneath(rotation, last));
  const heirs = heirsIn(after, events);
  const keeps = events.some(({ type, data }) => type === "OrderReplaced" && data.keepSwaps === true);
  const undone = new Set(
    [...after.swaps.values()].flatMap((one) => (one.status === "voided" ? [one.swap] : [])),
  );
  const isMoved = ({ swap, at, a, b }: Swap) =>
    (
      [
        [at.a, b.unit],
        [at.b, a.unit],
      ] as const
    ).some(([number, taker]) => {
      if (number <= running) return false;
      const [old, now] = [was?.(number, swap, new Set()), is?.(number, swap, undone)];
      return now !== heirs(old, number) && !(keeps && now === taker);
    });
  const voided: SwapVoided[] = [];
  // What was agreed on top of a swap falls with it.
  for (let found = nextMoved(); found; found = nextMoved()) {
    undone.add(found.swap);
    voided.push(voidedSwap(after, found.swap, "turnMoved"));
  }
  return voided;

  function nextMoved(): Swap | undefined {
    return held.find((one) => !undone.has(one.swap) && isMoved(one));
  }
}

/** A swap that is void as a whole: in all terms that have not begun. Who gave its term already is owed a turn. */
export function voidedSwap(
  rotation: OpenedRotation,
  swap: Swap["swap"],
  because: SwapVoided["data"]["because"],
): SwapVoided {
  const next = runningNumber(rotation) + 1;
  const from = nameOf(rotation.calendar, next);
  const found = rotation.swaps.get(swap);
  const giver = found?.status === "inForce" ? giverOf(found, next) : undefined;
  const isOwed = giver !== undefined && isMemberIn(rotation, giver, next);
  const owed = isOwed && { obligation: derivedId("owedSwap", rotation.bloc, swap) };
  return { type: "SwapVoided", data: { swap, from, because, ...(owed && { owed }) } };
}

/** Who gave a term that has begun and was to take one that has not. */
function giverOf({ a, b, at }: Swap, next: number): UnitId | undefined {
  if (at.a < next && at.b >= next) return a.unit;
  return at.b < next && at.a >= next ? b.unit : undefined;
}

/** Who has a term before a swap lays itself over it: by turn, or by what was agreed earlier and is not `undone`. */
function holdersBeneath(rotation: OpenedRotation, last: number) {
  const rows = nominalTerms(rotation, ({ number }) => number >= last);
  return (number: number, swap: Swap["swap"], undone: ReadonlySet<Swap["swap"]>): UnitId | undefined => {
    const seat = rows[number]?.seat;
    let holder = seat?.kind === "unit" ? seat.unit : undefined;
    for (const overlay of rotation.overlays.get(number) ?? []) {
      if (overlay.kind === "swap" && overlay.swap === swap) break;
      if (overlay.kind === "swap" && undone.has(overlay.swap)) continue;
      holder = overlay.kind === "vacant" ? undefined : overlay.unit;
    }
    return holder;
  };
}

/** Who stands in term `number` where a unit stood, by the mergers and splits among `events` up to that term. */
function heirsIn({ calendar }: OpenedRotation, events: readonly ChairRotationEvent[]) {
  const heirs = new Map<UnitId, { heir: UnitId; from: number }>();
  for (const { type, data } of events) {
    if (type !== "UnitSplitInRotation" && type !== "UnitsMergedInRotation") continue;
    const from = numberOf(calendar, data.from) ?? 0;
    if ("heir" in data) heirs.set(data.unit, { heir: data.heir, from });
    else for (const unit of data.units) heirs.set(unit, { heir: data.into, from });
  }
  return (unit: UnitId | undefined, number: number) => {
    const found = unit === undefined ? undefined : heirs.get(unit);
    return found && found.from <= number ? found.heir : unit;
  };
}
