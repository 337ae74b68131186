import { accept, reject } from "../kernel/decision.ts";
import { canonicalPapers, wrongKindIn } from "./canonical-paper.ts";
import { flawOfVoter } from "./decide-roll.ts";
import type { BallotEvent, Discrepancy, PaperGroup } from "./messages.ts";
import type { PaperGroupRead } from "./paper.ts";
import { papersApart } from "./reconciliation.ts";
import { mayVote, presenceOf, receiverOf, rollCount } from "./roll.ts";
import {
  type Answer,
  type Ballot,
  type Given,
  heldOtherwise,
  type Open,
  type Voting,
  wrongState,
} from "./state.ts";
import { votesOf } from "./weights.ts";

// The secret ballot, from the first paper to the opening of the box. Papers go out by name and come back without one.

export type Box = Extract<Voting, { form: "secret" }>;

export function issuePaper(state: Ballot, { unit }: Given<"IssuePaper">): Answer {
  if (state.status === "blank") return wrongState(state, "voting");
  const { voting, terms, roll } = state;
  if (voting.form !== "secret") return heldOtherwise(state);
  if (state.status !== "voting") return notVoting(state, voting);
  const flaw = flawOfVoter(terms, unit);
  if (flaw) return reject(flaw);
  if (presenceOf(roll, unit).paper !== undefined) return accept();
  if (!mayVote(roll, unit)) return reject({ type: "UnitAbsent", data: { unit } });
  const issued = votesOf(terms, [unit]);
  const receivedBy = receiverOf(roll, unit);
  return accept({ type: "PaperIssued", data: { unit, receivedBy, ...(issued > 1 && { issued }) } });
}

export function replacePaper(state: Ballot, { unit, spoiled }: Given<"ReplacePaper">): Answer {
  if (state.status === "blank") return wrongState(state, "voting");
  const { voting, roll } = state;
  if (voting.form !== "secret") return heldOtherwise(state);
  if (state.status !== "voting") return notVoting(state, voting);
  const { paper, spoiled: standing } = presenceOf(roll, unit);
  if (paper === undefined) return reject({ type: "PaperNotIssued", data: { unit } });
  if (spoiled === standing) return accept();
  if (spoiled < standing) return reject({ type: "CountRunsBackwards", data: { given: spoiled, standing } });
  if (spoiled > standing + 1) return reject({ type: "CountLeaps", data: { given: spoiled, standing } });
  return accept({ type: "PaperReplaced", data: { unit, spoiled } });
}

export function countDeposits(state: Ballot, { deposited }: Given<"CountDeposits">): Answer {
  if (state.status === "blank") return wrongState(state, "voting");
  const { voting } = state;
  if (voting.form !== "secret") return heldOtherwise(state);
  if (state.status !== "voting") return notVoting(state, voting);
  const { issued } = rollCount(state);
  if (deposited > issued)
    return reject({ type: "MorePapersThanIssued", data: { papers: deposited, issued } });
  if (deposited === voting.deposited) return accept();
  if (deposited < voting.deposited)
    return reject({ type: "CountRunsBackwards", data: { given: deposited, standing: voting.deposited } });
  return accept({ type: "DepositsCounted", data: { deposited } });
}

export function closeBox(state: Ballot): Answer {
  if (state.status === "blank") return wrongState(state, "voting");
  const { voting } = state;
  if (voting.form !== "secret") return heldOtherwise(state);
  if (state.status === "closed") return accept();
  if (state.status !== "voting") return wrongState(state, "voting");
  return accept({
    type: "BoxClosed",
    data: { issued: rollCount(state).issued, deposited: voting.deposited },
  });
}

export function openBox(state: Ballot, { papers }: Given<"OpenBox">): Answer {
  if (state.status === "blank") return wrongState(state, "closed");
  const { voting, terms } = state;
  if (voting.form !== "secret") return heldOtherwise(state);
  if (state.status !== "closed") return wrongState(state, "closed");
  const wrong = wrongKindIn(terms, papers);
  if (wrong) return wrongKind(state, wrong);
  const read = canonicalPapers(terms, papers);
  return accept<BallotEvent>(
    { type: "BoxOpened", data: { papers: read } },
    ...discrepancies(1, depositsAgainst(voting, read)),
  );
}

export function recountPapers(state: Ballot, { reading, papers, reason }: Given<"RecountPapers">): Answer {
  const allowed = ["discrepancy", "certified"] as const;
  if (state.status === "blank") return wrongState(state, ...allowed);
  const { voting, terms } = state;
  if (voting.form !== "secret") return heldOtherwise(state);
  if (state.status !== "discrepancy" && state.status !== "certified") return wrongState(state, ...allowed);
  const due = voting.reading + 1;
  if (reading !== due) return reject({ type: "ReadingNotDue", data: { reading, due } });
  const wrong = wrongKindIn(terms, papers);
  if (wrong) return wrongKind(state, wrong);
  const read = canonicalPapers(terms, papers);
  const differs = papersApart(voting.papers, read);
  return accept<BallotEvent>(
    { type: "PapersRecounted", data: { reading, papers: read, differs, reason } },
    ...discrepancies(reading, depositsAgainst(voting, read)),
  );
}

/** A box that holds more or fewer papers than were put in it has no result. */
function depositsAgainst({ deposited }: Box, papers: readonly PaperGroup[]): Discrepancy | undefined {
  const found = papers.reduce((sum, group) => sum + group.papers, 0);
  return found === deposited ? undefined : { kind: "deposits", deposited, found };
}

export function discrepancies(reading: number, discrepancy: Discrepancy | undefined): BallotEvent[] {
  return discrepancy ? [{ type: "DiscrepancyFound", data: { reading, discrepancy } }] : [];
}

function notVoting(state: Open, { deposited }: Box): Answer {
  if (state.status === "preparing") return wrongState(state, "voting");
  return reject({ type: "BoxIsClosed", data: { deposited } });
}

export function wrongKind({ terms }: Open, kind: PaperGroupRead["paper"]["kind"]): Answer {
  return reject({ type: "PaperOfWrongKind", data: { method: terms.method.kind, kind } });
}
