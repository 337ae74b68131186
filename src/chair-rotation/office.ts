import { beforeChange } from "../kernel/changing.ts";
import { accept, type Decision, objectionToDate, reject, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import type { CommandMetadata } from "../kernel/recorded.ts";
import { addDays, type CivilDate, civilDateOf } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { act, changeOffice, objectionToAct, objectionToOfficer } from "./acts.ts";
import { askedOn } from "./asked.ts";
import { laterOf, spanOf } from "./calendar.ts";
import { type Coming, isRunning, runningOrComingTerm, unitIn } from "./forecast/coming-terms.ts";
import { addOverlay } from "./forecast/overlays.ts";
import type { ChairRotationEvent, ChairRotationRejection } from "./messages.ts";
import { appointedOn, officeOn } from "./office-on.ts";
import { knownUnit, numberIn } from "./record.ts";
import { hasBegun, isLastAgreed } from "./single-terms.ts";
import {
  type CommandData,
  type CommandSlice,
  type EventSlice,
  type OpenedRotation,
  runningNumber,
} from "./state.ts";

type Answer = Decision<ChairRotationEvent, ChairRotationRejection>;

/** The chair between two handovers. */
export const decideOffice: CommandSlice<"AppointActingChair" | "EndActing" | "RecordVacancy"> = {
  AppointActingChair: during(["open"], {
    already(state, { term, unit, from: first }) {
      const last = state.served.at(-1)?.acts.at(-1);
      return isRunning(state, term) && last?.kind === "acting" && last.unit === unit && last.on === first;
    },
    done: ({ from: first }) => first,
    decide(state, data) {
      const { term, unit, from: day } = data;
      const now = state.served.at(-1);
      if (!now || !isRunning(state, term))
        return reject({ type: "TermNotRunning", data: { term, ...(now && { running: now.term }) } });
      const objection = objectionToAct(state, day);
      if (objection) return reject(objection);
      if (unit === officeOn(state, day).holder)
        return reject({ type: "ActingChairHoldsChair", data: { unit } });
      const acting = actingBefore(state, unit, day);
      if (acting !== undefined) return reject({ type: "ActingChairAlready", data: { unit: acting } });
      return unless(objectionToOfficer(state, unit, day), { type: "ActingChairAppointed", data });
    },
  }),

  EndActing: during(["open"], {
    already({ served }, { unit, endedOn }) {
      const last = served.at(-1)?.acts.at(-1);
      return last?.kind === "actingEnded" && last.unit === unit && last.on === endedOn;
    },
    done: ({ endedOn }) => endedOn,
    decide(state, { unit, endedOn }) {
      const objection = objectionToAct(state, endedOn);
      if (objection) return reject(objection);
      const running = state.served.at(-1);
      if (!running || appointedOn(state, endedOn) !== unit)
        return reject({ type: "NobodyActing", data: { unit } });
      return accept({ type: "ActingChairEnded", data: { term: running.term, unit, endedOn } });
    },
  }),

  RecordVacancy: during(["open"], {
    already: (state, data) =>
      isRunning(state, data.term)
        ? isVacatedBy(state, data)
        : hasBegun(state, data.term) && isLastAgreed(state, data.term, "TermVacated", data),
    decide(state, data, metadata) {
      const { term } = data;
      const found = runningOrComingTerm(state, term, askedOn(state, metadata));
      if (!found.ok) return found;
      return found.row ? vacateComing(state, found.row, data) : vacateRunning(state, data, metadata);
    },
  }),
};

export const evolveOffice: EventSlice<"ActingChairAppointed" | "ActingChairEnded" | "TermVacated"> = {
  ActingChairAppointed: from(["open"], (state, { term, unit, from: day, reason }) => {
    const number = numberIn(state, term);
    if (number !== runningNumber(state)) contradiction(`term ${JSON.stringify(term)} is not running`);
    if (isConsequence(reason)) return;
    const acting = actingBefore(beforeChange(state), unit, day);
    if (acting !== undefined) contradiction(`unit ${JSON.stringify(acting)} acts for the chair already`);
    knownUnit(state, unit);
    act(state, { kind: "acting", on: day, unit });
  }),
  ActingChairEnded: from(["open"], (state, { unit, endedOn }) => {
    if (appointedOn(beforeChange(state), endedOn) !== unit)
      return contradiction(`unit ${JSON.stringify(unit)} does not act for the chair`);
    act(state, { kind: "actingEnded", on: endedOn, unit });
  }),
  TermVacated: from(["open"], (state, data) => {
    const { unit: bound, from: day, reason } = data;
    const number = numberIn(state, data.term);
    const event = { type: "TermVacated", data } as const;
    if (number > runningNumber(state))
      return addOverlay(state.overlays, number, {
        kind: "vacant",
        bound,
        from: day,
        isWhole: day <= (spanOf(state.calendar, number)?.startsOn ?? day),
        event,
      });
    if (number !== runningNumber(state)) contradiction(`term ${JSON.stringify(data.term)} has ended`);
    if (isConsequence(reason)) return;
    const { holder, why } = officeOn(beforeChange(state), day);
    if (holder === undefined && why !== "suspended") contradiction("the chair is vacant already");
    act(state, { kind: "vacated", on: day });
    changeOffice(state, { on: day, event: "TermVacated" });
  }),
};

/** Who acts already, so that the unit cannot be appointed. A deputy that acts by the policy gives way to who is appointed. */
function actingBefore(state: OpenedRotation, unit: UnitId, day: CivilDate): UnitId | undefined {
  const { acting } = officeOn(state, day);
  return acting === unit || acting === appointedOn(state, day) ? acting : undefined;
}

/**
 * An older version recorded what follows from a leave of the chair as events of their own. It is worked out now, day by
 * day, so these are read past.
 */
const isConsequence = (reason: string): boolean => reason.startsWith("leaver: ");

function vacateComing(state: OpenedRotation, row: Coming, data: CommandData<"RecordVacancy">): Answer {
  const { term } = data;
  // Once the turn has moved to another unit, the same words are about that one's turn.
  const isSo = row.vacantFrom === laterOf(data.from, row.startsOn);
  if (isSo && isLastAgreed(state, term, "TermVacated", data)) return accept();
  if (row.chair.kind === "vacant" || (row.vacantFrom ?? "9999") <= data.from)
    return reject({ type: "TermVacantAlready", data: { term } });
  const objection = objectionToDate(data.from, { earliest: row.startsOn, latest: addDays(row.endsOn, -1) });
  const unit = unitIn(row.chair);
  return unless(objection, {
    type: "TermVacated",
    data: { ...data, ...(unit !== undefined && { unit }) },
  });
}

/** In the running term it is an act, so its day does not lie ahead. */
function vacateRunning(
  state: OpenedRotation,
  data: CommandData<"RecordVacancy">,
  metadata: CommandMetadata | undefined,
): Answer {
  const { term, from: day } = data;
  const today: CivilDate = metadata ? civilDateOf(metadata.now) : day;
  if (day > today) return reject({ type: "DateInFuture", data: { date: day, today } });
  const objection = objectionToAct(state, day);
  if (objection) return reject(objection);
  const { holder, why } = officeOn(state, day);
  return holder === undefined && why !== "suspended"
    ? reject({ type: "TermVacantAlready", data: { term } })
    : accept({ type: "TermVacated", data });
}

function isVacatedBy({ served }: OpenedRotation, { from: day }: CommandData<"RecordVacancy">): boolean {
  const last = served.at(-1)?.acts.findLast(({ kind }) => kind === "installed" || kind === "vacated");
  return last?.kind === "vacated" && last.on === day;
}
