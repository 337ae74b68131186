import { beforeChange, included } from "../kernel/changing.ts";
import { accept, reject, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { askedOn, endOfCalendar } from "./asked.ts";
import { numberOf, spanOf } from "./calendar.ts";
import {
  comingRowAt,
  comingTerm,
  holderField,
  runningOrComingTerm,
  unitIn,
} from "./forecast/coming-terms.ts";
import { addOverlay } from "./forecast/overlays.ts";
import { heirIn, objectionIn } from "./members.ts";
import { knownUnit, numberIn, recordDecision } from "./record.ts";
import { rosterOn } from "./roster-on.ts";
import {
  type CommandSlice,
  decidedOf,
  type EventData,
  type EventSlice,
  type OpenedRotation,
  type Overlay,
  policyAt,
  runningNumber,
} from "./state.ts";

/** Changes of a single term: who chairs it instead, when it ends, and what was noted of it. */
export const decideTerms: CommandSlice<"NameSubstitute" | "ChangeTermEnd" | "HoldOver" | "NoteIncident"> = {
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

export const evolveTerms: EventSlice<
  "SubstituteNamed" | "TermEndChanged" | "ChairHeldOver" | "RotationIncidentNoted"
> = {
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

/** All that is said of an incident, as one text. */
const allOf = ({ term, incident, note }: EventData<"RotationIncidentNoted">): string =>
  JSON.stringify([term, incident, note]);

/** Whether a term has begun, or is over. */
export const hasBegun = (state: OpenedRotation, term: string): boolean =>
  (numberOf(state.calendar, term) ?? Infinity) <= runningNumber(state);

/** Who was to stay in a term, by each decision that stands. */
const heldOverIn = (state: OpenedRotation, term: string): EventData<"ChairHeldOver">[] =>
  decidedOf(state, numberOf(state.calendar, term)).flatMap(({ event }) =>
    event.type === "ChairHeldOver" ? [event.data] : [],
  );

/** Whether the unit is a substitute in the term: where anybody may be one, no roster need know it. */
const isSubstitute = ({ overlays }: OpenedRotation, number: number, unit: UnitId): boolean =>
  overlays.get(number)?.some((one) => one.kind === "substitute" && one.gives === unit) === true;

/** Whether the last agreement about the term is just this. */
export function isLastAgreed(
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
