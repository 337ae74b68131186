import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import { canonicalText } from "../../src/kernel/canonical.ts";
import type { StateOf } from "../../src/kernel/decider.ts";
import { fromPlain, type PlainState, toPlain } from "../../src/kernel/plain-state.ts";
import { InvalidInput } from "../../src/kernel/problem.ts";
import { pledge } from "../../src/pledge/pledge.ts";
import { processLedger } from "../../src/process/process.ts";
import { expectNoPollution } from "../support/hostile-input.ts";

type Lamp = { status: string; [field: string]: unknown };
const lamp = { name: "Lamp", stateVersion: 3, initialState: (): Lamp => ({ status: "off" }) };
const there = (state: Lamp): PlainState => JSON.parse(JSON.stringify(toPlain<Lamp>(lamp, state)));

/** Everything that a state may hold, at any depth. */
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.string({ unit: "grapheme" }),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.bigInt(),
    fc.constantFrom(null, undefined, true, false),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.uniqueArray(fc.string(), { maxLength: 3 }).map((items) => new Set(items)),
    fc
      .uniqueArray(fc.tuple(fc.oneof(fc.string(), fc.integer()), tie("value")), {
        selector: ([key]) => key,
        maxLength: 3,
      })
      .map((pairs) => new Map(pairs)),
    fc
      .array(
        fc.tuple(
          fc.oneof(
            fc.string(),
            fc.constantFrom("__proto__", "constructor", "$map", "$set", "$$bigint", "$undefined", "$"),
          ),
          tie("value"),
        ),
        { maxLength: 3 },
      )
      .map((fields) => Object.fromEntries(fields)),
  ),
}));
const lampState = fc.record({ status: fc.constant("lit"), value }, { noNullPrototype: true });

describe("a state as plain JSON", () => {
  it("says what it is of, and is read by whoever reads JSON", () => {
    const state = {
      status: "lit",
      since: undefined,
      rooms: new Map([["hall", 2n]]),
      seen: new Set(["a"]),
      $map: [1],
    };
    expect(toPlain<Lamp>(lamp, state)).toEqual({
      aggregate: "Lamp",
      version: 3,
      digest: expect.stringMatching(/^[0-9a-f-]{36}$/),
      state: {
        $$map: [1],
        rooms: { $map: [["hall", { $bigint: "2" }]] },
        seen: { $set: ["a"] },
        since: { $undefined: true },
        status: "lit",
      },
    });
    expect(fromPlain<Lamp>(lamp, there(state))).toStrictEqual(state);
  });

  it("comes back equal, in the order of its Maps and Sets, whatever it holds", () => {
    fc.assert(
      fc.property(lampState, (state) => {
        const back = fromPlain<Lamp>(lamp, there(state));
        // A matcher reads a field named "constructor" as the class of the value.
        expect(isDeepStrictEqual(back, state)).toBe(true);
        expect(JSON.stringify(toPlain(lamp, back))).toBe(JSON.stringify(toPlain<Lamp>(lamp, state)));
        expectNoPollution();
      }),
      { numRuns: 500 },
    );
  });

  it("has one text, in whatever order its fields were set", () => {
    const text = (state: Lamp) => JSON.stringify(toPlain<Lamp>(lamp, state));
    expect(text({ status: "lit", b: 1, a: 2 })).toBe(text({ a: 2, b: 1, status: "lit" }));
    expect(text({ status: "lit", a: new Set([1, 2]) })).not.toBe(text({ status: "lit", a: new Set([2, 1]) }));
    expect(text({ status: "lit", a: undefined })).not.toBe(text({ status: "lit" }));
  });

  it("is read from a store that sorts the fields of its JSON", () => {
    const kept = there({ status: "lit", rooms: new Map([["hall", { lamps: 2, name: "Hội trường" }]]) });
    expect(fromPlain<Lamp>(lamp, JSON.parse(canonicalText(kept)))).toStrictEqual(fromPlain<Lamp>(lamp, kept));
  });

  it("is frozen, as every state is", () => {
    expect(Object.isFrozen(fromPlain<Lamp>(lamp, there({ status: "lit", rooms: [{}] })).rooms)).toBe(true);
  });

  it.each([
    ["a function", () => 1, "state.rooms[0].lamp"],
    ["a Date", new Date(0), "state.rooms[0].lamp"],
    ["no number", Number.NaN, "state.rooms[0].lamp"],
    ["-0", -0, "state.rooms[0].lamp"],
    ["half a letter", "\ud800", "state.rooms[0].lamp"],
  ])("is not made of %s, which is named by its field", (_, lampOf, field) => {
    expect(() => toPlain<Lamp>(lamp, { status: "lit", rooms: [{ lamp: lampOf }] })).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ field, rule: "plainData" })] }),
    );
  });
});

