import { describe, expect, it } from "vitest";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { type ContractCase, eventStoreContract } from "../../src/testing/event-store-contract.ts";
import { ContractBroken, type StoreOnTrial } from "../../src/testing/store-contract/trial.ts";
import { faults } from "./faults.ts";
import { toyStore } from "./toy-store.ts";

const small = { races: 6, writers: 4, events: 1_200 };

/** The cases that a store breaks. Any other error is a fault of the contract itself. */
async function broken(cases: readonly ContractCase[]): Promise<ContractCase[]> {
  const found: ContractCase[] = [];
  for (const one of cases)
    await one.run().catch((error: unknown) => {
      if (!(error instanceof ContractBroken)) throw error;
      found.push(one);
    });
  return found;
}

const against = (makeStore: () => StoreOnTrial) => broken(eventStoreContract(makeStore, small));

eventStoreContract(() => ({ store: inMemoryStore() }), { describe, it });

describe("the contract of the event store", () => {
  it("is kept by a plain store, slow as it is", async () => {
    expect(await against(() => ({ store: toyStore() }))).toEqual([]);
  });

  it.each(faults)("finds by $law a store that $what", async ({ law, store }) => {
    const found = await against(() => ({ store: store() }));
    expect(found.map((one) => one.law)).toContain(law);
  });

  it("finds tables that cannot be made at once, and tables that are made anew", async () => {
    const running = { now: 0, made: 0 };
    const atOnce = async () => {
      running.now += 1;
      await undefined;
      const alone = running.now === 1;
      running.now -= 1;
      if (!alone) throw new Error("relation already exists");
    };
    const isL34 = [expect.objectContaining({ law: "L34" })];
    expect(await against(() => ({ store: toyStore(), migrate: atOnce }))).toEqual(isL34);
    const anew = () => {
      let store = toyStore();
      const now: StoreOnTrial["store"] = {
        read: (...asked) => store.read(...asked),
        append: (writes) => store.append(writes),
        readAll: (asked) => store.readAll(asked),
      };
      const migrate = async () => {
        store = toyStore();
      };
      return { store: now, migrate };
    };
    expect(await against(anew)).toEqual(isL34);
  });

  it("waits for events that come later, and closes each store", async () => {
    let [opened, closed] = [0, 0];
    const makeStore = (): StoreOnTrial => {
      opened += 1;
      const store = toyStore();
      let reads = 0;
      const late = {
        ...store,
        readAll: async (asked: { limit: number }) => (++reads % 3 > 0 ? [] : store.readAll(asked)),
      };
      const close = () => {
        closed += 1;
      };
      return { store: late, pause: async () => {}, close };
    };
    const [one] = eventStoreContract(makeStore, small);
    await one?.run();
    expect([opened, closed]).toEqual([1, 1]);
  });

  it("gives its cases to any test runner, under a heading where it has headings", () => {
    const names: string[] = [];
    const it = (name: string) => names.push(name);
    const cases = eventStoreContract(() => ({ store: toyStore() }), { it });
    expect(names).toEqual(cases.map(({ law, name }) => `${law}: ${name}`));
    expect(new Set(names).size).toBe(names.length);
    const headings: string[] = [];
    eventStoreContract(() => ({ store: toyStore() }), { describe: (name) => headings.push(name), it });
    expect(headings).toEqual(["the contract of the event store"]);
  });
});
