import type { UnitId } from "../../vocabulary/unit.ts";
import { type Calendar, type Span, spansUntil } from "../calendar.ts";
import type { ChairRotationEvent } from "../messages.ts";
import { longestWaitingOf } from "../policies/longest-waiting.ts";
import { goesRound, successorBy } from "../policies/succession.ts";
import type { Choice } from "../policies/turn.ts";
import type { EventData, NominalFact } from "../state.ts";
import type { Citation, Seat } from "./explanation.ts";
import { applyFact } from "./nominal-facts.ts";
import {
  hindranceOf,
  keyFor,
  keyOf,
  lapIsOver,
  layDown,
  type NominalState,
  noWishes,
  placeUnit,
  pointerOf,
  resolved,
  sortOrder,
  turnOf,
  waitAfter,
} from "./nominal-state.ts";

/** A term with the unit whose turn it is by order and roster, before any swap or substitute. */
export type NominalTerm = Span & { seat: Seat; deputy?: UnitId | undefined; because: readonly Citation[] };

/** The nominal layer is computed from this alone. */
type NominalSource = {
  opening: EventData<"RotationOpened">;
  calendar: Calendar;
  facts: readonly NominalFact[];
};

/**
 * Whose turn each term is, from the first term up to the one that is `enough`. It passes over the terms once, and
 * each fact has its effect once, so the cost is linear in the terms and in the facts. The result does not depend on
 * a clock, a locale or a machine.
 */
export function nominalTerms(source: NominalSource, enough: (span: Span) => boolean): NominalTerm[] {
  const spans = spansUntil(source.calendar, enough);
  const facts = factsByTerm(source.facts);
  const state = startingState(source, spans);
  return spans.map((span) => {
    const now = facts.get(span.number) ?? [];
    state.wishes = noWishes();
    for (const fact of now) applyFact(state, fact);
    startLap(state, span.number);
    return { ...span, ...giveTerm(state, span.number, now, source.opening) };
  });
}

function factsByTerm(facts: readonly NominalFact[]): Map<number, NominalFact[]> {
  const byTerm = new Map<number, NominalFact[]>();
  for (const fact of facts) {
    const known = byTerm.get(fact.at);
    if (known) known.push(fact);
    else byTerm.set(fact.at, [fact]);
  }
  return byTerm;
}

