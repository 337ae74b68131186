import * as z from "zod";
import type { Message } from "./messages.ts";
import { CivilDate } from "./time.ts";

/**
 * The answer to a command, as plain data: the events that it causes, or the reason why not. No events means
 * that all is so already; a refusal is never an empty list.
 */
export type Decision<E extends Message, R extends Message> =
  | { ok: true; events: E[] }
  | { ok: false; rejection: R };

/** The command is allowed and causes `events`; none when it changes nothing. */
export function accept<E extends Message>(...events: E[]): { ok: true; events: E[] } {
  return { ok: true, events };
}

/** The command is not allowed, and `rejection` says in data what stands against it. */
export function reject<R extends Message>(rejection: R): { ok: false; rejection: R } {
  return { ok: false, rejection };
}

/** Refused with `objection`, or accepted with `events` where nothing stands against the command. */
export function unless<E extends Message, R extends Message>(
  objection: R | undefined,
  ...events: E[]
): Decision<E, R> {
  return objection === undefined ? accept(...events) : reject(objection);
}

/**
 * The rejections that all aggregates share, to be spread into the words of each: `status` is the schema of the
 * aggregate's statuses.
 */
export function sharedRejections<const A extends string, St extends z.ZodType<string>>(
  aggregate: A,
  status: St,
) {
  return {
    /** The command does not go with the status of the aggregate: it asks for one of `allowed`. */
    WrongState: { aggregate: z.literal(aggregate), status, allowed: z.array(status).max(20) },
    /** The fact is dated after the day on which it is being recorded. */
    DateInFuture: { date: CivilDate, today: CivilDate },
    /** `date` is before `earliest` or after `latest`; a bound that is absent does not exist. */
    DateOutside: { date: CivilDate, earliest: CivilDate.optional(), latest: CivilDate.optional() },
  };
}

/** The rejection of a day outside its window; both bounds are within, and one that is absent does not exist. */
export type DateOutside = {
  type: "DateOutside";
  data: { date: CivilDate; earliest?: CivilDate; latest?: CivilDate };
};

/** What stands against `date`: it is before `earliest` or after `latest`. */
export function objectionToDate(
  date: CivilDate,
  { earliest, latest }: { earliest?: CivilDate | undefined; latest?: CivilDate | undefined },
): DateOutside | undefined {
  const isInside = (earliest === undefined || date >= earliest) && (latest === undefined || date <= latest);
  if (isInside) return undefined;
  const bounds = { ...(earliest !== undefined && { earliest }), ...(latest !== undefined && { latest }) };
  return { type: "DateOutside", data: { date, ...bounds } };
}
