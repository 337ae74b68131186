import { describe, expect, it } from "vitest";
import * as z from "zod";
import { decider, UnknownMessage } from "../../src/kernel/decider.ts";
import { accept, reject } from "../../src/kernel/decision.ts";
import { derivedId, Id } from "../../src/kernel/ids.ts";
import { check, checked, InvalidInput } from "../../src/kernel/input.ts";
import { messages } from "../../src/kernel/messages.ts";
import { Count } from "../../src/kernel/numbers.ts";
import { same } from "../../src/kernel/same.ts";
import { text } from "../../src/kernel/text.ts";

const LampCommand = messages({ Light: { room: text({ max: 20 }) } });
type LampCommand = z.infer<typeof LampCommand>;
const LampEvent = messages({
  LampLit: { room: text({ max: 20 }), tags: z.array(z.strictObject({ count: Count })).max(5) },
  LampsCounted: { count: Count },
  AllPutOut: {},
});
type LampEvent = z.infer<typeof LampEvent>;
const LampRejection = messages({ AlreadyLit: { room: text({ max: 20 }) } });
type LampRejection = z.infer<typeof LampRejection>;

type Lamps = { lit: Map<string, { count: number }[]>; rooms: Set<string> };

const lamps = decider<Lamps, LampCommand, LampEvent, LampRejection>({
  name: "Lamps",
  commands: LampCommand,
  events: LampEvent,
  rejections: LampRejection,
  initialState: { lit: new Map(), rooms: new Set() },
  decide: {
    Light: (state, { room }) =>
      state.lit.has(room)
        ? reject({ type: "AlreadyLit", data: { room } })
        : accept({ type: "LampLit", data: { room, tags: [{ count: 1 }] } }),
  },
  evolve: {
    LampLit(state, { room, tags }) {
      state.lit.set(
        room,
        tags.map((tag) => ({ ...tag })),
      );
      state.rooms.add(room);
    },
    LampsCounted(state, { count }) {
      for (const tags of state.lit.values()) for (const tag of tags) tag.count = count;
    },
    AllPutOut: () => ({ lit: new Map(), rooms: new Set() }),
  },
});

const lit = LampEvent.create.LampLit({ room: "hall", tags: [{ count: 1 }] });
const counted = LampEvent.create.LampsCounted({ count: 3 });

describe("a decider", () => {
  it("folds and evolves into the same state, by handlers that edit and by handlers that return", () => {
    for (const history of [[lit], [lit, counted], [lit, counted, LampEvent.create.AllPutOut({})]]) {
      expect(lamps.fold(history)).toEqual(history.reduce(lamps.evolve, lamps.initialState()));
    }
  });

  it("leaves the state that it is given as it was, when it evolves and when it folds on", () => {
    const before = lamps.fold([lit]);
    lamps.evolve(before, counted);
    lamps.fold([counted], before);
    expect(before.lit.get("hall")).toEqual([{ count: 1 }]);
    expect(lamps.initialState().lit.size).toBe(0);
  });

  it("gives states that nobody can change", () => {
    for (const state of [lamps.initialState(), lamps.fold([lit]), lamps.evolve(lamps.initialState(), lit)]) {
      expect(() => state.lit.set("x", [])).toThrow();
      expect(() => state.rooms.add("x")).toThrow();
    }
  });

  it("names a message that it does not know, whatever the name", () => {
    for (const type of ["constructor", "__proto__", "toString", "LampLid"]) {
      const unknown = { type, data: {} } as unknown as LampEvent & LampCommand;
      expect(() => lamps.decide(unknown, lamps.initialState())).toThrow(UnknownMessage);
      expect(() => lamps.evolve(lamps.initialState(), unknown)).toThrow(UnknownMessage);
      expect(() => lamps.fold([unknown])).toThrow(`Lamps knows no message named "${type}"`);
    }
  });
});

