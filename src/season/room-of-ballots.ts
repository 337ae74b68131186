import type { BallotCommand } from "../ballot/messages.ts";
import type { Id } from "../kernel/ids.ts";
import { laterOf } from "../kernel/time.ts";
import { votesNeeded } from "../vocabulary/bar.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { Claim } from "./claim.ts";
import { matterText, type ReasonCode } from "./messages.ts";
import type { OpenMatter } from "./open-matter.ts";
import type { Gathering, Prepared, Room, RoomKnown } from "./room-known.ts";

// The room of a conference is that of the ballots held at it.

export const roomKey = (conference: Id, ballot: Id) => `room/${conference}/${ballot}`;

/** C17: whoever is in the room of a conference is so in its ballots. C18: their votes open while it is open. */
export function roomsTaken(facts: RoomKnown, conference: Id, known: Gathering): [string, Claim][] {
  const { openedOn, cancelledOn, season } = known;
  // Before a conference opens nobody can vote at it, so nothing is to be said yet of who is there.
  if (openedOn === undefined || cancelledOn !== undefined) return [];
  return goingOn(facts, conference).flatMap(([ballot, one]) => {
    if (one.season !== season) return [];
    const voters = one.electors.filter((unit) => !one.recused.includes(unit));
    const room = among(voters, roomFor(known, one));
    const data = { ...room, ...(isSitting(known) && { openedOn }) };
    const command: BallotCommand = { type: "TakeRoom", data };
    const claim = {
      law: "C17",
      content: { ...data, revisions: one.revisions },
      commands: [{ aggregate: "Ballot", id: ballot, command }],
      unmet: matterText("RoomNotTaken", { purpose: one.purpose, season }),
    };
    return [[roomKey(conference, ballot), claim]];
  });
}

/**
 * C17: a conference was adjourned while people voted; C18: a ballot belongs to a conference of another season, or to one that
 * closed before anybody voted.
 */
export function roomMatters(facts: RoomKnown, conference: Id, known: Gathering): OpenMatter[] {
  const { season, adjourned, cancelledOn, closedOn } = known;
  return goingOn(facts, conference).flatMap(([id, one]): OpenMatter[] => {
    const about = { purpose: one.purpose, season: one.season };
    const found: OpenMatter[] = [];
    if (one.season !== season && cancelledOn === undefined) {
      const what = matterText("BallotOfOtherSeason", { ...about, held: season });
      found.push({ key: `season/${conference}/${id}`, law: "C18", what, since: one.knownOn, ready: [] });
    }
    if (closedOn !== undefined && one.season === season && one.vote === "awaited") {
      const what = matterText("BallotOfClosedConference", about);
      const since = laterOf(closedOn, one.knownOn);
      found.push({ key: `closed/${conference}/${id}`, law: "C18", what, since, ready: [] });
    }
    if (adjourned && one.vote === "open") {
      const annulledOn = laterOf(adjourned.on, one.lastOn);
      const data = { ground: "irregularity" as const, reason: interrupted, annulledOn };
      const command: BallotCommand = { type: "AnnulBallot", data };
      const ready = [{ aggregate: "Ballot", id, command }];
      const what = matterText("VotingInterrupted", about);
      found.push({ key: `interrupted/${conference}/${id}`, law: "C17", what, since: adjourned.on, ready });
    }
    return found;
  });
}

/** C17: proxies make the quorum at the conference and in its ballots, or in neither, and as the bylaws say. */
export function quorumMatters(facts: RoomKnown, conference: Id, known: Gathering): OpenMatter[] {
  const { bloc, bylaws, cancelledOn, closedOn, quorumInRoom = false } = known;
  if (cancelledOn !== undefined || closedOn !== undefined) return [];
  const asBylaws = facts.inRoomOnly.get(bloc)?.get(bylaws) ?? quorumInRoom;
  const matter = (key: string, since: string, of: object): OpenMatter => {
    const what = matterText("ProxiesCountedOtherwise", { inRoomOnly: asBylaws, ...of });
    return { key: `quorum/${key}`, law: "C17", what, since, ready: [] };
  };
  const ballots = goingOn(facts, conference).filter(
    ([, { procedure }]) => (procedure.quorumInRoom ?? false) !== asBylaws,
  );
  return [
    ...(quorumInRoom === asBylaws ? [] : [matter(conference, known.knownOn, {})]),
    ...ballots.map(([id, { purpose, season, knownOn }]) =>
      matter(`${conference}/${id}`, knownOn, { ballot: { purpose, season } }),
    ),
  ];
}

const interrupted: ReasonCode = "votingInterrupted";

/** The ballots of a conference whose vote is awaited or under way. */
function goingOn({ called, terms }: RoomKnown, conference: Id): [Id, Prepared][] {
  return [...(called.get(conference) ?? [])].flatMap((id): [Id, Prepared][] => {
    const known = terms.get(id);
    return known && known.vote !== "over" ? [[id, known]] : [];
  });
}

/** A vote that is under way keeps the room that the conference had when it was adjourned; from all others all departed. */
function roomFor({ isOpen, closedOn, room, adjourned }: Gathering, { vote }: Prepared): Room {
  if (vote === "open" && adjourned) return adjourned.room;
  return isOpen || closedOn !== undefined ? room : { present: [], proxies: [] };
}

/**
 * Whether a vote may open: while the conference is open and quorate. What is voted on after the close, a re-vote too, names
 * another conference in its terms, or none.
 */
const isSitting = (known: Gathering): boolean => known.isOpen && isQuorate(known);

function isQuorate({ entitled, quorum, quorumInRoom, room: { present, proxies } }: Gathering): boolean {
  const represented = quorumInRoom ? [] : proxies.filter(({ holder }) => present.includes(holder));
  return present.length + represented.length >= (votesNeeded(quorum, entitled.length) ?? entitled.length);
}

/** Of a room, those who have a vote; a proxy needs a vote at both ends. */
function among(voters: readonly UnitId[], { present, proxies }: Room): Room {
  return {
    present: voters.filter((unit) => present.includes(unit)),
    proxies: voters.flatMap((principal) =>
      proxies.filter((proxy) => proxy.principal === principal && voters.includes(proxy.holder)),
    ),
  };
}
