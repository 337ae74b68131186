import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { fairnessOf } from "../../src/chair-rotation/forecast/fairness.ts";
import { forecast } from "../../src/chair-rotation/forecast/forecast.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { nameOn } from "../../src/chair-rotation/names.ts";
import { membersOn } from "../../src/chair-rotation/office-on.ts";
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
const elect = (term: string, chair: string) =>
  create.DesignateChair({ term, chair, basis: conference, designatedOn: "2022-01-05" });
const leave = (unit: string, leftOn: string) => create.LeaveRotation({ unit, leftOn, reason });
const join = (unit: string, joinedOn: string) => create.JoinRotation({ unit, joinedOn });
const vacant = (term: string, from: string) =>
  create.RecordVacancy({ term, from: `${term}-${from}`, reason });
const rows = (...commands: ChairRotationCommand[]) =>
  forecast(once(...commands), { number: 3 }).map(({ chair, vacantFrom = "" }) =>
    [chair.kind === "unit" ? chair.unit : "-", vacantFrom.slice(5)].join(" ").trim(),
  );

it("A dry run up to a day compares the same terms before and after", () => {
  const end = create.ChangeTermEnd({ term: "2022", endsOn: "2022-07-01", reason });
  const told = diffForecast(once(...begun("abcd")), timed(end), { date: "2024-08-01" });
  expect(told).toMatchObject({ ok: true, terms: [], moves: [] });
  expect(told.ok && told.days.map(({ term }) => term)).toEqual(["2022", "2023", "2024", "2025"]);
});

describe("the turns of an heir", () => {
  it("are its own and those of the unit that was split up", () => {
    const split = create.SplitInRotation({ unit: "b", heir: "a", others: ["y"], splitOn: "2023-06-01" });
    const state = once(
      ...begun("abcd"),
      leave("a", "2022-12-31"),
      hand("2023", "a", "b"),
      split,
      hand("2024", "a", "c"),
    );
    expect(fairnessOf(state).units.find(({ unit }) => unit === "a")).toMatchObject({
      turns: 2,
      longestWait: 1,
    });
  });

  it("are told with the longest wait between them", () => {
    const merge = create.MergeInRotation({ units: ["a"], into: "n", mergedOn: "2023-06-01" });
    const state = once(
      ...begun("abc"),
      hand("2023", "a", "b"),
      merge,
      hand("2024", "b", "c"),
      hand("2025", "c", "n"),
    );
    expect(fairnessOf(state).units.find(({ unit }) => unit === "n")).toMatchObject({
      turns: 2,
      longestWait: 3,
    });
  });
});

describe("a name", () => {
  const named = create.OpenRotation({
    ...opening("abcd").data,
    roster: [{ unit: "a" }, { unit: "b", name: "B1" }, { unit: "c" }, { unit: "d" }],
  });
  const rename = (name: string, renamedOn: string, sortKey?: string) =>
    create.RenameInRotation({ unit: "b", name, renamedOn, ...(sortKey !== undefined && { sortKey }) });

  it("is that of before when a unit rejoins without one", () => {
    const state = once(named, install("2022", "a"), leave("b", "2022-03-01"), join("b", "2022-06-01"));
    expect([membersOn(state, "2022-07-01").get("b")?.name, nameOn(state, "b", "2022-07-01")]).toEqual([
      "B1",
      "B1",
    ]);
  });

  it("contradicts no later name, which may be the same by then", () => {
    const names = [rename("B", "2022-05-01"), rename("Bee", "2022-03-01"), rename("B", "2022-04-01")];
    const state = once(named, install("2022", "a"), ...names);
    const days = ["2022-02-01", "2022-03-01", "2022-04-01", "2022-05-01"];
    expect(days.map((day) => nameOn(state, "b", day))).toEqual(["B1", "Bee", "B", "B"]);
  });

  it("that is given a second time with its key changes nothing (L49)", () => {
    given(chairRotation, done(named, install("2022", "a"), rename("Z", "2022-06-01", "Z")))
      .when(rename("Z", "2022-08-01", "Z"))
      .thenRejected("WithoutEffect", {});
    given(chairRotation, done(named))
      .when(rename("B1", "2022-08-01", "B1"))
      .thenRejected("WithoutEffect", {});
  });
});

