import type {
  ConferenceCommand,
  ConferenceEvent,
  ConferenceKind,
  ConferenceRejection,
  DelegateRole,
  DraftKind,
  Hands,
} from "../../conference/messages.ts";
import type { Threshold } from "../../vocabulary/threshold.ts";
import { quoted } from "../figures.ts";
import type { OwnPhrases, Phrases, Say } from "../language.ts";

const kinds: Record<ConferenceKind, string> = {
  midTerm: "mid-term conference",
  yearEnd: "year-end conference",
  extraordinary: "extraordinary conference",
};

const draftKinds: Record<DraftKind, string> = {
  directive: "directive",
  plan: "plan",
  decision: "decision",
  submission: "submission",
  officialLetter: "official letter",
  bylaws: "bylaws",
  minutes: "minutes",
  report: "report",
  other: "document",
  pledge: "emulation pledge",
  scoringScale: "scoring scale",
};

const roles: Record<DelegateRole, string> = { leader: "leader", officer: "emulation officer" };

export const conferenceStatusesEn = {
  blank: "not yet convened",
  convened: "convened",
  inquorate: "without its quorum",
  open: "open",
  closed: "closed",
  cancelled: "cancelled",
};

type Show = { hands: Hands; threshold: Threshold; base: number };

const handsIn = (say: Say, { for: inFavour, against, abstain }: Hands) =>
  `${say.count(inFavour)} for, ${say.count(against)} against, ${say.count(abstain)} with no opinion`;

const shown = (say: Say, { hands, threshold, base }: Show) =>
  `${handsIn(say, hands)}; ${say.percent({ votes: hands.for, base })} of ${say.count(base)}, where ${say.bar(threshold)} was required`;

/** The number of units, and their names if there are any. */
const represented = (byProxy: number | undefined, say: Say) =>
  byProxy === undefined ? "" : ` and ${say.count(byProxy)} more by proxy`;

const named = (say: Say, units: readonly string[]) =>
  `${say.count(units.length)} ${units.length === 1 ? "unit" : "units"}${units.length > 0 ? ` (${say.units(units)})` : ""}`;

