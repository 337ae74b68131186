import type { AnyDecider } from "../../../src/kernel/decider.ts";
import type { Id } from "../../../src/kernel/ids.ts";
import type { Message } from "../../../src/kernel/messages.ts";
import type { EventMetadata, Recorded } from "../../../src/kernel/recorded.ts";
import { sent } from "../../../src/kernel/sent.ts";
import type { CivilDate } from "../../../src/kernel/time.ts";
import { answer } from "../../../src/process/answer.ts";
import type { Addressed } from "../../../src/process/messages.ts";
import type { AnyProcess } from "../../../src/process/pure-process.ts";
import type { OpenPoint } from "../../../src/read/what-is-open.ts";
import type { AnyClaiming } from "../../../src/season/claiming.ts";
import { type AggregateName, aggregates, type CommandOf, type StateOf } from "./aggregates-known.ts";

/** What is open, as far as no store is asked. */
export type WorldPoint = Omit<OpenPoint, "content"> & { behind?: string | undefined };

/** How a command ended: with these events, or refused. */
export type Ended = { events: readonly Recorded[]; rejection?: Message };

/** What a process wanted, and was refused. */
export type Refused = { process: Id; want: Addressed; rejection: Message; day: CivilDate };

/** A process that follows the log, and the wants of each of its claims that it had last. */
type Following = { process: AnyProcess; state: unknown; read: number; wants: Map<string, Wanted> };
type Asked = { want: Addressed; rejection?: Message };
/** `isDone`: something of it came about, now or before, so that it has to be taken back once nothing supports it. */
type Wanted = { since: CivilDate; asked: readonly Asked[]; isDone: boolean };
type By = { day: CivilDate; actor: string; commandId: string; causationId?: string };

/**
 * How a world goes on. `next` picks the process that goes on, of so many that have something to read: whoever picks
 * otherwise is another runner, and must come to the same end. `idOfWant` is the id under which a want is carried out, once
 * and never again.
 */
export type Going = {
  next?(of: number): number;
  idOfWant?(want: Addressed, by: { process: Id; event: Recorded; index: number }): string;
};

export type World = ReturnType<typeof seasonWorld>;

/**
 * A season without a store: the aggregates decide, the processes follow, and nothing is kept but the log. It is pure and
 * quick, so laws may be held against thousands of seasons.
 */
