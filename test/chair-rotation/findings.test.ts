import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { custodyOn } from "../../src/chair-rotation/custody-on.ts";
import { fairnessOf } from "../../src/chair-rotation/forecast/fairness.ts";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { officeOn } from "../../src/chair-rotation/office-on.ts";
import { agenda } from "../../src/chair-rotation/questions/agenda.ts";
import { conference, consent, decision, flag, hand, install, opening, propose, timed } from "./life.ts";
import { done, once } from "./once.ts";

const { create } = ChairRotationCommand;
const reason = "theo quy chế";
type Policy = Parameters<typeof opening>[1];

/** The rotation a, b, c ... with the first unit in the chair of 2022 since its first day, and the flag. */
const begun = (units = "abcd", policy: Policy = {}, more: { deputy?: string } = {}) =>
  create.OpenRotation({ ...opening(units, policy).data, chair: units[0], flag, ...more });
const merge = (units: string[], into: string, mergedOn: string) =>
  create.MergeInRotation({ units, into, mergedOn });
const leave = (unit: string, leftOn: string) => create.LeaveRotation({ unit, leftOn, reason });
const suspend = (unit: string, suspendedOn: string) =>
  create.SuspendFromRotation({ unit, suspendedOn, reason });
const skip = (term: string, unit: string) => create.SkipTurn({ term, unit, reason });
const substitute = (term: string, unit: string, chair: string) =>
  create.NameSubstitute({ term, unit, chair, reason });

const chairs = (count: number, ...commands: ChairRotationCommand[]) =>
  forecast(once(...commands), { number: count - 1 })
    .map(({ chair }) => (chair.kind === "unit" ? chair.unit : chair.kind === "open" ? "?" : "-"))
    .join("");

function refusal(...commands: ChairRotationCommand[]) {
  const last = commands.at(-1) ?? opening("a");
  const decision = chairRotation.decide(timed(last), once(...commands.slice(0, -1)));
  return decision.ok ? undefined : decision.rejection.type;
}

const tenures = (number: number, ...commands: ChairRotationCommand[]) =>
  agenda(done(...commands), { number }).terms[number]?.tenures.map(({ unit, from }) => `${unit} ${from}`);

describe("a merger or a leave that lies ahead", () => {
  it("moves neither holder nor flag before its day, and then agenda and office say the same (H1, H2)", () => {
    const commands = [begun(), merge(["a"], "c", "2022-07-01")];
    const rotation = once(...commands);
    expect(officeOn(rotation, "2022-06-30").holder).toBe("a");
    expect(custodyOn(rotation, "2022-06-30")?.custodian).toEqual({ kind: "unit", unit: "a" });
    expect(officeOn(rotation, "2022-07-01").holder).toBe("c");
    expect(custodyOn(rotation, "2022-07-01")?.custodian).toEqual({ kind: "unit", unit: "c" });
    expect(tenures(0, ...commands)).toEqual(["a 2022-01-01", "c 2022-07-01"]);
    expect(fairnessOf(rotation).units.find(({ unit }) => unit === "c")).toMatchObject({ chaired: 1 });
  });

  it("voids no swap of terms before it, and the unit itself still consents (H2)", () => {
    const proposed = [begun(), propose("b2023", "c2024")];
    expect(chairs(3, ...proposed, consent("c"), merge(["c"], "z", "2029-06-01"))).toBe("acb");
    expect(chairs(3, ...proposed, merge(["c"], "z", "2029-06-01"), consent("c"))).toBe("acb");
  });

  it("leaves an owed turn to the unit that takes it before (H2)", () => {
    const owing = [begun("abcd", { skip: { kind: "defer", terms: 1 } }), skip("2023", "b")];
    const taken = [merge(["b"], "z", "2030-06-01"), hand("2023", "a", "c"), hand("2024", "c", "b")];
    const [owed] = once(...owing, ...taken).obligations.values();
    expect(owed).toMatchObject({ unit: "b", status: "honoured" });
  });

  it("leaves the chair in office up to its last day (H2)", () => {
    const rotation = once(begun("abcd", { leaver: "deputyActs" }, { deputy: "b" }), leave("a", "2022-09-30"));
    expect(officeOn(rotation, "2022-09-30")).toMatchObject({ holder: "a", acting: undefined });
    expect(officeOn(rotation, "2022-10-01")).toMatchObject({ holder: undefined, why: "left", acting: "b" });
  });
});

