import * as z from "zod/mini";
import { list } from "./list.ts";
import type { Message } from "./messages.ts";
import { CivilDate } from "./time.ts";

/**
 * The answer to a command, as plain data: the events that it causes, or the reason for the refusal. No events means
 * that all is so already; a refusal is never an empty list.
 */
export type Decision<E extends Message, R extends Message> =
  | { ok: true; events: E[] }
  | { ok: false; rejection: R };

/** The command is allowed and causes `events`. There are none when it changes nothing. */
export function accept<E extends Message>(...events: E[]): { ok: true; events: E[] } {
  return { ok: true, events };
}

/** The command is not allowed; `rejection` is the reason, as data. */
export function reject<R extends Message>(rejection: R): { ok: false; rejection: R } {
  return { ok: false, rejection };
}

/** Refused with `objection`; accepted with `events` where there is no objection. */
export function unless<E extends Message, R extends Message>(
  objection: R | undefined,
  ...events: E[]
): Decision<E, R> {
  return objection === undefined ? accept(...events) : reject(objection);
}

/**
 * The rejections that all aggregates share. Each aggregate spreads them into its own rejections. `status` is the
 * schema of the aggregate's statuses.
 */
export function sharedRejections<const A extends string, St extends z.core.$ZodType<string>>(
  aggregate: A,
  status: St,
) {
  return {
    /** The aggregate has a status in which the command is not allowed; `allowed` are those in which it is. */
    WrongState: { aggregate: z.literal(aggregate), status, allowed: list(status, { min: 1, max: 20 }) },
    /** The date of the fact is after the day on which the fact is recorded. */
    DateInFuture: { date: CivilDate, today: CivilDate },
    /** `date` is before `earliest` or after `latest`. An absent bound means that there is no limit on that side. */
    DateOutside: { date: CivilDate, earliest: z.optional(CivilDate), latest: z.optional(CivilDate) },
  };
}

/** A day is outside its window. Both bounds belong to the window; an absent bound means no limit on that side. */
export type DateOutside = {
  type: "DateOutside";
  data: { date: CivilDate; earliest?: CivilDate; latest?: CivilDate };
};

/** The objection to `date` where it is before `earliest` or after `latest`; else undefined. */
export function objectionToDate(
  date: CivilDate,
  { earliest, latest }: { earliest?: CivilDate | undefined; latest?: CivilDate | undefined },
): DateOutside | undefined {
  const isInside = (earliest === undefined || date >= earliest) && (latest === undefined || date <= latest);
  if (isInside) return undefined;
  const bounds = { ...(earliest !== undefined && { earliest }), ...(latest !== undefined && { latest }) };
  return { type: "DateOutside", data: { date, ...bounds } };
}
