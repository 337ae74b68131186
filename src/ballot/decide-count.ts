import { accept, reject } from "../kernel/decision.ts";
import { same } from "../kernel/same.ts";
import { canonicalPaper, together, wrongKindIn } from "./canonical-paper.ts";
import { countHands, countPapers, tallyOf } from "./count.ts";
import { type Box, discrepancies, wrongKind } from "./decide-papers.ts";
import { flawOfVoter } from "./decide-roll.ts";
import type { BallotEvent, Discrepancy, Outcome, Tally } from "./messages.ts";
import { outcomeFrom, settled, vacated } from "./outcome.ts";
import { discrepancyBetween, flawOfTally, selfVoteOn } from "./reconciliation.ts";
import { isPresent, mayVote, rollCount } from "./roll.ts";
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

type Hands = Extract<Voting, { form: "showOfHands" }>;

// From votes given to a result: two tellers who agree, with each other and with the papers; or calls; or consensus.

export function submitTally(state: Ballot, { teller, tally }: Given<"SubmitTally">): Answer {
  if (state.status === "blank") return wrongState(state, "unsealed");
  const { voting, terms } = state;
  if (voting.form !== "secret" && voting.form !== "showOfHands") return heldOtherwise(state);
  const awaited = voting.form === "secret" ? "unsealed" : "voting";
  if (state.status !== awaited) return wrongState(state, awaited);
  if (![terms.tellers.head, ...terms.tellers.members].some(({ name }) => name === teller))
    return reject({ type: "NotATeller", data: { name: teller } });
  const { issued, present } = rollCount(state);
  const flaw = flawOfTally(terms, tally, voting.form === "secret" ? issued : present);
  if (flaw) return reject(flaw);
  if (same(voting.tallies.get(teller), tally)) return accept();
  const submitted = { type: "TallySubmitted", data: { teller, reading: voting.reading, tally } } as const;
  const [other] = [...voting.tallies].filter(([name]) => name !== teller).map(([, standing]) => standing);
  if (other === undefined) return accept(submitted);
  const discrepancy = discrepancyIn(state, voting, { one: other, other: tally });
  if (discrepancy) return accept<BallotEvent>(submitted, ...discrepancies(voting.reading, discrepancy));
  const counted = voting.form === "secret" ? countPapers(state, voting.papers) : countHands(state, tally);
  return accept<BallotEvent>(submitted, ...countedAs(state, { reading: voting.reading, ...counted }));
}

function discrepancyIn(
  state: Open,
  voting: Box | Hands,
  tallies: { one: Tally; other: Tally },
): Discrepancy | undefined {
  const { one, other } = tallies;
  const apart = discrepancyBetween("tallies", one, other);
  if (apart || voting.form === "showOfHands") return apart ?? selfVoteOn(state, other);
  return discrepancyBetween("papers", other, tallyOf(state.terms, voting.papers)) ?? selfVoteOn(state, other);
}

/** The result, and at once what a tie comes to where the bylaws have no ladder for it. */
function countedAs(
  { terms }: Open,
  data: Extract<BallotEvent, { type: "BallotCounted" }>["data"],
): BallotEvent[] {
  const counted = { type: "BallotCounted", data } as const;
  const isParents = terms.follows?.kind === "runOff";
  if (terms.voting.tieLadder.length > 0 || isParents) return [counted];
  return [counted, ...leftVacant(data.outcome)];
}

/** Once the ladder has ended, what is still tied for stays vacant. */
export function leftVacant(outcome: Outcome): BallotEvent[] {
  const { undecided } = outcome;
  if (undecided === undefined) return [];
  return [{ type: "TieLeftVacant", data: { tie: undecided, outcome: settled(outcome, vacated(undecided)) } }];
}

