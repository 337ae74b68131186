import { aggregates } from "../../../src/aggregates.ts";
import type { AnyDecider } from "../../../src/kernel/decider.ts";
import type { Message } from "../../../src/kernel/messages.ts";
import type { EventMetadata, Recorded } from "../../../src/kernel/recorded.ts";
import { sent } from "../../../src/kernel/sent.ts";
import type { CivilDate } from "../../../src/kernel/time.ts";
import { answer } from "../../../src/process/answer.ts";
import type { Addressed } from "../../../src/process/messages.ts";
import type { OpenPoint } from "../../../src/read/what-is-open.ts";
import type { AnyClaiming } from "../../../src/season/claiming.ts";

/** How a command ended: with these events, or refused. */
export type Ended = { events: readonly Recorded[]; rejection?: Message };

/** A process that follows the log, and the wants of each of its claims that it had last. */
type Following = { process: AnyClaiming; state: unknown; read: number; wants: Map<string, Wanted> };
type Asked = { want: Addressed; rejection?: Message };
/** `isDone`: something of it came about, now or before, so that it has to be taken back once nothing supports it. */
type Wanted = { since: CivilDate; asked: readonly Asked[]; isDone: boolean };

/**
 * A season without a store: the aggregates decide, the processes follow, and nothing is kept but the log. It is pure and
 * quick, so laws may be held against thousands of seasons. `next` picks the process that goes on, of so many that have
 * something to read: whoever picks otherwise is another runner, and must come to the same end.
 */
export function seasonWorld(processes: readonly AnyClaiming[], next: (of: number) => number = () => 0) {
  const log: Recorded[] = [];
  const states = new Map<string, { state: unknown; version: number }>();
  const followed: Following[] = processes.map((process) => ({
    process,
    state: process.initialState(),
    read: 0,
    wants: new Map(),
  }));
  let commands = 0;

  function carryOut({ aggregate, id, command }: Addressed, { day, actor, causationId }: By): Ended {
    const decider = aggregates[aggregate as keyof typeof aggregates] as AnyDecider;
    const stream = `${aggregate}-${id}` as const;
    const { state, version } = states.get(stream) ?? { state: decider.initialState(), version: 0 };
    commands += 1;
    const commandId = `command-${commands}`;
    // At 3 in the morning of UTC it is that day in Vietnam, too.
    const now = new Date(`${day}T03:00:00Z`);
    const decision = decider.decide(sent(command, { now, commandId, actor }), state);
    if (!decision.ok) return { events: [], rejection: decision.rejection };
    const events = decision.events.map((event: Message, index: number): Recorded => {
      const place = version + index + 1;
      const metadata: EventMetadata = {
        eventId: `${stream}-${place}`,
        stream,
        version: place,
        recordedAt: now.toISOString(),
        actor,
        correlationId: "season",
        causationId: causationId ?? commandId,
        commandId,
        digest: "-",
        schemaVersion: 1,
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
    const by = { day, actor: process.name, causationId: event.metadata.eventId };
    const asked = new Map<string, Asked[]>();
    for (const want of wants) {
      const { rejection } = carryOut(want, by);
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
    /** A person records something, and nothing follows yet. */
    record: (addressed: Addressed, day: CivilDate): Ended => carryOut(addressed, { day, actor: "office" }),
    /** All that follows, on a day. */
    follow,
    /** A person records something, and all follows that does. */
    send(addressed: Addressed, day: CivilDate): Ended {
      const ended = carryOut(addressed, { day, actor: "office" });
      follow(day);
      return ended;
    },
    /** All that is open. */
    open: (): Omit<OpenPoint, "content">[] => followed.flatMap(openOf),
  };
}

type By = { day: CivilDate; actor: string; causationId?: string };

/** What no command settles, and the wants that were refused while what they are for is still owed, or to be undone. */
function openOf({ process, state, wants }: Following): Omit<OpenPoint, "content">[] {
  const { facts, rests } = state as ReturnType<typeof process.initialState>;
  const scopes = [...process.all(facts)];
  const owed = new Set(scopes.flatMap((scope) => [...process.claims(facts, scope).keys()]));
  const matters = scopes.flatMap((scope) => process.matters(facts, scope));
  const refused = [...wants].flatMap(([key, { since, asked, isDone }]) => {
    if (rests.has(key) || (!owed.has(key) && !isDone)) return [];
    return asked.flatMap(({ want, rejection }) =>
      rejection && want.claim
        ? [{ key, law: want.claim.law, what: want.claim.unmet, refusal: rejection, since, ready: [want] }]
        : [],
    );
  });
  return [...matters, ...refused].map((one) => ({ process: process.name, ...one }));
}
