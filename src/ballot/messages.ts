import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { messages } from "../kernel/messages.ts";
import { Count, integer } from "../kernel/numbers.ts";
import { prose } from "../kernel/text.ts";
import { CivilDate } from "../kernel/time.ts";
import { Drawn, LotSource } from "../vocabulary/lot.ts";
import { PersonName } from "../vocabulary/person.ts";
import { Season } from "../vocabulary/season.ts";
import { UnitId } from "../vocabulary/unit.ts";
import { BallotForm, SelectionMode } from "../vocabulary/voting-rules.ts";
import { InvalidReason, Paper, PaperGroup, PaperGroupRead, PaperRead } from "./paper.ts";
import {
  BaseTaken,
  CountRound,
  Discrepancy,
  Figures,
  Outcome,
  SecrecyImpossible,
  Tally,
  TallyLine,
  Tie,
  VoteLine,
} from "./result.ts";
import { Follows, Procedure, Purpose, Teller, Tellers, Terms, TieData, terms } from "./terms.ts";
import { BrokenBy } from "./tie-break/broken-by.ts";

// The words of a ballot. They are stored: rename nothing, only add.
// No word of a secret ballot holds a unit beside a choice, and none that is said before the box is opened holds a choice.

export {
  BallotForm,
  BaseTaken,
  BrokenBy,
  CountRound,
  Discrepancy,
  Drawn,
  Figures,
  Follows,
  InvalidReason,
  LotSource,
  Outcome,
  Paper,
  PaperGroup,
  PaperRead,
  Procedure,
  Purpose,
  SecrecyImpossible,
  SelectionMode,
  Tally,
  TallyLine,
  Teller,
  Tellers,
  Terms,
  Tie,
  TieData,
  VoteLine,
};

const units = z.array(UnitId).max(200);
const reason = prose({ max: 2_000 });
const reading = integer({ min: 1, max: 100 });
const step = integer({ min: 1, max: 6 });
const round = integer({ min: 1, max: 10 });
const signatories = z.array(PersonName).max(11);
const proxy = { principal: UnitId, holder: UnitId };
const lot = {
  step,
  candidates: units,
  seats: integer({ min: 1, max: 50 }),
  sources: z.array(LotSource).max(20),
};

/** Why a ballot counts for nothing: no quorum, a breach of the rules, figures that never agreed, a challenge upheld, or set aside before it was held. */
export const AnnulmentGround = z.enum([
  "noQuorum",
  "irregularity",
  "discrepancy",
  "challengeUpheld",
  "setAside",
]);
export type AnnulmentGround = z.infer<typeof AnnulmentGround>;

