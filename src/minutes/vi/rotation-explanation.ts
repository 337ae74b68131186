import type { Explanation, RuleStep, Seat } from "../../chair-rotation/forecast/explanation.ts";
import { together } from "../figures.ts";
import type { Say } from "../language.ts";
import { rotationExplanation } from "../rotation-telling.ts";
import { rotationDeedsVi } from "./rotation-deeds.ts";

const rules: Record<RuleStep["rule"], string> = {
  cycle: "theo vòng luân phiên",
  alphabetical: "theo thứ tự khóa sắp xếp",
  longestWaiting: "đơn vị chờ lâu nhất",
  deputySucceeds: "Khối phó kế nhiệm",
  group: "theo nhóm đến lượt",
  elected: "bầu cho từng nhiệm kỳ",
  electedInRotation: "bầu trong số các đơn vị chưa đến lượt trong vòng này",
  owed: "lượt bù",
  heldOver: "đơn vị có lượt trước giữ thêm nhiệm kỳ",
  assigned: "phân công theo quyết định",
  lottery: "theo thứ tự bốc thăm",
  prefix: "theo phần đầu của thứ tự mới",
};

const hindrances = {
  notMember: "chưa là hoặc không còn là thành viên",
  suspended: "đang bị tạm đình chỉ",
  skipped: "đã quyết định cho qua lượt",
  turnTaken: "đã có lượt trước",
};

/** Why a unit has a term, as sentences. */
export const rotationExplanationVi = /* @__PURE__ */ rotationExplanation({
  deeds: rotationDeedsVi,
  called: ({ unit, terms }, say) =>
    unit === undefined ? terms.join(" / ") : `${say.unit(unit)}, nhiệm kỳ ${terms.join(" / ")}`,
  recorded: (day, say) => `ghi nhận ngày ${say.date(day)}`,
  rule,
  verdict,
  without: (deed, otherwise) => `Nếu không có ${deed} thì ${otherwise}.`,
  chair: otherwiseSeat,
  turn: (turn, say) => `lượt là của ${seat(turn, say)}`,
  firstDay: (day, say) => `nhiệm kỳ bắt đầu ngày ${say.date(day)}`,
  name: (chair, say) => `đơn vị vẫn mang tên ${seat(chair, say)}`,
});

function rule({ rule: kind, after: last, passed, gives }: RuleStep, say: Say): string {
  const after = last === undefined ? "" : `, sau ${say.unit(last)}`;
  const others = passed.map(({ unit, hindrance }) => `${say.unit(unit)} (${hindrances[hindrance]})`);
  return `Nguyên tắc: ${rules[kind]}${after}: ${seat(gives, say)}${others.length > 0 ? `; không tính ${together(others, "và")}` : ""}.`;
}

function verdict({ term, turn, chair, isServed }: Explanation, say: Say): string {
  const isOther = turn.kind === "unit" && (chair.kind !== "unit" || chair.unit !== turn.unit);
  const of = isOther ? ` (lượt của ${say.unit(turn.unit)})` : "";
  return `${isServed ? `Nhiệm kỳ ${term} (đã bắt đầu)` : `Vì vậy nhiệm kỳ ${term}`}: ${seat(chair, say)}${of}.`;
}

function seat(where: Seat, say: Say): string {
  if (where.kind === "unit") return say.unit(where.unit);
  if (where.kind === "vacant") return "khuyết Khối trưởng";
  return `chưa chọn Khối trưởng, sẽ chọn trong số ${say.units(where.among)}`;
}

function otherwiseSeat(where: Seat, say: Say): string {
  return where.kind === "unit" ? `Khối trưởng là ${seat(where, say)}` : seat(where, say);
}
