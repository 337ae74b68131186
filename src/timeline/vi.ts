import { calendarVi } from "../calendar/vi.ts";
import type { TimelineLanguage } from "./language.ts";

/** Sơ đồ luân phiên Khối trưởng bằng tiếng Việt. */
export const timelineVi: TimelineLanguage = {
  ...calendarVi,
  legend: {
    served: "Khối trưởng: đã bắt đầu nhiệm kỳ",
    assigned: "đã phân công",
    nominal: "dự kiến theo lượt",
    conditional: "chưa chắc chắn",
    deputy: "Khối phó",
    swap: "Khối trưởng do đổi lượt",
    substitute: "Khối trưởng do làm thay",
    turnOf: "lượt vốn của đơn vị",
    interim: "tạm thời điều hành",
    vacant: "khuyết Khối trưởng",
    open: "chưa xác định",
    cancelled: "đã hủy",
    handover: "bàn giao",
    handoverWithFlag: "bàn giao kèm Cờ luân lưu",
  },
  bar: {
    chair: "Khối trưởng",
    deputy: "Khối phó",
    swap: "Đổi lượt",
    substitute: "Làm thay",
    interim: "Tạm điều hành",
    vacant: "Khuyết",
    cancelled: "Đã hủy",
  },
  ahead: "dự kiến →",
  subtitle: ({ from, to, terms, units }, say) =>
    `Từ ${say.date(from)} đến ${say.date(to)} · ${say.count(terms)} nhiệm kỳ · ${say.count(units)} đơn vị`,
  empty: "Chưa có nhiệm kỳ nào.",
};
