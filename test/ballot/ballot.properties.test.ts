import { expect } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import type { BallotEvent } from "../../src/ballot/messages.ts";
import type { Ballot } from "../../src/ballot/state.ts";
import { describeLaws } from "../support/laws.ts";
import { paths } from "./life.ts";

describeLaws({ decider: ballot, paths, invariant: expectPossible, numRuns: 100 });

function expectPossible(state: Ballot, history: readonly BallotEvent[]) {
  if (state.status === "blank") expect(history).toEqual([]);
}
