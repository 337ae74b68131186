import { describe, expect, it } from "vitest";
import { BallotEvent } from "../../src/ballot/messages.ts";
import { ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { emulationBloc } from "../../src/chair-rotation/policies/presets.ts";
import { ConferenceEvent } from "../../src/conference/messages.ts";
import { designateElected } from "../../src/season/designate-elected.ts";
import type { SeasonEvent } from "../../src/season/messages.ts";
import { certified, units } from "./certified.ts";
import { wanted } from "./reading.ts";

type Told = [stream: string, event: SeasonEvent];

const opened = (bloc: string, term = "2022"): Told => [
  `ChairRotation-rotation-${bloc}`,
  ChairRotationEvent.create.RotationOpened({
    bloc,
    roster: units.map((unit) => ({ unit })),
    order: units,
    policy: emulationBloc,
    calendar: { term, startsOn: `${term}-01-01`, months: 12 },
    chair: "court",
  }),
];
const convened = (bloc: string): Told => [
  `Conference-${bloc}-2022`,
  ConferenceEvent.create.ConferenceConvened({
    bloc,
    season: "2022",
    kind: "yearEnd",
    heldOn: "2023-01-09",
    place: "Hội trường",
    host: "court",
    agenda: [],
    entitled: units,
    quorum: { numerator: 2, denominator: 3, strict: false },
    proxiesMax: 0,
    bylaws: 1,
  }),
];
type Change = Parameters<typeof certified>[1];
const ballot = (
  id: string,
  kind: "chair" | "deputyChair",
  unit: string | undefined,
  change: Change = {},
): Told => [
  `Ballot-${id}`,
  certified(unit === undefined ? [] : [unit], { purpose: { kind }, conference: "a-2022", ...change }),
];
const again = { certification: 2, supersedes: 1, certifiedOn: "2023-01-11" };
const annulled = (id: string): Told => [
  `Ballot-${id}`,
  BallotEvent.create.BallotAnnulled({
    ground: "irregularity",
    reason: "Sai thủ tục",
    annulledOn: "2023-01-12",
  }),
];

const process = designateElected({ rotation: "rotation-a" });
const begun = [opened("a"), convened("a")];
/** The commands that the rotation is sent after each of these, behind the opening and the conference. */
const sent = (...events: Told[]) =>
  wanted(process, ...begun, ...events)
    .slice(begun.length)
    .map((wants) => wants.map(({ command }) => command));
const basisOf = (id: string) => ({ kind: "conference", conference: "a-2022", ballot: id });
const [chair, deputy] = [ballot("chair", "chair", "police"), ballot("deputy", "deputyChair", "procuracy")];
const designate = (unit: string, change: object = {}) => ({
  type: "DesignateChair",
  data: { term: "2023", chair: unit, basis: basisOf("chair"), designatedOn: "2023-01-09", ...change },
});
const deputise = (unit: string, change: object = {}) => ({
  type: "DesignateDeputy",
  data: { term: "2023", deputy: unit, basis: basisOf("deputy"), designatedOn: "2023-01-09", ...change },
});
const undo = (unit: string, code: string, undesignatedOn: string, note?: string) => ({
  type: "UndesignateChair",
  data: { term: "2023", chair: unit, code, undesignatedOn, ...(note && { note }) },
});

describe("an elected chair", () => {
  it("is designated for the season after by its ballot, and so is its deputy, whichever ballot comes first", () => {
    expect(sent(chair, deputy)).toEqual([[designate("police")], [deputise("procuracy")]]);
    expect(sent(deputy, chair)).toEqual([[deputise("procuracy")], [designate("police")]]);
  });

  it("is designated though it is elected deputy, too, whichever ballot comes first", () => {
    const both = ballot("deputy", "deputyChair", "police");
    expect(sent(both, chair)).toEqual([[deputise("police")], [designate("police")]]);
    expect(sent(chair, both)).toEqual([[designate("police")], []]);
    expect(sent(chair, both, annulled("chair"))[2]).toEqual([
      undo("police", "annulled", "2023-01-12", "Sai thủ tục"),
      deputise("police", { designatedOn: "2023-01-12" }),
    ]);
  });

  it("is taken back when its ballot is annulled, and whom the next ballot elects is designated", () => {
    const revote = ballot("chair-2", "chair", "court", { certifiedOn: "2023-01-20" });
    expect(sent(chair, deputy, annulled("chair"), revote).slice(2)).toEqual([
      [undo("police", "annulled", "2023-01-12", "Sai thủ tục")],
      [designate("court", { basis: basisOf("chair-2"), designatedOn: "2023-01-20" })],
    ]);
  });

  it("gives way to whom a recount elects, and stays where the recount says the same", () => {
    expect(sent(chair, ballot("chair", "chair", "police", again))[1]).toEqual([]);
    expect(sent(deputy, chair, ballot("chair", "chair", "court", again))[2]).toEqual([
      undo("police", "recounted", "2023-01-11"),
      designate("court", { designatedOn: "2023-01-11" }),
    ]);
    expect(sent(chair, ballot("chair", "chair", undefined, again))[1]).toEqual([
      undo("police", "recounted", "2023-01-11"),
    ]);
  });

  it("that was the elected deputy is its own deputy no longer, which the rotation says itself", () => {
    const recount = ballot("chair", "chair", "procuracy", again);
    expect(sent(deputy, chair, recount)[2]).toEqual([
      undo("police", "recounted", "2023-01-11"),
      designate("procuracy", { designatedOn: "2023-01-11" }),
    ]);
  });

  it("is not the one of a run-off: the ballot that called it elects", () => {
    const follows = { kind: "runOff", ballot: "chair", step: 1, round: 1 } as const;
    expect(sent(ballot("run-off", "chair", "police", { follows }))).toEqual([[]]);
  });

  it("is the one of the first of two ballots; the second is asked for, so that its refusal tells of it", () => {
    const other = ballot("other", "chair", "court");
    expect(sent(chair, other)[1]).toEqual([designate("court", { basis: basisOf("other") })]);
    expect(sent(chair, other, annulled("chair"))[2]).toEqual([
      undo("police", "annulled", "2023-01-12", "Sai thủ tục"),
      designate("court", { basis: basisOf("other"), designatedOn: "2023-01-12" }),
    ]);
  });
});

describe("an elected deputy", () => {
  it("gives way to whom a recount elects, and is released when its ballot is annulled", () => {
    expect(sent(chair, deputy, ballot("deputy", "deputyChair", "military", again))[2]).toEqual([
      deputise("military", { designatedOn: "2023-01-11" }),
    ]);
    for (const before of [[chair, deputy], [deputy]])
      expect(sent(...before, annulled("deputy")).at(-1)).toEqual([
        {
          type: "ReleaseDeputy",
          data: { term: "2023", deputy: "procuracy", releasedOn: "2023-01-12", reason: "Sai thủ tục" },
        },
      ]);
  });
});

describe("an elected chair of another bloc", () => {
  const other = { conference: "b-2022" };

  it("is designated for nothing here, and its deputy does not go along with this bloc's chair", () => {
    const events = [
      ballot("deputy-b", "deputyChair", "court", other),
      ballot("chair-b", "chair", "military", other),
      chair,
    ];
    expect(sent(convened("b"), ...events)).toEqual([[], [], [], [designate("police")]]);
  });

  it("is not taken for this bloc's, though this bloc's rotation is opened only after that conference", () => {
    const wants = wanted(
      process,
      convened("b"),
      ballot("deputy-b", "deputyChair", "court", other),
      ballot("chair-b", "chair", "military", other),
      opened("a"),
      convened("a"),
      chair,
    );
    expect(wants.map((all) => all.map(({ command }) => command))).toEqual([
      [],
      [],
      [],
      [],
      [],
      [designate("police")],
    ]);
  });
});

describe("a rotation that is opened after the conference", () => {
  const asked = (term: string) =>
    wanted(process, convened("a"), deputy, chair, opened("a", term)).map((all) =>
      all.map(({ command }) => command),
    );

  it("is asked for whom the bloc has elected, for a term that has not begun", () => {
    expect(asked("2022")).toEqual([[], [], [], [designate("police"), deputise("procuracy")]]);
    expect(asked("2023")).toEqual([[], [], [], []]);
  });
});
