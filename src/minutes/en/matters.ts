import type { MatterText } from "../../season/messages.ts";
import { quoted } from "../figures.ts";
import type { Phrases } from "../language.ts";
import { purposeEn } from "./ballot-words.ts";

const ends = { certified: "its record is signed", annulled: "it was annulled" };

const left = { rotation: "the chair's rotation", conference: "a conference", campaign: "a campaign" };

const voidOnes = { noTieLeft: "run-off", roundVoid: "round" };

const scoreUses = { tie: "the tie was broken", nominees: "the nominees were chosen" };
const beginnings = {
  directive: "The directive",
  plan: "The plan",
  pledge: "The signed pledge",
  scale: "The scoring scale",
};
const offices = { chair: "chair", deputy: "deputy chair" };

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
  SeasonNotPrepared: ({ what, season, units }, say) =>
    `${beginnings[what]} of ${season}${units ? ` of ${say.units(units)}` : ""} is awaited.`,
  InvitationNotRevised: ({ heldOn }, say) =>
    `Those entitled to the conference of ${say.date(heldOn)} are not the members of that day.`,
  LeftByDissolvedBloc: ({ what }) => `The bloc is dissolved; still open: ${left[what]}.`,
  PledgesUnconcluded: ({ season, units }, say) =>
    `The campaign of ${season} is summed up, and pledges are not concluded: ${say.units(units)}.`,
  RoundNotOpened: ({ purpose, season }, say) =>
    `The round for ${purposeEn(purpose, season, say)} could not be opened by the result before it.`,
  RoundVotedOnOldList: ({ purpose, season, won, missing }, say) =>
    `The round for ${purposeEn(purpose, season, say)} was voted with the old list: ${[
      ...(won.length > 0 ? [`${say.units(won)} won in a round before`] : []),
      ...(missing.length > 0 ? [`${say.units(missing)} could not be voted for`] : []),
    ].join("; ")}. Settle the seats, or vote again.`,
  RunOffNotOpened: ({ units }, say) => `The run-off between ${say.units(units)} could not be opened.`,
  RunOffNotRecorded: ({ units }, say) =>
    `The result of the run-off between ${say.units(units)} did not reach the ballot that called it.`,
  RestsOnVoidRunOff: ({ units }, say) =>
    `A result rests on the run-off between ${say.units(units)}, which was annulled; it has to be confirmed again.`,
  BallotOfVoidOne: ({ purpose, season, ground }, say) =>
    `The ${voidOnes[ground]} for ${purposeEn(purpose, season, say)} came of a result that no longer counts, and was not annulled.`,
  RoundOfVoidBallot: ({ purpose, season }, say) =>
    `The round for ${purposeEn(purpose, season, say)} followed an annulled ballot: it is to be voted again after the new result.`,
  BallotNotRevised: ({ purpose, season }, say) =>
    `The lists or scores of the ballot for ${purposeEn(purpose, season, say)} are out of date and could not be revised.`,
  ListsOlderThanMembers: ({ purpose, season, units }, say) =>
    `The lists for ${purposeEn(purpose, season, say)} are older than the change of ${say.units(units)}.`,
  ScoresCorrectedAfterVote: ({ purpose, season, use }, say) =>
    `Scores were corrected after papers were issued for ${purposeEn(purpose, season, say)}, and ${scoreUses[use]} by the old ones.`,
  BylawsChangedMeanwhile: ({ purpose, season }, say) =>
    `The ballot for ${purposeEn(purpose, season, say)} was prepared under the old bylaws.`,
  FigureNotCarried: ({ unit, season, actual }, say) =>
    `The assessed figure (${actual}) of the pledge of ${say.unit(unit)} is not on its sheet for ${season}.`,
  FiguresDiffer: ({ unit, criterion, pledged, scored }, say) =>
    `${say.unit(unit)}, ${quoted(criterion)}: the pledge says ${pledged}, the scoreboard ${scored}.`,
  PledgeNotSigned: ({ unit }, say) =>
    unit === undefined
      ? "The minutes say that a pledge was signed, and there is no such pledge."
      : `The minutes say that ${say.unit(unit)} signed its pledge, and no signed pledge is there.`,
  ElectedNotDesignated: ({ office, unit, term }, say) =>
    `${say.unit(unit)} was elected ${offices[office]} for ${term}, and that is not recorded in the rotation.`,
  ElectedNotTakenBack: ({ office, unit, term }, say) =>
    `The vote elects another, and ${say.unit(unit)} is still recorded as ${offices[office]} for ${term}.`,
  ElectedCannotServe: ({ office, unit, term }, say) =>
    `${say.unit(unit)} was elected ${offices[office]} for ${term} and cannot serve, as it has left or is suspended: re-vote or decision awaited.`,
  ElectedToBoth: ({ unit, term }, say) =>
    `${say.unit(unit)} was elected chair and deputy: no deputy for ${term}.`,
  NoChairForTerm: ({ term, annulledOn }, say) =>
    annulledOn === undefined
      ? `No chair for ${term}: the vote elected nobody.`
      : `No chair for ${term}: the result was annulled on ${say.date(annulledOn)}; a re-vote is awaited.`,
  DecisionOverVote: ({ elected, named, term, decision }, say) =>
    `The bloc elected ${say.unit(elected)} chair for ${term}; ${say.document(decision)} names ${say.unit(named)}, who stands.`,
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
  ChairOnVoidVote: ({ unit, term, voidOn }, say) =>
    `${say.unit(unit)} chairs ${term} by a vote that fell on ${say.date(voidOn)}: re-vote or decision awaited.`,
  ChairNotAsElected: ({ unit, elected, term }, say) =>
    `${say.unit(unit)} chairs ${term}, and the vote in force elects ${say.unit(elected)}: record the change, or a decision is awaited.`,
  ChairVacant: ({ term }) => `Nobody is recorded as chair for ${term}.`,
  StewardNotNamed: ({ unit }, say) =>
    `${say.unit(unit)} chairs the bloc and is not named as the steward of the campaign.`,
  CampaignWithoutSteward: ({ term }) =>
    `A campaign runs, and nobody chairs ${term} who could be its steward.`,
  FlagElsewhere: ({ chair, custodian }, say) =>
    `${say.unit(chair)} is the chair, and the rotating flag is with ${custodian === undefined ? "its issuer" : say.unit(custodian)}.`,
  RotationUnclear: ({ unit, season, isNone }, say) =>
    isNone
      ? `In ${season} the bloc elected ${say.unit(unit)} chair, and no open rotation has the next term.`
      : `In ${season} the bloc elected ${say.unit(unit)} chair, and more than one open rotation has the next term.`,
  TwoResults: ({ purpose, season }, say) =>
    `There are two results for ${purposeEn(purpose, season, say)}, and neither is a re-vote of the other; the first one counts.`,
};
