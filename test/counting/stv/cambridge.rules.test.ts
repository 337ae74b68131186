import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Election, RankedPaper } from "../../../src/counting/rule.ts";
import { type CambridgeOptions, cambridgeStv } from "../../../src/counting/stv/cambridge.ts";
import { drawingOrder, everyOf } from "../../../src/counting/stv/cambridge-transfer.ts";
import type { StvRound } from "../../../src/counting/stv/stv.ts";
import { compare, fraction, plus, zero } from "../../../src/kernel/fraction.ts";
import { stepOf, stepsOf } from "../steps.ts";
import { elections, papers } from "./elections.ts";

type Ranked = Election<RankedPaper>;
const count = (election: Ranked, options: CambridgeOptions = { minimumVotes: 1 }) =>
  cambridgeStv(election, options);
const figuresOf = ({ figures }: StvRound) =>
  figures.map(({ nominee, votes }) => `${nominee} ${votes.numerator}`).join(", ");

describe("the Cincinnati method", () => {
  it("takes every n-th paper, n being the nearest whole number of votes by surplus", () => {
    // "n is the nearest whole number computed by the formula n = Candidate's Total Ballots / Surplus" (City of Cambridge,
    // Cincinnati Method). The pile and the surplus of Rachel Weinstein and of Elizabeth Hudson in the first count of the
    // School Committee in 2023 (Cambridge Day, 20 November 2023).
    expect([everyOf(3_651, 614), everyOf(3_516, 479)]).toEqual([6, 7]);
    expect([everyOf(10, 3), everyOf(10, 7), everyOf(8, 8)]).toEqual([3, 1, 1]);
    // The city does not say what a half is. Its program, OpenSTV, rounds it up.
    expect([everyOf(5, 2), everyOf(7, 2), everyOf(3, 2)]).toEqual([3, 4, 2]);
  });

  it("starts again with the papers after these, and comes to the first ones last", () => {
    // "If not enough ballots are removed when ballots n, 2n, 3n, .... have been transferred, the sequence starts again with
    // n+1, 2n+1, 3n+1, ...." (City of Cambridge)
    expect([...drawingOrder(10, 3)].map((place) => place + 1)).toEqual([3, 6, 9, 4, 7, 10, 5, 8, 1, 2]);
    expect([...drawingOrder(3, 3)].map((place) => place + 1)).toEqual([3, 1, 2]);
    expect([...drawingOrder(2, 1)].map((place) => place + 1)).toEqual([1, 2]);
  });
});

