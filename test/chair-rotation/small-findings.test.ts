import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { fairnessOf } from "../../src/chair-rotation/forecast/fairness.ts";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { whenIsTurn } from "../../src/chair-rotation/forecast/when-is-turn.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { agenda } from "../../src/chair-rotation/questions/agenda.ts";
import { diffForecast } from "../../src/chair-rotation/questions/diff-forecast.ts";
import { given } from "../../src/testing/scenario.ts";
import { conference, consent, decision, hand, install, opening, propose, timed } from "./life.ts";
import { done, once } from "./once.ts";

const { create } = ChairRotationCommand;
const reason = "theo quy chế";
const begun = (units: string, policy: Parameters<typeof opening>[1] = {}) => [
  opening(units, policy),
  install("2022", "a"),
];
const merge = (unit: string, into: string) =>
  create.MergeInRotation({ units: [unit], into, mergedOn: "2022-06-01" });
const place = (unit: string, after: string) =>
  create.PlaceInOrder({ term: "2023", unit, place: { kind: "after", unit: after }, reason });
const chairs = (count: number, ...commands: ChairRotationCommand[]) =>
  forecast(once(...commands), { number: count - 1 })
    .map(({ chair }) => (chair.kind === "unit" ? chair.unit : "-"))
    .join("");

