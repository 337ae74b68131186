import type { AnyDecider } from "../../../src/kernel/decider.ts";
import { derivedId } from "../../../src/kernel/ids.ts";
import type { Recorded } from "../../../src/kernel/recorded.ts";
import { sent } from "../../../src/kernel/sent.ts";
import type { Addressed, Outcome, ProcessEvent } from "../../../src/process/messages.ts";
import type { AnyProcess } from "../../../src/process/pure-process.ts";

/** Something in a log that a law forbids. */
export type Breach = { law: string; text: string };

type Want = Addressed & { want: string; root: string; at: number; outcome?: Outcome; settledAt?: number };

/** The versions of each process that ever ran, by name and version. */
export type Versions = ReadonlyMap<string, ReadonlyMap<number, AnyProcess>>;

/**
 * What a whole log says of the laws of the runner. It reads the log alone and shares no code with the runner: an audit
 * that makes the runner's mistakes agrees with them.
 */
export function audit(
  log: readonly Recorded[],
  { versions, deciders, isQuiet }: { versions: Versions; deciders: readonly AnyDecider[]; isQuiet: boolean },
): Breach[] {
  const breaches: Breach[] = [...auditIds(log)];
  for (const [name, byVersion] of versions)
    breaches.push(...auditProcess(log, { name, byVersion, deciders, isQuiet }));
  return breaches;
}

/** L1, L15: versions without a gap, ids once, and the events of a command in one stream and in one append. */
function auditIds(log: readonly Recorded[]): Breach[] {
  const breaches: Breach[] = [];
  const next = new Map<string, number>();
  const ids = new Set<string>();
  const ends = new Map<string, { stream: string; version: number }>();
  for (const { metadata } of log) {
    const { stream, version, eventId, commandId } = metadata;
    if (version !== (next.get(stream) ?? 1)) breaches.push({ law: "L1", text: `${stream} ${version}` });
    next.set(stream, version + 1);
    if (ids.has(eventId)) breaches.push({ law: "L1", text: `${eventId} comes twice` });
    ids.add(eventId);
    const end = ends.get(commandId);
    if (end && (end.stream !== stream || end.version !== version - 1))
      breaches.push({ law: "L15", text: `${commandId} in ${stream} and in ${end.stream}` });
    ends.set(commandId, { stream, version });
  }
  return breaches;
}

