import { award } from "../../../src/award/award.ts";
import { AwardCommand } from "../../../src/award/messages.ts";
import { derivedId, type Id } from "../../../src/kernel/ids.ts";
import type { Message } from "../../../src/kernel/messages.ts";
import type { Recorded } from "../../../src/kernel/recorded.ts";
import type { ProcessEvent } from "../../../src/process/messages.ts";
import type { AnyProcess } from "../../../src/process/pure-process.ts";
import { seasonRunner } from "../../../src/process/runner.ts";
import { designateElected } from "../../../src/season/designate-elected.ts";
import { awardIdOf, proposeElected } from "../../../src/season/propose-elected.ts";
import { successiveBallots } from "../../../src/season/successive-ballots.ts";
import { commandHandlers } from "../../../src/stores/command-handler.ts";
import type { EventStore } from "../../../src/stores/event-store.ts";
import { inMemoryStore } from "../../../src/stores/in-memory-store.ts";
import { wholeLog } from "../../../src/stores/whole-log.ts";
import { certificate, flag } from "../certified.ts";
import { audit, type Breach } from "./audit.ts";
import { chance } from "./chance.ts";
import { annul, certify, deciders } from "./seeded.ts";
import { calm, type Life, type Weather, type World, world } from "./world.ts";

export const stormy: Weather = { fails: 0.02, twice: 0.02, lost: 0.02, crashes: 0.008 };

const rounds = [
  { honour: flag, seats: 1 },
  { honour: certificate, seats: 1 },
];

/** The second version answers one type more, from when it begins. */
const proposeElected2: AnyProcess = {
  ...proposeElected,
  version: 2,
  answers: [...proposeElected.answers, "BallotOpened"].sort(),
};

export type Plan = {
  seed: number;
  weather?: Weather;
  /** A store with a fault in it. */
  fault?: (store: EventStore) => EventStore;
  propose?: AnyProcess;
  /** A server crashes right after this step. */
  crashAfter?: number;
};

export type Played = { log: Recorded[]; breaches: Breach[]; steps: number; crashes: number; added: number };

/** Plays a short season over one to three servers, ends all of them, lets one more do what is left, and looks at the log. */
export async function play(seed: readonly Recorded[], plan: Plan): Promise<Played> {
  const luck = chance(plan.seed);
  const { weather = stormy, fault = (store) => store, propose = proposeElected } = plan;
  const store = fault(inMemoryStore(seed));
  const stage = world(store, luck, weather);
  const isTwoVersions = propose === proposeElected && luck.happens(0.25);
  const processes = () => [
    isTwoVersions && luck.happens(0.5) ? proposeElected2 : propose,
    successiveBallots(rounds),
    designateElected({ rotation: "rotation" }),
  ];
  const servers = Array.from({ length: 1 + luck.below(3) }, () => serverIn(stage, processes()));
  let crashes = 0;
  const restart = (index: number) => {
    servers[index]?.life.crash();
    servers[index] = serverIn(stage, processes());
    crashes += 1;
  };
  const clients = scripts(luck).map((script, index) =>
    client(script, { name: `person${index}`, pick: () => servers[luck.below(servers.length)] ?? servers[0] }),
  );
  let isOver = false;
  const ended = Promise.all(clients).finally(() => {
    isOver = true;
  });
  ended.catch(() => undefined);
  await stage.play(
    () => isOver,
    (step) => {
      if (luck.happens(weather.crashes) || step === plan.crashAfter) restart(luck.below(servers.length));
    },
  );
  await ended;
  for (const { life } of servers) life.crash();
  await doWhatIsLeft(store, processes, propose);
  const log = await wholeLog(store);
  await doWhatIsLeft(store, processes, propose);
  const added = (await wholeLog(store)).length - log.length;
  const versions = new Map(
    processes().map((process) => [process.name, new Map([[process.version, process]])]),
  );
  const versionsOfPropose = new Map<number, AnyProcess>([
    [1, propose],
    [2, proposeElected2],
  ]);
  versions.set(propose.name, versionsOfPropose);
  const breaches = [...audit(log, { versions, deciders, isQuiet: true }), ...standing(log)];
  if (added > 0) breaches.push({ law: "L17", text: `a restart adds ${added} events` });
  return { log, breaches, steps: stage.steps, crashes, added };
}

type Server = { life: Life; runner: ReturnType<typeof seasonRunner> };

function serverIn(stage: World, processes: readonly AnyProcess[]): Server {
  const life = stage.life();
  const store = stage.seenBy(life);
  const clock = stage.clockOf(life);
  const wait = (attempt: number) => clock.wait(2 ** Math.min(attempt, 6));
  const handlers = commandHandlers({ store, deciders, wait });
  const patience = { min: 0, max: 20 };
  return { life, runner: seasonRunner({ store, handlers, processes, clock, patience }) };
}

