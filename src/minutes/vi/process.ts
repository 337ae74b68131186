import type { Outcome, Place, ProcessEvent, ProcessRejection } from "../../process/messages.ts";
import type { OwnPhrases, Phrases } from "../language.ts";

export const processStatusesVi = { blank: "chưa bắt đầu", running: "đang chạy" };

const placeVi = ({ stream, version }: Place) => `“${stream}”, sự kiện số ${version}`;

function outcomeVi(outcome: Outcome): string {
  switch (outcome.kind) {
    case "carried": {
      const { stream, from, to } = outcome;
      return from === to
        ? `đã thực hiện (${placeVi({ stream, version: from })})`
        : `đã thực hiện (“${stream}”, sự kiện số ${from} đến ${to})`;
    }
    case "void":
      return "không có gì thay đổi vì đã đúng như vậy";
    case "refused":
      return `bị từ chối (${outcome.rejection.type})`;
    case "invalid":
      return `không thực hiện được vì lệnh sai mẫu (${outcome.problems.length} lỗi)`;
    case "stopped":
      return `đã dừng vì một lệnh kéo theo hơn ${outcome.wantsMax} việc`;
    case "skipped":
      return `“${outcome.by}” quyết định không thực hiện; lý do: ${outcome.reason}`;
  }
}

export const processEventsVi: Phrases<ProcessEvent> = {
  ProcessBegun: ({ process, version, since }, say) =>
    `Quy trình “${process}” bắt đầu theo phiên bản ${version}; trả lời ${say.list(
      since.map(({ type, after }) => (after ? `${type} từ sau ${placeVi(after)}` : `${type} từ đầu`)),
    )}.`,
  EventAnswered: ({ event, stream, wants, root }, say) =>
    `Sự kiện “${event}” của “${stream}”, do lệnh “${root}”: ${
      wants.length === 0
        ? "không có việc gì phải làm"
        : `cần ${say.list(wants.map(({ aggregate, id, command }) => `${command.type} (${aggregate} “${id}”)`))}`
    }.`,
  EventSkipped: ({ event, stream, by, reason }) =>
    `“${by}” cho bỏ qua sự kiện “${event}” của “${stream}”; lý do: ${reason}.`,
  WantSettled: ({ want, outcome }) => `Việc “${want}” ${outcomeVi(outcome)}.`,
  WantReopened: ({ want, by, reason }) => `“${by}” cho làm lại việc “${want}”; lý do: ${reason}.`,
  MatterSettled: ({ by, reason }) => `“${by}” đã xử lý xong một việc tồn đọng; lý do: ${reason}.`,
  MatterReopened: ({ by, reason }) => `“${by}” cho mở lại một việc tồn đọng đã xử lý; lý do: ${reason}.`,
};

export const processRejectionsVi: OwnPhrases<ProcessRejection> = {
  WantUnknown: ({ want }) => `Quy trình không có việc “${want}”.`,
  WantDone: ({ want }) => `Việc “${want}” đã xong nên không làm lại hay bỏ qua.`,
  EventTaken: ({ event }) => `Quy trình đã trả lời sự kiện “${event}”.`,
  MatterNotOpen: () => "Việc này không còn tồn đọng hoặc đã thay đổi; hãy xem lại.",
  MatterNotSettled: () => "Chưa ai xử lý việc này nên không mở lại.",
};
