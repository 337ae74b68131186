import type { Recorded } from "../../src/kernel/recorded.ts";

/** A report on a pledge in its envelope, as it is stored. */
export function reportAt(stream: string, version: number): Recorded {
  const data = { target: "cases", value: `${version}`, observedOn: "2022-11-30", evidence: [] };
  const metadata = {
    eventId: `${stream}-${version}`,
    stream,
    version,
    recordedAt: "2022-12-01T03:00:00.000Z",
    actor: "bench",
    correlationId: "bench",
    causationId: "bench",
    commandId: `${stream}-${version}`,
    digest: "2852a60a-888f-5f94-964d-359f50bc124a",
    schemaVersion: 1,
  };
  return { type: "ProgressReported", data, metadata };
}
