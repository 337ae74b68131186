import * as z from "zod/mini";
import { integer, WholeNumber } from "../../kernel/numbers.ts";
import { PersonName } from "../../vocabulary/person.ts";
import { UnitId } from "../../vocabulary/unit.ts";
import { boxSeal, papers, papersRead, reading, reason, replacement, result, units } from "../fields.ts";
import { Paper, PaperRead } from "../paper.ts";
import { Discrepancy, Outcome, Tally } from "../result.ts";
import { MethodKind } from "../terms.ts";

// The words of the vote and its count: papers, hands, calls, or the agreement of all.

export const voteCommands = {
  // The secret ballot.
  /**
   * Hands out a unit's papers; refused for a unit that is neither present, nor represented, nor consulted, and where its
   * papers are out already.
   */
  IssuePaper: { unit: UnitId },
  /**
   * `spoiled`: how many spoiled papers the unit has given back, in all. Refused where none can be given back: whoever
   * received the paper has left the room, or all papers that were issued are in the box.
   */
  ReplacePaper: replacement,
  /**
   * `deposited`: how many papers were put into the box, in all. It need not be counted at all, and may be set right until
   * the box is opened: what the tellers find in the box counts (số phiếu thu về), where they find another number once a
   * second reading has found it too.
   */
  CountDeposits: { deposited: WholeNumber },
  /** From now on no paper is issued and none is put into the box. */
  CloseBox: {},
  /**
   * The tellers seal the papers and sign, the head among them, before anybody opens the box. Where the procedure asks
   * for a seal, the box is not opened without one.
   */
  SealBox: boxSeal,
  /** Takes all papers at once, in any order; also the invalid ones, each with its reason. */
  OpenBox: { papers: papersRead },
  /**
   * Gives one teller's own count. The second count gives the result, or a discrepancy where the two differ. The log has
   * the first count before the second is given: tellers sign one record together, and no source asks them for sealed
   * counts. An office that wants two independent counts shows no teller the log of an open count. The sentence of a
   * single count has no votes.
   */
  SubmitTally: { teller: PersonName, tally: Tally },
  /**
   * Reads the papers again, as reading 2, 3 ...: until the result is final. Where there is a result, each reading has a
   * paper of the last one that gave a result, and one of the first that did: else it is another box, and a complaint must
   * be upheld first. What is read then is the first reading of that box.
   */
  RecountPapers: { reading, papers: papersRead, reason },

  // Show of hands: tallies without papers. Roll-call: every unit votes aloud. Consensus: nothing is counted.
  /** Raises the hands again, as reading 2, 3 ..., after tallies that differ or a complaint that was upheld. */
  RetakeHands: { reading },
  /** Records the vote that a unit calls out; refused where a paper with this vote would be invalid. */
  RecordCalledVote: { unit: UnitId, vote: PaperRead },
  /**
   * Sets right a call that was written down wrong, or that the unit changes: until the roll-call is closed, as assemblies
   * let a member change its vote until the result is announced. Read the calls out before closing: after that, only an
   * annulment is left.
   */
  CorrectCalledVote: { unit: UnitId, vote: PaperRead, reason },
  /** Ends the roll-call and counts the calls. */
  CloseRollCall: {},
  /**
   * Everybody agrees on `elected`: on one unit at least, and on as many as there are seats at most; the other seats stay
   * vacant. Refused for names that a unit objected to.
   */
  AcclaimNominees: { elected: units },
  /** One elector objects: there was no consensus. */
  ObjectToAcclamation: { unit: UnitId, reason },
};

export const voteEvents = {
  /**
   * The unit, or its proxy, received its paper. `issued`: how many, where its weight gives it more than one.
   * The first one freezes the terms.
   */
  PaperIssued: { unit: UnitId, receivedBy: UnitId, issued: z.optional(integer({ min: 2, max: 1_000 })) },
  PaperReplaced: replacement,
  /** How many papers are in the box by the last count, and nothing about their owners. */
  DepositsCounted: { deposited: WholeNumber },
  BoxClosed: { issued: WholeNumber, deposited: z.optional(WholeNumber) },
  /**
   * The root over the papers and the names under it. It fixes what the papers say, and hides it: whoever has no salt
   * cannot guess a paper from it.
   */
  BoxSealed: boxSeal,
  /**
   * All papers at once, equal ones together, in the order of their contents and never in the order of their
   * arrival.
   */
  BoxOpened: { papers },
  TallySubmitted: { teller: PersonName, reading, tally: Tally },
  /** Figures do not agree. There is no result until a recount agrees. */
  DiscrepancyFound: { reading, discrepancy: Discrepancy },
  /**
   * The papers were read again. `differs`: how many papers are read otherwise than in the reading before. Each counts
   * once, as does one that only one of the two readings found. The earlier readings stay in the history.
   */
  PapersRecounted: { reading, papers, differs: WholeNumber, reason },
  HandsRetaken: { reading },
  /** In a roll-call only: how a unit voted. */
  VoteCalled: { unit: UnitId, vote: Paper },
  /** The unit voted so, and not as was written down before. The earlier call stays in the history. */
  CalledVoteCorrected: { unit: UnitId, vote: Paper, reason },
  /** `called`: how many units voted, whatever their weights. */
  RollCallClosed: { called: WholeNumber },
  /** Two tellers and the papers agree: this is the result. */
  BallotCounted: {
    ...result,
    /** Absent for a secret ballot: papers were issued and returned. Otherwise a hand or a call stands for a paper. */
    form: z.optional(z.enum(["showOfHands", "rollCall"])),
    /** The method of the terms; absent for `forAndAgainst`. */
    method: z.optional(MethodKind),
    outcome: Outcome,
  },
  /**
   * The votes were counted again, and this reading gives the result that there was. All that followed from it stands:
   * the record `certification`, where it was signed, and every step that was taken on a tie.
   */
  ResultConfirmed: { reading, certification: z.optional(reading) },
  /** Agreed by consensus, without a count. */
  NomineesAcclaimed: { elected: units, outcome: Outcome },
  /** A unit objected, so there was no consensus. Nobody is elected yet. */
  AcclamationVoided: { unit: UnitId, reason },
};
