import type { CountStep } from "../../counting/steps/count-step.ts";
import type { Phrases, Say, UnitNames } from "../language.ts";
import { finished, idsMarked, saidIn } from "../said.ts";

/** How a language says the steps of a count. */
export type CountLanguage = {
  /** BCP 47, as in `<html lang>`. */
  readonly code: string;
  readonly say: (names: UnitNames) => Say;
  readonly steps: Phrases<CountStep>;
};

/**
 * A step of a count as a sentence for people. `names` says what nominees are called; where it does not know, the id
 * stands.
 *
 * @example
 * const step = { type: "NomineesElected", data: { nominees: ["A", "B"], ground: "share" } } as const;
 * stepSentence(countStepsVi, step, (unit) => unit) // "Được bầu chọn: A và B (tất cả các đơn vị còn lại đạt tỷ lệ yêu cầu)."
 */
export function stepSentence({ code, say, steps }: CountLanguage, step: CountStep, names: UnitNames): string {
  return finished(saidIn({ code, phrases: [steps] }, step, say(idsMarked(names))));
}
