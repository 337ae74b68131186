import { describe, expect, it } from "vitest";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { conference, consent, decision, hand, install, opening, propose } from "./life.ts";
import { done, once } from "./once.ts";

const { create } = ChairRotationCommand;
const reason = "theo quy chế";
const skip = (term: string, unit: string) => create.SkipTurn({ term, unit, reason });
const leave = (unit: string, leftOn: string, ceases?: true) =>
  create.LeaveRotation({ unit, leftOn, reason, ...(ceases && { ceases }) });
const join = (unit: string, joinedOn: string) => create.JoinRotation({ unit, joinedOn });
const deferred = { skip: { kind: "defer", terms: 2 } } as const;
const skipped = [opening("abcd", deferred), install("2022", "a"), skip("2023", "b"), hand("2023", "a", "c")];

const debts = (...commands: ChairRotationCommand[]) =>
  [...once(...commands).obligations.values()].map(({ unit, status }) => `${unit} ${status}`);
const chairs = (number: number, ...commands: ChairRotationCommand[]) =>
  forecast(once(...commands), { number })
    .map(({ chair }) => (chair.kind === "unit" ? chair.unit : chair.kind))
    .join(" ");

describe("a turn that is owed to a unit which leaves", () => {
  it("ends with the leave, and an event says so right behind it", () => {
    expect(done(...skipped, leave("b", "2023-03-01")).at(-1)).toMatchObject({
      type: "ObligationBroken",
      data: { because: "unitLeft", brokenOn: "2023-03-02", unit: "b", passed: "2023" },
    });
    expect(debts(...skipped, leave("b", "2023-03-01", true))).toEqual(["b broken"]);
  });

  it("does not come back when the unit joins again", () => {
    const again = [...skipped, leave("b", "2023-03-01"), join("b", "2023-09-01")];
    expect(chairs(6, ...again)).toBe("a c d b a c d");
  });

  it("ends when the leave comes nearer than the next term, if the unit leaves later than that", () => {
    const ahead = [...skipped, leave("b", "2024-06-30")];
    expect(debts(...ahead)).toEqual(["b open"]);
    expect(chairs(4, ...ahead)).toBe("a c d a c");
    expect(debts(...ahead, hand("2024", "c", "d"))).toEqual(["b broken"]);
  });

  it("ends for the heir that leaves, and for the heir of the heir", () => {
    const merge = (units: string[], into: string, mergedOn: string) =>
      create.MergeInRotation({ units, into, mergedOn });
    const split = create.SplitInRotation({ unit: "m", heir: "n", others: ["o"], splitOn: "2023-05-01" });
    const heirs = [...skipped, merge(["b"], "m", "2023-04-01"), split];
    expect(debts(...heirs)).toEqual(["b open"]);
    expect(chairs(3, ...heirs)).toBe("a c d n");
    expect(debts(...heirs, leave("n", "2023-09-01"))).toEqual(["b broken"]);
    const later = [...heirs, hand("2024", "c", "d"), leave("n", "2024-02-01")];
    expect(debts(...later)).toEqual(["b broken"]);
  });

  it("does not arise from a swap that is void because the unit, which has given its term, is gone", () => {
    const swapped = [opening("abcd"), install("2022", "a"), propose("b2023", "d2025"), consent("d")];
    expect(debts(...swapped, hand("2023", "a", "d"), leave("b", "2023-06-01", true))).toEqual([]);
    expect(debts(...swapped, hand("2023", "a", "d"), leave("d", "2023-06-01"))).toEqual(["b open"]);
  });
});

describe("a turn that is owed for one that was skipped", () => {
  it("stays claimed when its unit merges, even before the term that it was skipped in (seed 1195623889)", () => {
    const ready = { skip: { kind: "whenReady" } } as const;
    const told = [opening("abcd", ready), install("2022", "a"), skip("2024", "c")];
    const [obligation = ""] = [...once(...told).obligations.keys()];
    const merged = create.MergeInRotation({ units: ["c"], into: "n", mergedOn: "2023-03-01" });
    const claimed = [...told, create.ClaimOwedTurn({ obligation, term: "2026" }), merged];
    expect(chairs(5, ...claimed)).toBe("a b d a n b");
    expect(done(...claimed).filter(({ type }) => type === "AgreementVoided")).toEqual([]);
  });

  it.each(["elected", "electedInRotation"] as const)("does not arise where chairs are %s", (kind) => {
    const elect = (term: string, chair: string) =>
      create.DesignateChair({ term, chair, basis: conference, designatedOn: "2022-01-01" });
    const open = opening("abcd", { ...deferred, succession: { kind } });
    const elected = [open, elect("2022", "a"), install("2022", "a")];
    const events = done(...elected, elect("2023", "b"), skip("2023", "b"));
    expect(events.find(({ type }) => type === "TurnSkipped")?.data).not.toHaveProperty("owed");
  });

  it("arises where the authority gives the term to the unit that comes after the one that was skipped", () => {
    const assign = create.DesignateChair({
      term: "2023",
      chair: "c",
      basis: decision,
      designatedOn: "2022-02-02",
    });
    const assigned = [opening("abcd", deferred), install("2022", "a"), skip("2023", "b"), assign];
    expect(chairs(4, ...assigned)).toBe("a c d b a");
    expect(debts(...assigned, hand("2023", "a", "c"))).toEqual(["b open"]);
  });

  it("can be broken again in the same words without another event", () => {
    const events = done(...skipped);
    const owed = events.find(({ type }) => type === "TurnSkipped")?.data;
    const obligation = owed && "owed" in owed ? (owed.owed?.obligation ?? "") : "";
    const give = create.BreakObligation({ obligation, brokenOn: "2023-03-01", reason });
    expect(done(...skipped, give, give)).toEqual(done(...skipped, give));
  });
});

describe("a skip that passes nobody over", () => {
  it("costs no waiting under the rule of the longest wait", () => {
    const assign = create.DesignateChair({
      term: "2023",
      chair: "e",
      basis: decision,
      designatedOn: "2022-02-02",
    });
    const policy = { succession: { kind: "longestWaiting" } } as const;
    const history = [opening("abcde", policy), install("2022", "a"), skip("2023", "b"), assign];
    expect(chairs(5, ...history)).toBe("a e b c d a");
  });
});
