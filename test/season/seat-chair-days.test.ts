import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { emulationBloc } from "../../src/chair-rotation/policies/presets.ts";
import { ConferenceEvent } from "../../src/conference/messages.ts";
import type { Message } from "../../src/kernel/messages.ts";
import { seatChair } from "../../src/season/seat-chair.ts";
import {
  annulledBallot,
  chairMatters,
  closedConference,
  decision,
  dismissed,
  electing,
  inRotation,
  metConference,
  openedRotation,
  raised,
  runningCampaign,
  type Told,
  withPolicies,
} from "./chair-season.ts";
import { wanted } from "./reading.ts";

// By its policy the rotation has a chair handed over from 2022-11-02 to 2023-04-01, for the term of 2023.

const { create } = ChairRotationEvent;
/** No lap of turns stands in the way of a vote. */
const elected = { ...emulationBloc, succession: { kind: "elected" as const } };
const met = metConference("a");
const chair = electing("chair", "chair", "police");
const closed = closedConference("a");
const sent = (...events: Told[]) =>
  wanted(seatChair, ...events).map((wants) => wants.map(({ command }) => command));
const seated = (...events: Told[]) =>
  sent(...events)
    .flat()
    .flatMap(({ type, data }) => (type === "SeatChair" ? [data] : []));
const listed = (...events: Told[]) => chairMatters(...events).map(({ law, what }) => [law, what.type]);

/** The bloc elects its chair and closes, and a complaint is dismissed on that day. */
const heldUntil = (day: string, opening = openedRotation("a")) => [
  ...[opening, met, chair, raised("k"), closed],
  dismissed("k", day),
];
const adopted = (term: string, handover: object) =>
  inRotation(
    create.RotationPolicyAdopted({
      ...{ term, basis: { kind: "document", document: decision } },
      policy: { ...elected, handover: { ...elected.handover, ...handover } },
    }),
  );

describe("a handover that is held longer than the rotation allows", () => {
  const late = heldUntil("2023-05-02");

  it("is asked for on the last day that is allowed, and not on the day after", () => {
    expect(seated(...heldUntil("2023-04-01"))).toMatchObject([{ chair: "police", seatedOn: "2023-04-01" }]);
    expect(seated(...heldUntil("2023-04-02"))).toEqual([]);
  });

  it("is listed with the commands that let the chair be taken from nobody", () => {
    expect(chairMatters(...late)).toMatchObject([
      {
        law: "C14",
        what: {
          type: "HandoverOutsideDays",
          data: { unit: "police", term: "2023", earliest: "2022-11-02", latest: "2023-04-01" },
        },
        since: "2023-01-09",
        ready: [
          { command: { type: "BeginVacantTerm", data: { term: "2023", begunOn: "2023-05-02" } } },
          { command: { type: "InstallChair", data: { chair: "police", installedOn: "2023-05-02" } } },
          { command: { type: "ReceiveFlag", data: { from: { unit: "court" }, to: { unit: "police" } } } },
        ],
        inOrder: true,
      },
    ]);
  });

  it("has given nobody the chair: a vote that falls then is taken back, and the re-vote's winner is designated", () => {
    const again = electing("again", "chair", "military", { certifiedOn: "2023-05-20" });
    expect(sent(...late, annulledBallot("chair", "2023-05-10"), again).slice(-2)).toMatchObject([
      [{ type: "UndesignateChair", data: { chair: "police", code: "annulled" } }],
      [{ type: "DesignateChair", data: { chair: "military" } }],
    ]);
    expect(listed(...late, annulledBallot("chair", "2023-05-10"))).toEqual([["C12", "NoChairForTerm"]]);
    expect(chairMatters(...late, annulledBallot("chair", "2023-05-10"), again)).toMatchObject([
      { what: { type: "HandoverOutsideDays", data: { unit: "military" } } },
    ]);
  });

  it("leaves a campaign to the chair in office", () => {
    const named = sent(...late, ...runningCampaign)
      .flat()
      .flatMap(({ type, data }) => (type === "NameCampaignSteward" ? [data] : []));
    expect(named).toEqual([{ chair: "court", since: "2023-01-10" }]);
  });

  it("is asked for however late where nobody holds the chair", () => {
    const vacant = openedRotation("a", { chair: null });
    expect(seated(...heldUntil("2023-05-02", vacant))).toMatchObject([{ seatedOn: "2023-05-02" }]);
  });

  it("is recorded by people neither, where the bylaws leave it to them", () => {
    expect(listed(withPolicies({ handover: "byHand" }), ...late)).toEqual([["C14", "HandoverOutsideDays"]]);
  });

  it("is past once people have let the term begin vacant and installed the chair, by the vote as before", () => {
    const installed = inRotation(
      create.ChairInstalled({
        ...{ term: "2023", chair: "police", installedOn: "2023-05-02", startsOn: "2023-01-01" },
        basis: { kind: "conference", conference: "a-2022", ballot: "chair" },
      }),
    );
    const begun = inRotation(
      create.VacantTermBegun({ term: "2023", begunOn: "2023-05-02", startsOn: "2023-01-01" }),
    );
    expect(listed(...late, begun)).toEqual([["C15", "ChairVacant"]]);
    expect(listed(...late, begun, installed)).toEqual([["X3", "FlagElsewhere"]]);
    expect(listed(...late, begun, installed, annulledBallot("chair", "2023-05-10"))).toEqual([
      ["C16", "ChairOnVoidVote"],
      ["X3", "FlagElsewhere"],
    ]);
  });
});

