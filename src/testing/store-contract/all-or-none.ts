import type { Write } from "../../stores/event-store.ts";
import {
  type Clause,
  count,
  event,
  expectConflict,
  expectLog,
  expectSame,
  expectStream,
  stored,
  write,
} from "./trial.ts";
import { expectOneDone } from "./versions.ts";

const several = (...conflicting: string[]): Write[] =>
  ["A-1", "B-1", "C-1"].map((stream) => write(stream, conflicting.includes(stream) ? 1 : 2, `${stream}-x`));

const begun = ["a1", "a2", "b1", "b2", "c1", "c2"];

export const allOrNone: readonly Clause[] = [
  {
    law: "L3",
    name: "several streams are appended to at once, or none of them, whichever is at another version",
    async holds(trial) {
      await stored(
        trial.store,
        write("A-1", 0, "a1", "a2"),
        write("B-1", 0, "b1", "b2"),
        write("C-1", 0, "c1", "c2"),
      );
      await expectLog(trial, begun);
      for (const stream of ["A-1", "B-1", "C-1"])
        await expectConflict(trial, several(stream), { stream, actualVersion: 2 });
      await expectConflict(trial, several("C-1", "B-1"), { stream: "B-1", actualVersion: 2 });
      await expectConflict(trial, [...several(), write("D-1", 1, "d")], { stream: "D-1", actualVersion: 0 });
      await expectLog(trial, begun);
      await stored(trial.store, ...several(), write("D-1", 0, "d1"));
      await expectLog(trial, [...begun, "A-1-x", "B-1-x", "C-1-x", "d1"]);
    },
  },
  {
    law: "L3",
    name: "of many who begin the same two streams, in either order, one is done and has both",
    async holds(trial) {
      const objects = await trial.objects(trial.sizes.writers);
      for (let race = 0; race < trial.sizes.races; race += 1) {
        const both = (at: number) => [
          write(`A-${race}`, 0, `a${race}-${at}`),
          write(`B-${race}`, 0, `b${race}-${at}`),
        ];
        const answers = await Promise.all(
          objects.map((store, at) => store.append(at % 2 === 0 ? both(at) : both(at).reverse())),
        );
        expectOneDone(answers, `race ${race} for two streams`);
        const winner = answers.findIndex(({ ok }) => ok);
        await expectStream(trial, `A-${race}`, [`a${race}-${winner}`]);
        await expectStream(trial, `B-${race}`, [`b${race}-${winner}`]);
      }
    },
  },
  {
    law: "L4",
    name: "an append that is sent twice is stored once, also at the same time",
    async holds(trial) {
      const objects = await trial.objects(2);
      const writes = [write("A-1", 0, "a1", "a2"), write("B-1", 0, "b1")];
      const atOnce = await Promise.all(objects.map((store) => store.append(writes)));
      expectSame(count(atOnce, "ok") > 0, true, "an append that is sent twice is done");
      atOnce.push(await trial.store.append(writes));
      expectSame(count(atOnce, "duplicate"), 0, "answers to the same append that speak of another place");
      await expectStream(trial, "A-1", ["a1", "a2"]);
      await expectLog(trial, ["a1", "a2", "b1"]);
    },
  },
  {
    law: "L4",
    name: "what is stored does not change when the same id is sent with something else",
    async holds(trial) {
      await stored(trial.store, write("A-1", 0, "a1"));
      const [before] = await trial.store.read("A-1");
      const events = [event("A-1", 1, { id: "a1", data: { unit: "court" } })];
      await trial.store.append([{ stream: "A-1", expectedVersion: 0, events }]);
      const after = await trial.store.read("A-1");
      expectSame(JSON.stringify(after), JSON.stringify([before]), "the stored event");
    },
  },
  {
    law: "L5",
    name: "an id that is stored in another place is a duplicate, and nothing is stored",
    async holds(trial) {
      await stored(trial.store, write("A-1", 0, "a1", "a2"));
      const places = [
        [write("A-1", 2, "a3", "a2")],
        [write("B-1", 0, "b1", "a2")],
        [write("B-1", 0, "b1"), write("C-1", 0, "c1", "c2", "a2")],
      ];
      for (const writes of places)
        expectSame(
          await trial.store.append(writes),
          { ok: false, reason: "duplicate", eventId: "a2" },
          "the answer",
        );
      // The version is looked at before the ids.
      await expectConflict(trial, [write("A-1", 1, "a1")], { stream: "A-1", actualVersion: 2 });
      await expectLog(trial, ["a1", "a2"]);
    },
  },
  {
    law: "L5",
    name: "of many who store one id in streams of their own, one is done",
    async holds(trial) {
      const objects = await trial.objects(trial.sizes.writers);
      for (let race = 0; race < trial.sizes.races; race += 1) {
        const answers = await Promise.all(
          objects.map((store, at) => store.append([write(`A-${race}-${at}`, 0, `${race}-${at}`, `${race}`)])),
        );
        expectSame(count(answers, "ok"), 1, `appends done of ${answers.length} with one id`);
        expectSame(count(answers, "duplicate"), answers.length - 1, `duplicates of ${answers.length}`);
      }
      await trial.log(trial.sizes.races * 2);
    },
  },
];
