import type { EventStore, Placed } from "../../stores/event-store.ts";
import {
  type Clause,
  expect,
  expectInOrder,
  expectLog,
  expectSame,
  idsOf,
  lastPlace,
  stored,
  type Trial,
  write,
} from "./trial.ts";

const appendSize = 100;
const wakesMax = 1_000;
const numbers = (length: number) => Array.from({ length }, (_, at) => at);

export const log: readonly Clause[] = [
  {
    law: "L8",
    name: "the log has each event once, and the twelve events of an append in their order",
    async holds(trial) {
      const ids = numbers(12).map((at) => `a${at}`);
      await stored(trial.store, write("Z-1", 0, ...ids));
      // Neither the names of the streams nor the ids are in the order of the append.
      await stored(trial.store, write("Y-1", 0, "y2", "y1"), write("Z-1", 12, "z"), write("X-1", 0, "x"));
      const expected = [...ids, "y2", "y1", "z", "x"];
      await expectLog(trial, expected);
      for (const limit of [1, 2, 5, 16, 99]) {
        const seen: Placed[] = [];
        await trial.readOn(seen, { limit });
        expectSame(idsOf(seen), expected, `the log in pages of ${limit}`);
      }
    },
  },
  {
    law: "L8",
    name: "what a writer could read comes before what it appends",
    async holds(trial) {
      const objects = await trial.objects(2);
      const ids = numbers(30).map((at) => `${at}`);
      for (const [at, id] of ids.entries()) {
        const store = objects[at % 2] as EventStore;
        if (at > 0)
          expectSame((await store.read(`A-${at - 1}`)).length, 1, "the event that the last one appended");
        await stored(store, write(`A-${at}`, 0, id));
      }
      await expectLog(trial, ids);
    },
  },
  {
    law: "L8",
    name: "a long log in pages is the log in one page, from any place on",
    async holds(trial) {
      const { store, sizes } = trial;
      for (let from = 0; from < sizes.events; from += appendSize) {
        const ids = numbers(Math.min(appendSize, sizes.events - from)).map((at) => `a${from + at}`);
        await stored(
          store,
          write(from % 200 === 0 ? "A-1" : "B-1", Math.floor(from / 200) * appendSize, ...ids),
        );
      }
      const paged = await trial.log(sizes.events);
      const whole = await store.readAll({ limit: sizes.events + 1 });
      expectSame(JSON.stringify(paged), JSON.stringify(whole), "the pages of the log, beside the whole");
      expectSame(
        idsOf(whole),
        numbers(sizes.events).map((at) => `a${at}`),
        "the order of the log",
      );
      for (const at of numbers(7).map((part) => Math.floor(((sizes.events - 1) * part) / 6))) {
        const rest = await store.readAll({ after: whole[at]?.position, limit: 3 });
        expectSame(idsOf(rest), idsOf(whole.slice(at + 1, at + 4)), `what comes after event ${at}`);
      }
      expectSame(new Set(whole.map(({ position }) => position)).size, whole.length, "different places");
    },
  },
  {
    law: "L8",
    name: "after the last place there is nothing, until something is appended",
    async holds(trial) {
      expectSame(await trial.store.readAll({ limit: 9 }), [], "an empty log");
      await stored(trial.store, write("A-1", 0, "a1", "a2"));
      const seen = [...(await trial.log(2))];
      const last = lastPlace(seen);
      expectSame(await trial.store.readAll({ after: last, limit: 9 }), [], "what comes after the last event");
      await stored(trial.store, write("B-1", 0, "b1"));
      expectSame(idsOf(await trial.log(3)), ["a1", "a2", "b1"], "the log");
      expectSame(idsOf(await trial.store.readAll({ after: last, limit: 9 })), ["b1"], "what is new");
    },
  },
  {
    law: "L9",
    name: "whoever reads on while many write misses nothing, and sees nothing twice",
    async holds(trial) {
      const seen: Placed[] = [];
      const appended = await writtenBy(trial, (reader) => trial.readOn(seen, { from: reader, limit: 7 }));
      const all = await trial.log(appended);
      await trial.readOn(seen, {});
      expectInOrder(all);
      expectSame(idsOf(seen), idsOf(all), "what the reader saw, beside the log");
    },
  },
  {
    law: "changed",
    name: "who listens is woken after an append, where a store has `changed`, until that ends",
    async holds({ store }) {
      if (store.changed === undefined) return;
      let woken = 0;
      const end = store.changed(() => {
        woken += 1;
      });
      let version = 0;
      // A wake may be lost, and may take a while.
      for (; woken === 0 && version < wakesMax; version += 1)
        await stored(store, write("A-1", version, `a${version}`));
      expect(woken > 0, `nothing woke who listens, after ${version} appends`);
      end();
      const before = woken;
      for (const at of numbers(5)) await stored(store, write("B-1", at, `b${at}`));
      expectSame(woken, before, "wakes after the end");
    },
  },
  {
    law: "L34",
    name: "the tables are made by three at once, and again, and the events stay",
    makesTables: true,
    async holds(trial) {
      await tablesMade(trial);
      await stored(trial.store, write("A-1", 0, "a1"));
      await tablesMade(trial);
      await stored(trial.store, write("A-1", 1, "a2"));
      await expectLog(trial, ["a1", "a2"]);
    },
  },
];

async function tablesMade({ migrate }: Trial) {
  const made = await Promise.allSettled([migrate(), migrate(), migrate()]);
  for (const one of made)
    expect(one.status === "fulfilled", `three make the tables at once: ${"reason" in one && one.reason}`);
}

/**
 * Writers that append to a few hot streams and to new ones; after each append a reader reads on. Nothing waits for the
 * reader, so that it reads while others are between their request and its answer.
 */
async function writtenBy(trial: Trial, readOn: (reader: EventStore) => Promise<void>): Promise<number> {
  const [reader, ...writers] = (await trial.objects(trial.sizes.writers + 1)) as [
    EventStore,
    ...EventStore[],
  ];
  const versions = new Map<string, number>();
  let appended = 0;
  let reading = Promise.resolve();
  await Promise.all(
    writers.map(async (store, writer) => {
      for (const turn of numbers(trial.sizes.races)) {
        const stream = turn % 3 === 0 ? `New-${writer}-${turn}` : `Hot-${(writer + turn) % 3}`;
        const ids = numbers(1 + ((writer + turn) % 4)).map((at) => `${writer}-${turn}-${at}`);
        const answer = await store.append([write(stream, versions.get(stream) ?? 0, ...ids)]);
        if (answer.ok) appended += ids.length;
        if (answer.ok) versions.set(stream, (versions.get(stream) ?? 0) + ids.length);
        else if (answer.reason === "conflict") versions.set(stream, answer.actualVersion);
        reading = reading.then(() => readOn(reader));
      }
    }),
  );
  await reading;
  return appended;
}
