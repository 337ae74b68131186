import type {
  AnnulmentGround,
  BallotEvent,
  BrokenBy,
  Discrepancy,
  InvalidReason,
  Outcome,
  Purpose,
  Tally,
} from "../../ballot/messages.ts";
import type { DataOf } from "../../kernel/messages.ts";
import type { VotingRules } from "../../vocabulary/voting-rules.ts";
import type { Phrases, Say } from "../language.ts";
import { roundsEn } from "./count-rounds.ts";
import { thresholdEn } from "./voting-words.ts";

const openings = {
  secret: "A secret ballot",
  showOfHands: "A vote by show of hands",
  rollCall: "A roll-call vote",
  consensus: "A selection by consensus",
};

export const groundsEn: Record<AnnulmentGround, string> = {
  noQuorum: "no quorum",
  irregularity: "breach of the bylaws",
  discrepancy: "figures that do not agree",
  challengeUpheld: "challenge upheld",
  setAside: "set aside before it was held",
};

export const invalidReasonsEn: Record<InvalidReason, string> = {
  notIssued: "it is not a paper that was issued",
  tooManyNames: "it keeps too many names",
  addedName: "it adds a name that is not on the list",
  unreadable: "it cannot be read",
  contradictory: "it contradicts itself",
};

const secrecy = {
  fewPapers: "too few papers are valid",
  unanimous: "the papers are all the same",
  heavyUnit: "a unit with many votes must have cast some of the papers that agree",
};

const figureNames = {
  valid: "valid papers",
  invalid: "invalid papers",
  blank: "blank papers",
  for: "papers in favour",
  against: "papers against",
  points: "points",
};

