import { type Decision, reject } from "../kernel/decision.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { CommandMetadata } from "../kernel/recorded.ts";
import { type CivilDate, civilDateOf } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { firstTermFrom, nameOf, numberOf, type Span, spanOf } from "./calendar.ts";
import type { ChairRotationCommand } from "./commands.ts";
import type { ChairRotationEvent } from "./events.ts";
import type { Seat } from "./explanation.ts";
import { type ForecastTerm, forecast } from "./forecast.ts";
import type { ChairRotationRejection } from "./rejections.ts";
import { type ChairRotation, isMemberIn, type OpenedRotation, runningNumber } from "./state.ts";
import type { TermId } from "./words.ts";

export type Decided = Decision<ChairRotationEvent, ChairRotationRejection>;
export type Asked<K extends ChairRotationCommand["type"]> = DataOf<ChairRotationCommand, K>;
type Refused = Extract<Decided, { ok: false }>;

/** A decision on an open rotation; any other is refused. Facts dated after the day of the command are refused. */
export function whileOpen<D extends object>(decide: (state: OpenedRotation, data: D) => Decided) {
  return (state: ChairRotation, data: D, metadata: CommandMetadata | undefined): Decided => {
    if (state.status !== "open")
      return reject({ type: "RotationInWrongState", data: { status: state.status, allowed: ["open"] } });
    const today = metadata && civilDateOf(metadata.now);
    const future = today && pastDates(data).find((date) => date > today);
    if (today && future) return reject({ type: "RotationDateInFuture", data: { date: future, today } });
    return decide(state, data);
  };
}

/** What has been done cannot lie ahead; joins, leaves and the like may be decided for a day to come. */
const doneOn = new Set([
  "designatedOn",
  "releasedOn",
  "handedOverOn",
  "installedOn",
  "begunOn",
  "endedOn",
  "declinedOn",
  "brokenOn",
  "announcedOn",
  "drawnOn",
  "proposedOn",
  "consentedOn",
  "ratifiedOn",
  "expiredOn",
  "receivedOn",
  "lostOn",
  "closedOn",
]);

function pastDates(data: object): CivilDate[] {
  return Object.entries(data).flatMap(([name, value]) =>
    doneOn.has(name) && typeof value === "string" ? [value] : [],
  );
}

/** A term that has not begun, with what is forecast for it; or why it is none. */
export function comingTerm(state: OpenedRotation, term: TermId): { ok: true; row: ForecastTerm } | Refused {
  const number = numberOf(state.calendar, term);
  if (number === undefined) return reject({ type: "TermUnknown", data: { term } });
  const running = runningNumber(state);
  if (number <= running)
    return reject({ type: "TermBegunAlready", data: { term, running: nameOf(state.calendar, running) } });
  const row = forecast(state, { number })[number];
  return row ? { ok: true, row } : reject({ type: "TermUnknown", data: { term } });
}

/** The first term that a fact of `date` can have a say in: one that begins on that day or later, and has not begun. */
export function firstComing(state: OpenedRotation, date: CivilDate): { ok: true; span: Span } | Refused {
  const next = spanOf(state.calendar, runningNumber(state) + 1);
  const beyond = reject({ type: "DateBeyondCalendar", data: { date } } as const);
  if (next === undefined) return beyond;
  if (next.startsOn >= date) return { ok: true, span: next };
  const span = firstTermFrom(state.calendar, date);
  return span ? { ok: true, span } : beyond;
}

/** Who sits there; undefined for an open or a vacant seat. */
export const sitting = (seat: Seat): UnitId | undefined => (seat.kind === "unit" ? seat.unit : undefined);

/** Names a unit where there is one; a rejection has no field for nobody. */
export const holderField = (holder: UnitId | undefined) => (holder === undefined ? {} : { holder });

/** The rejection of a unit that is no member in term `number`; undefined for one that is. */
export function unlessMember(state: OpenedRotation, unit: UnitId, number: number): Refused | undefined {
  if (isMemberIn(state, unit, number)) return undefined;
  return reject({ type: "UnitNotInRotation", data: { unit } });
}

/** Whether the unit is a member now or will be. */
export function isMemberFrom({ members }: OpenedRotation, unit: UnitId, number: number): boolean {
  const spells = members.get(unit)?.spells ?? [];
  return spells.some(({ until }) => until === undefined || until > number);
}

/** The later of two days. */
export const laterOf = (a: CivilDate, b: CivilDate): CivilDate => [a, b].sort().at(-1) ?? a;
