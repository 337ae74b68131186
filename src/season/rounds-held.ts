import type { ConferenceCommand } from "../conference/messages.ts";
import type { Id } from "../kernel/ids.ts";
import type { Claim } from "./claim.ts";
import { matterText } from "./messages.ts";
import { termsOf } from "./round-terms.ts";
import type { RoundsKnown, Terms } from "./rounds-known.ts";
import { isHeld } from "./rounds-owed.ts";
import { goneSince, voiding } from "./void-ballots.ts";

/**
 * C18c: a round or a run-off that this process opens takes place at its conference, once that is open. So the minutes name
 * it, and the conference does not close as if nobody awaited its end. What people have recorded of it stands.
 */
export function heldAt(known: RoundsKnown, scope: string, id: Id): [string, Claim][] {
  const held = isGoingOn(known, id) ? termsOf(known, id) : undefined;
  const { conference, purpose, season } = held ?? {};
  if (conference === undefined || !purpose || season === undefined) return [];
  if (!known.sitting.has(conference) || known.minuted.get(id)?.has(conference)) return [];
  const matter = `${known.calls.has(id) ? "Bầu lại" : "Bình chọn"} ${nameOf(purpose)}`;
  const command: ConferenceCommand = { type: "HoldBallot", data: { ballot: id, matter } };
  const commands = [{ aggregate: "Conference", id: conference, command }];
  const unmet = matterText("BallotNotInMinutes", { purpose, season });
  return [[`held/${scope}/${conference}/${id}`, { law: "C18c", content: { conference }, commands, unmet }]];
}

function isGoingOn(known: RoundsKnown, id: Id): boolean {
  if (!known.rounds.has(id) && !known.calls.has(id)) return false;
  const { record, annulled } = known.results.ballots.get(id) ?? {};
  if (record || annulled || voiding(known, id)) return false;
  return goneSince(known, known.calls.get(id)?.parent ?? id) === undefined && isHeld(known, id);
}

/** In the language of the documents, because the matter is stored and printed with them. */
function nameOf(purpose: Terms["purpose"]): string {
  switch (purpose.kind) {
    case "honour":
      return `đơn vị đề nghị tặng ${honours[purpose.honour.kind]} của ${purpose.honour.authority}`;
    case "chair":
      return "Khối trưởng nhiệm kỳ sau";
    case "deputyChair":
      return "Khối phó nhiệm kỳ sau";
    case "other":
      return purpose.title;
  }
}

type HonourKind = Extract<Terms["purpose"], { kind: "honour" }>["honour"]["kind"];
const honours: Record<HonourKind, string> = {
  emulationFlag: "Cờ thi đua",
  certificateOfMerit: "Bằng khen",
  letterOfCommendation: "Giấy khen",
  excellentLabourCollective: "danh hiệu Tập thể lao động xuất sắc",
  advancedLabourCollective: "danh hiệu Tập thể lao động tiên tiến",
};
