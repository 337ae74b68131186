import { describe, expect, it } from "vitest";
import type { Count } from "../../../src/counting/rule.ts";
import { score } from "../../../src/counting/votes/score.ts";
import { star } from "../../../src/counting/votes/star.ts";
import { election, scores, votesIn } from "../choice-papers.ts";
import { stepOf, stepsOf } from "../steps.ts";

const tennessee = [
  scores(42, "M5 N2 C1 K0"),
  scores(26, "M0 N5 C2 K1"),
  scores(15, "M0 N3 C5 K3"),
  scores(17, "M0 N2 C4 K5"),
];

const rungs = ({ explanation }: Count) =>
  stepsOf(explanation, "TiebreakApplied").map(({ contest, by }) => `${contest} by ${by}`);

describe("score voting", () => {
  it("adds up the points", () => {
    const count = score(election("M N C K", 1, tennessee));
    expect(votesIn(count)).toEqual({ M: "210", N: "293", C: "237", K: "156" });
    expect(count.outcome.elected).toEqual(["N"]);
  });

  it("takes a nominee without points to have none, unless told otherwise", () => {
    const papers = [scores(2, "A3"), scores(1, "A0 B5")];
    expect(votesIn(score(election("A B", 1, papers)))).toEqual({ A: "6", B: "5" });
    expect(votesIn(score(election("A B", 1, papers), { unscored: 2 }))).toEqual({ A: "6", B: "9" });
  });

  it("passes over the favourite of a majority", () => {
    expect(score(election("A B", 1, [scores(3, "A5 B4"), scores(2, "A0 B5")])).outcome.elected).toEqual([
      "B",
    ]);
  });

  it("can elect a nominee whom every other one beats", () => {
    const papers = [scores(3, "A5 B4 L3"), scores(2, "A0 B0 L5")];
    expect(score(election("A B L", 1, papers)).outcome.elected).toEqual(["L"]);
    expect(star(election("A B L", 1, papers)).outcome.elected).toEqual(["A"]);
  });

  it("leaves a tie undecided", () => {
    const papers = [
      scores(1, "A0 B3 C2"),
      scores(1, "A3 B0 C1"),
      scores(1, "A0 B1 C3"),
      scores(1, "A0 B2 C0"),
      scores(1, "A0 B3 C3"),
    ];
    expect(score(election("A B C", 1, papers)).outcome.undecided).toEqual({ tied: ["B", "C"], seats: 1 });
    expect(score(election("A B C", 1, papers), { tieOrder: ["A", "B", "C"] }).outcome.elected).toEqual(["B"]);
  });

  it.each([
    ["papers[0].scores: score whole, 0 to 5", scores(1, "A9")],
    ["papers[0].scores: score whole, 0 to 5", { weight: 1, scores: new Map([["A", 0.5]]) }],
    ["papers[0].scores: score whole, 0 to 5", { weight: 1, scores: new Map([["A", -1]]) }],
    ["papers[0].scores: score whole, 0 to 5", { weight: 1, scores: new Map([["A", Number.NaN]]) }],
    ["papers[0].scores: nominee", scores(1, "Z1")],
  ])("refuses a paper, and says why: %s", (problem, paper) => {
    for (const rule of [score, star])
      expect(() => rule(election("A B", 1, [paper]), { scoreMax: 5 })).toThrow(problem);
  });

  it.each([
    ["unscored: type integer", { unscored: 0.5 }],
    ["scoreMax: type integer", { scoreMax: Number.NaN }],
    ["scoreMax: min >= 3", { scoreMin: 3, scoreMax: 2 }],
  ])("refuses bounds, and says why: %s", (problem, options) => {
    for (const rule of [score, star]) expect(() => rule(election("A B", 1, []), options)).toThrow(problem);
  });

  it("counts exactly beyond 2^53", () => {
    const large = Number.MAX_SAFE_INTEGER;
    const papers = [
      {
        weight: 3,
        scores: new Map([
          ["A", large],
          ["B", large],
        ]),
      },
      { weight: 1, scores: new Map([["B", 1]]) },
    ];
    expect(votesIn(score({ nominees: ["A", "B"], seats: 1, papers }))).toEqual({
      A: "27021597764222973",
      B: "27021597764222974",
    });
  });
});

