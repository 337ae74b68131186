import { accept, type Decision, reject } from "../kernel/decision.ts";
import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { Coming } from "./forecast/coming-terms.ts";
import { place as placeFact } from "./forecast/placing.ts";
import { comingSpans, comingTerms } from "./forecast/reckoning.ts";
import { copyOfStanding, isSorted, type Standing } from "./forecast/standing.ts";
import type { ChairRotationEvent, ChairRotationRejection } from "./messages.ts";
import { rosterOn } from "./roster-on.ts";
import { type EventData, type OpenedRotation, policyAt, type TermDecision } from "./state.ts";
import type { Place } from "./words.ts";

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

/** What stands against the place of a joiner: units stand by their keys, or there is no place to stand after by then. */
export function objectionToPlace(
  state: OpenedRotation,
  on: CivilDate,
  place: Place | undefined,
): ChairRotationRejection | undefined {
  if (place === undefined || place.kind === "byKey") return undefined;
  const span = comingSpans(state, ({ startsOn }) => startsOn >= on).at(-1);
  if (!span || span.startsOn < on) return undefined;
  const { term } = span;
  const standing = standingOn(state, span.number, on);
  if (isSorted(standing)) return { type: "OrderGoesByKey", data: { term } };
  if (place.kind !== "after" || standing.order.includes(place.unit)) return undefined;
  return { type: "UnitNotInOrder", data: { term, unit: place.unit } };
}

/** The order in which a fact of a day finds its place, in the first term that is reckoned with it. */
function standingOn(state: OpenedRotation, number: number, on: CivilDate): Standing {
  let standing = copyOfStanding(state.standing);
  let known = "";
  if (number > state.served.length)
    comingTerms(state, { enough: (span) => span.number >= number - 1 }, (term, after) => {
      if (term.number < number - 1) return;
      standing = copyOfStanding(after);
      known = term.day;
    });
  const roster = rosterOn(state, on);
  for (const fact of state.pending)
    if (fact.on > known && fact.on <= on) placeFact(standing, fact, { number, roster });
  return standing;
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
