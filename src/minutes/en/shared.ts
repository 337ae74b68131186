import { type AggregateWords, type SharedPhrases, type WordsOfAggregates, wordsFor } from "../language.ts";
import { awardStatusesEn } from "./award.ts";
import { ballotStatusesEn } from "./ballot-words.ts";
import { blocStatusesEn } from "./bloc.ts";
import { campaignStatusesEn } from "./campaign.ts";
import { chairRotationStatusesEn } from "./chair-rotation.ts";
import { conferenceStatusesEn } from "./conference.ts";
import { pledgeStatusesEn } from "./pledge.ts";
import { processStatusesEn } from "./process.ts";
import { scoreboardStatusesEn } from "./scoreboard.ts";

/** The name of each aggregate in a sentence, and the words for its statuses. */
export const aggregatesEn: AggregateWords = {
  Award: { subject: "The proposal of the award", statuses: awardStatusesEn },
  Ballot: { subject: "The ballot", statuses: ballotStatusesEn },
  Bloc: { subject: "The bloc", statuses: blocStatusesEn },
  Campaign: { subject: "The campaign", statuses: campaignStatusesEn },
  ChairRotation: { subject: "The rotation", statuses: chairRotationStatusesEn },
  Conference: { subject: "The conference", statuses: conferenceStatusesEn },
  Process: { subject: "The process", statuses: processStatusesEn },
  Pledge: { subject: "The pledge", statuses: pledgeStatusesEn },
  Scoreboard: { subject: "The scoreboard", statuses: scoreboardStatusesEn },
};

/** The phrase of `WrongState` for aggregates with these words. */
export const wrongStateEn =
  (words: WordsOfAggregates): SharedPhrases["WrongState"] =>
  (data, say) => {
    const { subject, is, allowed: times } = wordsFor(words, data);
    return `${subject} is ${is}; this can only be done while it is ${say.either(times)}.`;
  };

/** The phrases of the rejections that all aggregates share. */
export const sharedRejectionsEn: SharedPhrases = {
  WrongState: wrongStateEn(aggregatesEn),
  DateInFuture: ({ date, today }, say) => `${say.date(date)} has not come yet (today is ${say.date(today)}).`,
  DateOutside: ({ date, earliest, latest }, say) => {
    if (earliest === undefined)
      return `${say.date(date)} is too late: ${say.date(latest ?? date)} is the last possible day.`;
    if (latest === undefined)
      return `${say.date(date)} is too early: ${say.date(earliest)} is the first possible day.`;
    return `${say.date(date)} is outside the period from ${say.date(earliest)} to ${say.date(latest)}.`;
  },
};
