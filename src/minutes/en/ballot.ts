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
import type { Phrases, Say } from "../language.ts";

const forms = { secret: "secret ballot", showOfHands: "show of hands", rollCall: "roll-call" };

export const groundsEn: Record<AnnulmentGround, string> = {
  noQuorum: "want of a quorum",
  irregularity: "a breach of the bylaws",
  discrepancy: "figures that do not agree",
  challengeUpheld: "a challenge that was upheld",
  setAside: "having been set aside",
};

export const invalidReasonsEn: Record<InvalidReason, string> = {
  notIssued: "it is not one of those issued",
  tooManyNames: "it keeps too many names",
  addedName: "it adds a name that does not stand",
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
  for: "papers for",
  against: "papers against",
  points: "points",
};

export const ballotEventsEn: Phrases<BallotEvent> = {
  BallotOpened: ({ season, purpose, nominees, seats, electors, voting }, say) =>
    `A ballot by ${forms[voting.form]} was opened for ${purposeEn(purpose, say)} of ${season}: ${say.count(seats)} to be elected of ${say.units(nominees)}, by ${say.count(electors.length)} units entitled to vote, each needing ${say.bar(voting.threshold)}.`,
  BallotRevised: ({ nominees, seats }, say) =>
    `The terms of the ballot were revised before any paper was issued: ${say.count(seats)} to be elected of ${say.units(nominees)}.`,
  UnitCheckedIn: ({ unit }, say) => `${say.unit(unit)} is present.`,
  UnitLeft: ({ unit }, say) => `${say.unit(unit)} left.`,
  ProxyAccepted: ({ principal, holder }, say) =>
    `${say.unit(holder)} votes by proxy for ${say.unit(principal)}.`,
  ProxyRevoked: ({ principal, holder, ground }, say) =>
    `The proxy of ${say.unit(principal)} held by ${say.unit(holder)} ended, since ${ground === "principalPresent" ? "the principal is present" : "the holder left"}.`,
  UnitConsulted: ({ unit }, say) => `${say.unit(unit)}, absent, was asked to vote in writing.`,
  QuorumNotReached: ({ eligible, present, needed }, say) =>
    `There is no quorum: ${say.count(present)} of ${say.count(eligible)} units are present, and ${say.count(needed)} are needed.`,
  VotingOpened: ({ eligible, present, needed }, say) =>
    `Voting began: ${say.count(present)} of ${say.count(eligible)} units are present, and ${say.count(needed)} were needed.`,
  PaperIssued: ({ unit, receivedBy }, say) =>
    unit === receivedBy
      ? `${say.unit(unit)} was issued its paper.`
      : `The paper of ${say.unit(unit)} was issued to ${say.unit(receivedBy)}, its proxy.`,
  PaperReplaced: ({ unit, spoiled }, say) =>
    `A spoiled paper of ${say.unit(unit)} was replaced (${say.count(spoiled)} in all).`,
  DepositsCounted: ({ deposited }, say) => `The box now holds ${say.count(deposited)} papers.`,
  BoxClosed: ({ issued, deposited }, say) =>
    `The box was closed: ${say.count(issued)} papers issued, ${say.count(deposited)} in the box.`,
  BoxOpened: ({ papers }, say) =>
    `The box was opened: ${say.count(papers.reduce((sum, group) => sum + group.papers, 0))} papers.`,
  TallySubmitted: ({ teller, tally }, say) => `${teller} counted: ${tallyEn(tally, say)}.`,
  DiscrepancyFound: ({ discrepancy }, say) =>
    `The count does not agree, so there is no result: ${discrepancyEn(discrepancy, say)}.`,
  PapersRecounted: ({ reading, differs, reason }, say) =>
    `The papers were counted again, as reading ${say.count(reading)}${differs === 0 ? ", none of them otherwise than before" : `, ${say.count(differs)} of them otherwise than before`}, because: ${reason}.`,
  HandsRetaken: ({ reading }, say) => `Hands were raised again, as reading ${say.count(reading)}.`,
  VoteCalled: ({ unit, vote }, say) => `${say.unit(unit)} voted aloud: ${voteEn(vote, say)}.`,
  RollCallClosed: ({ called }, say) => `The roll-call ended; ${say.count(called)} units voted.`,
  BallotCounted: (count, say) => `${countEn(count, say)} ${outcomeEn(count.outcome, say)}`,
  NomineesAcclaimed: ({ outcome }, say) => `The units agreed by consensus. ${outcomeEn(outcome, say)}`,
  AcclamationVoided: ({ unit, reason }, say) =>
    `${say.unit(unit)} objected, so there is no consensus, because: ${reason}.`,
  LotAnnounced: ({ candidates, seats, sources }, say) =>
    `A lot for ${say.count(seats)} of ${say.units(candidates)} was announced, by ${say.list(sources)}.`,
  RunOffCalled: ({ round, field, seats }, say) =>
    `Run-off ${say.count(round)} was called among ${say.units(field)}, for ${say.count(seats)} to be elected.`,
  TieStepTaken: ({ by, outcome }, say) =>
    `The tie went to ${brokenByEn(by, say)}. ${outcomeEn(outcome, say)}`,
  TieLeftVacant: ({ tie, outcome }, say) =>
    `${say.units(tie.tied)} are still tied, so ${say.count(tie.seats)} of the seats stay vacant. ${outcomeEn(outcome, say)}`,
  BallotCertified: ({ certification, supersedes, signatories, certifiedOn, complaintsUntil, outcome }, say) =>
    `Record of the count ${say.count(certification)}${supersedes === undefined ? "" : ` (superseding record ${say.count(supersedes)})`} was signed by ${say.list(signatories)} on ${say.date(certifiedOn)}; complaints may be made until ${say.date(complaintsUntil)}. ${outcomeEn(outcome, say)}`,
  ResultChallenged: ({ challenge, challenger, ground, raisedOn }, say) =>
    `${say.unit(challenger)} challenged the result on ${say.date(raisedOn)} (${challenge}): ${ground}.`,
  ChallengeUpheld: ({ challenge, reason, decidedOn }, say) =>
    `Challenge ${challenge} was upheld on ${say.date(decidedOn)}, because: ${reason}.`,
  ChallengeDismissed: ({ challenge, reason, decidedOn }, say) =>
    `Challenge ${challenge} was dismissed on ${say.date(decidedOn)}, because: ${reason}.`,
  BallotAnnulled: ({ ground, reason, annulledOn }, say) =>
    `The ballot was annulled on ${say.date(annulledOn)} for ${groundsEn[ground]}: ${reason}.`,
  ResultFinalised: ({ outcome, finalisedOn }, say) =>
    `The result is final from ${say.date(finalisedOn)}. ${outcomeEn(outcome, say)}`,
};

