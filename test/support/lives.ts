import * as fc from "fast-check";
import { freeze } from "immer";
import { expect } from "vitest";
import type { State } from "../../src/kernel/during.ts";
import { check } from "../../src/kernel/input.ts";
import type { Message } from "../../src/kernel/messages.ts";
import { arbitraryOf } from "../../src/testing/arbitraries/arbitrary-of.ts";
import { commandsFor } from "../../src/testing/arbitraries/commands-for.ts";
import { expectExactBounds } from "./day-laws.ts";
import { expectNoPollution } from "./hostile-input.ts";
import type { Laws } from "./laws.ts";
import { type Command, timed } from "./reach.ts";

/** What happens next in a life. What is `drawn` is a command for the state that it meets. */
type Move<C> =
  | { kind: "next" }
  | { kind: "leaveOut" }
  | { kind: "earlier"; back: number }
  | { kind: "drawn"; seed: number }
  | { kind: "any"; command: C };

export type Life<C extends Message> = { path: readonly Command<C>[]; moves: readonly Move<C>[] };

/** Real lives of the aggregate with steps left out, repeated and interrupted by commands of all kinds. */
export function lives<S extends State, C extends Message, E extends Message, R extends Message>({
  decider,
  paths,
}: Laws<S, C, E, R>): fc.Arbitrary<Life<C>> {
  const move: fc.Arbitrary<Move<C>> = fc.oneof(
    { weight: 12, arbitrary: fc.constant({ kind: "next" } as const) },
    { weight: 1, arbitrary: fc.constant({ kind: "leaveOut" } as const) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("earlier" as const), back: fc.nat(12) }) },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant("drawn" as const), seed: fc.nat() }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant("any" as const), command: arbitraryOf(decider.commands) }),
    },
  );
  const longest = Math.max(...paths.map((path) => path.length));
  return fc.record({
    path: fc.constantFrom(...paths),
    moves: fc.array(move, { size: "max", maxLength: Math.ceil(longest * 2) }),
  });
}

/** Lives a life; checks after each command what must be so of any decision. */
export function live<S extends State, C extends Message, E extends Message, R extends Message>(
  laws: Laws<S, C, E, R>,
  { path, moves }: Life<C>,
): { state: S; history: E[] } {
  const { decider, hints } = laws;
  let state = decider.initialState();
  let next = 0;
  const history: E[] = [];
  for (const move of moves) {
    if (move.kind === "next" || move.kind === "leaveOut") next += 1;
    const command =
      move.kind === "drawn"
        ? fc.sample(commandsFor(decider, state, { hints: hints?.(state) ?? {} }), {
            numRuns: 1,
            seed: move.seed,
          })[0]
        : move.kind === "any"
          ? move.command
          : move.kind === "next"
            ? path[next - 1]
            : move.kind === "earlier"
              ? path[next - 1 - move.back]
              : undefined;
    if (command === undefined) continue;
    try {
      state = liveOn(laws, command, state, history);
    } catch (error) {
      // The drawn command is not part of the counterexample that is printed.
      throw new Error(`after ${history.length} events, ${JSON.stringify(command)}: ${String(error)}`, {
        cause: error,
      });
    }
  }
  expectNoPollution();
  return { state, history };
}

/** The state after one more command; its events are put at the end of `history`. */
function liveOn<S extends State, C extends Message, E extends Message, R extends Message>(
  { decider, invariant }: Laws<S, C, E, R>,
  command: Command<C>,
  before: S,
  history: E[],
): S {
  const decision = decider.decide(timed(command), before);
  if (!decision.ok) {
    expect(check(decider.rejections, decision.rejection)).toEqual({ ok: true, value: decision.rejection });
    if (decision.rejection.type === "DateOutside") expectExactBounds(decider, before, command);
    return before;
  }
  let state = before;
  for (const event of freeze(decision.events, true)) {
    expect(check(decider.events, event)).toEqual({ ok: true, value: event });
    state = decider.evolve(state, event);
    history.push(event);
  }
  invariant(state, history);
  const again = decider.decide(timed(command), state);
  expect(again.ok ? again.events : [], "sent again").toEqual([]);
  return state;
}
