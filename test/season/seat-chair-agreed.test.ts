import { describe, expect, it } from "vitest";
import { BlocEvent } from "../../src/bloc/messages.ts";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { seatChair } from "../../src/season/seat-chair.ts";
import {
  annulledBallot,
  byDecision,
  chairMatters,
  closedConference,
  constituted,
  decision,
  electing,
  inBloc,
  inRotation,
  metConference,
  openedRotation,
  type Told,
} from "./chair-season.ts";
import { wanted } from "./reading.ts";

// The conference agrees on a chair and people record it by hand, beside the vote of the bloc or without one.

const { create } = ChairRotationEvent;
const [opened, met, chair, closed] = [
  openedRotation("a"),
  metConference("a"),
  electing("chair", "chair", "police"),
  closedConference("a"),
];
const agreed = (unit: string, ballot?: string, designatedOn = "2023-01-09") =>
  inRotation(
    create.ChairDesignated({
      ...{ term: "2023", chair: unit, designatedOn },
      basis: { kind: "conference", conference: "a-2022", ...(ballot !== undefined && { ballot }) },
    }),
  );
const handedOver = (to: string) =>
  inRotation(
    create.ChairHandedOver({
      ...{ term: "2023", from: "court", to, handedOverOn: "2023-01-09", startsOn: "2023-01-01" },
      flag: {},
    }),
  );
const sent = (...events: Told[]) =>
  wanted(seatChair, ...events).map((wants) => wants.map(({ command }) => command));
const seated = (...events: Told[]) =>
  sent(...events)
    .flat()
    .flatMap(({ type, data }) => (type === "SeatChair" ? [data] : []));
const listed = (...events: Told[]) => chairMatters(...events).map(({ law, what }) => [law, what.type]);
const undesignated = (unit: string) =>
  inRotation(
    create.ChairUndesignated({
      ...{ term: "2023", chair: unit, code: "byBloc", undesignatedOn: "2023-01-09" },
    }),
  );

describe("a chair agreed on by hand whom the vote elects, too", () => {
  it("is designated as it is: nothing is asked for again, nothing is open, and it takes over at the close", () => {
    const events = [opened, met, agreed("police"), chair, closed];
    expect(listed(...events)).toEqual([]);
    expect(sent(...events).flat()).toMatchObject([{ type: "SeatChair", data: { chair: "police" } }]);
  });

  it("stays designated where the vote is annulled, since people agreed on it", () => {
    const events = [opened, met, agreed("police"), chair, annulledBallot("chair")];
    expect(sent(...events).flat()).toEqual([]);
  });
});

