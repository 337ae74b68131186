import type { BallotCommand, BallotEvent } from "../ballot/messages.ts";
import { derivedId, type Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import { methodAmong } from "./method-among.ts";
import { type Addressed, idOf, type Process } from "./process.ts";

type Terms = DataOf<BallotEvent, "BallotOpened">;
type Called = DataOf<BallotEvent, "RunOffCalled">;
type Certified = DataOf<BallotEvent, "BallotCertified">;

/** The id of the run-off that a ballot calls at a step of its tie ladder, in a round. */
export function runOffId(ballot: Id, { step, round }: { step: number; round: number }): Id {
  return derivedId("run-off", ballot, String(step), String(round));
}

/**
 * A run-off is a ballot of its own. When a ballot calls a run-off, it is opened among exactly the tied units, on the
 * same terms and without a tie ladder. When the run-off is certified, its result is recorded in the ballot that called
 * it, with ties and with seats for which nobody reached the bar.
 */
export const holdRunOffs: Process = {
  name: "hold-run-offs",
  begin() {
    const terms = new Map<Id, Terms>();

    return (event) => {
      const ballot = idOf(event.metadata.stream);
      if (event.type === "BallotOpened" || event.type === "BallotRevised") terms.set(ballot, event.data);
      if (event.type === "BallotCertified") return recordedIn(ballot, event.data);
      const held = terms.get(ballot);
      return event.type === "RunOffCalled" && held ? opened(ballot, held, event.data) : [];
    };
  },
};

function opened(ballot: Id, terms: Terms, { step, round, field, seats }: Called): Addressed[] {
  const data = {
    ...terms,
    nominees: field,
    seats,
    voting: { ...terms.voting, tieLadder: [] },
    method: methodAmong(terms.method, field.length),
    follows: { kind: "runOff" as const, ballot, step, round },
  };
  const command: BallotCommand = { type: "OpenBallot", data };
  return [{ aggregate: "Ballot", id: runOffId(ballot, { step, round }), command }];
}

function recordedIn(runOff: Id, { follows, outcome }: Certified): Addressed[] {
  if (follows?.kind !== "runOff") return [];
  const { ballot, step, round } = follows;
  const { elected, notElected, undecided, vacant } = outcome;
  // A seat that nobody reached the bar for is not decided: the units that are not elected are still tied, and the
  // next step of the ladder follows.
  const tied = undecided?.tied ?? (vacant > 0 ? notElected : []);
  const data = { step, round, ballot: runOff, elected, tied };
  const command: BallotCommand = { type: "RecordRunOff", data };
  return [{ aggregate: "Ballot", id: ballot, command }];
}
