import { accept, objectionToDate, reject, unless } from "../kernel/decision.ts";
import { type Begun, type During, during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import { dayMissing } from "./chair.ts";
import { pending } from "./challenges.ts";
import { methodOf, recountDue } from "./counting-again.ts";
import { isRunOff } from "./ladder.ts";
import type { BallotRejection } from "./messages.ts";
import { objectionToRecorded } from "./particulars.ts";
import { quorumOf } from "./quorum.ts";
import { fixed } from "./roll.ts";
import { objectionToSignatures } from "./signatures.ts";
import {
  type Ballot,
  type CommandData,
  courseOf,
  type Deciding,
  type EventData,
  type Evolving,
  lastDayOf,
  laterOf,
  untilFinal,
} from "./state.ts";

// The certification, from the signed record of the count to a result that is final, or that counts for nothing.

type Certified = During<Ballot, "certified">;
type Answered = EventData<"ChallengeUpheld">;

const challengesMax = 200;

export const decideCertification: Deciding<
  | "CertifyBallot"
  | "ChallengeResult"
  | "UpholdChallenge"
  | "DismissChallenge"
  | "AnnulBallot"
  | "FinaliseResult"
> = {
  CertifyBallot: during(["decided", "undecided"], {
    already: (state, signed) => state.status === "certified" && same(signed, certificateOf(state)),
    otherwise: recountDue,
    done: ({ certifiedOn }) => certifiedOn,
    decide(state, signed) {
      const { certifiedOn, complaintsUntil, signatories } = signed;
      const objection =
        objectionToTie(state) ??
        dayMissing(state) ??
        objectionToSignatures(state.terms, signatories) ??
        objectionToDate(certifiedOn, { earliest: lastDayOf(state) }) ??
        objectionToRecorded(state) ??
        objectionToDate(complaintsUntil, { earliest: laterOf(state.complaintsUntil, certifiedOn) });
      return unless(objection, { type: "BallotCertified", data: recordOf(state, signed) });
    },
  }),

  ChallengeResult: during(["certified"], {
    already: ({ challenges }, complaint) => same(complaint, challenges.get(complaint.challenge)?.complaint),
    done: ({ raisedOn }) => raisedOn,
    decide({ terms, challenges, firstCertifiedOn, complaintsUntil }, complaint) {
      const { challenge, challenger, raisedOn } = complaint;
      if (!terms.electors.includes(challenger) && !terms.nominees.includes(challenger))
        return reject({ type: "NotAnElector", data: { unit: challenger } });
      if (challenges.has(challenge)) return reject({ type: "ChallengeTaken", data: { challenge } });
      const objection = objectionToDate(raisedOn, { earliest: firstCertifiedOn, latest: complaintsUntil });
      if (objection) return reject(objection);
      if (challenges.size === challengesMax)
        return reject({ type: "TooManyChallenges", data: { challengesMax } });
      return accept({ type: "ResultChallenged", data: complaint });
    },
  }),

  UpholdChallenge: during(["certified"], {
    already: (state, answer) => same(answerTo(state, answer.challenge, true), answer),
    done: ({ decidedOn }) => decidedOn,
    decide: (state, answer) =>
      unless(objectionToAnswer(state, answer), { type: "ChallengeUpheld", data: answer }),
  }),

  DismissChallenge: during(["certified"], {
    already: (state, answer) => same(answerTo(state, answer.challenge, false), answer),
    done: ({ decidedOn }) => decidedOn,
    decide: (state, answer) =>
      unless(objectionToAnswer(state, answer), { type: "ChallengeDismissed", data: answer }),
  }),

  // Once its result is final, a ballot is annulled only on a ground from outside.
  AnnulBallot: during(untilFinal, {
    already: (state, annulment) => state.status === "annulled" && same(annulment, state.annulment),
    done: ({ annulledOn }) => annulledOn,
    decide(state, annulment) {
      const { ground, annulledOn } = annulment;
      if (!hasGround(state, ground)) return reject({ type: "AnnulmentGroundAbsent", data: { ground } });
      const objection = objectionToDate(annulledOn, { earliest: lastDayOf(state) });
      return unless(objection, { type: "BallotAnnulled", data: annulment });
    },
  }),

  FinaliseResult: during(["certified"], {
    already: (state, { finalisedOn }) => state.status === "final" && state.finalisedOn === finalisedOn,
    done: ({ finalisedOn }) => finalisedOn,
    decide(state, { finalisedOn }) {
      const { complaintsUntil: until, certifications: certification, outcome } = state;
      const challenges = [...pending(state, undefined), ...pending(state, true)];
      if (challenges.length > 0) return reject({ type: "ChallengesPending", data: { challenges } });
      if (finalisedOn <= until) return reject({ type: "ComplaintsStillPossible", data: { until } });
      const objection = objectionToDate(finalisedOn, { earliest: lastDayOf(state) });
      return unless(objection, { type: "ResultFinalised", data: { certification, outcome, finalisedOn } });
    },
  }),
};

export const evolveCertification: Evolving<
  | "BallotCertified"
  | "ResultChallenged"
  | "ChallengeUpheld"
  | "ChallengeDismissed"
  | "BallotAnnulled"
  | "ResultFinalised"
> = {
  BallotCertified: from(["decided", "undecided"], (state, record) => {
    const { certification, complaintsUntil } = record;
    if (certification !== state.certifications + 1)
      contradiction(`record ${certification} cannot follow record ${state.certifications}`);
    if (complaintsUntil < (state.complaintsUntil ?? complaintsUntil))
      contradiction(`complaints are possible until ${state.complaintsUntil}`);
    return {
      ...state,
      ...certificateOf(record),
      status: "certified",
      certifications: certification,
      firstCertifiedOn: state.firstCertifiedOn ?? record.certifiedOn,
      lastOn: laterOf(state.lastOn, record.certifiedOn),
    };
  }),
  ResultChallenged: from(["certified"], ({ challenges }, complaint) => {
    if (challenges.has(complaint.challenge))
      contradiction(`challenge ${JSON.stringify(complaint.challenge)} was raised before`);
    challenges.set(complaint.challenge, { complaint, remedied: false });
  }),
  ChallengeUpheld: from(["certified"], (state, answer) => answered(state, answer, true)),
  ChallengeDismissed: from(["certified"], (state, answer) => answered(state, answer, false)),
  BallotAnnulled: from(untilFinal, (state, annulment) => ({
    ...courseOf(state),
    status: "annulled",
    annulment,
  })),
  ResultFinalised: from(["certified"], (state, { certification, finalisedOn }) => {
    if (certification !== state.certifications)
      contradiction(`record ${state.certifications} is the last one`);
    const [open] = [...pending(state, undefined), ...pending(state, true)];
    if (open !== undefined) contradiction(`challenge ${JSON.stringify(open)} is pending`);
    return { ...state, status: "final", finalisedOn, lastOn: laterOf(state.lastOn, finalisedOn) };
  }),
};

/** What stands against a record with a tie: a step of the ladder is due. A run-off without one is certified tied. */
function objectionToTie(state: During<Ballot, "decided" | "undecided">): BallotRejection | undefined {
  if (state.status === "decided") return undefined;
  const { step } = state.ladder;
  const due = state.terms.voting.tieLadder[step - 1];
  return due && { type: "TieStepsLeft", data: { due: step, kind: due.kind } };
}

function recordOf(
  { terms, outcome, count, ladder, particulars, certifications }: During<Ballot, "decided" | "undecided">,
  signed: CommandData<"CertifyBallot">,
): EventData<"BallotCertified"> {
  const { season, conference, purpose, bylawsVersion, voting, nominees, seats, follows, tellers } = terms;
  return {
    certification: certifications + 1,
    ...(certifications > 0 && { supersedes: certifications }),
    season,
    ...(conference !== undefined && { conference }),
    purpose,
    bylawsVersion,
    form: voting.form,
    selection: voting.selection,
    ...methodOf(terms),
    nominees,
    seats,
    ...(count && { count }),
    outcome,
    brokenBy: ladder.taken.map(({ by }) => by),
    ...(follows && { follows }),
    tellers,
    ...(particulars && { particulars }),
    ...signed,
  };
}

function certificateOf({ signatories, certifiedOn, complaintsUntil }: CommandData<"CertifyBallot">) {
  return { signatories, certifiedOn, complaintsUntil };
}

/** The answer that a challenge has, where it is of this kind. */
function answerTo({ challenges }: Begun<Ballot>, challenge: string, isUpheld: boolean): Answered | undefined {
  const answer = challenges.get(challenge)?.answer;
  return answer?.isUpheld === isUpheld
    ? { challenge, reason: answer.reason, decidedOn: answer.decidedOn }
    : undefined;
}

function objectionToAnswer(
  { challenges }: Certified,
  { challenge, decidedOn }: Answered,
): BallotRejection | undefined {
  const known = challenges.get(challenge);
  if (!known) return { type: "ChallengeUnknown", data: { challenge } };
  if (known.answer) return { type: "ChallengeDecided", data: { challenge } };
  return objectionToDate(decidedOn, { earliest: known.complaint.raisedOn });
}

function answered(state: Certified, { challenge, reason, decidedOn }: Answered, isUpheld: boolean): void {
  const known =
    state.challenges.get(challenge) ?? contradiction(`challenge ${JSON.stringify(challenge)} is unknown`);
  if (known.answer) contradiction(`challenge ${JSON.stringify(challenge)} is answered already`);
  known.answer = { isUpheld, reason, decidedOn };
  state.lastOn = laterOf(state.lastOn, decidedOn);
}

/** Whether those who are there now would make the quorum. */
const isQuorate = ({ terms, roll }: Begun<Ballot>) => quorumOf(terms, fixed(terms, roll)).isReached;

function hasGround(state: Begun<Ballot>, ground: CommandData<"AnnulBallot">["ground"]): boolean {
  switch (ground) {
    case "noQuorum":
      return state.status === "preparing" && state.inquorate !== undefined && !isQuorate(state);
    case "discrepancy":
      return state.status === "discrepancy";
    case "challengeUpheld":
      return pending(state, true).length > 0;
    case "setAside":
      return state.status === "preparing";
    case "irregularity":
      return state.status !== "final";
    case "noTieLeft":
      return isRunOff(state.terms);
    case "authority":
      return true;
  }
}
