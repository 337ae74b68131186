import * as z from "zod/mini";
import { CivilDate } from "../../kernel/time.ts";
import { UnitId } from "../../vocabulary/unit.ts";
import { proxy, quorum, room } from "../fields.ts";
import { newTerms, terms } from "../terms.ts";

// The words before the vote: the terms, who is in the room and whom they represent, and the opening.

export const assemblyCommands = {
  /** Sets the terms; refused where nobody could win by them, or the ladder lacks its `tieData`. */
  OpenBallot: newTerms,
  /** Replaces the terms as a whole; refused once a paper is issued. A run-off may have other tellers, and no more. */
  ReviseBallot: terms,
  /**
   * Gives a ballot that is held at a conference the room of that conference, as a whole: its voters who are there, and
   * those that units there represent. It is sent whenever any of this changes, until the box is closed, and after the
   * terms were revised; the process `oneRoom` does so. The vote opens only while the room is open.
   *
   * A paper that is out stays out. Whoever comes after the vote was opened takes part only if the vote is opened again,
   * which may be done until the first vote is given; quorum and base of a vote that is open stay as they are.
   */
  TakeRoom: room,
  /**
   * An elector is in the room; refused for a recused unit and for one that is no elector. Whoever comes after the vote
   * was opened takes part only if the vote is opened again, which may be done until the first vote is given. A ballot at
   * a conference takes its room from there: this is refused then, and so are the next three.
   */
  CheckIn: { unit: UnitId },
  /**
   * An elector leaves the room; its proxies lapse where no paper was issued for them yet. Quorum and base of a vote that
   * is open stay as they are.
   */
  RecordDeparture: { unit: UnitId },
  /** `holder` votes for an absent `principal`: one hop, and at most `proxiesMax` for one holder. */
  AcceptProxy: proxy,
  /** A unit takes its proxy back, and may give another; refused once its paper is out. */
  WithdrawProxy: { principal: UnitId },
  /** Asks an absent unit for its vote in writing; refused where the procedure has no written votes. */
  ConsultInWriting: { unit: UnitId },
  /**
   * Establishes the quorum, and fixes who takes part: the units in the room, those represented there, and those asked in
   * writing. Where too few are present, the record says so. Refused where the ballot is held at a conference that is not
   * open: `TakeRoom` says whether it is. A vote in writing alone (lấy ý kiến bằng văn bản) needs terms with a quorum of 0:
   * there is no room, so they name no conference, and the base of the threshold says how many must answer. Sent again
   * before the first vote, it takes in whoever came since, and keeps its day unless another is given.
   *
   * The day of the vote may be left out here and recorded later (`CorrectVotingDay`), and no record is signed without it.
   * It is never taken from the clock: the office may record today what was held a week ago. Where the chair may have to
   * decide a tie, it is asked for at once: no decision is dated before it. Refused, then, too, while nobody is named for
   * the chair: whoever names it once the tie is known chooses the winner.
   */
  OpenVoting: { openedOn: z.optional(CivilDate) },
  /**
   * Sets right the day of the vote that was written down wrong, or not at all, until the record is signed: to no day
   * before the ballot was ready, and none after a decision or a record that followed the vote.
   */
  CorrectVotingDay: { openedOn: CivilDate },
};

export const assemblyEvents = {
  BallotOpened: terms,
  /**
   * The terms were replaced, before any paper was issued. Units in the room stay there, unless it is another room now;
   * proxies and letters start anew.
   */
  BallotRevised: terms,
  /** The room of the conference, as a whole; it replaces the one before. */
  RoomTaken: room,
  UnitCheckedIn: { unit: UnitId },
  UnitLeft: { unit: UnitId },
  ProxyAccepted: proxy,
  /** The principal came or took its proxy back, or the holder left, before a paper was issued for it. */
  ProxyRevoked: { ...proxy, ground: z.enum(["principalPresent", "holderLeft", "withdrawn"]) },
  /** An absent unit was asked to vote in writing. */
  UnitConsulted: { unit: UnitId },
  /** Voting could not begin: too few votes are present. A fact, not a failure: it may be tried again. */
  QuorumNotReached: quorum,
  /**
   * The quorum is established, and who takes part is fixed for this vote: later departures change neither. Once more
   * where units came before the first vote.
   */
  VotingOpened: { ...quorum, openedOn: z.optional(CivilDate) },
  /** The day of the vote was written down wrong; this is the true one. */
  VotingDayCorrected: { openedOn: CivilDate },
};
