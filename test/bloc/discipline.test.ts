import { describe, expect, it } from "vitest";
import { bloc } from "../../src/bloc/bloc.ts";
import { BlocCommand, BlocEvent } from "../../src/bloc/messages.ts";
import { disciplinesFor, investigationsOn } from "../../src/bloc/questions.ts";
import { audit } from "../../src/kernel/audit.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import {
  admit,
  conclude,
  constitute,
  discipline,
  dissolve,
  investigate,
  lift,
  merge,
  reconstitute,
  release,
} from "./life.ts";

const { create } = BlocCommand;

/** What has happened once these were accepted. */
const done = (...commands: BlocCommand[]) => historyOf(bloc, commands);
const once = (...commands: BlocCommand[]) => bloc.fold(done(...commands));
const metadata = { now: new Date("2022-11-09T10:00:00Z"), commandId: "c1", actor: "office" };

describe("the discipline of a unit", () => {
  it("counts for its season from its day on, and for no other season and no other unit", () => {
    const state = once(constitute, discipline);
    const counting = (unit: string, season: string, date: string) =>
      disciplinesFor(state, unit, { season, date }).map((one) => one.discipline);
    expect(counting("police", "2022", "2022-11-09")).toEqual([]);
    expect(counting("police", "2022", "2022-11-10")).toEqual(["ky-luat-1"]);
    expect(counting("police", "2022", "2024-01-01")).toEqual(["ky-luat-1"]);
    expect(counting("police", "2023", "2023-01-01")).toEqual([]);
    expect(counting("court", "2022", "2022-11-10")).toEqual([]);
  });

  it("counts for nothing from the day on which it is set aside", () => {
    given(bloc, done(constitute, discipline))
      .when(lift)
      .thenEvents({ type: "DisciplineLifted", data: { ...lift.data, unit: "police" } });
    const state = once(constitute, discipline, lift);
    expect(disciplinesFor(state, "police", { season: "2022", date: "2023-01-04" })).toHaveLength(1);
    expect(disciplinesFor(state, "police", { season: "2022", date: "2023-01-05" })).toEqual([]);
  });

  it("may stand beside another one, and a lifting says which", () => {
    const fine = create.DisciplineUnit({ ...discipline.data, discipline: "phat-1", form: "fine" });
    const state = once(constitute, discipline, fine, lift);
    expect(
      disciplinesFor(state, "police", { season: "2022", date: "2023-02-01" }).map(({ form }) => form),
    ).toEqual(["fine"]);
    given(bloc, done(constitute, discipline))
      .when(create.LiftDiscipline({ ...lift.data, discipline: "phat-1" }))
      .thenRejected("DisciplineUnknown", { discipline: "phat-1" });
  });

  it("is recorded late, also of a unit that has left since, and also once the bloc is dissolved", () => {
    const ofMilitary = create.DisciplineUnit({
      ...discipline.data,
      unit: "military",
      disciplinedOn: "2022-06-30",
      decision: { ...discipline.data.decision, issuedOn: "2022-06-30" },
    });
    for (const since of [release, dissolve])
      given(bloc, done(constitute, since))
        .when(ofMilitary)
        .thenEvents({ type: "UnitDisciplined", data: ofMilitary.data });
  });

  it("concerns the bloc where the unit joined after it: it counts for the season", () => {
    const before = create.DisciplineUnit({
      ...discipline.data,
      unit: "justice",
      disciplinedOn: "2022-03-01",
    });
    given(bloc, done(constitute, admit))
      .when(before)
      .thenEvents({ type: "UnitDisciplined", data: before.data });
  });

  it.each([
    ["never a member", [constitute], "inspectorate", "2022-11-10"],
    ["no member any more", [constitute, release], "military", "2022-07-01"],
    ["merged before", [constitute, admit, merge], "enforcement", "2022-08-01"],
    ["of a bloc that had ended", [constitute, dissolve], "police", "2023-06-30"],
  ])("is no matter of the bloc where the unit was %s", (_, commands, unit, disciplinedOn) => {
    given(bloc, done(...commands))
      .when(create.DisciplineUnit({ ...discipline.data, unit, disciplinedOn }))
      .thenRejected("NotMemberSince", { unit, date: disciplinedOn });
  });

  it("is not dated ahead, nor set aside before it stood, nor twice", () => {
    given(bloc, done(constitute))
      .when({ ...discipline, metadata })
      .thenRejected("DateInFuture", { date: "2022-11-10", today: "2022-11-09" });
    given(bloc, done(constitute, discipline))
      .when(create.LiftDiscipline({ ...lift.data, liftedOn: "2022-11-09" }))
      .thenRejected("DateOutside", { date: "2022-11-09", earliest: "2022-11-10" });
    given(bloc, done(constitute, discipline, lift))
      .when(lift)
      .thenNothing();
    given(bloc, done(constitute, discipline, lift))
      .when(discipline)
      .thenNothing();
    given(bloc, done(constitute, discipline, lift))
      .when(create.LiftDiscipline({ ...lift.data, liftedOn: "2023-01-06" }))
      .thenRejected("DisciplineLiftedAlready", { unit: "police", liftedOn: "2023-01-05" });
  });

  it("stands in nobody's way: members change on earlier days as before", () => {
    const late = create.RenameMember({
      unit: "police",
      name: "Công an tỉnh Tây Ninh",
      renamedOn: "2022-05-01",
    });
    given(bloc, done(constitute, discipline))
      .when(late)
      .thenEvents({ type: "MemberRenamed", data: late.data });
    expect(given(bloc, done(constitute, discipline)).when(reconstitute).decision.ok).toBe(true);
  });
});

