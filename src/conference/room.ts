import { accept, reject } from "../kernel/decision.ts";
import type { DataOf } from "../kernel/messages.ts";
import { same } from "../kernel/same.ts";
import { votesNeeded } from "../vocabulary/bar.ts";
import type { Person } from "../vocabulary/person.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { ConferenceCommand, ConferenceEvent } from "./messages.ts";
import {
  type Deciding,
  type Evolving,
  isGathering,
  misdated,
  notGathering,
  type Proceedings,
} from "./state.ts";

/** The units in the room, in the order of the invitation: a list that says nothing of who came first. */
export function unitsPresent({ invitation, present }: Proceedings): UnitId[] {
  return invitation.entitled.filter((unit) => present.includes(unit));
}

/** The votes in the room: of the units present, and of those that one of them votes for. */
export function votesInRoom({ present, proxies }: Proceedings): number {
  return present.length + proxies.filter(({ holder }) => present.includes(holder)).length;
}

/** How many units must be in the room. No quorum asks for more than all. */
export function unitsNeeded({ invitation: { quorum, entitled } }: Proceedings): number {
  return votesNeeded(quorum, entitled.length) ?? entitled.length;
}

/** Who is at the conference, and for whom: delegations, proxies, guests, units that come and go. */
export const decideRoom: Deciding<
  "AccreditDelegation" | "AccreditProxy" | "RevokeProxy" | "AccreditGuest" | "CheckInUnit" | "LeaveRoom"
> = {
  AccreditDelegation(state, delegation, metadata) {
    if (!isGathering(state)) return notGathering(state);
    const { unit, delegates, accreditedOn } = delegation;
    if (!isEntitled(state, unit)) return notEntitled(unit);
    if (same(delegation, delegationOf(state, unit))) return accept();
    const persons = delegates.map(({ person }) => person);
    const elsewhere = [
      ...state.guests.map(({ person }) => person),
      ...state.delegations
        .filter((other) => other.unit !== unit)
        .flatMap((other) => other.delegates.map(({ person }) => person)),
    ];
    const twice = persons.find((person, at) => isAmong([...persons.slice(0, at), ...elsewhere], person));
    if (twice) return reject({ type: "PersonAccreditedTwice", data: { person: twice } });
    return misdated(accreditedOn, metadata) ?? accept({ type: "DelegationAccredited", data: delegation });
  },

  AccreditProxy(state, proxy, metadata) {
    if (!isGathering(state)) return notGathering(state);
    const stranger = [proxy.principal, proxy.holder].find((unit) => !isEntitled(state, unit));
    if (stranger !== undefined) return notEntitled(stranger);
    if (proxyOf(state, proxy.principal)?.holder === proxy.holder) return accept();
    return (
      whyNoProxy(state, proxy) ??
      misdated(proxy.accreditedOn, metadata) ??
      accept({ type: "ProxyAccredited", data: proxy })
    );
  },

  RevokeProxy(state, { principal }) {
    if (!isGathering(state)) return notGathering(state);
    if (!isEntitled(state, principal)) return notEntitled(principal);
    const proxy = proxyOf(state, principal);
    if (!proxy) return accept();
    return accept({ type: "ProxyEnded", data: { principal, holder: proxy.holder, ground: "withdrawn" } });
  },

  AccreditGuest(state, guest) {
    if (!isGathering(state)) return notGathering(state);
    const known = state.guests.find((other) => other.guest === guest.guest);
    if (known && same(known, guest)) return accept();
    if (known) return reject({ type: "GuestTaken", data: { guest: guest.guest } });
    const others = [...state.guests, ...state.delegations.flatMap(({ delegates }) => delegates)].map(
      ({ person }) => person,
    );
    if (isAmong(others, guest.person))
      return reject({ type: "PersonAccreditedTwice", data: { person: guest.person } });
    return accept({ type: "GuestAccredited", data: guest });
  },

  CheckInUnit(state, { unit }) {
    if (!isGathering(state)) return notGathering(state);
    if (!isEntitled(state, unit)) return notEntitled(unit);
    if (state.present.includes(unit)) return accept();
    if (!delegationOf(state, unit)) return reject({ type: "UnitNotAccredited", data: { unit } });
    const proxy = proxyOf(state, unit);
    const checkedIn: ConferenceEvent = { type: "UnitArrived", data: { unit } };
    if (!proxy) return accept(checkedIn);
    const { holder } = proxy;
    const revoked = { principal: unit, holder, ground: "principalPresent" } as const;
    return accept<ConferenceEvent>({ type: "ProxyEnded", data: revoked }, checkedIn);
  },

  LeaveRoom(state, { unit }) {
    if (!isGathering(state)) return notGathering(state);
    if (!isEntitled(state, unit)) return notEntitled(unit);
    return state.present.includes(unit) ? accept({ type: "UnitLeftRoom", data: { unit } }) : accept();
  },
};

export const evolveRoom: Evolving<
  | "DelegationAccredited"
  | "ProxyAccredited"
  | "ProxyEnded"
  | "GuestAccredited"
  | "UnitArrived"
  | "UnitLeftRoom"
> = {
  DelegationAccredited(state, delegation) {
    if (state.status === "blank") return;
    state.delegations = [...state.delegations.filter(({ unit }) => unit !== delegation.unit), delegation];
  },
  ProxyAccredited(state, proxy) {
    if (state.status !== "blank") state.proxies.push(proxy);
  },
  ProxyEnded(state, { principal }) {
    if (state.status === "blank") return;
    state.proxies = state.proxies.filter((proxy) => proxy.principal !== principal);
  },
  GuestAccredited(state, guest) {
    if (state.status !== "blank") state.guests.push(guest);
  },
  UnitArrived(state, { unit }) {
    if (state.status !== "blank") state.present.push(unit);
  },
  UnitLeftRoom(state, { unit }) {
    if (state.status !== "blank") state.present = state.present.filter((other) => other !== unit);
  },
};

/** One hop, within the holder's limit, for somebody who is not there. */
function whyNoProxy(state: Proceedings, { principal, holder }: DataOf<ConferenceCommand, "AccreditProxy">) {
  const { proxiesMax } = state.invitation;
  const standing = proxyOf(state, principal);
  if (principal === holder) return reject({ type: "ProxyForItself", data: { unit: principal } } as const);
  if (standing)
    return reject({ type: "PrincipalRepresented", data: { principal, holder: standing.holder } } as const);
  if (state.present.includes(principal))
    return reject({ type: "PrincipalPresent", data: { principal } } as const);
  const chained = proxyOf(state, holder)
    ? holder
    : state.proxies.some((other) => other.holder === principal)
      ? principal
      : undefined;
  if (chained !== undefined)
    return reject({ type: "ProxyPassedOn", data: { principal, holder, unit: chained } } as const);
  if (state.proxies.filter((other) => other.holder === holder).length >= proxiesMax)
    return reject({ type: "ProxiesExhausted", data: { holder, proxiesMax } } as const);
  return undefined;
}

const isEntitled = ({ invitation }: Proceedings, unit: UnitId) => invitation.entitled.includes(unit);
const delegationOf = ({ delegations }: Proceedings, unit: UnitId) =>
  delegations.find((delegation) => delegation.unit === unit);
const proxyOf = ({ proxies }: Proceedings, unit: UnitId) =>
  proxies.find(({ principal }) => principal === unit);
const isAmong = (persons: readonly Person[], person: Person) => persons.some((other) => same(other, person));

function notEntitled(unit: UnitId) {
  return reject({ type: "UnitNotEntitled", data: { unit } } as const);
}
