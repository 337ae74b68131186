import type { DataOf, Message } from "./messages.ts";

/**
 * Makes one function for a union of messages from one handler for each. It works like `switch (message.type)`, but
 * the type check finds a missing or a wrong name. The handler gets `more` as it is.
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
    if (handler === undefined)
      throw new TypeError(`message type ${JSON.stringify(message.type)} has no handler`);
    return handler(context, message.data, more);
  };
}
