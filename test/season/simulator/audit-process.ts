import type { AnyDecider } from "../../../src/kernel/decider.ts";
import { derivedId } from "../../../src/kernel/ids.ts";
import type { Recorded } from "../../../src/kernel/recorded.ts";
import type { Addressed, ProcessEvent } from "../../../src/process/messages.ts";
import type { AnyProcess } from "../../../src/process/pure-process.ts";
import { isDecidedSo, rootOf, type Want, wantsUpTo } from "./audit-wants.ts";

/** Something in a log that a law forbids. */
export type Breach = { law: string; text: string };

/** The versions of each process that ever ran, by name and version. */
export type Versions = ReadonlyMap<string, ReadonlyMap<number, AnyProcess>>;

type Audited = {
  name: string;
  byVersion: ReadonlyMap<number, AnyProcess>;
  deciders: readonly AnyDecider[];
  isQuiet: boolean;
};

/** The ledger of a process, read once from its beginning, and what is known of it so far. */
type Reading = Audited & {
  log: readonly Recorded<ProcessEvent>[];
  places: Places;
  breach: (law: string, text: string) => void;
  /** What a version wants of the event at a place, in the state after the whole log before it; undefined if it throws. */
  wantedAt: (process: AnyProcess, at: number) => readonly Addressed[] | undefined;
  wants: Map<string, Want>;
  answered: Set<string>;
  since: Map<string, number>;
  version: number;
  lastAnswered: number;
};

type Places = {
  ofVersion: ReadonlyMap<string, number>;
  ofId: ReadonlyMap<string, number>;
  /** The ids of all that the process ever wants. */
  owned: ReadonlySet<string>;
};

type Data<T extends ProcessEvent["type"]> = Extract<ProcessEvent, { type: T }>["data"];

/** What a log says of one process. */
export function auditProcess(log: readonly Recorded[], audited: Audited): Breach[] {
  const breaches: Breach[] = [];
  const { name } = audited;
  const places = placesIn(log, name);
  const reading: Reading = {
    ...audited,
    log: log as readonly Recorded<ProcessEvent>[],
    places,
    breach: (law, text) => void breaches.push({ law, text: `${name}: ${text}` }),
    wantedAt: wanting(log, places),
    wants: new Map(),
    answered: new Set(),
    since: new Map(),
    version: 0,
    lastAnswered: -1,
  };
  for (const [at, { type, data, metadata }] of reading.log.entries()) {
    if (metadata.stream !== streamOf(name)) continue;
    if (type === "ProcessBegun") begun(reading, at, data);
    if (type === "EventAnswered") answered(reading, at, data);
    if (type === "WantSettled") settled(reading, at, data);
  }
  auditEffects(reading);
  if (audited.isQuiet && reading.version > 0) auditUnanswered(reading);
  return breaches;
}

const streamOf = (name: string) => `Process-${name}`;
const idOf = (name: string, cause: string, index: number) => derivedId("want", name, cause, String(index));

function placesIn(log: readonly Recorded[], name: string): Places {
  const owned = new Set<string>();
  for (const { type, data, metadata } of log as readonly Recorded<ProcessEvent>[])
    if (metadata.stream === streamOf(name) && type === "EventAnswered")
      for (const index of data.wants.keys()) owned.add(idOf(name, data.event, index));
  return {
    ofVersion: new Map(log.map(({ metadata }, at) => [`${metadata.stream}@${metadata.version}`, at])),
    ofId: new Map(log.map(({ metadata }, at) => [metadata.eventId, at])),
    owned,
  };
}

/** A process folds what others did, and neither ledgers nor what it caused itself. */
function wanting(log: readonly Recorded[], { owned }: Places): Reading["wantedAt"] {
  const folded = new Map<AnyProcess, { state: unknown; upTo: number }>();
  return (process, at) => {
    const known = folded.get(process);
    const { state: from, upTo } =
      known && known.upTo <= at ? known : { state: process.initialState(), upTo: 0 };
    const between = log
      .slice(upTo, at)
      .filter(({ metadata }) => !metadata.stream.startsWith("Process-") && !owned.has(metadata.commandId));
    try {
      const state = process.fold(between, from);
      folded.set(process, { state, upTo: at });
      return process.want(state, log[at] as Recorded);
    } catch {
      return undefined;
    }
  };
}

/** L21: versions rise, and each type that is answered counts from one place on. */
function begun(reading: Reading, at: number, { version, since: listed }: Data<"ProcessBegun">): void {
  const { breach, byVersion, places, since } = reading;
  if (version <= reading.version) breach("L21", `version ${version} after ${reading.version}`);
  for (const { type, after } of listed) {
    const from = after ? (places.ofVersion.get(`${after.stream}@${after.version}`) ?? Infinity) : -1;
    if (from >= at) breach("L21", `${type} counts from a place that was not there`);
    if (since.has(type) && since.get(type) !== from) breach("L21", `${type} has a gap`);
    since.set(type, from);
  }
  reading.version = version;
  if (JSON.stringify(listed.map(({ type }) => type)) !== JSON.stringify(byVersion.get(version)?.answers))
    breach("L21", `version ${version} answers other types`);
}