describe("the days of a handover", () => {
  const early: Told = [
    "Conference-a-2022",
    ConferenceEvent.create.ConferenceClosed({
      ...{ closedOn: "2022-10-20", chair: { name: "An" }, secretary: { name: "An" }, summary: "Xong" },
      minutes: { kind: "minutes", number: "1/BB", issuedOn: "2022-10-20", issuer: "Khối" },
    }),
  ];
  const october = electing("chair", "chair", "police", { certifiedOn: "2022-10-20" });

  it("may begin after the close: it is listed with the first day and the last", () => {
    const events = [openedRotation("a"), met, october, early];
    expect(seated(...events)).toEqual([]);
    expect(chairMatters(...events)).toMatchObject([
      {
        what: { type: "HandoverOutsideDays" },
        due: "2023-04-01",
        ready: [{ command: { type: "SeatChair", data: { chair: "police", seatedOn: "2022-11-02" } } }],
      },
    ]);
  });

  it("are those of the policy that holds for the term", () => {
    const wide = { daysAfterMax: 200 };
    expect(seated(...begunWith(adopted("2023", wide)))).toMatchObject([{ seatedOn: "2023-05-02" }]);
    expect(seated(...begunWith(adopted("2024", wide)))).toEqual([]);
    // Whatever was adopted before or after it for other terms.
    const narrow = { daysAfterMax: 0 };
    expect(seated(...begunWith(adopted("2024", narrow), adopted("2023", wide)))).toHaveLength(1);
    expect(seated(...begunWith(adopted("2023", wide), adopted("2023", narrow)))).toEqual([]);
  });

  it("move with the end of the term before", () => {
    const changed = inRotation(
      create.TermEndChanged({ term: "2022", endsOn: "2023-03-01", reason: "theo quy chế" }),
    );
    expect(seated(...begunWith(changed))).toMatchObject([{ seatedOn: "2023-05-02" }]);
  });

  it("are for people to choose where both units sign", () => {
    const events = [openedRotation("a"), adopted("2023", { consent: "both" }), met, chair, closed];
    expect(seated(...events)).toEqual([]);
    expect(chairMatters(...events)).toMatchObject([{ what: { type: "HandoverAwaited" }, ready: [] }]);
  });

  it("come after what was last done in the office, where the close is recorded late", () => {
    const acting = inRotation(
      create.ActingChairAppointed({ term: "2022", unit: "procuracy", from: "2023-01-20", reason: "ốm" }),
    );
    expect(seated(openedRotation("a"), met, chair, acting, closed)).toMatchObject([
      { chair: "police", seatedOn: "2023-01-20" },
    ]);
  });

  const begunWith = (...events: Told[]) => {
    const [opening, ...others] = heldUntil("2023-05-02");
    return opening ? [opening, ...events, ...others] : [];
  };
});

