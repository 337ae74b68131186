import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { messages } from "../kernel/messages.ts";
import { Count, integer } from "../kernel/numbers.ts";
import { prose, text } from "../kernel/text.ts";
import { CivilDate } from "../kernel/time.ts";
import { BylawsVersion } from "../vocabulary/bylaws.ts";
import { DocumentKind, DocumentRef } from "../vocabulary/document-ref.ts";
import { Person } from "../vocabulary/person.ts";
import { Season } from "../vocabulary/season.ts";
import { Base, Quorum, Threshold } from "../vocabulary/threshold.ts";
import { UnitId } from "../vocabulary/unit.ts";

// The words of a conference (hội nghị). They are stored: rename nothing, only add.

/** Sơ kết, tổng kết, or extraordinary (bất thường). */
export const ConferenceKind = z.enum(["midTerm", "yearEnd", "extraordinary"]);
export type ConferenceKind = z.infer<typeof ConferenceKind>;

/** What a draft (dự thảo) is to become: any kind of document, the text of a pledge, or a scoring scale. */
export const DraftKind = z.enum([...DocumentKind.options, "pledge", "scoringScale"]);
export type DraftKind = z.infer<typeof DraftKind>;

/** Lãnh đạo đơn vị, or cán bộ làm công tác thi đua. */
export const DelegateRole = z.enum(["leader", "officer"]);
export type DelegateRole = z.infer<typeof DelegateRole>;

export const Delegate = z.strictObject({ person: Person, role: DelegateRole });
export type Delegate = z.infer<typeof Delegate>;

/** Hands raised for, against and for neither. Together they are all the votes in the room. */
export const Hands = z.strictObject({ for: Count, against: Count, abstain: Count });
export type Hands = z.infer<typeof Hands>;

/** A show of hands and how it was judged: `votes` for, out of `base` as the threshold names it. */
const showOfHands = { hands: Hands, threshold: Threshold, base: Count };

/** How a draft was adopted: nobody objecting among `votes` in the room (thống nhất cao), or by a show of hands. */
export const Adoption = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("consensus"), votes: Count }),
  z.strictObject({ kind: z.literal("showOfHands"), ...showOfHands }),
]);
export type Adoption = z.infer<typeof Adoption>;

/** Units, each once; as many as a province could put into one bloc and more. */
const units = z
  .array(UnitId)
  .max(100)
  .check(({ value, issues }) => {
    if (new Set(value).size < value.length)
      issues.push({ code: "custom", input: value, params: { rule: "eachOnce" } });
  });

const invitation = {
  bloc: Id,
  season: Season,
  kind: ConferenceKind,
  /** The day that it is called for; the conference of season 2022 is held in January 2023. */
  heldOn: CivilDate,
  place: text({ max: 300 }),
  /** The unit that hosts: the chair in office. */
  host: UnitId,
  agenda: z.array(text({ max: 500 })).max(50),
  /** The units that may take part and vote. */
  entitled: units,
  /** The share of the entitled that must be in the room; with `proxiesMax`, of this version of the bylaws. */
  quorum: Quorum,
  proxiesMax: integer({ min: 0, max: 10 }),
  bylaws: BylawsVersion,
};
const delegation = { unit: UnitId, delegates: z.array(Delegate).min(1).max(20), accreditedOn: CivilDate };
const proxy = { principal: UnitId, holder: UnitId, accreditedOn: CivilDate };
const guest = { guest: Id, person: Person, mayDirect: z.boolean() };
const opening = { openedOn: CivilDate, chair: Person, secretary: Person };
const draft = { draft: Id, title: text({ max: 500 }), kind: DraftKind };
const remark = { draft: Id, unit: UnitId, remark: prose({ max: 5_000 }) };
const amendment = { draft: Id, proposer: UnitId, change: prose({ max: 5_000 }) };
const objection = { draft: Id, unit: UnitId, ground: prose({ max: 2_000 }) };
const reason = prose({ max: 2_000 });
const points = z
  .array(prose({ max: 2_000 }))
  .min(1)
  .max(50);
const closing = {
  closedOn: CivilDate,
  minutes: DocumentRef,
  chair: Person,
  secretary: Person,
  summary: prose({ max: 10_000 }),
};
/** What the minutes say wrongly, what is true, why, and the document that says so. */
const correction = {
  statement: prose({ max: 2_000 }),
  correction: prose({ max: 2_000 }),
  reason,
  document: DocumentRef,
  correctedOn: CivilDate,
};

