import type { BallotCommand } from "../../src/ballot/messages.ts";
import type { Scenario } from "../support/reach.ts";
import { tied } from "./life.ts";
import { decide } from "./refusals.ts";
import { afterTheCount, ties } from "./refusals-after.ts";
import { termsThatCannotBe } from "./refusals-terms.ts";
import { counts, roll, votes, wrongTimes } from "./refusals-voting.ts";

/** What the lives of a ballot do not reach: all that it refuses, and a tie that the chair decides. */
export const reaches: readonly Scenario<BallotCommand>[] = [
  ...[...termsThatCannotBe, ...wrongTimes, ...roll],
  ...[...votes, ...counts, ...ties, ...afterTheCount],
  ["the chair decides a tie", tied({ kind: "chairDecision" }), decide("police")],
];
