import { commandHandler } from "../../stores/command-handler.ts";
import type { EventStore } from "../../stores/event-store.ts";
import { loaded } from "../../stores/loading.ts";
import { type CounterCommand, counter } from "./counter.ts";
import { type Clause, ContractBroken, event, expect, expectSame, stored, type Trial } from "./trial.ts";

const metadata = (commandId: string, actor = "office") => ({
  now: new Date("2022-03-01T07:30:00Z"),
  commandId,
  actor,
});
const count = (by: number): CounterCommand => ({ type: "Count", data: { by } });
// Whoever is late decides anew at once: the store itself takes its time.
const handlerOf = (store: EventStore) =>
  commandHandler({ store, decider: counter, attemptsMax: 200, wait: async () => undefined });
type Handler = ReturnType<typeof handlerOf>;

const send = (handle: Handler, command: CounterCommand, commandId: string, actor?: string) =>
  handle("a", { ...command, metadata: metadata(commandId, actor) });
const totalIn = async (store: EventStore) => (await loaded({ store, decider: counter, id: "a" })).total;
const numbers = (length: number) => Array.from({ length }, (_, at) => at);

/** Whatever is thrown is named; nothing is thrown where the answer is one. */
const nameOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "nothing",
    (error: unknown) => (error instanceof Error ? error.name : String(error)),
  );

const clauses: readonly Clause[] = [
  {
    law: "L26",
    name: "an id that is used by another command, or by another account, is refused, and nothing is stored",
    async holds({ store }) {
      const handle = handlerOf(store);
      await send(handle, count(1), "c1");
      const others = [
        () => send(handle, count(2), "c1"),
        () => send(handle, { type: "CountFrom", data: { total: 1, by: 1 } }, "c1"),
        () => send(handle, count(1), "c1", "another"),
      ];
      for (const other of others) expectSame(await nameOf(other()), "CommandIdReused", "a used id");
      expectSame(await totalIn(store), 1, "what is counted");
    },
  },
  ...[1, 2, 50].map(
    (handlers): Clause => ({
      law: "L27",
      name: `of 50 commands at once on one stream each is done once, by ${handlers === 1 ? "one handler" : `${handlers} handlers`}, though each is sent twice`,
      holds: (trial) => manyAtOnce(trial, handlers),
    }),
  ),
  {
    law: "L28",
    name: "the last commands on a long stream read no more events than the first ones",
    async holds({ store, sizes }) {
      let read = 0;
      const handle = handlerOf({
        append: (writes) => store.append(writes),
        readAll: (options) => store.readAll(options),
        async read(stream, options) {
          const events = await store.read(stream, options);
          read += events.length;
          return events;
        },
      });
      const tenth = Math.ceil(sizes.events / 100);
      const costs: number[] = [];
      for (const at of numbers(10 * tenth)) {
        if (at % tenth === 0) read = 0;
        await send(handle, count(1), `c${at}`);
        if (at % tenth === tenth - 1) costs.push(read);
      }
      const [first = 0, last = 0] = [costs[0], costs.at(-1)];
      expect(last <= 2 * first, `the first ${tenth} commands read ${first} events, the last ones ${last}`);
      expectSame(await totalIn(store), 10 * tenth, "what is counted");
    },
  },
  {
    law: "L29",
    name: "a handler that keeps what it has read decides like one that reads all, whoever else writes",
    async holds(trial) {
      const [one, other] = (await trial.objects(2)) as [EventStore, EventStore];
      const [kept, also] = [handlerOf(one), handlerOf(other)];
      for (const at of numbers(20)) {
        const command: CounterCommand = { type: "CountFrom", data: { total: 2 * at, by: 1 } };
        expectSame((await send(kept, command, `kept${at}`)).ok, true, "a decision on the state of now");
        expectSame((await send(also, count(1), `also${at}`)).ok, true, "a command of another handler");
        const [late, fresh] = [
          await send(kept, command, "late"),
          await send(handlerOf(one), command, "late"),
        ];
        expectSame(late, fresh, "a decision on a state that is past");
      }
    },
  },
  {
    law: "L30",
    name: "a stored event that its schema refuses is named, and not folded",
    async holds({ store }) {
      const { metadata: envelope } = event("Counter-a", 1, { id: "broken" });
      const broken = { type: "Counted", data: { by: -1 }, metadata: envelope };
      await stored(store, { stream: "Counter-a", expectedVersion: 0, events: [broken] });
      const error: unknown = await send(handlerOf(store), count(1), "c1").catch((thrown: unknown) => thrown);
      const told = error instanceof Error ? error.message : "there was no error";
      expect(
        told.includes("Counter-a, version 1"),
        `the error has to name the stream and the version of the broken event; it says: ${told}`,
      );
      expectSame((await store.read("Counter-a")).length, 1, "events of the stream");
    },
  },
  {
    law: "L31",
    name: "a time that its caller changes while the command waits changes nothing",
    async holds({ store }) {
      const handle = handlerOf(store);
      const now = new Date("2022-03-01T07:30:00Z");
      // The second one waits for the first.
      const sent = ["c1", "c2"].map((id) => handle("a", { ...count(1), metadata: { ...metadata(id), now } }));
      now.setTime(0);
      for (const answer of await Promise.all(sent)) expectSame(answer.ok, true, "a command");
      for (const { metadata: envelope } of await store.read("Counter-a"))
        expectSame(envelope.recordedAt, "2022-03-01T07:30:00.000Z", "when an event was recorded");
    },
  },
];

/** How a command handler works over the store. What it throws where it should not is a fault of the store. */
export const handling: readonly Clause[] = clauses.map((clause) => ({
  ...clause,
  holds: (trial) =>
    clause.holds(trial).catch((error: unknown) => {
      throw error instanceof ContractBroken ? error : new ContractBroken(`a handler throws ${error}`);
    }),
}));

async function manyAtOnce(trial: Trial, handlers: number) {
  const stores = await trial.objects(Math.min(handlers, trial.sizes.writers));
  const all = numbers(handlers).map((at) => handlerOf(stores[at % stores.length] ?? trial.store));
  const answers = await Promise.all(
    numbers(100).map((at) => send(all[at % all.length] ?? handlerOf(trial.store), count(1), `c${at % 50}`)),
  );
  for (const answer of answers) expectSame(answer.ok, true, "a command of 50 at once");
  expectSame(await totalIn(trial.store), 50, "what is counted");
}
