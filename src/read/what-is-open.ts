import { derivedId, type Id } from "../kernel/ids.ts";
import { byCodePoints } from "../kernel/in-order.ts";
import type { Recorded } from "../kernel/recorded.ts";
import { type CivilDate, civilDateOf } from "../kernel/time.ts";
import { isEffectOf } from "../process/ledger-stream.ts";
import type { ProcessEvent } from "../process/messages.ts";
import { type Ledger, processLedger } from "../process/process.ts";
import type { AnyProcess } from "../process/pure-process.ts";
import type { AnyClaiming, Held } from "../season/claiming.ts";
import { isClaiming, type OpenPoint, pointsOf, type SettledPoint } from "./points-of.ts";
import type { Projection } from "./projection.ts";

export type { OpenPoint, SettledPoint } from "./points-of.ts";

/** One process as far as the log was read: what it knows, what it wanted, and when it did. */
type Followed = { held: Held<unknown>; ledger: Ledger; days: ReadonlyMap<Id, CivilDate> };

/** The processes of a season, by name. */
type Season = ReadonlyMap<Id, Followed>;

/**
 * The projection of what is open in the seasons of a store, by those of its processes that are of claims. Its readers are
 * the aggregates and `processLedger` of `thidua/process`. `settled` is what would be open, but for a person who has
 * settled it by hand.
 *
 * Other processes, or other versions of them, are another projection: what was kept of one is made anew by another.
 *
 * @example
 * openPoints([oneRoom]).name === openPoints([followMembers]).name // false
 */
export function openPoints(
  all: readonly AnyProcess[],
): Projection<Season> & { open(season: Season): OpenPoint[]; settled(season: Season): SettledPoint[] } {
  const processes = all.filter(isClaiming);
  const streams = new Map(processes.map((process) => [`${processLedger.name}-${process.name}`, process]));
  const followed = processes.map(({ name, version }) => `${name}@${version}`).toSorted(byCodePoints);
  const ofLedger = ({ stream }: { stream: string }) => streams.has(stream);
  const begun = (process: AnyClaiming): Followed => ({
    held: process.initialState(),
    ledger: processLedger.initialState(),
    days: new Map(),
  });
  const pointsIn = (season: Season) =>
    processes.flatMap((process) => {
      const known = season.get(process.name);
      return known ? [pointsOf(process, { ...known, dayOf: (id) => known.days.get(id) })] : [];
    });
  return {
    name: `open-points:${derivedId("open-points", ...followed)}`,
    version: 3,
    initial: () => new Map(processes.map((process) => [process.name, begun(process)])),
    reads: ({ type, metadata }) => ofLedger(metadata) || processes.some(({ reads }) => reads.has(type)),
    fold(events, from) {
      const read = [...events];
      return new Map(
        processes.map((process) => [
          process.name,
          learned(process, from?.get(process.name) ?? begun(process), read),
        ]),
      );
    },
    open: (season) => pointsIn(season).flatMap(({ open }) => open),
    settled: (season) => pointsIn(season).flatMap(({ settled }) => settled),
  };
}

const stepsMax = 8;

/** A process learns of causes, and of no effect of its own. */
function learned(process: AnyClaiming, before: Followed, events: readonly Recorded[]): Followed {
  const stream = `${processLedger.name}-${process.name}`;
  const own = events.filter(({ metadata }) => metadata.stream === stream) as Recorded<ProcessEvent>[];
  const ledger = gone(processLedger, before.ledger, own);
  const facts = events.filter(
    (event) =>
      process.reads.has(event.type) &&
      !streamOfProcess(event) &&
      !isEffectOf(process, ledger, event.metadata) &&
      !isSkipped(ledger, event),
  );
  const days = new Map(before.days);
  for (const event of own) {
    const about = toldOf(event);
    if (about !== undefined) days.set(about, civilDateOf(new Date(event.metadata.recordedAt)));
  }
  return { held: gone(process, before.held, facts), ledger, days };
}

/** A fold copies all that is known of many years, and a step does not: a few events are gone step by step. */
function gone<S, E>(
  { evolve, fold }: { evolve(state: S, event: E): S; fold(events: Iterable<E>, from?: S): S },
  state: S,
  events: readonly E[],
): S {
  return events.length > stepsMax ? fold(events, state) : events.reduce(evolve, state);
}

const streamOfProcess = ({ metadata }: Recorded) => metadata.stream.startsWith(`${processLedger.name}-`);
const isSkipped = (ledger: Ledger, { metadata }: Recorded) =>
  ledger.status === "running" && ledger.skipped.has(metadata.eventId);

/** That of which an event of a ledger tells the day: what was answered with a want, and what a person has settled. */
function toldOf({ type, data }: ProcessEvent): Id | undefined {
  if (type === "EventAnswered") return data.wants.length > 0 ? data.event : undefined;
  if (type === "MatterSettled") return data.content;
  return type === "WantSettled" && data.outcome.kind === "skipped" ? data.want : undefined;
}
