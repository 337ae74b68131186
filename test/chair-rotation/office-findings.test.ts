import { describe, expect, it } from "vitest";
import { calendarEn } from "../../src/calendar/en.ts";
import { rotationCalendar } from "../../src/calendar/rotation-calendar.ts";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { fairnessOf } from "../../src/chair-rotation/forecast/fairness.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { officeOn } from "../../src/chair-rotation/office-on.ts";
import { agenda } from "../../src/chair-rotation/questions/agenda.ts";
import { conflicts } from "../../src/chair-rotation/questions/conflicts.ts";
import { given } from "../../src/testing/scenario.ts";
import { conference, decision, hand, install, opening } from "./life.ts";
import { done, once } from "./once.ts";

const { create } = ChairRotationCommand;
const reason = "theo quy chế";
const begun = (units: string, policy: Parameters<typeof opening>[1] = {}) => [
  opening(units, policy),
  install("2022", "a"),
];
const leave = (unit: string, leftOn: string) => create.LeaveRotation({ unit, leftOn, reason });
const suspend = (unit: string, suspendedOn: string) =>
  create.SuspendFromRotation({ unit, suspendedOn, reason });
const reinstate = (unit: string, reinstatedOn: string) => create.ReinstateInRotation({ unit, reinstatedOn });
const vacate = (from: string) => create.RecordVacancy({ term: "2022", from, reason });
const appoint = (unit: string, from: string) =>
  create.AppointActingChair({ term: "2022", unit, from, reason });
const actingOn = (day: string, ...commands: ChairRotationCommand[]) =>
  officeOn(once(...commands), day).acting;

describe("a rotation that is closed before its first day", () => {
  const opened = create.OpenRotation({ ...opening("abcd").data, chair: "a" });
  const closed = done(opened, create.CloseRotation({ closedOn: "2021-06-01", reason }));

  it("has no term that has begun: its first one is cancelled", () => {
    const [term] = agenda(closed, { number: 0 }).terms;
    expect(term).toMatchObject({
      isCancelled: true,
      certainty: "assigned",
      tenures: [],
      endsOn: "2023-01-01",
    });
  });

  it("stands so in the calendar", () => {
    const options = { language: calendarEn, stampedAt: "2023-01-10T01:02:03.000Z" };
    const text = rotationCalendar(agenda(closed, { number: 0 }), options);
    expect(text).toContain("STATUS:CANCELLED");
    expect(text).not.toContain("has begun");
  });
});

describe("units that chair two rotations", () => {
  const there = begun("abcd");
  const half = (units: string) => {
    const calendar = { term: "2022-H1", startsOn: "2022-01-01", months: 6 };
    const opened = create.OpenRotation({ ...opening(units).data, bloc: "here", calendar });
    return once(
      opened,
      create.InstallChair({ term: "2022-H1", chair: "b", installedOn: "2022-01-01", basis: decision }),
    );
  };
  const found = (units: string, ...commands: ChairRotationCommand[]) =>
    conflicts(half(units), once(...there, ...commands), { number: 1 }).map(({ unit }) => unit);
  const installed = create.InstallChair({
    term: "2022",
    chair: "c",
    installedOn: "2022-04-01",
    basis: decision,
  });

  it("are those that have the office, and not those that have left it", () => {
    expect(found("bacd", vacate("2022-03-01"), installed)).toEqual([]);
    expect(found("bcad", vacate("2022-03-01"), installed)).toEqual(["c"]);
  });

  it("are heirs of a chair too", () => {
    const merge = create.MergeInRotation({ units: ["a"], into: "n", mergedOn: "2022-03-01" });
    expect([found("bn", merge), found("ba", merge)]).toEqual([["n"], []]);
  });

  it("are none in the part of a coming term that is vacant", () => {
    const part = create.RecordVacancy({ term: "2023", from: "2023-03-01", reason });
    const later = (...commands: ChairRotationCommand[]) =>
      conflicts(half("badb".slice(0, 3)), once(...there, ...commands), { number: 3 });
    expect(later().map((one) => one.here)).toEqual(["2022-H2", "2023-H2"]);
    expect(later(part).map((one) => one.here)).toEqual(["2022-H2"]);
  });
});

