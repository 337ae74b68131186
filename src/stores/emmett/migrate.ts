import type { PostgresPool } from "../postgres/pool.ts";
import { isOurs, lock, orderLock, partition, there } from "./tables.ts";

/**
 * Readies the tables of `@event-driven-io/emmett-postgresql`: two indexes and one function of ours beside Emmett's own.
 * Emmett makes its tables itself, with `schema.migrate()` of its event store, which comes first. Several processes may
 * call this at once, and again. No event may be appended while the indexes are made, so do it at a quiet time where
 * there are many.
 *
 * It throws where there are no tables of Emmett's, where one id is stored twice, and where the events were restored from
 * the dump of another database cluster: the order of the log goes by transaction ids, which count anew there.
 */
export async function migrate({ pool }: { pool: PostgresPool }): Promise<void> {
  // One statement is one transaction, also where the pool gives each statement another connection.
  await pool.query(`
do $migration$ begin
  perform pg_advisory_xact_lock(${lock});
  if to_regclass('emt_messages') is null or to_regclass('emt_streams') is null then
    raise exception 'there are no tables of emmett-postgresql: call schema.migrate() of its event store first';
  end if;
  if exists (select from emt_messages where transaction_id >= pg_snapshot_xmax(pg_current_snapshot())) then
    raise exception 'the events in emt_messages are of another database cluster: transaction ids count anew here';
  end if;
  -- What is unique in a table in partitions is so together with what parts them.
  create unique index if not exists thidua_event_ids
    on emt_messages (message_id, partition, is_archived) where ${isOurs};
  create index if not exists thidua_log on emt_messages (transaction_id, global_position);
  ${appendFunction}
end $migration$`);
}

/**
 * One statement, and so one transaction, for all writes: what is stored, or what stands against it. The streams are
 * locked in one order before anything is looked at, so that of two who begin a stream one sees the other, and two who
 * append to the same streams do not wait for each other. The versions are looked at before the transaction has its id:
 * so a stream is in order also by transactions.
 */
const appendFunction = `
create or replace function thidua_append(writes json, channel text) returns json language plpgsql
-- A plan is kept for as long as a connection: one that was made while the tables were empty reads them from end to end.
set enable_seqscan = off
as $append$
declare
  asked json;
  actual bigint;
  ids text[];
  known text;
begin
  perform pg_advisory_xact_lock(streams.key) from (
    select distinct hashtextextended(one.value ->> 'stream', ${lock}) as key
    from json_array_elements(writes) as one order by 1
  ) as streams;

  for asked in select one.value from json_array_elements(writes) with ordinality as one order by one.ordinality loop
    select coalesce(max(there.stream_position), 0) into actual from emt_streams there
      where there.stream_id = asked ->> 'stream' and ${there};
    if actual <> (asked ->> 'version')::bigint then
      return json_build_object('conflict', asked ->> 'stream', 'version', actual::text);
    end if;
  end loop;

  -- Looked for by the index, in one go: a join would read all messages.
  select array_agg(given.value ->> 'id' order by one.ordinality, given.ordinality) into ids
    from json_array_elements(writes) with ordinality as one,
      json_array_elements(one.value -> 'events') with ordinality as given;
  select there.message_id into known from emt_messages there
    where there.message_id = any (ids) and ${there} and ${isOurs}
    order by array_position(ids, there.message_id) limit 1;
  if known is not null then
    return json_build_object('duplicate', known);
  end if;

  -- Emmett's consumers read on from the highest place that they were given, and in the order of transactions. So ours get
  -- transaction and place one after the other: who got its transaction earlier and its place later hides what is between.
  perform pg_advisory_xact_lock(${orderLock});

  for asked in select one.value from json_array_elements(writes) with ordinality as one order by one.ordinality loop
    perform from (
      select
        array_agg(given.value ->> 'id' order by given.ordinality) as ids,
        array_agg((given.value ->> 'data')::jsonb order by given.ordinality) as datas,
        array_agg((given.value ->> 'metadata')::jsonb order by given.ordinality) as metadatas,
        array_agg(given.value ->> 'form' order by given.ordinality) as forms,
        array_agg(given.value ->> 'type' order by given.ordinality) as types,
        array_agg('E'::text) as kinds
      from json_array_elements(asked -> 'events') with ordinality as given
    ) as rows,
    emt_append_to_stream(rows.ids, rows.datas, rows.metadatas, rows.forms, rows.types, rows.kinds,
      asked ->> 'stream', asked ->> 'category', (asked ->> 'version')::bigint, ${partition}) as done
    where done.success;
    if not found then
      -- A program that does not lock was quicker. Nothing is stored, and all is looked at again.
      raise exception using errcode = '40001', message = 'another program was quicker';
    end if;
  end loop;
  if channel <> '' then
    perform pg_notify(channel, '');
  end if;
  return json_build_object('stored', true);
end $append$;`;
