import type { Id } from "../../kernel/ids.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { longestWaitingOf } from "../policies/longest-waiting.ts";
import { goesRound, successorBy } from "../policies/succession.ts";
import type { Choice, Passed } from "../policies/turn.ts";
import type { Seat } from "./explanation.ts";
import {
  type Debt,
  hasJustHad,
  heirOf,
  hindranceOf,
  keyOf,
  pointerOf,
  type Reckoning,
  type Standing,
  standLeft,
  turnOf,
} from "./standing.ts";

/** By which step a term has its chair. */
type Step = "opening" | "designated" | "held" | "prefix" | "owed" | "rule";

/** What the nominal layer gives a term: the seat, by which step, and who was passed over. */
export type Given = {
  seat: Seat;
  by: Step;
  passed: readonly Passed[];
  debt?: Id | undefined;
  /** Elected in rotation: with this term a new lap begins. */
  isNewLap?: boolean;
};

/** A designation, a term held over, a prefix and an owed turn come before the rule, in this order. */
export function seatOf(reckoning: Reckoning): Given {
  const { standing } = reckoning;
  if (standing.policy.succession.kind === "electedInRotation") return electedSeat(reckoning);
  return (
    designatedSeat(reckoning) ??
    heldSeat(reckoning) ??
    prefixSeat(reckoning) ??
    owedSeat(reckoning) ??
    ruledSeat(reckoning)
  );
}

const to = (unit: UnitId): Seat => ({ kind: "unit", unit });

const isFree = (reckoning: Reckoning, unit: UnitId | undefined): unit is UnitId =>
  unit !== undefined && hindranceOf(reckoning, unit) === undefined;

function designatedSeat(reckoning: Reckoning): Given | undefined {
  const { designated } = reckoning.wishes;
  const unit = designated && heirOf(reckoning, designated.chair);
  if (!isFree(reckoning, unit)) return undefined;
  return { seat: to(unit), by: "designated", passed: takeAhead(reckoning, unit) };
}

function heldSeat(reckoning: Reckoning): Given | undefined {
  const { previous } = reckoning.standing;
  if (!reckoning.wishes.isHeldOver || !isFree(reckoning, previous)) return undefined;
  return { seat: to(previous), by: "held", passed: [] };
}

function prefixSeat(reckoning: Reckoning): Given | undefined {
  const { standing } = reckoning;
  const passed: Passed[] = [];
  while (standing.prefix.length > 0) {
    const [unit = ""] = standing.prefix.splice(0, 1);
    const hindrance = hindranceOf(reckoning, unit);
    if (hindrance === undefined) return { seat: to(unit), by: "prefix", passed };
    passed.push({ unit, hindrance });
  }
  return undefined;
}

/** The debts that are due stand in line: first the one that was due first, then the one that arose first. */
function owedSeat(reckoning: Reckoning): Given | undefined {
  const { debts } = reckoning.standing;
  const isDue = ({ due, unit }: Debt) =>
    due !== undefined && due <= reckoning.number && isFree(reckoning, heirOf(reckoning, unit));
  const first = debts
    .filter(isDue)
    .reduce<Debt | undefined>(
      (found, next) => (found === undefined || (next.due ?? 0) < (found.due ?? 0) ? next : found),
      undefined,
    );
  if (!first) return undefined;
  return { seat: to(heirOf(reckoning, first.unit)), by: "owed", passed: [], debt: first.obligation };
}

function ruledSeat(reckoning: Reckoning): Given {
  const choice = ruled(reckoning);
  if (choice.kind === "unit") advance(reckoning.standing, choice);
  const passed = choice.kind === "open" ? [] : choice.passed;
  if (choice.kind === "unit") return { seat: to(choice.unit), by: "rule", passed };
  return { seat: choice.kind === "open" ? choice : { kind: "vacant" }, by: "rule", passed };
}

/**
 * A unit stands that has had no turn in this lap. When no such unit is left a new lap begins, in which all stand but the
 * last chair.
 */
