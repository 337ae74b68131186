import * as z from "zod/mini";
import { Id } from "../kernel/ids.ts";
import { list } from "../kernel/list.ts";
import { messages } from "../kernel/messages.ts";
import { integer, WholeNumber } from "../kernel/numbers.ts";
import { CivilDate } from "../kernel/time.ts";
import { Drawn } from "../vocabulary/lot.ts";
import { PersonName } from "../vocabulary/person.ts";
import { Season } from "../vocabulary/season.ts";
import { UnitId } from "../vocabulary/unit.ts";
import { BallotForm, SelectionMode } from "../vocabulary/voting-rules.ts";
import {
  annulment,
  answer,
  BrokenBy,
  boxSeal,
  call,
  certificate,
  complaint,
  insteadOf,
  lotSources,
  Particulars,
  papers,
  papersRead,
  particulars,
  proxy,
  quorum,
  reading,
  reason,
  replacement,
  result,
  room,
  round,
  runOffResult,
  step,
  units,
} from "./fields.ts";
import { Paper, PaperRead } from "./paper.ts";
import { Discrepancy, Outcome, Tally, Tie } from "./result.ts";
import { Follows, MethodKind, newTerms, Purpose, Tellers, terms } from "./terms.ts";

// The messages of a ballot. They are stored, so names are never changed, only added.
// No message of a secret ballot holds a unit beside a choice. No message before the opening of the box holds a choice:
// the root of a seal is over commitments, which say nothing without their salts.

const { seats, bylawsVersion } = terms;

export const BallotCommand = /* @__PURE__ */ messages({
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

  // Ties. `step` is a step of the frozen ladder, from 1.
  /** Breaks the tie by what was frozen: scores, seniority, or the rule that the seat stays vacant. */
  TakeTieStep: { step },
  /**
   * The conference names the unit that decides a tie: before the vote, where the terms name none, or once the one that is
   * named is tied itself.
   */
  NameChair: { chair: UnitId, namedOn: CivilDate },
  /**
   * The chair decides among the tied, for exactly the seats that they compete for; refused for a chair that is tied
   * itself, or that neither the terms nor the conference named.
   */
  DecideTie: { step, elected: units, chair: UnitId, decidedOn: CivilDate },
  /** Fixes the candidates and the sources of a lot, before anybody knows what the sources give. */
  AnnounceLot: { step },
  /**
   * Draws the announced lot from the values of its sources; refused for other sources. A value is a whole number, and may
   * have leading zeros, as a lottery prints it; it is kept without them.
   */
  DrawLot: { step, drawn: Drawn },
  /** Calls the next run-off among exactly the tied. It is held as a ballot of its own. */
  CallRunOff: { step, round },
  /**
   * Records the result of the run-off, by its record `certification`. A unit of the field that is in neither list is
   * not elected. A later record with another result corrects this ballot too, certified or not. Where the run-off was
   * void and was voted again, `insteadOf` names the void one: its call holds for the re-vote, as long as the tie is the
   * same and the round was not called again.
   */
  RecordRunOff: {
    ...{ step, round, call },
    ...runOffResult,
    certification: z.optional(reading),
    insteadOf,
  },
  /**
   * The run-off was annulled: its result counts for nothing. The round may be called again, or the run-off voted again.
   */
  VoidRunOff: { step, round, call, ballot: Id, reason },

  // After the count.
  /**
   * Sets what the record of the count says beside the ballot itself, as a whole, at any moment before it is signed. All
   * is optional. Figures of papers that do not add up are refused, as are absences of units in the room.
   */
  RecordParticulars: particulars,
  /**
   * The tellers sign the result, the head among them; a tie must be settled, and the day of the vote recorded before: a
   * record is of that day or a later one. A later record never ends the time for complaints earlier. Its days are as
   * people give them, and may be long past when the office records them; the envelope of the event says when it did.
   */
  CertifyBallot: certificate,
  /**
   * A unit complains (khiếu nại) within the time for complaints: from the day of the first signed record to the last day
   * for complaints of the last one. The day on which it complains counts, and not the day on which the office records
   * that: a complaint in time is not lost while the result is not final, neither by a recount nor by its new record. It is
   * raised and answered while votes are counted again, too.
   */
  ChallengeResult: complaint,
  /**
   * The complaint is right: a recount must follow, or an annulment. A recount has followed also where the complaint was
   * raised before it, and is upheld before the record of it is signed.
   */
  UpholdChallenge: answer,
  /** The complaint is not right; the result stays. */
  DismissChallenge: answer,
  /**
   * Voids the ballot; refused where its ground does not exist. The history stays. A final result is voided only from
   * outside: by an authority, or because the tie is gone that a run-off was held for.
   */
  AnnulBallot: annulment,
  /** Makes the result final; refused while complaints are possible or pending. */
  FinaliseResult: { finalisedOn: CivilDate },
});
export type BallotCommand = z.infer<typeof BallotCommand>;

