import type { Instant } from "../kernel/time.ts";
import type { EventStore } from "../stores/event-store.ts";
import { VersionTaken } from "./faults.ts";
import type { LedgerStream } from "./ledger-stream.ts";
import { headOf } from "./log-memory.ts";
import type { AnyProcess } from "./pure-process.ts";

/** Whether a process runs, or stands by because a newer version of it has begun. */
export type Standing = "unknown" | "runs" | "standsBy";

/**
 * Begins this version of a process, unless it has begun or a newer one has. The first version answers from the beginning
 * of the log. A later one goes on with the types that were answered before, and answers those that it adds from the head
 * of the log on, or from the beginning where it says so.
 * @throws {VersionTaken} where the store has other types under the same version
 */
export async function begin({
  process,
  ledger,
  store,
  now,
}: {
  process: AnyProcess;
  ledger: LedgerStream;
  store: EventStore;
  now: () => Instant;
}): Promise<Standing> {
  const { name, version, answers } = process;
  for (;;) {
    await ledger.refresh();
    const state = ledger.state();
    const begun = state.status === "running" ? state : undefined;
    if (begun && begun.version > version) return "standsBy";
    if (begun?.version === version) {
      if (!sameTypes([...begun.since.keys()], answers)) throw new VersionTaken({ process: name, version });
      return "runs";
    }
    const head = begun && process.since !== "beginning" ? await headOf(store) : undefined;
    const since = answers.map((type: string) => {
      const after = begun?.since.has(type) ? begun.since.get(type) : head;
      return { type, ...(after && { after }) };
    });
    const data = { process: name, version, since };
    const envelope = { recordedAt: now(), correlationId: name, causationId: name };
    await ledger.append([{ type: "ProcessBegun", data }], envelope);
  }
}

function sameTypes(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.toSorted().every((type, index) => type === b[index]);
}
