import type * as z from "zod/mini";
import { type DataOf, messages } from "../../kernel/messages.ts";
import { committeeSteps } from "./committees.ts";
import { eliminationSteps } from "./elimination.ts";
import { pairwiseSteps } from "./pairwise.ts";
import { seatSteps } from "./seats.ts";
import { stvSteps } from "./stv.ts";
import { voteSteps } from "./votes.ts";

/**
 * One step of a count, as plain data: which clause of the rule meets which figures, and what follows. The steps
 * alone, without the papers, suffice to recompute each verdict. Rules import this file for its types only.
 */
export const CountStep = /* @__PURE__ */ messages({
  ...seatSteps,
  ...voteSteps,
  ...eliminationSteps,
  ...pairwiseSteps,
  ...committeeSteps,
  ...stvSteps,
});
export type CountStep = z.infer<typeof CountStep>;

/** The data of the step of this type. */
export type StepData<K extends CountStep["type"]> = DataOf<CountStep, K>;

/** A step of a count that goes on round by round. */
export type RoundStep = Extract<
  CountStep,
  { type: keyof typeof eliminationSteps | keyof typeof stvSteps | "TieBroken" | "NobodyVotedFor" }
>;
