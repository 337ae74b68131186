import { current, freeze, isDraft, original } from "immer";
import type { EventRule, State } from "./during.ts";
import { Contradiction, type EventPlace, ImpossibleEvent, UnknownMessage } from "./errors.ts";
import type { DataOf, Message } from "./messages.ts";

/** How each event changes the state. */
export type EventRules<S extends State, E extends Message> = {
  readonly [K in E["type"]]: EventRule<S, DataOf<E, K>>;
};

/** Changes the state by an event, or gives the next one. `position` is the event's place in its history, from 1. */
type Change<S extends State, E extends Message> = (state: S, event: E, position?: number) => S;

/**
 * The change that each event makes by its rule.
 * @throws {ImpossibleEvent} when the state cannot have the event
 */
export function changing<S extends State, E extends Message>(
  name: string,
  evolve: EventRules<S, E>,
): Change<S, E> {
  const rules = rulesOf<EventRule<S, object>>(evolve);
  type Impossible = { status: string; event: E; position: number | undefined; reason?: string };
  const impossible = ({ status, event, position, reason }: Impossible) =>
    new ImpossibleEvent({
      decider: name,
      type: event.type,
      status,
      place: placeOf(event, position),
      ...(reason !== undefined && { reason }),
    });
  return (state, event, position) => {
    const { type, data } = event;
    const rule = ruleOf(rules, { decider: name, type });
    const { status } = state;
    if (!rule.allowed.includes(status)) throw impossible({ status, event, position });
    try {
      return rule.change(state, data) ?? state;
    } catch (error) {
      if (!(error instanceof Contradiction)) throw error;
      throw impossible({ status, event, position, reason: error.message });
    }
  };
}

/**
 * The state as it is before a rule changes it, to read much of it: what is read through a draft costs a copy of each
 * thing that is read.
 */
export const beforeChange = <T>(state: T): T => (isDraft(state) ? (original<unknown>(state) as T) : state);

/** The state as a rule has changed it so far, to read much of it: a copy of what was changed, and nothing else. */
export const asItIs = <T>(state: T): T => (isDraft(state) ? (current<unknown>(state) as T) : state);

/** The same value, which nobody can change any more, nor what is in it. */
export const frozen = <T>(value: T): T => freeze(value, true);

/**
 * The list with one more item at its end, for a list that may grow long: put it in the place of the list. To push to a
 * draft costs a look at every item when the change is done; this costs one copy of the list. A fold works on lists of
 * its own, and pushes.
 */
export function appended<T>(list: T[], item: T): T[] {
  const before = beforeChange(list);
  const isOwn = isDraft(list) ? current<unknown>(list) !== before : !Object.isFrozen(list);
  if (isOwn) {
    list.push(item);
    return list;
  }
  // What is frozen already is not looked through again.
  return Object.freeze([...before, freeze(item, true)]) as T[];
}

/** The same for a set that may grow large. */
export function included<T>(set: Set<T>, item: T): Set<T> {
  const before = beforeChange(set);
  const isOwn = isDraft(set) ? current<unknown>(set) !== before : !Object.isFrozen(set);
  return isOwn ? set.add(item) : freeze(new Set(before).add(item), true);
}

/**
 * The state after each event of a history, at the cost of one fold. It is the state that the walk works on: the next
 * step changes it, so read what is needed and keep nothing of it. For that reason a decider does not show it to its
 * callers; a question of an aggregate walks by the aggregate's own rules. The last state is returned, frozen.
 * @throws {ImpossibleEvent} naming the first event that cannot have happened
 */
export function* walk<S extends State, E extends Message>(
  change: Change<S, E>,
  events: Iterable<E>,
  from: S,
): Generator<{ readonly state: S; readonly event: E }, S, undefined> {
  let state = ownCopy(from);
  let position = 0;
  for (const event of events) {
    position += 1;
    state = change(state, event, position);
    yield { state, event };
  }
  return freeze(state, true);
}

/** The rules by name. It is a Map because `constructor` must be a name like any other. */
export function rulesOf<T>(rules: object): Map<string, T> {
  return new Map(Object.entries(rules) as [string, T][]);
}

/** The rule of a message, or an error that names the message. */
export function ruleOf<T>(
  rules: ReadonlyMap<string, T>,
  { decider, type }: { decider: string; type: string },
): T {
  const rule = rules.get(type);
  if (rule === undefined) throw new UnknownMessage({ decider, type });
  return rule;
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
export function ownCopy<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(ownCopy) as T;
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, ownCopy(item)])) as T;
  if (value instanceof Set) return new Set([...value].map(ownCopy)) as T;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, ownCopy(item)])) as T;
}
