import { contradiction } from "../kernel/errors.ts";
import type { Id } from "../kernel/ids.ts";
import { numberOf } from "./calendar.ts";
import type { ChairRotationEvent } from "./messages.ts";
import { type NominalEvent, nominalTypes, type OpenedRotation } from "./state.ts";
import type { TermId } from "./words.ts";

type Facts = Pick<OpenedRotation, "calendar" | "facts" | "served">;

/** The number of a term that an event names; the event cannot have happened where the calendar has no such term. */
export function numberIn({ calendar }: Pick<OpenedRotation, "calendar">, term: TermId): number {
  return numberOf(calendar, term) ?? contradiction(`term ${JSON.stringify(term)} is unknown`);
}

/** Keeps what an event says about whose turn a term is; most events say nothing about it. */
export function keepFacts(state: Facts, event: ChairRotationEvent) {
  if (event.type === "OwedTurnClaimed" || event.type === "ObligationBroken")
    forgetOwedTurn(state, event.data.obligation);
  if (isNominal(event)) keep(state, event);
  if (event.type !== "TurnDeclined" && event.type !== "TurnSkipped") return;
  const { unit, owed } = event.data;
  if (owed?.due !== undefined)
    keep(state, { type: "OwedTurnClaimed", data: { obligation: owed.obligation, unit, term: owed.due } });
}

function keep(state: Facts, event: NominalEvent) {
  const { data } = event;
  const at = numberIn(state, "term" in data ? data.term : data.from);
  state.facts.push({ at, seq: (state.facts.at(-1)?.seq ?? 0) + 1, event });
}

/** The owed turn is due in no coming term any more. */
function forgetOwedTurn(state: Facts, obligation: Id) {
  state.facts = state.facts.filter(
    ({ at, event }) =>
      event.type !== "OwedTurnClaimed" || event.data.obligation !== obligation || at < state.served.length,
  );
}

const nominal: ReadonlySet<string> = new Set(nominalTypes);

function isNominal(event: ChairRotationEvent): event is NominalEvent {
  return nominal.has(event.type);
}
