import type { BallotEvent } from "../../ballot/messages.ts";
import type { Phrases } from "../language.ts";
import { countEn, outcomeEn, recordEn } from "./ballot-count.ts";
import { openedEn, termsEn } from "./ballot-opening.ts";
import {
  among,
  beginningsEn,
  brokenByEn,
  complaintEn,
  discrepancyEn,
  groundsEn,
  particularsEn,
  proxyEndsEn,
  quorumEn,
  tallyEn,
  thisBallotEn,
  unlistedEn,
  voteEn,
} from "./ballot-words.ts";

export const ballotEventsEn: Phrases<BallotEvent> = {
  BallotOpened: (terms, say) => `${openedEn(terms, say)}.`,
  BallotRevised: (terms, say) =>
    `The terms of the ballot were revised before any ${terms.voting.form === "secret" ? "paper was issued" : "vote was given"}: ${termsEn(terms, say)}.`,
  RoomTaken: ({ present, proxies, openedOn }, say) => {
    const here = present.length === 0 ? "no elector" : say.units(present);
    const pairs = proxies.map(({ principal, holder }) => `${say.unit(holder)} for ${say.unit(principal)}`);
    const sitting = openedOn === undefined ? "which is not open" : `which opened on ${say.date(openedOn)}`;
    return `In the room of the conference, ${sitting}: ${here}${pairs.length > 0 ? `; by proxy: ${say.list(pairs)}` : ""}.`;
  },
  UnitCheckedIn: ({ unit }, say) => `${say.unit(unit)} is present.`,
  UnitLeft: ({ unit }, say) => `${say.unit(unit)} left.`,
  ProxyAccepted: ({ principal, holder }, say) =>
    `${say.unit(holder)} votes by proxy for ${say.unit(principal)}.`,
  ProxyRevoked: ({ principal, holder, ground }, say) =>
    `The proxy of ${say.unit(principal)} held by ${say.unit(holder)} ended, since ${proxyEndsEn[ground]}.`,
  UnitConsulted: ({ unit }, say) => `${say.unit(unit)}, absent, was asked to vote in writing.`,
  QuorumNotReached: (quorum, say) => `There is no quorum: ${quorumEn(quorum, say)}.`,
  VotingOpened: ({ openedOn, ...quorum }, say) =>
    `${beginningsEn[quorum.form ?? "secret"]}${openedOn === undefined ? "" : ` on ${say.date(openedOn)}`}: ${quorumEn(quorum, say)}.`,
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
    `The box was closed; papers issued: ${say.count(issued)}${deposited === undefined ? "" : `, in the box: ${say.count(deposited)}`}.`,
  BoxSealed: ({ sealed, root, signatories }, say) =>
    `The box was sealed before it was opened; papers sealed: ${say.count(sealed)}, root of the seal: ${root}, signed by ${say.list(signatories)}.`,
  BoxOpened: ({ papers }, say) =>
    `The box was opened; papers in it: ${say.count(papers.reduce((sum, group) => sum + group.papers, 0))}.`,
  TallySubmitted: ({ teller, tally }, say) => `${teller} counted: ${tallyEn(tally, say)}.`,
  DiscrepancyFound: ({ discrepancy }, say) =>
    `The figures do not agree, so there is no result: ${discrepancyEn(discrepancy, say)}.`,
  PapersRecounted: ({ reading, differs, reason }, say) =>
    `The papers were counted again (count no. ${say.count(reading)})${differs === 0 ? ", and all papers read the same" : `; papers that read differently: ${say.count(differs)}`}; reason: ${reason}.`,
  HandsRetaken: ({ reading }, say) => `Hands were raised again (show of hands no. ${say.count(reading)}).`,
  VotingDayCorrected: ({ openedOn }, say) => `Correction: the vote was held on ${say.date(openedOn)}.`,
  CalledVoteCorrected: ({ unit, vote, reason }, say) =>
    `Correction: ${say.unit(unit)} voted: ${voteEn(vote, say)}; reason: ${reason}.`,
  VoteCalled: ({ unit, vote }, say) => `${say.unit(unit)} voted: ${voteEn(vote, say)}.`,
  RollCallClosed: ({ called }, say) => `The roll-call ended; units that voted: ${say.count(called)}.`,
  BallotCounted: countEn,
  ResultConfirmed: ({ reading, certification }, say) =>
    `Count no. ${say.count(reading)} gave the same result as before${certification === undefined ? "" : `; count record no. ${say.count(certification)} stands`}.`,
  NomineesAcclaimed: ({ outcome }, say) =>
    `The units reached a consensus. ${outcomeEn(outcome, say, { isAgreed: true })}`,
  AcclamationVoided: ({ unit, reason }, say) =>
    `${say.unit(unit)} objected, so there is no consensus; reason: ${reason}.`,
  ChairNamed: ({ chair, namedOn }, say) =>
    `On ${say.date(namedOn)} the conference named ${say.unit(chair)} to decide in a tie.`,
  LotAnnounced: ({ candidates, seats, sources }, say) =>
    `A lot was announced: ${among(candidates, seats, say)}; drawn by: ${say.list(sources)}.`,
  RunOffCalled: ({ round, field, seats }, say) =>
    `Run-off no. ${say.count(round)} was called for ${say.count(seats)} to be elected among those tied: ${say.units(field)}.`,
  TieStepTaken: ({ by, outcome }, say) =>
    `The tie was handled by ${brokenByEn(by, say)}. ${outcomeEn(outcome, say)}`,
  TieStepKept: ({ by, outcome }, say) =>
    `The tie is the same as before, so what was done stands: ${brokenByEn(by, say)}. ${outcomeEn(outcome, say)}`,
  RunOffCorrected: ({ round, certification, outcome }, say) =>
    `The result of run-off no. ${say.count(round)} was corrected by its count record no. ${say.count(certification)}, and the result of this ballot with it. ${outcomeEn(outcome, say)}`,
  RunOffVoided: ({ round, reason, outcome }, say) =>
    `Run-off no. ${say.count(round)} counts for nothing; reason: ${reason}. ${outcomeEn(outcome, say)}`,
  TieLeftVacant: ({ tie, outcome }, say) =>
    `Still tied: ${say.units(tie.tied)}${tie.unlisted ? `; ${unlistedEn[tie.unlisted](say)}` : ""}; seats left vacant: ${say.count(tie.seats)}. ${outcomeEn(outcome, say)}`,
  ParticularsRecorded: (particulars, say) => {
    const given = particularsEn(particulars, say);
    return given === ""
      ? "The particulars of the count record were taken back."
      : `Particulars of the count record: ${given}.`;
  },
  BallotCertified: recordEn,
  ResultChallenged: ({ challenger, ground, raisedOn }, say) =>
    `${say.unit(challenger)} challenged the result on ${say.date(raisedOn)}: ${ground}.`,
  ChallengeUpheld: ({ challenge, reason, decidedOn }, say) =>
    `${complaintEn(challenge, "a challenge to the result", say)} was upheld on ${say.date(decidedOn)}; reason: ${reason}.`,
  ChallengeDismissed: ({ challenge, reason, decidedOn }, say) =>
    `${complaintEn(challenge, "a challenge to the result", say)} was dismissed on ${say.date(decidedOn)}; reason: ${reason}.`,
  BallotAnnulled: ({ ground, reason, annulledOn }, say) =>
    `${thisBallotEn(say)} was annulled on ${say.date(annulledOn)} (${groundsEn[ground]})${reason === groundsEn[ground] ? "" : `; reason: ${reason}`}.`,
  ResultFinalised: ({ outcome, finalisedOn }, say) =>
    `The result is final from ${say.date(finalisedOn)}. ${outcomeEn(outcome, say)}`,
};