export const ConferenceCommand = /* @__PURE__ */ messages({
  /** Calls the units together, with who is entitled to vote, the quorum and the agenda. */
  ConveneConference: invitation,
  /** States who speaks for a unit; the latest list counts. */
  AccreditDelegation: delegation,
  /** `holder` is to vote for an absent `principal`; refused in a chain and above `proxiesMax`. */
  AccreditProxy: proxy,
  /** The principal takes its proxy back. */
  RevokeProxy: { principal: UnitId },
  /** Somebody attends without a vote. */
  AccreditGuest: guest,
  /** A unit is in the room; its delegation must be accredited. */
  CheckInUnit: { unit: UnitId },
  /** A unit is no longer in the room. */
  LeaveRoom: { unit: UnitId },
  /** Opens the conference where the quorum is met; where it is not, that is what is recorded. */
  OpenConference: opening,
  /** Puts it off to another day, when everybody checks in again. */
  AdjournConference: { to: CivilDate, place: text({ max: 300 }), reason },
  /** It does not take place. */
  CancelConference: { reason, cancelledOn: CivilDate },
  /** Puts a draft before the conference. */
  TableDraft: draft,
  /** A present unit's remark on a draft. */
  DiscussDraft: remark,
  /** A change to a draft that is not decided yet. */
  AmendDraft: amendment,
  /** A present unit objects: while it does, there is no consensus on the draft. */
  ObjectToDraft: objection,
  /** The unit objects no longer. */
  WithdrawObjection: { draft: Id, unit: UnitId },
  /** Thống nhất; refused while an objection stands or the quorum is lost. */
  AdoptDraftByConsensus: { draft: Id },
  /** Adopts the draft where the hands reach the threshold, else rejects it. */
  VoteOnDraft: { draft: Id, hands: Hands, threshold: Threshold },
  /** Leaves a draft for another time, so that the conference can close. */
  DeferDraft: { draft: Id, reason },
  /** What a guest said who may direct (phát biểu chỉ đạo). */
  RecordDirectiveSpeech: { guest: Id, points },
  /** A ballot takes place here; how it goes is told by the ballot itself. */
  HoldBallot: { ballot: Id, matter: text({ max: 500 }) },
  /** Pledges of this season or the next one were signed here. */
  RecordPledgeSigning: { season: Season, pledges: z.array(Id).min(1).max(100) },
  /** Ends it with its minutes; refused while a draft is undecided. */
  CloseConference: closing,
  /** Supersedes a statement of the minutes, which stay as they were signed. */
  CorrectMinutes: correction,
});
export type ConferenceCommand = z.infer<typeof ConferenceCommand>;

export const ConferenceEvent = /* @__PURE__ */ messages({
  ConferenceConvened: invitation,
  /** Who speaks for a unit; the latest list replaces the one before. It does not make the unit present. */
  DelegationAccredited: delegation,
  /** `holder` votes for `principal` while it is in the room itself. The principal is not present by that. */
  ProxyAccredited: proxy,
  ProxyEnded: { principal: UnitId, holder: UnitId, ground: z.enum(["withdrawn", "principalPresent"]) },
  /** Somebody attends without a vote; one who may direct may give a directive speech (phát biểu chỉ đạo). */
  GuestAccredited: guest,
  /** The unit is in the room: it counts in the base `present` from now on. */
  UnitArrived: { unit: UnitId },
  /** The unit is no longer in the room. Nothing else makes a present unit absent, but an adjournment. */
  UnitLeftRoom: { unit: UnitId },
  /** The quorum is met by the units `present`. */
  ConferenceOpened: { ...opening, present: units, needed: Count },
  /** The conference could not open: of the `entitled` units `needed` were asked for, and only `present` were there. */
  QuorumAbsent: { date: CivilDate, present: units, entitled: Count, needed: Count },
  /** It goes on, or begins, on another day: everybody checks in again, the quorum is asked for again. */
  ConferenceAdjourned: { from: CivilDate, to: CivilDate, place: text({ max: 300 }), reason },
  ConferenceCancelled: { reason, cancelledOn: CivilDate },
  DraftTabled: draft,
  DraftDiscussed: remark,
  DraftAmended: amendment,
  ObjectionRecorded: objection,
  ObjectionWithdrawn: { draft: Id, unit: UnitId },
  DraftAdopted: { draft: Id, by: Adoption },
  DraftRejected: { draft: Id, ...showOfHands },
  /** Left for another time, explicitly. */
  DraftDeferred: { draft: Id, reason },
  DirectiveSpeechRecorded: { guest: Id, speaker: Person, points },
  /** A ballot takes place here; its base `present` are the units that were in the room when it was called. */
  BallotHeld: { ballot: Id, matter: text({ max: 500 }), present: units },
  /** Pledges were signed here, mostly for the season after the one that is summed up. */
  PledgeSigningRecorded: { season: Season, pledges: z.array(Id).min(1).max(100) },
  ConferenceClosed: closing,
  /** Supersedes a statement of the minutes, which stay as they were signed. */
  MinutesCorrected: correction,
});
export type ConferenceEvent = z.infer<typeof ConferenceEvent>;

