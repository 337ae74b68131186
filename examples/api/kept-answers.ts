import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { PostgresPool } from "thidua/postgres";

/** The same may be sent again after `retryAfter` seconds, where there is one: such an answer is not kept. */
export type Answer = { status: number; type: string; body: string; retryAfter?: number };

/** What was asked under an `Idempotency-Key`: the same key with something else is a fault of the sender. */
export type KeyedRequest = { key: string; actor: string; path: string; body: string };

/** Whether the key is ours now, or was used for another request, or its request is at work; else the answer of then. */
export type Reserved = "ours" | "ofAnother" | "atWork" | Answer;

/** Answers by `Idempotency-Key`, for 24 hours: a request that comes again gets the same answer, word for word. */
export type KeptAnswers = {
  /**
   * Takes the key for a request before it is carried out: of two that come at once, one gets it. The same request waits
   * for the answer of the first, as if it had come later.
   */
  reserve(asked: KeyedRequest): Promise<Reserved>;
  /** Keeps the answer to a request, and gives the one that counts: events that are stored go before a refusal. */
  keep(asked: KeyedRequest, answer: Answer): Promise<Answer>;
  /** There is no answer to keep: the same request may be carried out again at once, and no other under its key. */
  giveBack(asked: KeyedRequest): Promise<void>;
};

/**
 * The library carries out a command once, whatever is kept here. But it stores nothing about a refusal, and decides anew
 * when the command comes again: whoever wants the same words twice needs this table.
 *
 * The same request waits up to `waitsFor` milliseconds: who clicks twice sees twice that it is done, and no fault. A
 * reservation without an answer after `holdsFor` is of a server that died, and the same request takes it over. What that
 * server had stored, the library gives again.
 */
export async function keptAnswers(
  pool: PostgresPool,
  schema: string,
  { waitsFor = 5_000, holdsFor = 30_000 } = {},
): Promise<KeptAnswers> {
  const table = `"${schema}".requests`;
  await pool.query(creating(table));
  const { take, find, keep, giveBack, forget } = statementsOver(table);
  const answerOf = ({ status, type, body }: Row): Answer | undefined =>
    status === null ? undefined : { status: Number(status), type: type ?? "", body: body ?? "" };

  async function rowsOf(text: string, asked: KeyedRequest, ...more: string[]): Promise<Row[]> {
    const { rows } = await pool.query(text, [asked.key, asked.actor, ...more]);
    return rows as Row[];
  }

  return {
    async reserve(asked) {
      const request = fingerprint(asked);
      const late = Date.now() + waitsFor;
      for (let milliseconds = 25; ; milliseconds = Math.min(2 * milliseconds, 400)) {
        const [taken] = await rowsOf(take, asked, request, `${holdsFor}`);
        if (taken) return "ours";
        const [row] = await rowsOf(find, asked);
        if (row && row.request !== request) return "ofAnother";
        const answer = row && answerOf(row);
        if (answer) return answer;
        if (Date.now() >= late) return "atWork";
        await pause(milliseconds);
      }
    },
    async keep(asked, { status, type, body }) {
      const request = fingerprint(asked);
      await pool.query(forget);
      await rowsOf(keep, asked, request, `${status}`, type, body);
      const [row] = await rowsOf(find, asked);
      return (row?.request === request && answerOf(row)) || { status, type, body };
    },
    async giveBack(asked) {
      await rowsOf(giveBack, asked, fingerprint(asked));
    },
  };
}

type Row = { request: string; status: string | null; type: string | null; body: string | null };

/** Two servers that start at once do not both make it: `if not exists` alone lets one of them fail. */
const creating = (table: string) => `do $$ begin
  perform pg_advisory_xact_lock(hashtext('${table}'));
  create table if not exists ${table} (
    key text not null, actor text not null, request text not null,
    reserved_at timestamptz not null default now(), held_until timestamptz not null,
    status text, type text, body text, primary key (key, actor));
end $$`;

const statementsOver = (table: string) => ({
  take: `insert into ${table} as there (key, actor, request, held_until)
    values ($1, $2, $3, now() + $4::bigint * interval '1 millisecond')
    on conflict (key, actor) do update set request = excluded.request, reserved_at = excluded.reserved_at,
      held_until = excluded.held_until, status = null, type = null, body = null
    where there.reserved_at <= now() - interval '24 hours'
      or (there.status is null and there.request = excluded.request and there.held_until <= now())
    returning request`,
  find: `select request, status, type, body from ${table} where key = $1 and actor = $2`,
  keep: `update ${table} set status = $4::text, type = $5, body = $6
    where key = $1 and actor = $2 and request = $3
      and (status is null or (status <> '200' and $4::text = '200'))`,
  giveBack: `update ${table} set held_until = now()
    where key = $1 and actor = $2 and request = $3 and status is null`,
  forget: `delete from ${table} where reserved_at <= now() - interval '24 hours'`,
});

const fingerprint = ({ path, body }: KeyedRequest): string =>
  createHash("sha256")
    .update(JSON.stringify([path, body]))
    .digest("hex");
