import { describe, expect, it } from "vitest";
import { fairnessOf, turnsAhead } from "../../src/chair-rotation/forecast/fairness.ts";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { simulate } from "../../src/chair-rotation/forecast/simulate.ts";
import { whenIsTurn } from "../../src/chair-rotation/forecast/when-is-turn.ts";
import { ChairRotationCommand as Command } from "../../src/chair-rotation/messages.ts";
import { euCouncil } from "../../src/chair-rotation/policies/presets.ts";
import { conflicts, resolvingSwap } from "../../src/chair-rotation/questions/conflicts.ts";
import { diffForecast } from "../../src/chair-rotation/questions/diff-forecast.ts";
import { consent, decision, hand, install, opening, propose, timed } from "./life.ts";
import { once } from "./once.ts";

const { create } = Command;
const reason = "theo thỏa thuận";

const swapped = once(opening("abc"), install("2022", "a"), propose("b2023", "c2024"), consent("c"));

describe("a forecast", () => {
  it("tells what is served, assigned, nominal and conditional", () => {
    const certainties = forecast(swapped, { number: 8 }).map(({ certainty }) => certainty);
    expect(certainties).toEqual([
      "served",
      "assigned",
      "assigned",
      "nominal",
      "nominal",
      "nominal",
      "conditional",
      "conditional",
      "conditional",
    ]);
  });

  it("is conditional where a swap is only proposed", () => {
    const rows = forecast(once(opening("abc"), propose("a2022", "b2023")), { number: 2 });
    expect(rows.map(({ certainty }) => certainty)).toEqual(["conditional", "conditional", "nominal"]);
  });

  it("names the members after the last thing done where a term begins late", () => {
    const late = once(
      opening("ab", { succession: { kind: "elected" } }),
      create.DesignateChair({ term: "2022", chair: "a", basis: decision, designatedOn: "2022-01-01" }),
      install("2022", "a"),
      create.SplitInRotation({ unit: "a", heir: "x", others: ["y"], splitOn: "2025-01-01" }),
      create.AppointActingChair({ term: "2022", unit: "b", from: "2025-12-29", reason }),
    );
    expect(forecast(late, { number: 1 })[1]?.nominal).toEqual({ kind: "open", among: ["x", "b", "y"] });
  });

  it("looks as far as a day", () => {
    expect(forecast(swapped, { date: "2025-06-30" }).map(({ term }) => term)).toEqual([
      "2022",
      "2023",
      "2024",
      "2025",
    ]);
  });
});

describe("so many terms", () => {
  const namesOf = (rows: readonly { term: string }[]) => rows.map(({ term }) => term);

  it("are terms that have not begun, and what was served comes before them", () => {
    const rows = forecast(swapped, { terms: 2 });
    expect(namesOf(rows)).toEqual(["2022", "2023", "2024"]);
    expect(namesOf(rows.filter(({ certainty }) => certainty !== "served"))).toEqual(["2023", "2024"]);
    expect(namesOf(forecast(once(opening("abc")), { terms: 2 }))).toEqual(["2022", "2023"]);
  });

  it("are as many where policies are compared", () => {
    expect(namesOf(simulate(swapped, [swapped.opening.policy], { terms: 2 }))).toEqual([
      "2022",
      "2023",
      "2024",
    ]);
  });

  it("stay the same ones while a dry run begins one of them", () => {
    const handover = hand("2023", "a", "c");
    expect(diffForecast(swapped, timed(handover), { terms: 2 })).toEqual({
      ok: true,
      terms: [],
      deputies: [],
      days: [],
      moves: [],
      voided: [],
      debts: [],
    });
  });

  it("are not what a number means, which is that of the last one, from 0", () => {
    expect(namesOf(forecast(swapped, { number: 2 }))).toEqual(["2022", "2023", "2024"]);
  });
});

