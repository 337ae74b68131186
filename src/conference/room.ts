import { accept, reject, unless } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import { same } from "../kernel/same.ts";
import { votesNeeded } from "../vocabulary/bar.ts";
import type { Person } from "../vocabulary/person.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { ConferenceEvent, ConferenceRejection } from "./messages.ts";
import {
  type CommandData,
  type CommandSlice,
  type EventSlice,
  gathering,
  type Proceedings,
} from "./state.ts";

// The room: who attends and votes for whom. Delegations, proxies and guests are accredited; units arrive and leave.

/** The units in the room, in the order of the invitation, not in the order of their arrival. */
export function unitsPresent({ invitation, present }: Proceedings): UnitId[] {
  return invitation.entitled.filter((unit) => present.includes(unit));
}

/** The votes in the room: one of each unit present, and one of each unit whose proxy is held by a unit present. */
export function votesInRoom({ present, proxies }: Proceedings): number {
  return present.length + proxies.filter(({ holder }) => present.includes(holder)).length;
}

/** How many units that are not in the room make the quorum: those represented there, unless only units in it do. */
function quorumByProxy(state: Proceedings): number {
  return state.invitation.quorumInRoom ? 0 : votesInRoom(state) - state.present.length;
}

/** The number of units that make the quorum. */
export function unitsForQuorum(state: Proceedings): number {
  return state.present.length + quorumByProxy(state);
}

/** The figures of a quorum: the units in the room, and how many more make it. */
export function quorumFigures(state: Proceedings): { present: UnitId[]; byProxy?: number } {
  const byProxy = quorumByProxy(state);
  return { present: unitsPresent(state), ...(byProxy > 0 && { byProxy }) };
}

/** The number of units that make a quorum: at most all of them. */
export function unitsNeeded({ invitation: { quorum, entitled } }: Proceedings): number {
  return votesNeeded(quorum, entitled.length) ?? entitled.length;
}

export const decideRoom: CommandSlice<
  | "ReviseInvitation"
  | "AccreditDelegation"
  | "AccreditProxy"
  | "RevokeProxy"
  | "AccreditGuest"
  | "CheckInUnit"
  | "LeaveRoom"
> = {
  ReviseInvitation: during(["convened", "inquorate"], {
    already: (state, { entitled, host }) => same({ entitled, host }, partiesOf(state)),
    decide(_, revision) {
      const { entitled, host } = revision;
      if (!entitled.includes(host)) return reject({ type: "UnitNotEntitled", data: { unit: host } });
      return accept({ type: "InvitationRevised", data: revision });
    },
  }),

  AccreditDelegation: during(gathering, {
    already: (state, delegation) => same(delegation, delegationOf(state, delegation.unit)),
    done: ({ accreditedOn }) => accreditedOn,
    decide: (state, delegation) =>
      unless(objectionToUnit(state, delegation.unit) ?? objectionToDelegation(state, delegation), {
        type: "DelegationAccredited",
        data: delegation,
      }),
  }),

  AccreditProxy: during(gathering, {
    already: (state, proxy) => same(proxy, proxyOf(state, proxy.principal)),
    done: ({ accreditedOn }) => accreditedOn,
    decide: (state, proxy) =>
      unless(
        objectionToUnit(state, proxy.principal) ??
          objectionToUnit(state, proxy.holder) ??
          objectionToProxy(state, proxy),
        { type: "ProxyAccredited", data: proxy },
      ),
  }),

  RevokeProxy: during(gathering, {
    decide(state, { principal }) {
      const objection = objectionToUnit(state, principal);
      if (objection) return reject(objection);
      const proxy = proxyOf(state, principal);
      if (!proxy) return accept();
      return accept({ type: "ProxyEnded", data: { principal, holder: proxy.holder, ground: "withdrawn" } });
    },
  }),

  AccreditGuest: during(gathering, {
    already: ({ guests }, guest) => guests.some((other) => same(other, guest)),
    decide(state, guest) {
      if (state.guests.some((other) => other.guest === guest.guest))
        return reject({ type: "GuestTaken", data: { guest: guest.guest } });
      const { person } = guest;
      if (isAmong([...guestsOf(state), ...delegatesOf(state)], person))
        return reject({ type: "PersonAccreditedTwice", data: { person } });
      return accept({ type: "GuestAccredited", data: guest });
    },
  }),

  CheckInUnit: during(gathering, {
    decide(state, { unit }) {
      const objection = objectionToUnit(state, unit);
      if (objection) return reject(objection);
      if (state.present.includes(unit)) return accept();
      if (!delegationOf(state, unit)) return reject({ type: "UnitNotAccredited", data: { unit } });
      const arrival: ConferenceEvent = { type: "UnitArrived", data: { unit } };
      const proxy = proxyOf(state, unit);
      if (!proxy) return accept(arrival);
      const ended = { principal: unit, holder: proxy.holder, ground: "principalPresent" } as const;
      return accept<ConferenceEvent>({ type: "ProxyEnded", data: ended }, arrival);
    },
  }),

  LeaveRoom: during(gathering, {
    decide(state, { unit }) {
      const objection = objectionToUnit(state, unit);
      if (objection) return reject(objection);
      return state.present.includes(unit) ? accept({ type: "UnitLeftRoom", data: { unit } }) : accept();
    },
  }),
};

export const evolveRoom: EventSlice<
  | "InvitationRevised"
  | "DelegationAccredited"
  | "ProxyAccredited"
  | "ProxyEnded"
  | "GuestAccredited"
  | "UnitArrived"
  | "UnitLeftRoom"
