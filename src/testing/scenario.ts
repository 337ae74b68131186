import type { Decider } from "../kernel/decider.ts";
import type { Decision } from "../kernel/decision.ts";
import type { State } from "../kernel/during.ts";
import type { DataOf, Message } from "../kernel/messages.ts";
import type { CommandMetadata, Recorded, Sent } from "../kernel/recorded.ts";
import { run } from "../kernel/run.ts";
import { sent } from "../kernel/sent.ts";
import type { Process } from "../process/pure-process.ts";
import { expectSame, frozen, ScenarioFailed } from "./expect-same.ts";
import { givenProcess, type Wanted } from "./process-scenario.ts";

/** Compares the result of a command with the expected one. */
export type Result<S, E extends Message, R extends Message> = {
  /** The command causes exactly these events, in this order. */
  thenEvents(...events: E[]): void;
  /** The command is accepted and causes no event, because all is so already. */
  thenNothing(): void;
  /** The command is refused with exactly this rejection. */
  thenRejected<K extends R["type"]>(type: K, data: DataOf<R, K>): void;
  /** The state after the command. If it is refused, the state does not change. */
  readonly state: S;
  readonly decision: Decision<E, R>;
};

/** A command of a scenario. Without metadata it is sent at the last moment of 9999, so no day is still ahead. */
type Given<C extends Message> = C & { metadata?: CommandMetadata };

/** The last moment at which a command can be sent. */
const endOfTime: CommandMetadata = {
  now: new Date("9999-12-31T16:59:59.999Z"),
  commandId: "scenario",
  actor: "scenario",
};

/**
 * A test of an aggregate in the words of the domain: given what has happened, when somebody commands, then this
 * follows. The history is frozen first, so a rule that edits an event fails. A command without metadata is sent at the
 * end of the year 9999: give it metadata to test that a day is not after `now`.
 *
 * @example
 * const dropped = PledgeCommand.create.DropTarget({ target: "x" });
 * given(pledge).when(dropped).thenRejected("WrongState", { aggregate: "Pledge", status: "blank", allowed: ["draft"] }) // undefined
 */
export function given<S extends State, C extends Message, E extends Message, R extends Message>(
  decider: Decider<S, C, E, R>,
  history?: readonly E[],
): { readonly state: S; when(command: Given<C>): Result<S, E, R> };
/**
 * A test of a process: given what has happened, it wants these commands of the last event. `logOf` puts events into
 * their streams.
 */
export function given<S, E extends Message>(
  process: Process<S, E>,
  history: readonly Recorded<E>[],
): Wanted<S>;
export function given<S extends State, C extends Message, E extends Message, R extends Message>(
  subject: Decider<S, C, E, R> | Process<S, E>,
  history: readonly E[] = [],
): Wanted<S> | { readonly state: S; when(command: Given<C>): Result<S, E, R> } {
  // The overloads give a process recorded events.
  return "decide" in subject
    ? givenDecider(subject, history)
    : givenProcess(subject, history as readonly Recorded<E>[]);
}

function givenDecider<S extends State, C extends Message, E extends Message, R extends Message>(
  decider: Decider<S, C, E, R>,
  history: readonly E[],
): { readonly state: S; when(command: Given<C>): Result<S, E, R> } {
  const state = decider.fold(frozen([...history]));
  return {
    state,
    when(command) {
      const decision = decider.decide(frozen(timed(command)), state);
      return {
        decision,
        state: decision.ok ? decider.fold(frozen(decision.events), state) : state,
        thenEvents: (...events) => expectSame(decision, { ok: true, events }),
        thenNothing: () => expectSame(decision, { ok: true, events: [] }),
        thenRejected: (type, data) => expectSame(decision, { ok: false, rejection: { type, data } }),
      };
    },
  };
}

/**
 * The events that the commands cause, one after the other. So a test can write a history as what people did. A
 * command without metadata is sent at the end of the year 9999.
 * @throws {ScenarioFailed} when one of them is refused
 */
export function historyOf<S extends State, C extends Message, E extends Message, R extends Message>(
  decider: Decider<S, C, E, R>,
  commands: readonly Given<C>[],
): E[] {
  const result = run(decider, commands.map(timed));
  if (result.ok) return result.events;
  throw new ScenarioFailed(`${result.command.type} was refused: ${JSON.stringify(result.rejection)}`);
}

function timed<C extends Message>(command: Given<C>): Sent<C> {
  return sent<C>(command, command.metadata ?? endOfTime);
}
