import { describe, expect, it } from "vitest";
import { BlocEvent } from "../../src/bloc/messages.ts";
import { ScoreboardEvent } from "../../src/scoreboard/messages.ts";
import { followMembers } from "../../src/season/follow-members.ts";
import type { SeasonEvent } from "../../src/season/messages.ts";
import { givenProcess, logOf } from "../../src/testing/process-scenario.ts";
import { defaultVotingRules } from "../../src/vocabulary/voting-rules.ts";
import { flag } from "./certified.ts";

type Fact = readonly [stream: string, event: SeasonEvent];
const { create } = BlocEvent;
const bloc = (event: SeasonEvent): Fact => ["Bloc-b", event];
const decision = { kind: "decision", number: "1/QĐ", issuedOn: "2022-01-01", issuer: "UBND tỉnh" } as const;
const named = (unit: string) => ({ unit, name: `Đơn vị ${unit}` });
const members = ["police", "court", "army"];
const constituted = bloc(
  create.BlocConstituted({
    ...{ name: "Khối", kind: "bloc", authority: "UBND tỉnh", constitutedOn: "2021-12-01", decision },
    members: members.map(named),
  }),
);
const admitted = (unit: string, admittedOn: string) =>
  bloc(create.MemberAdmitted({ ...named(unit), admittedOn, decision }));
const left = (unit: string, leftOn: string) =>
  bloc(create.MemberLeft({ unit, ground: "transferred", leftOn, decision }));
const mergedOn = (mergedOn: string) =>
  bloc(create.MembersMerged({ units: ["army"], into: "court", mergedOn, decision }));
const splitOn = (splitOn: string) =>
  bloc(create.MemberSplit({ unit: "army", into: [named("north"), named("south")], splitOn, decision }));
const bylaws = (joinerScoredUntil: number) =>
  bloc(
    create.BylawsAdopted({
      ...{ version: 1, adoptedOn: "2021-12-10", effectiveFrom: "2022-01-01" },
      document: { ...decision, kind: "bylaws" },
      bylaws: {
        voting: defaultVotingRules,
        honours: [{ honour: flag, seats: 1 }],
        chair: { termMonths: 12, selection: "elected", deputySucceeds: false },
        policies: { joinerScoredUntil },
      },
    }),
  );
const on = (event: SeasonEvent): Fact => ["Scoreboard-s", event];
const board = (units = members, season = "2022") =>
  on(ScoreboardEvent.create.ScoreboardOpened({ bloc: "b", season, units }));

const wanted = (...facts: Fact[]) =>
  facts
    .flatMap((_, at) => givenProcess(followMembers, logOf<SeasonEvent>(...facts.slice(0, at + 1))).wanted)
    .flatMap(({ aggregate, command: { type, data } }) =>
      aggregate === "Scoreboard" ? [{ type, ...data }] : [],
    );
const entered = (unit: string) => ({ type: "EnterUnit", unit });
const apart = (unit: string) => ({
  ...{ type: "ExcludeUnit", unit, ground: "leftBloc" },
  reason: "unitIsNoMember",
});

