import * as z from "zod/mini";
import { Id } from "../kernel/ids.ts";
import { list } from "../kernel/list.ts";
import { messages } from "../kernel/messages.ts";
import { integer } from "../kernel/numbers.ts";
import { text } from "../kernel/text.ts";
import { CivilDate } from "../kernel/time.ts";
import { Drawn, LotSource } from "../vocabulary/lot.ts";
import { Person } from "../vocabulary/person.ts";
import { OrganisationName, UnitId } from "../vocabulary/unit.ts";
import { RotationPolicy } from "./policies/policy.ts";
import * as word from "./words.ts";

// The messages of a chair's rotation (luân phiên Khối trưởng). They are stored, so names are never changed, only added.

export { ChairRotationRejection } from "./rejections.ts";
export type { Basis, Custodian, FlagTaker, Place, SwapSide } from "./words.ts";

const { Basis, FlagReceipt, order, Place, reason, SwapSide, swapSides, TermId } = word;

// The fields of a command that its event repeats.

const opening = {
  bloc: Id,
  /** A unit may join on a day that lies ahead. */
  roster: list(word.RosterEntry, { max: word.unitsMax }),
  policy: RotationPolicy,
  calendar: word.TermCalendar,
  /** The last chair by the same rule before the first term; the order goes on after it. */
  previousChair: z.optional(UnitId),
  chair: z.optional(UnitId),
  deputy: z.optional(UnitId),
  flag: z.optional(word.RotatingFlag),
};
const closing = { reason, closedOn: CivilDate };

const designation = {
  term: TermId,
  chair: UnitId,
  deputy: z.optional(UnitId),
  basis: Basis,
  designatedOn: CivilDate,
};
const deputyDesignation = { term: TermId, deputy: UnitId, basis: Basis, designatedOn: CivilDate };
const deputyRelease = { term: TermId, deputy: UnitId, releasedOn: CivilDate, reason };

const handover = {
  term: TermId,
  from: UnitId,
  to: UnitId,
  deputy: z.optional(UnitId),
  handedOverOn: CivilDate,
  place: z.optional(text({ max: 300 })),
  /** The rotating flag, where it was handed over together with the chair. */
  flag: z.optional(FlagReceipt),
  witness: z.optional(Person),
  handedBy: z.optional(Person),
  receivedBy: z.optional(Person),
};
const installation = {
  term: TermId,
  chair: UnitId,
  deputy: z.optional(UnitId),
  installedOn: CivilDate,
  basis: Basis,
};
const vacantTerm = { term: TermId, begunOn: CivilDate };

const acting = { term: TermId, unit: UnitId, from: CivilDate, reason };
/** `from` may lie ahead where the term has not begun: a vacancy is known before that day. */
const vacancy = { term: TermId, from: CivilDate, reason };
const substitution = { term: TermId, unit: UnitId, chair: UnitId, reason };
/** `endsOn` may lie ahead; it is the first day after the term. */
const termEnd = { term: TermId, endsOn: CivilDate, reason };
const incident = { term: TermId, incident: text({ max: 100 }), note: z.optional(reason) };

const declinedTurn = { term: TermId, unit: UnitId, declinedOn: CivilDate, reason };
const brokenObligation = { obligation: Id, brokenOn: CivilDate, reason };

// The day of a change of the roster may lie ahead: it is decided before it takes effect.
const joining = {
  unit: UnitId,
  name: z.optional(OrganisationName),
  sortKey: z.optional(word.SortKey),
  joinedOn: CivilDate,
  place: z.optional(Place),
};
/** `ceases`: the unit is dissolved and has no heir. */
const leaving = { unit: UnitId, leftOn: CivilDate, ceases: z.optional(z.literal(true)), reason };
const renaming = {
  unit: UnitId,
  name: OrganisationName,
  sortKey: z.optional(word.SortKey),
  renamedOn: CivilDate,
};
const suspension = { unit: UnitId, suspendedOn: CivilDate, reason };
const reinstatement = { unit: UnitId, reinstatedOn: CivilDate };
const merger = {
  units: list(UnitId, { min: 1, max: 50 }),
  into: UnitId,
  name: z.optional(OrganisationName),
  mergedOn: CivilDate,
};
const split = { unit: UnitId, heir: UnitId, others: list(UnitId, { min: 1, max: 50 }), splitOn: CivilDate };