export const conferenceEventsEn: Phrases<ConferenceEvent> = {
  ConferenceConvened: ({ season, kind, heldOn, place, host, entitled, quorum, quorumInRoom, bylaws }, say) =>
    `The ${kinds[kind]} of ${season} was convened for ${say.date(heldOn)} at ${place}; chair unit and host: ${say.unit(host)}; entitled: ${named(say, entitled)}; quorum: ${say.bar(quorum)}${quorumInRoom ? ", without proxies" : ""} (bylaws, version ${say.count(bylaws)}).`,
  InvitationRevised: ({ entitled, host }, say) =>
    `The invitation was revised; entitled: ${named(say, entitled)}; host: ${say.unit(host)}.`,
  DelegationAccredited: ({ unit, delegates }, say) =>
    `${say.unit(unit)} is represented by ${say.list(delegates.map(({ person, role }) => `${say.person(person)} (${roles[role]})`))}.`,
  ProxyAccredited: ({ principal, holder, accreditedOn }, say) =>
    `${say.unit(principal)} gave its vote by proxy to ${say.unit(holder)} on ${say.date(accreditedOn)}.`,
  ProxyEnded: ({ principal, holder, ground }, say) =>
    ground === "withdrawn"
      ? `${say.unit(principal)} withdrew its proxy from ${say.unit(holder)}.`
      : `The proxy of ${say.unit(principal)} to ${say.unit(holder)} ended, since the principal is present.`,
  GuestAccredited: ({ person, mayDirect }, say) =>
    `Guest: ${say.person(person)}, attending${mayDirect ? " and directing" : ""}, without a vote.`,
  UnitArrived: ({ unit }, say) => `${say.unit(unit)} is present.`,
  UnitLeftRoom: ({ unit }, say) => `${say.unit(unit)} left the room.`,
  ConferenceOpened: ({ openedOn, chair, secretary, present, byProxy, needed }, say) =>
    `The conference opened on ${say.date(openedOn)} with ${named(say, present)} present${represented(byProxy, say)} (at least ${say.count(needed)} needed); presiding: ${say.person(chair)}; secretary: ${say.person(secretary)}.`,
  QuorumAbsent: ({ date, present, byProxy, entitled, needed }, say) =>
    `On ${say.date(date)} the conference could not open: ${named(say, present)} of ${say.count(entitled)} present${represented(byProxy, say)}, at least ${say.count(needed)} needed.`,
  ConferenceAdjourned: ({ from, to, place, reason }, say) =>
    `The conference of ${say.date(from)} was adjourned to ${say.date(to)} at ${place}; reason: ${reason}.`,
  ConferenceCancelled: ({ reason, cancelledOn }, say) =>
    `The conference was cancelled on ${say.date(cancelledOn)}; reason: ${reason}.`,
  DraftTabled: ({ title, kind }) => `The draft ${draftKinds[kind]} “${title}” was tabled.`,
  DraftDiscussed: ({ draft, unit, remark }, say) =>
    `${say.unit(unit)} spoke on draft “${draft}”: “${remark}”.`,
  DraftAmended: ({ draft, proposer, change }, say) =>
    `Draft “${draft}” was amended as ${say.unit(proposer)} proposed: “${change}”.`,
  ObjectionRecorded: ({ draft, unit, ground }, say) =>
    `${say.unit(unit)} objected to draft “${draft}”: “${ground}”.`,
  ObjectionWithdrawn: ({ draft, unit }, say) =>
    `${say.unit(unit)} withdrew its objection to draft “${draft}”.`,
  DraftAdopted: ({ draft, by }, say) =>
    by.kind === "consensus"
      ? `Draft “${draft}” was adopted by consensus (votes in the room: ${say.count(by.votes)}, none objecting).`
      : `Draft “${draft}” was adopted by a show of hands: ${shown(say, by)}.`,
  DraftRejected: ({ draft, ...show }, say) =>
    `Draft “${draft}” was rejected by a show of hands: ${shown(say, show)}.`,
  DraftDeferred: ({ draft, reason }) => `Draft “${draft}” was deferred; reason: ${reason}.`,
  DirectiveSpeechRecorded: ({ speaker, points }, say) =>
    `${say.person(speaker)} gave a directive speech: ${points.map((point) => `“${point}”`).join("; ")}.`,
  BallotHeld: ({ matter, present }, say) => `A ballot was held: ${matter}; ${named(say, present)} present.`,
  PledgeSigningRecorded: ({ season, pledges }, say) =>
    `Emulation pledges for ${season} signed at the conference: ${say.count(pledges.length)}.`,
  BallotSettled: ({ matter, end, settledOn }, say) =>
    end === "certified"
      ? `The record of the ballot on ${quoted(matter)} was signed on ${say.date(settledOn)}.`
      : `The ballot on ${quoted(matter)} was annulled on ${say.date(settledOn)}.`,
  ConferenceClosed: ({ closedOn, minutes, chair, secretary, summary, leftOpen = [], handover }, say) =>
    `The conference closed on ${say.date(closedOn)}; ${say.document(minutes)}; presiding: ${say.person(chair)}; secretary: ${say.person(secretary)}; conclusion: “${summary}”.${leftOpen.length > 0 ? ` Ballots that go on after it: ${say.count(leftOpen.length)}.` : ""}${handover === undefined ? "" : ` Condition of the rotating flag at the handover: ${handover.condition}.`}`,
  MinutesCorrected: ({ statement, correction, reason, document, correctedOn }, say) =>
    `The minutes were corrected on ${say.date(correctedOn)} by ${say.document(document)}: “${statement}” is to read “${correction}”; reason: ${reason}.`,
};

