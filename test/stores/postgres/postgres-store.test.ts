import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { InvalidInput } from "../../../src/kernel/problem.ts";
import { migrate } from "../../../src/stores/postgres/migrate.ts";
import { postgresStore } from "../../../src/stores/postgres/postgres-store.ts";
import { wholeLog } from "../../../src/stores/whole-log.ts";
import { write } from "../../../src/testing/store-contract/trial.ts";
import { pgliteTrials } from "../../contract/postgres.ts";

const { DATABASE_URL = "" } = process.env;
const noPool = { query: async () => ({ rows: [] }) };

describe("a store over PostgreSQL, of any kind", () => {
  it.each(["", "Season", "a b", 'a"; drop table events; --', "a".repeat(41)])(
    "has no schema %j",
    (schema) => {
      expect(() => postgresStore({ pool: noPool, schema })).toThrow(InvalidInput);
    },
  );

  it("refuses a position of another store", async () => {
    const { readAll } = postgresStore({ pool: noPool });
    for (const after of ["", "7", "7:", "x:1", "7:1:1", "1e3:0"])
      await expect(readAll({ after, limit: 1 })).rejects.toMatchObject({ problems: [{ rule: "position" }] });
  });

  it("throws what the database throws, and appends again where others came before", async () => {
    const codes = ["40001", "40P01", "57P01"];
    const pool = {
      query: async (text: string) => {
        if (!text.includes("insert")) return { rows: [{ conflict: null, duplicate: null }] };
        throw Object.assign(new Error("the database"), { code: codes.shift() });
      },
    };
    await expect(postgresStore({ pool }).append([write("A-1", 0, "a1")])).rejects.toMatchObject({
      code: "57P01",
    });
    expect(codes).toEqual([]);
  });

  it("wakes nobody where it is told so", async () => {
    const texts: string[] = [];
    const query = async (text: string) => {
      texts.push(text);
      return { rows: [{ stored: "1" }] };
    };
    for (const notify of [true, false])
      await postgresStore({ pool: { query }, notify }).append([write("A-1", 0, "a1")]);
    expect(texts.map((text) => text.includes("pg_notify"))).toEqual([true, false]);
  });

  it("gives up where others always come before", async () => {
    const pool = { query: async () => ({ rows: [{ stored: "0", conflict: null, duplicate: null }] }) };
    await expect(postgresStore({ pool }).append([write("A-1", 0, "a1")])).rejects.toThrow(/came before/);
  });
});

describe("a store over PGlite", () => {
  it("says how far its readers are behind, and has no `changed` without a listener", async () => {
    const trials = await pgliteTrials();
    const { pool } = trials;
    await migrate({ pool });
    const store = postgresStore({ pool });
    await store.append([write("A-1", 0, "a1")]);
    expect(await store.lag()).toMatchObject({ waiting: 0 });
    expect("changed" in store).toBe(false);
    await pool.query("update thidua.events set xid = (xid::text::bigint + 1000000)::text::xid8");
    await expect(migrate({ pool })).rejects.toThrow(/another database cluster/);
    await trials.close();
  });
});

if (DATABASE_URL === "") it.skip("a store over a server: DATABASE_URL is not set", () => {});
else describe("a store over a server", () => overServer(DATABASE_URL));

function overServer(connectionString: string) {
  const schema = `store_${process.pid}`;
  const pool = new pg.Pool({ connectionString });
  const store = postgresStore({ pool, schema });
  const ids = async () => (await wholeLog(store)).map(({ metadata }) => metadata.eventId);
  afterAll(async () => {
    await pool.query(`drop schema if exists ${schema} cascade`);
    await pool.end();
  });

  it("skips nothing while a transaction is open between insert and commit, and says for how many it waits", async () => {
    await migrate({ pool, schema });
    const slow = await pool.connect();
    try {
      await slow.query("begin");
      await postgresStore({ pool: slow, schema }).append([write("Slow-1", 0, "slow")]);
      await store.append([write("A-1", 0, "a1")]);
      expect(await ids()).toEqual([]);
      expect(await store.read("A-1")).toHaveLength(1);
      const { waiting, writerSince } = await store.lag();
      expect(waiting).toBe(1);
      expect(writerSince).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    } finally {
      await slow.query("commit");
      slow.release();
    }
    await untilReadable(store);
    expect(await ids()).toEqual(["slow", "a1"]);
  });

  it("does not mind how its user's driver reads numbers, JSON and other types", async () => {
    const strange = new pg.Pool({
      connectionString,
      types: {
        getTypeParser: (oid: number) => (text: string) => (oid === 25 ? text : { oid, text }),
      } as never,
    });
    const other = postgresStore({ pool: strange, schema });
    const [before] = await other.read("A-1");
    expect(before).toEqual((await store.read("A-1"))[0]);
    expect(await other.append([write("A-1", 0, "x")])).toMatchObject({
      reason: "conflict",
      actualVersion: 1,
    });
    expect(await other.append([write("A-1", 1, "a2")])).toEqual({ ok: true });
    await untilReadable(store);
    expect((await other.readAll({ limit: 1 }))[0]?.position).toMatch(/^\d+:\d+$/);
    expect((await other.lag()).waiting).toBeTypeOf("number");
    await strange.end();
  });

  it("appends also where transactions are serializable", async () => {
    const options = "-c default_transaction_isolation=serializable";
    const strict = new pg.Pool({ connectionString, options });
    const serial = postgresStore({ pool: strict, schema });
    const writers = ["S-1", "S-2", "S-3", "S-4"].map((stream) => serial.append([write(stream, 0, stream)]));
    expect(await Promise.all(writers)).toEqual(writers.map(() => ({ ok: true })));
    await strict.end();
  });

  it("wakes whoever listens on another connection, and goes on where that one is gone", async () => {
    const listener = new pg.Client({ connectionString });
    await listener.connect();
    const { changed } = postgresStore({ pool, schema, listener });
    let version = 0;
    await new Promise<void>((woken) => {
      changed?.(woken);
    });
    const end = new Promise<void>((woken) => {
      changed?.(woken);
    });
    await store.append([write("Woken-1", version++, "w1")]);
    await end;
    await listener.end();
    expect(() => postgresStore({ pool, schema, listener }).changed?.(() => {})()).not.toThrow();
  });
}

/** Transactions of other programs may be open in the same cluster. */
async function untilReadable(store: { lag(): Promise<{ waiting: number }> }) {
  while ((await store.lag()).waiting > 0) await pause(5);
}
