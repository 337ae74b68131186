import { asItIs } from "../kernel/changing.ts";
import type { Id } from "../kernel/ids.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { ChairsKnown, Deputed, RotationKnown } from "./chairs-known.ts";
import { seasonsFor, votedChair, votedDeputy } from "./chosen-chairs.ts";

// What a decision of people on a term changes in what is known of it.

/** What the vote has chosen for a term. */
export function chosenBy(facts: ChairsKnown, id: Id, term: string) {
  const known = asItIs(facts);
  const rotation = known.rotations.get(id);
  if (!rotation) return undefined;
  const { bloc } = rotation;
  const choices = seasonsFor(known, id, rotation, (one) => one?.term === term).map((season) =>
    votedChair(known, { rotation: id, bloc, season }),
  );
  return choices.find((choice) => choice?.term === term);
}

/** A term of which something is agreed, or taken back, has not begun: what was asked for has not come about. */
export function notBegun(rotation: RotationKnown, term: string): void {
  const seat = rotation.seats.find((one) => one.term === term && one.asked);
  if (!seat) return;
  if (seat.asked?.flag) rotation.flag = seat.asked.flag;
  rotation.seats = rotation.seats.filter((one) => one.term !== term);
}

/** People decided on the turn of a term: neither the vote nor a designation puts anybody into it by itself. */
export function passedOn(
  facts: ChairsKnown,
  id: Id,
  { term, unit, vacatedOn }: { term: string; unit?: UnitId | undefined; vacatedOn?: CivilDate },
): void {
  const rotation = facts.rotations.get(id);
  const choice = chosenBy(facts, id, term);
  if (!rotation) return;
  if (choice?.key !== undefined) rotation.aside.set(choice.key, vacatedOn);
  const named = rotation.named.get(term);
  if (named && named.unit === unit) rotation.named.set(term, { ...named, isPassed: true });
  notBegun(rotation, term);
}

/** It came to nothing that people passed the turn on: the unit has it again. */
export function takenUp(facts: ChairsKnown, id: Id, term: string): void {
  const rotation = facts.rotations.get(id);
  const choice = chosenBy(facts, id, term);
  if (!rotation) return;
  if (choice?.key !== undefined) rotation.aside.delete(choice.key);
  const { isPassed: _, ...named } = rotation.named.get(term) ?? {};
  if ("unit" in named) rotation.named.set(term, named);
}

/** People name the deputy of a term, or release it, whatever the vote has chosen by then. */
export function depute(
  facts: ChairsKnown,
  id: Id,
  { term, ...named }: { term: string } & Omit<Deputed, "over">,
): void {
  const known = asItIs(facts);
  const rotation = known.rotations.get(id);
  if (!rotation) return;
  const [season] = seasonsFor(known, id, rotation, (one) => one?.term === term);
  const choice =
    season === undefined ? undefined : votedDeputy(known, { rotation: id, bloc: rotation.bloc, season });
  facts.rotations.get(id)?.deputed.set(term, { ...named, over: choice?.key });
}
