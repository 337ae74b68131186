import { describe, expect, it } from "vitest";
import { InvalidInput } from "../../../src/kernel/problem.ts";
import { type SqliteDatabase, sqliteStore } from "../../../src/stores/sqlite/sqlite-store.ts";
import { write } from "../../../src/testing/store-contract/trial.ts";

/** A database that does what its statements are told to do, and remembers what was executed. */
function scripted({
  run,
  exec,
  rows = [],
}: {
  run?: () => unknown;
  exec?: (sql: string) => unknown;
  rows?: unknown[];
} = {}) {
  const executed: string[] = [];
  const database: SqliteDatabase = {
    exec(sql) {
      executed.push(sql.trim().split(/\s+/).slice(0, 2).join(" "));
      return exec?.(sql);
    },
    prepare: (sql) => ({
      run: () => run?.(),
      get: () => undefined,
      all: () => (sql.includes("max(version)") ? [{ version: "0" }] : rows),
    }),
  };
  return { store: sqliteStore({ database }), executed };
}

describe("a store over SQLite", () => {
  it("waits for other writers, keeps a write-ahead log, and has its commits on the disk", () => {
    const { executed } = scripted();
    expect(executed).toEqual([
      "pragma busy_timeout",
      "pragma journal_mode",
      "pragma synchronous",
      "create table",
    ]);
  });

  it("has the lock of the writer from the look at the versions to the commit", async () => {
    const { store, executed } = scripted();
    expect(await store.append([write("A-1", 0, "a1")])).toEqual({ ok: true });
    expect(await store.append([write("A-1", 1, "a2")])).toMatchObject({ reason: "conflict" });
    expect(executed.slice(4)).toEqual(["begin immediate", "commit", "begin immediate", "commit"]);
  });

  it("rolls back and throws what went wrong first", async () => {
    const full = new Error("database or disk is full");
    const exec = (sql: string) => {
      if (sql === "rollback") throw new Error("cannot rollback - no transaction is active");
    };
    const run = () => {
      throw full;
    };
    const { store, executed } = scripted({ run, exec });
    await expect(store.append([write("A-1", 0, "a1")])).rejects.toBe(full);
    expect(executed.at(-1)).toBe("rollback");
  });

  it("throws where another writer keeps the lock too long, and rolls nothing back", async () => {
    const busy = new Error("database is locked");
    const exec = (sql: string) => {
      if (sql === "begin immediate") throw busy;
    };
    const { store, executed } = scripted({ exec });
    await expect(store.append([write("A-1", 0, "a1")])).rejects.toBe(busy);
    expect(executed.at(-1)).toBe("begin immediate");
  });

  it("says which event is damaged where its text is no JSON, and does not seem to be away", async () => {
    const { store } = scripted({
      rows: [{ position: "7", stream: "A-1", version: "2", event: '{"type":"Pl' }],
    });
    for (const read of [() => store.read("A-1"), () => store.readAll({ limit: 1 })])
      await expect(read()).rejects.toMatchObject({
        name: "DamagedEvent",
        stream: "A-1",
        version: 2,
        problems: [{ rule: "json", value: '"{\\"type\\":\\"Pl"' }],
      });
  });

  it("refuses a position of another store", async () => {
    const { store } = scripted();
    for (const after of ["", "728:3", "-1", "1e3"])
      await expect(store.readAll({ after, limit: 1 })).rejects.toThrow(InvalidInput);
  });
});