/** L10, L11, L12, L22, L24: an event is answered once, in order, with what the pure process wants of it. */
function answered(
  reading: Reading,
  at: number,
  { event: cause, wants: listed, root }: Data<"EventAnswered">,
): void {
  const { name, log, breach, byVersion, places, version, wants } = reading;
  const causeAt = places.ofId.get(cause) ?? Infinity;
  if (reading.answered.has(cause)) breach("L11", `${cause} is answered twice`);
  if (!(causeAt < at)) breach("L11", `${cause} is answered before it happened`);
  if (causeAt < reading.lastAnswered) breach("L11", `${cause} is answered out of order`);
  reading.lastAnswered = causeAt;
  const process = byVersion.get(version);
  const pure = process ? reading.wantedAt(process, causeAt) : [];
  if (!pure) breach("L22", `${cause} is answered, though version ${version} cannot answer it`);
  else if (JSON.stringify(pure) !== JSON.stringify(listed)) breach("L10", `${cause} at version ${version}`);
  const source = log[causeAt];
  if (source && root !== rootOf(log, source)) breach("L24", `${cause} has root ${root}`);
  reading.answered.add(cause);
  if (firstOpen(reading)) breach("L12", `${cause} is answered while another want is open`);
  for (const [index, wanted] of listed.entries()) {
    const want = idOf(name, cause, index);
    wants.set(want, { ...wanted, want, root, at });
  }
}

const firstOpen = ({ wants }: Reading): Want | undefined =>
  [...wants.values()].find(({ outcome }) => outcome === undefined);

/** L12: each want is settled once, after it was stored, in the order of the list. */
function settled(reading: Reading, at: number, { want, outcome }: Data<"WantSettled">): void {
  const { breach, wants } = reading;
  const known = wants.get(want);
  if (known?.outcome) breach("L12", `${want} is settled twice`);
  if (!known) breach("L12", `${want} was never wanted`);
  if (!known || known.outcome) return;
  const first = firstOpen(reading);
  if (first && first.want !== want && outcome.kind !== "stopped")
    breach("L12", `${want} is settled before ${first.want}`);
  known.outcome = outcome;
  known.settledAt = at;
}

/** L13: an effect has its want, and what is told of a want is what is there. */
function auditEffects(reading: Reading): void {
  const { name, log, breach, wants } = reading;
  const effects = new Map<string, Recorded[]>();
  for (const event of log as readonly Recorded[]) {
    const { commandId, actor, stream, eventId } = event.metadata;
    if (actor === name && stream !== streamOf(name) && !wants.has(commandId))
      breach("L13", `${eventId} has no want`);
    effects.set(commandId, [...(effects.get(commandId) ?? []), event]);
  }
  for (const want of wants.values()) auditWant(reading, want, effects.get(want.want) ?? []);
}

function auditWant({ name, log, deciders, isQuiet, breach }: Reading, want: Want, events: Recorded[]): void {
  const { outcome } = want;
  if ((outcome?.kind === "carried") !== events.length > 0)
    breach("L13", `${want.want} is ${outcome?.kind} with ${events.length} events`);
  if (outcome?.kind === "carried") {
    const { stream, from, to } = outcome;
    const places = events.map(({ metadata }) => `${metadata.stream}@${metadata.version}`);
    const told = Array.from({ length: to - from + 1 }, (_, index) => `${stream}@${from + index}`);
    if (JSON.stringify(places) !== JSON.stringify(told)) breach("L13", `${want.want} tells other events`);
  }
  if (outcome?.kind === "stopped") {
    if (wantsUpTo(log, want) < outcome.wantsMax) breach("L24", `${want.want} is stopped too early`);
  } else if (outcome && !isDecidedSo(log, want, { name, deciders }))
    breach("L14", `${want.want} (${want.command.type}) is ${outcome.kind}`);
  if (isQuiet && !outcome) breach("L12", `${want.want} is never settled`);
}

/** L11: when all is quiet, every event that counts is answered. */
function auditUnanswered({ log, since, places, answered, breach }: Reading): void {
  for (const [at, { type, metadata }] of (log as readonly Recorded[]).entries()) {
    const from = since.get(type);
    if (metadata.stream.startsWith("Process-") || places.owned.has(metadata.commandId)) continue;
    if (from !== undefined && at > from && !answered.has(metadata.eventId))
      breach("L11", `${type} ${metadata.eventId} is never answered`);
  }
}
