import { from } from "../kernel/during.ts";
import { removeOverlays } from "./forecast/overlays.ts";
import { numberIn } from "./record.ts";
import type { EventData, EventSlice, OpenedRotation, Overlay, TermDecision } from "./state.ts";

type Voided = EventData<"AgreementVoided">;

/** What was agreed about a turn is void: the term is as if it had not been agreed. */
export const evolveAgreements: EventSlice<"AgreementVoided"> = {
  AgreementVoided: from(["open"], (state, data) => {
    const number = numberIn(state, data.term);
    if (data.what === "substitute" || data.what === "vacancy") removeLast(state, number, data);
    else forget(state, number, data);
  }),
};

/** Of several alike the last one goes: if the first is void, so are all that lie on it. */
function removeLast({ overlays }: OpenedRotation, number: number, { what, unit }: Voided) {
  const kind = what === "vacancy" ? "vacant" : "substitute";
  const last = overlays.get(number)?.findLast((one) => one.kind === kind && one.bound === unit);
  removeOverlays(overlays, number, (one: Overlay) => one === last);
}

function forget({ decisions }: OpenedRotation, number: number, data: Voided) {
  const decided = decisions.get(number) ?? [];
  const at = decided.findIndex(({ event }) => isVoid(event, data));
  if (at >= 0) decisions.set(number, decided.toSpliced(at, 1));
}

function isVoid({ type, data }: TermDecision, { what, unit }: Voided): boolean {
  if (what === "designation") return type === "ChairDesignated" && data.chair === unit;
  if (what === "claim") return type === "OwedTurnClaimed" && data.unit === unit;
  return type === "ChairHeldOver";
}
