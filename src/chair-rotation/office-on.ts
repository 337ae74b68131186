import { addDays, type CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { laterOf } from "./calendar.ts";
import { isBySubstitute } from "./forecast/overlays.ts";
import { heirIn, joins, type Roster, type RosterFact } from "./members.ts";
import type { RosterEvent } from "./messages.ts";
import { placeAfter, rosterOn, type Timeline } from "./roster-on.ts";
import { type Act, type OpenedRotation, policyAt, type ServedTerm } from "./state.ts";
import type { TermId } from "./words.ts";

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

/** The office on one day. It never has two holders; without one it says why. */
export type Office = {
  term?: TermId | undefined;
  holder?: UnitId | undefined;
  why?: Vacancy | undefined;
  deputy?: UnitId | undefined;
  /** Who acts for the chair: who was appointed, else the deputy where the policy says so. */
  acting?: UnitId | undefined;
  /**
   * The holder has left the rotation and finishes its term; it stays a member until it has handed over. When it joins
   * again it is a chair like any other.
   */
  isFinishing: boolean;
};

/** Who sits in the office is worked out from this alone. */
type Seating = Timeline & Pick<OpenedRotation, "facts" | "opening" | "policies" | "served">;

/** The state of the office while the facts and acts of a term are read one after the other. */
type Seated = {
  chair: UnitId | undefined;
  deputy: UnitId | undefined;
  acting: UnitId | undefined;
  why: Vacancy | undefined;
  /** The deputy acts while nobody holds the chair. */
  isInterim: boolean;
  isFinishing: boolean;
};

/**
 * Who holds the chair on `day`, who is its deputy and who acts for it, by what was done and recorded up to now. Between
 * the first day of the next term and its handover the outgoing chair stays in office. After the last day of a rotation
 * that is closed nobody holds an office in it.
 */
export function officeOn(
  rotation: OpenedRotation & { closedOn?: CivilDate | undefined },
  day: CivilDate,
): Office {
  const { closedOn } = rotation;
  if (closedOn !== undefined && day > closedOn) return { why: "rotationClosed", isFinishing: false };
  const running = runningOn(rotation, day);
  if (!running) return { why: "notBegun", isFinishing: false };
  return officeIn(rotation, running, {
    seated: seatedOn(rotation, running, day),
    roster: rosterOn(rotation, day),
  });
}

/** The office of one term on these days, one after the other; `rosterOf` gives the roster of each of them. */
export function officesIn(
  rotation: OpenedRotation,
  running: ServedTerm,
  { days, rosterOf }: { days: readonly CivilDate[]; rosterOf: (day: CivilDate) => Roster },
): Office[] {
  const seats = seatsIn(rotation, running, days.at(-1) ?? running.begunOn);
  return days.map((day) => officeIn(rotation, running, { seated: seats(day), roster: rosterOf(day) }));
}

function officeIn(
  rotation: OpenedRotation,
  running: ServedTerm,
  { seated, roster }: { seated: Seated; roster: Roster },
): Office {
  const { chair, isFinishing } = seated;
  const isSuspended =
    chair !== undefined &&
    !isFinishing &&
    !isAnySubstitute(rotation, running, chair) &&
    roster.members.get(chair)?.suspension !== undefined;
  const holder = isSuspended ? undefined : chair;
  const isAble = (unit: UnitId | undefined): unit is UnitId =>
    unit !== undefined && (isEligible(roster, unit) || (isFinishing && unit === chair));
  const deputy = isAble(seated.deputy) && seated.deputy !== holder ? seated.deputy : undefined;
  const isInterim = isSuspended ? leaverOf(rotation, running) !== "reassign" : seated.isInterim;
  const byPolicy = holder === undefined && isInterim ? deputy : undefined;
  return {
    term: running.term,
    holder,
    why: holder === undefined ? (isSuspended ? "suspended" : seated.why) : undefined,
    deputy,
    acting: isAble(seated.acting) ? seated.acting : byPolicy,
    isFinishing: isFinishing && holder !== undefined,
  };
}

/** Whether the chair took the term as a substitute, where anybody may be one: then it may be suspended too. */
function isAnySubstitute(rotation: OpenedRotation, running: ServedTerm, chair: UnitId): boolean {
  return (
    chair === running.chair &&
    isBySubstitute(running.laid) &&
    policyAt(rotation, running.number).substitutes === "anybody"
  );
}

/** The term that ran on a day: the last one that had begun. */
export const runningOn = (
  { served }: Pick<OpenedRotation, "served">,
  day: CivilDate,
): ServedTerm | undefined => served.findLast(({ begunOn }) => begunOn <= day);

/** The members on a day: by the facts, and a chair that has left and finishes its term. */
export function membersOn(
  rotation: OpenedRotation,
  day: CivilDate,
): Map<UnitId, { name?: string | undefined }> {
  const { members } = rosterOn(rotation, day);
  const { holder, isFinishing } = officeOn(rotation, day);
  if (holder === undefined || !isFinishing || members.has(holder)) return members;
  const begunOn = runningOn(rotation, day)?.begunOn ?? day;
  return members.set(holder, { name: rosterOn(rotation, begunOn).members.get(holder)?.name });
}

const isEligible = ({ members }: Roster, unit: UnitId): boolean => {
  const member = members.get(unit);
  return member !== undefined && member.suspension === undefined;
};

const leaverOf = (rotation: OpenedRotation, { number }: ServedTerm) => policyAt(rotation, number).leaver;

type Step = { on: CivilDate; seq: number } & ({ fact: RosterFact["event"] } | { act: Act });

/** What happened in a term up to a day: facts of the roster and acts, by their days and then by recording. */
function stepsOf(rotation: Seating, running: ServedTerm, day: CivilDate): Step[] {
  const { begunOn, vacantFrom, seq, acts } = running;
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

const seatedOn = (rotation: Seating, running: ServedTerm, day: CivilDate): Seated =>
  seatsIn(rotation, running, day)(day);

/** Who sits in the chair of a term on one day after the other, up to the last one. What it gives changes with the day. */
function seatsIn(rotation: Seating, running: ServedTerm, last: CivilDate): (day: CivilDate) => Seated {
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
  const steps = stepsOf(rotation, running, last);
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

/** The unit that sits in the chair on a day, also while it is suspended. */
export function sittingOn(rotation: OpenedRotation, day: CivilDate): UnitId | undefined {
  const running = runningOn(rotation, day);
  return running && seatedOn(rotation, running, day).chair;
}

/** The deputy of the running term on a day, also while it is suspended: who succeeds, where deputies do. */
export function deputyLeft(rotation: Seating, day: CivilDate): UnitId | undefined {
  const running = rotation.served.at(-1);
  if (!running) return undefined;
  const { chair, deputy } = seatedOn(rotation, running, day);
  return deputy === chair ? undefined : deputy;
}

/** The unit that was made deputy of the term that runs on a day, or its heir, also while it is suspended. */
export function namedDeputyOn(rotation: OpenedRotation, day: CivilDate): UnitId | undefined {
  const running = runningOn(rotation, day);
  return running && seatedOn(rotation, running, day).deputy;
}

/** The unit that was appointed to act on a day, or its heir; not the deputy that acts by the policy. */
export function appointedOn(rotation: OpenedRotation, day: CivilDate): UnitId | undefined {
  const running = runningOn(rotation, day);
  const acting = running && seatedOn(rotation, running, day).acting;
  return acting === undefined ? undefined : heirIn(rosterOn(rotation, day), acting);
}
