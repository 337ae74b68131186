import { expect } from "vitest";
import { laterOf, numberOf } from "../../src/chair-rotation/calendar.ts";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { type Coming, comingRows } from "../../src/chair-rotation/forecast/coming-terms.ts";
import { heirIn } from "../../src/chair-rotation/members.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { officeOn } from "../../src/chair-rotation/office-on.ts";
import { rosterOn } from "../../src/chair-rotation/roster-on.ts";
import { decidedOf, type OpenedRotation, policyAt } from "../../src/chair-rotation/state.ts";
import { isAssignment } from "../../src/chair-rotation/words.ts";
import { addDays } from "../../src/kernel/time.ts";
import { eachAgreed } from "./agreements-in-log.ts";
import { few, type Law, saidOn } from "./dated-histories.ts";
import { ownDayOf } from "./days-in-log.ts";
import type { Step } from "./histories.ts";
import { timed } from "./life.ts";

/** What is accepted whether or not it changes an answer (section 5, L49). */
const withoutEffect: ReadonlySet<string> = new Set([
  // An incident.
  "NoteIncident",
  // A proposal and its end; the list of a lot is the proposal of an order.
  "ProposeSwap",
  "ExpireSwap",
  "AnnounceOrderLot",
  // A new order.
  "ReplaceOrder",
  "DrawOrder",
  "PlaceInOrder",
  "RemoveFromOrder",
]);

/** The same, where it depends on what was so before. */
function isExcepted({ command: { type, data }, before, after }: Step): boolean {
  switch (type) {
    case "ConsentToSwap":
      // A consent before ratification.
      return after.swaps.get(data.swap)?.status !== "inForce";
    case "SuspendFromRotation": {
      // A suspension during another one.
      const { suspendedOn, unit } = data;
      const open = before.doneOn === undefined ? suspendedOn : addDays(before.doneOn, 1);
      return rosterOn(before, laterOf(suspendedOn, open)).members.get(unit)?.suspension !== undefined;
    }
    case "DesignateChair":
      // A confirmation.
      return turnIn(before, data.term) === data.chair;
    case "UndesignateChair":
      // A confirmation that is taken back: the rule gives the turn as before, or to the heir.
      return turnIn(after, data.term) === turnIn(before, data.term);
    case "AdoptRotationPolicy": {
      // Where no deputy succeeds, the next chair is found as it is otherwise: by that rule alone it is the same one.
      const { succession } = policyAt(before, numberOf(before.calendar, data.term) ?? 0);
      const kinds = [succession, data.policy.succession];
      const isOtherwise = kinds.some(
        (one, at) => one.kind === "deputySucceeds" && one.otherwise === kinds[1 - at]?.kind,
      );
      return isOtherwise || givesNoTerm(after, data.term);
    }
    case "DesignateDeputy":
      // A confirmation of the deputy that the rule gives.
      return deputyIn(before, data.term) === data.deputy;
    default:
      return withoutEffect.has(type);
  }
}

/** Until another rule is adopted, all terms are given otherwise: they are held over, owed, or given by a decision. */
function givesNoTerm(state: OpenedRotation, term: string): boolean {
  const from = numberOf(state.calendar, term) ?? 0;
  const until = state.policies.find(({ at }) => at > from)?.at;
  if (until === undefined) return false;
  const given = comingRows(state, until - 1).filter(({ number }) => number >= from && number < until);
  return given.every(({ by }) => by !== "rule");
}

const rowIn = (state: OpenedRotation, term: string): Coming | undefined => {
  const number = numberOf(state.calendar, term) ?? -1;
  return comingRows(state, number).find((row) => row.number === number);
};

function turnIn(state: OpenedRotation, term: string): string | undefined {
  const { nominal } = rowIn(state, term) ?? {};
  return nominal?.kind === "unit" ? nominal.unit : undefined;
}

function deputyIn(state: OpenedRotation, term: string): string | undefined {
  const row = rowIn(state, term);
  return row ? row.deputy : officeOn(state, state.doneOn ?? "").deputy;
}

/** L49: what is accepted changes an answer. */
export const acceptedHasEffect: Law = ({ steps }) => {
  let cases = 0;
  for (const step of steps) {
    const { command, before, after } = step;
    if (isExcepted(step)) continue;
    cases += 1;
    if (answersOf(before) !== answersOf(after)) continue;
    const days = few(daysOfStep(step), 12);
    const isChanged = days.some((day) => saidOn(before, day) !== saidOn(after, day));
    expect(isChanged, `without effect: ${JSON.stringify(command)}`).toBe(true);
  }
  return cases;
};

/** The coming terms, by which step and after whom, and what is owed. */
function answersOf(state: OpenedRotation): string {
  const rows = comingRows(state, state.served.length + 12).map(
    ({ nominal, chair, deputy, by, debt, vacantFrom, startsOn, because, number }) => {
      const passed = because.flatMap((one) => (one.kind === "rule" ? [one.rule, one.passed] : []));
      const laid = (state.overlays.get(number) ?? []).map(({ kind, bound }) => [kind, bound]);
      return [nominal, chair, deputy, by, debt, vacantFrom, startsOn, passed, laid];
    },
  );
  const owed = [...state.obligations.values()].map(({ obligation, status }) => [obligation, status]);
  return JSON.stringify([rows, owed]);
}

