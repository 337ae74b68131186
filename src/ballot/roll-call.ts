import { accept, reject, unless } from "../kernel/decision.ts";
import type { Begun } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { canonicalPaper, objectionToPapers, together } from "./canonical-paper.ts";
import { countPapers } from "./count.ts";
import { resulting } from "./counting-again.ts";
import { duringForm, fromForm } from "./form.ts";
import type { BallotEvent, BallotRejection } from "./messages.ts";
import type { PaperRead } from "./paper.ts";
import { expectVoter, markVoted, objectionToVote, objectionToVoter, receiverOf, votesOf } from "./roll.ts";
import { selfVoteIn } from "./self-vote.ts";
import { type Ballot, courseOf, type Deciding, type Evolving, type Voting } from "./state.ts";

// The roll-call: each unit votes aloud, and what was written down wrong is set right before the calls are counted.

type Calling = Begun<Ballot> & { voting: Extract<Voting, { form: "rollCall" }> };

export const decideRollCall: Deciding<"RecordCalledVote" | "CorrectCalledVote" | "CloseRollCall"> = {
  RecordCalledVote: duringForm(
    { rollCall: ["voting"] },
    {
      already: isCalled,
      decide(state, { unit, vote: read }) {
        const { terms, roll, voting } = state;
        const objection = objectionToCall(state, unit, read);
        if (objection) return reject(objection);
        if (voting.calls.has(unit)) return reject({ type: "VoteTaken", data: { unit } });
        return unless(objectionToVote({ terms, roll }, unit) ?? objectionToSelf(state, unit, read), {
          type: "VoteCalled",
          data: { unit, vote: canonicalPaper(terms, read) },
        });
      },
    },
  ),

  CorrectCalledVote: duringForm(
    { rollCall: ["voting"] },
    {
      already: isCalled,
      decide(state, { unit, vote: read, reason }) {
        const objection = objectionToCall(state, unit, read);
        if (objection) return reject(objection);
        if (!state.voting.calls.has(unit)) return reject({ type: "VoteNotCalled", data: { unit } });
        return unless(objectionToSelf(state, unit, read), {
          type: "CalledVoteCorrected",
          data: { unit, vote: canonicalPaper(state.terms, read), reason },
        });
      },
    },
  ),

  CloseRollCall: duringForm(
    { rollCall: ["voting"] },
    {
      already: (state) => "outcome" in state,
      decide(state) {
        const { terms, voting } = state;
        const calls = [...voting.calls].map(([unit, paper]) => ({ papers: votesOf(terms, [unit]), paper }));
        return accept<BallotEvent>(
          { type: "RollCallClosed", data: { called: voting.calls.size } },
          ...resulting(state, { reading: 1, ...countPapers(state, together(calls)) }),
        );
      },
    },
  ),
};

export const evolveRollCall: Evolving<"VoteCalled" | "CalledVoteCorrected" | "RollCallClosed"> = {
  VoteCalled: fromForm({ rollCall: ["voting"] }, ({ terms, roll, voting }, { unit, vote }) => {
    expectVoter(terms, unit);
    if (voting.calls.has(unit)) contradiction(`unit ${JSON.stringify(unit)} has voted already`);
    voting.calls.set(unit, vote);
    markVoted(roll, unit);
  }),
  CalledVoteCorrected: fromForm({ rollCall: ["voting"] }, ({ voting }, { unit, vote }) => {
    if (!voting.calls.has(unit)) contradiction(`unit ${JSON.stringify(unit)} has not voted`);
    voting.calls.set(unit, vote);
  }),
  RollCallClosed: fromForm({ rollCall: ["voting"] }, (state) => ({ ...courseOf(state), status: "closed" })),
};

function isCalled(
  { terms, voting }: Calling,
  { unit, vote }: { readonly unit: UnitId; readonly vote: PaperRead },
): boolean {
  return same(voting.calls.get(unit), canonicalPaper(terms, vote));
}

/** What stands against this vote aloud, whoever is there: of a unit without a vote, of another method, or invalid. */
function objectionToCall({ terms }: Calling, unit: UnitId, read: PaperRead): BallotRejection | undefined {
  const objection = objectionToVoter(terms, unit) ?? objectionToPapers(terms, [{ papers: 1, paper: read }]);
  if (objection) return objection;
  const vote = canonicalPaper(terms, read);
  return vote.kind === "invalid" ? { type: "VoteInvalid", data: { unit, reason: vote.reason } } : undefined;
}

function objectionToSelf(
  { terms, roll }: Calling,
  unit: UnitId,
  read: PaperRead,
): BallotRejection | undefined {
  const forItself = selfVoteIn(terms, canonicalPaper(terms, read), [unit, receiverOf(roll, unit)]);
  return forItself === undefined ? undefined : { type: "SelfVote", data: { unit: forItself } };
}