export function seasonWorld(processes: readonly AnyProcess[], going: Going = {}) {
  const { next = () => 0, idOfWant = ownId } = going;
  const log: Recorded[] = [];
  const states = new Map<string, { state: unknown; version: number }>();
  const carried = new Set<string>();
  const refused: Refused[] = [];
  const followed: Following[] = processes.map((process) => ({
    process,
    state: process.initialState(),
    read: 0,
    wants: new Map(),
  }));
  const counted = { commands: 0, wants: 0 };

  function carryOut({ aggregate, id, command }: Addressed, by: By): Ended {
    const decider = aggregates[aggregate as AggregateName] as AnyDecider;
    const stream = `${aggregate}-${id}` as const;
    const { state, version } = states.get(stream) ?? { state: decider.initialState(), version: 0 };
    const { day, actor, commandId, causationId = commandId } = by;
    // At 3 in the morning of UTC it is that day in Vietnam, too.
    const now = new Date(`${day}T03:00:00Z`);
    const decision = decider.decide(sent(command, { now, commandId, actor }), state);
    if (!decision.ok) return { events: [], rejection: decision.rejection };
    const recordedAt = now.toISOString();
    const events = decision.events.map((event: Message, index: number): Recorded => {
      const place = version + index + 1;
      const metadata: EventMetadata = {
        ...{ eventId: `${stream}-${place}`, stream, version: place, recordedAt, actor },
        ...{ correlationId: "season", causationId, commandId, digest: "-", schemaVersion: 1 },
      };
      return { ...event, metadata };
    });
    states.set(stream, { state: events.reduce(decider.evolve, state), version: version + events.length });
    log.push(...events);
    return { events };
  }

  /** One process reads one more event, and what it wants of it is carried out at once. */
  function readOn(one: Following, day: CivilDate): void {
    const event = log[one.read] as Recorded;
    one.read += 1;
    const { process } = one;
    if (event.metadata.actor === process.name || !process.reads.has(event.type)) return;
    const { wants, state } = answer(process, one.state, event);
    one.state = state;
    const asked = new Map<string, Asked[]>();
    for (const [index, want] of wants.entries()) {
      const commandId = idOfWant(want, { process: process.name, event, index });
      // What was carried out under an id is never carried out again.
      if (carried.has(commandId)) continue;
      carried.add(commandId);
      counted.wants += 1;
      const by = { day, actor: process.name, commandId, causationId: event.metadata.eventId };
      const { rejection } = carryOut(want, by);
      if (rejection) refused.push({ process: process.name, want, rejection, day });
      const key = want.claim?.key;
      if (key !== undefined)
        asked.set(key, [...(asked.get(key) ?? []), { want, ...(rejection && { rejection }) }]);
    }
    for (const [key, last] of asked) {
      const isDone = one.wants.get(key)?.isDone || last.some(({ rejection }) => !rejection);
      one.wants.set(key, { since: day, asked: last, isDone });
    }
  }

  function follow(day: CivilDate): void {
    for (;;) {
      const behind = followed.filter(({ read }) => read < log.length);
      const one = behind[behind.length > 1 ? next(behind.length) : 0];
      if (!one) return;
      readOn(one, day);
    }
  }

  return {
    log,
    /** What processes wanted and were refused. */
    refused,
    counted,
    /** A person records something, and nothing follows yet. */
    record(addressed: Addressed, day: CivilDate): Ended {
      counted.commands += 1;
      return carryOut(addressed, { day, actor: "office", commandId: `command-${counted.commands}` });
    },
    /** All that follows, on a day. */
    follow,
    /** A person records something, and all follows that does. */
    send(addressed: Addressed, day: CivilDate): Ended {
      counted.commands += 1;
      const ended = carryOut(addressed, { day, actor: "office", commandId: `command-${counted.commands}` });
      follow(day);
      return ended;
    },
    /** Every process begins anew, and knows what the log tells: what it asked for itself it learns of nowhere. */
    restart(): void {
      for (const one of followed)
        one.state = one.process.fold(
          log
            .slice(0, one.read)
            .filter(
              ({ type, metadata }) => metadata.actor !== one.process.name && one.process.reads.has(type),
            ),
        );
    },
    stateOf<A extends AggregateName>(aggregate: A, id: Id): StateOf<A> {
      const known = states.get(`${aggregate}-${id}`)?.state ?? aggregates[aggregate].initialState();
      return known as StateOf<A>;
    },
    /** The ids of all that there is of an aggregate, in the order in which they began. */
    idsOf: (aggregate: AggregateName): Id[] =>
      [...states.keys()]
        .filter((stream) => stream.startsWith(`${aggregate}-`))
        .map((stream) => stream.slice(aggregate.length + 1)),
    /** All that is open. */
    open: (): WorldPoint[] => followed.flatMap(openOf),
  };
}

const ownId: NonNullable<Going["idOfWant"]> = (_, { process, event, index }) =>
  `${process}/${event.metadata.eventId}/${index}`;

/** What no command settles, and the wants that were refused while what they are for is still owed, or to be undone. */
function openOf({ process, state, wants }: Following): WorldPoint[] {
  if (!isClaiming(process)) return [];
  const { facts, rests, causes } = state as ReturnType<typeof process.initialState>;
  const scopes = [...process.all(facts)];
  const owed = new Set(scopes.flatMap((scope) => [...process.claims(facts, scope).keys()]));
  const matters = scopes.flatMap((scope) =>
    process.matters(facts, scope).map((matter) => {
      const cause = matter.cause ?? causes.get(scope)?.get(matter.key)?.event;
      return { ...matter, ...(cause !== undefined && { cause }) };
    }),
  );
  const refused = [...wants].flatMap(([key, { since, asked, isDone }]) => {
    if (rests.has(key)) return [];
    return asked.flatMap(({ want, rejection }) =>
      rejection && want.claim && (owed.has(key) || (isDone && want.claim.takesBack))
        ? [{ key, law: want.claim.law, what: want.claim.unmet, refusal: rejection, since, ready: [want] }]
        : [],
    );
  });
  return [...matters, ...refused].map((one) => ({ process: process.name, ...one }));
}

const isClaiming = (process: AnyProcess): process is AnyClaiming => "claims" in process;

export type { AggregateName, CommandOf, StateOf };
