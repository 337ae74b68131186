import type { Event } from "@event-driven-io/emmett";
import pg from "pg";
import { emmettStore } from "../../src/stores/emmett/emmett-store.ts";
import { migrate as migrateEmmett } from "../../src/stores/emmett/migrate.ts";
import type { EventStore } from "../../src/stores/event-store.ts";
import { migrate } from "../../src/stores/postgres/migrate.ts";
import { postgresStore } from "../../src/stores/postgres/postgres-store.ts";
import { emmettDatabase, ownStore } from "../contract/emmett.ts";
import type { Contest } from "./measure.ts";
import { reportAt } from "./reports.ts";

const schema = "thidua_bench_appends";
const [writers, each] = [4, 250];

/** Appends one event to a stream whose version is known. */
type Append = (stream: string, version: number) => Promise<unknown>;

/**
 * One event after the other on the streams of four writers: our store over PostgreSQL with and without notices, the one
 * over Emmett's tables, and Emmett's own, which wakes nobody and does not check that a new stream is new. Each run takes
 * new streams. Nothing is promised: it shows what the checks and the notices cost.
 */
export async function appending(connectionString: string): Promise<Contest> {
  const pool = new pg.Pool({ connectionString, max: writers });
  await pool.query(`drop schema if exists ${schema} cascade`);
  await migrate({ pool, schema });
  const { address, drop } = await emmettDatabase(connectionString, `thidua_bench_${process.pid}`);
  const theirs = ownStore(address);
  await theirs.schema.migrate();
  const beside = new pg.Pool({ connectionString: address, max: writers });
  await migrateEmmett({ pool: beside });
  return {
    name: `PostgreSQL: ${(writers * each).toLocaleString("en")} appends by ${writers} writers`,
    isOutside: true,
    ours: run("a", into(postgresStore({ pool, schema }))),
    peers: {
      "notify: false": run("b", into(postgresStore({ pool, schema, notify: false }))),
      "thidua/emmett": run("c", into(emmettStore({ pool: beside }))),
      "Emmett's own": run("d", (stream, version) =>
        theirs.appendToStream(stream, [reportAt(stream, version + 1) as Event], {
          expectedStreamVersion: version === 0 ? "STREAM_DOES_NOT_EXIST" : BigInt(version),
        }),
      ),
    },
    after: async () => {
      await pool.query(`drop schema ${schema} cascade`);
      await Promise.all([pool.end(), beside.end(), theirs.close()]);
      await drop();
    },
  };
}

const into =
  (store: EventStore): Append =>
  async (stream, version) => {
    const events = [reportAt(stream, version + 1)];
    const answer = await store.append([{ stream, expectedVersion: version, events }]);
    if (!answer.ok) throw new Error(answer.reason);
  };

function run(name: string, append: Append) {
  let runs = 0;
  const write = async (stream: string) => {
    for (let version = 0; version < each; version += 1) await append(stream, version);
    return each;
  };
  return async () => {
    runs += 1;
    const streams = Array.from({ length: writers }, (_, at) => `Pledge-${name}-${runs}-${at}`);
    const written = await Promise.all(streams.map(write));
    return written.reduce((sum, one) => sum + one, 0);
  };
}
