import * as z from "zod";
import { Alphabetical, alphabetical } from "./alphabetical.ts";
import { Cycle, cycle } from "./cycle.ts";
import { DeputySucceeds, deputySucceeds } from "./deputy-succeeds.ts";
import { Assigned, designated, Elected } from "./designated.ts";
import { GroupRotation, groupRotation } from "./group.ts";
import { LongestWaiting, longestWaiting } from "./longest-waiting.ts";
import { Lottery } from "./lottery.ts";
import type { Choice, Turn } from "./turn.ts";

/** Who chairs the next term, as a rule. */
export const Succession = z.discriminatedUnion("kind", [
  Cycle,
  Alphabetical,
  LongestWaiting,
  DeputySucceeds,
  GroupRotation,
  Elected,
  Assigned,
  Lottery,
]);
export type Succession = z.infer<typeof Succession>;

/**
 * Whom the rule gives the next term. An order laid down by decision (`isLaidDown`) is gone round as it stands,
 * whatever the alphabet says; a lottery is open until its order is.
 */
export function successorBy(policy: Succession, turn: Turn, isLaidDown: boolean): Choice {
  switch (policy.kind) {
    case "cycle":
      return cycle(turn, policy);
    case "alphabetical":
      return isLaidDown ? cycle(turn, policy) : alphabetical(turn, policy);
    case "lottery":
      return isLaidDown ? cycle(turn, policy) : designated(turn, policy);
    case "longestWaiting":
      return longestWaiting(turn, policy);
    case "deputySucceeds":
      return deputySucceeds(turn, policy);
    case "group":
      return groupRotation(turn, policy);
    case "elected":
    case "assigned":
      return designated(turn, policy);
  }
}

/** Whether the rule goes round an order, so that there are laps, places and turns taken ahead. */
export const goesRound = ({ kind }: { kind: Succession["kind"] }): boolean =>
  kind === "cycle" || kind === "alphabetical" || kind === "lottery";

/** Whether the rule itself names the chair; under the others somebody has to choose. */
export const namesChair = ({ kind }: { kind: Succession["kind"] }): boolean =>
  goesRound({ kind }) || kind === "longestWaiting";
