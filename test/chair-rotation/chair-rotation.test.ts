import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { forecast, forecastOf } from "../../src/chair-rotation/forecast.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import type { ChairRotation } from "../../src/chair-rotation/state.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import {
  conference,
  consent,
  decision,
  designate,
  flag,
  hand,
  handOver,
  install,
  open,
  opening,
  propose,
  receipt,
} from "./life.ts";

const { create } = ChairRotationCommand;
const done = (...commands: ChairRotationCommand[]) => historyOf(chairRotation, commands);
const reason = "theo thỏa thuận";

/** The chairs of the terms from the first on, as their units' ids; - for a vacant one, ? for an open one. */
function chairs(commands: ChairRotationCommand[], count = 8): string {
  return chairsOf(chairRotation.fold(done(...commands)), count);
}
function chairsOf(state: ChairRotation, count: number): string {
  if (state.status === "blank") return "";
  return forecast(state, { number: count - 1 })
    .map(({ chair }) => (chair.kind === "unit" ? chair.unit : chair.kind === "open" ? "?" : "-"))
    .join("");
}

describe("the rotation of Tây Ninh's bloc", () => {
  it("stays with the outgoing chair into January, until it hands over", () => {
    const { state } = given(chairRotation, done(open, designate));
    expect(state).toMatchObject({ holder: "judgment", custody: { custodian: { unit: "judgment" } } });
  });

  it("is handed over nine days into the term, with the rotating flag", () => {
    const { state, decision: answer } = given(chairRotation, done(open, designate)).when(handOver);
    expect(answer).toMatchObject({
      ok: true,
      events: [
        { type: "ChairHandedOver", data: { startsOn: "2023-01-01", deputy: "procuracy", turnOf: "police" } },
      ],
    });
    expect(state).toMatchObject({
      holder: "police",
      custody: {
        custodian: { unit: "police" },
        steps: [{}, { from: { unit: "judgment" }, on: "2023-01-09" }],
      },
      served: [{ chair: "judgment" }, { chair: "police", begunOn: "2023-01-09" }],
    });
  });

  it("knows nobody for 2024: the deputy does not succeed of itself", () => {
    const state = chairRotation.fold(done(open, designate, handOver));
    const row = state.status === "blank" ? undefined : forecastOf(state, "2024");
    expect(row).toMatchObject({ chair: { kind: "open" }, certainty: "conditional" });
  });

  it("is told the same twice without a trace", () => {
    given(chairRotation, done(open, designate)).when(designate).thenNothing();
    given(chairRotation, done(open, designate, handOver))
      .when(handOver)
      .thenNothing();
    given(chairRotation, done(open)).when(open).thenNothing();
  });

  it("takes no fact dated after the day on which it is recorded", () => {
    const metadata = { now: new Date("2023-01-08T10:00:00Z"), commandId: "c1", actor: "office" };
    given(chairRotation, done(open))
      .when({ ...designate, metadata })
      .thenRejected({ type: "RotationDateInFuture", data: { date: "2023-01-09", today: "2023-01-08" } });
  });
});

