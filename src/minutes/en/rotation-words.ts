import type { Basis, Custodian, Place, SwapSide } from "../../chair-rotation/messages.ts";
import type { Say } from "../language.ts";

/** The small words of the chair's rotation in English. */
export const basisEn = (basis: Basis, say: Say): string =>
  basis.kind === "document"
    ? `under ${say.document(basis.document)}`
    : basis.kind === "ballot"
      ? "by a vote of the bloc"
      : "by the conference";

export function custodianEn(custodian: Custodian, say: Say): string {
  if (custodian.kind === "unit") return say.unit(custodian.unit);
  return custodian.kind === "issuer" ? "its issuer" : "an unknown keeper";
}

export const deputyEn = (deputy: string | undefined, say: Say): string =>
  deputy === undefined ? "" : `, with ${say.unit(deputy)} as deputy`;

export const owedEn = (owed: { due?: string | undefined } | undefined): string => {
  if (owed === undefined) return "; no turn is owed for it";
  return owed.due === undefined
    ? "; a turn is owed to it once it is ready"
    : `; a turn is owed to it in ${owed.due}`;
};

type Owed = { obligation: string; unit?: string | undefined; passed?: string | undefined };

/** An owed turn by its unit and the term that it did not have; by its number where those are not told. */
export const owedTurnEn = ({ obligation, unit, passed }: Owed, say: Say): string =>
  unit === undefined
    ? `the owed turn “${obligation}”`
    : `the turn owed to ${say.unit(unit)}${passed === undefined ? "" : ` for ${passed}`}`;

export function placeEn(place: Place, say: Say): string {
  if (place.kind === "after") return `right after ${say.unit(place.unit)}`;
  return { end: "at the end", first: "at the beginning", byKey: "where its sort key puts it" }[place.kind];
}

type Swapped = { swap: string; a?: SwapSide | undefined; b?: SwapSide | undefined };

/** A swap by its terms and units; by its number where those are not told. */
export const swapEn = ({ swap, a, b }: Swapped, say: Say): string =>
  a === undefined || b === undefined
    ? `swap “${swap}”`
    : `the swap of ${a.term} (${say.unit(a.unit)}) and ${b.term} (${say.unit(b.unit)})`;

export const swapSidesEn = (a: SwapSide, b: SwapSide, say: Say): string =>
  `term ${a.term}, held by ${say.unit(a.unit)}, in exchange for term ${b.term}, held by ${say.unit(b.unit)}`;