describe("messages", () => {
  it("are made by creators that read their data into canonical form", () => {
    expect(LampCommand.create.Light({ room: "  hall " })).toEqual({ type: "Light", data: { room: "hall" } });
    expect(LampEvent.types).toEqual(["LampLit", "LampsCounted", "AllPutOut"]);
  });

  it("that are wrong name field, rule and value", () => {
    expect(check(LampEvent, { type: "LampLit", data: { room: "hall", tags: [{ count: -1 }] } })).toEqual({
      ok: false,
      problems: [{ field: "data.tags[0].count", rule: "min", expected: ">= 0", value: "-1" }],
    });
    expect(() => LampCommand.create.Light({ room: "" })).toThrow(InvalidInput);
    expect(() => LampCommand.create.Light({} as { room: string })).toThrow(
      "Light: data.room: required string",
    );
  });

  it.each([
    [
      "an unknown name",
      { type: "constructor", data: {} },
      { field: "type", rule: "oneOf", value: '"constructor"' },
    ],
    ["no name", { data: {} }, { field: "type", rule: "required", value: "undefined" }],
    ["no field", { type: "LampLit", data: {} }, { field: "data.room", rule: "required", expected: "string" }],
    ["no data", { type: "LampLit" }, { field: "data", rule: "required", expected: "object" }],
    ["nothing", null, { field: "", rule: "type", value: "null" }],
    ["a list", [], { field: "", rule: "type" }],
    ["an unknown field", { type: "AllPutOut", data: { x: 1 } }, { field: "data.x", rule: "unknownField" }],
    [
      "a prototype",
      JSON.parse('{"type":"AllPutOut","data":{"__proto__":{"x":1}}}'),
      { field: "data.__proto__", rule: "unknownField" },
    ],
    ["a float", { type: "LampsCounted", data: { count: 0.5 } }, { field: "data.count", rule: "type" }],
    ["too huge a number", { type: "LampsCounted", data: { count: 1e300 } }, { field: "data.count" }],
  ])("are not read from %s", (_, input, problem) => {
    const result = check(LampEvent, input);
    expect(result.ok ? undefined : result.problems[0]).toMatchObject(problem);
  });

  it("are not read from an object that breaks when touched", () => {
    const trap = {
      get type(): string {
        throw new Error("gone");
      },
    };
    expect(check(LampEvent, trap)).toMatchObject({ ok: false, problems: [{ rule: "readable" }] });
  });

  it.each([
    ["an object that nothing can be made of", Object.create(null)],
    [
      "an object that throws again",
      {
        toString() {
          throw new Error("again");
        },
      },
    ],
  ])("are not read from one that throws %s", (_, thrown) => {
    const trap = {
      get type(): string {
        throw thrown;
      },
    };
    expect(check(LampEvent, trap)).toMatchObject({ ok: false, problems: [{ rule: "readable" }] });
  });

  it.each([
    ["a field of a million letters", { ["k".repeat(1_000_000)]: 1 }],
    ["a field of broken and hidden characters", { "\ud800\u0000\u202e\u2028": 1 }],
    ["a field of hidden characters only", { ["\u200b".repeat(200)]: 1 }],
    ["a value of hidden characters only", { room: "\u200b".repeat(200) }],
    ["a value of line separators", { room: "a\u2028b\u2029" }],
  ])("name %s in short, printable text", (_, data) => {
    const result = check(LampEvent, { type: "LampLit", data });
    for (const { field, value } of result.ok ? [] : result.problems) {
      expect(field.length).toBeLessThan(100);
      expect(value.length).toBeLessThanOrEqual(80);
      expect(`${field}${value}`).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u);
    }
    expect(result.ok).toBe(false);
  });

  it("with a million mistakes name one limit, or twenty fields", () => {
    const tags = Array.from({ length: 100_000 }, () => ({ count: -1 }));
    expect(check(LampEvent, { type: "LampLit", data: { room: "hall", tags } })).toMatchObject({
      ok: false,
      problems: [{ field: "data.tags", rule: "max", expected: "<= 5" }],
    });
    const data = Object.fromEntries(tags.map((_, index) => [`x${index}`, 1]));
    const result = check(LampEvent, { type: "AllPutOut", data });
    expect(result.ok ? [] : result.problems).toHaveLength(20);
  });

  it("read minus zero as zero", () => {
    const read = checked(LampEvent, { type: "LampsCounted", data: { count: -0 } });
    expect(read).toEqual({ type: "LampsCounted", data: { count: 0 } });
  });
});

describe("an id", () => {
  it("may be any name, a prototype's too, but has no spaces", () => {
    expect(checked(Id, "__proto__")).toBe("__proto__");
    expect(check(Id, "a b")).toMatchObject({ ok: false, problems: [{ rule: "noSpaces" }] });
  });

  it("derived from facts is the same each time, and keeps its parts apart", () => {
    expect(derivedId("ballot-1", "award")).toBe(derivedId("ballot-1", "award"));
    expect(derivedId("ab", "c")).not.toBe(derivedId("a", "bc"));
    expect(derivedId("a")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe("sameness", () => {
  it.each([
    [{ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 }, true],
    [{ a: 1, b: undefined }, { a: 1 }, true],
    [{ a: 1 }, { a: 2 }, false],
    [[1, 2], [2, 1], false],
    [[], {}, false],
    [null, {}, false],
    [JSON.parse('{"__proto__":1}'), {}, false],
  ])("of %j and %j is %s", (a, b, verdict) => {
    expect(same(a, b)).toBe(verdict);
  });
});
