import { decider } from "../kernel/decider.ts";
import * as after from "./decide-after.ts";
import * as count from "./decide-count.ts";
import * as papers from "./decide-papers.ts";
import * as roll from "./decide-roll.ts";
import * as ties from "./decide-ties.ts";
import {
  answered,
  changed,
  emptyVoting,
  hasVoted,
  heldOf,
  ladderFrom,
  laterOf,
  mark,
  onlyHere,
  readAgain,
  withoutProxy,
} from "./evolve.ts";
import { BallotCommand, BallotEvent, BallotRejection } from "./messages.ts";
import type { Ballot } from "./state.ts";

/**
 * A ballot (bỏ phiếu, bình chọn) that an assembly can trust: its terms are frozen before the first paper, quorum is
 * established before the vote, papers go out by name and come back without one, the box is opened once, two tellers
 * and the papers must agree, a tie climbs a ladder that was fixed before it was known, and nothing is overwritten.
 */
export const ballot = /* @__PURE__ */ decider<Ballot, BallotCommand, BallotEvent, BallotRejection>({
  name: "Ballot",
  commands: BallotCommand,
  events: BallotEvent,
  rejections: BallotRejection,
  initialState: { status: "blank" },

  decide: {
    OpenBallot: roll.openBallot,
    ReviseBallot: roll.reviseBallot,
    CheckIn: roll.checkIn,
    RecordDeparture: roll.recordDeparture,
    AcceptProxy: roll.acceptProxy,
    ConsultInWriting: roll.consultInWriting,
    OpenVoting: roll.openVoting,

    IssuePaper: papers.issuePaper,
    ReplacePaper: papers.replacePaper,
    CountDeposits: papers.countDeposits,
    CloseBox: papers.closeBox,
    OpenBox: papers.openBox,
    RecountPapers: papers.recountPapers,

    SubmitTally: count.submitTally,
    RetakeHands: count.retakeHands,
    RecordCalledVote: count.recordCalledVote,
    CloseRollCall: count.closeRollCall,
    AcclaimNominees: count.acclaimNominees,
    ObjectToAcclamation: count.objectToAcclamation,

    TakeTieStep: ties.takeTieStep,
    DecideTie: ties.decideTie,
    AnnounceLot: ties.announceLot,
    DrawLot: ties.drawLot,
    CallRunOff: ties.callRunOff,
    RecordRunOff: ties.recordRunOff,

    CertifyBallot: after.certifyBallot,
    ChallengeResult: after.challengeResult,
    UpholdChallenge: after.upholdChallenge,
    DismissChallenge: after.dismissChallenge,
    AnnulBallot: after.annulBallot,
    FinaliseResult: after.finaliseResult,
  },

  evolve: {
    BallotOpened: (_, terms) => ({
      status: "preparing",
      terms,
      roll: new Map(),
      voting: emptyVoting(terms),
      certifications: 0,
      challenges: new Map(),
      lastOn: "0001-01-01",
    }),
    BallotRevised(state, terms) {
      if (state.status === "blank") return undefined;
      return {
        ...heldOf(state),
        status: "preparing",
        terms,
        roll: onlyHere(state.roll, terms),
        voting: emptyVoting(terms),
      };
    },
    UnitCheckedIn: (state, { unit }) => mark(state, unit, { here: true }),
    UnitLeft: (state, { unit }) => mark(state, unit, { here: false }),
    ProxyAccepted: (state, { principal, holder }) => mark(state, principal, { holder }),
    ProxyRevoked: (state, { principal }) => withoutProxy(state, principal),
    UnitConsulted: (state, { unit }) => mark(state, unit, { consulted: true }),
    QuorumNotReached(state, figures) {
      if (state.status === "preparing") state.inquorate = figures;
    },
    VotingOpened: (state) => changed(state, "voting"),

    PaperIssued: (state, { unit }) => hasVoted(state, unit),
    PaperReplaced: (state, { unit, spoiled }) => mark(state, unit, { spoiled }),
    DepositsCounted(state, { deposited }) {
      if (state.status !== "blank" && state.voting.form === "secret") state.voting.deposited = deposited;
    },
    BoxClosed: (state) => changed(state, "closed"),
    BoxOpened: (state, { papers }) => readAgain(state, "unsealed", { reading: 1, papers }),
    TallySubmitted(state, { teller, tally }) {
      if (state.status !== "blank" && "tallies" in state.voting) state.voting.tallies.set(teller, tally);
    },
    DiscrepancyFound: (state, { discrepancy }) =>
      state.status === "blank" ? undefined : { ...heldOf(state), status: "discrepancy", discrepancy },
    PapersRecounted: (state, { reading, papers }) => readAgain(state, "unsealed", { reading, papers }),
    HandsRetaken: (state, { reading }) => readAgain(state, "voting", { reading, papers: [] }),
    VoteCalled(state, { unit, vote }) {
      if (state.status === "blank" || state.voting.form !== "rollCall") return;
      state.voting.calls.set(unit, vote);
      hasVoted(state, unit);
    },
    RollCallClosed: (state) => changed(state, "closed"),
    BallotCounted(state, { outcome, ...result }) {
      if (state.status === "blank") return undefined;
      const status = outcome.undecided ? "undecided" : "decided";
      return { ...heldOf(state), status, count: result, outcome, ladder: ladderFrom(1) };
    },
    NomineesAcclaimed: (state, { outcome }) =>
      state.status === "blank"
        ? undefined
        : { ...heldOf(state), status: "decided", outcome, ladder: ladderFrom(1) },
    AcclamationVoided: (state) =>
      state.status === "blank" ? undefined : { ...heldOf(state), status: "preparing" },

    LotAnnounced(state) {
      if (state.status === "undecided") state.ladder.lotAnnounced = true;
    },
    RunOffCalled(state, { round }) {
      if (state.status === "undecided") state.ladder.runOff = { round, open: true };
    },
    TieStepTaken(state, { by, outcome }) {
      if (state.status !== "undecided") return undefined;
      const status = outcome.undecided ? "undecided" : "decided";
      const step = ties.nextStep(state, by);
      const isSame = step === state.ladder.step;
      const ladder = {
        ...ladderFrom(step),
        ...(isSame && by.kind === "runOff" && { runOff: { round: by.round, open: false } }),
        brokenBy: [...state.ladder.brokenBy, by],
      };
      const lastOn = by.kind === "chairDecision" ? laterOf(state.lastOn, by.decidedOn) : state.lastOn;
      return { ...state, status, outcome, ladder, lastOn };
    },
    TieLeftVacant: (state, { outcome }) =>
      state.status === "undecided" ? { ...state, status: "decided", outcome } : undefined,

    BallotCertified(state, { certification, signatories, certifiedOn, complaintsUntil }) {
      if (state.status !== "decided" && state.status !== "undecided") return undefined;
      const certificate = { signatories, certifiedOn, complaintsUntil };
      const lastOn = laterOf(state.lastOn, certifiedOn);
      return { ...state, ...certificate, status: "certified", certifications: certification, lastOn };
    },
    ResultChallenged(state, complaint) {
      if (state.status !== "blank") state.challenges.set(complaint.challenge, { complaint, remedied: false });
    },
    ChallengeUpheld: (state, answer) => answered(state, "upheld", answer),
    ChallengeDismissed: (state, answer) => answered(state, "dismissed", answer),
    BallotAnnulled: (state, annulment) =>
      state.status === "blank" ? undefined : { ...heldOf(state), status: "annulled", annulment },
    ResultFinalised: (state, { finalisedOn }) =>
      state.status === "certified" ? { ...state, status: "final", finalisedOn } : undefined,
  },
});
