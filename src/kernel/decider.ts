import { enableMapSet, freeze, produce } from "immer";
import type * as z from "zod";
import type { Decision } from "./decision.ts";
import type { DataOf, Message } from "./messages.ts";
import type { CommandMetadata } from "./recorded.ts";

/** A command with, beside its data, what came in with it from outside: the time, the ids, who sent it. */
export type Sent<C extends Message> = C & { metadata?: CommandMetadata };

/** What each command causes; an aggregate of many words keeps its handlers in several files. */
export type Handlers<S, C extends Message, E extends Message, R extends Message> = {
  [K in C["type"]]: (state: S, data: DataOf<C, K>, metadata: CommandMetadata | undefined) => Decision<E, R>;
};

/** Each handler edits the state that it is given, or returns the next one; never both. */
export type Folds<S, E extends Message> = {
  // biome-ignore lint/suspicious/noConfusingVoidType: a handler that edits returns nothing.
  [K in E["type"]]: (state: S, data: DataOf<E, K>) => S | undefined | void;
};

/** An aggregate as three pure functions, with the schemas of the words that they speak. */
export type Decider<S, C extends Message, E extends Message, R extends Message> = {
  /** The aggregate's name, which also begins the names of its streams. */
  readonly name: string;
  readonly commands: z.ZodType<C>;
  readonly events: z.ZodType<E>;
  readonly rejections: z.ZodType<R>;
  /** The state before anything has happened, frozen. */
  initialState(): S;
  /** What `command` causes in `state`. Pure; trusts that the command was read by its schema. */
  decide(command: Sent<C>, state: S): Decision<E, R>;
  /** The state after one more event. The state given stays as it was. */
  evolve(state: S, event: E): S;
  /** The state after `events`, from the beginning or from `from`, which stays as it was. Linear, frozen. */
  fold(events: Iterable<E>, from?: S): S;
};

/** A message whose name no handler knows: an error of the program, or a log of a newer version of it. */
export class UnknownMessage extends Error {
  override readonly name = "UnknownMessage";
  readonly decider: string;
  readonly type: string;

  constructor({ decider, type }: { decider: string; type: string }) {
    super(`${decider} knows no message named ${JSON.stringify(type)}`);
    this.decider = decider;
    this.type = type;
  }
}

/**
 * Makes an aggregate from two maps of handlers.
 *
 * `fold` runs the handlers on a state of the library's own and freezes it once, which costs about what a
 * hand-written loop costs; `evolve` runs the same handlers through immer on the caller's state. Both give equal
 * states, and a property in the tests says so for every aggregate.
 */
export function decider<S extends object, C extends Message, E extends Message, R extends Message>(spec: {
  name: string;
  commands: z.ZodType<C>;
  events: z.ZodType<E>;
  rejections: z.ZodType<R>;
  initialState: S;
  decide: Handlers<S, C, E, R>;
  evolve: Folds<S, E>;
}): Decider<S, C, E, R> {
  enableMapSet();
  const { name, commands, events, rejections } = spec;
  const deciding = handlersOf<(state: S, data: object, metadata?: CommandMetadata) => Decision<E, R>>(
    spec.decide,
  );
  const evolving = handlersOf<(state: S, data: object) => S | undefined>(spec.evolve);
  const initial = freeze(ownCopy(spec.initialState), true);

  const handler = <F>(handlers: Map<string, F>, type: string): F => {
    const found = handlers.get(type);
    if (found === undefined) throw new UnknownMessage({ decider: name, type });
    return found;
  };

  return {
    name,
    commands,
    events,
    rejections,
    initialState: () => initial,
    decide: (command, state) => handler(deciding, command.type)(state, command.data, command.metadata),
    evolve(state, event) {
      const evolveOne = handler(evolving, event.type);
      return produce(state, (draft) => evolveOne(draft as S, event.data) as typeof draft | undefined);
    },
    fold(history, from = initial) {
      let state = ownCopy(from);
      for (const event of history) state = handler(evolving, event.type)(state, event.data) ?? state;
      return freeze(state, true);
    },
  };
}

/** The handlers by name, in a Map: `constructor` is a name like any other, and a missing one is missing. */
function handlersOf<F>(handlers: object): Map<string, F> {
  return new Map(Object.entries(handlers) as [string, F][]);
}

/** A deep copy of plain data, Maps and Sets, that nobody else holds. */
function ownCopy<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(ownCopy) as T;
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, ownCopy(item)])) as T;
  if (value instanceof Set) return new Set([...value].map(ownCopy)) as T;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, ownCopy(item)])) as T;
}