export const ballotEventsEn: Phrases<BallotEvent> = {
  BallotOpened: ({ season, purpose, nominees, seats, electors, voting }, say) =>
    `${openings[voting.selection === "consensus" ? "consensus" : voting.form]} was opened for ${purposeEn(purpose, season, say)}: ${among(nominees, seats, say)}; units entitled to ${voting.selection === "consensus" ? "take part" : "vote"}: ${say.count(electors.length)}${rulesEn(voting, say)}.`,
  BallotRevised: ({ nominees, seats }, say) =>
    `The terms of the ballot were revised before any paper was issued: ${among(nominees, seats, say)}.`,
  UnitCheckedIn: ({ unit }, say) => `${say.unit(unit)} is present.`,
  UnitLeft: ({ unit }, say) => `${say.unit(unit)} left.`,
  ProxyAccepted: ({ principal, holder }, say) =>
    `${say.unit(holder)} votes by proxy for ${say.unit(principal)}.`,
  ProxyRevoked: ({ principal, holder, ground }, say) =>
    `The proxy of ${say.unit(principal)} held by ${say.unit(holder)} ended, since ${ground === "principalPresent" ? "the principal is present" : "the holder left"}.`,
  UnitConsulted: ({ unit }, say) => `${say.unit(unit)}, absent, was asked to vote in writing.`,
  QuorumNotReached: ({ eligible, present, needed, inVotes }, say) =>
    `There is no quorum: ${say.count(present)} of ${say.count(eligible)} ${inVotes ? "votes" : "units"} present, at least ${say.count(needed)} needed.`,
  VotingOpened: ({ eligible, present, needed, inVotes }, say) =>
    `Voting began: ${say.count(present)} of ${say.count(eligible)} ${inVotes ? "votes" : "units"} present, at least ${say.count(needed)} needed.`,
  PaperIssued: ({ unit, receivedBy, issued }, say) => {
    const papers = issued === undefined ? "paper" : `${say.count(issued)} papers`;
    return unit === receivedBy
      ? `${say.unit(unit)} was issued its ${papers}.`
      : `The ${papers} of ${say.unit(unit)} ${issued === undefined ? "was" : "were"} issued to ${say.unit(receivedBy)}, its proxy.`;
  },
  PaperReplaced: ({ unit, spoiled }, say) =>
    `A spoiled paper of ${say.unit(unit)} was replaced (spoiled so far: ${say.count(spoiled)}).`,
  DepositsCounted: ({ deposited }, say) => `Papers now in the box: ${say.count(deposited)}.`,
  BoxClosed: ({ issued, deposited }, say) =>
    `The box was closed; papers issued: ${say.count(issued)}, in the box: ${say.count(deposited)}.`,
  BoxOpened: ({ papers }, say) =>
    `The box was opened; papers in it: ${say.count(papers.reduce((sum, group) => sum + group.papers, 0))}.`,
  TallySubmitted: ({ teller, tally }, say) => `${teller} counted: ${tallyEn(tally, say)}.`,
  DiscrepancyFound: ({ discrepancy }, say) =>
    `The figures do not agree, so there is no result: ${discrepancyEn(discrepancy, say)}.`,
  PapersRecounted: ({ reading, differs, reason }, say) =>
    `The papers were counted again (count no. ${say.count(reading)})${differs === 0 ? ", none of them read differently" : `; papers read differently: ${say.count(differs)}`}; reason: ${reason}.`,
  HandsRetaken: ({ reading }, say) => `Hands were raised again (show of hands no. ${say.count(reading)}).`,
  VoteCalled: ({ unit, vote }, say) => `${say.unit(unit)} voted: ${voteEn(vote, say)}.`,
  RollCallClosed: ({ called }, say) => `The roll-call ended; units that voted: ${say.count(called)}.`,
  BallotCounted: (count, say) => `${countEn(count, say)} ${outcomeEn(count.outcome, say)}`,
  NomineesAcclaimed: ({ outcome }, say) => `The units agreed by consensus. ${outcomeEn(outcome, say)}`,
  AcclamationVoided: ({ unit, reason }, say) =>
    `${say.unit(unit)} objected, so there is no consensus; reason: ${reason}.`,
  LotAnnounced: ({ candidates, seats, sources }, say) =>
    `A lot was announced: ${among(candidates, seats, say)}; drawn by: ${say.list(sources)}.`,
  RunOffCalled: ({ round, field, seats }, say) =>
    `Run-off no. ${say.count(round)} was called for ${say.count(seats)} to be elected among those tied: ${say.units(field)}.`,
  TieStepTaken: ({ by, outcome }, say) =>
    `The tie was put to ${brokenByEn(by, say)}. ${outcomeEn(outcome, say)}`,
  TieLeftVacant: ({ tie, outcome }, say) =>
    `Still tied: ${say.units(tie.tied)}; seats left vacant: ${say.count(tie.seats)}. ${outcomeEn(outcome, say)}`,
  BallotCertified: ({ certification, supersedes, signatories, certifiedOn, complaintsUntil, outcome }, say) =>
    `Count record no. ${say.count(certification)}${supersedes === undefined ? "" : ` (superseding no. ${say.count(supersedes)})`} was signed by ${say.list(signatories)} on ${say.date(certifiedOn)}; complaints may be made until ${say.date(complaintsUntil)}. ${outcomeEn(outcome, say)}`,
  ResultChallenged: ({ challenge, challenger, ground, raisedOn }, say) =>
    `${say.unit(challenger)} challenged the result on ${say.date(raisedOn)} (challenge “${challenge}”): ${ground}.`,
  ChallengeUpheld: ({ challenge, reason, decidedOn }, say) =>
    `Challenge “${challenge}” was upheld on ${say.date(decidedOn)}; reason: ${reason}.`,
  ChallengeDismissed: ({ challenge, reason, decidedOn }, say) =>
    `Challenge “${challenge}” was dismissed on ${say.date(decidedOn)}; reason: ${reason}.`,
  BallotAnnulled: ({ ground, reason, annulledOn }, say) =>
    `The ballot was annulled on ${say.date(annulledOn)} (${groundsEn[ground]}); reason: ${reason}.`,
  ResultFinalised: ({ outcome, finalisedOn }, say) =>
    `The result is final from ${say.date(finalisedOn)}. ${outcomeEn(outcome, say)}`,
};

const among = (units: readonly string[], seats: number, say: Say) =>
  `${say.count(seats)} to be elected out of ${say.count(units.length)} (${say.units(units)})`;

/** What the votes have to reach. By consensus nothing is counted, so nothing has to be reached. */
function rulesEn({ selection, threshold, tieLadder }: VotingRules, say: Say): string {
  if (selection === "consensus") return "";
  const confirms = selection === "scoreThenConfirm" ? "; the vote confirms the highest scores" : "";
  return `${confirms}; ${thresholdEn(threshold, say)}; in a tie: ${say.ladder(tieLadder)}`;
}

