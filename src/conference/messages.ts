import * as z from "zod/mini";
import { sharedRejections } from "../kernel/decision.ts";
import { Id } from "../kernel/ids.ts";
import { eachOnce, list } from "../kernel/list.ts";
import { messages } from "../kernel/messages.ts";
import { integer, WholeNumber } from "../kernel/numbers.ts";
import { prose, text } from "../kernel/text.ts";
import { CivilDate } from "../kernel/time.ts";
import { BylawsVersion } from "../vocabulary/bylaws.ts";
import { DocumentKind, DocumentRef } from "../vocabulary/document-ref.ts";
import { Person } from "../vocabulary/person.ts";
import { Season } from "../vocabulary/season.ts";
import { Base, Quorum, Threshold } from "../vocabulary/threshold.ts";
import { UnitId } from "../vocabulary/unit.ts";

// The messages of a conference (hội nghị). They are stored, so names are never changed, only added.

/** Sơ kết, tổng kết, or extraordinary (bất thường). */
export const ConferenceKind = z.enum(["midTerm", "yearEnd", "extraordinary"]);
export type ConferenceKind = z.infer<typeof ConferenceKind>;

/** The kind of paper that a draft (dự thảo) is for: any document, a pledge, or a scoring scale. */
export const DraftKind = z.enum([...DocumentKind.options, "pledge", "scoringScale"]);
export type DraftKind = z.infer<typeof DraftKind>;

/** Lãnh đạo đơn vị, or cán bộ làm công tác thi đua. */
export const DelegateRole = z.enum(["leader", "officer"]);
export type DelegateRole = z.infer<typeof DelegateRole>;

export const Delegate = z.strictObject({ person: Person, role: DelegateRole });
export type Delegate = z.infer<typeof Delegate>;

/** Hands raised for, against and for neither. Their sum is the number of votes in the room. */
export const Hands = z.strictObject({ for: WholeNumber, against: WholeNumber, abstain: WholeNumber });
export type Hands = z.infer<typeof Hands>;

/** A show of hands and its measure: the hands for, out of `base`, which the threshold names. */
const showOfHands = { hands: Hands, threshold: Threshold, base: WholeNumber };

/** How a draft was adopted: with no objection from the `votes` in the room (thống nhất cao), or by a show of hands. */
export const Adoption = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("consensus"), votes: WholeNumber }),
  z.strictObject({ kind: z.literal("showOfHands"), ...showOfHands }),
]);
export type Adoption = z.infer<typeof Adoption>;

/** Units, each once. The limit is far above the size of any bloc. */
const units = list(UnitId, { max: 100 }).check(eachOnce);

const invitation = {
  bloc: Id,
  season: Season,
  kind: ConferenceKind,
  /**
   * The day for which the conference is called, which may lie ahead. The conference of season 2022 is held in January
   * 2023.
   */
  heldOn: CivilDate,
  place: text({ max: 300 }),
  /** The unit that hosts: the chair in office. */
  host: UnitId,
  agenda: list(text({ max: 500 }), { max: 50 }),
  /** The units that may take part and vote. */
  entitled: units,
  /** The share of the entitled units that must be there. This and the next two come from the bylaws. */
  quorum: Quorum,
  /** Only units in the room make the quorum. Where it is absent, those represented by proxy do so too, as in a ballot. */
  quorumInRoom: z.optional(z.literal(true)),
  proxiesMax: integer({ min: 0, max: 10 }),
  bylaws: BylawsVersion,
};
const delegation = { unit: UnitId, delegates: list(Delegate, { min: 1, max: 20 }), accreditedOn: CivilDate };
const proxy = { principal: UnitId, holder: UnitId, accreditedOn: CivilDate };
const guest = { guest: Id, person: Person, mayDirect: z.boolean() };
const opening = { openedOn: CivilDate, chair: Person, secretary: Person };
const draft = { draft: Id, title: text({ max: 500 }), kind: DraftKind };
const remark = { draft: Id, unit: UnitId, remark: prose({ max: 5_000 }) };
const amendment = { draft: Id, proposer: UnitId, change: prose({ max: 5_000 }) };
const objection = { draft: Id, unit: UnitId, ground: prose({ max: 2_000 }) };
/** Who may take part, and who hosts, from now on. */
const revision = { entitled: units.check(z.minLength(1)), host: UnitId };
/**
 * How a ballot that was held here ended. A later end replaces it: what was certified may be annulled, and what was
 * annulled in error is certified after all.
 */
const settlement = { ballot: Id, end: z.enum(["certified", "annulled"]), settledOn: CivilDate };
/** How many units that are represented make the quorum with those `present`; absent where none does. */
const byProxy = z.optional(WholeNumber);
const reason = prose({ max: 2_000 });
const points = list(prose({ max: 2_000 }), { min: 1, max: 50 });
const closing = {
  closedOn: CivilDate,
  minutes: DocumentRef,
  chair: Person,
  secretary: Person,
  summary: prose({ max: 10_000 }),
  /** The ballots that have not ended and go on after the conference: exactly those. */
  leftOpen: z.optional(list(Id, { min: 1, max: 100 }).check(eachOnce)),
  /** What the minutes state of the chair's handover: the condition of the rotating flag. */
  handover: z.optional(z.strictObject({ condition: text({ max: 300 }) })),
};
/** The wrong statement of the minutes, the true one, the reason, and the document of the correction. */
const correction = {
  statement: prose({ max: 2_000 }),
  correction: prose({ max: 2_000 }),
  reason,
  document: DocumentRef,
  correctedOn: CivilDate,
};

