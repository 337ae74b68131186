import { namesIn, type PostgresPlace } from "./pool.ts";

/** Of all advisory locks in a database, the one of these migrations. */
const lock = "7310870141";

/**
 * Makes the schema and the table where they are not there. Several processes may call it at once, and again.
 *
 * It throws where the events were restored from the dump of another database cluster: the order of the log goes by
 * transaction ids, which count anew there. Export such a log with `toJsonLines`, and append it to an empty store.
 */
export async function migrate({ pool, schema: given }: PostgresPlace): Promise<void> {
  const { schema, table } = namesIn(given);
  // One statement is one transaction, also where the pool gives each statement another connection.
  await pool.query(`
do $migration$ begin
  perform pg_advisory_xact_lock(${lock});
  if to_regnamespace('"${schema}"') is null then
    create schema "${schema}";
  end if;
  if to_regclass('${table}') is null then
    create table ${table} (
      stream text collate "C" not null,
      version bigint not null check (version > 0),
      event_id text collate "C" not null unique,
      -- The order of the log: by transaction, and in it by the place in the append.
      xid xid8 not null default pg_current_xact_id(),
      place integer not null,
      -- Not jsonb, which sorts keys and loses what a number looked like.
      event json not null,
      primary key (stream, version),
      unique (xid, place)
    );
  end if;
  if exists (select from ${table} where xid >= pg_snapshot_xmax(pg_current_snapshot())) then
    raise exception 'the events in ${table} are of another database cluster: transaction ids count anew here';
  end if;
end $migration$`);
}
