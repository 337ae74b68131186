import { basename } from "node:path";
import type { CaseResult, CaseRunner, HistoryRunner } from "./case.ts";
import { type Item, sentence } from "./read.ts";
import { Unread } from "./unread.ts";

/** The runner of each method. */
export type Registry = {
  readonly methods: ReadonlyMap<string, CaseRunner>;
  readonly rotation: HistoryRunner | undefined;
};

/** The result of one case. `outside` names the flags that keep a different answer out of the headline. */
export type Verdict = {
  readonly id: string;
  readonly method: string;
  readonly result: CaseResult;
  readonly outside?: string;
};

/** Flags of the corpus that put a case outside the headline, because its answer is one of several readings. */
const outsideTheHeadline: ReadonlySet<string> = new Set([
  "implementation-specific-lot",
  "peer-specific-tie-break",
  "lexicographic-or-borda-tie-break",
  "ambiguous-reading",
]);

/** Runs one item. Returns a sentence if the item has the wrong form. */
export function judge(item: Item, { methods, rotation }: Registry): Verdict | string {
  if (item.kind === "history") return judgeHistory(item, rotation);
  const { id, method, flags } = item.testCase;
  const runner = methods.get(method);
  if (runner === undefined) return { id, method, result: skipped(`method ${method} is not built`) };
  const result = attempt(() => runner(item.testCase));
  const outside = flags.filter((flag) => outsideTheHeadline.has(flag)).join(", ");
  return { id, method, result, ...(result.status === "failed" && outside !== "" && { outside }) };
}

function judgeHistory(
  { file, history }: Item & { kind: "history" },
  runner: HistoryRunner | undefined,
): Verdict | string {
  const method = "rotation";
  const id = basename(file, ".json");
  if (runner === undefined) return { id, method, result: skipped("rotation histories are not run yet") };
  let problems: string | undefined;
  const result = attempt(() => {
    const checked = runner(history);
    if (checked.ok) return checked.value;
    problems = checked.problems.map(sentence).join("; ");
    return skipped("not a history");
  });
  return problems === undefined ? { id, method, result } : `${file}: not a history: ${problems}`;
}

function skipped(reason: string): CaseResult {
  return { status: "skipped", reason };
}

/** If a runner throws, its case has failed, or is skipped if the runner cannot read it; the other cases go on. */
function attempt(run: () => CaseResult): CaseResult {
  try {
    return run();
  } catch (error) {
    if (error instanceof Unread) return skipped(error.message);
    return { status: "failed", expected: "a result", got: `an exception: ${error}` };
  }
}
