import type { OpenWords } from "../open-words.ts";

export const openPointsVi: OpenWords = {
  nothing: "Không có việc nào tồn đọng.",
  nothingSettled: "Không có việc nào được xử lý trực tiếp.",
  since: ({ since, due, isOverdue }, say) =>
    `Tồn đọng từ ngày ${say.date(since)}${due === undefined ? "" : `, hạn ${say.date(due)}`}${isOverdue ? " (quá hạn)" : ""}.`,
  cause: ({ fact, about, recordedOn }, say) =>
    `Nguyên nhân: ${fact}${about === undefined ? "" : ` (${about})`}${recordedOn === undefined ? "" : `, ghi nhận ngày ${say.date(recordedOn)}`}.`,
  refusal: (sentence) => `Chưa thực hiện được: ${sentence}`,
  ready: (deeds, isInOrder) => `Cách xử lý: ${deeds.join(isInOrder ? "; rồi " : "; hoặc ")}.`,
  noneReady: {
    missing: "Cách xử lý: ghi nhận việc còn thiếu, hoặc xử lý trực tiếp và nêu lý do.",
    mismatch: "Cách xử lý: sửa lại cho khớp, hoặc xử lý trực tiếp và nêu lý do.",
    complaint: "Cách xử lý: chờ kết quả giải quyết khiếu nại, hoặc xử lý trực tiếp và nêu lý do.",
    decision: "Cách xử lý: xem xét, quyết định, hoặc xử lý trực tiếp và nêu lý do.",
    byHand: "Cách xử lý: xử lý trực tiếp và nêu lý do.",
  },
  settled: ({ by, reason, settledOn }, say) =>
    `${by} đã xử lý trực tiếp ngày ${say.date(settledOn)}; lý do: ${reason}.`,
};
