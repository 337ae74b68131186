import { afterAll, describe, it } from "vitest";
import { eventStoreContract } from "../../../src/testing/event-store-contract.ts";
import { pgliteTrials, postgresTrials } from "../../contract/postgres.ts";
import type { Trials } from "../../contract/trials.ts";

const small = { races: 4, writers: 4, events: 1_200 };

describe("a store over PGlite", () => {
  let trials: Promise<Trials> | undefined;
  const opened = () => {
    trials ??= pgliteTrials();
    return trials;
  };
  afterAll(async () => (await trials)?.close());
  eventStoreContract(async () => (await opened()).makeStore(), { it, ...small });
});

const { DATABASE_URL = "" } = process.env;

if (DATABASE_URL === "")
  it.skip("a store over PostgreSQL keeps the contract: DATABASE_URL is not set", () => {});
else
  describe("a store over PostgreSQL", () => {
    const trials = postgresTrials(DATABASE_URL);
    afterAll(trials.close);
    eventStoreContract(trials.makeStore, { it, ...small });
  });
