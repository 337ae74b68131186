import type { ForetoldWords } from "../open-words.ts";

export const foretoldVi: ForetoldWords = {
  refused: (sentence) => `Việc này sẽ bị từ chối: ${sentence}`,
  soAlready: "Việc này không thay đổi gì vì đã đúng như vậy.",
  recorded: "Nếu ghi nhận việc này:",
  follows: "Các việc kéo theo:",
  nothingFollows: "Không kéo theo việc nào khác.",
  cannot: ({ deed, about, why }) =>
    `Không thực hiện được${about === undefined ? "" : ` (${about})`}: ${deed}.${why === undefined ? "" : ` ${why}`}`,
  opens: "Sẽ tồn đọng:",
  closes: "Sẽ không còn tồn đọng:",
  incomplete: "Chưa tính được hết các việc kéo theo.",
};
