import * as fc from "fast-check";
import type { AnyProcess } from "../../../src/process/pure-process.ts";
import { endsOf } from "./ends.ts";
import { judge } from "./laws/all.ts";
import { apart, type Finding } from "./laws/told.ts";
import { type Plan, planOf } from "./plan.ts";
import { type Played, play, type Way } from "./play.ts";
import { processesOf } from "./processes.ts";
import { type Weights, weights } from "./weights.ts";
import type { Going } from "./world.ts";

/** The seed of any season. No seed is simpler than another one, so there is nothing to shrink. */
export const anySeed = fc.noShrink(fc.noBias(fc.nat()));

/** What is asked of a season: in which other ways it is played, too, and what is planted. */
export type Setting = {
  ways?: readonly Exclude<Way, "base">[];
  weights?: Weights;
  processes?(plan: Plan): readonly AnyProcess[];
  going?: Going;
  checksForms?: boolean;
};

export type JudgedSeason = { base: Played; findings: readonly Finding[] };

const lawOf: Record<Exclude<Way, "base">, string> = {
  order: "X6",
  restart: "X7",
  runners: "X8",
  handlers: "X8h",
  blocs: "X9",
};

/** Plays the season of a seed and judges it; plays it in other ways, too, which must come to the same end. */
export function judgeSeason(seed: number, setting: Setting = {}): JudgedSeason {
  const plan = planOf(seed, setting.weights ?? weights);
  const processes = (setting.processes ?? processesOf)(plan);
  const names = new Set(processes.map(({ name }) => name));
  const { going = {}, checksForms = false } = setting;
  const base = play({ plan, processes, going, checksForms });
  const findings = judge({ ...base, isProcess: (actor) => names.has(actor) });
  const ends = endsOf(base);
  for (const way of setting.ways ?? []) {
    const other = endsOf(play({ plan, processes, going, way }));
    const ok = ends.join("\n") === other.join("\n");
    findings.push({ law: lawOf[way], key: way, ok, detail: ok ? "" : apart(other, ends).slice(0, 600) });
  }
  return { base, findings };
}

/** What is otherwise than the laws say, a line each. */
export const otherwise = (findings: readonly Finding[]): string[] =>
  findings.flatMap(({ law, key, ok, detail }) => (ok ? [] : [`${law} ${key}: ${detail}`]));
