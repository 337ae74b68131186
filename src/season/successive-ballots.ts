import type { BallotCommand, BallotEvent } from "../ballot/messages.ts";
import { derivedId, type Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import { type Process, process } from "../process/pure-process.ts";
import { type Honour, sameHonour } from "../vocabulary/honour.ts";
import type { SeasonEvent } from "./messages.ts";
import { methodAmong } from "./method-among.ts";

type Terms = DataOf<BallotEvent, "BallotOpened">;
type Certified = DataOf<BallotEvent, "BallotCertified">;

/** The terms of each ballot, those of the rounds that were asked for, and the bloc of each conference. */
type RoundsHeld = { terms: Map<Id, Terms>; asked: Set<Id>; blocs: Map<Id, Id> };

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
 *
 * A store that holds several blocs has one such process for each `bloc`: it follows the ballots of its conferences.
 */
export function successiveBallots(
  rounds: readonly HonourSeats[],
  { bloc }: { bloc?: Id } = {},
): Process<RoundsHeld, SeasonEvent> {
  /** The next round, as a ballot's terms; undefined where no round follows. */
  function nextOf({ terms, blocs }: RoundsHeld, ballot: Id, { purpose, outcome, follows }: Certified) {
    const held = terms.get(ballot);
    if (!held || purpose.kind !== "honour" || follows?.kind === "runOff") return undefined;
    if (bloc !== undefined && blocs.get(held.conference ?? "") !== bloc) return undefined;
    const at = rounds.findIndex(({ honour }) => sameHonour(honour, purpose.honour));
    const next = at < 0 ? undefined : rounds[at + 1];
    return next && termsOf(held, { next, elected: outcome.elected, ballot });
  }

  return process<RoundsHeld, SeasonEvent>({
    name: bloc === undefined ? "successive-ballots" : `successive-ballots:${bloc}`,
    version: 1,
    initialState: { terms: new Map(), asked: new Set(), blocs: new Map() },
    evolve: {
      ConferenceConvened({ blocs }, data, { id }) {
        blocs.set(id, data.bloc);
      },
      BallotOpened({ terms }, data, { id }) {
        terms.set(id, data);
      },
      BallotRevised({ terms }, data, { id }) {
        terms.set(id, data);
      },
      BallotCertified(state, data, { id }) {
        const next = nextOf(state, id, data);
        if (!next) return;
        // It remembers what it asked for, and not that it was done: the round after the next follows from it.
        state.asked.add(next.id);
        state.terms.set(next.id, next.terms);
      },
    },
    want: {
      BallotCertified(state, data, { id }) {
        const next = nextOf(state, id, data);
        if (!next) return [];
        const type = state.asked.has(next.id) ? "ReviseBallot" : "OpenBallot";
        const command: BallotCommand = { type, data: next.terms };
        return [{ aggregate: "Ballot", id: next.id, command }];
      },
    },
  });
}

/** The terms of the round that follows, among those who are not elected; undefined where nobody is left. */
function termsOf(
  held: Terms,
  { next, elected, ballot }: { next: HonourSeats; elected: readonly string[]; ballot: Id },
): { id: Id; terms: Terms } | undefined {
  const nominees = held.nominees.filter((unit) => !elected.includes(unit));
  if (nominees.length === 0) return undefined;
  const terms = {
    ...held,
    nominees,
    seats: Math.min(next.seats, nominees.length),
    purpose: { kind: "honour" as const, honour: next.honour },
    method: methodAmong(held.method, nominees.length),
    follows: { kind: "round" as const, ballot },
  };
  return { id: nextBallotId(ballot, next.honour), terms };
}
