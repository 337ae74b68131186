import type { Explanation } from "../chair-rotation/forecast/explanation.ts";
import type { Message } from "../kernel/messages.ts";
import type { Problem } from "../kernel/problem.ts";
import type { MatterText } from "../season/messages.ts";
import type { Phrases, Say, SharedPhrases, UnitNames, WordsOfAggregates } from "./language.ts";
import type { ForetoldWords, OpenWords } from "./open-words.ts";
import type { Teller } from "./rotation-telling.ts";
import { begun, finished, idsMarked, said, saidIn } from "./said.ts";
import { type Subject, type Things, withTitles } from "./things.ts";
import type { AnyCommand } from "./words.ts";

/** A language: how it writes dates, numbers and names, and a phrase for each event and each rejection. */
export type Language<E extends Message, R extends Message> = {
  /** A language tag of BCP 47, as in `<html lang>`. */
  readonly code: string;
  readonly say: (names: UnitNames) => Say;
  /** The sentence for one problem of an input. */
  readonly problem: (problem: Problem) => string;
  /** The same beside the field of a form: without the field's name and the value. */
  readonly fault: (problem: Problem) => string;
  /** Why a unit has a term of a rotation, one sentence for each step. */
  readonly rotationExplanation: (explanation: Explanation, teller: Teller) => string[];
  /** The name of each aggregate in a sentence, and the words for its statuses. */
  readonly aggregates: WordsOfAggregates;
  /** The phrase of `WrongState` for aggregates with these words. */
  readonly wrongState: (words: WordsOfAggregates) => SharedPhrases["WrongState"];
  readonly events: Phrases<E>;
  readonly rejections: Phrases<R>;
  /** What an aggregate is about, in the middle of a sentence. */
  readonly subject: (subject: Subject, say: Say) => string;
  /** The reasons of processes, by their codes. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Short words for an event that is the cause of an open point, where its own sentence is long. No full stop. */
  readonly causes: Partial<Phrases<E>>;
  /** What is open, because what should be so is not. */
  readonly matters: Phrases<MatterText>;
  /** What each command does, as what somebody is to do: `pass the pledge to …`. */
  readonly commands: Phrases<AnyCommand>;
  /** How what is open is told. */
  readonly open: OpenWords;
  /** How it is told what would come of a command. */
  readonly foretold: ForetoldWords;
};

/**
 * An event, a rejection or an open matter as a sentence for people. `names` gives the names of units. The sentence has the id of a unit
 * that `names` does not know, as it is: no first letter of it becomes a capital one. `things` gives the titles of drafts, targets and the
 * like, and knows which ballot or complaint an id means; `thingsIn` makes it. The steps of a count have their sentences in `thidua/minutes/counting`.
 */
export function sentence<E extends Message, R extends Message>(
  language: Language<E, R>,
  message: E | R | MatterText,
  names: UnitNames,
  things?: Things,
): string {
  return finished(textOf(language, message, { names, ...(things && { things }) }));
}

/** What a sentence needs to name things: the names of units, the titles of drafts, and the stream of the event. */
export type Telling = { names: UnitNames; things?: Things; stream?: string };

/** The same as part of another sentence, with its ids still marked. */
export function textOf<E extends Message, R extends Message>(
  language: Language<E, R>,
  message: Message,
  telling: Telling,
): string {
  return saidIn(phrasesOf(language), wordedIn(language, message, telling), sayOf(language, message, telling));
}

/** The sentence with what it is about before it, where it does not say that itself. */
export function textAbout<E extends Message, R extends Message>(
  language: Language<E, R>,
  message: Message,
  telling: Telling,
): string {
  const about = aboutOf(language, message, telling);
  const text = textOf(language, message, telling);
  return about === undefined ? text : `${begun(about)}: ${text}`;
}

/** An event as the cause of something, without an end, and what it is about where it does not say that itself. */
export function causeOf<E extends Message, R extends Message>(
  language: Language<E, R>,
  event: Message,
  telling: Telling,
): { fact: string; about: string | undefined } {
  const fact =
    said(language.causes, wordedIn(language, event, telling), sayOf(language, event, telling)) ??
    textOf(language, event, telling).replace(/\.$/, "");
  return { fact, about: aboutOf(language, event, telling) };
}

