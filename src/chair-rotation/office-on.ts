import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { isBySubstitute } from "./forecast/overlays.ts";
import { heirIn, type Roster } from "./members.ts";
import { rosterOn } from "./roster-on.ts";
import { runningOn, type Seated, type Seating, seatedOn, seatsIn, type Vacancy } from "./seating.ts";
import { type OpenedRotation, policyAt, type ServedTerm } from "./state.ts";
import type { TermId } from "./words.ts";

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

/** The members on a day: by the facts, and a chair that has left and finishes its term. */
export function membersOn(
  rotation: OpenedRotation,
  day: CivilDate,
): Map<UnitId, { name?: string | undefined }> {
  const members = new Map(rosterOn(rotation, day).members);
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
