import { beforeChange, changing, type EventRules } from "../kernel/changing.ts";
import { decider } from "../kernel/decider.ts";
import { accept, reject } from "../kernel/decision.ts";
import { during, from } from "../kernel/during.ts";
import { contradiction } from "../kernel/errors.ts";
import type { Id } from "../kernel/ids.ts";
import type { StreamName } from "../kernel/recorded.ts";
import { contentOfWant } from "./matter-content.ts";
import {
  type Addressed,
  type Outcome,
  type Place,
  ProcessCommand,
  ProcessEvent,
  ProcessRejection,
} from "./messages.ts";
import { wantId } from "./want-id.ts";

/** A want of a process, and what came of it; undefined while it is to be carried out. */
export type Want = Addressed & { want: Id; event: Id; root: Id; outcome: Outcome | undefined };

/** What a process has done so far. */
export type Ledger =
  | { status: "blank" }
  | {
      status: "running";
      process: Id;
      version: number;
      /** By type of event: after which event it is answered; undefined means from the beginning. */
      since: Map<string, Place | undefined>;
      /** The wants of each event that was answered. */
      answered: Map<Id, Id[]>;
      /** The stream of each event that was answered. */
      streams: Map<Id, StreamName>;
      /** The events that are neither answered nor remembered from then on. */
      skipped: Set<Id>;
      wants: Map<Id, Want>;
      /** The wants that are to be carried out, in the order in which they were stored. */
      open: Set<Id>;
      /** How many wants go back to each command of a person. */
      byRoot: Map<Id, number>;
      /** The open matters that people have settled, each by its content. */
      settled: Map<Id, { key: string; by: Id; reason: string }>;
    };

/** What each event changes. It is looked at whether an event can have happened before anything changes. */
const rules: EventRules<Ledger, ProcessEvent> = {
  ProcessBegun: from(["blank", "running"], (state, { process, version, since: listed }) => {
    const since = new Map(listed.map(({ type, after }) => [type, after]));
    if (since.size < listed.length) contradiction("an event type comes twice");
    if (state.status === "blank") return begun({ process, version, since });
    if (process !== state.process) contradiction(`the process is ${JSON.stringify(state.process)}`);
    if (version <= state.version) contradiction(`version ${state.version} has begun already`);
    state.version = version;
    state.since = since;
  }),
  EventAnswered: from(["running"], (state, { event, stream, wants, root }) => {
    const { process, answered, streams, skipped, wants: known, open, byRoot } = state;
    if (answered.has(event) || skipped.has(event)) contradiction("the event is answered already");
    const ids = wants.map((_, index) => wantId(process, { event, index }));
    answered.set(event, ids);
    streams.set(event, stream);
    byRoot.set(root, (byRoot.get(root) ?? 0) + wants.length);
    for (const [index, wanted] of wants.entries()) {
      const want = ids[index] ?? "";
      known.set(want, { ...wanted, want, event, root, outcome: undefined });
      open.add(want);
    }
  }),
  EventSkipped: from(["running"], ({ version, answered, skipped }, { event }) => {
    // The first version has remembered what it has answered. A later one may be unable to.
    if (skipped.has(event) || (answered.has(event) && version === 1))
      contradiction("the event is answered already");
    skipped.add(event);
  }),
  WantSettled: from(["running"], ({ wants, open }, { want, outcome }) => {
    const known = wants.get(want);
    if (!known) return contradiction("nobody wants it");
    if (known.outcome) contradiction("the want is settled already");
    wants.set(want, { ...beforeChange(known), outcome });
    open.delete(want);
  }),
  WantReopened: from(["running"], ({ wants, open, settled }, { want }) => {
    const known = wants.get(want);
    if (!known?.outcome || !isOpenMatter(known.outcome)) return contradiction("the want came to something");
    // Whatever comes of it now is seen anew.
    settled.delete(contentOfWant(want, known.outcome));
    wants.set(want, { ...beforeChange(known), outcome: undefined });
    open.add(want);
  }),
  MatterSettled: from(["running"], ({ settled }, { key, content, by, reason }) => {
    if (settled.has(content)) contradiction("the matter is settled already");
    settled.set(content, { key, by, reason });
  }),
  MatterReopened: from(["running"], ({ settled }, { content }) => {
    if (!settled.delete(content)) contradiction("nobody has settled the matter");
  }),
};

