import * as z from "zod/mini";
import { designated } from "./designated.ts";
import { longestWaiting } from "./longest-waiting.ts";
import type { SuccessionRule } from "./turn.ts";

/** The deputy of the term before succeeds. Without one it is the unit that has waited longest, or a designated one. */
export const DeputySucceeds = z.strictObject({
  kind: z.literal("deputySucceeds"),
  otherwise: z.enum(["longestWaiting", "designated"]),
});

export const deputySucceeds: SuccessionRule<z.infer<typeof DeputySucceeds>> = (turn, { otherwise }) => {
  const { deputy } = turn;
  if (deputy !== undefined && turn.hindrance(deputy) === undefined)
    return { kind: "unit", unit: deputy, passed: [] };
  return otherwise === "designated" ? designated(turn, {}) : longestWaiting(turn, {});
};
