import type { BallotRejection, BallotStatus } from "../../ballot/messages.ts";
import { quoted } from "../figures.ts";
import type { Phrases } from "../language.ts";
import { groundsEn, invalidReasonsEn } from "./ballot.ts";
import { formsEn, methodsEn, paperKindsEn, selectionsEn, tieStepsEn } from "./voting-words.ts";

export const ballotStatusesEn: Record<BallotStatus, string> = {
  blank: "not yet opened",
  preparing: "in preparation",
  voting: "open for voting",
  closed: "closed and not yet counted",
  unsealed: "being counted",
  discrepancy: "held up by a discrepancy",
  undecided: "tied",
  decided: "decided",
  certified: "certified",
  final: "final",
  annulled: "annulled",
};

export const ballotRejectionsEn: Phrases<BallotRejection> = {
  BallotInWrongState: ({ status, allowed }, say) =>
    `The ballot is ${ballotStatusesEn[status]}; this can only be done while it is ${say.either(allowed.map((one) => ballotStatusesEn[one]))}.`,
  BallotTaken: () => "This ballot has already been opened on different terms.",
  RulesFrozen: ({ issued }, say) =>
    `The terms can no longer be changed: papers have been issued or votes given (${say.count(issued)}).`,
  BallotHeldOtherwise: ({ form, selection }) =>
    `The ballot is held by ${formsEn[form]} and chooses ${selectionsEn[selection]}; this is no part of that.`,

  NoNominee: () => "Nobody is nominated.",
  NomineeTwice: ({ nominee }, say) => `${say.unit(nominee)} is nominated twice.`,
  MoreSeatsThanNominees: ({ seats, nominees }, say) =>
    `There are fewer nominees (${say.count(nominees)}) than seats (${say.count(seats)}).`,
  ElectorTwice: ({ unit }, say) => `${say.unit(unit)} is listed twice among the electors.`,
  WeightTwice: ({ unit }, say) => `${say.unit(unit)} is given a weight twice.`,
  TooManyVotes: ({ votes, votesMax }, say) =>
    `The electors have ${say.count(votes)} votes in all; a ballot may have at most ${say.count(votesMax)}.`,
  ThresholdUnreachable: ({ nominee, needed, possible, base }, say) =>
    `${say.unit(nominee)} can get at most ${say.count(possible)} of ${say.count(base)} votes, so the threshold${needed === undefined ? "" : ` of ${say.count(needed)}`} is out of reach.`,
  ThresholdNotApplicable: ({ method }) =>
    `The method “${methodsEn[method]}” counts no papers in favour, so a share of papers says nothing.`,
  QuorumImpossible: ({ needed, possible, inVotes }, say) =>
    `The quorum is ${say.count(needed)} ${inVotes ? "votes" : "units"}, but only ${say.count(possible)} may take part.`,
  BaseLeavesOutWritten: () =>
    "The absent may vote in writing, so those present are no base for the threshold.",
  MethodFillsFewerSeats: ({ method, seatsMax }, say) =>
    `The method “${methodsEn[method]}” fills at most ${say.count(seatsMax)} seats.`,
  MethodTakesFewerNominees: ({ method, nomineesMax }, say) =>
    `The method “${methodsEn[method]}” compares at most ${say.count(nomineesMax)} nominees.`,
  MethodNeedsPapers: ({ method, form }) =>
    `The method “${methodsEn[method]}” needs papers and cannot be counted by ${formsEn[form]}.`,
  MethodDoesNotConfirm: ({ method }) =>
    `The method “${methodsEn[method]}” does not confirm nominees one by one.`,
  NomineesNotHighest: ({ highest }, say) =>
    `The nominees to be confirmed must be those with the highest scores: ${say.units(highest)}.`,
  NamesMaxAboveNominees: ({ namesMax, nominees }, say) =>
    `A paper may keep ${say.count(namesMax)} names, but the nominees are only ${say.count(nominees)}.`,
  TellerTwice: ({ teller }) => `${teller} is listed twice among the tellers.`,
  TellerIsNominee: ({ teller, unit }, say) =>
    `${teller} is from ${say.unit(unit)}, which is nominated, and so cannot be a teller.`,
  TieDataMissing: ({ kind, nominees }, say) =>
    `A tie would be put to ${tieStepsEn[kind]}, but there is nothing to go by for: ${say.units(nominees)}.`,
  TieDataTwice: ({ kind, unit }, say) =>
    `A tie would be put to ${tieStepsEn[kind]}, but there are two figures for ${say.unit(unit)}.`,
  LotWithoutSource: () => "A tie would be put to a lot, but no source is named for it.",
  LotSourceTwice: ({ source }) => `A source of the lot is named twice: ${source}.`,

  NotAnElector: ({ unit }, say) => `${say.unit(unit)} is not entitled to vote.`,
  UnitRecused: ({ unit }, say) => `${say.unit(unit)} is recused: the matter is its own.`,
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

  PaperAlreadyIssued: ({ unit }, say) => `${say.unit(unit)} has already been issued its paper.`,
  PaperNotIssued: ({ unit }, say) => `${say.unit(unit)} has been issued no paper.`,
  MorePapersThanIssued: ({ papers, issued }, say) =>
    `There are more papers (${say.count(papers)}) than were issued (${say.count(issued)}).`,
  CountRunsBackwards: ({ given, standing }, say) =>
    `A running count cannot fall from ${say.count(standing)} to ${say.count(given)}.`,
  CountLeaps: ({ given, standing }, say) =>
    `A running count goes up one by one, not from ${say.count(standing)} to ${say.count(given)}.`,
  BoxIsClosed: ({ deposited }, say) => `The box is closed; papers in it: ${say.count(deposited)}.`,
  PaperOfWrongKind: ({ method, kind }) =>
    `A paper ${paperKindsEn[kind]} cannot be counted by the method “${methodsEn[method]}”.`,
  VoteInvalid: ({ unit, reason }, say) =>
    `The vote of ${say.unit(unit)} is invalid: ${invalidReasonsEn[reason]}.`,
  SelfVote: ({ unit }, say) => `${say.unit(unit)} may not vote for itself.`,
  VoteTaken: ({ unit }, say) => `${say.unit(unit)} has already voted.`,

  NotATeller: ({ name }) => `${name} is not a teller.`,
  NotNominated: ({ unit }, say) => `${say.unit(unit)} is not nominated.`,
  TallyLineTwice: ({ nominee }, say) => `The tally has two lines for ${say.unit(nominee)}.`,
  TallyLineMissing: ({ nominee }, say) => `The tally has no line for ${say.unit(nominee)}.`,
  TallyImpossible: ({ nominee, votes, votesMax }, say) =>
    `${nominee === undefined ? "A total of the tally (papers, blank papers, or votes for all nominees together)" : `The total of votes or points on ${say.unit(nominee)}`} is ${say.count(votes)}, but can be ${say.count(votesMax)} at most.`,
  ReadingNotDue: ({ reading, due }, say) =>
    `Count no. ${say.count(reading)} is not due; the next is no. ${say.count(due)}.`,

  NoTie: () => "There is no tie for this step to break.",
  TieStepNotDue: ({ step, due, kind }, say) =>
    `Step ${say.count(step)} is not due; step ${say.count(due)} is, which is ${tieStepsEn[kind]}.`,
  RoundNotDue: ({ round, due }, say) => `Round ${say.count(round)} is not due; round ${say.count(due)} is.`,
  NotTied: ({ unit }, say) => `${say.unit(unit)} is not among the tied.`,
  NamedTwice: ({ unit }, say) => `${say.unit(unit)} is named twice.`,
  TooManyElected: ({ elected, seats }, say) =>
    `More are named (${say.count(elected)}) than are to be elected (${say.count(seats)}).`,
  TooFewElected: ({ elected, seats }, say) =>
    `Fewer are named (${say.count(elected)}) than are to be elected (${say.count(seats)}).`,
  NotACompletion: ({ elected }, say) =>
    `By the method of this ballot these cannot be elected together: ${say.units(elected)}.`,
  LotNotAnnounced: () => "The candidates and sources of the lot have not been announced.",
  LotSourcesDiffer: ({ announced }, say) => `The lot goes by what was announced: ${say.list(announced)}.`,
  RunOffDoesNotFit: ({ field, seats }, say) =>
    `The run-off elects ${say.count(seats)} out of: ${say.units(field)}.`,

  AnnulmentGroundAbsent: ({ ground }) =>
    `The ballot cannot be annulled on this ground: ${groundsEn[ground]}.`,
  HeadDidNotSign: ({ head }) => `${head}, the head of the tellers, has not signed.`,
  TooFewSignatures: ({ signatures, needed }, say) =>
    `The record needs at least ${say.count(needed)} signatures and has ${say.count(signatures)}.`,
  DateOutsideBallot: ({ date, from, until }, say) =>
    `${say.date(date)} is outside the time allowed (from ${say.date(from)} until ${say.date(until)}).`,
  BallotDateInFuture: ({ date, today }, say) =>
    `${say.date(date)} has not come yet (today is ${say.date(today)}).`,
  ChallengeTaken: ({ challenge }) => `Challenge “${challenge}” already exists with different contents.`,
  ChallengeUnknown: ({ challenge }) => `There is no challenge “${challenge}”.`,
  ChallengeDecided: ({ challenge }) => `Challenge “${challenge}” has already been decided.`,
  ChallengesPending: ({ challenges }, say) =>
    `Challenges are still pending: ${say.list(challenges.map(quoted))}.`,
  TooManyChallenges: ({ challengesMax }, say) => `At most ${say.count(challengesMax)} challenges are taken.`,
  ComplaintsStillPossible: ({ until }, say) => `Complaints may still be made until ${say.date(until)}.`,
};
