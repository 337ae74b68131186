import { createHash } from "node:crypto";
import type { PostgresPool } from "thidua/postgres";

export type Answer = { status: number; type: string; body: string };

/** What was asked under an `Idempotency-Key`: the same key with something else is a fault of the sender. */
export type Asked = { key: string; actor: string; path: string; body: string };

type Kept = Answer & { isSameRequest: boolean };

/** Answers by `Idempotency-Key`, for 24 hours: a request that comes again gets the same answer, word for word. */
export type KeptAnswers = {
  find(asked: Asked): Promise<Kept | undefined>;
  /** Keeps an answer. Where another server kept one first, that is the answer. */
  keep(asked: Asked, answer: Answer): Promise<Answer>;
};

/**
 * The library carries out a command once, whatever is kept here. But it stores nothing about a refusal, and decides anew
 * when the command comes again: whoever wants the same words twice needs this table.
 */
export async function keptAnswers(pool: PostgresPool, schema: string): Promise<KeptAnswers> {
  const table = `"${schema}".answers`;
  // Two servers that start at once do not both make it: `if not exists` alone lets one of them fail.
  await pool.query(`do $$ begin
    perform pg_advisory_xact_lock(hashtext('${schema}.answers'));
    create table if not exists ${table} (
      key text not null, actor text not null, request text not null,
      status text not null, type text not null, body text not null,
      kept_at timestamptz not null default now(), primary key (key, actor));
  end $$`);

  async function find(asked: Asked): Promise<Kept | undefined> {
    const text = `select request, status, type, body from ${table}
      where key = $1 and actor = $2 and kept_at > now() - interval '24 hours'`;
    const { rows } = await pool.query(text, [asked.key, asked.actor]);
    const [row] = rows as Record<"request" | "status" | "type" | "body", string>[];
    if (!row) return undefined;
    const { request, status, type, body } = row;
    return { status: Number(status), type, body, isSameRequest: request === fingerprint(asked) };
  }

  return {
    find,
    async keep(asked, answer) {
      const { key, actor } = asked;
      await pool.query(`delete from ${table} where kept_at <= now() - interval '24 hours'`);
      const text = `insert into ${table} (key, actor, request, status, type, body)
        values ($1, $2, $3, $4, $5, $6) on conflict do nothing`;
      await pool.query(text, [key, actor, fingerprint(asked), `${answer.status}`, answer.type, answer.body]);
      return (await find(asked)) ?? answer;
    },
  };
}

const fingerprint = ({ path, body }: Asked): string =>
  createHash("sha256")
    .update(JSON.stringify([path, body]))
    .digest("hex");
