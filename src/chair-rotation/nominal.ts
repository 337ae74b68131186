import type { DataOf } from "../kernel/messages.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { type Calendar, type Span, spansUntil } from "./calendar.ts";
import type { ChairRotationEvent } from "./events.ts";
import type { Citation, Seat } from "./explanation.ts";
import { applyFact, type NominalFact } from "./nominal-facts.ts";
import {
  hindranceOf,
  keyFor,
  keyOf,
  lapIsOver,
  layDown,
  noWishes,
  placeUnit,
  pointerOf,
  resolved,
  type Standing,
  sortOrder,
  turnOf,
  waitAfter,
} from "./order.ts";
import { longestWaitingOf } from "./policies/longest-waiting.ts";
import { goesRound, successorBy } from "./policies/succession.ts";
import type { Choice } from "./policies/turn.ts";

/** A term as the order and the facts about the roster give it, before any swap or substitute. */
export type NominalTerm = Span & { seat: Seat; deputy?: UnitId | undefined; because: readonly Citation[] };

/** All that the nominal layer is computed from. */
export type NominalSource = {
  opening: DataOf<ChairRotationEvent, "RotationOpened">;
  calendar: Calendar;
  facts: readonly NominalFact[];
};

/**
 * Whose turn each term is, from the first on: one pass over the terms, in which each fact takes effect once. Its
 * cost is linear in the terms and in the facts; nothing in it depends on a clock, a locale or a machine.
 */
export function nominalTerms(source: NominalSource, enough: (span: Span) => boolean): NominalTerm[] {
  const spans = spansUntil(source.calendar, enough);
  const facts = factsByTerm(source.facts);
  const standing = standingAt(source, spans);
  return spans.map((span) => {
    const now = facts.get(span.number) ?? [];
    standing.wishes = noWishes();
    for (const fact of now) applyFact(standing, fact);
    startLap(standing, span.number);
    return { ...span, ...giveTerm(standing, span.number, now, source.opening) };
  });
}

function factsByTerm(facts: readonly NominalFact[]): Map<number, NominalFact[]> {
  const byTerm = new Map<number, NominalFact[]>();
  for (const fact of facts) {
    const those = byTerm.get(fact.at);
    if (those) those.push(fact);
    else byTerm.set(fact.at, [fact]);
  }
  return byTerm;
}

function standingAt({ opening }: NominalSource, spans: readonly Span[]): Standing {
  const { policy, roster, order, previousChair } = opening;
  const starts = (date: string) =>
    spans.find(({ startsOn }) => startsOn >= date)?.number ?? Number.POSITIVE_INFINITY;
  const standing: Standing = {
    policy,
    order: [...order],
    at: previousChair === undefined ? -1 : order.indexOf(previousChair),
    lastKey: undefined,
    isLaidDown: false,
    keys: new Map(roster.map(({ unit, name, sortKey }) => [unit, keyFor(unit, sortKey ?? name ?? unit)])),
    memberFrom: new Map(
      roster.map(({ unit, joinedOn }) => [unit, joinedOn === undefined ? 0 : starts(joinedOn)]),
    ),
    suspended: new Set(),
    waiting: new Map(roster.map(({ unit }) => [unit, unit === previousChair ? -1 : -2])),
    groups: policy.succession.kind === "group" ? policy.succession.groups.map((group) => [...group]) : [],
    groupAt: -1,
    prefix: [],
    ahead: new Set(),
    lapJoiners: [],
    designationsFrom: 0,
    successors: new Map(),
    previous: previousChair,
    wishes: noWishes(),
  };
  standing.lastKey = previousChair === undefined ? undefined : keyOf(standing, previousChair);
  sortOrder(standing);
  return standing;
}

/** Once a lap has ended, an order that waited for it and joiners that waited for it come in. */
function startLap(standing: Standing, number: number) {
  const { nextOrder, lapJoiners } = standing;
  if ((nextOrder === undefined && lapJoiners.length === 0) || !lapIsOver(standing, number)) return;
  if (nextOrder) layDown(standing, nextOrder);
  for (const unit of [...lapJoiners]) placeUnit(standing, unit, { kind: "end" });
  if (!nextOrder && goesRound(standing.policy.succession)) {
    standing.at = -1;
    standing.lastKey = undefined;
  }
}

type Given = Pick<NominalTerm, "seat" | "deputy" | "because">;

function giveTerm(
  standing: Standing,
  number: number,
  now: readonly NominalFact[],
  opening: NominalSource["opening"],
): Given {
  const after = standing.previous;
  const given =
    number === 0 && opening.chair !== undefined ? openWith(standing, opening) : seatOf(standing, number, now);
  const unit = given.seat.kind === "unit" ? given.seat.unit : undefined;
  if (unit !== undefined) {
    standing.waiting.set(unit, waitAfter(number));
    standing.previous = unit;
  }
  const deputy = deputyOf(standing, number, unit);
  standing.deputy = deputy;
  const because = given.because.map((one) => (one.kind === "rule" ? { ...one, after } : one));
  return { seat: given.seat, deputy, because };
}

type Seated = Pick<NominalTerm, "seat" | "because">;

