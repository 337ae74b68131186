import { expect } from "vitest";
import { award } from "../../src/award/award.ts";
import type { AwardEvent, AwardStatus } from "../../src/award/messages.ts";
import { describeLaws } from "../support/laws.ts";
import { paths } from "./life.ts";
import { reaches } from "./reaches.ts";

const before = {
  AwardApproved: "AwardVetted",
  AwardRejected: "AwardVetted",
  AwardDecided: "AwardApproved",
  AwardConferred: "AwardDecided",
  AwardRevoked: "AwardDecided",
  AwardRecovered: "AwardRevoked",
} as const;

/** The last step that leads to each status; a suspension and its end leave the status as it is. */
const lastSteps: Record<Exclude<AwardStatus, "blank">, readonly AwardEvent["type"][]> = {
  proposed: ["AwardProposed", "AwardResubmitted"],
  withdrawn: ["AwardWithdrawn"],
  vetted: ["AwardVetted"],
  returned: ["AwardReturned"],
  approved: ["AwardApproved"],
  rejected: ["AwardRejected"],
  decided: ["AwardDecided"],
  conferred: ["AwardConferred"],
  declined: ["AwardDeclined"],
  revoked: ["AwardRevoked", "AwardRecovered"],
};

describeLaws({
  decider: award,
  paths,
  reaches,
  mayLieAhead: [],
  takenAsSo: {
    "ProposeAward.excludedBy[]": "What would stand against the proposal does not undo it.",
  },
  invariant(state, history) {
    const types = history.map(({ type }) => type);
    if (state.status === "blank") return expect(history).toEqual([]);
    expect(types[0]).toBe("AwardProposed");
    // Approved, decided, conferred and revoked each stand on the fact before them, and come once.
    for (const [type, earlier] of Object.entries(before)) {
      const at = types.indexOf(type as AwardEvent["type"]);
      if (at < 0) continue;
      expect(types.slice(0, at)).toContain(earlier);
      expect(types.filter((one) => one === type)).toHaveLength(1);
    }
    const [proposal] = history.filter(({ type }) => type === "AwardProposed");
    expect(proposal?.data).toMatchObject({ unit: state.unit, honour: state.honour });
    const steps = types.filter((type) => !type.startsWith("Consideration"));
    expect(lastSteps[state.status]).toContain(steps.at(-1));
    expect(state.suspended !== undefined).toBe(types.at(-1) === "ConsiderationSuspended");
  },
});
