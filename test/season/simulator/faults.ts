import type { AwardEvent } from "../../../src/award/messages.ts";
import type { BallotEvent } from "../../../src/ballot/messages.ts";
import { derivedId } from "../../../src/kernel/ids.ts";
import type { Recorded } from "../../../src/kernel/recorded.ts";
import type { Addressed } from "../../../src/process/messages.ts";
import { type AnyProcess, process } from "../../../src/process/pure-process.ts";
import { seasonRunner } from "../../../src/process/runner.ts";
import { holdRounds } from "../../../src/season/hold-rounds.ts";
import { nominate } from "../../../src/season/nominate.ts";
import type { EventStore, Write } from "../../../src/stores/event-store.ts";
import { certified, convened, recorded } from "../certified.ts";
import { proposeAhead } from "./scripts.ts";

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
  /** L18: a reader sees the events of different streams in the order in which it heard of them. */
  byAcknowledgement: (store) => ({
    ...store,
    async readAll(options) {
      const page = await store.readAll(options);
      const late = page.filter((_, at) => at % 7 === 3).map(({ event }) => event.metadata.stream);
      const isLate = ({ event }: (typeof page)[number]) => late.includes(event.metadata.stream);
      const heard = [...page.filter((one) => !isLate(one)), ...page.filter(isLate)];
      return heard.map(({ event }, at) => ({ position: page[at]?.position ?? "", event }));
    },
  }),
  /** L14: it is decided on a state that was read some time ago. */
  staleReads: (store) => {
    let reads = 0;
    return {
      ...store,
      async read(stream, options) {
        const events = await store.read(stream, options);
        if (!stream.startsWith("Award-")) return events;
        reads += 1;
        return reads % 3 === 0 ? [] : events;
      },
    };
  },
  /** L16: the ids of the commands that were carried out are forgotten. */
  forgetsIds: (store) => ({
    ...store,
    async read(stream, options) {
      const events = await store.read(stream, options);
      if (stream.startsWith("Process-")) return events;
      return events.map((event) => ({
        ...event,
        metadata: { ...event.metadata, commandId: `${event.metadata.commandId}?` },
      }));
    },
  }),
  /** L21: a newer version counts its new type from an event that nobody meets. */
  sinceNowhere: (store) => ({
    ...store,
    append: (writes) =>
      store.append(writes.map((write) => ({ ...write, events: write.events.map(nowhere) }))),
  }),
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

function nowhere(event: Recorded): Recorded {
  const { since = [] } = event.data as { since?: { type: string; after?: object }[] };
  if (event.type !== "ProcessBegun" || !since.some(({ after }) => after)) return event;
  const moved = since.map((one) =>
    one.after ? { ...one, after: { stream: "Nowhere-1", version: 1 } } : one,
  );
  return { ...event, data: { ...event.data, since: moved } };
}

function isVoid(writes: readonly Write[]): boolean {
  const [event] = writes.flatMap(({ events }) => events);
  const { outcome } = (event?.data ?? {}) as { outcome?: { kind: string } };
  return writes.length === 1 && outcome?.kind === "void";
}

const knowingBlocs = nominate.fold(
  ["one", "two"].map((bloc) => recorded(`Conference-${bloc}`, convened(bloc))),
);

/** L20: it remembers what was proposed, and not who is elected: the proposal comes too late, or from another hand. */
export const remembersEffects: AnyProcess = {
  ...process<{ proposed: Set<string> }, BallotEvent | { type: "AwardProposed"; data: { basis: object } }>({
    name: nominate.name,
    version: 1,
    initialState: { proposed: new Set() },
    evolve: {
      AwardProposed({ proposed }, { basis }) {
        if ("ballot" in basis) proposed.add(String(basis.ballot));
      },
    },
    want: {
      BallotCertified: (_, data, at) => [
        ...nominate.want(knowingBlocs, { type: "BallotCertified", data, metadata: at.metadata }),
      ],
      BallotAnnulled: ({ proposed }, data, at) =>
        proposed.has(at.id)
          ? nominate.want(
              nominate.evolve(knowingBlocs, {
                ...certified(["procuracy"], { conference: at.id.endsWith("two") ? "two" : "one" }),
                metadata: at.metadata,
              }),
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
    ...nominate,
    want(state, event) {
      seen += 1;
      return event.type === "BallotAnnulled" && seen % 2 === 1 ? [] : nominate.want(state, event);
    },
  };
}

/** L19: it says that all is done once the command itself is. */
export const completeAtOnce: typeof seasonRunner = (parts) => {
  const runner = seasonRunner(parts);
  return {
    ...runner,
    send: async (addressed, metadata) => ({
      ...(await runner.send(addressed, metadata, { timeLimit: 100 })),
      complete: true,
    }),
  };
};

/** L25: it keeps the open matters in memory, which a restart loses. */
export const mattersInMemory: typeof seasonRunner = (parts) => ({
  ...seasonRunner(parts),
  matters: async () => [],
});

/** L22: it cannot answer an annulment. */
export const throwing: AnyProcess = process<object, BallotEvent>({
  name: "throwing",
  version: 1,
  initialState: {},
  want: {
    BallotAnnulled() {
      throw new Error("broken");
    },
  },
});
/** L22: it catches what it throws, and goes on. */
export const swallowing: AnyProcess = { ...throwing, want: () => [] };

/** L24: a proposal for every withdrawal, and a withdrawal for every proposal, without an end. */
export const loop: readonly AnyProcess[] = [
  process<object, AwardEvent>({
    name: "propose-again",
    version: 1,
    initialState: {},
    want: {
      AwardWithdrawn: (_, __, { id }): Addressed[] => [
        { aggregate: "Award", id: derivedId("again", id), command: proposeAhead },
      ],
    },
  }),
  process<object, AwardEvent>({
    name: "withdraw-again",
    version: 1,
    initialState: {},
    want: {
      AwardProposed: (_, __, { id }): Addressed[] => [
        {
          aggregate: "Award",
          id,
          command: { type: "WithdrawProposal", data: { withdrawnOn: "2023-01-13", reason: "byBloc" } },
        },
      ],
    },
  }),
];

/** L23: two processes under one name, on two servers: of a result one wants the next round, and the other wants nothing. */
export function sharedName(): readonly AnyProcess[] {
  turn += 1;
  const want: AnyProcess["want"] = turn % 2 === 0 ? holdRounds.want : () => [];
  return [{ ...holdRounds, name: "shared-name", want }];
}
let turn = 0;

/** A process that is refused each time: it takes every result for final on the day of its record. */
export const hasty: AnyProcess = process<object, BallotEvent>({
  name: "hasty",
  version: 1,
  initialState: {},
  want: {
    BallotCertified: (_, { certifiedOn: finalisedOn }, { id }): Addressed[] => [
      { aggregate: "Ballot", id, command: { type: "FinaliseResult", data: { finalisedOn } } },
    ],
  },
});
