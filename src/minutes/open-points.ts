import type { Message } from "../kernel/messages.ts";
import { type CivilDate, civilDateOf } from "../kernel/time.ts";
import { quoted } from "./figures.ts";
import type { UnitNames } from "./language.ts";
import { wayOf } from "./open-ways.ts";
import { finished, idsMarked } from "./said.ts";
import { causeOf, deedIn, type Language, textOf } from "./sentence.ts";
import type { Things } from "./things.ts";

/** What is printed of an open point: `openPoints` of `thidua/read` gives it. */
export type PointText = {
  what: Message;
  refusal?: Message;
  since: CivilDate;
  due?: CivilDate;
  ready: readonly { command: Message; aggregate?: string; id?: string }[];
  inOrder?: boolean;
  /** The event by which it is open. */
  cause?: string;
};

/** What a list of open points needs beside the points. */
type Telling = {
  names: UnitNames;
  /** What is due before it is overdue. */
  today: CivilDate;
  /** The event of an id, so that the cause can be told; without it, or where it knows none, no cause is. */
  eventOf?: (id: string) => Message | undefined;
  /** What names the things that a cause is about: `thingsIn` makes it. */
  things?: Things;
};

/**
 * What is open, one text for each point, without an id: what, since when, until when, why, and how it can be settled.
 * Where nothing is open, one sentence says so.
 *
 * @example
 * whatIsOpen(en, [], { names: () => undefined, today: "2023-01-09" }) // [ "Nothing is open." ]
 */
export function whatIsOpen<E extends Message, R extends Message>(
  language: Language<E, R>,
  points: readonly PointText[],
  telling: Telling,
): string[] {
  if (points.length === 0) return [language.open.nothing];
  return points.map((point) => pointText(language, point, telling));
}

/** What people have settled by hand, one text for each point: what, who, when and why. */
export function whatWasSettled<E extends Message, R extends Message>(
  language: Language<E, R>,
  points: readonly (PointText & { by: string; reason: string; settledOn: CivilDate })[],
  { names, things }: Pick<Telling, "names" | "things">,
): string[] {
  const { open, say } = language;
  if (points.length === 0) return [open.nothingSettled];
  const telling = { names, ...(things && { things }) };
  return points.map((point) =>
    [
      finished(textOf(language, point.what, telling)),
      finished(open.settled({ ...point, by: names(point.by) ?? quoted(point.by) }, say(idsMarked(names)))),
    ].join(" "),
  );
}

export function pointText<E extends Message, R extends Message>(
  language: Language<E, R>,
  { what, refusal, since, due, ready, inOrder = false, cause }: PointText,
  { names, today, eventOf = () => undefined, things }: Telling,
): string {
  const { open, say } = language;
  const telling = { names, ...(things && { things }) };
  const caused = cause === undefined ? undefined : eventOf(cause);
  const isOverdue = due !== undefined && due < today;
  const deeds = ready.map(({ command }) => deedIn(language, command, names));
  return [
    finished(textOf(language, what, telling)),
    finished(open.since({ since, isOverdue, ...(due !== undefined && { due }) }, say(idsMarked(names)))),
    ...(caused ? [causeText(language, caused, telling)] : []),
    ...(refusal
      ? [open.refusal(finished(textOf(language, refusal, { ...telling, ...streamOf(ready) })))]
      : []),
    finished(deeds.length > 0 ? open.ready([...new Set(deeds)], inOrder) : open.noneReady[wayOf(what)]),
  ].join(" ");
}

/** Where the command stands that was refused. */
function streamOf([first]: PointText["ready"]): { stream?: string } {
  return first?.id === undefined ? {} : { stream: `${first.aggregate}-${first.id}` };
}

/** The fact with its day, and what it is about. The day is that of its record where the fact has none of its own. */
function causeText<E extends Message, R extends Message>(
  language: Language<E, R>,
  event: Message & { metadata?: { recordedAt?: string } },
  telling: Pick<Telling, "names" | "things">,
): string {
  const { fact, about } = causeOf(language, event, telling);
  const recordedAt = event.metadata?.recordedAt;
  const recordedOn =
    recordedAt === undefined || hasDay(event.data) ? undefined : civilDateOf(new Date(recordedAt));
  return finished(language.open.cause({ fact, about, recordedOn }, language.say(idsMarked(telling.names))));
}

const hasDay = (data: object) =>
  Object.values(data).some((value) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value));
