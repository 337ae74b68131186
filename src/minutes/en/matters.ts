import type { DataOf } from "../../kernel/messages.ts";
import type { MatterText } from "../../season/messages.ts";
import { quoted } from "../figures.ts";
import type { Phrases, Say } from "../language.ts";
import { purposeEn } from "./ballot-words.ts";
import { disciplineFormsEn } from "./bloc.ts";

type HonourOf = DataOf<MatterText, "ProposalNotMade">["honour"];

const ends = { certified: "its record is signed", annulled: "it was annulled" };

const left = {
  rotation: "the chair's rotation",
  conference: "a conference",
  campaign: "a campaign",
  ballot: "a ballot",
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

const voidOnes = { noTieLeft: "run-off", roundVoid: "round" };

const scoreUses = { tie: "the tie was broken", nominees: "the nominees were chosen" };
const beginnings = {
  directive: "The directive",
  plan: "The plan",
  pledge: "The signed pledge",
  scale: "The scoring scale",
};
const offices = { chair: "chair", deputy: "deputy chair" };

const awardEn = (honour: HonourOf, season: string, say: Say) => `${say.honour(honour)} (${season})`;

export const mattersEn: Phrases<MatterText> = {
  RoomNotTaken: ({ purpose, season }, say) =>
    `The ballot for ${purposeEn(purpose, season, say)} does not have the room of its conference.`,
  VotingInterrupted: ({ purpose, season }, say) =>
    `The conference was adjourned during the vote for ${purposeEn(purpose, season, say)}: go on once it meets again, or annul the ballot.`,
  ProxiesCountedOtherwise: ({ inRoomOnly, ballot }, say) => {
    const of = ballot ? `the ballot for ${purposeEn(ballot.purpose, ballot.season, say)}` : "the conference";
    return `The quorum of ${of} is not counted by the rules: units represented by proxy ${inRoomOnly ? "do not make it" : "make it, too"}.`;
  },
  BallotOfOtherSeason: ({ purpose, season, held }, say) =>
    `The ballot for ${purposeEn(purpose, season, say)} names a conference of ${held}, so its vote does not open.`,
  BallotOfClosedConference: ({ purpose, season }, say) =>
    `The conference closed, and nobody had voted on ${purposeEn(purpose, season, say)}: vote elsewhere or annul the ballot.`,
  BallotNotInMinutes: ({ purpose, season }, say) =>
    `The minutes of the conference do not name the ballot for ${purposeEn(purpose, season, say)}.`,
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
  PledgeOfFormerMemberAssessed: ({ unit, season }, say) =>
    `The pledge of ${say.unit(unit)} for ${season} was assessed after the unit had ended as a member.`,
  ScoreboardNotFollowed: ({ unit, season }, say) =>
    `The scoreboard of ${season} does not match the members: ${say.unit(unit)}.`,
  UnitRankedOtherwise: ({ unit, season, isApart }, say) =>
    isApart
      ? `The scoreboard of ${season} still lists ${say.unit(unit)} apart, which is disciplined or under investigation no more.`
      : `The scoreboard of ${season} still ranks ${say.unit(unit)}, which is disciplined or under investigation.`,
  SeasonNotPrepared: ({ what, season, units }, say) =>
    `${beginnings[what]} of ${season}${units ? ` of ${say.units(units)}` : ""} is awaited.`,
  HostGone: ({ host, heldOn }, say) =>
    `${say.unit(host)}, the host of the conference of ${say.date(heldOn)}, takes part no more: another host is to be named.`,
  InvitationNotRevised: ({ heldOn }, say) =>
    `Those entitled to the conference of ${say.date(heldOn)} are not the members of that day.`,
  LeftByDissolvedBloc: ({ what }) => `The bloc is dissolved; still open: ${left[what]}.`,
  PledgesAwaited: ({ season, units }, say) =>
    `These have not signed a pledge for ${season}: ${say.units(units)}.`,
  PledgesUnconcluded: ({ season, units }, say) =>
    `The campaign of ${season} is summed up, and pledges are not concluded: ${say.units(units)}.`,
  RoundNotOpened: ({ purpose, season }, say) =>
    `The round for ${purposeEn(purpose, season, say)} could not be opened by the result before it.`,
  RoundVotedOnOldList: ({ purpose, season, won, missing }, say) =>
    `The round for ${purposeEn(purpose, season, say)} was voted with the old list${[
      ...(won.length > 0 ? [`; ${say.units(won)} won in a round before`] : []),
      ...(missing.length > 0 ? [`; ${say.units(missing)} could not be voted for`] : []),
    ].join("")}. Settle the seats, or vote again.`,
  RunOffNotOpened: ({ units }, say) => `The run-off between ${say.units(units)} could not be opened.`,
  RunOffNotRecorded: ({ units }, say) =>
    `The result of the run-off between ${say.units(units)} did not reach the ballot that called it.`,
  RestsOnVoidRunOff: ({ units }, say) =>
    `A result rests on the run-off between ${say.units(units)}, which was annulled; it has to be confirmed again.`,
  BallotOfVoidOne: ({ purpose, season, ground }, say) =>
    `The ${voidOnes[ground]} for ${purposeEn(purpose, season, say)} came of a result that no longer counts, and was not annulled.`,
  RoundOfVoidBallot: ({ purpose, season }, say) =>
    `The round for ${purposeEn(purpose, season, say)} followed an annulled ballot: it is to be voted again after the new result.`,
  RevoteAwaited: ({ purpose, season, annulledOn }, say) =>
    `The ballot for ${purposeEn(purpose, season, say)} was annulled on ${say.date(annulledOn)}: a re-vote is awaited.`,
  RemedyAwaited: ({ purpose, season, upheldOn }, say) =>
    `A complaint about the result for ${purposeEn(purpose, season, say)} was upheld on ${say.date(upheldOn)}: a recount or an annulment is awaited.`,
  BallotNotRevised: ({ purpose, season }, say) =>
    `The lists or scores of the ballot for ${purposeEn(purpose, season, say)} are out of date and could not be revised.`,
  ListsOlderThanMembers: ({ purpose, season, units }, say) =>
    `The lists for ${purposeEn(purpose, season, say)} are older than the change of ${say.units(units)}.`,
  ScoresCorrectedAfterVote: ({ purpose, season, use }, say) =>
    `Scores were corrected after papers were issued for ${purposeEn(purpose, season, say)}, and ${scoreUses[use]} by the old ones.`,
  BylawsChangedMeanwhile: ({ purpose, season }, say) =>
    `The ballot for ${purposeEn(purpose, season, say)} was prepared under the old bylaws.`,
  FigureNotCarried: ({ unit, season, actual }, say) =>
    `The assessed figure (${say.decimal(actual)}) of the pledge of ${say.unit(unit)} is not on its sheet for ${season}.`,
  FiguresDiffer: ({ unit, criterion, pledged, scored }, say) =>
    `${say.unit(unit)}, ${quoted(criterion)}: the pledge says ${say.decimal(pledged)}, the scoreboard ${say.decimal(scored)}.`,
  PledgeNotSigned: ({ unit, heldOn, place }, say) => {
    const minutes = `The minutes of the conference of ${say.date(heldOn)} say that`;
    if (unit !== undefined)
      return `${minutes} ${say.unit(unit)} signed its pledge, and no signed pledge is there.`;
    return `${minutes} ${place === undefined ? "a pledge" : `pledge no. ${say.count(place)}`} was signed, and there is no such pledge.`;
  },
  ElectedNotDesignated: ({ office, unit, term }, say) =>
    `${say.unit(unit)} was elected ${offices[office]} for ${term}, and that is not recorded in the rotation.`,
  ElectedNotTakenBack: ({ office, unit, term }, say) =>
    `The vote elects another, and ${say.unit(unit)} is still recorded as ${offices[office]} for ${term}.`,
  ElectedCannotServe: ({ office, unit, term, isVotedAgain }, say) =>
    `${say.unit(unit)} was elected ${offices[office]} for ${term} and cannot serve, as it has left or is suspended: ${isVotedAgain ? "by its bylaws the bloc votes again" : "re-vote or decision awaited"}.`,
  ChosenThoughDisciplined: ({ office, unit, term, disciplinedOn }, say) =>
    `${say.unit(unit)} is to be ${offices[office]} for ${term} and was disciplined on ${say.date(disciplinedOn)}: whether it stands is to be decided.`,
  ElectedToBoth: ({ unit, term }, say) =>
    `${say.unit(unit)} was elected chair and deputy: no deputy for ${term}.`,
  NoChairForTerm: ({ term, annulledOn }, say) =>
    annulledOn === undefined
      ? `No chair for ${term}: the vote elected nobody.`
      : `No chair for ${term}: the result was annulled on ${say.date(annulledOn)}; a re-vote is awaited.`,
  NoDeputyForTerm: ({ term, annulledOn }, say) =>
    `No deputy for ${term}: the result was annulled on ${say.date(annulledOn)}; a re-vote is awaited.`,
  DecisionOverVote: ({ elected, named, term, decision }, say) =>
    `The bloc elected ${say.unit(elected)} chair for ${term}; ${say.document(decision)} names ${say.unit(named)}, who stands.`,
  NamedAgainstVote: ({ elected, named, term }, say) =>
    `The bloc elected ${say.unit(elected)} chair for ${term}, and ${say.unit(named)} is recorded without a decision of the authority: record it as voted, or a decision is awaited.`,
  NamedCannotServe: ({ unit, term, decision }, say) =>
    `${say.document(decision)} names ${say.unit(unit)} chair for ${term}, and it cannot serve: another decision is awaited.`,
  ChairNotHandedOver: ({ unit, term }, say) =>
    `It could not be recorded that ${say.unit(unit)} took the chair for ${term}.`,
  HandoverHeld: ({ unit, term, raisedOn, upheldOn }, say) =>
    upheldOn === undefined
      ? `The chair for ${term} was not handed over to ${say.unit(unit)}: a complaint of ${say.date(raisedOn)} about the vote is open.`
      : `The chair for ${term} was not handed over to ${say.unit(unit)}: a complaint was upheld on ${say.date(upheldOn)}; a recount or an annulment is awaited.`,
  HandoverAwaited: ({ unit, term }, say) =>
    `The handover of the chair for ${term} to ${say.unit(unit)} is not recorded.`,
  HandoverOutsideDays: ({ unit, term, earliest, latest }, say) =>
    `The chair for ${term} was not handed over to ${say.unit(unit)}: the rotation allows that from ${say.date(earliest)} to ${say.date(latest)} only.`,
  ChairOnVoidVote: ({ unit, term, voidOn }, say) =>
    `${say.unit(unit)} chairs ${term} by a vote that fell on ${say.date(voidOn)}: re-vote or decision awaited.`,
  ChairNotAsElected: ({ unit, elected, term }, say) =>
    `${say.unit(unit)} chairs ${term}, and the vote in force elects ${say.unit(elected)}: record the change, or a decision is awaited.`,
  ChairVacant: ({ term, isVotedAgain }) =>
    `Nobody is recorded as chair for ${term}${isVotedAgain ? ": by its bylaws the bloc votes again" : ""}.`,
  StewardNotNamed: ({ unit }, say) =>
    `${say.unit(unit)} chairs the bloc and is not named as the steward of the campaign.`,
  CampaignWithoutSteward: ({ term }) =>
    `A campaign runs, and nobody chairs ${term} who could be its steward.`,
  StewardUnclear: ({ season }) =>
    `The campaign of ${season} runs, and the bloc has more than one open rotation whose chair could be its steward.`,
  FlagElsewhere: ({ chair, custodian }, say) =>
    `${say.unit(chair)} is the chair, and the rotating flag is with ${custodian === undefined ? "its issuer" : say.unit(custodian)}.`,
  RotationUnclear: ({ unit, season, isNone }, say) =>
    isNone
      ? `In ${season} the bloc elected ${say.unit(unit)} chair, and no open rotation has the next term.`
      : `In ${season} the bloc elected ${say.unit(unit)} chair, and more than one open rotation has the next term.`,
  SeatToVoteAgain: ({ purpose, season, unit }, say) =>
    `${say.unit(unit)} was elected in the ballot for ${purposeEn(purpose, season, say)}, and its seat has fallen vacant: by its bylaws the bloc votes again.`,
  TwoResults: ({ purpose, season }, say) =>
    `There are two results for ${purposeEn(purpose, season, say)}, and neither is a re-vote of the other; the first one counts.`,
  ProposalNotMade: ({ unit, honour, season }, say) =>
    `The proposal of ${awardEn(honour, season, say)} for ${say.unit(unit)} could not be made.`,
  ProposedWithoutResult: ({ unit, honour, season }, say) =>
    `${say.unit(unit)} is proposed for ${awardEn(honour, season, say)}, and neither a result in force nor a closed conference stands behind it.`,
  ElectedBySecondResult: ({ unit, honour, season, certifiedOn, countedOn }, say) =>
    `Two results for ${awardEn(honour, season, say)} are in force: that of ${say.date(countedOn)} counts, and ${say.unit(unit)}, elected by that of ${say.date(certifiedOn)}, is not proposed.`,
  ElectedInVoidRound: ({ unit, honour, season, annulledOn }, say) =>
    `${say.unit(unit)} was elected to ${awardEn(honour, season, say)} in a round after a ballot that was annulled on ${say.date(annulledOn)}, and is not proposed: to be voted again.`,
  ProposalNotWithdrawn: ({ unit, honour, season }, say) =>
    `${say.unit(unit)} is no longer elected or not eligible, and its proposal for ${awardEn(honour, season, say)} could not be withdrawn.`,
  GrantedOnVoidResult: ({ unit, honour, season }, say) =>
    `${awardEn(honour, season, say)} was decided for ${say.unit(unit)}, and the result that it rests on is void: report to the authority.`,
  SeatLeftByExclusion: ({ unit, honour, season, other, isVotedAgain }, say) =>
    `${say.unit(unit)} has ${awardEn(honour, season, say)} and is not proposed for ${say.honour(other)}; one seat of this is vacant: ${isVotedAgain ? "by its bylaws the bloc votes again" : "vote again or leave it"}.`,
  HonourHeldTwice: ({ unit, honour, season, isVacant }, say) =>
    isVacant
      ? `${say.unit(unit)} was elected to ${awardEn(honour, season, say)}, which also passed to it from another unit, and keeps one; one seat is vacant: vote again or leave it.`
      : `${say.unit(unit)} is proposed twice for ${awardEn(honour, season, say)}: once by what passed to it from another unit.`,
  BasisNotConfirmed: ({ unit, honour, season }, say) =>
    `The result for ${awardEn(honour, season, say)} is final, and the award of ${say.unit(unit)} does not say so.`,
  ElectedNotEligible: ({ unit, honour, season, reasons }, say) =>
    `${say.unit(unit)} was elected to ${awardEn(honour, season, say)} and is not eligible: ${say.list(reasons.map((reason) => bars[reason]))}.`,
  AwardOfFormerMember: ({ unit, honour, season, endedOn }, say) =>
    `${say.unit(unit)} is no member from ${say.date(endedOn)}: withdraw its award of ${awardEn(honour, season, say)} or pass it to the heir.`,
  ConsiderationStopped: ({ unit, honour, season, endedOn }, say) =>
    `The consideration of ${awardEn(honour, season, say)} for ${say.unit(unit)} is suspended, as the unit is no member from ${say.date(endedOn)}.`,
  AwardOfDissolvedBloc: ({ unit, honour, season }, say) =>
    `The bloc is dissolved, and ${awardEn(honour, season, say)} for ${say.unit(unit)} is undecided: report to the authority.`,
  ConsiderationNotSuspended: ({ unit, honour, season }, say) =>
    `The consideration of ${awardEn(honour, season, say)} for ${say.unit(unit)} could not be suspended.`,
  ConsiderationNotResumed: ({ unit, honour, season }, say) =>
    `The consideration of ${awardEn(honour, season, say)} for ${say.unit(unit)} could not be resumed.`,
  DisciplinedThoughGranted: ({ unit, honour, season, disciplinedOn, form }, say) =>
    `${say.unit(unit)} was disciplined on ${say.date(disciplinedOn)}${form === undefined ? "" : ` (${disciplineFormsEn[form]})`}; ${awardEn(honour, season, say)} is decided: consider its revocation.`,
  AwardStepAwaited: ({ unit, honour, season, step }, say) =>
    `${steps[step]} ${awardEn(honour, season, say)} for ${say.unit(unit)} is awaited.`,
  HonoursExcludeEachOther: ({ unit, honour, season, other }, say) =>
    `${say.unit(unit)} is proposed for ${awardEn(honour, season, say)} and ${say.honour(other)}, which exclude each other.`,
  MoreThanSeats: ({ honour, season, proposed, seats }, say) =>
    `More units are proposed for ${awardEn(honour, season, say)} than it has seats: ${say.count(proposed)} for ${say.count(seats)}.`,
};
