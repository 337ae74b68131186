import { excerpt, InvalidInput } from "../../kernel/problem.ts";
import type { Recorded } from "../../kernel/recorded.ts";
import type { Appended, EventStore, Position, Write } from "../event-store.ts";
import { expectSound } from "../writes.ts";
import { changedBy, type PostgresListener } from "./listening.ts";
import { isLostRace, namesIn, type PostgresPlace, type PostgresPool, rowsOf } from "./pool.ts";
import { statementsOver } from "./statements.ts";

/** How far readers are behind writers. */
export type PostgresLag = {
  /** Events that are stored, and that no reader is given yet. */
  waiting: number;
  /**
   * Since when the oldest writing transaction is open, anywhere in the cluster: readers wait for it. It is undefined
   * where none is, or where the database does not let this user see it.
   */
  writerSince: string | undefined;
};

export type PostgresStore = EventStore & { lag(): Promise<PostgresLag> };

/**
 * Events in a table of PostgreSQL 13 or later, or of PGlite; `migrate` makes it. Readers stay behind the oldest
 * transaction that is open, so an open writer anywhere in the cluster, also in another database, keeps all of them
 * waiting: nothing is skipped, and everything is late. Set `idle_in_transaction_session_timeout`, and watch `lag`.
 */
export function postgresStore({
  pool,
  schema,
  listener,
  notify = true,
}: PostgresPlace & {
  /** A connection of its own for `changed`. Without it the store has no `changed`. */
  listener?: PostgresListener | undefined;
  /**
   * Whether an append wakes who listens, in any process. It does by default. Without it the same server takes about
   * twice as many appends, because notices go one after the other.
   */
  notify?: boolean;
}): PostgresStore {
  const { table, channel } = namesIn(schema);
  const statements = statementsOver(table, notify ? channel : undefined);
  return {
    async read(stream, { from = 1 } = {}) {
      const rows = await rowsOf(pool, statements.read, stream, String(from));
      return rows.map(({ event }) => eventOf(event));
    },
    async append(writes) {
      expectSound(writes);
      return append(pool, statements, writes);
    },
    async readAll({ after, limit }) {
      const [xid, place] = placeOf(after);
      const rows = await rowsOf(pool, statements.page, xid, place, String(limit));
      return rows.map(({ position, event }) => ({ position: position ?? "", event: eventOf(event) }));
    },
    ...(listener && { changed: changedBy(listener, channel) }),
    async lag() {
      const [row] = await rowsOf(pool, statements.lag);
      return { waiting: Number(row?.waiting), writerSince: row?.writer_since ?? undefined };
    },
  };
}

const attemptsMax = 20;

async function append(
  pool: PostgresPool,
  statements: ReturnType<typeof statementsOver>,
  writes: readonly Write[],
): Promise<Appended> {
  const values = [JSON.stringify(rowsToStore(writes)), JSON.stringify(versionsAskedFor(writes))];
  // A turn that neither stores nor finds an objection was overtaken twice: between the statements all fitted again.
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    if (await isStored(pool, statements.append, values)) return { ok: true };
    const [row] = await rowsOf(pool, statements.objection, ...values);
    if (row?.conflict) {
      const [stream, actualVersion] = JSON.parse(row.conflict) as [string, string];
      return { ok: false, reason: "conflict", stream, actualVersion: Number(actualVersion) };
    }
    if (row?.duplicate) return { ok: false, reason: "duplicate", eventId: row.duplicate };
  }
  throw new Error(`others came before an append ${attemptsMax} times`);
}

async function isStored(pool: PostgresPool, statement: string, values: string[]): Promise<boolean> {
  try {
    const [row] = await rowsOf(pool, statement, ...values);
    return row?.stored !== "0";
  } catch (error) {
    if (isLostRace(error)) return false;
    throw error;
  }
}

function rowsToStore(writes: readonly Write[]) {
  return writes
    .flatMap(({ events }) => events)
    .map((event, place) => {
      const { stream, version, eventId } = event.metadata;
      return { place, stream, version, event_id: eventId, event: JSON.stringify(event) };
    });
}

function versionsAskedFor(writes: readonly Write[]) {
  return writes.map(({ stream, expectedVersion }, place) => ({ place, stream, version: expectedVersion }));
}

function eventOf(text: string | null | undefined): Recorded {
  // It was given as an event, and it comes back as it was given.
  return JSON.parse(text ?? "") as Recorded;
}

function placeOf(position: Position | undefined): [xid: string, place: string] {
  if (position === undefined) return ["0", "-1"];
  const [, xid, place] = /^(\d{1,19}):(\d{1,9})$/.exec(position) ?? [];
  if (xid !== undefined && place !== undefined) return [xid, place];
  throw new InvalidInput([{ field: "after", rule: "position", value: excerpt(position) }]);
}