describe("a scoreboard (C23)", () => {
  it.each<[string, Fact[], object[]]>([
    ["a unit that left during the season", [board(), left("army", "2022-08-15")], [apart("army")]],
    ["a unit that was merged", [board(), mergedOn("2022-08-15")], [apart("army")]],
    ["nobody who leaves after the season", [board(), left("army", "2023-01-11")], []],
    [
      "nobody who had left before it was opened",
      [left("army", "2022-05-15"), board(["police", "court"])],
      [],
    ],
    [
      "a unit that left, where it was opened with it afterwards",
      [left("army", "2022-05-15"), board()],
      [apart("army")],
    ],
  ])("lists apart %s", (_, facts, commands) => {
    expect(wanted(constituted, ...facts)).toEqual(commands);
  });

  it.each<[string, Fact[], object[]]>([
    ["in time, by the end of June", [admitted("border", "2022-06-30")], [entered("border")]],
    ["too late", [admitted("border", "2022-07-01")], []],
    ["in time by its bylaws", [bylaws(12), admitted("border", "2022-12-31")], [entered("border")]],
    ["where its bylaws score none", [bylaws(0), admitted("border", "2022-01-02")], []],
    ["after the season", [bylaws(12), admitted("border", "2023-01-01")], []],
  ])("has a unit that joins %s", (_, facts, commands) => {
    expect(wanted(constituted, board(), ...facts)).toEqual(commands);
    expect(wanted(constituted, ...facts, board())).toEqual(commands);
  });

  it("that is final was scored by the bylaws of its time, whatever the next ones say (C32)", () => {
    const final = on(
      ScoreboardEvent.create.ScoreboardFinalised({ finalisedOn: "2022-12-28", results: [], excluded: [] }),
    );
    const joined = admitted("border", "2022-08-15");
    expect(wanted(constituted, bylaws(12), board(), joined, final, bylaws(0))).toEqual([entered("border")]);
    expect(wanted(constituted, bylaws(0), board(), joined, final, bylaws(12))).toEqual([]);
  });

  it("has the parts of a unit that is split, whenever that is", () => {
    expect(wanted(constituted, board(), splitOn("2022-11-15"))).toEqual([
      entered("north"),
      entered("south"),
      apart("army"),
    ]);
  });

  it("is of a school year from September on, where the season is one", () => {
    const school = board(members, "2022-2023");
    expect(wanted(constituted, school, admitted("border", "2023-02-28"))).toEqual([entered("border")]);
    expect(wanted(constituted, school, admitted("border", "2023-03-01"))).toEqual([]);
    expect(wanted(constituted, school, left("army", "2023-08-31"))).toEqual([apart("army")]);
    expect(wanted(constituted, school, left("army", "2023-09-01"))).toEqual([]);
  });

  it("lists apart whom it entered and who leaves again, and ranks again whoever comes back", () => {
    const facts = [constituted, board(), admitted("border", "2022-03-01"), left("border", "2022-08-15")];
    expect(wanted(...facts)).toEqual([entered("border"), apart("border")]);
    expect(wanted(constituted, board(), left("army", "2022-03-01"), admitted("army", "2022-06-01"))).toEqual([
      apart("army"),
      { type: "ReinstateUnit", unit: "army", reason: "unitIsMemberOnLastDay" },
    ]);
  });

  it("leaves to people whom they list apart or rank themselves", () => {
    const excluded = on(
      ScoreboardEvent.create.UnitExcluded({ unit: "army", ground: "disciplined", reason: "Khiển trách" }),
    );
    const reinstated = on(ScoreboardEvent.create.UnitReinstated({ unit: "army", reason: "Có điểm" }));
    const gone = left("army", "2022-08-15");
    expect(wanted(constituted, board(), gone, reinstated)).toEqual([apart("army")]);
    expect(wanted(constituted, board(), excluded, bylaws(6))).toEqual([]);
    // From then on it is listed as gone, and not as people had it: what is owed has changed.
    expect(wanted(constituted, board(), excluded, gone)).toEqual([apart("army")]);
  });

  it("says once more what people had said, once nothing stands against it any more", () => {
    const reason = "Không đăng ký";
    const word = { unit: "army", ground: "notRegistered", reason } as const;
    const excluded = on(ScoreboardEvent.create.UnitExcluded(word));
    const gone = [left("army", "2022-08-15"), admitted("army", "2022-09-01")];
    const facts = [constituted, bylaws(12), board(), excluded, ...gone];
    expect(wanted(...facts)).toEqual([apart("army"), { type: "ExcludeUnit", ...word }]);
    const asWe = on(
      ScoreboardEvent.create.UnitExcluded({ unit: "army", ground: "leftBloc", reason: "Đã rời Khối" }),
    );
    expect(wanted(constituted, board(), asWe, left("army", "2022-08-15"))).toEqual([]);
  });

  it("is of its own bloc", () => {
    const other: Fact = [
      "Scoreboard-s",
      ScoreboardEvent.create.ScoreboardOpened({ bloc: "z", season: "2022", units: members }),
    ];
    expect(wanted(constituted, other, left("army", "2022-08-15"))).toEqual([]);
  });
});

