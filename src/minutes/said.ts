import type { Message } from "../kernel/messages.ts";
import type { Say, UnitNames } from "./language.ts";

/**
 * The sentence for a message; undefined if there is no phrase for it. Only own properties count: a message named
 * `constructor` has no phrase.
 */
export function said(phrases: object, { type, data }: Message, say: Say): string | undefined {
  const phrase: unknown = Object.getOwnPropertyDescriptor(phrases, type)?.value;
  return typeof phrase === "function" ? phrase(data, say) : undefined;
}

/** The sentence for a message in the first of the phrases that have one. */
export function saidIn(
  { code, phrases }: { code: string; phrases: readonly object[] },
  message: Message,
  say: Say,
): string {
  for (const some of phrases) {
    const text = said(some, message, say);
    if (text !== undefined) return text;
  }
  throw new UnknownPhrase({ language: code, type: message.type });
}

/**
 * Stands before each id while a sentence is made. No id, name or prose of this library holds it, and it counts as a space
 * between words.
 */
const idMark = "\ufeff";

/** The names, and the ids of what has none with a mark: an id is no word, and is written as it is. */
export function idsMarked(names: UnitNames): UnitNames {
  return (id) => {
    const name = names(id);
    return name === undefined || name === id ? `${idMark}${id}` : name;
  };
}

/**
 * Makes the first letter a capital one, unless it is of an id. If the last text ends with a mark of its own, the full
 * stop goes.
 */
export function finished(text: string): string {
  return begun(text).replaceAll(idMark, "");
}

/** The same with its ids still marked, for a sentence that becomes part of another one. */
export function begun(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20);
  const capital = first.toUpperCase();
  const sentence = capital.length === first.length ? capital + text.slice(first.length) : text;
  return sentence.replace(/([.!?…])\.$/, "$1");
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
