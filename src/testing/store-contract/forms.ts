import type { Recorded } from "../../kernel/recorded.ts";
import type { Write } from "../../stores/event-store.ts";
import { type Clause, event, expect, expectLog, expectSame, stored, write } from "./trial.ts";

/** Writes that no caller can mean. */
const broken: readonly [string, readonly Write[]][] = [
  ["no write", []],
  ["a write without events", [{ stream: "A-1", expectedVersion: 0, events: [] }]],
  ["a stream twice", [write("A-1", 0, "a1"), write("A-1", 1, "a2")]],
  ["a version below 0", [write("A-1", -1, "a1")]],
  ["half a version", [write("A-1", 0.5, "a1")]],
  ["a version that is no number", [write("A-1", Number.NaN, "a1")]],
  ["an envelope of another stream", [{ ...write("A-1", 0, "a1"), stream: "B-1" }]],
  ["an envelope of another version", [{ ...write("A-1", 1, "a1"), expectedVersion: 0 }]],
  ["an id twice in a write", [write("A-1", 0, "a1", "a1")]],
  ["an id twice in two writes", [write("A-1", 0, "a1"), write("B-1", 0, "a1")]],
];

/** Texts and figures that a database, a driver or a careless copy changes. */
const delicate: Record<string, unknown> = {
  z: 1,
  a: { z: 1, a: [3, 1, 2] },
  10: "ten",
  9: "nine",
  digits: "12345678901234567890",
  number: "1.0",
  instant: "2022-03-01T07:30:00.000Z",
  day: "2022-03-01",
  yes: "true",
  none: null,
  empty: "",
  blank: " a  b ",
  vietnamese: "Nguyễn Thị Ánh, Tòa án nhân dân tỉnh",
  decomposed: "e\u0301",
  astral: "𠀋 🏳️",
  quotes: "'\"\\ $1 ? :a @a {} [] %",
  lines: "a\nb\r\n\tc",
  nul: "a\u0000b",
  separators: "\u2028\u2029",
  half: "\ud800",
  large: 1e21,
  small: 1e-7,
  safe: Number.MAX_SAFE_INTEGER,
  fraction: 0.1,
  minusZero: -0,
  lists: [[], {}, [[]]],
};

const textOf = (events: readonly Recorded[]) => events.map((one) => JSON.stringify(one)).join("\n");

export const forms: readonly Clause[] = [
  ...broken.map(
    ([what, writes]): Clause => ({
      law: "L6",
      name: `${what}: \`BrokenWrite\` is thrown, and nothing is stored`,
      async holds(trial) {
        for (const given of [writes, [write("Z-1", 0, "z1"), ...writes]]) {
          if (given.length === 1 && writes.length === 0) continue;
          expectSame(await thrownBy(trial.store.append(given)), "BrokenWrite", "what the append throws");
        }
        await expectLog(trial, []);
      },
    }),
  ),
  {
    law: "L6",
    name: "the objects of the caller are neither kept nor changed nor frozen",
    async holds({ store }) {
      const given = { ...write("A-1", 0), events: [event("A-1", 1, { data: { list: [1] } })] };
      const before = JSON.stringify(given);
      await stored(store, given);
      expectSame(JSON.stringify(given), before, "what the caller gave");
      for (const part of [
        given,
        given.events,
        given.events[0],
        given.events[0]?.data,
        given.events[0]?.metadata,
      ])
        expect(!Object.isFrozen(part), "the store froze an object of its caller");
      const kept = JSON.stringify(await store.read("A-1"));
      Object.assign(given.events[0]?.data ?? {}, { list: [2] });
      Object.assign(given.events[0]?.metadata ?? {}, { actor: "thief" });
      expectSame(
        JSON.stringify(await store.read("A-1")),
        kept,
        "the log after the caller changed its own objects",
      );
    },
  },
  {
    law: "L6",
    name: "frozen objects can be given",
    async holds(trial) {
      const one = event("A-1", 1);
      for (const part of [one.data, one.metadata, one]) Object.freeze(part);
      await stored(
        trial.store,
        Object.freeze({ stream: "A-1", expectedVersion: 0, events: Object.freeze([one]) }),
      );
      await expectLog(trial, ["A-1@1"]);
    },
  },
  {
    law: "L6",
    name: "whoever changes what a store gave out does not change the log",
    async holds(trial) {
      await stored(trial.store, write("A-1", 0, "a1", "a2"));
      const before = textOf(await trial.store.read("A-1"));
      const given = [await trial.store.read("A-1"), (await trial.log(2)).map((placed) => placed.event)];
      for (const events of given as Recorded[][]) {
        attempt(() => Object.assign(events[0]?.data ?? {}, { unit: "court" }));
        attempt(() => Object.assign(events[0]?.metadata ?? {}, { actor: "thief" }));
        attempt(() => events.pop());
      }
      expectSame(textOf(await trial.store.read("A-1")), before, "the stream");
      expectSame(textOf((await trial.log(2)).map((placed) => placed.event)), before, "the log");
    },
  },
  ...[
    ["texts and figures that databases like to change", [event("A-1", 1, { data: delicate })]],
    [
      "a field that is named like the prototype",
      [event("A-1", 1, { data: JSON.parse('{"__proto__":{"a":1},"constructor":2}') })],
    ],
    [
      "ids of many digits",
      ["12345678901234567890", "0012", "1e21", "9007199254740993"].map((id, at) =>
        event("A-1", at + 1, { id }),
      ),
    ],
    ["fields of the envelope and of the event in another order", [backwards(event("A-1", 1))]],
    ["a large event", [event("A-1", 1, { data: { reason: "ấ".repeat(300_000) } })]],
  ].map(
    ([what, events]): Clause => ({
      law: "L7",
      name: `${what}: all comes back to the last character`,
      async holds(trial) {
        const given = events as Recorded[];
        await stored(trial.store, { stream: "A-1", expectedVersion: 0, events: given });
        expectSame(textOf(await trial.store.read("A-1")), textOf(given), "the stream");
        const log = await trial.log(given.length);
        expectSame(textOf(log.map((placed) => placed.event)), textOf(given), "the log");
      },
    }),
  ),
];

function backwards({ type, data, metadata }: Recorded & { data?: unknown }): Recorded {
  return {
    metadata: Object.fromEntries(Object.entries(metadata).reverse()),
    data,
    type,
  } as unknown as Recorded;
}

/** The name of what a promise throws. By name, because a program may have loaded the library twice. */
async function thrownBy(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return "nothing";
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

/** A store may give out frozen objects. */
function attempt(change: () => unknown) {
  try {
    change();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}
