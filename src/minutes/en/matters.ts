import type { MatterText } from "../../season/messages.ts";
import { quoted } from "../figures.ts";
import type { Phrases } from "../language.ts";
import { purposeEn } from "./ballot-words.ts";

const ends = { certified: "its record is signed", annulled: "it was annulled" };

export const mattersEn: Phrases<MatterText> = {
  BallotNotSettled: ({ matter, end }) =>
    `The conference does not record how the ballot on ${quoted(matter)} ended: ${ends[end]}.`,
  BallotOfCancelledConference: ({ purpose, season }, say) =>
    `The conference was cancelled, and the ballot for ${purposeEn(purpose, season, say)} was not.`,
  BallotCertifiedThoughCancelled: ({ purpose, season }, say) =>
    `The conference was cancelled, and the result of the ballot for ${purposeEn(purpose, season, say)} is certified: look at the result again.`,
  DraftNotIssued: ({ title, adoptedOn }, say) =>
    `The draft ${quoted(title)} was adopted on ${say.date(adoptedOn)} and is not issued.`,
  PledgeNotSigned: ({ unit }, say) =>
    unit === undefined
      ? "The minutes say that a pledge was signed, and there is no such pledge."
      : `The minutes say that ${say.unit(unit)} signed its pledge, and no signed pledge is there.`,
};
