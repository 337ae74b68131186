import * as z from "zod/mini";
import { Alphabetical, alphabetical } from "./alphabetical.ts";
import { Cycle, cycle } from "./cycle.ts";
import { DeputySucceeds, deputySucceeds } from "./deputy-succeeds.ts";
import { Assigned, designated, Elected, ElectedInRotation } from "./designated.ts";
import { GroupRotation, groupRotation } from "./group.ts";
import { LongestWaiting, longestWaiting } from "./longest-waiting.ts";
import { Lottery } from "./lottery.ts";
import type { Choice, Turn } from "./turn.ts";

/** The rule that says who chairs the next term. */
export const Succession = z.discriminatedUnion("kind", [
  Cycle,
  Alphabetical,
  LongestWaiting,
  DeputySucceeds,
  GroupRotation,
  Elected,
  ElectedInRotation,
  Assigned,
  Lottery,
]);
export type Succession = z.infer<typeof Succession>;

/**
 * The unit that the rule gives the next term. Where a decision has laid down the order (`isLaidDown`), an
 * alphabetical rule follows that order, and not the keys. A lottery is open until its order is laid down.
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
    case "electedInRotation":
    case "assigned":
      return designated(turn, policy);
  }
}

/** Whether the rule goes round an order; only then there are laps, places and turns taken ahead. */
export const goesRound = ({ kind }: { kind: Succession["kind"] }): boolean =>
  kind === "cycle" || kind === "alphabetical" || kind === "lottery";

/** Whether every chair is chosen, so that no rule gives anybody a turn. */
export const isChosen = ({ kind }: { kind: Succession["kind"] }): boolean =>
  kind === "elected" || kind === "electedInRotation" || kind === "assigned";

/** Whether the rule itself names the chair; under the other rules the chair is chosen. */
export const namesChair = ({ kind }: { kind: Succession["kind"] }): boolean =>
  goesRound({ kind }) || kind === "longestWaiting";
