import { accept, reject } from "../kernel/decision.ts";
import type { CommandMetadata } from "../kernel/recorded.ts";
import { same } from "../kernel/same.ts";
import { type CivilDate, civilDateOf } from "../kernel/time.ts";
import type { AnnulmentGround, BallotRejection, Terms } from "./messages.ts";
import { type Answer, type Ballot, type Given, type Open, wrongState } from "./state.ts";

type Signable = Extract<Ballot, { status: "decided" | "undecided" }>;
type Certified = Extract<Ballot, { status: "certified" }>;

// From the signed record of the count to a result that is final, or to one that counts for nothing.

const challengesMax = 200;
const always = { from: "0001-01-01", until: "9999-12-31" };

export function certifyBallot(state: Ballot, signed: Given<"CertifyBallot">, now?: CommandMetadata): Answer {
  if (state.status === "certified" && same(signed, certificateOf(state))) return accept();
  if (!isSignable(state)) return wrongState(state, "decided");
  const { certifiedOn, complaintsUntil, signatories } = signed;
  const flaw =
    flawOfSignatures(state.terms, signatories) ??
    outside(certifiedOn, { ...always, from: state.lastOn }) ??
    outside(complaintsUntil, { ...always, from: certifiedOn }) ??
    inFuture(certifiedOn, now);
  if (flaw) return reject(flaw);
  const { terms, outcome, count, ladder, certifications } = state;
  const { season, conference, purpose, bylawsVersion, voting, nominees, seats, follows, tellers } = terms;
  return accept({
    type: "BallotCertified",
    data: {
      certification: certifications + 1,
      ...(certifications > 0 && { supersedes: certifications }),
      season,
      ...(conference !== undefined && { conference }),
      purpose,
      bylawsVersion,
      form: voting.form,
      selection: voting.selection,
      nominees,
      seats,
      ...(count && { count }),
      outcome,
      brokenBy: ladder.brokenBy,
      ...(follows && { follows }),
      tellers,
      ...signed,
    },
  });
}

/** A run-off may be certified with its tie, which its parent's ladder goes on with. */
function isSignable(state: Ballot): state is Signable {
  if (state.status === "decided") return true;
  if (state.status !== "undecided" || state.terms.follows?.kind !== "runOff") return false;
  return state.ladder.step > state.terms.voting.tieLadder.length;
}

/** Signed by the head and at least one more: those who counted, and whoever else of the tellers was there. */
function flawOfSignatures({ tellers }: Terms, signatories: readonly string[]): BallotRejection | undefined {
  const names = [tellers.head, ...tellers.members].map(({ name }) => name);
  const stranger = signatories.find((name) => !names.includes(name));
  if (stranger !== undefined) return { type: "NotATeller", data: { name: stranger } };
  if (!signatories.includes(tellers.head.name))
    return { type: "HeadDidNotSign", data: { head: tellers.head.name } };
  const signatures = new Set(signatories).size;
  return signatures < 2 ? { type: "TooFewSignatures", data: { signatures, needed: 2 } } : undefined;
}

export function challengeResult(
  state: Ballot,
  complaint: Given<"ChallengeResult">,
  now?: CommandMetadata,
): Answer {
  if (state.status !== "certified") return wrongState(state, "certified");
  const { challenge, challenger, raisedOn } = complaint;
  if (!state.terms.electors.includes(challenger) && !state.terms.nominees.includes(challenger))
    return reject({ type: "NotAnElector", data: { unit: challenger } });
  const standing = state.challenges.get(challenge);
  if (standing)
    return same(standing.complaint, complaint)
      ? accept()
      : reject({ type: "ChallengeTaken", data: { challenge } });
  const flaw =
    outside(raisedOn, { from: state.certifiedOn, until: state.complaintsUntil }) ?? inFuture(raisedOn, now);
  if (flaw) return reject(flaw);
  if (state.challenges.size === challengesMax)
    return reject({ type: "TooManyChallenges", data: { challengesMax } });
  return accept({ type: "ResultChallenged", data: complaint });
}

export function upholdChallenge(
  state: Ballot,
  given: Given<"UpholdChallenge">,
  now?: CommandMetadata,
): Answer {
  return answered(state, given, now) ?? accept({ type: "ChallengeUpheld", data: given });
}

