import type { Recorded } from "../../src/kernel/recorded.ts";
import type { AnyProcess } from "../../src/process/pure-process.ts";
import { seasonProcesses } from "../../src/season/season-processes.ts";
import { generator } from "./consequences-laws.ts";
import { lawsToday, withoutWithdrawn } from "./consequences-listed.ts";
import type { Finding, Reference } from "./consequences-model.ts";
import { type Mode, type PlayedSeason, playSeason } from "./consequences-play.ts";
import { officePolicy } from "./consequences-today.ts";

/** What is asked of a season: which comparisons are made beside it, whether nothing goes wrong, and what is planted. */
export type Setting = {
  modes: readonly Exclude<Mode, "base">[];
  calm?: boolean;
  processes?: readonly AnyProcess[];
};

/** A comparison is of the same facts where the office did the same, to the last byte, in both runs. */
export type SeasonFinding = Finding & { sameFacts?: boolean };

export type JudgedSeason = { findings: readonly SeasonFinding[]; base: PlayedSeason };

const lawOf: Record<Exclude<Mode, "base">, string> = {
  order: "X6",
  restart: "X7",
  two: "X8",
  handlers: "X8h",
  blocs: "X9",
};
export const comparisons = Object.keys(lawOf) as readonly Exclude<Mode, "base">[];

/** Plays the season of a seed, judges it, and plays it in other ways, which must come to the same end. */
export async function judgeSeason(
  reference: Reference,
  seed: number,
  { modes, calm = false, processes = seasonProcesses }: Setting,
): Promise<JudgedSeason> {
  return weighed(reference, calm, async () => {
    const plan = () => reference.season2x2(seed, { policy: officePolicy });
    const names = new Set(processes.map(({ name }) => name));
    const isProcess = (actor: string) => names.has(actor);
    const play = (mode: Mode) => playSeason({ reference, plan: plan(), processes, mode });

    const base = await play("base");
    const { log, told, wishes } = base;
    const judged = reference.judge(log, { isProcess, told, wishes });
    const findings: SeasonFinding[] = [...lawsToday(judged, base), ...ofTheOffice(base), ofAStart(base)];
    for (const mode of modes)
      findings.push(compared(reference, { mode, base, other: await play(mode), isProcess }));
    return { findings, base };
  });
}

/** In a calm year nothing goes wrong. The weights are read until the last step is made. */
async function weighed<T>({ weights }: Reference, calm: boolean, work: () => Promise<T>): Promise<T> {
  const known = { ...weights };
  if (calm) for (const key of Object.keys(weights)) weights[key] = 0;
  try {
    return await work();
  } finally {
    Object.assign(weights, known);
  }
}

function ofTheOffice({ formless, faults }: PlayedSeason): Finding[] {
  return [...each(generator.forms, formless), ...each(generator.steps, faults)];
}

function each(law: string, wrong: readonly string[]): Finding[] {
  if (wrong.length === 0) return [{ law, key: "", ok: true, detail: "" }];
  return wrong.map((detail) => ({ law, key: "the office", ok: false, detail }));
}

function ofAStart({ added }: PlayedSeason): Finding {
  return { law: "X7", key: "a start at the end", ok: added === 0, detail: `${added} events more` };
}

function compared(
  { ends }: Reference,
  {
    mode,
    base,
    other,
    isProcess,
  }: {
    mode: Exclude<Mode, "base">;
    base: PlayedSeason;
    other: PlayedSeason;
    isProcess(actor: string): boolean;
  },
): SeasonFinding {
  const facts = ({ log }: PlayedSeason) =>
    log
      .filter(({ metadata }) => !isProcess(metadata.actor))
      .map(({ metadata, type, data }: Recorded) => JSON.stringify([metadata.stream, type, data]))
      .sort()
      .join();
  const sameFacts = facts(base) === facts(other);
  const endsOf = ({ log }: PlayedSeason) =>
    Object.values(mode === "order" ? withoutWithdrawn(ends(log), log, isProcess) : ends(log)).flat();
  const [first, second] = [endsOf(base), endsOf(other)];
  const differences = [
    ...first.filter((one) => !second.includes(one)).map((one) => `- ${one}`),
    ...second.filter((one) => !first.includes(one)).map((one) => `+ ${one}`),
  ];
  const ok = differences.length === 0;
  return { law: lawOf[mode], key: mode, ok, detail: differences.slice(0, 3).join(" | "), sameFacts };
}
