import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberOf } from "../../src/chair-rotation/calendar.ts";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { type ForecastTerm, forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import type { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { officeOn } from "../../src/chair-rotation/office-on.ts";
import { type OpenedRotation, policyAt } from "../../src/chair-rotation/state.ts";
import { type Deed, type History, history, lived, type Step } from "./histories.ts";
import { expectLawful } from "./lawful.ts";
import { opening, timed } from "./life.ts";

const rowsOf = (state: OpenedRotation, more = 10) => forecast(state, { number: state.served.length + more });
const nominal = (rows: readonly ForecastTerm[]) => rows.map((row) => row.nominal);
const chairs = (rows: readonly ForecastTerm[]) => rows.map((row) => row.chair);

const cycle = {
  succession: { kind: "cycle" },
  joiner: "end",
  skip: { kind: "forfeit" },
  leaver: "finish",
  suspension: "keepsPlace",
  deputy: "none",
} as const;
const deed = (deed: Deed["deed"], x: number, y: number, z: number): Deed => ({ deed, x, y, z });

/** Histories under which a law has fallen once. */
const fallen: History[] = [
  // A unit that joins in 2026 substitutes in 2025 and swaps that term away.
  {
    units: 1,
    policy: cycle,
    deeds: [
      deed("join", 0, 0, 4),
      deed("advance", 0, 0, 0),
      deed("substitute", 0, 7, 2),
      deed("swap", 0, 6, 2),
    ],
  },
  // A unit is split up, or merges, between the two terms of its swap.
  { units: 3, policy: cycle, deeds: [deed("swap", 0, 8, 1), deed("split", 2, 0, 4)] },
  { units: 3, policy: cycle, deeds: [deed("swap", 0, 6, 1), deed("merge", 0, 0, 2)] },
  // A unit with a swap merges into one that is suspended.
  {
    units: 3,
    policy: cycle,
    deeds: [deed("suspend", 0, 0, 0), deed("swap", 0, 0, 2), deed("merge", 10, 0, 3)],
  },
  // A merger is to come, and the term before it is made shorter: one more term begins before the merger's day.
  {
    units: 1,
    policy: cycle,
    deeds: [deed("merge", 0, 0, 2), deed("extend", 0, 0, 0)],
  },
  // A chair's office is acted for after the next terms should have begun, and a suspension lies between.
  {
    units: 2,
    policy: cycle,
    deeds: [
      deed("advance", 0, 0, 0),
      deed("suspend", 1, 0, 3),
      deed("advance", 0, 0, 0),
      deed("acting", 0, 0, 3),
    ],
  },
  // A unit is split up before something is done in a term that runs on and on; the next terms are reckoned after it.
  {
    flag: true,
    units: 2,
    policy: { ...cycle, succession: { kind: "elected" } },
    deeds: [deed("split", 0, 0, 2), deed("acting", 9, 0, 3), deed("advance", 0, 0, 0)],
  },
  // The flag is lost after the next terms should have begun, and a suspension recorded late lies before that day.
  {
    flag: true,
    units: 2,
    policy: cycle,
    deeds: [
      deed("acting", 1, 0, 3),
      deed("endActing", 0, 0, 1),
      deed("suspend", 3, 0, 0),
      deed("lot", 0, 1, 0),
      deed("vacate", 0, 0, 3),
      deed("loseFlag", 0, 0, 1),
    ],
  },
  // The deputy that is to succeed is named, and then its term stays vacant: where nobody chairs, nobody is deputy.
  {
    flag: false,
    units: 5,
    policy: { ...cycle, succession: { kind: "deputySucceeds", otherwise: "longestWaiting" } },
    deeds: [deed("deputy", 0, 0, 3), deed("vacate", 0, 0, 3)],
  },
  // An elected term is vacant from its first day, and begins earlier than the vacancy once the term before is shorter.
  {
    units: 3,
    policy: { ...cycle, succession: { kind: "electedInRotation" } },
    deeds: [deed("vacate", 0, 0, 1), deed("extend", 0, 0, 0)],
  },
];

type Rows = ReturnType<typeof rowsOf>;

describe("the laws of rotation, after every step of any history", () => {
  it("hold", () => {
    fc.assert(
      fc.property(history, (one) => {
        const { steps } = lived(one);
        for (const step of steps) {
          expectLawful(step.after);
          expectPastKept(step);
          expectLocal(step);
          expectStep(step);
        }
      }),
      { numRuns: 250, examples: fallen.map((one) => [one]) },
    );
  });
});

/** L15: terms that have begun are facts; only the running one may still lose its chair or change its deputy. */
function expectPastKept({ before, after }: Step) {
  const past = before.served.slice(0, -1);
  expect(after.served.slice(0, past.length)).toEqual(past);
  expect(after.served.length).toBeGreaterThanOrEqual(before.served.length);
}

/** L32, L38: what takes effect with a term, or on a day, alters no turn before it. */
function expectLocal({ before, after, events }: Step) {
  const known = new Set(before.facts.map(({ seq }) => seq));
  const days = after.facts.flatMap(({ seq, on }) => (known.has(seq) ? [] : [on]));
  const rows = rowsOf(after);
  const byDay = days.map((day) => rows.findIndex(({ startsOn }) => startsOn >= day));
  const begins = events.flatMap(({ data }) => ("term" in data ? [data.term] : []));
  // A turn owed for one term and claimed for another leaves the first.
  const due = [...before.obligations.values()].flatMap((owed) => owed.due ?? []);
  const numbers = [...begins.flatMap((term) => numberOf(after.calendar, term) ?? []), ...byDay, ...due];
  // Once something is done on a later day, the terms that should have begun by then are reckoned on that day.
  const next = after.served.length;
  if (after.doneOn !== before.doneOn && (rows[next]?.startsOn ?? "9") < (after.doneOn ?? ""))
    numbers.push(next);
  if (numbers.length === 0 || numbers.includes(-1)) return;
  const first = Math.min(...numbers);
  expect(nominal(rows).slice(0, first)).toEqual(nominal(rowsOf(before)).slice(0, first));
}

function expectStep(step: Step) {
  const { command, before, after } = step;
  const [was, is] = [rowsOf(before), rowsOf(after)];
  const days = sameDays(step, was, is);
  switch (command.type) {
    case "ProposeSwap":
      // L20: half a consent changes nothing.
      return expect([nominal(is), chairs(is)]).toEqual([nominal(was), chairs(was)]);
    case "ConsentToSwap":
      return expectSwapped(step);
    case "RenameInRotation":
      // L17: a name is not a place.
      return expect(nominal(is)).toEqual(nominal(was));
    case "NameSubstitute":
    case "RecordVacancy": {
      // L26: the turn is spent, and everybody else keeps theirs. An open term that stays vacant takes nobody's
      // turn.
      const { term } = command.data;
      const at = numberOf(before.calendar, term) ?? 0;
      const kept =
        was[at]?.nominal.kind === "open" || losesSuccessor(step, at) ? Math.min(days, at + 1) : days;
      return expect(nominal(is).slice(0, kept)).toEqual(nominal(was).slice(0, kept));
    }
    case "AppointActingChair":
      return expect([nominal(is), chairs(is)].map((rows) => rows.slice(0, days))).toEqual(
        [nominal(was), chairs(was)].map((rows) => rows.slice(0, days)),
      );
    case "HandOverChair": {
      // L27: one fact ends a tenure and begins the next, as it was forecast; the flag is where the office is.
      const now = after.served.at(-1);
      expect(now?.chair).toBe(command.data.to);
      expect(officeOn(after, command.data.handedOverOn).holder).toBe(command.data.to);
      expect(was[now?.number ?? 0]?.chair).toEqual({ kind: "unit", unit: command.data.to });
      return expect(nominal(is).slice(0, was.length)).toEqual(nominal(was));
    }
    case "ChangeTermEnd": {
      // L4: a change of length shifts later terms only, and moves nobody. A term that was vacant from its first day, and
      // begins before the vacancy now, is somebody's again, and takes a turn of the lap.
      const turned = is.findIndex((row, at) => isVacant(row) !== isVacant(was[at]));
      const kept = turned < 0 ? days : Math.min(days, turned + 1);
      return expect(nominal(is).slice(0, kept)).toEqual(nominal(was).slice(0, kept));
    }
  }
}

const isVacant = (row: ForecastTerm | undefined) => row?.chair.kind === "vacant";

/** The deputy of term `at` was to succeed, and is deputy no more: it sits itself, or nobody chairs. */
function losesSuccessor({ before, after }: Step, at: number): boolean {
  const isToSucceed = policyAt(before, at + 1).succession.kind === "deputySucceeds";
  return isToSucceed && rowsOf(before)[at]?.deputy !== rowsOf(after)[at]?.deputy;
}

/**
 * The coming terms that are reckoned on the same side of every fact as before: a term of another length begins on
 * another day, and after a late act no term is reckoned before the day of that act (L38, L44).
 */
function sameDays({ before, after }: Step, was: Rows, is: Rows): number {
  const known = ({ doneOn = "" }: OpenedRotation, { startsOn }: { startsOn: string }) => {
    const day = startsOn < doneOn ? doneOn : startsOn;
    return before.facts.filter(({ on }) => on <= day).length;
  };
  const at = is.findIndex((row, number) => {
    const old = was[number];
    return number >= after.served.length && old !== undefined && known(after, row) !== known(before, old);
  });
  return at === -1 ? is.length : at;
}

/** L18, L21, L22: exactly two terms change hands, the multiset of chairs and all turns stay; twice is once undone. */
function expectSwapped({ command, before, after }: Step) {
  if (command.type !== "ConsentToSwap") return;
  const swap = after.swaps.get(command.data.swap);
  if (swap?.status !== "inForce") return;
  const [was, is] = [rowsOf(before, 20), rowsOf(after, 20)];
  expect(nominal(is)).toEqual(nominal(was));
  const expected = chairs(was);
  expected[swap.at.a] = { kind: "unit", unit: swap.b.unit };
  expected[swap.at.b] = { kind: "unit", unit: swap.a.unit };
  expect(chairs(is)).toEqual(expected);
  const back = { a: { ...swap.a, unit: swap.b.unit }, b: { ...swap.b, unit: swap.a.unit } };
  const undone = sent(after, [
    {
      type: "ProposeSwap",
      data: { swap: "back", ...back, proposedBy: swap.a.unit, proposedOn: "2022-01-02" },
    },
    { type: "ConsentToSwap", data: { swap: "back", unit: swap.b.unit, consentedOn: "2022-01-02" } },
  ]);
  expect(chairs(rowsOf(undone, 20))).toEqual(chairs(was));
}

type Command = ChairRotationCommand;

function sent(from: OpenedRotation, commands: readonly Command[]): OpenedRotation {
  let state = { status: "open", ...from } as Parameters<typeof chairRotation.decide>[1];
  for (const command of commands) {
    const answer = chairRotation.decide(timed(command), state);
    expect(answer, JSON.stringify(command)).toMatchObject({ ok: true });
    if (answer.ok) state = answer.events.reduce(chairRotation.evolve, state);
  }
  if (state.status === "blank") throw new Error("opened");
  return state;
}

const opened = (units: number, policy: Parameters<typeof opening>[1] = {}): OpenedRotation => {
  const answer = chairRotation.decide(
    timed(opening("abcdefghijkl".slice(0, units), policy)),
    chairRotation.initialState(),
  );
  const state = chairRotation.fold(answer.ok ? answer.events : []);
  if (state.status === "blank") throw new Error("opened");
  return state;
};
const unitsOf = (rows: readonly ForecastTerm[]) =>
  rows.map((row) => (row.nominal.kind === "unit" ? row.nominal.unit : undefined));
const sizes = fc.integer({ min: 1, max: 12 });
const rules = fc.constantFrom(
  { kind: "cycle" } as const,
  { kind: "alphabetical" } as const,
  { kind: "longestWaiting" } as const,
);

describe("a rotation without incidents", () => {
  it("gives each its turn exactly every N terms (L8, L9)", () => {
    fc.assert(
      fc.property(sizes, rules, (size, succession) => {
        const units = unitsOf(rowsOf(opened(size, { succession }), 40));
        for (const [at, unit] of units.entries()) if (at >= size) expect(unit).toBe(units[at - size]);
        expect(new Set(units.slice(0, size)).size).toBe(size);
      }),
      { numRuns: 60 },
    );
  });

  it("lets a joiner in within N terms of its joining, and nobody wait longer than N + J (L9, L11)", () => {
    const joins = fc.array(fc.integer({ min: 2022, max: 2040 }), { maxLength: 5 });
    fc.assert(
      fc.property(sizes, rules, joins, fc.constantFrom("end", "byKey"), (size, succession, years, joiner) => {
        const commands = years.sort().map(
          (year, at): Command => ({
            type: "JoinRotation",
            data: { unit: `j${at}`, joinedOn: `${year}-01-01` },
          }),
        );
        const units = unitsOf(rowsOf(sent(opened(size, { succession, joiner }), commands), 80));
        for (const unit of new Set(units)) {
          const joined = unit?.startsWith("j") ? (years[Number(unit.slice(1))] ?? 2022) - 2022 : 0;
          const turns = units.flatMap((one, at) => (one === unit ? [at] : []));
          const later = years.length + size;
          expect((turns[0] ?? 0) - joined).toBeLessThanOrEqual(later);
          for (const [at, turn] of turns.entries())
            if (at > 0) expect(turn - (turns[at - 1] ?? 0)).toBeLessThanOrEqual(later);
        }
        for (const at of years.keys()) expect(units).toContain(`j${at}`);
      }),
      { numRuns: 60 },
    );
  });

  it("loses only the skipped unit's turn, and nobody else comes later (L24)", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), rules, fc.nat(20), (size, succession, at) => {
        const state = opened(size, { succession, skip: { kind: "forfeit" } });
        const was = unitsOf(rowsOf(state, 60));
        const unit = was[at] ?? "";
        const is = unitsOf(
          rowsOf(
            sent(state, [{ type: "SkipTurn", data: { term: String(2022 + at), unit, reason: "x1" } }]),
            59,
          ),
        );
        expect(is).toEqual([...was.slice(0, at), ...was.slice(at + 1)].slice(0, is.length));
      }),
      { numRuns: 60 },
    );
  });

  it("is vacant where everybody declines, and goes on after it (L25)", () => {
    fc.assert(
      fc.property(sizes, rules, (size, succession) => {
        let state = opened(size, { succession });
        for (let refusals = 0; refusals < size; refusals += 1) {
          const unit = unitsOf(rowsOf(state))[2] ?? "";
          state = sent(state, [
            { type: "DeclineTurn", data: { term: "2024", unit, declinedOn: "2022-01-01", reason: "x1" } },
          ]);
        }
        const rows = rowsOf(state);
        expect(rows[2]?.nominal).toEqual({ kind: "vacant" });
        expect(rows[3]?.nominal.kind).toBe("unit");
      }),
      { numRuns: 30 },
    );
  });

  it("lets two merge without anybody else coming later, and one split with one heir to its place (L30)", () => {
    const pair = fc.tuple(fc.nat(11), fc.nat(11), fc.nat(11));
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 12 }), rules, pair, (size, succession, [x, y, year]) => {
        const state = opened(size, { succession });
        const names = "abcdefghijkl".slice(0, size);
        const [a, b] = [names[x % size] ?? "", names[y % size] ?? ""];
        if (a === b) return;
        const was = unitsOf(rowsOf(state, 50));
        const mergedOn = `${2022 + year}-01-01`;
        const is = unitsOf(
          rowsOf(
            sent(state, [{ type: "MergeInRotation", data: { units: [a, b], into: "z", mergedOn } }]),
            50,
          ),
        );
        const first = (units: typeof is, one: string) => units.indexOf(one, year);
        for (const other of names)
          if (other !== a && other !== b) expect(first(is, other)).toBeLessThanOrEqual(first(was, other));
        expect(first(is, "z")).toBeLessThanOrEqual(Math.max(first(was, a), first(was, b)));
        expect(is.slice(year)).not.toContain(a);
        const split: Command = {
          type: "SplitInRotation",
          data: { unit: a, heir: "y", others: ["w"], splitOn: mergedOn },
        };
        const parted = unitsOf(rowsOf(sent(state, [split]), 50));
        expect(parted.filter((one) => one === "w").length).toBeGreaterThan(0);
        expect(first(parted, "y")).toBeLessThanOrEqual(first(was, a) + 1);
      }),
      { numRuns: 60 },
    );
  });
});
