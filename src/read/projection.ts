import type { Decider } from "../kernel/decider.ts";
import type { State } from "../kernel/during.ts";
import { Id } from "../kernel/ids.ts";
import { checked } from "../kernel/input.ts";
import type { DataOf, Message } from "../kernel/messages.ts";
import type { Recorded } from "../kernel/recorded.ts";
import type { ProcessEvent } from "../process/messages.ts";
import { type At, idOf, process } from "../process/pure-process.ts";
import type { SeasonEvent } from "../season/messages.ts";

/** Every event that a store of seasons may hold: of the aggregates, and of the ledgers of the processes. */
export type StoredEvent = SeasonEvent | ProcessEvent;

/**
 * A read model as a pure fold over the events of many streams. Kept up to date page by page, or made anew from the whole
 * log, it is the same.
 */
export type Projection<S, E extends Message = Message> = {
  readonly name: Id;
  /** It rises with each change of what the projection remembers: what was kept of an earlier version is made anew. */
  readonly version: number;
  /** What it is before anything has happened. */
  initial(): S;
  /** Whether it reads such an event; all others it passes over. */
  reads(event: { type: string; metadata: { stream: string } }): boolean;
  /** What it is after more events, in their order. `from` does not change. */
  fold(events: Iterable<Recorded<E>>, from?: S): S;
};

// biome-ignore lint/suspicious/noConfusingVoidType: a handler that edits returns nothing.
type On<S, D> = (state: S, data: D, at: At) => S | undefined | void;

/**
 * Makes a projection from a map: what each event changes, by its type. A handler edits the state or returns the next one,
 * never both, as in an aggregate.
 *
 * @example
 * const signed = projection<{ pledges: number }>({
 *   name: "signed-pledges",
 *   version: 1,
 *   initial: { pledges: 0 },
 *   on: { PledgeSigned: (state) => { state.pledges += 1; } },
 * });
 * signed.fold([]) // { pledges: 0 }
 */
export function projection<S, E extends Message = StoredEvent>({
  name,
  version,
  initial,
  on,
}: {
  name: Id;
  version: number;
  initial: S;
  on: { readonly [K in E["type"]]?: On<S, DataOf<E, K>> };
}): Projection<S, E> {
  const types = new Set(Object.keys(on));
  const { initialState, fold } = process<S, E>({ name, version, initialState: initial, evolve: on });
  return { name, version, initial: initialState, reads: ({ type }) => types.has(type), fold };
}

/**
 * The states of all aggregates of one kind, by their ids: what the aggregate itself knows of each.
 *
 * @example
 * statesOf(pledge).name // 'states-of-Pledge'
 */
export function statesOf<S extends State, E extends Message>(
  decider: Pick<Decider<S, never, E, never>, "name" | "initialState" | "fold">,
): Projection<ReadonlyMap<Id, S>, E> {
  const initial: ReadonlyMap<Id, S> = new Map();
  return {
    name: checked(Id, `states-of-${decider.name}`),
    version: 1,
    initial: () => initial,
    reads: ({ metadata: { stream } }) => stream.startsWith(`${decider.name}-`),
    fold(events, from = initial) {
      const states = new Map(from);
      for (const [id, more] of byAggregate(events))
        states.set(id, decider.fold(more, states.get(id) ?? decider.initialState()));
      return states;
    },
  };
}

function byAggregate<E extends Message>(events: Iterable<Recorded<E>>): Map<Id, Recorded<E>[]> {
  const found = new Map<Id, Recorded<E>[]>();
  for (const event of events) {
    const id = idOf(event.metadata.stream);
    const more = found.get(id);
    if (more) more.push(event);
    else found.set(id, [event]);
  }
  return found;
}

// biome-ignore lint/suspicious/noExplicitAny: each part reads its own state and its own events only.
type AnyProjection = Projection<any, any>;
type Parts = Readonly<Record<string, AnyProjection>>;
type StateIn<P> = P extends { initial(): infer S } ? S : never;
type EventIn<P> = P extends Projection<infer _, infer E> ? E : never;

/**
 * Several projections as one, each under its name: they read the log together and are kept together.
 *
 * @example
 * together("desk", { pledges: statesOf(pledge), awards: statesOf(award) }).initial().pledges.size // 0
 */
export function together<P extends Parts>(
  name: Id,
  parts: P,
): Projection<{ readonly [K in keyof P]: StateIn<P[K]> }, EventIn<P[keyof P]>> {
  type State = { readonly [K in keyof P]: StateIn<P[K]> };
  const entries: [keyof P, AnyProjection][] = Object.entries(parts);
  const each = (state: (key: keyof P, part: AnyProjection) => unknown) =>
    Object.fromEntries(entries.map(([key, part]) => [key, state(key, part)])) as State;
  return {
    name,
    // The versions count from 1, so their sum rises with each of them.
    version: entries.reduce((sum, [, part]) => sum + part.version, 0),
    initial: () => each((_, part) => part.initial()),
    reads: (event) => entries.some(([, part]) => part.reads(event)),
    fold(events, from) {
      const all = [...events];
      return each((key, part) => part.fold(all.filter(part.reads), from?.[key]));
    },
  };
}