function electedSeat(reckoning: Reckoning): Given {
  const { standing, wishes } = reckoning;
  const left = standLeft(reckoning);
  const isNewLap = left.length <= standing.opened;
  const stand = isNewLap ? newLapStand(reckoning) : left;
  const chosen = wishes.designated && heirOf(reckoning, wishes.designated.chair);
  const isChosen = isFree(reckoning, chosen) && (stand.includes(chosen) || wishes.designated?.isAssigned);
  if (chosen !== undefined && isChosen) return { seat: to(chosen), by: "designated", passed: [], isNewLap };
  const earlier = heldSeat(reckoning) ?? owedSeat(reckoning);
  if (earlier) return earlier;
  const passed = standing.order.flatMap((unit) => {
    const hindrance = hindranceOf(reckoning, unit);
    return hindrance === "skipped" || hindrance === "suspended" ? [{ unit, hindrance }] : [];
  });
  const seat: Seat = stand.length > 0 ? { kind: "open", among: stand } : { kind: "vacant" };
  return { seat, by: "rule", passed, isNewLap };
}

function newLapStand(reckoning: Reckoning): UnitId[] {
  const { order, previous, isPreviousOpen } = reckoning.standing;
  const all = order.filter((unit) => isFree(reckoning, unit));
  return all.length > 1 && !isPreviousOpen ? all.filter((unit) => unit !== previous) : all;
}

function ruled(reckoning: Reckoning): Choice {
  const { policy, isLaidDown, ahead } = reckoning.standing;
  const next = (except?: UnitId) => successorBy(policy.succession, turnOf(reckoning, except), isLaidDown);
  const choice = next();
  if (choice.kind !== "nobody" || ahead.size === 0) return choice;
  // Every unit that is left in the lap has had its turn already, so a new lap begins.
  ahead.clear();
  const first = next();
  // It does not begin with the unit that has just had the term before, where another unit can begin it.
  if (first.kind !== "unit" || !hasJustHad(reckoning, first.unit)) return first;
  const other = next(first.unit);
  if (other.kind !== "unit") return first;
  return { ...other, passed: other.passed.filter(({ unit }) => unit !== first.unit) };
}

/**
 * Moves the pointer to the unit that gets the turn. A unit that was passed over for a turn taken ahead no
 * longer has one ahead.
 */
function advance(standing: Standing, choice: Extract<Choice, { kind: "unit" }>) {
  if (choice.at !== undefined) standing.at = choice.at;
  if (choice.groupAt !== undefined) standing.groupAt = choice.groupAt;
  standing.lastKey = keyOf(standing, choice.unit);
  for (const { unit, hindrance } of choice.passed) if (hindrance === "turnTaken") standing.ahead.delete(unit);
}

/**
 * A unit was designated. If it was its turn, the order goes on after it and has passed over others; else the unit has
 * taken a turn ahead.
 */
function takeAhead(reckoning: Reckoning, unit: UnitId): readonly Passed[] {
  const { standing } = reckoning;
  const { policy, groups, order } = standing;
  if (groups.length > 0) standing.groupAt = groups.findIndex((group) => group.includes(unit));
  if (!goesRound(policy.succession)) return [];
  const choice = ruled(reckoning);
  if (choice.kind === "unit" && choice.unit === unit) {
    advance(standing, choice);
    return choice.passed;
  }
  if (order.includes(unit)) standing.ahead.add(unit);
  return [];
}

/**
 * The deputy of the term: the one that was named if it can be, or the one that the rule gives. Whoever has the turn may
 * be named, as the deputy of its own substitute.
 */
export function deputyOf(reckoning: Reckoning, turn: UnitId | undefined): UnitId | undefined {
  const { wishes, standing } = reckoning;
  const heir = wishes.deputy === undefined ? undefined : heirOf(reckoning, wishes.deputy);
  const named = canBeDeputy(reckoning, heir) ? heir : undefined;
  const byRule = deputyByRule(reckoning, turn);
  const deputy = named ?? (byRule === turn ? undefined : byRule);
  if (deputy === undefined || wishes.released.has(deputy)) return undefined;
  return standing.policy.deputy === "none" && named === undefined ? undefined : deputy;
}

function canBeDeputy({ roster }: Reckoning, unit: UnitId | undefined): boolean {
  const member = unit === undefined ? undefined : roster.members.get(unit);
  return member !== undefined && member.suspension === undefined;
}

function deputyByRule(reckoning: Reckoning, chair: UnitId | undefined): UnitId | undefined {
  const { policy, isLaidDown, order } = reckoning.standing;
  if (chair === undefined || policy.deputy === "none" || policy.deputy === "designated") return undefined;
  const turn = { ...turnOf(reckoning, chair), at: pointerOf(reckoning.standing) };
  const choice =
    policy.deputy === "longestWaiting"
      ? longestWaitingOf(turn, order)
      : successorBy(policy.succession, turn, isLaidDown);
  return choice.kind === "unit" ? choice.unit : undefined;
}
