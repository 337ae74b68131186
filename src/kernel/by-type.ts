import type { DataOf, Message } from "./messages.ts";

/**
 * One function for a union of messages, made from a handler for each: what `switch (message.type)` would be, with
 * the names checked, and a missing one an error of the type check. `more` is handed on to the handler.
 */
export function byType<M extends Message, C, X, R>(
  handlers: {
    readonly [K in M["type"]]: (context: C, data: DataOf<M, K>, more: X) => R;
  },
): (context: C, message: M, more: X) => R {
  type Handler = (context: C, data: object, more: X) => R;
  const byName = new Map<string, Handler>(Object.entries(handlers) as [string, Handler][]);
  return (context, message, more) => {
    const handler = byName.get(message.type);
    if (handler === undefined) throw new TypeError(`no handler for ${JSON.stringify(message.type)}`);
    return handler(context, message.data, more);
  };
}
