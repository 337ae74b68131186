import { expect } from "vitest";
import { award } from "../../src/award/award.ts";
import type { AwardEvent } from "../../src/award/messages.ts";
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

describeLaws({
  decider: award,
  paths,
  reaches,
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
    const proposal = history[0];
    if (proposal?.type === "AwardProposed")
      expect(state).toMatchObject({ unit: proposal.data.unit, honour: proposal.data.honour });
    if (state.status === "rejected" || state.status === "declined") {
      expect(["AwardRejected", "AwardDeclined"]).toContain(types.at(-1));
    }
  },
});
