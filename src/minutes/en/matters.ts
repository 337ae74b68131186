import type { MatterText } from "../../season/messages.ts";
import { quoted } from "../figures.ts";
import type { Phrases } from "../language.ts";
import { purposeEn } from "./ballot-words.ts";

const ends = { certified: "its record is signed", annulled: "it was annulled" };

const left = { rotation: "the chair's rotation", conference: "a conference", campaign: "a campaign" };

const beginnings = {
  directive: "The directive",
  plan: "The plan",
  pledge: "The signed pledge",
  scale: "The scoring scale",
};

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
  FigureNotCarried: ({ unit, season, actual }, say) =>
    `The assessed figure (${actual}) of the pledge of ${say.unit(unit)} is not on its sheet for ${season}.`,
  FiguresDiffer: ({ unit, criterion, pledged, scored }, say) =>
    `${say.unit(unit)}, ${quoted(criterion)}: the pledge says ${pledged}, the scoreboard ${scored}.`,
  PledgeNotSigned: ({ unit }, say) =>
    unit === undefined
      ? "The minutes say that a pledge was signed, and there is no such pledge."
      : `The minutes say that ${say.unit(unit)} signed its pledge, and no signed pledge is there.`,
};
