import type { Id } from "../kernel/ids.ts";
import { addDays, type CivilDate, laterOf } from "../kernel/time.ts";
import { type ChairsKnown, daysOf, policyFor, type RotationKnown, startOf } from "./chairs-known.ts";
import { heldIn } from "./office-known.ts";

/**
 * What stands in the way of a handover: by the policy of the term its day is too early or too late, or it needs the
 * signatures of both units, which only people have.
 */
export type Hindrance =
  | { kind: "early"; earliest: CivilDate; latest: CivilDate; isUnsigned: boolean }
  | { kind: "late"; earliest: CivilDate; latest: CivilDate }
  | { kind: "unsigned" };

type Taking = { id: Id; rotation: RotationKnown; number: number };

/**
 * The first day on which a term can be taken: nothing is done in the office before the last thing that was done there, and
 * each term before it that nobody took begins on a day of its own.
 */
export function freeFrom({ rotation, number }: Omit<Taking, "id">): CivilDate {
  const { seats, lastOn } = rotation;
  const last = seats.at(-1);
  const free = last ? laterOf(lastOn, addDays(last.begunOn ?? last.on, 1)) : lastOn;
  const next = numberOfNext(rotation);
  let day = free;
  for (let one = next; one < number; one += 1) {
    const startsOn = startOf(rotation, one);
    const begins = one === next && startsOn !== undefined ? laterOf(startsOn, free) : startsOn;
    if (begins !== undefined) day = laterOf(day, addDays(begins, number - one));
  }
  return day;
}

const numberOfNext = ({ seats }: RotationKnown): number => (seats.at(-1)?.number ?? -1) + 1;

/** Why the rotation refuses that a term is taken on a day. A chair that nobody holds is taken however late. */
export function hindranceOn(
  facts: ChairsKnown,
  { id, rotation, number }: Taking,
  day: CivilDate,
): Hindrance | undefined {
  const days = daysOf(rotation, number);
  if (!days) return undefined;
  const { holder, acting } = heldIn(facts, id, day) ?? {};
  const isHandedOver = number === numberOfNext(rotation) && (holder ?? acting) !== undefined;
  const isUnsigned = isHandedOver && policyFor(rotation, number)?.handover.consent === "both";
  if (day < days.earliest) return { kind: "early", ...days, isUnsigned };
  if (isHandedOver && day > days.latest) return { kind: "late", ...days };
  return isUnsigned ? { kind: "unsigned" } : undefined;
}
