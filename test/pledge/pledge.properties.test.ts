import { expect } from "vitest";
import { pledge } from "../../src/pledge/pledge.ts";
import type { Pledge } from "../../src/pledge/state.ts";
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
    // It is always one unit's, and passes from each to the next.
    const holders = [...state.transfers.map(({ from }) => from), state.unit];
    const drafted = history[0]?.type === "PledgeDrafted" ? history[0].data.unit : undefined;
    expect(holders).toEqual([drafted, ...state.transfers.map(({ to }) => to)]);
    for (const [at, holder] of holders.entries()) expect(holder).not.toBe(holders[at + 1]);
    const passedOn = state.transfers.map(({ transferredOn }) => transferredOn);
    expect(passedOn).toEqual(passedOn.toSorted());
    const endedOn = endOf(state);
    if (endedOn !== undefined) for (const day of passedOn) expect(day <= endedOn).toBe(true);
    // Nobody assesses what it has held, and no verdict is given on what is void or has lapsed.
    if (state.status === "assessed") expect(holders).not.toContain(state.assessor);
    const concluding = ["PledgeAssessed", "PledgeWithdrawn", "PledgeVoided", "PledgeLapsed"];
    const ends = types.filter((type) => concluding.includes(type));
    expect(ends).toEqual(["draft", "signed"].includes(state.status) ? [] : [types.at(-1)]);
    if (state.status === "lapsed") expect(types).not.toContain("ProgressReported");
    if (state.status === "lapsed") expect(state.lapsedOn > state.dueOn).toBe(true);
    // Nothing is reported or amended before the signature.
    const signed = types.indexOf("PledgeSigned");
    for (const [at, type] of types.entries()) {
      if (type === "ProgressReported" || type === "TargetAmended")
        expect(signed >= 0 && signed < at).toBe(true);
    }
    for (const { progress } of state.targets) {
      for (const { observedOn } of progress) expect(observedOn <= state.dueOn).toBe(true);
    }
  },
});

/** The day on which a pledge was concluded, in whatever way; undefined while it is open. */
function endOf(state: Exclude<Pledge, { status: "blank" }>): string | undefined {
  switch (state.status) {
    case "assessed":
      return state.assessedOn;
    case "withdrawn":
      return state.withdrawnOn;
    case "void":
      return state.voidedOn;
    case "lapsed":
      return state.lapsedOn;
    default:
      return undefined;
  }
}
