import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import type { BrokenBy } from "./fields.ts";
import type { BallotRejection } from "./messages.ts";
import type { Tie } from "./result.ts";
import type { Climbs } from "./state.ts";
import type { Undecided } from "./tie-due.ts";

// The calls of run-offs, and the ballot that each is held as. A void one is called again, or voted again by another ballot.

type Called = { step: number; round: number; call?: number | undefined };
type Held = Called & { ballot: string };
export type RunOffBy = Extract<BrokenBy, { kind: "runOff" }>;

export function callOf({ runOffs }: Climbs, { step, round, call = 1 }: Called) {
  return runOffs.find((one) => one.step === step && one.round === round && one.call === call);
}

/** The number of the next call of a round. It is above 1 where the tie has changed, or a run-off was void. */
export function nextCall({ climbs }: { climbs: Climbs }, { step, round }: Called): number {
  return climbs.runOffs.filter((one) => one.step === step && one.round === round).length + 1;
}

/** The last call of a round. */
export function lastCall({ runOffs }: Climbs, { step, round }: Called) {
  return runOffs.findLast((one) => one.step === step && one.round === round);
}

/** Whether a run-off was void and this is its re-vote: on the same tie, and in a round that was not called again. */
export function isHeldAgain(
  { climbs }: { climbs: Climbs },
  { call = 1, insteadOf, ...named }: Held & { insteadOf?: string | undefined },
  tie: Tie,
): boolean {
  const last = lastCall(climbs, named);
  const isVoid = last?.call === call && last.isVoid && last.ballot !== named.ballot;
  return insteadOf !== undefined && insteadOf !== named.ballot && isVoid && same(last.tie, tie);
}

/** Whether another ballot was voted in the place of this run-off, which was void. */
export function isReplaced({ runOffs }: Climbs, { ballot }: Held): boolean {
  return runOffs.some(({ replaced }) => replaced?.includes(ballot));
}

export function notCalled({ round, call }: Pick<Called, "round" | "call">): BallotRejection {
  return { type: "RunOffNotCalled", data: { round, ...(call !== undefined && { call }) } };
}

/** What stands against this ballot for this call: it is the run-off of another one. */
export function heldFor(
  { runOffs }: Climbs,
  { step, round, call = 1, ballot }: Held,
): BallotRejection | undefined {
  const other = runOffs.find((one) => {
    const isThis = one.step === step && one.round === round && one.call === call;
    return one.replaced?.includes(ballot) || (one.ballot === ballot && !isThis);
  });
  return other && { type: "RunOffBallotTaken", data: { ballot, round: other.round } };
}

export function expectOwn(climbs: Climbs, named: Held): void {
  if (heldFor(climbs, named)) contradiction(`${JSON.stringify(named.ballot)} is another run-off`);
}

/** The run-offs that were called, the open one, or the void one that was voted again, with the ballot of the result. */
export function withResult({ ladder, climbs, outcome }: Undecided, by: RunOffBy): Climbs["runOffs"] {
  const { ballot, insteadOf } = by;
  const { step, round, calledAs } = ladder;
  const call = calledAs ?? lastCall(climbs, { step, round })?.call;
  const tie = outcome.undecided ?? contradiction("nobody is tied");
  const isAgain = isHeldAgain({ climbs }, { step, round, call, ballot, insteadOf }, tie);
  if (by.round !== round || (calledAs === undefined && !isAgain))
    contradiction(`run-off ${by.round} was not called`);
  expectOwn(climbs, { step, round, call, ballot });
  const held = callOf(climbs, { step, round, call });
  return climbs.runOffs.map((one) => (one === held ? heldAs(one, ballot) : one));
}

function heldAs(call: Climbs["runOffs"][number], ballot: string): Climbs["runOffs"][number] {
  const { replaced = [], ballot: before } = call;
  const isOther = before !== undefined && before !== ballot;
  return { ...call, ballot, isVoid: false, ...(isOther && { replaced: [...replaced, before] }) };
}
