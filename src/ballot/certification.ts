import { objectionToDate, reject, unless } from "../kernel/decision.ts";
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

export const decideCertification: Deciding<"CertifyBallot" | "AnnulBallot" | "FinaliseResult"> = {
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

export const evolveCertification: Evolving<"BallotCertified" | "BallotAnnulled" | "ResultFinalised"> = {
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
  const { season, conference, bloc, purpose, bylawsVersion, voting, nominees, seats, follows, tellers } =
    terms;
  return {
    certification: certifications + 1,
    ...(certifications > 0 && { supersedes: certifications }),
    season,
    ...(conference !== undefined && { conference }),
    ...(bloc !== undefined && { bloc }),
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

/** Whether those who are there now would make the quorum. */
const isQuorate = ({ terms, roll }: Begun<Ballot>) => quorumOf(terms, fixed(terms, roll)).isReached;

const isRevote = ({ terms }: Begun<Ballot>) => terms.follows?.kind === "revote";

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
    // A ballot knows its own log only: a re-vote may be that of a run-off, or of a round.
    case "noTieLeft":
      return isRunOff(state.terms) || (isRevote(state) && state.status !== "final");
    case "roundVoid":
      return state.certifications === 0 && (state.terms.follows?.kind === "round" || isRevote(state));
    case "conferenceCancelled":
      return state.certifications === 0 && state.terms.conference !== undefined;
    case "authority":
      return true;
  }
}
