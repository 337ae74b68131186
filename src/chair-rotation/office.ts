import { beforeChange, included } from "../kernel/changing.ts";
import { accept, type Decision, objectionToDate, reject, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import type { CommandMetadata } from "../kernel/recorded.ts";
import { same } from "../kernel/same.ts";
import { addDays, type CivilDate, civilDateOf } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { act, changeOffice, objectionToAct, objectionToOfficer } from "./acts.ts";
import { askedOn, endOfCalendar } from "./asked.ts";
import { laterOf, numberOf, spanOf } from "./calendar.ts";
import {
  type Coming,
  comingRowAt,
  comingTerm,
  holderField,
  isRunning,
  runningOrComingTerm,
  unitIn,
} from "./forecast/coming-terms.ts";
import { addOverlay } from "./forecast/overlays.ts";
import { heirIn, objectionIn } from "./members.ts";
import type { ChairRotationEvent, ChairRotationRejection } from "./messages.ts";
import { appointedOn, officeOn } from "./office-on.ts";
import { knownUnit, numberIn, recordDecision } from "./record.ts";
import { rosterOn } from "./roster-on.ts";
import {
  type CommandData,
  type CommandSlice,
  decidedOf,
  type EventData,
  type EventSlice,
  type OpenedRotation,
  type Overlay,
  policyAt,
  runningNumber,
} from "./state.ts";

type Answer = Decision<ChairRotationEvent, ChairRotationRejection>;

/** The chair between two handovers, and changes of a single term. */
export const decideOffice: CommandSlice<
  | "AppointActingChair"
  | "EndActing"
  | "RecordVacancy"
  | "NameSubstitute"
  | "ChangeTermEnd"
  | "HoldOver"
  | "NoteIncident"
> = {
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

  NameSubstitute: during(["open"], {
    already: (state, data) => isLastAgreed(state, data.term, "SubstituteNamed", data),
    decide(state, data, metadata) {
      const { term, unit, chair } = data;
      const coming = comingTerm(state, term, askedOn(state, metadata));
      if (!coming.ok) return coming;
      if (unit === chair) return reject({ type: "SubstituteIsHolder", data: { term, unit } });
      const { row } = coming;
      const holder = unitIn(row.chair);
      if (holder !== unit)
        return reject({ type: "NotHolderOfTerm", data: { term, unit, ...holderField(holder) } });
      const isAnybody = policyAt(state, row.number).substitutes === "anybody";
      const objection = isAnybody ? undefined : objectionIn(rosterOn(state, row.day), chair);
      return unless(objection, { type: "SubstituteNamed", data });
    },
  }),

  ChangeTermEnd: during(["open"], {
    already({ calendar, served }, { term, endsOn }) {
      const number = numberOf(calendar, term);
      return (
        number !== undefined && number >= served.length - 1 && spanOf(calendar, number)?.endsOn === endsOn
      );
    },
    decide(state, data, metadata) {
      const { term, endsOn } = data;
      const found = runningOrComingTerm(state, term, askedOn(state, metadata));
      if (!found.ok) return found;
      const span = spanOf(state.calendar, found.number);
      if (!span) return reject({ type: "TermUnknown", data: { term } });
      const { startsOn } = span;
      if (endsOn <= startsOn)
        return reject({ type: "TermEndsBeforeItStarts", data: { term, startsOn, endsOn } });
      const { doneOn } = state;
      if (!found.row && doneOn !== undefined && endsOn <= doneOn)
        return reject({ type: "TermEndsBeforeLastAct", data: { term, doneOn, endsOn } });
      if (endsOn >= endOfCalendar) return reject({ type: "DateBeyondCalendar", data: { date: endsOn } });
      return accept({ type: "TermEndChanged", data });
    },
  }),

  HoldOver: during(["open"], {
    already: (state, { term }) => hasBegun(state, term) && heldOverIn(state, term).length > 0,
    decide(state, data, metadata) {
      const day = askedOn(state, metadata);
      const coming = comingTerm(state, data.term, day);
      if (!coming.ok) return coming;
      const { number, term } = coming.row;
      const designated = (state.decisions.get(number) ?? []).find(
        ({ event }) => event.type === "ChairDesignated",
      );
      if (designated?.event.type === "ChairDesignated")
        return reject({
          type: "ChairDesignatedAlready",
          data: { term, chair: designated.event.data.chair },
        });
      const unit = turnBefore(state, number, day);
      if (unit === undefined) return reject({ type: "NothingToHoldOver", data: { term } });
      // Another unit that was to stay has lost the turn since: this is a new word, and that one is void.
      const { ended } = rosterOn(state, coming.row.day);
      const stays = heirIn({ ended }, unit);
      const isSo = heldOverIn(state, term).some(
        (held) => held.unit === undefined || heirIn({ ended }, held.unit) === stays,
      );
      return isSo ? accept() : accept({ type: "ChairHeldOver", data: { ...data, unit } });
    },
  }),

  NoteIncident: during(["open"], {
    already: ({ incidents }, data) => incidents.has(allOf(data)),
    decide: (state, data) =>
      numberOf(state.calendar, data.term) === undefined
        ? reject({ type: "TermUnknown", data: { term: data.term } })
        : accept({ type: "RotationIncidentNoted", data }),
  }),
};

export const evolveOffice: EventSlice<
  | "ActingChairAppointed"
  | "ActingChairEnded"
  | "TermVacated"
  | "SubstituteNamed"
  | "TermEndChanged"
  | "ChairHeldOver"
  | "RotationIncidentNoted"
> = {
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
  SubstituteNamed: from(["open"], (state, data) => {
    const event = { type: "SubstituteNamed", data } as const;
    const { unit: bound, chair: gives } = data;
    const number = numberIn(state, data.term);
    if (!isSubstitute(state, number, bound)) knownUnit(state, bound);
    if (policyAt(state, number).substitutes !== "anybody") knownUnit(state, gives);
    addOverlay(state.overlays, number, { kind: "substitute", bound, gives, event });
  }),
  TermEndChanged: from(["open"], (state, { term, endsOn }) => {
    state.calendar.ends.set(numberIn(state, term), endsOn);
  }),
  ChairHeldOver: from(["open"], (state, data) => recordDecision(state, { type: "ChairHeldOver", data })),
  RotationIncidentNoted: from(["open"], (state, data) => {
    numberIn(state, data.term);
    const noted = allOf(data);
    if (beforeChange(state).incidents.has(noted)) contradiction("the incident is noted already");
    state.incidents = included(state.incidents, noted);
  }),
};

/** Who acts already, so that the unit cannot be appointed. A deputy that acts by the policy gives way to who is appointed. */
function actingBefore(state: OpenedRotation, unit: UnitId, day: CivilDate): UnitId | undefined {
  const { acting } = officeOn(state, day);
  return acting === unit || acting === appointedOn(state, day) ? acting : undefined;
}

/** All that is said of an incident, as one text. */
const allOf = ({ term, incident, note }: EventData<"RotationIncidentNoted">): string =>
  JSON.stringify([term, incident, note]);

/**
 * An older version recorded what follows from a leave of the chair as events of their own. It is worked out now, day by
 * day, so these are read past.
 */
const isConsequence = (reason: string): boolean => reason.startsWith("leaver: ");

const hasBegun = (state: OpenedRotation, term: string): boolean =>
  (numberOf(state.calendar, term) ?? Infinity) <= runningNumber(state);

/** Who was to stay in a term, by each decision that stands. */
const heldOverIn = (state: OpenedRotation, term: string): EventData<"ChairHeldOver">[] =>
  decidedOf(state, numberOf(state.calendar, term)).flatMap(({ event }) =>
    event.type === "ChairHeldOver" ? [event.data] : [],
  );

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

/** Whether the unit is a substitute in the term: where anybody may be one, no roster need know it. */
const isSubstitute = ({ overlays }: OpenedRotation, number: number, unit: UnitId): boolean =>
  overlays.get(number)?.some((one) => one.kind === "substitute" && one.gives === unit) === true;

/** Whether the last agreement about the term is just this. */
function isLastAgreed(
  { calendar, overlays }: OpenedRotation,
  term: string,
  type: Overlay["event"]["type"],
  data: object,
): boolean {
  const number = numberOf(calendar, term);
  const last = number === undefined ? undefined : overlays.get(number)?.at(-1)?.event;
  // A vacancy also keeps whose turn it is about.
  const unit = last?.type === "TermVacated" ? last.data.unit : undefined;
  return last?.type === type && same(last.data, unit === undefined ? data : { ...data, unit });
}

/** Whose turn the term before is or was. */
function turnBefore(state: OpenedRotation, number: number, day: CivilDate | undefined) {
  const seat =
    number <= state.served.length
      ? state.served[number - 1]?.nominal
      : comingRowAt(state, number - 1, day)?.nominal;
  return seat && unitIn(seat);
}
