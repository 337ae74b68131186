import { accept, type Decision } from "../kernel/decision.ts";
import { derivedId } from "../kernel/ids.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { nameOf } from "./calendar.ts";
import { keepFacts, numberIn } from "./facts.ts";
import { nominalTerms } from "./forecast/nominal.ts";
import { changeMembers } from "./membership.ts";
import type { ChairRotationEvent, ChairRotationRejection } from "./messages.ts";
import { isMemberIn, type OpenedRotation, runningNumber, type Swap } from "./state.ts";

type SwapVoided = Extract<ChairRotationEvent, { type: "SwapVoided" }>;

/**
 * Accepts `events` and voids the swaps whose turns they give to somebody else. Each command that can move a turn
 * is accepted by this.
 *
 * A swap is an agreement between the units whose turns two named terms are. When a later fact gives one of these
 * turns to another unit, that unit has consented to nothing. So the whole swap is void, and the units that have the
 * turns now may agree on a new one (ASEAN and BRICS agree on years, for a reason that lies in the year). A term
 * that only gets longer or shorter moves no turn. A new order that keeps the swaps may give their other half
 * itself (EU, 2007), so that the turn is the taker's own.
 */
export function acceptMovingTurns(
  state: OpenedRotation,
  ...events: ChairRotationEvent[]
): Decision<ChairRotationEvent, ChairRotationRejection> {
  return accept(...events, ...movedSwaps(state, events));
}

function movedSwaps(state: OpenedRotation, events: readonly ChairRotationEvent[]): SwapVoided[] {
  const running = runningAfter(state, events);
  const undone = new Set(events.flatMap(({ type, data }) => (type === "SwapVoided" ? [data.swap] : [])));
  const inForce = [...state.swaps.values()].filter(
    ({ status, at }) => status === "inForce" && Math.max(at.a, at.b) > running,
  );
  if (inForce.length === 0) return [];
  const last = Math.max(...inForce.flatMap(({ at }) => [at.a, at.b]));
  const after = stateAfter(state, events);
  const heirs = heirsIn(after, events);
  const holderBefore = holdersBeneath(state, last);
  const holderAfter = holdersBeneath(after, last);
  const keepsSwaps = events.some(({ type, data }) => type === "OrderReplaced" && data.keepSwaps === true);

  const isMoved = ({ swap, at, a, b }: Swap) =>
    [
      { number: at.a, taker: b.unit },
      { number: at.b, taker: a.unit },
    ].some(({ number, taker }) => {
      if (number <= running) return false;
      const before = heirs.at(number, holderBefore(number, swap, new Set()));
      const now = heirs.at(number, holderAfter(number, swap, undone));
      return now !== before && !(keepsSwaps && now === taker);
    });
  const nextMoved = () => inForce.find((swap) => !undone.has(swap.swap) && isMoved(swap));

  const voided: SwapVoided[] = [];
  // A swap that was agreed on top of another one is void with it.
  for (let swap = nextMoved(); swap; swap = nextMoved()) {
    undone.add(swap.swap);
    const sides = { a: heirs.ofSide(swap.a), b: heirs.ofSide(swap.b) };
    voided.push(voidedSwap(after, { ...swap, ...sides }, { because: "turnMoved", next: running + 1 }));
  }
  return voided;
}

/** A swap that is void in all terms from `next` on. A unit that has given its term already is owed a turn. */
export function voidedSwap(
  state: OpenedRotation,
  swap: Swap,
  { because, next = runningNumber(state) + 1 }: { because: SwapVoided["data"]["because"]; next?: number },
): SwapVoided {
  const from = nameOf(state.calendar, next);
  const giver = swap.status === "inForce" ? giverOf(swap, next) : undefined;
  const isOwed = giver !== undefined && isMemberIn(state, giver, next);
  const owed = isOwed && { obligation: derivedId("owedSwap", state.bloc, swap.swap) };
  return { type: "SwapVoided", data: { swap: swap.swap, from, because, ...(owed && { owed }) } };
}