describe("a count by the rule of Cambridge", () => {
  const nominees = [..."ABCD"];
  // 19 papers for two seats: the quota is 7, and A has 10 papers. Of these, 3, 6 and 9 go.
  const election = {
    ...{ nominees, seats: 2 },
    papers: papers("2 A D", "A B", "2 A D", "A C", "2 A D", "A B", "A D", "4 B", "5 C"),
  };

  it("passes on every n-th paper in the order in which they lie, and looks back for a tie for last (k)", () => {
    const { rounds, electedOrder, explanation } = count(election);
    expect(rounds.map(figuresOf)).toEqual([
      "A 10, B 4, C 5, D 0",
      "A 7, B 6, C 6, D 0",
      "A 7, B 6, C 6, D 0",
      "A 7, B 0, C 6, D 0",
    ]);
    expect(stepOf(explanation, "SurplusDrawn")).toEqual({
      ...{ nominee: "A", votes: "10", surplus: "3", every: 3, passedOver: "0" },
      to: [
        { nominee: "B", papers: "2" },
        { nominee: "C", papers: "1" },
      ],
    });
    // B and C have 6. Before the last transfers they had 4 and 5: B goes.
    expect(stepOf(explanation, "TieBroken")).toMatchObject({ picked: "B", by: "earlierRound" });
    expect(electedOrder).toEqual([["A"], ["C"]]);
  });

  it("passes over a paper that names nobody else who continues: it stays", () => {
    // "A ballot selected by this method that does not show a preference for a continuing candidate is skipped and remains
    // with the original candidate." (City of Cambridge) Paper 6 names nobody else, so after 3 and 9 comes paper 4.
    const lines = ["2 A D", "A B", "2 A D", "A", "2 A D", "A B", "A D", "4 B", "5 C"];
    const { rounds, explanation } = count({ ...election, papers: papers(...lines) });
    expect(stepOf(explanation, "SurplusDrawn")).toMatchObject({
      passedOver: "1",
      to: [
        { nominee: "B", papers: "2" },
        { nominee: "D", papers: "1" },
      ],
    });
    expect(rounds.slice(0, 2).map(figuresOf)).toEqual(["A 10, B 4, C 5, D 0", "A 7, B 6, C 5, D 1"]);
  });

  it("leaves all papers that nobody can take with the elected, also above the quota", () => {
    const { rounds, outcome } = count({
      nominees,
      seats: 2,
      papers: papers("9 A", "A B", "4 B", "3 C", "2 D"),
    });
    expect(rounds[1] && figuresOf(rounds[1])).toBe("A 9, B 5, C 3, D 2");
    expect(outcome.elected).toEqual(["A", "B"]);
  });

  it("gives nobody a paper beyond the quota: the next choice takes it (c)", () => {
    // "Whenever at any stage of the counting the number of ballots credited to a candidate becomes equal to the quota, he
    // shall be declared elected, and no ballots in excess of the quota shall be credited to him"
    const { rounds, electedOrder } = count({
      nominees,
      seats: 2,
      papers: papers("10 A B C", "6 B", "2 C", "D"),
    });
    expect(rounds.map(figuresOf)).toEqual(["A 10, B 6, C 2, D 1", "A 7, B 7, C 4, D 1"]);
    expect(electedOrder).toEqual([["A"], ["B"]]);
  });

  it("depends on the order of the papers, so it is no method of a secret ballot", () => {
    // As above, but the papers of A that name B and C lie where no third paper is.
    const other = papers("A B", "A C", "2 A D", "A B", "5 A D", "4 B", "5 C");
    const first = count(election);
    const second = count({ ...election, papers: other });
    expect(other.map(({ weight }) => Number(weight)).reduce((a, b) => a + b)).toBe(19);
    expect([first.outcome.elected, second.rounds.map(figuresOf)[1]]).toEqual([
      ["A", "C"],
      "A 7, B 4, C 5, D 3",
    ]);
  });

  it("excludes all who have too few votes together, after the surpluses, in one transfer (g) (h)", () => {
    // The quota, the piles and the surpluses of the School Committee in 2023; the other figures fill up a total that gives
    // this quota. "All candidates with fewer than 50 votes are eliminated" comes after both surpluses.
    const committee = {
      nominees: ["Weinstein", "Hudson", ..."RSTUVXYZQ"],
      seats: 6,
      papers: papers(
        ...["3651 Weinstein X", "3516 Hudson Y", "2500 R", "2400 S", "2300 T", "2200 U", "2100 V"],
        ...["2000 X", "549 Y", "30 Z Q Y", "9 Q Z X"],
      ),
    };
    const { explanation, rounds } = cambridgeStv(committee);
    expect(stepOf(explanation, "QuotaSet")).toMatchObject({ papers: "21255", quota: "3037" });
    expect(stepsOf(explanation, "SurplusDrawn")).toEqual([
      {
        ...{ nominee: "Weinstein", votes: "3651", surplus: "614", every: 6, passedOver: "0" },
        to: [{ nominee: "X", papers: "614" }],
      },
      {
        ...{ nominee: "Hudson", votes: "3516", surplus: "479", every: 7, passedOver: "0" },
        to: [{ nominee: "Y", papers: "479" }],
      },
    ]);
    // The papers of Q go first. They name Z, who is excluded as well.
    expect(stepsOf(explanation, "NomineeExcluded").slice(0, 2)).toEqual([
      { nominee: "Q", votes: "9", ground: "belowMinimum" },
      { nominee: "Z", votes: "30", ground: "belowMinimum" },
    ]);
    expect(rounds[3] && figuresOf(rounds[3])).toMatch(/X 2623, Y 1058, Z 0, Q 0$/);
  });

  it("fills the last seats without a quota, and ends as soon as all seats have it (l)", () => {
    const last = count({ nominees, seats: 2, papers: papers("4 A", "3 B", "2 C", "D") });
    expect(last.outcome).toMatchObject({ elected: ["A", "B"], notElected: ["C", "D"] });
    expect(stepsOf(last.explanation, "NomineeElected").at(-1)).toMatchObject({ ground: "lastVacancies" });
    // "immediately thereafter all continuing candidates shall be declared defeated": no surplus is transferred.
    const both = count({ nominees, seats: 2, papers: papers("9 A C", "9 B C", "2 C", "D") });
    expect(both.rounds).toHaveLength(1);
    expect(stepsOf(both.explanation, "SurplusDrawn")).toEqual([]);
  });

  it("breaks a tie for last by the standing before the last transfer first, not by the first count (k)", () => {
    // "that one of the tied candidates shall be declared defeated who was credited with fewest ballots immediately prior to
    // the last transfer of ballots". B and C have 4 and 5, then 6 and 5, then 6 and 6: C goes, and B reaches 12 of 22.
    const { explanation, rounds, outcome } = count({
      nominees: [..."ABCDE"],
      seats: 1,
      papers: papers("8 A", "4 B A", "5 C B", "2 D A", "D C B", "2 E B"),
    });
    expect(rounds.map(figuresOf)).toEqual([
      "A 8, B 4, C 5, D 3, E 2",
      "A 8, B 6, C 5, D 3, E 0",
      "A 10, B 6, C 6, D 0, E 0",
      "A 10, B 12, C 0, D 0, E 0",
    ]);
    expect(stepOf(explanation, "TieBroken")).toMatchObject({ picked: "C", by: "earlierRound" });
    expect(outcome.elected).toEqual(["B"]);
  });

  it("follows every fall of a lot between those who are level throughout (k)", () => {
    const { outcome, explanation } = count({
      nominees: [..."ABC"],
      seats: 1,
      papers: papers("3 A", "2 B", "2 C A"),
    });
    expect(stepOf(explanation, "TieFollowed")).toMatchObject({ action: "exclude", tied: ["B", "C"] });
    expect(outcome.elected).toEqual(["A"]);
  });

  it("leaves seats vacant where too few have as many votes as a nomination needs", () => {
    expect(cambridgeStv(election).outcome).toMatchObject({ elected: ["A"], vacant: 1 });
  });

  it("passes over ranks of several and ranks left out; a paper with no other rank is blank", () => {
    const ranking = [["A", "B"], [], ["C"]];
    const { explanation, rounds } = count({
      nominees: [..."ABC"],
      seats: 1,
      papers: [
        { weight: 2, ranking },
        { weight: 1, ranking: [["A", "B"]] },
      ],
    });
    expect(stepOf(explanation, "QuotaSet")).toMatchObject({ papers: "3", blank: "1", quota: "2" });
    expect(rounds.map(figuresOf)).toEqual(["A 0, B 0, C 2"]);
  });

  it("is refused a minimum that is no whole number, and more papers than are kept apart", () => {
    expect(() => cambridgeStv(election, { minimumVotes: -1 })).toThrow(/minimumVotes/);
    expect(() => cambridgeStv({ ...election, papers: papers("1000001 A") })).toThrow(/papers/);
  });
});

