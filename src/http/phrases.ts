import type { Kind } from "./kinds.ts";

/** The title of each kind of answer, and what the sender can do. */
type Phrase = { title: string; detail: string };

const vi: Readonly<Record<Kind, Phrase>> = {
  refused: { title: "Không được chấp nhận", detail: "Quy định không cho phép việc này." },
  outOfTurn: { title: "Không đúng thời điểm", detail: "Việc này không thực hiện được ở bước hiện tại." },
  invalid: { title: "Dữ liệu không hợp lệ", detail: "Yêu cầu không đúng mẫu." },
  unknownAggregate: { title: "Không tìm thấy", detail: "Không có loại hồ sơ này." },
  unknownProcess: { title: "Không tìm thấy", detail: "Không có quy trình này." },
  notStopped: {
    title: "Quy trình không dừng ở đó",
    detail: "Quy trình không dừng ở sự kiện này. Hãy xem lại tình trạng của quy trình. Chưa có gì được lưu.",
  },
  idReused: {
    title: "Mã yêu cầu đã được dùng",
    detail: "Mã này là của một yêu cầu khác. Mỗi yêu cầu cần một mã riêng. Chưa có gì được lưu.",
  },
  busy: {
    title: "Đang có nhiều người cùng ghi",
    detail: "Chưa có gì được lưu. Hãy gửi lại yêu cầu với cùng mã.",
  },
  unknownOutcome: {
    title: "Chưa rõ kết quả",
    detail: "Yêu cầu có thể đã được lưu. Hãy gửi lại với cùng mã: yêu cầu chỉ được thực hiện một lần.",
  },
  tooMuchFollows: {
    title: "Quá nhiều việc kéo theo",
    detail: "Yêu cầu đã được lưu; phần việc kéo theo còn lại chờ người phụ trách xem xét.",
  },
  newerLog: {
    title: "Dữ liệu của phiên bản mới hơn",
    detail: "Một phiên bản mới hơn đã ghi hồ sơ này. Hãy nâng cấp máy chủ.",
  },
  damagedLog: { title: "Nhật ký bị hỏng", detail: "Hồ sơ này không đọc được. Hãy báo người quản trị." },
  internal: { title: "Lỗi máy chủ", detail: "Máy chủ gặp lỗi. Hãy báo người quản trị." },
};

const en: Readonly<Record<Kind, Phrase>> = {
  refused: { title: "Refused", detail: "A rule does not allow this." },
  outOfTurn: { title: "Not at this time", detail: "This cannot be done at the present step." },
  invalid: { title: "Invalid input", detail: "The request does not have its form." },
  unknownAggregate: { title: "Not found", detail: "There are no such records." },
  unknownProcess: { title: "Not found", detail: "There is no such process." },
  notStopped: {
    title: "The process has not stopped there",
    detail: "The process has not stopped at this event. Look at its status again. Nothing was stored.",
  },
  idReused: {
    title: "Id of another request",
    detail: "The id is that of another request. Give each request an id of its own. Nothing was stored.",
  },
  busy: {
    title: "Many write at once",
    detail: "Nothing was stored. Send the request again under the same id.",
  },
  unknownOutcome: {
    title: "The outcome is not known yet",
    detail:
      "The request may be stored. Send it again under the same id: it is carried out once and not a second time.",
  },
  tooMuchFollows: {
    title: "Too much follows",
    detail: "The request is stored. The rest of what follows from it waits for a person to look at it.",
  },
  newerLog: {
    title: "Data of a newer version",
    detail: "A newer version wrote this record. Upgrade the server.",
  },
  damagedLog: { title: "Damaged log", detail: "The record cannot be read. Tell the administrator." },
  internal: { title: "Error of the server", detail: "The server met an error. Tell the administrator." },
};

/** The phrases of a language; English where there are none. */
export function phraseIn(code: string, kind: Kind): Phrase {
  return (code === "vi" ? vi : en)[kind];
}
