import { accept, objectionToDate, reject, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import { laterOf, nameOf, numberOf, spanOf } from "./calendar.ts";
import { keepFacts, numberIn } from "./facts.ts";
import { comingTerm, holderField, isRunning, runningOrComingTerm, unitIn } from "./forecast/coming-terms.ts";
import { forecast } from "./forecast/forecast.ts";
import { addOverlay } from "./forecast/overlays.ts";
import { knownMember, objectionToChair, objectionToUnit } from "./membership.ts";
import { acceptMovingTurns } from "./moved-turns.ts";
import {
  actingNow,
  type CommandSlice,
  type EventSlice,
  type OpenedRotation,
  type Overlay,
  runningNumber,
} from "./state.ts";

/** No term may end in or after this year. */
const endOfCalendar = "7000";

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
      const acting = actingNow(state);
      return isRunning(state, term) && acting?.unit === unit && acting.from === first;
    },
    decide(state, data) {
      const { term, unit } = data;
      const running = runningNumber(state);
      const now = state.served[running];
      if (!now || !isRunning(state, term))
        return reject({ type: "TermNotRunning", data: { term, ...(now && { running: now.term }) } });
      const acting = actingNow(state);
      if (acting) return reject({ type: "ActingChairAlready", data: { unit: acting.unit } });
      if (unit === state.holder) return reject({ type: "ActingChairHoldsChair", data: { unit } });
      const earliest = laterOf(state.actings.at(-1)?.until ?? now.begunOn, now.begunOn);
      const objection = objectionToUnit(state, unit, running) ?? objectionToDate(data.from, { earliest });
      return unless(objection, { type: "ActingChairAppointed", data });
    },
  }),

  EndActing: during(["open"], {
    already({ actings }, { unit, endedOn }) {
      const last = actings.at(-1);
      return last?.unit === unit && last.until === endedOn;
    },
    done: ({ endedOn }) => endedOn,
    decide(state, { unit, endedOn }) {
      const acting = actingNow(state);
      if (acting?.unit !== unit) return reject({ type: "NobodyActing", data: { unit } });
      const term = nameOf(state.calendar, acting.term);
      const objection = objectionToDate(endedOn, { earliest: acting.from });
      return unless(objection, { type: "ActingChairEnded", data: { term, unit, endedOn } });
    },
  }),

  RecordVacancy: during(["open"], {
    already: (state, data) =>
      isRunning(state, data.term)
        ? state.holder === undefined && state.served.at(-1)?.vacatedFrom === data.from
        : isLastAgreed(state, { type: "TermVacated", data }),
    decide(state, data) {
      const { term } = data;
      const found = runningOrComingTerm(state, term);
      if (!found.ok) return found;
      const { row, number } = found;
      const isVacant = row ? row.chair.kind === "vacant" : state.holder === undefined;
      if (isVacant) return reject({ type: "TermVacantAlready", data: { term } });
      const earliest = row ? row.startsOn : state.served[number]?.begunOn;
      return unless(objectionToDate(data.from, { earliest }), { type: "TermVacated", data });
    },
  }),

  NameSubstitute: during(["open"], {
    already: (state, data) => isLastAgreed(state, { type: "SubstituteNamed", data }),
    decide(state, data) {
      const { term, unit, chair } = data;
      const coming = comingTerm(state, term);
      if (!coming.ok) return coming;
      if (unit === chair) return reject({ type: "SubstituteIsHolder", data: { term, unit } });
      const holder = unitIn(coming.row.chair);
      if (holder !== unit)
        return reject({ type: "NotHolderOfTerm", data: { term, unit, ...holderField(holder) } });
      const objection = objectionToChair(state, chair, coming.row.number);
      return unless(objection, { type: "SubstituteNamed", data });
    },
  }),

  ChangeTermEnd: during(["open"], {
    already({ calendar }, { term, endsOn }) {
      const number = numberOf(calendar, term);
      return number !== undefined && spanOf(calendar, number)?.endsOn === endsOn;
    },
    decide(state, data) {
      const { term, endsOn } = data;
      const found = runningOrComingTerm(state, term);
      if (!found.ok) return found;
      const span = spanOf(state.calendar, found.number);
      if (!span) return reject({ type: "TermUnknown", data: { term } });
      if (endsOn <= span.startsOn)
        return reject({ type: "TermEndsBeforeItStarts", data: { term, startsOn: span.startsOn, endsOn } });
      if (endsOn >= endOfCalendar) return reject({ type: "DateBeyondCalendar", data: { date: endsOn } });
      return acceptMovingTurns(state, { type: "TermEndChanged", data });
    },
  }),

  HoldOver: during(["open"], {
    already: ({ calendar, facts }, { term }) =>
      facts.some(({ at, event }) => event.type === "ChairHeldOver" && at === numberOf(calendar, term)),
    decide(state, data) {
      const coming = comingTerm(state, data.term);
      if (!coming.ok) return coming;
      const { number, term, because } = coming.row;
      const designated = because.find((one) => one.kind === "event" && one.event.type === "ChairDesignated");
      if (designated?.kind === "event" && designated.event.type === "ChairDesignated")
        return reject({ type: "ChairDesignatedAlready", data: { term, chair: designated.event.data.chair } });
      return turnBefore(state, number) === undefined
        ? reject({ type: "NothingToHoldOver", data: { term } })
        : acceptMovingTurns(state, { type: "ChairHeldOver", data });
    },
  }),

  NoteIncident: during(["open"], {
    already: ({ incidents }, data) => incidents.some((noted) => same(noted, data)),
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
  ActingChairAppointed: from(["open"], (state, { term, unit, from: first }) => {
    const number = numberIn(state, term);
    if (number !== runningNumber(state)) contradiction(`term ${JSON.stringify(term)} is not running`);
    const acting = actingNow(state);
    if (acting) contradiction(`unit ${JSON.stringify(acting.unit)} acts for the chair already`);
    knownMember(state, unit);
    state.actings.push({ term: number, unit, from: first });
  }),
  ActingChairEnded: from(["open"], (state, { unit, endedOn }) => {
    const acting = actingNow(state);
    if (acting?.unit !== unit)
      return contradiction(`unit ${JSON.stringify(unit)} does not act for the chair`);
    acting.until = endedOn;
  }),
  TermVacated: from(["open"], (state, data) => {
    const number = numberIn(state, data.term);
    const served = state.served[number];
    if (served === undefined) {
      const event = { type: "TermVacated", data } as const;
      return addOverlay(state.overlays, number, { kind: "vacant", from: data.from, event });
    }
    if (number !== runningNumber(state)) contradiction(`term ${JSON.stringify(data.term)} has ended`);
    if (state.holder === undefined) contradiction("the chair is vacant already");
    served.vacatedFrom = data.from;
    state.holder = undefined;
  }),
  SubstituteNamed: from(["open"], (state, data) => {
    const event = { type: "SubstituteNamed", data } as const;
    for (const unit of [data.unit, data.chair]) knownMember(state, unit);
    addOverlay(state.overlays, numberIn(state, data.term), { kind: "substitute", unit: data.chair, event });
  }),
  TermEndChanged: from(["open"], (state, { term, endsOn }) => {
    state.calendar.ends.set(numberIn(state, term), endsOn);
  }),
  ChairHeldOver: from(["open"], (state, data) => keepFacts(state, { type: "ChairHeldOver", data })),
  RotationIncidentNoted: from(["open"], (state, data) => {
    numberIn(state, data.term);
    if (state.incidents.some((noted) => same(noted, data))) contradiction("the incident is noted already");
    state.incidents.push(data);
  }),
};

/** Whether the last agreement about the term is just this. */
function isLastAgreed({ calendar, overlays }: OpenedRotation, { type, data }: Overlay["event"]): boolean {
  const number = "term" in data ? numberOf(calendar, data.term) : undefined;
  const last = number === undefined ? undefined : overlays.get(number)?.at(-1)?.event;
  return last?.type === type && same(last.data, data);
}

/** Whose turn the term before is or was. */
function turnBefore(state: OpenedRotation, number: number) {
  const row = number === 0 ? undefined : forecast(state, { number: number - 1 })[number - 1];
  return row && unitIn(row.nominal);
}
