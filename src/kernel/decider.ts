import { enableMapSet, freeze, produce } from "immer";
import type * as z from "zod/mini";
import type { Decision } from "./decision.ts";
import type { CommandRule, EventRule, State } from "./during.ts";
import { Contradiction, type EventPlace, ImpossibleEvent, UnknownMessage } from "./errors.ts";
import type { DataOf, Message } from "./messages.ts";
import type { CommandMetadata, Sent } from "./recorded.ts";

/** How each command is answered. An aggregate with many commands keeps its rules in several files. */
export type CommandRules<S extends State, C extends Message, E extends Message, R extends Message> = {
  readonly [K in C["type"]]: CommandRule<S, DataOf<C, K>, E, R>;
};

/** How each event changes the state. */
export type EventRules<S extends State, E extends Message> = {
  readonly [K in E["type"]]: EventRule<S, DataOf<E, K>>;
};

/** An aggregate as three pure functions, with the schemas of its messages. */
export type Decider<S extends State, C extends Message, E extends Message, R extends Message> = {
  /** The aggregate's name. The names of its streams begin with it. */
  readonly name: string;
  readonly commands: z.core.$ZodType<C>;
  readonly events: z.core.$ZodType<E>;
  readonly rejections: z.core.$ZodType<R>;
  /** The statuses that allow each command, by its name. */
  readonly during: ReadonlyMap<C["type"], readonly S["status"][]>;
  /** The statuses that each event can meet, by its name. */
  readonly from: ReadonlyMap<E["type"], readonly S["status"][]>;
  /** The state before anything has happened, frozen. */
  initialState(): S;
  /**
   * The events that `command` causes in `state`, or the refusal. It trusts that a schema has read the command.
   * @throws {MetadataMissing} when the command records a day and has no metadata
   */
  decide(command: Sent<C>, state: S): Decision<E, R>;
  /**
   * The state after one more event. `state` itself does not change.
   * @throws {ImpossibleEvent} when the state cannot have the event
   */
  evolve(state: S, event: E): S;
  /**
   * The state after `events`, from the beginning or from `from`. The result is frozen, `from` does not change, and
   * the time is linear in the number of events. `seen` is shown the state after each event; the next event changes that
   * state, so that nothing of it may be kept.
   * @throws {ImpossibleEvent} naming the first event that cannot have happened, with stream and version if recorded
   */
  fold(events: Iterable<E>, from?: S, seen?: (state: S, event: E) => void): S;
};

// biome-ignore lint/suspicious/noExplicitAny: whatever the aggregate, each reads what it is sent by its own schemas.
export type AnyDecider = Decider<any, any, any, any>;
export type StateOf<D> = D extends Decider<infer S, infer _C, infer _E, infer _R> ? S : never;
export type CommandOf<D> = D extends Decider<infer _S, infer C, infer _E, infer _R> ? C : never;
export type EventOf<D> = D extends Decider<infer _S, infer _C, infer E, infer _R> ? E : never;
export type RejectionOf<D> = D extends Decider<infer _S, infer _C, infer _E, infer R> ? R : never;

/**
 * Makes an aggregate from two maps of rules: `during` for each command, `from` for each event.
 *
 * `fold` runs the rules on its own copy of the state and freezes it once. That costs about as much as a hand-written
 * loop. `evolve` runs the same rules through immer on the caller's state. Both give equal states: a property in the
 * tests checks it for every aggregate.
 */
export function decider<S extends State, C extends Message, E extends Message, R extends Message>(spec: {
  name: string;
  commands: z.core.$ZodType<C>;
  events: z.core.$ZodType<E>;
  rejections: z.core.$ZodType<R>;
  initialState: S;
  decide: CommandRules<S, C, E, R>;
  evolve: EventRules<S, E>;
}): Decider<S, C, E, R> {
  enableMapSet();
  const { name, commands, events, rejections } = spec;
  const commandRules = rulesOf<CommandRule<S, object, E, R>>(spec.decide);
  const eventRules = rulesOf<EventRule<S, object>>(spec.evolve);
  const initial = freeze(ownCopy(spec.initialState), true);

  const ruleOf = <T>(rules: Map<string, T>, type: string): T => {
    const rule = rules.get(type);
    if (rule === undefined) throw new UnknownMessage({ decider: name, type });
    return rule;
  };

  const change = (state: S, event: E, position?: number): S | undefined => {
    const { type, data } = event;
    const rule = ruleOf(eventRules, type);
    const { status } = state;
    if (!rule.allowed.includes(status)) throw impossible({ status, event, position });
    try {
      return rule.change(state, data) ?? undefined;
    } catch (error) {
      if (!(error instanceof Contradiction)) throw error;
      throw impossible({ status, event, position, reason: error.message });
    }
  };

  type Impossible = { status: string; event: E; position: number | undefined; reason?: string };
  const impossible = ({ status, event, position, reason }: Impossible) =>
    new ImpossibleEvent({
      decider: name,
      type: event.type,
      status,
      place: placeOf(event, position),
      ...(reason !== undefined && { reason }),
    });

  return {
    name,
    commands,
    events,
    rejections,
    during: statusesOf(commandRules),
    from: statusesOf(eventRules),
    initialState: () => initial,
    decide(command, state) {
      const { type, data, metadata } = command as Message & { metadata?: CommandMetadata };
      return ruleOf(commandRules, type).answer(state, data, { decider: name, type, metadata });
    },
    evolve: (state, event) =>
      produce(state, (draft) => change(draft as S, event) as typeof draft | undefined),
    fold(history, from = initial, seen) {
      let state = ownCopy(from);
      let position = 0;
      for (const event of history) {
        position += 1;
        state = change(state, event, position) ?? state;
        seen?.(state, event);
      }
      return freeze(state, true);
    },
  };
}

/** The rules by name. It is a Map because `constructor` must be a name like any other. */
function rulesOf<T>(rules: object): Map<string, T> {
  return new Map(Object.entries(rules) as [string, T][]);
}

function statusesOf<T extends string>(
  rules: ReadonlyMap<string, { allowed: readonly T[] }>,
): ReadonlyMap<string, readonly T[]> {
  return new Map([...rules].map(([type, { allowed }]) => [type, allowed]));
}

/** A recorded event carries its stream and version. Any other event has only its position in the history. */
function placeOf(event: Message & { metadata?: unknown }, position: number | undefined): EventPlace {
  const { stream, version } = (event.metadata ?? {}) as { stream?: string; version?: number };
  return {
    ...(position !== undefined && { position }),
    ...(stream !== undefined && { stream }),
    ...(version !== undefined && { version }),
  };
}

/** A deep copy of plain data, Maps and Sets. Nobody else holds a reference to it. */
function ownCopy<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(ownCopy) as T;
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, ownCopy(item)])) as T;
  if (value instanceof Set) return new Set([...value].map(ownCopy)) as T;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, ownCopy(item)])) as T;
}
