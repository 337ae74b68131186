import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { messages } from "../kernel/messages.ts";
import { text } from "../kernel/text.ts";
import { CivilDate } from "../kernel/time.ts";
import { Drawn, LotSource } from "../vocabulary/lot.ts";
import { Person } from "../vocabulary/person.ts";
import { OrganisationName, UnitId } from "../vocabulary/unit.ts";
import { RotationPolicy } from "./policies/policy.ts";
import * as word from "./words.ts";

const { TermId, reason } = word;

export const ChairRotationCommand = /* @__PURE__ */ messages({
  /**
   * Opens a bloc's rotation with its roster, its calendar and its policy. `order` is the roster's own where it is
   * left out. `chair` holds the first term, with `deputy`; without it the first term is still to be taken.
   */
  OpenRotation: {
    bloc: Id,
    roster: z.array(word.RosterEntry).max(word.unitsMax),
    order: word.order.optional(),
    policy: RotationPolicy,
    calendar: word.TermCalendar,
    /** The last chair by the same rule before the first term: where the pointer stands. */
    previousChair: UnitId.optional(),
    chair: UnitId.optional(),
    deputy: UnitId.optional(),
    flag: word.RotatingFlag.optional(),
  },
  /** Ends the rotation for good. */
  CloseRotation: { reason, closedOn: CivilDate },

  /** Elects or assigns the chair of a coming term, with its deputy. */
  DesignateChair: {
    term: TermId,
    chair: UnitId,
    deputy: UnitId.optional(),
    basis: word.Basis,
    designatedOn: CivilDate,
  },
  /** Names the deputy of a coming term; refused to the unit that chairs it. */
  DesignateDeputy: { term: TermId, deputy: UnitId, basis: word.Basis, designatedOn: CivilDate },
  /** The deputy of a term is deputy no longer; it does not succeed either. */
  ReleaseDeputy: { term: TermId, deputy: UnitId, releasedOn: CivilDate, reason },
  /** The holder hands the chair on for the next term; refused from anybody else, and outside the tolerance. */
  HandOverChair: word.handover,
  /** Somebody takes a chair that nobody holds: the first term's, or a vacant one. */
  InstallChair: {
    term: TermId,
    chair: UnitId,
    deputy: UnitId.optional(),
    installedOn: CivilDate,
    basis: word.Basis,
  },
  /** The next term begins and nobody chairs it. */
  BeginVacantTerm: { term: TermId, begunOn: CivilDate },
  /** A unit acts for the chair for a while; no turn is spent. */
  AppointActingChair: { term: TermId, unit: UnitId, from: CivilDate, reason },
  /** The unit acts no longer. */
  EndActing: { unit: UnitId, endedOn: CivilDate },
  /** Nobody chairs the term, or the rest of it; the turn is spent. */
  RecordVacancy: { term: TermId, from: CivilDate, reason },
  /** Another unit chairs the term in place of the one whose turn it is; the turn is spent. */
  NameSubstitute: { term: TermId, unit: UnitId, chair: UnitId, reason },

  /** The unit will not have its coming turn; what becomes of the turn is the policy's. */
  DeclineTurn: { term: TermId, unit: UnitId, declinedOn: CivilDate, reason },
  /** The unit is passed over in a coming term; what becomes of the turn is the policy's. */
  SkipTurn: { term: TermId, unit: UnitId, reason },
  /** The unit of an owed turn is ready for it: it takes `term`. */
  ClaimOwedTurn: { obligation: Id, term: TermId },
  /** An owed turn will not be given. */
  BreakObligation: { obligation: Id, brokenOn: CivilDate, reason },
  /** The term ends on another day than it would; the terms after it shift. */
  ChangeTermEnd: { term: TermId, endsOn: CivilDate, reason },
  /** The chair of the term before holds this whole term as well; nobody loses a turn. */
  HoldOver: { term: TermId, reason },

  /** A unit joins; without a `place` it goes where the policy puts it. */
  JoinRotation: {
    unit: UnitId,
    name: OrganisationName.optional(),
    sortKey: word.SortKey.optional(),
    joinedOn: CivilDate,
    place: word.Place.optional(),
  },
  /** `leftOn` is the last day as a member. */
  LeaveRotation: { unit: UnitId, leftOn: CivilDate, reason },
  /** The same unit, under another name. */
  RenameInRotation: {
    unit: UnitId,
    name: OrganisationName,
    sortKey: word.SortKey.optional(),
    renamedOn: CivilDate,
  },
  /** Units end and live on in `into`; refused into itself. */
  MergeInRotation: {
    units: z.array(UnitId).min(1).max(50),
    into: UnitId,
    name: OrganisationName.optional(),
    mergedOn: CivilDate,
  },
  /** `heir` keeps the place of `unit` and its history; the others join. */
  SplitInRotation: { unit: UnitId, heir: UnitId, others: z.array(UnitId).min(1).max(50), splitOn: CivilDate },
  /** The unit gets no turn until it is reinstated. */
  SuspendFromRotation: { unit: UnitId, suspendedOn: CivilDate, reason },
  /** The unit gets turns again; refused where it is not suspended. */
  ReinstateInRotation: { unit: UnitId, reinstatedOn: CivilDate },
  /** Gives a member a place in the order from `term` on. */
  PlaceInOrder: { term: TermId, unit: UnitId, place: word.Place, reason },
  /** Takes a member out of the order from `term` on; it stays a member. */
  RemoveFromOrder: { term: TermId, unit: UnitId, reason },
  /**
   * Lays down a new order: `prefix` takes the terms from `term` on, then the order begins. With `lapEnds` it
   * waits from `term` on until the running lap has ended. Swaps agreed for later terms are void unless kept.
   */
  ReplaceOrder: {
    term: TermId,
    order: word.order,
    prefix: word.order.optional(),
    effective: z.enum(["atOnce", "lapEnds"]),
    keepSwaps: z.boolean().optional(),
    reason,
  },
  /** Another policy, from a coming term on. */
  AdoptRotationPolicy: { term: TermId, policy: RotationPolicy, basis: word.Basis },
  /** Fixes the list of a lot, and the sources that it is drawn by, before anybody knows what they come to. */
  AnnounceOrderLot: {
    lot: Id,
    term: TermId,
    units: word.order,
    sources: z.array(LotSource).min(1).max(20),
    announcedOn: CivilDate,
  },
  /** Orders the announced list by what the sources came to; anybody can repeat it. */
  DrawOrder: { lot: Id, drawn: Drawn, drawnOn: CivilDate },

  /** Two units are to trade two coming terms; refused where one no longer holds the term named. */
  ProposeSwap: {
    swap: Id,
    a: word.SwapSide,
    b: word.SwapSide,
    proposedBy: UnitId,
    proposedOn: CivilDate,
    expiresOn: CivilDate.optional(),
    reason: reason.optional(),
  },
  /** A party of the swap agrees. */
  ConsentToSwap: { swap: Id, unit: UnitId, consentedOn: CivilDate },
  /** Puts an agreed swap in force; refused while a consent is missing. */
  RatifySwap: { swap: Id, ratifiedOn: CivilDate, basis: word.Basis },
  /** A swap that was not agreed in time lapses. */
  ExpireSwap: { swap: Id, expiredOn: CivilDate },

  /** The rotating flag changes hands; refused from anybody but its custodian. */
  ReceiveFlag: {
    from: word.Custodian,
    to: word.Custodian,
    receivedOn: CivilDate,
    place: text({ max: 300 }).optional(),
    flag: word.FlagReceipt,
    witness: Person.optional(),
  },
  /** The custodian has the flag no longer. */
  ReportFlagLost: { custodian: word.Custodian, lostOn: CivilDate, reason },
  /** Another flag takes the place of a lost one. */
  ReplaceFlag: { flag: word.RotatingFlag, to: word.Custodian },
  /** Something happened in a term that moves nobody: a boycott, a cancelled meeting, a new person in the chair. */
  NoteIncident: { term: TermId, incident: text({ max: 100 }), note: reason.optional() },
});
export type ChairRotationCommand = z.infer<typeof ChairRotationCommand>;
