import { derivedId, type Id } from "../kernel/ids.ts";

/**
 * The id of what a process wants of an event, by its place in the stored list: it is the id of the command that carries
 * it out. It is made of ids alone, and so survives an export.
 */
export function wantId(process: Id, { event, index }: { event: Id; index: number }): Id {
  return derivedId("want", process, event, String(index));
}
