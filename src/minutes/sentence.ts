import type { Explanation } from "../chair-rotation/forecast/explanation.ts";
import type { Problem } from "../kernel/input.ts";
import type { Message } from "../kernel/messages.ts";
import type { Phrases, Say, UnitNames } from "./language.ts";
import { finished, saidIn } from "./said.ts";
import type { rotationExplanationVi } from "./vi/rotation-explanation.ts";

/** A language: how it writes things, and a phrase for each event and each rejection. */
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
 * An event or a rejection as a sentence for people. `names` says what units are called; where it does not know, the
 * id stands. The steps of a count have theirs in `thidua/minutes/counting`.
 */
export function sentence<E extends Message, R extends Message>(
  language: Language<E, R>,
  message: E | R,
  names: UnitNames,
): string {
  return finished(saidIn(phrasesOf(language), message, language.say(names)));
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
  const phrases = phrasesOf(language);
  const event = (message: Message) => finished(saidIn(phrases, message, say));
  return language.rotationExplanation(explanation, { say, event }).map(finished);
}

function phrasesOf<E extends Message, R extends Message>({ code, events, rejections }: Language<E, R>) {
  return { code, phrases: [events, rejections] };
}