export const ConferenceCommand = /* @__PURE__ */ messages({
  /** Convenes the conference, with the units that may vote, the quorum and the agenda. */
  ConveneConference: invitation,
  /**
   * States anew who may take part and who hosts, until the conference opens: members may change after the invitation.
   * Whoever is not named any more has neither delegates nor a proxy, and is not in the room.
   */
  ReviseInvitation: revision,
  /** Names the delegates of a unit; the latest list counts. */
  AccreditDelegation: delegation,
  /** `holder` votes for the absent `principal`; refused where a proxy is passed on, and above `proxiesMax`. */
  AccreditProxy: proxy,
  /** The principal withdraws its proxy. */
  RevokeProxy: { principal: UnitId },
  /** Accredits a guest, who has no vote. */
  AccreditGuest: guest,
  /** A unit arrives in the room; refused where its delegation is not accredited. */
  CheckInUnit: { unit: UnitId },
  /** A unit leaves the room. */
  LeaveRoom: { unit: UnitId },
  /** Opens the conference where the quorum is met; else records that the quorum is absent. */
  OpenConference: opening,
  /** Moves the conference to the day `to`, which may lie ahead. On that day all units check in again. */
  AdjournConference: { to: CivilDate, place: text({ max: 300 }), reason },
  /** Cancels the conference; refused once it is open. */
  CancelConference: { reason, cancelledOn: CivilDate },
  /** Puts a draft before the conference. */
  TableDraft: draft,
  /** A unit in the room speaks on a draft. */
  DiscussDraft: remark,
  /** A change to a draft that is not decided yet. */
  AmendDraft: amendment,
  /** A unit in the room objects to the draft: until it withdraws, there is no consensus on the draft. */
  ObjectToDraft: objection,
  /** The unit withdraws its objection. */
  WithdrawObjection: { draft: Id, unit: UnitId },
  /** Adopts the draft by consensus (thống nhất); refused while a unit objects or the quorum is lost. */
  AdoptDraftByConsensus: { draft: Id },
  /** Adopts the draft where the hands for it meet the threshold; else rejects it. */
  VoteOnDraft: { draft: Id, hands: Hands, threshold: Threshold },
  /** Defers a draft to a later conference, so that this one can close. */
  DeferDraft: { draft: Id, reason },
  /** Records a directive speech (phát biểu chỉ đạo); refused for a guest who may not direct. */
  RecordDirectiveSpeech: { guest: Id, points },
  /** Records that a ballot takes place here. The ballot is an aggregate of its own. */
  HoldBallot: { ballot: Id, matter: text({ max: 500 }) },
  /** Records the pledges that were signed here, of this season or the next one. */
  RecordPledgeSigning: { season: Season, pledges: list(Id, { min: 1, max: 100 }) },
  /** Says how a ballot ended that was held here: its record was signed, or it was annulled. Also after the close. */
  SettleBallot: settlement,
  /**
   * Closes the conference with its minutes; refused while a draft is undecided, or while a ballot has neither been
   * certified nor annulled and is not named as left open.
   */
  CloseConference: closing,
  /** Corrects a statement of the minutes. The minutes themselves stay as they were signed. */
  CorrectMinutes: correction,
});
export type ConferenceCommand = z.infer<typeof ConferenceCommand>;

