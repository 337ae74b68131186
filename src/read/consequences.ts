import type { Id } from "../kernel/ids.ts";
import type { CommandMetadata, Recorded, StreamName } from "../kernel/recorded.ts";
import { civilDateOf } from "../kernel/time.ts";
import type { Carrier, Decided } from "../process/carrier.ts";
import type { Carried } from "../process/ledger-walk.ts";
import type { Addressed } from "../process/messages.ts";
import type { Fork, KnownProcess, Runner } from "../process/runner.ts";
import type { Stopped } from "../process/sending.ts";
import type { EventStore } from "../stores/event-store.ts";
import { overlayStore } from "../stores/overlay-store.ts";
import { isClaiming, type OpenPoint, pointsOf } from "./points-of.ts";

/** What a process would do: the command with its law (`claim`), what would come of it, and the event that is its cause. */
export type Consequence = Carried & { cause: Recorded | undefined };

/** What would come of a command. */
export type Foreseen = {
  /** The command that was asked about. */
  asked: Addressed;
  /** How the command itself would be decided: its events, or the rejection. */
  outcome: Decided;
  /** What would follow, in the order of cause and effect. */
  consequences: readonly Consequence[];
  /** The points that would be open, and are not open now, or not as that. */
  opens: readonly OpenPoint[];
  /** The points that are open now, and would not be any more. */
  closes: readonly OpenPoint[];
  /**
   * The events of the streams that it would write to, as these would be: they tell what all of it is about. `foretold` of
   * `thidua/minutes` names things by them.
   */
  streams: readonly Recorded[];
  /** Whether every process would have passed all of it. */
  complete: boolean;
  /** The processes that cannot go on: what they would do is not told. */
  stopped: readonly Stopped[];
};

/**
 * Tells what would come of a command before it is sent: it carries it out over an overlay of the store, with the
 * processes of the runner, and forgets it. Nothing is stored. Sent with the same metadata, the command then does just
 * that, unless somebody records something else before.
 *
 * It goes on from where the runner is. So where the runner has read the log, as one that follows or that sends does, only
 * the streams are read that are touched; of one that has just begun the whole log is read. What is open is worked out
 * from all that the processes remember, twice.
 * @throws {UnknownAggregate} and whatever else `send` of the runner throws
 */
export async function consequencesOf(
  addressed: Addressed,
  metadata: CommandMetadata,
  {
    runner,
    store,
    handlers,
    timeLimit,
  }: {
    runner: Pick<Runner, "fork">;
    /** The store of the runner. */
    store: EventStore;
    /** Makes the handlers of the runner for another store: `(store) => commandHandlers({ store, deciders })`. */
    handlers: (store: EventStore) => ReadonlyMap<string, Carrier>;
    timeLimit?: number;
  },
): Promise<Foreseen> {
  const overlay = overlayStore(store);
  const fork = runner.fork({ store: overlay, handlers: handlers(overlay) });
  await fork.catchUp();
  const before = openIn(fork);
  const sent = await fork.send(addressed, metadata, timeLimit === undefined ? {} : { timeLimit });
  // Also what others have asked for meanwhile is done, so that what is open is at rest.
  await fork.catchUp();
  const after = openIn(fork);
  const { outcome, consequences, complete, stopped } = sent;
  return {
    asked: addressed,
    outcome,
    consequences: withCauses(outcome, consequences),
    opens: without(after, new Set(before.map(asItIs))),
    closes: without(before, new Set(after.flatMap((point) => [asItIs(point), keyOf(point)]))),
    streams: await streamsOf([addressed, ...consequences], overlay),
    complete,
    stopped,
  };
}

/** The streams of these commands, and of the ballots before theirs. */
async function streamsOf(commands: readonly Addressed[], store: EventStore): Promise<Recorded[]> {
  const streams = new Set<StreamName>(commands.map(({ aggregate, id }) => `${aggregate}-${id}` as const));
  const all: Recorded[] = [];
  // The set grows during the loop, and the loop visits each stream once.
  for (const stream of streams) {
    const events = await store.read(stream);
    all.push(...events);
    for (const { data } of events) {
      const { follows } = data as { follows?: { ballot?: Id } };
      if (follows?.ballot !== undefined) streams.add(`Ballot-${follows.ballot}`);
    }
  }
  return all;
}

function withCauses(outcome: Decided, consequences: readonly Carried[]): Consequence[] {
  const events = [...(outcome.ok ? outcome.events : []), ...consequences.flatMap((one) => one.events)];
  const byId = new Map(events.map((event) => [event.metadata.eventId, event]));
  return consequences.map((one) => ({ ...one, cause: byId.get(one.event) }));
}

function openIn(fork: Pick<Fork, "known">): OpenPoint[] {
  return fork.known().flatMap(openOf);
}

function openOf({ process, state, ledger, answeredAt }: KnownProcess): OpenPoint[] {
  if (!isClaiming(process)) return [];
  const dayOf = (id: string) => {
    const at = answeredAt(id);
    return at === undefined ? undefined : civilDateOf(new Date(at));
  };
  return pointsOf(process, { held: state, ledger, dayOf }).open;
}

const keyOf = ({ process, key }: OpenPoint) => JSON.stringify([process, key]);
const asItIs = ({ process, key, content }: OpenPoint) => JSON.stringify([process, key, content]);

/** Those that are not among the known, neither as they are nor under their key. */
function without(points: readonly OpenPoint[], known: ReadonlySet<string>): OpenPoint[] {
  return points.filter((point) => !known.has(asItIs(point)) && !known.has(keyOf(point)));
}
