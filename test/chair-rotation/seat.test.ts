import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { custodyOn } from "../../src/chair-rotation/custody-on.ts";
import { ChairRotationCommand } from "../../src/chair-rotation/messages.ts";
import type { RotationPolicy } from "../../src/chair-rotation/policies/policy.ts";
import { emulationBloc } from "../../src/chair-rotation/policies/presets.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import { sentOn } from "../support/reach.ts";
import { conference, decision, designate, open, opening } from "./life.ts";

const { create } = ChairRotationCommand;
const reason = "theo quy chế";

const seat = create.SeatChair({
  term: "2023",
  chair: "police",
  seatedOn: "2023-01-09",
  basis: conference,
  place: "Hội trường",
});
const withCondition = create.SeatChair({ ...seat.data, condition: "nguyên vẹn" });

/** The events that a command gives after these. */
function eventsOf(before: readonly ChairRotationCommand[], command: ChairRotationCommand) {
  const { decision: answer } = given(chairRotation, historyOf(chairRotation, before)).when(command);
  return answer.ok ? answer.events.map(({ type, data }) => ({ type, data })) : answer.rejection;
}
const handedOver = {
  type: "ChairHandedOver",
  data: {
    term: "2023",
    from: "judgment",
    to: "police",
    deputy: "procuracy",
    handedOverOn: "2023-01-09",
    place: "Hội trường",
    flag: {},
    startsOn: "2023-01-01",
    turnOf: "police",
  },
};

describe("the designated chair takes its term", () => {
  it("from whoever holds the chair, with its deputy and the flag, of which nothing is said that nobody stated", () => {
    expect(eventsOf([open, designate], seat)).toEqual([handedOver]);
    expect(eventsOf([open, designate], withCondition)).toEqual([
      { ...handedOver, data: { ...handedOver.data, flag: { condition: "nguyên vẹn" } } },
    ]);
  });

  it("once: sent again it changes nothing", () => {
    expect(eventsOf([open, designate, seat], seat)).toEqual([]);
    expect(eventsOf([open, designate, seat], withCondition)).toMatchObject({ type: "TermBegunAlready" });
  });

  it("from itself, without the flag, where it is chosen again", () => {
    const again = create.DesignateChair({
      term: "2023",
      chair: "judgment",
      basis: decision,
      designatedOn: "2023-01-09",
    });
    const stays = create.SeatChair({ ...seat.data, chair: "judgment" });
    expect(eventsOf([open, again], stays)).toMatchObject([
      { type: "ChairHandedOver", data: { from: "judgment", to: "judgment" } },
    ]);
    expect(eventsOf([open, again], stays)).not.toMatchObject([{ data: { flag: {} } }]);
  });

  it("from whoever acts for the chair, and then the flag stays where it is", () => {
    const vacant = create.RecordVacancy({ term: "2022", from: "2022-06-01", reason });
    const acts = create.AppointActingChair({ term: "2022", unit: "military", from: "2022-06-01", reason });
    const [event] = [eventsOf([open, designate, vacant, acts], seat)].flat();
    expect(event).toMatchObject({ type: "ChairHandedOver", data: { from: "military", to: "police" } });
    expect(event).not.toHaveProperty("data.flag");
  });

  it("by an installation where nobody holds the chair or acts for it", () => {
    const vacant = create.RecordVacancy({ term: "2022", from: "2022-06-01", reason });
    expect(eventsOf([open, designate, vacant], seat)).toMatchObject([
      { type: "ChairInstalled", data: { chair: "police", installedOn: "2023-01-09", basis: conference } },
    ]);
  });

  it("after the terms that nobody took have begun vacant; who stayed in office until then gives the flag", () => {
    const later = sentOn(
      create.DesignateChair({
        term: "2024",
        chair: "military",
        basis: conference,
        designatedOn: "2024-01-09",
      }),
      "2024-01-09",
    );
    const takes = create.SeatChair({ ...seat.data, term: "2024", chair: "military", seatedOn: "2024-01-09" });
    expect(eventsOf([open, later], takes)).toMatchObject([
      { type: "VacantTermBegun", data: { term: "2023", begunOn: "2024-01-08" } },
      { type: "ChairInstalled", data: { term: "2024", chair: "military", installedOn: "2024-01-09" } },
      {
        type: "FlagReceived",
        data: {
          from: { kind: "unit", unit: "judgment" },
          to: { kind: "unit", unit: "military" },
          receivedOn: "2024-01-09",
        },
      },
    ]);
  });

  it("of a rotation that has had no chair yet, too", () => {
    const cycle = opening("abc", { succession: { kind: "elected" } });
    const takes = create.SeatChair({
      term: "2023",
      chair: "b",
      seatedOn: "2023-01-09",
      basis: decision,
    });
    expect(eventsOf([cycle], takes)).toMatchObject([
      { type: "VacantTermBegun", data: { term: "2022", begunOn: "2023-01-08" } },
      { type: "ChairInstalled", data: { term: "2023", chair: "b" } },
    ]);
  });
});

