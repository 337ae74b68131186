import type { Id } from "../kernel/ids.ts";
import { type CivilDate, laterOf } from "../kernel/time.ts";
import type { Season } from "../vocabulary/season.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import {
  type ChairsKnown,
  type Choice,
  type Custody,
  policyFor,
  type RotationKnown,
  type Seat,
} from "./chairs-known.ts";
import { seasonsFor, votedDeputy } from "./chosen-chairs.ts";
import { endingBy, lineOf } from "./lines-of-units.ts";
import type { BlocKnown } from "./members-known.ts";
import { canServe, countedResult, spentKey, todayIn } from "./office-votes.ts";
import type { Result } from "./results-known.ts";

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
 * where it has left or is suspended. Unless a day is given, it is today.
 */
export function heldIn(facts: ChairsKnown, id: Id, asked?: CivilDate): Held | undefined {
  const rotation = facts.rotations.get(id);
  const seat = rotation?.seats.at(-1);
  if (!rotation || !seat) return undefined;
  const day = asked ?? todayIn(facts, rotation.bloc);
  const { chair } = seat;
  const bloc = facts.members.blocs.get(rotation.bloc);
  /** Whoever was to act, or its heir, where that can serve. */
  const able = (named: UnitId | undefined): UnitId | undefined => {
    const line = named === undefined ? undefined : lineOf(bloc, named, { on: seat.on, day });
    const isThere = line && !line.ending && canServe(facts, rotation.bloc, { unit: line.unit, on: day });
    return isThere ? line.unit : undefined;
  };
  const appointed = able(rotation.acting);
  const acting = appointed === undefined ? {} : { acting: appointed };
  if (chair === undefined) return { seat, ...acting, since: seat.vacantFrom ?? seat.on };
  const policy = policyFor(rotation, seat.number);
  const { unit, since, isLeft } = becomeBy(bloc, { unit: chair, on: seat.on, day, policy });
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
  const deputy = policy?.leaver === "reassign" ? undefined : able(deputyIn(facts, id));
  const interim = deputy === undefined || deputy === unit ? {} : { acting: deputy };
  const suspension = suspensions.find(
    ({ from, until }) => from <= day && (until === undefined || until > day),
  );
  const from = isSuspended ? laterOf(on, suspension?.from) : on;
  return { seat, ...(isSuspended && { sitting: unit }), ...interim, ...acting, since: from };
}

type Becoming = { unit: UnitId; on: CivilDate; day: CivilDate; policy: ReturnType<typeof policyFor> };

/** What a unit in the chair has become by a day: itself, its heir, or nobody. */
function becomeBy(bloc: BlocKnown | undefined, { unit, on, day, policy }: Becoming) {
  const own = { unit, since: on, ending: endingBy(bloc, unit, { on, day }) };
  const { ending, ...line } = policy?.merged === "asLeaver" ? own : lineOf(bloc, unit, { on, day });
  if (!ending) return { ...line, isLeft: false };
  const isFinishing = policy?.leaver === "finish" && ending.how !== "dissolved" && ending.heirs.length === 0;
  return isFinishing ? { ...line, isLeft: true } : { unit: undefined, since: ending.on, isLeft: true };
}

/**
 * Who has the flag by a day: the heir of a unit that merged or was split up, by whatever policy, and the issuer once its
 * custodian has left. A chair that has left and finishes its term keeps it. Who comes back does not have it again.
 */
export function flagBy(
  facts: ChairsKnown,
  rotation: RotationKnown,
  day: CivilDate = todayIn(facts, rotation.bloc),
): Custody | undefined {
  const { flag, seats } = rotation;
  if (flag?.kind !== "unit") return flag && { kind: flag.kind };
  const bloc = facts.members.blocs.get(rotation.bloc);
  const { unit, ending } = lineOf(bloc, flag.unit, { on: flag.since, day });
  const { chair, on = "", number = 0 } = seats.at(-1) ?? {};
  const policy = policyFor(rotation, number);
  const isFinishing = () =>
    ending !== undefined &&
    ending.on > on &&
    becomeBy(bloc, { unit: chair ?? "", on, day, policy }).unit === unit;
  return !ending || isFinishing() ? { kind: "unit", unit } : { kind: "issuer" };
}

/** The season whose vote is for the running term. */
function seasonBehind(facts: ChairsKnown, id: Id): Season | undefined {
  const rotation = facts.rotations.get(id);
  const seat = rotation?.seats.at(-1);
  return rotation && seat && seasonsFor(facts, id, rotation, (one) => one?.term === seat.term)[0];
}

/** The vote in force on the chair of the running term, and whom it elects, under a key of its own. */
export function voteFor(
  facts: ChairsKnown,
  id: Id,
): { season: Season; result: Result; elected: UnitId; key: string } | undefined {
  const rotation = facts.rotations.get(id);
  const season = rotation?.seats.at(-1)?.chosen?.season ?? seasonBehind(facts, id);
  if (!rotation || season === undefined) return undefined;
  const result = countedResult(facts, { rotation: id, bloc: rotation.bloc, season, office: "chair" });
  const [elected] = result?.outcome.elected ?? [];
  return result && elected !== undefined ? { season, result, elected, key: spentKey(result) } : undefined;
}

/** The deputy of the running term: whom people named, unless the vote has chosen another since. */
function deputyIn(facts: ChairsKnown, id: Id): UnitId | undefined {
  const rotation = facts.rotations.get(id);
  const seat = rotation?.seats.at(-1);
  const named = rotation?.deputed.get(seat?.term ?? "");
  const choice = seat?.deputy ?? lastDeputy(facts, id);
  return named && (!choice || choice.key === named.over) ? named.unit : choice?.unit;
}

/** The deputy of the running term, by the vote. */
export function lastDeputy(facts: ChairsKnown, id: Id): Choice | undefined {
  const rotation = facts.rotations.get(id);
  const season = seasonBehind(facts, id);
  if (!rotation) return undefined;
  return season === undefined ? undefined : votedDeputy(facts, { rotation: id, bloc: rotation.bloc, season });
}
