import type { Recorded } from "../../../src/kernel/recorded.ts";
import type { AnyProcess } from "../../../src/process/pure-process.ts";
import { type Runner, seasonRunner } from "../../../src/process/runner.ts";
import { holdRounds } from "../../../src/season/hold-rounds.ts";
import { nominate } from "../../../src/season/nominate.ts";
import { seatChair } from "../../../src/season/seat-chair.ts";
import { commandHandlers } from "../../../src/stores/command-handler.ts";
import type { EventStore } from "../../../src/stores/event-store.ts";
import { inMemoryStore } from "../../../src/stores/in-memory-store.ts";
import { wholeLog } from "../../../src/stores/whole-log.ts";
import { audit } from "./audit.ts";
import type { Breach, Versions } from "./audit-process.ts";
import { type Chance, chance } from "./chance.ts";
import { type Answered, client, type Server, untrue } from "./clients.ts";
import { scripts } from "./scripts.ts";
import { deciders, type Size, seeded } from "./seeded.ts";
import { mattersOf, standing } from "./standing.ts";
import { calm, type Weather, type World, world } from "./world.ts";

export const stormy: Weather = { fails: 0.02, twice: 0.02, lost: 0.02, crashes: 0.003 };

const inShort = [holdRounds, seatChair];
const inLong = inShort;
/** The second version answers one type more, from when it begins. */
const nominateAsOfTwo: AnyProcess = {
  ...nominate,
  version: 2,
  answers: [...nominate.answers, "PaperIssued"].sort(),
  reads: new Set([...nominate.reads, "PaperIssued"]),
};

export type Plan = {
  seed: number;
  size?: Size;
  weather?: Weather;
  /** One client does everything, and waits until all that follows is done; else persons act side by side. */
  waits?: boolean;
  /** A server crashes right after this step. */
  crashAfter?: number;
  /** A store with a fault in it. */
  fault?: (store: EventStore) => EventStore;
  /** A runner with a fault in it. */
  runner?: typeof seasonRunner;
  propose?: AnyProcess;
  /** More processes, as a server has them when it starts. */
  more?: () => readonly AnyProcess[];
  /** How the audit knows these. What is not here, it does not look at. */
  audited?: readonly AnyProcess[];
  wantsMax?: number;
};

const known = new Map<Size, Promise<readonly Recorded[]>>();
function seededOnce(size: Size): Promise<readonly Recorded[]> {
  const log = known.get(size) ?? seeded(size);
  known.set(size, log);
  return log;
}

export type Played = { log: Recorded[]; breaches: Breach[]; steps: number; crashes: number };

/** Plays a season over one to three servers, ends all of them, lets one more do what is left, and looks at the log. */
export async function play(plan: Plan): Promise<Played> {
  const luck = chance(plan.seed);
  const { size = "long", weather = stormy, fault = (store: EventStore) => store } = plan;
  const store = fault(inMemoryStore(await seededOnce(size)));
  const stage = world(store, luck, weather);
  const cast = castOf(plan, luck);
  const servers = Array.from({ length: 1 + luck.below(3) }, () => serverIn(stage, cast.now(), plan));
  const [only] = servers as [Server];
  const pick = () => servers[luck.below(servers.length)] ?? only;
  const answers: Answered[] = [];
  const early: Breach[] = [];
  let crashes = 0;

  async function heard(answered: Answered): Promise<void> {
    answers.push(answered);
    if (!plan.waits || !luck.happens(0.2)) return;
    const found = audit(await wholeLog(store), { versions: cast.versions, deciders, isQuiet: true });
    early.push(...found.map(({ law, text }) => ({ law: "L19", text: `complete, and ${law}: ${text}` })));
  }
  const all = scripts(chance(plan.seed), size);
  const clients = (plan.waits ? [all.flat()] : all).map((script, index) =>
    client(script, { name: `person${index}`, pick, patience: plan.waits ? Infinity : 3, heard }),
  );
  let isOver = false;
  const ended = Promise.all(clients).finally(() => {
    isOver = true;
  });
  ended.catch(() => undefined);
  await stage.play(
    () => isOver,
    (step) => {
      if (!luck.happens(weather.crashes) && step !== plan.crashAfter) return;
      const index = luck.below(servers.length);
      servers[index]?.life.crash();
      servers[index] = serverIn(stage, cast.now(), plan);
      crashes += 1;
    },
  );
  await ended;
  for (const { life } of servers) life.crash();
  const breaches = [...early, ...(await looked(store, { plan, cast, answers }))];
  return { log: await wholeLog(store), breaches, steps: stage.steps, crashes };
}

