import type { Message } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { Outcome } from "../process/messages.ts";
import type { UnitNames } from "./language.ts";
import { type PointText, pointText, said } from "./open-points.ts";
import { finished } from "./said.ts";
import { deedIn, type Language } from "./sentence.ts";

/** What would come of a command: `consequencesOf` of `thidua/read` gives it. */
export type Foretold = {
  outcome: { ok: true; events: readonly Message[] } | { ok: false; rejection: Message };
  consequences: readonly { command: Message; outcome: Outcome; events: readonly Message[] }[];
  opens: readonly PointText[];
  closes: readonly PointText[];
  complete: boolean;
};

/**
 * What would come of a command, as lines for whoever is about to send it: what is recorded, what follows, what will be
 * open, and what will not be any more.
 */
export function foretold<E extends Message, R extends Message>(
  language: Language<E, R>,
  { outcome, consequences, opens, closes, complete }: Foretold,
  { names, today }: { names: UnitNames; today: CivilDate },
): string[] {
  const words = language.foretold;
  if (!outcome.ok) return [words.refused(said(language, outcome.rejection, names))];
  if (outcome.events.length === 0) return [words.soAlready];
  const sentences = (messages: readonly Message[]) => messages.map((one) => said(language, one, names));
  const followed = consequences.flatMap((one) => consequence(language, one, names));
  return [
    ...under(words.recorded, sentences(outcome.events)),
    ...(followed.length > 0 ? under(words.follows, followed) : [words.nothingFollows]),
    ...under(
      words.opens,
      opens.map((point) => pointText(language, point, { names, today })),
    ),
    ...under(words.closes, sentences(closes.map(({ what }) => what))),
    ...(complete ? [] : [words.incomplete]),
  ];
}

function consequence<E extends Message, R extends Message>(
  language: Language<E, R>,
  { command, outcome, events }: Foretold["consequences"][number],
  names: UnitNames,
): string[] {
  // What was so already is no news.
  if (outcome.kind === "carried" || outcome.kind === "void")
    return events.map((one) => said(language, one, names));
  const why = outcome.kind === "refused" ? said(language, outcome.rejection, names) : undefined;
  return [finished(language.foretold.cannot(deedIn(language, command, names), why))];
}

const under = (heading: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [heading, ...items.map((item) => `- ${item}`)];
