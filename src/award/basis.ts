import { unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import type { AwardRejection } from "./messages.ts";
import { considered, type Deciding, type Evolving, granted, type Proposed, restsOn } from "./state.ts";
import { objectionToBasis } from "./step.ts";

// What becomes of the result that an award rests on. Both are facts of the ballot, so their days are no steps of the
// award: a result may have become final, or void, before a step that is recorded already.

/** From the proposal on, as long as something rests on the result. */
const resting = [...considered, ...granted] as const;

export const decideBasis: Deciding<"ConfirmBasis" | "VoidBasis"> = {
  ConfirmBasis: during(resting, {
    already: ({ confirmed }, finality) => same(confirmed, finality),
    done: ({ finalisedOn }) => finalisedOn,
    decide(state, data) {
      const objection =
        objectionToOther(state, data) ?? objectionToBasis(state) ?? objectionToConfirmed(state);
      return unless(objection, { type: "BasisConfirmed", data });
    },
  }),

  VoidBasis: during(resting, {
    already: ({ voided }, voiding) => same(voided, voiding),
    done: ({ voidOn }) => voidOn,
    decide: (state, data) =>
      unless(objectionToOther(state, data) ?? objectionToBasis(state), { type: "BasisVoid", data }),
  }),
};

export const evolveBasis: Evolving<"BasisConfirmed" | "BasisVoid"> = {
  BasisConfirmed: from(resting, (state, confirmed) => {
    if (!restsOn(state.basis, confirmed)) contradiction("it rests on another result");
    if (state.voided) contradiction("its basis is void");
    if (state.confirmed) contradiction("its basis is final already");
    return { ...state, confirmed };
  }),
  BasisVoid: from(resting, (state, voided) => {
    if (!restsOn(state.basis, voided)) contradiction("it rests on another result");
    if (state.voided) contradiction("its basis is void already");
    const { confirmed: _, ...rest } = state;
    return { ...rest, voided };
  }),
};

function objectionToOther(
  { basis }: Proposed,
  result: { ballot: string; certification?: number | undefined },
): AwardRejection | undefined {
  if (restsOn(basis, result)) return undefined;
  const { ballot, certification } = result;
  const data = { basis, ballot, ...(certification !== undefined && { certification }) };
  return { type: "OtherBasis", data };
}

function objectionToConfirmed({ confirmed }: Proposed): AwardRejection | undefined {
  if (!confirmed) return undefined;
  return { type: "BasisConfirmedAlready", data: { finalisedOn: confirmed.finalisedOn } };
}
