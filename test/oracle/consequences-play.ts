import { InvalidInput } from "../../src/kernel/problem.ts";
import type { Recorded } from "../../src/kernel/recorded.ts";
import type { ProcessEvent } from "../../src/process/messages.ts";
import type { AnyProcess } from "../../src/process/pure-process.ts";
import { ledgers, openMatters } from "../../src/read/matters.ts";
import { type OpenPoint, openPoints } from "../../src/read/what-is-open.ts";
import type { AnyClaiming } from "../../src/season/claiming.ts";
import { inMemoryStore } from "../../src/stores/in-memory-store.ts";
import { wholeLog } from "../../src/stores/whole-log.ts";
import type { OfficeCommand, OfficePlan, OfficeStep, Reference, Told } from "./consequences-model.ts";
import { type OfficeClock, officeClock, type Server, server } from "./consequences-server.ts";
import { type Sending, toToday } from "./consequences-today.ts";
import { officeWindow } from "./consequences-window.ts";

/**
 * How the same plan is played. `base`: on one server. `order`: the ballots of a bloc on one day in another order.
 * `blocs`: the other bloc is recorded first. `restart`: the server ends five times, and another one starts. `two`: each
 * command goes to one of two servers. `handlers`: commands go to plain handlers, and a server beside them only follows,
 * at the end of each phase of a day, and before a vote is opened; for the office acts on what followed, as it does on a
 * run-off that is open, or on the room that a ballot has from its conference.
 */
export type Mode = "base" | "order" | "blocs" | "restart" | "two" | "handlers";

/** What came of the commands of the office. */
type Sent = {
  commands: number;
  /** What the office was refused. */
  wishes: { id: string; type: string; data: object; rejection: string }[];
  /** The commands that have not their form, each with what is wrong. */
  formless: string[];
  /** The steps that threw. */
  faults: string[];
  /** The commands that today's library has no word for; `consequences-today.ts` says why. */
  leftOut: string[];
};

export type PlayedSeason = Sent & {
  /** What happened, as the laws read it; without the ledgers of the processes. */
  log: readonly Recorded[];
  /** What the processes were refused, and what of it is no matter at the end. */
  told: readonly Told[];
  lost: readonly Told[];
  /** What is open at the end, by the processes of claims. */
  open: readonly OpenPoint[];
  /** What was open right after an event, before anything followed from it. */
  openAfter(eventId: string): readonly OpenPoint[];
  wants: number;
  /** How many events a server adds that starts when all is done. */
  added: number;
};

type Playing = {
  reference: Reference;
  plan: OfficePlan;
  processes: readonly AnyProcess[];
  mode: Mode;
  /** What a server is; it may look at what is sent. */
  serverOf?: typeof server;
};

export async function playSeason(playing: Playing): Promise<PlayedSeason> {
  const { reference, processes, serverOf = server } = playing;
  const store = inMemoryStore();
  const clock = officeClock();
  const start = () => serverOf({ store, processes, clock });
  const view = reference.viewOf();
  const window = officeWindow(store, view);
  const sent: Sent = { commands: 0, wishes: [], formless: [], faults: [], leftOut: [] };
  await playSteps(playing, { start, clock, window, view, sent });
  const before = window.log.length;
  const last = start();
  await last.followToEnd();
  await window.look();
  const { log, told } = window;
  const points = openPoints(processes.filter((one): one is AnyClaiming => "claims" in one));
  const stored = await wholeLog(store);
  // A runner lists what is still asked for; the ledgers keep all that was refused.
  const ofLedgers = stored.filter(ledgers.reads) as Recorded<ProcessEvent>[];
  const kept = new Set(openMatters(ledgers.fold(ofLedgers)).map(({ want }) => want));
  const lost = told.filter(({ want }) => !kept.has(want));
  const open = points.open(points.fold(stored));
  const openAfter = (eventId: string) =>
    points.open(
      points.fold(stored.slice(0, stored.findIndex(({ metadata }) => metadata.eventId === eventId) + 1)),
    );
  return { ...sent, log, told, lost, open, openAfter, wants: window.wants(), added: log.length - before };
}

