import { objectionToDate, reject, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import { addDays, type CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { laterOf, nameOf } from "./calendar.ts";
import { custodianOf, custodySince, expectCustodian, knownCustody, pass } from "./custody.ts";
import { keepFacts, numberIn } from "./facts.ts";
import { comingTerm, holderField, isRunning, unitIn } from "./forecast/coming-terms.ts";
import type { ForecastTerm } from "./forecast/forecast.ts";
import { knownMember, objectionToUnit } from "./membership.ts";
import type { ChairRotationRejection } from "./messages.ts";
import { acceptMovingTurns } from "./moved-turns.ts";
import {
  actingNow,
  type CommandData,
  type CommandSlice,
  type EventSlice,
  type OpenedRotation,
  policyAt,
  runningNumber,
  type ServedTerm,
} from "./state.ts";
import { dayOfBasis } from "./words.ts";

type Objection = ChairRotationRejection | undefined;

/** A term begins: its chair is handed over, is taken where nobody held it, or stays vacant. */
export const decideHandover: CommandSlice<"HandOverChair" | "InstallChair" | "BeginVacantTerm"> = {
  HandOverChair: during(["open"], {
    already: isBegunBy,
    done: ({ handedOverOn, flag }) => [handedOverOn, flag?.receipt?.issuedOn],
    decide(state, data) {
      const next = nextTerm(state, data.term);
      if (!next.ok) return next;
      const { row } = next;
      const objection =
        objectionToHandover(state, row, data) ??
        objectionToSuccessor(row, data.to) ??
        objectionToDeputy(state, row, { chair: data.to, deputy: data.deputy }) ??
        objectionToDay(state, row, data.handedOverOn) ??
        objectionToFlag(state, data);
      if (objection) return reject(objection);
      const deputy = data.deputy ?? row.deputy;
      return acceptMovingTurns(state, {
        type: "ChairHandedOver",
        data: { ...data, ...(deputy !== undefined && { deputy }), startsOn: row.startsOn, ...turnOf(row) },
      });
    },
  }),

  InstallChair: during(["open"], {
    already: isBegunBy,
    done: ({ installedOn, basis }) => [installedOn, dayOfBasis(basis)],
    decide(state, data) {
      const { term, chair, deputy } = data;
      const { holder } = state;
      if (holder !== undefined) {
        const running = nameOf(state.calendar, runningNumber(state));
        return reject({ type: "ChairHeldAlready", data: { term: running, holder } });
      }
      if (deputy === chair) return reject({ type: "DeputyIsChair", data: { unit: chair } });
      const running = isRunning(state, term) ? state.served.at(-1) : undefined;
      return running ? installInRunning(state, running, data) : installInNext(state, data);
    },
  }),

  BeginVacantTerm: during(["open"], {
    already: isBegunBy,
    done: ({ begunOn }) => begunOn,
    decide(state, data) {
      const next = nextTerm(state, data.term);
      if (!next.ok) return next;
      const { chair, startsOn, term } = next.row;
      if (chair.kind === "unit") return reject({ type: "TermHasChair", data: { term, chair: chair.unit } });
      const earliest = laterOf(state.served.at(-1)?.begunOn ?? startsOn, startsOn);
      return unless(objectionToDate(data.begunOn, { earliest }), {
        type: "VacantTermBegun",
        data: { ...data, startsOn, ...turnOf(next.row) },
      });
    },
  }),
};

export const evolveHandover: EventSlice<"ChairHandedOver" | "ChairInstalled" | "VacantTermBegun"> = {
  ChairHandedOver: from(["open"], (state, data) => {
    const { from: giver, to, handedOverOn, flag, ...term } = data;
    const event = { type: "ChairHandedOver", data } as const;
    if (giver !== (state.holder ?? actingNow(state)?.unit))
      contradiction(`unit ${JSON.stringify(giver)} does not hold the chair`);
    if (flag) expectCustodian(state, { kind: "unit", unit: giver });
    knownMember(state, to);
    keepFacts(state, event);
    begin(state, { ...termOf(term), begunOn: handedOverOn, chair: to, event });
    if (flag && giver !== to)
      pass(knownCustody(state), { to: custodianOf(to), on: handedOverOn, receipt: flag, event: event.type });
  }),
  ChairInstalled: from(["open"], (state, data) => {
    const event = { type: "ChairInstalled", data } as const;
    if (state.holder !== undefined) contradiction(`unit ${JSON.stringify(state.holder)} holds the chair`);
    knownMember(state, data.chair);
    keepFacts(state, event);
    begin(state, { ...termOf(data), begunOn: data.installedOn, chair: data.chair, event });
  }),
  VacantTermBegun: from(["open"], (state, data) => {
    begin(state, { ...termOf(data), begunOn: data.begunOn, event: { type: "VacantTermBegun", data } });
  }),
};

type Begun = Pick<ServedTerm, "term" | "startsOn" | "turnOf" | "deputy">;

const termOf = ({ term, startsOn, turnOf, deputy }: Begun): Begun => ({ term, startsOn, turnOf, deputy });

/** A term begins: the term before has ended, an interim too, and a turn owed for this term is honoured or broken. */
function begin(state: OpenedRotation, begun: Omit<ServedTerm, "number">) {
  const number = numberIn(state, begun.term);
  const running = runningNumber(state);
  // Only a chair that fell vacant is taken again in its term.
  const isTakenAgain = number === running && begun.event.type === "ChairInstalled";
  if (!isTakenAgain && number !== running + 1)
    return contradiction(`term ${JSON.stringify(begun.term)} is not the next one`);
  const acting = actingNow(state);
  if (acting) acting.until = begun.begunOn;
  if (isTakenAgain) state.served.pop();
  state.served.push({ number, ...begun });
  state.holder = begun.chair;
  for (const owed of state.obligations.values())
    if (owed.status === "open" && owed.due === number)
      owed.status = owed.unit === begun.chair ? "honoured" : "broken";
}

const turnOf = ({ nominal }: ForecastTerm) => (nominal.kind === "unit" ? { turnOf: nominal.unit } : {});

/**
 * Whether the running term began by just this. The event adds the first day of the term and whose turn it is, and
 * the deputy of the forecast where the command names none.
 */
function isBegunBy({ served }: OpenedRotation, data: { term: string }): boolean {
  const begun = served.at(-1)?.event.data;
  if (begun === undefined || !("startsOn" in begun)) return false;
  const { startsOn, turnOf } = begun;
  const deputy = "deputy" in begun ? begun.deputy : undefined;
  return same(begun, { deputy, ...data, startsOn, turnOf });
}

/** The chair fell vacant in the running term. */
function installInRunning(state: OpenedRotation, running: ServedTerm, data: CommandData<"InstallChair">) {
  const { number, startsOn, turnOf: turn, vacatedFrom, begunOn } = running;
  const objection =
    objectionToUnit(state, data.chair, number) ??
    (data.deputy === undefined ? undefined : objectionToUnit(state, data.deputy, number)) ??
    objectionToDate(data.installedOn, { earliest: vacatedFrom ?? begunOn });
  if (objection) return reject(objection);
  return acceptMovingTurns(state, {
    type: "ChairInstalled",
    data: { ...data, startsOn, ...(turn !== undefined && { turnOf: turn }) },
  });
}

function installInNext(state: OpenedRotation, data: CommandData<"InstallChair">) {
  const next = nextTerm(state, data.term);
  if (!next.ok) return next;
  const { row } = next;
  const { chair } = data;
  const isOpen = row.chair.kind === "open";
  const objection =
    (isOpen ? objectionToUnit(state, chair, row.number) : objectionToSuccessor(row, chair)) ??
    objectionToDeputy(state, row, { chair, deputy: data.deputy }) ??
    objectionToDay(state, row, data.installedOn);
  if (objection) return reject(objection);
  const deputy = data.deputy ?? (row.deputy === chair ? undefined : row.deputy);
  return acceptMovingTurns(state, {
    type: "ChairInstalled",
    data: { ...data, ...(deputy !== undefined && { deputy }), startsOn: row.startsOn, ...turnOf(row) },
  });
}

function nextTerm(state: OpenedRotation, term: string): ReturnType<typeof comingTerm> {
  const coming = comingTerm(state, term);
  const number = runningNumber(state) + 1;
  if (!coming.ok || coming.row.number === number) return coming;
  return reject({ type: "TermNotNext", data: { term, next: nameOf(state.calendar, number) } });
}

/** The holder hands over, or whoever acts for it, with the signatures that the policy asks for. */
function objectionToHandover(
  state: OpenedRotation,
  { number }: ForecastTerm,
  data: CommandData<"HandOverChair">,
): Objection {
  const holder = state.holder ?? actingNow(state)?.unit;
  if (data.from !== holder)
    return { type: "NotHolderOfChair", data: { unit: data.from, ...holderField(holder) } };
  if (policyAt(state, number).handover.consent === "outgoing") return undefined;
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

function objectionToDeputy(
  state: OpenedRotation,
  row: ForecastTerm,
  { chair, deputy }: { chair: UnitId; deputy: UnitId | undefined },
): Objection {
  if (deputy === undefined) return undefined;
  if (deputy === chair) return { type: "DeputyIsChair", data: { unit: deputy } };
  const objection = objectionToUnit(state, deputy, row.number);
  if (objection) return objection;
  const isOther = row.deputy !== undefined && row.deputy !== deputy && unitIn(row.chair) === chair;
  return isOther ? { type: "NotDeputyOfTerm", data: { term: row.term, unit: deputy } } : undefined;
}

/** A handover may be early or late by as many days as the policy allows, and is never before the last one. */
function objectionToDay(state: OpenedRotation, row: ForecastTerm, date: CivilDate): Objection {
  const { daysBeforeMax, daysAfterMax } = policyAt(state, row.number).handover;
  const [earliest, latest] = [addDays(row.startsOn, -daysBeforeMax), addDays(row.startsOn, daysAfterMax)];
  if (date < earliest || date > latest)
    return { type: "HandoverOutsideTolerance", data: { date, earliest, latest } };
  return objectionToDate(date, { earliest: state.served.at(-1)?.begunOn });
}

/** The flag is handed over only by its custodian. */
function objectionToFlag(
  { custody }: OpenedRotation,
  { flag, from: giver, handedOverOn }: CommandData<"HandOverChair">,
): Objection {
  if (flag === undefined) return undefined;
  if (custody === undefined) return { type: "NoFlag", data: {} };
  const { custodian } = custody;
  if (custodian.kind === "lost") return { type: "FlagIsLost", data: {} };
  if (custodian.kind !== "unit" || custodian.unit !== giver)
    return { type: "NotCustodian", data: { named: { kind: "unit", unit: giver }, custodian } };
  return objectionToDate(handedOverOn, { earliest: custodySince(custody) });
}