function purposeEn(purpose: Purpose, season: string, say: Say): string {
  switch (purpose.kind) {
    case "honour":
      return `${say.honour(purpose.honour)} for ${season}`;
    case "chair":
      return `the chair for the term after ${season}`;
    case "deputyChair":
      return `the deputy chair for the term after ${season}`;
    case "other":
      return `${purpose.title} for ${season}`;
  }
}

function tallyEn({ valid, invalid, blank, lines }: Tally, say: Say): string {
  const votes = lines.map((line) => `${say.count(line.for)} for ${say.unit(line.nominee)}`);
  return `${say.count(valid)} valid, ${say.count(invalid)} invalid, ${say.count(blank)} blank; ${say.list(votes)}`;
}

function discrepancyEn(discrepancy: Discrepancy, say: Say): string {
  switch (discrepancy.kind) {
    case "deposits":
      return `papers deposited: ${say.count(discrepancy.deposited)}, papers found in the box: ${say.count(discrepancy.found)}`;
    case "selfVote":
      return `the papers show that ${say.unit(discrepancy.nominee)} voted for itself`;
    default: {
      const items = discrepancy.differences.map(
        ({ figure, nominee, one, other }) =>
          `${nominee === undefined ? "" : `for ${say.unit(nominee)}: `}${figureNames[figure]} ${say.count(one)} and ${say.count(other)}`,
      );
      const between = discrepancy.kind === "tallies" ? "two tellers" : "the tellers and the papers";
      return `${between} differ (${say.list(items)})`;
    }
  }
}

function voteEn(vote: DataOf<BallotEvent, "VoteCalled">["vote"], say: Say): string {
  switch (vote.kind) {
    case "opinions":
      return vote.for.length > 0 ? `for ${say.units(vote.for)}` : "for nobody";
    case "names":
      return `for ${say.units(vote.names)}`;
    case "ranking":
      return `in the order ${say.list(vote.ranking.map((group) => say.units(group)))}`;
    case "scores":
      return say.list(vote.scores.map(({ nominee, points }) => `${say.unit(nominee)}: ${say.count(points)}`));
    case "blank":
      return "no opinion";
    case "invalid":
      return `invalid, since ${invalidReasonsEn[vote.reason]}`;
  }
}

function countEn(
  { figures, base, lines, secrecyImpossible, rounds = [] }: DataOf<BallotEvent, "BallotCounted">,
  say: Say,
): string {
  const { issued, returned, valid, invalid, blank } = figures;
  const votes = lines.map(
    (line) =>
      `${say.unit(line.nominee)}: ${say.count(line.for)} for (${say.percent({ votes: line.for, base: base.figure })}), ${say.count(line.against)} against, ${say.count(line.noOpinion)} with no opinion`,
  );
  const inRounds = rounds.length > 0 ? ` ${roundsEn(rounds, say)}` : "";
  const open =
    secrecyImpossible.length > 0
      ? ` No vote can be secret, since ${say.list(secrecyImpossible.map((one) => secrecy[one]))}.`
      : "";
  return `Result of the count: papers issued ${say.count(issued)}, returned ${say.count(returned)}, valid ${say.count(valid)}, invalid ${say.count(invalid)}; blank among those returned: ${say.count(blank)}. Votes for each nominee: ${votes.join("; ")}.${open}${inRounds}`;
}

export function outcomeEn({ elected, undecided, vacant }: Outcome, say: Say): string {
  const parts = [
    elected.length > 0 ? `Elected: ${say.units(elected)}` : "Nobody is elected",
    ...(undecided
      ? [
          `tied for the ${undecided.seats === 1 ? "remaining seat" : `${say.count(undecided.seats)} remaining seats`}: ${say.units(undecided.tied)}`,
        ]
      : []),
    ...(vacant > 0 ? [`seats vacant: ${say.count(vacant)}`] : []),
  ];
  return `${parts.join("; ")}.`;
}

function brokenByEn(by: BrokenBy, say: Say): string {
  switch (by.kind) {
    case "runOff":
      return `run-off no. ${say.count(by.round)}`;
    case "score":
      return "the emulation scores";
    case "seniority":
      return "seniority";
    case "chairDecision":
      return `the decision of the chair, ${say.unit(by.chair)}, on ${say.date(by.decidedOn)}`;
    case "lot":
      return `the lot (${say.list(by.drawn.map(({ source, values }) => `${source}: ${values.join(", ")}`))})`;
    case "vacantSeat":
      return "the rule that the seat stays vacant";
  }
}
