import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { derivedId } from "../../src/kernel/ids.ts";
import { historyOf } from "../../src/testing/scenario.ts";
import { consent, decision, hand, install, opening, propose, timed } from "./life.ts";

const { create } = ChairRotationCommand;
const reason = "theo thỏa thuận";

/** Who chairs from the first term on, the swaps' ends, and the turns owed. */
function outcome(...commands: ChairRotationCommand[]) {
  const events = historyOf(chairRotation, commands);
  const state = chairRotation.fold(events);
  if (state.status === "blank") throw new Error("opened");
  const rows = forecast(state, { number: 7 });
  return {
    chairs: rows.map(({ chair }) => (chair.kind === "unit" ? chair.unit : "-")).join(""),
    voided: events.flatMap(({ type, data }) =>
      type === "SwapVoided" ? [`${data.swap} ${data.because}`] : [],
    ),
    owed: [...state.obligations.values()].map(({ unit, passed }) => `${unit}${passed}`),
  };
}

const six = opening("abcdef");
const agreed = [propose("b2023", "d2025"), consent("d")];
const kept = { voided: [], owed: [] };
const basis = decision;
const alphabetical = { succession: { kind: "alphabetical" } } as const;
/** The deputy succeeds, and is nobody unless it is named. */
const succeeding = opening("abcdef", {
  succession: { kind: "deputySucceeds", otherwise: "longestWaiting" },
  deputy: "designated",
});
const suspended = (unit: string) => create.SuspendFromRotation({ unit, suspendedOn: "2022-01-15", reason });
const skipped = (unit: string) => create.SkipTurn({ term: "2023", unit, reason });
const owedTurn = (unit: string) => derivedId("owedTurn", "bloc", "2023", unit);
const lot = create.AnnounceOrderLot({
  lot: "lot",
  term: "2024",
  units: [..."abcdef"],
  sources: ["Xổ số"],
  announcedOn: "2022-02-01",
});
const isVoid = (chairs: string, because = "turnMoved") => ({ chairs, voided: [`swap ${because}`], owed: [] });

