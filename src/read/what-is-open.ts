import { derivedId, type Id } from "../kernel/ids.ts";
import { byCodePoints } from "../kernel/in-order.ts";
import type { Message } from "../kernel/messages.ts";
import type { Recorded } from "../kernel/recorded.ts";
import { type CivilDate, civilDateOf } from "../kernel/time.ts";
import { isEffectOf } from "../process/ledger-stream.ts";
import type { Addressed, ProcessEvent } from "../process/messages.ts";
import { isOpenMatter, type Ledger, processLedger, type Want } from "../process/process.ts";
import type { AnyClaiming, Held } from "../season/claiming.ts";
import type { Projection } from "./projection.ts";

/** Something that is open: what should be so is not so, and no process changes that by itself. */
export type OpenPoint = {
  process: Id;
  /** It names what is open, and stays the same while that is open. */
  key: string;
  /** The law of consequences that it comes of: C1 to C37. */
  law: string;
  /** What people read: `sentence(vi, what, names)`. */
  what: Message;
  /** Why the command that would settle it was refused, where it was; `sentence` says this, too. */
  refusal?: Message;
  since: CivilDate;
  due?: CivilDate;
  /** The commands of which one would settle it, where that is known. */
  ready: readonly Addressed[];
  /** The want that came to nothing: people reopen it once what stood against it is gone. */
  want?: Id;
};

/** One process as far as the log was read: what it knows, what it wanted, and when it did. */
type Followed = { held: Held<unknown>; ledger: Ledger; wantedOn: ReadonlyMap<Id, CivilDate> };

/** The processes of a season, by name. */
type Season = ReadonlyMap<Id, Followed>;

/**
 * The projection of what is open in the seasons of a store, by the processes of claims that follow it. Its readers are
 * the aggregates and `processLedger` of `thidua/process`.
 *
 * Other processes, or other versions of them, are another projection: what was kept of one is made anew by another.
 *
 * @example
 * openPoints([oneRoom]).name === openPoints([followMembers]).name // false
 */
export function openPoints(
  processes: readonly AnyClaiming[],
): Projection<Season> & { open(season: Season): OpenPoint[] } {
  const streams = new Map(processes.map((process) => [`${processLedger.name}-${process.name}`, process]));
  const followed = processes.map(({ name, version }) => `${name}@${version}`).toSorted(byCodePoints);
  const ofLedger = ({ stream }: { stream: string }) => streams.has(stream);
  const begun = (process: AnyClaiming): Followed => ({
    held: process.initialState(),
    ledger: processLedger.initialState(),
    wantedOn: new Map(),
  });
  return {
    name: `open-points:${derivedId("open-points", ...followed)}`,
    version: 1,
    initial: () => new Map(processes.map((process) => [process.name, begun(process)])),
    reads: ({ type, metadata }) => ofLedger(metadata) || processes.some(({ reads }) => reads.has(type)),
    fold(events, from) {
      const all = [...events];
      return new Map(
        processes.map((process) => [
          process.name,
          learned(process, from?.get(process.name) ?? begun(process), all),
        ]),
      );
    },
    open: (season) =>
      processes.flatMap((process) => {
        const known = season.get(process.name);
        return known ? [...unclaimed(process, known), ...failed(process, known)] : [];
      }),
  };
}

/** A process learns of causes, and of no effect of its own. */
function learned(process: AnyClaiming, before: Followed, events: readonly Recorded[]): Followed {
  const stream = `${processLedger.name}-${process.name}`;
  const own = events.filter(({ metadata }) => metadata.stream === stream) as Recorded<ProcessEvent>[];
  const ledger = own.length > 0 ? processLedger.fold(own, before.ledger) : before.ledger;
  const facts = events.filter(
    (event) =>
      process.reads.has(event.type) &&
      !streamOfProcess(event) &&
      !isEffectOf(process, ledger, event.metadata) &&
      !isSkipped(ledger, event),
  );
  const wantedOn = new Map(before.wantedOn);
  for (const { type, data, metadata } of own)
    if (type === "EventAnswered" && data.wants.length > 0)
      wantedOn.set(data.event, civilDateOf(new Date(metadata.recordedAt)));
  return { held: facts.length > 0 ? process.fold(facts, before.held) : before.held, ledger, wantedOn };
}

const streamOfProcess = ({ metadata }: Recorded) => metadata.stream.startsWith(`${processLedger.name}-`);
const isSkipped = (ledger: Ledger, { metadata }: Recorded) =>
  ledger.status === "running" && ledger.skipped.has(metadata.eventId);

/** What no command of a process settles. */
function unclaimed(process: AnyClaiming, { held: { facts } }: Followed): OpenPoint[] {
  return [...process.all(facts)]
    .flatMap((scope) => process.matters(facts, scope))
    .map((matter) => ({ process: process.name, ...matter }));
}

/** What a process wanted last for a claim, and what came to nothing, while it is still so. */
function failed(process: AnyClaiming, { held, ledger, wantedOn }: Followed): OpenPoint[] {
  if (ledger.status === "blank") return [];
  const owed = new Set(
    [...process.all(held.facts)].flatMap((scope) => [...process.claims(held.facts, scope).keys()]),
  );
  const byKey = new Map<string, Want[]>();
  for (const want of ledger.wants.values()) {
    const key = want.claim?.key;
    if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), want]);
  }
  return [...byKey].flatMap(([key, wants]) => {
    const event = wants.at(-1)?.event;
    const last = wants.filter((want) => want.event === event);
    // What was never brought about needs not be taken back.
    const isDone = wants.some(({ outcome }) => outcome?.kind === "carried" || outcome?.kind === "void");
    if (held.rests.has(key) || (!owed.has(key) && !isDone)) return [];
    return last.flatMap((want) => pointOf(process.name, key, want, wantedOn));
  });
}

function pointOf(
  process: Id,
  key: string,
  { want, event, outcome, claim, aggregate, id, command }: Want,
  wantedOn: ReadonlyMap<Id, CivilDate>,
): OpenPoint[] {
  const since = wantedOn.get(event);
  if (!outcome || !claim || since === undefined || !isOpenMatter(outcome)) return [];
  const { law, unmet: what } = claim;
  const refusal = outcome.kind === "refused" ? outcome.rejection : undefined;
  const ready = [{ aggregate, id, command }];
  return [{ process, key, law, what, ...(refusal && { refusal }), since, ready, want }];
}
