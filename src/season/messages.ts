import * as z from "zod/mini";
import type { AwardEvent, AwardRejection } from "../award/messages.ts";
import { type BallotEvent, type BallotRejection, Purpose } from "../ballot/messages.ts";
import { type BlocEvent, type BlocRejection, DisciplineForm } from "../bloc/messages.ts";
import type { CampaignEvent, CampaignRejection } from "../campaign/messages.ts";
import type { ChairRotationEvent, ChairRotationRejection } from "../chair-rotation/messages.ts";
import { type ConferenceEvent, type ConferenceRejection, DraftKind } from "../conference/messages.ts";
import { list } from "../kernel/list.ts";
import { type DataOf, messages } from "../kernel/messages.ts";
import { integer } from "../kernel/numbers.ts";
import { text } from "../kernel/text.ts";
import { CivilDate } from "../kernel/time.ts";
import type { PledgeEvent, PledgeRejection } from "../pledge/messages.ts";
import type { ScoreboardEvent, ScoreboardRejection } from "../scoreboard/messages.ts";
import { Honour } from "../vocabulary/honour.ts";
import { Season } from "../vocabulary/season.ts";
import { UnitId } from "../vocabulary/unit.ts";

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

const ofAward = { unit: UnitId, honour: Honour };

/**
 * What is open, as a code with its data: the phrase files have a sentence for each, without an id. A command that was
 * refused has the refusal beside it.
 */
export const MatterText = /* @__PURE__ */ messages({
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
  /** Other units are entitled to a conference than are members on its day (C24c). */
  InvitationNotRevised: { heldOn: CivilDate },
  /** The bloc is dissolved, and something of it goes on (C26). */
  LeftByDissolvedBloc: { what: z.enum(["rotation", "conference", "campaign"]) },
  /** The campaign of a season is summed up, and pledges of these units have no verdict and no other end (C28). */
  PledgesUnconcluded: { season: Season, units: list(UnitId, { min: 1, max: 1_000 }) },
  /** The minutes say that a pledge was signed, and it is not; `unit` is absent where nobody has drafted it (C20). */
  PledgeNotSigned: { unit: z.optional(UnitId) },
  /** A unit is elected to an honour, and has no proposal (C1). */
  ProposalNotMade: ofAward,
  /** A person proposed a unit that no result in force elects, and no closed conference has agreed on (C1). */
  ProposedWithoutResult: ofAward,
  /** A ballot elects a unit, and does not count beside one that was certified on `countedOn` (C1). */
  TwoResults: { ...ofAward, certifiedOn: CivilDate, countedOn: CivilDate },
  /** A round elects a unit, and the ballot that it followed was annulled, so it does not count (C1, C10). */
  ElectedInVoidRound: { ...ofAward, annulledOn: CivilDate },
  /** A unit is not elected any more or not eligible, and its proposal still stands (C2). */
  ProposalNotWithdrawn: ofAward,
  /** An award was granted on a result that no longer holds (C2b). */
  GrantedOnVoidResult: ofAward,
  /** A unit was elected to two honours that exclude each other, and the seat of `other` is vacant (C3). */
  SeatLeftByExclusion: { ...ofAward, other: Honour },
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
    honour: Honour,
    proposed: integer({ min: 1, max: 1_000 }),
    seats: integer({ min: 1, max: 50 }),
  },
});
export type MatterText = z.infer<typeof MatterText>;

/** One of them, typed by its code. */
export function matterText<K extends MatterText["type"]>(type: K, data: DataOf<MatterText, K>): MatterText {
  return { type, data } as MatterText;
}