describe("an agreed swap", () => {
  it("is between two terms and the units whose turns they are", () =>
    expect(outcome(six, ...agreed)).toEqual({ chairs: "adcbefab", ...kept }));

  it("is void as a whole once a skip gives one of its turns to somebody else", () =>
    expect(outcome(six, ...agreed, create.SkipTurn({ term: "2024", unit: "c", reason }))).toEqual(
      isVoid("abdefabc"),
    ));

  it.each<[string, ChairRotationCommand, string]>([
    [
      "a joiner",
      create.JoinRotation({ unit: "g", joinedOn: "2023-06-01", place: { kind: "after", unit: "c" } }),
      "abcgdefa",
    ],
    ["a leaver", create.LeaveRotation({ unit: "c", leftOn: "2023-06-01", reason }), "abdefabd"],
    [
      "a suspension of another",
      create.SuspendFromRotation({ unit: "c", suspendedOn: "2023-06-01", reason }),
      "abdefabd",
    ],
    [
      "a new place",
      create.PlaceInOrder({ term: "2024", unit: "c", place: { kind: "end" }, reason }),
      "abdefcab",
    ],
    ["a term held over", create.HoldOver({ term: "2024", reason }), "abbcdefa"],
    [
      "a merger of one with another",
      create.MergeInRotation({ units: ["b", "c"], into: "z", mergedOn: "2022-06-01" }),
      "azdefazd",
    ],
  ])("is void by %s that moves one of its turns", (_, command, chairs) =>
    expect(outcome(six, ...agreed, command)).toEqual(isVoid(chairs)),
  );

  it.each<[string, ChairRotationCommand[], ChairRotationCommand]>([
    [
      "a declined turn",
      [six, ...agreed],
      create.DeclineTurn({ term: "2024", unit: "c", declinedOn: "2022-02-01", reason }),
    ],
    [
      "a reinstatement",
      [six, suspended("c"), propose("b2023", "e2025"), consent("e")],
      create.ReinstateInRotation({ unit: "c", reinstatedOn: "2023-06-01" }),
    ],
    [
      "a removal from the order",
      [six, ...agreed],
      create.RemoveFromOrder({ term: "2024", unit: "c", reason }),
    ],
    [
      "a new sort key under an alphabetical rule",
      [opening("abcdef", alphabetical), ...agreed],
      create.RenameInRotation({ unit: "c", name: "Z", sortKey: "z", renamedOn: "2023-06-01" }),
    ],
    [
      "another policy",
      [opening("acbdef"), propose("c2023", "d2025"), consent("d")],
      create.AdoptRotationPolicy({ term: "2024", policy: opening("a", alphabetical).data.policy, basis }),
    ],
    [
      "an order drawn by lot",
      [six, ...agreed, lot],
      create.DrawOrder({
        lot: "lot",
        drawn: [{ source: "Xổ số", values: ["735182"] }],
        drawnOn: "2022-02-02",
      }),
    ],
    [
      "an owed turn that is claimed",
      [
        opening("abcdef", { skip: { kind: "whenReady" } }),
        skipped("b"),
        propose("d2024", "e2025"),
        consent("e"),
      ],
      create.ClaimOwedTurn({ obligation: owedTurn("b"), term: "2024" }),
    ],
    [
      "an owed turn that will not be given",
      [
        opening("abcdef", { skip: { kind: "defer", terms: 2 } }),
        skipped("b"),
        propose("c2023", "b2025"),
        consent("b"),
      ],
      create.BreakObligation({ obligation: owedTurn("b"), brokenOn: "2022-05-01", reason }),
    ],
    [
      "a designation with another deputy, who succeeds",
      [succeeding, propose("c2024", "d2025"), consent("d")],
      create.DesignateChair({ term: "2023", chair: "b", deputy: "f", basis, designatedOn: "2022-02-01" }),
    ],
    [
      "another deputy, who succeeds",
      [succeeding, propose("b2023", "d2025"), consent("d")],
      create.DesignateDeputy({ term: "2022", deputy: "f", basis, designatedOn: "2022-02-01" }),
    ],
    [
      "a deputy that is released and does not succeed",
      [
        succeeding,
        create.DesignateDeputy({ term: "2022", deputy: "f", basis, designatedOn: "2022-02-01" }),
        propose("f2023", "d2026"),
        consent("d"),
      ],
      create.ReleaseDeputy({ term: "2022", deputy: "f", releasedOn: "2022-05-01", reason }),
    ],
    [
      "a handover with a deputy, who succeeds",
      [succeeding, install("2022", "a"), propose("c2024", "d2025"), consent("d")],
      create.HandOverChair({ term: "2023", from: "a", to: "b", deputy: "f", handedOverOn: "2023-01-01" }),
    ],
    [
      "an installation with a deputy, who succeeds",
      [succeeding, propose("b2023", "d2025"), consent("d")],
      create.InstallChair({ term: "2022", chair: "a", deputy: "f", installedOn: "2022-01-01", basis }),
    ],
  ])("is void by %s", (_, before, command) => {
    expect(outcome(...before)).toMatchObject({ voided: [] });
    expect(outcome(...before, command).voided).toEqual(["swap turnMoved"]);
  });

  it.each<[string, ChairRotationCommand, string]>([
    ["a longer term", create.ChangeTermEnd({ term: "2024", endsOn: "2025-07-01", reason }), "adcbefab"],
    ["a skip behind it", create.SkipTurn({ term: "2026", unit: "e", reason }), "adcbfabc"],
    ["a joiner behind it", create.JoinRotation({ unit: "g", joinedOn: "2023-06-01" }), "adcbefga"],
    [
      "a substitute between",
      create.NameSubstitute({ term: "2024", unit: "c", chair: "f", reason }),
      "adfbefab",
    ],
    [
      "a merger of one of its units",
      create.MergeInRotation({ units: ["b"], into: "z", mergedOn: "2022-06-01" }),
      "adczefaz",
    ],
    [
      "a split of one of its units",
      create.SplitInRotation({ unit: "d", heir: "y", others: ["w"], splitOn: "2022-06-01" }),
      "aycbefwa",
    ],
  ])("stands by %s", (_, command, chairs) =>
    expect(outcome(six, ...agreed, command)).toEqual({ chairs, ...kept }),
  );

  it("is void as a whole by a new order for its later term only", () => {
    const reorder = create.ReplaceOrder({ term: "2024", order: [..."cdefab"], effective: "atOnce", reason });
    expect(outcome(six, ...agreed, reorder)).toEqual(isVoid("abcdefab", "newOrder"));
  });

  it("stands under a new order that keeps swaps and holds their other half (EU, 2007)", () => {
    const reorder = create.ReplaceOrder({
      term: "2025",
      order: [..."bacdef"],
      effective: "atOnce",
      keepSwaps: true,
      reason,
    });
    expect(outcome(six, ...agreed, reorder)).toEqual({ chairs: "adcbacde", ...kept });
  });

  it("is void under a new order that keeps swaps and gives its turn to a third", () => {
    const reorder = create.ReplaceOrder({
      term: "2025",
      order: [..."fabcde"],
      effective: "atOnce",
      keepSwaps: true,
      reason,
    });
    expect(outcome(six, ...agreed, reorder)).toEqual(isVoid("abcfabcd"));
  });

  it("is void when the unit that was to take a term is suspended before it", () => {
    const suspend = create.SuspendFromRotation({ unit: "b", suspendedOn: "2024-06-01", reason });
    expect(outcome(six, ...agreed, suspend)).toEqual(isVoid("abcdefac", "unitSuspended"));
  });

  it("falls with the swap that it was agreed upon (G20: two swaps that do not commute)", () => {
    const second = [propose("b2025", "e2026", "second"), consent("e", "second")];
    expect(outcome(six, ...agreed, ...second).chairs).toBe("adcebfab");
    const skip = create.SkipTurn({ term: "2022", unit: "a", reason });
    expect(outcome(six, ...agreed, ...second, skip)).toEqual({
      chairs: "bcdefabc",
      voided: ["swap turnMoved", "second turnMoved"],
      owed: [],
    });
  });

  it("leaves a turn owed to the unit that had given its own when the other half is void", () => {
    const begun = [install("2022", "a"), ...agreed, hand("2023", "a", "d")];
    const skip = create.SkipTurn({ term: "2024", unit: "c", reason });
    expect(outcome(six, ...begun, skip)).toEqual({
      chairs: "addefabc",
      voided: ["swap turnMoved"],
      owed: ["b2023"],
    });
  });

  it.each<[string, ChairRotationCommand, string]>([
    [
      "the unit of its earlier turn merges",
      create.MergeInRotation({ units: ["b"], into: "z", mergedOn: "2023-06-01" }),
      "adczefaz",
    ],
    [
      "the unit of its later turn merges",
      create.MergeInRotation({ units: ["d"], into: "z", mergedOn: "2023-06-01" }),
      "adcbefab",
    ],
    [
      "the unit of its later turn is split up",
      create.SplitInRotation({ unit: "d", heir: "y", others: ["w"], splitOn: "2023-06-01" }),
      "adcbefwa",
    ],
  ])(
    "stands when %s between its two terms: the unit itself before that day, its heir after it",
    (_, command, chairs) => expect(outcome(six, ...agreed, command)).toEqual({ chairs, ...kept }),
  );

  it("is void when a unit of it merges into one that is suspended", () => {
    const suspend = create.SuspendFromRotation({ unit: "f", suspendedOn: "2022-06-01", reason });
    const merge = create.MergeInRotation({ units: ["b"], into: "f", mergedOn: "2024-06-01" });
    expect(outcome(six, ...agreed, suspend, merge)).toEqual(isVoid("abcdeacd", "unitSuspended"));
    const both = create.MergeInRotation({ units: ["b", "d"], into: "f", mergedOn: "2022-07-01" });
    expect(outcome(six, ...agreed, suspend, both).voided).toEqual(["swap turnMoved"]);
  });

  it("is void when a unit is suspended that sits before it merges", () => {
    const merge = create.MergeInRotation({ units: ["d"], into: "z", mergedOn: "2024-06-01" });
    const suspend = create.SuspendFromRotation({ unit: "d", suspendedOn: "2023-01-01", reason });
    expect(outcome(six, ...agreed, merge, suspend).voided).toEqual(["swap unitSuspended"]);
  });

  it("goes with its units when they merge, and is void when what they became leaves", () => {
    const merge = create.MergeInRotation({ units: ["b"], into: "z", mergedOn: "2022-06-01" });
    const leave = create.LeaveRotation({ unit: "z", leftOn: "2024-06-01", reason });
    expect(outcome(six, ...agreed, merge, leave)).toEqual(isVoid("azcdefac", "unitLeft"));
  });
});

