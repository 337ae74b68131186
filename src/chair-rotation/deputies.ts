import { accept, reject } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { act } from "./acts.ts";
import { askedOn } from "./asked.ts";
import { laterOf, numberOf } from "./calendar.ts";
import { type Coming, runningOrComingTerm, unitIn } from "./forecast/coming-terms.ts";
import { heirIn, objectionIn } from "./members.ts";
import type { ChairRotationEvent, ChairRotationRejection } from "./messages.ts";
import { namedDeputyOn, officeOn } from "./office-on.ts";
import { isKept, knownUnit, numberIn, recordDecision } from "./record.ts";
import { rosterOn } from "./roster-on.ts";
import {
  type CommandSlice,
  decidedOf,
  type EventData,
  type EventSlice,
  type OpenedRotation,
  runningNumber,
} from "./state.ts";
import { dayOfBasis } from "./words.ts";

/** The deputy of the running term or of a coming one is named, or is deputy no longer. */
export const decideDeputies: CommandSlice<"DesignateDeputy" | "ReleaseDeputy"> = {
  DesignateDeputy: during(["open"], {
    already: (state, data) =>
      isKept(state, { type: "DeputyDesignated", data }) &&
      isDeputy(state, data.term, { unit: data.deputy, day: data.designatedOn }),
    done: ({ designatedOn, basis }) => [designatedOn, dayOfBasis(basis)],
    decide(state, data, metadata) {
      // The unit can be the deputy on the day of the choice, and still can on the day of the command.
      const days = [data.designatedOn, askedOn(state, metadata)];
      for (const day of new Set(days)) {
        const objection = objectionToDeputy(state, data, day);
        if (objection) return reject(objection);
      }
      return accept({ type: "DeputyDesignated", data });
    },
  }),

  ReleaseDeputy: during(["open"], {
    already: (state, data) =>
      isKept(state, { type: "DeputyReleased", data }) &&
      !isDeputy(state, data.term, { unit: data.deputy, day: data.releasedOn }),
    done: ({ releasedOn }) => releasedOn,
    decide(state, data) {
      const { term, deputy, releasedOn } = data;
      return isDeputy(state, term, { unit: deputy, day: releasedOn }) ||
        isNamedDeputy(state, term, { unit: deputy, day: releasedOn })
        ? accept({ type: "DeputyReleased", data })
        : reject({ type: "NotDeputyOfTerm", data: { term, unit: deputy } });
    },
  }),
};

export const evolveDeputies: EventSlice<"DeputyDesignated" | "DeputyReleased"> = {
  DeputyDesignated: from(["open"], (state, data) => {
    const { deputy, designatedOn } = data;
    knownUnit(state, deputy);
    recordDecision(state, { type: "DeputyDesignated", data });
    if (numberIn(state, data.term) !== runningNumber(state)) return;
    act(state, { kind: "deputy", on: deputyDay(state, designatedOn), unit: deputy });
  }),
  DeputyReleased: from(["open"], (state, data) => {
    const { releasedOn, ground } = data;
    if (ground === "isChair") expectBoth(state, data);
    recordDecision(state, { type: "DeputyReleased", data });
    if (numberIn(state, data.term) !== runningNumber(state)) return;
    act(state, { kind: "deputy", on: deputyDay(state, releasedOn), unit: undefined });
  }),
};

/** Only who is to chair a coming term, for which a deputy is named, is left out as deputy for that reason. */
function expectBoth(state: OpenedRotation, { term, deputy }: EventData<"DeputyReleased">) {
  const decided = state.decisions.get(numberIn(state, term)) ?? [];
  const isChair = decided.some(
    ({ event }) => event.type === "ChairDesignated" && event.data.chair === deputy,
  );
  if (!isChair) contradiction(`unit ${JSON.stringify(deputy)} is not designated as chair of that term`);
  if (!decided.some(({ event }) => "deputy" in event.data && event.type !== "DeputyReleased"))
    contradiction("no deputy is named for that term");
}

/** A unit that was to be deputy of a coming term is designated as its chair: it is left out as deputy. */
export function leftOut(
  state: OpenedRotation,
  { number, day }: Coming,
  { term, chair, designatedOn }: EventData<"ChairDesignated">,
): ChairRotationEvent[] {
  const roster = rosterOn(state, day);
  const named = deputyNamed(state, number, (unit) => heirIn(roster, unit));
  if (named !== chair) return [];
  return [
    { type: "DeputyReleased", data: { term, deputy: chair, releasedOn: designatedOn, ground: "isChair" } },
  ];
}

/** The deputy of the running term changes on that day, and not on a closed one. */
const deputyDay = ({ doneOn }: OpenedRotation, day: CivilDate): CivilDate =>
  doneOn === undefined ? day : laterOf(day, doneOn);

/** What stands against the deputy of the running term, or of a coming one as it is reckoned on `asked`. */
function objectionToDeputy(
  state: OpenedRotation,
  { term, deputy, designatedOn }: EventData<"DeputyDesignated">,
  asked: CivilDate | undefined,
): Objection {
  const found = runningOrComingTerm(state, term, asked);
  if (!found.ok) return found.rejection;
  const { number, row } = found;
  // Where nobody chairs, nobody is deputy.
  if (row?.chair.kind === "vacant") return { type: "TermVacantAlready", data: { term } };
  const day = row ? row.day : deputyDay(state, designatedOn);
  // Who chaired the running term and left the chair does not become its deputy.
  const chair = row ? unitIn(row.chair) : (officeOn(state, day).holder ?? state.served[number]?.chair);
  if (deputy === chair) return { type: "DeputyIsChair", data: { unit: deputy } };
  return objectionIn(rosterOn(state, day), deputy);
}

/** Whether the unit is the deputy of the running term, or of a coming one. */
function isDeputy(
  state: OpenedRotation,
  term: string,
  { unit, day }: { unit: UnitId; day: CivilDate },
): boolean {
  // A term whose first day has passed is reckoned on the day of the choice.
  const found = runningOrComingTerm(state, term, day);
  if (!found.ok) return false;
  if (found.row) return found.row.deputy === unit;
  return officeOn(state, deputyDay(state, day)).deputy === unit;
}

/**
 * Whether the unit was made deputy of the term and is so again once it is reinstated. By then another may be deputy of a
 * coming term by the rule.
 */
function isNamedDeputy(
  state: OpenedRotation,
  term: string,
  { unit, day }: { unit: UnitId; day: CivilDate },
): boolean {
  const number = numberOf(state.calendar, term);
  if (number === runningNumber(state)) return namedDeputyOn(state, deputyDay(state, day)) === unit;
  const named = deputyNamed(state, number, (one) => one);
  return named === unit && number !== undefined && number > runningNumber(state);
}

/** The deputy who was named last for a coming term; `heir` tells who stands for a unit. */
function deputyNamed(
  state: OpenedRotation,
  number: number | undefined,
  heir: (unit: UnitId) => UnitId,
): UnitId | undefined {
  let named: UnitId | undefined;
  for (const { event } of decidedOf(state, number)) {
    const { type, data } = event;
    if (type !== "DeputyDesignated" && type !== "ChairDesignated" && type !== "DeputyReleased") continue;
    if (data.deputy === undefined) continue;
    if (type !== "DeputyReleased") named = heir(data.deputy);
    else if (heir(data.deputy) === named) named = undefined;
  }
  return named;
}

type Objection = ChairRotationRejection | undefined;
