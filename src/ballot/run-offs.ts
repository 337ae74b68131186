import { accept, reject, unless } from "../kernel/decision.ts";
import { type During, during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { inOrder } from "../kernel/in-order.ts";
import type { BrokenBy } from "./fields.ts";
import { followsFrom, ladderAfter, takenBy, takenOn } from "./kept-steps.ts";
import { decided } from "./ladder.ts";
import type { BallotRejection } from "./messages.ts";
import { sameUnits, settled } from "./outcome.ts";
import type { Outcome, Tie } from "./result.ts";
import {
  callOf,
  expectOwn,
  heldFor,
  isHeldAgain,
  isReplaced,
  nextCall,
  notCalled,
  type RunOffBy,
} from "./run-off-calls.ts";
import {
  type Ballot,
  type Climbs,
  type CommandData,
  courseOf,
  type Deciding,
  type Evolving,
  type Ladder,
  statusOf,
} from "./state.ts";
import { dueStep, expectDue, objectionToNames } from "./tie-due.ts";

// The run-offs of a tied ballot. Each is a ballot of its own. What is corrected there is corrected here.

type Resulting = During<Ballot, "undecided" | "decided" | "certified" | "final">;
type Result = CommandData<"RecordRunOff">;

const counted = ["undecided", "decided", "certified", "final"] as const;

export const decideRunOffs: Deciding<"CallRunOff" | "RecordRunOff" | "VoidRunOff"> = {
  CallRunOff: during(["undecided"], {
    already: (state, { step, round }) =>
      "ladder" in state &&
      state.ladder.step === step &&
      state.ladder.round === round &&
      state.ladder.calledAs !== undefined,
    decide(state, { step, round }) {
      const due = dueStep(state, step, ["runOff"]);
      if (!due.ok) return due;
      const { round: dueRound } = state.ladder;
      if (round !== dueRound) return reject({ type: "RoundNotDue", data: { round, due: dueRound } });
      const { tied, seats } = due.tie;
      const call = nextCall(state, { step, round });
      return accept({
        type: "RunOffCalled",
        data: { step, round, ...(call > 1 && { call }), field: inOrder(tied), seats },
      });
    },
  }),

  RecordRunOff: during(counted, {
    already: (state, result) => "ladder" in state && isRecorded(state, result),
    decide(state, result) {
      const { step, round, call = 1, ballot, certification, elected, tied, insteadOf } = result;
      const at = recordedAt(state, result);
      if (at >= 0 && callOf(state.climbs, result)?.ballot === ballot) return corrected(state, at, result);
      if (state.status !== "undecided") return reject({ type: "NoTie", data: {} });
      const due = dueStep(state, step, ["runOff"]);
      if (!due.ok) return due;
      const { round: dueRound, calledAs } = state.ladder;
      if (round !== dueRound) return reject({ type: "RoundNotDue", data: { round, due: dueRound } });
      if (calledAs !== call && !isHeldAgain(state, result, due.tie)) return reject(notCalled(result));
      const objection = heldFor(state.climbs, result) ?? objectionToResult(due.tie, result);
      if (objection) return reject(objection);
      const by = {
        ...{ kind: due.kind, round, ballot, elected: inOrder(elected), tied: inOrder(tied) },
        ...(certification !== undefined && { certification }),
        ...(insteadOf !== undefined && { insteadOf }),
      };
      return accept(...takenBy(state, by, decided(due.tie, elected, tied)));
    },
  }),

  VoidRunOff: during(counted, {
    already: ({ climbs }, named) => callOf(climbs, named)?.isVoid === true || isReplaced(climbs, named),
    decide(state, { reason, ...named }) {
      const { ballot } = named;
      const called = callOf(state.climbs, named);
      if (!called) return reject(notCalled(named));
      if (called.ballot !== undefined && called.ballot !== ballot)
        return reject({ type: "RunOffTaken", data: { ballot: called.ballot, certification: 1 } });
      const objection = heldFor(state.climbs, named);
      const outcome = state.ladder.taken[recordedAt(state, named)]?.before ?? state.outcome;
      return unless(objection, { type: "RunOffVoided", data: { ...named, reason, outcome } });
    },
  }),
};

export const evolveRunOffs: Evolving<"RunOffCalled" | "RunOffCorrected" | "RunOffVoided"> = {
  RunOffCalled: from(["undecided"], (state, { step, round, call = 1 }) => {
    const tie = expectDue(state, step, "runOff");
    const { ladder, climbs } = state;
    const isDue = round === ladder.round && ladder.calledAs === undefined;
    if (!isDue || call !== nextCall(state, { step, round })) contradiction(`run-off ${round} is not due`);
    climbs.runOffs.push({ step, round, call, tie, isVoid: false });
    ladder.calledAs = call;
  }),
  RunOffCorrected: from(counted, (state, { step, outcome, ...result }) => {
    const at = recordedAt(state, { step, ...result });
    const old = state.ladder.taken[at] ?? contradiction(`run-off ${result.round} has no result`);
    const again = { step, by: correctedBy(old.by, result), before: old.before };
    const climbs = { ...state.climbs, taken: [...state.climbs.taken, ...takenOn(again, outcome)] };
    return reopened({ ...state, climbs }, [...state.ladder.taken.slice(0, at), again], outcome);
  }),
  RunOffVoided: from(counted, (state, { step, round, call = 1, ballot, outcome }) => {
    const called = callOf(state.climbs, { step, round, call });
    if (!called || called.isVoid) contradiction(`run-off ${round} was not called, or is void already`);
    expectOwn(state.climbs, { step, round, call, ballot });
    const climbs = {
      ...state.climbs,
      taken: state.climbs.taken.filter(({ by }) => by.kind !== "runOff" || by.ballot !== ballot),
      runOffs: state.climbs.runOffs.map((one) => (one === called ? { ...one, ballot, isVoid: true } : one)),
    };
    const at = recordedAt(state, { step, round, ballot });
    const { taken } = state.ladder;
    if (at >= 0) return reopened({ ...state, climbs }, taken.slice(0, at), outcome);
    // Where another step is due by now, or on another tie, the steps that were taken stay.
    return { ...state, climbs, ladder: { ...ladderAfter({ ...state, climbs }, taken, outcome), taken } };
  }),
};

/** A result that is corrected is no longer certified: the tellers sign another record. */
function reopened(state: Resulting, taken: Resulting["ladder"]["taken"], outcome: Outcome): Ballot {
  const { count, counted } = state;
  return {
    ...courseOf(state),
    status: statusOf(outcome),
    ...(count && { count }),
    ...{ counted, outcome, ladder: ladderAfter(state, taken, outcome) },
  };
}

function corrected(state: Resulting, at: number, result: Result) {
  const { step, round, ballot, certification = 1, elected, tied } = result;
  const old = state.ladder.taken[at];
  const tie = old?.before.undecided;
  if (old?.by.kind !== "runOff" || !tie) return reject({ type: "NoTie" as const, data: {} });
  const { certification: recorded = 1 } = old.by;
  if (certification <= recorded)
    return reject({ type: "RunOffTaken" as const, data: { ballot, certification: recorded } });
  const objection = objectionToResult(tie, result);
  if (objection) return reject(objection);
  const outcome = settled(old.before, decided(tie, elected, tied));
  const given = { round, ballot, certification, elected: inOrder(elected), tied: inOrder(tied) };
  const by = correctedBy(old.by, given);
  const steps = [...state.ladder.taken.slice(0, at), { step, by, before: old.before }];
  return accept(
    { type: "RunOffCorrected" as const, data: { step, ...given, outcome } },
    ...followsFrom(state, steps, outcome),
  );
}

/** The run-off by its later record; what it was held in place of stays. */
function correctedBy(old: BrokenBy, result: Omit<RunOffBy, "kind">): RunOffBy {
  const insteadOf = old.kind === "runOff" ? old.insteadOf : undefined;
  return { kind: "runOff", ...result, ...(insteadOf !== undefined && { insteadOf }) };
}

/** Where in the ladder the result of this run-off is. */
function recordedAt(
  { ladder }: { ladder: Ladder },
  { step, round, ballot }: { step: number; round: number; ballot: string },
): number {
  return ladder.taken.findIndex(
    ({ step: at, by }) => at === step && by.kind === "runOff" && by.round === round && by.ballot === ballot,
  );
}

/** Whether the run-off gave this result already, by whatever record. */
function isRecorded(state: { ladder: Ladder; climbs: Climbs }, result: Result): boolean {
  const { ballot, elected, tied } = result;
  const by = state.ladder.taken[recordedAt(state, result)]?.by;
  if (by?.kind !== "runOff" || callOf(state.climbs, result)?.ballot !== ballot) return false;
  return sameUnits(by.elected, elected) && sameUnits(by.tied, tied);
}

/** What stands against the result of a run-off. Units are tied only where they are more than the open seats. */
function objectionToResult(field: Tie, { elected, tied }: Result): BallotRejection | undefined {
  const objection =
    objectionToNames(field, elected) ?? objectionToNames({ ...field, seats: tied.length }, tied);
  if (objection) return objection;
  const both = tied.find((unit) => elected.includes(unit));
  if (both !== undefined) return { type: "NamedTwice", data: { unit: both } };
  const open = field.seats - elected.length;
  const isTie = open > 0 && tied.length > open;
  if (tied.length === 0 || isTie) return undefined;
  return { type: "RunOffDoesNotFit", data: { open, tied: tied.length } };
}
