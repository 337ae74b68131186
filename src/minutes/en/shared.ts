import type { AggregateWords, SharedPhrases } from "../language.ts";
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
const aggregates: AggregateWords = {
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

/** The phrases of the rejections that all aggregates share. */
export const sharedRejectionsEn: SharedPhrases = {
  WrongState: ({ aggregate, status, allowed }, say) => {
    const { subject, statuses }: { subject: string; statuses: Readonly<Record<string, string>> } =
      aggregates[aggregate];
    const times = say.either(allowed.map((one) => statuses[one] ?? one));
    return `${subject} is ${statuses[status] ?? status}; this can only be done while it is ${times}.`;
  },
  DateInFuture: ({ date, today }, say) => `${say.date(date)} has not come yet (today is ${say.date(today)}).`,
  DateOutside: ({ date, earliest, latest }, say) => {
    if (earliest === undefined)
      return `${say.date(date)} is too late: ${say.date(latest ?? date)} is the last possible day.`;
    if (latest === undefined)
      return `${say.date(date)} is too early: ${say.date(earliest)} is the first possible day.`;
    return `${say.date(date)} is outside the period from ${say.date(earliest)} to ${say.date(latest)}.`;
  },
};
