import type { Message } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitNames } from "./language.ts";
import { wayOf } from "./open-ways.ts";
import { finished, idsMarked } from "./said.ts";
import { deedIn, type Language, sentence } from "./sentence.ts";

/** What is printed of an open point: `openPoints` of `thidua/read` gives it. */
export type PointText = {
  what: Message;
  refusal?: Message;
  since: CivilDate;
  due?: CivilDate;
  ready: readonly { command: Message }[];
  inOrder?: boolean;
  /** The event for which a command was wanted. */
  cause?: string;
};

/** What a list of open points needs beside the points. */
type Telling = {
  names: UnitNames;
  /** What is due before it is overdue. */
  today: CivilDate;
  /** The event of an id, so that the cause can be told; without it, or where it knows none, no cause is. */
  eventOf?: (id: string) => Message | undefined;
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
  { names }: Pick<Telling, "names">,
): string[] {
  const { open, say } = language;
  if (points.length === 0) return [open.nothingSettled];
  return points.map((point) =>
    [said(language, point.what, names), finished(open.settled(point, say(names)))].join(" "),
  );
}

export function pointText<E extends Message, R extends Message>(
  language: Language<E, R>,
  { what, refusal, since, due, ready, inOrder = false, cause }: PointText,
  { names, today, eventOf = () => undefined }: Telling,
): string {
  const { open, say } = language;
  const caused = cause === undefined ? undefined : eventOf(cause);
  const isOverdue = due !== undefined && due < today;
  const deeds = ready.map(({ command }) => deedIn(language, command, names));
  return [
    said(language, what, names),
    finished(open.since({ since, isOverdue, ...(due !== undefined && { due }) }, say(idsMarked(names)))),
    ...(caused ? [open.cause(said(language, caused, names))] : []),
    ...(refusal ? [open.refusal(said(language, refusal, names))] : []),
    finished(deeds.length > 0 ? open.ready([...new Set(deeds)], inOrder) : open.noneReady[wayOf(what)]),
  ].join(" ");
}

/** The sentence for a message of any aggregate. */
export function said<E extends Message, R extends Message>(
  language: Language<E, R>,
  message: Message,
  names: UnitNames,
): string {
  // Its phrase is looked for by its type, and its absence is an error of its own.
  return sentence(language, message as E, names);
}