describe("a kept state", () => {
  const kept = there({ status: "lit", rooms: new Map([["hall", 1]]), seen: new Set(["a", "b"]), count: 12n });
  const withState = (state: object) => ({ ...kept, state });

  it.each<[string, unknown, string]>([
    ["nothing", undefined, ""],
    ["text", "{}", ""],
    ["another aggregate", { ...kept, aggregate: "Pledge" }, "aggregate"],
    ["an older form of the state", { ...kept, version: 2 }, "version"],
    ["a newer form of the state", { ...kept, version: 4 }, "version"],
    ["a field too many", { ...kept, at: 1 }, "at"],
    ["no digest", { ...kept, digest: undefined }, "digest"],
    ["a changed value", withState({ ...(kept.state as object), status: "out" }), "digest"],
    ["a field lost", withState({ status: "lit" }), "digest"],
    ["a tag that there is not", withState({ a: { $date: 1 } }), "state.a"],
    ["a tag among fields", withState({ a: { $map: [], b: 1 } }), "state.a.$map"],
    [
      "a key twice",
      withState({
        a: {
          $map: [
            ["x", 1],
            ["x", 2],
          ],
        },
      }),
      "state.a",
    ],
    ["a value twice", withState({ a: { $set: ["x", "x"] } }), "state.a"],
    ["a pair that is none", withState({ a: [{ $map: [["x"]] }] }), "state.a[0]"],
    ["a number that is none", withState({ a: { $bigint: "012" } }), "state.a"],
    ["a list that is none", withState({ a: { $set: "x" } }), "state.a"],
    ["no end", withState(JSON.parse(`${"[".repeat(9_000)}${"]".repeat(9_000)}`)), "state"],
  ])("is refused with %s, by the name of the field", (_, json, field) => {
    const read = () => fromPlain<Lamp>(lamp, json);
    expect(read).toThrow(InvalidInput);
    expect(read).toThrow(
      expect.objectContaining({
        problems: [expect.objectContaining({ field: expect.stringContaining(field) })],
      }),
    );
  });

  it("is refused with any one letter changed", () => {
    const text = JSON.stringify(kept);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom(...'0a-$[]{},:" '), (at, letter) => {
        const changed = text.slice(0, at) + letter + text.slice(at + 1);
        try {
          const json = JSON.parse(changed);
          if (canonicalText(json) === canonicalText(kept)) return;
          expect(() => fromPlain<Lamp>(lamp, json)).toThrow(InvalidInput);
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxError);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("has the type of the states of its aggregate", () => {
    const state = fromPlain(pledge, toPlain(pledge, pledge.initialState()));
    expectTypeOf(state).toEqualTypeOf<StateOf<typeof pledge>>();
    expect(state).toEqual({ status: "blank" });
  });

  it("has to be of something that has a status", () => {
    expect(() => fromPlain(lamp, toPlain(lamp, {} as Lamp))).toThrow(/state.status/);
  });
});

describe("the form of a state", () => {
  it("is the first one where the decider does not say", () => {
    expect([pledge.stateVersion, processLedger.stateVersion]).toEqual([1, 1]);
  });
});
