import { expect } from "vitest";
import type { AwardEvent, AwardStatus, ProposalBasis } from "../../src/award/messages.ts";

type Status = AwardStatus;
type Type = AwardEvent["type"];

const considered: Status[] = ["proposed", "vetted", "returned", "approved"];
const granted: Status[] = ["decided", "conferred"];

/** The state diagram of an award, written down by itself: from which statuses an event leads, and to which. */
const edges: Record<Type, { from: readonly Status[]; to?: Status }> = {
  AwardProposed: { from: ["blank", "withdrawn", ...considered], to: "proposed" },
  AwardWithdrawn: { from: considered, to: "withdrawn" },
  DossierSubmitted: { from: ["proposed"] },
  AwardPublished: { from: granted },
  AwardVetted: { from: ["proposed"], to: "vetted" },
  AwardReturned: { from: ["proposed", "vetted"], to: "returned" },
  AwardResubmitted: { from: ["returned"], to: "proposed" },
  ConsiderationSuspended: { from: considered },
  ConsiderationResumed: { from: considered },
  AwardApproved: { from: ["vetted"], to: "approved" },
  AwardRejected: { from: ["vetted"], to: "rejected" },
  AwardDecided: { from: ["proposed", "vetted", "approved"], to: "decided" },
  AwardConferred: { from: ["decided"], to: "conferred" },
  AwardDeclined: { from: [...considered, "decided"], to: "declined" },
  AwardRevoked: { from: granted, to: "revoked" },
  AwardRecovered: { from: ["revoked"] },
  AwardTransferred: { from: [...considered, "decided"] },
  BasisConfirmed: { from: [...considered, ...granted] },
  BasisVoid: { from: [...considered, ...granted] },
  BasisReplaced: { from: granted },
};

/** What may happen while the basis is void. */
export const evenVoid: readonly Type[] = [
  "AwardProposed",
  "BasisReplaced",
  "AwardWithdrawn",
  "AwardDeclined",
  "AwardRevoked",
  "AwardRecovered",
  "ConsiderationSuspended",
  "ConsiderationResumed",
];

/** Where an award stands on the diagram, and beside it: whether its basis is final or void, and whether it waits. */
export type Place = {
  status: Status;
  unit?: string;
  basis?: ProposalBasis;
  isFinal: boolean;
  isVoid: boolean;
  suspendedFor?: string;
  /** Whether the basis was replaced after the decision. */
  isReplaced: boolean;
};

export const start: Place = { status: "blank", isFinal: false, isVoid: false, isReplaced: false };

/** Whether the authority has to wait until the result of a ballot is final. */
export const waits = ({ basis }: Place) => basis?.kind === "ballot" && basis.decideAfterFinal !== false;

/** Walks one edge; throws where there is none, or where something beside it forbids it. */
export function walk(place: Place, event: AwardEvent): Place {
  const { from, to } = edges[event.type];
  const { isVoid, isFinal, suspendedFor, ...rest } = place;
  expect(from, `${event.type} from ${place.status}`).toContain(place.status);
  if (isVoid) expect(evenVoid).toContain(event.type);
  if (event.type === "AwardDecided" || event.type === "AwardConferred")
    expect(isFinal || !waits(place), `${event.type} on a result that is not final`).toBe(true);
  if (event.type === "AwardDecided" && place.basis?.kind !== "decision")
    expect(place.status).toBe("approved");
  const status = to ?? place.status;
  const waiting = suspendedFor === undefined ? {} : { suspendedFor };
  switch (event.type) {
    case "AwardProposed":
      if (considered.includes(place.status)) expect(isVoid, "proposed twice").toBe(true);
      return { ...start, status, unit: event.data.unit, basis: event.data.basis, ...waiting };
    case "BasisReplaced":
      expect(isVoid).toBe(true);
      return { ...rest, basis: event.data.basis, isFinal: false, isVoid: false, isReplaced: true };
    case "BasisConfirmed":
      return { ...place, isFinal: true };
    case "BasisVoid":
      return { ...place, isFinal: false, isVoid: true };
    case "ConsiderationSuspended":
      expect(suspendedFor).toBe(undefined);
      return { ...place, suspendedFor: event.data.ground };
    case "AwardTransferred":
      expect(event.data.from).toBe(place.unit);
      return {
        ...rest,
        isFinal,
        isVoid,
        unit: event.data.to,
        ...(suspendedFor === "unitEnded" ? {} : waiting),
      };
    default: {
      const ends: Type[] = ["ConsiderationResumed", "AwardWithdrawn", "AwardDeclined"];
      if (suspendedFor !== undefined) expect(ends).toContain(event.type);
      return { ...rest, status, isFinal, isVoid };
    }
  }
}
