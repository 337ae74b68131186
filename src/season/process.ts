import type { Id } from "../kernel/ids.ts";
import type { Message } from "../kernel/messages.ts";
import type { Recorded, StreamName } from "../kernel/recorded.ts";
import type { SeasonEvent } from "./messages.ts";

/** A command, and the aggregate that it is for. */
export type Addressed = { aggregate: string; id: Id; command: Message };

/**
 * A process manager: it reads events of one aggregate and wants commands of others. `begin` gives a reader that
 * remembers what it has read and nothing else, so that the same events always want the same commands.
 */
export type Process = {
  readonly name: string;
  begin(): (event: Recorded<SeasonEvent>) => readonly Addressed[];
};

/** The aggregate's id in a stream's name: `Ballot-flag-2022` is of `flag-2022`. */
export function idOf(stream: StreamName): Id {
  return stream.slice(stream.indexOf("-") + 1);
}
