import { enableMapSet, freeze, produce } from "immer";
import type * as z from "zod/mini";
import { changing, type EventRules, ownCopy, ruleOf, rulesOf } from "./changing.ts";
import type { Decision } from "./decision.ts";
import type { CommandRule, EventRule, State } from "./during.ts";
import type { DataOf, Message } from "./messages.ts";
import type { CommandMetadata, Sent } from "./recorded.ts";
import { type Forms, formsOf, type Upcasters } from "./upcasting.ts";

export type { EventRules } from "./changing.ts";

/** How each command is answered. An aggregate with many commands keeps its rules in several files. */
export type CommandRules<S extends State, C extends Message, E extends Message, R extends Message> = {
  readonly [K in C["type"]]: CommandRule<S, DataOf<C, K>, E, R>;
};

/** For commands whose data holds more than their events may keep: the data that their digest covers. */
type Digested<S extends State, C extends Message> = {
  readonly [K in C["type"]]?: (state: S, data: DataOf<C, K>) => object;
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
  /** The stored forms of the events. */
  readonly forms: Forms;
  /** The form of the state, from 1. It rises when the state of the same events is another one. */
  readonly stateVersion: number;
  /** The data of a command that its digest covers. The digest is stored, so it must show no more than the events. */
  digested(command: C, state: S): object;
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
   * the time is linear in the number of events.
   * @throws {ImpossibleEvent} naming the first event that cannot have happened, with stream and version if recorded
   */
  fold(events: Iterable<E>, from?: S): S;
};

// biome-ignore lint/suspicious/noExplicitAny: whatever the aggregate, each reads what it is sent by its own schemas.
export type AnyDecider = Decider<any, any, any, any>;
export type StateOf<D> = D extends Decider<infer S, infer _C, infer _E, infer _R> ? S : never;
export type CommandOf<D> = D extends Decider<infer _S, infer C, infer _E, infer _R> ? C : never;
export type EventOf<D> = D extends Decider<infer _S, infer _C, infer E, infer _R> ? E : never;
export type RejectionOf<D> = D extends Decider<infer _S, infer _C, infer _E, infer R> ? R : never;

/**
 * Makes an aggregate from two maps of rules: `during` for each command, `from` for each event. `upcast` reads what was
 * stored in older forms. `digested` is for secrets: the data of a command that its stored digest covers. `stateVersion`
 * is 1 where it is left out: raise it when the state of the same events becomes another one, so that no kept state of
 * before is read (`fromPlain`).
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
  upcast?: Upcasters<E>;
  digested?: Digested<S, C>;
  stateVersion?: number;
}): Decider<S, C, E, R> {
  enableMapSet();
  const { name, commands, events, rejections, stateVersion = 1 } = spec;
  const commandRules = rulesOf<CommandRule<S, object, E, R>>(spec.decide);
  const change = changing(name, spec.evolve);
  const initial = freeze(ownCopy(spec.initialState), true);
  const digestedRules = rulesOf<(state: S, data: object) => object>(spec.digested ?? {});
  const eventRules = rulesOf<EventRule<S, object>>(spec.evolve);

  return {
    name,
    commands,
    events,
    rejections,
    during: statusesOf(commandRules),
    from: statusesOf(eventRules),
    forms: formsOf(name, eventRules.keys(), spec.upcast),
    stateVersion,
    digested({ type, data }, state) {
      const rule = digestedRules.get(type);
      return rule ? rule(state, data) : data;
    },
    initialState: () => initial,
    decide(command, state) {
      const { type, data, metadata } = command as Message & { metadata?: CommandMetadata };
      return ruleOf(commandRules, { decider: name, type }).answer(state, data, {
        decider: name,
        type,
        metadata,
      });
    },
    evolve: (state, event) => produce(state, (draft) => change(draft as S, event) as typeof draft),
    fold(history, from = initial) {
      let state = ownCopy(from);
      let position = 0;
      for (const event of history) {
        position += 1;
        state = change(state, event, position);
      }
      return freeze(state, true);
    },
  };
}

function statusesOf<T extends string>(
  rules: ReadonlyMap<string, { allowed: readonly T[] }>,
): ReadonlyMap<string, readonly T[]> {
  return new Map([...rules].map(([type, { allowed }]) => [type, allowed]));
}
