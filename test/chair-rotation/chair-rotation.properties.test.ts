import { expect } from "vitest";
import { nameOf } from "../../src/chair-rotation/calendar.ts";
import { chairRotation } from "../../src/chair-rotation/chair-rotation.ts";
import { describeLaws } from "../support/laws.ts";
import { expectLawful } from "./lawful.ts";
import { paths } from "./life.ts";
import { reaches } from "./reaches.ts";

describeLaws({
  decider: chairRotation,
  paths,
  reaches,
  mayLieAhead: [
    "ChangeTermEnd.endsOn",
    "JoinRotation.joinedOn",
    "LeaveRotation.leftOn",
    "MergeInRotation.mergedOn",
    "OpenRotation.calendar.published[].startsOn",
    "OpenRotation.calendar.startsOn",
    "OpenRotation.roster[].joinedOn",
    "ProposeSwap.expiresOn",
    "RecordVacancy.from",
    "ReinstateInRotation.reinstatedOn",
    "RenameInRotation.renamedOn",
    "SplitInRotation.splitOn",
    "SuspendFromRotation.suspendedOn",
  ],
  takenAsSo: {
    "AdoptRotationPolicy.basis": "That policy holds from that term on already, whatever the basis.",
    "AppointActingChair.reason": "The state keeps no reason of it.",
    "ChangeTermEnd.reason": "The term ends on that day already, whatever the reason.",
    "ConsentToSwap.consentedOn": "The unit has consented, and does so once.",
    "ExpireSwap.expiredOn": "The swap has expired, and does so once.",
    "HoldOver.reason": "The chair holds over already, whatever the reason.",
    "RatifySwap.basis": "The swap is in force, and is ratified once.",
    "RatifySwap.ratifiedOn": "The swap is in force, and is ratified once.",
    "RecordVacancy.reason": "The state keeps no reason of it.",
  },
  invariant(state, history) {
    if (state.status === "blank") return expect(history).toEqual([]);
    expect(history.filter(({ type }) => type === "RotationOpened")).toHaveLength(1);
    expect(history.findIndex(({ type }) => type === "RotationClosed")).toBe(
      state.status === "closed" ? history.length - 1 : -1,
    );
    expectLawful(state);
  },
  // The calendar names the terms.
  hints(state) {
    if (state.status === "blank") return {};
    const { calendar, served } = state;
    return { term: [-1, 0, 1, 2, 3, 4].map((more) => nameOf(calendar, Math.max(0, served.length + more))) };
  },
  numRuns: 60,
});
