import type { Appended, EventStore } from "../../stores/event-store.ts";
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

const numbers = (length: number) => Array.from({ length }, (_, at) => at);

/** Names that a careless key, pattern or comparison takes for others. */
const apart = [
  "A-1",
  "a-1",
  "A-1%",
  "A-_",
  "A-__proto__",
  "A-constructor",
  "Đơn-vị",
  "A-'\"",
  "A-é",
  "A-e\u0301",
];

export const versions: readonly Clause[] = [
  {
    law: "L1",
    name: "the versions of a stream are 1, 2, 3 and so on, whichever object appends",
    async holds(trial) {
      const [one, other] = (await trial.objects(2)) as [EventStore, EventStore];
      await stored(one, write("A-1", 0, "a1", "a2"));
      await stored(other, write("A-1", 2, "a3"));
      await stored(one, write("A-1", 3, "a4", "a5"));
      // Whatever the store answers to it.
      await other.append([write("A-1", 2, "late")]);
      await expectStream(trial, "A-1", ["a1", "a2", "a3", "a4", "a5"]);
      await expectLog(trial, ["a1", "a2", "a3", "a4", "a5"]);
    },
  },
  {
    law: "L1",
    name: "a stream is read from any version on, and one that does not exist is empty",
    async holds({ store }) {
      await stored(store, write("A-1", 0, ...numbers(12).map((at) => `a${at + 1}`)));
      for (const from of [1, 2, 9, 10, 12, 13, 99]) {
        const read = (await store.read("A-1", { from })).map(({ metadata }) => metadata.version);
        expectSame(
          read,
          numbers(12)
            .map((at) => at + 1)
            .slice(from - 1),
          `the versions from ${from} on`,
        );
      }
      expectSame(await store.read("B-1"), [], "a stream that does not exist");
    },
  },
  {
    law: "L1",
    name: "streams stay apart, whatever their names",
    async holds(trial) {
      for (const stream of apart)
        await stored(trial.store, { ...write(stream, 0), events: [event(stream, 1)] });
      for (const stream of apart) await expectStream(trial, stream, [`${stream}@1`]);
    },
  },
  {
    law: "L2",
    name: "an append at a version that is past or ahead is a conflict, and nothing is stored",
    async holds(trial) {
      await expectConflict(trial, [write("A-1", 1, "x")], { stream: "A-1", actualVersion: 0 });
      await stored(trial.store, write("A-1", 0, "a1", "a2"));
      for (const version of [0, 1, 3, 7, 2 ** 40])
        await expectConflict(trial, [write("A-1", version, "x")], { stream: "A-1", actualVersion: 2 });
      await expectStream(trial, "A-1", ["a1", "a2"]);
      await expectLog(trial, ["a1", "a2"]);
    },
  },
  {
    law: "L2",
    name: "of many who append at one version of a stream, one is done",
    async holds(trial) {
      const objects = await trial.objects(trial.sizes.writers);
      await stored(trial.store, write("A-1", 0, "a0"));
      const won: string[] = ["a0"];
      for (const race of numbers(trial.sizes.races)) {
        const ids = objects.map((_, at) => `a${race}-${at}`);
        const answers = await Promise.all(
          objects.map((store, at) => store.append([write("A-1", race + 1, ids[at] ?? "")])),
        );
        expectOneDone(answers, `race ${race} for version ${race + 2}`);
        won.push(ids[answers.findIndex(({ ok }) => ok)] ?? "");
      }
      await expectStream(trial, "A-1", won);
      await expectLog(trial, won);
    },
  },
  {
    law: "L2",
    name: "of many who begin a stream, one is done",
    async holds(trial) {
      const objects = await trial.objects(trial.sizes.writers);
      for (const race of numbers(trial.sizes.races)) {
        const stream = `A-${race}`;
        const answers = await Promise.all(
          objects.map((store, at) => store.append([write(stream, 0, `${race}-${at}`, `${race}-${at}-`)])),
        );
        expectOneDone(answers, `race ${race} for a new stream`);
        const winner = answers.findIndex(({ ok }) => ok);
        await expectStream(trial, stream, [`${race}-${winner}`, `${race}-${winner}-`]);
      }
    },
  },
];

/** The others are told that the stream is at another version. */
export function expectOneDone(answers: readonly Appended[], of: string) {
  expectSame(count(answers, "ok"), 1, `appends done of ${answers.length}, ${of}`);
  expectSame(count(answers, "conflict"), answers.length - 1, `conflicts of ${answers.length}, ${of}`);
}
