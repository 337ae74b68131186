import { describe, expect, it } from "vitest";
import { ballot } from "../../src/ballot/ballot.ts";
import type { BallotCommand } from "../../src/ballot/messages.ts";
import type { Method } from "../../src/ballot/terms.ts";
import { given, historyOf } from "../../src/testing/scenario.ts";
import {
  bothSubmit,
  type Changes,
  kept,
  openBox,
  openVoting,
  type Papers,
  ranked,
  type submit,
  tally,
  voted,
} from "./life.ts";

const done = (commands: readonly BallotCommand[]) => historyOf(ballot, commands);
/** What the ballot comes to when it holds these papers and the tellers count them so. */
function outcomeOf(changes: Changes, papers: Papers, counted: Parameters<typeof submit>[1]) {
  const [first, second] = bothSubmit(counted);
  const history = done([...voted(changes), openBox(...papers), ...(first ? [first] : [])]);
  return given(ballot, history).when(second ?? openVoting).decision;
}
const counted = (outcome: object) => ({
  ok: true,
  events: [{}, { type: "BallotCounted", data: { outcome } }],
});

describe("every method of a ballot", () => {
  const noBar = { numerator: 0, denominator: 1, strict: false, base: "validPapers" } as const;
  const scores = (...points: [string, number][]) =>
    ({ kind: "scores", scores: points.map(([nominee, given]) => ({ nominee, points: given })) }) as const;
  const named: Papers = [
    [5, kept("procuracy")],
    [3, kept("police")],
  ];
  const rankings: Papers = [
    [5, ranked("procuracy", "police")],
    [3, ranked("police", "procuracy")],
  ];
  const points: Papers = [
    [5, scores(["procuracy", 5], ["police", 1])],
    [3, scores(["police", 2])],
  ];
  const votes = [
    ["procuracy", 5, 0],
    ["police", 3, 0],
    ["military", 0, 0],
  ] as const;
  const pointed = {
    ...tally(8, [
      ["procuracy", 5, 0],
      ["police", 8, 0],
      ["military", 0, 0],
    ]),
    lines: [
      { nominee: "procuracy", for: 5, against: 0, points: 25 },
      { nominee: "police", for: 8, against: 0, points: 11 },
      { nominee: "military", for: 0, against: 0, points: 0 },
    ],
  };
  const rows: [Method, Papers, ReturnType<typeof tally>][] = [
    [{ kind: "plurality" }, named, tally(8, votes)],
    [{ kind: "block" }, named, tally(8, votes)],
    [{ kind: "limited", namesMax: 1 }, named, tally(8, votes)],
    [{ kind: "approval" }, named, tally(8, votes)],
    [{ kind: "pav" }, named, tally(8, votes)],
    [{ kind: "sequentialPav" }, named, tally(8, votes)],
    [{ kind: "equalShares", completion: "approvals" }, named, tally(8, votes)],
    [{ kind: "score", pointsMax: 5 }, points, pointed],
    [{ kind: "star", pointsMax: 5 }, points, pointed],
    [{ kind: "twoRound" }, rankings, tally(8, votes)],
    [{ kind: "exhaustiveBallot" }, rankings, tally(8, votes)],
    [{ kind: "borda" }, rankings, tally(8, votes)],
    [{ kind: "instantRunoff" }, rankings, tally(8, votes)],
    ...(["scottish", "wigm", "referenceWigm", "minneapolis", "meek", "referenceMeek"] as const).map(
      (variant): [Method, Papers, ReturnType<typeof tally>] => [
        { kind: "stv", variant },
        rankings,
        tally(8, votes),
      ],
    ),
    [{ kind: "schulze", strength: "margins" }, rankings, tally(8, votes)],
    [{ kind: "rankedPairs", strength: "winning-votes" }, rankings, tally(8, votes)],
    [{ kind: "copeland", variant: "second-order" }, rankings, tally(8, votes)],
    [{ kind: "minimax", strength: "pairwise-opposition" }, rankings, tally(8, votes)],
  ];

  it.each(rows)("$kind $variant elects whom a clear majority wants", (method, papers, counts) => {
    expect(outcomeOf({ method, voting: { threshold: noBar } }, papers, counts)).toMatchObject(
      counted({ kind: "filled", elected: ["procuracy"] }),
    );
  });

  it("of names alone has a bar as well: to have the most is not to pass", () => {
    const bar = { numerator: 3, denominator: 4, strict: false, base: "allEligible" } as const;
    expect(
      outcomeOf({ method: { kind: "plurality" }, voting: { threshold: bar } }, named, tally(8, votes)),
    ).toMatchObject(counted({ kind: "unfilled" }));
  });
});
