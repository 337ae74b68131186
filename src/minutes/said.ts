import type { Message } from "../kernel/messages.ts";
import type { Say } from "./language.ts";

/**
 * The sentence for a message; undefined where the phrases have none. Own properties only: a message named
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

/** A sentence may begin with a name in small letters, and end with a text that has its own full stop. */
export function finished(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20);
  const capital = first.toUpperCase();
  const begun = capital.length === first.length ? capital + text.slice(first.length) : text;
  return begun.replace(/([.!?…])\.$/, "$1");
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