export const conferenceRejectionsEn: OwnPhrases<ConferenceRejection> = {
  ConferenceTaken: ({ season, kind, heldOn }, say) =>
    `This is already the ${kinds[kind]} of ${season}, convened for ${say.date(heldOn)}.`,
  UnitNotEntitled: ({ unit }, say) => `${say.unit(unit)} is not entitled to take part in the conference.`,
  UnitNotAccredited: ({ unit }, say) => `Nobody is accredited for ${say.unit(unit)}.`,
  UnitNotPresent: ({ unit }, say) => `${say.unit(unit)} is not in the room.`,
  ProxyForItself: ({ unit }, say) => `${say.unit(unit)} cannot be its own proxy.`,
  ProxiesExhausted: ({ holder, proxiesMax }, say) =>
    `${say.unit(holder)} may vote for at most ${say.count(proxiesMax)} others.`,
  PrincipalPresent: ({ principal }, say) => `${say.unit(principal)} is in the room and votes itself.`,
  PrincipalRepresented: ({ principal, holder }, say) =>
    `${say.unit(holder)} already votes for ${say.unit(principal)}.`,
  ProxyPassedOn: ({ principal, holder, unit }, say) =>
    `${say.unit(principal)} cannot give its vote to ${say.unit(holder)}: ${say.unit(unit)} takes part in another proxy, and nobody may pass a proxy on.`,
  GuestTaken: ({ guest }) => `Guest “${guest}” already exists with different contents.`,
  GuestUnknown: ({ guest }) => `The conference has no guest “${guest}”.`,
  GuestMayNotDirect: ({ guest }) => `Guest “${guest}” may attend, but not direct the conference.`,
  PersonAccreditedTwice: ({ person }, say) =>
    `${say.person(person)} is already a delegate or a guest of the conference.`,
  ConferenceNotOnThatDay: ({ date, heldOn }, say) =>
    `The conference is called for ${say.date(heldOn)}, not for ${say.date(date)}.`,
  QuorumLost: ({ present, needed }, say) =>
    `Only ${say.count(present)} of the ${say.count(needed)} units needed are in the room or represented, so nothing can be decided.`,
  TooManyDrafts: ({ draftsMax }, say) => `A conference has at most ${say.count(draftsMax)} drafts.`,
  DraftTaken: ({ draft }) => `Draft “${draft}” already exists with different contents.`,
  DraftUnknown: ({ draft }) => `The conference has no draft “${draft}”.`,
  DraftDecided: ({ draft, outcome }) => `Draft “${draft}” has already been ${outcome}.`,
  ObjectionStands: ({ draft, units }, say) =>
    `There is no consensus on draft “${draft}”: ${say.units(units)} object${units.length === 1 ? "s" : ""}.`,
  HandsDoNotAddUp: ({ hands, votes }, say) =>
    `The hands do not add up: ${handsIn(say, hands)}, but there are ${say.count(votes)} votes in the room.`,
  BaseWithoutPapers: () => "A show of hands has no papers, so the threshold cannot be a share of papers.",
  BallotHeldAlready: () => "This ballot has already been recorded with another matter.",
  BallotNotHeld: () => "The conference did not hold this ballot.",
  BallotsUnsettled: ({ matters }, say) =>
    `The conference cannot close yet. These ballots have not ended: ${say.list(matters.map(quoted))}. Name those that go on after it.`,
  BallotSettledAlready: ({ matter, settledOn }, say) =>
    `The ballot on ${quoted(matter)} ended on ${say.date(settledOn)}, so it does not go on after the conference.`,
  SeasonNotOfConference: ({ season, allowed }, say) =>
    `This conference can sign pledges for ${say.either(allowed)}, not for ${season}.`,
  PledgeOfOtherSeason: ({ season }) => `The signing of this pledge is recorded already, for ${season}.`,
  TooManyPledges: ({ pledgesMax }, say) => `A conference records at most ${say.count(pledgesMax)} pledges.`,
  DraftsUndecided: ({ drafts }, say) =>
    `The conference cannot close yet. These drafts are not adopted, rejected or deferred: ${say.list(drafts.map(quoted))}.`,
  DocumentNotMinutes: ({ kind }) => `The document attached is not minutes (its kind: ${draftKinds[kind]}).`,
};

/** What each command does, as what somebody is to do. */
export const conferenceCommandsEn: Phrases<ConferenceCommand> = {
  ConveneConference: ({ heldOn }, say) => `convene the conference of ${say.date(heldOn)}`,
  ReviseInvitation: ({ entitled }, say) => `invite exactly ${say.units(entitled)}`,
  AccreditDelegation: ({ unit }, say) => `accredit the delegation of ${say.unit(unit)}`,
  AccreditProxy: ({ principal, holder }, say) =>
    `accredit ${say.unit(holder)} as proxy of ${say.unit(principal)}`,
  RevokeProxy: ({ principal }, say) => `end the proxy of ${say.unit(principal)}`,
  AccreditGuest: ({ person }, say) => `accredit ${say.person(person)} as guest`,
  CheckInUnit: ({ unit }, say) => `check in ${say.unit(unit)}`,
  LeaveRoom: ({ unit }, say) => `record that ${say.unit(unit)} has left the room`,
  OpenConference: () => "open the conference",
  AdjournConference: ({ to }, say) => `adjourn the conference to ${say.date(to)}`,
  CancelConference: () => "cancel the conference",
  TableDraft: ({ title }) => `table the draft ${quoted(title)}`,
  DiscussDraft: ({ unit }, say) => `record what ${say.unit(unit)} said of the draft`,
  AmendDraft: () => "amend the draft",
  ObjectToDraft: ({ unit }, say) => `record the objection of ${say.unit(unit)} to the draft`,
  WithdrawObjection: ({ unit }, say) => `withdraw the objection of ${say.unit(unit)}`,
  AdoptDraftByConsensus: () => "adopt the draft by consensus",
  VoteOnDraft: () => "record the vote on the draft",
  DeferDraft: () => "defer the draft",
  RecordDirectiveSpeech: () => "record the directive speech",
  HoldBallot: ({ matter }) => `record the ballot on ${quoted(matter)} in the minutes`,
  RecordPledgeSigning: ({ season }) => `record that the pledges for ${season} were signed`,
  SettleBallot: ({ end }) =>
    `record in the minutes that the ballot was ${end === "certified" ? "certified" : "annulled"}`,
  CloseConference: () => "close the conference",
  CorrectMinutes: () => "correct the minutes",
};
