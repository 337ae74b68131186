import { describe, expect, it } from "vitest";
import { BlocEvent } from "../../src/bloc/messages.ts";
import { ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import {
  annulledBallot,
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

// The police took the chair of 2023 by the vote, with the flag of the court. What then follows in that running term.

const { create } = ChairRotationEvent;
const flagMatters = (...events: Told[]) => chairMatters(...events).filter(({ law }) => law === "X3");

const taken = [
  openedRotation("a"),
  metConference("a"),
  electing("chair", "chair", "police"),
  closedConference("a"),
];
const vacated = (from = "2023-01-20", unit?: string) =>
  inRotation(create.TermVacated({ term: "2023", from, reason: "theo quy chế", ...(unit && { unit }) }));
const byRevote = { kind: "conference", conference: "a-2022", ballot: "again" } as const;
const byDocument = { kind: "document", document: decision } as const;
const installed = (chair: string, basis: typeof byRevote | typeof byDocument = byRevote) =>
  inRotation(
    create.ChairInstalled({
      ...{ term: "2023", chair, installedOn: "2023-01-20", startsOn: "2023-01-01", basis },
    }),
  );
const revote = (unit: string) => electing("again", "chair", unit, { certifiedOn: "2023-01-20" });
const handedOver = inRotation(
  create.ChairHandedOver({
    ...{ term: "2023", from: "court", to: "military", handedOverOn: "2023-01-20", startsOn: "2023-01-01" },
  }),
);
const received = (to: string) =>
  inRotation(
    create.FlagReceived({
      ...{ from: { kind: "unit", unit: "court" }, to: { kind: "unit", unit: to }, receivedOn: "2023-01-19" },
      flag: {},
    }),
  );

describe("the flag of a chair whose running term fell vacant", () => {
  it("is with whom it was handed to, once another unit is installed", () => {
    const events = [...taken, annulledBallot("chair"), revote("military"), vacated(), installed("military")];
    expect(chairMatters(...events)).toMatchObject([
      {
        law: "X3",
        what: { data: { chair: "military", custodian: "police" } },
        ready: [{ command: { type: "ReceiveFlag", data: { from: { kind: "unit", unit: "police" } } } }],
      },
    ]);
    // The unit that chaired the term before has it no more.
    expect(flagMatters(...taken, vacated(), installed("court"))).toMatchObject([
      { what: { data: { chair: "court", custodian: "police" } } },
    ]);
  });

  it("is with the chair where the same unit is installed again", () => {
    expect(chairMatters(...taken, vacated(), installed("police"))).toEqual([]);
  });

  it("is with whom it was handed to after any chair that people put in it next", () => {
    expect(
      flagMatters(...taken, vacated(), installed("military"), vacated("2023-01-21"), installed("police")),
    ).toEqual([]);
  });
});

describe("the flag of a chair that left or was suspended in its running term", () => {
  it("is with its issuer, once another unit is installed in place of one that left", () => {
    const left = inBloc(
      BlocEvent.create.MemberLeft({ unit: "police", ground: "transferred", leftOn: "2023-01-15", decision }),
    );
    for (const leaver of ["deputyActs", "reassign"] as const) {
      const [, ...voted] = taken;
      const opened = openedRotation("a", { policy: { leaver } });
      const [open] = flagMatters(constituted, opened, ...voted, left, installed("military"));
      expect(open).toMatchObject({
        what: { data: { chair: "military" } },
        ready: [{ command: { data: { from: { kind: "issuer" } } } }],
      });
    }
  });

  it("is with it, where a unit acted for it in the term before another was installed", () => {
    const suspendedOn = "2023-01-12";
    const suspended = inBloc(
      BlocEvent.create.MemberSuspended({ unit: "police", reason: "Điều tra", suspendedOn }),
    );
    const acts = inRotation(
      create.ActingChairAppointed({
        ...{ term: "2023", unit: "procuracy", from: "2023-01-13", reason: "theo quy chế" },
      }),
    );
    for (const acting of [[acts], []])
      expect(flagMatters(constituted, ...taken, suspended, ...acting, installed("military"))).toMatchObject([
        { what: { data: { chair: "military", custodian: "police" } } },
      ]);
  });
});

describe("the flag of a handover that did not come about", () => {
  it("is where it was, where people hand the chair over to another unit", () => {
    expect(flagMatters(...taken, handedOver)).toMatchObject([
      { what: { data: { chair: "military", custodian: "court" } } },
    ]);
  });

  it("is where people say that it went, whatever was asked for before", () => {
    expect(flagMatters(...taken, received("procuracy"), handedOver)).toMatchObject([
      { what: { data: { chair: "military", custodian: "procuracy" } } },
    ]);
    expect(flagMatters(...taken, received("military"), handedOver)).toEqual([]);
  });
});

describe("the flag of a coming term that people vacate though its handover is asked for", () => {
  it("is where it was, once the term begins with another unit", () => {
    expect(flagMatters(...taken, vacated("2023-01-20", "police"), installed("military"))).toMatchObject([
      { what: { data: { chair: "military", custodian: "court" } } },
    ]);
  });
});

describe("a chair by a vote that fell after it took office", () => {
  const fallen = [...taken, annulledBallot("chair")];

  it("gives way to whom the re-vote elects, within the days of an installation", () => {
    expect(chairMatters(...fallen, revote("military"))).toMatchObject([
      { law: "C16", what: { type: "ChairNotAsElected" }, since: "2023-01-20", due: "2023-02-19" },
    ]);
  });

  it("is settled by a decision of the authority, recorded as a vacancy and an installation by document", () => {
    for (const before of [fallen, [...fallen, revote("military")]]) {
      expect(chairMatters(...before, vacated(), installed("procuracy", byDocument))).toMatchObject([
        { law: "X3", what: { data: { chair: "procuracy", custodian: "police" } } },
      ]);
      // The decision may leave the chair where it is, too.
      expect(chairMatters(...before, vacated(), installed("police", byDocument))).toEqual([]);
    }
  });

  it("stays as the decision has it, though the bloc votes again after it", () => {
    const decided = [...fallen, vacated(), installed("police", byDocument)];
    expect(chairMatters(...decided, revote("military"))).toEqual([]);
  });
});