describe("a substitute", () => {
  const substitute = create.NameSubstitute({ term: "2024", unit: "c", chair: "g", reason });
  const joins = (joinedOn: string) => create.JoinRotation({ unit: "g", joinedOn });

  it("is a member in the term", () => {
    expect(refusal(six, substitute)).toEqual({ type: "UnitNotInRotation", data: { unit: "g" } });
    expect(refusal(six, joins("2025-01-01"), substitute)?.type).toBe("UnitNotInRotation");
    expect(outcome(six, joins("2024-01-01"), substitute).chairs).toBe("abgdefga");
  });

  it("is not suspended in the term", () => {
    const suspend = create.SuspendFromRotation({ unit: "g", suspendedOn: "2023-06-01", reason });
    const refused = { type: "UnitSuspended", data: { unit: "g" } };
    expect(refusal(six, joins("2022-01-01"), suspend, substitute)).toEqual(refused);
  });

  it("that has left since swaps its term no more", () => {
    const leave = create.LeaveRotation({ unit: "g", leftOn: "2023-06-01", reason });
    const back = create.JoinRotation({ unit: "g", joinedOn: "2025-01-01" });
    const before = [six, joins("2022-01-01"), substitute, leave, back];
    expect(refusal(...before, propose("g2024", "e2026"))?.type).toBe("SwapHolderStale");
  });
});

