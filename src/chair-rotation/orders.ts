import { accept, objectionToDate, reject, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { askedOn } from "./asked.ts";
import { numberOf } from "./calendar.ts";
import { type Coming, comingTerm } from "./forecast/coming-terms.ts";
import { comingTerms } from "./forecast/reckoning.ts";
import { heirIn, strangerIn } from "./members.ts";
import type { ChairRotationEvent, ChairRotationRejection } from "./messages.ts";
import { acceptMove } from "./moves.ts";
import { firstTwice } from "./opening.ts";
import { groupedIn } from "./policies/group.ts";
import { drawnOrder } from "./policies/lottery.ts";
import { isKnown, knownUnit, numberIn, recordDecision } from "./record.ts";
import { rosterOn } from "./roster-on.ts";
import {
  type CommandSlice,
  type Decided,
  decidedOf,
  type EventSlice,
  type OpenedRotation,
  policyAt,
  type TermDecision,
} from "./state.ts";
import { voidSwap } from "./voiding.ts";
import { dayOfBasis } from "./words.ts";

/** The order and the policy are changed from a coming term on, by a decision or by lot. */
export const decideOrders: CommandSlice<
  | "PlaceInOrder"
  | "RemoveFromOrder"
  | "ReplaceOrder"
  | "AdoptRotationPolicy"
  | "AnnounceOrderLot"
  | "DrawOrder"
> = {
  PlaceInOrder: during(["open"], {
    already: (state, data) => isLastOrder(state, { type: "UnitPlacedInOrder", data }),
    decide(state, data, metadata) {
      const coming = comingTerm(state, data.term, askedOn(state, metadata));
      if (!coming.ok) return coming;
      const { unit, place } = data;
      const units = place.kind === "after" ? [unit, place.unit] : [unit];
      const objection = objectionToUnits(state, units, coming.row);
      if (objection) return reject(objection);
      if (place.kind === "after" && place.unit === unit)
        return reject({ type: "PlacedAfterItself", data: { unit } });
      return acceptMove(state, { type: "UnitPlacedInOrder", data }, coming.row);
    },
  }),

  RemoveFromOrder: during(["open"], {
    already: (state, data) => isLastOrder(state, { type: "UnitRemovedFromOrder", data }),
    decide(state, data, metadata) {
      const coming = comingTerm(state, data.term, askedOn(state, metadata));
      if (!coming.ok) return coming;
      const { unit } = data;
      if (!isKnown(state, unit)) return reject({ type: "UnitNotInRotation", data: { unit } });
      // A unit that has left has no place in the order either.
      return objectionToUnits(state, [unit], coming.row)
        ? accept()
        : acceptMove(state, { type: "UnitRemovedFromOrder", data }, coming.row);
    },
  }),

  ReplaceOrder: during(["open"], {
    already: (state, data) => isLastOrder(state, { type: "OrderReplaced", data }),
    decide(state, data, metadata) {
      const coming = comingTerm(state, data.term, askedOn(state, metadata));
      if (!coming.ok) return coming;
      const objection =
        objectionToOrder(state, data.order, coming.row) ??
        objectionToUnits(state, data.prefix ?? [], coming.row);
      if (objection) return reject(objection);
      const voided: ChairRotationEvent[] = data.keepSwaps ? [] : voidedSwapsFrom(state, coming.row.number);
      return accept({ type: "OrderReplaced", data }, ...voided);
    },
  }),

  AdoptRotationPolicy: during(["open"], {
    already(state, { term, policy }) {
      const number = numberOf(state.calendar, term);
      return number !== undefined && same(policyAt(state, number), policy);
    },
    done: ({ basis }) => dayOfBasis(basis),
    decide(state, data, metadata) {
      const coming = comingTerm(state, data.term, askedOn(state, metadata));
      if (!coming.ok) return coming;
      const grouped = groupedIn(data.policy);
      const twice = firstTwice(grouped);
      if (twice !== undefined) return reject({ type: "UnitTwiceInRotation", data: { unit: twice } });
      return unless(objectionToUnits(state, grouped, coming.row), { type: "RotationPolicyAdopted", data });
    },
  }),

  AnnounceOrderLot: during(["open"], {
    already: ({ lots }, data) => same(lots.get(data.lot)?.event, data),
    done: ({ announcedOn }) => announcedOn,
    decide(state, data, metadata) {
      const { lot, term, units } = data;
      if (state.lots.has(lot)) return reject({ type: "LotTaken", data: { lot } });
      const coming = comingTerm(state, term, askedOn(state, metadata));
      if (!coming.ok) return coming;
      return unless(objectionToOrder(state, units, coming.row), { type: "OrderLotAnnounced", data });
    },
  }),

  DrawOrder: during(["open"], {
    already: (state, { lot, drawn, drawnOn }) =>
      decidedOf(state, numberOf(state.calendar, state.lots.get(lot)?.term ?? "")).some(
        ({ event }) =>
          event.type === "OrderDrawn" &&
          same([event.data.lot, event.data.drawn, event.data.drawnOn], [lot, drawn, drawnOn]),
      ),
    done: ({ drawnOn }) => drawnOn,
    decide(state, { lot, drawn, drawnOn }) {
      const known = state.lots.get(lot);
      if (!known) return reject({ type: "LotUnknown", data: { lot } });
      if (known.drawn !== undefined) return reject({ type: "LotDrawnAlready", data: { lot } });
      const { sources: announced, announcedOn } = known.event;
      const sources = drawn.map(({ source }) => source);
      if (!same(sources, announced)) return reject({ type: "LotDrawnOtherwise", data: { announced } });
      const { term, units } = known;
      const coming = comingTerm(state, term);
      if (!coming.ok) return coming;
      const objection = objectionToDate(drawnOn, { earliest: announcedOn });
      if (objection) return reject(objection);
      const order = drawnOrder(units, drawn);
      return accept({ type: "OrderDrawn", data: { lot, term, drawn, order, drawnOn } });
    },
  }),
};

export const evolveOrders: EventSlice<
  | "UnitPlacedInOrder"
  | "UnitRemovedFromOrder"
  | "OrderReplaced"
  | "RotationPolicyAdopted"
  | "OrderLotAnnounced"
  | "OrderDrawn"
> = {
  UnitPlacedInOrder: from(["open"], (state, data) => {
    knownUnit(state, data.unit);
    recordOrder(state, { type: "UnitPlacedInOrder", data });
  }),
  UnitRemovedFromOrder: from(["open"], (state, data) => {
    knownUnit(state, data.unit);
    recordOrder(state, { type: "UnitRemovedFromOrder", data });
  }),
  OrderReplaced: from(["open"], (state, data) => {
    for (const unit of data.order) knownUnit(state, unit);
    recordOrder(state, { type: "OrderReplaced", data });
    if (data.keepSwaps) keepSwaps(state, numberIn(state, data.term));
  }),
  RotationPolicyAdopted: from(["open"], (state, data) => {
    const at = numberIn(state, data.term);
    recordDecision(state, { type: "RotationPolicyAdopted", data });
    const before = state.policies.findLastIndex((one) => one.at <= at);
    state.policies.splice(before + 1, 0, { at, policy: data.policy });
  }),
  OrderLotAnnounced: from(["open"], (state, data) => {
    const { lot, term, units } = data;
    numberIn(state, term);
    if (state.lots.has(lot)) contradiction(`lot ${JSON.stringify(lot)} is announced already`);
    for (const unit of units) knownUnit(state, unit);
    state.lots.set(lot, { lot, term, units: [...units], event: data });
  }),
  OrderDrawn: from(["open"], (state, data) => {
    const known = state.lots.get(data.lot) ?? contradiction(`lot ${JSON.stringify(data.lot)} is unknown`);
    if (known.drawn) contradiction(`lot ${JSON.stringify(data.lot)} is drawn already`);
    recordOrder(state, { type: "OrderDrawn", data });
    known.drawn = data.drawn;
  }),
};

type OrderEvent = Extract<
  TermDecision,
  { type: "UnitPlacedInOrder" | "UnitRemovedFromOrder" | "OrderReplaced" | "OrderDrawn" }
>;
/** Whether the last decision about the order, or about the unit's place in it, is just this. */
function isLastOrder({ lastOrders }: OpenedRotation, { type, data }: OrderEvent): boolean {
  const { whole, units } = lastOrders;
  const about = "unit" in data ? [whole, units.get(data.unit)] : [whole, ...units.values()];
  let last: Decided | undefined;
  for (const one of about) if (one && one.seq >= (last?.seq ?? 0)) last = one;
  return last?.event.type === type && same(last.event.data, data);
}

/** A decision about the order waits for its term, and is the last word about the order or about its unit. */
function recordOrder(state: OpenedRotation, event: OrderEvent) {
  recordDecision(state, event);
  const last: Decided = { seq: state.seq, event };
  if ("unit" in event.data) state.lastOrders.units.set(event.data.unit, last);
  else state.lastOrders.whole = last;
}

function objectionToOrder(
  state: OpenedRotation,
  order: readonly UnitId[],
  row: Coming,
): ChairRotationRejection | undefined {
  if (order.length === 0) return { type: "OrderEmpty", data: {} };
  const twice = firstTwice(order);
  if (twice !== undefined) return { type: "UnitTwiceInRotation", data: { unit: twice } };
  return objectionToUnits(state, order, row);
}

/** What stands against a place in the order: a unit is no member on the day of the term. */
function objectionToUnits(
  state: OpenedRotation,
  units: readonly UnitId[],
  { day }: Coming,
): ChairRotationRejection | undefined {
  const roster = rosterOn(state, day);
  const stranger = units.find((unit) => !roster.members.has(unit));
  return stranger === undefined ? undefined : strangerIn(roster, stranger);
}

/**
 * A new order that keeps the swaps may give a unit the term that it was to take, as a turn of its own (EU, 2007). Then
 * the swap stands: the unit has that term anyway, and the other has the one that it was given.
 */
function keepSwaps(state: OpenedRotation, number: number) {
  const numbers = [...state.overlays.keys()].filter((at) => at >= number);
  if (numbers.length === 0) return;
  const last = Math.max(...numbers);
  comingTerms(state, { enough: (span) => span.number >= last }, ({ number: at, seat, roster }) => {
    const [lowest, ...others] = at < number ? [] : (state.overlays.get(at) ?? []);
    if (lowest?.kind !== "swap" || seat.kind !== "unit") return;
    const gives = heirIn(roster, lowest.gives);
    if (gives === seat.unit) state.overlays.set(at, [{ ...lowest, bound: lowest.gives }, ...others]);
  });
}

/** The swaps with a term from `number` on: the order that they were agreed under is replaced. */
export function voidedSwapsFrom(state: OpenedRotation, number: number): ReturnType<typeof voidSwap>[] {
  return [...state.swaps.values()]
    .filter(({ status }) => status !== "expired" && status !== "voided")
    .filter(({ at }) => at.a >= number || at.b >= number)
    .map((swap) => voidSwap(state, swap, "newOrder"));
}
