import { describe, expect, it } from "vitest";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { ChairRotationCommand, ChairRotationEvent } from "../../src/chair-rotation/messages.ts";
import { audit } from "../../src/kernel/audit.ts";
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

/** Why the event cannot have happened after the others. */
function reasonOf(history: readonly ChairRotationEvent[], event: ChairRotationEvent): string | undefined {
  try {
    chairRotation.fold([...history, event]);
    return undefined;
  } catch (error) {
    if (error instanceof ImpossibleEvent) return error.reason;
    throw error;
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
    ['term "never" is unknown', create.TermVacated({ term: "never", from: "2023-01-01", reason }), running],
    [
      'term "never" is unknown',
      create.UnitJoinedRotation({ unit: "d", joinedOn: "2023-01-01", from: "never" }),
      running,
    ],
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
      'unit "x" is unknown',
      create.UnitLeftRotation({ unit: "x", leftOn: "2022-12-31", reason, from: "2023" }),
      running,
    ],
    [
      'unit "x" is unknown',
      create.UnitRenamedInRotation({ unit: "x", name: "X", renamedOn: "2022-12-31", from: "2023" }),
      running,
    ],
    [
      'unit "x" is unknown',
      create.UnitSuspendedFromRotation({ unit: "x", suspendedOn: "2022-12-31", reason, from: "2023" }),
      running,
    ],
    [
      'unit "x" is unknown',
      create.UnitReinstatedInRotation({ unit: "x", reinstatedOn: "2022-12-31", from: "2023" }),
      running,
    ],
    [
      'unit "x" is unknown',
      create.UnitsMergedInRotation({ units: ["x"], into: "a", mergedOn: "2022-12-31", from: "2023" }),
      running,
    ],
    [
      'unit "x" is unknown',
      create.UnitSplitInRotation({
        unit: "x",
        heir: "y",
        others: ["z"],
        splitOn: "2022-12-31",
        from: "2023",
      }),
      running,
    ],
    [
      'unit "a" is a member already',
      create.UnitJoinedRotation({ unit: "a", joinedOn: "2022-12-31", from: "2023" }),
      running,
    ],
    [
      'unit "c" is no member',
      create.UnitLeftRotation({ unit: "c", leftOn: "2023-12-31", reason, from: "2024" }),
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
  ])("%s: $1.type", (why, event, history) => {
    expect(reasonOf(history, event)).toBe(why);
  });

  it("which an audit finds", () => {
    const event = create.FlagReplaced({ flag, to: { kind: "unit", unit: "judgment" } });
    const held = create.ChairHeldOver({ term: "never", reason });
    expect(audit(chairRotation, [...flagged, event, held])).toMatchObject({
      ok: false,
      place: { position: 3 },
      fault: { kind: "impossible", type: "ChairHeldOver", reason: 'term "never" is unknown' },
    });
  });
});
