import { ImpossibleEvent } from "../../kernel/errors.ts";
import { type CivilDate, civilDateOf } from "../../kernel/time.ts";
import { endOfCalendar } from "../asked.ts";
import { laterOf, numberOf } from "../calendar.ts";
import { chairRotation } from "../chair-rotation.ts";
import { changeRotation } from "../evolving.ts";
import { comingRowAt, unitIn } from "../forecast/coming-terms.ts";
import type { ChairRotationEvent } from "../messages.ts";
import { voidedSwapsFrom } from "../orders.ts";
import { namesChair } from "../policies/succession.ts";
import { type ChairRotation, type OpenedRotation, policyAt } from "../state.ts";
import { firstBroken, nextVoids } from "../voiding.ts";
import { beginAs, begunOn, type Evolve, isBeginning, type Turn, turnIn } from "./begin-as.ts";
import { lastSaidIn } from "./last-said.ts";
import { isByWaiting, isSameFuture } from "./same-future.ts";
import { workingCopy } from "./working-copy.ts";

type Void = Extract<ChairRotationEvent, { type: "SwapVoided" | "AgreementVoided" }>;

/** An event of the log, its place from 1, and the day on which it was recorded, where the log says so. */
export type Entry = { position: number; event: ChairRotationEvent; recordedOn?: CivilDate };

/** An agreement in force that became void: about which terms, and behind which entry of the log. */
type Voided = { at: number; numbers: readonly number[]; event: ChairRotationEvent };

/** A rotation as it came about, and what became void on the way. */
export type World = { state: ChairRotation; voids: readonly Voided[] };

/** The log step by step: the world before each entry and after the last, and the terms that its entries begin. */
export type Replay = {
  entries: readonly Entry[];
  worlds: readonly World[];
  begun: ReadonlyMap<number, Turn & { number: number }>;
  /** The last place at which the log says each text, and whether one of its policies goes by who waits how long. */
  lastSaid: ReadonlyMap<string, number>;
  countsWaiting: boolean;
};

export function entriesOf(events: readonly ChairRotationEvent[]): Entry[] {
  return events.map((event, at) => {
    const { metadata } = event as { metadata?: { recordedAt?: string } };
    const recordedAt = metadata?.recordedAt;
    return {
      position: at + 1,
      event,
      ...(recordedAt !== undefined && { recordedOn: civilDateOf(new Date(recordedAt)) }),
    };
  });
}

export function replayOf(entries: readonly Entry[]): Replay {
  const worlds: World[] = [{ state: chairRotation.initialState(), voids: [] }];
  const begun = new Map<number, Turn & { number: number }>();
  const { evolve } = chairRotation;
  let world = worlds[0] as World;
  for (const entry of entries) {
    const { state } = world;
    const { event, position } = entry;
    if (state.status !== "blank" && isBeginning(event, state)) {
      const ready = settled(world, { day: begunOn(event), at: position, evolve });
      begun.set(position, { ...turnIn(ready.state, event), number: state.served.length });
    } else if (event.type === "RotationOpened" && event.data.chair !== undefined)
      begun.set(position, { by: "opening", unit: event.data.chair, number: 0 });
    world = step(world, entry, { evolve });
    worlds.push(world);
  }
  return {
    entries,
    worlds,
    begun,
    lastSaid: lastSaidIn(entries),
    countsWaiting: entries.some(adoptsWaiting),
  };
}

const adoptsWaiting = ({ event: { type, data } }: Entry): boolean =>
  (type === "RotationOpened" || type === "RotationPolicyAdopted") && isByWaiting(data.policy);

/** The log up to the entry at `position`, without it. */
export function replayBefore({ entries, worlds, ...rest }: Replay, position: number): Replay {
  return { ...rest, entries: entries.slice(0, position - 1), worlds: worlds.slice(0, position) };
}

/** The world at the end of the log. */
export const lastWorld = ({ worlds }: Replay): World => worlds.at(-1) as World;

/**
 * The world without one entry and without what it caused. Terms begin as they did: that is where one counts from. What
 * is no longer possible falls away, and what was agreed about turns is void where it no longer finds its turn. It goes
 * on in place from a copy of the world before the entry.
 */
export function worldWithout(replay: Replay, position: number): World {
  const { entries, worlds, begun, lastSaid, countsWaiting } = replay;
  const { state, voids } = worlds[position - 1] as World;
  let world: World = { state: workingCopy(state), voids };
  for (const entry of entries.slice(position)) {
    if (isNobodysTurn(world.state, entry)) continue;
    const turn = begun.get(entry.position);
    world = step(world, entry, { turn, evolve: changeRotation });
    if (turn === undefined) continue;
    const real = worlds[entry.position] as World;
    const isSaid = (id: string) => (lastSaid.get(id) ?? 0) > entry.position;
    if (isSameFuture(world.state, real.state, { isSaid, countsWaiting })) return meet(world, real, replay);
  }
  return world;
}

