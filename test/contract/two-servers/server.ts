import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { award } from "../../../src/award/award.ts";
import { ballot } from "../../../src/ballot/ballot.ts";
import { pledge } from "../../../src/pledge/pledge.ts";
import { seasonRunner } from "../../../src/process/runner.ts";
import { systemClock } from "../../../src/process/system-clock.ts";
import { nominate } from "../../../src/season/nominate.ts";
import { commandHandlers } from "../../../src/stores/command-handler.ts";
import { postgresStore } from "../../../src/stores/postgres/postgres-store.ts";
import { type Order, planOf, type Size } from "./plan.ts";

/** What the parent gives a server: from which command on each writer goes on. */
export type Assignment = {
  server: number;
  from: readonly number[];
  size: Size;
  schema: string;
  url: string;
  application: string;
};

/** What a server tells its parent: a command is answered, with the ids of its events; none where it was refused. */
export type Told = { writer: number; at: number; commandId: string; events: readonly string[] };

const now = () => new Date("2023-02-01T00:00:00Z");

/** An operating-system process: some writers and a runner over one pool. It ends when its parent ends it. */
process.on("message", (assignment: Assignment) => void serve(assignment));

async function serve({ server, from, size, schema, url, application }: Assignment) {
  const pool = new pg.Pool({ connectionString: url, application_name: application, max: 10 });
  // A connection that is ended while nobody uses it.
  pool.on("error", () => undefined);
  const store = postgresStore({ pool, schema });
  const handlers = commandHandlers({ store, deciders: [award, ballot, pledge] });
  const runner = seasonRunner({ store, handlers, processes: [nominate], clock: systemClock });
  void runner.follow({ signal: new AbortController().signal });

  const send = async ({ aggregate, id, commandId, command }: Order): Promise<readonly string[]> => {
    const metadata = { now: now(), commandId, actor: "office" };
    for (;;)
      try {
        const answer = await handlers.get(aggregate)?.(id, { ...command, metadata });
        return answer?.ok ? answer.events.map((event) => event.metadata.eventId) : [];
      } catch {
        // Its connection was ended, before the command or after it: it is sent again under its id.
        await pause(5 + Math.random() * 20);
      }
  };
  const write = async (writer: number) => {
    const plan = planOf(server, writer, size);
    for (const [at, order] of plan.entries()) {
      if (at < (from[writer] ?? 0)) continue;
      const told: Told = { writer, at, commandId: order.commandId, events: await send(order) };
      process.send?.(told);
    }
  };
  await Promise.all(Array.from({ length: size.writers }, (_, writer) => write(writer)));
  process.send?.("written");
}
