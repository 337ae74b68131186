import { addDays, type CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { laterOf } from "./calendar.ts";
import type { Roster, RosterFact } from "./members.ts";
import type { ChairRotationEvent } from "./messages.ts";
import { sittingOn } from "./office-on.ts";
import { rosterOn, rosterWalk } from "./roster-on.ts";
import { endsIn, runningOn } from "./seating.ts";
import { type FlagAct, type KeptCustody, type OpenedRotation, policyAt, type ServedTerm } from "./state.ts";
import type { Custodian, FlagReceipt, RotatingFlag } from "./words.ts";

/** One link of the chain: the flag went from one custodian to another on a day. */
export type CustodyStep = {
  flag: RotatingFlag["flag"];
  from: Custodian;
  to: Custodian;
  on: CivilDate;
  receipt?: FlagReceipt | undefined;
  event: ChairRotationEvent["type"];
};

/**
 * Where the rotating flag is, and the chain of its custodians. The chain begins with the issuer. Each link begins
 * with the custodian of the link before, and not on an earlier day. At any time there is exactly one custodian, or
 * the flag is lost.
 */
export type Custody = { flag: RotatingFlag; custodian: Custodian; steps: CustodyStep[] };

const issuer: Custodian = { kind: "issuer" };

/** The custodian of a flag that goes with the chair; without a chair the issuer keeps it. */
export const custodianOf = (chair: UnitId | undefined): Custodian =>
  chair === undefined ? issuer : { kind: "unit", unit: chair };

type Known = OpenedRotation & { closedOn?: CivilDate | undefined };
type Step = { on: CivilDate; seq: number } & ({ fact: RosterFact["event"] } | { act: FlagAct });

/**
 * Where the flag is on `day`: by what was done with it; with the heir from the day of a merger or split; and with its
 * issuer from the first day on which its custodian is no member. A chair that has left finishes its term with the
 * flag; once the rotation is closed there is no term to finish. Undefined in a rotation without a flag, and before the
 * day on which its first flag was issued. It goes through the whole chain.
 */
export function custodyOn(rotation: Known, day: CivilDate): Custody | undefined {
  const { flag: known } = rotation;
  return known && day >= known.flag.issuedOn ? custodyFrom(rotation, known, { day }) : undefined;
}

/** Who has the flag on `day`, without the chain: from a day that is not closed on it goes on from the closed ones. */
export function custodianOn(
  rotation: Known,
  day: CivilDate,
): Pick<Custody, "flag" | "custodian"> | undefined {
  const { flag: known, doneOn } = rotation;
  if (!known || day < known.flag.issuedOn) return undefined;
  const kept = doneOn !== undefined && day >= doneOn ? known.kept : undefined;
  return custodyFrom(rotation, known, { day, kept });
}

/** All days up to `day` are closed: who has the flag then is kept, so that nobody goes through the chain again. */
export function keepCustody(rotation: OpenedRotation, day: CivilDate) {
  const { flag: known, served } = rotation;
  if (!known) return;
  const { flag, custodian } = custodyFrom(rotation, known, { day, kept: known.kept });
  let terms = known.kept?.terms ?? 0;
  for (let term = served[terms]; term && (vacancyOf(term)?.on ?? day) <= day; term = served[terms])
    terms += 1;
  known.kept = { flag, custodian, acts: known.acts.length, terms };
}

type Flagged = NonNullable<OpenedRotation["flag"]>;

/** The chain up to `day`, from the first flag or from what is kept of the closed days. */
function custodyFrom(
  rotation: Known,
  known: Flagged,
  { day, kept }: { day: CivilDate; kept?: KeptCustody | undefined },
): Custody {
  const custody: Custody = kept
    ? { flag: kept.flag, custodian: kept.custodian, steps: [] }
    : { flag: known.flag, custodian: known.to, steps: [] };
  const { issuedOn } = known.flag;
  let isIssued = kept !== undefined;
  const { firstRoster: roster, facts } = rotation;
  const rosterOf = kept
    ? (on: CivilDate) => rosterOn(rotation, on)
    : rosterWalk({ roster, rosterFacts: 0, facts });
  for (const step of stepsUntil(rotation, known.acts, { day, kept })) {
    if (!isIssued && step.on >= issuedOn) {
      issue(custody, issuedOn);
      isIssued = true;
    }
    if ("act" in step) perform(custody, step.act, rosterOf);
    else succeed(rotation, custody, { ...step, event: step.fact });
  }
  if (!isIssued) issue(custody, issuedOn);
  return custody;
}

/**
 * The chain begins on the day of issue, with the unit that was to have the flag: its heir where it has ended before, and
 * the issuer where it is gone.
 */
function issue(custody: Custody, on: CivilDate) {
  const { custodian: to } = custody;
  Object.assign(custody, { custodian: issuer, steps: [] });
  pass(custody, { to, on, event: "RotationOpened" });
}

/** What may move the flag up to `day`, in the order of the days; after what is kept, only what came since. */
function stepsUntil(
  rotation: Known,
  acts: readonly FlagAct[],
  { day, kept }: { day: CivilDate; kept: KeptCustody | undefined },
): Step[] {
  const { facts, rosterFacts, served, doneOn = "", opening, flag, closedOn } = rotation;
  const steps: Step[] = acts.slice(kept?.acts).map((act) => ({ on: act.on, seq: act.seq, act }));
  // A flag that came later was given to a member of that day; what became of that unit before does not move it.
  const since = kept ? doneOn : opening.flag ? "" : (flag?.flag.issuedOn ?? "");
  for (const { on, seq, event } of facts.slice(kept ? rosterFacts : 0))
    if (on > since && ending.has(event.type)) steps.push({ on, seq, fact: event });
  for (const term of served.slice(kept?.terms)) {
    const vacancy = vacancyOf(term);
    if (vacancy && vacancy.on > since) steps.push({ on: vacancy.on, seq: vacancy.seq, act: vacancy });
  }
  if (closedOn !== undefined) {
    const after = { on: addDays(closedOn, 1), seq: rotation.seq + 1 };
    steps.push({ ...after, act: { kind: "officeChanged", ...after, event: "RotationClosed" } });
  }
  return steps
    .filter(({ on }) => on <= day)
    .sort((a, b) => (a.on === b.on ? a.seq - b.seq : a.on < b.on ? -1 : 1));
}

const ending: ReadonlySet<string> = new Set([
  "UnitsMergedInRotation",
  "UnitSplitInRotation",
  "UnitLeftRotation",
]);

/** An agreement left the last part of the term vacant. */
function vacancyOf({ vacantFrom, begunOn, seq }: ServedTerm): FlagAct | undefined {
  if (vacantFrom === undefined) return undefined;
  const on = laterOf(vacantFrom, addDays(begunOn, 1));
  return { kind: "officeChanged", on, seq, event: "TermVacated" };
}

/** Adds a link to the chain where the flag goes to another custodian. */
function pass(custody: Custody, step: Omit<CustodyStep, "flag" | "from">) {
  const { custodian } = custody;
  const isSame =
    custodian.kind === step.to.kind &&
    (custodian.kind !== "unit" || step.to.kind !== "unit" || custodian.unit === step.to.unit);
  if (isSame) return;
  custody.steps.push({ flag: custody.flag.flag, from: custodian, ...step });
  custody.custodian = step.to;
}

function perform(custody: Custody, act: FlagAct, rosterOf: (day: CivilDate) => Roster) {
  const { on } = act;
  if (act.kind === "moved") {
    const { to, receipt, event } = act;
    pass(custody, { to, on, event: event.type, ...(receipt && { receipt }) });
    return;
  } else if (act.kind === "replaced") {
    custody.flag = act.flag;
    pass(custody, { to: act.to, on, event: "FlagReplaced" });
    return;
  }
  const { custodian } = custody;
  if (custodian.kind === "unit" && !rosterOf(on).members.has(custodian.unit))
    pass(custody, { to: issuer, on, event: act.event });
}

function succeed(
  rotation: Known,
  custody: Custody,
  { on, event }: { on: CivilDate; event: RosterFact["event"] },
) {
  const { custodian } = custody;
  if (custodian.kind !== "unit") return;
  if (event.type === "UnitsMergedInRotation" || event.type === "UnitSplitInRotation") {
    const { ends, heir } = endsIn(event);
    if (ends.includes(custodian.unit)) pass(custody, { to: custodianOf(heir), on, event: event.type });
  } else if (event.type === "UnitLeftRotation" && event.data.unit === custodian.unit) {
    // By the policy of the term that it sits in: a later policy changes no closed day.
    const lastDay = addDays(on, -1);
    const { closedOn = on } = rotation;
    const isFinishing =
      on <= closedOn &&
      policyAt(rotation, runningOn(rotation, lastDay)?.number ?? -1).leaver === "finish" &&
      !event.data.ceases &&
      sittingOn(rotation, lastDay) === custodian.unit;
    if (!isFinishing) pass(custody, { to: issuer, on, event: event.type });
  }
}
