import type { Message } from "./messages.ts";

/**
 * The answer to a command, as plain data: the events that it causes, or the reason why not. No events means
 * that all is so already; a refusal is never an empty list.
 */
export type Decision<E extends Message, R extends Message> =
  | { ok: true; events: E[] }
  | { ok: false; rejection: R };

/** The command is allowed and causes `events`; none when it changes nothing. */
export function accept<E extends Message>(...events: E[]): { ok: true; events: E[] } {
  return { ok: true, events };
}

/** The command is not allowed, and `rejection` says in data what stands against it. */
export function reject<R extends Message>(rejection: R): { ok: false; rejection: R } {
  return { ok: false, rejection };
}
