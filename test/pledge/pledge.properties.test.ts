import { expect } from "vitest";
import { pledge } from "../../src/pledge/pledge.ts";
import { describeLaws } from "../support/laws.ts";
import { paths } from "./life.ts";
import { reaches } from "./reaches.ts";

describeLaws({
  decider: pledge,
  paths,
  reaches,
  mayLieAhead: ["DraftPledge.dueOn"],
  takenAsSo: {
    "AmendTarget.amendedOn": "The target has that goal already: there is nothing to amend.",
    "AmendTarget.reason": "The target has that goal already: there is nothing to amend.",
  },
  invariant(state, history) {
    const types = history.map(({ type }) => type);
    if (state.status === "blank") return expect(history).toEqual([]);
    expect(new Set(state.targets.map(({ target }) => target)).size).toBe(state.targets.length);
    const isSigned = state.status === "signed" || state.status === "assessed";
    if (isSigned) expect(state.targets.length).toBeGreaterThan(0);
    if (isSigned) expect(state.signedOn <= state.dueOn).toBe(true);
    if (state.status === "assessed") expect(state.assessor).not.toBe(state.unit);
    // Nothing is reported or amended before the signature, and nothing follows a verdict.
    const signed = types.indexOf("PledgeSigned");
    for (const [at, type] of types.entries()) {
      if (type === "ProgressReported" || type === "TargetAmended")
        expect(signed >= 0 && signed < at).toBe(true);
    }
    if (types.includes("PledgeAssessed")) expect(types.at(-1)).toBe("PledgeAssessed");
    for (const { progress } of state.targets) {
      for (const { observedOn } of progress) expect(observedOn <= state.dueOn).toBe(true);
    }
  },
});
