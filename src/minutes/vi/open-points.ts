import type { OpenWords } from "../open-words.ts";

export const openPointsVi: OpenWords = {
  nothing: "Không có việc nào tồn đọng.",
  nothingSettled: "Không có việc nào được xử lý trực tiếp.",
  since: ({ since, due, isOverdue }, say) =>
    `Tồn đọng từ ngày ${say.date(since)}${due === undefined ? "" : `, hạn ${say.date(due)}`}${isOverdue ? " (quá hạn)" : ""}.`,
  cause: (sentence) => `Nguyên nhân: ${sentence}`,
  refusal: (sentence) => `Chưa thực hiện được: ${sentence}`,
  ready: (deeds) => `Cách xử lý: ${deeds.join("; hoặc ")}.`,
  noneReady: "Cách xử lý: ghi nhận việc còn thiếu, hoặc xử lý trực tiếp và nêu lý do.",
  settled: ({ by, reason, settledOn }, say) =>
    `“${by}” đã xử lý trực tiếp ngày ${say.date(settledOn)}; lý do: ${reason}.`,
};