export const BallotEvent = /* @__PURE__ */ messages({
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

  /** The sources and the candidates of a lot, in canonical order, before the sources are known. */
  LotAnnounced: { step, candidates: units, seats, sources: lotSources },
  /** A run-off among exactly these units was called. It is a ballot of its own, which follows this one. */
  RunOffCalled: { step, round, call, field: units, seats },
  /** The conference named the unit that decides a tie. */
  ChairNamed: { chair: UnitId, namedOn: CivilDate },
  /** A step of the ladder was taken. `outcome` is the outcome after it, with the units that are still tied. */
  TieStepTaken: { step, by: BrokenBy, outcome: Outcome },
  /** After a recount or a corrected run-off, this step is due on the same tie again. It stands as it was taken. */
  TieStepKept: { step, by: BrokenBy, outcome: Outcome },
  /**
   * A later record of a run-off gives another result, and so this ballot has another outcome. What was certified of it
   * no longer holds; another record follows.
   */
  RunOffCorrected: { step, round, ...runOffResult, certification: reading, outcome: Outcome },
  /** A run-off counts for nothing. `outcome` is the outcome without it. */
  RunOffVoided: { step, round, call, ballot: Id, reason, outcome: Outcome },
  /** The ladder has ended. The seats that units are still tied for stay vacant. */
  TieLeftVacant: { tie: Tie, outcome: Outcome },

  /** The particulars of the record of the count, which replace any earlier ones. */
  ParticularsRecorded: particulars,
  /** The tellers signed the record of the count. After a recount, a later record supersedes the one that it names. */
  BallotCertified: {
    certification: reading,
    supersedes: z.optional(reading),
    season: Season,
    conference: z.optional(Id),
    purpose: Purpose,
    bylawsVersion,
    form: BallotForm,
    selection: SelectionMode,
    /** The method of the terms; absent for `forAndAgainst`, and after a consensus. */
    method: z.optional(MethodKind),
    nominees: units,
    seats,
    /** Absent after a consensus, where nothing is counted. */
    count: z.optional(z.strictObject(result)),
    /** Elected units by id, not by rank. A run-off may end undecided: the ladder of its parent goes on. */
    outcome: Outcome,
    brokenBy: list(BrokenBy, { max: 60 }),
    follows: z.optional(Follows),
    tellers: Tellers,
    particulars: z.optional(Particulars),
    ...certificate,
  },
  ResultChallenged: complaint,
  /** A recount or an annulment must follow, unless a recount that the complaint led to has no record yet. */
  ChallengeUpheld: answer,
  ChallengeDismissed: answer,
  BallotAnnulled: annulment,
  /** No complaint is open, and the time for complaints is over. */
  ResultFinalised: { certification: reading, outcome: Outcome, finalisedOn: CivilDate },
});
export type BallotEvent = z.infer<typeof BallotEvent>;

export { BallotStatus } from "./fields.ts";
export { BallotRejection } from "./rejections.ts";
export { Purpose } from "./terms.ts";
