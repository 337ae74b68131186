import type { ChairRotationEvent } from "../messages.ts";

type Entry = { position: number; event: ChairRotationEvent };

/** The last place in the log at which each text is said: an id that nothing names any more decides nothing. */
export function lastSaidIn(entries: readonly Entry[]): Map<string, number> {
  const last = new Map<string, number>();
  for (const { position, event } of entries) for (const text of textsIn(event.data)) last.set(text, position);
  return last;
}

/** All texts in a value of plain data and Maps, and so all ids. */
export function textsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === "string") found.add(value);
  else if (value instanceof Map) for (const one of value) textsIn(one, found);
  else if (typeof value === "object" && value !== null)
    for (const one of Object.values(value)) textsIn(one, found);
  return found;
}
