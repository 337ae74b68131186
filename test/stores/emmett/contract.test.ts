import { afterAll, describe, it } from "vitest";
import { eventStoreContract } from "../../../src/testing/event-store-contract.ts";
import { emmettPgliteTrials, emmettTrials } from "../../contract/emmett.ts";
import type { Trials } from "../../contract/trials.ts";

const small = { races: 2, writers: 4, events: 400 };

describe("a store over the tables of Emmett, in PGlite", () => {
  let trials: Promise<Trials> | undefined;
  const opened = () => {
    trials ??= emmettPgliteTrials();
    return trials;
  };
  afterAll(async () => (await trials)?.close());
  eventStoreContract(async () => (await opened()).makeStore(), { it, ...small });
});

const { DATABASE_URL = "" } = process.env;

if (DATABASE_URL === "")
  it.skip("a store over Emmett's tables in PostgreSQL keeps the contract: DATABASE_URL is not set", () => {});
else
  describe("a store over the tables of Emmett, in PostgreSQL", () => {
    let trials: Promise<Trials> | undefined;
    const opened = () => {
      trials ??= emmettTrials(DATABASE_URL);
      return trials;
    };
    afterAll(async () => (await trials)?.close());
    eventStoreContract(async () => (await opened()).makeStore(), { it, ...small });
  });
