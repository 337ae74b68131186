import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { forecastOf } from "../../src/chair-rotation/forecast/forecast.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import { officeOn } from "../../src/chair-rotation/office-on.ts";
import { agenda } from "../../src/chair-rotation/questions/agenda.ts";
import { diffForecast } from "../../src/chair-rotation/questions/diff-forecast.ts";
import { explain } from "../../src/chair-rotation/questions/explain.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import { conference, decision, hand, install, open, opening, timed } from "./life.ts";
import { done, once } from "./once.ts";

const { create } = ChairRotationCommand;
const ballot = { ...conference, ballot: "chair-2022" } as const;

const elect = (chair: string, deputy?: string) =>
  create.DesignateChair({
    term: "2023",
    chair,
    ...(deputy !== undefined && { deputy }),
    basis: ballot,
    designatedOn: "2023-01-09",
  });
const assign = (chair: string) =>
  create.DesignateChair({ term: "2023", chair, basis: decision, designatedOn: "2023-01-10" });
const deputise = (deputy: string) =>
  create.DesignateDeputy({ term: "2023", deputy, basis: conference, designatedOn: "2023-01-09" });
type Code = "annulled" | "recounted" | "superseded" | "unitEnded" | "byBloc";
const undo = (chair: string, code: Code = "annulled") =>
  create.UndesignateChair({ term: "2023", chair, code, undesignatedOn: "2023-01-12" });

const row = (...commands: ChairRotationCommand[]) => {
  const { chair, deputy, certainty } = forecastOf(once(...commands), "2023") ?? {};
  const who = chair?.kind === "unit" ? chair.unit : chair?.kind;
  return [who, deputy, certainty];
};