describe("the designated chair takes its term after the chair before it was merged", () => {
  const begun = (policy: Partial<RotationPolicy>) =>
    create.OpenRotation({ ...open.data, policy: { ...emulationBloc, ...policy } });
  const merged = (into: string) =>
    create.MergeInRotation({ units: ["judgment"], into, mergedOn: "2022-06-15" });
  const named = create.DesignateChair({ ...designate.data, chair: "military" });
  const takes = create.SeatChair({ ...seat.data, chair: "military" });
  const taken = (policy: Partial<RotationPolicy>, into: string) => {
    const before = [begun(policy), merged(into), named];
    const { state } = given(chairRotation, historyOf(chairRotation, [...before, takes]));
    const custodian = state.status === "open" && custodyOn(state, "2023-01-09")?.custodian;
    return { events: eventsOf(before, takes), custodian };
  };

  it("from its heir, with the flag", () => {
    expect(taken({}, "procuracy")).toMatchObject({
      events: [{ type: "ChairHandedOver", data: { from: "procuracy", flag: {} } }],
      custodian: { unit: "military" },
    });
  });

  it("from its deputy that acts, where the heir does not take over; the flag stays with the heir", () => {
    const { events, custodian } = taken({ merged: "asLeaver" }, "procuracy");
    expect(events).toMatchObject([{ type: "ChairHandedOver", data: { from: "police", to: "military" } }]);
    expect(events).not.toMatchObject([{ data: { flag: {} } }]);
    expect(custodian).toEqual({ kind: "unit", unit: "procuracy" });
  });

  it("from its deputy that acts and is its heir, with the flag", () => {
    expect(taken({ merged: "asLeaver" }, "police")).toMatchObject({
      events: [{ type: "ChairHandedOver", data: { from: "police", flag: {} } }],
      custodian: { unit: "military" },
    });
  });

  it("by an installation where no deputy acts either; the flag stays with the heir", () => {
    expect(taken({ merged: "asLeaver", leaver: "reassign" }, "police")).toMatchObject({
      events: [{ type: "ChairInstalled", data: { chair: "military" } }],
      custodian: { unit: "police" },
    });
  });
});

describe("the designated chair does not take its term", () => {
  it.each<[string, readonly ChairRotationCommand[], ChairRotationCommand, object]>([
    ["while nobody is designated", [open], seat, { type: "TermWithoutChair" }],
    [
      "where another unit is",
      [open, designate],
      create.SeatChair({ ...seat.data, chair: "military" }),
      { type: "NotHolderOfTerm", data: { holder: "police" } },
    ],
    [
      "once the term has begun",
      [open, designate, seat],
      create.SeatChair({ ...seat.data, chair: "military" }),
      { type: "TermBegunAlready" },
    ],
    [
      "too late",
      [open, designate],
      create.SeatChair({ ...seat.data, seatedOn: "2023-05-01" }),
      { type: "HandoverOutsideTolerance" },
    ],
    [
      "in a term that the calendar has not",
      [open],
      create.SeatChair({ ...seat.data, term: "Q9" }),
      { type: "TermUnknown" },
    ],
    [
      "where a term before it cannot be passed, as its chair may still take it",
      [open, designate],
      create.SeatChair({ ...seat.data, term: "2024", seatedOn: "2023-02-01" }),
      { type: "TermHasChair" },
    ],
  ])("%s", (_, before, command, rejection) => {
    expect(eventsOf(before, command)).toMatchObject(rejection);
  });
});
