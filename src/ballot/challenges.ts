import { accept, objectionToDate, reject, unless } from "../kernel/decision.ts";
import { type Begun, type During, during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import type { BallotRejection } from "./messages.ts";
import { type Ballot, type Deciding, type EventData, type Evolving, laterOf } from "./state.ts";

// The complaints about a signed record. They are raised and answered while votes are counted again, too.

/** From the first signed record until the result is final; some of these come before that record as well. */
const open = ["voting", "unsealed", "discrepancy", "undecided", "decided", "certified"] as const;
type Open = During<Ballot, (typeof open)[number]>;
type Answered = EventData<"ChallengeUpheld">;

const challengesMax = 200;

export const decideChallenges: Deciding<"ChallengeResult" | "UpholdChallenge" | "DismissChallenge"> = {
  ChallengeResult: during(open, {
    already: ({ challenges }, complaint) => same(complaint, challenges.get(complaint.challenge)?.complaint),
    done: ({ raisedOn }) => raisedOn,
    decide(state, complaint) {
      const { terms, challenges, firstCertifiedOn, complaintsUntil } = state;
      const { challenge, challenger, raisedOn } = complaint;
      if (state.certifications === 0) return reject({ type: "RecordNotSigned", data: {} });
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

  UpholdChallenge: during(open, {
    already: (state, answer) => same(answerTo(state, answer.challenge, true), answer),
    done: ({ decidedOn }) => decidedOn,
    decide: (state, answer) =>
      unless(objectionToAnswer(state, answer), { type: "ChallengeUpheld", data: answer }),
  }),

  DismissChallenge: during(open, {
    already: (state, answer) => same(answerTo(state, answer.challenge, false), answer),
    done: ({ decidedOn }) => decidedOn,
    decide: (state, answer) =>
      unless(objectionToAnswer(state, answer), { type: "ChallengeDismissed", data: answer }),
  }),
};

export const evolveChallenges: Evolving<"ResultChallenged" | "ChallengeUpheld" | "ChallengeDismissed"> = {
  ResultChallenged: from(open, (state, complaint) => {
    if (state.certifications === 0) contradiction("no record is signed");
    if (state.challenges.has(complaint.challenge))
      contradiction(`challenge ${JSON.stringify(complaint.challenge)} was raised before`);
    state.challenges.set(complaint.challenge, { complaint, readings: readingsOf(state), remedied: false });
  }),
  ChallengeUpheld: from(open, (state, answer) => answered(state, answer, true)),
  ChallengeDismissed: from(open, (state, answer) => answered(state, answer, false)),
};

/** The challenges that were upheld, dismissed or not answered, and that no recount followed. */
export function pending({ challenges }: Begun<Ballot>, isUpheld: boolean | undefined): string[] {
  return [...challenges]
    .filter(([, { answer, remedied }]) => answer?.isUpheld === isUpheld && !remedied)
    .map(([id]) => id);
}

/** After a recount, nothing is left to do about the complaints that were upheld. */
export function remedied({ challenges }: Begun<Ballot>): Begun<Ballot>["challenges"] {
  return new Map(
    [...challenges].map(([id, challenge]) => [
      id,
      { ...challenge, remedied: challenge.answer?.isUpheld === true },
    ]),
  );
}

/** The answer that a challenge has, where it is of this kind. */
function answerTo({ challenges }: Begun<Ballot>, challenge: string, isUpheld: boolean): Answered | undefined {
  const answer = challenges.get(challenge)?.answer;
  return answer?.isUpheld === isUpheld
    ? { challenge, reason: answer.reason, decidedOn: answer.decidedOn }
    : undefined;
}

function objectionToAnswer(
  { challenges }: Open,
  { challenge, decidedOn }: Answered,
): BallotRejection | undefined {
  const known = challenges.get(challenge);
  if (!known) return { type: "ChallengeUnknown", data: { challenge } };
  if (known.answer) return { type: "ChallengeDecided", data: { challenge } };
  return objectionToDate(decidedOn, { earliest: known.complaint.raisedOn });
}

function answered(state: Open, { challenge, reason, decidedOn }: Answered, isUpheld: boolean): void {
  const known =
    state.challenges.get(challenge) ?? contradiction(`challenge ${JSON.stringify(challenge)} is unknown`);
  if (known.answer) contradiction(`challenge ${JSON.stringify(challenge)} is answered already`);
  known.answer = { isUpheld, reason, decidedOn };
  // Upheld between the recount that it led to and the record of that: whoever signs knows the answer.
  known.remedied = isUpheld && state.status !== "certified" && readingsOf(state) > known.readings;
  if (isUpheld && state.before) state.before.isChallenged = true;
  state.lastOn = laterOf(state.lastOn, decidedOn);
}

const readingsOf = ({ voting }: Open) => ("reading" in voting ? voting.reading : 1);
