import { derivedId, type Id } from "../kernel/ids.ts";
import type { Message } from "../kernel/messages.ts";
import type { CommandMetadata, Recorded } from "../kernel/recorded.ts";
import { answer as answerOf } from "../process/answer.ts";
import { UnknownAggregate } from "../process/faults.ts";
import type { Addressed } from "../process/messages.ts";
import type { AnyProcess } from "../process/pure-process.ts";
import type { SeasonEvent } from "./messages.ts";

/** Carries out the commands of one aggregate: a command handler of a store. */
export type Handler = (
  id: Id,
  command: Message & { metadata: CommandMetadata },
) => Promise<{ ok: true; events: readonly Recorded[] } | { ok: false; rejection: Message }>;

/** A command that was carried out, and its result. */
export type Carried = Addressed & {
  /** The process that gave the command; absent for a command that was sent. */
  process?: string;
  events: readonly Recorded[];
  rejection?: Message;
};

/**
 * Runs a season: carries out a command, lets the processes read the new events, carries out the commands of the
 * processes, and so on until there are no more. The id of such a command is derived from the event that it answers, so
 * running again, from the beginning or after a crash, adds nothing twice.
 */
export function seasonRunner({
  handlers,
  processes,
}: {
  handlers: ReadonlyMap<string, Handler>;
  processes: readonly AnyProcess[];
}) {
  const readers = processes.map((process) => ({ name: process.name, read: reader(process) }));
  const seen = new Set<Id>();
  /** The commands still to be carried out, by the event that they answer. They are kept when a handler fails. */
  const unanswered = new Map<Id, readonly (Addressed & { process: string; index: number })[]>();

  async function carry(
    wanted: Addressed & { process?: string },
    metadata: CommandMetadata,
  ): Promise<Carried[]> {
    const handle = handlers.get(wanted.aggregate);
    if (!handle) throw new UnknownAggregate(wanted.aggregate);
    const result = await handle(wanted.id, { ...wanted.command, metadata });
    if (!result.ok) return [{ ...wanted, events: [], rejection: result.rejection }];
    const consequences = await answer(result.events, metadata.now);
    return [{ ...wanted, events: result.events }, ...consequences];
  }

  async function answer(events: readonly Recorded[], now: Date): Promise<Carried[]> {
    // All events are read before any is answered: in the order of the store, even when commands are sent in parallel.
    for (const event of events) readOnce(event);
    const carried: Carried[] = [];
    for (const event of events) {
      const { eventId } = event.metadata;
      for (const { index, ...wanted } of unanswered.get(eventId) ?? [])
        carried.push(...(await carry(wanted, answering(event, { name: wanted.process, index, now }))));
      unanswered.delete(eventId);
    }
    return carried;
  }

  function readOnce(event: Recorded) {
    const { eventId } = event.metadata;
    if (seen.has(eventId)) return;
    seen.add(eventId);
    const wanted = readers.flatMap(({ name, read }) =>
      // The caller has read the events by their schemas.
      read(event as Recorded<SeasonEvent>).map((one, index) => ({ ...one, process: name, index })),
    );
    if (wanted.length > 0) unanswered.set(eventId, wanted);
  }

  return {
    /** Carries out a command and every command that follows from it, in this order. */
    send: (wanted: Addressed, metadata: CommandMetadata): Promise<Carried[]> => carry(wanted, metadata),
    /** Reads the events of the past, and carries out the commands that were not carried out then. */
    catchUp: (history: readonly Recorded[], now: Date): Promise<Carried[]> => answer(history, now),
  };
}

/** Reads event by event, and remembers. */
function reader(process: AnyProcess): (event: Recorded<SeasonEvent>) => readonly Addressed[] {
  let state = process.initialState();
  return (event) => {
    const answered = answerOf(process, state, event);
    state = answered.state;
    return answered.wants;
  };
}

function answering(
  { metadata }: Recorded,
  { name, index, now }: { name: string; index: number; now: Date },
): CommandMetadata {
  const { eventId, correlationId } = metadata;
  return {
    now,
    commandId: derivedId(name, eventId, String(index)),
    actor: name,
    correlationId,
    causationId: eventId,
  };
}
