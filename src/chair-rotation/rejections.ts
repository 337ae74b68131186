import * as z from "zod/mini";
import { sharedRejections } from "../kernel/decision.ts";
import { Id } from "../kernel/ids.ts";
import { list } from "../kernel/list.ts";
import { messages } from "../kernel/messages.ts";
import { CivilDate } from "../kernel/time.ts";
import { DocumentRef } from "../vocabulary/document-ref.ts";
import { LotSource } from "../vocabulary/lot.ts";
import { UnitId } from "../vocabulary/unit.ts";
import { Custodian, order, swapSides, TermId } from "./words.ts";

// The refusals of a chair's rotation. Each is a state of affairs, as data; its sentences stand in `minutes/`.

const status = z.enum(["blank", "open", "closed"]);
/** A fact of the members came too late for its own day: the first open day, from which it would act. */
const late = { actsOn: z.optional(CivilDate) };
const facts = z.enum([
  "UnitJoinedRotation",
  "UnitLeftRotation",
  "UnitRenamedInRotation",
  "UnitsMergedInRotation",
  "UnitSplitInRotation",
  "UnitSuspendedFromRotation",
  "UnitReinstatedInRotation",
]);
const swapStatus = z.enum(["proposed", "agreed", "inForce", "expired", "voided"]);
const obligationStatus = z.enum(["open", "honoured", "broken"]);

