import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { given } from "../../src/testing/scenario.ts";
import { conference, decision, install, opening } from "./life.ts";
import { done, once } from "./once.ts";

const { create } = ChairRotationCommand;
const reason = "theo quy chế";
const suspended = create.SuspendFromRotation({ unit: "b", suspendedOn: "2022-01-01", reason });
const join = create.JoinRotation({ unit: "x", joinedOn: "2022-07-01" });

/** Whose turn each term is, in a line. */
const turnsOf = (number: number, ...commands: ChairRotationCommand[]) =>
  forecast(once(...commands), { number })
    .map(({ nominal }) => (nominal.kind === "unit" ? nominal.unit : "-"))
    .join("");

describe("a unit that has just had the chair (L50)", () => {
  it("has waited less long than a unit that joined during its term", () => {
    const policy = { succession: { kind: "longestWaiting" }, joiner: "end" } as const;
    expect(turnsOf(4, opening("ab", policy), suspended, install("2022", "a"), join)).toBe("axaxa");
  });

  it("begins no new lap either, where a unit that waited for it can", () => {
    const policy = { succession: { kind: "cycle" }, joiner: "nextLap" } as const;
    expect(turnsOf(4, opening("ba", policy), suspended, install("2022", "a"), join)).toBe("axaxa");
  });

  it("begins the new lap where a term lies between that nobody had", () => {
    const policy = { succession: { kind: "cycle" }, joiner: "nextLap" } as const;
    const skip = create.SkipTurn({ term: "2023", unit: "a", reason });
    const later = create.JoinRotation({ unit: "x", joinedOn: "2023-07-01" });
    expect(turnsOf(4, opening("a", policy), install("2022", "a"), skip, later)).toBe("a-axa");
  });

  it("begins no new lap because all others had a turn ahead of theirs", () => {
    const policy = { succession: { kind: "lottery" } } as const;
    const lots = create.OpenRotation({ ...opening("ab", policy).data, chair: "a" });
    const choose = (term: string, chair: string) =>
      create.DesignateChair({ term, chair, basis: decision, designatedOn: "2022-01-01" });
    const cycle = opening("ab", { succession: { kind: "cycle" } }).data.policy;
    const adopt = create.AdoptRotationPolicy({ term: "2025", policy: cycle, basis: decision });
    expect(turnsOf(6, lots, choose("2023", "a"), choose("2024", "b"), adopt)).toBe("aababab");
  });
});

describe("a unit that is passed over in a term which the rule leaves open", () => {
  const elected = opening("ab", { succession: { kind: "elected" } });
  const inRotation = opening("ab", {
    succession: { kind: "electedInRotation" },
    skip: { kind: "defer", terms: 2 },
  });
  const choose = (basis: typeof decision | typeof conference) =>
    create.DesignateChair({ term: "2022", chair: "a", basis, designatedOn: "2022-01-05" });
  const skip = create.SkipTurn({ term: "2022", unit: "a", reason });
  const refused = { term: "2022", unit: "a", because: "passedOver" } as const;

  it("does not take its chair: it would have two terms running once a rule names the chairs (L50)", () => {
    given(chairRotation, done(elected, choose(conference), skip))
      .when(install("2022", "a"))
      .thenRejected("UnitDoesNotStand", refused);
  });

  it.each([
    ["elected", elected],
    ["elected in rotation", inRotation],
  ])("is not chosen for it again, %s", (_, opened) => {
    for (const basis of [conference, decision])
      given(chairRotation, done(opened, choose(conference), skip))
        .when(choose(basis))
        .thenRejected("UnitDoesNotStand", refused);
  });

  it("is not chosen by way of its heir", () => {
    const merge = create.MergeInRotation({ units: ["a"], into: "c", mergedOn: "2022-01-01" });
    given(chairRotation, done(opening("abc", elected.data.policy), choose(conference), skip, merge))
      .when(install("2022", "c"))
      .thenRejected("UnitDoesNotStand", { ...refused, unit: "c" });
  });
});

describe("a rule that is adopted", () => {
  it("may leave everybody's turn as it was: without a deputy the next chair was found by that rule already (L49)", () => {
    const succession = { kind: "deputySucceeds", otherwise: "longestWaiting" } as const;
    const before = opening("ab", { succession });
    const { policy } = opening("ab", { succession: { kind: "longestWaiting" } }).data;
    const adopt = create.AdoptRotationPolicy({ term: "2023", policy, basis: decision });
    expect(turnsOf(4, before, adopt)).toBe(turnsOf(4, before));
  });

  it("may give no term: the one before another rule comes is held over (L49)", () => {
    const { policy } = opening("ab", { succession: { kind: "alphabetical" } }).data;
    const adopt = (term: string) => create.AdoptRotationPolicy({ term, policy, basis: decision });
    const hold = create.HoldOver({ term: "2023", reason });
    const before = [opening("ab"), install("2022", "a"), hold, adopt("2024")];
    expect(turnsOf(4, ...before)).toBe("aabab");
    expect(turnsOf(4, ...before, adopt("2023"))).toBe("aabab");
  });
});
