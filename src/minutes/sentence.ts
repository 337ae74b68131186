import type { Explanation } from "../chair-rotation/forecast/explanation.ts";
import type { Message } from "../kernel/messages.ts";
import type { Problem } from "../kernel/problem.ts";
import type { MatterText } from "../season/messages.ts";
import type { Phrases, Say, SharedPhrases, UnitNames, WordsOfAggregates } from "./language.ts";
import type { ForetoldWords, OpenWords } from "./open-words.ts";
import type { Teller } from "./rotation-telling.ts";
import { begun, finished, idsMarked, saidIn } from "./said.ts";
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
 * that `names` does not know, as it is: no first letter of it becomes a capital one. The steps of a count have their sentences in `thidua/minutes/counting`.
 */
export function sentence<E extends Message, R extends Message>(
  language: Language<E, R>,
  message: E | R | MatterText,
  names: UnitNames,
): string {
  return finished(saidIn(phrasesOf(language), message, language.say(idsMarked(names))));
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
  const event = (message: Message, say: Say) => begun(saidIn(phrases, message, say));
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
