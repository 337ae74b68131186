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

/** A turn owed for one that was passed; `due` names the term where the policy says when. */
const owed = z.strictObject({ obligation: Id, due: TermId.optional() });
/** The first term that a dated fact has a say in. */
const from = TermId;

export const ChairRotationEvent = /* @__PURE__ */ messages({
  RotationOpened: {
    bloc: Id,
    roster: z.array(word.RosterEntry).max(word.unitsMax),
    order: word.order,
    policy: RotationPolicy,
    calendar: word.TermCalendar,
    previousChair: UnitId.optional(),
    chair: UnitId.optional(),
    deputy: UnitId.optional(),
    flag: word.RotatingFlag.optional(),
  },
  RotationClosed: { reason, closedOn: CivilDate },

  /** The chair of a coming term was elected or assigned. It is published: only a new order undoes it. */
  ChairDesignated: {
    term: TermId,
    chair: UnitId,
    deputy: UnitId.optional(),
    basis: word.Basis,
    designatedOn: CivilDate,
  },
  DeputyDesignated: { term: TermId, deputy: UnitId, basis: word.Basis, designatedOn: CivilDate },
  DeputyReleased: { term: TermId, deputy: UnitId, releasedOn: CivilDate, reason },
  /**
   * One fact ends a tenure, begins the next and moves the flag where it went along. `turnOf` is the unit whose
   * turn the term was by the rule; `startsOn` the term's first day, which the handover may miss by some weeks.
   */
  ChairHandedOver: { ...word.handover, startsOn: CivilDate, turnOf: UnitId.optional() },
  ChairInstalled: {
    term: TermId,
    chair: UnitId,
    deputy: UnitId.optional(),
    installedOn: CivilDate,
    basis: word.Basis,
    startsOn: CivilDate,
    turnOf: UnitId.optional(),
  },
  /** A term began and nobody chairs it: a recorded state, not a gap. */
  VacantTermBegun: { term: TermId, begunOn: CivilDate, startsOn: CivilDate, turnOf: UnitId.optional() },
  /** An interim: it spends nobody's turn. */
  ActingChairAppointed: { term: TermId, unit: UnitId, from: CivilDate, reason },
  ActingChairEnded: { term: TermId, unit: UnitId, endedOn: CivilDate },
  TermVacated: { term: TermId, from: CivilDate, reason },
  SubstituteNamed: { term: TermId, unit: UnitId, chair: UnitId, reason },

  TurnDeclined: { term: TermId, unit: UnitId, declinedOn: CivilDate, reason, owed: owed.optional() },
  TurnSkipped: { term: TermId, unit: UnitId, reason, owed: owed.optional() },
  OwedTurnClaimed: { obligation: Id, unit: UnitId, term: TermId },
  ObligationBroken: { obligation: Id, brokenOn: CivilDate, reason },
  TermEndChanged: { term: TermId, endsOn: CivilDate, reason },
  ChairHeldOver: { term: TermId, reason },

  UnitJoinedRotation: {
    unit: UnitId,
    name: OrganisationName.optional(),
    sortKey: word.SortKey.optional(),
    joinedOn: CivilDate,
    place: word.Place.optional(),
    from,
  },
  UnitLeftRotation: { unit: UnitId, leftOn: CivilDate, reason, from },
  /** A new name moves nobody under a cycle; under an alphabetical rule a new sort key is a new order from `from` on. */
  UnitRenamedInRotation: {
    unit: UnitId,
    name: OrganisationName,
    sortKey: word.SortKey.optional(),
    renamedOn: CivilDate,
    from,
  },
  UnitsMergedInRotation: {
    units: z.array(UnitId).max(50),
    into: UnitId,
    name: OrganisationName.optional(),
    mergedOn: CivilDate,
    from,
  },
  UnitSplitInRotation: {
    unit: UnitId,
    heir: UnitId,
    others: z.array(UnitId).max(50),
    splitOn: CivilDate,
    from,
  },
  UnitSuspendedFromRotation: { unit: UnitId, suspendedOn: CivilDate, reason, from },
  UnitReinstatedInRotation: { unit: UnitId, reinstatedOn: CivilDate, from },
  UnitPlacedInOrder: { term: TermId, unit: UnitId, place: word.Place, reason },
  UnitRemovedFromOrder: { term: TermId, unit: UnitId, reason },
  OrderReplaced: {
    term: TermId,
    order: word.order,
    prefix: word.order.optional(),
    effective: z.enum(["atOnce", "lapEnds"]),
    keepSwaps: z.boolean().optional(),
    reason,
  },
  RotationPolicyAdopted: { term: TermId, policy: RotationPolicy, basis: word.Basis },
  /** The list of a lot was fixed, with its sources, before anybody knew what they come to. */
  OrderLotAnnounced: {
    lot: Id,
    term: TermId,
    units: word.order,
    sources: z.array(LotSource).min(1).max(20),
    announcedOn: CivilDate,
  },
  /** The sources came to `drawn`, and by RFC 3797 that is this order: anybody can draw it again. */
  OrderDrawn: { lot: Id, term: TermId, drawn: Drawn, order: word.order, drawnOn: CivilDate },

  SwapProposed: {
    swap: Id,
    a: word.SwapSide,
    b: word.SwapSide,
    proposedBy: UnitId,
    proposedOn: CivilDate,
    expiresOn: CivilDate.optional(),
    reason: reason.optional(),
  },
  SwapConsented: { swap: Id, unit: UnitId, consentedOn: CivilDate },
  SwapRatified: { swap: Id, ratifiedOn: CivilDate, basis: word.Basis },
  SwapExpired: { swap: Id, expiredOn: CivilDate },
  /**
   * A swap no longer holds for the terms from `from` on: because of a new order, because one of its units left or
   * was suspended, or because one of its turns went to another unit. `owed`: one unit had given its term already.
   */
  SwapVoided: {
    swap: Id,
    from: TermId,
    because: z.enum(["newOrder", "unitLeft", "unitSuspended", "turnMoved"]),
    owed: owed.optional(),
  },

  FlagReceived: {
    from: word.Custodian,
    to: word.Custodian,
    receivedOn: CivilDate,
    place: text({ max: 300 }).optional(),
    flag: word.FlagReceipt,
    witness: Person.optional(),
  },
  FlagLost: { custodian: word.Custodian, lostOn: CivilDate, reason },
  FlagReplaced: { flag: word.RotatingFlag, to: word.Custodian },
  RotationIncidentNoted: { term: TermId, incident: text({ max: 100 }), note: reason.optional() },
});
export type ChairRotationEvent = z.infer<typeof ChairRotationEvent>;
