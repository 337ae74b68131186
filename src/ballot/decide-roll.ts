import { accept, reject } from "../kernel/decision.ts";
import { same } from "../kernel/same.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { BallotEvent, BallotRejection, Terms } from "./messages.ts";
import { flawOfTerms } from "./opening.ts";
import { eligibleCount, isPresent, presenceOf, principalsOf, quorumNeeded, rollCount } from "./roll.ts";
import { type Answer, type Ballot, type Given, type Open, wrongState } from "./state.ts";
import { inVotes } from "./weights.ts";

type Gathering = Extract<Ballot, { status: "preparing" | "voting" }>;

// From the opening of the ballot to the opening of the vote: terms, who is here, who speaks for whom, quorum.

export function openBallot(state: Ballot, terms: Given<"OpenBallot">): Answer {
  if (state.status !== "blank")
    return same(terms, state.terms) ? accept() : reject({ type: "BallotTaken", data: {} });
  const flaw = flawOfTerms(terms);
  return flaw ? reject(flaw) : accept({ type: "BallotOpened", data: terms });
}

export function reviseBallot(state: Ballot, terms: Given<"ReviseBallot">): Answer {
  if (state.status === "blank") return wrongState(state, "preparing", "voting");
  if (same(terms, state.terms)) return accept();
  const cast = votesBegun(state);
  if (cast > 0 || (state.status !== "preparing" && state.status !== "voting"))
    return reject({ type: "RulesFrozen", data: { issued: cast } });
  const flaw = flawOfTerms(terms);
  return flaw ? reject(flaw) : accept({ type: "BallotRevised", data: terms });
}

/** How many papers are out, or votes called, or tallies given: from the first one on the terms are fixed. */
function votesBegun(state: Open): number {
  const { voting } = state;
  if (voting.form === "rollCall") return voting.calls.size;
  if (voting.form === "showOfHands") return voting.tallies.size;
  return rollCount(state).issued;
}

export function checkIn(state: Ballot, { unit }: Given<"CheckIn">): Answer {
  if (!isGathering(state)) return wrongState(state, "preparing", "voting");
  const flaw = flawOfVoter(state.terms, unit);
  if (flaw) return reject(flaw);
  const { here, holder, paper } = presenceOf(state.roll, unit);
  if (here) return accept();
  const arrived = { type: "UnitCheckedIn", data: { unit } } as const;
  // Whoever is here speaks for itself; only a paper that is out already stays out.
  if (holder === undefined || paper !== undefined) return accept(arrived);
  return accept<BallotEvent>(arrived, {
    type: "ProxyRevoked",
    data: { principal: unit, holder, ground: "principalPresent" },
  });
}

export function recordDeparture(state: Ballot, { unit }: Given<"RecordDeparture">): Answer {
  if (!isGathering(state)) return wrongState(state, "preparing", "voting");
  const flaw = flawOfVoter(state.terms, unit);
  if (flaw) return reject(flaw);
  if (!presenceOf(state.roll, unit).here) return accept();
  const lapsed = principalsOf(state.roll, unit).filter(
    (principal) => presenceOf(state.roll, principal).paper === undefined,
  );
  const revoked = lapsed.map((principal) => {
    return { type: "ProxyRevoked", data: { principal, holder: unit, ground: "holderLeft" } } as const;
  });
  return accept<BallotEvent>({ type: "UnitLeft", data: { unit } }, ...revoked);
}

export function acceptProxy(state: Ballot, { principal, holder }: Given<"AcceptProxy">): Answer {
  if (!isGathering(state)) return wrongState(state, "preparing", "voting");
  const flaw = flawOfVoter(state.terms, principal) ?? flawOfVoter(state.terms, holder);
  if (flaw) return reject(flaw);
  if (principal === holder) return reject({ type: "ProxyToSelf", data: { unit: principal } });
  const standing = presenceOf(state.roll, principal);
  if (standing.holder === holder) return accept();
  if (standing.holder !== undefined)
    return reject({ type: "ProxyTaken", data: { principal, holder: standing.holder } });
  if (standing.here) return reject({ type: "UnitPresent", data: { unit: principal } });
  if (standing.paper !== undefined) return reject({ type: "PaperAlreadyIssued", data: { unit: principal } });
  const held = principalsOf(state.roll, holder);
  if (presenceOf(state.roll, holder).holder !== undefined || principalsOf(state.roll, principal).length > 0)
    return reject({ type: "ProxyChained", data: { principal, holder } });
  const { proxiesMax } = state.terms.voting;
  if (held.length >= proxiesMax) return reject({ type: "TooManyProxies", data: { holder, proxiesMax } });
  return accept({ type: "ProxyAccepted", data: { principal, holder } });
}

export function consultInWriting(state: Ballot, { unit }: Given<"ConsultInWriting">): Answer {
  if (!isGathering(state)) return wrongState(state, "preparing", "voting");
  const flaw = flawOfVoter(state.terms, unit);
  if (flaw) return reject(flaw);
  if (!state.terms.procedure.writtenVotes) return reject({ type: "WrittenVotesNotAllowed", data: {} });
  if (presenceOf(state.roll, unit).consulted) return accept();
  if (isPresent(state.roll, unit)) return reject({ type: "UnitPresent", data: { unit } });
  return accept({ type: "UnitConsulted", data: { unit } });
}

export function openVoting(state: Ballot): Answer {
  if (state.status === "voting") return accept();
  if (state.status !== "preparing") return wrongState(state, "preparing");
  const eligible = eligibleCount(state.terms);
  const { present } = rollCount(state);
  const figures = {
    eligible,
    present,
    needed: quorumNeeded(state.terms.voting.quorum, eligible) ?? eligible,
    ...inVotes(state.terms),
  };
  if (present >= figures.needed && present > 0) return accept({ type: "VotingOpened", data: figures });
  return same(state.inquorate, figures) ? accept() : accept({ type: "QuorumNotReached", data: figures });
}

function isGathering(state: Ballot): state is Gathering {
  return state.status === "preparing" || state.status === "voting";
}

/** Why a unit has no vote in this ballot, if it has none. */
export function flawOfVoter({ electors, recused }: Terms, unit: UnitId): BallotRejection | undefined {
  if (!electors.includes(unit)) return { type: "NotAnElector", data: { unit } };
  return recused.includes(unit) ? { type: "UnitRecused", data: { unit } } : undefined;
}
