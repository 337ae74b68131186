import type { Decision } from "../kernel/decision.ts";
import { reject } from "../kernel/decision.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { CanonicalPapers } from "./canonical-paper.ts";
import type {
  BallotCommand,
  BallotEvent,
  BallotRejection,
  BallotStatus,
  BrokenBy,
  Discrepancy,
  Outcome,
  Paper,
  Tally,
  Terms,
} from "./messages.ts";
import type { Roll } from "./roll.ts";

/**
 * What is known of the votes, by the way in which they are given: types of their own, so that no secret ballot
 * can hold a name beside a choice and nothing that reads a roll-call reads a secret ballot.
 */
export type Voting =
  | {
      form: "secret";
      deposited: number;
      papers: CanonicalPapers;
      reading: number;
      tallies: Map<string, Tally>;
    }
  | { form: "showOfHands"; reading: number; tallies: Map<string, Tally> }
  | { form: "rollCall"; calls: Map<UnitId, Paper> }
  | { form: "consensus" };

export type Challenge = {
  complaint: DataOf<BallotEvent, "ResultChallenged">;
  answer?: "upheld" | "dismissed";
  /** Whether a recount followed. */
  remedied: boolean;
};

export type Held = {
  terms: Terms;
  roll: Roll;
  voting: Voting;
  /** How many records of the count have been signed. */
  certifications: number;
  challenges: Map<Id, Challenge>;
  /** The last day that a signed record, a decision or an answer bears; what follows is not dated before it. */
  lastOn: CivilDate;
};

type Result = Omit<DataOf<BallotEvent, "BallotCounted">, "outcome">;

/** How far up the ladder a tie has climbed. */
export type Ladder = {
  /** The step that is due, from 1; beyond the last when the ladder has ended. */
  step: number;
  /** The last run-off called; open while nobody has said what it came to. */
  runOff?: { round: number; open: boolean };
  lotAnnounced: boolean;
  brokenBy: BrokenBy[];
};

/** Where the ballot stands once it is counted; `count` is absent where nothing was, by consensus. */
type Standing = { count?: Result; outcome: Outcome; ladder: Ladder };
type Certificate = { signatories: string[]; certifiedOn: CivilDate; complaintsUntil: CivilDate };

/** One ballot, from its opening to the end of the time for complaints. */
export type Ballot =
  | { status: "blank" }
  | ({ status: "preparing"; inquorate?: DataOf<BallotEvent, "QuorumNotReached"> } & Held)
  | ({ status: "voting" | "closed" | "unsealed" } & Held)
  | ({ status: "discrepancy"; discrepancy: Discrepancy } & Held)
  | ({ status: "undecided" } & Held & Standing)
  | ({ status: "decided" } & Held & Standing)
  | ({ status: "certified" } & Held & Standing & Certificate)
  | ({ status: "final"; finalisedOn: CivilDate } & Held & Standing & Certificate)
  | ({ status: "annulled"; annulment: DataOf<BallotEvent, "BallotAnnulled"> } & Held);

export type Open = Exclude<Ballot, { status: "blank" }>;

/** A handler's command data, and its answer. */
export type Given<K extends BallotCommand["type"]> = DataOf<BallotCommand, K>;
export type Answer = Decision<BallotEvent, BallotRejection>;

export function wrongState({ status }: Ballot, ...allowed: BallotStatus[]) {
  return reject({ type: "BallotInWrongState", data: { status, allowed } } as const);
}

/** The command belongs to another form of ballot, or another mode of selection. */
export function heldOtherwise({ terms: { voting } }: Open) {
  return reject({
    type: "BallotHeldOtherwise",
    data: { form: voting.form, selection: voting.selection },
  } as const);
}
