import type { Results } from "./results.ts";

/** How a count goes on from a state: it ends, or it reaches other states. Several of them are branches of a tie. */
export type Advanced<S> =
  | { readonly ended: Results }
  | {
      /** The next states; one where nothing is tied, none where the branch ends without a result. */
      readonly next: readonly S[];
      /** Receives the number of each next state, so that a step can name it. `place` is its place in `next`. */
      readonly onMet?: (place: number, number: number) => void;
    };

/** A count whose ties are followed. `S` is a state of it: all that decides how the count goes on. */
export type Branching<S> = {
  /** Equal for states that go on alike. */
  readonly keyOf: (state: S) => string;
  /** Counts on from a state, which it may use up, and writes down its steps. Called once for each distinct state. */
  readonly advance: (state: S, number: number) => Advanced<S>;
  /** What is known of a state that is not followed. */
  readonly cutOff: (state: S, number: number) => Results;
  /**
   * `depthFirst` follows a branch to its end before it takes up the next one. `breadthFirst` follows all branches one
   * state further, and then again; states at different depths must differ.
   */
  readonly order: "depthFirst" | "breadthFirst";
  /** How many states are followed: depth first in all, breadth first at one depth. */
  readonly branchesMax: number;
  /** The number of the first state; the next ones count on from it. */
  readonly firstNumber?: number;
};

export type Followed = {
  /** The result of each branch that ended or was cut off. */
  readonly results: readonly Results[];
  /** How many distinct states were followed. */
  readonly followed: number;
  /** Whether there were more states than `branchesMax`. */
  readonly isCut: boolean;
  /** The number of the next state, had there been one. */
  readonly nextNumber: number;
};

/** How many states of a tied count are followed by default: fewer where there are many nominees, as each state costs more. */
export function branchesMaxFor(nominees: number): number {
  return Math.min(1024, Math.max(16, Math.floor(200_000 / nominees ** 2)));
}

/**
 * Follows a count through every branch of its ties, equal states once. It works through a list, without recursion, so
 * no number of rounds is too deep.
 *
 * A state gets its number when it is first met. All states that can be reached are met, so the results of the ended
 * branches, merged, are the result of the count.
 */
export function followTies<S>(starts: readonly S[], count: Branching<S>): Followed {
  const walk: Walk<S> = {
    count,
    // Nothing leads back to the only start, so its key, which may be long, is not needed.
    keysFrom: starts.length === 1 ? 1 : 0,
    open: [{ depth: -1, next: starts, met: 0 }],
    depth: -1,
    numbers: new Map(),
    results: [],
    nextNumber: count.firstNumber ?? 0,
    followed: 0,
    isCut: false,
  };
  const { open } = walk;
  for (;;) {
    if (count.order === "breadthFirst") beginDepth(walk);
    const at = count.order === "breadthFirst" ? 0 : open.length - 1;
    const node = open[at];
    if (node === undefined) return walk;
    if ("state" in node) {
      open[at] = advanced(walk, node);
      continue;
    }
    const place = node.met++;
    const state = node.next[place];
    if (state !== undefined) {
      const number = meet(walk, state, node.depth + 1);
      node.onMet?.(place, number);
    } else if (count.order === "breadthFirst") open.shift();
    else open.pop();
  }
}

/** A state on the list that was met, and the states that come next once it was advanced. */
type Met<S> = { readonly depth: number; readonly state: S; readonly number: number };
type Passed<S> = {
  readonly depth: number;
  readonly next: readonly S[];
  readonly onMet?: ((place: number, number: number) => void) | undefined;
  /** How many of `next` were met. */
  met: number;
};

type Walk<S> = {
  readonly count: Branching<S>;
  /** Depth from which states have keys. */
  readonly keysFrom: number;
  readonly open: (Met<S> | Passed<S>)[];
  depth: number;
  readonly numbers: Map<string, number>;
  readonly results: Results[];
  nextNumber: number;
  followed: number;
  isCut: boolean;
};

/** The number of a state. A new state is put on the list, or cut off. */
function meet<S>(walk: Walk<S>, state: S, depth: number): number {
  const { count, numbers, open, keysFrom } = walk;
  const key = depth < keysFrom ? undefined : count.keyOf(state);
  const known = key === undefined ? undefined : numbers.get(key);
  if (known !== undefined) return known;
  const number = walk.nextNumber++;
  if (count.order === "depthFirst" && walk.followed >= count.branchesMax) {
    cutOff(walk, { state, number });
    return number;
  }
  if (key !== undefined) numbers.set(key, number);
  open.push({ depth, state, number });
  return number;
}

function advanced<S>(walk: Walk<S>, { depth, state, number }: Met<S>): Passed<S> {
  walk.followed++;
  const next = walk.count.advance(state, number);
  if (!("ended" in next)) return { ...next, depth, met: 0 };
  walk.results.push(next.ended);
  return { depth, next: [], met: 0 };
}

/** When all of the list has come to a new depth: where it holds too many states, all are cut off together. */
function beginDepth<S>(walk: Walk<S>): void {
  const { open, count, numbers } = walk;
  const depth = open[0]?.depth ?? walk.depth;
  if (depth === walk.depth) return;
  walk.depth = depth;
  numbers.clear();
  if (open.length <= count.branchesMax) return;
  for (const node of open.splice(0)) if ("state" in node) cutOff(walk, node);
}

function cutOff<S>(walk: Walk<S>, { state, number }: Pick<Met<S>, "state" | "number">): void {
  walk.isCut = true;
  walk.results.push(walk.count.cutOff(state, number));
}
