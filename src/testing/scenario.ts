import type { Decider } from "../kernel/decider.ts";
import type { Decision } from "../kernel/decision.ts";
import type { State } from "../kernel/during.ts";
import type { DataOf, Message } from "../kernel/messages.ts";
import type { CommandMetadata, Sent } from "../kernel/recorded.ts";
import { run } from "../kernel/run.ts";
import { same } from "../kernel/same.ts";
import { sent } from "../kernel/sent.ts";

/** A scenario did not end as its `then` says. The message holds both sides, so any test runner shows them. */
export class ScenarioFailed extends Error {
  override readonly name = "ScenarioFailed";
}

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
  history: readonly E[] = [],
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

/** Plain data, frozen through and through: a rule that edits what it is given throws. */
function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(Object.freeze(value))) frozen(part);
  return value;
}

function expectSame(got: unknown, expected: unknown) {
  if (same(got, expected)) return;
  throw new ScenarioFailed(
    `expected ${JSON.stringify(expected, null, 2)}\nbut got ${JSON.stringify(got, null, 2)}`,
  );
}
