import { calendarVi } from "../calendar/vi.ts";
import type { TimelineLanguage } from "./language.ts";

/** Sơ đồ luân phiên Khối trưởng bằng tiếng Việt. */
export const timelineVi: TimelineLanguage = {
  ...calendarVi,
  legend: {
    served: "Khối trưởng: nhiệm kỳ đã bắt đầu",
    assigned: "Khối trưởng: đã phân công",
    nominal: "Khối trưởng: dự kiến theo lượt",
    conditional: "Khối trưởng: chưa chắc chắn",
    deputy: "Khối phó",
    swap: "Khối trưởng do hoán đổi",
    substitute: "Khối trưởng do làm thay",
    turnOf: "Lượt đã hoán đổi, nhường hoặc để khuyết",
    interim: "Tạm thời điều hành",
    vacant: "Khuyết Khối trưởng",
    open: "Chưa chọn Khối trưởng",
    stands: "Có thể được chọn",
    cancelled: "Đã hủy",
    handover: "Bàn giao",
    handoverWithFlag: "Bàn giao kèm Cờ luân lưu",
    joined: "Tham gia",
    left: "Thôi tham gia",
    ended: "Chấm dứt hoạt động",
    merged: "Chuyển sang đơn vị kế thừa",
    absent: "Không phải thành viên",
    suspended: "Bị tạm đình chỉ",
    flag: "Giữ Cờ luân lưu",
    flagLost: "Cờ luân lưu đã mất",
  },
  nobody: { vacant: "Khuyết Khối trưởng", open: "Chưa chọn Khối trưởng", flag: "Cờ luân lưu" },
  renamed: (name, former) => `${name} (trước là ${former})`,
  others: (count, say) => `${say.count(count)} đơn vị khác`,
  flagWith: { issuer: "Nơi cấp cờ", lost: "Đã mất" },
  bar: {
    chair: "Khối trưởng",
    deputy: "Khối phó",
    swap: "Hoán đổi",
    substitute: "Làm thay",
    interim: "Tạm điều hành",
    vacant: "Khuyết",
    cancelled: "Đã hủy",
  },
  suspended: ({ unit, from, through }, say) =>
    `${say.unit(unit)} bị tạm đình chỉ từ ngày ${say.date(from)}${through === undefined ? "" : ` đến hết ngày ${say.date(through)}`}`,
  ahead: "dự kiến →",
  subtitle: ({ from, to, terms, units }, say) =>
    `Từ ${say.date(from)} đến ${say.date(to)} · ${say.count(terms)} nhiệm kỳ · ${say.count(units)} đơn vị`,
  empty: "Chưa có nhiệm kỳ nào.",
};
