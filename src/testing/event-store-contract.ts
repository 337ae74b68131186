import { allOrNone } from "./store-contract/all-or-none.ts";
import { forms } from "./store-contract/forms.ts";
import { handling } from "./store-contract/handling.ts";
import { log } from "./store-contract/log.ts";
import { type ContractSizes, type StoreOnTrial, trialOf } from "./store-contract/trial.ts";
import { versions } from "./store-contract/versions.ts";

/** One sentence of the port, to be tried on a store of its own. */
export type ContractCase = {
  /** The number of the law, as tests and reports name it. */
  law: string;
  name: string;
  /** @throws {ContractBroken} where the store does not do what the sentence says */
  run(): Promise<void>;
};

/** The functions of a test runner that the cases are given to: those of vitest, jest, mocha or `node:test`. */
export type TestRunner = {
  describe?: (name: string, body: () => void) => unknown;
  it: (name: string, body: () => Promise<void>) => unknown;
};

const usualSizes: ContractSizes = { races: 40, writers: 8, events: 10_000 };

/**
 * What every event store must do, as cases that any test runner runs: what `EventStore` of `thidua/stores` says, and that
 * a command handler works over it. Without a runner the cases are only given back.
 *
 * @param makeStore gives an empty store for each case; of stores over a database, one with a schema or a file of its own
 * @param sizes how many races, writers and events there are: 40, 8 and 10,000
 * @example
 * eventStoreContract(() => ({ store: inMemoryStore() })).length // 45
 */
export function eventStoreContract(
  makeStore: () => StoreOnTrial | Promise<StoreOnTrial>,
  { describe, it, ...sizes }: Partial<TestRunner & ContractSizes> = {},
): readonly ContractCase[] {
  const cases = [...versions, ...allOrNone, ...forms, ...log, ...handling].map(
    ({ law, name, makesTables, holds }): ContractCase => ({
      law,
      name,
      async run() {
        const given = await makeStore();
        try {
          if (!makesTables) await given.migrate?.();
          await holds(trialOf(given, { ...usualSizes, ...sizes }));
        } finally {
          await given.close?.();
        }
      },
    }),
  );
  const all = () => {
    for (const { law, name, run } of cases) it?.(`${law}: ${name}`, run);
  };
  if (describe) describe("the contract of the event store", all);
  else all();
  return cases;
}
