import type { Explanation } from "../chair-rotation/forecast/explanation.ts";
import type { Problem } from "../kernel/input.ts";
import type { Message } from "../kernel/messages.ts";
import type { Phrases, Say, UnitNames } from "./language.ts";
import type { rotationExplanationVi } from "./vi/rotation-explanation.ts";

/** A language: how it writes things, and a phrase for each event and each rejection of the library. */
export type Language<E extends Message, R extends Message> = {
  /** BCP 47, as in `<html lang>`. */
  readonly code: string;
  readonly say: (names: UnitNames) => Say;
  /** What is wrong with an input that a schema did not read. */
  readonly problem: (problem: Problem) => string;
  /** Why a term of a rotation is whose it is, a sentence a step. */
  readonly rotationExplanation: typeof rotationExplanationVi;
  readonly events: Phrases<E>;
  readonly rejections: Phrases<R>;
};

/**
 * An event, or a rejection, as a sentence for people. `names` says what units are called; where it does not know,
 * the id stands.
 */
export function sentence<E extends Message, R extends Message>(
  language: Language<E, R>,
  message: E | R,
  names: UnitNames,
): string {
  const phrase = phraseOf(language, message.type);
  return finished(phrase(message.data, language.say(names)));
}

/** A sentence may begin with a name in small letters, and end with a text that has its own full stop. */
function finished(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20);
  const capital = first.toUpperCase();
  const begun = capital.length === first.length ? capital + text.slice(first.length) : text;
  return begun.replace(/([.!?…])\.$/, "$1");
}

/**
 * Why a term of a chair's rotation is whose it is: the step of the rule, each event that it rests on, the verdict,
 * and what would be so without those that lie ahead.
 */
export function explained<E extends Message, R extends Message>(
  language: Language<E, R>,
  explanation: Explanation,
  names: UnitNames,
): string[] {
  // The events that an explanation cites are the rotation's own, so every language has a phrase for them.
  const event = ({ type, data }: Message) => finished(phraseOf(language, type)(data, language.say(names)));
  return language.rotationExplanation(explanation, { say: language.say(names), event }).map(finished);
}

type Phrase = (data: object, say: Say) => string;

/** Own properties only: a message named `constructor` has no phrase. */
function phraseOf<E extends Message, R extends Message>(language: Language<E, R>, type: string): Phrase {
  for (const phrases of [language.events, language.rejections]) {
    const phrase = Object.getOwnPropertyDescriptor(phrases, type)?.value;
    if (typeof phrase === "function") return phrase;
  }
  throw new UnknownPhrase({ language: language.code, type });
}

/** A message that the language has no phrase for. The type check prevents it for the library's own messages. */
export class UnknownPhrase extends Error {
  override readonly name = "UnknownPhrase";
  readonly language: string;
  readonly type: string;

  constructor({ language, type }: { language: string; type: string }) {
    super(`no phrase in ${language} for ${JSON.stringify(type)}`);
    this.language = language;
    this.type = type;
  }
}
