import { aggregates, annulRunOffs, commandHandlers, holdRunOffs, nominate, seasonRunner } from "thidua";
import { migrate, postgresStore } from "thidua/postgres";
import { processLedger, systemClock } from "thidua/process";
import { awards, ledgers, pledges, readModel, together } from "thidua/read";
import type { Database } from "./database.ts";
import { inBackground, type Report, shownError } from "./in-background.ts";
import { keptAnswers } from "./kept-answers.ts";

export type Service = Awaited<ReturnType<typeof openService>>;

/** What one server needs. Any number of servers, here or on other machines, work on one database. */
export async function openService({ pool, listener }: Database, schema: string, report: Report) {
  await migrate({ pool, schema });
  const answers = await keptAnswers(pool, schema);
  const store = postgresStore({ pool, listener, schema });
  const deciders = Object.values(aggregates);
  const runner = seasonRunner({
    store,
    handlers: commandHandlers({ store, deciders }),
    // A run-off that is called gets a ballot, and moves together with the one that called it. Whom a certified ballot
    // elects is proposed for the award.
    processes: [annulRunOffs, holdRunOffs, nominate],
    clock: systemClock,
  });
  const lists = readModel({
    store,
    projection: together("lists", { pledges, awards, ledgers }),
    readers: [...deciders, processLedger],
  });

  // The worker: it goes on with what follows, also with what other servers were asked.
  const working = inBackground({ processes: runner.follow, lists: lists.follow }, { report });
  return {
    store,
    runner,
    lists,
    answers,
    /** How far each process has come, and whether the work in the background goes on. */
    status: () => ({
      processes: runner.status().map(({ stopped, ...process }) => ({
        ...process,
        ...(stopped && { stopped: { ...stopped, error: shownError(stopped.error) } }),
      })),
      work: working.status(),
    }),
    stop: working.stop,
  };
}
