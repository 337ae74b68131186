import type { Basis, Custodian, Place, SwapSide } from "../../chair-rotation/messages.ts";
import type { Say } from "../language.ts";

/** The small words of the chair's rotation in Vietnamese. */
export const basisVi = (basis: Basis, say: Say): string =>
  basis.kind === "document"
    ? `theo ${say.document(basis.document)}`
    : basis.kind === "ballot"
      ? "theo kết quả bình chọn của khối"
      : "theo kết quả hội nghị";

export function custodianVi(custodian: Custodian, say: Say): string {
  if (custodian.kind === "unit") return say.unit(custodian.unit);
  return custodian.kind === "issuer" ? "cơ quan cấp cờ" : "nơi chưa rõ";
}

export const deputyVi = (deputy: string | undefined, say: Say): string =>
  deputy === undefined ? "" : `; Khối phó: ${say.unit(deputy)}`;

export const owedVi = (owed: { due?: string | undefined } | undefined): string => {
  if (owed === undefined) return "; lượt này không được bù";
  return owed.due === undefined
    ? "; lượt được bù khi đơn vị sẵn sàng"
    : `; lượt được bù vào nhiệm kỳ ${owed.due}`;
};

type Owed = { obligation: string; unit?: string | undefined; passed?: string | undefined };

/** An owed turn by its unit and the term that it did not have; by its number where those are not told. */
export const owedTurnVi = ({ obligation, unit, passed }: Owed, say: Say): string =>
  unit === undefined
    ? `lượt bù “${obligation}”`
    : `lượt bù của ${say.unit(unit)}${passed === undefined ? "" : ` (thay cho nhiệm kỳ ${passed})`}`;

export function placeVi(place: Place, say: Say): string {
  if (place.kind === "after") return `ngay sau ${say.unit(place.unit)}`;
  return { end: "cuối", first: "đầu", byKey: "theo khóa sắp xếp" }[place.kind];
}

type Swapped = { swap: string; a?: SwapSide | undefined; b?: SwapSide | undefined };

/** A swap by its terms and units; by its number where those are not told. */
export const swapVi = ({ swap, a, b }: Swapped, say: Say): string =>
  a === undefined || b === undefined
    ? `hoán đổi “${swap}”`
    : `hoán đổi nhiệm kỳ ${a.term} (${say.unit(a.unit)}) và ${b.term} (${say.unit(b.unit)})`;

export const swapSidesVi = (a: SwapSide, b: SwapSide, say: Say): string =>
  `đổi nhiệm kỳ ${a.term} của ${say.unit(a.unit)} lấy nhiệm kỳ ${b.term} của ${say.unit(b.unit)}`;
