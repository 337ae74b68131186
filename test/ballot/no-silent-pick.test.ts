import { describe, expect, it } from "vitest";
import { canonicalPapers } from "../../src/ballot/canonical-paper.ts";
import { countPapers, tallyOf } from "../../src/ballot/count.ts";
import { objectionToTerms } from "../../src/ballot/opening.ts";
import type { PaperRead } from "../../src/ballot/paper.ts";
import type { Method, Procedure, Terms } from "../../src/ballot/terms.ts";
import { blank, type Papers, ranked, terms } from "./life.ts";

const noBar = { numerator: 0, denominator: 1, strict: false, base: "validPapers" } as const;
type Field = Partial<Pick<Terms, "nominees" | "seats">> & { procedure?: Partial<Procedure> };

/** The result of a ballot by this method, with no bar, in which all papers are cast. */
function resultOf(method: Method, papers: Papers, { procedure, ...field }: Field = {}) {
  const ballot: Terms = {
    ...terms,
    nominees: ["A", "B", "C"],
    ...field,
    method,
    procedure: { ...terms.procedure, ...procedure },
    voting: { ...terms.voting, form: "rollCall", threshold: noBar },
    tieData: { scores: [], seniority: [], lotSources: [] },
  };
  const read = papers.map(([count, paper]) => ({ papers: count, paper }));
  const box = canonicalPapers(ballot, read);
  return { ...countPapers({ terms: ballot, roll: new Map() }, box), tally: tallyOf(ballot, box) };
}

const level = (...ranking: string[][]): PaperRead => ({ kind: "ranking", ranking });

const oneByOne: Method[] = [{ kind: "twoRound" }, { kind: "exhaustiveBallot" }, { kind: "instantRunoff" }];
const stv = (variant: Extract<Method, { kind: "stv" }>["variant"]): Method => ({ kind: "stv", variant });
const wholePapers = [stv("scottish"), stv("wigm"), stv("referenceWigm"), stv("minneapolis"), stv("ers97")];
const onRankings: Method[] = [
  ...oneByOne,
  ...wholePapers,
  stv("meek"),
  stv("referenceMeek"),
  { kind: "borda" },
  { kind: "schulze", strength: "winning-votes" },
  { kind: "rankedPairs", strength: "margins" },
  { kind: "copeland", variant: "wins" },
  { kind: "minimax", strength: "margins" },
];
const every: Method[] = [
  ...onRankings,
  { kind: "forAndAgainst" },
  { kind: "plurality" },
  { kind: "block" },
  { kind: "limited", namesMax: 1 },
  { kind: "approval" },
  { kind: "score", pointsMax: 5 },
  { kind: "star", pointsMax: 5 },
  { kind: "pav" },
  { kind: "sequentialPav" },
  { kind: "equalShares", completion: "seqphragmen" },
  { kind: "equalShares", completion: "approvals" },
];

describe("two rounds whose second place is tied", () => {
  // A loses to B and to C, 3 to 4 each.
  const papers: Papers = [
    [3, ranked("A", "B", "C")],
    [2, ranked("B", "C", "A")],
    [2, ranked("C", "B", "A")],
  ];

  it("ask the ladder whom of those tied the run-off brings, for whoever meets A beats it", () => {
    const { outcome } = resultOf({ kind: "twoRound" }, papers);
    expect(outcome).toEqual({
      kind: "undecided",
      elected: [],
      notElected: ["A"],
      undecided: { tied: ["B", "C"], seats: 1 },
      vacant: 0,
    });
  });

  it("take all of them into the run-off only where the terms say so", () => {
    const { outcome } = resultOf({ kind: "twoRound", tiedForRunoff: "all" }, papers);
    expect(outcome).toMatchObject({ kind: "filled", elected: ["A"] });
  });
});

