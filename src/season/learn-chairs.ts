import { asItIs } from "../kernel/changing.ts";
import type { Id } from "../kernel/ids.ts";
import type { At } from "../process/pure-process.ts";
import type { Season } from "../vocabulary/season.ts";
import { addTo } from "./by-season.ts";
import {
  type ChairsKnown,
  chairsIn,
  ofBloc,
  type RotationKnown,
  type StewardedKnown,
} from "./chairs-known.ts";
import { seasonsFor, votedChair } from "./chosen-chairs.ts";
import type { ClaimingSpec } from "./claiming.ts";
import { dayComes } from "./days-of-blocs.ts";
import { dueSeat } from "./due-seats.ts";
import { learnOfChoices } from "./learn-choices.ts";
import { learnOfBlocs } from "./learn-members.ts";
import { done, keepDeputy, learnOfFlag, learnOfOffice } from "./learn-office.ts";
import type { SeasonEvent } from "./messages.ts";
import { vacatedKeys } from "./office-votes.ts";
import { blocOfBallot, learnOfResults } from "./results-known.ts";

type Learn = ClaimingSpec<ChairsKnown, SeasonEvent>["evolve"];
type Handler<F> = (facts: F, data: never, at: At) => unknown;

/** The rotations to which a fact may matter: what happens to one rotation of a bloc may leave another one the only one. */
export function rotationsOf(facts: ChairsKnown, { id, stream }: At): Id[] {
  const [aggregate] = stream.split("-");
  const bloc = blocBehind(facts, aggregate, id);
  return bloc === undefined ? [] : [...(facts.ofBlocs.get(bloc)?.rotations ?? [])];
}

/** The bloc that a fact is about. */
function blocBehind(facts: ChairsKnown, aggregate: string | undefined, id: Id): Id | undefined {
  const { results, meetings, campaigns, rotations } = facts;
  if (aggregate === "Bloc") return id;
  if (aggregate === "Conference") return meetings.get(id)?.bloc;
  if (aggregate === "Campaign") return campaigns.get(id)?.bloc;
  if (aggregate === "ChairRotation") return rotations.get(id)?.bloc;
  return blocOfBallot(results, results.ballots.get(id)?.record ?? facts.opened.get(id) ?? {});
}

/** What each fact tells; after each it is seen whose term is to begin. */
export const learnOfChairs: Learn = /* @__PURE__ */ withSeats({
  ...inPart(learnOfBlocs, ({ members }) => members),
  ...inPart(learnOfResults, ({ results }) => results, isOfOffice),
  ...learnOfVotes(),
  ...learnOfMeetings(),
  ...learnOfCampaigns(),
  ...learnOfOffice(),
  ...learnOfChoices(),
  ...learnOfFlag(),
});

/** The same handlers, of a part of what is known. */
function inPart<F>(
  learn: object,
  part: (facts: ChairsKnown) => F,
  isAbout: (facts: ChairsKnown, data: never, at: At) => boolean = () => true,
): Learn {
  const entries = Object.entries(learn as Record<string, Handler<F>>).map(([type, handler]) => [
    type,
    (facts: ChairsKnown, data: never, at: At) => {
      if (isAbout(facts, data, at)) handler(part(facts), data, at);
    },
  ]);
  return Object.fromEntries(entries) as Learn;
}

/** Ballots on an honour choose no chair, and are not remembered. */
function isOfOffice(
  { results }: ChairsKnown,
  { purpose }: { purpose?: { kind: string } },
  { id, stream }: At,
): boolean {
  if (stream.startsWith("Conference-")) return true;
  return purpose ? purpose.kind === "chair" || purpose.kind === "deputyChair" : results.ballots.has(id);
}

/** A ballot on an office is found by its bloc, which is known once its conference is convened, and by its season. */
function learnOfVotes(): Learn {
  const { BallotOpened: opened, BallotRevised: revised, BallotCertified: certified } = learnOfResults;
  return {
    BallotOpened: (facts, terms, at) => learnOfVote(facts, terms, at) && opened(facts.results, terms, at),
    BallotRevised: (facts, terms, at) => learnOfVote(facts, terms, at) && revised(facts.results, terms, at),
    BallotCertified: (facts, record, at) =>
      learnOfVote(facts, record, at) && certified(facts.results, record, at),
  };
}

type VoteTold = {
  season: Season;
  conference?: Id | undefined;
  bloc?: Id | undefined;
  purpose: { kind: string };
};

/** Keeps what a ballot is for, if that is an office, and says whether it is. */
function learnOfVote(facts: ChairsKnown, { purpose, ...told }: VoteTold, at: At): boolean {
  if (!isOfOffice(facts, { purpose }, at)) return false;
  const office = purpose.kind === "chair" ? "chair" : "deputy";
  const { season, conference, bloc } = told;
  facts.opened.set(at.id, { season, conference, bloc, office });
  placeBallot(facts, at.id);
  return true;
}

