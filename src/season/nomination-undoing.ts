import type { WithdrawalReason } from "../award/messages.ts";
import type { Id } from "../kernel/ids.ts";
import type { CivilDate } from "../kernel/time.ts";
import { sameHonour } from "../vocabulary/honour.ts";
import type { Undoing } from "./claim.ts";
import { disciplinesOf, stepDayOf } from "./eligibility.ts";
import { matterText } from "./messages.ts";
import { isGranted, isUndecided, lostOf, type Nomination, owedBy, stands } from "./nomination.ts";
import { type Around, pauses, type Suspended, to } from "./nomination-claims.ts";
import { subject } from "./nomination-subject.ts";

/** What nothing supports any more is withdrawn. What is decided stands: people are told. */
export function takenBack(around: Around, one: Nomination, ballot: Id): Undoing | undefined {
  const { season } = around;
  const { award, known } = one;
  const { basis } = known;
  if (basis !== undefined || known.restsFrom === ballot) return undefined;
  const lost = lostOf(season, ballot, known.of);
  if (isUndecided(one)) {
    const { cause, ...why } = reasonToWithdraw(around, one, ballot);
    const withdrawnOn = stepDayOf(around.facts, season, { known, ballot, cause });
    const commands = [to(award, { type: "WithdrawProposal", data: { withdrawnOn, ...why } })];
    return { commands, unmet: matterText("ProposalNotWithdrawn", subject(season, one)) };
  }
  // Another ballot stands behind it now, and it is proposed on that.
  if (!lost || !owedBy(one) || !isGranted(one)) return undefined;
  const commands = [to(award, { type: "VoidBasis", data: lost })];
  return { commands, unmet: matterText("GrantedOnVoidResult", subject(season, one)) };
}

function reasonToWithdraw(
  { facts, season, nominations }: Around,
  { known, result, bars, beatenBy }: Nomination,
  ballot: Id,
): { reason: WithdrawalReason; note?: string; cause?: CivilDate | undefined } {
  const lost = lostOf(season, ballot, known.of);
  if (lost) {
    const { reason, voidOn: cause, note } = lost;
    return { reason, cause, ...(note !== undefined && { note }) };
  }
  // An earlier result became known, and counts from then on.
  if (result?.ballot !== ballot) {
    const counted = nominations.results.find(({ honour }) => sameHonour(honour, known.honour))?.all[0];
    return { reason: "recounted", cause: counted?.certifiedOn };
  }
  if (bars.includes("disciplined"))
    return { reason: "disciplined", cause: disciplinesOf(facts, season, known.unit)[0]?.on };
  if (bars.length > 0) return { reason: "notEligible" };
  return { reason: "excluded", cause: beatenBy?.result?.certifiedOn ?? beatenBy?.known.lastOn };
}

/** It is considered again, where it is still there, and where the end of a unit has not been settled by its heir. */
export function resumed(
  { facts, season }: Around,
  one: Nomination,
  { ballot, ground }: Suspended,
): Undoing | undefined {
  const { award, known } = one;
  const isThere = ballot === "" ? stands(one) : owedBy(one)?.ballot === ballot;
  const isSettled = ground === "unitEnded" && known.unit !== known.of;
  if (!isThere || !isUndecided(one) || isSettled) return undefined;
  const resumedOn = stepDayOf(facts, season, { known, ballot });
  return {
    commands: [to(award, { type: "ResumeConsideration", data: { resumedOn, reason: pauses[ground].over } })],
    unmet: matterText("ConsiderationNotResumed", subject(season, one)),
  };
}