function purposeEn(purpose: Purpose, say: Say): string {
  switch (purpose.kind) {
    case "honour":
      return say.honour(purpose.honour);
    case "chair":
      return "the chair";
    case "deputyChair":
      return "the deputy chair";
    case "other":
      return purpose.title;
  }
}

function tallyEn({ valid, invalid, blank, lines }: Tally, say: Say): string {
  const votes = lines.map((line) => `${say.count(line.for)} for ${say.unit(line.nominee)}`);
  return `${say.count(valid)} valid, ${say.count(invalid)} invalid, ${say.count(blank)} blank; ${say.list(votes)}`;
}

function discrepancyEn(discrepancy: Discrepancy, say: Say): string {
  switch (discrepancy.kind) {
    case "deposits":
      return `${say.count(discrepancy.deposited)} papers were deposited and ${say.count(discrepancy.found)} are in the box`;
    case "selfVote":
      return `the papers show that ${say.unit(discrepancy.nominee)} voted for itself`;
    default: {
      const items = discrepancy.differences.map(
        ({ figure, nominee, one, other }) =>
          `${figureNames[figure]}${nominee === undefined ? "" : ` of ${say.unit(nominee)}`} (${say.count(one)} and ${say.count(other)})`,
      );
      const between = discrepancy.kind === "tallies" ? "two tellers" : "the tellers and the papers";
      return `${between} differ in ${say.list(items)}`;
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
      return say.list(
        vote.scores.map(({ nominee, points }) => `${say.count(points)} points for ${say.unit(nominee)}`),
      );
    case "blank":
      return "no opinion";
    case "invalid":
      return invalidReasonsEn[vote.reason];
  }
}

function countEn(
  { figures, base, lines, secrecyImpossible }: DataOf<BallotEvent, "BallotCounted">,
  say: Say,
): string {
  const { issued, returned, valid, invalid, blank } = figures;
  const votes = lines.map(
    (line) =>
      `${say.unit(line.nominee)}: ${say.count(line.for)} for (${say.percent({ votes: line.for, base: base.figure })}), ${say.count(line.against)} against, ${say.count(line.noOpinion)} without opinion`,
  );
  const open =
    secrecyImpossible.length > 0
      ? ` No vote can be secret, since ${say.list(secrecyImpossible.map((one) => secrecy[one]))}.`
      : "";
  return `The count: ${say.count(issued)} papers issued, ${say.count(returned)} returned, ${say.count(valid)} valid, ${say.count(invalid)} invalid; blank among those returned: ${say.count(blank)}. ${votes.join("; ")}.${open}`;
}

export function outcomeEn({ elected, undecided, vacant }: Outcome, say: Say): string {
  const parts = [
    elected.length > 0 ? `Elected: ${say.units(elected)}` : "Nobody is elected",
    ...(undecided
      ? [`${say.units(undecided.tied)} are tied for ${say.count(undecided.seats)} of the seats`]
      : []),
    ...(vacant > 0 ? [`seats vacant: ${say.count(vacant)}`] : []),
  ];
  return `${parts.join("; ")}.`;
}

function brokenByEn(by: BrokenBy, say: Say): string {
  switch (by.kind) {
    case "runOff":
      return `run-off ${say.count(by.round)} (${by.ballot})`;
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
