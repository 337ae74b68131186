import * as z from "zod/mini";
import type { Decision } from "../kernel/decision.ts";
import { inOrder } from "../kernel/in-order.ts";
import { list } from "../kernel/list.ts";
import { integer } from "../kernel/numbers.ts";
import type { CommandMetadata } from "../kernel/recorded.ts";
import { same } from "../kernel/same.ts";
import { UnitId } from "../vocabulary/unit.ts";
import { ballot } from "./ballot.ts";
import { BrokenBy } from "./fields.ts";
import { followsFrom, ladderAfter } from "./kept-steps.ts";
import type { BallotCommand, BallotEvent, BallotRejection } from "./messages.ts";
import type { Outcome } from "./result.ts";
import { type Ballot, courseOf, statusOf } from "./state.ts";
import type { Terms } from "./terms.ts";

const units = list(UnitId, { max: 200 });

/**
 * One step of the ladder that was taken: its kind and data, who of the tied is elected, and who stays tied,
 * both in order.
 */
export const TieStepRecord = z.strictObject({
  step: integer({ min: 1, max: 6 }),
  by: BrokenBy,
  elected: units,
  tied: units,
});
export type TieStepRecord = z.infer<typeof TieStepRecord>;

/** Days of a record are compared with each other, and not with the day on which somebody verifies it. */
const metadata: CommandMetadata = {
  now: new Date("9999-12-31T16:59:59.999Z"),
  commandId: "tie-replay",
  actor: "verifier",
};

/**
 * The outcome after the steps that were taken on a tie. The ballot itself takes each step again, by its own rules:
 * every step of the ladder in order, every round of a run-off, up to a result or to the end of the ladder. Score,
 * seniority, lot and vacant seat are worked out from the frozen data and the drawn values. The record alone says whom
 * the chair chose, and what a run-off came to, which is a ballot of its own.
 *
 * @throws {RangeError} for a step that is not due, that gives another result than the recorded one, or that names a
 * unit that is not tied; and for a ladder that is left before its end
 */
export function climb(terms: Terms, counted: Outcome, steps: readonly TieStepRecord[]): Outcome {
  let state = countedState(terms, counted);
  for (const record of steps) {
    const name = `step ${record.step} (${record.by.kind})`;
    if (state.status !== "undecided") throw new RangeError(`${name} is not due: there is no tie`);
    const { undecided } = state.outcome;
    let after = state.outcome;
    for (const command of commandsOf(record, state.chair?.chair)) {
      const decision: Decision<BallotEvent, BallotRejection> = ballot.decide({ ...command, metadata }, state);
      if (!decision.ok) throw new RangeError(`${name} is not due: ${decision.rejection.type}`);
      for (const event of decision.events) if (event.type === "TieStepTaken") after = event.data.outcome;
      state = decision.events.reduce(ballot.evolve, state);
    }
    if (!isAsRecorded(undecided?.tied ?? [], after, record))
      throw new RangeError(`${name} gives another result than the record says`);
  }
  if (!("outcome" in state)) throw new RangeError("the ballot has no outcome");
  if (state.status === "undecided" && terms.voting.tieLadder[state.ladder.step - 1])
    throw new RangeError(`step ${state.ladder.step} of the ladder is due, and the record ends before it`);
  return state.outcome;
}

/** The state of a ballot that was counted with this outcome. Its ties do not depend on the form of its votes. */
function countedState(terms: Terms, outcome: Outcome): Ballot {
  const opened = ballot.evolve(ballot.initialState(), { type: "BallotOpened", data: terms });
  if (opened.status !== "preparing") throw new RangeError("the ballot does not open");
  const ladder = ladderAfter(opened, [], outcome);
  const { chair } = terms.tieData;
  // A nominee in the chair may have been tied in an earlier reading. Then the conference named another unit, which stays.
  const mayBeAnother = chair !== undefined && terms.nominees.includes(chair);
  const state: Ballot = {
    ...courseOf(opened),
    ...(mayBeAnother && { chair: undefined }),
    ...{ status: statusOf(outcome), counted: outcome, outcome, ladder },
  };
  return followsFrom(opened, [], outcome).reduce(ballot.evolve, state);
}

/** `named`: the chair by the terms, or by a step before. */
function commandsOf({ step, by, elected }: TieStepRecord, named: string | undefined): BallotCommand[] {
  switch (by.kind) {
    case "score":
    case "seniority":
    case "vacantSeat":
      return [{ type: "TakeTieStep", data: { step } }];
    case "chairDecision": {
      const { chair, decidedOn } = by;
      const decide = { type: "DecideTie", data: { step, elected, chair, decidedOn } } as const;
      // Where it is for the conference to name the chair, only the log says when it did.
      return chair === named
        ? [decide]
        : [{ type: "NameChair", data: { chair, namedOn: decidedOn } }, decide];
    }
    case "lot":
      return [
        { type: "AnnounceLot", data: { step } },
        { type: "DrawLot", data: { step, drawn: by.drawn } },
      ];
    case "runOff": {
      const { kind: _, round, ...held } = by;
      return [
        { type: "CallRunOff", data: { step, round } },
        { type: "RecordRunOff", data: { step, round, ...held } },
      ];
    }
  }
}

/** Whether the step elected those whom the record names, and left those tied. */
function isAsRecorded(tied: readonly string[], after: Outcome, record: TieStepRecord): boolean {
  const elected = tied.filter((unit) => after.elected.includes(unit));
  return same(inOrder(elected), record.elected) && same(after.undecided?.tied ?? [], record.tied);
}
