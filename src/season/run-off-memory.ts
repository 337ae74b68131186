import type { BallotEvent } from "../ballot/messages.ts";
import { derivedId, type Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import { same } from "../kernel/same.ts";
import { methodAmong } from "./method-among.ts";

type Terms = DataOf<BallotEvent, "BallotOpened">;
type Called = DataOf<BallotEvent, "RunOffCalled">;
type Certified = DataOf<BallotEvent, "BallotCertified">;
type Follows = Extract<NonNullable<Terms["follows"]>, { kind: "runOff" }>;

/** A run-off that is known: whom it is for, and what it came to, or why it counts for nothing. */
export type RunOff = { follows: Follows; result?: Certified; voidFor?: string };

/** The terms of the ballots, those on which each run-off was called, and the run-offs that keep to them. */
export type RunOffsKnown = {
  terms: Map<Id, Terms>;
  called: Map<Id, Terms & { follows: Follows }>;
  runOffs: Map<Id, RunOff>;
};

export const noRunOffs: RunOffsKnown = { terms: new Map(), called: new Map(), runOffs: new Map() };

/** The id of the run-off that a ballot calls at a step of its tie ladder, in a round; `call` where it is called again. */
export function runOffId(
  ballot: Id,
  { step, round, call }: { step: number; round: number; call?: number | undefined },
): Id {
  return derivedId("run-off", ballot, ...[step, round, ...(call === undefined ? [] : [call])].map(String));
}

/** The run-off that a ballot calls: among exactly the tied, on the same terms, without a tie ladder. */
export function calledBy(
  { terms }: RunOffsKnown,
  { ballot, call: { field, seats, ...named } }: { ballot: Id; call: Called },
): { id: Id; terms: Terms & { follows: Follows } } | undefined {
  const held = terms.get(ballot);
  if (!held) return undefined;
  const called = {
    ...held,
    nominees: field,
    seats,
    voting: { ...held.voting, tieLadder: [] },
    method: methodAmong(held.method, field.length),
    follows: { kind: "runOff" as const, ballot, ...named },
  };
  return { id: runOffId(ballot, named), terms: called };
}

/** How the run-offs are remembered: the same for whoever opens them and whoever annuls them. */
export const rememberRunOffs = {
  BallotOpened(state: RunOffsKnown, data: Terms, { id }: { id: Id }) {
    state.terms.set(id, data);
    if (isCalled(state, data)) state.runOffs.set(id, { follows: data.follows });
    // Another ballot has taken the place of the run-off.
    else state.runOffs.delete(id);
  },
  BallotRevised(state: RunOffsKnown, data: Terms, { id }: { id: Id }) {
    state.terms.set(id, data);
    if (isCalled(state, data)) state.runOffs.set(id, { follows: data.follows });
  },
  RunOffCalled(state: RunOffsKnown, call: Called, { id: ballot }: { id: Id }) {
    const run = calledBy(state, { ballot, call });
    if (!run) return;
    state.called.set(run.id, run.terms);
    // It is asked for from now on, unless another ballot is in its place already.
    if (!state.terms.has(run.id) || isCalled(state, state.terms.get(run.id)))
      state.runOffs.set(run.id, state.runOffs.get(run.id) ?? { follows: run.terms.follows });
  },
  BallotCertified({ runOffs }: RunOffsKnown, data: Certified, { id }: { id: Id }) {
    const runOff = runOffs.get(id);
    if (runOff) runOff.result = data;
  },
  BallotAnnulled({ runOffs, called }: RunOffsKnown, { reason }: { reason: string }, { id }: { id: Id }) {
    const runOff = runOffs.get(id);
    if (runOff) runOff.voidFor = reason;
    // A ballot that had taken the place of a run-off is gone: the round may be called again.
    const follows = called.get(id)?.follows;
    if (!runOff && follows) runOffs.set(id, { follows, voidFor: reason });
  },
};

/** Whether a ballot on these terms is a run-off as it was called. */
function isCalled({ called }: RunOffsKnown, terms: Terms | undefined): terms is Terms & { follows: Follows } {
  const follows = terms?.follows;
  if (follows?.kind !== "runOff") return false;
  return same(fixedOf(terms), fixedOf(called.get(runOffId(follows.ballot, follows))));
}

/** What a run-off does not change of the terms that it was called on. */
function fixedOf(terms: Terms | undefined): Partial<Terms> | undefined {
  if (terms === undefined) return undefined;
  const { tellers: _, conference: __, ...fixed } = terms;
  return fixed;
}