describe("an order", () => {
  it("goes round", () => expect(chairs([opening("abc")])).toBe("abcabcab"));
  it("skips a turn, which is lost", () =>
    expect(chairs([opening("abc"), create.SkipTurn({ term: "2023", unit: "b", reason })])).toBe("acabcabc"));
  it("owes a deferred turn, which moves nobody else's place", () =>
    expect(
      chairs([
        opening("abc", { skip: { kind: "defer", terms: 2 } }),
        create.SkipTurn({ term: "2023", unit: "b", reason }),
      ]),
    ).toBe("acabbcab"));
  it("lets a joiner in at its end", () =>
    expect(chairs([opening("abc"), create.JoinRotation({ unit: "d", joinedOn: "2023-01-01" })])).toBe(
      "abcdabcd",
    ));
  it("lets a joiner wait for the next lap", () =>
    expect(
      chairs(
        [opening("abc", { joiner: "nextLap" }), create.JoinRotation({ unit: "d", joinedOn: "2023-01-01" })],
        9,
      ),
    ).toBe("abcabcdab"));
  it("passes the suspended over and takes them back", () =>
    expect(
      chairs([
        opening("abc"),
        create.SuspendFromRotation({ unit: "b", suspendedOn: "2023-01-01", reason }),
        create.ReinstateInRotation({ unit: "b", reinstatedOn: "2026-06-01" }),
      ]),
    ).toBe("acacabca"));
  it("starts anew after a prefix", () =>
    expect(
      chairs([
        opening("abc"),
        create.ReplaceOrder({
          term: "2023",
          order: ["c", "b", "a"],
          prefix: ["b"],
          effective: "atOnce",
          reason,
        }),
      ]),
    ).toBe("abcbacba"));
  it("waits with a new order until the running lap has ended", () =>
    expect(
      chairs([
        opening("abc"),
        create.ReplaceOrder({ term: "2023", order: ["c", "b", "a"], effective: "lapEnds", reason }),
      ]),
    ).toBe("abccbacb"));
  it("keeps two swaps apart that do not commute (G20, 2018 and 2020)", () => {
    const open2021 = opening("abc");
    const first = [propose("a2022", "b2023", "1"), consent("b", "1")];
    const second = [propose("a2023", "c2024", "2"), consent("c", "2")];
    expect(chairs([open2021, ...first, ...second], 4)).toBe("bcaa");
    given(chairRotation, done(open2021))
      .when(propose("a2023", "c2024", "2"))
      .thenRejected({ type: "SwapHolderStale", data: { term: "2023", unit: "a", holder: "b" } });
  });
  it("holds a term over without anybody losing a turn", () =>
    expect(chairs([opening("abc"), create.HoldOver({ term: "2023", reason })])).toBe("aabcabca"));
  it("spends a substituted turn and a vacant one", () => {
    expect(
      chairs([opening("abc"), create.NameSubstitute({ term: "2023", unit: "b", chair: "c", reason })], 6),
    ).toBe("accabc");
    expect(
      chairs([opening("abc"), create.RecordVacancy({ term: "2023", from: "2023-01-01", reason })], 6),
    ).toBe("a-cabc");
  });
  it("keeps a published term where it is when somebody joins before it", () =>
    expect(
      chairs([
        opening("abc"),
        create.DesignateChair({ term: "2024", chair: "c", basis: decision, designatedOn: "2022-01-01" }),
        create.JoinRotation({ unit: "d", joinedOn: "2023-01-01", place: { kind: "after", unit: "a" } }),
      ]),
    ).toBe("adcbadbc"));
  it("lets two units merge, and keeps the earlier turn", () =>
    expect(
      chairs([
        opening("abcd"),
        create.MergeInRotation({ units: ["b", "d"], into: "z", mergedOn: "2023-01-01" }),
      ]),
    ).toBe("azcazcaz"));
});

const cycle = opening("abc");
const running = [cycle, install("2022", "a")];
const swapAgreed = [opening("abc", { swap: "ratified" }), propose("a2022", "b2023"), consent("b")];
const left = create.LeaveRotation({ unit: "c", leftOn: "2022-06-30", reason });
const base = { basis: decision, designatedOn: "2022-01-01" };
const acting = create.AppointActingChair({ term: "2022", unit: "b", from: "2022-03-01", reason });
const lot = create.AnnounceOrderLot({
  lot: "lot",
  term: "2023",
  units: ["a", "b"],
  announcedOn: "2022-02-01",
});
const drawn = create.DrawOrder({ lot: "lot", seed: "7", drawnOn: "2022-02-02" });
const unit = (id: string) => ({ kind: "unit", unit: id }) as const;
const toUnit = (from: string, to: string, on = "2023-02-01") =>
  create.ReceiveFlag({ from: unit(from), to: unit(to), receivedOn: on, flag: receipt });
const lost = create.ReportFlagLost({ custodian: unit("judgment"), lostOn: "2022-05-01", reason });
const owing = [
  opening("abc", { skip: { kind: "whenReady" } }),
  create.SkipTurn({ term: "2023", unit: "b", reason }),
];
const obligationOf = (commands: ChairRotationCommand[]) => {
  const state = chairRotation.fold(done(...commands));
  return (state.status === "blank" ? undefined : [...state.obligations.keys()][0]) ?? "";
};
const both = opening("abc", { handover: { consent: "both", daysBeforeMax: 0, daysAfterMax: 0 } });
const grouped = opening("abc", {
  succession: { kind: "group", groups: [["a"], ["b", "c"]], within: "designated" },
});
const many = create.OpenRotation({
  ...opening("a").data,
  roster: Array.from({ length: 500 }, (_, at) => ({ unit: `u${at}` })),
});

