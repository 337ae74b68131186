import type { Id } from "../kernel/ids.ts";
import type { Message } from "../kernel/messages.ts";
import type { CommandMetadata, Recorded } from "../kernel/recorded.ts";
import type { Write } from "../stores/event-store.ts";

/**
 * How a command was decided: the events as they are stored, with the version of their stream, or the rejection.
 * `repeated` says that it was carried out before, and these are the events of then.
 */
export type Decided =
  | { ok: true; events: readonly Recorded[]; version: number; repeated?: true }
  | { ok: false; rejection: Message };

type Order = Message & { metadata: CommandMetadata };

/**
 * Carries out the commands of one aggregate, as a command handler does. `trace` gives one more write, of another stream,
 * that is appended together with the events, or alone where there are none; it is asked anew at each attempt. Where the
 * stream of the trace has gone on meanwhile, it is `overtaken`, and nothing is stored.
 */
export type Carrier = {
  (id: Id, command: Order): Promise<Decided>;
  /**
   * A stored event of the aggregate in today's form, without what only a newer version knows.
   * @throws {NewerEvent} for an event or a form that only a newer version knows
   * @throws {DamagedEvent} for an event that has not its form
   */
  known?(stored: Recorded): Recorded;
  traced(
    id: Id,
    command: Order,
    trace: (decided: Decided) => Write,
  ): Promise<Decided | { ok: false; overtaken: true }>;
};
