import type { AwardCommand } from "../award/messages.ts";
import type { BallotEvent } from "../ballot/messages.ts";
import { derivedId, type Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { Addressed } from "../process/messages.ts";
import { type Process, process } from "../process/pure-process.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { SeasonEvent } from "./messages.ts";

type Certified = DataOf<BallotEvent, "BallotCertified">;

/** Whom each ballot elects to its honour, by its last record. */
type ElectedByBallot = { elected: Map<Id, readonly UnitId[]> };

/** The id of the award that a ballot leads to for one unit. */
export function awardIdOf(ballot: Id, unit: UnitId): Id {
  return derivedId("award", ballot, unit);
}

/**
 * The units that a certified ballot elects to an honour are proposed for it. When a recount certifies another result,
 * or the ballot is annulled, the proposals without a basis are withdrawn. A run-off proposes nobody: the ballot that
 * called it does so once it is certified.
 */
export const proposeElected: Process<ElectedByBallot, SeasonEvent> = /* @__PURE__ */ process<
  ElectedByBallot,
  SeasonEvent
>({
  name: "propose-elected",
  version: 1,
  initialState: { elected: new Map() },
  evolve: {
    BallotCertified({ elected }, data, { id }) {
      if (honourOf(data)) elected.set(id, data.outcome.elected);
    },
    BallotAnnulled({ elected }, _, { id }) {
      elected.delete(id);
    },
  },
  want: {
    BallotCertified({ elected }, data, { id }) {
      if (!honourOf(data)) return [];
      const { certifiedOn, outcome } = data;
      const gone = (elected.get(id) ?? []).filter((unit) => !outcome.elected.includes(unit));
      return [
        ...withdrawals(id, gone, { withdrawnOn: certifiedOn, reason: recounted }),
        ...proposals(id, data),
      ];
    },
    BallotAnnulled: ({ elected }, { annulledOn, reason }, { id }) =>
      withdrawals(id, elected.get(id) ?? [], { withdrawnOn: annulledOn, reason }),
  },
});

/** In the language of the documents, because the reason is stored and printed with them. */
export const recounted = "Kết quả kiểm phiếu đã được xác nhận lại sau khi kiểm phiếu lại";

/** The honour that a ballot proposes for. */
function honourOf({ purpose, follows }: Certified) {
  return purpose.kind === "honour" && follows?.kind !== "runOff" ? purpose.honour : undefined;
}

function proposals(ballot: Id, data: Certified): Addressed[] {
  const { season, certifiedOn: proposedOn, outcome } = data;
  const honour = honourOf(data);
  if (!honour) return [];
  return outcome.elected.map((unit) => {
    const basis = { kind: "ballot" as const, ballot };
    const proposal = { unit, season, honour, basis, proposedOn, excludedBy: [] };
    const command: AwardCommand = { type: "ProposeAward", data: proposal };
    return { aggregate: "Award", id: awardIdOf(ballot, unit), command };
  });
}

function withdrawals(
  ballot: Id,
  units: readonly UnitId[],
  data: { withdrawnOn: CivilDate; reason: string },
): Addressed[] {
  const command: AwardCommand = { type: "WithdrawProposal", data };
  return units.map((unit) => ({ aggregate: "Award", id: awardIdOf(ballot, unit), command }));
}
