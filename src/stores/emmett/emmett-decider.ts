import type { Decider } from "../../kernel/decider.ts";
import type { State } from "../../kernel/during.ts";
import { DamagedEvent } from "../../kernel/errors.ts";
import { check, checked } from "../../kernel/input.ts";
import type { Message } from "../../kernel/messages.ts";
import { InvalidInput } from "../../kernel/problem.ts";
import { known, type Reader } from "../../kernel/reading.ts";
import { CommandMetadata } from "../../kernel/recorded.ts";
import { sent } from "../../kernel/sent.ts";
import { idAsked } from "../asked.ts";
import { caused, digestOf, streamOf } from "../recording.ts";
import { type Caused, carrying, type EmmettRead, recordedIn, toldIn } from "./carried.ts";
import { errorCodes, valid } from "./error-codes.ts";

/** A decider as Emmett's `DeciderCommandHandler` takes it: refusals are thrown, and streams have this library's names. */
export type EmmettDecider<S, C extends Message, E extends Message> = {
  /**
   * The events that `command` causes, none where all is so already.
   * @throws {CommandRefused} where the command is not allowed
   * @throws {InvalidInput} where it or its metadata has not its form; its `errorCode` is 400
   */
  decide(command: C & { metadata: CommandMetadata }, state: S): Caused<E>[];
  /** @throws {DamagedEvent} where a store gives an event that has not its form */
  evolve(state: S, event: Caused<E>): S;
  initialState(): S;
  /**
   * `Pledge-police-2022` for `police-2022`.
   * @throws {InvalidInput} where the id has not its form; its `errorCode` is 400
   */
  mapToStreamId(id: string): string;
};

/** A command is not allowed. Emmett knows it by its `errorCode` as an illegal state, and answers requests with 403. */
export class CommandRefused<R extends Message = Message> extends Error {
  override readonly name = "CommandRefused";
  readonly errorCode = errorCodes.illegalState;
  readonly rejection: R;

  constructor(rejection: R) {
    super(`${rejection.type} ${JSON.stringify(rejection.data)}`);
    this.rejection = rejection;
  }
}

/**
 * A decider for Emmett's `DeciderCommandHandler`. Its commands need `metadata` with `now`, `commandId` and `actor`. Its
 * events have what caused them in `metadata`, and so they are read by the stores of this entry, whichever store of
 * Emmett's they went to. Hand the handler `emmettGuard(store)` and not a store of Emmett's own: that one may create a
 * stream twice.
 *
 * @example
 * emmettDecider(pledge).mapToStreamId("police-2022") // "Pledge-police-2022"
 */
export function emmettDecider<S extends State, C extends Message, E extends Message, R extends Message>(
  decider: Decider<S, C, E, R>,
): EmmettDecider<S, C, E> {
  return {
    decide(received, state) {
      const { command, metadata } = valid(() => read(decider, received));
      const decision = decider.decide(sent<C>(command, metadata), state);
      if (!decision.ok) throw new CommandRefused(decision.rejection);
      const digest = digestOf(command.type, decider.digested(command, state));
      return caused(decider, decision.events, { metadata, digest }).map(carrying);
    },
    evolve: (state, event) => decider.evolve(state, eventIn(decider, event)),
    initialState: () => decider.initialState(),
    mapToStreamId: (id) => valid(() => streamOf(decider, idAsked(id))),
  };
}

/** Emmett says with a command that it is one (`kind`), and checks nothing of it. */
function read<C extends Message>(
  { commands }: Pick<Decider<never, C, never, never>, "commands">,
  { type, data, metadata }: Message & { metadata?: unknown },
): { command: C; metadata: CommandMetadata } {
  const command = check(commands, { type, data });
  const cause = check(CommandMetadata, metadata);
  if (command.ok && cause.ok) return { command: command.value, metadata: cause.value };
  const ofCause = cause.ok
    ? []
    : cause.problems.map((one) => ({
        ...one,
        field: one.field === "" ? "metadata" : `metadata.${one.field}`,
      }));
  throw new InvalidInput([...(command.ok ? [] : command.problems), ...ofCause]);
}

/** An event as it was just decided, or as a store gives it. */
function eventIn<E extends Message>(decider: Reader<E>, event: Message): E {
  const { metadata = {} } = event as { metadata?: object };
  if (!("streamName" in metadata)) return event as E;
  const told = toldIn({ metadata });
  if (told) return known(decider, recordedIn(event as EmmettRead, told));
  // Something else wrote it, and Emmett may have made a number of a text: that has not its form.
  const { streamName: stream, streamPosition } = metadata as { streamName: string; streamPosition?: bigint };
  try {
    return checked(decider.events, { type: event.type, data: event.data }, stream);
  } catch (cause) {
    if (!(cause instanceof InvalidInput)) throw cause;
    throw new DamagedEvent({ stream, version: Number(streamPosition ?? 0), cause });
  }
}
