import { setTimeout as pause } from "node:timers/promises";
import { PGlite } from "@electric-sql/pglite";
import { getPostgreSQLEventStore } from "@event-driven-io/emmett-postgresql";
import pg from "pg";
import { emmettStore } from "../../src/stores/emmett/emmett-store.ts";
import { migrate } from "../../src/stores/emmett/migrate.ts";
import type { Trials } from "./trials.ts";

const connectionsMax = 20;

/** Emmett's own event store. Its pools are by address, and closing one closes it for all. */
export const ownStore = (connectionString: string) => getPostgreSQLEventStore(connectionString);

/**
 * A database of its own: Emmett makes none of its functions where another schema of the same database has them. Each
 * case has its schema alone, one after the other.
 */
export async function emmettDatabase(connectionString: string, name: string) {
  const server = new pg.Pool({ connectionString, max: 1 });
  await server.query(`drop database if exists "${name}" with (force)`);
  await server.query(`create database "${name}"`);
  const address = new URL(connectionString);
  address.pathname = `/${name}`;
  return {
    address: String(address),
    async drop() {
      // Closing takes a moment longer than it says, and who is cut off then throws outside any test.
      while ((await server.query("select from pg_stat_activity where datname = $1", [name])).rowCount)
        await pause(5);
      await server.query(`drop database "${name}"`);
      await server.end();
    },
  };
}

/** Stores over a server, beside Emmett's own. Each store object has a pool of its own, and the first one that listens. */
export async function emmettTrials(connectionString: string): Promise<Trials> {
  const { address, drop } = await emmettDatabase(connectionString, `thidua_emmett_${process.pid}`);
  const pool = new pg.Pool({ connectionString: address, max: connectionsMax });
  return {
    async makeStore() {
      await pool.query("set client_min_messages = error; drop schema public cascade; create schema public");
      const listener = new pg.Client({ connectionString: address });
      await listener.connect();
      const pools: pg.Pool[] = [];
      const another = () => {
        const own = new pg.Pool({ connectionString: address, max: 2 });
        pools.push(own);
        return emmettStore({ pool: own });
      };
      const emmett = ownStore(address);
      return {
        store: emmettStore({ pool, listener }),
        another,
        async migrate() {
          await emmett.schema.migrate();
          await migrate({ pool });
        },
        pause: () => pause(2),
        async close() {
          await Promise.all([...pools.map((own) => own.end()), listener.end(), emmett.close()]);
        },
      };
    },
    async close() {
      await pool.end();
      await drop();
    },
  };
}

/** The statements by which Emmett makes its tables. It asks no server for them. */
const emmettTables = () => ownStore("postgres://127.0.0.1/none").schema.sql();

/** The same tables in PGlite: for machines without a server. */
export async function emmettPgliteTrials(): Promise<Trials & { pool: PGlite }> {
  const pool = await PGlite.create();
  return {
    pool,
    async makeStore() {
      await pool.exec("set client_min_messages = error; drop schema public cascade; create schema public");
      return {
        store: emmettStore({ pool, listener: pool }),
        another: () => emmettStore({ pool }),
        async migrate() {
          await pool.exec(emmettTables());
          await migrate({ pool });
        },
        pause: () => pause(2),
      };
    },
    close: () => pool.close(),
  };
}
