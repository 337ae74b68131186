import { accept, type Decision, reject } from "../kernel/decision.ts";
import { same } from "../kernel/same.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { Coming } from "./forecast/coming-terms.ts";
import { comingTerms } from "./forecast/reckoning.ts";
import type { ChairRotationEvent, ChairRotationRejection } from "./messages.ts";
import { type EventData, type OpenedRotation, policyAt, type TermDecision } from "./state.ts";

/** A unit is moved in the order: where that changes nothing it is refused. */
export function acceptMove(
  state: OpenedRotation,
  event: Extract<TermDecision, { type: "UnitPlacedInOrder" | "UnitRemovedFromOrder" }>,
  { number, day }: Coming,
): Decision<ChairRotationEvent, ChairRotationRejection> {
  const decided = [...(state.decisions.get(number) ?? []), { seq: state.seq + 1, event }];
  const moved = { ...state, decisions: new Map(state.decisions).set(number, decided) };
  const [before, after] = [orderAfter(state, { number, day }), orderAfter(moved, { number, day })];
  const lost = event.type === "UnitPlacedInOrder" ? placeLostIn(before, event.data) : undefined;
  if (lost !== undefined)
    return reject({ type: "UnitNotInOrder", data: { term: event.data.term, unit: lost } });
  const isMoved = !same(before, after) && isOrderUsed(state, number);
  return isMoved ? accept(event) : reject({ type: "WithoutEffect", data: {} });
}

/** The unit after which another is to stand, where it has no place itself. */
function placeLostIn(
  order: ReturnType<typeof orderAfter>,
  { place }: Pick<EventData<"UnitPlacedInOrder">, "place">,
): UnitId | undefined {
  return place.kind === "after" && !order?.[0]?.includes(place.unit) ? place.unit : undefined;
}

/** Everything that gives a unit its place, after term `number`. */
const orderAfter = (state: OpenedRotation, { number, day }: Pick<Coming, "number" | "day">) =>
  comingTerms(state, { enough: (span) => span.number >= number, askedOn: day }, (_, after) => {
    const { order, lapJoiners, displaced } = after;
    return [[...order], [...lapJoiners], [...displaced.keys()]];
  }).at(-1);

/** Groups have orders of their own: then the order serves for nothing but a deputy by waiting time. */
function isOrderUsed(state: OpenedRotation, number: number): boolean {
  const later = state.policies.filter(({ at }) => at > number).map(({ policy }) => policy);
  return [policyAt(state, number), ...later].some(
    ({ succession, deputy }) => succession.kind !== "group" || deputy === "longestWaiting",
  );
}