export function dismissChallenge(
  state: Ballot,
  given: Given<"DismissChallenge">,
  now?: CommandMetadata,
): Answer {
  return answered(state, given, now) ?? accept({ type: "ChallengeDismissed", data: given });
}

/** Why a challenge cannot be answered now, if it cannot. */
function answered(
  state: Ballot,
  { challenge, decidedOn }: Given<"UpholdChallenge">,
  now: CommandMetadata | undefined,
): Answer | undefined {
  if (state.status !== "certified") return wrongState(state, "certified");
  const standing = state.challenges.get(challenge);
  if (!standing) return reject({ type: "ChallengeUnknown", data: { challenge } });
  if (standing.answer !== undefined) return reject({ type: "ChallengeDecided", data: { challenge } });
  const flaw =
    outside(decidedOn, { ...always, from: standing.complaint.raisedOn }) ?? inFuture(decidedOn, now);
  return flaw && reject(flaw);
}

export function annulBallot(state: Ballot, annulment: Given<"AnnulBallot">, now?: CommandMetadata): Answer {
  if (state.status === "annulled" && same(annulment, state.annulment)) return accept();
  if (state.status === "blank" || state.status === "annulled" || state.status === "final")
    return wrongState(
      state,
      "preparing",
      "voting",
      "closed",
      "unsealed",
      "discrepancy",
      "undecided",
      "decided",
      "certified",
    );
  const { ground, annulledOn } = annulment;
  if (!hasGround(state, ground)) return reject({ type: "AnnulmentGroundAbsent", data: { ground } });
  const flaw = outside(annulledOn, { ...always, from: state.lastOn }) ?? inFuture(annulledOn, now);
  return flaw ? reject(flaw) : accept({ type: "BallotAnnulled", data: annulment });
}

function hasGround(state: Open, ground: AnnulmentGround): boolean {
  switch (ground) {
    case "noQuorum":
      return state.status === "preparing" && state.inquorate !== undefined;
    case "discrepancy":
      return state.status === "discrepancy";
    case "challengeUpheld":
      return pending(state, "upheld").length > 0;
    case "setAside":
      return state.status === "preparing";
    case "irregularity":
      return true;
  }
}

export function finaliseResult(
  state: Ballot,
  { finalisedOn }: Given<"FinaliseResult">,
  now?: CommandMetadata,
): Answer {
  if (state.status === "final" && state.finalisedOn === finalisedOn) return accept();
  if (state.status !== "certified") return wrongState(state, "certified");
  const challenges = [...pending(state, undefined), ...pending(state, "upheld")];
  if (challenges.length > 0) return reject({ type: "ChallengesPending", data: { challenges } });
  const { complaintsUntil, certifications, outcome } = state;
  if (finalisedOn <= complaintsUntil)
    return reject({ type: "ComplaintsStillPossible", data: { until: complaintsUntil } });
  const flaw = outside(finalisedOn, { ...always, from: state.lastOn }) ?? inFuture(finalisedOn, now);
  return flaw
    ? reject(flaw)
    : accept({ type: "ResultFinalised", data: { certification: certifications, outcome, finalisedOn } });
}

/** Challenges with this answer that nothing has come of yet. */
function pending({ challenges }: Open, answer: "upheld" | undefined): string[] {
  return [...challenges]
    .filter(([, challenge]) => challenge.answer === answer && !challenge.remedied)
    .map(([id]) => id);
}

function certificateOf({ signatories, certifiedOn, complaintsUntil }: Certified): Given<"CertifyBallot"> {
  return { signatories, certifiedOn, complaintsUntil };
}

function outside(date: CivilDate, range: { from: CivilDate; until: CivilDate }): BallotRejection | undefined {
  if (date >= range.from && date <= range.until) return undefined;
  return { type: "DateOutsideBallot", data: { date, ...range } };
}

function inFuture(date: CivilDate, metadata: CommandMetadata | undefined): BallotRejection | undefined {
  const today = metadata && civilDateOf(metadata.now);
  if (today === undefined || date <= today) return undefined;
  return { type: "BallotDateInFuture", data: { date, today } };
}
