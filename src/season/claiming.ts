import { asItIs, beforeChange, frozen } from "../kernel/changing.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf, Message } from "../kernel/messages.ts";
import type { Recorded } from "../kernel/recorded.ts";
import { contentOfMatter } from "../process/matter-content.ts";
import type { Addressed } from "../process/messages.ts";
import { type At, idOf, type Process, process } from "../process/pure-process.ts";
import { type Causes, traced } from "./causes.ts";
import { type Claim, type Claims, contentOf, difference, type Undoing } from "./claim.ts";
import type { OpenMatter } from "./open-matter.ts";

/** What a process of claims remembers: the facts, and the claims that people have decided otherwise. */
export type Held<S> = {
  facts: S;
  /** By key: a claim rests while its content is the one that a person decided against. */
  rests: Map<string, { scope: string; content: string }>;
  /** Of all that is open, the fact by which it is. */
  causes: Causes;
};

/** A process as what it owes, and not as what it does: see `claiming`. */
export type ClaimingSpec<S, E extends Message> = {
  name: Id;
  version: number;
  /** What it knows before anything has happened. */
  facts: S;
  /** What it learns of each fact. It edits the facts. */
  evolve: { readonly [K in E["type"]]?: (facts: S, data: DataOf<E, K>, at: At) => void };
  /** The scopes in which a fact can change what is owed. A key is of one scope, and of no other. */
  scopes(facts: S, at: At): readonly string[];
  /** All scopes that there are. */
  all(facts: S): Iterable<string>;
  /** What is owed in a scope: by the set of the facts, in whatever order they came. */
  claims(facts: S, scope: string): Claims;
  /** What takes back a claim that is gone; nothing where there is nothing to take back. */
  undo(gone: { scope: string; key: string; claim: Claim }, facts: S): Undoing | undefined;
  /** The scope that a scope is a part of, where it is one: what happens there may change what is owed here, too. */
  around?(scope: string): string;
  /** The key of the claim that a person decides against by such an event, or the keys. */
  byHand?: {
    readonly [K in E["type"]]?: (
      facts: S,
      data: DataOf<E, K>,
      at: At,
    ) => string | readonly string[] | undefined;
  };
  /** What is open in a scope and what no command of this process settles: people have to. */
  matters?(facts: S, scope: string): readonly OpenMatter[];
};

/** A process that is also asked what it owes, and what is open. */
export type Claiming<S, E extends Message> = Process<Held<S>, E> &
  Pick<ClaimingSpec<S, E>, "all" | "claims"> & { matters(facts: S, scope: string): readonly OpenMatter[] };

// biome-ignore lint/suspicious/noExplicitAny: whatever it knows, each reads its own facts only.
export type AnyClaiming = Claiming<any, any>;

/**
 * A process that keeps the world equal to what is owed. After each fact it compares what is owed with what was owed
 * before: a claim that is new, or has another content, wants its commands; one that is gone wants what takes it back; one
 * that is as before wants nothing. So nobody writes a reaction, and nobody forgets to take one back.
 *
 * A person who decides otherwise by hand is right: the claim rests until its content changes.
 */
