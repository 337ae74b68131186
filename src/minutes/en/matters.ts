import type { DataOf } from "../../kernel/messages.ts";
import type { MatterText } from "../../season/messages.ts";
import { quoted } from "../figures.ts";
import type { Phrases } from "../language.ts";
import { purposeEn } from "./ballot-words.ts";
import { disciplineFormsEn } from "./bloc.ts";

const ends = { certified: "its record is signed", annulled: "it was annulled" };

const left = {
  rotation: "the chair's rotation",
  conference: "a conference",
  campaign: "a campaign",
};

const bars: Record<DataOf<MatterText, "ElectedNotEligible">["reasons"][number], string> = {
  notMember: "it was no member on the day of the vote",
  notRegistered: "it has not registered for the honour",
  verdictTooLow: "its pledge was not assessed as the bylaws ask",
  honourNotHeld: "it does not have an honour that this one needs",
  disciplined: "it was disciplined",
};

const steps: Record<DataOf<MatterText, "AwardStepAwaited">["step"], string> = {
  dossier: "The dossier for",
  resubmission: "The corrected dossier for",
  publication: "The publication of",
  conferral: "The conferral of",
  recovery: "The recovery of the item and the money of",
};

export const mattersEn: Phrases<MatterText> = {
  BallotNotSettled: ({ matter, end }) =>
    `The conference does not record how the ballot on ${quoted(matter)} ended: ${ends[end]}.`,
  BallotOfCancelledConference: ({ purpose, season }, say) =>
    `The conference was cancelled, and the ballot for ${purposeEn(purpose, season, say)} was not.`,
  BallotCertifiedThoughCancelled: ({ purpose, season }, say) =>
    `The conference was cancelled, and the result of the ballot for ${purposeEn(purpose, season, say)} is certified: look at the result again.`,
  DraftNotIssued: ({ title, adoptedOn }, say) =>
    `The draft ${quoted(title)} was adopted on ${say.date(adoptedOn)} and is not issued.`,
  RotationNotFollowed: ({ unit }, say) =>
    `The rotation does not match the members: the change of ${say.unit(unit)} is not recorded.`,
  PledgeOfFormerMember: ({ unit, season }, say) =>
    `The pledge of ${say.unit(unit)} for ${season} is unsettled: it passes to a successor, or is void.`,
  InvitationNotRevised: ({ heldOn }, say) =>
    `Those entitled to the conference of ${say.date(heldOn)} are not the members of that day.`,
  LeftByDissolvedBloc: ({ what }) => `The bloc is dissolved; still open: ${left[what]}.`,
  PledgesUnconcluded: ({ season, units }, say) =>
    `The campaign of ${season} is summed up, and pledges are not concluded: ${say.units(units)}.`,
  PledgeNotSigned: ({ unit }, say) =>
    unit === undefined
      ? "The minutes say that a pledge was signed, and there is no such pledge."
      : `The minutes say that ${say.unit(unit)} signed its pledge, and no signed pledge is there.`,
  ProposalNotMade: ({ unit, honour }, say) =>
    `The proposal of ${say.honour(honour)} for ${say.unit(unit)} could not be made.`,
  ProposedWithoutResult: ({ unit, honour }, say) =>
    `${say.unit(unit)} is proposed for ${say.honour(honour)}, and neither a result in force nor a closed conference stands behind it.`,
  TwoResults: ({ unit, honour, certifiedOn, countedOn }, say) =>
    `Two results for ${say.honour(honour)} are in force: that of ${say.date(countedOn)} counts, and ${say.unit(unit)}, elected by that of ${say.date(certifiedOn)}, is not proposed.`,
  ElectedInVoidRound: ({ unit, honour, annulledOn }, say) =>
    `${say.unit(unit)} was elected to ${say.honour(honour)} in a round after a ballot that was annulled on ${say.date(annulledOn)}, and is not proposed: to be voted again.`,
  ProposalNotWithdrawn: ({ unit, honour }, say) =>
    `${say.unit(unit)} is no longer elected or not eligible, and its proposal for ${say.honour(honour)} could not be withdrawn.`,
  GrantedOnVoidResult: ({ unit, honour }, say) =>
    `${say.honour(honour)} was decided for ${say.unit(unit)}, and the result that it rests on is void: report to the authority.`,
  SeatLeftByExclusion: ({ unit, honour, other }, say) =>
    `${say.unit(unit)} has ${say.honour(honour)} and is not proposed for ${say.honour(other)}; one seat of this is vacant: vote again or leave it.`,
  BasisNotConfirmed: ({ unit, honour }, say) =>
    `The result for ${say.honour(honour)} is final, and the award of ${say.unit(unit)} does not say so.`,
  ElectedNotEligible: ({ unit, honour, reasons }, say) =>
    `${say.unit(unit)} was elected to ${say.honour(honour)} and is not eligible: ${say.list(reasons.map((reason) => bars[reason]))}.`,
  AwardOfFormerMember: ({ unit, honour, endedOn }, say) =>
    `${say.unit(unit)} is no member from ${say.date(endedOn)}: withdraw its award of ${say.honour(honour)} or pass it to the heir.`,
  AwardOfDissolvedBloc: ({ unit, honour }, say) =>
    `The bloc is dissolved, and ${say.honour(honour)} for ${say.unit(unit)} is undecided: report to the authority.`,
  ConsiderationNotSuspended: ({ unit, honour }, say) =>
    `The consideration of ${say.honour(honour)} for ${say.unit(unit)} could not be suspended.`,
  ConsiderationNotResumed: ({ unit, honour }, say) =>
    `The consideration of ${say.honour(honour)} for ${say.unit(unit)} could not be resumed.`,
  DisciplinedThoughGranted: ({ unit, honour, disciplinedOn, form }, say) =>
    `${say.unit(unit)} was disciplined on ${say.date(disciplinedOn)}${form === undefined ? "" : ` (${disciplineFormsEn[form]})`}; ${say.honour(honour)} is decided: consider its revocation.`,
  AwardStepAwaited: ({ unit, honour, step }, say) =>
    `${steps[step]} ${say.honour(honour)} for ${say.unit(unit)} is awaited.`,
  HonoursExcludeEachOther: ({ unit, honour, other }, say) =>
    `${say.unit(unit)} is proposed for ${say.honour(honour)} and ${say.honour(other)}, which exclude each other.`,
  MoreThanSeats: ({ honour, proposed, seats }, say) =>
    `More units are proposed for ${say.honour(honour)} than it has seats: ${say.count(proposed)} for ${say.count(seats)}.`,
};
