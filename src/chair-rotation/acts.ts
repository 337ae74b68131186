import { appended } from "../kernel/changing.ts";
import { objectionToDate } from "../kernel/decision.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { endOfCalendar } from "./asked.ts";
import { custodianOn } from "./custody-on.ts";
import { heirIn, objectionIn, strangerIn } from "./members.ts";
import type { ChairRotationRejection } from "./messages.ts";
import { closeDay, nextSeq } from "./record.ts";
import { rosterOn } from "./roster-on.ts";
import { type Act, type FlagAct, type OpenedRotation, policyAt } from "./state.ts";
import type { Custodian } from "./words.ts";

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** Something is done in the office during the running term; it closes its day. */
export function act(state: OpenedRotation, done: Without<Act, "seq">) {
  const running = state.served.at(-1) ?? contradiction("no term has begun");
  running.acts = appended(running.acts, { ...done, seq: nextSeq(state) } as Act);
  if (done.kind !== "deputy") closeDay(state, done.on);
}

/** What is done in the office is never before the last thing done. */
export function objectionToAct(
  { doneOn }: OpenedRotation,
  day: CivilDate,
): ChairRotationRejection | undefined {
  if (day >= endOfCalendar) return { type: "DateBeyondCalendar", data: { date: day } };
  return objectionToDate(day, { earliest: doneOn });
}

/** Who takes an office is a member on that very day, and not suspended. */
export function objectionToOfficer(
  state: OpenedRotation,
  unit: UnitId | undefined,
  day: CivilDate,
): ChairRotationRejection | undefined {
  return unit === undefined ? undefined : objectionIn(rosterOn(state, day), unit);
}

/**
 * The same of who takes the chair of a coming term. Where anybody may be a substitute, one that sits as such need be no
 * member; its heir still takes over from the day of the merger or split, and not before.
 */
export function objectionToTaker(
  state: OpenedRotation,
  number: number,
  { unit, day }: { unit: UnitId; day: CivilDate },
): ChairRotationRejection | undefined {
  const last = state.overlays.get(number)?.findLast(({ kind }) => kind !== "vacant");
  const isAnybody = policyAt(state, number).substitutes === "anybody";
  if (!isAnybody || last?.kind !== "substitute") return objectionToOfficer(state, unit, day);
  const roster = rosterOn(state, day);
  return heirIn(roster, last.gives) === unit ? undefined : strangerIn(roster, unit);
}

/** Who says a word about a turn is a member on that day: a turn is not given away before its unit exists. */
export function objectionToSpeaker(
  state: OpenedRotation,
  { unit, day }: { unit: UnitId; day: CivilDate },
): ChairRotationRejection | undefined {
  const roster = rosterOn(state, day);
  return roster.members.has(unit) ? undefined : strangerIn(roster, unit);
}

/** The flag goes to another custodian; that closes the day. */
export function moveFlag(
  state: OpenedRotation,
  moved: Omit<Extract<FlagAct, { kind: "moved" }>, "kind" | "seq">,
) {
  addFlagAct(state, { kind: "moved", ...moved });
  closeDay(state, moved.on);
}

/** A term began, or the chair fell vacant: a former member gives the flag back. */
export function changeOffice(
  state: OpenedRotation,
  changed: Omit<Extract<FlagAct, { kind: "officeChanged" }>, "kind" | "seq">,
) {
  addFlagAct(state, { kind: "officeChanged", ...changed });
}

/** Adds something done with the flag. An act of a day before the last closed one stands before what is kept. */
export function addFlagAct(state: OpenedRotation, act: Without<FlagAct, "seq">) {
  const { flag, doneOn } = state;
  if (!flag) return;
  flag.acts.push({ ...act, seq: nextSeq(state) } as FlagAct);
  if (doneOn !== undefined && act.on < doneOn) flag.kept = undefined;
}

/** For events: this is the custodian of the flag, or the event cannot have happened. */
export function expectCustodian(state: OpenedRotation, custodian: Custodian, day: CivilDate) {
  const custody = custodianOn(state, day) ?? contradiction("there is no flag");
  if (!same(custody.custodian, custodian)) contradiction("another has the flag");
}
