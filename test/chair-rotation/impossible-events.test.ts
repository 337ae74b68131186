import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { changeRotation } from "../../src/chair-rotation/evolving.ts";
import { ChairRotationCommand, ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { audit } from "../../src/kernel/audit.ts";
import { ownCopy } from "../../src/kernel/changing.ts";
import { ImpossibleEvent } from "../../src/kernel/errors.ts";
import { historyOf } from "../../src/testing/scenario.ts";
import { decision, flag, install, open, opening, receipt } from "./life.ts";

const { create } = ChairRotationEvent;
const reason = "theo quy chế";
const running = historyOf(chairRotation, [opening("abc"), install("2022", "a")]);
const flagged = historyOf(chairRotation, [open]);
const begun = { startsOn: "2023-01-01", turnOf: "b" };
const closing = ChairRotationCommand.create.CloseRotation({ reason, closedOn: "2022-05-01" });
const leaving = ChairRotationCommand.create.LeaveRotation({ unit: "c", leftOn: "2022-12-31", reason });
const left = historyOf(chairRotation, [opening("abc"), leaving]);
const closed = historyOf(chairRotation, [opening("abc"), closing]);

const swapped = create.SwapProposed({
  swap: "s",
  a: { term: "2023", unit: "b" },
  b: { term: "2024", unit: "c" },
  proposedBy: "b",
  proposedOn: "2022-02-01",
});
const expired = create.SwapExpired({ swap: "s", expiredOn: "2022-02-02" });
const openedWith = { ...opening("abc").data, order: ["a", "b", "c"] };

/** Why the event cannot have happened after the others. It changes nothing of a rotation that it finds. */
function reasonOf(history: readonly ChairRotationEvent[], event: ChairRotationEvent): string | undefined {
  const before = chairRotation.fold(history);
  const state = ownCopy(before);
  try {
    changeRotation(state, event);
    return undefined;
  } catch (error) {
    if (!(error instanceof ImpossibleEvent)) throw error;
    expect(state).toEqual(before);
    expect(() => chairRotation.fold([...history, event])).toThrow(ImpossibleEvent);
    return error.reason;
  }
}

describe("no event but the opening", () => {
  const later = [...chairRotation.from.keys()].filter((type) => type !== "RotationOpened");

  it.each(later)("happens before a rotation is open or after it is closed: %s", (type) => {
    const event = { type, data: {} } as unknown as ChairRotationEvent;
    expect(reasonOf([], event)).toBe('it is "blank"');
    expect(reasonOf(closed, event)).toBe('it is "closed"');
  });

  it("and the opening happens once", () => {
    const [opened] = running;
    if (opened) expect(reasonOf(running, opened)).toBe('it is "open"');
  });
});

describe("an event contradicts a rotation", () => {
  it.each<[string, ChairRotationEvent, readonly ChairRotationEvent[]]>([
    ['term "never" is unknown', create.ChairHeldOver({ term: "never", reason }), running],
    [
      'term "never" is unknown',
      create.SwapVoided({ swap: "s", from: "never", because: "turnMoved" }),
      [...running, swapped],
    ],
    [
      'term "never" is unknown',
      create.TurnSkipped({ term: "2023", unit: "b", reason, owed: { obligation: "o", due: "never" } }),
      running,
    ],
    ['term "never" is unknown', create.TermVacated({ term: "never", from: "2023-01-01", reason }), running],
    [
      'term "2024" is not the next one',
      create.ChairHandedOver({ term: "2024", from: "a", to: "c", handedOverOn: "2024-01-01", ...begun }),
      running,
    ],
    [
      "there is no flag",
      create.ChairHandedOver({
        term: "2023",
        from: "a",
        to: "b",
        handedOverOn: "2023-01-01",
        flag: receipt,
        ...begun,
      }),
      running,
    ],
    [
      'unit "b" does not act for the chair',
      create.ActingChairEnded({ term: "2022", unit: "b", endedOn: "2022-03-01" }),
      running,
    ],
    [
      'obligation "x" is unknown',
      create.OwedTurnClaimed({ obligation: "x", unit: "b", term: "2024" }),
      running,
    ],
    [
      'obligation "x" is unknown',
      create.ObligationBroken({ obligation: "x", brokenOn: "2022-03-01", reason }),
      running,
    ],
    [
      "it does not fit on its day: UnitNotInRotation",
      create.UnitLeftRotation({ unit: "x", leftOn: "2022-12-31", reason }),
      running,
    ],
    [
      "it does not fit on its day: UnitNotInRotation",
      create.UnitRenamedInRotation({ unit: "x", name: "X", renamedOn: "2022-12-31" }),
      running,
    ],
    [
      "it does not fit on its day: UnitNotInRotation",
      create.UnitSuspendedFromRotation({ unit: "x", suspendedOn: "2022-12-31", reason }),
      running,
    ],
    [
      "it does not fit on its day: UnitNotSuspended",
      create.UnitReinstatedInRotation({ unit: "x", reinstatedOn: "2022-12-31" }),
      running,
    ],
    [
      "it does not fit on its day: UnitNotInRotation",
      create.UnitsMergedInRotation({ units: ["x"], into: "a", mergedOn: "2022-12-31" }),
      running,
    ],
    [
      "it does not fit on its day: UnitNotInRotation",
      create.UnitSplitInRotation({
        unit: "x",
        heir: "y",
        others: ["z"],
        splitOn: "2022-12-31",
      }),
      running,
    ],
    [
      "it does not fit on its day: UnitInRotationAlready",
      create.UnitJoinedRotation({ unit: "a", joinedOn: "2022-12-31" }),
      running,
    ],
    [
      "it does not fit on its day: UnitNotInRotation",
      create.UnitLeftRotation({ unit: "c", leftOn: "2023-12-31", reason }),
      left,
    ],
    [
      'lot "x" is unknown',
      create.OrderDrawn({
        lot: "x",
        term: "2024",
        drawn: [{ source: "s", values: ["1"] }],
        order: ["a"],
        drawnOn: "2022-03-01",
      }),
      running,
    ],
    [
      'swap "x" is unknown',
      create.SwapConsented({ swap: "x", unit: "a", consentedOn: "2022-02-01" }),
      running,
    ],
    [
      'swap "x" is unknown',
      create.SwapRatified({ swap: "x", ratifiedOn: "2022-02-01", basis: decision }),
      running,
    ],
    ['swap "x" is unknown', create.SwapExpired({ swap: "x", expiredOn: "2022-02-01" }), running],
    ['swap "x" is unknown', create.SwapVoided({ swap: "x", from: "2023", because: "newOrder" }), running],
    [
      "there is no flag",
      create.FlagReceived({
        from: { kind: "issuer" },
        to: { kind: "unit", unit: "a" },
        receivedOn: "2022-02-01",
        flag: receipt,
      }),
      running,
    ],
    [
      "there is no flag",
      create.FlagLost({ custodian: { kind: "unit", unit: "a" }, lostOn: "2022-02-01", reason }),
      running,
    ],
    [
      'unit "c" does not hold the chair',
      create.ChairHandedOver({ term: "2023", from: "c", to: "b", handedOverOn: "2023-01-01", ...begun }),
      running,
    ],
    [
      'unit "x" is unknown',
      create.ChairHandedOver({ term: "2023", from: "a", to: "x", handedOverOn: "2023-01-01", ...begun }),
      running,
    ],
    [
      'term "2022" is not the next one',
      create.ChairHandedOver({ term: "2022", from: "a", to: "b", handedOverOn: "2022-01-01", ...begun }),
      running,
    ],
    [
      'unit "a" holds the chair',
      create.ChairInstalled({
        term: "2023",
        chair: "b",
        basis: decision,
        installedOn: "2023-01-01",
        ...begun,
      }),
      running,
    ],
    [
      'unit "x" is unknown',
      create.ChairDesignated({ term: "2023", chair: "x", basis: decision, designatedOn: "2022-12-01" }),
      running,
    ],
    [
      'unit "b" is not designated for that term',
      create.ChairUndesignated({ term: "2023", chair: "b", code: "annulled", undesignatedOn: "2022-12-02" }),
      running,
    ],
    [
      'unit "b" is not designated as chair of that term',
      create.DeputyReleased({ term: "2023", deputy: "b", releasedOn: "2022-12-01", ground: "isChair" }),
      running,
    ],
    [
      "no deputy is named for that term",
      create.DeputyReleased({ term: "2023", deputy: "b", releasedOn: "2022-12-01", ground: "isChair" }),
      [
        ...running,
        create.ChairDesignated({ term: "2023", chair: "b", basis: decision, designatedOn: "2022-12-01" }),
      ],
    ],
    [
      'unit "x" is unknown',
      create.ActingChairAppointed({ term: "2022", unit: "x", from: "2022-03-01", reason }),
      running,
    ],
    [
      'term "2023" is not running',
      create.ActingChairAppointed({ term: "2023", unit: "b", from: "2023-03-01", reason }),
      running,
    ],
    [
      "the chair is vacant already",
      create.TermVacated({ term: "2022", from: "2022-03-01", reason }),
      [...running, create.TermVacated({ term: "2022", from: "2022-03-01", reason })],
    ],
    ['unit "x" is unknown', create.SubstituteNamed({ term: "2023", unit: "b", chair: "x", reason }), running],
    ['unit "x" is unknown', create.TurnSkipped({ term: "2023", unit: "x", reason }), running],
    ['unit "x" is unknown', create.UnitRemovedFromOrder({ term: "2023", unit: "x", reason }), running],
    [
      'unit "x" is unknown',
      create.OrderReplaced({ term: "2023", order: ["a", "x"], effective: "atOnce", reason }),
      running,
    ],
    ['swap "s" is proposed already', swapped, [...running, swapped]],
    [
      'unit "x" is unknown',
      create.SwapProposed({ ...swapped.data, b: { term: "2024", unit: "x" } }),
      running,
    ],
    [
      'unit "b" has consented already',
      create.SwapConsented({ swap: "s", unit: "b", consentedOn: "2022-02-01" }),
      [...running, swapped],
    ],
    [
      'unit "a" has no part in the swap',
      create.SwapConsented({ swap: "s", unit: "a", consentedOn: "2022-02-01" }),
      [...running, swapped],
    ],
    [
      'swap "s" is "proposed"',
      create.SwapRatified({ swap: "s", ratifiedOn: "2022-02-01", basis: decision }),
      [...running, swapped],
    ],
    ['swap "s" is "expired"', expired, [...running, swapped, expired]],
    [
      "it does not fit on its day: UnitNotSuspended",
      create.UnitReinstatedInRotation({ unit: "c", reinstatedOn: "2022-12-31" }),
      running,
    ],
    [
      "another has the flag",
      create.FlagLost({ custodian: { kind: "unit", unit: "police" }, lostOn: "2022-02-01", reason }),
      flagged,
    ],
    [
      "the flag is not lost",
      create.FlagReplaced({ flag: { ...flag, flag: "flag-2" }, to: { kind: "unit", unit: "judgment" } }),
      flagged,
    ],
    [
      "its roster, order or chair is not possible: UnitNotInRotation",
      { type: "RotationOpened", data: { ...openedWith, chair: "x" } },
      [],
    ],
  ])("%s: $1.type", (why, event, history) => {
    expect(reasonOf(history, event)).toBe(why);
  });

  it("which an audit finds", () => {
    const custodian = { kind: "unit", unit: "judgment" } as const;
    const lost = create.FlagLost({ custodian, lostOn: "2022-02-01", reason });
    const event = create.FlagReplaced({ flag, to: custodian });
    const held = create.ChairHeldOver({ term: "never", reason });
    expect(audit(chairRotation, [...flagged, lost, event, held])).toMatchObject({
      ok: false,
      place: { position: 4 },
      fault: { kind: "impossible", type: "ChairHeldOver", reason: 'term "never" is unknown' },
    });
  });
});
