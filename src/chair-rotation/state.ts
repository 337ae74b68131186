import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { Drawn } from "../vocabulary/lot.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { Calendar } from "./calendar.ts";
import type { Custody } from "./custody.ts";
import type { ChairRotationEvent } from "./events.ts";
import type { NominalFact } from "./nominal-facts.ts";
import type { Overlay } from "./overlays.ts";
import type { RotationPolicy } from "./policies/policy.ts";
import type { SwapSide, TermId } from "./words.ts";

/** A time of membership: from term number `from` up to and without `until`. */
export type Spell = { from: number; until?: number };

export type Member = {
  unit: UnitId;
  name?: string | undefined;
  spells: Spell[];
  /** Suspended from this term number on. */
  suspendedFrom?: number | undefined;
  /** Turns served before they were its own: those of the units that merged into it. */
  inheritedTurns: number;
};

/** A term that has begun, as it was: facts, never computed again. */
export type ServedTerm = {
  number: number;
  term: TermId;
  startsOn: CivilDate;
  /** The day on which the chair was taken; it may miss the term's first day. */
  begunOn: CivilDate;
  chair?: UnitId | undefined;
  turnOf?: UnitId | undefined;
  deputy?: UnitId | undefined;
  vacatedFrom?: CivilDate;
  event: ChairRotationEvent;
};

export type Acting = { term: number; unit: UnitId; from: CivilDate; until?: CivilDate };

export type SwapStatus = "proposed" | "agreed" | "inForce" | "expired" | "voided";
export type Swap = {
  swap: Id;
  a: SwapSide;
  b: SwapSide;
  at: { a: number; b: number };
  consents: UnitId[];
  proposedOn: CivilDate;
  expiresOn?: CivilDate | undefined;
  status: SwapStatus;
  event: DataOf<ChairRotationEvent, "SwapProposed">;
};

/** A turn owed to a unit whose turn was passed. */
export type Obligation = {
  obligation: Id;
  unit: UnitId;
  /** The term that was passed. */
  passed: TermId;
  due?: number;
  status: "open" | "honoured" | "broken";
};

export type Lot = {
  lot: Id;
  term: TermId;
  units: UnitId[];
  drawn?: Drawn;
  event: DataOf<ChairRotationEvent, "OrderLotAnnounced">;
};

export type OpenedRotation = {
  bloc: Id;
  opening: DataOf<ChairRotationEvent, "RotationOpened">;
  calendar: Calendar;
  members: Map<UnitId, Member>;
  /** The nominal layer: what was decided about order and roster, by the term in which it takes effect. */
  facts: NominalFact[];
  /** The overlays: what was agreed about single terms, by their number. */
  overlays: Map<number, Overlay[]>;
  /** The actual layer: the terms that have begun, by number. */
  served: ServedTerm[];
  /** Who holds the chair now; nobody while it is vacant. */
  holder?: UnitId | undefined;
  actings: Acting[];
  swaps: Map<Id, Swap>;
  obligations: Map<Id, Obligation>;
  lots: Map<Id, Lot>;
  custody?: Custody | undefined;
  incidents: DataOf<ChairRotationEvent, "RotationIncidentNoted">[];
};

/** The rotation of a chair. */
export type ChairRotation =
  | { status: "blank" }
  | ({ status: "open" } & OpenedRotation)
  | ({ status: "closed"; closedOn: CivilDate; reason: string } & OpenedRotation);

/** The number of the running term; -1 before the first has begun. */
export const runningNumber = ({ served }: OpenedRotation): number => served.length - 1;

/** Whether the unit is a member in term `number`. */
export function isMemberIn({ members }: OpenedRotation, unit: UnitId, number: number): boolean {
  const spells = members.get(unit)?.spells ?? [];
  return spells.some(({ from, until }) => from <= number && (until === undefined || number < until));
}

/** Who acts for the chair now. */
export function actingNow({ actings }: OpenedRotation): Acting | undefined {
  const last = actings.at(-1);
  return last && last.until === undefined ? last : undefined;
}

/** The policy in force in term `number`. */
export function policyAt({ opening, facts }: OpenedRotation, number: number): RotationPolicy {
  const adopted = facts.filter(({ at, event }) => event.type === "RotationPolicyAdopted" && at <= number);
  const last = adopted.reduce<(typeof adopted)[number] | undefined>(
    (found, next) => (found === undefined || next.at >= found.at ? next : found),
    undefined,
  );
  return last?.event.type === "RotationPolicyAdopted" ? last.event.data.policy : opening.policy;
}
