import type { AwardCommand } from "../award/messages.ts";
import type { Id } from "../kernel/ids.ts";
import type { Addressed } from "../process/messages.ts";
import { policiesOf } from "../vocabulary/policies.ts";
import type { Claim } from "./claim.ts";
import { disciplinesOf, pauseOf, stepDayOf } from "./eligibility.ts";
import { matterText, type ReasonCode } from "./messages.ts";
import { isUndecided, type Nomination, type Nominations, owedBy, stands, voidUnder } from "./nomination.ts";
import { subject } from "./nomination-subject.ts";
import type { HonoursKnown, NominationsKnown } from "./nominations-known.ts";
import type { Result } from "./results-known.ts";

/** What is claimed of an award: the part of its content by which it is found again once the claim is gone. */
export type Claimed = { award: Id; ballot: Id };
/** What is looked at: the facts, one season of them, and who is nominated in it. */
export type Around = { facts: NominationsKnown; season: HonoursKnown; nominations: Nominations };
type Keyed = readonly [key: string, claim: Claim];

export const to = (id: Id, command: AwardCommand): Addressed => ({ aggregate: "Award", id, command });

/** C1: who is elected and eligible has a proposal. It has one ballot behind it: another ballot makes another claim. */
export function proposals({ facts, season, nominations }: Around): Keyed[] {
  const { bloc, season: of } = season;
  return eachOwed(nominations).map(([one, result]) => {
    const { award, known } = one;
    const { honour, proposals: times } = known;
    const key = `award/${bloc}/${of}/${known.of}/${honour.kind}/${award}/${result.ballot}`;
    return [
      key,
      {
        law: "C1",
        content: { award, ballot: result.ballot, times },
        commands:
          known.led === result.ballot
            ? []
            : [to(award, proposal(facts, season, { one, result, nominations }))],
        unmet: matterText("ProposalNotMade", subject(season, one)),
      },
    ];
  });
}

function eachOwed({ all }: Nominations): [Nomination, Result][] {
  return [...all.values()].flatMap((one): [Nomination, Result][] => {
    const result = owedBy(one);
    return result ? [[one, result]] : [];
  });
}

/** A unit that was barred for a while is proposed anew on the day on which it no longer is. */
function proposal(
  facts: NominationsKnown,
  season: HonoursKnown,
  { one: { known }, result, nominations }: { one: Nomination; result: Result; nominations: Nominations },
): AwardCommand {
  const { ballot, certification, certifiedOn: cause } = result;
  const decidesEarly = !policiesOf(nominations.bylaws).decideAfterFinal;
  const basis = { kind: "ballot" as const, ballot, certification };
  return {
    type: "ProposeAward",
    data: {
      unit: known.of,
      bloc: season.bloc,
      season: season.season,
      honour: known.honour,
      basis: { ...basis, ...(decidesEarly && { decideAfterFinal: false as const }) },
      proposedOn: stepDayOf(facts, season, { known, ballot, cause }),
      excludedBy: [],
    },
  };
}

/** C2b: what is granted on a result that no longer holds goes no further, until another one stands behind it. */
export function voidings({ season, nominations }: Around): Keyed[] {
  return [...nominations.all.values()].flatMap((one): Keyed[] => {
    const lost = voidUnder(season, one);
    if (!lost) return [];
    const { award } = one;
    return [
      [
        `void/${award}/${lost.ballot}`,
        {
          law: "C2b",
          content: { award, ballot: lost.ballot },
          commands: [to(award, { type: "VoidBasis", data: lost })],
          unmet: matterText("GrantedOnVoidResult", subject(season, one)),
        },
      ],
    ];
  });
}

/** C5: once a result is final, so is the basis of each award that rests on it. */
export function confirmations({ season, nominations }: Around): Keyed[] {
  return eachOwed(nominations).flatMap(([one, { ballot, certification }]): Keyed[] => {
    const { award, known } = one;
    const finalisedOn = season.results.ballots.get(ballot)?.finalisedOn;
    const isOver = ["rejected", "declined", "revoked"].includes(known.stage ?? "");
    if (finalisedOn === undefined || isOver) return [];
    const { proposals: times } = known;
    return [
      [
        `final/${award}/${ballot}`,
        {
          law: "C5",
          content: { award, ballot, times },
          commands: [to(award, { type: "ConfirmBasis", data: { ballot, certification, finalisedOn } })],
          unmet: matterText("BasisNotConfirmed", subject(season, one)),
        },
      ],
    ];
  });
}

/** C31: what people have proposed without a ballot is withdrawn, too, once its unit is disciplined for the season. */
export function withdrawals({ facts, season, nominations }: Around): Keyed[] {
  return [...nominations.all.values()].flatMap((one): Keyed[] => {
    const { award, known } = one;
    const [discipline] = disciplinesOf(facts, season, known.unit);
    if (!discipline || one.result || !known.basis || !isUndecided(one)) return [];
    const { proposals: times } = known;
    const withdrawnOn = stepDayOf(facts, season, { known, cause: discipline.on });
    return [
      [
        `barred/${award}`,
        {
          law: "C31",
          content: { award, times },
          commands: [to(award, { type: "WithdrawProposal", data: { withdrawnOn, reason: "disciplined" } })],
          unmet: matterText("ProposalNotWithdrawn", subject(season, one)),
        },
      ],
    ];
  });
}

export type Suspended = Claimed & { ground: keyof typeof pauses };

/** C25, C31: nobody goes on with what is undecided once the unit has ended, and while it is under investigation. */
export function suspensions({ facts, season, nominations }: Around): Keyed[] {
  return [...nominations.all.values()].flatMap((one): Keyed[] => {
    const { award, known } = one;
    const behind = owedBy(one)?.ballot ?? (one.result ? undefined : stands(one) ? "" : undefined);
    const pause = pauseOf(facts, season, one);
    if (behind === undefined || !pause || !isUndecided(one) || known.suspended) return [];
    const { ground, on } = pause;
    const suspendedOn = stepDayOf(facts, season, { known, ballot: behind, cause: on });
    const data = { ground, suspendedOn, reason: pauses[ground].begun };
    return [
      [
        `suspended/${award}/${ground}/${behind}`,
        {
          law: ground === "unitEnded" ? "C25" : "C31",
          content: { award, ballot: behind, ground },
          commands: [to(award, { type: "SuspendConsideration", data })],
          unmet: matterText("ConsiderationNotSuspended", subject(season, one)),
        },
      ],
    ];
  });
}

type Pause = "unitEnded" | "underInvestigation" | "other";
export const pauses: Record<Pause, { begun: ReasonCode; over: ReasonCode }> = {
  unitEnded: { begun: "unitIsNoMember", over: "unitIsMemberAgain" },
  underInvestigation: { begun: "unitUnderInvestigation", over: "investigationOver" },
  other: { begun: "unitSuspended", over: "unitReinstated" },
};