export function claiming<S extends object, E extends Message>(spec: ClaimingSpec<S, E>): Claiming<S, E> {
  type State = Held<S>;
  type Fact = { type: E["type"]; data: never; at: At };
  const { name, version, facts, all, claims, matters = () => [] } = spec;

  /** The scopes that a fact may touch, by what was known before it and after it. */
  const touched = (states: readonly State[], at: At) =>
    new Set(states.flatMap(({ facts: known }) => spec.scopes(known, at)));

  function remember(state: State, { type, data, at }: Fact): void {
    const before = beforeChange(state.facts);
    const isStep = before !== state.facts;
    const scopes = isStep ? [] : spec.scopes(before, at);
    const keys = spec.byHand?.[type]?.(before, data, at) ?? [];
    for (const key of typeof keys === "string" ? [keys] : keys) rest(state, key, at);
    spec.evolve[type]?.(state.facts, data, at);
    wake(state, at);
    // A step is looked at once it is done: what is read through a draft costs a copy.
    if (!isStep) state.causes = causedBy(state, new Set([...scopes, ...spec.scopes(state.facts, at)]), at);
  }

  /** The state after a step, with the causes of what is open now. */
  function withCauses(before: State, done: State, at: At): State {
    if (done.facts === before.facts) return done;
    const causes = causedBy(done, touched([before, done], at), at);
    return causes === done.causes ? done : frozen({ ...done, causes });
  }

  const causedBy = ({ facts: known, causes }: State, scopes: Iterable<string>, { metadata }: At): Causes =>
    traced(causes, {
      event: metadata.eventId,
      matters: [...scopes].map((scope) => [scope, matters(known, scope)]),
    });

  function rest({ facts: before, rests }: State, key: string, at: At): void {
    const known = beforeChange(before);
    for (const scope of spec.scopes(known, at)) {
      const claim = claims(known, scope).get(key);
      if (claim) rests.set(key, { scope, content: contentOf(claim) });
    }
  }

  function wake({ facts: after, rests }: State, at: At): void {
    if (rests.size === 0) return;
    const known = asItIs(after);
    const scopes = new Set(spec.scopes(known, at));
    for (const [key, { scope, content }] of rests) {
      const isTouched = scopes.has(scope) || scopes.has(spec.around?.(scope) ?? scope);
      if (isTouched && contentOf(claims(known, scope).get(key)) !== content) rests.delete(key);
    }
  }

  // A runner asks what is wanted of an event, and then for the state after it; and what is owed after one event is what
  // was owed before the next. Each is worked out once.
  let last: { before: State; event: Recorded<E>; after: State } | undefined;
  function evolve(before: State, event: Recorded<E>): State {
    if (last?.before === before && last.event === event) return last.after;
    if (!made.reads.has(event.type)) return before;
    const done = made.evolve(before, event);
    const after = withCauses(before, done, atOf(event));
    last = { before, event, after };
    return after;
  }
  const worked = new WeakMap<S, Map<string, Claims>>();
  function claimsOf(known: S, scope: string): Claims {
    const byScope = worked.get(known) ?? new Map<string, Claims>();
    const found = byScope.get(scope) ?? claims(known, scope);
    worked.set(known, byScope.set(scope, found));
    return found;
  }

  function want(before: State, event: Recorded<E>): readonly Addressed[] {
    if (!made.reads.has(event.type)) return [];
    const after = evolve(before, event);
    const awake = (known: Claims, ...states: State[]) =>
      states.every(({ rests }) => rests.size === 0)
        ? known
        : new Map([...known].filter(([key]) => states.every(({ rests }) => !rests.has(key))));
    return [...touched([before, after], atOf(event))].flatMap((scope) => {
      const owed = claimsOf(before.facts, scope);
      return difference(
        {
          owed,
          before: awake(owed, before, after),
          after: awake(claimsOf(after.facts, scope), after),
        },
        (key, claim) => spec.undo({ scope, key, claim }, after.facts),
      );
    });
  }

  const made = process<State, E>({
    name,
    version,
    initialState: { facts, rests: new Map(), causes: new Map() },
    evolve: Object.fromEntries(
      Object.keys(spec.evolve).map((type) => [
        type,
        (state: State, data: never, at: At) => remember(state, { type, data, at }),
      ]),
    ) as object,
    // It answers all that it knows: any fact may change what is owed.
    want: Object.fromEntries(Object.keys(spec.evolve).map((type) => [type, () => []])) as object,
  });
  const open = ({ facts: known }: State) =>
    [...all(known)]
      .flatMap((scope) => matters(known, scope))
      .map((matter) => ({ key: matter.key, content: contentOfMatter(matter) }));
  const owes = ({ facts: known, rests }: State) => {
    const owed = new Set([...all(known)].flatMap((scope) => [...claims(known, scope).keys()]));
    return { owed, byHand: rests };
  };
  return { ...made, evolve, want, owes, all, claims, matters, open };
}

const atOf = ({ metadata }: Pick<Recorded, "metadata">): At => ({
  id: idOf(metadata.stream),
  stream: metadata.stream,
  metadata,
});