/**
 * The swaps of the units with a term that begins after they have left or were suspended. A swap names the heir of a
 * unit that is to merge later; until then the unit itself takes the term.
 */
export function voidedSwapsOf(
  state: OpenedRotation,
  { units, from, because }: { units: readonly UnitId[]; from: number; because: "unitLeft" | "unitSuspended" },
): SwapVoided[] {
  const overlays = [...state.overlays.values()].flat();
  const taken = new Set(
    overlays.flatMap((one) => (one.kind === "swap" && units.includes(one.unit) ? one.swap : [])),
  );
  return [...state.swaps.values()]
    .filter(({ swap, a, b }) => units.includes(a.unit) || units.includes(b.unit) || taken.has(swap))
    .filter(({ status }) => status !== "expired" && status !== "voided")
    .filter(({ at }) => at.a >= from || at.b >= from)
    .map((swap) => voidedSwap(state, swap, { because }));
}

/** The unit that gave a term that has begun and was to take one that has not. */
function giverOf({ a, b, at }: Swap, next: number): UnitId | undefined {
  if (at.a < next && at.b >= next) return a.unit;
  return at.b < next && at.a >= next ? b.unit : undefined;
}

/** The number of the running term after the events. */
function runningAfter(state: OpenedRotation, events: readonly ChairRotationEvent[]): number {
  const begun = events.flatMap(({ type, data }) =>
    type === "ChairHandedOver" || type === "ChairInstalled" ? [numberIn(state, data.term)] : [],
  );
  return Math.max(runningNumber(state), ...begun);
}

/** The state with what the events say about turns and members, and with nothing else of them. */
function stateAfter(state: OpenedRotation, events: readonly ChairRotationEvent[]): OpenedRotation {
  const ends = new Map(state.calendar.ends);
  const after = {
    ...state,
    calendar: { ...state.calendar, ends },
    facts: [...state.facts],
    members: new Map(state.members),
  };
  for (const event of events) {
    keepFacts(after, event);
    changeMembers(after, event);
    if (event.type === "TermEndChanged") ends.set(numberIn(after, event.data.term), event.data.endsOn);
  }
  return after;
}

/** The unit that has a term before a swap is laid on it: by turn, or by an earlier agreement that is not `undone`. */
function holdersBeneath(state: OpenedRotation, last: number) {
  const rows = nominalTerms(state, ({ number }) => number >= last);
  return (number: number, swap: Swap["swap"], undone: ReadonlySet<Swap["swap"]>): UnitId | undefined => {
    const seat = rows[number]?.seat;
    let holder = seat?.kind === "unit" ? seat.unit : undefined;
    for (const overlay of state.overlays.get(number) ?? []) {
      if (overlay.kind === "swap" && overlay.swap === swap) break;
      if (overlay.kind === "swap" && undone.has(overlay.swap)) continue;
      holder = overlay.kind === "vacant" ? undefined : overlay.unit;
    }
    return holder;
  };
}

/** The heirs of units by the mergers and splits among the events. */
function heirsIn({ calendar }: OpenedRotation, events: readonly ChairRotationEvent[]) {
  const heirs = new Map<UnitId, { heir: UnitId; from: number }>();
  for (const { type, data } of events) {
    if (type !== "UnitSplitInRotation" && type !== "UnitsMergedInRotation") continue;
    const from = numberIn({ calendar }, data.from);
    if ("heir" in data) heirs.set(data.unit, { heir: data.heir, from });
    else for (const unit of data.units) heirs.set(unit, { heir: data.into, from });
  }
  return {
    /** The unit or, from the term of its merger or split on, its heir. */
    at(number: number, unit: UnitId | undefined): UnitId | undefined {
      const found = unit === undefined ? undefined : heirs.get(unit);
      return found && found.from <= number ? found.heir : unit;
    },
    /** A swap names the heir at once. */
    ofSide: (side: Swap["a"]): Swap["a"] => ({ ...side, unit: heirs.get(side.unit)?.heir ?? side.unit }),
  };
}
