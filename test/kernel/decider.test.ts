import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import type { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { audit } from "../../src/kernel/audit.ts";
import { changing, type EventRules, walk } from "../../src/kernel/changing.ts";
import { decider } from "../../src/kernel/decider.ts";
import { accept, reject, sharedRejections } from "../../src/kernel/decision.ts";
import { during, from } from "../../src/kernel/during.ts";
import { contradiction, ImpossibleEvent, MetadataMissing, UnknownMessage } from "../../src/kernel/errors.ts";
import { derivedId, Id } from "../../src/kernel/ids.ts";
import { check, checked } from "../../src/kernel/input.ts";
import { list } from "../../src/kernel/list.ts";
import { type Message, messages } from "../../src/kernel/messages.ts";
import { WholeNumber } from "../../src/kernel/numbers.ts";
import { InvalidInput } from "../../src/kernel/problem.ts";
import type { Sent } from "../../src/kernel/recorded.ts";
import { run } from "../../src/kernel/run.ts";
import { same } from "../../src/kernel/same.ts";
import { text } from "../../src/kernel/text.ts";
import { CivilDate } from "../../src/kernel/time.ts";
import type { ScoreboardCommand } from "../../src/scoreboard/messages.ts";

const room = text({ max: 20 });
const LampCommand = messages({
  Light: { room, litOn: z.optional(CivilDate) },
  PutAllOut: {},
  LockUp: { lockedOn: CivilDate },
});
type LampCommand = z.infer<typeof LampCommand>;
const LampEvent = messages({
  LampLit: { room, tags: list(z.strictObject({ count: WholeNumber }), { max: 5 }) },
  LampsCounted: { count: WholeNumber },
  AllPutOut: {},
  HouseLocked: { lockedOn: CivilDate },
});
type LampEvent = z.infer<typeof LampEvent>;
const LampRejection = messages({
  ...sharedRejections("Lamps", z.enum(["blank", "lit", "locked"])),
  RoomHasNoLamp: { room },
  HouseLockedAlready: { lockedOn: CivilDate },
});
type LampRejection = z.infer<typeof LampRejection>;

type Rooms = { lit: Map<string, { count: number }[]>; rooms: Set<string> };
type Lamps = { status: "blank" } | ({ status: "lit" } & Rooms) | { status: "locked"; lockedOn: string };

const evolveLamps: EventRules<Lamps, LampEvent> = {
  LampLit: from(["blank", "lit"], (state, { room, tags }) => {
    const own = tags.map((tag) => ({ ...tag }));
    if (state.status === "blank")
      return { status: "lit", lit: new Map([[room, own]]), rooms: new Set([room]) };
    state.lit.set(room, own);
    state.rooms.add(room);
  }),
  LampsCounted: from(["lit"], (state, { count }) => {
    if (count > 100) contradiction(`there are no ${count} lamps`);
    for (const tags of state.lit.values()) for (const tag of tags) tag.count = count;
  }),
  AllPutOut: from(["lit"], () => ({ status: "lit", lit: new Map(), rooms: new Set() })),
  HouseLocked: from(["lit"], (_, { lockedOn }) => ({ status: "locked", lockedOn })),
};

const lamps = decider<Lamps, LampCommand, LampEvent, LampRejection>({
  name: "Lamps",
  commands: LampCommand,
  events: LampEvent,
  rejections: LampRejection,
  initialState: { status: "blank" },
  decide: {
    Light: during(["blank", "lit"], {
      already: (state, { room }) => state.status === "lit" && state.lit.has(room),
      done: ({ litOn }) => litOn,
      decide: (_, { room }) =>
        room === "attic"
          ? reject({ type: "RoomHasNoLamp", data: { room } })
          : accept({ type: "LampLit", data: { room, tags: [{ count: 1 }] } }),
    }),
    PutAllOut: during(["lit"], { decide: () => accept({ type: "AllPutOut", data: {} }) }),
    LockUp: during(["lit"], {
      otherwise: ({ lockedOn }) => ({ type: "HouseLockedAlready", data: { lockedOn } }),
      done: ({ lockedOn }) => lockedOn,
      decide: (_, data) => accept({ type: "HouseLocked", data }),
    }),
  },
  evolve: evolveLamps,
});

const lit = LampEvent.create.LampLit({ room: "hall", tags: [{ count: 1 }] });
const counted = LampEvent.create.LampsCounted({ count: 3 });
const locked = LampEvent.create.HouseLocked({ lockedOn: "2022-03-01" });
const metadata = { now: new Date("2022-03-01T10:00:00Z"), commandId: "c1", actor: "office" };
const light = LampCommand.create.Light({ room: "hall" });
const lockUp = { ...LampCommand.create.LockUp({ lockedOn: "2022-03-01" }), metadata };

/** The rooms of a state that has some. */
const roomsOf = (state: Lamps): Rooms =>
  state.status === "lit" ? state : { lit: new Map(), rooms: new Set() };

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
    expect(roomsOf(before).lit.get("hall")).toEqual([{ count: 1 }]);
    expect(lamps.initialState()).toEqual({ status: "blank" });
  });

  it("is walked event by event at the cost of one fold: each step has the state after its event", () => {
    const history = [lit, counted, LampEvent.create.AllPutOut({})];
    let position = 0;
    for (const { state, event } of walk(changing("Lamps", evolveLamps), history, lamps.initialState())) {
      position += 1;
      expect(event).toBe(history[position - 1]);
      expect(state).toEqual(lamps.fold(history.slice(0, position)));
    }
    expect(() => [...walk(changing("Lamps", evolveLamps), [lit, locked, lit], lamps.initialState())]).toThrow(
      ImpossibleEvent,
    );
  });

  it("gives states that nobody can change", () => {
    for (const state of [lamps.fold([lit]), lamps.evolve(lamps.initialState(), lit)]) {
      expect(() => roomsOf(state).lit.set("x", [])).toThrow();
      expect(() => roomsOf(state).rooms.add("x")).toThrow();
    }
    expect(Object.isFrozen(lamps.initialState())).toBe(true);
  });

  it("names a message that it does not know, whatever the name", () => {
    for (const type of ["constructor", "__proto__", "toString", "LampLid"]) {
      const unknown = { type, data: {} } as unknown as LampEvent & LampCommand & typeof lockUp;
      expect(() => lamps.decide(unknown, lamps.initialState())).toThrow(UnknownMessage);
      expect(() => lamps.evolve(lamps.initialState(), unknown)).toThrow(UnknownMessage);
      expect(() => lamps.fold([unknown])).toThrow(`Lamps knows no message named "${type}"`);
    }
  });

  it("says which statuses allow a command, and which an event can meet", () => {
    expect(lamps.during.get("LockUp")).toEqual(["lit"]);
    expect(lamps.from.get("LampLit")).toEqual(["blank", "lit"]);
  });
});

