import { type Exchange, withExchanged } from "./alike.ts";
import { merged, type Results } from "./results.ts";

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
   * What is known of a state of which not all next states are followed. It stands for all of those, where no step names
   * each of them; without it each is cut off by itself. Depth first only.
   */
  readonly cutOffRest?: (state: S) => Results;
  /**
   * What is known of a state before it is followed: whoever it elects in all its branches, and whoever it may elect.
   * Where this adds nothing to the results so far, the state cannot change them and is left out: `settled` writes it
   * down. Depth first only.
   */
  readonly bound?: {
    readonly of: (state: S) => Omit<Results, "above">;
    readonly settled: (state: S, number: number) => void;
    /** Who is above whom already; where it is given, a state that could change that is followed too. */
    readonly aboveIn?: (state: S) => Uint8Array;
  };
  /**
   * Exchanges of nominees that change nothing in the count: each result stands for those with the nominees exchanged,
   * too. Only for rules that rank nobody.
   */
  readonly exchanges?: () => readonly Exchange[];
  /**
   * `depthFirst` follows a branch to its end before it takes up the next one. `breadthFirst` follows all branches one
   * state further, and then again; states at different depths must differ.
   */
  readonly order: "depthFirst" | "breadthFirst";
  /** How many states are followed: depth first in all, breadth first at one depth. */
  readonly branchesMax: number;
  /** How many states are followed in all, breadth first; by default any number. */
  readonly statesMax?: number;
  /** The number of the first state; the next ones count on from it. */
  readonly firstNumber?: number;
};

type Followed = {
  /** The result of each branch that ended or was cut off. */
  readonly results: readonly Results[];
  /** How many distinct states were followed. */
  readonly followed: number;
  /** All results together; undefined where no branch ended. */
  readonly total: Results | undefined;
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
 * A state gets its number when it is first met. All states that can be reached are met, except from those that are
 * left out because they can change nothing. So the results of the ended branches, merged, are the result of the count.
 */
export function followTies<S>(starts: readonly S[], count: Branching<S>): Followed {
  const walk: Walk<S> = {
    count,
    numbers: new Map(),
    results: [],
    total: undefined,
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
  total: Results | undefined;
  nextNumber: number;
  followed: number;
  isCut: boolean;
};

type Next<S> = Exclude<Advanced<S>, { ended: Results }>;

/** A state that was followed, and the places of its next states that are still to be met. */
type Node<S> = { readonly state: S | undefined; readonly next: Next<S>; readonly open: number[] };

/**
 * The list holds the states with branches left, the first one first. A branch is followed to its end. Then the next one
 * is taken up: without a bound, from the state that was followed last; with a bound, from the first state that has one,
 * so that branches that differ early are met soon, and the others are settled by them.
 */
function followDepthFirst<S>(walk: Walk<S>, starts: readonly S[]): void {
  const { count } = walk;
  const nodes: Node<S>[] = [nodeOf(walk, undefined, { next: starts })];
  for (let node = nodes[0]; node !== undefined; ) {
    if (walk.followed >= count.branchesMax) cutOffRest(walk, node);
    const place = node.open.shift();
    if (place === undefined) {
      nodes.splice(nodes.indexOf(node), 1);
      node = count.bound ? nodes[0] : nodes.at(-1);
      continue;
    }
    const state = node.next.next[place];
    // Nothing leads back to an only start, so its key, which may be long, is not needed.
    const isOnlyStart = node.next.next === starts && starts.length === 1;
    const next = state === undefined ? undefined : met(walk, state, node.next, place, isOnlyStart);
    if (next === undefined) continue;
    if (next.next.length > 0) nodes.push(nodeOf(walk, state, next));
    node = next.next.length > 0 || !count.bound ? nodes.at(-1) : nodes[0];
  }
}

/** Meets a state: follows it, and returns where it leads; undefined where it is known, settled or cut off. */
function met<S>(
  walk: Walk<S>,
  state: S,
  { onMet }: Next<S>,
  place: number,
  isOnlyStart: boolean,
): Next<S> | undefined {
  const { count, numbers } = walk;
  const key = isOnlyStart ? undefined : count.keyOf(state);
  const known = key === undefined ? undefined : numbers.get(key);
  const number = known ?? walk.nextNumber++;
  onMet?.(place, number);
  if (known !== undefined) return undefined;
  const settled = isSettled(walk, { state, number });
  if (!settled && walk.followed >= count.branchesMax) {
    cutOff(walk, { state, number });
    return undefined;
  }
  if (key !== undefined) numbers.set(key, number);
  return settled ? undefined : advanced(walk, { state, number });
}

/** The next states in the order in which they are met: first those that may elect the most who are elected nowhere yet. */
function nodeOf<S>({ count: { bound }, total }: Walk<S>, state: S | undefined, next: Next<S>): Node<S> {
  const open = [...next.next.keys()];
  if (bound === undefined || bound.aboveIn || total === undefined || open.length < 2)
    return { state, next, open };
  const fresh = next.next.map((state) => {
    const { inSome } = bound.of(state);
    let sum = 0;
    for (let index = 0; index < inSome.length; index++)
      if (inSome[index] === 1 && total.inSome[index] !== 1) sum++;
    return sum;
  });
  return { state, next, open: open.sort((a, b) => (fresh[b] ?? 0) - (fresh[a] ?? 0) || a - b) };
}

/** No state more is followed: what is known of this one stands for all its next ones. */
function cutOffRest<S>(walk: Walk<S>, { state, open }: Node<S>): void {
  const { cutOffRest: resultOf } = walk.count;
  if (resultOf === undefined || state === undefined || open.length === 0) return;
  open.length = 0;
  walk.isCut = true;
  end(walk, resultOf(state));
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
  const statesMax = count.statesMax ?? Number.MAX_SAFE_INTEGER;
  while (level.length > 0 && level.length <= count.branchesMax && walk.followed + level.length <= statesMax) {
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
  end(walk, next.ended);
  return { next: [] };
}

function end<S>(walk: Walk<S>, result: Results): void {
  walk.results.push(result);
  const total = walk.total === undefined ? result : merged([walk.total, result]);
  const exchanges = walk.count.exchanges?.() ?? [];
  walk.total = exchanges.length === 0 ? total : withExchanged(total, exchanges);
}

/** Whether a state can change nothing any more: it may elect only who is elected somewhere, and elects who always is. */
function isSettled<S>(walk: Walk<S>, { state, number }: Met<S>): boolean {
  const { total, count } = walk;
  const { bound } = count;
  if (total === undefined || bound === undefined) return false;
  const known = bound.of(state);
  if (!isWithin(total.inAll, known.inAll) || !isWithin(known.inSome, total.inSome)) return false;
  if (bound.aboveIn && !isWithin(total.above, bound.aboveIn(state))) return false;
  bound.settled(state, number);
  return true;
}

function isWithin(part: Uint8Array, whole: Uint8Array): boolean {
  for (let index = 0; index < part.length; index++) if (part[index] === 1 && whole[index] !== 1) return false;
  return true;
}

function cutOff<S>(walk: Walk<S>, { state, number }: Met<S>): void {
  walk.isCut = true;
  end(walk, walk.count.cutOff(state, number));
}