describe("a designation that is taken back", () => {
  it("leaves the term to be chosen anew, and another unit is designated", () => {
    given(chairRotation, done(open, elect("police")))
      .when(undo("police"))
      .thenEvents({ type: "ChairUndesignated", data: undo("police").data });
    expect(row(open, elect("police"), undo("police"))).toEqual(["open", undefined, "open"]);
    expect(row(open, elect("police"), undo("police"), elect("military"))).toEqual([
      "military",
      undefined,
      "assigned",
    ]);
  });

  it("is taken back already where its unit has left the rotation, which it fell with", () => {
    const left = create.LeaveRotation({ unit: "police", leftOn: "2022-12-20", reason: "chuyển khối" });
    given(chairRotation, done(open, elect("police"), left))
      .when(undo("police", "unitEnded"))
      .thenEvents();
    given(chairRotation, done(open, elect("police"), left))
      .when(undo("police", "annulled"))
      .thenRejected("ChairNotDesignated", { term: "2023", chair: "police" });
  });

  it("is made again and taken back again: each is a word of its own, and said twice it is so already", () => {
    const history = done(open, elect("police"), undo("police"));
    given(chairRotation, history).when(undo("police")).thenEvents();
    given(chairRotation, history)
      .when(elect("police"))
      .thenEvents({ type: "ChairDesignated", data: elect("police").data });
    given(chairRotation, done(open, elect("police"), undo("police"), elect("police")))
      .when(undo("police"))
      .thenEvents({ type: "ChairUndesignated", data: undo("police").data });
  });

  it("takes along the deputy whom it names, and not one who was designated apart", () => {
    expect(row(open, elect("police", "procuracy"))).toEqual(["police", "procuracy", "assigned"]);
    expect(row(open, elect("police", "procuracy"), undo("police"))).toEqual(["open", undefined, "open"]);
    const apart = [open, elect("police"), deputise("procuracy"), undo("police")];
    expect(row(...apart)).toEqual(["open", "procuracy", "open"]);
    expect(row(...apart, elect("military"))).toEqual(["military", "procuracy", "assigned"]);
  });

  it("is refused once its term has begun", () => {
    const taken = create.HandOverChair({
      term: "2023",
      from: "judgment",
      to: "police",
      handedOverOn: "2023-01-09",
    });
    given(chairRotation, done(open, elect("police"), taken))
      .when(undo("police"))
      .thenRejected("TermBegunAlready", { term: "2023", running: "2023" });
  });

  it("only confirmed the turn where the rule names the chair: the turn stays, and is less certain", () => {
    const cycle = [opening("abc", { horizonTerms: 1 }), install("2022", "a")];
    expect(row(...cycle, elect("b"))).toEqual(["b", undefined, "assigned"]);
    expect(row(...cycle, elect("b"), undo("b", "byBloc"))).toEqual(["b", undefined, "nominal"]);
  });

  it("ends what was agreed about its turn, with the reason", () => {
    const substitute = create.NameSubstitute({
      term: "2023",
      unit: "police",
      chair: "military",
      reason: "theo thỏa thuận",
    });
    given(chairRotation, done(open, elect("police"), substitute))
      .when(undo("police"))
      .thenEvents(
        { type: "ChairUndesignated", data: undo("police").data },
        {
          type: "AgreementVoided",
          data: { what: "substitute", term: "2023", unit: "police", layer: 1, because: "turnMoved" },
        },
      );
  });

  it("is cited where it is asked why a term is as it is, with who would have had it otherwise", () => {
    const { because = [], otherwise = [] } =
      explain(done(open, elect("police"), undo("police")), "2023") ?? {};
    expect(because.flatMap((one) => (one.kind === "event" ? [one.event.type] : []))).toEqual([
      "ChairUndesignated",
    ]);
    expect(otherwise.map(({ without, chair }) => [without.event.type, chair])).toEqual([
      ["ChairUndesignated", { kind: "unit", unit: "police" }],
    ]);
    const then = explain(done(open, elect("police"), undo("police"), elect("military")), "2023");
    expect(then?.because.flatMap((one) => (one.kind === "event" ? [one.position] : []))).toEqual([4, 3]);
  });

  it("shows in the dry run and in the calendar, whose entry of the term is a revision", () => {
    const before = [open, elect("police", "procuracy")];
    expect(diffForecast(once(...before), timed(undo("police")), { number: 1 })).toMatchObject({
      ok: true,
      terms: [{ term: "2023", before: { unit: "police" }, after: { kind: "open" } }],
      deputies: [{ term: "2023", before: "procuracy", after: undefined }],
      voided: [],
    });
    const revision = (...commands: ChairRotationCommand[]) =>
      agenda(done(...commands), { number: 1 }).terms[1]?.revision;
    expect([revision(...before), revision(...before, undo("police"))]).toEqual([1, 2]);
  });
});

describe("a vote and a decision of the authority on one term", () => {
  it("the decision takes the place of the vote, which is void", () => {
    given(chairRotation, done(open, elect("police")))
      .when(assign("military"))
      .thenEvents(
        { type: "ChairDesignated", data: assign("military").data },
        {
          type: "AgreementVoided",
          data: { what: "designation", term: "2023", unit: "police", because: "superseded" },
        },
      );
  });

  it("the vote never takes the place of the decision, also where both name one unit", () => {
    for (const chair of ["police", "military"])
      given(chairRotation, done(open, assign("military")))
        .when(elect(chair))
        .thenRejected("ChairNamedByDecision", {
          term: "2023",
          chair: "military",
          decision: decision.document,
        });
  });

  it("the decision may confirm the vote: then the annulled vote takes nothing back, and the deputy stays", () => {
    const both = [open, elect("police", "procuracy"), assign("police")];
    expect(row(...both)).toEqual(["police", "procuracy", "assigned"]);
    for (const code of ["annulled", "recounted", "byBloc"] as const)
      given(chairRotation, done(...both))
        .when(undo("police", code))
        .thenRejected("ChairNamedByDecision", { term: "2023", chair: "police", decision: decision.document });
    given(chairRotation, done(...both))
      .when(assign("police"))
      .thenEvents();
    expect(row(...both, undo("police", "superseded"))).toEqual(["open", undefined, "open"]);
    const cited = explain(done(...both), "2023")?.because;
    expect(cited?.flatMap((one) => (one.kind === "event" ? [one.position] : []))).toEqual([3]);
  });

  it("what another decision has taken back may be voted on again", () => {
    given(chairRotation, done(open, assign("military"), undo("military", "superseded")))
      .when(elect("police"))
      .thenEvents({ type: "ChairDesignated", data: elect("police").data });
  });
});