describe("a term that is vacant only from a later day", () => {
  const part = [...begun("abcd"), vacant("2023", "10-01")];

  it("is its chair's until then: it has a substitute, and is swapped (L52)", () => {
    const name = create.NameSubstitute({ term: "2023", unit: "b", chair: "d", reason });
    expect(rows(...part, name)).toEqual(["a", "d 10-01", "c", "d"]);
    expect(rows(...part, propose("b2023", "c2024"), consent("c"))).toEqual(["a", "c 10-01", "b", "d"]);
  });

  it("may be vacant earlier, and not later", () => {
    expect(rows(...part, vacant("2023", "05-01"))).toEqual(["a", "b 05-01", "c", "d"]);
    expect(rows(...part, vacant("2023", "01-01"))).toEqual(["a", "- 01-01", "c", "d"]);
    given(chairRotation, done(...part))
      .when(vacant("2023", "11-01"))
      .thenRejected("TermVacantAlready", { term: "2023" });
  });
});

describe("elected in rotation", () => {
  const policy = { succession: { kind: "electedInRotation" } } as const;
  const first = (joiner: "nextLap" | "notEligible") => [
    opening("abc", { ...policy, joiner }),
    elect("2022", "a"),
    install("2022", "a"),
  ];

  it.each([
    ["nextLap", "nextLap"],
    ["notEligible", "notPlaced"],
  ] as const)("a joiner under %s does not stand yet, though it has had no turn", (joiner, because) => {
    given(chairRotation, done(...first(joiner), join("x", "2022-06-01")))
      .when(elect("2023", "x"))
      .thenRejected("UnitDoesNotStand", { term: "2023", unit: "x", because });
  });

  it("the last chair does not stand for the first term of the new lap", () => {
    given(chairRotation, done(...first("nextLap"), elect("2023", "b"), elect("2024", "c")))
      .when(elect("2025", "c"))
      .thenRejected("UnitDoesNotStand", { term: "2025", unit: "c", because: "lastChair" });
  });

  it("a term that stays vacant waits for no election", () => {
    const left = [...first("nextLap"), vacant("2023", "01-01")];
    given(chairRotation, done(...left))
      .when(elect("2024", "b"))
      .thenEvents({ type: "ChairDesignated", data: elect("2024", "b").data });
  });
});

describe("a unit", () => {
  it("is not placed after itself", () => {
    const place = { kind: "after", unit: "b" } as const;
    given(chairRotation, done(...begun("abcd")))
      .when(create.PlaceInOrder({ term: "2023", unit: "b", place, reason }))
      .thenRejected("PlacedAfterItself", { unit: "b" });
    given(chairRotation, done(...begun("acd")))
      .when(create.JoinRotation({ unit: "b", joinedOn: "2022-06-01", place }))
      .thenRejected("PlacedAfterItself", { unit: "b" });
  });
});

describe("a swap", () => {
  const agreed = [...begun("abcd", { swap: "ratified" }), propose("b2023", "c2024"), consent("c")];
  const ratify = (ratifiedOn: string) => create.RatifySwap({ swap: "swap", ratifiedOn, basis: decision });
  const open = create.ProposeSwap({ ...propose("b2023", "c2024").data, expiresOn: undefined });

  it("is ratified once both have agreed, and expires after its proposal", () => {
    given(chairRotation, done(...agreed))
      .when(ratify("2022-03-01"))
      .thenRejected("DateOutside", { date: "2022-03-01", earliest: "2022-03-02" });
    given(chairRotation, done(...begun("abcd"), open))
      .when(create.ExpireSwap({ swap: "swap", expiredOn: "2022-02-28" }))
      .thenRejected("DateOutside", { date: "2022-02-28", earliest: "2022-03-01" });
  });
});

it("A claim to an owed turn that is broken is void, and an event says so (L46)", () => {
  const owing = [
    ...begun("abcd", { skip: { kind: "whenReady" } }),
    create.SkipTurn({ term: "2023", unit: "b", reason }),
  ];
  const obligation = [...once(...owing).obligations.keys()][0] ?? "";
  const claim = create.ClaimOwedTurn({ obligation, term: "2024" });
  const broken = { obligation, brokenOn: "2022-06-01", reason };
  given(chairRotation, done(...owing, claim))
    .when(create.BreakObligation(broken))
    .thenEvents(
      { type: "ObligationBroken", data: { ...broken, unit: "b", passed: "2023" } },
      {
        type: "AgreementVoided",
        data: { what: "claim", term: "2024", unit: "b", obligation, because: "turnMoved" },
      },
    );
});
