import { addDays, type CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { laterOf } from "./calendar.ts";
import { heirIn, joins, type Roster, type RosterFact } from "./members.ts";
import type { RosterEvent } from "./messages.ts";
import { placeAfter, rosterOn, type Timeline } from "./roster-on.ts";
import { type Act, type OpenedRotation, policyAt, type ServedTerm } from "./state.ts";

// Who sits in the office of one term, as its facts and acts follow one another.

/** Why nobody holds the chair: the term began without one, or its chair left, merged, is suspended or gave it up, or the
 * rotation is closed. */
export type Vacancy =
  | "notBegun"
  | "vacantTerm"
  | "left"
  | "merged"
  | "suspended"
  | "vacated"
  | "rotationClosed";

/** Who sits in the office is worked out from this alone. */
export type Seating = Timeline & Pick<OpenedRotation, "facts" | "opening" | "policies" | "served">;

/** The state of the office while the facts and acts of a term are read one after the other. */
export type Seated = {
  chair: UnitId | undefined;
  deputy: UnitId | undefined;
  acting: UnitId | undefined;
  why: Vacancy | undefined;
  /** The deputy acts while nobody holds the chair. */
  isInterim: boolean;
  isFinishing: boolean;
};

/** The term that ran on a day: the last one that had begun. */
export const runningOn = (
  { served }: Pick<OpenedRotation, "served">,
  day: CivilDate,
): ServedTerm | undefined => served.findLast(({ begunOn }) => begunOn <= day);

type Step = { on: CivilDate; seq: number } & ({ fact: RosterFact["event"] } | { act: Act });

/** What happened in a term up to a day: facts of the roster and these acts, by their days and then by recording. */
function stepsOf(
  rotation: Seating,
  { begunOn, vacantFrom, seq }: ServedTerm,
  { acts, day }: { acts: readonly Act[]; day: CivilDate },
): Step[] {
  const steps: Step[] = acts.filter(({ on }) => on <= day).map((act) => ({ on: act.on, seq: act.seq, act }));
  const { facts } = rotation;
  for (let at = placeAfter(facts, begunOn); at < facts.length; at += 1) {
    const fact = facts[at];
    if (!fact || fact.on > day) break;
    steps.push({ on: fact.on, seq: fact.seq, fact: fact.event });
  }
  if (vacantFrom !== undefined && vacantFrom <= day) {
    const on = laterOf(vacantFrom, addDays(begunOn, 1));
    if (on <= day) steps.push({ on, seq, act: { kind: "vacated", on, seq } });
  }
  return steps.sort((a, b) => (a.on === b.on ? a.seq - b.seq : a.on < b.on ? -1 : 1));
}

/** Who sits in the chair of a term on one day. Of those who acted for it up to then only the last one counts. */
export function seatedOn(rotation: Seating, running: ServedTerm, day: CivilDate): Seated {
  const last = running.acts.findLast((act) => act.on <= day && isActing(act));
  const acts = running.acts.filter((act) => act === last || !isActing(act));
  return seatsBy(rotation, running, { acts, day })(day);
}

const isActing = ({ kind }: Act): boolean => kind === "acting" || kind === "actingEnded";

/** Who sits in the chair of a term on one day after the other, up to the last one. What it gives changes with the day. */
export const seatsIn = (
  rotation: Seating,
  running: ServedTerm,
  day: CivilDate,
): ((day: CivilDate) => Seated) => seatsBy(rotation, running, { acts: running.acts, day });

function seatsBy(
  rotation: Seating,
  running: ServedTerm,
  done: { acts: readonly Act[]; day: CivilDate },
): (day: CivilDate) => Seated {
  const { chair, deputy } = running;
  const seated: Seated = {
    chair,
    deputy,
    acting: undefined,
    why: chair === undefined ? "vacantTerm" : undefined,
    isInterim: false,
    isFinishing: false,
  };
  const { leaver, merged = "takesOver" } = policyAt(rotation, running.number);
  const steps = stepsOf(rotation, running, done);
  const rosterOf = (on: CivilDate) => rosterOn(rotation, on);
  let at = 0;
  return (day) => {
    for (let step = steps[at]; step && step.on <= day; step = steps[at]) {
      take(seated, step, { leaver, merged, rosterOf });
      at += 1;
    }
    return seated;
  };
}

type Rules = { leaver: string; merged: string; rosterOf: (day: CivilDate) => Roster };

function take(seated: Seated, step: Step, policy: Rules) {
  if ("act" in step) perform(seated, step.act, policy);
  else if (step.fact.type === "UnitLeftRotation") leave(seated, step.fact.data, policy.leaver);
  else if (step.fact.type === "UnitsMergedInRotation" || step.fact.type === "UnitSplitInRotation")
    succeed(seated, step.fact, policy);
  if ("fact" in step && seated.chair !== undefined && joins(step.fact, seated.chair))
    seated.isFinishing = false;
}

function empty(seated: Seated, why: Vacancy, isInterim: boolean) {
  Object.assign(seated, { chair: undefined, why, isInterim });
}

function leave(
  seated: Seated,
  { unit, ceases }: { unit: UnitId; ceases?: true | undefined },
  leaver: string,
) {
  if (seated.chair === unit && !seated.isFinishing) {
    if (leaver === "finish" && !ceases) seated.isFinishing = true;
    else empty(seated, "left", leaver !== "reassign");
  }
  if (seated.deputy === unit) seated.deputy = undefined;
  if (seated.acting === unit) seated.acting = undefined;
}

function succeed(
  seated: Seated,
  fact: Extract<RosterEvent, { type: "UnitsMergedInRotation" | "UnitSplitInRotation" }>,
  { leaver, merged }: { leaver: string; merged: string },
) {
  const { ends, heir } = endsIn(fact);
  const isEnded = (unit: UnitId | undefined) => unit !== undefined && ends.includes(unit);
  if (isEnded(seated.chair) && !seated.isFinishing) {
    if (merged === "takesOver") seated.chair = heir;
    else empty(seated, "merged", leaver !== "reassign");
  }
  if (isEnded(seated.deputy)) seated.deputy = heir;
  if (isEnded(seated.acting)) seated.acting = heir;
  if (seated.deputy === seated.chair) seated.deputy = undefined;
  if (seated.acting === seated.chair) seated.acting = undefined;
}

/** The units that a merger or split ends, and their heir. */
export function endsIn(
  fact: Extract<RosterEvent, { type: "UnitsMergedInRotation" | "UnitSplitInRotation" }>,
): { ends: readonly UnitId[]; heir: UnitId } {
  if (fact.type === "UnitsMergedInRotation") return { ends: fact.data.units, heir: fact.data.into };
  const { unit, heir } = fact.data;
  return { ends: heir === unit ? [] : [unit], heir };
}

/** A deputy is named on a day that is not closed, so it may be known only later that it has ended before: its heir is. */
function presentIn(roster: Roster, unit: UnitId): UnitId | undefined {
  const heir = heirIn(roster, unit);
  return roster.members.has(heir) ? heir : undefined;
}

function perform(seated: Seated, act: Act, { rosterOf }: Rules) {
  switch (act.kind) {
    case "vacated":
      empty(seated, "vacated", false);
      seated.isFinishing = false;
      return;
    case "installed": {
      const deputy = act.deputy ?? (seated.deputy === act.chair ? undefined : seated.deputy);
      Object.assign(seated, { chair: act.chair, deputy, acting: undefined, why: undefined });
      Object.assign(seated, { isInterim: false, isFinishing: false });
      return;
    }
    case "acting":
      seated.acting = act.unit;
      return;
    case "actingEnded":
      seated.acting = undefined;
      return;
    case "deputy":
      seated.deputy = act.unit && presentIn(rosterOf(act.on), act.unit);
  }
}