export const BallotCommand = /* @__PURE__ */ messages({
  /** Lays down the terms; refused where nobody could win by them, or the ladder lacks its `tieData`. */
  OpenBallot: terms,
  /** Replaces the terms as a whole; refused once a paper is issued. */
  ReviseBallot: terms,
  /** An elector is in the room; refused for a recused unit and for one that is no elector. */
  CheckIn: { unit: UnitId },
  /** An elector leaves the room; its proxies lapse where no paper was issued for them yet. */
  RecordDeparture: { unit: UnitId },
  /** `holder` votes for an absent `principal`: one hop, and at most `proxiesMax` for one holder. */
  AcceptProxy: proxy,
  /** An absent unit is asked in writing; refused where the procedure has no written votes. */
  ConsultInWriting: { unit: UnitId },
  /** Establishes the quorum; where too few are present, that is what is recorded. */
  OpenVoting: {},

  // The secret ballot.
  /** Hands out a unit's one paper; refused for a unit that is neither present nor represented nor consulted. */
  IssuePaper: { unit: UnitId },
  /** `spoiled`: how many papers the unit has now given back unfit, in all. */
  ReplacePaper: { unit: UnitId, spoiled: integer({ min: 1, max: 100 }) },
  /** `deposited`: how many papers are now in the box, in all. */
  CountDeposits: { deposited: Count },
  /** No paper is issued or put in any more. */
  CloseBox: {},
  /** All papers at once, in any order; also the invalid ones, each with its reason. */
  OpenBox: { papers: z.array(PaperGroupRead).max(10_000) },
  /** One teller's own count. The second one gives the result, or a discrepancy where they do not agree. */
  SubmitTally: { teller: PersonName, tally: Tally },
  /** The papers read again, as reading 2, 3 ...: after a discrepancy, or while complaints may be made. */
  RecountPapers: { reading, papers: z.array(PaperGroupRead).max(10_000), reason },

  // Show of hands: tallies without papers. Roll-call: every unit's vote aloud. Consensus: nothing is counted.
  /** Hands are raised again, as reading 2, 3 ..., after tallies that differ. */
  RetakeHands: { reading },
  /** A unit's vote is called out; refused where a paper saying so would be invalid. */
  RecordCalledVote: { unit: UnitId, vote: PaperRead },
  /** Ends the roll-call and counts the calls. */
  CloseRollCall: {},
  /** Everybody agrees on `elected`, at most as many as seats. */
  AcclaimNominees: { elected: units },
  /** One elector objects: there was no consensus. */
  ObjectToAcclamation: { unit: UnitId, reason },

  // Ties. `step` is a step of the frozen ladder, from 1.
  /** Breaks the tie by what was frozen: scores, seniority, or the rule that the seat stays vacant. */
  TakeTieStep: { step },
  /** The chair decides among those tied, for exactly the seats that they compete for. */
  DecideTie: { step, elected: units, chair: UnitId, decidedOn: CivilDate },
  /** Commits to the candidates and the sources of a lot, before the sources are known. */
  AnnounceLot: { step },
  /** Draws the announced lot from what its sources gave; refused for other sources than the announced. */
  DrawLot: { step, drawn: Drawn },
  /** Calls the next round among exactly those tied; it is held as a ballot of its own. */
  CallRunOff: { step, round },
  /** What the run-off, a ballot of its own, came to. Whoever of the field is in neither list is not elected. */
  RecordRunOff: { step, round, ballot: Id, elected: units, tied: units },

  // After the count.
  /** The tellers sign the result, the head among them; a tie must be settled before. */
  CertifyBallot: { signatories, certifiedOn: CivilDate, complaintsUntil: CivilDate },
  /** A unit complains (khiếu nại) within the time for complaints. */
  ChallengeResult: { challenge: Id, challenger: UnitId, ground: reason, raisedOn: CivilDate },
  /** The complaint is right; the ballot may be annulled on that ground. */
  UpholdChallenge: { challenge: Id, reason, decidedOn: CivilDate },
  /** The complaint is not right; the result stands. */
  DismissChallenge: { challenge: Id, reason, decidedOn: CivilDate },
  /** Voids the ballot; refused where the ground is not there. Its history stays. */
  AnnulBallot: { ground: AnnulmentGround, reason, annulledOn: CivilDate },
  /** Nothing more can be said against the result; refused while complaints are possible or pending. */
  FinaliseResult: { finalisedOn: CivilDate },
});
export type BallotCommand = z.infer<typeof BallotCommand>;

/** All that follows from a count, in the order of the record of the count. */
const result = {
  /** Which reading of the papers, or raising of hands, it rests on. */
  reading,
  figures: Figures,
  base: BaseTaken,
  lines: z.array(VoteLine).min(1).max(200),
  secrecyImpossible: z.array(SecrecyImpossible).max(3),
  /**
   * Of two rounds, exhaustive ballot, instant run-off and STV: round by round up to the end, or to the first tie that
   * is followed in branches. Absent of a secret ballot with anything in `secrecyImpossible`.
   */
  rounds: z.array(CountRound).max(300).optional(),
};

/** Units, one vote each; or, where electors have weights, votes. */
const quorum = { eligible: Count, present: Count, needed: Count, inVotes: z.literal(true).optional() };

