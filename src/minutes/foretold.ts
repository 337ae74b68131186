import type { Message } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { Outcome } from "../process/messages.ts";
import type { UnitNames } from "./language.ts";
import { type PointText, pointText } from "./open-points.ts";
import { finished } from "./said.ts";
import { aboutOf, deedIn, type Language, type Telling, textAbout, textOf } from "./sentence.ts";
import { type Things, thingsIn } from "./things.ts";

/** What would come of a command: `consequencesOf` of `thidua/read` gives it. */
export type Foretold = {
  asked: { aggregate: string; id: string };
  outcome: { ok: true; events: readonly Message[] } | { ok: false; rejection: Message };
  consequences: readonly {
    aggregate: string;
    id: string;
    command: Message;
    outcome: Outcome;
    events: readonly Message[];
  }[];
  opens: readonly PointText[];
  closes: readonly PointText[];
  /** The events from which ballots, drafts and awards get their names. */
  streams: Parameters<typeof thingsIn>[0];
  complete: boolean;
};

/**
 * What would come of a command, as lines for whoever is about to send it: what is recorded, what follows, what will be
 * open, and what will not be any more. Each line says what it is about.
 */
export function foretold<E extends Message, R extends Message>(
  language: Language<E, R>,
  { asked, outcome, consequences, opens, closes, complete, streams }: Foretold,
  { names, today }: { names: UnitNames; today: CivilDate },
): string[] {
  const words = language.foretold;
  const telling = { names, things: thingsIn(streams) };
  const stream = `${asked.aggregate}-${asked.id}`;
  if (!outcome.ok)
    return [words.refused(finished(textOf(language, outcome.rejection, { ...telling, stream })))];
  if (outcome.events.length === 0) return [words.soAlready];
  const recorded = outcome.events.map((one) => finished(textAbout(language, one, { ...telling, stream })));
  const followed = consequences.flatMap((one) => consequence(language, one, telling));
  const open = pointTelling({ outcome, consequences }, { names, today, things: telling.things });
  return [
    ...under(words.recorded, recorded),
    ...(followed.length > 0 ? under(words.follows, followed) : [words.nothingFollows]),
    ...under(
      words.opens,
      opens.map((point) => pointText(language, point, open)),
    ),
    ...under(
      words.closes,
      closes.map(({ what }) => finished(textOf(language, what, telling))),
    ),
    ...(complete ? [] : [words.incomplete]),
  ];
}

/** A point says its cause only if that cause is a consequence. The command itself is the cause otherwise, and is told above. */
function pointTelling(
  { outcome, consequences }: Pick<Foretold, "outcome" | "consequences">,
  telling: { names: UnitNames; today: CivilDate; things: Things },
): Parameters<typeof pointText>[2] {
  const asked = new Set(outcome.ok ? outcome.events : []);
  const following = consequences.flatMap(({ events }) => events).filter((event) => !asked.has(event));
  const byId = new Map(following.map((event) => [idOf(event), event]));
  return { ...telling, eventOf: (id) => byId.get(id) };
}

const idOf = (event: Message) => (event as { metadata?: { eventId?: string } }).metadata?.eventId;

function consequence<E extends Message, R extends Message>(
  language: Language<E, R>,
  { aggregate, id, command, outcome, events }: Foretold["consequences"][number],
  telling: Telling,
): string[] {
  const here = { ...telling, stream: `${aggregate}-${id}` };
  // What was so already is no news.
  if (outcome.kind === "carried" || outcome.kind === "void")
    return events.map((one) => finished(textAbout(language, one, here)));
  const why = outcome.kind === "refused" ? finished(textOf(language, outcome.rejection, here)) : undefined;
  const about = aboutOf(language, command, here);
  const deed = deedIn(language, command, here.names);
  return [finished(language.foretold.cannot({ deed, about, why }))];
}

const under = (heading: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [heading, ...items.map((item) => `- ${item}`)];
