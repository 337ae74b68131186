import { freeze } from "immer";
import type { Decider, Sent } from "../kernel/decider.ts";
import type { Decision } from "../kernel/decision.ts";
import type { Message } from "../kernel/messages.ts";
import { same } from "../kernel/same.ts";

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
  thenRejected(rejection: R): void;
  /** The state after the command; the state before it when it was refused. */
  readonly state: S;
  readonly decision: Decision<E, R>;
};

/**
 * A test of an aggregate in the words of the domain: given what has happened, when somebody commands, then this
 * is what comes of it. The history is frozen first, so that a handler that edits an event is found out.
 *
 * @example
 * const rejection = { type: "PledgeInWrongState", data: { status: "blank", allowed: ["draft"] } };
 * given(pledge).when(PledgeCommand.create.DropTarget({ target: "x" })).thenRejected(rejection) // undefined
 */
export function given<S, C extends Message, E extends Message, R extends Message>(
  decider: Decider<S, C, E, R>,
  history: readonly E[] = [],
): { readonly state: S; when(command: Sent<C>): Result<S, E, R> } {
  const state = decider.fold(freeze([...history], true));
  return {
    state,
    when(command) {
      const decision = decider.decide(freeze(command, true), state);
      return {
        decision,
        state: decision.ok ? decider.fold(freeze(decision.events, true), state) : state,
        thenEvents: (...events) => expectSame(decision, { ok: true, events }),
        thenNothing: () => expectSame(decision, { ok: true, events: [] }),
        thenRejected: (rejection) => expectSame(decision, { ok: false, rejection }),
      };
    },
  };
}

/**
 * The events that the commands cause, one after the other: a history written as what people did.
 * @throws {ScenarioFailed} when one of them is refused
 */
export function historyOf<S, C extends Message, E extends Message, R extends Message>(
  decider: Decider<S, C, E, R>,
  commands: readonly Sent<C>[],
): E[] {
  const history: E[] = [];
  let state = decider.initialState();
  for (const command of commands) {
    const decision = decider.decide(command, state);
    if (!decision.ok)
      throw new ScenarioFailed(`${command.type} was refused: ${JSON.stringify(decision.rejection)}`);
    history.push(...decision.events);
    state = decision.events.reduce(decider.evolve, state);
  }
  return history;
}

function expectSame(got: unknown, expected: unknown) {
  if (same(got, expected)) return;
  throw new ScenarioFailed(
    `expected ${JSON.stringify(expected, null, 2)}\nbut got ${JSON.stringify(got, null, 2)}`,
  );
}