describe("a rotation refuses", () => {
  it.each<[string, ChairRotationCommand[], ChairRotationCommand, object]>([
    ["RotationInWrongState", [], designate, { status: "blank" }],
    ["RotationTaken", [cycle], open, { bloc: "bloc" }],
    ["RosterEmpty", [], create.OpenRotation({ ...cycle.data, roster: [] }), {}],
    [
      "UnitTwiceInRotation",
      [],
      create.OpenRotation({ ...cycle.data, roster: [{ unit: "a" }, { unit: "a" }] }),
      { unit: "a" },
    ],
    ["UnitNotInRotation", [], create.OpenRotation({ ...cycle.data, chair: "x" }), { unit: "x" }],
    [
      "UnitInRotationAlready",
      [cycle],
      create.JoinRotation({ unit: "a", joinedOn: "2022-01-01" }),
      { unit: "a" },
    ],
    [
      "UnitNotSuspended",
      [cycle],
      create.ReinstateInRotation({ unit: "a", reinstatedOn: "2022-01-01" }),
      { unit: "a" },
    ],
    [
      "TooManyUnitsInRotation",
      [many],
      create.JoinRotation({ unit: "a", joinedOn: "2022-01-01" }),
      { unitsMax: 500 },
    ],
    [
      "OrderEmpty",
      [cycle],
      create.ReplaceOrder({ term: "2023", order: [], effective: "atOnce", reason }),
      {},
    ],
    ["TermUnknown", [cycle], create.HoldOver({ term: "constructor", reason }), { term: "constructor" }],
    [
      "TermBegunAlready",
      running,
      create.SkipTurn({ term: "2022", unit: "a", reason }),
      { term: "2022", running: "2022" },
    ],
    ["TermNotNext", running, hand("2024", "a", "c"), { term: "2024", next: "2023" }],
    ["TermNotRunning", [cycle], acting, { term: "2022" }],
    [
      "TermEndsBeforeItStarts",
      [cycle],
      create.ChangeTermEnd({ term: "2023", endsOn: "2023-01-01", reason }),
      { term: "2023", startsOn: "2023-01-01" },
    ],
    [
      "DateBeyondCalendar",
      [cycle],
      create.JoinRotation({ unit: "d", joinedOn: "9999-01-01" }),
      { date: "9999-01-01" },
    ],
    [
      "RotationDateOutOfOrder",
      running,
      create.RecordVacancy({ term: "2022", from: "2021-12-31", reason }),
      { notBefore: "2022-01-01" },
    ],
    [
      "DeputyIsChair",
      [open],
      create.DesignateChair({
        term: "2023",
        chair: "police",
        deputy: "police",
        basis: conference,
        designatedOn: "2023-01-01",
      }),
      { unit: "police" },
    ],
    [
      "NotDeputyOfTerm",
      [open],
      create.ReleaseDeputy({ term: "2022", deputy: "military", releasedOn: "2022-05-01", reason }),
      { unit: "military" },
    ],
    [
      "ChairOutOfTurn",
      [cycle],
      create.DesignateChair({ term: "2023", chair: "c", ...base }),
      { chair: "c", holder: "b" },
    ],
    [
      "ChairNotInGroup",
      [grouped, create.DesignateChair({ term: "2022", chair: "a", ...base })],
      create.DesignateChair({ term: "2023", chair: "a", ...base }),
      { group: ["b", "c"] },
    ],
    [
      "ChairDesignatedAlready",
      [open, designate],
      create.DesignateChair({ term: "2023", chair: "military", ...base }),
      { chair: "police" },
    ],
    ["TermWithoutChair", [open], handOver, { term: "2023" }],
    [
      "TermHasChair",
      [cycle],
      create.BeginVacantTerm({ term: "2022", begunOn: "2022-01-01" }),
      { chair: "a" },
    ],
    [
      "NotHolderOfTerm",
      [cycle],
      create.DeclineTurn({ term: "2023", unit: "c", declinedOn: "2022-01-01", reason }),
      { unit: "c", holder: "b" },
    ],
    ["NotHolderOfChair", running, hand("2023", "c", "b"), { unit: "c", holder: "a" }],
    ["ChairHeldAlready", running, install("2023", "b"), { term: "2022", holder: "a" }],
    [
      "HandoverOutsideTolerance",
      [open, designate],
      create.HandOverChair({ term: "2023", from: "judgment", to: "police", handedOverOn: "2023-04-02" }),
      { from: "2022-11-02", until: "2023-04-01" },
    ],
    [
      "HandoverUnsigned",
      [both, install("2022", "a")],
      hand("2023", "a", "b"),
      { missing: ["handedBy", "receivedBy"] },
    ],
    [
      "ActingChairAlready",
      [...running, acting],
      create.AppointActingChair({ ...acting.data, unit: "c" }),
      { unit: "b" },
    ],
    [
      "ActingChairHoldsChair",
      running,
      create.AppointActingChair({ ...acting.data, unit: "a" }),
      { unit: "a" },
    ],
    ["NobodyActing", running, create.EndActing({ unit: "b", endedOn: "2022-04-01" }), { unit: "b" }],
    [
      "TermVacantAlready",
      [cycle, create.RecordVacancy({ term: "2023", from: "2023-01-01", reason })],
      create.RecordVacancy({ term: "2023", from: "2023-02-01", reason }),
      { term: "2023" },
    ],
    [
      "SubstituteIsHolder",
      [cycle],
      create.NameSubstitute({ term: "2023", unit: "b", chair: "b", reason }),
      { unit: "b" },
    ],
    ["NothingToHoldOver", [cycle], create.HoldOver({ term: "2022", reason }), { term: "2022" }],
    [
      "ObligationUnknown",
      [cycle],
      create.ClaimOwedTurn({ obligation: "x", term: "2024" }),
      { obligation: "x" },
    ],
    [
      "ObligationNotOpen",
      [...owing, create.BreakObligation({ obligation: obligationOf(owing), brokenOn: "2022-05-01", reason })],
      create.ClaimOwedTurn({ obligation: obligationOf(owing), term: "2024" }),
      { status: "broken" },
    ],
    [
      "MergeIntoItself",
      [cycle],
      create.MergeInRotation({ units: ["a"], into: "a", mergedOn: "2023-01-01" }),
      { unit: "a" },
    ],
    [
      "SplitIntoItself",
      [cycle],
      create.SplitInRotation({ unit: "a", heir: "d", others: ["a"], splitOn: "2023-01-01" }),
      { unit: "a" },
    ],
    ["SwapUnknown", [cycle], consent("b"), { swap: "swap" }],
    ["SwapTaken", [cycle, propose("a2022", "b2023")], propose("a2022", "c2024"), { swap: "swap" }],
    ["SwapOfOneTerm", [cycle], propose("a2022", "b2022"), { term: "2022" }],
    ["SwapOfOneUnit", [cycle], propose("a2022", "a2025"), { unit: "a" }],
    ["SwapHolderStale", [cycle], propose("a2022", "c2023"), { unit: "c", holder: "b" }],
    ["SwapConsentNotSought", [cycle, propose("a2022", "b2023")], consent("c"), { unit: "c" }],
    [
      "SwapNotOpen",
      [cycle, propose("a2022", "b2023"), create.ExpireSwap({ swap: "swap", expiredOn: "2023-01-01" })],
      consent("b"),
      { status: "expired" },
    ],
    [
      "SwapNotConsented",
      [opening("abc", { swap: "ratified" }), propose("a2022", "b2023")],
      create.RatifySwap({ swap: "swap", ratifiedOn: "2022-03-03", basis: decision }),
      { missing: ["b"] },
    ],
    [
      "SwapStillOpen",
      swapAgreed,
      create.ExpireSwap({ swap: "swap", expiredOn: "2022-12-31" }),
      { expiresOn: "2022-12-31" },
    ],
    ["LotUnknown", [cycle], drawn, { lot: "lot" }],
    ["LotTaken", [cycle, lot], create.AnnounceOrderLot({ ...lot.data, units: ["b", "a"] }), { lot: "lot" }],
    ["LotDrawnAlready", [cycle, lot, drawn], create.DrawOrder({ ...drawn.data, seed: "8" }), { lot: "lot" }],
    ["NoFlag", running, toUnit("a", "b"), {}],
    ["NotCustodian", [open, designate], toUnit("military", "police"), { custodian: unit("judgment") }],
    ["FlagIsLost", [open, designate, lost], toUnit("judgment", "police"), {}],
    [
      "FlagNotLost",
      [open],
      create.ReplaceFlag({ flag: { ...flag, flag: "other" }, to: unit("judgment") }),
      { custodian: unit("judgment") },
    ],
    ["FlagWithoutOffice", [open, designate], toUnit("judgment", "military"), { unit: "military" }],
  ])("%s", (type, before, command, data) => {
    const history = done(...before);
    const { decision: answer, state } = given(chairRotation, history).when(command);
    expect(answer).toMatchObject({ ok: false, rejection: { type, data } });
    expect(state).toEqual(chairRotation.fold(history));
  });
});

describe("a chair that leaves in its term", () => {
  const leave = create.LeaveRotation({ unit: "a", leftOn: "2022-05-31", reason });
  const begun = (policy: Parameters<typeof opening>[1]) => done(opening("abc", policy), install("2022", "a"));

  it("finishes it", () => {
    expect(given(chairRotation, begun({ leaver: "finish" })).when(leave).state).toMatchObject({
      holder: "a",
    });
  });
  it("leaves it to its deputy", () => {
    const { state } = given(chairRotation, begun({ leaver: "deputyActs", deputy: "nextChair" })).when(leave);
    expect(state).toMatchObject({ actings: [{ from: "2022-06-01" }] });
  });
  it("leaves it vacant, to be filled again", () => {
    const { state } = given(chairRotation, begun({ leaver: "reassign" })).when(leave);
    expect(state).toMatchObject({ served: [{ vacatedFrom: "2022-06-01" }] });
    expect(state).not.toHaveProperty("holder", "a");
  });
  it("takes its agreed swaps with it", () => {
    const swapped = [cycle, propose("b2023", "c2024"), consent("c")];
    expect(chairs(swapped, 4)).toBe("acba");
    expect(chairs([...swapped, left], 4)).toBe("abab");
  });
});
