import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { messages } from "../kernel/messages.ts";
import { CivilDate } from "../kernel/time.ts";
import { LotSource } from "../vocabulary/lot.ts";
import { UnitId } from "../vocabulary/unit.ts";
import * as word from "./words.ts";

const { TermId } = word;
const status = z.enum(["blank", "open", "closed"]);
const swapStatus = z.enum(["proposed", "agreed", "inForce", "expired", "voided"]);
const obligationStatus = z.enum(["open", "honoured", "broken"]);

export const ChairRotationRejection = /* @__PURE__ */ messages({
  RotationInWrongState: { status, allowed: z.array(status).max(3) },
  /** The rotation is open already, and not so. */
  RotationTaken: { bloc: Id },
  RosterEmpty: {},
  UnitTwiceInRotation: { unit: UnitId },
  UnitNotInRotation: { unit: UnitId },
  UnitInRotationAlready: { unit: UnitId },
  /** A suspension or reinstatement of a unit that is not, or is, suspended. */
  UnitNotSuspended: { unit: UnitId },
  /** The unit would take a term while it is suspended. */
  UnitSuspended: { unit: UnitId },
  TooManyUnitsInRotation: { unitsMax: z.int() },
  /** An order holds nobody. */
  OrderEmpty: {},

  TermUnknown: { term: TermId },
  /** The term has begun; the past is facts. `running` is the term that runs now. */
  TermBegunAlready: { term: TermId, running: TermId },
  TermNotNext: { term: TermId, next: TermId },
  TermNotRunning: { term: TermId, running: TermId.optional() },
  TermEndsBeforeItStarts: { term: TermId, startsOn: CivilDate, endsOn: CivilDate },
  /** No term of the calendar begins after that day. */
  DateBeyondCalendar: { date: CivilDate },
  RotationDateInFuture: { date: CivilDate, today: CivilDate },
  /** The fact is dated before one that it must follow. */
  RotationDateOutOfOrder: { date: CivilDate, notBefore: CivilDate },

  DeputyIsChair: { unit: UnitId },
  NotDeputyOfTerm: { term: TermId, unit: UnitId },
  /** By the rule it is not this unit's turn; a swap, a substitute or a new order says otherwise where bodies agree. */
  ChairOutOfTurn: { term: TermId, chair: UnitId, holder: UnitId },
  ChairNotInGroup: { term: TermId, chair: UnitId, group: word.order },
  ChairDesignatedAlready: { term: TermId, chair: UnitId },
  /** Nobody has the term yet: it is still to be elected, assigned or drawn. */
  TermWithoutChair: { term: TermId },
  /** The term is somebody's, so it is not vacant. */
  TermHasChair: { term: TermId, chair: UnitId },
  NotHolderOfTerm: { term: TermId, unit: UnitId, holder: UnitId.optional() },
  /** Who hands over must hold the chair. */
  NotHolderOfChair: { unit: UnitId, holder: UnitId.optional() },
  /** There is one chair, and somebody holds it. */
  ChairHeldAlready: { term: TermId, holder: UnitId },
  HandoverOutsideTolerance: { date: CivilDate, from: CivilDate, until: CivilDate },
  HandoverUnsigned: { missing: z.array(z.enum(["handedBy", "receivedBy"])).max(2) },
  ActingChairAlready: { unit: UnitId },
  ActingChairHoldsChair: { unit: UnitId },
  NobodyActing: { unit: UnitId },
  TermVacantAlready: { term: TermId },
  SubstituteIsHolder: { term: TermId, unit: UnitId },
  NothingToHoldOver: { term: TermId },

  ObligationUnknown: { obligation: Id },
  ObligationNotOpen: { obligation: Id, status: obligationStatus },
  MergeIntoItself: { unit: UnitId },
  SplitIntoItself: { unit: UnitId },

  SwapUnknown: { swap: Id },
  SwapTaken: { swap: Id },
  SwapOfOneTerm: { term: TermId },
  SwapOfOneUnit: { unit: UnitId },
  /** The swap names a unit that does not hold the term, or holds it no longer. */
  SwapHolderStale: { term: TermId, unit: UnitId, holder: UnitId.optional() },
  SwapConsentNotSought: { swap: Id, unit: UnitId },
  SwapNotOpen: { swap: Id, status: swapStatus },
  SwapNotConsented: { swap: Id, missing: word.order },
  SwapStillOpen: { swap: Id, expiresOn: CivilDate },

  LotUnknown: { lot: Id },
  LotTaken: { lot: Id },
  LotDrawnAlready: { lot: Id },
  /** The lot goes by the sources that were announced, in their order. */
  LotDrawnOtherwise: { announced: z.array(LotSource).max(20) },

  NoFlag: {},
  NotCustodian: { named: word.Custodian, custodian: word.Custodian },
  FlagIsLost: {},
  FlagNotLost: { custodian: word.Custodian },
  /** The flag goes with the office: to the chair, to the one designated next, or back to the issuer. */
  FlagWithoutOffice: { unit: UnitId },
});
export type ChairRotationRejection = z.infer<typeof ChairRotationRejection>;