type Stage = {
  start(): Server;
  clock: OfficeClock;
  window: ReturnType<typeof officeWindow>;
  view: ReturnType<Reference["viewOf"]>;
  sent: Sent;
};

async function playSteps({ reference, plan, mode }: Playing, stage: Stage): Promise<void> {
  const { start, clock, window } = stage;
  const luck = reference.random(plan.seed + 77);
  const steps = inOrder(plan.steps, mode, () => luck.next());
  const restarts = new Set(
    mode === "restart" ? restartsAt.map((part) => Math.floor(part * steps.length)) : [],
  );
  let servers = Array.from({ length: mode === "two" ? 2 : 1 }, start);
  const any = () => servers[servers.length === 1 ? 0 : luck.int(servers.length)] as Server;
  const follow = async () => {
    for (const one of servers) await one.followToEnd();
    await window.look();
  };
  let before: OfficeStep | undefined;
  for (const [at, step] of steps.entries()) {
    if (restarts.has(at)) servers = [start()];
    const isNewDay = step.day !== before?.day;
    const isNewPhase = isNewDay || step.phase !== before?.phase;
    if (mode === "handlers" && isNewPhase) await follow();
    clock.today = morningOf(step.day);
    if (restarts.has(at) || (mode === "two" && isNewDay)) await follow();
    before = step;
    await playStep(step, `${plan.seed}-${step.n}`, { ...stage, any, mode, follow });
  }
  await follow();
}

type Acting = Stage & { any(): Server; mode: Mode; follow(): Promise<void> };

async function playStep(step: OfficeStep, name: string, acting: Acting): Promise<void> {
  const { view, sent } = acting;
  let wishes: readonly OfficeCommand[] = [];
  try {
    wishes = step.make(view);
  } catch (error) {
    sent.faults.push(`${step.lane} on ${step.day}: ${error}`);
  }
  for (const [index, wish] of wishes.entries()) {
    const sendings = toToday(wish, { day: step.day, view });
    if (sendings.length === 0) sent.leftOut.push(wish.command.type);
    for (const [part, sending] of sendings.entries())
      await send(sending, `${name}-${index}-${part}-${wish.aggregate}-${wish.id}`, acting);
  }
}

async function send(
  { aggregate, id, command, day }: Sending,
  commandId: string,
  { any, mode, clock, window, sent, follow }: Acting,
): Promise<void> {
  if (mode === "handlers" && command.type === "OpenVoting") await follow();
  clock.today = morningOf(day);
  const metadata = { now: clock.today, commandId, actor: "office", correlationId: "season" };
  const by = mode === "handlers" ? any().handle : any().send;
  try {
    const outcome = await by({ aggregate, id, command }, metadata);
    sent.commands += 1;
    if (!outcome.ok)
      sent.wishes.push({ id, type: command.type, data: command.data, rejection: outcome.rejection.type });
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    sent.formless.push(`${command.type}: ${error.message}`);
  }
  await window.look();
}

/** The office works by day. At 3 in the morning of UTC it is that day in Vietnam, too. */
const morningOf = (day: string) => new Date(`${day}T03:00:00Z`);

/** At which parts of the plan the server starts anew: most of them where much follows from much. */
const restartsAt = [0.4, 0.55, 0.7, 0.85, 0.95];

/** The steps by day, and in a day by phase: of one phase each lane has its place. */
function inOrder(steps: readonly OfficeStep[], mode: Mode, next: () => number): readonly OfficeStep[] {
  const places = new Map(steps.map(({ lane }) => [lane, mode === "order" ? next() : 0]));
  const placeOf = ({ lane }: OfficeStep) => places.get(lane) ?? 0;
  const blocPlace = ({ bloc }: OfficeStep) => (mode === "blocs" && bloc === "A" ? 1 : 0);
  const byDay = (a: OfficeStep, b: OfficeStep) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0);
  return [...steps].sort(
    (a, b) =>
      blocPlace(a) - blocPlace(b) || byDay(a, b) || a.phase - b.phase || placeOf(a) - placeOf(b) || a.n - b.n,
  );
}
