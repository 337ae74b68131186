import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { messages } from "../kernel/messages.ts";
import { Count } from "../kernel/numbers.ts";
import { CivilDate } from "../kernel/time.ts";
import { LotSource } from "../vocabulary/lot.ts";
import { PersonName } from "../vocabulary/person.ts";
import { UnitId } from "../vocabulary/unit.ts";
import { BallotForm, SelectionMode, TieStep } from "../vocabulary/voting-rules.ts";
import { Method } from "./method.ts";
import { InvalidReason, Paper } from "./paper.ts";

const units = z.array(UnitId).max(200);
const method = z.enum(Method.options.map(({ shape }) => shape.kind.value));
const tieStep = z.enum(TieStep.options.map(({ shape }) => shape.kind.value));
const paperKind = z.enum([...Paper.options.map(({ shape }) => shape.kind.value), "kept", "struck"]);

/** Blank: not opened. Unsealed: the box is open and the tellers count. */
export const BallotStatus = z.enum([
  "blank",
  "preparing",
  "voting",
  "closed",
  "unsealed",
  "discrepancy",
  "undecided",
  "decided",
  "certified",
  "final",
  "annulled",
]);
export type BallotStatus = z.infer<typeof BallotStatus>;

/** What stands against a command on a ballot, in the words of `messages.ts`. */
export const BallotRejection = /* @__PURE__ */ messages({
  /** The command does not go with where the ballot is: it asks for one of `allowed`. */
  BallotInWrongState: { status: BallotStatus, allowed: z.array(BallotStatus).max(11) },
  /** The ballot is open already, on other terms. */
  BallotTaken: {},
  /** The first paper is out, or the first vote called: the terms are fixed. */
  RulesFrozen: { issued: Count },
  /** The ballot is held in this form, by this mode of selection; the command belongs to another. */
  BallotHeldOtherwise: { form: BallotForm, selection: SelectionMode },

  // Terms that cannot be.
  NoNominee: {},
  NomineeTwice: { nominee: UnitId },
  MoreSeatsThanNominees: { seats: Count, nominees: Count },
  ElectorTwice: { unit: UnitId },
  /** Even if everybody else took part and voted for the nominee, `possible` of `base` would not be the `needed`. */
  ThresholdUnreachable: { nominee: UnitId, needed: Count.optional(), possible: Count, base: Count },
  /** The method counts no papers in favour, so a bar of papers says nothing; set it to 0/1. */
  ThresholdNotApplicable: { method },
  /** Not even all who may take part are the quorum. */
  QuorumImpossible: { needed: Count, possible: Count },
  /** The absent may vote in writing, and the base leaves them out: their votes could be more than all of it. */
  BaseLeavesOutWritten: {},
  MethodFillsFewerSeats: { method, seatsMax: Count },
  MethodTakesFewerNominees: { method, nomineesMax: Count },
  MethodNeedsPapers: { method, form: BallotForm },
  /** Only for-and-against confirms nominees one by one. */
  MethodDoesNotConfirm: { method },
  /** The vote confirms the highest scores; these are they. */
  NomineesNotHighest: { highest: units },
  NamesMaxAboveNominees: { namesMax: Count, nominees: Count },
  TellerTwice: { teller: PersonName },
  TellerIsNominee: { teller: PersonName, unit: UnitId },
  /** The ladder has a step for which these nominees have no score, or no place. */
  TieDataMissing: { kind: tieStep, nominees: units },
  TieDataTwice: { kind: tieStep, unit: UnitId },
  LotWithoutSource: {},
  LotSourceTwice: { source: LotSource },

  // The roll.
  NotAnElector: { unit: UnitId },
  UnitRecused: { unit: UnitId },
  /** Neither in the room, nor represented, nor asked in writing. */
  UnitAbsent: { unit: UnitId },
  UnitPresent: { unit: UnitId },
  ProxyToSelf: { unit: UnitId },
  /** A proxy goes one hop: who holds one gives none, and who gives one holds none. */
  ProxyChained: { principal: UnitId, holder: UnitId },
  ProxyTaken: { principal: UnitId, holder: UnitId },
  TooManyProxies: { holder: UnitId, proxiesMax: Count },
  WrittenVotesNotAllowed: {},

  // Papers, hands and calls.
  PaperAlreadyIssued: { unit: UnitId },
  PaperNotIssued: { unit: UnitId },
  MorePapersThanIssued: { papers: Count, issued: Count },
  /** A running count never gets less. */
  CountRunsBackwards: { given: Count, standing: Count },
  /** A running count of spoiled papers goes up one by one. */
  CountLeaps: { given: Count, standing: Count },
  BoxIsClosed: { deposited: Count },
  PaperOfWrongKind: { method, kind: paperKind },
  /** Called aloud, a vote that is not allowed is refused; on paper it is an invalid paper. */
  VoteInvalid: {
    unit: UnitId,
    reason: InvalidReason,
  },
  SelfVote: { unit: UnitId },
  VoteTaken: { unit: UnitId },

  // Tallies and readings.
  NotATeller: { name: PersonName },
  NotNominated: { unit: UnitId },
  TallyLineTwice: { nominee: UnitId },
  TallyLineMissing: { nominee: UnitId },
  /** More votes on a nominee than valid papers or hands, or more names than they may hold. */
  TallyImpossible: { nominee: UnitId.optional(), votes: Count, votesMax: Count },
  ReadingNotDue: { reading: Count, due: Count },

  // Ties.
  NoTie: {},
  TieStepNotDue: { step: Count, due: Count, kind: tieStep },
  RoundNotDue: { round: Count, due: Count },
  NotTied: { unit: UnitId },
  NamedTwice: { unit: UnitId },
  TooManyElected: { elected: Count, seats: Count },
  /** A decision decides: all seats that are tied for are given. */
  TooFewElected: { elected: Count, seats: Count },
  /** Only some of the tied can take the seats together, and these are not among the combinations. */
  NotACompletion: { elected: units },
  LotNotAnnounced: { step: Count },
  LotSourcesDiffer: { announced: z.array(LotSource).max(20) },
  /** Among these and for these seats a run-off was called; what is said of it does not go with that. */
  RunOffDoesNotFit: { field: units, seats: Count },

  // After the count.
  /** Nothing has happened that would be this ground. */
  AnnulmentGroundAbsent: {
    ground: z.enum(["noQuorum", "irregularity", "discrepancy", "challengeUpheld", "setAside"]),
  },
  HeadDidNotSign: { head: PersonName },
  TooFewSignatures: { signatures: Count, needed: Count },
  /** `date` is outside what the ballot allows: not before `from`, not after `until`. */
  DateOutsideBallot: { date: CivilDate, from: CivilDate, until: CivilDate },
  BallotDateInFuture: { date: CivilDate, today: CivilDate },
  ChallengeTaken: { challenge: Id },
  ChallengeUnknown: { challenge: Id },
  ChallengeDecided: { challenge: Id },
  /** Complaints that are not answered, or that were upheld and have led to nothing yet. */
  ChallengesPending: { challenges: z.array(Id).max(200) },
  TooManyChallenges: { challengesMax: Count },
  ComplaintsStillPossible: { until: CivilDate },
});
export type BallotRejection = z.infer<typeof BallotRejection>;
