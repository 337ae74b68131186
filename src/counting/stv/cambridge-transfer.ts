import { fixedPoint } from "./arithmetic.ts";
import { conclude, type Log, type StvField, type StvState, stvStatus } from "./stv.ts";

/** Whole papers. */
export const arithmetic = fixedPoint(0);

/** An election whose papers have an order. */
export type Cambridge = {
  readonly field: StvField;
  /** The choices on each entry of the election. */
  readonly rankings: readonly (readonly number[])[];
  /** The papers in the order in which they are counted, each by its place in `rankings`. */
  readonly order: Int32Array;
  readonly blankPapers: bigint;
  readonly minimumVotes: bigint;
};

export type CambridgeState = StvState<bigint> & {
  /** By nominee, in the order in which they came. */
  readonly piles: (readonly number[])[];
  /** Figures of the first count and after each transfer since. */
  readonly history: (readonly bigint[])[];
  /** Excluded together; their papers are still to be passed on. */
  waiting: readonly number[];
  begun: boolean;
  /** Whether those below the minimum have gone. */
  hasMinimum: boolean;
  /** What the lot decided, to be done first. */
  decided?: Choice;
};

/** Whose surplus is transferred, or who is excluded, next. */
export type Choice = { readonly action: "exclude" | "transfer"; readonly nominee: number };

/** The Cincinnati method: every n-th paper of a pile, until the surplus is gone. */
export function drawSurplus(count: Cambridge, state: CambridgeState, log: Log, nominee: number): void {
  const pile = state.piles[nominee] ?? [];
  const surplus = pile.length - Number(state.quota);
  const every = everyOf(pile.length, surplus);
  const isDrawn = new Uint8Array(pile.length);
  const receipts = receiptsIn(count, state);
  let [drawn, passedOver] = [0, 0];
  for (const place of drawingOrder(pile.length, every)) {
    if (drawn === surplus) break;
    const paper = pile[place] ?? 0;
    const next = receipts.nextOn(paper);
    if (next === undefined) passedOver++;
    else {
      receipts.give(paper, next);
      isDrawn[place] = 1;
      drawn++;
    }
  }
  hold(
    state,
    nominee,
    pile.filter((_, place) => isDrawn[place] === 0),
  );
  state.status[nominee] = stvStatus.elected;
  conclude(log, {
    type: "SurplusDrawn",
    data: {
      nominee: count.field.nominees[nominee] ?? "",
      votes: `${pile.length}`,
      surplus: `${surplus}`,
      every,
      passedOver: `${passedOver}`,
      to: receipts
        .written()
        .flatMap(({ nominee, papers }) => (nominee === null ? [] : [{ nominee, papers }])),
    },
  });
}

/** The pile divided by the surplus, to the nearest whole number; halves up. */
export function everyOf(papers: number, surplus: number): number {
  return Math.floor((2 * papers + surplus) / (2 * surplus));
}

/** The places of all papers, from 0: first every n-th, then every one after these, and so on round. */
export function* drawingOrder(papers: number, every: number): Generator<number> {
  for (let first = every - 1; first < 2 * every - 1; first++)
    for (let place = first; place < papers; place += every) yield place;
  for (let place = 0; place < Math.min(every - 1, papers); place++) yield place;
}

/** Passes on all papers of an excluded nominee. Those that name nobody who can take them are exhausted. */
export function passOn(count: Cambridge, state: CambridgeState, log: Log, nominee: number): void {
  const pile = state.piles[nominee] ?? [];
  if (pile.length === 0) return;
  const receipts = receiptsIn(count, state);
  for (const paper of pile) receipts.give(paper, receipts.nextOn(paper));
  hold(state, nominee, []);
  const papers = `${pile.length}`;
  const piles = [{ papers, value: "1", passedOn: "1", to: receipts.written() }];
  const data = {
    nominee: count.field.nominees[nominee] ?? "",
    votes: papers,
    surplus: papers,
    piles,
    lost: "0",
  };
  conclude(log, { type: "PapersTransferred", data });
}

/** Hands papers over one by one. Whoever has the quota takes no more. */
function receiptsIn({ field, rankings }: Cambridge, state: CambridgeState) {
  const given = new Map<number | undefined, number>();
  const isOpen = (nominee: number) =>
    state.status[nominee] === stvStatus.continuing && (state.votes[nominee] ?? 0n) < state.quota;
  state.votes = [...state.votes];
  const copied = new Set<number>();
  return {
    nextOn: (paper: number) => rankings[paper]?.find(isOpen),
    give(paper: number, next: number | undefined) {
      given.set(next, (given.get(next) ?? 0) + 1);
      if (next === undefined) {
        state.exhausted += 1n;
        return;
      }
      // Other branches hold the same pile.
      const pile: number[] = copied.has(next)
        ? (state.piles[next] as number[])
        : [...(state.piles[next] ?? [])];
      copied.add(next);
      pile.push(paper);
      state.piles[next] = pile;
      state.votes[next] = BigInt(pile.length);
    },
    written: () =>
      [...given]
        .sort(([a = field.nominees.length], [b = field.nominees.length]) => a - b)
        .map(([next, papers]) => ({
          nominee: next === undefined ? null : (field.nominees[next] ?? ""),
          papers: `${papers}`,
        })),
  };
}

function hold(state: CambridgeState, nominee: number, pile: readonly number[]): void {
  state.piles[nominee] = pile;
  state.votes = state.votes.with(nominee, BigInt(pile.length));
}
