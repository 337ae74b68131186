import { objectionToDate, unless } from "../kernel/decision.ts";
import { type Begun, during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { BallotRejection } from "./messages.ts";
import { objectionToHolder, objectionToPair } from "./proxies.ts";
import { objectionToVoter, presenceOf, type Roll, voters, withoutProxy } from "./roll.ts";
import { type Ballot, type CommandData, type Deciding, type Evolving, untilClosed } from "./state.ts";
import type { Terms } from "./terms.ts";

// The room of a ballot that is held at a conference: it is the room of the conference, and is taken from it as a whole.

type Room = CommandData<"TakeRoom">;

export const decideConferenceRoom: Deciding<"TakeRoom"> = {
  TakeRoom: during(untilClosed, {
    already: (state, room) => objectionToRoom(state, room) === undefined && isRoomOf(state, room),
    done: ({ openedOn }) => openedOn,
    decide: (state, room) =>
      unless(objectionToRoom(state, room), { type: "RoomTaken", data: ordered(state.terms, room) }),
  }),
};

export const evolveConferenceRoom: Evolving<"RoomTaken"> = {
  RoomTaken: from(untilClosed, (state, room) => {
    const objection = objectionToRoom(state, room);
    if (objection) contradiction(`it has no such room: ${objection.type}`);
    state.roll = withRoom(state, room);
    if (room.openedOn === undefined) delete state.conferenceOn;
    else state.conferenceOn = room.openedOn;
  }),
};

/** The same room in the order of the electors, whoever came first. */
function ordered({ electors }: Terms, { present, proxies, ...other }: Room): Room {
  return {
    ...other,
    present: electors.filter((unit) => present.includes(unit)),
    proxies: electors.flatMap((unit) => proxies.filter(({ principal }) => principal === unit)),
  };
}

/** What stands against a hand that says who is there: the conference says it. */
export function roomElsewhere({ terms }: Begun<Ballot>): BallotRejection | undefined {
  return terms.conference === undefined ? undefined : { type: "RoomOfConference", data: {} };
}

/** What stands against the opening of a vote: the conference is not open, or opened only on a later day. */
export function objectionToSitting(
  { terms, conferenceOn }: Begun<Ballot>,
  openedOn: CivilDate | undefined,
): BallotRejection | undefined {
  if (terms.conference === undefined) return undefined;
  if (conferenceOn === undefined) return { type: "ConferenceNotOpen", data: {} };
  return openedOn === undefined ? undefined : objectionToDate(openedOn, { earliest: conferenceOn });
}

/**
 * The roll with the units and proxies of this room. A paper that is out stays with whoever received it, and who takes part
 * in a vote that is open stays as it was fixed.
 */
function withRoom({ terms, roll }: { terms: Terms; roll: Roll }, { present, proxies }: Room): Roll {
  const holders = new Map(proxies.map(({ principal, holder }) => [principal, holder]));
  const units = voters(terms).map((unit) => {
    const { holder: before, ...presence } = presenceOf(roll, unit);
    const holder = presence.paper === undefined ? holders.get(unit) : before;
    return [
      unit,
      { ...presence, here: present.includes(unit), ...(holder !== undefined && { holder }) },
    ] as const;
  });
  return new Map(units.filter(([unit, { here, holder }]) => here || holder !== undefined || roll.has(unit)));
}

function isRoomOf(state: Begun<Ballot>, room: Room): boolean {
  const taken = withRoom(state, room);
  return (
    state.conferenceOn === room.openedOn &&
    voters(state.terms).every((unit) => {
      const [now, then] = [presenceOf(state.roll, unit), presenceOf(taken, unit)];
      return now.here === then.here && now.holder === then.holder;
    })
  );
}

/** What stands against this room: all in it have a vote here, and its proxies are as the terms allow. */
function objectionToRoom(state: Begun<Ballot>, room: Room): BallotRejection | undefined {
  const { terms } = state;
  if (terms.conference === undefined) return { type: "BallotAtNoConference", data: {} };
  const taken = withRoom(state, room);
  return (
    firstOf(room.present, (unit) => objectionToVoter(terms, unit)) ??
    firstOf(room.proxies, (proxy) => objectionToProxy({ terms, taken }, proxy, room.present))
  );
}

function objectionToProxy(
  { terms, taken }: { terms: Terms; taken: Roll },
  { principal, holder }: Room["proxies"][number],
  present: readonly UnitId[],
): BallotRejection | undefined {
  const objection = objectionToPair(terms, principal, holder);
  if (objection) return objection;
  if (present.includes(principal)) return { type: "UnitPresent", data: { unit: principal } };
  const others: Roll = new Map(taken);
  withoutProxy(others, principal);
  return objectionToHolder({ terms, roll: others }, principal, holder);
}

function firstOf<T>(
  all: readonly T[],
  objectionTo: (one: T) => BallotRejection | undefined,
): BallotRejection | undefined {
  for (const one of all) {
    const objection = objectionTo(one);
    if (objection) return objection;
  }
  return undefined;
}
