import type { CommandRules, EventRules } from "../kernel/decider.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { Drawn } from "../vocabulary/lot.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { Calendar } from "./calendar.ts";
import type { Custody } from "./custody.ts";
import type { ChairRotationCommand, ChairRotationEvent, ChairRotationRejection } from "./messages.ts";
import type { RotationPolicy } from "./policies/policy.ts";
import type { SwapSide, TermId } from "./words.ts";

export type CommandData<K extends ChairRotationCommand["type"]> = DataOf<ChairRotationCommand, K>;
export type EventData<K extends ChairRotationEvent["type"]> = DataOf<ChairRotationEvent, K>;

/** How the commands of one phase are answered, and what its events change. */
export type CommandSlice<K extends ChairRotationCommand["type"]> = Pick<
  CommandRules<ChairRotation, ChairRotationCommand, ChairRotationEvent, ChairRotationRejection>,
  K
>;
export type EventSlice<K extends ChairRotationEvent["type"]> = Pick<
  EventRules<ChairRotation, ChairRotationEvent>,
  K
>;

/** The events that say something about whose turn a term is. */
export const nominalTypes = [
  "ChairDesignated",
  "DeputyDesignated",
  "DeputyReleased",
  "ChairHandedOver",
  "ChairInstalled",
  "ChairHeldOver",
  "TurnDeclined",
  "TurnSkipped",
  "OwedTurnClaimed",
  "UnitJoinedRotation",
  "UnitLeftRotation",
  "UnitRenamedInRotation",
  "UnitSuspendedFromRotation",
  "UnitReinstatedInRotation",
  "UnitsMergedInRotation",
  "UnitSplitInRotation",
  "UnitPlacedInOrder",
  "UnitRemovedFromOrder",
  "OrderReplaced",
  "OrderDrawn",
  "RotationPolicyAdopted",
] as const;
export type NominalEvent = Extract<ChairRotationEvent, { type: (typeof nominalTypes)[number] }>;

/** An event that has effect from term number `at` on; of two, the one with the lower `seq` was recorded first. */
export type NominalFact = { at: number; seq: number; event: NominalEvent };

/**
 * What was agreed about one term, on top of whose turn it is: another unit by swap or as a substitute, or nobody.
 * It is bound to the term and not to dates, so that it goes with the term when dates shift; and it never moves
 * the pointer, so that it changes no later turn.
 */
export type Overlay =
  | { kind: "swap"; swap: Id; unit: UnitId; event: ChairRotationEvent }
  | { kind: "substitute"; unit: UnitId; event: ChairRotationEvent }
  | { kind: "vacant"; from: CivilDate; event: ChairRotationEvent };

/** A membership from term number `from` up to, but not including, term `until`. */
type Spell = { from: number; until?: number };

export type Member = {
  unit: UnitId;
  name?: string | undefined;
  spells: Spell[];
  /** Suspended from this term number on. */
  suspendedFrom?: number | undefined;
  /** Turns that count as served: those of the units that merged into it. */
  inheritedTurns: number;
};

/** A term that has begun: a fact that is never computed again. */
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

type SwapStatus = "proposed" | "agreed" | "inForce" | "expired" | "voided";
export type Swap = {
  swap: Id;
  a: SwapSide;
  b: SwapSide;
  at: { a: number; b: number };
  consents: UnitId[];
  proposedOn: CivilDate;
  expiresOn?: CivilDate | undefined;
  status: SwapStatus;
  event: EventData<"SwapProposed">;
};

/** A turn that is owed to a unit, because its turn was passed over or was given away. */
export type Obligation = {
  obligation: Id;
  unit: UnitId;
  /** The term of the turn that the unit did not have. */
  passed: TermId;
  due?: number;
  status: "open" | "honoured" | "broken";
};

type Lot = {
  lot: Id;
  term: TermId;
  units: UnitId[];
  drawn?: Drawn;
  event: EventData<"OrderLotAnnounced">;
};

export type OpenedRotation = {
  bloc: Id;
  opening: EventData<"RotationOpened">;
  calendar: Calendar;
  members: Map<UnitId, Member>;
  /** The nominal layer: what was decided about order and roster. */
  facts: NominalFact[];
  /** The overlays: what was agreed about single terms, by term number; the last one of a term counts. */
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
  incidents: EventData<"RotationIncidentNoted">[];
};

/** The rotation of a chair. */
export type ChairRotation =
  | { status: "blank" }
  | ({ status: "open" } & OpenedRotation)
  | ({ status: "closed"; closedOn: CivilDate; reason: string } & OpenedRotation);

/** The number of the running term; -1 before the first term has begun. */
export const runningNumber = ({ served }: OpenedRotation): number => served.length - 1;

/** Whether the unit is suspended in term `number`. */
export function isSuspendedIn({ members }: OpenedRotation, unit: UnitId, number: number): boolean {
  const suspendedFrom = members.get(unit)?.suspendedFrom;
  return suspendedFrom !== undefined && suspendedFrom <= number;
}

/** Whether the unit is a member in term `number`. */
export function isMemberIn(
  { members }: Pick<OpenedRotation, "members">,
  unit: UnitId,
  number: number,
): boolean {
  const spells = members.get(unit)?.spells ?? [];
  return spells.some(({ from, until }) => from <= number && (until === undefined || number < until));
}

/** Whether the unit is a member in term `number` or joins later. */
export function isMemberFrom(
  { members }: Pick<OpenedRotation, "members">,
  unit: UnitId,
  number: number,
): boolean {
  const spells = members.get(unit)?.spells ?? [];
  return spells.some(({ until }) => until === undefined || until > number);
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
