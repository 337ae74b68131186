import { accept, reject } from "../kernel/decision.ts";
import { same } from "../kernel/same.ts";
import { addDays, type CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { nameOf, numberOf } from "./calendar.ts";
import { custodySince } from "./custody.ts";
import type { ForecastTerm } from "./forecast.ts";
import { type Asked, comingTerm, type Decided, holderField, laterOf, sitting, whileOpen } from "./guards.ts";
import { actingNow, isMemberIn, type OpenedRotation, policyAt, runningNumber } from "./state.ts";

type Refusal = Extract<Decided, { ok: false }>;

/** How a term begins: the chair is handed over, taken where nobody held it, or stays empty. */
export const handoverDecisions = {
  HandOverChair: whileOpen((state, data: Asked<"HandOverChair">) => {
    if (isDoneAlready(state, data)) return accept();
    const next = nextTerm(state, data.term);
    if (!next.ok) return next;
    const { row } = next;
    const holder = state.holder ?? actingNow(state)?.unit;
    if (data.from !== holder)
      return reject({ type: "NotHolderOfChair", data: { unit: data.from, ...holderField(holder) } });
    const refusal =
      refusedSuccessor(state, row, data.to) ??
      refusedDeputy(state, row, { chair: data.to, deputy: data.deputy }) ??
      refusedDate(state, row, data.handedOverOn) ??
      refusedConsent(state, row, data) ??
      refusedFlag(state, data);
    if (refusal) return refusal;
    const deputy = data.deputy ?? row.deputy;
    return accept({
      type: "ChairHandedOver",
      data: { ...data, ...(deputy !== undefined && { deputy }), startsOn: row.startsOn, ...turnOf(row) },
    });
  }),

  InstallChair: whileOpen((state, data: Asked<"InstallChair">) => {
    if (isDoneAlready(state, data)) return accept();
    const { term, chair, deputy, installedOn } = data;
    const running = runningNumber(state);
    if (state.holder !== undefined)
      return reject({
        type: "ChairHeldAlready",
        data: { term: nameOf(state.calendar, running), holder: state.holder },
      });
    if (deputy === chair) return reject({ type: "DeputyIsChair", data: { unit: chair } });
    const now = state.served[running];
    if (now && numberOf(state.calendar, term) === running) {
      const stranger = [chair, deputy].find(
        (unit) => unit !== undefined && !isMemberIn(state, unit, running),
      );
      if (stranger !== undefined) return reject({ type: "UnitNotInRotation", data: { unit: stranger } });
      const notBefore = now.vacatedFrom ?? now.begunOn;
      if (installedOn < notBefore)
        return reject({ type: "RotationDateOutOfOrder", data: { date: installedOn, notBefore } });
      const { startsOn, turnOf: turn } = now;
      return accept({
        type: "ChairInstalled",
        data: { ...data, startsOn, ...(turn !== undefined && { turnOf: turn }) },
      });
    }
    const next = nextTerm(state, term);
    if (!next.ok) return next;
    const { row } = next;
    const refusal =
      refusedSuccessor(state, row, chair, "mayBeOpen") ??
      refusedDeputy(state, row, { chair, deputy }) ??
      refusedDate(state, row, installedOn);
    if (refusal) return refusal;
    const named = deputy ?? (row.deputy === chair ? undefined : row.deputy);
    return accept({
      type: "ChairInstalled",
      data: {
        ...data,
        ...(named !== undefined && { deputy: named }),
        startsOn: row.startsOn,
        ...turnOf(row),
      },
    });
  }),

  BeginVacantTerm: whileOpen((state, data: Asked<"BeginVacantTerm">) => {
    if (isDoneAlready(state, data)) return accept();
    const next = nextTerm(state, data.term);
    if (!next.ok) return next;
    const { chair, startsOn, term } = next.row;
    if (chair.kind === "unit") return reject({ type: "TermHasChair", data: { term, chair: chair.unit } });
    const last = state.served.at(-1)?.begunOn ?? startsOn;
    const notBefore = laterOf(last, startsOn);
    if (data.begunOn < notBefore)
      return reject({ type: "RotationDateOutOfOrder", data: { date: data.begunOn, notBefore } });
    return accept({ type: "VacantTermBegun", data: { ...data, startsOn, ...turnOf(next.row) } });
  }),
};

const turnOf = ({ nominal }: ForecastTerm) => (nominal.kind === "unit" ? { turnOf: nominal.unit } : {});

/** Whether the running term began by just this. */
function isDoneAlready(state: OpenedRotation, data: { term: string }): boolean {
  const begun = state.served.at(-1)?.event.data;
  return begun !== undefined && "startsOn" in begun && same({ ...begun, ...data }, begun);
}

function nextTerm(state: OpenedRotation, term: string): { ok: true; row: ForecastTerm } | Refusal {
  const coming = comingTerm(state, term);
  if (!coming.ok) return coming;
  const number = runningNumber(state) + 1;
  if (coming.row.number === number) return coming;
  return reject({ type: "TermNotNext", data: { term, next: nameOf(state.calendar, number) } });
}

function refusedSuccessor(
  state: OpenedRotation,
  { chair, term, number }: ForecastTerm,
  unit: UnitId,
  open: "mayBeOpen" | "mustBeGiven" = "mustBeGiven",
): Refusal | undefined {
  if (chair.kind === "open" && open === "mayBeOpen")
    return isMemberIn(state, unit, number)
      ? undefined
      : reject({ type: "UnitNotInRotation", data: { unit } });
  if (chair.kind === "open") return reject({ type: "TermWithoutChair", data: { term } });
  if (chair.kind === "vacant") return reject({ type: "TermVacantAlready", data: { term } });
  return chair.unit === unit
    ? undefined
    : reject({ type: "NotHolderOfTerm", data: { term, unit, holder: chair.unit } });
}

function refusedDeputy(
  state: OpenedRotation,
  row: ForecastTerm,
  { chair, deputy }: { chair: UnitId; deputy: UnitId | undefined },
): Refusal | undefined {
  if (deputy === undefined) return undefined;
  if (deputy === chair) return reject({ type: "DeputyIsChair", data: { unit: deputy } });
  if (!isMemberIn(state, deputy, row.number))
    return reject({ type: "UnitNotInRotation", data: { unit: deputy } });
  const isOther = row.deputy !== undefined && row.deputy !== deputy && sitting(row.chair) === chair;
  return isOther ? reject({ type: "NotDeputyOfTerm", data: { term: row.term, unit: deputy } }) : undefined;
}

/** Weeks early or days late, as far as the policy lets it, and never before the chair was taken. */
function refusedDate(state: OpenedRotation, row: ForecastTerm, date: CivilDate): Refusal | undefined {
  const { daysBeforeMax, daysAfterMax } = policyAt(state, row.number).handover;
  const [from, until] = [addDays(row.startsOn, -daysBeforeMax), addDays(row.startsOn, daysAfterMax)];
  if (date < from || date > until)
    return reject({ type: "HandoverOutsideTolerance", data: { date, from, until } });
  const last = state.served.at(-1)?.begunOn;
  if (last !== undefined && date < last)
    return reject({ type: "RotationDateOutOfOrder", data: { date, notBefore: last } });
  return undefined;
}

function refusedConsent(
  state: OpenedRotation,
  { number }: ForecastTerm,
  data: Asked<"HandOverChair">,
): Refusal | undefined {
  if (policyAt(state, number).handover.consent === "outgoing") return undefined;
  const missing = (["handedBy", "receivedBy"] as const).filter((side) => data[side] === undefined);
  return missing.length > 0 ? reject({ type: "HandoverUnsigned", data: { missing } }) : undefined;
}

/** The flag goes along only from who has it. */
function refusedFlag(
  { custody }: OpenedRotation,
  { flag, from, handedOverOn }: Asked<"HandOverChair">,
): Refusal | undefined {
  if (flag === undefined) return undefined;
  if (custody === undefined) return reject({ type: "NoFlag", data: {} });
  const { custodian } = custody;
  if (custodian.kind === "lost") return reject({ type: "FlagIsLost", data: {} });
  if (custodian.kind !== "unit" || custodian.unit !== from)
    return reject({ type: "NotCustodian", data: { named: { kind: "unit", unit: from }, custodian } });
  const notBefore = custodySince(custody);
  return handedOverOn < notBefore
    ? reject({ type: "RotationDateOutOfOrder", data: { date: handedOverOn, notBefore } })
    : undefined;
}