describe("STAR voting", () => {
  it("holds a runoff of the two highest sums (Wikipedia, STAR voting: Tennessee)", () => {
    const count = star(election("M N C K", 1, tennessee));
    expect(count.outcome.elected).toEqual(["N"]);
    expect(votesIn(count)).toEqual({ M: "210", N: "293", C: "237", K: "156" });
    expect(stepOf(count.explanation, "TiebreakApplied")).toMatchObject({
      contest: "seat",
      by: "papers",
      figures: [
        { nominee: "N", votes: "68" },
        { nominee: "C", votes: "32" },
      ],
    });
  });

  it("elects the second highest sum when more papers prefer it", () => {
    const count = star(
      election("Amy Brian Clancy", 1, [
        {
          weight: 6,
          scores: new Map([
            ["Amy", 5],
            ["Brian", 2],
            ["Clancy", 1],
          ]),
        },
        {
          weight: 11,
          scores: new Map([
            ["Amy", 0],
            ["Brian", 1],
            ["Clancy", 1],
          ]),
        },
      ]),
    );
    expect(votesIn(count)).toEqual({ Amy: "30", Brian: "23", Clancy: "17" });
    expect(count.outcome.elected).toEqual(["Brian"]);
  });

  it("can pass over whom a majority likes best, and whom everybody else loses to", () => {
    expect(
      star(election("A B C", 1, [scores(3, "A5 B4 C4"), scores(2, "A0 B5 C5")])).outcome.elected,
    ).toEqual([]);
    expect(
      star(election("A B C", 1, [scores(3, "A5 B4 C3"), scores(2, "A0 B5 C5")])).outcome.elected,
    ).toEqual(["B"]);
  });

  it.each([
    [
      "the sum, when the runoff is level",
      "A B",
      [scores(1, "A0 B5"), scores(1, "A3 B2")],
      "B",
      ["seat by papers", "seat by sums"],
    ],
    [
      "the most papers with the highest score, when the sums are level too",
      "A B",
      [scores(1, "A2 B4"), scores(1, "A5 B3")],
      "A",
      ["seat by papers", "seat by sums", "seat by highestScores"],
    ],
    [
      "pairings lost, for a finalist's place",
      "A B C",
      [scores(2, "A5 B2 C2"), scores(2, "A4 B3 C2"), scores(1, "A0 B0 C2")],
      "A",
      ["runoff by pairings", "seat by papers"],
    ],
  ] as const)("breaks a tie by %s", (_, nominees, papers, winner, expected) => {
    const count = star(election(nominees, 1, papers));
    expect(count.outcome.elected).toEqual([winner]);
    expect(rungs(count)).toEqual(expected);
  });

  it("by the simple protocol does not look at the highest scores", () => {
    const ballot = election("A B", 1, [scores(1, "A2 B4"), scores(1, "A5 B3")]);
    expect(star(ballot, { protocol: "simple" }).outcome.undecided).toEqual({ tied: ["A", "B"], seats: 1 });
    expect(star(ballot, { protocol: "simple", tieOrder: ["B"] }).outcome.elected).toEqual(["B"]);
    expect(() => star(ballot, { protocol: "other" as "simple" })).toThrow("protocol: oneOf");
  });

  it("reports a circle for first place (starvote, unbreakable three-way tie)", () => {
    const count = star(
      election("A B C", 1, [scores(1, "A1 B3 C5"), scores(1, "A3 B5 C1"), scores(1, "A5 B1 C3")]),
    );
    expect(count.outcome.undecided).toEqual({ tied: ["A", "B", "C"], seats: 1 });
    expect(count.explanation).toContainEqual({
      type: "TieUnbroken",
      data: { contest: "runoff", tied: ["A", "B", "C"], places: 2 },
    });
  });

  it("decides the seat in spite of a tie for second place that cannot change it, and reports the tie", () => {
    const papers = [scores(1, "A1 B3 C5 D5"), scores(1, "A3 B5 C1 D5"), scores(1, "A5 B1 C3 D5")];
    const count = star(election("A B C D", 1, papers));
    expect(count.outcome.elected).toEqual(["D"]);
    expect(count.explanation).toContainEqual({
      type: "TieUnbroken",
      data: { contest: "runoff", tied: ["A", "B", "C"], places: 1 },
    });
    const { outcome } = star(election("A B C D", 1, papers), { tieOrder: ["D", "C", "B", "A"] });
    expect(outcome.elected).toEqual(["D"]);
  });

  it("fills further seats in the same way without the elected (Bloc STAR)", () => {
    const papers = [
      scores(8, "F3 L0 S1 T1 U1"),
      scores(5, "L4"),
      scores(2, "F0 L1 S3 T2 U1"),
      scores(1, "F0 L2 S5 T4 U3"),
    ];
    const ballot = election("F L S T U", 4, papers);
    expect([...star(ballot, { tieOrder: ["F", "L"] }).outcome.elected].sort()).toEqual(["F", "S", "T", "U"]);
    // Without the order F and L tie in every respect for the first seat, and L keeps U out if it wins that.
    expect(star(ballot).outcome.undecided).toEqual({ tied: ["L", "U"], seats: 1 });
    expect(star(election("A B C", 2, [scores(5, "A0 B0 C0")])).outcome.undecided).toEqual({
      tied: ["A", "B", "C"],
      seats: 2,
    });
  });

  it("gives the order of everybody, as far as no tie is left", () => {
    const papers = [scores(1, "A5 B4 C3 D3"), scores(1, "A4 B5 C1 D1"), scores(1, "A4 B5 C1 D2")];
    expect(star(election("A B C D", 1, papers)).order).toEqual([["B"], ["A"], ["D"], ["C"]]);
    expect(star(election("A B", 1, [])).order).toBeUndefined();
  });
});

describe("a tie of three for both places of the run-off in STAR", () => {
  it("gives one to whoever loses no pairing, and compares again the two who both lose one", () => {
    // 7 points each. C beats A 2:1, A beats E 2:1, and C and E are level at 1:1.
    const papers = [scores(1, "A3 C5 E2"), scores(1, "A0 C2 E2"), scores(1, "A4 C0 E3")];
    const count = star(election("A C E", 1, papers));
    const places = stepsOf(count.explanation, "TiebreakApplied")
      .filter(({ contest }) => contest === "runoff")
      .map(({ by, advanced, left }) => [by, advanced, left]);
    expect(places).toEqual([
      ["pairings", ["C"], ["A", "E"]],
      ["pairings", ["C", "A"], []],
    ]);
    expect(count.outcome.elected).toEqual(["C"]);
  });
});
