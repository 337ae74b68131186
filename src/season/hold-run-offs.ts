import type { BallotCommand, BallotEvent } from "../ballot/messages.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { Addressed } from "../process/messages.ts";
import { type Process, process } from "../process/pure-process.ts";
import type { SeasonEvent } from "./messages.ts";
import { calledBy, noRunOffs, type RunOff, type RunOffsKnown, rememberRunOffs } from "./run-off-memory.ts";

type Certified = DataOf<BallotEvent, "BallotCertified">;

/**
 * A run-off is a ballot of its own. When a ballot calls a run-off, it is opened among exactly the tied units, on the
 * same terms and without a tie ladder. When the run-off is certified, its result is recorded in the ballot that called
 * it, with ties and with seats for which nobody reached the bar.
 *
 * The two move together. A later record of the run-off, or its annulment, is recorded too. A result that comes while the
 * papers of its parent are counted again is recorded after that. `annulRunOffs` is its other half: a run-off for a tie
 * that its parent no longer has counts for nothing.
 *
 * A ballot that says that it is a run-off is one only on the terms that were called, whoever opened it: of others nothing
 * is recorded. Its tellers and its conference may be others.
 */
export const holdRunOffs: Process<RunOffsKnown, SeasonEvent> = /* @__PURE__ */ process<
  RunOffsKnown,
  SeasonEvent
>({
  name: "hold-run-offs",
  version: 1,
  initialState: noRunOffs,
  evolve: rememberRunOffs,
  want: {
    RunOffCalled(state, call, { id: ballot }) {
      const run = calledBy(state, { ballot, call });
      if (!run) return [];
      const command: BallotCommand = { type: "OpenBallot", data: run.terms };
      return [{ aggregate: "Ballot", id: run.id, command }];
    },
    BallotCertified({ runOffs }, result, { id }) {
      const runOff = runOffs.get(id);
      return runOff ? toParent(id, { ...runOff, result }) : [];
    },
    BallotAnnulled({ runOffs, called }, { reason: voidFor }, { id }) {
      const follows = (runOffs.get(id) ?? called.get(id))?.follows;
      return follows ? toParent(id, { follows, voidFor }) : [];
    },
    BallotCounted: ({ runOffs }, { reading }, { id }) => (reading > 1 ? toldAgain(runOffs, id) : []),
    ResultConfirmed: ({ runOffs }, { reading }, { id }) => (reading > 1 ? toldAgain(runOffs, id) : []),
    RunOffCorrected: ({ runOffs }, _, { id }) => toldAgain(runOffs, id),
  },
});

/**
 * What the run-offs of a ballot have come to, once more: its tie may have come back, or may have been counted again when
 * the result came. What is recorded already changes nothing.
 */
function toldAgain(runOffs: RunOffsKnown["runOffs"], parent: Id): Addressed[] {
  return [...runOffs].flatMap(([id, runOff]) =>
    runOff.follows.ballot === parent ? toParent(id, runOff) : [],
  );
}

function toParent(runOff: Id, { follows, result, voidFor }: RunOff): Addressed[] {
  const { ballot, kind: _, ...named } = follows;
  if (voidFor !== undefined) {
    const data = { ...named, ballot: runOff, reason: voidFor };
    const command: BallotCommand = { type: "VoidRunOff", data };
    return [{ aggregate: "Ballot", id: ballot, command }];
  }
  if (!result) return [];
  const data = { ...named, ballot: runOff, ...recordOf(result) };
  const command: BallotCommand = { type: "RecordRunOff", data };
  return [{ aggregate: "Ballot", id: ballot, command }];
}

function recordOf({ certification, outcome }: Certified) {
  const { elected, notElected, undecided, vacant } = outcome;
  // A seat that nobody reached the bar for is not decided: the units that are not elected are still tied, and the
  // next step of the ladder follows.
  const tied = undecided?.tied ?? (vacant > 0 ? notElected : []);
  return { ...(certification > 1 && { certification }), elected, tied };
}