describe("a deputy who is elected as the chair too", () => {
  it("is chair, and an event says that it is left out as deputy", () => {
    given(chairRotation, done(open, deputise("police")))
      .when(elect("police"))
      .thenEvents(
        { type: "ChairDesignated", data: elect("police").data },
        {
          type: "DeputyReleased",
          data: { term: "2023", deputy: "police", releasedOn: "2023-01-09", ground: "isChair" },
        },
      );
    expect(row(open, deputise("police"), elect("police"))).toEqual(["police", undefined, "assigned"]);
    expect(row(open, deputise("police"), elect("police", "procuracy"))).toEqual([
      "police",
      "procuracy",
      "assigned",
    ]);
  });

  it("is so by a decision that makes the deputy of the elected chair the chair itself", () => {
    given(chairRotation, done(open, elect("police", "procuracy")))
      .when(assign("procuracy"))
      .thenEvents(
        { type: "ChairDesignated", data: assign("procuracy").data },
        {
          type: "DeputyReleased",
          data: { term: "2023", deputy: "procuracy", releasedOn: "2023-01-10", ground: "isChair" },
        },
        {
          type: "AgreementVoided",
          data: { what: "designation", term: "2023", unit: "police", because: "superseded" },
        },
      );
  });

  it("is named by its heir where it has merged since", () => {
    const merged = create.MergeInRotation({
      units: ["military"],
      into: "police",
      mergedOn: "2022-06-01",
    });
    const events = done(open, { ...deputise("military") }, merged, elect("police"));
    expect(events.at(-1)).toEqual({
      type: "DeputyReleased",
      data: { term: "2023", deputy: "police", releasedOn: "2023-01-09", ground: "isChair" },
    });
  });

  it("may be deputy again once it is chair no longer", () => {
    const history = [open, deputise("police"), elect("police"), undo("police"), elect("military")];
    expect(row(...history)).toEqual(["military", undefined, "assigned"]);
    expect(row(...history, deputise("police"))).toEqual(["military", "police", "assigned"]);
  });

  it("is refused where it is chair already, and where one command names it for both", () => {
    given(chairRotation, done(open, elect("police")))
      .when(deputise("police"))
      .thenRejected("DeputyIsChair", { unit: "police" });
    given(chairRotation, done(open))
      .when(elect("police", "police"))
      .thenRejected("DeputyIsChair", { unit: "police" });
  });
});

describe("a chair that is elected again", () => {
  it("hands the chair over to itself: the next term begins, and the one after it follows", () => {
    const again = create.OpenRotation({
      ...opening("abc", { succession: { kind: "elected" } }).data,
      chair: "a",
    });
    const stays = elect("a", "b");
    const history = [again, stays, hand("2023", "a", "a")];
    expect(officeOn(once(...history), "2023-01-01")).toMatchObject({
      term: "2023",
      holder: "a",
      deputy: "b",
    });
    const next = create.DesignateChair({
      term: "2024",
      chair: "c",
      basis: conference,
      designatedOn: "2023-12-01",
    });
    const after = once(...history, next, hand("2024", "a", "c"));
    expect(officeOn(after, "2024-01-01")).toMatchObject({ term: "2024", holder: "c" });
  });
});

describe("a dry run of taking a designation back", () => {
  it("does not tell it as void: whoever takes it back knows", () => {
    const running = [opening("abcd"), install("2022", "a")];
    const designated = create.DesignateChair({
      ...{ term: "2023", chair: "b", basis: decision, designatedOn: "2022-02-01" },
    });
    const state = chairRotation.fold(historyOf(chairRotation, [...running, designated]));
    const undo = create.UndesignateChair({
      ...{ term: "2023", chair: "b", code: "superseded", undesignatedOn: "2022-03-01" },
    });
    expect(diffForecast(state, timed(undo), { number: 4 })).toMatchObject({ ok: true, voided: [] });
  });
});
