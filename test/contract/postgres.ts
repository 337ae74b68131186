import { setTimeout as pause } from "node:timers/promises";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { migrate } from "../../src/stores/postgres/migrate.ts";
import type { PostgresPool } from "../../src/stores/postgres/pool.ts";
import { postgresStore } from "../../src/stores/postgres/postgres-store.ts";
import type { Trials } from "./trials.ts";

const connectionsMax = 20;

/** Stores over a server. Each store object has a pool of its own, and the first one a connection that listens. */
export function postgresTrials(connectionString: string): Trials {
  const pool = new pg.Pool({ connectionString, max: connectionsMax });
  let opened = 0;
  return {
    async makeStore() {
      opened += 1;
      // Runs at the same time have schemas of their own.
      const schema = `contract_${process.pid}_${opened}`;
      const listener = new pg.Client({ connectionString });
      await listener.connect();
      const pools: pg.Pool[] = [];
      const another = () => {
        const own = new pg.Pool({ connectionString, max: 2 });
        pools.push(own);
        return postgresStore({ pool: own, schema });
      };
      const close = async () => {
        await Promise.all(pools.map((own) => own.end()));
        await listener.end();
        await dropped(pool, schema);
      };
      const store = postgresStore({ pool, schema, listener });
      return { store, another, migrate: () => migrate({ pool, schema }), pause: () => pause(2), close };
    },
    close: () => pool.end(),
  };
}

export async function pgliteTrials(): Promise<Trials & { pool: PGlite }> {
  const pool = await PGlite.create();
  let opened = 0;
  return {
    pool,
    async makeStore() {
      opened += 1;
      const schema = `contract_${opened}`;
      return {
        store: postgresStore({ pool, schema, listener: pool }),
        another: () => postgresStore({ pool, schema }),
        migrate: () => migrate({ pool, schema }),
        pause: () => pause(2),
        close: () => dropped(pool, schema),
      };
    },
    close: () => pool.close(),
  };
}

async function dropped(pool: PostgresPool, schema: string) {
  await pool.query("set client_min_messages = error");
  await pool.query(`drop schema if exists "${schema}" cascade`);
}
