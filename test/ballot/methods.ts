import type { Method } from "../../src/ballot/terms.ts";

/** The methods that have no variants. */
export const plainMethods: readonly Method[] = [
  { kind: "plurality" },
  { kind: "block" },
  { kind: "limited", namesMax: 2 },
  { kind: "approval" },
  { kind: "score", pointsMax: 5 },
  { kind: "star", pointsMax: 5 },
  { kind: "twoRound" },
  { kind: "exhaustiveBallot" },
  { kind: "borda" },
  { kind: "instantRunoff" },
];
