import { accept, reject, unless } from "../kernel/decision.ts";
import { type Begun, during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { roomElsewhere } from "./conference-room.ts";
import type { BallotEvent, BallotRejection } from "./messages.ts";
import { objectionToHolder, objectionToPair } from "./proxies.ts";
import { votesBegun } from "./revision.ts";
import {
  expectVoter,
  isPresent,
  mark,
  objectionToVoter,
  presenceOf,
  principalsOf,
  withoutProxy,
} from "./roll.ts";
import { type Ballot, type Deciding, type Evolving, untilClosed, untilResult } from "./state.ts";
import type { Terms } from "./terms.ts";

// The room of a ballot that is held at no conference: who comes and goes, who votes for whom. Units come and go until
// there is a result; whoever takes part in a vote is fixed when the vote opens. Of any ballot: who is asked in writing.

export const decideRoom: Deciding<
  "CheckIn" | "RecordDeparture" | "AcceptProxy" | "WithdrawProxy" | "ConsultInWriting"
> = {
  CheckIn: during(untilResult, {
    already: ({ roll }, { unit }) => presenceOf(roll, unit).here,
    decide(state, { unit }) {
      const { terms, roll } = state;
      const objection = roomElsewhere(state) ?? objectionToVoter(terms, unit);
      if (objection) return reject(objection);
      const { holder, paper } = presenceOf(roll, unit);
      const arrived = { type: "UnitCheckedIn", data: { unit } } as const;
      // A unit in the room casts its own vote. Only a paper that was issued before stays with its holder.
      if (holder === undefined || paper !== undefined) return accept(arrived);
      const ground = "principalPresent";
      return accept<BallotEvent>(arrived, {
        type: "ProxyRevoked",
        data: { principal: unit, holder, ground },
      });
    },
  }),

  RecordDeparture: during(untilResult, {
    already: ({ terms, roll }, { unit }) =>
      objectionToVoter(terms, unit) === undefined && !presenceOf(roll, unit).here,
    decide(state, { unit: holder }) {
      const { terms, roll } = state;
      const objection = roomElsewhere(state) ?? objectionToVoter(terms, holder);
      if (objection) return reject(objection);
      const revoked = principalsOf(roll, holder)
        .filter((principal) => presenceOf(roll, principal).paper === undefined)
        .map((principal): BallotEvent => {
          return { type: "ProxyRevoked", data: { principal, holder, ground: "holderLeft" } };
        });
      return accept({ type: "UnitLeft", data: { unit: holder } }, ...revoked);
    },
  }),

  AcceptProxy: during(untilClosed, {
    already: ({ roll }, { principal, holder }) => presenceOf(roll, principal).holder === holder,
    decide(state, { principal, holder }) {
      const { terms, roll } = state;
      const objection =
        roomElsewhere(state) ??
        objectionToPair(terms, principal, holder) ??
        objectionToPrincipal(state, principal) ??
        objectionToHolder({ terms, roll }, principal, holder) ??
        objectionToBegun(state, principal);
      return objection ? reject(objection) : accept({ type: "ProxyAccepted", data: { principal, holder } });
    },
  }),

  WithdrawProxy: during(untilClosed, {
    decide(state, { principal }) {
      const { holder } = presenceOf(state.roll, principal);
      const objection = roomElsewhere(state) ?? objectionToVoter(state.terms, principal);
      if (objection) return reject(objection);
      if (holder === undefined) return accept();
      return unless(objectionToVoted(state, principal), {
        type: "ProxyRevoked",
        data: { principal, holder, ground: "withdrawn" },
      });
    },
  }),

  ConsultInWriting: during(untilClosed, {
    already: ({ roll }, { unit }) => presenceOf(roll, unit).consulted,
    decide(state, { unit }) {
      const { terms, roll } = state;
      const objection = objectionToVoter(terms, unit);
      if (objection) return reject(objection);
      const notAllowed = objectionToWriting(terms);
      if (notAllowed) return reject(notAllowed);
      if (isPresent(roll, unit)) return reject({ type: "UnitPresent", data: { unit } });
      const tooLate = objectionToBegun(state, unit);
      if (tooLate) return reject(tooLate);
      return accept({ type: "UnitConsulted", data: { unit } });
    },
  }),
};

export const evolveRoom: Evolving<
  "UnitCheckedIn" | "UnitLeft" | "ProxyAccepted" | "ProxyRevoked" | "UnitConsulted"
> = {
  UnitCheckedIn: from(untilResult, ({ terms, roll }, { unit }) => {
    expectVoter(terms, unit);
    if (presenceOf(roll, unit).here) contradiction(`unit ${JSON.stringify(unit)} is in the room already`);
    mark(roll, unit, { here: true });
  }),
  UnitLeft: from(untilResult, ({ roll }, { unit }) => {
    if (!presenceOf(roll, unit).here) contradiction(`unit ${JSON.stringify(unit)} is not in the room`);
    mark(roll, unit, { here: false });
  }),
  ProxyAccepted: from(untilClosed, ({ terms, roll }, { principal, holder }) => {
    for (const unit of [principal, holder]) expectVoter(terms, unit);
    const { holder: current } = presenceOf(roll, principal);
    if (current !== undefined) contradiction(`unit ${JSON.stringify(principal)} has a proxy already`);
    mark(roll, principal, { holder });
  }),
  ProxyRevoked: from(untilResult, ({ roll }, { principal, holder }) => {
    if (presenceOf(roll, principal).holder !== holder)
      contradiction(`unit ${JSON.stringify(holder)} holds no proxy of unit ${JSON.stringify(principal)}`);
    withoutProxy(roll, principal);
  }),
  UnitConsulted: from(untilClosed, ({ terms, roll }, { unit }) => {
    expectVoter(terms, unit);
    if (presenceOf(roll, unit).consulted) contradiction(`unit ${JSON.stringify(unit)} is consulted already`);
    mark(roll, unit, { consulted: true });
  }),
};

/** Whoever came to the room, or was asked in writing, only after the first vote takes no part in this one. */
function objectionToBegun(state: Begun<Ballot>, unit: UnitId): BallotRejection | undefined {
  const isOutside = presenceOf(state.roll, unit).takesPart === undefined;
  return isOutside && votesBegun(state) > 0 ? { type: "VoteBeganWithout", data: { unit } } : undefined;
}

/** What stands against a vote in writing, whoever is asked. */
export function objectionToWriting({ procedure }: Terms): BallotRejection | undefined {
  return procedure.writtenVotes ? undefined : { type: "WrittenVotesNotAllowed", data: {} };
}

/** What stands against a proxy for this principal: it is absent, has no paper yet and gave no other proxy. */
function objectionToPrincipal(state: Begun<Ballot>, principal: UnitId): BallotRejection | undefined {
  const { holder: current, here } = presenceOf(state.roll, principal);
  if (current !== undefined) return { type: "ProxyTaken", data: { principal, holder: current } };
  if (here) return { type: "UnitPresent", data: { unit: principal } };
  return objectionToVoted(state, principal);
}

/** The paper of this unit is out; in a roll-call, its vote is called. */
function objectionToVoted({ roll, voting }: Begun<Ballot>, unit: UnitId): BallotRejection | undefined {
  if (presenceOf(roll, unit).paper === undefined) return undefined;
  if (voting.form === "rollCall") return { type: "VoteTaken", data: { unit } };
  return { type: "PaperAlreadyIssued", data: { unit } };
}
