import type { Tally } from "../../src/ballot/result.ts";
import type { Method } from "../../src/ballot/terms.ts";
import { kept, type Papers, ranked, tally } from "./life.ts";

// Eight papers for each method by which a clear majority is for the procuracy, and how they are counted by hand.

const scores = (...points: [string, number][]) =>
  ({ kind: "scores", scores: points.map(([nominee, given]) => ({ nominee, points: given })) }) as const;
const rankings: Papers = [
  [5, ranked("procuracy", "police")],
  [3, ranked("police", "procuracy")],
];
const points: Papers = [
  [5, scores(["procuracy", 5], ["police", 1])],
  [3, scores(["police", 2])],
];
const pointed: Tally = {
  ...{ valid: 8, invalid: 0, blank: 0 },
  lines: [
    { nominee: "procuracy", for: 5, against: 0, points: 25 },
    { nominee: "police", for: 8, against: 0, points: 11 },
    { nominee: "military", for: 0, against: 0, points: 0 },
  ],
};

export const named: Papers = [
  [5, kept("procuracy")],
  [3, kept("police")],
];
export const votes = tally(8, [
  ["procuracy", 5, 0],
  ["police", 3, 0],
  ["military", 0, 0],
]);

type Counted = [method: Method, papers: Papers, tally: Tally];

const byRanking = (method: Method): Counted => [method, rankings, votes];

/** Of every method but the one for and against, which all other ballots here use. */
export const byMethod: readonly Counted[] = [
  [{ kind: "plurality" }, named, votes],
  [{ kind: "block" }, named, votes],
  [{ kind: "limited", namesMax: 1 }, named, votes],
  [{ kind: "approval" }, named, votes],
  [{ kind: "pav" }, named, votes],
  [{ kind: "sequentialPav" }, named, votes],
  [{ kind: "equalShares", completion: "approvals" }, named, votes],
  [{ kind: "score", pointsMax: 5 }, points, pointed],
  [{ kind: "star", pointsMax: 5 }, points, pointed],
  byRanking({ kind: "twoRound" }),
  byRanking({ kind: "exhaustiveBallot" }),
  byRanking({ kind: "borda" }),
  byRanking({ kind: "instantRunoff" }),
  ...(["scottish", "wigm", "referenceWigm", "minneapolis", "ers97", "meek", "referenceMeek"] as const).map(
    (variant) => byRanking({ kind: "stv", variant }),
  ),
  byRanking({ kind: "schulze", strength: "margins" }),
  byRanking({ kind: "rankedPairs", strength: "winning-votes" }),
  byRanking({ kind: "copeland", variant: "second-order" }),
  byRanking({ kind: "minimax", strength: "pairwise-opposition" }),
];