describe("an heir", () => {
  const suspend = (unit: string) => create.SuspendFromRotation({ unit, suspendedOn: "2022-06-01", reason });
  const reinstate = (unit: string) => create.ReinstateInRotation({ unit, reinstatedOn: "2025-01-01" });
  const merge = (units: string[], into: string) =>
    create.MergeInRotation({ units, into, mergedOn: "2023-06-01" });

  it.each<[string, ChairRotationCommand[], string]>([
    ["keeps its own suspension", [suspend("f"), merge(["b"], "f")], "f"],
    [
      "that is new is suspended when all its parts were",
      [suspend("b"), suspend("c"), merge(["b", "c"], "z")],
      "z",
    ],
    [
      "of a split is suspended as the unit was",
      [suspend("b"), create.SplitInRotation({ unit: "b", heir: "y", others: ["w"], splitOn: "2023-06-01" })],
      "y",
    ],
  ])("%s, and can be reinstated", (_, commands, heir) => {
    expect(outcome(six, ...commands).chairs).not.toContain(heir);
    expect(outcome(six, ...commands, reinstate(heir)).chairs).toContain(heir);
  });

  it.each<[string, ChairRotationCommand[], string]>([
    ["keeps its own freedom", [suspend("b"), merge(["b"], "f")], "f"],
    ["that is new is free when one of its parts was", [suspend("b"), merge(["b", "c"], "z")], "z"],
  ])("%s", (_, commands, heir) => {
    expect(outcome(six, ...commands).chairs).toContain(heir);
    expect(refusal(six, ...commands, reinstate(heir))?.type).toBe("UnitNotSuspended");
  });
});

/** Why the last of the commands is refused; undefined where it is accepted. */
function refusal(...commands: ChairRotationCommand[]) {
  const last = commands.at(-1);
  const state = chairRotation.fold(historyOf(chairRotation, commands.slice(0, -1)));
  const decision = last && chairRotation.decide(timed(last), state);
  return decision?.ok === false ? decision.rejection : undefined;
}