/** One server, when nothing goes wrong any more, until it only waits. The newest version runs. */
async function doWhatIsLeft(
  store: EventStore,
  processes: () => readonly AnyProcess[],
  propose: AnyProcess,
): Promise<void> {
  const stage = world(store, chance(1), calm);
  const life = stage.life();
  const clock = stage.clockOf(life);
  let isIdle = false;
  const watched = {
    ...clock,
    wait(milliseconds: number) {
      if (milliseconds >= 1_000) isIdle = true;
      return clock.wait(milliseconds);
    },
  };
  const seen = stage.seenBy(life);
  const handlers = commandHandlers({ store: seen, deciders, wait: () => clock.wait(1) });
  const isNewer = (await wholeLog(store)).some(
    ({ type, data }) => type === "ProcessBegun" && (data as { version: number }).version === 2,
  );
  const newest = processes().map((process) =>
    process.name === proposeElected.name ? (isNewer ? proposeElected2 : propose) : process,
  );
  const runner = seasonRunner({ store: seen, handlers, processes: newest, clock: watched });
  const ending = new AbortController();
  const followed = runner.follow({ signal: ending.signal });
  let fault: unknown;
  followed.catch((error: unknown) => {
    fault = error;
    isIdle = true;
  });
  await stage.play(
    () => isIdle,
    () => undefined,
  );
  life.crash();
  if (fault !== undefined) throw fault;
}

type Sent = { aggregate: string; id: Id; command: Message };

/** What each person does, one thing after the other; persons act side by side. */
function scripts({ happens }: ReturnType<typeof chance>): Sent[][] {
  const ballot = (id: Id, ...commands: Message[]) =>
    commands.map((command) => ({ aggregate: "Ballot", id, command }));
  const [proposed, withdrawn] = ["flag", "other"].map((id) => awardIdOf(id, "procuracy")) as [Id, Id];
  const ahead = AwardCommand.create.ProposeAward({
    unit: "procuracy",
    season: "2022",
    honour: flag,
    basis: { kind: "ballot", ballot: "flag" },
    proposedOn: "2023-01-09",
    excludedBy: [],
  });
  const withdraw = AwardCommand.create.WithdrawProposal({ withdrawnOn: "2023-01-13", reason: "Rút" });
  return [
    ballot("flag", certify, ...(happens(0.5) ? [annul] : [])),
    ballot("other", certify, ...(happens(0.5) ? [annul] : [])),
    ballot("chair", certify, ...(happens(0.3) ? [annul] : [])),
    [
      ...(happens(0.5) ? [{ aggregate: "Award", id: proposed, command: ahead }] : []),
      ...(happens(0.5) ? [{ aggregate: "Award", id: proposed, command: withdraw }] : []),
      ...(happens(0.3) ? [{ aggregate: "Award", id: withdrawn, command: withdraw }] : []),
    ],
  ];
}

/** Sends each command until there is an answer, under one id: to whichever server there is. */
async function client(
  script: readonly Sent[],
  { name, pick }: { name: string; pick: () => Server | undefined },
): Promise<void> {
  for (const [index, sent] of script.entries()) {
    const metadata = {
      now: new Date("2023-01-20T03:00:00Z"),
      commandId: `${name}-${index}`,
      actor: name,
    };
    for (let isAnswered = false; !isAnswered; ) {
      const server = pick();
      if (!server) continue;
      try {
        await Promise.race([server.runner.send(sent, metadata, { timeLimit: 300 }), server.life.crashed]);
        isAnswered = true;
      } catch (error) {
        if (!/the store is away|the server is gone|changed \d+ times/.test(String(error))) throw error;
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
  }
}

/** L20: nothing stands on an annulled ballot, unless its withdrawal is an open matter. */
function standing(log: readonly Recorded[]): Breach[] {
  const annulled = log.filter(({ type }) => type === "BallotAnnulled").map(({ metadata }) => metadata.stream);
  return ["flag", "other"].flatMap((id) => {
    if (!annulled.includes(`Ballot-${id}`)) return [];
    const stream = `Award-${awardIdOf(id, "procuracy")}`;
    const state = award.fold(log.filter(({ metadata }) => metadata.stream === stream) as never[]);
    const isMatter = refusedWithdrawals(log).has(awardIdOf(id, "procuracy"));
    const certified = log.some(
      ({ type, metadata }) => type === "BallotCertified" && metadata.stream === `Ballot-${id}`,
    );
    return state.status === "proposed" && certified && !isMatter
      ? [{ law: "L20", text: `${stream} stands on an annulled ballot` }]
      : [];
  });
}

/** The awards whose withdrawal was refused, or came to nothing in another way. */
function refusedWithdrawals(log: readonly Recorded[]): ReadonlySet<Id> {
  const events = log as readonly Recorded<ProcessEvent>[];
  const open = new Set(
    events.flatMap(({ type, data }) =>
      type === "WantSettled" && !["carried", "void"].includes(data.outcome.kind) ? [data.want] : [],
    ),
  );
  return new Set(
    events.flatMap(({ type, data, metadata }) => {
      if (type !== "EventAnswered") return [];
      const name = metadata.stream.slice("Process-".length);
      return data.wants.flatMap(({ id, command }, index) =>
        command.type === "WithdrawProposal" && open.has(derivedId("want", name, data.event, String(index)))
          ? [id]
          : [],
      );
    }),
  );
}
