import type { AnyDecider } from "../../../src/kernel/decider.ts";
import type { Recorded } from "../../../src/kernel/recorded.ts";
import { auditProcess, type Breach, type Versions } from "./audit-process.ts";

/**
 * What a whole log says of the laws of the runner. It reads the log alone and shares no code with the runner: an audit
 * that makes the runner's mistakes agrees with them.
 */
export function audit(
  log: readonly Recorded[],
  { versions, deciders, isQuiet }: { versions: Versions; deciders: readonly AnyDecider[]; isQuiet: boolean },
): Breach[] {
  const breaches: Breach[] = [...auditIds(log)];
  for (const [name, byVersion] of versions)
    breaches.push(...auditProcess(log, { name, byVersion, deciders, isQuiet }));
  return breaches;
}

/** L1, L15: versions without a gap, ids once, and the events of a command in one stream and in one append. */
function auditIds(log: readonly Recorded[]): Breach[] {
  const breaches: Breach[] = [];
  const next = new Map<string, number>();
  const ids = new Set<string>();
  const ends = new Map<string, { stream: string; version: number }>();
  for (const { metadata } of log) {
    const { stream, version, eventId, commandId } = metadata;
    if (version !== (next.get(stream) ?? 1)) breaches.push({ law: "L1", text: `${stream} ${version}` });
    next.set(stream, version + 1);
    if (ids.has(eventId)) breaches.push({ law: "L1", text: `${eventId} comes twice` });
    ids.add(eventId);
    const end = ends.get(commandId);
    if (end && (end.stream !== stream || end.version !== version - 1))
      breaches.push({ law: "L15", text: `${commandId} in ${stream} and in ${end.stream}` });
    ends.set(commandId, { stream, version });
  }
  return breaches;
}
