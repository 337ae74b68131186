import { enableMapSet, freeze, produce } from "immer";
import { ownCopy, rulesOf } from "../kernel/changing.ts";
import { Id } from "../kernel/ids.ts";
import { checked } from "../kernel/input.ts";
import type { DataOf, Message } from "../kernel/messages.ts";
import type { EventMetadata, Recorded, StreamName } from "../kernel/recorded.ts";
import type { Addressed } from "./messages.ts";

/** Where an event happened: the id of the aggregate, its stream, and the envelope. */
export type At = { id: Id; stream: StreamName; metadata: EventMetadata };

/**
 * A process: it follows the events of many streams and wants commands of others. It is a pure fold, so the same events
 * always give the same wants. A process without `want` is a projection.
 */
export type Process<S, E extends Message> = {
  readonly name: Id;
  /** It rises with each change of what the process wants or remembers. */
  readonly version: number;
  /** The types of the events that it answers, sorted. */
  readonly answers: readonly E["type"][];
  /** The types of the events that it answers or remembers. It passes over all others. */
  readonly reads: ReadonlySet<E["type"]>;
  /** Whether a later version answers the types that it adds from the beginning of the log on, and not from its end. */
  readonly since?: "beginning";
  /** The state before anything has happened, frozen. */
  initialState(): S;
  /** The state after one more event; `state` itself does not change. */
  evolve(state: S, event: Recorded<E>): S;
  /** The state after `events`. The result is frozen, `from` does not change, and the time is linear. */
  fold(events: Iterable<Recorded<E>>, from?: S): S;
  /** What it wants of an event, by the state before the event. */
  want(state: S, event: Recorded<E>): readonly Addressed[];
  /**
   * What it still owes, by key, and the keys that people have decided otherwise. A process that does not say it asks for
   * all that it wanted.
   */
  owes?(state: S): { owed: ReadonlySet<string>; byHand: { has(key: string): boolean } };
  /** What is open and what no command of the process settles, each by its key and its content. */
  open?(state: S): readonly { key: string; content: Id }[];
};

// biome-ignore lint/suspicious/noExplicitAny: whatever it remembers, each reads its own state only.
export type AnyProcess = Process<any, any>;

// biome-ignore lint/suspicious/noConfusingVoidType: a handler that edits returns nothing.
type Remember<S, D> = (state: S, data: D, at: At) => S | undefined | void;
type WantOf<S, D> = (state: S, data: D, at: At) => readonly Addressed[];

/** What a process remembers of each event, and what it wants of it. It passes over all other events. */
export type ProcessSpec<S, E extends Message> = {
  /** Unique in a store for ever; with what it is for, where there may be several of a kind. */
  name: Id;
  version: number;
  /**
   * A later version answers the types that it adds from the end of the log on. With "beginning" it answers those of the
   * past, too: so it heals what the versions before it have left undone.
   */
  since?: "beginning";
  initialState: S;
  evolve?: { readonly [K in E["type"]]?: Remember<S, DataOf<E, K>> };
  want?: { readonly [K in E["type"]]?: WantOf<S, DataOf<E, K>> };
};

/**
 * Makes a process from two maps, like an aggregate. `want` is asked in the state before the event, and `evolve` then
 * changes the state: it edits it or returns the next one, never both.
 *
 * A process remembers causes, never effects. What it wants comes into the log later than the next cause may, so what is
 * remembered of an effect is sometimes too late. The runner shows it no event that a want of its own has caused.
 *
 * @example
 * const greet = process<{ greeted: number }, { type: "PledgeDrafted"; data: object }>({
 *   name: "greet",
 *   version: 1,
 *   initialState: { greeted: 0 },
 *   evolve: { PledgeDrafted: (state) => { state.greeted += 1; } },
 * });
 * greet.initialState() // { greeted: 0 }
 */
export function process<S, E extends Message>(spec: ProcessSpec<S, E>): Process<S, E> {
  enableMapSet();
  const name = checked(Id, spec.name, "a process");
  const { version } = spec;
  if (!(Number.isSafeInteger(version) && version >= 1))
    throw new RangeError(`the version of process ${JSON.stringify(name)} is ${version}`);
  const remember = rulesOf<Remember<S, object>>(spec.evolve ?? {});
  const wants = rulesOf<WantOf<S, object>>(spec.want ?? {});
  const initial = freeze(ownCopy(spec.initialState), true);
  const change = (state: S, event: Recorded<E>): S =>
    remember.get(event.type)?.(state, event.data, atOf(event)) ?? state;

  return {
    name,
    version,
    answers: [...wants.keys()].sort(),
    reads: new Set([...wants.keys(), ...remember.keys()]),
    ...(spec.since && { since: spec.since }),
    initialState: () => initial,
    evolve: (state, event) =>
      remember.has(event.type) ? produce(state, (draft) => change(draft as S, event) as typeof draft) : state,
    fold(events, from = initial) {
      let state = ownCopy(from);
      for (const event of events) state = change(state, event);
      return freeze(state, true);
    },
    want: (state, event) => wants.get(event.type)?.(state, event.data, atOf(event)) ?? [],
  };
}

/** The aggregate's id in a stream's name: `Ballot-flag-2022` is of `flag-2022`. */
export function idOf(stream: StreamName): Id {
  return stream.slice(stream.indexOf("-") + 1);
}

function atOf({ metadata }: { metadata: EventMetadata }): At {
  return { id: idOf(metadata.stream), stream: metadata.stream, metadata };
}
