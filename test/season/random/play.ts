import type { Id } from "../../../src/kernel/ids.ts";
import { check } from "../../../src/kernel/input.ts";
import type { Recorded } from "../../../src/kernel/recorded.ts";
import type { CivilDate } from "../../../src/kernel/time.ts";
import type { Addressed } from "../../../src/process/messages.ts";
import type { AnyProcess } from "../../../src/process/pure-process.ts";
import { chance } from "../simulator/chance.ts";
import { aggregates } from "./aggregates-known.ts";
import type { Deed, Desk } from "./office.ts";
import type { Plan } from "./plan.ts";
import type { WorldPoint } from "./world.ts";
import { type Going, type Refused, seasonWorld, type World } from "./world.ts";

/**
 * How a plan is played, always with the same end. `base`: all that follows from a command follows at once. `order`: what
 * commutes is done in another order. `blocs`: the other bloc is recorded first. `runners`: now one process reads on and
 * now another. `restart`: five times every process begins anew. `handlers`: commands are carried out alone, and what
 * follows comes only after each hour, for the office acts on what followed.
 */
export type Way = "base" | "order" | "blocs" | "runners" | "restart" | "handlers";
export const ways: readonly Exclude<Way, "base">[] = ["order", "blocs", "runners", "restart", "handlers"];

export type Played = {
  plan: Plan;
  log: readonly Recorded[];
  open: readonly WorldPoint[];
  refused: readonly Refused[];
  /** All that the office sent, in its order. */
  sent: readonly (Addressed & { day: CivilDate })[];
  /** What the office was refused. */
  declined: readonly { id: Id; type: string; data: object; rejection: string; day: CivilDate }[];
  /** The commands that have not their form. They are looked at only where somebody asks for it. */
  formless: readonly string[];
  counted: { commands: number; wants: number };
};

type Playing = {
  plan: Plan;
  processes: readonly AnyProcess[];
  way?: Way;
  checksForms?: boolean;
  going?: Going;
};

export function play({ plan, processes, way = "base", checksForms = false, going = {} }: Playing): Played {
  const luck = chance(plan.seed + 77);
  const next = way === "runners" ? luck.below : undefined;
  const world = seasonWorld(processes, { ...going, ...(next && { next }) });
  const deeds = inOrder(plan.deeds, way, luck.next);
  const restarts = new Set(
    way === "restart" ? restartsAt.map((part) => Math.floor(part * deeds.length)) : [],
  );
  const told: Told = { sent: [], declined: [], formless: [] };
  let last: Deed | undefined;
  for (const [at, deed] of deeds.entries()) {
    const isNewHour = deed.day !== last?.day || deed.hour !== last.hour;
    if (way === "handlers" && last && isNewHour) world.follow(last.day);
    if (restarts.has(at)) world.restart();
    deed.act(deskOf(world, deed.day, { ...told, isAlone: way === "handlers", checksForms }));
    last = deed;
  }
  world.follow(last?.day ?? "2021-12-01");
  const { log, refused, counted } = world;
  return { plan, log, refused, counted, open: world.open(), ...told };
}

type Told = {
  sent: Played["sent"][number][];
  declined: Played["declined"][number][];
  formless: string[];
};
type AtDesk = Told & { isAlone: boolean; checksForms: boolean };

function deskOf(world: World, day: CivilDate, at: AtDesk): Desk {
  const { sent, declined, formless, isAlone, checksForms } = at;
  return {
    day,
    stateOf: world.stateOf,
    idsOf: world.idsOf,
    send(aggregate, id, command) {
      if (checksForms) {
        const problem = problemOf(aggregates[aggregate].commands, command);
        if (problem !== undefined) formless.push(problem);
      }
      // No vote is opened before the ballot has the room of its conference, so the office waits for that.
      if (isAlone && command.type === "OpenVoting") world.follow(day);
      sent.push({ aggregate, id, command, day });
      const { rejection } = (isAlone ? world.record : world.send)({ aggregate, id, command }, day);
      // The first paper fixes the terms, and does not commute with what the day of the vote changes of them: it waits, too.
      if (isAlone && command.type === "OpenVoting") world.follow(day);
      if (rejection)
        declined.push({ id, type: command.type, data: command.data, rejection: rejection.type, day });
      return rejection === undefined;
    },
  };
}

function problemOf(schema: Parameters<typeof check>[0], command: { type: string }): string | undefined {
  const read = check(schema, command);
  return read.ok ? undefined : `${command.type}: ${JSON.stringify(read.problems)}`;
}

/** At which parts of the plan the processes begin anew: most of them where much follows from much. */
const restartsAt = [0.4, 0.55, 0.7, 0.85, 0.95];

/** The steps by day, and in a day by hour: of one hour each lane has its place. */
function inOrder(deeds: readonly Deed[], way: Way, next: () => number): readonly Deed[] {
  const places = new Map(deeds.map(({ lane }) => [lane, way === "order" ? next() : 0]));
  const placeOf = ({ lane }: Deed) => places.get(lane) ?? 0;
  const blocPlace = ({ bloc }: Deed) => (way === "blocs" && bloc === "A" ? 1 : 0);
  const byDay = (a: Deed, b: Deed) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0);
  return deeds.toSorted(
    (a, b) => blocPlace(a) - blocPlace(b) || byDay(a, b) || a.hour - b.hour || placeOf(a) - placeOf(b),
  );
}
