import { fractionText } from "../../kernel/fraction-text.ts";
import type { StepData } from "../steps/count-step.ts";
import { deemElected } from "./ers97-choice.ts";
import { arithmetic, type Batch, type Ers, type ErsState, quotaFor, votesOf } from "./ers97-state.ts";
import { type Arrival, sortedByNext, together } from "./papers.ts";
import { openSeats } from "./seating.ts";
import { conclude, type Log, stvStatus, withStatus } from "./stv.ts";

type Receipt = StepData<"SurplusTransferred">["piles"][number]["to"][number];

const text = (value: bigint) => fractionText(arithmetic.fractionOf(value));

/** Sorts papers by who can use them next. `left`: how many nobody can use. */
function sortedPapers({ field, preferences }: Ers, state: ErsState, ballots: Int32Array) {
  const continues = state.status.map((status) => (status === stvStatus.continuing ? 1 : 0));
  const sorted = sortedByNext(preferences, ballots, continues);
  const nobody = field.nominees.length;
  const to = sorted.filter(({ destination }) => destination !== nobody);
  return { to, left: sorted.find(({ destination }) => destination === nobody)?.papers ?? 0n };
}

/** Hands papers of one value to those who can use them next. Those that nobody can use count for nobody. */
export function receive(
  count: Ers,
  state: ErsState,
  { value, ballots }: Pick<Batch, "value" | "ballots">,
): void {
  const { to, left } = sortedPapers(count, state, ballots);
  credit(state, to, value);
  state.exhausted += value * left;
}

function receiptsOf(count: Ers, to: readonly Arrival[], left: bigint): Receipt[] {
  const receipts = to.map((arrival): Receipt => receiptOf(count, arrival));
  return left === 0n ? receipts : [...receipts, { nominee: null, papers: fractionText(left) }];
}

const receiptOf = ({ field }: Ers, { destination, papers }: Arrival): Receipt => ({
  nominee: field.nominees[destination] ?? "",
  papers: fractionText(papers),
});

function credit(state: ErsState, to: readonly Arrival[], value: bigint): void {
  state.votes = [...state.votes];
  for (const { destination, papers, ballots } of to) {
    state.votes[destination] = votesOf(state, destination) + value * papers;
    state.batches[destination] = [...(state.batches[destination] ?? []), { value, papers, ballots }];
  }
}

/**
 * Transfers a surplus from the papers that were received last, to those who can still use them: at the surplus divided
 * by their number, cut off, or at their present value if this is not too much (5.3).
 */
export function transferSurplus(count: Ers, state: ErsState, log: Log, nominee: number): void {
  const votes = votesOf(state, nominee);
  const surplus = votes - state.quota;
  const batch = state.batches[nominee]?.at(-1);
  const value = batch?.value ?? 0n;
  const { to } = sortedPapers(count, state, batch?.ballots ?? new Int32Array(0));
  const papers = to.reduce((sum, one) => sum + one.papers, 0n);
  const passedOn = papers > 0n && value * papers > surplus ? surplus / papers : value;
  credit(state, to, passedOn);
  state.votes[nominee] = state.quota;
  state.status[nominee] = stvStatus.elected;
  const lost = surplus - passedOn * papers;
  state.lost += lost;
  const receipts = to.map((arrival) => receiptOf(count, arrival));
  conclude(log, {
    type: "SurplusTransferred",
    data: {
      nominee: count.field.nominees[nominee] ?? "",
      votes: text(votes),
      surplus: text(surplus),
      piles: [{ papers: fractionText(papers), value: text(value), passedOn: text(passedOn), to: receipts }],
      lost: text(lost),
    },
  });
  state.history.push(state.votes);
  deemElected(count, state, log);
}

/** Passes on the papers of the excluded, from the highest value to the lowest; whoever is elected gets no more (5.4). */
export function passOn(count: Ers, state: ErsState, log: Log, excluded: readonly number[]): void {
  const piles = excluded.flatMap((nominee) =>
    (state.batches[nominee] ?? []).map((batch) => ({ nominee, batch })),
  );
  const values = [...new Set(piles.map(({ batch }) => batch.value))].sort((a, b) => (a > b ? -1 : 1));
  for (const value of values) {
    if (openSeats(count.field, state) === 0) return;
    const before = state.exhausted;
    passBatch(
      count,
      state,
      log,
      piles.filter((pile) => pile.batch.value === value),
    );
    state.history.push(state.votes);
    const nobodyElected = withStatus(state.status, stvStatus.pending, stvStatus.elected).length === 0;
    if (nobodyElected && state.exhausted > before)
      state.quota = quotaFor(count, state.papers * arithmetic.one - state.exhausted - state.lost);
    deemElected(count, state, log);
  }
}

type Pile = { readonly nominee: number; readonly batch: Batch };

/**
 * Passes on all papers of one value together: whoever gets some of them gets one batch (6.1), whenever the excluded got
 * them, and passes a surplus that it brings on from all of it (5.3.2).
 */
function passBatch(count: Ers, state: ErsState, log: Log, piles: readonly Pile[]): void {
  state.votes = [...state.votes];
  for (const { nominee, batch } of piles) {
    const votes = votesOf(state, nominee);
    const moved = batch.value * batch.papers;
    const { to, left } = sortedPapers(count, state, batch.ballots);
    state.votes[nominee] = votes - moved;
    const value = text(batch.value);
    const receipts = receiptsOf(count, to, left);
    conclude(log, {
      type: "PapersTransferred",
      data: {
        nominee: count.field.nominees[nominee] ?? "",
        votes: text(votes),
        surplus: text(moved),
        piles: [{ papers: fractionText(batch.papers), value, passedOn: value, to: receipts }],
        lost: "0",
      },
    });
  }
  const [value = 0n] = piles.map(({ batch }) => batch.value);
  receive(count, state, { value, ballots: together(piles.map(({ batch }) => batch.ballots)) });
}