describe("a small finding", () => {
  it("a dry run tells the turn that is owed when half of a swap is void (L3)", () => {
    const commands = [...begun("abcd"), propose("b2023", "c2024"), consent("c"), hand("2023", "a", "c")];
    const skip = timed(create.SkipTurn({ term: "2024", unit: "c", reason }));
    const told = diffForecast(once(...commands), skip, { terms: 4 });
    expect(told).toMatchObject({
      ok: true,
      voided: [{ what: "swap", swap: "swap", because: "turnMoved" }],
      debts: [{ unit: "b", passed: "2023", becomes: "open" }],
    });
  });

  it("no wait by a cycle is longer than promised, also with a term that is held over (L4)", () => {
    const hold = create.HoldOver({ term: "2024", reason });
    const terms = [
      hand("2023", "a", "b"),
      hold,
      hand("2024", "b", "b"),
      hand("2025", "b", "c"),
      hand("2026", "c", "a"),
    ];
    const { units } = fairnessOf(once(...begun("abc"), ...terms));
    expect(units.map(({ unit, longestWait, waitMax }) => [unit, longestWait, waitMax])).toEqual([
      ["a", 4, 4],
      ["b", 1, 4],
      ["c", undefined, 4],
    ]);
  });

  it("under an alphabetical rule an heir has the earlier place, with the sort key of that place (L5)", () => {
    const alphabetical = { succession: { kind: "alphabetical" } } as const;
    expect(chairs(5, ...begun("abcde", alphabetical), merge("b", "e"))).toBe("aecda");
    const later = { ...alphabetical, merge: { place: "later", turns: "sum" } } as const;
    expect(chairs(5, ...begun("abcde", later), merge("b", "e"))).toBe("acdea");
  });

  it("nobody is placed after a unit that has no place in the order (L6)", () => {
    const remove = create.RemoveFromOrder({ term: "2023", unit: "c", reason });
    given(chairRotation, done(...begun("abcd"), remove))
      .when(place("b", "c"))
      .thenRejected("UnitNotInOrder", { term: "2023", unit: "c" });
    expect(chairs(4, ...begun("abcd"), place("b", "c"))).toBe("acbd");
  });

  const joinAfter = (after: string, joinedOn = "2023-06-01") =>
    create.JoinRotation({ unit: "x", joinedOn, place: { kind: "after", unit: after } });

  it("nobody joins after a unit that has no place in the order by then", () => {
    const remove = create.RemoveFromOrder({ term: "2023", unit: "c", reason });
    given(chairRotation, done(...begun("abcd"), remove))
      .when(joinAfter("c"))
      .thenRejected("UnitNotInOrder", { term: "2024", unit: "c" });
    const later = create.RemoveFromOrder({ term: "2025", unit: "c", reason });
    expect(chairs(5, ...begun("abcd"), later, joinAfter("c"))).toBe("abcxd");
    const waiting = create.JoinRotation({ unit: "w", joinedOn: "2022-06-01" });
    given(chairRotation, done(...begun("abcd", { joiner: "nextLap" }), waiting))
      .when(joinAfter("w"))
      .thenRejected("UnitNotInOrder", { term: "2024", unit: "w" });
  });

  it("a unit that joins after one that has merged by then stands after its heir", () => {
    expect(chairs(5, ...begun("abcd"), joinAfter("b"), merge("b", "n"))).toBe("anxcd");
  });

  it("a rotation that is closed gives nobody a turn, and its coming terms are cancelled (L7)", () => {
    const close = create.CloseRotation({ reason, closedOn: "2022-12-31" });
    const commands = [...begun("abc"), close];
    const state = chairRotation.fold(done(...commands));
    expect(state.status !== "blank" && whenIsTurn(state, "b", { terms: 3 })).toBeUndefined();
    const { terms } = agenda(done(...commands), { number: 2 });
    expect(terms.map(({ isCancelled }) => isCancelled)).toEqual([false, true, true]);
  });

  it("the next turn of a unit that has merged is that of its heir (L8)", () => {
    const turn = whenIsTurn(once(...begun("abcd"), merge("b", "d")), "b", { terms: 4 });
    expect(turn).toMatchObject({ unit: "d", term: "2023" });
  });

  it("a decision looks at no term that has begun, so it costs what is new (M13)", () => {
    const terms = Array.from({ length: 30 }, (_, at) =>
      hand(String(2023 + at), "abc"[at % 3] ?? "", "abc"[(at + 1) % 3] ?? ""),
    );
    const state = once(...begun("abc"), ...terms);
    const asked: number[] = [];
    const decisions = new (class extends Map<number, never> {
      override get(number: number) {
        asked.push(number);
        return super.get(number);
      }
    })();
    const skip = create.SkipTurn({ term: "2053", unit: "b", reason });
    expect(chairRotation.decide(timed(skip), { ...state, decisions })).toMatchObject({ ok: true });
    expect(new Set(asked)).toEqual(new Set([31]));
  });

  it("a new order is decided without a look at a term that has begun (L58)", () => {
    const state = once(...begun("abc"), hand("2023", "a", "b"), hand("2024", "b", "c"));
    const begunOnce = new Proxy(state.served[0] ?? expect.fail(), {
      get: (_, field) => expect.fail(`${String(field)} of a begun term is read`),
    });
    const served = [begunOnce, ...state.served.slice(1)];
    const order = create.ReplaceOrder({ term: "2025", order: ["b", "a"], effective: "atOnce", reason });
    expect(chairRotation.decide(timed(order), { ...state, served })).toMatchObject({ ok: true });
  });

  it("a term that is held over is certain once its chair is designated (L55)", () => {
    const hold = create.HoldOver({ term: "2023", reason });
    const elect = create.DesignateChair({
      term: "2023",
      chair: "a",
      basis: conference,
      designatedOn: "2022-02-01",
    });
    const certainty = (...commands: ChairRotationCommand[]) =>
      forecast(once(...begun("ab"), ...commands), { number: 1 }).at(-1)?.certainty;
    expect([certainty(hold), certainty(hold, elect)]).toEqual(["nominal", "assigned"]);
  });

  it("a chair that nobody was elected for is taken early only by a unit that still is one on the first day (L44)", () => {
    const policy = { consent: "outgoing", daysBeforeMax: 60, daysAfterMax: 90 } as const;
    const elected = opening("ab", { succession: { kind: "elected" }, handover: policy });
    const mergedOn = "2022-01-01";
    const gone = create.MergeInRotation({ units: ["a"], into: "n", mergedOn });
    const takes = (chair: string, installedOn: string) =>
      create.InstallChair({ term: "2022", chair, installedOn, basis: decision });
    const merged = given(chairRotation, done(elected, gone));
    merged
      .when(timed(takes("a", "2021-12-23")))
      .thenRejected("UnitNotInRotation", { unit: "a", since: mergedOn, into: "n" });
    merged.when(timed(takes("n", "2021-12-23"))).thenRejected("UnitNotInRotation", { unit: "n" });
    expect(done(elected, gone, takes("n", mergedOn)).at(-1)?.type).toBe("ChairInstalled");
  });
});
