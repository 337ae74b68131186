import { freeze } from "immer";
import type { Decider } from "../kernel/decider.ts";
import type { Decision } from "../kernel/decision.ts";
import type { State } from "../kernel/during.ts";
import type { DataOf, Message } from "../kernel/messages.ts";
import type { CommandMetadata, Sent } from "../kernel/recorded.ts";
import { run } from "../kernel/run.ts";
import { same } from "../kernel/same.ts";
import { sent } from "../kernel/sent.ts";

/** A scenario did not go as its `then` says. Any test runner shows it, with both sides in the message. */
export class ScenarioFailed extends Error {
  override readonly name = "ScenarioFailed";
}

/** What came of a command, to be compared with what should have. */
export type Result<S, E extends Message, R extends Message> = {
  /** Exactly these events, in this order. */
  thenEvents(...events: E[]): void;
  /** Accepted, and all is so already: no events. */
  thenNothing(): void;
  /** Refused with exactly this rejection. */
  thenRejected<K extends R["type"]>(type: K, data: DataOf<R, K>): void;
  /** The state after the command; the state before it when it was refused. */
  readonly state: S;
  readonly decision: Decision<E, R>;
};

/** A command of a scenario; one without metadata is sent at the end of all time, so that no day lies ahead. */
type Given<C extends Message> = C & { metadata?: CommandMetadata };

/** The last moment that a command can be sent at. */
const endOfTime: CommandMetadata = {
  now: new Date("9999-12-31T16:59:59.999Z"),
  commandId: "scenario",
  actor: "scenario",
};

/**
 * A test of an aggregate in the words of the domain: given what has happened, when somebody commands, then this
 * follows. The history is frozen first, so that a handler that edits an event is found out. A command without
 * metadata is sent at the end of the year 9999: give it metadata to test what must not lie ahead of `now`.
 *
 * @example
 * const dropped = PledgeCommand.create.DropTarget({ target: "x" });
 * const refusal = { aggregate: "Pledge", status: "blank", allowed: ["draft"] };
 * given(pledge).when(dropped).thenRejected("WrongState", refusal) // undefined
 */
export function given<S extends State, C extends Message, E extends Message, R extends Message>(
  decider: Decider<S, C, E, R>,
  history: readonly E[] = [],
): { readonly state: S; when(command: Given<C>): Result<S, E, R> } {
  const state = decider.fold(freeze([...history], true));
  return {
    state,
    when(command) {
      const decision = decider.decide(freeze(timed(command), true), state);
      return {
        decision,
        state: decision.ok ? decider.fold(freeze(decision.events, true), state) : state,
        thenEvents: (...events) => expectSame(decision, { ok: true, events }),
        thenNothing: () => expectSame(decision, { ok: true, events: [] }),
        thenRejected: (type, data) => expectSame(decision, { ok: false, rejection: { type, data } }),
      };
    },
  };
}

/**
 * The events that the commands cause, one after the other: a history written as what people did. A command without
 * metadata is sent at the end of the year 9999.
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

function expectSame(got: unknown, expected: unknown) {
  if (same(got, expected)) return;
  throw new ScenarioFailed(
    `expected ${JSON.stringify(expected, null, 2)}\nbut got ${JSON.stringify(got, null, 2)}`,
  );
}