describe("any count by the rule of Cambridge", () => {
  const runs = { numRuns: 300 };
  const minimum = fc.integer({ min: 0, max: 3 });

  it("keeps every paper whole at every stage: figures and exhausted sum to the papers", () => {
    fc.assert(
      fc.property(elections(), minimum, (election, minimumVotes) => {
        const total = election.papers.reduce((sum, { weight }) => sum + Number(weight), 0);
        for (const { figures, exhausted, lost } of count(election, { minimumVotes }).rounds) {
          expect(figures.map(({ votes }) => votes).reduce(plus, exhausted)).toEqual(fraction(total));
          expect(
            [exhausted, ...figures.map(({ votes }) => votes)].every(({ denominator }) => denominator === 1n),
          ).toBe(true);
          expect(lost).toEqual(zero);
        }
      }),
      runs,
    );
  });

  it("raises nobody above the quota after the first count, and takes no election back", () => {
    fc.assert(
      fc.property(elections(), minimum, (election, minimumVotes) => {
        const { rounds } = count(election, { minimumVotes, tieOrder: election.nominees });
        rounds.slice(1).forEach(({ figures, quota, elected, excluded }, index) => {
          const before = rounds[index] as StvRound;
          figures.forEach(({ votes }, place) => {
            const had = before.figures[place]?.votes ?? zero;
            expect(compare(votes, quota) <= 0 || compare(votes, had) <= 0).toBe(true);
          });
          expect(elected).toEqual(expect.arrayContaining([...before.elected]));
          expect(excluded).toEqual(expect.arrayContaining([...before.excluded]));
        });
      }),
      runs,
    );
  });

  it("fills every seat where nobody goes for too few votes, and shares out the nominees", () => {
    fc.assert(
      fc.property(elections(), (election) => {
        const { elected, notElected, undecided, vacant } = count(election, { minimumVotes: 0 }).outcome;
        expect(vacant).toBe(Math.max(0, election.seats - election.nominees.length));
        expect(elected.length + (undecided?.seats ?? 0) + vacant).toBe(election.seats);
        expect([...elected, ...notElected, ...(undecided?.tied ?? [])].sort()).toEqual(
          [...election.nominees].sort(),
        );
      }),
      runs,
    );
  });

  it("counts a withdrawn nominee as one who never stood", () => {
    fc.assert(
      fc.property(elections({ sizeMin: 3 }), minimum, (election, minimumVotes) => {
        const [gone = "", ...nominees] = election.nominees;
        const left = election.papers.map(({ ranking, weight }) => ({
          weight,
          ranking: ranking.filter(([nominee]) => nominee !== gone),
        }));
        const never = count({ ...election, nominees, papers: left }, { minimumVotes });
        const withdrawn = count(election, { minimumVotes, withdrawn: [gone] });
        expect(withdrawn.rounds.map(figuresOf)).toEqual(never.rounds.map(figuresOf));
        expect(withdrawn.outcome.elected).toEqual(never.outcome.elected);
      }),
      runs,
    );
  });
});
