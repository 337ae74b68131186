import { aggregates, type CommandMetadata, commandHandlers, type Recorded, seasonRunner } from "thidua";
import { migrate, postgresStore } from "thidua/postgres";
import { type Addressed, processLedger, systemClock } from "thidua/process";
import {
  awards,
  consequencesOf,
  ledgers,
  openPoints,
  type Projection,
  pledges,
  projection,
  readModel,
  together,
} from "thidua/read";
import { seasonProcesses } from "thidua/season";
import type { EventStore } from "thidua/stores";
import type { Database } from "./database.ts";
import { inBackground, type Report, shownError } from "./in-background.ts";
import { keptAnswers } from "./kept-answers.ts";

export const points = openPoints(seasonProcesses);

/** The names of units, as the blocs call them last. */
const unitNames = projection<Map<string, string>>({
  name: "unit-names",
  version: 1,
  initial: new Map(),
  on: {
    BlocConstituted(names, { members }) {
      for (const { unit, name } of members) names.set(unit, name);
    },
    MemberAdmitted: (names, { unit, name }) => void names.set(unit, name),
    MemberRenamed: (names, { unit, name }) => void names.set(unit, name),
  },
});

/** All that was recorded: it names what a text is about, and tells why something is open. */
const facts: Projection<readonly Recorded[]> = {
  name: "facts",
  version: 1,
  initial: () => [],
  reads: ({ metadata }) => !metadata.stream.startsWith(`${processLedger.name}-`),
  fold: (events, from = []) => [...from, ...events],
};

export type Service = Awaited<ReturnType<typeof openService>>;

/** What one server needs. Any number of servers, here or on other machines, work on one database. */
export async function openService({ pool, listener }: Database, schema: string, report: Report) {
  await migrate({ pool, schema });
  const answers = await keptAnswers(pool, schema);
  const store = postgresStore({ pool, listener, schema });
  const deciders = Object.values(aggregates);
  const handlers = (over: EventStore) => commandHandlers({ store: over, deciders });
  const runner = seasonRunner({
    store,
    handlers: handlers(store),
    processes: seasonProcesses,
    clock: systemClock,
  });
  const lists = readModel({
    store,
    projection: together("lists", { pledges, awards, ledgers, points, unitNames, facts }),
    readers: [...deciders, processLedger],
  });

  // The worker: it goes on with what follows, also with what other servers were asked.
  const working = inBackground({ processes: runner.follow, lists: lists.follow }, { report });
  return {
    store,
    runner,
    lists,
    answers,
    /** What a command would lead to: it is carried out over the store, and forgotten. */
    told: (addressed: Addressed, metadata: CommandMetadata) =>
      consequencesOf(addressed, metadata, { runner, store, handlers, timeLimit: 5_000 }),
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
