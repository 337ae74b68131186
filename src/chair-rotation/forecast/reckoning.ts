import type { CivilDate } from "../../kernel/time.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { laterOf, type Span, spansFrom } from "../calendar.ts";
import type { Roster, RosterFact } from "../members.ts";
import { deputyLeft } from "../office-on.ts";
import { goesRound, type Succession } from "../policies/succession.ts";
import { placeAfter, rosterWalkFrom } from "../roster-on.ts";
import { type Decided, type OpenedRotation, type Overlay, policyAt } from "../state.ts";
import { decide } from "./deciding.ts";
import type { Citation, Seat } from "./explanation.ts";
import type { NominalTerm } from "./nominal-term.ts";
import { overlaid } from "./overlays.ts";
import { place } from "./placing.ts";
import { deputyOf, type Given, seatOf } from "./seat.ts";
import {
  copyOfStanding,
  hasJustHad,
  hasNotBegun,
  hindranceOf,
  keyOf,
  lapIsOver,
  layDown,
  newWishes,
  noWishes,
  placeUnit,
  pointerOf,
  type Reckoning,
  type Standing,
  waitAfter,
  waitFrom,
} from "./standing.ts";

/** The coming terms are reckoned from this alone. */
export type Source = Pick<
  OpenedRotation,
  | "opening"
  | "calendar"
  | "decisions"
  | "doneOn"
  | "facts"
  | "firstRoster"
  | "lastRoster"
  | "near"
  | "obligations"
  | "overlays"
  | "pending"
  | "policies"
  | "roster"
  | "rosterFacts"
  | "served"
  | "standing"
>;

/**
 * How far to look, and on which day one asks. A term is reckoned on its first day or, if that is later, on the day on
 * which one asks, and never before the last day on which something was done.
 */
type Asked = { enough: (span: Span) => boolean; askedOn?: CivilDate | undefined };

/** The days of the coming terms up to the one that is `enough`. */
export const comingSpans = ({ calendar, served }: Source, enough: (span: Span) => boolean): readonly Span[] =>
  spansFrom(calendar, served.length, enough);

/**
 * Whose turn each coming term is, up to the one that is `enough`. It begins at the running term and passes over the
 * coming ones once; each fact and each decision has its effect once. `read` reads a term and the standing after it,
 * before the next term is reckoned. The result does not depend on a clock, a locale or a machine.
 */
export function comingTerms<T>(
  source: Source,
  { enough, askedOn }: Asked,
  read: (term: NominalTerm, after: Standing) => T,
): T[] {
  const standing = copyOfStanding(source.standing);
  const pending = [...source.pending];
  const earliest = laterOf(source.doneOn ?? "", askedOn ?? "");
  const spans = comingSpans(source, enough);
  const roster = rosterWalkFrom(source, laterOf(spans[0]?.startsOn ?? "", earliest));
  return spans.map((span) => {
    const day = laterOf(span.startsOn, earliest);
    return read(reckonComing(source, { standing, span, day, roster: roster(day), pending }), standing);
  });
}

/** The same for the next term or a later one, with the deputy that the office has, and with the agreements about the term. */
export function reckonComing(source: Source, term: Reckoned): NominalTerm {
  const { standing, span } = term;
  const { number } = span;
  const row = reckon(source, term, deputyBefore(source, term));
  const overlays = source.overlays.get(number);
  const isAnybody = overlays !== undefined && policyAt(source, number).substitutes === "anybody";
  const { chair } = overlaid(row, overlays, isAnybody);
  standing.sits = chair.kind === "unit" ? chair.unit : undefined;
  // Where nobody chairs, nobody is deputy; a chair is not its own, though it sits for another unit.
  const isNone = chair.kind === "vacant" || standing.deputy === standing.sits;
  if (isNone) standing.deputy = undefined;
  return row;
}

/** Who is deputy when the next term is reckoned: as in the office, by all that was done and recorded in the running term. */
export function deputyBefore(
  source: Source,
  { span, day }: Pick<Reckoned, "span" | "day">,
): DeputyBefore | undefined {
  return span.number > 0 && span.number === source.served.length ? () => deputyLeft(source, day) : undefined;
}

