import { accept, reject } from "../kernel/decision.ts";
import { derivedId } from "../kernel/ids.ts";
import { nameOf } from "./calendar.ts";
import { type Asked, comingTerm, holderField, sitting, unlessMember, whileOpen } from "./guards.ts";
import { type OpenedRotation, policyAt } from "./state.ts";
import { type TermId, termsMax } from "./words.ts";

/** Turns that are passed, and what is owed for them. */
export const turnDecisions = {
  DeclineTurn: whileOpen((state, data: Asked<"DeclineTurn">) => {
    const { term, unit } = data;
    const coming = comingTerm(state, term);
    if (!coming.ok) return coming;
    const { number, nominal, chair } = coming.row;
    const holder = sitting(chair);
    if (holder === unit && sitting(nominal) === unit)
      return accept({ type: "TurnDeclined", data: { ...data, ...owedFor(state, { number, term, unit }) } });
    return isPassed(state, number, unit)
      ? accept()
      : reject({ type: "NotHolderOfTerm", data: { term, unit, ...holderField(holder) } });
  }),

  SkipTurn: whileOpen((state, data: Asked<"SkipTurn">) => {
    const { term, unit } = data;
    const coming = comingTerm(state, term);
    if (!coming.ok) return coming;
    const { number, nominal } = coming.row;
    const holder = sitting(nominal);
    if (holder === unit)
      return accept({ type: "TurnSkipped", data: { ...data, ...owedFor(state, { number, term, unit }) } });
    return isPassed(state, number, unit)
      ? accept()
      : reject({ type: "NotHolderOfTerm", data: { term, unit, ...holderField(holder) } });
  }),

  ClaimOwedTurn: whileOpen((state, { obligation, term }: Asked<"ClaimOwedTurn">) => {
    const owed = state.obligations.get(obligation);
    if (!owed) return reject({ type: "ObligationUnknown", data: { obligation } });
    if (owed.status !== "open")
      return reject({ type: "ObligationNotOpen", data: { obligation, status: owed.status } });
    const coming = comingTerm(state, term);
    if (!coming.ok) return coming;
    const { number } = coming.row;
    const stranger = unlessMember(state, owed.unit, number);
    if (stranger) return stranger;
    if (owed.due === number) return accept();
    return accept({ type: "OwedTurnClaimed", data: { obligation, unit: owed.unit, term } });
  }),

  BreakObligation: whileOpen((state, data: Asked<"BreakObligation">) => {
    const { obligation } = data;
    const owed = state.obligations.get(obligation);
    if (!owed) return reject({ type: "ObligationUnknown", data: { obligation } });
    if (owed.status !== "open")
      return reject({ type: "ObligationNotOpen", data: { obligation, status: owed.status } });
    return accept({ type: "ObligationBroken", data });
  }),
};

function isPassed({ facts }: OpenedRotation, number: number, unit: string): boolean {
  return facts.some(
    ({ at, event }) =>
      at === number &&
      (event.type === "TurnDeclined" || event.type === "TurnSkipped") &&
      event.data.unit === unit,
  );
}

/** What the policy owes for a passed turn. */
function owedFor(
  state: OpenedRotation,
  { number, term, unit }: { number: number; term: TermId; unit: string },
): { owed?: { obligation: string; due?: TermId } } {
  const { skip } = policyAt(state, number);
  if (skip.kind === "forfeit") return {};
  const obligation = derivedId("owedTurn", state.bloc, term, unit);
  if (skip.kind === "whenReady" || number + skip.terms >= termsMax) return { owed: { obligation } };
  return { owed: { obligation, due: nameOf(state.calendar, number + skip.terms) } };
}
