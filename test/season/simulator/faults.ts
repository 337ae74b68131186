import type { BallotEvent } from "../../../src/ballot/messages.ts";
import { type AnyProcess, process } from "../../../src/process/pure-process.ts";
import { proposeElected } from "../../../src/season/propose-elected.ts";
import type { EventStore, Write } from "../../../src/stores/event-store.ts";

/** Faults of stores that the audit of a season must find, each by the law that it breaks. */
export const faultyStores: Readonly<Record<string, (store: EventStore) => EventStore>> = {
  /** L13: what came of a want is stored apart from what it caused, and a program may die between the two. */
  tracesApart: (store) => {
    let apart = 0;
    return {
      ...store,
      async append(writes) {
        for (const write of writes.toReversed()) {
          const appended = await store.append([write]);
          if (!appended.ok) return appended;
          apart += writes.length > 1 ? 1 : 0;
          if (apart % 5 === 1) throw new Error("the store is away");
        }
        return { ok: true };
      },
    };
  },
  /** L12: of a want that changed nothing there is no trace. */
  noTraceOfVoid: (store) => ({
    ...store,
    append: async (writes) => (isVoid(writes) ? { ok: true } : store.append(writes)),
  }),
  /** L11: a reader passes over an event that is written a little later than its place. */
  skipping: (store) => {
    let hidden = 0;
    return {
      ...store,
      async readAll(options) {
        const page = await store.readAll(options);
        hidden += 1;
        return hidden % 5 === 0 && page.length > 1 ? page.slice(1) : page;
      },
    };
  },
  /** L12, L15: of two appends at one version both succeed. */
  noVersions: (store) => ({
    ...store,
    async append(writes) {
      const moved: Write[] = [];
      for (const { stream, events } of writes) {
        const { length } = await store.read(stream);
        const at = (index: number) => length + index + 1;
        moved.push({
          stream,
          expectedVersion: length,
          events: events.map((event, index) => ({
            ...event,
            metadata: {
              ...event.metadata,
              version: at(index),
              eventId: `${event.metadata.eventId}-${at(index)}`,
            },
          })),
        });
      }
      return store.append(moved);
    },
  }),
};

function isVoid(writes: readonly Write[]): boolean {
  const [event] = writes.flatMap(({ events }) => events);
  const { outcome } = (event?.data ?? {}) as { outcome?: { kind: string } };
  return writes.length === 1 && outcome?.kind === "void";
}

/** L20: it remembers what was proposed, and not who is elected: the proposal comes too late, or from another hand. */
export const remembersEffects: AnyProcess = {
  ...process<{ proposed: Set<string> }, BallotEvent | { type: "AwardProposed"; data: { basis: object } }>({
    name: proposeElected.name,
    version: 1,
    initialState: { proposed: new Set() },
    evolve: {
      AwardProposed({ proposed }, { basis }) {
        if ("ballot" in basis) proposed.add(String(basis.ballot));
      },
    },
    want: {
      BallotCertified: (_, data, at) => [
        ...proposeElected.want(proposeElected.initialState(), {
          type: "BallotCertified",
          data,
          metadata: at.metadata,
        }),
      ],
      BallotAnnulled: ({ proposed }, data, at) =>
        proposed.has(at.id)
          ? proposeElected.want(
              { elected: new Map([[at.id, ["procuracy"]]]) },
              { type: "BallotAnnulled", data, metadata: at.metadata },
            )
          : [],
    },
  }),
};

/** L10: it keeps a memory of its own beside the state, which a restart loses. */
export function remembersInProcess(): AnyProcess {
  let seen = 0;
  return {
    ...proposeElected,
    want(state, event) {
      seen += 1;
      return event.type === "BallotAnnulled" && seen % 2 === 1 ? [] : proposeElected.want(state, event);
    },
  };
}