const placing = { term: TermId, unit: UnitId, place: Place, reason };
const unitInTerm = { term: TermId, unit: UnitId, reason };
const newOrder = {
  term: TermId,
  order,
  prefix: z.optional(order),
  effective: z.enum(["atOnce", "lapEnds"]),
  keepSwaps: z.optional(z.boolean()),
  reason,
};
const policyChange = { term: TermId, policy: RotationPolicy, basis: Basis };
const lot = {
  lot: Id,
  term: TermId,
  units: order,
  sources: list(LotSource, { min: 1, max: 20 }),
  announcedOn: CivilDate,
};

const swapProposal = {
  swap: Id,
  a: SwapSide,
  b: SwapSide,
  proposedBy: UnitId,
  proposedOn: CivilDate,
  /** The last day for a consent or a ratification; it may lie ahead. */
  expiresOn: z.optional(CivilDate),
  reason: z.optional(reason),
};
const swapConsent = { swap: Id, unit: UnitId, consentedOn: CivilDate };
const swapRatification = { swap: Id, ratifiedOn: CivilDate, basis: Basis };
const swapExpiry = { swap: Id, expiredOn: CivilDate };

const flagReceipt = {
  from: word.FlagTaker,
  to: word.FlagTaker,
  receivedOn: CivilDate,
  place: z.optional(text({ max: 300 })),
  flag: FlagReceipt,
  witness: z.optional(Person),
};
const flagLoss = { custodian: word.FlagTaker, lostOn: CivilDate, reason };
/** The flag that was lost is found; from that day on `to` has it. */
const flagFinding = { to: word.FlagTaker, foundOn: CivilDate, note: z.optional(reason) };
const flagReplacement = { flag: word.RotatingFlag, to: word.FlagTaker };

