import { describe, it } from "vitest";
import { eventStoreContract } from "../../../src/testing/event-store-contract.ts";
import { sqliteLibraries, sqliteTrials } from "../../contract/sqlite.ts";

describe.each(sqliteLibraries)("a store over $name", ({ opener }) => {
  const open = opener();
  if (typeof open === "string") it.skip(`keeps the contract: ${open}`, () => {});
  else eventStoreContract(sqliteTrials(open).makeStore, { it, races: 4, writers: 4, events: 1_200 });
});
