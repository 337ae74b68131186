import type { CommandRules, EventRules } from "../kernel/decider.ts";
import type { Id } from "../kernel/ids.ts";
import type { DataOf } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { Drawn } from "../vocabulary/lot.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { Calendar } from "./calendar.ts";
import type { Citation, Seat } from "./forecast/explanation.ts";
import type { Standing } from "./forecast/standing.ts";
import type { KeptRoster, RosterFact } from "./members.ts";
import type { ChairRotationCommand, ChairRotationEvent, ChairRotationRejection } from "./messages.ts";
import type { RotationPolicy } from "./policies/policy.ts";
import type { Basis, Custodian, FlagReceipt, RotatingFlag, SwapSide, TermId } from "./words.ts";

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

/** The decisions about whose turn a term is. Each has effect from the term that it names on. */
export type TermDecision = Extract<
  ChairRotationEvent,
  {
    type:
      | "ChairDesignated"
      | "ChairUndesignated"
      | "DeputyDesignated"
      | "DeputyReleased"
      | "ChairHandedOver"
      | "ChairInstalled"
      | "ChairHeldOver"
      | "TurnDeclined"
      | "TurnSkipped"
      | "OwedTurnClaimed"
      | "UnitPlacedInOrder"
      | "UnitRemovedFromOrder"
      | "OrderReplaced"
      | "OrderDrawn"
      | "RotationPolicyAdopted";
  }
>;
export type Decided = { seq: number; event: TermDecision };

/**
 * What was agreed about the turn of one term, that is of the unit `bound` that had the term then, by its turn or by
 * an earlier agreement. On a term they lie one upon the other in the order in which they came into force. None moves
 * the pointer, so that none changes a later turn.
 */
export type Overlay =
  | { kind: "swap"; swap: Id; bound: UnitId; gives: UnitId; event: ChairRotationEvent }
  | { kind: "substitute"; bound: UnitId; gives: UnitId; event: ChairRotationEvent }
  /** A vacancy from the first day of the term on (`isWhole`) may cost the whole turn, also when the term begins later. */
  | {
      kind: "vacant";
      bound: UnitId | undefined;
      from: CivilDate;
      isWhole: boolean;
      event: ChairRotationEvent;
    };

/** Something done in the office during a term, on its day. */
export type Act = { on: CivilDate; seq: number } & (
  | { kind: "installed"; chair: UnitId; deputy?: UnitId | undefined; basis: Basis }
  | { kind: "vacated" }
  | { kind: "acting"; unit: UnitId }
  | { kind: "actingEnded"; unit: UnitId }
  | { kind: "deputy"; unit: UnitId | undefined }
);

/** A term that has begun: a fact that is never computed again. */
export type ServedTerm = {
  number: number;
  term: TermId;
  startsOn: CivilDate;
  /** The day on which the chair was taken; it may miss the term's first day. */
  begunOn: CivilDate;
  seq: number;
  chair?: UnitId | undefined;
  turnOf?: UnitId | undefined;
  deputy?: UnitId | undefined;
  /** An agreement leaves the rest of the term vacant from this day on. */
  vacantFrom?: CivilDate | undefined;
  /** Whose turn it was, why, and what lay on it, as it was when the term began. */
  nominal: Seat;
  because: Citation[];
  laid: Overlay["kind"][];
  /** What was decided about its turn. */
  decided: Decided[];
  acts: Act[];
  event: ChairRotationEvent;
};

type SwapStatus = "proposed" | "agreed" | "inForce" | "expired" | "voided";
export type Swap = {
  swap: Id;
  a: SwapSide;
  b: SwapSide;
  at: { a: number; b: number };
  consents: UnitId[];
  proposedOn: CivilDate;
  /** The day on which the second of the two agreed. */
  agreedOn?: CivilDate | undefined;
  expiresOn?: CivilDate | undefined;
  status: SwapStatus;
  seq: number;
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
  /** How it was broken. */
  broken?: EventData<"ObligationBroken">;
};

type Lot = {
  lot: Id;
  term: TermId;
  units: UnitId[];
  drawn?: Drawn;
  event: EventData<"OrderLotAnnounced">;
};

/** What was done with the flag on a day. */
export type FlagAct = { on: CivilDate; seq: number } & (
  | { kind: "moved"; to: Custodian; receipt?: FlagReceipt | undefined; event: ChairRotationEvent }
  | { kind: "replaced"; flag: RotatingFlag; to: Custodian }
  /** A term began, or the chair fell vacant: a custodian that is no member any more gives the flag back. */
  | { kind: "officeChanged"; event: ChairRotationEvent["type"] }
);

/** Who has the flag at the end of the last closed day; so many acts about it, and begun terms, are behind that. */
export type KeptCustody = { flag: RotatingFlag; custodian: Custodian; acts: number; terms: number };

export type OpenedRotation = {
  bloc: Id;
  opening: EventData<"RotationOpened">;
  calendar: Calendar;
  /** The events are counted, so that of two of one day it is known which was recorded first. */
  seq: number;
  /** The last day on which something was done in the office. It is closed, and so are all days before it. */
  doneOn?: CivilDate | undefined;
  /** The facts about the members by their days, and the roster of the first day. */
  facts: RosterFact[];
  firstRoster: KeptRoster;
  /** The roster at the end of the last closed day, and how many facts it has. */
  roster: KeptRoster;
  rosterFacts: number;
  /** The roster after all facts that are recorded. */
  lastRoster: KeptRoster;
  /** The roster some facts before the last one, so that a fact that comes a little late is held against few others. */
  near: { roster: KeptRoster; facts: number };
  /** The facts that the standing does not have yet, by their days. */
  pending: RosterFact[];
  /** Order, pointer, lap and owed turns after the running term. */
  standing: Standing;
  /** What was decided about whose turn a coming term is, by term number; once it begins the term keeps it. */
  decisions: Map<number, Decided[]>;
  /** The last decision about the whole order, and the last one about the place of each unit. */
  lastOrders: { whole?: Decided | undefined; units: Map<UnitId, Decided> };
  policies: { at: number; policy: RotationPolicy }[];
  /** What was agreed about single turns, by term number. */
  overlays: Map<number, Overlay[]>;
  /** The actual layer: the terms that have begun, by number. */
  served: ServedTerm[];
  swaps: Map<Id, Swap>;
  obligations: Map<Id, Obligation>;
  lots: Map<Id, Lot>;
  flag?: { flag: RotatingFlag; to: Custodian; acts: FlagAct[]; kept?: KeptCustody | undefined } | undefined;
  /** The incidents that are noted, each by all that is said of it. */
  incidents: Set<string>;
};

/** The rotation of a chair. */
export type ChairRotation =
  | { status: "blank" }
  | ({ status: "open" } & OpenedRotation)
  | ({ status: "closed"; closedOn: CivilDate; reason: string } & OpenedRotation);

/** The number of the running term; -1 before the first term has begun. */
export const runningNumber = ({ served }: Pick<OpenedRotation, "served">): number => served.length - 1;

/** What was decided about whose turn term `number` is or was. */
export const decidedOf = (
  { served, decisions }: Pick<OpenedRotation, "served" | "decisions">,
  number: number | undefined,
): readonly Decided[] =>
  number === undefined ? [] : (served[number]?.decided ?? decisions.get(number) ?? []);

/** The policy in force in term `number`. */
export function policyAt(
  { opening, policies }: Pick<OpenedRotation, "opening" | "policies">,
  number: number,
): RotationPolicy {
  return policies.findLast(({ at }) => at <= number)?.policy ?? opening.policy;
}