export function retakeHands(state: Ballot, { reading }: Given<"RetakeHands">): Answer {
  if (state.status === "blank") return wrongState(state, "discrepancy");
  const { voting } = state;
  if (voting.form !== "showOfHands") return heldOtherwise(state);
  if (reading === voting.reading && reading > 1) return accept();
  if (state.status !== "discrepancy") return wrongState(state, "discrepancy");
  const due = voting.reading + 1;
  if (reading !== due) return reject({ type: "ReadingNotDue", data: { reading, due } });
  return accept({ type: "HandsRetaken", data: { reading } });
}

export function recordCalledVote(state: Ballot, { unit, vote }: Given<"RecordCalledVote">): Answer {
  if (state.status === "blank") return wrongState(state, "voting");
  const { voting, terms, roll } = state;
  if (voting.form !== "rollCall") return heldOtherwise(state);
  if (state.status !== "voting") return wrongState(state, "voting");
  const flaw = flawOfVoter(terms, unit);
  if (flaw) return reject(flaw);
  if (wrongKindIn(terms, [{ papers: 1, paper: vote }])) return wrongKind(state, vote.kind);
  const said = canonicalPaper(terms, vote);
  if (said.kind === "invalid") return reject({ type: "VoteInvalid", data: { unit, reason: said.reason } });
  const standing = voting.calls.get(unit);
  if (standing) return same(standing, said) ? accept() : reject({ type: "VoteTaken", data: { unit } });
  if (!mayVote(roll, unit)) return reject({ type: "UnitAbsent", data: { unit } });
  const isForItself = tallyOf(terms, together([{ papers: 1, paper: said }])).lines.some(
    (line) => line.nominee === unit && line.for > 0,
  );
  if (isForItself && !terms.voting.selfVote) return reject({ type: "SelfVote", data: { unit } });
  return accept({ type: "VoteCalled", data: { unit, vote: said } });
}

export function closeRollCall(state: Ballot): Answer {
  if (state.status === "blank") return wrongState(state, "voting");
  const { voting, terms } = state;
  if (voting.form !== "rollCall") return heldOtherwise(state);
  if (state.status !== "voting") return wrongState(state, "voting");
  const papers = together(
    [...voting.calls].map(([unit, paper]) => ({ papers: votesOf(terms, [unit]), paper })),
  );
  return accept<BallotEvent>(
    { type: "RollCallClosed", data: { called: voting.calls.size } },
    ...countedAs(state, { reading: 1, ...countPapers(state, papers) }),
  );
}

export function acclaimNominees(state: Ballot, { elected }: Given<"AcclaimNominees">): Answer {
  if (state.status === "blank") return wrongState(state, "voting");
  const { voting, terms } = state;
  if (voting.form !== "consensus") return heldOtherwise(state);
  if (state.status !== "voting") return wrongState(state, "voting");
  const { nominees, seats } = terms;
  const stranger = elected.find((unit) => !nominees.includes(unit));
  if (stranger !== undefined) return reject({ type: "NotNominated", data: { unit: stranger } });
  const twice = elected.find((unit, index) => elected.indexOf(unit) !== index);
  if (twice !== undefined) return reject({ type: "NamedTwice", data: { unit: twice } });
  if (elected.length > seats)
    return reject({ type: "TooManyElected", data: { elected: elected.length, seats } });
  if (elected.length === 0) return reject({ type: "TooFewElected", data: { elected: 0, seats } });
  const notElected = nominees.filter((unit) => !elected.includes(unit));
  const outcome = outcomeFrom({ elected, notElected, vacant: seats - elected.length });
  return accept({ type: "NomineesAcclaimed", data: { elected: outcome.elected, outcome } });
}

export function objectToAcclamation(state: Ballot, { unit, reason }: Given<"ObjectToAcclamation">): Answer {
  if (state.status === "blank") return wrongState(state, "decided");
  const { voting, terms, roll } = state;
  if (voting.form !== "consensus") return heldOtherwise(state);
  if (state.status !== "decided") return wrongState(state, "decided");
  const flaw = flawOfVoter(terms, unit);
  if (flaw) return reject(flaw);
  if (!isPresent(roll, unit)) return reject({ type: "UnitAbsent", data: { unit } });
  return accept({ type: "AcclamationVoided", data: { unit, reason } });
}