export const ChairRotationCommand = /* @__PURE__ */ messages({
  /**
   * Opens a bloc's rotation with its roster, its calendar and its policy. Without `order` the roster gives the
   * order. `chair` holds the first term, with `deputy`; without it the first term has no chair yet.
   */
  OpenRotation: { ...opening, order: z.optional(order) },
  /** Ends the rotation for good. */
  CloseRotation: closing,

  /** Elects or assigns the chair of a coming term, with its deputy. */
  DesignateChair: designation,
  /** Names the deputy of a coming term; refused to the unit that chairs it. */
  DesignateDeputy: deputyDesignation,
  /** The deputy of a term is its deputy no longer and does not succeed either. */
  ReleaseDeputy: deputyRelease,
  /** The holder hands the chair on for the next term; refused from anybody else, and outside the tolerance. */
  HandOverChair: handover,
  /** Somebody takes a chair that nobody holds: in the first term, or after a vacancy. */
  InstallChair: installation,
  /** The next term begins and nobody chairs it. */
  BeginVacantTerm: vacantTerm,
  /** A unit acts for the chair for a while; no turn is spent. */
  AppointActingChair: acting,
  /** The unit acts no longer. */
  EndActing: { unit: UnitId, endedOn: CivilDate },
  /** Nobody chairs the term, or the rest of it; the turn is spent. */
  RecordVacancy: vacancy,
  /** Another unit chairs the term in place of the one whose turn it is; the turn is spent. */
  NameSubstitute: substitution,
  /** The term ends on another day than planned; the terms after it shift. */
  ChangeTermEnd: termEnd,
  /** The unit whose turn the term before is has this whole term as well, whoever sits for it; nobody loses a turn. */
  HoldOver: { term: TermId, reason },
  /** Something happened in a term that moves nobody: a boycott, a cancelled meeting, a new person in the chair. */
  NoteIncident: incident,

  /** The unit, a member on that day, will not take its coming turn; the policy says what becomes of the turn. */
  DeclineTurn: declinedTurn,
  /** The unit is passed over in a coming term; the policy says what becomes of the turn. */
  SkipTurn: unitInTerm,
  /** The unit of an owed turn is ready for it: it takes `term`. */
  ClaimOwedTurn: { obligation: Id, term: TermId },
  /** An owed turn will not be given. */
  BreakObligation: brokenObligation,

  /** A unit joins; without a `place` it stands where the policy puts it. */
  JoinRotation: joining,
  /** `leftOn` is the last day as a member. */
  LeaveRotation: leaving,
  /** The same unit, under another name. */
  RenameInRotation: renaming,
  /** The unit gets no turn until it is reinstated. */
  SuspendFromRotation: suspension,
  /** The unit gets turns again; refused where it is not suspended. */
  ReinstateInRotation: reinstatement,
  /** Units end and live on in `into`; refused into one of themselves. */
  MergeInRotation: merger,
  /** `heir` keeps the place of `unit` and its history; the others join. */
  SplitInRotation: split,

  /** Gives a member a place in the order from `term` on. */
  PlaceInOrder: placing,
  /** Takes a member out of the order from `term` on; it stays a member. */
  RemoveFromOrder: unitInTerm,
  /**
   * Lays down a new order: `prefix` takes the terms from `term` on, then the order begins. With `lapEnds` it
   * waits from `term` on until the running lap has ended. Swaps agreed for later terms are void unless kept.
   */
  ReplaceOrder: newOrder,
  /** Another policy, from a coming term on. */
  AdoptRotationPolicy: policyChange,
  /** Fixes the list of a lot and the sources of its numbers, before anybody can know the numbers. */
  AnnounceOrderLot: lot,
  /** Orders the announced list by the numbers of the sources; anybody can repeat it. */
  DrawOrder: { lot: Id, drawn: Drawn, drawnOn: CivilDate },

  /** Two units propose to trade two coming terms; refused where one no longer holds the term named. */
  ProposeSwap: swapProposal,
  /** A party of the swap agrees. */
  ConsentToSwap: swapConsent,
  /** Puts an agreed swap in force; refused while a consent is missing. */
  RatifySwap: swapRatification,
  /** A swap that was not agreed in time lapses. */
  ExpireSwap: swapExpiry,

  /** The rotating flag changes hands; refused from anybody but its custodian. */
  ReceiveFlag: flagReceipt,
  /** The custodian has the flag no longer. */
  ReportFlagLost: flagLoss,
  /** The flag that was lost is found again. */
  ReportFlagFound: flagFinding,
  /** Another flag takes the place of a lost one. */
  ReplaceFlag: flagReplacement,
});
export type ChairRotationCommand = z.infer<typeof ChairRotationCommand>;

/** The term's first day, which the taking of the chair may miss by some weeks, and whose turn it is by the rule. */
const begun = { startsOn: CivilDate, turnOf: z.optional(UnitId) };
/** A turn owed for one that was passed; `due` names the term where the policy says when. */
const owed = z.optional(z.strictObject({ obligation: Id, due: z.optional(TermId) }));
/** Written by older versions and not read: a change of the roster has effect from its day on. */
const from = z.optional(TermId);
/** The unit that had the term when this was agreed; the agreement is about its turn. */
const bound = z.optional(UnitId);

