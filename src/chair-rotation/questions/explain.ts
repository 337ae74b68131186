import { same } from "../../kernel/same.ts";
import type { CivilDate } from "../../kernel/time.ts";
import { numberOf } from "../calendar.ts";
import { chairRotation } from "../chair-rotation.ts";
import { unitIn } from "../forecast/coming-terms.ts";
import type { CitedEvent, Counterfactual, Explanation, Seat } from "../forecast/explanation.ts";
import type { ChairRotationEvent } from "../messages.ts";
import type { ServedTerm } from "../state.ts";
import type { TermId } from "../words.ts";
import { type Answer, type Asked, answerIn } from "./answer.ts";
import { calledIn, citing, namesByDay } from "./cited.ts";
import { type Reason, reasonsOf } from "./reasons.ts";
import { type Entry, entriesOf, lastWorld, type Replay, replayBefore, replayOf } from "./replay.ts";
import { eventsSince } from "./since.ts";

/**
 * Why a unit has a term, as coded data. `events` is the whole log. It tells the last beginning, from which one counts;
 * every event without which the answer would be another, with its day and document; the step of the rule; what was
 * agreed about the turn and what became of that; and who would have the term without each event, where all that was
 * decided later stays as it was recorded, as long as the rotation can have it. Of a term that has
 * begun it tells what was so when it began, its beginning, and what changed the office since. A coming term is
 * reckoned with the members of its first day or, where that is later, of `askedOn`. Undefined where the calendar has
 * no such term. Each event that may matter is tried, so the cost is at most the square of the number of events.
 */
export function explain(
  events: readonly ChairRotationEvent[],
  term: TermId,
  askedOn?: CivilDate,
): Explanation | undefined {
  const rotation = chairRotation.fold(events);
  const number = rotation.status === "blank" ? undefined : numberOf(rotation.calendar, term);
  if (rotation.status === "blank" || number === undefined) return undefined;
  const served = rotation.served[number];
  const whole = replayOf(entriesOf(events));
  const begunAt = served ? beginningOf(whole, number) : undefined;
  const replay = begunAt ? replayBefore(whole, begunAt.position) : whole;
  const asked = { number, askedOn: served ? served.begunOn : askedOn };
  const before = chairRotation.fold(events.slice(0, replay.entries.length));
  const answer = answerIn({ state: before, voids: [] }, asked);
  if (!answer && !served) return undefined;
  const cite = citing(rotation, served?.begunOn ?? answer?.row.startsOn ?? "");
  const reasons = reasonsOf(replay, asked);
  return {
    term,
    called: calledIn(rotation),
    ...resultOf(answer, served),
    names: namesByDay(rotation)(served?.begunOn ?? answer?.row.day ?? ""),
    from: lastBeginning(replay, cite),
    because: becauseOf(replay, { asked, answer, reasons, cite }),
    begun: begunAt && cite(begunAt),
    since:
      begunAt && served
        ? eventsSince(rotation, whole.entries, { term: served, begunAt: begunAt.position }).map(cite)
        : [],
    otherwise: answer ? reasons.flatMap((one) => counterfactual(one, answer, cite)) : [],
  };
}

type Cite = (entry: Entry) => CitedEvent;

function beginningOf({ entries, begun }: Replay, number: number): Entry | undefined {
  return entries.find(({ position }) => begun.get(position)?.number === number);
}

/** From the last beginning one counts; before the first one, from the opening. */
function lastBeginning({ entries, begun }: Replay, cite: Cite): CitedEvent | undefined {
  const last = entries.findLast(({ position }) => begun.has(position)) ?? entries[0];
  return last && cite(last);
}

function resultOf(answer: Answer | undefined, served: ServedTerm | undefined) {
  if (served) {
    const { chair, nominal, startsOn } = served;
    const sits: Seat = chair === undefined ? { kind: "vacant" } : { kind: "unit", unit: chair };
    return { startsOn, turn: nominal, chair: sits, isServed: true };
  }
  const { startsOn, nominal, chair } = (answer as Answer).row;
  return { startsOn, turn: nominal, chair, isServed: false };
}

/** First what gives the turn, then the step of the rule, then what was agreed about it, with what is void of that. */
function becauseOf(
  replay: Replay,
  {
    asked,
    answer,
    reasons,
    cite,
  }: { asked: Asked; answer: Answer | undefined; reasons: readonly Reason[]; cite: Cite },
): Explanation["because"] {
  const giving = (part: Reason["gives"]) =>
    reasons.flatMap(({ gives, entry }) => (gives === part ? [entry] : []));
  const voids = lastWorld(replay).voids.filter(({ numbers }) => numbers.includes(asked.number));
  const voided = voids.flatMap(
    ({ event }) => replay.entries.find((one) => same(one.event.data, event.data)) ?? [],
  );
  const agreed = [...giving("chair"), ...voided].sort((a, b) => a.position - b.position);
  const rule = (answer?.row.because ?? []).flatMap((one) => (one.kind === "rule" ? [one] : []));
  return [...giving("turn").map(cite), ...rule, ...[...new Set(agreed)].map(cite)];
}

/**
 * A swap needs every consent and a lot its list, so a counterfactual leaves out the whole swap or lot: only the proposal,
 * and the draw, have one.
 */
const words: ReadonlySet<string> = new Set(["SwapConsented", "SwapRatified", "OrderLotAnnounced"]);

function counterfactual({ entry, otherwise }: Reason, answer: Answer, cite: Cite): Counterfactual[] {
  if (!otherwise || words.has(entry.event.type)) return [];
  const { row, names } = otherwise;
  const { nominal: turn, chair, startsOn } = row;
  const differs = differencesOf(answer, otherwise);
  return differs.size > 0 ? [{ without: cite(entry), differs, turn, chair, startsOn, names }] : [];
}

function differencesOf(answer: Answer, other: Answer): Counterfactual["differs"] {
  const [is, would] = [answer.row, other.row];
  const differs = new Set<"chair" | "turn" | "firstDay" | "name">();
  const unit = unitIn(would.chair);
  if (!same(is.chair, would.chair)) differs.add("chair");
  else if (!same(is.nominal, would.nominal)) differs.add("turn");
  if (is.startsOn !== would.startsOn) differs.add("firstDay");
  const isCalledOtherwise = unit !== undefined && answer.names.get(unit) !== other.names.get(unit);
  if (differs.size === 0 && isCalledOtherwise) differs.add("name");
  return differs;
}
