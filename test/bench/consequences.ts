import { answer } from "../../src/process/answer.ts";
import type { AnyProcess } from "../../src/process/pure-process.ts";
import { seasonProcesses } from "../../src/season/season-processes.ts";
import type { Bench, Contest } from "./measure.ts";
import { halfOf, type Story, serving, storyOf } from "./seasons-played.ts";

/** The issue asks for it: a season of 760 commands, with all that follows. */
const seasonMax = 2_000;
/** So much may twice as many events cost. */
const growthMax = 2.5;

const names = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ").flatMap((letter) => [letter, `${letter}Z`]);
const stories = new Map<string, Story>();

/** Something, and twice as much. */
type Pair = readonly [Story, Story];

/** Two blocs over so many years. */
function years(count: number): Pair {
  const whole = story({ blocs: ["A", "B"], years: 2 * count });
  return [halfOf(whole), whole];
}

/** So many blocs in one year. */
const blocs = (count: number): Pair =>
  [count, 2 * count].map((size) => story({ blocs: names.slice(0, size), years: 1 })) as [Story, Story];

function story(extent: Parameters<typeof storyOf>[0]): Story {
  const name = JSON.stringify(extent);
  const known = stories.get(name) ?? storyOf(extent);
  stories.set(name, known);
  return known;
}

/** A process reads a log on which it acts as it did there: what it wants of each event, and what it knows in the end. */
function follow(process: AnyProcess, { log }: Story) {
  let state = process.initialState();
  let wants = 0;
  for (const event of log) {
    if (event.metadata.actor === process.name || !process.reads.has(event.type)) continue;
    const one = answer(process, state, event);
    state = one.state;
    wants += one.wants.length;
  }
  return { state, wants };
}

const following = (processes: readonly AnyProcess[], one: Story) => () =>
  processes.map((process) => follow(process, one).wants);

/** What is open is told so often: once is too short to measure. */
const times = 20;

const opening = (one: Story) => {
  const known = seasonProcesses.map((process) => ({ process, state: follow(process, one).state }));
  const open = () => known.map(({ process, state }) => process.open?.(state).length);
  return () => Array.from({ length: times }, open);
};

type Work = (one: Story) => () => unknown;

/** The work in so many years or blocs, and in twice as many. It is prepared when it is its turn. */
function growing(name: string, of: (count: number) => Pair, count: number, work: Work): Contest {
  let prepared: readonly (() => unknown)[] | undefined;
  const nth = (at: number) => () => {
    prepared ??= of(count).map(work);
    return prepared[at]?.();
  };
  return {
    name,
    ours: nth(0),
    doubled: { work: nth(1), growthMax },
    peers: {},
    after() {
      prepared = undefined;
    },
  };
}

/** What follows from what people do: over a store, and as the processes alone, of more and more years and blocs. */
export const consequences: Bench = async () => {
  const [{ commands, log }] = years(2);
  const season = `${commands.length} commands, ${log.length} events, over a store`;
  const all: Work = (one) => following(seasonProcesses, one);
  return [
    { ...growing(season, years, 2, serving), millisecondsMax: seasonMax },
    growing("4 years of two blocs, over a store", years, 4, serving),
    growing("8 blocs, over a store", blocs, 8, serving),
    ...[2, 4, 8].map((count) => growing(`processes, ${count} years of two blocs`, years, count, all)),
    ...[2, 4, 8].map((count) => growing(`processes, ${count} blocs in one year`, blocs, count, all)),
    ...seasonProcesses.flatMap((process) => {
      const alone: Work = (one) => following([process], one);
      return [
        growing(`${process.name}, 8 years`, years, 8, alone),
        growing(`${process.name}, 8 blocs`, blocs, 8, alone),
      ];
    }),
    { ...growing("what is open after 8 years", years, 8, opening), times },
    { ...growing("what is open of 8 blocs", blocs, 8, opening), times },
  ];
};
