import { DamagedEvent } from "../../kernel/errors.ts";
import { excerpt, InvalidInput } from "../../kernel/problem.ts";
import type { Recorded } from "../../kernel/recorded.ts";
import type { Appended, EventStore, Position, Write } from "../event-store.ts";
import { expectSound } from "../writes.ts";

/** What is asked of a database: a `DatabaseSync` of `node:sqlite`, or a `Database` of `better-sqlite3`. */
export type SqliteDatabase = {
  exec(sql: string): unknown;
  prepare(sql: string): SqliteStatement;
};
type SqliteStatement = {
  run(...values: string[]): unknown;
  get(...values: string[]): unknown;
  all(...values: string[]): unknown[];
};

/**
 * Events in a table of a SQLite file, which is made where it is not there. Several processes may have the file open: one
 * writes at a time, the others wait, and readers wait for nobody. The file must be on a disk of this machine.
 */
export function sqliteStore({
  database,
  waitMax = 5_000,
}: {
  /** An open database that nothing else begins a transaction on. */
  database: SqliteDatabase;
  /** How long a writer waits for another, in milliseconds: 5,000. After that an append throws, and stores nothing. */
  waitMax?: number;
}): EventStore {
  begin(database, waitMax);
  const statements = statementsOf(database);
  return {
    async read(stream, { from = 1 } = {}) {
      return rowsOf(statements.read, stream, String(from)).map(eventOf);
    },
    async append(writes) {
      expectSound(writes);
      // One writer at a time, from its look at the versions on. So the order of the rows is that of the commits.
      database.exec("begin immediate");
      try {
        const objection = objectionTo(statements, writes);
        if (objection === undefined) insert(statements, writes);
        database.exec("commit");
        return objection ?? { ok: true };
      } catch (error) {
        rollBack(database);
        throw error;
      }
    },
    async readAll({ after, limit }) {
      const rows = rowsOf(statements.page, placeOf(after), String(limit));
      return rows.map((row) => ({ position: row.position ?? "", event: eventOf(row) }));
    },
  };
}

function begin(database: SqliteDatabase, waitMax: number) {
  database.exec(`pragma busy_timeout = ${Math.trunc(waitMax)}`);
  database.exec("pragma journal_mode = wal");
  // A commit is on the disk when it is answered, also where the power fails.
  database.exec("pragma synchronous = full");
  database.exec(`
    create table if not exists events (
      position integer primary key autoincrement,
      stream text not null,
      version integer not null,
      event_id text not null unique,
      event text not null,
      unique (stream, version)
    ) strict`);
}

type Statements = ReturnType<typeof statementsOf>;

/** Everything that is selected is text, so that it does not matter how a library reads numbers. */
function statementsOf(database: SqliteDatabase) {
  return {
    version: database.prepare(
      "select cast(coalesce(max(version), 0) as text) as version from events where stream = ?",
    ),
    known: database.prepare("select event_id from events where event_id = ?"),
    insert: database.prepare(
      "insert into events (stream, version, event_id, event) values (?, cast(? as integer), ?, ?)",
    ),
    read: database.prepare(`
      select stream, cast(events.version as text) as version, event from events
      where stream = ? and events.version >= cast(? as integer) order by events.version`),
    page: database.prepare(`
      select cast(events.position as text) as position, stream, cast(version as text) as version, event from events
      where events.position > cast(? as integer) order by events.position limit cast(? as integer)`),
  };
}

function objectionTo(
  { version, known }: Statements,
  writes: readonly Write[],
): Extract<Appended, { ok: false }> | undefined {
  for (const { stream, expectedVersion } of writes) {
    const actualVersion = Number(rowsOf(version, stream)[0]?.version);
    if (actualVersion !== expectedVersion) return { ok: false, reason: "conflict", stream, actualVersion };
  }
  for (const { metadata } of writes.flatMap(({ events }) => events))
    if (rowsOf(known, metadata.eventId).length > 0)
      return { ok: false, reason: "duplicate", eventId: metadata.eventId };
  return undefined;
}

function insert({ insert }: Statements, writes: readonly Write[]) {
  for (const event of writes.flatMap(({ events }) => events)) {
    const { stream, version, eventId } = event.metadata;
    insert.run(stream, String(version), eventId, JSON.stringify(event));
  }
}

function rollBack(database: SqliteDatabase) {
  try {
    database.exec("rollback");
  } catch {
    // Some errors end the transaction themselves. What went wrong first is what is thrown.
  }
}

type Row = Readonly<Record<string, string | undefined>>;

function rowsOf(statement: SqliteStatement, ...values: string[]) {
  // Each statement selects texts only.
  return statement.all(...values) as readonly Row[];
}

/** It was given as an event, and it comes back as it was given. */
function eventOf({ stream = "", version, event = "" }: Row): Recorded {
  try {
    return JSON.parse(event) as Recorded;
  } catch {
    const cause = new InvalidInput([{ field: "", rule: "json", value: excerpt(event) }], stream);
    throw new DamagedEvent({ stream, version: Number(version), cause });
  }
}

function placeOf(position: Position | undefined): string {
  if (position === undefined) return "0";
  if (!/^\d{1,16}$/.test(position))
    throw new InvalidInput([{ field: "after", rule: "position", value: excerpt(position) }]);
  return position;
}