function startingState({ opening }: NominalSource, spans: readonly Span[]): NominalState {
  const { policy, roster, order, previousChair } = opening;
  const starts = (date: string) =>
    spans.find(({ startsOn }) => startsOn >= date)?.number ?? Number.POSITIVE_INFINITY;
  const state: NominalState = {
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
  state.lastKey = previousChair === undefined ? undefined : keyOf(state, previousChair);
  sortOrder(state);
  return state;
}

/** Once a lap has ended, the order that waits for its end begins, and the joiners that wait for it get a place. */
function startLap(state: NominalState, number: number) {
  const { nextOrder, lapJoiners } = state;
  if ((nextOrder === undefined && lapJoiners.length === 0) || !lapIsOver(state, number)) return;
  if (nextOrder) layDown(state, nextOrder);
  for (const unit of [...lapJoiners]) placeUnit(state, unit, { kind: "end" });
  if (!nextOrder && goesRound(state.policy.succession)) {
    state.at = -1;
    state.lastKey = undefined;
  }
}

type Given = Pick<NominalTerm, "seat" | "deputy" | "because">;

function giveTerm(
  state: NominalState,
  number: number,
  now: readonly NominalFact[],
  opening: NominalSource["opening"],
): Given {
  const after = state.previous;
  const given =
    number === 0 && opening.chair !== undefined ? openWith(state, opening) : seatOf(state, number, now);
  const unit = given.seat.kind === "unit" ? given.seat.unit : undefined;
  if (unit !== undefined) {
    state.waiting.set(unit, waitAfter(number));
    state.previous = unit;
  }
  const deputy = deputyOf(state, number, unit);
  state.deputy = deputy;
  const because = given.because.map((one) => (one.kind === "rule" ? { ...one, after } : one));
  return { seat: given.seat, deputy, because };
}

type Seated = Pick<NominalTerm, "seat" | "because">;

/** The opening names the chair of the first term; the order goes on after it. */
function openWith(state: NominalState, opening: NominalSource["opening"]): Seated {
  const unit = opening.chair ?? "";
  state.at = state.order.indexOf(unit);
  state.lastKey = keyOf(state, unit);
  state.groupAt = state.groups.findIndex((group) => group.includes(unit));
  if (opening.deputy !== undefined) state.wishes.deputy = opening.deputy;
  return {
    seat: { kind: "unit", unit },
    because: [{ kind: "event", event: { type: "RotationOpened", data: opening } }],
  };
}

/** Facts come before the rule: a designation, a term held over, a prefix, an owed turn. Then the rule decides. */
function seatOf(state: NominalState, number: number, now: readonly NominalFact[]): Seated {
  const { wishes, policy } = state;
  const isFree = (unit: UnitId | undefined): unit is UnitId =>
    unit !== undefined && hindranceOf(state, unit, number) === undefined;
  const designated = wishes.designated && resolved(state, wishes.designated.chair);
  const owed = wishes.owed && resolved(state, wishes.owed);
  if (isFree(designated)) {
    takeAhead(state, number, designated);
    return {
      seat: { kind: "unit", unit: designated },
      because: cite(now, "ChairDesignated", "ChairInstalled"),
    };
  }
  if (wishes.isHeldOver && isFree(state.previous)) {
    const gives: Seat = { kind: "unit", unit: state.previous };
    const held: Citation = { kind: "rule", rule: policy.succession.kind, passed: [], gives };
    return { seat: gives, because: [held, ...cite(now, "ChairHeldOver")] };
  }
  for (let unit = state.prefix.shift(); unit !== undefined; unit = state.prefix.shift()) {
    if (isFree(unit))
      return {
        seat: { kind: "unit", unit },
        because: [{ kind: "rule", rule: "prefix", passed: [], gives: { kind: "unit", unit } }],
      };
  }
  if (isFree(owed)) return { seat: { kind: "unit", unit: owed }, because: cite(now, "OwedTurnClaimed") };
  const choice = ruled(state, number);
  const passed = choice.kind === "open" ? [] : choice.passed;
  const gives = seated(choice);
  const because: Citation[] = [{ kind: "rule", rule: policy.succession.kind, passed, gives }];
  const reasons = passed.some(({ hindrance }) => hindrance === "skipped")
    ? cite(now, "TurnSkipped", "TurnDeclined")
    : [];
  if (choice.kind === "unit") advance(state, choice);
  return { seat: gives, because: [...because, ...reasons] };
}

function seated(choice: Choice): Seat {
  if (choice.kind === "unit") return { kind: "unit", unit: choice.unit };
  return choice.kind === "open" ? choice : { kind: "vacant" };
}

function ruled(state: NominalState, number: number): Choice {
  const { policy, isLaidDown, ahead } = state;
  const choice = successorBy(policy.succession, turnOf(state, number), isLaidDown);
  if (choice.kind !== "nobody" || ahead.size === 0) return choice;
  // Every unit that is left in the lap has had its turn already, so a new lap begins.
  ahead.clear();
  return successorBy(policy.succession, turnOf(state, number), isLaidDown);
}

/**
 * Moves the pointer to the unit that gets the turn. A unit that was passed over for a turn taken ahead no
 * longer has one ahead.
 */
function advance(state: NominalState, choice: Extract<Choice, { kind: "unit" }>) {
  if (choice.at !== undefined) state.at = choice.at;
  if (choice.groupAt !== undefined) state.groupAt = choice.groupAt;
  state.lastKey = keyOf(state, choice.unit);
  for (const { unit, hindrance } of choice.passed) if (hindrance === "turnTaken") state.ahead.delete(unit);
}

/** A unit was designated. If it was its turn, the order goes on after it; else the unit has taken a turn ahead. */
function takeAhead(state: NominalState, number: number, unit: UnitId) {
  const { policy, groups, order } = state;
  if (groups.length > 0) state.groupAt = groups.findIndex((group) => group.includes(unit));
  if (!goesRound(policy.succession)) return;
  const choice = ruled(state, number);
  if (choice.kind === "unit" && choice.unit === unit) advance(state, choice);
  else if (order.includes(unit)) state.ahead.add(unit);
}

function deputyOf(state: NominalState, number: number, chair: UnitId | undefined): UnitId | undefined {
  const { wishes, policy } = state;
  const wished = wishes.deputy ?? wishes.designated?.deputy;
  const named = wished && resolved(state, wished);
  const deputy = named ?? deputyByRule(state, number, chair);
  if (deputy === undefined || deputy === chair || wishes.released.has(deputy)) return undefined;
  return policy.deputy === "none" && named === undefined ? undefined : deputy;
}

function deputyByRule(state: NominalState, number: number, chair: UnitId | undefined): UnitId | undefined {
  const { policy, isLaidDown } = state;
  if (chair === undefined || policy.deputy === "none" || policy.deputy === "designated") return undefined;
  const turn = { ...turnOf(state, number, chair), at: pointerOf(state) };
  const choice =
    policy.deputy === "longestWaiting"
      ? longestWaitingOf(turn, state.order)
      : successorBy(policy.succession, turn, isLaidDown);
  return choice.kind === "unit" ? choice.unit : undefined;
}

function cite(now: readonly NominalFact[], ...types: ChairRotationEvent["type"][]): Citation[] {
  return now.filter(({ event }) => types.includes(event.type)).map(({ event }) => ({ kind: "event", event }));
}
