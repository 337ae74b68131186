import type { AwardCommand } from "../award/messages.ts";
import type { BallotEvent } from "../ballot/messages.ts";
import { derivedId, type Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { type Addressed, idOf, type Process } from "./process.ts";

type Certified = DataOf<BallotEvent, "BallotCertified">;

/** The id of the award that a ballot leads to for one unit. */
export function awardIdOf(ballot: Id, unit: UnitId): Id {
  return derivedId("award", ballot, unit);
}

/**
 * The units that a certified ballot elects to an honour are proposed for it. When a recount certifies another result,
 * or the ballot is annulled, the proposals without a basis are withdrawn. A run-off proposes nobody: the ballot that
 * called it does so once it is certified.
 */
export const proposeElected: Process = {
  name: "propose-elected",
  begin() {
    const proposed = new Map<Id, Set<UnitId>>();

    return (event) => {
      const ballot = idOf(event.metadata.stream);
      if (event.type === "BallotCertified") return certified(proposed, ballot, event.data);
      if (event.type !== "BallotAnnulled") return [];
      const { annulledOn, reason } = event.data;
      const units = forgotten(proposed, ballot, new Set());
      return withdrawals({ ballot, units, withdrawnOn: annulledOn, reason });
    };
  },
};

/** In the language of the documents, because the reason is stored and printed with them. */
const recounted = "Kết quả kiểm phiếu đã được xác nhận lại sau khi kiểm phiếu lại";

function certified(proposed: Map<Id, Set<UnitId>>, ballot: Id, data: Certified): Addressed[] {
  const { purpose, season, certifiedOn, outcome, follows } = data;
  if (purpose.kind !== "honour" || follows?.kind === "runOff") return [];
  const elected = new Set(outcome.elected);
  const gone = forgotten(proposed, ballot, elected);
  proposed.set(ballot, elected);
  const { honour } = purpose;
  const basis = { kind: "ballot" as const, ballot };
  const proposals = outcome.elected.map((unit) => {
    const data = { unit, season, honour, basis, proposedOn: certifiedOn, excludedBy: [] };
    const command: AwardCommand = { type: "ProposeAward", data };
    return { aggregate: "Award", id: awardIdOf(ballot, unit), command };
  });
  return [...withdrawals({ ballot, units: gone, withdrawnOn: certifiedOn, reason: recounted }), ...proposals];
}

/** The units that this ballot had proposed and no longer elects. */
function forgotten(proposed: Map<Id, Set<UnitId>>, ballot: Id, elected: ReadonlySet<UnitId>): UnitId[] {
  const before = proposed.get(ballot) ?? new Set();
  proposed.delete(ballot);
  return [...before].filter((unit) => !elected.has(unit));
}

function withdrawals({
  ballot,
  units,
  withdrawnOn,
  reason,
}: {
  ballot: Id;
  units: readonly UnitId[];
  withdrawnOn: CivilDate;
  reason: string;
}): Addressed[] {
  const command: AwardCommand = { type: "WithdrawProposal", data: { withdrawnOn, reason } };
  return units.map((unit) => ({ aggregate: "Award", id: awardIdOf(ballot, unit), command }));
}
