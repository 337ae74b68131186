import { committeesIn } from "../endings.ts";
import type { Count, Nominee, Outcome } from "../rule.ts";
import { committeesAmong, everyCommittee } from "../together.ts";
import {
  aboveIn,
  isAbove,
  isOpen,
  type Locked,
  lock,
  nothingLocked,
  textOf,
  type Victory,
} from "./locked.ts";

/**
 * The groups of equal victories before `group` are locked, and some victories of `group`. `left` are victories of the
 * group that are still open. `passed` are victories that the order passes over: each of them must close a cycle with
 * what is locked before it.
 */
type State = {
  readonly locked: Locked;
  readonly group: number;
  readonly left: readonly Victory[];
  readonly passed: readonly Victory[];
};

type Locking = {
  readonly groups: readonly (readonly Victory[])[];
  readonly size: number;
  readonly seats: number;
  readonly statesMax: number;
};

/**
 * Who may be elected together in some order of equal victories: in that order nobody is elected without those above.
 *
 * An order locks as many victories of a group as it can without a cycle. Each such set is reached by some order: the one
 * that begins with this set. So the orders, which are many, are not followed. Of each cycle, one victory after the other
 * is passed over instead.
 */
export function committeesLocked(
  { groups, size, seats, statesMax }: Locking,
  { nominees, undecided }: { nominees: readonly Nominee[]; undecided: Outcome["undecided"] },
): Pick<Count, "committees" | "unlisted"> {
  const fieldOf = ({ locked }: State) => ({ size, seats, above: aboveIn(locked, size) });
  return committeesIn<State>(nominees, undecided, {
    start: () => ({ locked: nothingLocked(size), group: 0, left: groups[0] ?? [], passed: [] }),
    keyOf: ({ locked, group, passed }) =>
      `${group}/${passed.map(({ winner, loser }) => `${winner}>${loser}`).sort()}/${textOf(locked)}`,
    statesMax,
    advance(state) {
      const next = lockedOn(state, groups, size);
      if (next === "closes no cycle") return { ended: [] };
      return next === "locked" ? { ended: committeesAmong(fieldOf(state)) } : { next };
    },
    // What is locked later makes no other committee possible.
    isKnown: (state, { has }) => everyCommittee(fieldOf(state), has),
  });
}

/**
 * Locks victories up to the first cycle. There the state branches: one victory of the cycle is passed over, and those
 * before it are locked. It changes `locked`. No order reaches a state where a victory that is passed over closes no cycle.
 */
function lockedOn(
  { locked, group: from, ...of }: State,
  groups: readonly (readonly Victory[])[],
  size: number,
): "locked" | "closes no cycle" | readonly State[] {
  let [left, passed] = [of.left, of.passed];
  for (let group = from; group < groups.length; ) {
    left = left.filter((victory) => isOpen(locked, victory, size));
    const everything = lockedWith(locked, left, size);
    if (!passed.every((victory) => mayClose(victory, locked, everything, size))) return "closes no cycle";
    const disputed = left.filter(({ winner, loser }) => isAbove(everything, loser, winner, size));
    const [first] = disputed;
    if (first && disputed.length === left.length)
      return passingOver(cycleOf(first, left, locked, size), { locked, group, left, passed }, size);
    // What these lock may leave fewer disputed.
    for (const victory of left) if (!disputed.includes(victory)) lock(locked, victory, size);
    if (first) continue;
    if (!passed.every(({ winner, loser }) => isAbove(locked, loser, winner, size))) return "closes no cycle";
    [left, passed] = [groups[++group] ?? [], []];
  }
  return "locked";
}

/** What is locked, and all these victories too, though some may close cycles. */
function lockedWith(locked: Locked, victories: readonly Victory[], size: number): Locked {
  const everything = locked.slice();
  for (const victory of victories)
    if (!isAbove(everything, victory.winner, victory.loser, size)) lock(everything, victory, size);
  return everything;
}

function mayClose({ winner, loser }: Victory, locked: Locked, everything: Locked, size: number): boolean {
  return !isAbove(locked, winner, loser, size) && isAbove(everything, loser, winner, size);
}

function passingOver(cycle: readonly Victory[], state: State, size: number): State[] {
  const states: State[] = [];
  let locked = state.locked;
  for (const victory of cycle) {
    const left = state.left.filter((other) => !cycle.slice(0, cycle.indexOf(victory) + 1).includes(other));
    states.push({ ...state, locked: locked.slice(), left, passed: [...state.passed, victory] });
    if (isAbove(locked, victory.loser, victory.winner, size)) break;
    locked = lock(locked.slice(), victory, size);
  }
  return states;
}

/** A victory, with the fewest others that close a cycle together with it and with what is locked. */
function cycleOf(first: Victory, left: readonly Victory[], locked: Locked, size: number): Victory[] {
  const via = new Map<number, readonly Victory[]>([[first.loser, []]]);
  for (let reached = [first.loser]; reached.length > 0; ) {
    const next: number[] = [];
    for (const from of reached) {
      const path = via.get(from) ?? [];
      if (from === first.winner || isAbove(locked, from, first.winner, size)) return [first, ...path];
      for (const victory of left) {
        if (via.has(victory.loser)) continue;
        if (from !== victory.winner && !isAbove(locked, from, victory.winner, size)) continue;
        via.set(victory.loser, [...path, victory]);
        next.push(victory.loser);
      }
    }
    reached = next;
  }
  return [first];
}