function placeBallot(facts: ChairsKnown, ballot: Id): void {
  const vote = facts.opened.get(ballot);
  if (!vote) return;
  const bloc = blocOfBallot(facts.results, vote);
  if (bloc !== undefined) chairsIn(facts, { bloc, season: vote.season }).ballots.add(ballot);
  else if (vote.conference !== undefined) addTo(facts.unplaced, vote.conference, ballot);
}

/** Where the conferences of blocs meet, and when they close. */
function learnOfMeetings(): Learn {
  return {
    ConferenceConvened(facts, { bloc, season, kind, place }, { id }) {
      const { results, meetings, unplaced } = facts;
      results.blocs.set(id, bloc);
      meetings.set(id, { bloc, season, isMidTerm: kind === "midTerm", place });
      chairsIn(facts, { bloc, season }).meetings.add(id);
      for (const ballot of unplaced.get(id) ?? []) placeBallot(facts, ballot);
      unplaced.delete(id);
    },
    ConferenceAdjourned({ meetings }, { place }, { id }) {
      const meeting = meetings.get(id);
      if (meeting) meetings.set(id, { ...meeting, place });
    },
    ConferenceCancelled({ meetings }, _, { id }) {
      const meeting = meetings.get(id);
      if (meeting) meetings.set(id, { ...meeting, isCancelled: true });
    },
    ConferenceClosed({ meetings }, { closedOn, handover }, { id }) {
      const meeting = meetings.get(id);
      if (meeting) meetings.set(id, { ...meeting, closedOn, ...handover });
    },
  };
}

function learnOfCampaigns(): Learn {
  const know = ({ campaigns }: ChairsKnown, id: Id, told: Partial<StewardedKnown>) => {
    const known = campaigns.get(id);
    if (known) campaigns.set(id, { ...known, ...told });
  };
  return {
    CampaignDrafted(facts, { bloc, season, closesOn }, { id }) {
      facts.campaigns.set(id, { bloc, season, closesOn });
      ofBloc(facts, bloc)?.campaigns.add(id);
    },
    CampaignLaunched: (facts, { launchedOn }, { id }) => know(facts, id, { launchedOn }),
    CampaignStewardNamed: (facts, { since }, { id }) => know(facts, id, { stewardOn: since }),
    CampaignExtended: (facts, { closesOn }, { id }) => know(facts, id, { closesOn }),
    CampaignCancelled: (facts, _, { id }) => know(facts, id, { isOver: true }),
    CampaignSummedUp: (facts, _, { id }) => know(facts, id, { isOver: true }),
  };
}

/**
 * After each fact it is seen whether all has come that a handover waits for. From then on the term has begun: what falls
 * of the vote later moves nothing by itself.
 */
function withSeats(learn: Learn): Learn {
  const entries = Object.entries(learn as Record<string, Handler<ChairsKnown>>).map(([type, handler]) => [
    type,
    (facts: ChairsKnown, data: never, at: At) => {
      turn(facts, at);
      handler(facts, data, at);
      turn(facts, at);
      for (const id of rotationsOf(facts, at)) seatDue(facts, id);
    },
  ]);
  return Object.fromEntries(entries) as Learn;
}

/** What was stated for the day of a fact, or for one before it, takes effect. */
function turn(facts: ChairsKnown, at: At): void {
  const [aggregate] = at.stream.split("-");
  dayComes(facts.members.blocs.get(blocBehind(facts, aggregate, at.id) ?? ""), at);
}

function seatDue(facts: ChairsKnown, id: Id): void {
  const rotation = facts.rotations.get(id);
  if (!rotation) return;
  forgetAside(facts, id, rotation);
  for (let due = dueSeat(asItIs(facts), id); due; due = dueSeat(asItIs(facts), id)) {
    keepDeputy(facts, id);
    rotation.seats = [...rotation.seats, due.seat];
    delete rotation.acting;
    const { chair, on: since } = due.seat;
    if (due.takesFlag && chair !== undefined) rotation.flag = { kind: "unit", unit: chair, since };
    done(rotation, due.seat.on);
  }
}

/** Once nobody stands behind a choice any more, what people decided against it is settled. */
function forgetAside(facts: ChairsKnown, id: Id, { aside }: RotationKnown): void {
  if (aside.size === 0) return;
  const known = asItIs(facts);
  const rotation = known.rotations.get(id);
  if (!rotation) return;
  const { bloc } = rotation;
  const standing = new Set(
    seasonsFor(known, id, rotation).flatMap((season) => {
      const voting = { rotation: id, bloc, season, office: "chair" as const };
      return [votedChair(known, voting)?.key, ...vacatedKeys(known, voting)];
    }),
  );
  for (const key of [...aside.keys()]) if (!standing.has(key)) aside.delete(key);
}
