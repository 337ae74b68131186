import type { BallotRejection } from "../../ballot/messages.ts";
import { quoted } from "../figures.ts";
import type { OwnPhrases } from "../language.ts";
import { invalidReasonsEn } from "./ballot-count.ts";
import { complaintEn, groundsEn, hourEn } from "./ballot-words.ts";
import { formsEn, methodsEn, paperKindsEn, selectionsEn, tieStepsEn } from "./voting-words.ts";

export const ballotRejectionsEn: OwnPhrases<BallotRejection> = {
  BallotTaken: () => "This ballot has already been opened on different terms.",
  RulesFrozen: ({ issued }, say) =>
    `The terms can no longer be changed: the vote has begun (votes: ${say.count(issued)}).`,
  BallotHeldOtherwise: ({ form, selection }) =>
    `The ballot is held by ${formsEn[form]} and chooses ${selectionsEn[selection]}; this belongs to another form.`,

  RunOffTermsFixed: () =>
    "A run-off keeps the terms of the ballot that called it; only its tellers and its conference may be others.",

  BlocOfConference: () =>
    "The ballot is held at a conference, which says which bloc votes; the ballot names none.",
  NoNominee: () => "Nobody is nominated.",
  NoElector: () => "The list of electors is empty.",
  NomineeTwice: ({ nominee }, say) => `${say.unit(nominee)} is nominated twice.`,
  MoreSeatsThanNominees: ({ seats, nominees }, say) =>
    `There are fewer nominees (${say.count(nominees)}) than seats (${say.count(seats)}).`,
  ElectorTwice: ({ unit }, say) => `${say.unit(unit)} is listed twice among the electors.`,
  WeightTwice: ({ unit }, say) => `${say.unit(unit)} is given a weight twice.`,
  TooManyVotes: ({ votes, votesMax }, say) =>
    `The electors have ${say.count(votes)} votes in all; a ballot may have at most ${say.count(votesMax)}.`,
  ThresholdUnreachable: ({ nominee, needed, possible, base }, say) =>
    `${say.unit(nominee)} can get at most ${say.count(possible)} of ${say.count(base)} votes, so the threshold${needed === undefined ? "" : ` of ${say.count(needed)}`} is out of reach.`,
  SeatsNeverFilled: ({ seats, fillable, namesMax, needed, base }, say) =>
    `With at most ${say.count(namesMax)} on a paper, and ${say.count(needed)} of ${say.count(base)} votes needed for each, at most ${say.count(fillable)} of the ${say.count(seats)} seats can be filled.`,
  ThresholdNotApplicable: ({ method }) =>
    `The method “${methodsEn[method]}” counts no papers in favour, so a share of papers cannot be a threshold.`,
  QuorumImpossible: ({ needed, possible, inVotes }, say) =>
    `The quorum is out of reach; ${inVotes ? "votes" : "units"} needed: ${say.count(needed)}, ${inVotes ? "votes of those" : "units"} that may take part: ${say.count(possible)}.`,
  BaseLeavesOutWritten: () =>
    "Absent units may vote in writing, so the threshold cannot be a share of the units present.",
  WrittenVotesNeedPapers: ({ form }) =>
    `The absent may vote in writing, which a ${formsEn[form]} cannot count.`,
  MethodFillsFewerSeats: ({ method, seatsMax }, say) =>
    `The method “${methodsEn[method]}” fills fewer seats; the most that it fills: ${say.count(seatsMax)}.`,
  MethodTakesFewerNominees: ({ method, nomineesMax }, say) =>
    `The method “${methodsEn[method]}” compares at most ${say.count(nomineesMax)} nominees.`,
  MethodNeedsPapers: ({ method, form }) =>
    `The method “${methodsEn[method]}” needs papers and cannot be counted by ${formsEn[form]}.`,
  SealNeedsBox: ({ form, selection }) =>
    `Only a secret ballot that counts papers has a box to seal; this ${selection === "consensus" ? `ballot chooses ${selectionsEn[selection]}` : `one is held by ${formsEn[form]}`}.`,
  EqualFirstNotCounted: ({ method }) =>
    `By the rules of the method “${methodsEn[method]}”, a paper that places several first is invalid and cannot be counted.`,
  MethodDoesNotConfirm: ({ method }) =>
    `The method “${methodsEn[method]}” does not confirm nominees one by one.`,
  NomineesNotHighest: ({ highest }, say) =>
    `The nominees to be confirmed must be those with the highest scores: ${say.units(highest)}.`,
  NomineesNotScored: ({ nominees }, say) =>
    `The vote confirms the highest scores, but there is no score for: ${say.units(nominees)}.`,
  NamesMaxAboveNominees: ({ namesMax, nominees }, say) =>
    `A paper may keep ${say.count(namesMax)} names, which is more than the nominees there are (${say.count(nominees)}).`,
  TellerTwice: ({ teller }) => `${teller} is listed twice among the tellers.`,
  TellerIsNominee: ({ teller, unit }, say) =>
    `${teller} is from ${say.unit(unit)}, which is nominated, and so cannot be a teller.`,
  TieDataMissing: ({ kind, nominees }, say) =>
    `${tieStepsEn[kind]} may have to break a tie, but there are no data for: ${say.units(nominees)}.`,
  TieDataTwice: ({ kind, unit }, say) =>
    `${tieStepsEn[kind]} may have to break a tie, but ${say.unit(unit)} has two figures.`,
  TieStepUnreachable: ({ step, kind }, say) =>
    `Step ${say.count(step)} for a tie (${tieStepsEn[kind]}) is never reached, because the step before it leaves the seat vacant.`,
  LotWithoutSource: () => "A lot may have to break a tie, but it has no source.",
  LotSourceTwice: ({ source }) => `A source of the lot is named twice: ${source}.`,

  RoomOfConference: () =>
    "The ballot is held at a conference: who is present, and who is represented, is taken from there.",
  BallotAtNoConference: () => "The ballot is held at no conference; units check in one by one.",
  ConferenceNotOpen: () => "The vote cannot open: the conference is not open, or too few units are there.",
  NotAnElector: ({ unit }, say) => `${say.unit(unit)} is not entitled to vote.`,
  UnitRecused: ({ unit }, say) => `${say.unit(unit)} is recused, because the matter concerns it.`,
  UnitAbsent: ({ unit }, say) =>
    `${say.unit(unit)} is absent, not represented, and was not asked in writing.`,
  UnitPresent: ({ unit }, say) => `${say.unit(unit)} is present, or represented.`,
  VoteBeganWithout: ({ unit }, say) =>
    `The vote began without ${say.unit(unit)}, which therefore takes no part in it.`,
  ProxyToSelf: ({ unit }, say) => `${say.unit(unit)} cannot be its own proxy.`,
  ProxyChained: ({ principal, holder }, say) =>
    `Nobody may pass a proxy on: ${say.unit(principal)} or ${say.unit(holder)} has another proxy.`,
  ProxyTaken: ({ principal, holder }, say) =>
    `${say.unit(holder)} already holds the proxy of ${say.unit(principal)}.`,
  TooManyProxies: ({ holder, proxiesMax }, say) =>
    `${say.unit(holder)} may hold no more proxies; the most that one unit may hold: ${say.count(proxiesMax)}.`,
  WrittenVotesNotAllowed: () => "The terms do not let absent units vote in writing.",
  VotingDayMissing: () =>
    "The day of the vote is not recorded yet; no decision of the chair and no count record may be dated before it.",

  PaperAlreadyIssued: ({ unit }, say) => `${say.unit(unit)} has already been issued its paper.`,
  PaperNotIssued: ({ unit }, say) => `${say.unit(unit)} has been issued no paper.`,
  MorePapersThanIssued: ({ papers, issued }, say) =>
    `There are more papers (${say.count(papers)}) than were issued (${say.count(issued)}).`,
  AllPapersInBox: ({ deposited }, say) =>
    `All papers that were issued are in the box (${say.count(deposited)}), so none can be given back.`,
  CountRunsBackwards: ({ given, recorded }, say) =>
    `A running count cannot fall from ${say.count(recorded)} to ${say.count(given)}.`,
  CountLeaps: ({ given, recorded }, say) =>
    `A running count goes up one by one, not from ${say.count(recorded)} to ${say.count(given)}.`,
  BoxIsClosed: ({ deposited }, say) =>
    `The box is closed${deposited === undefined ? "" : `; papers in it: ${say.count(deposited)}`}.`,
  BoxNotSealed: () => "The terms ask for a seal, and the tellers have not sealed the box yet.",
  SealTaken: ({ sealed }, say) =>
    `The box is sealed already (papers: ${say.count(sealed)}); a seal is not replaced.`,
  PaperOfWrongKind: ({ method, kind }) =>
    `A paper ${paperKindsEn[kind]} cannot be counted by the method “${methodsEn[method]}”.`,
  InvalidReasonDoesNotFit: ({ method, reason }) =>
    `By the method “${methodsEn[method]}” and these terms, no paper is invalid for this reason: ${invalidReasonsEn[reason]}.`,
  VoteInvalid: ({ unit, reason }, say) =>
    `The vote of ${say.unit(unit)} is invalid: ${invalidReasonsEn[reason]}.`,
  SelfVote: ({ unit }, say) =>
    `${say.unit(unit)} may not vote for itself, with its own vote or for another unit.`,
  NoConsensusOn: ({ unit, elected }, say) =>
    `${say.unit(unit)} objected to the choice of ${say.units(elected)}, so there is no consensus on it.`,
  VoteNotCalled: ({ unit }, say) => `${say.unit(unit)} has called no vote yet.`,
  VoteTaken: ({ unit }, say) => `${say.unit(unit)} has already voted.`,

  NotATeller: ({ name }) => `${name} is not a teller.`,
  NotNominated: ({ unit }, say) => `${say.unit(unit)} is not nominated.`,
  TallyLineTwice: ({ nominee }, say) => `The tally has two lines for ${say.unit(nominee)}.`,
  TallyLineMissing: ({ nominee }, say) => `The tally has no line for ${say.unit(nominee)}.`,
  TallyImpossible: ({ nominee, votes, votesMax }, say) =>
    `${nominee === undefined ? "A total of the tally (papers, blank papers, or votes for all nominees together)" : `The total of votes or points on ${say.unit(nominee)}`} is ${say.count(votes)}, but can be ${say.count(votesMax)} at most.`,
  RecountDue: ({ form, reading }, say) =>
    `The figures do not agree; first ${form === "showOfHands" ? "hands must be raised" : "the papers must be counted"} again (count no. ${say.count(reading)}), or the ballot annulled.`,
  ReadingNotDue: ({ reading, due }, say) =>
    `Count no. ${say.count(reading)} is not due; the next is no. ${say.count(due)}.`,

  NoTie: () => "There is no tie for this step to break.",
  TieStepNotDue: ({ step, due, kind }, say) =>
    `Step ${say.count(step)} is not due; the next step is no. ${say.count(due)}, ${tieStepsEn[kind]}.`,
  RoundNotDue: ({ round, due }, say) =>
    `Round ${say.count(round)} is not due; the next round is no. ${say.count(due)}.`,
  RunOffNotCalled: ({ round, call }, say) =>
    `No run-off of round ${say.count(round)} is open${call === undefined ? "" : ` as call no. ${say.count(call)}`}: it has not been called, or was called again.`,
  NotTied: ({ unit }, say) => `${say.unit(unit)} is not among the tied.`,
  NamedTwice: ({ unit }, say) => `${say.unit(unit)} is named twice.`,
  NobodyNamed: () => "Nobody is named; the units must agree on at least one.",
  TooManyElected: ({ elected, seats }, say) =>
    `More are named (${say.count(elected)}) than are to be elected (${say.count(seats)}).`,
  TooFewElected: ({ elected, seats }, say) =>
    `Fewer are named (${say.count(elected)}) than are to be elected (${say.count(seats)}).`,
  NotACompletion: ({ elected }, say) =>
    `By the method of this ballot these cannot be elected together: ${say.units(elected)}.`,
  ChairMissing: () =>
    "The chair may have to decide a tie, so the conference must name the unit in the chair before the vote.",
  ChairNotAsked: () => "The terms let no chair decide in a tie.",
  ChairTaken: ({ chair }, say) => `${say.unit(chair)} is already named to decide in a tie.`,
  NotTheChair: ({ chair, named }, say) =>
    `${say.unit(chair)} is not named to decide in a tie${named === undefined ? "; nobody is" : `; ${say.unit(named)} is`}.`,
  ChairIsTied: ({ chair }, say) => `${say.unit(chair)} is among the tied and cannot decide for itself.`,
  LotNotAnnounced: () => "The candidates and sources of the lot have not been announced.",
  LotSourcesDiffer: ({ announced }, say) => `The lot must use the announced sources: ${say.list(announced)}.`,
  SourceDrawnBefore: ({ drawn }, say) =>
    `A source was drawn before and gave other values (${say.list(drawn.map(({ source, values }) => `${source}: ${values.join(", ")}`))}).`,
  RunOffDoesNotFit: ({ open, tied }, say) =>
    open === 0
      ? "The run-off leaves no seat to be tied for: those elected take all of them."
      : `In a run-off, units are tied only where they are more than the seats left to them; seats left: ${say.count(open)}, units given as tied: ${say.count(tied)}.`,

  TieStepsLeft: ({ due, kind }, say) =>
    `The tie is not broken yet: the next step is no. ${say.count(due)}, ${tieStepsEn[kind]}.`,
  AnnulmentGroundAbsent: ({ ground }) =>
    `The ballot cannot be annulled on this ground: ${groundsEn[ground]}.`,
  EndsBeforeItStarts: ({ startedAt, endedAt }) =>
    `The end (${hourEn(endedAt)}) is before the beginning (${hourEn(startedAt)}).`,
  ParticularsNeedPapers: () =>
    "The particulars give figures of papers, and this ballot is held without papers.",
  PrintedDoNotAddUp: ({ printed, issued, spoiled, leftOver }, say) =>
    `The papers printed (${say.count(printed)}) are not those issued (${say.count(issued)}), those spoiled and replaced (${say.count(spoiled)})${leftOver === undefined ? "" : ` and those never handed out (${say.count(leftOver)})`}.`,
  IssuedDoNotAddUp: ({ issued, returned, unreturned }, say) =>
    `The papers issued (${say.count(issued)}) are not those returned (${say.count(returned)}) and those never returned (${say.count(unreturned)}).`,
  RunOffTaken: ({ certification }, say) =>
    `The run-off already has a result, by count record no. ${say.count(certification)}. Only a later record can change it.`,
  RunOffBallotTaken: ({ round }, say) =>
    `This ballot is the run-off of round ${say.count(round)} already; each run-off is a ballot of its own.`,
  NoChallengeUpheld: () => "No challenge has been upheld, so what was counted cannot be replaced as a whole.",
  HeadDidNotSign: ({ head }) => `${head}, the head of the tellers, has not signed.`,
  TooFewSignatures: ({ signatures, needed }, say) =>
    `Signatures so far: ${say.count(signatures)}; at least ${say.count(needed)} are needed.`,
  RecordNotSigned: () =>
    "No record of the count has been signed yet, and a complaint is about a signed record.",
  ChallengeTaken: ({ challenge }, say) =>
    `${complaintEn(challenge, `challenge ${quoted(challenge)}`, say)} already exists with different contents.`,
  ChallengeUnknown: ({ challenge }) => `There is no challenge “${challenge}”.`,
  ChallengeDecided: ({ challenge }, say) =>
    `${complaintEn(challenge, `challenge ${quoted(challenge)}`, say)} has already been decided.`,
  ChallengesPending: ({ challenges }, say) =>
    `Challenges are still pending: ${say.list(challenges.map((one) => complaintEn(one, quoted(one), say)))}.`,
  TooManyChallenges: ({ challengesMax }, say) =>
    `A ballot takes at most ${say.count(challengesMax)} challenges.`,
  ComplaintsStillPossible: ({ until }, say) => `Complaints may still be made until ${say.date(until)}.`,
};
