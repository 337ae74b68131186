import { numberOf } from "./calendar.ts";
import type { NominalEvent } from "./nominal-facts.ts";
import type { ChairRotation, OpenedRotation } from "./state.ts";
import type { TermId } from "./words.ts";

/** A fold that edits a rotation that has been opened; there is nothing to edit before. */
export function opened<D>(edit: (state: OpenedRotation, data: D) => void) {
  return (state: ChairRotation, data: D): undefined => {
    if (state.status !== "blank") edit(state, data);
  };
}

/** The number of a term that an event names; events name terms of the calendar only. */
export const numberIn = ({ calendar }: OpenedRotation, term: TermId): number => numberOf(calendar, term) ?? 0;

/** Keeps an event as something that says whose turn it is, from term `from` on. */
export function keepFact(state: OpenedRotation, from: TermId, event: NominalEvent) {
  state.facts.push({ at: numberIn(state, from), seq: (state.facts.at(-1)?.seq ?? 0) + 1, event });
}