/** Of conferences and rotations, these do not say it; all others do. */
const needsSubject: ReadonlySet<string> = /* @__PURE__ */ new Set([
  ...["InvitationRevised", "ReviseInvitation", "UnitsMergedInRotation", "UnitSplitInRotation"],
  ...["UnitRenamedInRotation", "MergeInRotation", "SplitInRotation"],
]);

/** What say of themselves what they are about. */
const namesItself: ReadonlySet<string> = /* @__PURE__ */ new Set([
  ...[
    "AwardProposed",
    "BasisReplaced",
    "BallotOpened",
    "BallotAnnulled",
    "PledgeDrafted",
    "PledgeTransferred",
  ],
  ...["CampaignDrafted", "ScoreboardOpened", "OpenBallot", "ProposeAward", "DraftPledge", "DraftCampaign"],
  "OpenScoreboard",
]);

export function aboutOf<E extends Message, R extends Message>(
  language: Language<E, R>,
  message: Message,
  telling: Telling,
): string | undefined {
  const stream = streamOf(message, telling);
  const subject = stream === undefined ? undefined : telling.things?.subject(stream);
  if (!subject) return undefined;
  const isOther = subject.kind === "conference" || subject.kind === "rotation";
  if (isOther ? !needsSubject.has(message.type) : namesItself.has(message.type)) return undefined;
  return language.subject(subject, sayOf(language, message, telling));
}

/** The words of a language, with what is known of the things in the stream of a message. */
function sayOf<E extends Message, R extends Message>(
  language: Language<E, R>,
  message: Message,
  telling: Telling,
): Say {
  const say = language.say(idsMarked(telling.names));
  const { things } = telling;
  if (!things) return say;
  const stream = streamOf(message, telling);
  const ballot = (id: string) => {
    const subject = things.subject(`Ballot-${id}`);
    return subject?.kind === "ballot" ? subject : undefined;
  };
  const about = stream === undefined ? undefined : things.subject(stream);
  return { ...say, known: { about, ballot, complaint: (id) => things.complaint(id, stream) } };
}

/** The message with titles in the place of ids, and with the words for a code in the place of a reason. */
function wordedIn<E extends Message, R extends Message>(
  { reasons }: Language<E, R>,
  message: Message,
  telling: Telling,
): Message {
  const { type, data } = message;
  const { things } = telling;
  const titled = things ? withTitles(data, things, streamOf(message, telling)) : data;
  const { reason } = titled as { reason?: unknown };
  const words = typeof reason === "string" && Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;
  return { type, data: words === undefined ? titled : { ...titled, reason: words } };
}

/** The stream of a stored event, or that of which the message is told. */
function streamOf(message: Message, { stream }: Telling): string | undefined {
  return stream ?? (message as { metadata?: { stream?: string } }).metadata?.stream;
}

/**
 * Why a unit has a term of a chair's rotation: the events behind it, the step of the rule, the verdict, and what would
 * be so without each event. A unit that `names` does not know is called as the log called it on that day.
 */
export function explained<E extends Message, R extends Message>(
  language: Language<E, R>,
  explanation: Explanation,
  names: UnitNames = () => undefined,
): string[] {
  // An explanation cites events of the rotation only, so every language has a phrase for them.
  const phrases = phrasesOf(language);
  const sayIn = (known: ReadonlyMap<string, string>) =>
    language.say(idsMarked((id) => names(id) ?? known.get(id)));
  const event = (message: Message, say: Say) =>
    begun(saidIn(phrases, wordedIn(language, message, { names }), say));
  return language.rotationExplanation(explanation, { sayIn, event }).map(finished);
}

/**
 * What a command does, as what somebody is to do: what stands on a button.
 *
 * @example
 * commandText(en, { type: "SignPledge", data: {} }, () => undefined) // "Sign the pledge"
 */
export function commandText<E extends Message, R extends Message>(
  language: Language<E, R>,
  command: Message,
  names: UnitNames,
): string {
  return finished(deedIn(language, command, names));
}

/** The same as part of a sentence, with its ids still marked. */
export function deedIn<E extends Message, R extends Message>(
  { code, commands, say }: Language<E, R>,
  command: Message,
  names: UnitNames,
): string {
  return saidIn({ code, phrases: [commands] }, command, say(idsMarked(names)));
}

function phrasesOf<E extends Message, R extends Message>({
  code,
  events,
  rejections,
  matters,
}: Language<E, R>) {
  return { code, phrases: [events, rejections, matters] };
}
