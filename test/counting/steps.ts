import type { CountStep } from "../../src/counting/steps/count-step.ts";
import type { DataOf } from "../../src/kernel/messages.ts";

/** Whether a step is of this type. */
export const isOf =
  <K extends CountStep["type"]>(type: K) =>
  (step: CountStep): step is Extract<CountStep, { type: K }> =>
    step.type === type;

/** The data of the steps of one type, in their order. */
export function stepsOf<K extends CountStep["type"]>(
  steps: readonly CountStep[],
  type: K,
): DataOf<CountStep, K>[] {
  return steps.filter(isOf(type)).map(({ data }) => data as DataOf<CountStep, K>);
}

/** The data of the first step of a type. */
export function stepOf<K extends CountStep["type"]>(steps: readonly CountStep[], type: K) {
  const [first] = stepsOf(steps, type);
  if (first === undefined) throw new Error(`no step ${type}`);
  return first;
}

/** Whether the step says that several were tied in the count, whether or not that decides anything. */
export function saysTied(step: CountStep): boolean {
  return /Tied/.test(step.type) || (step.type === "NomineesExcluded" && step.data.ground === "tiedTogether");
}
