import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import type { PostgresListener, PostgresPool } from "thidua/postgres";

/** A database of PostgreSQL: a server, or one that runs in this process. */
export type Database = {
  name: string;
  pool: PostgresPool;
  /** A connection of its own, by which the store hears of new events at once. */
  listener: PostgresListener;
  close(): Promise<void>;
};

/** Milliseconds after which a server that hangs is an error, and no request waits for it. */
const timeLimits = {
  connectionTimeoutMillis: 5_000,
  // The server ends a statement of its own accord; where not even the server answers, the client stops waiting.
  statement_timeout: 5_000,
  query_timeout: 6_000,
  idle_in_transaction_session_timeout: 10_000,
};

/** The server at `DATABASE_URL`; without it a PGlite, which keeps everything in memory or, where given, in a folder. */
export async function openDatabase({
  url,
  folder,
}: {
  url?: string | undefined;
  folder?: string | undefined;
}): Promise<Database> {
  if (url === undefined) {
    const database = folder === undefined ? await PGlite.create() : await PGlite.create(folder);
    return { name: "PGlite", pool: database, listener: database, close: () => database.close() };
  }
  const pool = new pg.Pool({ connectionString: url, ...timeLimits });
  const listener = new pg.Client({ connectionString: url });
  await listener.connect();
  // A server that restarts ends its connections. The pool opens new ones; the store asks now and then as well.
  pool.on("error", () => undefined);
  listener.on("error", () => undefined);
  return {
    name: "PostgreSQL",
    pool,
    listener,
    async close() {
      await listener.end();
      await pool.end();
    },
  };
}