/**
 * The ledger of a process: which events it has answered, what it wants of each, and what came of it. The runner of a
 * season writes it, and whoever runs the process beside it reads it there. People skip what cannot be done, reopen what is
 * to be tried again, and settle what is open. Its id is the name of the process, which is also the actor of all that the process does: so
 * no account may have the name of a process.
 */
export const processLedger = /* @__PURE__ */ decider<Ledger, ProcessCommand, ProcessEvent, ProcessRejection>({
  name: "Process",
  commands: ProcessCommand,
  events: ProcessEvent,
  rejections: ProcessRejection,
  initialState: { status: "blank" },

  decide: {
    SkipEvent: during(["running"], {
      already: (state, { event }) => state.status === "running" && state.skipped.has(event),
      decide({ answered, version: current }, { version, ...data }) {
        // What an earlier version has answered, this one may be unable to remember.
        const isForgotten = version === current && current > 1;
        return answered.has(data.event) && !isForgotten
          ? reject({ type: "EventTaken", data: { event: data.event } })
          : accept({ type: "EventSkipped", data });
      },
    }),
    SkipWant: during(["running"], {
      decide({ wants }, { want, by, reason }) {
        const known = wants.get(want);
        if (!known) return reject({ type: "WantUnknown", data: { want } });
        if (known.outcome?.kind === "skipped") return accept();
        if (known.outcome) return reject({ type: "WantDone", data: { want } });
        return accept({ type: "WantSettled", data: { want, outcome: { kind: "skipped", by, reason } } });
      },
    }),
    ReopenWant: during(["running"], {
      decide({ wants }, data) {
        const known = wants.get(data.want);
        if (!known) return reject({ type: "WantUnknown", data: { want: data.want } });
        if (!known.outcome) return accept();
        if (!isOpenMatter(known.outcome)) return reject({ type: "WantDone", data: { want: data.want } });
        return accept({ type: "WantReopened", data });
      },
    }),
    SettleMatter: during(["running"], {
      already: (state, { content }) => state.status === "running" && state.settled.has(content),
      decide(_, { open, ...data }) {
        return open.includes(data.content)
          ? accept({ type: "MatterSettled", data })
          : reject({ type: "MatterNotOpen", data: { key: data.key } });
      },
    }),
    ReopenMatter: during(["running"], {
      decide({ settled }, data) {
        return settled.has(data.content)
          ? accept({ type: "MatterReopened", data })
          : reject({ type: "MatterNotSettled", data: { key: data.key } });
      },
    }),
  },

  evolve: rules,
});

/** Whether people have to look at what came of a want. */
export function isOpenMatter({ kind }: Outcome): boolean {
  return kind !== "carried" && kind !== "void";
}

function begun(terms: Pick<Extract<Ledger, { status: "running" }>, "process" | "version" | "since">): Ledger {
  return {
    status: "running",
    ...terms,
    answered: new Map(),
    streams: new Map(),
    skipped: new Set(),
    wants: new Map(),
    open: new Set(),
    byRoot: new Map(),
    settled: new Map(),
  };
}

/** The same ledger, so that what happens to one is nothing to the other. */
export function ledgerApart(ledger: Ledger): Ledger {
  if (ledger.status === "blank") return ledger;
  const { since, answered, streams, skipped, wants, open, byRoot, settled } = ledger;
  return {
    ...ledger,
    since: new Map(since),
    answered: new Map(answered),
    streams: new Map(streams),
    skipped: new Set(skipped),
    wants: new Map(wants),
    open: new Set(open),
    byRoot: new Map(byRoot),
    settled: new Map(settled),
  };
}

/**
 * The ledger after one more event; it is the same one, changed. So an event costs the same after any number of others,
 * where `evolve` would copy what a process has answered in all its years. Nothing of an event that cannot have happened is
 * in it.
 */
export const ledgerWith = /* @__PURE__ */ changing<Ledger, ProcessEvent>("Process", rules);
