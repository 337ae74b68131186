import * as z from "zod/mini";
import { Id } from "../../kernel/ids.ts";
import { list } from "../../kernel/list.ts";
import { text } from "../../kernel/text.ts";
import { CivilDate } from "../../kernel/time.ts";
import { Person } from "../../vocabulary/person.ts";
import { UnitId } from "../../vocabulary/unit.ts";
import { RotationPolicy } from "../policies/policy.ts";
import {
  Basis,
  bound,
  FlagReceipt,
  order,
  RosterEntry,
  RotatingFlag,
  reason,
  TermCalendar,
  TermId,
  unitsMax,
} from "../words.ts";

// The words about the rotation as a whole and about its chair: opened, designated, handed over, and between two handovers.

const opening = {
  bloc: Id,
  /** A unit may join on a day that lies ahead. */
  roster: list(RosterEntry, { max: unitsMax }),
  policy: RotationPolicy,
  calendar: TermCalendar,
  /** The last chair by the same rule before the first term; the order goes on after it. */
  previousChair: z.optional(UnitId),
  chair: z.optional(UnitId),
  deputy: z.optional(UnitId),
  flag: z.optional(RotatingFlag),
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
const undesignation = {
  term: TermId,
  /** The unit that the designation names; after a merger or split not its heir. */
  chair: UnitId,
  /**
   * The vote was `annulled`, or `recounted` with another result; a later decision of the authority has `superseded` the
   * designation; the unit has ended or left (`unitEnded`); or the bloc takes its own choice back (`byBloc`).
   */
  code: z.enum(["annulled", "recounted", "superseded", "unitEnded", "byBloc"]),
  undesignatedOn: CivilDate,
  note: z.optional(reason),
};

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
const seating = {
  term: TermId,
  chair: UnitId,
  seatedOn: CivilDate,
  basis: Basis,
  place: z.optional(text({ max: 300 })),
  /** The condition of the flag, where somebody stated it. */
  condition: z.optional(text({ max: 300 })),
};
const vacantTerm = { term: TermId, begunOn: CivilDate };

const acting = { term: TermId, unit: UnitId, from: CivilDate, reason };
/** `from` may lie ahead where the term has not begun: a vacancy is known before that day. */
const vacancy = { term: TermId, from: CivilDate, reason };
const substitution = { term: TermId, unit: UnitId, chair: UnitId, reason };
/** `endsOn` may lie ahead; it is the first day after the term. */
const termEnd = { term: TermId, endsOn: CivilDate, reason };
const incident = { term: TermId, incident: text({ max: 100 }), note: z.optional(reason) };

/** The rotation begins and ends. */
export const openingCommands = {
  /**
   * Opens a bloc's rotation with its roster, its calendar and its policy. Without `order` the roster gives the
   * order. `chair` holds the first term, with `deputy`; without it the first term has no chair yet.
   */
  OpenRotation: { ...opening, order: z.optional(order) },
  /** Ends the rotation for good. */
  CloseRotation: closing,
};

/** Who is to chair, takes the chair, and sits in it. */
export const chairCommands = {
  /**
   * Elects or assigns the chair of a coming term, with its deputy. A decision of the authority takes the place of a vote;
   * a vote never takes the place of a decision. A unit that was to be deputy of the term is left out as deputy.
   */
  DesignateChair: designation,
  /**
   * Takes a designation back, of a term that has not begun. A deputy who was named with the chair falls with it; one who
   * was designated apart stays. What a decision of the authority gave, no vote and no bloc takes back.
   */
  UndesignateChair: undesignation,
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
  /**
   * The designated chair takes its term: from whoever holds the chair, or acts for it, with the flag where that unit has
   * it; and where nobody does, it is installed. Terms before it that nobody took begin vacant first.
   */
  SeatChair: seating,
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
};

/** The term's first day, which the taking of the chair may miss by some weeks, and whose turn it is by the rule. */
const begun = { startsOn: CivilDate, turnOf: z.optional(UnitId) };

/** The rotation began, or ended. */
export const openingEvents = {
  RotationOpened: { ...opening, order },
  RotationClosed: closing,
};

/** Who is to chair, took the chair, and sat in it. */
export const chairEvents = {
  /**
   * The chair of a coming term was elected or assigned. It stands until it is void or taken back, or the authority decides
   * anew.
   */
  ChairDesignated: designation,
  /** The designation was taken back, with the deputy whom it named. The term is as if it had not been made. */
  ChairUndesignated: undesignation,
  DeputyDesignated: deputyDesignation,
  /** `ground`: the deputy was designated as the chair itself, which leaves it out; else somebody gives a `reason`. */
  DeputyReleased: {
    ...deputyRelease,
    reason: z.optional(reason),
    ground: z.optional(z.literal("isChair")),
  },
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
};
