import type { Asked } from "./asked.ts";
import { type Reference, referenceOfConsequences, whereItIs } from "./consequences-model.ts";
import { comparisons, judgeSeason, type Setting } from "./consequences-season.ts";
import { consequencesTable } from "./consequences-table.ts";
import { differences } from "./consequences-today.ts";
import { plants } from "./season-processes.ts";

const words = ["base", "calm", "refusals", "words", ...plants.keys()];

/**
 * Plays random seasons of two blocs, holds each against the laws of consequences, and tells a row for each law. `base`:
 * only once each. `calm`: nothing goes wrong. `refusals`: what the office was refused, too. `words`: which words differ from
 * those of the laws, and why. Any other word plants a fault.
 */
export async function playConsequences({ count, first, words: said, tell }: Asked): Promise<number> {
  const unknown = said.find((word) => !words.includes(word));
  if (unknown !== undefined) {
    tell(`no word of it is ${unknown}: ${words.join(", ")}`);
    return 2;
  }
  const reference = await referenceOfConsequences();
  if (!reference) {
    tell(`The laws of consequences are not here: ${whereItIs}`);
    return 0;
  }
  return played(reference, { count, first, words: said, tell });
}

async function played(reference: Reference, { count, first, words: said, tell }: Asked): Promise<number> {
  const table = consequencesTable();
  const figures = { commands: 0, leftOut: 0, events: 0, wants: 0 };
  const refusals = new Map<string, number>();
  const before = process.cpuUsage();
  for (let seed = first; seed < first + count; seed += 1) {
    const { findings, base } = await judgeSeason(reference, seed, settingOf(said));
    table.add(seed, findings);
    figures.commands += base.commands;
    figures.leftOut += base.leftOut.length;
    figures.events += base.log.length;
    figures.wants += base.wants;
    for (const { type, rejection } of base.wishes) {
      const refusal = `${type}: ${rejection}`;
      refusals.set(refusal, (refusals.get(refusal) ?? 0) + 1);
    }
  }
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1_000_000;
  const { commands, leftOut, events, wants } = figures;
  tell(
    `${count} seasons: ${commands} commands, ${leftOut} left out, ${events} events, ${wants} wants of processes`,
  );
  tell(`${(seconds / count).toFixed(2)} seconds of the processor for a season`);
  for (const line of table.lines()) tell(line);
  if (said.includes("refusals"))
    for (const [refusal, times] of [...refusals].sort((a, b) => b[1] - a[1]))
      tell(`refused ${times} ${refusal}`);
  if (said.includes("words")) for (const difference of differences()) tell(difference);
  const { passed, failed } = table.counts();
  tell(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

function settingOf(said: readonly string[]): Setting {
  const planted = said.flatMap((word) => plants.get(word) ?? []);
  return {
    modes: said.includes("base") ? [] : comparisons,
    calm: said.includes("calm"),
    ...(planted[0] && { processes: planted[0].plant() }),
  };
}
