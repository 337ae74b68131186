import type { Citation, Explanation, Seat } from "../../chair-rotation/forecast/explanation.ts";
import type { ChairRotationEvent } from "../../chair-rotation/messages.ts";
import { lineOf, together } from "../figures.ts";
import type { Say } from "../language.ts";

const rules: Record<Extract<Citation, { kind: "rule" }>["rule"], string> = {
  cycle: "theo vòng luân phiên",
  alphabetical: "theo thứ tự khóa sắp xếp",
  longestWaiting: "đơn vị chờ lâu nhất",
  deputySucceeds: "Khối phó kế nhiệm",
  group: "theo nhóm đến lượt",
  elected: "bầu cho từng nhiệm kỳ",
  electedInRotation: "bầu trong số các đơn vị chưa đến lượt trong vòng này",
  owed: "lượt bù",
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

/**
 * Why a unit has a term, as sentences: the rule, what happened, the verdict, and what would be so otherwise. `event`
 * makes the sentence of an event.
 */
export function rotationExplanationVi(
  explanation: Explanation,
  { say, event }: { say: Say; event: (event: ChairRotationEvent) => string },
): string[] {
  const { term, chair, isServed, because, otherwise } = explanation;
  const steps = because.map((one) => {
    if (one.kind === "event") return event(one.event);
    const after = one.after === undefined ? "" : `, sau ${say.unit(one.after)}`;
    const passed = one.passed.map(({ unit, hindrance }) => `${say.unit(unit)} (${hindrances[hindrance]})`);
    return `Nguyên tắc: ${rules[one.rule]}${after}: ${seat(one.gives, say)}${passed.length > 0 ? `; không tính ${together(passed, "và")}` : ""}.`;
  });
  const verdict = `${isServed ? `Nhiệm kỳ ${term} (đã bắt đầu)` : `Vì vậy nhiệm kỳ ${term}`}: ${seat(chair, say)}.`;
  const others = otherwise.map((one) => {
    const line = lineOf(one.without, because);
    return line > 0
      ? `Nếu không có việc ở dòng ${line} thì ${otherwiseSeat(one.chair, say)}.`
      : `Nếu không có việc sau đây thì ${otherwiseSeat(one.chair, say)}: ${event(one.without)}`;
  });
  return [...steps, verdict, ...others];
}

function seat(where: Seat, say: Say): string {
  if (where.kind === "unit") return say.unit(where.unit);
  if (where.kind === "vacant") return "khuyết Khối trưởng";
  return `chưa chọn Khối trưởng, sẽ chọn trong số ${say.units(where.among)}`;
}

const otherwiseSeat = (where: Seat, say: Say): string =>
  where.kind === "unit" ? `là ${seat(where, say)}` : seat(where, say);
