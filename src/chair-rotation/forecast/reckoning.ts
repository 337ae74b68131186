import type { Id } from "../../kernel/ids.ts";
import type { CivilDate } from "../../kernel/time.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { laterOf, type Span, spansFrom } from "../calendar.ts";
import { goesRound } from "../policies/succession.ts";
import { placeAfter, type Roster, type RosterFact, rosterWalk } from "../roster-on.ts";
import type { Decided, OpenedRotation, Overlay } from "../state.ts";
import { decide } from "./deciding.ts";
import type { Citation, Seat } from "./explanation.ts";
import { place } from "./placing.ts";
import { deputyOf, type Given, seatOf } from "./seat.ts";
import {
  copyOfStanding,
  hasJustHad,
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

/** A term with the unit whose turn it is by order and roster, before any swap or substitute. */
export type NominalTerm = Span & {
  /** The day whose roster decides: the term's first day, or a later day on which it is asked. */
  day: CivilDate;
  seat: Seat;
  by: Given["by"];
  /** Whoever has the turn may be here: it is deputy where another unit chairs for it. */
  deputy?: UnitId | undefined;
  because: readonly Citation[];
  debt?: Id | undefined;
  /** Elected in rotation: a new lap begins with this term. */
  isNewLap: boolean;
  /** The members of that day; it is changed when the next term is reckoned. */
  roster: Roster;
};

/** The coming terms are reckoned from this alone. */
export type Source = Pick<
  OpenedRotation,
  | "opening"
  | "calendar"
  | "decisions"
  | "doneOn"
  | "facts"
  | "firstRoster"
  | "obligations"
  | "overlays"
  | "pending"
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
  const roster = rosterWalk(source);
  const pending = [...source.pending];
  const earliest = laterOf(source.doneOn ?? "", askedOn ?? "");
  return comingSpans(source, enough).map((span) => {
    const day = laterOf(span.startsOn, earliest);
    return read(reckon(source, { standing, span, day, roster: roster(day), pending }), standing);
  });
}

/** Gives one term to a unit: `standing` becomes what it is after the term, and `pending` loses what it now has. */
export function reckon(
  source: Pick<Source, "decisions" | "obligations" | "opening" | "overlays">,
  term: { standing: Standing; span: Span; day: CivilDate; roster: Roster; pending: RosterFact[] },
): NominalTerm {
  const { standing, span, day, roster, pending } = term;
  const { number } = span;
  const placed = placeAfter(pending, day);
  if (placed > 0) for (const fact of pending.splice(0, placed)) place(standing, fact, { number, roster });
  const decided = source.decisions.get(number) ?? [];
  const wishes = decided.length > 0 || number === 0 ? newWishes() : noWishes;
  const reckoning: Reckoning = { standing, roster, wishes, number };
  for (const { event } of decided) decide(reckoning, event);
  startLap(reckoning);
  const after = standing.previous;
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
    roster,
    because: reasons(reckoning, { given, decided, after, source }),
  };
}

/** Once a lap has ended, the order that waits for its end begins, and the joiners that wait for it get a place. */
function startLap(reckoning: Reckoning) {
  const { standing } = reckoning;
  const { nextOrder, lapJoiners } = standing;
  if ((nextOrder === undefined && lapJoiners.length === 0) || !lapIsOver(reckoning)) return;
  const hasEnded = pointerOf(standing) >= 0;
  const before = new Set(standing.order);
  if (nextOrder) layDown(standing, nextOrder);
  for (const unit of [...lapJoiners]) placeUnit(standing, unit, { kind: "end" });
  // Who comes with the new lap has no turn in the one that is over.
  if (standing.policy.succession.kind === "electedInRotation")
    for (const unit of standing.order) if (!before.has(unit)) standing.had.add(unit);
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

/** The steps that give the seat: the rule or the decision, and the events that it rests on. */
function reasons(
  { standing }: Reckoning,
  {
    given,
    decided,
    after,
    source,
  }: {
    given: Given;
    decided: readonly Decided[];
    after: UnitId | undefined;
    source: Pick<Source, "opening">;
  },
): Citation[] {
  const cite = (...types: string[]): Citation[] =>
    decided.filter(({ event }) => types.includes(event.type)).map(({ event }) => ({ kind: "event", event }));
  const { seat: gives, by, passed } = given;
  const rule = by === "prefix" ? ("prefix" as const) : standing.policy.succession.kind;
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
      const isSkipped = passed.some(({ hindrance }) => hindrance === "skipped");
      return [step, ...(isSkipped ? cite("TurnSkipped", "TurnDeclined") : []), ...cite("ChairDesignated")];
    }
  }
}
