import { accept, type Decision, objectionToDate, reject, unless } from "../kernel/decision.ts";
import { addDays, type CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { objectionToAct, objectionToOfficer, objectionToSpeaker, objectionToTaker } from "./acts.ts";
import { nameOf } from "./calendar.ts";
import { custodianOn } from "./custody-on.ts";
import { objectionToPassed, objectionToTurn } from "./designation.ts";
import { type Coming, comingTerm, holderField, isRunning, unitIn } from "./forecast/coming-terms.ts";
import type { ForecastTerm } from "./forecast/forecast.ts";
import { objectionIn } from "./members.ts";
import type { ChairRotationEvent, ChairRotationRejection } from "./messages.ts";
import { officeOn } from "./office-on.ts";
import { rosterOn } from "./roster-on.ts";
import { type CommandData, type OpenedRotation, policyAt, runningNumber, type ServedTerm } from "./state.ts";
import { isAssignment } from "./words.ts";

// What is answered where a term is to begin: the chair is handed over, is taken, or the term stays vacant.

type Objection = ChairRotationRejection | undefined;
export type Answer = Decision<ChairRotationEvent, ChairRotationRejection>;

/** Whoever holds the chair, or acts for it, hands it on to whose term begins. */
export function handedOver(state: OpenedRotation, data: CommandData<"HandOverChair">): Answer {
  const { handedOverOn } = data;
  const next = nextTerm(state, data.term, handedOverOn);
  if (!next.ok) return next;
  const { row } = next;
  const objection =
    objectionToDay(state, row, { date: handedOverOn, isLate: false }) ??
    objectionToGiver(state, data) ??
    objectionToSuccessor(row, data.to) ??
    objectionToOfficers(state, row, { chair: data.to, deputy: data.deputy, day: handedOverOn }) ??
    objectionToFlag(state, data);
  if (objection) return reject(objection);
  const deputy = data.deputy ?? row.deputy;
  return accept({
    type: "ChairHandedOver",
    data: { ...data, ...(deputy !== undefined && { deputy }), startsOn: row.startsOn, ...turnOf(row) },
  });
}

/** Somebody takes a chair that nobody holds. */
export function installed(state: OpenedRotation, data: CommandData<"InstallChair">): Answer {
  const { term, chair, deputy, installedOn } = data;
  const objection = objectionToAct(state, installedOn);
  if (objection) return reject(objection);
  const { holder, term: running = term } = officeOn(state, installedOn);
  if (holder !== undefined) return reject({ type: "ChairHeldAlready", data: { term: running, holder } });
  if (deputy === chair) return reject({ type: "DeputyIsChair", data: { unit: chair } });
  const served = isRunning(state, term) ? state.served.at(-1) : undefined;
  return served ? installInRunning(state, served, data) : installInNext(state, data);
}

/** The next term begins without a chair. */
export function begunVacant(state: OpenedRotation, data: CommandData<"BeginVacantTerm">): Answer {
  const { begunOn } = data;
  const next = nextTerm(state, data.term, begunOn);
  if (!next.ok) return next;
  const { chair, startsOn, term } = next.row;
  const objection = objectionToDate(begunOn, { earliest: startsOn }) ?? objectionToBegin(state, begunOn);
  if (objection) return reject(objection);
  // A chair that has not taken its term within the tolerance can do so only by being installed.
  if (chair.kind === "unit" && begunOn <= toleranceOf(state, next.row).latest)
    return reject({ type: "TermHasChair", data: { term, chair: chair.unit } });
  return accept({ type: "VacantTermBegun", data: { ...data, startsOn, ...turnOf(next.row) } });
}

const turnOf = ({ nominal }: ForecastTerm) => (nominal.kind === "unit" ? { turnOf: nominal.unit } : {});

/** The chair fell vacant in the running term. */
function installInRunning(
  state: OpenedRotation,
  running: ServedTerm,
  data: CommandData<"InstallChair">,
): Answer {
  const { startsOn, turnOf: turn } = running;
  const { installedOn: day, chair, deputy } = data;
  const objection = objectionToOfficer(state, chair, day) ?? objectionToOfficer(state, deputy, day);
  return unless(objection, {
    type: "ChairInstalled",
    data: { ...data, startsOn, ...(turn !== undefined && { turnOf: turn }) },
  });
}

function installInNext(state: OpenedRotation, data: CommandData<"InstallChair">): Answer {
  const { installedOn, chair } = data;
  const next = nextTerm(state, data.term, installedOn);
  if (!next.ok) return next;
  const { row } = next;
  const isOpen =
    row.chair.kind === "open" && policyAt(state, row.number).succession.kind !== "electedInRotation";
  const objection =
    objectionToDay(state, row, { date: installedOn, isLate: true }) ??
    (isOpen ? objectionToChosen(state, row, data) : objectionToSuccessor(row, chair)) ??
    objectionToOfficers(state, row, { chair, deputy: data.deputy, day: installedOn });
  if (objection) return reject(objection);
  const deputy = data.deputy ?? (row.deputy === chair ? undefined : row.deputy);
  return accept({
    type: "ChairInstalled",
    data: { ...data, ...(deputy !== undefined && { deputy }), startsOn: row.startsOn, ...turnOf(row) },
  });
}

/** Who is chosen by taking the chair may be chosen for the term: of a group, one of that group, as in a designation. */
const objectionToChosen = (
  state: OpenedRotation,
  row: Coming,
  { chair, basis }: CommandData<"InstallChair">,
): Objection =>
  objectionIn(rosterOn(state, row.day), chair) ??
  (isAssignment(basis) ? undefined : objectionToTurn(state, row, chair)) ??
  objectionToPassed(state, row, chair);

function nextTerm(state: OpenedRotation, term: string, day: CivilDate): ReturnType<typeof comingTerm> {
  const coming = comingTerm(state, term, day);
  const number = runningNumber(state) + 1;
  if (!coming.ok || coming.row.number === number) return coming;
  return reject({ type: "TermNotNext", data: { term, next: nameOf(state.calendar, number) } });
}

/** The holder hands over, or whoever acts for it, with the signatures that the policy asks for. */
function objectionToGiver(state: OpenedRotation, data: CommandData<"HandOverChair">): Objection {
  const { holder, acting } = officeOn(state, data.handedOverOn);
  if (data.from !== (holder ?? acting)) {
    const actor = holder === undefined && acting !== undefined ? { acting } : {};
    return { type: "NotHolderOfChair", data: { unit: data.from, ...holderField(holder), ...actor } };
  }
  if (policyAt(state, runningNumber(state) + 1).handover.consent === "outgoing") return undefined;
  const missing = (["handedBy", "receivedBy"] as const).filter((side) => data[side] === undefined);
  return missing.length > 0 ? { type: "HandoverUnsigned", data: { missing } } : undefined;
}

function objectionToSuccessor({ chair, term }: ForecastTerm, unit: UnitId): Objection {
  if (chair.kind === "open") return { type: "TermWithoutChair", data: { term } };
  if (chair.kind === "vacant") return { type: "TermVacantAlready", data: { term } };
  return chair.unit === unit
    ? undefined
    : { type: "NotHolderOfTerm", data: { term, unit, holder: chair.unit } };
}

/** Who takes the chair, and its deputy, are members on that very day, and not suspended. */
function objectionToOfficers(
  state: OpenedRotation,
  row: Coming,
  { chair, deputy, day }: { chair: UnitId; deputy: UnitId | undefined; day: CivilDate },
): Objection {
  const objection = objectionToTaker(state, row.number, { unit: chair, day });
  if (objection || deputy === undefined) return objection;
  if (deputy === chair) return { type: "DeputyIsChair", data: { unit: deputy } };
  const isOther = row.deputy !== undefined && row.deputy !== deputy && unitIn(row.chair) === chair;
  return (
    objectionToOfficer(state, deputy, day) ??
    (isOther ? { type: "NotDeputyOfTerm", data: { term: row.term, unit: deputy } } : undefined)
  );
}

/**
 * A handover may be early or late by as many days as the policy allows, and is never before the last act. A chair that
 * nobody holds may be taken later than that.
 */
function objectionToDay(
  state: OpenedRotation,
  row: ForecastTerm,
  { date, isLate }: { date: CivilDate; isLate: boolean },
): Objection {
  const { earliest, latest } = toleranceOf(state, row);
  if (date < earliest || (date > latest && !isLate))
    return { type: "HandoverOutsideTolerance", data: { date, earliest, latest } };
  return objectionToBegin(state, date);
}

function toleranceOf(state: OpenedRotation, { number, startsOn }: ForecastTerm) {
  const { daysBeforeMax, daysAfterMax } = policyAt(state, number).handover;
  return { earliest: addDays(startsOn, -daysBeforeMax), latest: addDays(startsOn, daysAfterMax) };
}

/** At most one term begins on a day, so that no tenure is empty. */
function objectionToBegin(state: OpenedRotation, date: CivilDate): Objection {
  const last = state.served.at(-1);
  return objectionToAct(state, date) ?? objectionToDate(date, { earliest: last && addDays(last.begunOn, 1) });
}

/** The flag is handed over only by its custodian, and only to a member: it goes to no substitute from outside. */
function objectionToFlag(
  state: OpenedRotation,
  { flag, from: giver, to, handedOverOn }: CommandData<"HandOverChair">,
): Objection {
  if (flag === undefined) return undefined;
  const custody = custodianOn(state, handedOverOn);
  if (custody === undefined) return { type: "NoFlag", data: {} };
  const { custodian } = custody;
  if (custodian.kind === "lost") return { type: "FlagIsLost", data: {} };
  return custodian.kind === "unit" && custodian.unit === giver
    ? objectionToSpeaker(state, { unit: to, day: handedOverOn })
    : { type: "NotCustodian", data: { named: { kind: "unit", unit: giver }, custodian } };
}
