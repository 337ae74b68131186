import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { emmettTrials } from "./emmett.ts";
import { pgliteTrials, postgresTrials } from "./postgres.ts";
import { sqliteLibraries, sqliteTrials } from "./sqlite.ts";
import type { Available } from "./trials.ts";

/** PGlite has one connection, so that its races are only of requests. */
const smaller = { races: 8, events: 3_000 };

export function availableStores(): readonly Available[] {
  const { DATABASE_URL = "" } = process.env;
  return [
    {
      name: "in memory",
      open: async () => ({ makeStore: () => ({ store: inMemoryStore() }), close: () => {} }),
    },
    {
      name: "PostgreSQL",
      open: async () => (DATABASE_URL === "" ? "DATABASE_URL is not set" : postgresTrials(DATABASE_URL)),
    },
    { name: "PGlite", open: pgliteTrials, sizes: smaller },
    {
      name: "Emmett over PostgreSQL",
      open: async () => (DATABASE_URL === "" ? "DATABASE_URL is not set" : emmettTrials(DATABASE_URL)),
    },
    ...sqliteLibraries.map(({ name, opener }) => ({
      name,
      async open() {
        const found = opener();
        return typeof found === "string" ? found : sqliteTrials(found);
      },
    })),
  ];
}
