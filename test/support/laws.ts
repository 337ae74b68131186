import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalText } from "../../src/kernel/canonical.ts";
import type { Decider } from "../../src/kernel/decider.ts";
import type { State } from "../../src/kernel/during.ts";
import { check } from "../../src/kernel/input.ts";
import type { Message } from "../../src/kernel/messages.ts";
import { fromPlain, toPlain } from "../../src/kernel/plain-state.ts";
import type { CommandHints } from "../../src/testing/arbitraries/commands-for.ts";
import { dayFieldsOf, daysTried, expectExactBounds } from "./day-laws.ts";
import { expectNoPollution, hostileInput } from "./hostile-input.ts";
import { live, lives } from "./lives.ts";
import { messageTypes } from "./message-forms.ts";
import { type Command, type Scenario, stepsOf, timed, unreached } from "./reach.ts";
import { fieldsTakenAsSo } from "./taken-as-so.ts";

/** One aggregate, and what the laws need to know about it. */
export type Laws<S extends State, C extends Message, E extends Message, R extends Message> = {
  decider: Decider<S, C, E, R>;
  /** Commands that lead from the beginning to the end of the aggregate's life. Each is accepted with events. */
  paths: readonly (readonly Command<C>[])[];
  /** Throws (with `expect`) if the state, or the history that leads to it, is impossible. */
  invariant(state: S, history: readonly E[]): void;
  /** What the paths do not reach. Paths and scenarios together cause every event and every rejection at least once. */
  reaches: readonly Scenario<C>[];
  /** The days of commands that may lie ahead of the day on which the command is sent; every other day may not. */
  mayLieAhead: readonly string[];
  /**
   * The fields that may change when an accepted command is sent again, and still nothing happens; each with the
   * reason why that is right.
   */
  takenAsSo?: Readonly<Record<string, string>>;
  /** Helps `commandsFor` where the state does not say what a command can name. */
  hints?(state: S): CommandHints["hints"];
  numRuns?: number;
};

/** The laws that every aggregate keeps, whatever happens to it. */
export function describeLaws<S extends State, C extends Message, E extends Message, R extends Message>(
  laws: Laws<S, C, E, R>,
) {
  const { decider, paths, reaches, invariant, mayLieAhead, takenAsSo = {}, numRuns = 150 } = laws;

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

    it("reaches every event and every rejection that it has", () => {
      const words = { events: messageTypes(decider.events), rejections: messageTypes(decider.rejections) };
      expect(unreached(words, stepsOf(decider, paths, reaches))).toEqual([]);
    });

    it("takes no command as already so that differs from what was recorded", () => {
      const steps = stepsOf(decider, paths, reaches);
      expect(fieldsTakenAsSo(decider, steps, Object.keys(takenAsSo))).toEqual(
        Object.keys(takenAsSo).toSorted(),
      );
    });

    it("refuses each day that lies ahead, but those that may", () => {
      const accepted = stepsOf(decider, paths, reaches).filter(
        ({ decision }) => decision.ok && decision.events.length > 0,
      );
      const tried = accepted.flatMap((step) => daysTried(decider, step, new Set(mayLieAhead)));
      const named = (days: typeof tried) => [...new Set(days.map(({ field }) => field))].toSorted();
      expect(named(tried.filter(({ liesAhead }) => liesAhead))).toEqual(mayLieAhead.toSorted());
      expect(named(tried), "each day of a command is tried").toEqual(
        dayFieldsOf(decider.commands).toSorted(),
      );
    });

    it("refuses a day exactly outside the bounds that it names", () => {
      for (const { before, command } of stepsOf(decider, paths, reaches))
        expectExactBounds(decider, before, command);
    });

    it("decides without throwing, in words of its own, and never reaches an impossible state", () => {
      fc.assert(
        fc.property(lives(laws), (life) => {
          live(laws, life);
        }),
        { numRuns },
      );
    });

    it("folds as it evolves, from any snapshot, the same each time and after JSON", () => {
      fc.assert(
        fc.property(lives(laws), fc.nat(), (life, cut) => {
          const { history, state } = live(laws, life);
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

    it("has a state that comes back equal from its plain JSON, and decides as before", () => {
      const steps = paths.flat();
      fc.assert(
        fc.property(lives(laws), fc.array(fc.constantFrom(...steps), { maxLength: 8 }), (life, commands) => {
          const { history, state } = live(laws, life);
          const text = canonicalText(toPlain(decider, state));
          const back = fromPlain(decider, JSON.parse(text));
          expect(back).toStrictEqual(state);
          expect(canonicalText(toPlain(decider, back))).toBe(text);
          expect(canonicalText(toPlain(decider, decider.fold(history)))).toBe(text);
          for (const command of commands) expectAlike(decider, command, { state, back });
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

/** Two equal states give a command the same answer, and are equal after its events. */
function expectAlike<S extends State, C extends Message, E extends Message, R extends Message>(
  decider: Decider<S, C, E, R>,
  command: Command<C>,
  { state, back }: { state: S; back: S },
) {
  const decision = decider.decide(timed(command), back);
  expect(decision).toEqual(decider.decide(timed(command), state));
  if (!decision.ok) return;
  const after = (before: S) => decision.events.reduce(decider.evolve, before);
  expect(canonicalText(toPlain(decider, after(back)))).toBe(canonicalText(toPlain(decider, after(state))));
}

/** The value is plain data at every depth: well-formed text in NFC, and no -0. */
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
