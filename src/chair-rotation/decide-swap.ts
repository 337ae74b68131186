import { accept, reject } from "../kernel/decision.ts";
import { same } from "../kernel/same.ts";
import type { CivilDate } from "../kernel/time.ts";
import {
  type Asked,
  comingTerm,
  type Decided,
  holderField,
  sitting,
  unlessMember,
  whileOpen,
} from "./guards.ts";
import { isSuspendedIn, type OpenedRotation, type Swap } from "./state.ts";
import type { SwapSide } from "./words.ts";

type Refusal = Extract<Decided, { ok: false }>;

/** Two units exchange one term each: agreed by both, and ratified where the policy asks for it. */
export const swapDecisions = {
  ProposeSwap: whileOpen((state, data: Asked<"ProposeSwap">) => {
    const { swap, a, b, proposedBy, proposedOn, expiresOn } = data;
    const known = state.swaps.get(swap);
    if (known) return same(known.event, data) ? accept() : reject({ type: "SwapTaken", data: { swap } });
    if (a.term === b.term) return reject({ type: "SwapOfOneTerm", data: { term: a.term } });
    if (a.unit === b.unit) return reject({ type: "SwapOfOneUnit", data: { unit: a.unit } });
    if (proposedBy !== a.unit && proposedBy !== b.unit)
      return reject({ type: "SwapConsentNotSought", data: { swap, unit: proposedBy } });
    if (expiresOn !== undefined && expiresOn < proposedOn)
      return reject({ type: "RotationDateOutOfOrder", data: { date: expiresOn, notBefore: proposedOn } });
    return refusedSides(state, a, b) ?? accept({ type: "SwapProposed", data });
  }),

  ConsentToSwap: whileOpen((state, data: Asked<"ConsentToSwap">) => {
    const { swap, unit, consentedOn } = data;
    const known = state.swaps.get(swap);
    if (!known) return reject({ type: "SwapUnknown", data: { swap } });
    if (unit !== known.a.unit && unit !== known.b.unit)
      return reject({ type: "SwapConsentNotSought", data: { swap, unit } });
    if (known.consents.includes(unit)) return accept();
    if (known.status !== "proposed") return notOpen(known);
    return (
      outOfTime(known, consentedOn) ??
      refusedSides(state, known.a, known.b) ??
      accept({ type: "SwapConsented", data })
    );
  }),

  RatifySwap: whileOpen((state, data: Asked<"RatifySwap">) => {
    const { swap, ratifiedOn } = data;
    const known = state.swaps.get(swap);
    if (!known) return reject({ type: "SwapUnknown", data: { swap } });
    if (known.status === "inForce") return accept();
    if (known.status === "proposed") {
      const missing = [known.a.unit, known.b.unit].filter((unit) => !known.consents.includes(unit));
      return reject({ type: "SwapNotConsented", data: { swap, missing } });
    }
    if (known.status !== "agreed") return notOpen(known);
    return (
      outOfTime(known, ratifiedOn) ??
      refusedSides(state, known.a, known.b) ??
      accept({ type: "SwapRatified", data })
    );
  }),

  ExpireSwap: whileOpen((state, data: Asked<"ExpireSwap">) => {
    const { swap, expiredOn } = data;
    const known = state.swaps.get(swap);
    if (!known) return reject({ type: "SwapUnknown", data: { swap } });
    if (known.status === "expired") return accept();
    if (known.status !== "proposed" && known.status !== "agreed") return notOpen(known);
    const { expiresOn } = known;
    if (expiresOn !== undefined && expiredOn <= expiresOn)
      return reject({ type: "SwapStillOpen", data: { swap, expiresOn } });
    return accept({ type: "SwapExpired", data });
  }),
};

function notOpen({ swap, status }: Swap): Refusal {
  return reject({ type: "SwapNotOpen", data: { swap, status } });
}

/** Consent is given between the proposal and the last day for it. */
function outOfTime({ swap, proposedOn, expiresOn }: Swap, date: CivilDate): Refusal | undefined {
  if (date < proposedOn)
    return reject({ type: "RotationDateOutOfOrder", data: { date, notBefore: proposedOn } });
  if (expiresOn !== undefined && date > expiresOn)
    return reject({ type: "SwapNotOpen", data: { swap, status: "expired" } });
  return undefined;
}

/** Both terms are to come, each side holds its term now, and may hold both: what is swapped can be swapped back. */
export function refusedSides(state: OpenedRotation, a: SwapSide, b: SwapSide): Refusal | undefined {
  for (const [side, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const coming = comingTerm(state, side.term);
    if (!coming.ok) return coming;
    const holder = sitting(coming.row.chair);
    if (holder !== side.unit)
      return reject({ type: "SwapHolderStale", data: { ...side, ...holderField(holder) } });
    for (const { unit } of [other, side]) {
      const stranger = unlessMember(state, unit, coming.row.number);
      if (stranger) return stranger;
      if (isSuspendedIn(state, unit, coming.row.number))
        return reject({ type: "UnitSuspended", data: { unit } });
    }
  }
  return undefined;
}
