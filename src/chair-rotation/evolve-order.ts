import type { DataOf } from "../kernel/messages.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { custodySince, pass } from "./custody.ts";
import type { ChairRotationEvent } from "./events.ts";
import { keepFact, numberIn, opened } from "./facts.ts";
import { laterOf } from "./guards.ts";
import {
  actingNow,
  isMemberIn,
  isSuspendedIn,
  type Member,
  type OpenedRotation,
  policyAt,
  runningNumber,
} from "./state.ts";

type Data<K extends ChairRotationEvent["type"]> = DataOf<ChairRotationEvent, K>;

/** How the events of the roster and of the order change what is known. */
export const orderFolds = {
  TurnDeclined: opened((state, data: Data<"TurnDeclined">) => {
    keepFact(state, data.term, { type: "TurnDeclined", data });
    owe(state, data);
  }),
  TurnSkipped: opened((state, data: Data<"TurnSkipped">) => {
    keepFact(state, data.term, { type: "TurnSkipped", data });
    owe(state, data);
  }),
  OwedTurnClaimed: opened((state, data: Data<"OwedTurnClaimed">) => {
    const owed = state.obligations.get(data.obligation);
    if (!owed) return;
    forgetOwedTurn(state, data.obligation);
    owed.due = numberIn(state, data.term);
    keepFact(state, data.term, { type: "OwedTurnClaimed", data });
  }),
  ObligationBroken: opened((state, { obligation }: Data<"ObligationBroken">) => {
    const owed = state.obligations.get(obligation);
    if (owed) owed.status = "broken";
    forgetOwedTurn(state, obligation);
  }),

  UnitJoinedRotation: opened((state, data: Data<"UnitJoinedRotation">) => {
    const from = numberIn(state, data.from);
    admit(state, data.unit, from, data.name);
    keepFact(state, data.from, { type: "UnitJoinedRotation", data });
  }),
  UnitLeftRotation: opened((state, data: Data<"UnitLeftRotation">) => {
    dismiss(state, data.unit, numberIn(state, data.from));
    keepFact(state, data.from, { type: "UnitLeftRotation", data });
  }),
  UnitRenamedInRotation: opened((state, data: Data<"UnitRenamedInRotation">) => {
    const member = state.members.get(data.unit);
    if (member) member.name = data.name;
    keepFact(state, data.from, { type: "UnitRenamedInRotation", data });
  }),
  UnitsMergedInRotation: opened((state, data: Data<"UnitsMergedInRotation">) => {
    const { units, into } = data;
    const from = numberIn(state, data.from);
    const turns = [...units, into].map((unit) => turnsServed(state, unit));
    const before = turnsServed(state, into);
    const merged =
      policyAt(state, from).merge.turns === "sum" ? turns.reduce((a, b) => a + b, 0) : Math.max(...turns);
    const isNew = !isMemberIn(state, into, from);
    const isSuspended = units.every((unit) => isSuspendedIn(state, unit, from));
    for (const unit of units) succeed(state, { unit, heir: into, from, on: data.mergedOn });
    admit(state, into, from, data.name);
    const member = state.members.get(into);
    if (member && isNew && isSuspended) member.suspendedFrom = from;
    if (member) member.inheritedTurns += merged - before;
    keepFact(state, data.from, { type: "UnitsMergedInRotation", data });
  }),
  UnitSplitInRotation: opened((state, data: Data<"UnitSplitInRotation">) => {
    const { unit, heir, others } = data;
    const from = numberIn(state, data.from);
    if (heir !== unit) {
      const turns = turnsServed(state, unit);
      const isSuspended = isSuspendedIn(state, unit, from);
      succeed(state, { unit, heir, from, on: data.splitOn });
      admit(state, heir, from);
      const member = state.members.get(heir);
      if (member && isSuspended) member.suspendedFrom = from;
      if (member) member.inheritedTurns += turns;
    }
    for (const other of others) admit(state, other, from);
    keepFact(state, data.from, { type: "UnitSplitInRotation", data });
  }),
  UnitSuspendedFromRotation: opened((state, data: Data<"UnitSuspendedFromRotation">) => {
    const member = state.members.get(data.unit);
    if (member) member.suspendedFrom = numberIn(state, data.from);
    keepFact(state, data.from, { type: "UnitSuspendedFromRotation", data });
  }),
  UnitReinstatedInRotation: opened((state, data: Data<"UnitReinstatedInRotation">) => {
    const member = state.members.get(data.unit);
    if (member) member.suspendedFrom = undefined;
    keepFact(state, data.from, { type: "UnitReinstatedInRotation", data });
  }),

  UnitPlacedInOrder: opened((state, data: Data<"UnitPlacedInOrder">) =>
    keepFact(state, data.term, { type: "UnitPlacedInOrder", data }),
  ),
  UnitRemovedFromOrder: opened((state, data: Data<"UnitRemovedFromOrder">) =>
    keepFact(state, data.term, { type: "UnitRemovedFromOrder", data }),
  ),
  OrderReplaced: opened((state, data: Data<"OrderReplaced">) =>
    keepFact(state, data.term, { type: "OrderReplaced", data }),
  ),
  RotationPolicyAdopted: opened((state, data: Data<"RotationPolicyAdopted">) =>
    keepFact(state, data.term, { type: "RotationPolicyAdopted", data }),
  ),
  OrderLotAnnounced: opened((state, data: Data<"OrderLotAnnounced">) => {
    const { lot, term, units } = data;
    state.lots.set(lot, { lot, term, units: [...units], event: data });
  }),
  OrderDrawn: opened((state, data: Data<"OrderDrawn">) => {
    const lot = state.lots.get(data.lot);
    if (lot) lot.drawn = data.drawn;
    keepFact(state, data.term, { type: "OrderDrawn", data });
  }),
};

