import type { Count } from "../../src/counting/rule.ts";
import type { CountStep } from "../../src/counting/steps/count-step.ts";
import * as counting from "../counting/steps.ts";

/** The data of the steps of one type, in their order. */
export function stepsOf<K extends CountStep["type"]>({ explanation }: Count, type: K) {
  return counting.stepsOf(explanation, type);
}
