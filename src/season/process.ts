import type { Id } from "../kernel/ids.ts";
import type { Message } from "../kernel/messages.ts";
import type { Recorded, StreamName } from "../kernel/recorded.ts";
import type { SeasonEvent } from "./messages.ts";

/** A command, and the aggregate that it is for. */
export type Addressed = { aggregate: string; id: Id; command: Message };

/**
 * A process manager: it reads the events of one aggregate and answers with commands for others. `begin` gives a reader
 * that depends on nothing but the events it has read, so the same events always give the same commands.
 */
export type Process = {
  readonly name: string;
  begin(): (event: Recorded<SeasonEvent>) => readonly Addressed[];
};

/** The aggregate's id in a stream's name: `Ballot-flag-2022` is of `flag-2022`. */
export function idOf(stream: StreamName): Id {
  return stream.slice(stream.indexOf("-") + 1);
}