describe("a unit that is gone or suspended", () => {
  const policy = { leaver: "deputyActs" } as const;

  it("does not act as the deputy that it was (H3)", () => {
    const left = [leave("b", "2022-03-01"), leave("a", "2022-09-01")];
    expect(officeOn(once(begun("abcd", policy, { deputy: "b" }), ...left), "2022-09-02")).toMatchObject({
      holder: undefined,
      acting: undefined,
    });
  });

  it("is neither appointed nor installed, but the unit that it became is (H3)", () => {
    const acts = (unit: string) =>
      create.AppointActingChair({ term: "2022", unit, from: "2022-06-01", reason });
    expect(refusal(begun(), leave("c", "2022-03-01"), acts("c"))).toBe("UnitNotInRotation");
    expect(refusal(begun(), suspend("c", "2022-02-01"), acts("c"))).toBe("UnitSuspended");
    const vacant = [
      begun(),
      merge(["a"], "n", "2022-07-01"),
      create.RecordVacancy({ term: "2022", from: "2022-09-01", reason }),
    ];
    const installed = (chair: string) =>
      create.InstallChair({ term: "2022", chair, installedOn: "2022-10-01", basis: decision });
    expect(refusal(...vacant, installed("a"))).toBe("UnitNotInRotation");
    expect(refusal(...vacant, installed("n"))).toBe(undefined);
  });

  it("takes no chair as a substitute that has left meanwhile (H3)", () => {
    const named = [begun(), substitute("2023", "b", "d"), leave("d", "2022-06-30")];
    expect(chairs(4, ...named)).toBe("abca");
    expect(refusal(...named, hand("2023", "a", "d"))).toBe("NotHolderOfTerm");
  });
});

describe("an agreement whose turn goes to another unit", () => {
  it.each<[string, ChairRotationCommand]>([
    ["is skipped", skip("2023", "b")],
    ["leaves", leave("b", "2022-06-30")],
    ["is suspended", suspend("b", "2022-06-30")],
  ])("costs that unit nothing where the first one %s (H4)", (_, moved) => {
    const rest = "acda";
    expect(chairs(4, begun(), substitute("2023", "b", "d"), moved)).toBe(rest);
    const vacancy = create.RecordVacancy({ term: "2023", from: "2023-01-01", reason });
    expect(chairs(4, begun(), vacancy, moved)).toBe(rest);
  });

  it("gives nobody two terms running by a confirmation (M5)", () => {
    const confirm = create.DesignateChair({
      term: "2024",
      chair: "c",
      basis: conference,
      designatedOn: "2022-06-01",
    });
    expect(chairs(4, begun(), confirm, skip("2023", "b"))).toBe("acda");
  });
});

describe("suspensions", () => {
  it("of one unit are two facts: an earlier one counts though a later one is recorded (H5)", () => {
    const two = [begun(), suspend("c", "2030-01-01"), suspend("c", "2023-01-01")];
    expect(chairs(4, ...two)).toBe("abda");
  });

  it("that are to be lifted later still bar a designation before (M4)", () => {
    const lifted = create.ReinstateInRotation({ unit: "c", reinstatedOn: "2025-01-01" });
    const elect = create.DesignateChair({
      term: "2023",
      chair: "c",
      basis: conference,
      designatedOn: "2022-06-01",
    });
    const elected = begun("abcd", { succession: { kind: "elected" } });
    expect(refusal(elected, suspend("c", "2023-01-01"), lifted, elect)).toBe("UnitSuspended");
  });

  it("stay when a free unit merges into the suspended one (L12)", () => {
    const merged = [begun("abcd"), suspend("c", "2022-02-01"), merge(["b"], "c", "2022-06-01")];
    expect(chairs(4, ...merged)).toBe("adad");
  });
});

