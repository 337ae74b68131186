import type { BallotRejection, BallotStatus } from "../../ballot/messages.ts";
import type { Phrases } from "../language.ts";
import { groundsEn, invalidReasonsEn } from "./ballot.ts";

const statuses: Record<BallotStatus, string> = {
  blank: "not opened",
  preparing: "being prepared",
  voting: "open for votes",
  closed: "closed",
  unsealed: "being counted",
  discrepancy: "stopped by a discrepancy",
  undecided: "tied",
  decided: "decided",
  certified: "certified",
  final: "final",
  annulled: "annulled",
};
const forms = { secret: "secret ballot", showOfHands: "show of hands", rollCall: "roll-call" };
const selections = {
  byVote: "by votes",
  scoreThenConfirm: "by score, which the vote confirms",
  consensus: "by consensus",
};
const steps = {
  runOff: "a run-off",
  score: "the scores",
  seniority: "seniority",
  chairDecision: "the chair's decision",
  lot: "a lot",
  vacantSeat: "the vacant seat",
};

export const ballotRejectionsEn: Phrases<BallotRejection> = {
  BallotInWrongState: ({ status, allowed }, say) =>
    `The ballot is ${statuses[status]}; this needs it to be ${say.list(allowed.map((one) => statuses[one]))}.`,
  BallotTaken: () => "This ballot is open already, on other terms.",
  RulesFrozen: ({ issued }, say) =>
    `The terms are fixed: ${say.count(issued)} papers are out, or votes given.`,
  BallotHeldOtherwise: ({ form, selection }) =>
    `The ballot is held by ${forms[form]} and chooses ${selections[selection]}; this belongs to another kind.`,

  NoNominee: () => "Nobody stands.",
  NomineeTwice: ({ nominee }, say) => `${say.unit(nominee)} stands twice.`,
  MoreSeatsThanNominees: ({ seats, nominees }, say) =>
    `There are ${say.count(seats)} seats and only ${say.count(nominees)} nominees.`,
  ElectorTwice: ({ unit }, say) => `${say.unit(unit)} is twice among the electors.`,
  WeightTwice: ({ unit }, say) => `${say.unit(unit)} is given a weight twice.`,
  TooManyVotes: ({ votes, votesMax }, say) =>
    `The electors have ${say.count(votes)} votes in all, and a ballot may have ${say.count(votesMax)} at most.`,
  ThresholdUnreachable: ({ nominee, needed, possible, base }, say) =>
    `${say.unit(nominee)} can get at most ${say.count(possible)} of ${say.count(base)} votes, so the threshold${needed === undefined ? "" : ` of ${say.count(needed)}`} is out of reach.`,
  ThresholdNotApplicable: ({ method }) =>
    `The method ${method} counts no papers in favour, so a share of papers says nothing.`,
  QuorumImpossible: ({ needed, possible }, say) =>
    `The quorum is ${say.count(needed)} units, and only ${say.count(possible)} may take part.`,
  BaseLeavesOutWritten: () =>
    "The absent may vote in writing, so those present are no base for the threshold.",
  MethodFillsFewerSeats: ({ method, seatsMax }, say) =>
    `The method ${method} fills at most ${say.count(seatsMax)} seats.`,
  MethodTakesFewerNominees: ({ method, nomineesMax }, say) =>
    `The method ${method} compares at most ${say.count(nomineesMax)} nominees.`,
  MethodNeedsPapers: ({ method, form }) =>
    `The method ${method} needs papers and cannot be counted by ${forms[form]}.`,
  MethodDoesNotConfirm: ({ method }) => `The method ${method} does not confirm nominees one by one.`,
  NomineesNotHighest: ({ highest }, say) =>
    `The nominees to be confirmed must be those with the highest scores: ${say.units(highest)}.`,
  NamesMaxAboveNominees: ({ namesMax, nominees }, say) =>
    `A paper may keep ${say.count(namesMax)} names, and there are only ${say.count(nominees)} nominees.`,
  TellerTwice: ({ teller }) => `${teller} is twice among the tellers.`,
  TellerIsNominee: ({ teller, unit }, say) =>
    `${teller} is of ${say.unit(unit)}, which stands, and so cannot be a teller.`,
  TieDataMissing: ({ kind, nominees }, say) =>
    `A tie would go to ${steps[kind]}, and there is nothing to go by for ${say.units(nominees)}.`,
  TieDataTwice: ({ kind, unit }, say) =>
    `A tie would go to ${steps[kind]}, and there are two figures for ${say.unit(unit)}.`,
  LotWithoutSource: () => "A tie would go to a lot, and no source is named for it.",
  LotSourceTwice: ({ source }) => `A source of the lot is named twice: ${source}.`,

  NotAnElector: ({ unit }, say) => `${say.unit(unit)} is not entitled to vote.`,
  UnitRecused: ({ unit }, say) => `${say.unit(unit)} is recused.`,
  UnitAbsent: ({ unit }, say) =>
    `${say.unit(unit)} is absent, not represented, and was not asked in writing.`,
  UnitPresent: ({ unit }, say) => `${say.unit(unit)} is present, or represented.`,
  ProxyToSelf: ({ unit }, say) => `${say.unit(unit)} cannot be its own proxy.`,
  ProxyChained: ({ principal, holder }, say) =>
    `A proxy goes no further: ${say.unit(principal)} or ${say.unit(holder)} has another one.`,
  ProxyTaken: ({ principal, holder }, say) =>
    `${say.unit(holder)} already holds the proxy of ${say.unit(principal)}.`,
  TooManyProxies: ({ holder, proxiesMax }, say) =>
    `${say.unit(holder)} may hold at most ${say.count(proxiesMax)} proxies.`,
  WrittenVotesNotAllowed: () => "The terms do not let the absent vote in writing.",

  PaperAlreadyIssued: ({ unit }, say) => `The paper of ${say.unit(unit)} is out already.`,
  PaperNotIssued: ({ unit }, say) => `${say.unit(unit)} has been issued no paper.`,
  MorePapersThanIssued: ({ papers, issued }, say) =>
    `There are ${say.count(papers)} papers, and only ${say.count(issued)} were issued.`,
  CountRunsBackwards: ({ given, standing }, say) =>
    `A running count cannot fall from ${say.count(standing)} to ${say.count(given)}.`,
  CountLeaps: ({ given, standing }, say) =>
    `A running count goes up one by one, not from ${say.count(standing)} to ${say.count(given)}.`,
  BoxIsClosed: ({ deposited }, say) => `The box is closed, with ${say.count(deposited)} papers in it.`,
  PaperOfWrongKind: ({ method, kind }) => `A paper of kind ${kind} cannot be counted by ${method}.`,
  VoteInvalid: ({ unit, reason }, say) =>
    `The vote of ${say.unit(unit)} is invalid: ${invalidReasonsEn[reason]}.`,
  SelfVote: ({ unit }, say) => `${say.unit(unit)} may not vote for itself.`,
  VoteTaken: ({ unit }, say) => `${say.unit(unit)} has voted already.`,

  NotATeller: ({ name }) => `${name} is not a teller.`,
  NotNominated: ({ unit }, say) => `${say.unit(unit)} does not stand.`,
  TallyLineTwice: ({ nominee }, say) => `The tally has two lines for ${say.unit(nominee)}.`,
  TallyLineMissing: ({ nominee }, say) => `The tally has no line for ${say.unit(nominee)}.`,
  TallyImpossible: ({ nominee, votes, votesMax }, say) =>
    `A figure of the tally${nominee === undefined ? "" : ` for ${say.unit(nominee)}`} is ${say.count(votes)}, and it can be ${say.count(votesMax)} at most.`,
  ReadingNotDue: ({ reading, due }, say) =>
    `Reading ${say.count(reading)} is not due; the next is ${say.count(due)}.`,

  NoTie: () => "There is no tie to be broken by this.",
  TieStepNotDue: ({ step, due, kind }, say) =>
    `Step ${say.count(step)} is not due; step ${say.count(due)} is, which is ${steps[kind]}.`,
  RoundNotDue: ({ round, due }, say) => `Round ${say.count(round)} is not due; round ${say.count(due)} is.`,
  NotTied: ({ unit }, say) => `${say.unit(unit)} is not among the tied.`,
  NamedTwice: ({ unit }, say) => `${say.unit(unit)} is named twice.`,
  TooManyElected: ({ elected, seats }, say) =>
    `${say.count(elected)} are named for ${say.count(seats)} to be elected.`,
  TooFewElected: ({ elected, seats }, say) =>
    `Only ${say.count(elected)} are named for ${say.count(seats)} to be elected.`,
  NotACompletion: ({ elected }, say) =>
    `By the method of this ballot ${say.units(elected)} cannot be elected together.`,
  LotNotAnnounced: () => "The candidates and sources of the lot have not been announced.",
  LotSourcesDiffer: ({ announced }, say) => `The lot goes by what was announced: ${say.list(announced)}.`,
  RunOffDoesNotFit: ({ field, seats }, say) =>
    `The run-off is among ${say.units(field)}, for ${say.count(seats)} to be elected.`,

  AnnulmentGroundAbsent: ({ ground }) => `The ballot cannot be annulled for ${groundsEn[ground]}.`,
  HeadDidNotSign: ({ head }) => `${head}, the head of the tellers, has not signed.`,
  TooFewSignatures: ({ signatures, needed }, say) =>
    `The record has ${say.count(signatures)} signature, and needs ${say.count(needed)}.`,
  DateOutsideBallot: ({ date, from, until }, say) =>
    `${say.date(date)} is outside the time allowed (${say.date(from)} to ${say.date(until)}).`,
  BallotDateInFuture: ({ date, today }, say) =>
    `${say.date(date)} has not come yet (today is ${say.date(today)}).`,
  ChallengeTaken: ({ challenge }) => `Challenge ${challenge} is there already, with other contents.`,
  ChallengeUnknown: ({ challenge }) => `There is no challenge ${challenge}.`,
  ChallengeDecided: ({ challenge }) => `Challenge ${challenge} has been decided.`,
  ChallengesPending: ({ challenges }, say) => `Challenges are still pending: ${say.list(challenges)}.`,
  TooManyChallenges: ({ challengesMax }, say) => `At most ${say.count(challengesMax)} challenges are taken.`,
  ComplaintsStillPossible: ({ until }, say) => `Complaints may still be made until ${say.date(until)}.`,
};