/**
 * Where the rule names no chair a unit is skipped only once it is designated. Without that it keeps its turn of the lap.
 */
function isNobodysTurn(state: ChairRotation, { event: { type, data }, recordedOn }: Entry): boolean {
  if (state.status !== "open" || (type !== "TurnSkipped" && type !== "TurnDeclined")) return false;
  const number = numberOf(state.calendar, data.term);
  if (number === undefined || namesChair(policyAt(state, number).succession)) return false;
  const nominal = comingRowAt(state, number, dayOfQuestion(state, recordedOn))?.nominal;
  return nominal === undefined || unitIn(nominal) !== data.unit;
}

/** From here on all is as it was. */
function meet(world: World, real: World, replay: Replay): World {
  const last = lastWorld(replay);
  if (world.voids.length === real.voids.length && world.voids.every((one, at) => one === real.voids[at]))
    return last;
  return { state: last.state, voids: [...world.voids, ...last.voids.slice(real.voids.length)] };
}

function step(
  world: World,
  { event, position: at, recordedOn }: Entry,
  { turn, evolve }: { turn?: Turn | undefined; evolve: Evolve },
): World {
  const { state, voids } = world;
  if (followsFrom(event)) return world;
  if (state.status === "blank") return { state: tried(state, event, evolve), voids };
  if (isBeginning(event, state)) {
    const day = begunOn(event);
    const ready = settled(world, { day, at, evolve });
    const begun = beginAs(ready.state, event, { had: turn, evolve });
    return settled({ ...ready, state: begun }, { day, at, evolve });
  }
  const day = dayOfQuestion(state, recordedOn);
  // A new order removes swaps from the state, so the state before it says which ones are void.
  const replaced = replacedBy(state, event);
  const after: World = { state: tried(state, event, evolve), voids };
  const left = replaced.reduce((now, voided) => voidedIn(now, voided, { at, evolve }), after);
  return settled(left, { day, at, evolve });
}

/** What another event has caused: it is found anew, so that it falls away with its cause. */
export const followsFrom = ({ type, data }: ChairRotationEvent): boolean =>
  type === "SwapVoided" ||
  type === "AgreementVoided" ||
  (type === "ObligationBroken" && data.because !== undefined);

/** An event of a log that was shortened may be impossible. */
function tried(state: ChairRotation, event: ChairRotationEvent, evolve: Evolve): ChairRotation {
  try {
    return evolve(state, event);
  } catch (error) {
    if (error instanceof ImpossibleEvent) return state;
    throw error;
  }
}

/** The day for which a command is decided, as `askedOn` says it of a command. */
function dayOfQuestion({ doneOn }: OpenedRotation, recordedOn: CivilDate | undefined): CivilDate | undefined {
  if (recordedOn === undefined || recordedOn >= endOfCalendar) return doneOn;
  return doneOn === undefined ? recordedOn : laterOf(recordedOn, doneOn);
}

/** A new order voids the swaps of later terms, unless it keeps them. */
function replacedBy(state: OpenedRotation, { type, data }: ChairRotationEvent): Void[] {
  if (type !== "OrderReplaced" || data.keepSwaps) return [];
  const number = numberOf(state.calendar, data.term);
  return number === undefined ? [] : voidedSwapsFrom(state, number);
}

/** Without what no longer finds its turn on `day`, and without what is owed to units that have left. */
function settled(
  world: World,
  { day, ...behind }: { day: CivilDate | undefined; at: number; evolve: Evolve },
): World {
  let now = world;
  for (;;) {
    if (now.state.status !== "open") return now;
    const voids = nextVoids(now.state, day);
    const broken = voids.length > 0 ? undefined : firstBroken(now.state, day);
    if (voids.length > 0) now = voids.reduce((world, next) => voidedIn(world, next, behind), now);
    else if (broken) now = { ...now, state: behind.evolve(now.state, broken) };
    else return now;
  }
}

function voidedIn(
  { state, voids }: World,
  event: Void,
  { at, evolve }: { at: number; evolve: Evolve },
): World {
  const numbers = state.status === "blank" ? [] : termsInForce(state, event);
  const after = evolve(state, event);
  return { state: after, voids: numbers.length > 0 ? [...voids, { at, numbers, event }] : voids };
}

/** The terms of an agreement in force. */
function termsInForce({ swaps, calendar }: OpenedRotation, { type, data }: Void): number[] {
  if (type === "AgreementVoided") return [numberOf(calendar, data.term) ?? -1];
  const swap = swaps.get(data.swap);
  return swap?.status === "inForce" ? [swap.at.a, swap.at.b] : [];
}
