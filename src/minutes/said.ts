import type { Message } from "../kernel/messages.ts";
import type { Say } from "./language.ts";

/**
 * The sentence for a message; undefined if there is no phrase for it. Only own properties count: a message named
 * `constructor` has no phrase.
 */
export function said(phrases: object, { type, data }: Message, say: Say): string | undefined {
  const phrase: unknown = Object.getOwnPropertyDescriptor(phrases, type)?.value;
  return typeof phrase === "function" ? phrase(data, say) : undefined;
}
