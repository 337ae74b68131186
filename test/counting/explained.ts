import { amongVotedFor } from "../../src/ballot/voted-for.ts";
import { equalShares } from "../../src/counting/committees/equal-shares.ts";
import { pav } from "../../src/counting/committees/pav.ts";
import { sequentialPav } from "../../src/counting/committees/sequential-pav.ts";
import { exhaustiveBallot } from "../../src/counting/elimination/exhaustive-ballot.ts";
import { instantRunoff } from "../../src/counting/elimination/instant-runoff.ts";
import { thresholdRound } from "../../src/counting/elimination/threshold-round.ts";
import { twoRound } from "../../src/counting/elimination/two-round.ts";
import { copeland } from "../../src/counting/pairwise/copeland.ts";
import { minimax } from "../../src/counting/pairwise/minimax.ts";
import { rankedPairs } from "../../src/counting/pairwise/ranked-pairs.ts";
import { schulze } from "../../src/counting/pairwise/schulze.ts";
import type { Count } from "../../src/counting/rule.ts";
import { cambridgeStv } from "../../src/counting/stv/cambridge.ts";
import { meek } from "../../src/counting/stv/meek.ts";
import { minneapolisStv } from "../../src/counting/stv/minneapolis.ts";
import { scottishStv } from "../../src/counting/stv/scottish.ts";
import { wigm } from "../../src/counting/stv/wigm.ts";
import { approval } from "../../src/counting/votes/approval.ts";
import { forAndAgainst } from "../../src/counting/votes/for-and-against.ts";
import { star } from "../../src/counting/votes/star.ts";
import { approvals, election as chosen, scores } from "./choice-papers.ts";
import { election } from "./ranked-elections.ts";

const half = { numerator: 1, denominator: 2, strict: true };
const alike = chosen("A B C D", 2, [approvals(3, "A B"), approvals(2, "C"), approvals(1, "D")]);
const many = Array.from({ length: 24 }, (_, place) => `N${place}`);
const cycle = election("1 A>B>C>D>E, 1 B>C>D>E>A, 1 C>D>E>A>B, 1 D>E>A>B>C, 1 E>A>B>C>D");

/** Small counts whose explanations together hold every step that there is. */
export const explained: readonly (readonly [string, Count])[] = [
  [
    "for and against",
    forAndAgainst(
      {
        nominees: ["A", "B"],
        seats: 1,
        papers: [
          { weight: 6, for: ["A"], against: ["B"] },
          { weight: 2, for: ["B"], against: [] },
        ],
      },
      { threshold: half, base: { of: "present", figure: 9 } },
    ),
  ],
  ["approval, a tie broken", approval(alike, { tieOrder: ["A", "B", "C", "D"] })],
  ["approval in a ballot where nobody votes", amongVotedFor(approval(chosen("A B", 1, [])), [])],
  ["approval of one", approval({ ...alike, seats: 1 }, { tieOrder: ["B", "A"] })],
  ["STAR", star(chosen("A B C", 1, [scores(3, "A5 B3 C0"), scores(2, "A0 B5 C4")]))],
  [
    "STAR, a circle",
    star(chosen("A B C", 1, [scores(1, "A1 B3 C5"), scores(1, "A3 B5 C1"), scores(1, "A5 B1 C3")])),
  ],
  ["instant run-off", instantRunoff(election("4 A>B>C, 3 B>C>A, 2 C>B>A"))],
  ["instant run-off, a tie", instantRunoff(election("2 A>B, 2 B>A, 3 C>A"))],
  ["instant run-off, all alike", instantRunoff(election("1 A, 1 B, 1 C, 1 D"))],
  ["instant run-off, cut", instantRunoff(election("2 A>B, 2 B>A, 3 C>A"), { branchesMax: 1 })],
  ["instant run-off, stopped", instantRunoff(election("4 A>B>C, 3 B>C>A, 2 C>B>A"), { roundsMax: 1 })],
  ["instant run-off, all tied", instantRunoff(election("2 A, 2 B, 2 C"), { eliminate: "all-tied" })],
  ["instant run-off, looking back", instantRunoff(election("1 H>G, 2 G, 3 S, 3 D"), { lookBack: true })],
  [
    "instant run-off to a share",
    instantRunoff(election("5 A, 4 B, 1 C"), { share: { numerator: 1, denominator: 3 } }),
  ],
  ["exhaustive ballot, two left", exhaustiveBallot(election("2 A, 2 B"))],
  ["two rounds", twoRound(election("4 A>B>C, 3 B>C>A, 2 C>B>A"))],
  ["two rounds, a majority", twoRound(election("4 A>B, 3 B>A"))],
  [
    "two rounds, too many",
    twoRound(
      { nominees: Array.from({ length: 60 }, (_, place) => `N${place}`), seats: 1, papers: [] },
      { tiedForRunoff: "every-pair" },
    ),
  ],
  [
    "a round with a threshold",
    thresholdRound(
      {
        nominees: ["A", "B", "C"],
        seats: 1,
        votes: new Map([
          ["A", 10],
          ["B", 7],
          ["C", 5],
        ]),
      },
      {
        needed: { share: { numerator: 1, denominator: 2 }, strict: true, base: 22 },
        onFailure: "drop-lowest",
      },
    ),
  ],
  ["Copeland", copeland(election("4 A>B>C, 3 B>C>A, 2 C>B>A"), { variant: "second-order" })],
  ["minimax", minimax(election("4 A>B>C, 3 B>C>A, 2 C>B>A"))],
  ["Schulze", schulze(election("4 A>B>C, 3 B>C>A, 2 C>B>A"))],
  ["ranked pairs", rankedPairs(cycle, { branchesMax: 1 })],
  ["sequential PAV", sequentialPav(alike)],
  [
    "PAV",
    pav(
      chosen("A B C D", 2, [approvals(5, "A B"), approvals(17, "A C"), approvals(8, "D"), approvals(1, "B")]),
    ),
  ],
  ["PAV, too many", pav(chosen(["A", ...many].join(" "), 12, [approvals(2, "A"), approvals(3, "")]))],
  ["equal shares", equalShares(alike)],
  ["equal shares, by approvals", equalShares(alike, { completion: "approvals" })],
  ["equal shares, by increment", equalShares(alike, { completion: "increment" })],
  [
    "equal shares, by increment, a branch that ends early",
    equalShares(
      chosen("A B C D", 3, [approvals(3, "C"), approvals(3, "A B"), approvals(1, "A B C"), approvals(1, "")]),
      { completion: "increment" },
    ),
  ],
  ["Scottish", scottishStv(election("7 A>B, 2 B, 3 C, 1 D>C", { seats: 2 }))],
  ["Scottish, all alike", scottishStv(election("1 A, 1 B, 1 C"))],
  ["Scottish, a tie", scottishStv(election("2 A, 1 B>A, 1 C>B"))],
  ["Scottish, a tie broken", scottishStv(election("2 A, 1 B>A, 1 C>B"), { tieOrder: ["A", "B", "C"] })],
  ["WIGM", wigm(election("7 A>B>C, 2 B>C, 3 C, 1 D>C", { seats: 2 }))],
  ["Minneapolis", minneapolisStv(election("7 A>B>C, 2 B>C, 3 C, 1 D>C", { seats: 2 }))],
  ["Cambridge", cambridgeStv(election("7 A>B, 2 B, 3 C, 1 D>C", { seats: 2 }), { minimumVotes: 2 })],
  ["Meek", meek(election("7 A>B, 2 B, 3 C, 1 D>C", { seats: 2 }))],
];