/** The days that a step may be about. */
function daysOfStep({ before, after, events, command }: Step): (string | undefined)[] {
  const given = Object.values(command.data).filter(
    (one) => typeof one === "string" && /^\d{4}-\d\d-\d\d$/.test(one),
  );
  const facts = events.flatMap((event) => ownDayOf(event) ?? []);
  const own = [...given, ...facts, after.doneOn].filter((day): day is string => typeof day === "string");
  const closed = before.doneOn === undefined ? [] : [before.doneOn, addDays(before.doneOn, 1)];
  return [...own, ...own.map((day) => addDays(day, 1)), ...closed];
}

/** L50: a standing designation's unit has the nominal seat, and the rule gives nobody two terms running but by exception. */
export const nobodyTwiceRunning: Law = (life) => {
  let cases = 0;
  eachAgreed(life, ({ after, agreed }) => {
    const next = after.served.length;
    const rows = comingRows(after, next + 7);
    for (const { number, nominal, day, term } of rows)
      for (const { chair } of agreed.designations.get(number) ?? []) {
        expect(nominal, term).toEqual({ kind: "unit", unit: heirIn(rosterOn(after, day), chair) });
        cases += 1;
      }
    const last = after.served.at(-1)?.chair;
    let before = last === undefined ? undefined : { unit: last, number: next - 1 };
    for (const row of rows) {
      const unit = row.chair.kind === "unit" ? row.chair.unit : undefined;
      if (unit !== undefined && unit === before?.unit) {
        expect(mayHaveBoth(after, row, unit), `${unit} has ${row.term} and the term before`).toBe(true);
        cases += 1;
      }
      before = unit === undefined ? undefined : { unit, number: row.number };
    }
  });
  return cases;
};

const orders: ReadonlySet<string> = new Set([
  "OrderReplaced",
  "OrderDrawn",
  "UnitPlacedInOrder",
  "UnitRemovedFromOrder",
]);

/** A hold-over, an owed turn, a swap, a substitute, a new order, an heir, or nobody else can. */
function mayHaveBoth(state: OpenedRotation, row: Coming, unit: string): boolean {
  const { number, by, day } = row;
  const pair = [number - 1, number];
  const stepBefore = state.served[number - 1]?.because ?? comingRows(state, number - 1).at(-1)?.because ?? [];
  const isOwedBefore = stepBefore.some((one) => one.kind === "rule" && one.rule === "owed");
  if (by === "held" || by === "owed" || isOwedBefore) return true;
  const laid = [
    ...(state.served[number - 1]?.laid ?? []),
    ...pair.flatMap((at) => state.overlays.get(at) ?? []),
  ];
  if (laid.length > 0) return true;
  const decided = pair.flatMap((at) => decidedOf(state, at));
  const isHeldOrOrdered = ({ type }: { type: string }) => type === "ChairHeldOver" || orders.has(type);
  if (decided.some(({ event }) => isHeldOrOrdered(event)) || isOrderWaiting(state, number)) return true;
  if (isChosen(state, row) || isTakenAhead(row)) return true;
  const heirs = state.facts.flatMap(({ on, event: { type, data } }) => {
    if (on > day) return [];
    return type === "UnitsMergedInRotation" ? [data.into] : type === "UnitSplitInRotation" ? [data.heir] : [];
  });
  return heirs.includes(unit) || isAlone(state, row, unit);
}

/** An order that waits for the end of a lap may begin with this term. */
const isOrderWaiting = (state: OpenedRotation, number: number): boolean =>
  Array.from({ length: number + 1 }, (_, at) => decidedOf(state, at))
    .flat()
    .some(({ event }) => event.type === "OrderReplaced" && event.data.effective === "lapEnds");

/** A seat that the rule leaves open is the assembly's choice, and a decision names under any rule (section 5). */
function isChosen(state: OpenedRotation, { number, by }: Coming): boolean {
  if (by !== "designated") return false;
  const isAssigned = decidedOf(state, number).some(
    ({ event }) => event.type === "ChairDesignated" && isAssignment(event.data.basis),
  );
  return isAssigned || policyAt(state, number).succession.kind !== "electedInRotation";
}

/** A unit that a decision gave a term has taken its own next turn in the lap ahead (section 5), so it cannot have it. */
const isTakenAhead = ({ because }: Coming): boolean =>
  because.some((one) => one.kind === "rule" && one.passed.some(({ hindrance }) => hindrance === "turnTaken"));

/** Whether nobody else could have the term: if the unit were passed over, it would be vacant. */
function isAlone(state: OpenedRotation, { term }: Coming, unit: string): boolean {
  const skip = ChairRotationCommand.create.SkipTurn({ term, unit, reason: "theo quy chế" });
  const answer = chairRotation.decide(timed(skip), { ...state, status: "open" });
  if (!answer.ok) return false;
  const skipped = answer.events.reduce(chairRotation.evolve, { ...state, status: "open" });
  if (skipped.status === "blank") return false;
  const number = numberOf(state.calendar, term) ?? 0;
  return comingRows(skipped, number).at(-1)?.nominal.kind === "vacant";
}
