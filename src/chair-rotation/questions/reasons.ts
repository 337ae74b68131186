import type { CivilDate } from "../../kernel/time.ts";
import type { UnitId } from "../../vocabulary/unit.ts";
import { type Coming, comingRowAt, unitIn } from "../forecast/coming-terms.ts";
import type { ChairRotationEvent } from "../messages.ts";
import { namesByDay } from "./cited.ts";
import { type Entry, lastWorld, type Replay, type World, worldWithout } from "./replay.ts";

/** A coming term, and the day on which one asks. */
export type Asked = { number: number; askedOn?: CivilDate | undefined };

/** What is said of a coming term, and the same as two texts to compare: of its turn, and of what lies on it. */
export type Answer = { row: Coming; names: ReadonlyMap<UnitId, string>; turn: string; chair: string };

/** An event without which the answer would be another, and that answer; `gives` says which part of it differs. */
export type Reason = { entry: Entry; gives: "turn" | "chair"; otherwise: Answer | undefined };

/** The events without which the answer would be another, in the order of the log. */
export function reasonsOf(replay: Replay, asked: Asked): Reason[] {
  const answer = answerIn(lastWorld(replay), asked);
  if (!answer) return [];
  return replay.entries.flatMap((entry): Reason[] => {
    if (replay.begun.has(entry.position) || idle.has(entry.event.type)) return [];
    const otherwise = answerIn(worldWithout(replay, entry.position), asked);
    if (otherwise?.turn !== answer.turn) return [{ entry, gives: "turn", otherwise }];
    return otherwise.chair === answer.chair ? [] : [{ entry, gives: "chair", otherwise }];
  });
}

/**
 * The log begins with the first; the others move nobody, or follow from another event. What was done with the flag is
 * not among them: it closes its day, so that a leave that is recorded after it acts from the next day on.
 */
const idle: ReadonlySet<ChairRotationEvent["type"]> = new Set<ChairRotationEvent["type"]>([
  "RotationOpened",
  "RotationClosed",
  "SwapVoided",
  "AgreementVoided",
  "RotationIncidentNoted",
]);

export function answerIn({ state, voids }: World, { number, askedOn }: Asked): Answer | undefined {
  if (state.status === "blank") return undefined;
  const row = comingRowAt(state, number, askedOn);
  if (!row) return undefined;
  const names = namesByDay(state)(row.day);
  const { nominal, chair, by, because, startsOn, vacantFrom } = row;
  const name = (unit: UnitId | undefined) => unit && names.get(unit);
  const passed = because.flatMap((one) => (one.kind === "rule" ? one.passed : []));
  const laid = because.flatMap((one) =>
    one.kind === "event" && agreements.has(one.event.type) ? [one.event] : [],
  );
  const ended = voids.filter(({ numbers }) => numbers.includes(number));
  return {
    row,
    names,
    turn: JSON.stringify([nominal, name(unitIn(nominal)), by, passed, startsOn]),
    chair: JSON.stringify([chair, name(unitIn(chair)), vacantFrom, laid, ended]),
  };
}

const agreements: ReadonlySet<string> = new Set(["SwapProposed", "SubstituteNamed", "TermVacated"]);
