import { accept, reject, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { act } from "./acts.ts";
import { askedOn } from "./asked.ts";
import { laterOf, numberOf } from "./calendar.ts";
import { type Coming, comingRows, comingTerm, runningOrComingTerm, unitIn } from "./forecast/coming-terms.ts";
import { comingTerms } from "./forecast/reckoning.ts";
import { heirIn, objectionIn } from "./members.ts";
import type { ChairRotationRejection } from "./messages.ts";
import { namedDeputyOn, officeOn } from "./office-on.ts";
import { namesChair } from "./policies/succession.ts";
import { knownUnit, numberIn, recordDecision } from "./record.ts";
import { rosterOn } from "./roster-on.ts";
import {
  type CommandSlice,
  decidedOf,
  type EventData,
  type EventSlice,
  type OpenedRotation,
  policyAt,
  runningNumber,
  type TermDecision,
} from "./state.ts";
import { dayOfBasis, isAssignment } from "./words.ts";

/** The chair and the deputy of a coming term are elected or assigned. */
export const decideDesignation: CommandSlice<"DesignateChair" | "DesignateDeputy" | "ReleaseDeputy"> = {
  DesignateChair: during(["open"], {
    already: (state, data) => isKept(state, { type: "ChairDesignated", data }),
    done: ({ designatedOn, basis }) => [designatedOn, dayOfBasis(basis)],
    decide(state, data, metadata) {
      const { term, chair, deputy } = data;
      if (chair === deputy) return reject({ type: "DeputyIsChair", data: { unit: chair } });
      const day = askedOn(state, metadata);
      const coming = comingTerm(state, term, day);
      if (!coming.ok) return coming;
      const { row } = coming;
      const objection =
        objectionToMembers(state, row, { chair, deputy }) ??
        objectionToSecond(state, row, data) ??
        objectionToEarlier(state, row, day) ??
        (isAssignment(data.basis) ? undefined : objectionToTurn(state, row, chair)) ??
        objectionToPassed(state, row, chair);
      return unless(objection, { type: "ChairDesignated", data });
    },
  }),

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

export const evolveDesignation: EventSlice<"ChairDesignated" | "DeputyDesignated" | "DeputyReleased"> = {
  ChairDesignated: from(["open"], (state, data) => {
    knownUnit(state, data.chair);
    if (data.deputy !== undefined) knownUnit(state, data.deputy);
    recordDecision(state, { type: "ChairDesignated", data });
  }),
  DeputyDesignated: from(["open"], (state, data) => {
    const { deputy, designatedOn } = data;
    knownUnit(state, deputy);
    recordDecision(state, { type: "DeputyDesignated", data });
    if (numberIn(state, data.term) !== runningNumber(state)) return;
    act(state, { kind: "deputy", on: deputyDay(state, designatedOn), unit: deputy });
  }),
  DeputyReleased: from(["open"], (state, data) => {
    const { releasedOn } = data;
    recordDecision(state, { type: "DeputyReleased", data });
    if (numberIn(state, data.term) !== runningNumber(state)) return;
    act(state, { kind: "deputy", on: deputyDay(state, releasedOn), unit: undefined });
  }),
};

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

/** Whether the same decision is kept already. */
function isKept(state: OpenedRotation, { type, data }: TermDecision): boolean {
  const decided = decidedOf(state, numberOf(state.calendar, data.term));
  return decided.some(({ event }) => event.type === type && same(event.data, data));
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
  let named: UnitId | undefined;
  for (const { event } of decidedOf(state, number)) {
    if (event.type === "DeputyDesignated") named = event.data.deputy;
    else if (event.type === "ChairDesignated") named ??= event.data.deputy;
    else if (event.type === "DeputyReleased" && event.data.deputy === named) named = undefined;
  }
  return named === unit && number !== undefined && number > runningNumber(state);
}

type Objection = ChairRotationRejection | undefined;

function objectionToMembers(
  state: OpenedRotation,
  row: Coming,
  { chair, deputy }: { chair: UnitId; deputy: UnitId | undefined },
): Objection {
  const roster = rosterOn(state, row.day);
  return objectionIn(roster, chair) ?? (deputy === undefined ? undefined : objectionIn(roster, deputy));
}

/** A designation stands until it is void; only the authority decides anew. */
function objectionToSecond(
  state: OpenedRotation,
  { number, term }: Coming,
  data: EventData<"ChairDesignated">,
): Objection {
  const standing = designationsOf(state, number).at(-1);
  if (!standing) return undefined;
  const isReplaced = isAssignment(data.basis) && standing.chair !== data.chair;
  return isReplaced ? undefined : { type: "ChairDesignatedAlready", data: { term, chair: standing.chair } };
}

function designationsOf({ decisions }: OpenedRotation, number: number): EventData<"ChairDesignated">[] {
  return (decisions.get(number) ?? []).flatMap(({ event }) =>
    event.type === "ChairDesignated" ? [event.data] : [],
  );
}

/** In rotation, terms are elected one after the other. */
function objectionToEarlier(
  state: OpenedRotation,
  { number, term }: Coming,
  day: CivilDate | undefined,
): Objection {
  if (policyAt(state, number).succession.kind !== "electedInRotation") return undefined;
  // A term of which it is decided that it stays vacant waits for nobody.
  const earlier = comingRows(state, number - 1, day).find(
    (row) => row.nominal.kind === "open" && row.chair.kind !== "vacant",
  );
  return earlier && earlier.number < number
    ? { type: "EarlierTermOpen", data: { term, earlier: earlier.term } }
    : undefined;
}

/** Elected in rotation: why the unit is none of those who stand. */
function notStanding(state: OpenedRotation, row: Coming, unit: UnitId): ChairRotationRejection {
  const passed = objectionToPassed(state, row, unit);
  if (passed) return passed;
  const { number, term } = row;
  const [standing] = comingTerms(
    state,
    { enough: (span) => span.number >= number },
    (_, after) => after,
  ).slice(-1);
  const { order = [], lapJoiners = [], had } = standing ?? {};
  const later = (because: "nextLap" | "notPlaced" | "lastChair"): ChairRotationRejection => {
    return { type: "UnitDoesNotStand", data: { term, unit, because } };
  };
  if (lapJoiners.includes(unit)) return later("nextLap");
  if (!order.includes(unit)) return later("notPlaced");
  return had?.has(unit) ? { type: "UnitHadItsTurn", data: { term, unit } } : later("lastChair");
}

/** A vote chooses one of those who stand. Where the rule names the chair itself, it can only confirm it. */
export function objectionToTurn(state: OpenedRotation, row: Coming, chair: UnitId): Objection {
  const { number, term, nominal, by } = row;
  const { succession } = policyAt(state, number);
  const isInRotation = succession.kind === "electedInRotation";
  const isNamed = namesChair(succession) || (isInRotation && (by === "held" || by === "owed"));
  if (nominal.kind === "unit" && nominal.unit !== chair && isNamed)
    return { type: "ChairOutOfTurn", data: { term, chair, holder: nominal.unit } };
  const stands = nominal.kind === "open" && nominal.among.includes(chair);
  if (isInRotation && !stands) return notStanding(state, row, chair);
  if (nominal.kind === "open" && succession.kind === "group" && !stands)
    return { type: "ChairNotInGroup", data: { term, chair, group: [...nominal.among] } };
  return undefined;
}

/** A unit that declined the term or is skipped in it does not get it by a choice either, nor does its heir. */
export function objectionToPassed(
  state: OpenedRotation,
  { number, term, day }: Coming,
  chair: UnitId,
): Objection {
  const roster = rosterOn(state, day);
  const isPassed = decidedOf(state, number).some(
    ({ event }) =>
      (event.type === "TurnSkipped" || event.type === "TurnDeclined") &&
      heirIn(roster, event.data.unit) === heirIn(roster, chair),
  );
  return isPassed
    ? { type: "UnitDoesNotStand", data: { term, unit: chair, because: "passedOver" } }
    : undefined;
}
