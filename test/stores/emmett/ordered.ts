import type { CommandMetadata } from "../../../src/kernel/recorded.ts";

/** A command with the metadata that it comes with. */
export function ordered<C extends object>(command: C, commandId: string): C & { metadata: CommandMetadata } {
  return { ...command, metadata: { now: new Date("2023-01-09T07:30:00Z"), commandId, actor: "office" } };
}
