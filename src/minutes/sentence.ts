import type { Explanation } from "../chair-rotation/forecast/explanation.ts";
import type { CountStep } from "../counting/steps/count-step.ts";
import type { Problem } from "../kernel/input.ts";
import type { Message } from "../kernel/messages.ts";
import type { Phrases, Say, UnitNames } from "./language.ts";
import { said } from "./said.ts";
import type { rotationExplanationVi } from "./vi/rotation-explanation.ts";

/** A language: how it writes things, and a phrase for each event, each rejection and each step of a count. */
export type Language<E extends Message, R extends Message> = {
  /** BCP 47, as in `<html lang>`. */
  readonly code: string;
  readonly say: (names: UnitNames) => Say;
  /** What is wrong with an input that a schema did not read. */
  readonly problem: (problem: Problem) => string;
  /** The same beside the field of a form: without the field's name and the value. */
  readonly fault: (problem: Problem) => string;
  /** Why a term of a rotation is whose it is, a sentence a step. */
  readonly rotationExplanation: typeof rotationExplanationVi;
  readonly countSteps: Phrases<CountStep>;
  readonly events: Phrases<E>;
  readonly rejections: Phrases<R>;
};

/**
 * An event, a rejection or a step of a count as a sentence for people. `names` says what units are called; where it
 * does not know, the id stands.
 */
export function sentence<E extends Message, R extends Message>(
  language: Language<E, R>,
  message: E | R | CountStep,
  names: UnitNames,
): string {
  return finished(saidIn(language, message, language.say(names)));
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
  const say = language.say(names);
  const event = (message: Message) => finished(saidIn(language, message, say));
  return language.rotationExplanation(explanation, { say, event }).map(finished);
}

function saidIn<E extends Message, R extends Message>(
  { code, events, rejections, countSteps }: Language<E, R>,
  message: Message,
  say: Say,
): string {
  for (const phrases of [events, rejections, countSteps]) {
    const text = said(phrases, message, say);
    if (text !== undefined) return text;
  }
  throw new UnknownPhrase({ language: code, type: message.type });
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