/** Keeps that a turn is owed to a unit for one that was passed or given. */
export function owe(
  state: OpenedRotation,
  { term, unit, owed }: Pick<Data<"TurnSkipped">, "term" | "unit" | "owed">,
) {
  if (!owed) return;
  const { obligation, due } = owed;
  const at = due === undefined ? undefined : numberIn(state, due);
  state.obligations.set(obligation, {
    obligation,
    unit,
    passed: term,
    status: "open",
    ...(at !== undefined && { due: at }),
  });
  if (due !== undefined)
    keepFact(state, due, { type: "OwedTurnClaimed", data: { obligation, unit, term: due } });
}

function forgetOwedTurn(state: OpenedRotation, obligation: string) {
  const isIts = ({ event }: OpenedRotation["facts"][number]) =>
    event.type === "OwedTurnClaimed" && event.data.obligation === obligation;
  state.facts = state.facts.filter((fact) => !isIts(fact) || fact.at < state.served.length);
}

function admit(state: OpenedRotation, unit: UnitId, from: number, name?: string) {
  const member: Member = state.members.get(unit) ?? { unit, spells: [], inheritedTurns: 0 };
  if (name !== undefined) member.name = name;
  if (member.spells.at(-1)?.until !== undefined || member.spells.length === 0) member.spells.push({ from });
  state.members.set(unit, member);
}

function dismiss(state: OpenedRotation, unit: UnitId, until: number) {
  const member = state.members.get(unit);
  const spell = member?.spells.at(-1);
  if (!member || !spell) return;
  spell.until = until;
  member.suspendedFrom = undefined;
}

/** `heir` takes over what `unit` had: the running chair, and what was agreed for coming terms. */
function succeed(
  state: OpenedRotation,
  { unit, heir, from, on }: { unit: UnitId; heir: UnitId; from: number; on: CivilDate },
) {
  dismiss(state, unit, from);
  const isNow = from === runningNumber(state) + 1;
  if (isNow && state.holder === unit) state.holder = heir;
  const acting = isNow ? actingNow(state) : undefined;
  if (acting?.unit === unit) acting.unit = heir;
  const { custody } = state;
  if (isNow && custody?.custodian.kind === "unit" && custody.custodian.unit === unit) {
    const since = custodySince(custody);
    pass(custody, {
      to: { kind: "unit", unit: heir },
      on: laterOf(on, since),
      event: "UnitsMergedInRotation",
    });
  }
  for (const owed of state.obligations.values())
    if (owed.unit === unit && owed.status === "open") owed.unit = heir;
  for (const swap of state.swaps.values()) {
    for (const side of [swap.a, swap.b]) if (side.unit === unit) side.unit = heir;
    swap.consents = swap.consents.map((one) => (one === unit ? heir : one));
  }
  for (const [number, overlays] of state.overlays) {
    if (number < from) continue;
    for (const overlay of overlays)
      if (overlay.kind !== "vacant" && overlay.unit === unit) overlay.unit = heir;
  }
}

/** Turns that count as the unit's own: terms that it had by the rule or chaired, and what it inherited. */
export function turnsServed({ served, members }: OpenedRotation, unit: UnitId): number {
  const own = served.filter(({ turnOf, chair }) => (turnOf ?? chair) === unit).length;
  return own + (members.get(unit)?.inheritedTurns ?? 0);
}
