import type { BallotCommand } from "../ballot/messages.ts";
import type { ConferenceCommand } from "../conference/messages.ts";
import type { Id } from "../kernel/ids.ts";
import { laterOf } from "../kernel/time.ts";
import type { Claim } from "./claim.ts";
import { type Claiming, claiming } from "./claiming.ts";
import { unissued } from "./drafts-issued.ts";
import { learnOfRooms } from "./learn-rooms.ts";
import { matterText, type ReasonCode, type SeasonEvent } from "./messages.ts";
import type { OpenMatter } from "./open-matter.ts";
import { type Gathering, nothingKnown, type RoomKnown } from "./room-known.ts";
import { quorumMatters, roomKey, roomMatters, roomsTaken } from "./room-of-ballots.ts";

/**
 * A conference and what is done in it are one: whoever is there is so in its ballots (C17), which open while it is open
 * (C18); a ballot that was held there ends in its minutes (C18c), a conference that is cancelled leaves no ballot that goes
 * on (C18d), an adopted draft is issued (C19), and a pledge that the minutes say was signed there is signed (C20).
 */
export const oneRoom: Claiming<RoomKnown, SeasonEvent> = /* @__PURE__ */ claiming<RoomKnown, SeasonEvent>({
  name: "one-room",
  version: 1,
  facts: nothingKnown,
  evolve: learnOfRooms,
  scopes: ({ conferencesOf }, { id, stream }) =>
    stream.startsWith("Conference-") ? [id] : [...(conferencesOf.get(id) ?? [])],
  all: ({ conferences }) => conferences.keys(),
  claims(facts, conference) {
    const known = facts.conferences.get(conference);
    if (!known) return new Map();
    return new Map([
      ...roomsTaken(facts, conference, known),
      ...settlements(facts, conference, known),
      ...annulments(facts, conference, known),
    ]);
  },
  // What has ended stays so, a conference that is cancelled stays so, and a vote that is over keeps its room.
  undo: () => undefined,
  byHand: {
    RoomTaken({ terms }, _, { id }) {
      const conference = terms.get(id)?.conference;
      return conference === undefined ? undefined : roomKey(conference, id);
    },
  },
  matters(facts, conference) {
    const known = facts.conferences.get(conference);
    if (!known) return [];
    return [
      ...roomMatters(facts, conference, known),
      ...quorumMatters(facts, conference, known),
      ...unissued(facts, conference, known),
      ...unsigned(facts, conference, known),
      ...certifiedAnyway(facts, conference, known),
    ];
  },
});

/** C18c: the minutes say how each ballot ended that was held there. */
function settlements({ ends }: RoomKnown, conference: Id, { held }: Gathering): [string, Claim][] {
  return [...held].flatMap(([ballot, matter]) => {
    const ended = ends.get(ballot);
    if (!ended) return [];
    const command: ConferenceCommand = { type: "SettleBallot", data: { ballot, ...ended } };
    const claim = {
      law: "C18c",
      // A recount signs another record, and the ballot has ended as before.
      content: { end: ended.end },
      commands: [{ aggregate: "Conference", id: conference, command }],
      unmet: matterText("BallotNotSettled", { matter, end: ended.end }),
    };
    return [[`settled/${conference}/${ballot}`, claim]];
  });
}

/** C18d: a conference that is cancelled leaves no ballot that has no record. */
function annulments(facts: RoomKnown, conference: Id, { cancelledOn }: Gathering): [string, Claim][] {
  const { ends, terms } = facts;
  if (cancelledOn === undefined) return [];
  return ballotsOf(facts, conference).flatMap((ballot) => {
    const known = terms.get(ballot);
    if (!known || ends.has(ballot)) return [];
    const { purpose, season, lastOn } = known;
    const annulledOn = laterOf(cancelledOn, lastOn);
    const data = { ground: "conferenceCancelled" as const, reason: cancelled, annulledOn };
    const command: BallotCommand = { type: "AnnulBallot", data };
    const claim = {
      law: "C18d",
      content: { cancelledOn },
      commands: [{ aggregate: "Ballot", id: ballot, command }],
      unmet: matterText("BallotOfCancelledConference", { purpose, season }),
    };
    return [[`cancelled/${conference}/${ballot}`, claim]];
  });
}

/** A result that was certified is not taken back by a process: people look at it. */
function certifiedAnyway(facts: RoomKnown, conference: Id, { cancelledOn }: Gathering): OpenMatter[] {
  if (cancelledOn === undefined) return [];
  return ballotsOf(facts, conference).flatMap((ballot) => {
    const known = facts.terms.get(ballot);
    if (!known || facts.ends.get(ballot)?.end !== "certified") return [];
    const { purpose, season } = known;
    const what = matterText("BallotCertifiedThoughCancelled", { purpose, season });
    return [{ key: `certified/${conference}/${ballot}`, law: "C18d", what, since: cancelledOn, ready: [] }];
  });
}

/** The ballots of a conference, by its minutes and by their own terms. */
const ballotsOf = ({ conferences, called }: RoomKnown, conference: Id): Id[] => [
  ...new Set([...(conferences.get(conference)?.held.keys() ?? []), ...(called.get(conference) ?? [])]),
];

const cancelled: ReasonCode = "conferenceCancelled";

/** C20: a pledge that the minutes say was signed is signed by the close. */
function unsigned(
  { signed, pledgers }: RoomKnown,
  conference: Id,
  { signings, openedOn, closedOn }: Gathering,
): OpenMatter[] {
  if (closedOn === undefined) return [];
  return [...signings].flatMap((pledge, at) => {
    const unit = pledgers.get(pledge);
    if (signed.has(pledge)) return [];
    const of = unit === undefined ? { place: at + 1 } : { unit };
    const what = matterText("PledgeNotSigned", { ...of, heldOn: openedOn ?? closedOn });
    return [{ key: `pledge/${conference}/${pledge}`, law: "C20", what, since: closedOn, ready: [] }];
  });
}