describe("a paper that places several first", () => {
  const papers: Papers = [
    [7, level(["A", "B"], ["C"])],
    [1, ranked("C")],
  ];

  it.each(onRankings)(
    "is invalid by $kind $variant unless the terms count it, and the record says so",
    (method) => {
      const { figures, lines, outcome, equalFirst } = resultOf(method, papers);
      expect([figures.valid, figures.invalid, equalFirst]).toEqual([1, 7, { papers: 7, are: "invalid" }]);
      expect(lines.map((line) => line.for)).toEqual([0, 0, 1]);
      expect(outcome).toMatchObject({ kind: "filled", elected: ["C"] });
    },
  );

  it.each(onRankings)("counts for each of them by $kind $variant where the terms say so", (method) => {
    if (wholePapers.includes(method)) return;
    const { figures, outcome, equalFirst } = resultOf(method, papers, {
      procedure: { equalFirst: "counted" },
    });
    expect([figures.valid, figures.invalid, equalFirst]).toEqual([8, 0, { papers: 7, are: "counted" }]);
    expect(outcome).toMatchObject({ notElected: ["C"], undecided: { tied: ["A", "B"], seats: 1 } });
  });

  it.each(wholePapers)("cannot be counted by stv $variant, whose source declares it invalid", (method) => {
    const ballot: Terms = {
      ...terms,
      method,
      voting: { ...terms.voting, threshold: noBar },
      procedure: { ...terms.procedure, equalFirst: "counted" },
    };
    expect(objectionToTerms(ballot)).toEqual({ type: "EqualFirstNotCounted", data: { method: "stv" } });
  });

  it.each(oneByOne)("goes on by $kind with its whole weight for the one of them that is left", (method) => {
    const split: Papers = [
      [2, level(["A", "B"], ["C"])],
      [2, ranked("A")],
      [4, ranked("C", "B")],
    ];
    const { outcome } = resultOf(method, split, { procedure: { equalFirst: "counted" } });
    // A 3, B 1, C 4: B leaves, and its part goes to A.
    expect(outcome).toMatchObject({ kind: "undecided", undecided: { tied: ["A", "C"], seats: 1 } });
  });

  it("is told from one whose later ranks are equal, which is valid", () => {
    const { figures, equalFirst } = resultOf({ kind: "instantRunoff" }, [[1, level([], ["A"], ["B", "C"])]]);
    expect([figures.valid, equalFirst]).toEqual([1, undefined]);
  });
});

describe("a seat for which nobody voted", () => {
  it.each(every)("stays vacant by $kind $variant when all papers are blank", (method) => {
    for (const nominees of [["A"], ["A", "B", "C"]]) {
      const { outcome } = resultOf(method, [[8, blank]], { nominees });
      expect(outcome).toEqual({ kind: "unfilled", elected: [], notElected: nominees, vacant: 1 });
    }
  });

  it.each(every)("stays vacant by $kind $variant when there is no paper", (method) => {
    expect(resultOf(method, []).outcome).toMatchObject({ kind: "unfilled", vacant: 1 });
  });

  it.each(every.filter(({ kind }) => kind !== "twoRound" && kind !== "exhaustiveBallot"))(
    "stays vacant by $kind $variant beside one for whom all voted",
    (method) => {
      const paper: PaperRead = onRankings.includes(method)
        ? ranked("B")
        : method.kind === "score" || method.kind === "star"
          ? { kind: "scores", scores: [{ nominee: "B", points: 5 }] }
          : { kind: "kept", kept: ["B"] };
      const { outcome } = resultOf(method, [[8, paper]], { seats: 2 });
      expect(outcome).toEqual({ kind: "partlyFilled", elected: ["B"], notElected: ["A", "C"], vacant: 1 });
    },
  );

  it("is said to be so in the rounds of the record, which elect nobody", () => {
    const { rounds = [] } = resultOf({ kind: "instantRunoff" }, [[8, blank]], { nominees: ["A"] });
    expect(rounds.flatMap(({ conclusions }) => conclusions)).toEqual([
      { type: "NobodyVotedFor", data: { nominees: ["A"] } },
    ]);
  });
});
