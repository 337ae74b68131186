import { type AggregateWords, type SharedPhrases, type WordsOfAggregates, wordsFor } from "../language.ts";
import { awardStatusesVi } from "./award.ts";
import { ballotStatusesVi } from "./ballot-words.ts";
import { blocStatusesVi } from "./bloc.ts";
import { campaignStatusesVi } from "./campaign.ts";
import { chairRotationStatusesVi } from "./chair-rotation.ts";
import { conferenceStatusesVi } from "./conference.ts";
import { pledgeStatusesVi } from "./pledge.ts";
import { processStatusesVi } from "./process.ts";
import { scoreboardStatusesVi } from "./scoreboard.ts";

/** The name of each aggregate in a sentence, and the words for its statuses. */
export const aggregatesVi: AggregateWords = {
  Award: { subject: "đề nghị khen thưởng", statuses: awardStatusesVi },
  Ballot: { subject: "cuộc bầu chọn", statuses: ballotStatusesVi },
  Bloc: { subject: "khối thi đua", statuses: blocStatusesVi },
  Campaign: { subject: "phong trào thi đua", statuses: campaignStatusesVi },
  ChairRotation: { subject: "việc luân phiên", statuses: chairRotationStatusesVi },
  Conference: { subject: "hội nghị", statuses: conferenceStatusesVi },
  Process: { subject: "quy trình", statuses: processStatusesVi },
  Pledge: { subject: "giao ước", statuses: pledgeStatusesVi },
  Scoreboard: { subject: "bảng điểm", statuses: scoreboardStatusesVi },
};

/** The phrase of `WrongState` for aggregates with these words. */
export const wrongStateVi =
  (words: WordsOfAggregates): SharedPhrases["WrongState"] =>
  (data, say) => {
    const { subject, is, allowed: times } = wordsFor(words, data);
    return `${subject} ${is}; việc này chỉ thực hiện được khi ${subject} ${say.either(times)}.`;
  };

/** The phrases of the rejections that all aggregates share. */
export const sharedRejectionsVi: SharedPhrases = {
  WrongState: wrongStateVi(aggregatesVi),
  DateInFuture: ({ date, today }, say) => `Ngày ${say.date(date)} chưa đến (hôm nay là ${say.date(today)}).`,
  DateOutside: ({ date, earliest, latest }, say) => {
    if (earliest === undefined)
      return `Ngày ${say.date(date)} quá muộn; muộn nhất là ngày ${say.date(latest ?? date)}.`;
    if (latest === undefined)
      return `Ngày ${say.date(date)} quá sớm; sớm nhất là ngày ${say.date(earliest)}.`;
    return `Ngày ${say.date(date)} nằm ngoài thời gian từ ngày ${say.date(earliest)} đến ngày ${say.date(latest)}.`;
  },
};
