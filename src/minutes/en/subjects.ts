import type { Say } from "../language.ts";
import type { Subject } from "../things.ts";
import { purposeEn } from "./ballot-words.ts";

/** What an aggregate is about. */
export function subjectEn(subject: Subject, say: Say): string {
  switch (subject.kind) {
    case "award":
      return `${say.honour(subject.honour)} (${subject.season}) for ${say.unit(subject.unit)}`;
    case "ballot":
      return `the ballot for ${purposeEn(subject.purpose, subject.season, say)}`;
    case "pledge":
      return `the pledge of ${say.unit(subject.unit)} for ${subject.season}`;
    case "campaign":
      return `the campaign “${subject.theme}” (${subject.season})`;
    case "scoreboard":
      return `the scoreboard of ${subject.season}`;
    case "conference":
      return `the conference of ${say.date(subject.heldOn)}`;
    case "rotation":
      return "the chair's rotation";
  }
}
