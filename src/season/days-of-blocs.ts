import type { Id } from "../kernel/ids.ts";
import { type CivilDate, civilDateOf } from "../kernel/time.ts";
import type { At } from "../process/pure-process.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { BlocKnown, Coming } from "./members-known.ts";

// A decision says from which day on it holds, and that day may lie ahead. A process has no clock: it takes for today the
// last day on which anything of the bloc was recorded, as far as it has read. The days that facts give do not serve, for
// those are what may lie ahead; and each bloc has its own today, so that what is recorded of one is nothing to another. What
// processes record tells nothing: a runner may be late, and comes to the same end as one that is not.
const processes: ReadonlySet<Id> = new Set([
  "carry-figures",
  "follow-members",
  "hold-rounds",
  "nominate",
  "one-room",
  "seat-chair",
]);

export const recordedDayOf = ({ metadata }: At): CivilDate => civilDateOf(new Date(metadata.recordedAt));

/** Something was stated that holds from a day on, which may lie ahead. */
export function takesEffect(bloc: BlocKnown, on: CivilDate, units: readonly UnitId[] = []): void {
  if (on > bloc.today) bloc.coming = [...bloc.coming, { on, units }];
}

/** It is the day of an event. What has come with it is given back, in the order of the days. */
export function dayComes(bloc: BlocKnown | undefined, at: At): readonly Coming[] {
  const day = recordedDayOf(at);
  if (!bloc || day <= bloc.today || processes.has(at.metadata.actor)) return [];
  bloc.today = day;
  const came = bloc.coming.filter(({ on }) => on <= day);
  if (came.length === 0) return came;
  bloc.coming = bloc.coming.filter(({ on }) => on > day);
  bloc.turnedWith = at.metadata.eventId;
  return came.map(({ on, units }) => ({ on, units: [...units] })).sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** Whether something takes effect with an event, or has taken effect with it: then all that the bloc has is looked at. */
export function isTurning(bloc: BlocKnown | undefined, at: At): boolean {
  if (!bloc) return false;
  if (bloc.turnedWith === at.metadata.eventId) return true;
  if (bloc.coming.length === 0 || processes.has(at.metadata.actor)) return false;
  const day = recordedDayOf(at);
  return bloc.coming.some(({ on }) => on <= day);
}
