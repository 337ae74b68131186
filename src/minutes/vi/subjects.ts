import type { Say } from "../language.ts";
import type { Subject } from "../things.ts";
import { ballotForVi } from "./ballot-words.ts";

/** What an aggregate is about. */
export function subjectVi(subject: Subject, say: Say): string {
  switch (subject.kind) {
    case "award":
      return `${say.honour(subject.honour)} năm ${subject.season} cho ${say.unit(subject.unit)}`;
    case "ballot":
      return `cuộc ${ballotForVi(subject.purpose, say)} năm ${subject.season}`;
    case "pledge":
      return `giao ước thi đua năm ${subject.season} của ${say.unit(subject.unit)}`;
    case "campaign":
      return `phong trào thi đua năm ${subject.season} “${subject.theme}”`;
    case "scoreboard":
      return `bảng điểm năm ${subject.season}`;
    case "conference":
      return `hội nghị ngày ${say.date(subject.heldOn)}`;
    case "rotation":
      return "danh sách luân phiên Khối trưởng";
  }
}
