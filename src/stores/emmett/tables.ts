/** Of all advisory locks in a database, the one of these migrations; and what the locks of streams are hashed with. */
export const lock = "7310870142";

/** The one under which events get their transaction and their place in the log. */
export const orderLock = "7310870143";

/** The part of Emmett's tables that its stores write to. */
export const partition = "'emt:default'";

/** What Emmett's own readers see, of `emt_streams` and of `emt_messages`. */
export const there = `there.partition = ${partition} and there.is_archived = false`;

/**
 * Messages that thidua wrote: their metadata has the text of an event, and of one of this stream. Other programs may have
 * streams of their own in the same tables, with a `thidua` of theirs, or with one that they handed on from an event.
 */
export const isOurs = `message_metadata ? 'thidua'
  and jsonb_typeof(message_metadata -> 'thidua') = 'string'
  and message_metadata ->> 'thidua' like '{%"metadata":{%'
  and coalesce(message_metadata ->> 'stream', stream_id) = stream_id`;

/** A process may be woken by it, in any program. */
export const channel = "thidua_emmett";

const row = `there.stream_id as stream, there.stream_position::text as version, there.message_id as id,
  there.message_metadata ->> 'thidua' as event`;

/** The statements over Emmett's tables. Everything that is selected is text. */
export const statements = {
  append: "select thidua_append($1::json, $2::text)::text as answer",

  read: `select ${row} from emt_messages there
where there.stream_id = $1::text and there.stream_position >= $2::bigint and ${there}
order by there.stream_position`,

  /**
   * Behind the oldest transaction that is still open, as Emmett's own readers: what comes before it in the order is all
   * there. The order is by the columns and not by the text of a position.
   */
  page: `
select there.transaction_id::text || ':' || there.global_position::text as position, ${row}
from emt_messages there
where there.transaction_id < pg_snapshot_xmin(pg_current_snapshot())
  and (there.transaction_id, there.global_position) > ($1::text::xid8, $2::bigint)
  and ${there} and ${isOurs}
order by there.transaction_id, there.global_position
limit $3::bigint`,

  lag: `
select
  (select count(*)::text from emt_messages there
    where there.transaction_id >= pg_snapshot_xmin(pg_current_snapshot()) and ${there} and ${isOurs}) as waiting,
  (select to_char(min(xact_start) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    from pg_stat_activity where backend_xid is not null) as writer_since`,
};
