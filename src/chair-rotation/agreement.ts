import { from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { numberIn } from "./record.ts";
import type { EventData, EventSlice, OpenedRotation, TermDecision } from "./state.ts";

type Voided = EventData<"AgreementVoided">;

/** What was agreed about a turn is void: the term is as if it had not been agreed. */
export const evolveAgreements: EventSlice<"AgreementVoided"> = {
  AgreementVoided: from(["open"], (state, data) => {
    const number = numberIn(state, data.term);
    if (data.what === "substitute" || data.what === "vacancy") removeLayer(state, number, data);
    else forget(state, number, data);
  }),
};

/** Agreements of one kind and one unit may lie upon each other, so the layer tells which of them is void. */
function removeLayer({ overlays }: OpenedRotation, number: number, { what, unit, layer = 1 }: Voided) {
  const kind = what === "vacancy" ? "vacant" : "substitute";
  const laid = overlays.get(number) ?? [];
  const voided = laid[layer - 1];
  if (voided?.kind !== kind || voided.bound !== unit)
    contradiction(`no ${what} of that unit is layer ${layer} of the term`);
  if (laid.length === 1) overlays.delete(number);
  else overlays.set(number, laid.toSpliced(layer - 1, 1));
}

function forget({ decisions }: OpenedRotation, number: number, data: Voided) {
  const decided = decisions.get(number) ?? [];
  const at = decided.findLastIndex(({ event }) => isVoid(event, data));
  if (at < 0) contradiction(`no ${data.what} of that unit is recorded for the term`);
  // A decision may have confirmed a vote: both are one designation.
  const isWhole = data.what === "designation";
  decisions.set(
    number,
    isWhole ? decided.filter(({ event }) => !isVoid(event, data)) : decided.toSpliced(at, 1),
  );
}

function isVoid({ type, data }: TermDecision, { what, unit, obligation }: Voided): boolean {
  if (what === "designation") return type === "ChairDesignated" && data.chair === unit;
  if (what === "claim") return type === "OwedTurnClaimed" && data.obligation === obligation;
  if (what === "placement") return type === "UnitPlacedInOrder" && data.unit === unit;
  return type === "ChairHeldOver" && data.unit === unit;
}
