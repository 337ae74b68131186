import * as z from "zod/mini";
import type { AwardEvent, AwardRejection } from "../award/messages.ts";
import { type BallotEvent, type BallotRejection, Purpose } from "../ballot/messages.ts";
import { type BlocEvent, type BlocRejection, DisciplineForm } from "../bloc/messages.ts";
import type { CampaignEvent, CampaignRejection } from "../campaign/messages.ts";
import type { ChairRotationEvent, ChairRotationRejection } from "../chair-rotation/messages.ts";
import { type ConferenceEvent, type ConferenceRejection, DraftKind } from "../conference/messages.ts";
import { Id } from "../kernel/ids.ts";
import { list } from "../kernel/list.ts";
import { type DataOf, messages } from "../kernel/messages.ts";
import { Decimal, integer } from "../kernel/numbers.ts";
import { text } from "../kernel/text.ts";
import { CivilDate } from "../kernel/time.ts";
import type { PledgeEvent, PledgeRejection } from "../pledge/messages.ts";
import type { ScoreboardEvent, ScoreboardRejection } from "../scoreboard/messages.ts";
import { DocumentRef } from "../vocabulary/document-ref.ts";
import { Honour } from "../vocabulary/honour.ts";
import { Season } from "../vocabulary/season.ts";
import { UnitId } from "../vocabulary/unit.ts";

const units = list(UnitId, { max: 200 });

/** Every event of a season. */
export type SeasonEvent =
  | BlocEvent
  | CampaignEvent
  | PledgeEvent
  | ScoreboardEvent
  | ConferenceEvent
  | BallotEvent
  | AwardEvent
  | ChairRotationEvent;

/** Every rejection of a command. */
export type SeasonRejection =
  | BlocRejection
  | CampaignRejection
  | PledgeRejection
  | ScoreboardRejection
  | ConferenceRejection
  | BallotRejection
  | AwardRejection
  | ChairRotationRejection;

const Office = z.enum(["chair", "deputy"]);
/** The name of a term of a rotation. */
const TermName = Id;
/** By its bylaws the bloc votes again on a seat that fell vacant. */
const isVotedAgain = z.optional(z.literal(true));
const ofAward = { unit: UnitId, honour: Honour, season: Season };

/**
 * Why a process did something. It stores the code as the reason, and the phrase files say it in each language; a person
 * who gives a reason writes it in words.
 */
export type ReasonCode =
  | "unitIsNoMember"
  | "unitIsMemberAgain"
  | "unitIsMemberOnLastDay"
  | "unitDisciplined"
  | "unitUnderInvestigation"
  | "nothingAgainstUnit"
  | "investigationOver"
  | "unitSuspended"
  | "unitReinstated"
  | "unitDissolved"
  | "unitTransferred"
  | "unitWithdrawn"
  | "unitMergedElsewhere"
  | "blocReconstituted"
  | "unitCannotServe"
  | "resultAnnulled"
  | "resultRecounted"
  | "chairVoteVoid"
  | "votingInterrupted"
  | "conferenceCancelled"
  | "noTieLeft"
  | "roundVoid"
  | "roundNotOwed"
  | "blocGoesOn";

/**
 * What is open, as a code with its data: the phrase files have a sentence for each, without an id. A command that was
 * refused has the refusal beside it.
 */
