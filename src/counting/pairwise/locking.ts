import type { Fraction } from "../../kernel/fraction.ts";
import { resultsAbove } from "../above.ts";
import type { Results } from "../results.ts";
import { followTies } from "../ties.ts";

export type Victory = {
  readonly winner: number;
  readonly loser: number;
  readonly strength: Fraction;
  /** Papers against it, where they decide between equal victories. */
  readonly against: bigint;
};

/** Who is above whom by the victories locked so far, chains included: for each nominee a row with a bit for each other. */
type Locked = Uint32Array;

type Locking = { readonly size: number; readonly seats: number; readonly branchesMax: number };

type LockedResults = {
  /** Of all orders together. */
  readonly total: Results;
  /** How many orders end apart. */
  readonly results: number;
  readonly isCut: boolean;
};

/** The groups before `group` are locked, and what is undisputed of it; `disputed` is the rest. */
type State = { readonly locked: Locked; readonly group: number; readonly disputed: readonly Victory[] };

/**
 * Locks the groups one after the other, each group in every order. An order is followed to its end before the next one,
 * so that orders that can change nothing any more are known early, and left out.
 */
export function lockInEveryOrder(groups: readonly Victory[][], locking: Locking): LockedResults {
  const { size, seats, branchesMax } = locking;
  const nothing = new Uint32Array(size * wordsOf(size));
  // A state is worked out when it is met, and not before: most are left out.
  const found = followTies<() => State>([once(() => settled(nothing, groups, 0, size))], {
    order: "depthFirst",
    branchesMax,
    keyOf: (state) => keyOf(state()),
    advance(of) {
      const { locked, group, disputed } = of();
      if (group === groups.length) return { ended: lockedResult(locked, locking) };
      return {
        next: disputed.map((victory) =>
          once(() => settled(lock(locked.slice(), victory, size), groups, group, size)),
        ),
      };
    },
    cutOffRest: (state) => lockedResult(state().locked, locking),
    cutOff: (state) => lockedResult(state().locked, locking),
    bound: {
      of: (state) => resultsAbove(size, seats, aboveIn(state().locked, size)),
      aboveIn: (state) => matrixOf(state().locked, size),
      settled: () => undefined,
    },
  });
  const total = found.total ?? lockedResult(nothing, locking);
  return { total, results: found.results.length, isCut: found.isCut };
}

/** Locks the groups one after the other, of each group only what no order would pass over. */
export function lockTogether(groups: readonly Victory[][], locking: Locking): LockedResults {
  const locked = new Uint32Array(locking.size * wordsOf(locking.size));
  for (const group of groups) lockUndisputed(locked, group, locking.size);
  return { total: lockedResult(locked, locking), results: 1, isCut: false };
}

/** Locks on from a group, up to the first one in which something is disputed. It uses up `locked`. */
function settled(locked: Locked, groups: readonly Victory[][], from: number, size: number): State {
  for (let group = from; group < groups.length; group++) {
    const disputed = lockUndisputed(locked, groups[group] ?? [], size);
    if (disputed.length > 0) return { locked, group, disputed };
  }
  return { locked, group: groups.length, disputed: [] };
}

/** Locks those of a group that can close no cycle, whatever else of the group is locked before. Returns the others. */
function lockUndisputed(locked: Locked, group: readonly Victory[], size: number): readonly Victory[] {
  const open = group.filter((victory) => isOpen(locked, victory, size));
  if (open.length === 0) return open;
  if (open.length > 1) {
    const everything = locked.slice();
    for (const victory of open)
      if (!isAbove(everything, victory.winner, victory.loser, size)) lock(everything, victory, size);
    for (const victory of open)
      if (!isAbove(everything, victory.loser, victory.winner, size)) lock(locked, victory, size);
  } else for (const victory of open) lock(locked, victory, size);
  return open.filter((victory) => isOpen(locked, victory, size));
}

function isOpen(locked: Locked, { winner, loser }: Victory, size: number): boolean {
  return !isAbove(locked, winner, loser, size) && !isAbove(locked, loser, winner, size);
}

/** Locks a victory, with the chains that it completes. */
function lock(locked: Locked, { winner, loser }: Victory, size: number): Locked {
  const words = wordsOf(size);
  const [below, winnerWord, loserWord] = [loser * words, winner >> 5, loser >> 5];
  const [winnerBit, loserBit] = [1 << (winner & 31), 1 << (loser & 31)];
  for (let from = 0, row = 0; from < size; from++, row += words) {
    if (from !== winner && ((locked[row + winnerWord] ?? 0) & winnerBit) === 0) continue;
    if (((locked[row + loserWord] ?? 0) & loserBit) !== 0) continue;
    for (let word = 0; word < words; word++)
      locked[row + word] = (locked[row + word] ?? 0) | (locked[below + word] ?? 0);
    locked[row + loserWord] = (locked[row + loserWord] ?? 0) | loserBit;
  }
  return locked;
}

function isAbove(locked: Locked, a: number, b: number, size: number): boolean {
  return (((locked[a * wordsOf(size) + (b >> 5)] ?? 0) >>> (b & 31)) & 1) === 1;
}

const wordsOf = (size: number) => (size + 31) >> 5;
const aboveIn = (locked: Locked, size: number) => (a: number, b: number) => isAbove(locked, a, b, size);

function matrixOf(locked: Locked, size: number): Uint8Array {
  const above = new Uint8Array(size * size);
  for (let a = 0; a < size; a++)
    for (let b = 0; b < size; b++) above[a * size + b] = isAbove(locked, a, b, size) ? 1 : 0;
  return above;
}

function lockedResult(locked: Locked, { size, seats }: Locking): Results {
  return { ...resultsAbove(size, seats, aboveIn(locked, size)), above: matrixOf(locked, size) };
}

function keyOf({ locked, group }: State): string {
  const halves = new Uint16Array(locked.buffer, locked.byteOffset, 2 * locked.length);
  return `${group}/${String.fromCharCode(...halves)}`;
}

function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}