describe("the grammar of a command", () => {
  it("asks first whether it is so already", () => {
    expect(lamps.decide(light, lamps.fold([lit]))).toEqual({ ok: true, events: [] });
  });

  it("asks whether this is its time, and says which statuses are", () => {
    expect(lamps.decide(lockUp, lamps.initialState())).toEqual({
      ok: false,
      rejection: { type: "WrongState", data: { aggregate: "Lamps", status: "blank", allowed: ["lit"] } },
    });
    expect(lamps.decide(light, lamps.fold([lit, locked]))).toMatchObject({
      ok: false,
      rejection: { type: "WrongState", data: { status: "locked", allowed: ["blank", "lit"] } },
    });
  });

  it("says more exactly why this is not its time, where there is more to say", () => {
    expect(lamps.decide(lockUp, lamps.fold([lit, locked]))).toEqual({
      ok: false,
      rejection: { type: "HouseLockedAlready", data: { lockedOn: "2022-03-01" } },
    });
  });

  it("lets no day of what was done lie ahead, not even by one", () => {
    const lockedOn = (day: string) => ({ ...LampCommand.create.LockUp({ lockedOn: day }), metadata });
    expect(lamps.decide(lockedOn("2022-03-01"), lamps.fold([lit]))).toMatchObject({ ok: true });
    expect(lamps.decide(lockedOn("2022-03-02"), lamps.fold([lit]))).toEqual({
      ok: false,
      rejection: { type: "DateInFuture", data: { date: "2022-03-02", today: "2022-03-01" } },
    });
  });

  it("needs the time where a day is recorded, and only there", () => {
    const { metadata: _, ...untimed } = lockUp;
    expect(() => lamps.decide(untimed as typeof lockUp, lamps.fold([lit]))).toThrow(MetadataMissing);
    expect(lamps.decide(light, lamps.initialState())).toMatchObject({ ok: true });
    // A command without any field records no day: it is sent without metadata.
    expect(lamps.decide(LampCommand.create.PutAllOut({}), lamps.fold([lit]))).toMatchObject({ ok: true });
  });

  it("is typed to need the time where it can hold the day of a document", () => {
    type Time<C extends Message> = undefined extends Sent<C>["metadata"] ? "optional" : "needed";
    const score: Time<Extract<ScoreboardCommand, { type: "EnterSelfScore" }>> = "needed";
    const opening: Time<Extract<ChairRotationCommand, { type: "OpenRotation" }>> = "needed";
    const policy: Time<Extract<ChairRotationCommand, { type: "AdoptRotationPolicy" }>> = "needed";
    const target: Time<Extract<ScoreboardCommand, { type: "AssignTarget" }>> = "optional";
    // The type check is the test: each value is the only one of its type.
    expect([score, opening, policy, target]).toEqual(["needed", "needed", "needed", "optional"]);
  });

  it("asks last what stands against it", () => {
    expect(lamps.decide(LampCommand.create.Light({ room: "attic" }), lamps.initialState())).toEqual({
      ok: false,
      rejection: { type: "RoomHasNoLamp", data: { room: "attic" } },
    });
  });
});

