import { accept, objectionToDate, reject, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { numberOf } from "./calendar.ts";
import { keepFacts, numberIn } from "./facts.ts";
import { comingTerm } from "./forecast/coming-terms.ts";
import { knownMember } from "./membership.ts";
import type { ChairRotationEvent, ChairRotationRejection } from "./messages.ts";
import { acceptMovingTurns, voidedSwap } from "./moved-turns.ts";
import { firstTwice } from "./opening.ts";
import { drawnOrder } from "./policies/lottery.ts";
import {
  type CommandSlice,
  type EventSlice,
  isMemberFrom,
  type NominalEvent,
  type OpenedRotation,
  policyAt,
} from "./state.ts";
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
    decide(state, data) {
      const coming = comingTerm(state, data.term);
      if (!coming.ok) return coming;
      const { unit, place } = data;
      const units = place.kind === "after" ? [unit, place.unit] : [unit];
      const objection = objectionToUnits(state, units, coming.row.number);
      if (objection) return reject(objection);
      if (place.kind === "after" && place.unit === unit)
        return reject({ type: "UnitNotInRotation", data: { unit } });
      return acceptMovingTurns(state, { type: "UnitPlacedInOrder", data });
    },
  }),

  RemoveFromOrder: during(["open"], {
    already: (state, data) => isLastOrder(state, { type: "UnitRemovedFromOrder", data }),
    decide(state, data) {
      const coming = comingTerm(state, data.term);
      if (!coming.ok) return coming;
      const { unit } = data;
      if (!state.members.has(unit)) return reject({ type: "UnitNotInRotation", data: { unit } });
      // A unit that has left has no place in the order either.
      return isMemberFrom(state, unit, coming.row.number)
        ? acceptMovingTurns(state, { type: "UnitRemovedFromOrder", data })
        : accept();
    },
  }),

  ReplaceOrder: during(["open"], {
    already: (state, data) => isLastOrder(state, { type: "OrderReplaced", data }),
    decide(state, data) {
      const coming = comingTerm(state, data.term);
      if (!coming.ok) return coming;
      const { number } = coming.row;
      const objection =
        objectionToOrder(state, data.order, number) ?? objectionToUnits(state, data.prefix ?? [], number);
      if (objection) return reject(objection);
      const voided = data.keepSwaps ? [] : voidedSwapsFrom(state, number);
      return acceptMovingTurns(state, { type: "OrderReplaced", data }, ...voided);
    },
  }),

  AdoptRotationPolicy: during(["open"], {
    already(state, { term, policy }) {
      const number = numberOf(state.calendar, term);
      return number !== undefined && same(policyAt(state, number), policy);
    },
    done: ({ basis }) => dayOfBasis(basis),
    decide(state, data) {
      const coming = comingTerm(state, data.term);
      return coming.ok ? acceptMovingTurns(state, { type: "RotationPolicyAdopted", data }) : coming;
    },
  }),

  AnnounceOrderLot: during(["open"], {
    already: ({ lots }, data) => same(lots.get(data.lot)?.event, data),
    done: ({ announcedOn }) => announcedOn,
    decide(state, data) {
      const { lot, term, units } = data;
      if (state.lots.has(lot)) return reject({ type: "LotTaken", data: { lot } });
      const coming = comingTerm(state, term);
      if (!coming.ok) return coming;
      return unless(objectionToOrder(state, units, coming.row.number), { type: "OrderLotAnnounced", data });
    },
  }),

  DrawOrder: during(["open"], {
    already: ({ facts }, { lot, drawn, drawnOn }) =>
      facts.some(
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
      return acceptMovingTurns(state, { type: "OrderDrawn", data: { lot, term, drawn, order, drawnOn } });
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
    knownMember(state, data.unit);
    keepFacts(state, { type: "UnitPlacedInOrder", data });
  }),
  UnitRemovedFromOrder: from(["open"], (state, data) => {
    knownMember(state, data.unit);
    keepFacts(state, { type: "UnitRemovedFromOrder", data });
  }),
  OrderReplaced: from(["open"], (state, data) => {
    for (const unit of data.order) knownMember(state, unit);
    keepFacts(state, { type: "OrderReplaced", data });
  }),
  RotationPolicyAdopted: from(["open"], (state, data) =>
    keepFacts(state, { type: "RotationPolicyAdopted", data }),
  ),
  OrderLotAnnounced: from(["open"], (state, data) => {
    const { lot, term, units } = data;
    numberIn(state, term);
    if (state.lots.has(lot)) contradiction(`lot ${JSON.stringify(lot)} is announced already`);
    for (const unit of units) knownMember(state, unit);
    state.lots.set(lot, { lot, term, units: [...units], event: data });
  }),
  OrderDrawn: from(["open"], (state, data) => {
    const known = state.lots.get(data.lot) ?? contradiction(`lot ${JSON.stringify(data.lot)} is unknown`);
    if (known.drawn) contradiction(`lot ${JSON.stringify(data.lot)} is drawn already`);
    known.drawn = data.drawn;
    keepFacts(state, { type: "OrderDrawn", data });
  }),
};

type OrderEvent = Extract<
  NominalEvent,
  { type: "UnitPlacedInOrder" | "UnitRemovedFromOrder" | "OrderReplaced" | "OrderDrawn" }
>;
const orderTypes: ReadonlySet<string> = new Set<OrderEvent["type"]>([
  "UnitPlacedInOrder",
  "UnitRemovedFromOrder",
  "OrderReplaced",
  "OrderDrawn",
]);

/** Whether the last decision about the order, or about the unit's place in it, is just this. */
function isLastOrder({ facts }: OpenedRotation, { type, data }: OrderEvent): boolean {
  const last = facts.findLast(
    ({ event }) =>
      orderTypes.has(event.type) &&
      (!("unit" in event.data) || !("unit" in data) || event.data.unit === data.unit),
  );
  return last?.event.type === type && same(last.event.data, data);
}

function objectionToOrder(
  state: OpenedRotation,
  order: readonly UnitId[],
  number: number,
): ChairRotationRejection | undefined {
  if (order.length === 0) return { type: "OrderEmpty", data: {} };
  const twice = firstTwice(order);
  if (twice !== undefined) return { type: "UnitTwiceInRotation", data: { unit: twice } };
  return objectionToUnits(state, order, number);
}

/** What stands against a place in the order: a unit is no member in term `number` and does not join later. */
function objectionToUnits(
  state: OpenedRotation,
  units: readonly UnitId[],
  number: number,
): ChairRotationRejection | undefined {
  const stranger = units.find((unit) => !isMemberFrom(state, unit, number));
  return stranger === undefined ? undefined : { type: "UnitNotInRotation", data: { unit: stranger } };
}

/** The swaps with a term from `number` on: the order that they were agreed under is replaced. */
function voidedSwapsFrom(state: OpenedRotation, number: number): ChairRotationEvent[] {
  return [...state.swaps.values()]
    .filter(({ status }) => status !== "expired" && status !== "voided")
    .filter(({ at }) => at.a >= number || at.b >= number)
    .map((swap) => voidedSwap(state, swap, { because: "newOrder" }));
}
