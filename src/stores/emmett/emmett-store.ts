import { excerpt, InvalidInput } from "../../kernel/problem.ts";
import type { Recorded } from "../../kernel/recorded.ts";
import type { Appended, Position, Write } from "../event-store.ts";
import { changedBy, type PostgresListener } from "../postgres/listening.ts";
import { isLostRace, type PostgresPool, rowsOf } from "../postgres/pool.ts";
import type { PostgresStore } from "../postgres/postgres-store.ts";
import { expectSound } from "../writes.ts";
import { carrying, recordedIn } from "./carried.ts";
import { channel, statements } from "./tables.ts";

/**
 * Events in the tables of `@event-driven-io/emmett-postgresql` 0.42, beside those of an Emmett program, which can read
 * them and follow them as its own. `migrate` readies the tables. The connections of the pool must have the
 * `search_path` under which Emmett made them.
 *
 * Each event is there twice: as Emmett keeps it, and as its own text, which is what this store reads. Where Emmett's
 * `jsonb` cannot keep a character (NUL, half a surrogate pair), Emmett's readers find U+FFFD in its place.
 *
 * A stream belongs to this store or to another program: what something else appended to a stream throws `ForeignEvent`
 * when it is read, and is no part of the log. As with `postgresStore`, readers stay behind the oldest open transaction.
 * Of several appends each waits for the one before, so that Emmett's consumers pass over none of their events.
 */
export function emmettStore({
  pool,
  listener,
  notify = true,
}: {
  pool: PostgresPool;
  /** A connection of its own for `changed`. Without it the store has no `changed`. */
  listener?: PostgresListener | undefined;
  /** Whether an append wakes who listens, in any process. It does by default. What Emmett itself appends does not. */
  notify?: boolean;
}): PostgresStore {
  return {
    async read(stream, { from = 1 } = {}) {
      return (await rowsOf(pool, statements.read, stream, String(from))).map(eventIn);
    },
    async append(writes) {
      expectSound(writes);
      return append(pool, JSON.stringify(writes.map(writeFor)), notify);
    },
    async readAll({ after, limit }) {
      const [transaction, place] = placeOf(after);
      const rows = await rowsOf(pool, statements.page, transaction, place, String(limit));
      return rows.map((row) => ({ position: row.position ?? "", event: eventIn(row) }));
    },
    ...(listener && { changed: changedBy(listener, channel) }),
    async lag() {
      const [row] = await rowsOf(pool, statements.lag);
      return { waiting: Number(row?.waiting), writerSince: row?.writer_since ?? undefined };
    },
  };
}

const attemptsMax = 20;

/** What `thidua_append` answers. */
type Answer = { stored: true } | { conflict: string; version: string } | { duplicate: string };

async function append(pool: PostgresPool, writes: string, notify: boolean): Promise<Appended> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const answer = await answered(pool, writes, notify);
    if (answer === undefined) continue;
    if ("stored" in answer) return { ok: true };
    if ("duplicate" in answer) return { ok: false, reason: "duplicate", eventId: answer.duplicate };
    return {
      ok: false,
      reason: "conflict",
      stream: answer.conflict,
      actualVersion: Number(answer.version),
    };
  }
  throw new Error(`others came before an append ${attemptsMax} times`);
}

/** The answer, or undefined where another program came between. */
async function answered(pool: PostgresPool, writes: string, notify: boolean): Promise<Answer | undefined> {
  try {
    const [row] = await rowsOf(pool, statements.append, writes, notify ? channel : "");
    return JSON.parse(row?.answer ?? "") as Answer;
  } catch (error) {
    if (isLostRace(error)) return undefined;
    throw error;
  }
}

function writeFor({ stream, expectedVersion, events }: Write) {
  // As Emmett names the type of a stream.
  const [category, ...rest] = stream.split("-");
  return {
    stream,
    category: category !== "" && rest.length > 0 ? category : "emt:unknown",
    version: String(expectedVersion),
    events: events.map(eventFor),
  };
}

function eventFor(event: Recorded) {
  const { eventId, schemaVersion } = event.metadata;
  return {
    id: eventId,
    type: event.type,
    form: String(schemaVersion),
    data: storable(JSON.stringify(event.data)),
    metadata: storable(JSON.stringify(carrying(event).metadata)),
  };
}

/** JSON without the characters that no `jsonb` can hold. JSON writes them as escapes, and a backslash as two. */
function storable(json: string): string {
  return json.replace(/\\(u0000|ud[89a-f][0-9a-f]{2}|.)/g, (written, code: string) =>
    code.length > 1 ? "\ufffd" : written,
  );
}

function eventIn({ stream, version, id, event }: Awaited<ReturnType<typeof rowsOf>>[number]): Recorded {
  const place = { streamName: stream, streamPosition: version, messageId: id };
  return recordedIn({ type: "", data: {}, metadata: { ...place, thidua: event } });
}

function placeOf(position: Position | undefined): [transaction: string, place: string] {
  if (position === undefined) return ["0", "-1"];
  const [, transaction, place] = /^(\d{1,19}):(\d{1,18})$/.exec(position) ?? [];
  if (transaction !== undefined && place !== undefined) return [transaction, place];
  throw new InvalidInput([{ field: "after", rule: "position", value: excerpt(position) }]);
}