export const ChairRotationEvent = /* @__PURE__ */ messages({
  RotationOpened: { ...opening, order },
  RotationClosed: closing,

  /** The chair of a coming term was elected or assigned. It stands until it is void, or the authority decides anew. */
  ChairDesignated: designation,
  DeputyDesignated: deputyDesignation,
  DeputyReleased: deputyRelease,
  /** One fact ends a tenure, begins the next and moves the flag where it was handed over too. */
  ChairHandedOver: { ...handover, ...begun },
  ChairInstalled: { ...installation, ...begun },
  /** A term began and nobody chairs it: a recorded state, not a gap. */
  VacantTermBegun: { ...vacantTerm, ...begun },
  /** An interim: it spends nobody's turn. */
  ActingChairAppointed: acting,
  ActingChairEnded: { term: TermId, unit: UnitId, endedOn: CivilDate },
  TermVacated: { ...vacancy, unit: bound },
  SubstituteNamed: substitution,
  TermEndChanged: termEnd,
  ChairHeldOver: { term: TermId, unit: bound, reason },
  RotationIncidentNoted: incident,

  TurnDeclined: { ...declinedTurn, owed },
  TurnSkipped: { ...unitInTerm, owed },
  OwedTurnClaimed: { obligation: Id, unit: UnitId, term: TermId },
  /** `because`: the unit left and has no heir, which ends what is owed to it; else somebody gives a `reason`. */
  ObligationBroken: {
    ...brokenObligation,
    reason: z.optional(reason),
    because: z.optional(z.literal("unitLeft")),
    unit: bound,
    passed: z.optional(TermId),
  },

  UnitJoinedRotation: { ...joining, from },
  UnitLeftRotation: { ...leaving, from },
  /** A new name moves nobody under a cycle; under an alphabetical rule a new sort key is a new order from `from` on. */
  UnitRenamedInRotation: { ...renaming, from },
  UnitSuspendedFromRotation: { ...suspension, from },
  UnitReinstatedInRotation: { ...reinstatement, from },
  UnitsMergedInRotation: { ...merger, from },
  UnitSplitInRotation: { ...split, from },

  UnitPlacedInOrder: placing,
  UnitRemovedFromOrder: unitInTerm,
  OrderReplaced: newOrder,
  RotationPolicyAdopted: policyChange,
  /** The list of a lot was fixed, with its sources, before anybody could know their numbers. */
  OrderLotAnnounced: lot,
  /** The sources gave `drawn`, and by RFC 3797 that is this order: anybody can draw it again. */
  OrderDrawn: { lot: Id, term: TermId, drawn: Drawn, order, drawnOn: CivilDate },

  SwapProposed: swapProposal,
  /** The other unit of the swap agrees. `a` and `b` are the two sides of the swap: a term and its unit each. */
  SwapConsented: { ...swapConsent, ...swapSides },
  SwapRatified: { ...swapRatification, ...swapSides },
  SwapExpired: { ...swapExpiry, ...swapSides },
  /**
   * A swap no longer holds for the terms from `from` on: because of a new order, because one of its units left or
   * was suspended, or because one of its turns went to another unit. `owed`: one unit had given its term already.
   */
  SwapVoided: {
    swap: Id,
    ...swapSides,
    from: TermId,
    because: z.enum(["newOrder", "unitLeft", "unitSuspended", "turnMoved", "sameUnit", "termBegun"]),
    owed: z.optional(z.strictObject({ obligation: Id })),
  },
  /**
   * What was agreed about the turn of `unit` in a coming term no longer holds, because the turn went to another unit
   * or who was to take it cannot. It stays void when the turn comes back.
   */
  AgreementVoided: {
    what: z.enum(["substitute", "vacancy", "designation", "claim", "holdOver", "placement"]),
    term: TermId,
    unit: bound,
    /** Which of the agreements upon the turn, of a substitute or a vacancy; 1 lies on the turn itself. */
    layer: z.optional(integer({ min: 1, max: 1_000 })),
    /** The owed turn of a claim. */
    obligation: z.optional(Id),
    /**
     * `hadTurn`: elected in rotation, the unit has had its turn in this lap by then. `daysMoved`: a part of the term was
     * to be vacant, and by now the term begins after that or ends before. `notInOrder`: the unit was to stand after
     * another, which has no place in the order of that term.
     */
    because: z.enum([
      "newOrder",
      "unitLeft",
      "unitSuspended",
      "turnMoved",
      "sameUnit",
      "hadTurn",
      "daysMoved",
      "notInOrder",
    ]),
  },

  FlagReceived: flagReceipt,
  FlagLost: flagLoss,
  FlagFound: flagFinding,
  FlagReplaced: flagReplacement,
});
export type ChairRotationEvent = z.infer<typeof ChairRotationEvent>;

/** The facts about the members: they act from their day on, which may lie ahead, or be late. */
export type RosterEvent = Extract<
  ChairRotationEvent,
  {
    type:
      | "UnitJoinedRotation"
      | "UnitLeftRotation"
      | "UnitRenamedInRotation"
      | "UnitSuspendedFromRotation"
      | "UnitReinstatedInRotation"
      | "UnitsMergedInRotation"
      | "UnitSplitInRotation";
  }
>;
