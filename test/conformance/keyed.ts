import type { CaseResult, TallyCase } from "./case.ts";
import { caseOf } from "./case-schema.ts";
import { judge } from "./judge.ts";
import { methods } from "./registry.ts";

type Given = Partial<Omit<TallyCase, "options">> & {
  readonly method: string;
  readonly options?: Record<string, unknown>;
};

/** Runs a case that a test keys in by hand: three candidates and one seat, where it does not say otherwise. */
export function resultOf({ options, ...given }: Given): CaseResult {
  const read = caseOf({
    id: "test/case",
    candidates: ["A", "B", "C"],
    ballots: [],
    expected: { winners: ["A"] },
    flags: [],
    ...given,
    options: { seats: 1, ...options },
  });
  if (!read.ok) throw new RangeError(JSON.stringify(read.problems));
  const judged = judge({ kind: "case", testCase: read.value }, { methods, rotation: undefined });
  if (typeof judged === "string") throw new RangeError(judged);
  return judged.result;
}

export const passed = { status: "passed" };

/** Papers written as `2 A>B=C`. A weight alone is a blank paper. */
export const ranked = (...papers: readonly string[]) =>
  papers.map((text) => {
    const [weight, ranking] = text.split(" ");
    return { weight: Number(weight), ranking: (ranking?.split(">") ?? []).map((rank) => rank.split("=")) };
  });
