import { chairRotation } from "../chair-rotation/chair-rotation.ts";
import { custodyOn } from "../chair-rotation/custody-on.ts";
import type { ChairRotationEvent } from "../chair-rotation/messages.ts";
import { type Office, officeOn } from "../chair-rotation/office-on.ts";
import type { ChairRotation, OpenedRotation } from "../chair-rotation/state.ts";
import type { Custodian } from "../chair-rotation/words.ts";
import type { Id } from "../kernel/ids.ts";
import { byCodePoints } from "../kernel/in-order.ts";
import type { CivilDate } from "../kernel/time.ts";
import { type Projection, statesOf } from "./projection.ts";

/** The rotations of a store, by their ids. */
export type Rotations = ReadonlyMap<Id, ChairRotation>;

/** The projection of all rotations. */
export const rotations: Projection<Rotations, ChairRotationEvent> = /* @__PURE__ */ statesOf(chairRotation);

/** Who chairs a bloc on a day, and who has its flag. */
export type ChairRow = Office & {
  rotation: Id;
  bloc: Id;
  /** Who has the rotating flag; undefined where the rotation has none, or the day is before its issue. */
  flagWith?: Custodian | undefined;
};

/**
 * Who chairs each bloc on a day and holds its flag, by id. The day must be said: a merger, a suspension or a handover
 * that is recorded already may lie ahead.
 *
 * @example
 * whoChairs(rotations.initial(), "2023-01-09") // []
 */
export function whoChairs(all: Rotations, day: CivilDate): ChairRow[] {
  return opened(all).map(([rotation, one]) => ({
    rotation,
    bloc: one.bloc,
    ...officeOn(one, day),
    flagWith: custodyOn(one, day)?.custodian,
  }));
}

/** The rotations that are open or were, by id. */
export function opened(all: Rotations): [Id, OpenedRotation & Pick<ChairRotation, "status">][] {
  const known = [...all].flatMap(([id, one]): [Id, Exclude<ChairRotation, { status: "blank" }>][] =>
    one.status === "blank" ? [] : [[id, one]],
  );
  return known.sort(([a], [b]) => byCodePoints(a, b));
}
