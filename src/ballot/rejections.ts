import * as z from "zod/mini";
import { sharedRejections } from "../kernel/decision.ts";
import { Id } from "../kernel/ids.ts";
import { kindsOf } from "../kernel/kinds.ts";
import { list } from "../kernel/list.ts";
import { messages } from "../kernel/messages.ts";
import { integer, WholeNumber } from "../kernel/numbers.ts";
import { CivilDate } from "../kernel/time.ts";
import { Drawn, LotSource } from "../vocabulary/lot.ts";
import { PersonName } from "../vocabulary/person.ts";
import { UnitId } from "../vocabulary/unit.ts";
import { BallotForm, SelectionMode, TieStep } from "../vocabulary/voting-rules.ts";
import { AnnulmentGround, BallotStatus, ClockTime, call, lotSources, units } from "./fields.ts";
import { InvalidReason, Paper } from "./paper.ts";
import { Method } from "./terms.ts";

// The refusals of a ballot. Each is a state of affairs, as data; its sentences stand in `minutes/`.

const MethodKind = kindsOf(Method);
const TieStepKind = kindsOf(TieStep);

/** What may stand against the terms themselves. A ballot is not opened on such terms. */
const rejectionsOfTerms = {
  /** The conference says which bloc votes, so the ballot does not. */
  BlocOfConference: {},
  NoNominee: {},
  /** The list of electors is empty. */
  NoElector: {},
  NomineeTwice: { nominee: UnitId },
  MoreSeatsThanNominees: { seats: WholeNumber, nominees: WholeNumber },
  ElectorTwice: { unit: UnitId },
  /** An elector is given a weight twice. */
  WeightTwice: { unit: UnitId },
  /**
   * All electors together have more votes than a box may hold papers: 100,000, and fewer with over 20 nominees. By Meek's
   * rule it is fewer with many nominees and seats, and never less than 200.
   */
  TooManyVotes: { votes: WholeNumber, votesMax: WholeNumber },
  /** Even when everybody who may votes for the nominee, it gets `possible` of `base` votes, and not the `needed`. */
  ThresholdUnreachable: {
    nominee: UnitId,
    needed: z.optional(WholeNumber),
    possible: WholeNumber,
    base: WholeNumber,
  },
  /**
   * A paper with `namesMax` names at most, and `needed` of `base` votes for each seat, fill at most `fillable` of the
   * `seats`, however all vote.
   */
  SeatsNeverFilled: {
    seats: WholeNumber,
    fillable: WholeNumber,
    namesMax: WholeNumber,
    needed: WholeNumber,
    base: WholeNumber,
  },
  /** The method counts no papers in favour, so a threshold of papers has no meaning; set it to 0/1. */
  ThresholdNotApplicable: { method: MethodKind },
  /** Even all who may take part are too few for the quorum. */
  QuorumImpossible: { needed: WholeNumber, possible: WholeNumber, inVotes: z.optional(z.literal(true)) },
  /** The absent may vote in writing, but the base leaves them out: more votes than the base could be given. */
  BaseLeavesOutWritten: {},
  /** A show of hands counts who is in the room: the absent cannot be asked in writing. */
  WrittenVotesNeedPapers: { form: BallotForm },
  MethodFillsFewerSeats: { method: MethodKind, seatsMax: WholeNumber },
  MethodTakesFewerNominees: { method: MethodKind, nomineesMax: WholeNumber },
  MethodNeedsPapers: { method: MethodKind, form: BallotForm },
  /** Only a secret ballot has a box that can be sealed. */
  SealNeedsBox: { form: BallotForm, selection: SelectionMode },
  /** Only the method for and against confirms nominees one by one. */
  MethodDoesNotConfirm: { method: MethodKind },
  /** The source of the method declares a paper invalid that places several first, so it cannot be counted. */
  EqualFirstNotCounted: { method: MethodKind },
  /** The vote confirms the nominees with the highest scores, which are these. */
  NomineesNotHighest: { highest: units },
  /** The vote confirms the nominees with the highest scores, and these have none. */
  NomineesNotScored: { nominees: units },
  NamesMaxAboveNominees: { namesMax: WholeNumber, nominees: WholeNumber },
  /** Capitals and spaces apart, this name is there twice: two tellers who differ in nothing else are one person. */
  TellerTwice: { teller: PersonName },
  TellerIsNominee: { teller: PersonName, unit: UnitId },
  /** The ladder has a step that needs a score, or a place, and these nominees have none. */
  TieDataMissing: { kind: TieStepKind, nominees: units },
  TieDataTwice: { kind: TieStepKind, unit: UnitId },
  /** A seat that stays vacant ends every tie, so this step after it is never reached. */
  TieStepUnreachable: { step: WholeNumber, kind: TieStepKind },
  LotWithoutSource: {},
  LotSourceTwice: { source: LotSource },
};

