import { accept, reject } from "../kernel/decision.ts";
import { same } from "../kernel/same.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { firstTwice } from "./decide-roster.ts";
import type { ChairRotationEvent } from "./events.ts";
import { type Asked, comingTerm, type Decided, isMemberFrom, whileOpen } from "./guards.ts";
import { voidedSwap } from "./moved-turns.ts";
import type { NominalEvent } from "./nominal-facts.ts";
import { drawnOrder } from "./policies/lottery.ts";
import { type OpenedRotation, policyAt } from "./state.ts";

/** What is decided about the order, from a coming term on. */
export const orderDecisions = {
  PlaceInOrder: whileOpen((state, data: Asked<"PlaceInOrder">) => {
    const coming = comingTerm(state, data.term);
    if (!coming.ok) return coming;
    const { number } = coming.row;
    const { unit, place } = data;
    if (!isMemberFrom(state, unit, number)) return reject({ type: "UnitNotInRotation", data: { unit } });
    if (place.kind === "after" && (place.unit === unit || !isMemberFrom(state, place.unit, number)))
      return reject({ type: "UnitNotInRotation", data: { unit: place.unit } });
    return isLastWord(state, "UnitPlacedInOrder", data)
      ? accept()
      : accept({ type: "UnitPlacedInOrder", data });
  }),

  RemoveFromOrder: whileOpen((state, data: Asked<"RemoveFromOrder">) => {
    const coming = comingTerm(state, data.term);
    if (!coming.ok) return coming;
    const { unit } = data;
    if (!state.members.has(unit)) return reject({ type: "UnitNotInRotation", data: { unit } });
    // Who has left has no place either.
    if (!isMemberFrom(state, unit, coming.row.number)) return accept();
    return isLastWord(state, "UnitRemovedFromOrder", data)
      ? accept()
      : accept({ type: "UnitRemovedFromOrder", data });
  }),

  ReplaceOrder: whileOpen((state, data: Asked<"ReplaceOrder">) => {
    const coming = comingTerm(state, data.term);
    if (!coming.ok) return coming;
    const { number } = coming.row;
    const refusal = refusedOrder(state, data.order, number) ?? refusedPrefix(state, data.prefix, number);
    if (refusal) return refusal;
    if (isLastWord(state, "OrderReplaced", data)) return accept();
    const voided = data.keepSwaps ? [] : voidedSwaps(state, number);
    return accept({ type: "OrderReplaced", data }, ...voided);
  }),

  AdoptRotationPolicy: whileOpen((state, data: Asked<"AdoptRotationPolicy">) => {
    const coming = comingTerm(state, data.term);
    if (!coming.ok) return coming;
    if (same(policyAt(state, coming.row.number), data.policy)) return accept();
    return accept({ type: "RotationPolicyAdopted", data });
  }),

  AnnounceOrderLot: whileOpen((state, data: Asked<"AnnounceOrderLot">) => {
    const known = state.lots.get(data.lot);
    if (known)
      return same(known.event, data) ? accept() : reject({ type: "LotTaken", data: { lot: data.lot } });
    const coming = comingTerm(state, data.term);
    if (!coming.ok) return coming;
    const refusal = refusedOrder(state, data.units, coming.row.number);
    return refusal ?? accept({ type: "OrderLotAnnounced", data });
  }),

  DrawOrder: whileOpen((state, { lot, drawn, drawnOn }: Asked<"DrawOrder">) => {
    const known = state.lots.get(lot);
    if (!known) return reject({ type: "LotUnknown", data: { lot } });
    if (known.drawn !== undefined)
      return same(known.drawn, drawn) ? accept() : reject({ type: "LotDrawnAlready", data: { lot } });
    const announced = known.event.sources;
    const isAll =
      drawn.length === announced.length && drawn.every(({ source }, at) => source === announced[at]);
    if (!isAll) return reject({ type: "LotDrawnOtherwise", data: { announced } });
    const coming = comingTerm(state, known.term);
    if (!coming.ok) return coming;
    const notBefore = known.event.announcedOn;
    if (drawnOn < notBefore)
      return reject({ type: "RotationDateOutOfOrder", data: { date: drawnOn, notBefore } });
    const order = drawnOrder(known.units, drawn);
    return accept({ type: "OrderDrawn", data: { lot, term: known.term, drawn, order, drawnOn } });
  }),
};

/** Whether the last fact of that kind about that unit (or about the order) says just this. */
function isLastWord(
  state: OpenedRotation,
  type: NominalEvent["type"],
  data: { term: string; unit?: UnitId },
): boolean {
  const about = new Set<string>(["UnitPlacedInOrder", "UnitRemovedFromOrder", "OrderReplaced", "OrderDrawn"]);
  const last = state.facts.findLast(
    ({ event }) =>
      about.has(event.type) &&
      (!("unit" in event.data) || data.unit === undefined || event.data.unit === data.unit),
  );
  return last?.event.type === type && same(last.event.data, data);
}

function refusedOrder(state: OpenedRotation, order: readonly UnitId[], number: number): Decided | undefined {
  if (order.length === 0) return reject({ type: "OrderEmpty", data: {} });
  const twice = firstTwice(order);
  if (twice !== undefined) return reject({ type: "UnitTwiceInRotation", data: { unit: twice } });
  return refusedPrefix(state, order, number);
}

function refusedPrefix(
  state: OpenedRotation,
  units: readonly UnitId[] = [],
  number: number,
): Decided | undefined {
  const stranger = units.find((unit) => !isMemberFrom(state, unit, number));
  return stranger === undefined ? undefined : reject({ type: "UnitNotInRotation", data: { unit: stranger } });
}

/** Swaps with a term from `number` on: the order that they were agreed under is gone. */
function voidedSwaps(state: OpenedRotation, number: number): ChairRotationEvent[] {
  return [...state.swaps.values()]
    .filter(({ status }) => status !== "expired" && status !== "voided")
    .filter(({ at }) => at.a >= number || at.b >= number)
    .map(({ swap }) => voidedSwap(state, swap, "newOrder"));
}
