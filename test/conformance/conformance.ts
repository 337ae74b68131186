import { judge, type Registry, type Verdict } from "./judge.ts";
import { readCorpus } from "./read.ts";
import { report, tallyOf } from "./report.ts";

/** The texts to print, and the exit code: 0; 1 if a case failed; 2 if something could not be read. */
export type Run = {
  readonly out: readonly string[];
  readonly errors: readonly string[];
  readonly exitCode: 0 | 1 | 2;
};

/** Runs everything in `paths`. If something cannot be read, the rest is still run and reported. */
export function conformance(paths: readonly string[], registry: Registry): Run {
  if (paths.length === 0) {
    const usage =
      "usage: npm run --silent conformance -- PATH... (files .jsonl and .json, or folders of them)";
    return { out: [], errors: [usage], exitCode: 2 };
  }
  const { items, problems } = readCorpus(paths);
  const errors = [...problems];
  const verdicts: Verdict[] = [];
  for (const item of items) {
    const verdict = judge(item, registry);
    if (typeof verdict === "string") errors.push(verdict);
    else verdicts.push(verdict);
  }
  if (verdicts.length === 0) return { out: [], errors, exitCode: 2 };
  const failed = tallyOf(verdicts).failed > 0;
  return { out: report(verdicts), errors, exitCode: errors.length > 0 ? 2 : failed ? 1 : 0 };
}