describe("a chair agreed on by hand against a vote that is in force", () => {
  const before = [opened, met, agreed("military"), chair];

  it("is listed with the vote, and neither takes the chair at the close", () => {
    for (const events of [before, [opened, met, chair, undesignated("police"), agreed("military")]]) {
      expect(listed(...events)).toEqual([["C13", "NamedAgainstVote"]]);
      expect(seated(...events, closed)).toEqual([]);
      expect(listed(...events, closed)).toEqual([["C13", "NamedAgainstVote"]]);
    }
    expect(sent(...before).flat()).toEqual([]);
    expect(chairMatters(...before)[0]?.what.data).toEqual({
      ...{ elected: "police", named: "military", term: "2023" },
    });
  });

  it("gives way to the vote by commands that the rotation has", () => {
    const [open] = chairMatters(...before);
    const rotation = [opened, agreed("military")].map(([, event]) => event as ChairRotationEvent);
    let state = chairRotation.fold(rotation);
    for (const { command } of open?.ready ?? []) {
      const metadata = { now: new Date("2023-01-10T03:00:00Z"), commandId: "c", actor: "office" };
      const decided = chairRotation.decide({ ...command, metadata } as never, state);
      expect(decided.ok, command.type).toBe(true);
      if (decided.ok) state = chairRotation.fold(decided.events, state);
    }
    expect(open?.ready.map(({ command }) => command.type)).toEqual(["UndesignateChair", "DesignateChair"]);
    expect(listed(...before, undesignated("military"))).toEqual([]);
    expect(sent(...before, undesignated("military")).at(-1)).toMatchObject([
      { type: "DesignateChair", data: { chair: "police", basis: { ballot: "chair" } } },
    ]);
    expect(seated(...before, undesignated("military"), closed)).toMatchObject([{ chair: "police" }]);
  });

  it("is listed in office, too, where people hand it over all the same, until a decision confirms it", () => {
    const taken = [...before, closed, handedOver("military")];
    expect(chairMatters(...taken)).toMatchObject([
      {
        law: "C16",
        what: { type: "ChairNotAsElected", data: { unit: "military", elected: "police", term: "2023" } },
      },
    ]);
    const installed = inRotation(
      create.ChairInstalled({
        ...{ term: "2023", chair: "military", installedOn: "2023-01-20", startsOn: "2023-01-01" },
        basis: { kind: "document", document: decision },
      }),
    );
    const vacated = inRotation(
      create.TermVacated({ term: "2023", from: "2023-01-20", reason: "quyết định" }),
    );
    expect(listed(...taken, vacated, installed)).toEqual([]);
  });

  it("gives way to a decision, as the vote does", () => {
    const events = [...before, byDecision("procuracy")];
    expect(listed(...events)).toEqual([["C13", "DecisionOverVote"]]);
    expect(seated(...events, closed)).toMatchObject([{ chair: "procuracy" }]);
  });

  it("is for people to hand over once the vote has fallen, for the bloc is to vote again", () => {
    const events = [...before, closed, annulledBallot("chair")];
    expect(seated(...events)).toEqual([]);
    expect(chairMatters(...events)).toMatchObject([
      {
        law: "C14",
        what: { type: "HandoverAwaited", data: { unit: "military" } },
        ready: [{ command: { data: { chair: "military", seatedOn: "2023-01-12" } } }],
      },
    ]);
    expect(listed(...events, handedOver("military"))).toEqual([]);
  });

  it("is for people to hand over, too, where the winner of the vote has left the bloc", () => {
    const left = inBloc(
      BlocEvent.create.MemberLeft({ unit: "police", ground: "transferred", leftOn: "2023-01-09", decision }),
    );
    const events = [constituted, ...before, left];
    expect(listed(...events)).toEqual([]);
    expect(seated(...events, closed)).toEqual([]);
    expect(listed(...events, closed)).toEqual([["C14", "HandoverAwaited"]]);
  });
});

describe("a chair agreed on by hand whom the bloc elects, too", () => {
  it("stays designated by people where a recount elects another, and that is listed", () => {
    const recount = electing("chair", "chair", "court", { certification: 2, supersedes: 1 });
    const events = [opened, met, agreed("police"), chair, recount];
    expect(sent(...events).at(-1)).toEqual([]);
    expect(listed(...events)).toEqual([["C13", "NamedAgainstVote"]]);
  });
});

describe("a chair agreed on by hand without a vote", () => {
  it("takes over at the close, and is listed once a vote in force elects another unit", () => {
    const events = [opened, met, agreed("military"), closed];
    expect(seated(...events)).toMatchObject([{ chair: "military" }]);
    expect(listed(...events)).toEqual([]);
    expect(listed(...events, chair)).toEqual([["C16", "ChairNotAsElected"]]);
    expect(listed(...events, chair, annulledBallot("chair"))).toEqual([]);
  });
});

describe("the winner of a vote whom people record by hand with the ballot", () => {
  it("is in office by that vote, and by none once it has fallen", () => {
    const recorded = [opened, met, agreed("police", "chair"), chair];
    expect(listed(...recorded)).toEqual([]);
    expect(seated(...recorded, closed)).toMatchObject([{ chair: "police", basis: { ballot: "chair" } }]);
    expect(listed(...recorded, closed, annulledBallot("chair"))).toEqual([["C16", "ChairOnVoidVote"]]);
    expect(seated(...recorded, annulledBallot("chair"), closed)).toEqual([]);
    expect(listed(...recorded, annulledBallot("chair"), closed)).toEqual([["C12", "NoChairForTerm"]]);
  });
});

describe("a chair whom people take out of it though the vote stands", () => {
  it("is put back by no ready command, and whom they agree on then is not against the vote", () => {
    const vacated = inRotation(create.TermVacated({ term: "2023", from: "2023-01-20", reason: "xin thôi" }));
    const installed = inRotation(
      create.ChairInstalled({
        ...{ term: "2023", chair: "military", installedOn: "2023-01-20", startsOn: "2023-01-01" },
        basis: { kind: "conference", conference: "a-2022" },
      }),
    );
    const events = [opened, met, chair, closed, vacated];
    expect(chairMatters(...events)).toMatchObject([{ law: "C15", what: { type: "ChairVacant" }, ready: [] }]);
    expect(listed(...events, installed)).toEqual([["X3", "FlagElsewhere"]]);
  });
});