/** A term to be reckoned. */
type Reckoned = {
  standing: Standing;
  span: Span;
  day: CivilDate;
  roster: Roster;
  pending: RosterFact[];
};

type DeputyBefore = () => UnitId | undefined;

/**
 * Gives one term to a unit: `standing` becomes what it is after the term, and `pending` loses what it now has. Without
 * `deputyBefore` the standing tells who is deputy then. An agenda reckons hundreds of thousands of terms, so nothing is
 * copied for one.
 */
export function reckon(
  source: Pick<Source, "decisions" | "obligations" | "opening" | "overlays">,
  { standing, span, day, roster, pending }: Reckoned,
  deputyBefore?: DeputyBefore,
): NominalTerm {
  const { number } = span;
  const placed = placeAfter(pending, day);
  if (placed > 0) for (const fact of pending.splice(0, placed)) place(standing, fact, { number, roster });
  const decided = source.decisions.get(number) ?? [];
  const wishes = decided.length > 0 || number === 0 ? newWishes() : noWishes;
  const reckoning: Reckoning = { standing, roster, wishes, number };
  for (const { event } of decided) decide(reckoning, event);
  startLap(reckoning);
  const { succession } = standing.policy;
  if (succession.kind === "deputySucceeds" && deputyBefore) standing.deputy = deputyBefore();
  const { previous: after, deputy: last } = standing;
  const given =
    number === 0 && source.opening.chair !== undefined ? openWith(reckoning, source) : seatOf(reckoning);
  const isVacant = isLeftVacant(source.overlays.get(number), laterOf(span.startsOn, day));
  settleStanding(reckoning, given, { obligations: source.obligations, isVacant });
  const unit = given.seat.kind === "unit" ? given.seat.unit : undefined;
  const deputy = deputyOf(reckoning, unit);
  standing.deputy = deputy === unit ? undefined : deputy;
  const { seat, by, debt, isNewLap = false } = given;
  return {
    number,
    term: span.term,
    startsOn: span.startsOn,
    endsOn: span.endsOn,
    day,
    seat,
    by,
    deputy,
    debt,
    isNewLap,
    unplaced: wishes.unplaced,
    roster,
    because: reasons(reckoning, { given, decided, after, last, source }),
  };
}

/** Once a lap has ended, the order that waits for its end begins, and the joiners that wait for it get a place. */
function startLap(reckoning: Reckoning) {
  const { standing } = reckoning;
  const { nextOrder, lapJoiners } = standing;
  if ((nextOrder === undefined && lapJoiners.length === 0) || !lapIsOver(reckoning)) return;
  const hasEnded = pointerOf(standing) >= 0;
  const before = new Set(standing.order);
  const isNext = standing.policy.succession.kind === "electedInRotation" && !hasNotBegun(standing);
  if (nextOrder) layDown(standing, nextOrder);
  for (const unit of [...lapJoiners]) placeUnit(standing, unit, { kind: "end" });
  // Who comes with the new lap has no turn in the one that is over.
  if (isNext) for (const unit of standing.order) if (!before.has(unit)) standing.had.add(unit);
  if (nextOrder || !goesRound(standing.policy.succession)) return;
  standing.at = -1;
  standing.lastKey = undefined;
  if (hasEnded) passLast(reckoning);
}

/**
 * A new lap does not begin with the unit that has just had the term before, where another unit can begin it. A new order
 * begins with its first unit in any case.
 */
function passLast(reckoning: Reckoning) {
  const { standing } = reckoning;
  const { order, previous } = standing;
  if (previous === undefined || !hasJustHad(reckoning, previous)) return;
  const able = order.filter((unit) => hindranceOf(reckoning, unit) === undefined);
  if (able[0] !== previous || able.length === 1) return;
  standing.at = order.indexOf(previous);
  standing.lastKey = keyOf(standing, previous);
}

/** The opening names the chair of the first term; the order goes on after it. */
function openWith({ standing, wishes }: Reckoning, { opening }: Pick<Source, "opening">): Given {
  const unit = opening.chair ?? "";
  standing.at = standing.order.indexOf(unit);
  standing.lastKey = keyOf(standing, unit);
  standing.groupAt = standing.groups.findIndex((group) => group.includes(unit));
  if (opening.deputy !== undefined) wishes.deputy = opening.deputy;
  return { seat: { kind: "unit", unit }, by: "opening", passed: [] };
}