describe("an event that the state before it cannot have", () => {
  it("is not folded and not evolved, and is named with its status and its place", () => {
    expect(() => lamps.evolve(lamps.initialState(), locked)).toThrow(ImpossibleEvent);
    expect(() => lamps.fold([lit, locked, counted])).toThrow(
      'Lamps: LampsCounted (event 3) cannot have happened: it is "locked"',
    );
  });

  it("is named with its stream and version where it is recorded", () => {
    const recorded = { ...locked, metadata: { stream: "Lamps-house", version: 7 } };
    expect(() => lamps.fold([recorded])).toThrow(
      'Lamps: HouseLocked (Lamps-house, version 7) cannot have happened: it is "blank"',
    );
  });

  it("is named with what contradicts it", () => {
    const tooMany = LampEvent.create.LampsCounted({ count: 101 });
    expect(() => lamps.fold([lit, tooMany])).toThrow("there are no 101 lamps");
  });
});

describe("an audit", () => {
  it("of a history that can be gives its state", () => {
    expect(audit(lamps, [lit, counted])).toEqual({ ok: true, state: lamps.fold([lit, counted]), events: 2 });
  });

  it("names the first event that cannot have happened, and the state before it", () => {
    const recorded = { ...counted, metadata: { stream: "Lamps-house", version: 3 } };
    expect(audit(lamps, [lit, locked, recorded, lit])).toEqual({
      ok: false,
      state: lamps.fold([lit, locked]),
      place: { position: 3, stream: "Lamps-house", version: 3 },
      fault: {
        kind: "impossible",
        type: "LampsCounted",
        status: "locked",
        reason: 'it is "locked"',
      },
    });
  });

  it("names an event that cannot be read, unless one before it cannot have happened", () => {
    const unreadable = { type: "LampLit", data: { room: "" } };
    expect(audit(lamps, [lit, unreadable])).toMatchObject({
      ok: false,
      place: { position: 2 },
      fault: { kind: "unreadable" },
    });
    expect(audit(lamps, [locked, unreadable])).toMatchObject({ ok: false, place: { position: 1 } });
  });

  it.each([
    ["lost", [1, 3], { position: 2, stream: "Lamps-house", version: 3 }],
    ["repeated", [1, 1], { position: 2, stream: "Lamps-house", version: 1 }],
    ["lost at the beginning", [2, 3], { position: 1, stream: "Lamps-house", version: 2 }],
  ])("finds by the versions that an event is %s, where the events alone could be", (_, versions, place) => {
    const history = versions.map((version) => ({ ...lit, metadata: { stream: "Lamps-house", version } }));
    const { position } = place;
    expect(audit(lamps, history)).toEqual({
      ok: false,
      state: lamps.fold(position === 1 ? [] : [lit]),
      place,
      fault: { kind: "misplaced", expected: { stream: "Lamps-house", version: position } },
    });
  });

  it("finds an event of another stream", () => {
    const litIn = (stream: string, version: number) => ({ ...lit, metadata: { stream, version } });
    expect(audit(lamps, [litIn("Lamps-house", 1), litIn("Lamps-barn", 2)])).toMatchObject({
      ok: false,
      fault: { kind: "misplaced", expected: { stream: "Lamps-house", version: 2 } },
    });
  });

  it.each([
    ["nothing", null],
    ["a number", 7],
    ["a name of the prototype", { type: "constructor", data: {} }],
    [
      "an event that breaks when touched",
      {
        get metadata() {
          throw new Error("gone");
        },
      },
    ],
  ])("never throws, not even over %s", (_, broken) => {
    expect(audit(lamps, [lit, broken])).toMatchObject({ ok: false, place: { position: 2 } });
  });
});

describe("a run", () => {
  it("decides and folds a list of commands", () => {
    expect(run(lamps, [light, light, lockUp])).toEqual({
      ok: true,
      state: { status: "locked", lockedOn: "2022-03-01" },
      events: [lit, locked],
    });
  });

  it("ends at the first command that is refused", () => {
    expect(run(lamps, [light, lockUp, light])).toMatchObject({
      ok: false,
      index: 2,
      command: light,
      rejection: { type: "WrongState" },
      events: [lit, locked],
    });
  });
});

describe("messages", () => {
  it("are made by creators that read their data into canonical form", () => {
    expect(LampCommand.create.Light({ room: "  hall " })).toEqual({ type: "Light", data: { room: "hall" } });
    expect(LampEvent.types).toEqual(["LampLit", "LampsCounted", "AllPutOut", "HouseLocked"]);
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
      {
        field: "type",
        rule: "oneOf",
        expected: "LampLit | LampsCounted | AllPutOut | HouseLocked",
        value: '"constructor"',
      },
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

  it("without a field that may be anything are told so in our words, not in those of the schema library", () => {
    const anything = z.strictObject({ data: z.nonoptional(z.unknown()) });
    expect(check(anything, {})).toEqual({
      ok: false,
      problems: [{ field: "data", rule: "required", value: "undefined" }],
    });
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
      problems: [{ field: "data.tags", rule: "maxItems", expected: "5" }],
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

  it("derived from facts stays the same for ever, since it is stored, and keeps its parts apart", () => {
    expect(derivedId("ballot-1", "award")).toBe("4bac9a9e-4035-58ab-91f4-1b5f4a86f0be");
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
