import type { Verdict } from "./judge.ts";

/** How many cases passed, failed and were skipped. A case outside the headline with another answer is skipped. */
export type Tally = { passed: number; failed: number; skipped: number };

/** The lines of the report: first the differences, at the end the table and the totals, where readers see them. */
export function report(verdicts: readonly Verdict[]): string[] {
  return [
    ...section("Skipped", skips(verdicts)),
    ...section("Outside the headline, run, and different", differences(verdicts, "outside")),
    ...section("Failed", differences(verdicts, "failed")),
    ...table(verdicts),
    sentenceOf(tallyOf(verdicts)),
  ];
}

export function tallyOf(verdicts: readonly Verdict[]): Tally {
  const tally = { passed: 0, failed: 0, skipped: 0 };
  for (const verdict of verdicts) tally[statusOf(verdict)] += 1;
  return tally;
}

function statusOf({ result, outside }: Verdict): keyof Tally {
  return outside === undefined ? result.status : "skipped";
}

function sentenceOf({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`), ""];
}

/** The reasons, the most frequent first, each with the ids of all its cases. */
function skips(verdicts: readonly Verdict[]): string[] {
  const idsByReason = new Map<string, string[]>();
  for (const { id, method, result, outside } of verdicts) {
    if (result.status !== "skipped" && outside === undefined) continue;
    const reason = result.status === "skipped" ? result.reason : `flag ${outside}`;
    const ids = idsByReason.get(reason) ?? [];
    ids.push(`${id} (${method})`);
    idsByReason.set(reason, ids);
  }
  return [...idsByReason]
    .sort(([, a], [, b]) => b.length - a.length)
    .flatMap(([reason, ids]) => [`${reason}: ${ids.length}`, ...ids.map((id) => `  ${id}`)]);
}

function differences(verdicts: readonly Verdict[], of: "failed" | "outside"): string[] {
  return verdicts.flatMap(({ id, method, result, outside }) => {
    if (result.status !== "failed" || (outside === undefined) !== (of === "failed")) return [];
    const flags = outside === undefined ? "" : `, ${outside}`;
    return [`${id} (${method}${flags})`, `  expected ${result.expected}`, `  got      ${result.got}`];
  });
}

function table(verdicts: readonly Verdict[]): string[] {
  const methods = [...new Set(verdicts.map(({ method }) => method))].sort();
  const rows = methods.map((method) => {
    const tally = tallyOf(verdicts.filter((verdict) => verdict.method === method));
    return [method, ...[tally.passed, tally.failed, tally.skipped].map(String)];
  });
  const cells = [["method", "passed", "failed", "skipped"], ...rows];
  const width = Math.max(...cells.map(([name = ""]) => name.length));
  const lines = cells.map(([name = "", ...figures]) =>
    [name.padEnd(width), ...figures.map((figure) => figure.padStart(7))].join("  "),
  );
  return [...lines, ""];
}