describe("whatever the policy of a rotation", () => {
  const day = (from: string, count: number) =>
    new Date(Date.parse(from) + count * 86_400_000).toISOString().slice(0, 10);
  const policies = fc.record({
    consent: fc.constantFrom("outgoing" as const, "both" as const),
    daysBeforeMax: fc.integer({ min: 0, max: 60 }),
    daysAfterMax: fc.integer({ min: 0, max: 60 }),
  });
  const seasons = fc.record({
    opened: policies,
    adopted: fc.option(policies, { nil: undefined }),
    endsOn: fc.option(fc.integer({ min: -40, max: 40 }), { nil: undefined }),
    closedOn: fc.integer({ min: -80, max: 80 }),
    isVacant: fc.boolean(),
  });

  it("the rotation has each handover that is asked for, and refuses it where it is listed", () => {
    fc.assert(
      fc.property(seasons, ({ opened, adopted: later, endsOn, closedOn, isVacant }) => {
        const rotation = rotationOf();
        const policy = { ...elected, handover: opened };
        const [, opening] = openedRotation("a", { policy, ...(isVacant && { chair: null }) });
        rotation.take(opening);
        if (later) rotation.take(adopted("2023", later)[1]);
        if (endsOn !== undefined)
          rotation.take(
            create.TermEndChanged({ term: "2022", endsOn: day("2023-01-01", endsOn), reason: "x" }),
          );
        const on = day("2023-01-01", closedOn);
        const vote = electing("chair", "chair", "police", { certifiedOn: on });
        const close: Told = [
          "Conference-a-2022",
          ConferenceEvent.create.ConferenceClosed({
            ...{ closedOn: on, chair: { name: "An" }, secretary: { name: "An" }, summary: "Xong" },
            minutes: { kind: "minutes", number: "1/BB", issuedOn: on, issuer: "Khối" },
          }),
        ];
        const events = [...rotation.events().map(inRotation), met, vote, close];
        const [designating, ...seating] = sent(...events).flat();
        if (designating) expect(rotation.send(designating, on)).toBe("accepted");
        for (const command of seating) expect(rotation.send(command, on)).toBe("accepted");
        if (seating.length > 0) return;
        const basis = { kind: "conference", conference: "a-2022", ballot: "chair" };
        const data = { term: "2023", chair: "police", seatedOn: on, basis };
        expect(rotation.send({ type: "SeatChair", data }, on)).not.toBe("accepted");
        const [open] = chairMatters(...events).filter(({ law }) => law === "C14");
        expect(open).toBeDefined();
        for (const { command } of open?.ready ?? [])
          expect(rotation.send(command, "2023-12-31"), command.type).toBe("accepted");
      }),
    );
  });

  /** The rotation itself, as the aggregate has it. */
  function rotationOf() {
    const log: Told[1][] = [];
    let state = chairRotation.initialState();
    const take = (event: Told[1]) => {
      log.push(event);
      state = chairRotation.fold([event as ChairRotationEvent], state);
    };
    return {
      take,
      events: () => [...log],
      send({ type, data }: Message, today: string): string {
        const metadata = { now: new Date(`${today}T10:00:00Z`), commandId: "c", actor: "office" };
        const decided = chairRotation.decide({ type, data, metadata } as never, state);
        if (!decided.ok) return decided.rejection.type;
        for (const event of decided.events) take(event);
        return "accepted";
      },
    };
  }
});
