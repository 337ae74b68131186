import { termAfterSeason } from "../chair-rotation/messages.ts";
import type { Id } from "../kernel/ids.ts";
import { type CivilDate, laterOf } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { ChairsKnown, Choice, Flag, RotationKnown, Seat } from "./chairs-known.ts";
import { canServe, lastDay, seasonsFor, votedDeputy } from "./chosen-chairs.ts";
import { type BlocKnown, type Ending, heirsOf } from "./members-known.ts";

/** The office on a day: who holds the chair or acts for it, and since when. */
type Held = {
  seat: Seat;
  holder?: UnitId;
  /** Who is in the chair, also while it is suspended and so holds it not. */
  sitting?: UnitId;
  acting?: UnitId;
  since: CivilDate;
};

/**
 * Who is in office by a day, as far as is known: the chair of the running term, or what it has become, or who acts for it
 * where it has left or is suspended. Unless a day is given, it is the last one that anything is known of.
 */
export function heldIn(facts: ChairsKnown, id: Id, day: CivilDate = lastDay): Held | undefined {
  const rotation = facts.rotations.get(id);
  const seat = rotation?.seats.at(-1);
  if (!rotation || !seat) return undefined;
  const { chair } = seat;
  const bloc = facts.members.blocs.get(rotation.bloc);
  /** Whoever was to act, or its heir, where that can serve. */
  const able = (named: UnitId | undefined): UnitId | undefined => {
    const one = named === undefined ? undefined : livingOn(bloc, named, { on: seat.on, day });
    return one !== undefined && canServe(facts, rotation.bloc, { unit: one, on: day }) ? one : undefined;
  };
  const appointed = able(rotation.acting);
  const acting = appointed === undefined ? {} : { acting: appointed };
  if (chair === undefined) return { seat, ...acting, since: seat.vacantFrom ?? seat.on };
  const { unit, since, isLeft } = becomeBy(bloc, { unit: chair, on: seat.on, day, rotation });
  const on = laterOf(since, seat.on);
  const isSuspended = unit !== undefined && !isLeft && !canServe(facts, rotation.bloc, { unit, on: day });
  const suspensions = bloc?.members.get(unit ?? "")?.suspensions ?? [];
  if (unit !== undefined && !isSuspended) {
    const since = suspensions.reduce(
      (from, { until = "" }) => (until <= day ? laterOf(from, until) : from),
      on,
    );
    return { seat, holder: unit, sitting: unit, since };
  }
  const deputy =
    rotation.leaver === "reassign" ? undefined : able((seat.deputy ?? lastDeputy(facts, id))?.unit);
  const interim = deputy === undefined || deputy === unit ? {} : { acting: deputy };
  const suspension = suspensions.find(({ from, until }) => from <= day && !until);
  const from = isSuspended ? laterOf(on, suspension?.from) : on;
  return { seat, ...(isSuspended && { sitting: unit }), ...interim, ...acting, since: from };
}

type Becoming = { unit: UnitId; on: CivilDate; day: CivilDate; rotation: RotationKnown };

/** What a unit in the chair has become by a day: itself, its heir, or nobody. */
function becomeBy(bloc: BlocKnown | undefined, { unit, on, day, rotation }: Becoming) {
  const ending = endingBy(bloc, unit, { on, day });
  if (!bloc || !ending) return { unit, since: on, isLeft: false };
  const since = ending.on;
  const [heir] = ending.heirs.length > 0 && rotation.isHeirs ? heirsOf(bloc, unit) : [];
  if (heir !== undefined) return { unit: heir, since, isLeft: false };
  const isFinishing = rotation.leaver === "finish" && ending.how !== "dissolved" && ending.heirs.length === 0;
  return isFinishing ? { unit, since: on, isLeft: true } : { unit: undefined, since, isLeft: true };
}

/** How a unit ended after one day and by another; nothing where it is a member. */
function endingBy(
  bloc: BlocKnown | undefined,
  unit: UnitId,
  { on, day }: { on: CivilDate; day: CivilDate },
): Ending | undefined {
  const known = bloc?.members.get(unit);
  const ending = known?.ending;
  const isBack = known?.spells.some(({ from, until }) => from <= day && (until === undefined || until > day));
  return ending && !isBack && ending.on > on && ending.on <= day ? ending : undefined;
}

/**
 * Who has the flag by a day: the heir of a unit that merged or was split up, by whatever policy, and the issuer once its
 * custodian has left. A chair that has left and finishes its term keeps it.
 */
export function flagBy(
  facts: ChairsKnown,
  rotation: RotationKnown,
  day: CivilDate = lastDay,
): Flag | undefined {
  const { flag, seats } = rotation;
  if (flag?.kind !== "unit") return flag;
  const bloc = facts.members.blocs.get(rotation.bloc);
  const seat = seats.at(-1);
  const isChair = flag.unit === seat?.chair;
  const isFinishing =
    isChair && becomeBy(bloc, { unit: flag.unit, on: seat.on, day, rotation }).unit === flag.unit;
  const unit = isFinishing ? flag.unit : livingOn(bloc, flag.unit, { on: seats[0]?.on ?? "", day });
  return unit === undefined ? { kind: "issuer" } : { kind: "unit", unit };
}

/** A unit by a day, or the one in which it lives on; nothing where it is gone. */
function livingOn(
  bloc: BlocKnown | undefined,
  unit: UnitId,
  days: { on: CivilDate; day: CivilDate },
): UnitId | undefined {
  return bloc && endingBy(bloc, unit, days) ? heirsOf(bloc, unit)[0] : unit;
}

/** The deputy of the running term, by the vote. */
export function lastDeputy(facts: ChairsKnown, id: Id): Choice | undefined {
  const rotation = facts.rotations.get(id);
  const seat = rotation?.seats.at(-1);
  if (!rotation || !seat) return undefined;
  const season = seasonsFor(facts, id, rotation).find(
    (one) => termAfterSeason(rotation.calendar, one)?.term === seat.term,
  );
  return season === undefined ? undefined : votedDeputy(facts, { rotation: id, bloc: rotation.bloc, season });
}
