import type { Id } from "../kernel/ids.ts";
import type { Follower } from "./follower.ts";
import { contentOfWant } from "./matter-content.ts";
import { isOpenMatter } from "./process.ts";

/**
 * As what a matter is open under its key. A runner of the version in force finds that out itself: it goes on to the end of
 * the log. One that stands by, or that has stopped, does not know it, and believes who saw it.
 */
export async function openUnder(
  one: Follower,
  { key, content }: { key: string; content: Id },
): Promise<Id[]> {
  await one.advance();
  const { process, ledger } = one;
  const state = ledger.state();
  if (state.status === "blank" || one.standing() === "standsBy" || one.halted()) return [content];
  const wants = [...state.wants.values()].flatMap(({ want, claim, outcome }) =>
    claim?.key === key && outcome && isOpenMatter(outcome) ? [contentOfWant(want, outcome)] : [],
  );
  const matters = process.open?.(one.known()) ?? [];
  return [...wants, ...matters.filter((matter) => matter.key === key).map((matter) => matter.content)];
}
