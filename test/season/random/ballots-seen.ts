import type { Terms } from "../../../src/ballot/terms.ts";
import { sameHonour } from "../../../src/vocabulary/honour.ts";
import type { UnitId } from "../../../src/vocabulary/unit.ts";
import type { Desk, Year } from "./office.ts";

// What the office sees of the ballots of a bloc and a season.

export type Purpose = Terms["purpose"];
export type Seen = Exclude<ReturnType<typeof ballotIn>, undefined>;

export const isSame = (a: Purpose, b: Purpose) =>
  a.kind === "honour" && b.kind === "honour" ? sameHonour(a.honour, b.honour) : a.kind === b.kind;

/** A ballot that has begun. */
export function ballotIn(desk: Desk, id: string) {
  const state = desk.stateOf("Ballot", id);
  return state.status === "blank" ? undefined : { id, ...state };
}

/** Of one purpose, in the order in which they were opened; no run-off, and no re-vote of one, elects by itself. */
export function ballotsOf(desk: Desk, { bloc, season }: Year, purpose: Purpose): Seen[] {
  return desk.idsOf("Ballot").flatMap((id) => {
    const seen = ballotIn(desk, id);
    if (!seen || seen.terms.season !== season || !isSame(seen.terms.purpose, purpose)) return [];
    return blocOf(desk, seen) === bloc && !isRunOff(desk, seen) ? [seen] : [];
  });
}

export function isRunOff(desk: Desk, { terms: { follows } }: Seen): boolean {
  if (follows?.kind !== "revote") return follows?.kind === "runOff";
  const before = ballotIn(desk, follows.ballot);
  return before !== undefined && isRunOff(desk, before);
}

function blocOf(desk: Desk, { terms: { conference, bloc } }: Seen): string | undefined {
  if (conference === undefined) return bloc;
  const state = desk.stateOf("Conference", conference);
  return state.status === "blank" ? undefined : state.invitation.bloc;
}

export const isSigned = ({ status }: Seen) => status === "certified" || status === "final";

/** The last one with a record that holds. */
export const lastSigned = (desk: Desk, year: Year, purpose: Purpose): Seen | undefined =>
  ballotsOf(desk, year, purpose).findLast(isSigned);

/** Whom ballots have elected so far. */
export const electedTo = (desk: Desk, year: Year, purpose: Purpose): UnitId[] =>
  ballotsOf(desk, year, purpose).flatMap((seen) =>
    seen.status === "certified" || seen.status === "final" ? seen.outcome.elected : [],
  );

/** The run-off that a ballot has called and that has not been voted on. */
export const runOffOf = (desk: Desk, ballot: string): Seen | undefined =>
  desk
    .idsOf("Ballot")
    .flatMap((id) => ballotIn(desk, id) ?? [])
    .findLast(({ terms: { follows } }) => follows?.kind === "runOff" && follows.ballot === ballot);
