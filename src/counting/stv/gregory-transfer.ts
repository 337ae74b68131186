import { fractionText } from "../../kernel/fraction-text.ts";
import type { StepData } from "../steps/count-step.ts";
import type { Arithmetic } from "./arithmetic.ts";
import { type Action, type Gregory, type GregoryState, type Parcel, votesOf } from "./gregory.ts";
import { sortedByNext, together } from "./papers.ts";
import { conclude, type Log, stvStatus } from "./stv.ts";

type Transfer = StepData<"SurplusTransferred">;

/** Moves the papers of the excluded at their value, or those of the elected at the value that their surplus leaves. */
export function move<V>(
  count: Gregory<V>,
  state: GregoryState<V>,
  { type, nominees }: Action,
  log: Log,
): void {
  const { arithmetic, roundedRatio } = count.rule;
  const text = (value: V) => fractionText(arithmetic.fractionOf(value));
  state.votes = [...state.votes];
  for (const nominee of nominees) {
    const votes = votesOf(state, nominee);
    const kept = type === "transfer" ? state.quota : arithmetic.zero;
    const surplus = arithmetic.minus(votes, kept);
    const pile = state.piles[nominee] ?? [];
    state.piles[nominee] = [];
    state.votes[nominee] = kept;
    if (type === "transfer") state.status[nominee] = stvStatus.elected;
    const passing = (value: V) =>
      roundedRatio
        ? arithmetic.product(value, arithmetic.quotient(surplus, votes, "down"), "down")
        : arithmetic.share(value, surplus, votes);
    const continues = continuingIn(state);
    let moved = arithmetic.zero;
    const piles: Transfer["piles"][number][] = [];
    for (const { value, papers, chunks } of pile) {
      const passedOn = type === "transfer" ? passing(value) : value;
      moved = arithmetic.plus(moved, arithmetic.multiple(passedOn, papers));
      const to = receive(count, state, { value: passedOn, ballots: together(chunks), continues });
      piles.push({
        papers: fractionText(papers),
        value: text(value),
        passedOn: text(passedOn),
        to,
      });
    }
    const lost = arithmetic.minus(surplus, moved);
    state.lost = arithmetic.plus(state.lost, lost);
    conclude(log, {
      type: type === "transfer" ? "SurplusTransferred" : "PapersTransferred",
      data: {
        nominee: count.field.nominees[nominee] ?? "",
        votes: text(votes),
        surplus: text(surplus),
        piles,
        lost: text(lost),
      },
    });
  }
}

/** How many papers went to whom; to nobody when they name nobody else who continues. */
type Receipt = Transfer["piles"][number]["to"][number];

/** Hands papers of one value to the nominees whom they name next. */
export function receive<V>(
  { field, preferences, rule }: Gregory<V>,
  state: GregoryState<V>,
  { value, ballots, continues }: { value: V; ballots: Int32Array; continues: Uint8Array },
): Receipt[] {
  const { arithmetic } = rule;
  return sortedByNext(preferences, ballots, continues).map(({ destination, papers, ballots: chunk }) => {
    const votes = arithmetic.multiple(value, papers);
    if (destination === field.nominees.length) state.exhausted = arithmetic.plus(state.exhausted, votes);
    else {
      state.votes[destination] = arithmetic.plus(votesOf(state, destination), votes);
      const pile = state.piles[destination] ?? [];
      state.piles[destination] = withPapers(pile, { value, papers, chunks: [chunk] }, arithmetic);
    }
    return { nominee: field.nominees[destination] ?? null, papers: fractionText(papers) };
  });
}

/** 1 for each nominee who continues. */
export const continuingIn = ({ status }: { readonly status: Uint8Array }): Uint8Array =>
  status.map((own) => (own === stvStatus.continuing ? 1 : 0));

function withPapers<V>(pile: readonly Parcel<V>[], parcel: Parcel<V>, { same }: Arithmetic<V>): Parcel<V>[] {
  const place = pile.findIndex(({ value }) => same(value, parcel.value));
  const found = pile[place];
  if (found === undefined) return [...pile, parcel];
  const papers = found.papers + parcel.papers;
  return pile.with(place, { value: found.value, papers, chunks: [...found.chunks, ...parcel.chunks] });
}