describe("a unit", () => {
  it("asks when its turn is", () => {
    expect(whenIsTurn(swapped, "b", { number: 9 })).toMatchObject({ term: "2024", nominal: { unit: "c" } });
    expect(whenIsTurn(swapped, "x", { number: 9 })).toBeUndefined();
  });

  it("learns who would move, and by how much, before anything is decided", () => {
    const join = create.JoinRotation({
      unit: "d",
      joinedOn: "2023-01-01",
      place: { kind: "after", unit: "a" },
    });
    const before = once(opening("abc"), install("2022", "a"));
    const difference = diffForecast(before, timed(join), { number: 4 });
    expect(difference).toMatchObject({
      ok: true,
      terms: [{ term: "2023" }, { term: "2024" }, { term: "2025" }, { term: "2026" }],
      moves: expect.arrayContaining([
        expect.objectContaining({ unit: "b", laterBy: 1 }),
        expect.objectContaining({ unit: "d", from: [], to: ["2023"] }),
      ]),
    });
    expect(diffForecast(before, timed(hand("2023", "c", "b")), { number: 4 })).toMatchObject({
      ok: false,
      rejection: { type: "NotHolderOfChair" },
    });
  });

  it("learns which deputies and days would be others, and who would stand", () => {
    const before = once(opening("abc", { deputy: "nextChair" }), install("2022", "a"));
    const leave = create.LeaveRotation({ unit: "b", leftOn: "2024-12-31", reason });
    expect(diffForecast(before, timed(leave), { number: 3 })).toMatchObject({
      ok: true,
      deputies: [{ term: "2025", before: "b", after: "c" }],
      days: [],
      moves: [],
    });
    const shorter = create.ChangeTermEnd({ term: "2022", endsOn: "2022-11-01", reason });
    expect(diffForecast(before, timed(shorter), { number: 1 })).toMatchObject({
      terms: [],
      deputies: [],
      days: [
        { term: "2022", before: { endsOn: "2023-01-01" }, after: { endsOn: "2022-11-01" } },
        { term: "2023", before: { startsOn: "2023-01-01" }, after: { startsOn: "2022-11-01" } },
      ],
    });
    const elected = once(opening("abc", { succession: { kind: "elected" } }), install("2022", "a"));
    expect(diffForecast(elected, timed(leave), { number: 3 })).toMatchObject({
      terms: [{ term: "2025", before: { among: ["a", "b", "c"] }, after: { among: ["a", "c"] } }],
    });
  });

  it("learns which agreements and owed turns a command would change", () => {
    const deferred = opening("abcde", { skip: { kind: "defer", terms: 2 } });
    const agreed = once(
      deferred,
      install("2022", "a"),
      propose("b2023", "c2024"),
      consent("c"),
      create.NameSubstitute({ term: "2025", unit: "d", chair: "e", reason }),
    );
    const skip = create.SkipTurn({ term: "2023", unit: "b", reason });
    expect(diffForecast(agreed, timed(skip), { terms: 4 })).toMatchObject({
      voided: [
        { what: "swap", swap: "swap", a: { term: "2023" }, b: { term: "2024" }, because: "turnMoved" },
        { what: "substitute", term: "2025", unit: "d", because: "turnMoved" },
      ],
      debts: [{ unit: "b", passed: "2023", due: "2025", becomes: "open" }],
    });
  });

  it("learns where it would chair two blocs at once, and the nearest swap that helps", () => {
    const [here, there] = [once(opening("abc")), once(opening("dbe"))];
    const [conflict] = conflicts(here, there, { number: 2 });
    expect(conflict).toEqual({ unit: "b", here: "2023", there: "2023" });
    if (!conflict) return;
    const swap = resolvingSwap(here, there, { conflict, swap: "help", until: { number: 5 } });
    expect(swap).toMatchObject({ a: { term: "2023", unit: "b" }, b: { term: "2022", unit: "a" } });
  });

  it("is shown no swap with a unit that may not take its term, as one that has not joined by then", () => {
    const join = create.JoinRotation({ unit: "b", joinedOn: "2023-01-01" });
    const [here, there] = [once(opening("a"), join), once(opening("a"), join)];
    const conflict = { unit: "a", here: "2022", there: "2022" };
    expect(conflicts(here, there, { number: 0 })).toEqual([conflict]);
    expect(resolvingSwap(here, there, { conflict, swap: "help", until: { number: 1 } })).toBeUndefined();
  });
});

describe("a simulation", () => {
  it("sets policies side by side on the same facts", () => {
    const state = once(opening("cab"), create.SkipTurn({ term: "2023", unit: "a", reason }));
    const policies = (["cycle", "alphabetical"] as const).map((kind) => ({
      ...euCouncil,
      succession: { kind },
    }));
    const sides = simulate(state, policies, { number: 3 }).map(({ seats }) =>
      seats.map((seat) => (seat.kind === "unit" ? seat.unit : "-")).join(""),
    );
    expect(sides).toEqual(["ca", "bb", "cc", "aa"]);
  });
});

describe("a fairness report", () => {
  it("counts turns on the nominal layer and chairs on the actual one", () => {
    const state = once(
      opening("abc"),
      install("2022", "a"),
      propose("b2023", "c2024"),
      consent("c"),
      hand("2023", "a", "c"),
      hand("2024", "c", "b"),
      create.RecordVacancy({ term: "2025", from: "2025-01-01", reason }),
      create.BeginVacantTerm({ term: "2025", begunOn: "2025-01-01" }),
    );
    const report = fairnessOf(state);
    expect(report).toMatchObject({
      elapsed: 4,
      ownTurns: 1,
      substituted: 2,
      vacant: 1,
      spread: { most: 2, fewest: 1 },
    });
    expect(report.units).toMatchObject([
      { unit: "a", turns: 2, chaired: 1, longestWait: 3, waitMax: 3 },
      { unit: "b", turns: 1, chaired: 1, swapsAsked: 1, swapsAgreed: 0 },
      { unit: "c", turns: 1, chaired: 1, swapsAsked: 0, swapsAgreed: 1 },
    ]);
    expect([...turnsAhead(state, 6).values()]).toEqual([2, 2, 2]);
  });

  it("knows which owed turns were honoured and which were not", () => {
    const deferred = opening("abc", { skip: { kind: "defer", terms: 2 } });
    const skipped = [deferred, install("2022", "a"), create.SkipTurn({ term: "2023", unit: "b", reason })];
    const honoured = once(...skipped, hand("2023", "a", "c"), hand("2024", "c", "a"), hand("2025", "a", "b"));
    expect(fairnessOf(honoured).units[1]).toMatchObject({ obligations: { open: 0, honoured: 1, broken: 0 } });
  });
});
