import type { Explanation } from "../chair-rotation/forecast/explanation.ts";
import type { CountStep } from "../counting/steps/count-step.ts";
import type { Problem } from "../kernel/input.ts";
import type { Message } from "../kernel/messages.ts";
import type { Phrases, Say, UnitNames } from "./language.ts";
import { said } from "./said.ts";
import type { rotationExplanationVi } from "./vi/rotation-explanation.ts";

/** A language: how it writes dates, numbers and names, and a phrase for each event, rejection and step of a count. */
export type Language<E extends Message, R extends Message> = {
  /** A language tag of BCP 47, as in `<html lang>`. */
  readonly code: string;
  readonly say: (names: UnitNames) => Say;
  /** The sentence for one problem of an input. */
  readonly problem: (problem: Problem) => string;
  /** Why a unit has a term of a rotation, one sentence for each step. */
  readonly rotationExplanation: typeof rotationExplanationVi;
  readonly countSteps: Phrases<CountStep>;
  readonly events: Phrases<E>;
  readonly rejections: Phrases<R>;
};

/**
 * An event, a rejection or a step of a count as a sentence for people. `names` gives the names of units. The sentence
 * has the id of a unit that `names` does not know.
 */
export function sentence<E extends Message, R extends Message>(
  language: Language<E, R>,
  message: E | R | CountStep,
  names: UnitNames,
): string {
  return finished(saidIn(language, message, language.say(names)));
}

/** Makes the first letter a capital one. If the last text ends with a mark of its own, the full stop goes. */
function finished(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20);
  const capital = first.toUpperCase();
  const begun = capital.length === first.length ? capital + text.slice(first.length) : text;
  return begun.replace(/([.!?…])\.$/, "$1");
}

/**
 * Why a unit has a term of a chair's rotation: the step of the rule, the events behind it, the verdict, and what
 * would be so without the events that are still ahead.
 */
export function explained<E extends Message, R extends Message>(
  language: Language<E, R>,
  explanation: Explanation,
  names: UnitNames,
): string[] {
  // An explanation cites events of the rotation only, so every language has a phrase for them.
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

/** The language has no phrase for a message. The type check prevents this for the library's own messages. */
export class UnknownPhrase extends Error {
  override readonly name = "UnknownPhrase";
  readonly language: string;
  readonly type: string;

  constructor({ language, type }: { language: string; type: string }) {
    super(`language ${JSON.stringify(language)} has no phrase for ${JSON.stringify(type)}`);
    this.language = language;
    this.type = type;
  }
}
