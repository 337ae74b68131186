import type { Message } from "./messages.ts";
import type { CommandMetadata, Sent } from "./recorded.ts";

/** A command with its metadata, whatever the command is. */
export function sent<C extends Message>(command: C, metadata: CommandMetadata): Sent<C> {
  return { ...command, metadata } as unknown as Sent<C>;
}