describe("a unit that is disciplined or under investigation (C31)", () => {
  const disciplinedOn = (unit: string, disciplinedOn: string, season = "2022") =>
    bloc(
      create.UnitDisciplined({
        ...{ discipline: `d-${unit}`, unit, form: "reprimand", season, disciplinedOn, decision },
      }),
    );
  const lifted = (unit: string, liftedOn: string) =>
    bloc(create.DisciplineLifted({ discipline: `d-${unit}`, unit, liftedOn, decision }));
  const investigated = (unit: string, openedOn: string) =>
    bloc(create.InvestigationOpened({ investigation: `i-${unit}`, unit, body: "Thanh tra tỉnh", openedOn }));
  const closed = (unit: string, closedOn: string) =>
    bloc(create.InvestigationClosed({ investigation: `i-${unit}`, unit, finding: "cleared", closedOn }));
  const apartFor = (unit: string, ground: "disciplined" | "underInvestigation") => ({
    ...{ type: "ExcludeUnit", unit, ground },
    reason: ground === "disciplined" ? "unitDisciplined" : "unitUnderInvestigation",
  });
  const ranked = (unit: string) => ({
    ...{ type: "ReinstateUnit", unit },
    reason: "nothingAgainstUnit",
  });

  it("is listed apart, whatever was recorded first", () => {
    const once = disciplinedOn("army", "2022-11-15");
    expect(wanted(constituted, board(), once)).toEqual([apartFor("army", "disciplined")]);
    expect(wanted(constituted, once, board())).toEqual([apartFor("army", "disciplined")]);
    const asked = investigated("army", "2022-12-05");
    expect(wanted(constituted, board(), asked)).toEqual([apartFor("army", "underInvestigation")]);
  });

  it("is ranked again once the discipline is lifted or the investigation closed", () => {
    expect(
      wanted(constituted, board(), disciplinedOn("army", "2022-11-15"), lifted("army", "2022-12-01")),
    ).toEqual([apartFor("army", "disciplined"), ranked("army")]);
    expect(
      wanted(constituted, board(), investigated("army", "2022-11-15"), closed("army", "2022-12-01")),
    ).toEqual([apartFor("army", "underInvestigation"), ranked("army")]);
  });

  it("is listed apart for the graver ground of two, and for what is left of them", () => {
    const both = [investigated("army", "2022-11-15"), disciplinedOn("army", "2022-11-20")];
    expect(wanted(constituted, board(), ...both, lifted("army", "2022-12-01"))).toEqual([
      apartFor("army", "underInvestigation"),
      apartFor("army", "disciplined"),
      apartFor("army", "underInvestigation"),
    ]);
    expect(
      wanted(constituted, board(), disciplinedOn("army", "2022-11-15"), left("army", "2022-12-01")),
    ).toEqual([apartFor("army", "disciplined"), apart("army")]);
  });

  it("is ranked where it was disciplined for another season", () => {
    expect(wanted(constituted, board(), disciplinedOn("army", "2022-11-15", "2021"))).toEqual([]);
  });

  it("is entered and listed apart where it joins, and listed as gone once it leaves", () => {
    const before = [constituted, board(), admitted("border", "2022-03-01")];
    const facts = [...before, disciplinedOn("border", "2022-05-01"), left("border", "2022-08-15")];
    expect(wanted(...facts)).toEqual([entered("border"), apartFor("border", "disciplined"), apart("border")]);
  });

  it("is left to people once they say whether it is ranked", () => {
    const reinstated = on(ScoreboardEvent.create.UnitReinstated({ unit: "army", reason: "Đã xem xét" }));
    const facts = [constituted, board(), disciplinedOn("army", "2022-11-15"), reinstated];
    expect(wanted(...facts, lifted("army", "2022-12-01"))).toEqual([apartFor("army", "disciplined")]);
  });

  it("is people's no longer, once another thing stands against it", () => {
    const reinstated = on(ScoreboardEvent.create.UnitReinstated({ unit: "army", reason: "Đã xem xét" }));
    const facts = [constituted, board(), investigated("army", "2022-11-15"), reinstated];
    const first = apartFor("army", "underInvestigation");
    expect(wanted(...facts, disciplinedOn("court", "2022-11-20"))).toEqual([
      first,
      apartFor("court", "disciplined"),
    ]);
    const then = disciplinedOn("army", "2022-11-20");
    expect(wanted(...facts, then)).toEqual([first, apartFor("army", "disciplined")]);
    expect(wanted(...facts, then, lifted("army", "2022-12-01"))).toEqual([
      first,
      apartFor("army", "disciplined"),
      first,
    ]);
    const corrected = on(
      ScoreboardEvent.create.ScoreboardCorrected({
        ...{ findings: [], exclusions: [], reinstated: ["army"], reason: "Nhầm", correctedOn: "2023-01-10" },
        ...{ excluded: [], results: [] },
      }),
    );
    const found = [constituted, board(), investigated("army", "2022-11-15"), corrected];
    expect(wanted(...found, closed("army", "2022-12-01"))).toEqual([first]);
  });
});