/** The first term's chair is whoever the opening says; the order goes on from there. */
function openWith(standing: Standing, opening: NominalSource["opening"]): Seated {
  const unit = opening.chair ?? "";
  standing.at = standing.order.indexOf(unit);
  standing.lastKey = keyOf(standing, unit);
  standing.groupAt = standing.groups.findIndex((group) => group.includes(unit));
  if (opening.deputy !== undefined) standing.wishes.deputy = opening.deputy;
  return {
    seat: { kind: "unit", unit },
    because: [{ kind: "event", event: { type: "RotationOpened", data: opening } }],
  };
}

/** Facts before rules: who was designated, who holds over, a prefix, a turn owed, and then the rule. */
function seatOf(standing: Standing, number: number, now: readonly NominalFact[]): Seated {
  const { wishes, policy } = standing;
  const isFree = (unit: UnitId | undefined): unit is UnitId =>
    unit !== undefined && hindranceOf(standing, unit, number) === undefined;
  const designated = wishes.designated && resolved(standing, wishes.designated.chair);
  const owed = wishes.owed && resolved(standing, wishes.owed);
  if (isFree(designated)) {
    takeAhead(standing, number, designated);
    return {
      seat: { kind: "unit", unit: designated },
      because: cite(now, "ChairDesignated", "ChairInstalled"),
    };
  }
  if (wishes.isHeldOver && isFree(standing.previous)) {
    const gives: Seat = { kind: "unit", unit: standing.previous };
    const held: Citation = { kind: "rule", rule: policy.succession.kind, passed: [], gives };
    return { seat: gives, because: [held, ...cite(now, "ChairHeldOver")] };
  }
  for (let unit = standing.prefix.shift(); unit !== undefined; unit = standing.prefix.shift()) {
    if (isFree(unit))
      return {
        seat: { kind: "unit", unit },
        because: [{ kind: "rule", rule: "prefix", passed: [], gives: { kind: "unit", unit } }],
      };
  }
  if (isFree(owed)) return { seat: { kind: "unit", unit: owed }, because: cite(now, "OwedTurnClaimed") };
  const choice = ruled(standing, number);
  const passed = choice.kind === "open" ? [] : choice.passed;
  const gives = seated(choice);
  const because: Citation[] = [{ kind: "rule", rule: policy.succession.kind, passed, gives }];
  const reasons = passed.some(({ hindrance }) => hindrance === "skipped")
    ? cite(now, "TurnSkipped", "TurnDeclined")
    : [];
  if (choice.kind === "unit") advance(standing, choice);
  return { seat: gives, because: [...because, ...reasons] };
}

function seated(choice: Choice): Seat {
  if (choice.kind === "unit") return { kind: "unit", unit: choice.unit };
  return choice.kind === "open" ? choice : { kind: "vacant" };
}

function ruled(standing: Standing, number: number): Choice {
  const { policy, isLaidDown, ahead } = standing;
  const choice = successorBy(policy.succession, turnOf(standing, number), isLaidDown);
  if (choice.kind !== "nobody" || ahead.size === 0) return choice;
  // Everybody left in the lap has had its turn ahead: a new lap.
  ahead.clear();
  return successorBy(policy.succession, turnOf(standing, number), isLaidDown);
}

/** The pointer moves on to who got the turn; those passed whose turn was taken ahead have no more of it to come. */
function advance(standing: Standing, choice: Extract<Choice, { kind: "unit" }>) {
  if (choice.at !== undefined) standing.at = choice.at;
  if (choice.groupAt !== undefined) standing.groupAt = choice.groupAt;
  standing.lastKey = keyOf(standing, choice.unit);
  for (const { unit, hindrance } of choice.passed) if (hindrance === "turnTaken") standing.ahead.delete(unit);
}

/** Somebody was designated: if it was its turn the order goes on from it, else it has had its turn ahead. */
function takeAhead(standing: Standing, number: number, unit: UnitId) {
  const { policy, groups, order } = standing;
  if (groups.length > 0) standing.groupAt = groups.findIndex((group) => group.includes(unit));
  if (!goesRound(policy.succession)) return;
  const choice = ruled(standing, number);
  if (choice.kind === "unit" && choice.unit === unit) advance(standing, choice);
  else if (order.includes(unit)) standing.ahead.add(unit);
}

function deputyOf(standing: Standing, number: number, chair: UnitId | undefined): UnitId | undefined {
  const { wishes, policy } = standing;
  const wished = wishes.deputy ?? wishes.designated?.deputy;
  const named = wished && resolved(standing, wished);
  const deputy = named ?? deputyByRule(standing, number, chair);
  if (deputy === undefined || deputy === chair || wishes.released.has(deputy)) return undefined;
  return policy.deputy === "none" && named === undefined ? undefined : deputy;
}

function deputyByRule(standing: Standing, number: number, chair: UnitId | undefined): UnitId | undefined {
  const { policy, isLaidDown } = standing;
  if (chair === undefined || policy.deputy === "none" || policy.deputy === "designated") return undefined;
  const turn = { ...turnOf(standing, number, chair), at: pointerOf(standing) };
  const choice =
    policy.deputy === "longestWaiting"
      ? longestWaitingOf(turn, standing.order)
      : successorBy(policy.succession, turn, isLaidDown);
  return choice.kind === "unit" ? choice.unit : undefined;
}

function cite(now: readonly NominalFact[], ...types: ChairRotationEvent["type"][]): Citation[] {
  return now.filter(({ event }) => types.includes(event.type)).map(({ event }) => ({ kind: "event", event }));
}
