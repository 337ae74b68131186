import { accept, objectionToDate, reject } from "../kernel/decision.ts";
import { during } from "../kernel/during.ts";
import { same } from "../kernel/same.ts";
import { addDays, type CivilDate } from "../kernel/time.ts";
import { type Answer, begunVacant, handedOver, installed } from "./beginning-of-terms.ts";
import { laterOf, nameOf, numberOf, spansFrom } from "./calendar.ts";
import { custodianOn } from "./custody-on.ts";
import { beginVacant } from "./handover.ts";
import type { ChairRotationEvent } from "./messages.ts";
import { officeOn } from "./office-on.ts";
import { workingCopy } from "./questions/working-copy.ts";
import { type CommandData, type CommandSlice, type OpenedRotation, runningNumber } from "./state.ts";
import { dayOfBasis } from "./words.ts";

type Seating = CommandData<"SeatChair">;

/** The chair who was designated takes its term, in whatever way the office as it is allows. */
export const decideSeat: CommandSlice<"SeatChair"> = {
  SeatChair: during(["open"], {
    already: isSeatedBy,
    done: ({ seatedOn, basis }) => [seatedOn, dayOfBasis(basis)],
    decide(state, data) {
      const passed = passedTerms(state, data);
      if (!passed.ok) return passed;
      const taken = takesOver(passed.state, data);
      if (!taken.ok) return taken;
      const flag = passed.events.length > 0 ? flagFrom(state, data) : [];
      return accept(...passed.events, ...taken.events, ...flag);
    },
  }),
};

/** Whether the running term began by just this, as far as its events tell. */
function isSeatedBy({ served, flag }: OpenedRotation, { term, chair, seatedOn, ...data }: Seating): boolean {
  const last = served.at(-1);
  if (last?.term !== term || last.chair !== chair || last.begunOn !== seatedOn) return false;
  const { type, data: begun } = last.event;
  if (type === "ChairHandedOver")
    return begun.place === data.place && (!begun.flag || begun.flag.condition === data.condition);
  if (type !== "ChairInstalled" || !same(begun.basis, data.basis)) return false;
  const received = flag?.acts.findLast(({ on, kind }) => on === seatedOn && kind === "moved");
  if (received?.kind !== "moved" || received.event.type !== "FlagReceived") return true;
  const { place, flag: receipt } = received.event.data;
  return place === data.place && receipt.condition === data.condition;
}

/** Whoever holds the chair hands it over, or acts for it; where nobody does, the chair is taken. */
function takesOver(state: OpenedRotation, { chair, seatedOn, basis, ...data }: Seating): Answer {
  const { term, place, condition } = data;
  const { holder, acting } = officeOn(state, seatedOn);
  const giver = holder ?? acting;
  if (giver === undefined) return installed(state, { term, chair, installedOn: seatedOn, basis });
  const custodian = giver === chair ? undefined : custodianOn(state, seatedOn)?.custodian;
  const hasFlag = custodian?.kind === "unit" && custodian.unit === giver;
  return handedOver(state, {
    term,
    from: giver,
    to: chair,
    handedOverOn: seatedOn,
    ...(place !== undefined && { place }),
    ...(hasFlag && { flag: { ...(condition !== undefined && { condition }) } }),
  });
}

/** Who held the chair until the passed terms were recorded gives the flag to whoever takes it. */
function flagFrom(state: OpenedRotation, { chair: unit, seatedOn, place, condition }: Seating) {
  const { holder } = officeOn(state, seatedOn);
  const from = custodianOn(state, seatedOn)?.custodian;
  if (from?.kind !== "unit" || from.unit !== holder || from.unit === unit) return [];
  const data = {
    from,
    to: { kind: "unit" as const, unit },
    receivedOn: seatedOn,
    ...(place !== undefined && { place }),
    flag: { ...(condition !== undefined && { condition }) },
  };
  return [{ type: "FlagReceived" as const, data }];
}

type Passed = { ok: true; state: OpenedRotation; events: readonly ChairRotationEvent[] };

/**
 * The terms before that one which nobody took: each begins without a chair, the last of them on the day before. Until
 * then whoever held the chair has stayed in office.
 */
function passedTerms(state: OpenedRotation, { term, seatedOn }: Seating): Passed | (Answer & { ok: false }) {
  const number = numberOf(state.calendar, term) ?? 0;
  const first = runningNumber(state) + 1;
  const earliest = earliestAfter(state, first, number);
  const early = earliest === undefined ? undefined : objectionToDate(seatedOn, { earliest });
  if (early) return reject(early);
  const events: ChairRotationEvent[] = [];
  let now = { ...state, status: "open" as const };
  for (let one = first; one < number; one += 1) {
    const begunOn = addDays(seatedOn, one - number);
    const answer = begunVacant(now, { term: nameOf(state.calendar, one), begunOn });
    if (!answer.ok) return answer;
    for (const event of answer.events) {
      if (event.type !== "VacantTermBegun") continue;
      events.push(event);
      const next = workingCopy(now);
      if (next.status !== "open") continue;
      beginVacant(next, event.data);
      now = next;
    }
  }
  return { ok: true, state: now, events };
}

/** The first day on which term `number` can be taken, as each term before it begins on a day of its own. */
function earliestAfter(
  { calendar, served, doneOn = "" }: OpenedRotation,
  first: number,
  number: number,
): CivilDate | undefined {
  if (number <= first) return undefined;
  const last = served.at(-1);
  const free = laterOf(doneOn, last ? addDays(last.begunOn, 1) : "");
  const spans = spansFrom(calendar, first, (span) => span.number >= number - 1);
  return spans.reduce((day, span) => {
    const begins = span.number === first ? laterOf(span.startsOn, free) : span.startsOn;
    return laterOf(day, addDays(begins, number - span.number));
  }, "");
}