/** A sum of figures that nobody has checked yet: it may be above what one figure may be. */
const sum = integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const paperKind = z.enum([...kindsOf(Paper).options, "kept", "struck"]);

export const BallotRejection = /* @__PURE__ */ messages({
  .../* @__PURE__ */ sharedRejections("Ballot", BallotStatus),
  ...rejectionsOfTerms,
  /** The ballot is open already, on other terms. */
  BallotTaken: {},
  /** The first paper is issued, or the first vote called: the terms are fixed. */
  RulesFrozen: { issued: WholeNumber },
  /** A run-off keeps the terms of this ballot, which called it: its field, its electors, its bar and all others. */
  RunOffTermsFixed: { ballot: Id },
  /** The ballot has this form and this mode of selection; the command belongs to another one. */
  BallotHeldOtherwise: { form: BallotForm, selection: SelectionMode },

  // The roll.
  /** The ballot is held at a conference, and takes from it who is there. */
  RoomOfConference: {},
  /** The ballot names no conference whose room it could take. */
  BallotAtNoConference: {},
  /** The conference that the ballot is held at is not open, or too few units are there. */
  ConferenceNotOpen: {},
  NotAnElector: { unit: UnitId },
  UnitRecused: { unit: UnitId },
  /** Neither in the room, nor represented, nor asked in writing. */
  UnitAbsent: { unit: UnitId },
  UnitPresent: { unit: UnitId },
  /** The vote was opened without this unit; `OpenVoting` takes it in while nobody has voted. */
  VoteBeganWithout: { unit: UnitId },
  ProxyToSelf: { unit: UnitId },
  /** A proxy goes one hop: a unit that holds a proxy gives none, and a unit that gives one holds none. */
  ProxyChained: { principal: UnitId, holder: UnitId },
  ProxyTaken: { principal: UnitId, holder: UnitId },
  TooManyProxies: { holder: UnitId, proxiesMax: WholeNumber },
  WrittenVotesNotAllowed: {},
  /**
   * Nobody recorded on which day the vote was held. A decision of the chair and a signed record are dated by it: on no
   * earlier day. Once the vote is open, `CorrectVotingDay` records it.
   */
  VotingDayMissing: {},

  // Papers, hands and calls.
  PaperAlreadyIssued: { unit: UnitId },
  PaperNotIssued: { unit: UnitId },
  MorePapersThanIssued: { papers: WholeNumber, issued: WholeNumber },
  /** All papers that are out were counted into the box, so none of them can be spoiled. */
  AllPapersInBox: { deposited: WholeNumber },
  /** A running count never falls. */
  CountRunsBackwards: { given: WholeNumber, recorded: WholeNumber },
  /** A running count of spoiled papers rises one by one. */
  CountLeaps: { given: WholeNumber, recorded: WholeNumber },
  BoxIsClosed: { deposited: z.optional(WholeNumber) },
  /** The procedure asks for a seal, and the tellers have not sealed the box. */
  BoxNotSealed: {},
  /** The box is sealed already, under another root or by others. A seal is never replaced. */
  SealTaken: { sealed: WholeNumber },
  PaperOfWrongKind: { method: MethodKind, kind: paperKind },
  /**
   * By these terms no paper is invalid for this reason. Only a ranking can place several first, and only where the
   * procedure does not count it.
   */
  InvalidReasonDoesNotFit: { method: MethodKind, reason: InvalidReason },
  /** Aloud, a vote that is not allowed is refused; on paper, it is an invalid paper. */
  VoteInvalid: { unit: UnitId, reason: InvalidReason },
  /** The unit votes for itself, with its own vote or with one that it holds by proxy. */
  SelfVote: { unit: UnitId },
  VoteTaken: { unit: UnitId },
  /** The unit has called no vote that could be set right. */
  VoteNotCalled: { unit: UnitId },

  /** This unit objected to the same names. The terms can be revised, so that votes are counted. */
  NoConsensusOn: { unit: UnitId, elected: units },

  // Tallies and readings.
  NotATeller: { name: PersonName },
  NotNominated: { unit: UnitId },
  TallyLineTwice: { nominee: UnitId },
  TallyLineMissing: { nominee: UnitId },
  /** More votes on a nominee than valid papers or hands, or more names than they may hold. */
  TallyImpossible: { nominee: z.optional(UnitId), votes: sum, votesMax: sum },
  /**
   * Figures do not agree. Nothing goes on before the papers are read, or the hands raised, once more: as this reading.
   * Where papers were miscounted into the box, a second reading that finds the same number is what counts.
   */
  RecountDue: { form: BallotForm, reading: WholeNumber },
  ReadingNotDue: { reading: WholeNumber, due: WholeNumber },

  // Ties.
  NoTie: {},
  TieStepNotDue: { step: WholeNumber, due: WholeNumber, kind: TieStepKind },
  RoundNotDue: { round: WholeNumber, due: WholeNumber },
  /** No run-off of this round was called under this number, or another one was called later. */
  RunOffNotCalled: { round: WholeNumber, call },
  NotTied: { unit: UnitId },
  NamedTwice: { unit: UnitId },
  /** Nobody is named. Consensus is on one unit at least; seats beyond those that are named stay vacant. */
  NobodyNamed: {},
  TooManyElected: { elected: WholeNumber, seats: WholeNumber },
  /** A decision gives all the seats that units are tied for. */
  TooFewElected: { elected: WholeNumber, seats: WholeNumber },
  /** Only some combinations of the tied can take the seats, and this is none of them. */
  NotACompletion: { elected: units },
  /** The chair may have to decide a tie, and neither the terms nor the conference name one before the vote. */
  ChairMissing: {},
  /** No step of the ladder asks a chair. */
  ChairNotAsked: {},
  /** This unit is named already, and it is not tied. */
  ChairTaken: { chair: UnitId },
  /** Neither the terms nor the conference named this unit; `named` is the one that they did. */
  NotTheChair: { chair: UnitId, named: z.optional(UnitId) },
  /** Nobody decides for itself. */
  ChairIsTied: { chair: UnitId },
  LotNotAnnounced: { step: WholeNumber },
  LotSourcesDiffer: { announced: lotSources },
  /** A source was drawn before in this ballot, with these other values. */
  SourceDrawnBefore: { drawn: Drawn },
  /**
   * Units are tied only for seats that are left, and only where they are more than these: `tied` units would be tied for
   * `open` seats.
   */
  RunOffDoesNotFit: { open: WholeNumber, tied: WholeNumber },
  /** The round has a result already: of this ballot, by this record. Only a later record of it changes that. */
  RunOffTaken: { ballot: Id, certification: WholeNumber },
  /** This ballot is the run-off of another call already: each run-off is a ballot of its own. */
  RunOffBallotTaken: { ballot: Id, round: WholeNumber },

  // After the count.
  /** The tie still has steps of the ladder left: this one is due. */
  TieStepsLeft: { due: WholeNumber, kind: TieStepKind },
  /** The ballot has nothing that would be this ground. */
  AnnulmentGroundAbsent: { ground: AnnulmentGround },
  /** On one day, the hour of the end is before the hour of the beginning. */
  EndsBeforeItStarts: { startedAt: ClockTime, endedAt: ClockTime },
  /** The particulars have figures of papers, and the ballot is held without papers. */
  ParticularsNeedPapers: {},
  /** printed = issued + spoiled + left over, for the papers of a secret ballot. */
  PrintedDoNotAddUp: {
    printed: WholeNumber,
    issued: WholeNumber,
    spoiled: WholeNumber,
    leftOver: z.optional(WholeNumber),
  },
  /** issued = returned + unreturned, for the papers of a secret ballot. */
  IssuedDoNotAddUp: { issued: WholeNumber, returned: WholeNumber, unreturned: WholeNumber },
  /** To replace all that was counted takes a complaint that was upheld. */
  NoChallengeUpheld: {},
  HeadDidNotSign: { head: PersonName },
  TooFewSignatures: { signatures: WholeNumber, needed: WholeNumber },
  /** A complaint is about a signed record, and there is none yet. */
  RecordNotSigned: {},
  ChallengeTaken: { challenge: Id },
  ChallengeUnknown: { challenge: Id },
  ChallengeDecided: { challenge: Id },
  /** These complaints have no answer yet, or were upheld and no recount followed; see `UpholdChallenge`. */
  ChallengesPending: { challenges: list(Id, { max: 200 }) },
  TooManyChallenges: { challengesMax: WholeNumber },
  ComplaintsStillPossible: { until: CivilDate },
});
export type BallotRejection = z.infer<typeof BallotRejection>;
