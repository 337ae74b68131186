import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { build } from "esbuild";
import pg from "pg";
import { award } from "../../../src/award/award.ts";
import { ballot } from "../../../src/ballot/ballot.ts";
import { conference } from "../../../src/conference/conference.ts";
import { pledge } from "../../../src/pledge/pledge.ts";
import { seasonRunner } from "../../../src/process/runner.ts";
import { systemClock } from "../../../src/process/system-clock.ts";
import { follow } from "../../../src/read/follow.ts";
import { nominate } from "../../../src/season/nominate.ts";
import { commandHandlers } from "../../../src/stores/command-handler.ts";
import type { EventStore, Placed } from "../../../src/stores/event-store.ts";
import { migrate } from "../../../src/stores/postgres/migrate.ts";
import { postgresStore } from "../../../src/stores/postgres/postgres-store.ts";
import { wholeLog } from "../../../src/stores/whole-log.ts";
import { root } from "../../support/packed.ts";
import type { Trial } from "./audit.ts";
import { fleet } from "./fleet.ts";
import { prepared, type Size } from "./plan.ts";

const metadata = (commandId: string) => ({
  now: new Date("2023-02-01T00:00:00Z"),
  commandId,
  actor: "office",
});

/**
 * Two operating-system processes write to one database, each with some writers and a runner. Their connections, those of
 * a subscriber, and now and then a whole process are ended at random, until all commands are answered.
 */
export async function playedOn(url: string, size: Size): Promise<Trial> {
  const schema = `two_servers_${process.pid}`;
  const application = `thidua ${schema}`;
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  const store = postgresStore({ pool, schema });
  await migrate({ pool, schema });
  const handlers = commandHandlers({ store, deciders: [award, ballot, conference, pledge] });
  for (const { aggregate, id, commandId, command } of prepared(size)) {
    const answer = await handlers.get(aggregate)?.(id, { ...command, metadata: metadata(commandId) });
    if (!answer?.ok) throw new Error(`${commandId} is refused`);
  }
  const subscribed = subscriber(url, { schema, application });
  const servers = fleet({ program: await bundled(), size, place: { schema, url, application } });
  const trouble = troubling(pool, application, servers.kill);
  try {
    await servers.finished;
    const connections = await trouble.end();
    await allFollowed(store, handlers);
    servers.end();
    const log = await wholeLog(store);
    await subscribed.reached(log.at(-1)?.metadata.eventId);
    const seen = await subscribed.end();
    return { size, log, seen, answers: servers.answers, connections, kills: servers.kills() };
  } finally {
    servers.end();
    await trouble.end();
    await subscribed.end();
    await pool.query(`set client_min_messages = error; drop schema if exists "${schema}" cascade`);
    await pool.end();
  }
}

/** A server begins at once, so that one that was killed is soon back. */
async function bundled(): Promise<string> {
  const outfile = join(root, "node_modules/.cache/contract/server.mjs");
  await build({
    entryPoints: [join(root, "test/contract/two-servers/server.ts")],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
  return outfile;
}

/** A third runner waits until the processes have passed the whole log. */
async function allFollowed(store: EventStore, handlers: ReturnType<typeof commandHandlers>) {
  const runner = seasonRunner({ store, handlers, processes: [nominate], clock: systemClock });
  const command = {
    type: "DraftPledge",
    data: { bloc: "b", unit: "last", season: "2022", dueOn: "2022-12-31" },
  };
  const sent = await runner.send({ aggregate: "Pledge", id: "last", command }, metadata("last"), {
    timeLimit: 120_000,
  });
  if (!sent.complete) throw new Error("the processes do not come to the end of the log");
}

/** Ends connections all the time, and a whole server every now and then. */
function troubling(pool: pg.Pool, application: string, kill: (server: number) => void) {
  let [isOver, connections] = [false, 0];
  const text = `select pg_terminate_backend(pid) as ended from pg_stat_activity
    where application_name = $1 order by random() limit 1`;
  const work = (async () => {
    for (let round = 1; !isOver; round += 1) {
      await pause(40 + Math.random() * 120);
      const { rows } = await pool.query<{ ended: boolean }>(text, [application]);
      connections += rows.filter(({ ended }) => ended).length;
      if (round % 25 === 0) kill(Math.random() < 0.5 ? 0 : 1);
    }
  })();
  return {
    async end() {
      isOver = true;
      await work;
      return connections;
    },
  };
}

/** A reader that loses its connection like all others, and begins again after the last page that it kept. */
function subscriber(url: string, { schema, application }: { schema: string; application: string }) {
  const pool = new pg.Pool({ connectionString: url, application_name: application, max: 1 });
  pool.on("error", () => undefined);
  const store = postgresStore({ pool, schema });
  const kept: Placed[] = [];
  const ending = new AbortController();
  const { signal } = ending;
  const work = (async () => {
    while (!signal.aborted) {
      const [after, life] = [kept.at(-1)?.position, new AbortController()];
      const dies = AbortSignal.any([signal, life.signal]);
      const handle = (page: readonly Placed[]) => {
        if (dies.aborted) return;
        kept.push(...page);
        if (Math.random() < 0.02) life.abort();
      };
      await follow({ store, after, signal: dies, handle, limit: 200 });
    }
  })();
  return {
    async reached(eventId: string | undefined) {
      for (let tries = 0; kept.at(-1)?.event.metadata.eventId !== eventId; tries += 1) {
        if (tries > 600) throw new Error("the subscriber does not come to the end of the log");
        await pause(100);
      }
    },
    async end() {
      ending.abort();
      await work;
      await pool.end().catch(() => undefined);
      return kept.map(({ event }) => event);
    },
  };
}
