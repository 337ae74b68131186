import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { PledgeCommand } from "../../src/pledge/messages.ts";
import { pledge } from "../../src/pledge/pledge.ts";
import { commandHandler } from "../../src/stores/command-handler.ts";
import type { EventStore } from "../../src/stores/event-store.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { migrate } from "../../src/stores/postgres/migrate.ts";
import type { PostgresPool } from "../../src/stores/postgres/pool.ts";
import { postgresStore } from "../../src/stores/postgres/postgres-store.ts";
import { wholeLog } from "../../src/stores/whole-log.ts";
import { appending } from "./appends.ts";
import type { Bench, Contest } from "./measure.ts";
import { reportAt } from "./reports.ts";

const { create } = PledgeCommand;
const schema = "thidua_bench";
const [before, each, stored] = [9_000, 1_000, 100_000];
/** A contest is run so many times at most. */
const runsMax = 10;

type Place = { name: string; pool: PostgresPool; close: () => Promise<unknown> };

/** A PostgreSQL server where `DATABASE_URL` names one, and PGlite in any case. */
async function places(): Promise<Place[]> {
  const { DATABASE_URL: connectionString } = process.env;
  const database = await PGlite.create();
  const inside: Place = { name: "PGlite", pool: database, close: () => database.close() };
  if (connectionString === undefined) return [inside];
  const pool = new pg.Pool({ connectionString, max: 4 });
  return [{ name: "PostgreSQL", pool, close: () => pool.end() }, inside];
}

/** Reports on one signed pledge, one command after the other. Each call sends `each` more, or to a new pledge. */
function reporting(store: EventStore) {
  const handle = commandHandler({ store, decider: pledge });
  let count = 0;
  const send = async (id: string, command: PledgeCommand) => {
    count += 1;
    const now = new Date("2022-12-01T03:00:00Z");
    const answer = await handle(id, {
      ...command,
      metadata: { now, commandId: `c${count}`, actor: "bench" },
    });
    if (!answer.ok) throw new Error(answer.rejection.type);
    return answer.events.length;
  };
  return {
    async sign(id: string) {
      const goal = { baseline: "0", goal: "1000000", measure: "vụ" };
      await send(
        id,
        create.DraftPledge({ bloc: "noi-chinh", unit: id, season: "2022", dueOn: "2022-12-31" }),
      );
      await send(id, create.PromiseTarget({ target: "cases", name: "Số vụ", goal }));
      await send(id, create.SignPledge({ signatory: { name: "An" }, signedOn: "2022-01-10" }));
    },
    async report(id: string, times: number) {
      let events = 0;
      for (let at = 0; at < times; at += 1)
        events += await send(
          id,
          create.ReportProgress({
            target: "cases",
            value: `${count}`,
            observedOn: "2022-11-30",
            evidence: [],
          }),
        );
      return events;
    },
  };
}

/**
 * L28: a thousand commands on a stream that has 9,000, beside a thousand on one that is new. Each time another stream is
 * taken, so that none gets longer than it is meant to be.
 */
async function commanding(): Promise<Contest> {
  const store = inMemoryStore();
  const { sign, report } = reporting(store);
  const long = Array.from({ length: runsMax }, (_, at) => `long${at}`);
  for (const id of long) {
    await sign(id);
    const stream = `Pledge-${id}`;
    const { length } = await store.read(stream);
    const events = Array.from({ length: before }, (_, at) => reportAt(stream, length + at + 1));
    await store.append([{ stream, expectedVersion: length, events }]);
    // The handler has read the stream.
    await report(id, 1);
  }
  const short = Array.from(long.keys(), (at) => `short${at}`);
  for (const id of short) await sign(id);
  return {
    name: `In memory: 1,000 commands after ${before.toLocaleString("en")}`,
    costMax: 2,
    ours: () => report(long.pop() ?? "none left", each),
    peers: { "on a new one": () => report(short.pop() ?? "none left", each) },
  };
}

/** The whole log as events, beside the plainest reading of the same rows. */
async function loading({ name, pool, close }: Place): Promise<Contest> {
  await pool.query(`drop schema if exists ${schema} cascade`);
  await migrate({ pool, schema });
  const store = postgresStore({ pool, schema });
  for (let stream = 0; stream < stored / each; stream += 1) {
    const events = Array.from({ length: each }, (_, at) => reportAt(`Pledge-p${stream}`, at + 1));
    const answer = await store.append([{ stream: `Pledge-p${stream}`, expectedVersion: 0, events }]);
    if (!answer.ok) throw new Error(answer.reason);
  }
  return {
    name: `${name}: loading ${stored.toLocaleString("en")} events`,
    costMax: 2,
    isOutside: true,
    ours: async () => (await wholeLog(store)).length,
    peers: {
      "select, parse": async () => {
        const text = `select event::text from ${schema}.events order by xid, place`;
        const { rows } = await pool.query(text);
        return (rows as { event: string }[]).map(({ event }) => JSON.parse(event)).length;
      },
    },
    after: async () => {
      await pool.query(`drop schema ${schema} cascade`);
      await close();
    },
  };
}

export const stores: Bench = async () => {
  const contests = [await commanding()];
  for (const place of await places()) contests.push(await loading(place));
  const { DATABASE_URL } = process.env;
  if (DATABASE_URL !== undefined) contests.push(await appending(DATABASE_URL));
  return contests;
};