/** Whether it is decided that nobody is chosen for an open term. */
const isLeftVacant = (overlays: readonly Overlay[] = [], day: CivilDate): boolean =>
  overlays.some((one) => one.kind === "vacant" && one.bound === undefined && one.from <= day);

/**
 * The order goes on from who has the turn; what was owed for it is honoured, and what is owed now arises. Elected in
 * rotation, an open term uses up one of those who stand, unless it stays vacant; an owed turn is none of this lap.
 */
function settleStanding(
  reckoning: Reckoning,
  given: Given,
  { obligations, isVacant }: Pick<Source, "obligations"> & { isVacant: boolean },
) {
  const { standing, wishes, number } = reckoning;
  const { seat, debt, passed, isNewLap } = given;
  if (isNewLap) {
    standing.had.clear();
    standing.opened = 0;
  }
  if (seat.kind === "unit") {
    if (debt === undefined) standing.had.add(seat.unit);
    standing.waiting.set(seat.unit, waitAfter(number));
    standing.previous = seat.unit;
  }
  const isToBeChosen = seat.kind === "open" && !isVacant;
  if (isToBeChosen) standing.opened += 1;
  standing.isPreviousOpen = isToBeChosen;
  if (standing.policy.skip.kind === "forfeit")
    for (const unit of wishes.skipped.keys()) standing.had.add(unit);
  if (debt !== undefined) standing.debts = standing.debts.filter(({ obligation }) => obligation !== debt);
  for (const { unit, hindrance } of passed) {
    if (hindrance !== "skipped") continue;
    // The turn is spent: the unit waits for its next one from now on.
    standing.waiting.set(unit, waitFrom(number));
    const owed = wishes.skipped.get(unit);
    const obligation = owed && obligations.get(owed.obligation);
    if (obligation && obligation.status !== "broken")
      standing.debts.push({ obligation: obligation.obligation, unit, passed: number, due: obligation.due });
  }
}

/** The rule that gave the seat: without a deputy that can succeed it is the one that is named for that case. */
function ruleOf(succession: Succession, gives: Seat, deputy: UnitId | undefined): Succession["kind"] {
  const isOther = gives.kind === "unit" && gives.unit !== deputy;
  return succession.kind === "deputySucceeds" && succession.otherwise === "longestWaiting" && isOther
    ? "longestWaiting"
    : succession.kind;
}

/** The steps that give the seat: the rule or the decision, and the events that it rests on. */
function reasons(
  { standing }: Reckoning,
  {
    given,
    decided,
    after,
    last,
    source,
  }: {
    given: Given;
    decided: readonly Decided[];
    after: UnitId | undefined;
    last: UnitId | undefined;
    source: Pick<Source, "opening">;
  },
): Citation[] {
  const cite = (...types: string[]): Citation[] =>
    decided.filter(({ event }) => types.includes(event.type)).map(({ event }) => ({ kind: "event", event }));
  const { seat: gives, by, passed } = given;
  const rule = by === "prefix" ? ("prefix" as const) : ruleOf(standing.policy.succession, gives, last);
  const step: Citation = { kind: "rule", rule, after, passed, gives };
  switch (by) {
    case "opening":
      return [{ kind: "event", event: { type: "RotationOpened", data: source.opening }, gives }];
    case "designated":
      return cite("ChairDesignated", "ChairInstalled").map((one) => ({ ...one, gives }));
    case "held":
      return [{ ...step, rule: "heldOver", after: undefined }, ...cite("ChairHeldOver", "ChairDesignated")];
    case "owed":
      return [{ ...step, rule: "owed" }, ...cite("OwedTurnClaimed")];
    default: {
      // So it is in most terms.
      if (decided.length === 0) return [step];
      const isSkipped = passed.some(({ hindrance }) => hindrance === "skipped");
      return [step, ...(isSkipped ? cite("TurnSkipped", "TurnDeclined") : []), ...cite("ChairDesignated")];
    }
  }
}