describe("turns that are owed", () => {
  it("to two units in one term are both honoured, in order (M6)", () => {
    const owing = begun("abcdef", { skip: { kind: "defer", terms: 2 } });
    expect(chairs(6, owing, skip("2023", "b"), skip("2023", "c"))).toBe("adebcf");
  });

  it("are honoured where their unit has swapped the term away (M6)", () => {
    const owing = [begun("abcdef", { skip: { kind: "defer", terms: 1 } }), skip("2023", "b")];
    const given = [propose("b2024", "d2025"), consent("d"), hand("2023", "a", "c"), hand("2024", "c", "d")];
    const [owed] = once(...owing, ...given).obligations.values();
    expect(owed).toMatchObject({ unit: "b", status: "honoured" });
  });

  it("are not claimed for the very term that was skipped (M14)", () => {
    const owing = [begun("abcd", { skip: { kind: "whenReady" } }), skip("2023", "b")];
    const [owed] = once(...owing).obligations.keys();
    const claim = create.ClaimOwedTurn({ obligation: owed ?? "", term: "2023" });
    expect(refusal(...owing, claim)).toBe("ObligationNotYetArisen");
  });
});

describe("a term", () => {
  it("that is vacant from May on is handed over in January (M7)", () => {
    const vacancy = create.RecordVacancy({ term: "2023", from: "2023-05-01", reason });
    const handed = [begun(), vacancy, hand("2023", "a", "b")];
    expect(chairs(3, ...handed)).toBe("abc");
    expect(tenures(1, ...handed)).toEqual(["b 2023-01-01", "undefined 2023-05-01"]);
  });

  it("begins with its handover, and the one before lasts until then (M9)", () => {
    const late = { handover: { consent: "outgoing", daysBeforeMax: 31, daysAfterMax: 31 } } as const;
    const handedOver = create.HandOverChair({
      term: "2023",
      from: "a",
      to: "b",
      handedOverOn: "2023-01-09",
    });
    const [first, second] = agenda(done(begun("abcd", late), handedOver), { number: 1 }).terms;
    expect(first?.tenures).toEqual([{ unit: "a", from: "2022-01-01", until: "2023-01-09" }]);
    expect(second?.tenures[0]).toMatchObject({ unit: "b", from: "2023-01-09" });
  });

  it("that runs does not end before it was handed over (L2)", () => {
    const late = { handover: { consent: "outgoing", daysBeforeMax: 31, daysAfterMax: 100 } } as const;
    const handedOver = create.HandOverChair({
      term: "2023",
      from: "a",
      to: "b",
      handedOverOn: "2023-03-25",
    });
    const end = create.ChangeTermEnd({ term: "2023", endsOn: "2023-02-01", reason });
    expect(refusal(begun("abcd", late), handedOver, end)).toBe("TermEndsBeforeLastAct");
  });

  it("that is vacant has no deputy (L11)", () => {
    const vacancy = create.RecordVacancy({ term: "2023", from: "2023-01-01", reason });
    const row = forecast(once(begun("abcd", { deputy: "nextChair" }), vacancy), { number: 1 })[1];
    expect(row).toMatchObject({ chair: { kind: "vacant" }, deputy: undefined });
  });
});

describe("what is recorded of the past", () => {
  it("names a split in the chain of custody (L1)", () => {
    const split = create.SplitInRotation({ unit: "a", heir: "x", others: ["y"], splitOn: "2022-06-01" });
    expect(custodyOn(once(begun(), split), "2022-06-01")?.steps.at(-1)?.event).toBe("UnitSplitInRotation");
  });

  it("counts the first sitter of a term in which another was installed (L9)", () => {
    const again = create.InstallChair({
      term: "2022",
      chair: "c",
      installedOn: "2022-07-15",
      basis: decision,
    });
    const { units } = fairnessOf(
      once(begun("abcd", { leaver: "reassign" }), leave("a", "2022-06-30"), again),
    );
    expect(units.filter(({ chaired }) => chaired === 1).map(({ unit }) => unit)).toEqual(["a", "c"]);
  });

  it("leaks no seat of its own into the rows that have begun (L10)", () => {
    const row = forecast(once(opening("abc"), install("2022", "a")), { number: 0 })[0];
    expect(Object.keys(row ?? {})).not.toContain("seat");
  });
});