> = {
  InvitationRevised: from(["convened", "inquorate"], (state, revision) => {
    const { entitled, host } = revision;
    if (!entitled.includes(host)) contradiction(`unit ${quoted(host)} hosts and is not entitled`);
    if (same(revision, partiesOf(state))) contradiction("it is recorded already");
    state.invitation = { ...state.invitation, ...revision };
    const isEntitled = (unit: UnitId) => entitled.includes(unit);
    state.delegations = state.delegations.filter(({ unit }) => isEntitled(unit));
    state.proxies = state.proxies.filter(
      ({ principal, holder }) => isEntitled(principal) && isEntitled(holder),
    );
    state.present = state.present.filter(isEntitled);
  }),
  DelegationAccredited: from(gathering, (state, delegation) => {
    expectEntitled(state, delegation.unit);
    if (same(delegationOf(state, delegation.unit), delegation))
      contradiction(`the delegation of unit ${quoted(delegation.unit)} is accredited already`);
    state.delegations = [...state.delegations.filter(({ unit }) => unit !== delegation.unit), delegation];
  }),
  ProxyAccredited: from(gathering, (state, proxy) => {
    expectEntitled(state, proxy.principal);
    expectEntitled(state, proxy.holder);
    const objection = objectionToProxy(state, proxy);
    if (objection) contradiction(`unit ${quoted(proxy.principal)} can give no such proxy: ${objection.type}`);
    state.proxies.push(proxy);
  }),
  ProxyEnded: from(gathering, (state, { principal, holder }) => {
    if (proxyOf(state, principal)?.holder !== holder)
      contradiction(`unit ${quoted(holder)} holds no proxy of unit ${quoted(principal)}`);
    state.proxies = state.proxies.filter((proxy) => proxy.principal !== principal);
  }),
  GuestAccredited: from(gathering, (state, guest) => {
    if (state.guests.some((other) => other.guest === guest.guest))
      contradiction(`guest ${quoted(guest.guest)} is accredited already`);
    state.guests.push(guest);
  }),
  UnitArrived: from(gathering, (state, { unit }) => {
    expectEntitled(state, unit);
    if (state.present.includes(unit)) contradiction(`unit ${quoted(unit)} is in the room already`);
    if (!delegationOf(state, unit)) contradiction(`unit ${quoted(unit)} has no delegation`);
    if (proxyOf(state, unit)) contradiction(`the proxy of unit ${quoted(unit)} has not ended`);
    state.present.push(unit);
  }),
  UnitLeftRoom: from(gathering, (state, { unit }) => {
    if (!state.present.includes(unit)) contradiction(`unit ${quoted(unit)} is not in the room`);
    state.present = state.present.filter((other) => other !== unit);
  }),
};

/** What stands against an act of the unit: it is not entitled to take part. */
function objectionToUnit({ invitation }: Proceedings, unit: UnitId): ConferenceRejection | undefined {
  return invitation.entitled.includes(unit) ? undefined : { type: "UnitNotEntitled", data: { unit } };
}

function objectionToDelegation(
  state: Proceedings,
  { unit, delegates }: CommandData<"AccreditDelegation">,
): ConferenceRejection | undefined {
  const persons = delegates.map(({ person }) => person);
  const elsewhere = [...guestsOf(state), ...delegatesOf(state, { except: unit })];
  const person = persons.find((one, at) => isAmong([...persons.slice(0, at), ...elsewhere], one));
  return person && { type: "PersonAccreditedTwice", data: { person } };
}

/** A proxy is for an absent unit, within the holder's limit, and is not passed on. */
function objectionToProxy(
  state: Proceedings,
  { principal, holder }: CommandData<"AccreditProxy">,
): ConferenceRejection | undefined {
  const { proxiesMax } = state.invitation;
  if (principal === holder) return { type: "ProxyForItself", data: { unit: principal } };
  const current = proxyOf(state, principal);
  if (current) return { type: "PrincipalRepresented", data: { principal, holder: current.holder } };
  if (state.present.includes(principal)) return { type: "PrincipalPresent", data: { principal } };
  if (proxyOf(state, holder)) return { type: "ProxyPassedOn", data: { principal, holder, unit: holder } };
  if (state.proxies.some((other) => other.holder === principal))
    return { type: "ProxyPassedOn", data: { principal, holder, unit: principal } };
  if (state.proxies.filter((other) => other.holder === holder).length >= proxiesMax)
    return { type: "ProxiesExhausted", data: { holder, proxiesMax } };
  return undefined;
}

/** For events: the unit is entitled, or the event cannot have happened. */
function expectEntitled({ invitation }: Proceedings, unit: UnitId) {
  if (!invitation.entitled.includes(unit)) contradiction(`unit ${quoted(unit)} is not entitled`);
}

const partiesOf = ({ invitation: { entitled, host } }: Proceedings) => ({ entitled, host });
const delegationOf = ({ delegations }: Proceedings, unit: UnitId) =>
  delegations.find((delegation) => delegation.unit === unit);
const proxyOf = ({ proxies }: Proceedings, unit: UnitId) =>
  proxies.find(({ principal }) => principal === unit);
const guestsOf = ({ guests }: Proceedings): Person[] => guests.map(({ person }) => person);
const delegatesOf = ({ delegations }: Proceedings, { except }: { except?: UnitId } = {}): Person[] =>
  delegations
    .filter(({ unit }) => unit !== except)
    .flatMap(({ delegates }) => delegates.map(({ person }) => person));
const isAmong = (persons: readonly Person[], person: Person) => persons.some((other) => same(other, person));
const quoted = (id: string) => JSON.stringify(id);
