import * as fc from "fast-check";
import { freeze } from "immer";
import { describe, expect, it } from "vitest";
import type { Decider } from "../../src/kernel/decider.ts";
import type { State } from "../../src/kernel/during.ts";
import { check } from "../../src/kernel/input.ts";
import type { Message } from "../../src/kernel/messages.ts";
import { type CommandMetadata, sent } from "../../src/kernel/recorded.ts";
import { arbitraryOf } from "../../src/testing/arbitraries/arbitrary-of.ts";
import { hostileInput } from "./hostile-input.ts";

/** A command of a life; one without metadata is sent at the end of all time. */
type Command<C extends Message> = C & { metadata?: CommandMetadata };

const endOfTime = { now: new Date("9999-12-31T16:59:59.999Z"), commandId: "laws", actor: "laws" };

function timed<C extends Message>(command: Command<C>) {
  return freeze(sent<C>(command, command.metadata ?? endOfTime), true);
}

/** What is to be shown of one aggregate. */
export type Laws<S extends State, C extends Message, E extends Message, R extends Message> = {
  decider: Decider<S, C, E, R>;
  /** Commands that lead, each accepted with events, from the beginning to the end of the aggregate's life. */
  paths: readonly (readonly Command<C>[])[];
  /** Throws (with `expect`) when the state, or the history that led to it, is an impossible one. */
  invariant(state: S, history: readonly E[]): void;
  numRuns?: number;
};

type Move<C> =
  | { kind: "next" }
  | { kind: "leaveOut" }
  | { kind: "earlier"; back: number }
  | { kind: "any"; command: C };

/**
 * The laws that every aggregate keeps. The histories tried are real lives of the aggregate with steps left out,
 * repeated and interrupted by any command at all, so that they get deep and go wrong in every state.
 */
export function describeLaws<S extends State, C extends Message, E extends Message, R extends Message>(
  laws: Laws<S, C, E, R>,
) {
  const { decider, paths, invariant, numRuns = 150 } = laws;
  const move: fc.Arbitrary<Move<C>> = fc.oneof(
    { weight: 12, arbitrary: fc.constant({ kind: "next" } as const) },
    { weight: 1, arbitrary: fc.constant({ kind: "leaveOut" } as const) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("earlier" as const), back: fc.nat(12) }) },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant("any" as const), command: arbitraryOf(decider.commands) }),
    },
  );
  const longest = Math.max(...paths.map((path) => path.length));
  const lives = fc.tuple(
    fc.constantFrom(...paths),
    fc.array(move, { size: "max", maxLength: Math.ceil(longest * 1.8) }),
  );

  describe(`the laws of ${decider.name}`, () => {
    it("is led through its whole life by each path, every step with an event", () => {
      for (const path of paths) {
        let state = decider.initialState();
        for (const command of path) {
          const decision = decider.decide(timed(command), state);
          expect(decision, JSON.stringify(command)).toMatchObject({
            ok: true,
            events: expect.arrayContaining([expect.anything()]),
          });
          if (decision.ok) state = decision.events.reduce(decider.evolve, state);
        }
      }
    });

    it("decides without throwing, in words of its own, and never reaches an impossible state", () => {
      fc.assert(
        fc.property(lives, ([path, moves]) => {
          live(laws, commandsOf(path, moves));
        }),
        { numRuns },
      );
    });

    it("folds as it evolves, from any snapshot, the same each time and after JSON", () => {
      fc.assert(
        fc.property(lives, fc.nat(), ([path, moves], cut) => {
          const { history, state } = live(laws, commandsOf(path, moves));
          const at = cut % (history.length + 1);
          expect(decider.fold(history)).toEqual(state);
          expect(decider.fold(history.slice(at), decider.fold(history.slice(0, at)))).toEqual(state);
          const stored = JSON.parse(JSON.stringify(history)) as unknown[];
          const read = stored.map((event) => check(decider.events, event));
          expect(read).toEqual(history.map((value) => ({ ok: true, value })));
          expect(decider.fold(stored as E[])).toEqual(state);
          invariant(state, history);
        }),
        { numRuns: Math.ceil(numRuns / 2) },
      );
    });

    it("lets no hostile input past its schemas", () => {
      const steps = paths.flat().map(({ type, data }) => ({ type, data }));
      fc.assert(
        fc.property(fc.constantFrom(...steps).chain(hostileInput), (input) => {
          const read = check(decider.commands, input);
          if (read.ok) expectCanonical(read.value);
          else
            for (const problem of read.problems)
              expect(problem).toMatchObject({ field: expect.any(String), rule: expect.stringMatching(/./) });
          if (read.ok) expect(check(decider.commands, read.value)).toEqual(read);
          expectNoPollution();
        }),
        { numRuns: numRuns * 3 },
      );
    });
  });
}

/** Lives through the commands; checks after each what must be so of any decision. */
function live<S extends State, C extends Message, E extends Message, R extends Message>(
  { decider, invariant }: Laws<S, C, E, R>,
  commands: readonly Command<C>[],
) {
  let state = decider.initialState();
  const history: E[] = [];
  for (const command of commands) {
    const decision = decider.decide(timed(command), state);
    if (!decision.ok) {
      expect(check(decider.rejections, decision.rejection)).toEqual({ ok: true, value: decision.rejection });
      continue;
    }
    for (const event of freeze(decision.events, true)) {
      expect(check(decider.events, event)).toEqual({ ok: true, value: event });
      state = decider.evolve(state, event);
      history.push(event);
    }
    invariant(state, history);
    const again = decider.decide(timed(command), state);
    expect(again.ok ? again.events : [], `again: ${JSON.stringify(command)}`).toEqual([]);
  }
  expectNoPollution();
  return { state, history };
}

function commandsOf<C extends Message>(path: readonly Command<C>[], moves: readonly Move<C>[]): Command<C>[] {
  let next = 0;
  return moves.flatMap((move) => {
    if (move.kind === "any") return [move.command];
    if (move.kind === "earlier")
      return path
        .slice(0, next)
        .toReversed()
        .slice(move.back, move.back + 1);
    next += 1;
    return move.kind === "next" ? path.slice(next - 1, next) : [];
  });
}

/** Well-formed, NFC, no -0, and plain all through. */
function expectCanonical(value: unknown) {
  if (typeof value === "string") {
    expect(value.isWellFormed()).toBe(true);
    expect(value.normalize("NFC")).toBe(value);
  } else if (typeof value === "number") {
    expect(Number.isFinite(value) && !Object.is(value, -0)).toBe(true);
  } else if (Array.isArray(value)) {
    value.forEach(expectCanonical);
  } else if (typeof value === "object" && value !== null) {
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.hasOwn(value, "__proto__")).toBe(false);
    Object.values(value).forEach(expectCanonical);
  }
}

const prototypeKeys = Reflect.ownKeys(Object.prototype).length;

function expectNoPollution() {
  expect(Reflect.ownKeys(Object.prototype)).toHaveLength(prototypeKeys);
}