export const BallotEvent = /* @__PURE__ */ messages({
  BallotOpened: terms,
  /** The terms were replaced, before any paper was issued. Who is in the room stays so; proxies and letters are accepted anew. */
  BallotRevised: terms,
  UnitCheckedIn: { unit: UnitId },
  UnitLeft: { unit: UnitId },
  ProxyAccepted: proxy,
  /** The principal came, or the holder left, before a paper was issued for it. */
  ProxyRevoked: { ...proxy, ground: z.enum(["principalPresent", "holderLeft"]) },
  /** An absent unit was asked to vote in writing. */
  UnitConsulted: { unit: UnitId },
  /** Voting could not begin: too few votes are present. A fact, not a failure; it may be tried again when more have come. */
  QuorumNotReached: quorum,
  /** Quorum is established, once and for all. */
  VotingOpened: quorum,

  /**
   * A unit's paper was handed to it, to its proxy, or sent to it; `issued`: how many, where its weight makes it more than one.
   * The first one freezes the terms.
   */
  PaperIssued: { unit: UnitId, receivedBy: UnitId, issued: integer({ min: 2, max: 1_000 }).optional() },
  PaperReplaced: { unit: UnitId, spoiled: integer({ min: 1, max: 100 }) },
  /** How many papers are in the box; nothing of whose. */
  DepositsCounted: { deposited: Count },
  BoxClosed: { issued: Count, deposited: Count },
  /** All papers at once, equal ones together, in the order of what they say: never as they came. */
  BoxOpened: { papers: z.array(PaperGroup).max(10_000) },
  TallySubmitted: { teller: PersonName, reading, tally: Tally },
  /** Something does not agree. There is no result until a recount agrees. */
  DiscrepancyFound: { reading, discrepancy: Discrepancy },
  /** The papers were read again. What was read before stays in the history; `differs` is by how many papers. */
  PapersRecounted: { reading, papers: z.array(PaperGroup).max(10_000), differs: Count, reason },
  HandsRetaken: { reading },
  /** Of a roll-call only: who voted how. */
  VoteCalled: { unit: UnitId, vote: Paper },
  /** `called`: how many units voted, whatever their weight. */
  RollCallClosed: { called: Count },
  /** Two tellers and the papers agree; this is the result. */
  BallotCounted: { ...result, outcome: Outcome },
  /** Agreed by consensus, without a count. */
  NomineesAcclaimed: { elected: units, outcome: Outcome },
  /** Somebody objects, so there was no consensus; nobody is elected yet. */
  AcclamationVoided: { unit: UnitId, reason },

  /** The sources and the candidates of a lot, in canonical order, before the sources are known. */
  LotAnnounced: lot,
  /** A run-off among exactly these was called; it is a ballot of its own, which follows this one. */
  RunOffCalled: { step, round, field: units, seats: integer({ min: 1, max: 50 }) },
  /** A step of the ladder was taken; `outcome` is where the ballot stands after it, with what is left tied. */
  TieStepTaken: { step, by: BrokenBy, outcome: Outcome },
  /** The ladder has ended, and the seats that are still tied for stay vacant. */
  TieLeftVacant: { tie: Tie, outcome: Outcome },

  /** The tellers signed the record of the count. A later one, after a recount, supersedes the one that it names. */
  BallotCertified: {
    certification: reading,
    supersedes: reading.optional(),
    season: Season,
    conference: Id.optional(),
    purpose: Purpose,
    bylawsVersion: terms.bylawsVersion,
    form: BallotForm,
    selection: SelectionMode,
    nominees: units,
    seats: terms.seats,
    /** Absent where nothing was counted, by consensus. */
    count: z.strictObject(result).optional(),
    /** Elected units by id, not by rank. A run-off may end undecided: its parent's ladder goes on. */
    outcome: Outcome,
    brokenBy: z.array(BrokenBy).max(60),
    follows: Follows.optional(),
    tellers: Tellers,
    signatories,
    certifiedOn: CivilDate,
    /** The last day for complaints. */
    complaintsUntil: CivilDate,
  },
  ResultChallenged: { challenge: Id, challenger: UnitId, ground: reason, raisedOn: CivilDate },
  /** It now takes a recount or an annulment. */
  ChallengeUpheld: { challenge: Id, reason, decidedOn: CivilDate },
  ChallengeDismissed: { challenge: Id, reason, decidedOn: CivilDate },
  BallotAnnulled: { ground: AnnulmentGround, reason, annulledOn: CivilDate },
  /** No complaint is open and none may be made any more. */
  ResultFinalised: { certification: reading, outcome: Outcome, finalisedOn: CivilDate },
});
export type BallotEvent = z.infer<typeof BallotEvent>;

export { BallotRejection, BallotStatus } from "./rejections.ts";
