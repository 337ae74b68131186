import type { Id } from "../kernel/ids.ts";
import type { Message } from "../kernel/messages.ts";
import type { CommandMetadata, Recorded } from "../kernel/recorded.ts";
import type { Write } from "../stores/event-store.ts";

/** How a command was decided: the events as they are stored, or the rejection. */
export type Decided = { ok: true; events: readonly Recorded[] } | { ok: false; rejection: Message };

/**
 * Carries out the commands of one aggregate. `trace` gives one more write, of another stream, that is appended together
 * with the events, or alone where there are none; it is asked anew at each attempt. Where the stream of the trace has
 * gone on meanwhile, nothing is stored and the answer is `trace`.
 */
export type Carrier = {
  carry(
    id: Id,
    command: Message & { metadata: CommandMetadata },
    options?: { trace?: (decided: Decided) => Write },
  ): Promise<Decided | { ok: false; reason: "trace" }>;
};
