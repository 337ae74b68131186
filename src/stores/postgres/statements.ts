/** The statements over one table. Everything that is selected is text. Without a channel nobody is told of an append. */
export function statementsOver(table: string, channel: string | undefined) {
  const given = `json_to_recordset($1::json)
    as given(place integer, stream text, version bigint, event_id text, event text)`;
  const asked = "json_to_recordset($2::json) as asked(place integer, stream text, version bigint)";
  const actual = `(select coalesce(max(there.version), 0) from ${table} there where there.stream = asked.stream)`;
  const isKnown = `there.event_id = any (array(select given.event_id from ${given}))`;
  const told =
    channel === undefined
      ? ""
      : `, (case when count(*) > 0 then pg_notify('${channel}', '') end)::text as told`;

  return {
    /**
     * All writes in one statement, whose snapshot the versions are compared in. What others commit meanwhile meets the
     * keys. The rows go in by stream, so that two who append to the same streams do not wait for each other.
     */
    append: `
with stored as (
  insert into ${table} (stream, version, event_id, place, event)
  select given.stream, given.version, given.event_id, given.place, given.event::json from ${given}
  where not exists (select from ${asked} where asked.version <> ${actual})
    and not exists (select from ${table} there where ${isKnown})
  order by given.stream, given.version
  returning place
)
select count(*)::text as stored${told} from stored`,

    /** What stands against these writes now: the first stream at another version, then the first known id. */
    objection: `
select
  (select json_build_array(asked.stream, ${actual}::text)::text from ${asked}
    where asked.version <> ${actual} order by asked.place limit 1) as conflict,
  (select given.event_id from ${given}
    where exists (select from ${table} there where there.event_id = given.event_id)
    order by given.place limit 1) as duplicate`,

    read: `select events.event::text as event from ${table} events
where events.stream = $1::text and events.version >= $2::bigint order by events.version`,

    /**
     * Behind the oldest transaction that is still open: what comes before it in the order is all there. The order is by
     * the columns and not by the text of a position.
     */
    page: `
select events.xid::text || ':' || events.place::text as position, events.event::text as event
from ${table} events
where events.xid < pg_snapshot_xmin(pg_current_snapshot())
  and (events.xid, events.place) > ($1::text::xid8, $2::integer)
order by events.xid, events.place
limit $3::bigint`,

    lag: `
select
  (select count(*)::text from ${table} events
    where events.xid >= pg_snapshot_xmin(pg_current_snapshot())) as waiting,
  (select to_char(min(xact_start) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    from pg_stat_activity where backend_xid is not null) as writer_since`,
  };
}
