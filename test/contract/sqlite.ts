import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type SqliteDatabase, sqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";
import type { Trials } from "./trials.ts";

/** Opens a file, by one of the libraries that can. */
export type Opener = (path: string) => SqliteDatabase & { close(): void };

const require = createRequire(import.meta.url);

/** The libraries of SQLite, each with what opens a file or with the reason why this machine has none. */
export const sqliteLibraries: readonly { name: string; opener: () => Opener | string }[] = [
  { name: "SQLite, node:sqlite", opener: nodeSqlite },
  { name: "SQLite, better-sqlite3", opener: betterSqlite },
  { name: "SQLite, node-sqlite3-wasm", opener: wasmSqlite },
];

/** Each case has a file of its own, and each store object a connection of its own. */
export function sqliteTrials(open: Opener): Trials {
  return {
    makeStore() {
      const folder = mkdtempSync(join(tmpdir(), "thidua-"));
      const opened: ReturnType<Opener>[] = [];
      const another = () => {
        const database = open(join(folder, "events.db"));
        opened.push(database);
        return sqliteStore({ database });
      };
      const close = () => {
        for (const database of opened) database.close();
        rmSync(folder, { recursive: true });
      };
      return { store: another(), another, migrate: async () => another(), close };
    },
    close: () => {},
  };
}

function nodeSqlite(): Opener | string {
  try {
    const { DatabaseSync } = require("node:sqlite") as {
      DatabaseSync: new (path: string) => ReturnType<Opener>;
    };
    return (path) => new DatabaseSync(path);
  } catch {
    return `Node ${process.versions.node} has no node:sqlite: 22.13 has`;
  }
}

function betterSqlite(): Opener | string {
  try {
    const Database = require("better-sqlite3") as new (path: string) => ReturnType<Opener>;
    new Database(":memory:").close();
    return (path) => new Database(path);
  } catch {
    return "better-sqlite3 is not installed, since it is compiled: npm install --no-save better-sqlite3@12";
  }
}

type WasmDatabase = {
  exec(sql: string): void;
  prepare(sql: string): Record<"run" | "get" | "all", (values: string[]) => unknown>;
  close(): void;
};

/** SQLite without a compiler. It takes the values of a statement as a list, and has no write-ahead log. */
function wasmSqlite(): Opener | string {
  const { Database } = require("node-sqlite3-wasm") as { Database: new (path: string) => WasmDatabase };
  return (path) => {
    const database = new Database(path);
    return {
      exec: (sql) => database.exec(sql),
      prepare(sql) {
        const statement = database.prepare(sql);
        return {
          run: (...values) => statement.run(values),
          get: (...values) => statement.get(values),
          all: (...values) => statement.all(values) as unknown[],
        };
      },
      close: () => database.close(),
    };
  };
}
