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

/** What happens next in a life. A `drawn` command is made for the state that it meets. */
type Move<C> =
  | { kind: "next" }
  | { kind: "leaveOut" }
  | { kind: "earlier"; back: number }
  | { kind: "drawn"; seed: number }
  | { kind: "any"; command: C };

/** A path up to somewhere, and what happens from there on. */
export type Life<C extends Message> = {
  path: readonly Command<C>[];
  start: number;
  moves: readonly Move<C>[];
};

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
    start: fc.nat(longest),
    moves: fc.array(move, { size: "max", maxLength: Math.ceil(longest * 1.5) }),
  });
}

/** Lives a life. After each command it checks what must hold for every decision. */
export function live<S extends State, C extends Message, E extends Message, R extends Message>(
  laws: Laws<S, C, E, R>,
  { path, start, moves }: Life<C>,
): { state: S; history: E[] } {
  let state = laws.decider.initialState();
  let next = 0;
  const history: E[] = [];
  const first = Array.from({ length: start % (path.length + 1) }, () => ({ kind: "next" }) as const);
  for (const move of [...first, ...moves]) {
    const command = commandOf(laws, move, { path, next, state });
    if (move.kind === "next" || move.kind === "leaveOut") next += 1;
    if (command === undefined) continue;
    try {
      state = liveOn(laws, command, state, history);
    } catch (error) {
      // A counterexample does not print the drawn command.
      throw new Error(`after ${history.length} events, ${JSON.stringify(command)}: ${String(error)}`, {
        cause: error,
      });
    }
  }
  expectNoPollution();
  return { state, history };
}

/** The command of a move: of the path, from its step `next` on, or drawn for the state. */
function commandOf<S extends State, C extends Message, E extends Message, R extends Message>(
  { decider, hints }: Laws<S, C, E, R>,
  move: Move<C>,
  { path, next, state }: { path: readonly Command<C>[]; next: number; state: S },
): Command<C> | undefined {
  switch (move.kind) {
    case "next":
      return path[next];
    case "leaveOut":
      return undefined;
    case "earlier":
      return path[next - 1 - move.back];
    case "any":
      return move.command;
    case "drawn": {
      const commands = commandsFor(decider, state, { hints: hints?.(state) ?? {} });
      return fc.sample(commands, { numRuns: 1, seed: move.seed })[0];
    }
  }
}

/** The state after one more command. Its events are added to `history`. */
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