export const ChairRotationRejection = /* @__PURE__ */ messages({
  ...sharedRejections("ChairRotation", status),
  /** The rotation is open already, with other contents. */
  RotationTaken: { bloc: Id },
  RosterEmpty: {},
  UnitTwiceInRotation: { unit: UnitId },
  /** The unit is no member on that day. Where it has ended, `since` is the day and `into` is who stands for it. */
  UnitNotInRotation: { unit: UnitId, into: z.optional(UnitId), since: z.optional(CivilDate), ...late },
  UnitInRotationAlready: { unit: UnitId, ...late },
  /** The unit is to be reinstated and is not suspended. */
  UnitNotSuspended: { unit: UnitId, ...late },
  /** The unit would take a term or an office while it is suspended. */
  UnitSuspended: { unit: UnitId },
  TooManyUnitsInRotation: { unitsMax: z.int() },
  /** Nobody can stand after a unit that has no place in the order of that term. */
  UnitNotInOrder: { term: TermId, unit: UnitId },
  /** Nobody stands after itself. */
  PlacedAfterItself: { unit: UnitId },
  /** By an alphabetical rule each unit stands where its key puts it, so a joiner is given no other place. */
  OrderGoesByKey: { term: TermId },
  /** The unit merged, was split up or was dissolved; it does not come back under its id. */
  UnitEnded: { unit: UnitId, into: z.optional(UnitId), ...late },
  /** A fact of a later day that is recorded already would no longer fit: that of `unit` on `on`. */
  FactContradicted: { unit: UnitId, on: CivilDate, fact: facts },
  /** An order names nobody. */
  OrderEmpty: {},
  /** Recorded, it would change nothing. */
  WithoutEffect: {},

  TermUnknown: { term: TermId },
  /** From the name of the first term the names of the next ones do not follow, and none is published. */
  TermNameUncountable: { term: TermId, months: z.int() },
  /** The term has begun, so it is a fact. `running` is the term that runs now. */
  TermBegunAlready: { term: TermId, running: TermId },
  TermNotNext: { term: TermId, next: TermId },
  TermNotRunning: { term: TermId, running: z.optional(TermId) },
  /** The running term cannot end before the last thing done in it, or on that day. */
  TermEndsBeforeLastAct: { term: TermId, doneOn: CivilDate, endsOn: CivilDate },
  TermEndsBeforeItStarts: { term: TermId, startsOn: CivilDate, endsOn: CivilDate },
  /** No term of the calendar begins after that day. */
  DateBeyondCalendar: { date: CivilDate },

  DeputyIsChair: { unit: UnitId },
  NotDeputyOfTerm: { term: TermId, unit: UnitId },
  /** By the rule it is not this unit's turn. A swap, a substitute or a new order can give it the term. */
  ChairOutOfTurn: { term: TermId, chair: UnitId, holder: UnitId },
  /** Chairs are elected in the order of the terms: an earlier term has none yet. */
  EarlierTermOpen: { term: TermId, earlier: TermId },
  /** In this lap the unit has had its turn. */
  UnitHadItsTurn: { term: TermId, unit: UnitId },
  /**
   * The unit cannot be chosen: it declined the term or is skipped in it. Elected in rotation: it stands from the next lap
   * on, or once it is given a place, or it chaired last.
   */
  UnitDoesNotStand: {
    term: TermId,
    unit: UnitId,
    because: z.enum(["passedOver", "nextLap", "notPlaced", "lastChair"]),
  },
  ChairNotInGroup: { term: TermId, chair: UnitId, group: order },
  ChairDesignatedAlready: { term: TermId, chair: UnitId },
  /** The authority has named the chair of the term by that decision, so that no vote and no bloc decides otherwise. */
  ChairNamedByDecision: { term: TermId, chair: UnitId, decision: DocumentRef },
  /** No designation of that unit stands for the term; `designated` is the unit that is designated, if any. */
  ChairNotDesignated: { term: TermId, chair: UnitId, designated: z.optional(UnitId) },
  /** Nobody has the term yet: its chair is still to be elected, assigned or drawn. */
  TermWithoutChair: { term: TermId },
  /** A unit has the term, so it is not vacant. */
  TermHasChair: { term: TermId, chair: UnitId },
  NotHolderOfTerm: { term: TermId, unit: UnitId, holder: z.optional(UnitId) },
  /** Only the holder of the chair hands it over, or who acts for it while nobody holds it. */
  NotHolderOfChair: { unit: UnitId, holder: z.optional(UnitId), acting: z.optional(UnitId) },
  /** There is one chair, and somebody holds it. */
  ChairHeldAlready: { term: TermId, holder: UnitId },
  /** The policy allows a handover from `earliest` to `latest`. */
  HandoverOutsideTolerance: { date: CivilDate, earliest: CivilDate, latest: CivilDate },
  HandoverUnsigned: { missing: list(z.enum(["handedBy", "receivedBy"]), { max: 2 }) },
  ActingChairAlready: { unit: UnitId },
  ActingChairHoldsChair: { unit: UnitId },
  NobodyActing: { unit: UnitId },
  TermVacantAlready: { term: TermId },
  SubstituteIsHolder: { term: TermId, unit: UnitId },
  NothingToHoldOver: { term: TermId },

  ObligationUnknown: { obligation: Id },
  ObligationNotOpen: {
    obligation: Id,
    status: obligationStatus,
    due: z.optional(TermId),
    unit: z.optional(UnitId),
    passed: z.optional(TermId),
  },
  /** The turn is owed for a term that is not before the one claimed. */
  ObligationNotYetArisen: { obligation: Id, passed: TermId, unit: z.optional(UnitId) },
  MergeIntoItself: { unit: UnitId },
  SplitIntoItself: { unit: UnitId },

  SwapUnknown: { swap: Id },
  SwapTaken: { swap: Id },
  SwapOfOneTerm: { term: TermId },
  SwapOfOneUnit: { unit: UnitId },
  /** The swap names a unit that does not hold the term, or holds it no longer. */
  SwapHolderStale: { term: TermId, unit: UnitId, holder: z.optional(UnitId) },
  SwapConsentNotSought: { swap: Id, unit: UnitId, ...swapSides },
  SwapNotOpen: { swap: Id, status: swapStatus, ...swapSides },
  SwapNotConsented: { swap: Id, missing: order, ...swapSides },
  SwapStillOpen: { swap: Id, expiresOn: CivilDate, ...swapSides },

  LotUnknown: { lot: Id },
  LotTaken: { lot: Id },
  LotDrawnAlready: { lot: Id },
  /** The lot uses the sources that were announced, in their order. */
  LotDrawnOtherwise: { announced: list(LotSource, { max: 20 }) },

  NoFlag: {},
  NotCustodian: { named: Custodian, custodian: Custodian },
  FlagIsLost: {},
  FlagNotLost: { custodian: Custodian },
  /** The flag goes with the office: to the chair, to the next chair, or back to the issuer. */
  FlagWithoutOffice: { unit: UnitId },
});
export type ChairRotationRejection = z.infer<typeof ChairRotationRejection>;