export const ConferenceEvent = /* @__PURE__ */ messages({
  ConferenceConvened: invitation,
  /** The units entitled and the host from now on. Delegates, proxies and presence of other units have ended. */
  InvitationRevised: revision,
  /** The delegates of a unit; the latest list replaces the earlier one. The unit is not present by this. */
  DelegationAccredited: delegation,
  /**
   * `holder` votes for `principal` while `holder` is in the room. The principal is not present; whether it makes the quorum
   * says the invitation.
   */
  ProxyAccredited: proxy,
  ProxyEnded: { principal: UnitId, holder: UnitId, ground: z.enum(["withdrawn", "principalPresent"]) },
  /** A guest attends without a vote. With `mayDirect` the guest may give a directive speech (phát biểu chỉ đạo). */
  GuestAccredited: guest,
  /** The unit is in the room: from now on it counts in the base `present`. */
  UnitArrived: { unit: UnitId },
  /** The unit left the room. Only this or an adjournment makes a present unit absent. */
  UnitLeftRoom: { unit: UnitId },
  /** The quorum is met by the units `present`, and by those that they represent. */
  ConferenceOpened: { ...opening, present: units, byProxy, needed: WholeNumber },
  /** The conference could not open: `needed` of the `entitled` units must be there, and only `present` were. */
  QuorumAbsent: { date: CivilDate, present: units, byProxy, entitled: WholeNumber, needed: WholeNumber },
  /** The conference begins or continues on another day: all units check in again, and the quorum counts again. */
  ConferenceAdjourned: { from: CivilDate, to: CivilDate, place: text({ max: 300 }), reason },
  ConferenceCancelled: { reason, cancelledOn: CivilDate },
  DraftTabled: draft,
  DraftDiscussed: remark,
  DraftAmended: amendment,
  ObjectionRecorded: objection,
  ObjectionWithdrawn: { draft: Id, unit: UnitId },
  DraftAdopted: { draft: Id, by: Adoption },
  DraftRejected: { draft: Id, ...showOfHands },
  /** The draft was deferred to a later conference. */
  DraftDeferred: { draft: Id, reason },
  DirectiveSpeechRecorded: { guest: Id, speaker: Person, points },
  /** A ballot takes place here. `present` are the units that were in the room when it was called. */
  BallotHeld: { ballot: Id, matter: text({ max: 500 }), present: units },
  /** Pledges were signed here, mostly for the next season. */
  PledgeSigningRecorded: { season: Season, pledges: list(Id, { min: 1, max: 100 }) },
  /** A ballot that was held here ended so. A later end replaces an earlier one. */
  BallotSettled: { ...settlement, matter: text({ max: 500 }) },
  ConferenceClosed: closing,
  /** A statement of the minutes was corrected. The minutes themselves stay as they were signed. */
  MinutesCorrected: correction,
});
export type ConferenceEvent = z.infer<typeof ConferenceEvent>;

const status = z.enum(["blank", "convened", "inquorate", "open", "closed", "cancelled"]);

export const ConferenceRejection = /* @__PURE__ */ messages({
  .../* @__PURE__ */ sharedRejections("Conference", status),
  /** The conference was convened already, with other contents. */
  ConferenceTaken: { bloc: Id, season: Season, kind: ConferenceKind, heldOn: CivilDate },
  UnitNotEntitled: { unit: UnitId },
  /** Nobody is accredited for the unit. */
  UnitNotAccredited: { unit: UnitId },
  UnitNotPresent: { unit: UnitId },
  ProxyForItself: { unit: UnitId },
  /** The bylaws let one holder vote for at most `proxiesMax` others. */
  ProxiesExhausted: { holder: UnitId, proxiesMax: z.int() },
  /** The principal is in the room, so it votes itself. */
  PrincipalPresent: { principal: UnitId },
  /** Another unit votes for the principal already. */
  PrincipalRepresented: { principal: UnitId, holder: UnitId },
  /** A proxy is not passed on: `unit` already has a proxy, or already holds one. */
  ProxyPassedOn: { principal: UnitId, holder: UnitId, unit: UnitId },
  GuestTaken: { guest: Id },
  GuestUnknown: { guest: Id },
  GuestMayNotDirect: { guest: Id },
  /** A person is either a guest, who never votes, or a delegate of one unit. */
  PersonAccreditedTwice: { person: Person },
  ConferenceNotOnThatDay: { date: CivilDate, heldOn: CivilDate },
  /** So many units have left that the conference can decide nothing. `present` are those that make the quorum. */
  QuorumLost: { present: WholeNumber, needed: WholeNumber },
  TooManyDrafts: { draftsMax: z.int() },
  DraftTaken: { draft: Id },
  DraftUnknown: { draft: Id },
  DraftDecided: { draft: Id, outcome: z.enum(["adopted", "rejected", "deferred"]) },
  /** There is no consensus while these units object. */
  ObjectionStands: { draft: Id, units: units.check(z.minLength(1)) },
  /** The sum of the hands is not the number of votes in the room. */
  HandsDoNotAddUp: { hands: Hands, votes: WholeNumber },
  /** A show of hands has no papers, so its threshold cannot be a share of papers. */
  BaseWithoutPapers: { base: Base, allowed: list(Base, { min: 1, max: 6 }) },
  BallotHeldAlready: { ballot: Id },
  /** No such ballot was held here. */
  BallotNotHeld: { ballot: Id },
  /** These ballots have not ended, so the closing must name them as left open, with the matter of each. */
  BallotsUnsettled: {
    ballots: list(Id, { min: 1, max: 100 }),
    matters: list(text({ max: 500 }), { min: 1, max: 100 }),
  },
  /** The closing leaves a ballot open that has ended. */
  BallotSettledAlready: { ballot: Id, matter: text({ max: 500 }), settledOn: CivilDate },
  /** Pledges are signed for the season of the conference or the next one. */
  SeasonNotOfConference: {
    season: Season,
    allowed: list(text({ max: 9 }), { min: 1, max: 2 }),
  },
  /** The signing of the pledge is recorded already, for `season`. */
  PledgeOfOtherSeason: { pledge: Id, season: Season },
  TooManyPledges: { pledgesMax: z.int() },
  /** Each draft must be adopted, rejected or deferred before the conference closes. */
  DraftsUndecided: { drafts: list(Id, { min: 1, max: 100 }) },
  DocumentNotMinutes: { kind: DocumentKind },
});
export type ConferenceRejection = z.infer<typeof ConferenceRejection>;