/** What the log says once all is done that was left. */
async function looked(
  store: EventStore,
  { plan, cast, answers }: { plan: Plan; cast: Cast; answers: readonly Answered[] },
): Promise<Breach[]> {
  await doWhatIsLeft(store, cast, plan);
  const log = await wholeLog(store);
  const { runner } = await doWhatIsLeft(store, cast, plan);
  const added = (await wholeLog(store)).length - log.length;
  const told = (await runner.matters()).map(({ want }) => want).sort();
  const open = mattersOf(log)
    .map(({ want }) => want)
    .sort();
  return [
    ...audit(log, { versions: cast.versions, deciders, isQuiet: true }),
    ...standing(log),
    ...untrue(log, answers),
    ...(added > 0 ? [{ law: "L17", text: `a restart adds ${added} events` }] : []),
    ...(told.join() === open.join()
      ? []
      : [{ law: "L25", text: `${told.length} of ${open.length} matters` }]),
  ];
}

type Cast = {
  /** The processes of a server that starts now. */
  now(): readonly AnyProcess[];
  newest(log: readonly Recorded[]): readonly AnyProcess[];
  versions: Versions;
};

/** Who takes part. In a quarter of the seasons, two versions of one process come and go. */
function castOf(plan: Plan, luck: Chance): Cast {
  const { size = "long", propose = nominate, more = () => [], audited = [], waits } = plan;
  const others: readonly AnyProcess[] = size === "long" ? inLong : inShort;
  const hasTwo = propose === nominate && !waits && luck.happens(0.25);
  const versions = new Map([...others, ...audited].map((one) => [one.name, new Map([[one.version, one]])]));
  versions.set(
    propose.name,
    new Map<number, AnyProcess>([
      [1, propose],
      [2, nominateAsOfTwo],
    ]),
  );
  const hasBegun2 = (log: readonly Recorded[]) =>
    log.some(({ type, data }) => type === "ProcessBegun" && "version" in data && data.version === 2);
  return {
    now: () => [hasTwo && luck.happens(0.5) ? nominateAsOfTwo : propose, ...others, ...more()],
    newest: (log) => [hasBegun2(log) ? nominateAsOfTwo : propose, ...others, ...more()],
    versions,
  };
}

function serverIn(stage: World, processes: readonly AnyProcess[], plan: Plan): Server {
  const life = stage.life();
  const store = stage.seenBy(life);
  const clock = stage.clockOf(life);
  const wait = (attempt: number) => clock.wait(2 ** Math.min(attempt, 6));
  const handlers = commandHandlers({ store, deciders, wait, trusted: true });
  const patience = { min: 0, max: 20 };
  const { runner: make = seasonRunner, wantsMax = 1_000 } = plan;
  return { life, runner: make({ store, handlers, processes, clock, patience, wantsMax }) };
}

/** One server, when nothing goes wrong any more, until it only waits. The newest version runs. */
async function doWhatIsLeft(store: EventStore, cast: Cast, plan: Plan): Promise<{ runner: Runner }> {
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
  const processes = cast.newest(await wholeLog(store));
  const { runner: make = seasonRunner, wantsMax = 1_000 } = plan;
  const seen = stage.seenBy(life);
  const handlers = commandHandlers({ store: seen, deciders, wait: () => clock.wait(1) });
  const runner = make({ store: seen, handlers, processes, clock: watched, wantsMax });
  let fault: unknown;
  runner.follow({ signal: new AbortController().signal }).catch((error: unknown) => {
    fault = error;
    isIdle = true;
  });
  await stage.play(
    () => isIdle,
    () => undefined,
  );
  life.crash();
  if (fault !== undefined) throw fault;
  // Another one that has seen nothing yet, and reads the store itself.
  const reading = commandHandlers({ store, deciders });
  return { runner: make({ store, handlers: reading, processes, clock, wantsMax }) };
}
