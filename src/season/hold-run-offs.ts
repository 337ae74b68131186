import { BallotCommand, type BallotEvent } from "../ballot/messages.ts";
import { derivedId, type Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import { methodAmong } from "./method-among.ts";
import { type Addressed, idOf, type Process } from "./process.ts";

type Terms = DataOf<BallotEvent, "BallotOpened">;
type Called = DataOf<BallotEvent, "RunOffCalled">;
type Certified = DataOf<BallotEvent, "BallotCertified">;

/** The id of the run-off that a ballot is followed by, at a step of its ladder, in a round. */
export function runOffId(ballot: Id, { step, round }: { step: number; round: number }): Id {
  return derivedId("run-off", ballot, String(step), String(round));
}

/**
 * A run-off is a ballot of its own. When a ballot calls for one, it is opened among exactly the tied, on the same
 * terms and without a ladder; when it is certified, the ballot that called it is told what it came to, ties and seats
 * that nobody reached the bar for included.
 */
export const holdRunOffs: Process = {
  name: "hold-run-offs",
  begin() {
    const terms = new Map<Id, Terms>();

    return (event) => {
      const ballot = idOf(event.metadata.stream);
      if (event.type === "BallotOpened" || event.type === "BallotRevised") terms.set(ballot, event.data);
      if (event.type === "BallotCertified") return told(ballot, event.data);
      const held = terms.get(ballot);
      return event.type === "RunOffCalled" && held ? opened(ballot, held, event.data) : [];
    };
  },
};

function opened(ballot: Id, terms: Terms, { step, round, field, seats }: Called): Addressed[] {
  const command = BallotCommand.create.OpenBallot({
    ...terms,
    nominees: field,
    seats,
    voting: { ...terms.voting, tieLadder: [] },
    method: methodAmong(terms.method, field.length),
    follows: { kind: "runOff", ballot, step, round },
  });
  return [{ aggregate: "Ballot", id: runOffId(ballot, { step, round }), command }];
}

function told(runOff: Id, { follows, outcome }: Certified): Addressed[] {
  if (follows?.kind !== "runOff") return [];
  const { ballot, step, round } = follows;
  const { elected, notElected, undecided, vacant } = outcome;
  // Where a seat stays open because nobody reached the bar, the run-off has decided nothing about it: whoever was
  // not elected is as tied as before, and the next rung of the ladder takes over.
  const tied = undecided?.tied ?? (vacant > 0 ? notElected : []);
  const command = BallotCommand.create.RecordRunOff({ step, round, ballot: runOff, elected, tied });
  return [{ aggregate: "Ballot", id: ballot, command }];
}