describe("an acting chair", () => {
  const left = [
    opening("abcd", { deputy: "designated", leaver: "deputyActs" }),
    create.InstallChair({
      term: "2022",
      chair: "a",
      deputy: "b",
      installedOn: "2022-01-01",
      basis: decision,
    }),
    leave("a", "2022-03-01"),
  ];

  it("that is appointed comes before the deputy that acts by the policy", () => {
    const appointed = [...left, appoint("c", "2022-04-01")];
    expect([actingOn("2022-03-31", ...appointed), actingOn("2022-04-01", ...appointed)]).toEqual(["b", "c"]);
    const ended = create.EndActing({ unit: "c", endedOn: "2022-05-01" });
    expect(actingOn("2022-05-01", ...appointed, ended)).toBe("b");
  });

  it("is not appointed a second time, nor the deputy that acts", () => {
    given(chairRotation, done(...left))
      .when(appoint("b", "2022-04-01"))
      .thenRejected("ActingChairAlready", { unit: "b" });
    given(chairRotation, done(...left, appoint("c", "2022-04-01")))
      .when(appoint("d", "2022-05-01"))
      .thenRejected("ActingChairAlready", { unit: "c" });
  });

  it("whose acting ends while it is suspended does not act once it is reinstated", () => {
    const acting = [
      ...begun("abcd"),
      vacate("2022-02-01"),
      appoint("c", "2022-02-01"),
      suspend("c", "2022-03-01"),
    ];
    const end = create.EndActing({ unit: "c", endedOn: "2022-03-02" });
    expect(actingOn("2022-05-01", ...acting, reinstate("c", "2022-05-01"))).toBe("c");
    expect(actingOn("2022-05-01", ...acting, end, reinstate("c", "2022-05-01"))).toBeUndefined();
  });
});

describe("a deputy", () => {
  const policy = { deputy: "designated" } as const;
  const name = (term: string) =>
    create.DesignateDeputy({ term, deputy: "c", basis: decision, designatedOn: "2022-02-01" });
  const release = (term: string) =>
    create.ReleaseDeputy({ term, deputy: "c", releasedOn: "2022-04-01", reason });
  const deputyOf = (term: string, ...commands: ChairRotationCommand[]) => {
    const state = once(...begun("abcd", policy), ...commands);
    if (term === "2022") return officeOn(state, "2022-06-01").deputy;
    return officeOn(chairRotation.fold(done(hand("2023", "a", "b")), state) as typeof state, "2023-02-01")
      .deputy;
  };

  it.each(["2022", "2023"])(
    "that is released while it is suspended is not deputy of %s once reinstated",
    (term) => {
      const named = [name(term), suspend("c", "2022-03-01")];
      const back = reinstate("c", "2022-05-01");
      given(chairRotation, done(...begun("abcd", policy), ...named))
        .when(release(term))
        .thenEvents({ type: "DeputyReleased", data: release(term).data });
      expect(deputyOf("2022", ...named, release(term), back)).toBeUndefined();
    },
  );
});

describe("a chair beyond the tolerance", () => {
  const handover = { consent: "outgoing", daysBeforeMax: 0, daysAfterMax: 31 } as const;
  const opened = opening("abcd", { handover });

  it("takes its term by an installation where nobody holds the chair, and no term is vacant", () => {
    const late = create.InstallChair({
      term: "2022",
      chair: "a",
      installedOn: "2022-03-01",
      basis: decision,
    });
    expect(fairnessOf(once(opened, late))).toMatchObject({ ownTurns: 1, vacant: 0 });
    const other = create.InstallChair({ ...late.data, chair: "b" });
    given(chairRotation, done(opened))
      .when(other)
      .thenRejected("NotHolderOfTerm", { term: "2022", unit: "b", holder: "a" });
  });

  it("leaves the outgoing one no longer in office: the term begins vacant, and it is installed", () => {
    const begin = (begunOn: string) => create.BeginVacantTerm({ term: "2023", begunOn });
    const first = [opened, install("2022", "a")];
    given(chairRotation, done(...first))
      .when(begin("2023-02-01"))
      .thenRejected("TermHasChair", { term: "2023", chair: "b" });
    const late = create.InstallChair({
      term: "2023",
      chair: "b",
      installedOn: "2023-02-03",
      basis: conference,
    });
    const state = once(...first, begin("2023-02-02"), late);
    expect([officeOn(state, "2023-02-02").why, officeOn(state, "2023-02-03").holder]).toEqual([
      "vacantTerm",
      "b",
    ]);
  });
});

it("The end of the running term that lies before the last act is refused with that act", () => {
  given(chairRotation, done(...begun("abcd"), vacate("2022-06-01")))
    .when(create.ChangeTermEnd({ term: "2022", endsOn: "2022-05-01", reason }))
    .thenRejected("TermEndsBeforeLastAct", { term: "2022", doneOn: "2022-06-01", endsOn: "2022-05-01" });
});
