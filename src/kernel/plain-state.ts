import { freeze } from "immer";
import * as z from "zod/mini";
import { canonicalText } from "./canonical.ts";
import type { Decider } from "./decider.ts";
import type { State } from "./during.ts";
import { derivedId, Id } from "./ids.ts";
import { checked } from "./input.ts";
import { integer } from "./numbers.ts";
import { excerpt, InvalidInput, type Problem } from "./problem.ts";

const PlainState = z.strictObject({
  /** The name of the aggregate. */
  aggregate: z.string().check(z.maxLength(100)),
  /** The form of the state: the `stateVersion` of the decider that made it. */
  version: integer({ min: 1, max: 1_000_000 }),
  /** Made from all the rest: a kept state that was damaged is not read. It is no signature. */
  digest: Id,
  state: z.unknown(),
});

/**
 * A state as plain JSON, to be shown over HTTP or kept. Fields stand in the order of their names. What JSON does not
 * have is an object with one key: `{ "$map": [[key, value]] }`, `{ "$set": [value] }`, `{ "$bigint": "12" }` and
 * `{ "$undefined": true }`; Maps and Sets keep their order, because it may have a meaning. A field of a state whose name begins with `$` has one
 * `$` more.
 */
export type PlainState = z.infer<typeof PlainState>;

/** The initial state says what states the aggregate has. */
type Subject<S extends State> = Pick<
  Decider<S, never, never, never>,
  "name" | "stateVersion" | "initialState"
>;

/**
 * The state as plain JSON. Equal states have the same text, `canonicalText(toPlain(decider, state))`.
 *
 * @throws {InvalidInput} naming the field, for a value that no state has: a function, a Date, NaN, -0
 * @example
 * toPlain(pledge, pledge.initialState()).state // { status: 'blank' }
 */
export function toPlain<S extends State>({ name, stateVersion }: Subject<S>, state: S): PlainState {
  const plain = plainOf(state, "state");
  return {
    aggregate: name,
    version: stateVersion,
    digest: digestOf({ aggregate: name, version: stateVersion, state: plain }),
    state: plain,
  };
}

/**
 * The state that `toPlain` gave, deeply equal to it, and frozen as every state is. It decides as the other one does.
 *
 * @throws {InvalidInput} naming the field, for what `toPlain` did not give: of another aggregate, of another form of the
 * state, or damaged. A kept state that is refused is no loss: fold the events
 */
export function fromPlain<S extends State>({ name, stateVersion }: Subject<S>, json: unknown): S {
  const { aggregate, version, digest, state: plain } = checked(PlainState, json, `a state of ${name}`);
  if (aggregate !== name) fail("aggregate", { rule: "oneOf", expected: name, value: excerpt(aggregate) });
  if (version !== stateVersion)
    fail("version", { rule: "oneOf", expected: `${stateVersion}`, value: `${version}` });
  const state = stateOf(plain, { field: "state", depth: 0 });
  const expected = digestOf({ aggregate, version, state: plain });
  if (digest !== expected) fail("digest", { rule: "digest", expected, value: excerpt(digest) });
  if (typeof (state as S | undefined)?.status !== "string")
    fail("state.status", { rule: "required", value: "undefined" });
  return freeze(state as S, true);
}

const digestOf = (rest: Omit<PlainState, "digest">): Id => derivedId("state", canonicalText(rest));

function plainOf(value: unknown, field: string): unknown {
  switch (typeof value) {
    case "boolean":
      return value;
    case "string":
      return value.isWellFormed() ? value : refuse(value, field);
    case "number":
      return Number.isFinite(value) && !Object.is(value, -0) ? value : refuse(value, field);
    case "bigint":
      return { $bigint: String(value) };
    case "undefined":
      return { $undefined: true };
    case "object":
      return value === null ? null : plainObject(value, field);
    default:
      return refuse(value, field);
  }
}

function plainObject(value: object, field: string): unknown {
  const list = (items: Iterable<unknown>) =>
    Array.from(items, (item, at) => plainOf(item, `${field}[${at}]`));
  if (Array.isArray(value)) return list(value);
  if (value instanceof Map) return { $map: list(value) };
  if (value instanceof Set) return { $set: list(value) };
  if (Object.getPrototypeOf(value) !== Object.prototype) return refuse(value, field);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    fields.map(([key, item]) => [key.startsWith("$") ? `$${key}` : key, plainOf(item, `${field}.${key}`)]),
  );
}

type Place = { field: string; depth: number };

/** Our own states are not so deep; what is deeper could exhaust the stack. */
const depthMax = 60;

function stateOf(plain: unknown, { field, depth }: Place): unknown {
  // JSON can hold -0, and no state does.
  if (typeof plain === "number") return plain + 0;
  if (plain === undefined) return refuse(plain, field);
  if (typeof plain !== "object" || plain === null) return plain;
  if (depth === depthMax) return refuse(plain, field);
  if (Array.isArray(plain)) return listOf(plain, { field, depth });
  const entries = Object.entries(plain);
  const [[key, value] = ["", undefined]] = entries;
  if (entries.length === 1 && isTag(key)) return untagged(key, value, { field, depth });
  return Object.fromEntries(
    entries.map(([name, item]) => {
      if (isTag(name)) fail(`${field}.${name}`, { rule: "unknownField", value: excerpt(name) });
      const own = name.startsWith("$") ? name.slice(1) : name;
      return [own, stateOf(item, { field: `${field}.${own}`, depth: depth + 1 })];
    }),
  );
}

const isTag = (key: string) => /^\$(?!\$)/.test(key);

const listOf = (items: readonly unknown[], { field, depth }: Place): unknown[] =>
  items.map((item, at) => stateOf(item, { field: `${field}[${at}]`, depth: depth + 1 }));

function untagged(tag: string, value: unknown, place: Place): unknown {
  const { field } = place;
  if (tag === "$undefined" && value === true) return undefined;
  if (tag === "$bigint" && typeof value === "string" && /^(?:0|-?[1-9]\d*)$/.test(value))
    return BigInt(value);
  if (tag === "$set" && Array.isArray(value)) {
    const set = new Set(listOf(value, place));
    return set.size === value.length ? set : fail(field, { rule: "eachOnce", value: excerpt(value) });
  }
  if (tag === "$map" && Array.isArray(value)) {
    const pairs = listOf(value, place);
    if (!pairs.every(isPair)) return fail(field, { rule: "type", expected: "pairs", value: excerpt(value) });
    const map = new Map(pairs);
    return map.size === value.length ? map : fail(field, { rule: "eachOnce", value: excerpt(value) });
  }
  return fail(field, { rule: "plainData", value: excerpt(tag) });
}

const isPair = (value: unknown): value is [unknown, unknown] => Array.isArray(value) && value.length === 2;

function refuse(value: unknown, field: string): never {
  return fail(field, { rule: "plainData", value: excerpt(value) });
}

function fail(field: string, problem: Omit<Problem, "field">): never {
  throw new InvalidInput([{ field, ...problem }]);
}
