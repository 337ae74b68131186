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

type Followed = {
  /** The result of each branch that ended or was cut off. */
  readonly results: readonly Results[];
  /** How many distinct states were followed. */
  readonly followed: number;
  /** Whether there were more states than `branchesMax`. */
  readonly isCut: boolean;
  /** The number that the next state would have. */
  readonly nextNumber: number;
};

/**
 * How many states of a tied count are followed by default: fewer where there are many nominees, as each state
 * costs more.
 */
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
    numbers: new Map(),
    results: [],
    nextNumber: count.firstNumber ?? 0,
    followed: 0,
    isCut: false,
  };
  if (count.order === "depthFirst") followDepthFirst(walk, starts);
  else followBreadthFirst(walk, starts);
  return walk;
}

type Walk<S> = {
  readonly count: Branching<S>;
  readonly numbers: Map<string, number>;
  readonly results: Results[];
  nextNumber: number;
  followed: number;
  isCut: boolean;
};

type Next<S> = Exclude<Advanced<S>, { ended: Results }>;

/** The list holds the states from the start to the one that is followed, each with its next states. */
function followDepthFirst<S>(walk: Walk<S>, starts: readonly S[]): void {
  const { count, numbers } = walk;
  const open: { readonly next: Next<S>; met: number }[] = [{ next: { next: starts }, met: 0 }];
  for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
    const { next, onMet } = last.next;
    const place = last.met++;
    const state = next[place];
    if (state === undefined) {
      open.pop();
      continue;
    }
    // Nothing leads back to an only start, so its key, which may be long, is not needed.
    const key = next === starts && starts.length === 1 ? undefined : count.keyOf(state);
    const known = key === undefined ? undefined : numbers.get(key);
    const number = known ?? walk.nextNumber++;
    onMet?.(place, number);
    if (known !== undefined) continue;
    if (walk.followed >= count.branchesMax) {
      cutOff(walk, { state, number });
      continue;
    }
    if (key !== undefined) numbers.set(key, number);
    open.push({ next: advanced(walk, { state, number }), met: 0 });
  }
}

type Met<S> = { readonly state: S; readonly number: number };

/** The list holds all states of one depth. Where they are too many, they are cut off together. */
function followBreadthFirst<S>(walk: Walk<S>, starts: readonly S[]): void {
  const { count, numbers } = walk;
  const meet = ({ next, onMet }: Next<S>, met: Met<S>[]) => {
    next.forEach((state, place) => {
      const key = count.keyOf(state);
      const known = numbers.get(key);
      const number = known ?? walk.nextNumber++;
      onMet?.(place, number);
      if (known !== undefined) return;
      numbers.set(key, number);
      met.push({ state, number });
    });
  };
  let level: Met<S>[] = [];
  meet({ next: starts }, level);
  while (level.length > 0 && level.length <= count.branchesMax) {
    const nextLevel: Met<S>[] = [];
    numbers.clear();
    for (const met of level) meet(advanced(walk, met), nextLevel);
    level = nextLevel;
  }
  for (const met of level) cutOff(walk, met);
}

function advanced<S>(walk: Walk<S>, { state, number }: Met<S>): Next<S> {
  walk.followed++;
  const next = walk.count.advance(state, number);
  if (!("ended" in next)) return next;
  walk.results.push(next.ended);
  return { next: [] };
}

function cutOff<S>(walk: Walk<S>, { state, number }: Met<S>): void {
  walk.isCut = true;
  walk.results.push(walk.count.cutOff(state, number));
}