function auditProcess(
  log: readonly Recorded[],
  {
    name,
    byVersion,
    deciders,
    isQuiet,
  }: {
    name: string;
    byVersion: ReadonlyMap<number, AnyProcess>;
    deciders: readonly AnyDecider[];
    isQuiet: boolean;
  },
): Breach[] {
  const breaches: Breach[] = [];
  const breach = (law: string, text: string) => void breaches.push({ law, text: `${name}: ${text}` });
  const stream = `Process-${name}`;
  const placeOf = new Map(log.map(({ metadata }, at) => [`${metadata.stream}@${metadata.version}`, at]));
  const atOf = new Map(log.map(({ metadata }, at) => [metadata.eventId, at]));
  const wants = new Map<string, Want>();
  const answers = new Map<string, { at: number; ids: string[] }>();
  const since = new Map<string, number>();
  let version = 0;
  let lastAnswered = -1;

  const owned = new Set<string>();
  for (const event of log as readonly Recorded<ProcessEvent>[]) {
    if (event.metadata.stream !== stream || event.type !== "EventAnswered") continue;
    for (const index of event.data.wants.keys())
      owned.add(derivedId("want", name, event.data.event, String(index)));
  }
  /** What a version wants of the event at a place, in the state after the whole log before it; undefined if it throws. */
  const folded = new Map<AnyProcess, { state: unknown; upTo: number }>();
  const wantedAt = (process: AnyProcess, at: number): readonly Addressed[] | undefined => {
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

  for (const [at, event] of (log as readonly Recorded<ProcessEvent>[]).entries()) {
    if (event.metadata.stream !== stream) continue;
    if (event.type === "ProcessBegun") {
      const { since: listed } = event.data;
      if (event.data.version <= version) breach("L21", `version ${event.data.version} after ${version}`);
      const known = byVersion.get(event.data.version);
      for (const { type, after } of listed) {
        const from = after ? (placeOf.get(`${after.stream}@${after.version}`) ?? Infinity) : -1;
        if (from >= at) breach("L21", `${type} counts from a place that was not there`);
        if (since.has(type) && since.get(type) !== from) breach("L21", `${type} has a gap`);
        since.set(type, from);
      }
      version = event.data.version;
      if (JSON.stringify(listed.map(({ type }) => type)) !== JSON.stringify(known?.answers))
        breach("L21", `version ${version} answers other types`);
    }
    if (event.type === "EventAnswered") {
      const { event: cause, wants: listed, root } = event.data;
      const causeAt = atOf.get(cause) ?? Infinity;
      if (answers.has(cause)) breach("L11", `${cause} is answered twice`);
      if (!(causeAt < at)) breach("L11", `${cause} is answered before it happened`);
      if (causeAt < lastAnswered) breach("L11", `${cause} is answered out of order`);
      lastAnswered = causeAt;
      const process = byVersion.get(version);
      const pure = process ? wantedAt(process, causeAt) : [];
      if (!pure) breach("L22", `${cause} is answered, though version ${version} cannot answer it`);
      else if (JSON.stringify(pure) !== JSON.stringify(listed))
        breach("L10", `${cause} at version ${version}`);
      const source = log[causeAt];
      if (source && root !== rootOf(log, source)) breach("L24", `${cause} has root ${root}`);
      const ids = listed.map((_, index) => derivedId("want", name, cause, String(index)));
      answers.set(cause, { at, ids });
      if ([...wants.values()].some((other) => other.outcome === undefined))
        breach("L12", `${cause} is answered while another want is open`);
      for (const [index, wanted] of listed.entries()) {
        const want = ids[index] ?? "";
        wants.set(want, { ...wanted, want, root, at });
      }
    }
    if (event.type === "WantSettled") {
      const known = wants.get(event.data.want);
      if (!known) breach("L12", `${event.data.want} was never wanted`);
      else if (known.outcome) breach("L12", `${event.data.want} is settled twice`);
      else {
        const first = [...wants.values()].find((other) => other.outcome === undefined);
        if (first && first.want !== known.want && event.data.outcome.kind !== "stopped")
          breach("L12", `${event.data.want} is settled before ${first.want}`);
        known.outcome = event.data.outcome;
        known.settledAt = at;
      }
    }
  }

  const effects = new Map<string, Recorded[]>();
  for (const event of log) {
    const { commandId, actor } = event.metadata;
    if (actor === name && event.metadata.stream !== stream && !wants.has(commandId))
      breach("L13", `${event.metadata.eventId} has no want`);
    effects.set(commandId, [...(effects.get(commandId) ?? []), event]);
  }
  for (const want of wants.values()) {
    const events = effects.get(want.want) ?? [];
    if ((want.outcome?.kind === "carried") !== events.length > 0)
      breach("L13", `${want.want} is ${want.outcome?.kind} with ${events.length} events`);
    if (want.outcome?.kind === "carried") {
      const { stream: target, from, to } = want.outcome;
      const places = events.map(({ metadata }) => `${metadata.stream}@${metadata.version}`);
      const told = Array.from({ length: to - from + 1 }, (_, index) => `${target}@${from + index}`);
      if (JSON.stringify(places) !== JSON.stringify(told)) breach("L13", `${want.want} tells other events`);
    }
    if (want.outcome?.kind === "stopped") {
      if (wantsUpTo(log, want) < want.outcome.wantsMax) breach("L24", `${want.want} is stopped too early`);
    } else if (want.outcome && !isDecidedSo(log, want, { name, deciders }))
      breach("L14", `${want.want} (${want.command.type}) is ${want.outcome.kind}`);
    if (isQuiet && !want.outcome) breach("L12", `${want.want} is never settled`);
  }
  if (isQuiet && version > 0)
    for (const [at, event] of log.entries()) {
      const from = since.get(event.type);
      if (event.metadata.stream.startsWith("Process-") || owned.has(event.metadata.commandId)) continue;
      if (from !== undefined && at > from && !answers.has(event.metadata.eventId))
        breach("L11", `${event.type} ${event.metadata.eventId} is never answered`);
    }
  return breaches;
}

/** The command of a person that all goes back to, by walking up the whole log. */
function rootOf(log: readonly Recorded[], event: Recorded): string {
  const { commandId } = event.metadata;
  for (const { type, data, metadata } of log as readonly Recorded<ProcessEvent>[]) {
    if (type !== "EventAnswered") continue;
    const name = metadata.stream.slice("Process-".length);
    if (data.wants.some((_, index) => derivedId("want", name, data.event, String(index)) === commandId)) {
      const cause = log.find((one) => one.metadata.eventId === data.event);
      return cause ? rootOf(log, cause) : "";
    }
  }
  return commandId;
}

/** How many wants go back to the same command of a person, when this one is stored. */
function wantsUpTo(log: readonly Recorded[], { root, at }: Want): number {
  const answers = log.slice(0, at + 1) as readonly Recorded<ProcessEvent>[];
  const counted = answers.map(({ type, data }) =>
    type === "EventAnswered" && data.root === root ? data.wants.length : 0,
  );
  return counted.reduce((sum, one) => sum + one, 0);
}

/** Whether the decider decides so at some version of the target between the answer and the settlement. */
function isDecidedSo(
  log: readonly Recorded[],
  { aggregate, id, want, command, outcome, at, settledAt = 0 }: Want,
  { name, deciders }: { name: string; deciders: readonly AnyDecider[] },
): boolean {
  const decider = deciders.find((one) => one.name === aggregate);
  if (!decider || !outcome) return false;
  const stream = `${aggregate}-${id}`;
  const history = log.filter(
    (event, place) =>
      event.metadata.stream === stream && place < settledAt && event.metadata.commandId !== want,
  );
  const before = log.filter((event, place) => event.metadata.stream === stream && place < at).length;
  for (let version = before; version <= history.length; version += 1) {
    const now = new Date("2023-12-31T00:00:00Z");
    const metadata = { now, commandId: want, actor: name };
    const decision = decider.decide(sent(command, metadata), decider.fold(history.slice(0, version)));
    const kind = !decision.ok ? "refused" : decision.events.length > 0 ? "carried" : "void";
    if (kind !== outcome.kind) continue;
    if (outcome.kind !== "refused" || decision.ok) return true;
    if (JSON.stringify(decision.rejection) === JSON.stringify(outcome.rejection)) return true;
  }
  return false;
}