export const MatterText = /* @__PURE__ */ messages({
  /** A ballot held at a conference does not have its room (C17). */
  RoomNotTaken: { purpose: Purpose, season: Season },
  /** The conference was adjourned while people voted: go on once it meets again, or annul the ballot (C17). */
  VotingInterrupted: { purpose: Purpose, season: Season },
  /** Whether proxies make the quorum is otherwise at the conference, or in this `ballot` of it, than the bylaws say (C17). */
  ProxiesCountedOtherwise: {
    inRoomOnly: z.boolean(),
    ballot: z.optional(z.strictObject({ purpose: Purpose, season: Season })),
  },
  /** A ballot names a conference of another season, so its vote does not open there (C18). */
  BallotOfOtherSeason: { purpose: Purpose, season: Season, held: Season },
  /** A conference closed on a ballot that nobody had voted in: it is held elsewhere, or not at all (C18). */
  BallotOfClosedConference: { purpose: Purpose, season: Season },
  /** A round or a run-off takes place at a conference, and its minutes do not say so (C18c). */
  BallotNotInMinutes: { purpose: Purpose, season: Season },
  /** How a ballot ended is not in the minutes of the conference that held it (C18c). */
  BallotNotSettled: { matter: text({ max: 500 }), end: z.enum(["certified", "annulled"]) },
  /** The conference was cancelled, and a ballot of it was not (C18d). */
  BallotOfCancelledConference: { purpose: Purpose, season: Season },
  /** The conference was cancelled, and the record of a ballot of it is signed (C18d). */
  BallotCertifiedThoughCancelled: { purpose: Purpose, season: Season },
  /** A draft was adopted, and what it was a draft of is not issued (C19). */
  DraftNotIssued: { title: text({ max: 500 }), kind: DraftKind, adoptedOn: CivilDate },
  /** The rotation does not have what became of a member (C21). */
  RotationNotFollowed: { unit: UnitId },
  /** The open pledge of a unit that is no member any more, or whose campaign is cancelled, has no end (C22, C28). */
  PledgeOfFormerMember: { unit: UnitId, season: Season },
  /** The pledge of a unit was assessed after the unit had ended (C22). */
  PledgeOfFormerMemberAssessed: { unit: UnitId, season: Season },
  /** A unit is on a scoreboard, or is not, otherwise than its membership says (C23). */
  ScoreboardNotFollowed: { unit: UnitId, season: Season },
  /** A unit that is disciplined or under investigation is ranked, or one that is so no more is listed apart (C31). */
  UnitRankedOtherwise: { unit: UnitId, season: Season, isApart: z.boolean() },
  /** What a season begins with is not there; `units` are those without a signed pledge (C36). */
  SeasonNotPrepared: {
    what: z.enum(["directive", "plan", "pledge", "scale"]),
    season: Season,
    units: z.optional(list(UnitId, { min: 1, max: 1_000 })),
  },
  /** The host of a conference takes part no more on its day, and no unit of the bloc stands for it (C24c). */
  HostGone: { host: UnitId, heldOn: CivilDate },
  /** Other units are entitled to a conference than are members on its day (C24c). */
  InvitationNotRevised: { heldOn: CivilDate },
  /** The bloc is dissolved, and something of it goes on (C26). */
  LeftByDissolvedBloc: { what: z.enum(["rotation", "conference", "campaign", "ballot"]) },
  /** All members are to sign a pledge in the campaign of a season, and these have not (C28). */
  PledgesAwaited: { season: Season, units: list(UnitId, { min: 1, max: 1_000 }) },
  /** The campaign of a season is summed up, and pledges of these units have no verdict and no other end (C28). */
  PledgesUnconcluded: { season: Season, units: list(UnitId, { min: 1, max: 1_000 }) },
  /** The round that follows a result could not be opened, or not be revised by it (C7). */
  RoundNotOpened: { purpose: Purpose, season: Season },
  /**
   * The round was voted with the nominees of an earlier result (C8). `won`: they had won a round before. `missing`: nobody
   * could vote for them.
   */
  RoundVotedOnOldList: { purpose: Purpose, season: Season, won: units, missing: units },
  /** The run-off among these could not be opened (C9). */
  RunOffNotOpened: { units },
  /** The result of the run-off among these did not reach the ballot that called it (C9). */
  RunOffNotRecorded: { units },
  /** A result rests on the run-off among these, which was annulled (C9b). */
  RestsOnVoidRunOff: { units },
  /** A ballot came of one that is annulled, or has no tie any more, and could not be annulled with it (C10). */
  BallotOfVoidOne: { purpose: Purpose, season: Season, ground: z.enum(["noTieLeft", "roundVoid"]) },
  /** A signed round followed a ballot that is annulled: it counts no more, and is to be voted again (C10). */
  RoundOfVoidBallot: { purpose: Purpose, season: Season },
  /** A vote was annulled on that day, what it was on has no result, and a re-vote is awaited (X12). */
  RevoteAwaited: { purpose: Purpose, season: Season, annulledOn: CivilDate },
  /** A complaint about a result was upheld on that day: a recount or an annulment is awaited. */
  RemedyAwaited: { purpose: Purpose, season: Season, upheldOn: CivilDate },
  /** The electors, the nominees or the scores of a ballot without a paper could not be set right (C24, C30, C31). */
  BallotNotRevised: { purpose: Purpose, season: Season },
  /** A ballot was voted with lists that are older than a change of these members (C24). */
  ListsOlderThanMembers: { purpose: Purpose, season: Season, units },
  /** The scores were corrected after the first paper, and decided a tie or who was nominated (C30). */
  ScoresCorrectedAfterVote: { purpose: Purpose, season: Season, use: z.enum(["tie", "nominees"]) },
  /** A ballot was prepared under bylaws that newer ones have replaced by its day (C32). */
  BylawsChangedMeanwhile: { purpose: Purpose, season: Season },
  /** The assessed figure of a unit's pledge is not on its sheet, which is a draft (C29). */
  FigureNotCarried: { unit: UnitId, season: Season, actual: Decimal },
  /** For this criterion the pledge of a unit was assessed by another figure than it is scored by (C29). */
  FiguresDiffer: { unit: UnitId, criterion: text({ max: 500 }), pledged: Decimal, scored: Decimal },
  /**
   * The minutes of a conference say that a pledge was signed, and it is not. Where nobody has drafted it, so that it has no
   * `unit`, `place` is its number among the pledges that were signed there (C20).
   */
  PledgeNotSigned: {
    unit: z.optional(UnitId),
    heldOn: CivilDate,
    place: z.optional(integer({ min: 1, max: 10_000 })),
  },
  /** Who was elected to an office of a term is not designated (C11, C12). */
  ElectedNotDesignated: { office: Office, unit: UnitId, term: TermName },
  /** Who is no longer elected is still designated (C12). */
  ElectedNotTakenBack: { office: Office, unit: UnitId, term: TermName },
  /** Who was elected cannot serve: it has left, has ended or is suspended (C11, C25). */
  ElectedCannotServe: { office: Office, unit: UnitId, term: TermName, isVotedAgain },
  /** Who is to take an office was disciplined for the season of the vote (C31). */
  ChosenThoughDisciplined: { office: Office, unit: UnitId, term: TermName, disciplinedOn: CivilDate },
  /** One unit was elected chair and deputy, so the term has no deputy (C11). */
  ElectedToBoth: { unit: UnitId, term: TermName },
  /** The vote was annulled on that day, or elected nobody: the term has no chair (C12). */
  NoChairForTerm: { term: TermName, annulledOn: z.optional(CivilDate) },
  /** The vote on the deputy was annulled on that day: the term has no deputy, and a re-vote is awaited (X12). */
  NoDeputyForTerm: { term: TermName, annulledOn: CivilDate },
  /** The bloc elected one unit, and a decision of the authority names another, who stands (C13). */
  DecisionOverVote: { elected: UnitId, named: UnitId, term: TermName, decision: DocumentRef },
  /** The bloc elected one unit, and people named another without a decision of the authority: neither stands (C13). */
  NamedAgainstVote: { elected: UnitId, named: UnitId, term: TermName },
  /** Who is named by a decision of the authority cannot serve, and no vote takes the place of the decision (C13). */
  NamedCannotServe: { unit: UnitId, term: TermName, decision: DocumentRef },
  /** The chair was not handed over at the close (C14, C15). */
  ChairNotHandedOver: { unit: UnitId, term: TermName },
  /** The handover waits, as a complaint about the vote is open; `upheldOn`: its remedy is awaited (C14). */
  HandoverHeld: { unit: UnitId, term: TermName, raisedOn: CivilDate, upheldOn: z.optional(CivilDate) },
  /** The bylaws leave it to people to record the handover, or a decision came after the close; nobody has (C14). */
  HandoverAwaited: { unit: UnitId, term: TermName },
  /** By its policy the rotation has the handover between two days only, and no day of them is left or has come (C14). */
  HandoverOutsideDays: { unit: UnitId, term: TermName, earliest: CivilDate, latest: CivilDate },
  /** The chair took office by a vote that fell on that day (C16). */
  ChairOnVoidVote: { unit: UnitId, term: TermName, voidOn: CivilDate },
  /** The vote that is in force elects another unit than the one in office (C16). */
  ChairNotAsElected: { unit: UnitId, elected: UnitId, term: TermName },
  /** Nobody holds the chair of the running term (C15). */
  ChairVacant: { term: TermName, isVotedAgain },
  /** The chair in office is not named as the steward of a campaign (C27). */
  StewardNotNamed: { unit: UnitId },
  /** Nobody is in office who could be the steward of a campaign that runs (C27). */
  CampaignWithoutSteward: { term: TermName },
  /** More than one open rotation has a chair who could be the steward of the campaign of a season (C27). */
  StewardUnclear: { season: Season },
  /** The rotating flag is not with the chair; without a custodian it is with its issuer (X3). */
  FlagElsewhere: { chair: UnitId, custodian: z.optional(UnitId) },
  /** A chair was elected, and no open rotation of the bloc has the next term, or two have (C11). */
  RotationUnclear: { unit: UnitId, season: Season, isNone: z.boolean() },
  /** People took whom the vote elected out of its seat, and by the bylaws the bloc votes again on it (X12). */
  SeatToVoteAgain: { purpose: Purpose, season: Season, unit: UnitId },
  /** Two ballots decide the same, and neither is a re-vote of the other; the first one counts (X12). */
  TwoResults: { purpose: Purpose, season: Season },
  /** A unit is elected to an honour, and has no proposal (C1). */
  ProposalNotMade: ofAward,
  /** A person proposed a unit that no result in force elects, and no closed conference has agreed on (C1). */
  ProposedWithoutResult: ofAward,
  /** A ballot elects a unit, and does not count beside one that was certified on `countedOn` (C1). */
  ElectedBySecondResult: { ...ofAward, certifiedOn: CivilDate, countedOn: CivilDate },
  /** A round elects a unit, and the ballot that it followed was annulled, so it does not count (C1, C10). */
  ElectedInVoidRound: { ...ofAward, annulledOn: CivilDate },
  /** A unit is not elected any more or not eligible, and its proposal still stands (C2). */
  ProposalNotWithdrawn: ofAward,
  /** An award was granted on a result that no longer holds (C2b). */
  GrantedOnVoidResult: ofAward,
  /** A unit was elected to two honours that exclude each other, and the seat of `other` is vacant (C3). */
  SeatLeftByExclusion: { ...ofAward, other: Honour, isVotedAgain },
  /** An award passed to a unit that was elected to the same honour. `isVacant`: one is withdrawn, and its seat free (C3, X1). */
  HonourHeldTwice: { ...ofAward, isVacant: z.boolean() },
  /** The result is final, and the award does not say so (C5). */
  BasisNotConfirmed: ofAward,
  /** A unit was elected and is not eligible, so it is not proposed (C6). */
  ElectedNotEligible: {
    ...ofAward,
    reasons: list(z.enum(["notMember", "notRegistered", "verdictTooLow", "honourNotHeld", "disciplined"]), {
      min: 1,
      max: 5,
    }),
  },
  /** The unit is no member any more: its proposal is withdrawn, or passes to its heir (C25). */
  AwardOfFormerMember: { ...ofAward, endedOn: CivilDate },
  /** Nobody goes on with a proposal, as its unit is no member any more, until somebody resumes or ends it (C25). */
  ConsiderationStopped: { ...ofAward, endedOn: CivilDate },
  /** The bloc is dissolved, and the proposal is undecided: the authority settles it (C26). */
  AwardOfDissolvedBloc: ofAward,
  /** Something stands against the unit, and the consideration of its award goes on (C25, C31). */
  ConsiderationNotSuspended: ofAward,
  /** Nothing stands against the unit any more, and the consideration of its award does not go on (C31). */
  ConsiderationNotResumed: ofAward,
  /** The unit was disciplined for the season, and the award is granted; `form` is absent where only a scoreboard says it. */
  DisciplinedThoughGranted: { ...ofAward, disciplinedOn: CivilDate, form: z.optional(DisciplineForm) },
  /** The next step of an award is awaited (C35). */
  AwardStepAwaited: {
    ...ofAward,
    step: z.enum(["dossier", "resubmission", "publication", "conferral", "recovery"]),
  },
  /** People have proposed a unit for two honours that exclude each other (X1). */
  HonoursExcludeEachOther: { ...ofAward, other: Honour },
  /** More units are proposed for an honour than it has seats (X11). */
  MoreThanSeats: {
    ...{ honour: Honour, season: Season },
    proposed: integer({ min: 1, max: 1_000 }),
    seats: integer({ min: 1, max: 50 }),
  },
});
export type MatterText = z.infer<typeof MatterText>;

/** One of them, typed by its code. */
export function matterText<K extends MatterText["type"]>(type: K, data: DataOf<MatterText, K>): MatterText {
  return { type, data } as MatterText;
}