describe("an investigation against a unit", () => {
  it("is open from its first day until it ends", () => {
    const state = once(constitute, investigate, conclude);
    const open = (date: string) => investigationsOn(state, "police", date).map(({ body }) => body);
    expect(open("2022-10-04")).toEqual([]);
    expect(open("2022-10-05")).toEqual(["Thanh tra tỉnh"]);
    expect(open("2022-11-07")).toEqual(["Thanh tra tỉnh"]);
    expect(open("2022-11-08")).toEqual([]);
    expect(investigationsOn(state, "court", "2022-10-05")).toEqual([]);
  });

  it("is open beside another one until each has ended", () => {
    const other = create.OpenInvestigation({
      ...investigate.data,
      investigation: "x-2",
      body: "Công an tỉnh",
    });
    const state = once(constitute, investigate, other, conclude);
    expect(investigationsOn(state, "police", "2023-01-01").map(({ body }) => body)).toEqual(["Công an tỉnh"]);
  });

  it("ends once, with one finding", () => {
    given(bloc, done(constitute, investigate))
      .when(conclude)
      .thenEvents({ type: "InvestigationClosed", data: { ...conclude.data, unit: "police" } });
    given(bloc, done(constitute, investigate, conclude))
      .when(conclude)
      .thenNothing();
    given(bloc, done(constitute, investigate, conclude))
      .when(create.CloseInvestigation({ ...conclude.data, finding: "cleared" }))
      .thenRejected("InvestigationClosedAlready", { unit: "police", closedOn: "2022-11-08" });
  });
});

describe("the log of a bloc", () => {
  const { create: happened } = BlocEvent;
  const lifted = happened.DisciplineLifted({ ...lift.data, unit: "police" });
  const closed = happened.InvestigationClosed({ ...conclude.data, unit: "police" });
  it.each<[string, BlocCommand[], BlocEvent]>([
    ["disciplines under an id once", [constitute, discipline], happened.UnitDisciplined(discipline.data)],
    ["sets aside what there is", [constitute], lifted],
    ["sets aside once", [constitute, discipline, lift], lifted],
    [
      "sets aside of the unit",
      [constitute, discipline],
      happened.DisciplineLifted({ ...lift.data, unit: "court" }),
    ],
    ["opens under an id once", [constitute, investigate], happened.InvestigationOpened(investigate.data)],
    ["closes what there is", [constitute], closed],
    ["closes once", [constitute, investigate, conclude], closed],
  ])("%s", (_, commands, event) => {
    const history = done(...commands);
    expect(audit(bloc, [...history, event])).toMatchObject({ ok: false, fault: { kind: "impossible" } });
  });
});