const status = z.enum(["blank", "convened", "inquorate", "open", "closed", "cancelled"]);

export const ConferenceRejection = /* @__PURE__ */ messages({
  /** The command does not go with what the conference is: it asks for one of `allowed`. */
  ConferenceInWrongState: { status, allowed: z.array(status).min(1).max(6) },
  /** The conference was convened already, with other terms. */
  ConferenceTaken: { bloc: Id, season: Season, kind: ConferenceKind, heldOn: CivilDate },
  UnitNotEntitled: { unit: UnitId },
  /** Nobody is accredited for the unit. */
  UnitNotAccredited: { unit: UnitId },
  UnitNotPresent: { unit: UnitId },
  ProxyForItself: { unit: UnitId },
  /** The bylaws let one holder vote for at most `proxiesMax` others. */
  ProxiesExhausted: { holder: UnitId, proxiesMax: z.int() },
  /** Who is in the room votes itself. */
  PrincipalPresent: { principal: UnitId },
  /** Another unit votes for the principal already. */
  PrincipalRepresented: { principal: UnitId, holder: UnitId },
  /** A proxy is not passed on: `unit` is represented by another, or represents one. */
  ProxyPassedOn: { principal: UnitId, holder: UnitId, unit: UnitId },
  GuestTaken: { guest: Id },
  GuestUnknown: { guest: Id },
  GuestMayNotDirect: { guest: Id },
  /** One is a guest, who never votes, or a delegate of one unit. */
  PersonAccreditedTwice: { person: Person },
  ConferenceNotOnThatDay: { date: CivilDate, heldOn: CivilDate },
  /** The fact is dated before the conference allows it. */
  ConferenceDateTooEarly: { date: CivilDate, from: CivilDate },
  /** The fact is dated after the day on which it is being recorded. */
  ConferenceDateInFuture: { date: CivilDate, today: CivilDate },
  /** So many have left that nothing can be decided. */
  QuorumLost: { present: Count, needed: Count },
  TooManyDrafts: { draftsMax: z.int() },
  DraftTaken: { draft: Id },
  DraftUnknown: { draft: Id },
  DraftDecided: { draft: Id, outcome: z.enum(["adopted", "rejected", "deferred"]) },
  /** There is no consensus while these units object. */
  ObjectionStands: { draft: Id, units: units.min(1) },
  /** Together the hands are not the votes in the room. */
  HandsDoNotAddUp: { hands: Hands, votes: Count },
  /** Where hands are raised there are no papers to take a share of. */
  BaseWithoutPapers: { base: Base, allowed: z.array(Base).min(1).max(6) },
  BallotHeldAlready: { ballot: Id },
  /** Pledges are signed for the season of the conference or the next one. */
  SeasonNotOfConference: {
    season: Season,
    allowed: z
      .array(text({ max: 9 }))
      .min(1)
      .max(2),
  },
  TooManyPledges: { pledgesMax: z.int() },
  /** Each draft is adopted, rejected or deferred before the conference closes. */
  DraftsUndecided: { drafts: z.array(Id).min(1).max(100) },
  DocumentNotMinutes: { kind: DocumentKind },
});
export type ConferenceRejection = z.infer<typeof ConferenceRejection>;
