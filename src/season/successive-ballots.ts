import type { BallotCommand, BallotEvent } from "../ballot/messages.ts";
import { derivedId, type Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import { type Honour, sameHonour } from "../vocabulary/honour.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { methodAmong } from "./method-among.ts";
import { type Addressed, idOf, type Process } from "./process.ts";

type Terms = DataOf<BallotEvent, "BallotOpened">;

/** An honour that is voted on, and the number of its seats. */
export type HonourSeats = { honour: Honour; seats: number };

/** The id of the ballot that follows `ballot` in the next round. */
export function nextBallotId(ballot: Id, honour: Honour): Id {
  return derivedId("ballot", ballot, honour.kind, honour.authority);
}

/**
 * The bloc votes honour by honour: first the flag, then the certificates among the rest. When a round is certified,
 * the next round is opened on the same terms, without the units elected so far. When a recount changes a round, the
 * next round is revised; its own rules allow that until its first paper is issued.
 */
export function successiveBallots(rounds: readonly HonourSeats[]): Process {
  return {
    name: "successive-ballots",
    begin() {
      const terms = new Map<Id, Terms>();
      const opened = new Set<Id>();

      return (event) => {
        const ballot = idOf(event.metadata.stream);
        if (event.type === "BallotOpened" || event.type === "BallotRevised") terms.set(ballot, event.data);
        if (event.type !== "BallotCertified") return [];
        const held = terms.get(ballot);
        const { purpose, outcome, follows } = event.data;
        if (!held || purpose.kind !== "honour" || follows?.kind === "runOff") return [];
        const at = rounds.findIndex(({ honour }) => sameHonour(honour, purpose.honour));
        const next = at < 0 ? undefined : rounds[at + 1];
        if (!next) return [];
        return openNext({
          held,
          next,
          elected: outcome.elected,
          id: nextBallotId(ballot, next.honour),
          opened,
        });
      };
    },
  };
}

function openNext({
  held,
  next,
  elected,
  id,
  opened,
}: {
  held: Terms;
  next: HonourSeats;
  elected: readonly UnitId[];
  id: Id;
  opened: Set<Id>;
}): Addressed[] {
  const nominees = held.nominees.filter((unit) => !elected.includes(unit));
  if (nominees.length === 0) return [];
  const { follows: _, ...terms } = held;
  const seats = Math.min(next.seats, nominees.length);
  const data = {
    ...terms,
    nominees,
    seats,
    purpose: { kind: "honour" as const, honour: next.honour },
    method: methodAmong(terms.method, nominees.length),
  };
  const command: BallotCommand = { type: opened.has(id) ? "ReviseBallot" : "OpenBallot", data };
  opened.add(id);
  return [{ aggregate: "Ballot", id, command }];
}
