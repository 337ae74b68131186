import * as z from "zod/mini";
import { WholeNumber } from "../kernel/numbers.ts";
import { Digest, digestOf } from "./canonical.ts";

/** The end of a chain over a log: the number of events and the last link. A signature on it covers the whole log. */
export const ChainHead = z.strictObject({ count: WholeNumber, link: Digest });
export type ChainHead = z.infer<typeof ChainHead>;

/** What is wrong with a log: its last events are missing, events were added, or an event (from 1) was altered. */
export type ChainFinding =
  | { type: "LogTruncated"; data: { expected: number; found: number } }
  | { type: "LogExtended"; data: { expected: number; found: number } }
  | { type: "EventAltered"; data: { event: number } }
  /** Some event was altered. Only the links of all events show which one. */
  | { type: "LogAltered"; data: { expected: Digest; found: Digest } };

/** The head of the chain over no events. */
export const chainStart: ChainHead = { count: 0, link: "0".repeat(64) };

/**
 * The head after one more event: SHA-256 of the canonical JSON of `["thidua/link/1", previous link, event]`. So every
 * link depends on all earlier events.
 */
export function chained({ count, link }: ChainHead, event: unknown): ChainHead {
  return { count: count + 1, link: digestOf("thidua/link/1", link, event) };
}

/**
 * The head of the chain over events. Pass them with their envelopes if the signature shall cover these too.
 *
 * @example
 * chainOf([{ type: "BoxClosed" }]).count // 1
 */
export function chainOf(events: Iterable<unknown>): ChainHead {
  let head = chainStart;
  for (const event of events) head = chained(head, event);
  return head;
}

/** The link of every event, in order. */
export function linksOf(events: Iterable<unknown>): Digest[] {
  const links: Digest[] = [];
  let head = chainStart;
  for (const event of events) {
    head = chained(head, event);
    links.push(head.link);
  }
  return links;
}

/**
 * Checks that a log is the one whose head was published. The links alone do not show that the end of a log is cut
 * off; the count does.
 *
 * @param links the links of all events, if known: they show the first event that was altered
 */
export function verifyChain(
  events: readonly unknown[],
  head: ChainHead,
  links: readonly Digest[] = [],
): ChainFinding | undefined {
  const [expected, found] = [head.count, events.length];
  const now = linksOf(events);
  const areTheirs = links.length === expected && links.at(-1) === head.link;
  const altered = areTheirs ? now.findIndex((link, at) => at < expected && link !== links[at]) : -1;
  if (altered >= 0) return { type: "EventAltered", data: { event: altered + 1 } };
  if (found < expected) return { type: "LogTruncated", data: { expected, found } };
  if (found > expected) return { type: "LogExtended", data: { expected, found } };
  const last = now.at(-1) ?? chainStart.link;
  return last === head.link ? undefined : { type: "LogAltered", data: { expected: head.link, found: last } };
}
