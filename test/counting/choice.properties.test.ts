import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choicesOf } from "../../src/counting/choices.ts";
import { equalShares } from "../../src/counting/committees/equal-shares.ts";
import { followPayments } from "../../src/counting/committees/equal-shares-count.ts";
import { pav } from "../../src/counting/committees/pav.ts";
import { sequentialPav } from "../../src/counting/committees/sequential-pav.ts";
import type { ApprovalPaper, Count, Election, Nominee, ScorePaper } from "../../src/counting/rule.ts";
import { approval, block, limited } from "../../src/counting/votes/approval.ts";
import { blockOnRankings } from "../../src/counting/votes/block-on-rankings.ts";
import { plurality } from "../../src/counting/votes/plurality.ts";
import { score } from "../../src/counting/votes/score.ts";
import { star } from "../../src/counting/votes/star.ts";
import { approvalElections, scoreElections, sets, subsets } from "./choice-papers.ts";
import { stepsOf } from "./steps.ts";

type ApprovalRule = (election: Election<ApprovalPaper>) => Count;
type ScoreRule = (election: Election<ScorePaper>) => Count;

const committeeRules: [string, ApprovalRule][] = [
  ["PAV", pav],
  ["sequential PAV", sequentialPav],
  ["equal shares", equalShares],
  ["equal shares completed by approvals", (e) => equalShares(e, { completion: "approvals" })],
  ["equal shares completed by increment", (e) => equalShares(e, { completion: "increment" })],
];
const approvalRules: [string, ApprovalRule][] = [
  ["approval", approval],
  ["limited vote", (e) => limited(e, { namesMax: 5 })],
  ...committeeRules,
];
const scoreRules: [string, ScoreRule][] = [
  ["score", score],
  ["STAR", star],
  ["STAR by the simple protocol", (e) => star(e, { protocol: "simple" })],
];

const quick = { numRuns: 40 };
const lightWeights = fc.integer({ min: 1, max: 3 }) as fc.Arbitrary<number | bigint>;
const lightApprovals = approvalElections({ weight: lightWeights });

/** The same election with its papers in another order, and one paper of weight w as w papers of weight 1. */
function apart<P extends { weight: number | bigint }>(election: Election<P>): Election<P> {
  const papers = election.papers.flatMap((paper) =>
    new Array<P>(Number(paper.weight)).fill({ ...paper, weight: 1 }),
  );
  return { ...election, papers: papers.reverse() };
}

/** Equal counts, whatever the order in which things are listed. */
function expectSame(a: Count, b: Count): void {
  expect(sets(a)).toEqual(sets(b));
  const figures = ({ totals }: Count) => [...totals].sort((x, y) => (x.nominee < y.nominee ? -1 : 1));
  expect(figures(a)).toEqual(figures(b));
}

describe("any rule on kept names or scores", () => {
  it.each(approvalRules)("shares the nominees out and fills or leaves every seat: %s", (name, rule) => {
    // Increments of a seat are too small beside a weight of 2^60: see the limit on them.
    const elections = name.endsWith("increment") ? lightApprovals : approvalElections();
    fc.assert(
      fc.property(elections, (election) => {
        const { outcome, committees } = rule(election);
        const tied = outcome.undecided?.tied ?? [];
        expect([...outcome.elected, ...outcome.notElected, ...tied].sort()).toEqual(
          [...election.nominees].sort(),
        );
        expect(outcome.elected.length + (outcome.undecided?.seats ?? 0) + outcome.vacant).toBe(
          election.seats,
        );
        if (outcome.undecided) expect(tied.length).toBeGreaterThan(outcome.undecided.seats);
        for (const committee of committees ?? [])
          expect(committee).toEqual(expect.arrayContaining([...outcome.elected]));
      }),
      quick,
    );
  });

  it.each(approvalRules)("is anonymous: %s", (_, rule) => {
    fc.assert(
      fc.property(lightApprovals, (election) => {
        expectSame(rule(apart(election)), rule(election));
      }),
      quick,
    );
  });

  it.each(scoreRules)("is anonymous: %s", (_, rule) => {
    fc.assert(
      fc.property(scoreElections(), (election) => {
        const light = {
          ...election,
          papers: election.papers.map((paper, place) => ({ ...paper, weight: 1 + (place % 3) })),
        };
        expectSame(rule(apart(light)), rule(light));
      }),
      quick,
    );
  });

  it.each(approvalRules)("is neutral: %s", (_, rule) => {
    fc.assert(
      fc.property(lightApprovals, (election) => {
        const renamed = (nominee: Nominee) => `z${nominee}`;
        const other = {
          ...election,
          nominees: election.nominees.map(renamed).reverse(),
          papers: election.papers.map((paper) => ({ ...paper, approvals: paper.approvals.map(renamed) })),
        };
        const count = rule(election);
        const { outcome, committees } = rule(other);
        const back = (names: readonly Nominee[]) => names.map((name) => name.slice(1));
        expect(
          sets({
            ...count,
            outcome: {
              ...outcome,
              elected: back(outcome.elected),
              notElected: back(outcome.notElected),
              ...(outcome.undecided && {
                undecided: { ...outcome.undecided, tied: back(outcome.undecided.tied) },
              }),
            },
            ...(committees && { committees: committees.map(back) }),
          }),
        ).toEqual(sets(count));
      }),
      quick,
    );
  });

  it.each(approvalRules)("gives the same outcome with all weights scaled: %s", (_, rule) => {
    fc.assert(
      fc.property(lightApprovals, fc.constantFrom(2n, 7n, 2n ** 70n), (election, by) => {
        const papers = election.papers.map((paper) => ({ ...paper, weight: BigInt(paper.weight) * by }));
        expect(sets(rule({ ...election, papers }))).toEqual(sets(rule(election)));
      }),
      quick,
    );
  });

  it.each(scoreRules)("gives the same outcome with all weights scaled: %s", (_, rule) => {
    fc.assert(
      fc.property(scoreElections(), fc.constantFrom(2n, 7n, 2n ** 70n), (election, by) => {
        const papers = election.papers.map((paper) => ({ ...paper, weight: BigInt(paper.weight) * by }));
        expect(sets(rule({ ...election, papers }))).toEqual(sets(rule(election)));
      }),
      quick,
    );
  });

  it("loses nobody who is elected when a paper more keeps them: approval and PAV", () => {
    fc.assert(
      fc.property(approvalElections(), (election) => {
        for (const rule of [approval, pav]) {
          const before = rule(election).outcome;
          for (const [place, paper] of election.papers.entries())
            for (const nominee of before.elected) {
              const papers = election.papers.with(place, {
                ...paper,
                approvals: [...paper.approvals, nominee],
              });
              expect(rule({ ...election, papers }).outcome.elected).toContain(nominee);
            }
        }
      }),
      quick,
    );
  });

  it("loses nobody who is elected when a paper gives them more points: score", () => {
    fc.assert(
      fc.property(scoreElections(), (election) => {
        for (const nominee of score(election).outcome.elected)
          for (const [place, paper] of election.papers.entries()) {
            const raised = new Map(paper.scores).set(nominee, (paper.scores.get(nominee) ?? 0) + 1);
            const papers = election.papers.with(place, { ...paper, scores: raised });
            expect(score({ ...election, papers }).outcome.elected).toContain(nominee);
          }
      }),
      quick,
    );
  });
});

describe("one more seat", () => {
  const more = <P>(election: Election<P>) => ({ ...election, seats: election.seats + 1 });

  it.each([
    ["approval", approval],
    ["limited vote", (e) => limited(e, { namesMax: 5 })],
    ["sequential PAV", sequentialPav],
  ] satisfies [string, ApprovalRule][])("takes no seat away: %s", (_, rule) => {
    fc.assert(
      fc.property(approvalElections(), (election) => {
        expect(rule(more(election)).outcome.elected).toEqual(
          expect.arrayContaining([...rule(election).outcome.elected]),
        );
      }),
      quick,
    );
  });

  it.each(scoreRules)("takes no seat away: %s", (_, rule) => {
    fc.assert(
      fc.property(scoreElections(), (election) => {
        expect(rule(more(election)).outcome.elected).toEqual(
          expect.arrayContaining([...rule(election).outcome.elected]),
        );
      }),
      quick,
    );
  });

  it("can take one away in PAV", () => {
    const papers = [
      { weight: 3, approvals: ["A", "B"] },
      { weight: 3, approvals: ["A", "C"] },
      { weight: 2, approvals: ["B"] },
      { weight: 2, approvals: ["C"] },
    ];
    const nominees = ["A", "B", "C"];
    expect(pav({ nominees, seats: 1, papers }).committees).toEqual([["A"]]);
    expect(pav({ nominees, seats: 2, papers }).committees).toEqual([["B", "C"]]);
  });
});

describe("rules that are one another's special cases", () => {
  const ranked = (election: Election<ApprovalPaper>) => ({
    ...election,
    papers: election.papers.map(({ weight, approvals }) => ({
      weight,
      ranking: approvals.map((name) => [name]),
    })),
  });

  it("limited to one name, the single non-transferable vote", () => {
    fc.assert(
      fc.property(approvalElections({ namesMax: 1 }), (election) => {
        expectSame(limited(election, { namesMax: 1 }), plurality(ranked(election)));
        expectSame(limited(election, { namesMax: 1 }), blockOnRankings(ranked(election), { namesMax: 1 }));
      }),
    );
  });

  it("limited to as many names as seats, the block vote", () => {
    fc.assert(
      fc.property(approvalElections(), (election) => {
        const papers = election.papers.map((paper) => ({
          ...paper,
          approvals: paper.approvals.slice(0, election.seats),
        }));
        const kept = { ...election, papers };
        expectSame(limited(kept, { namesMax: election.seats }), block(kept));
        expectSame(blockOnRankings(ranked(election)), block(kept));
      }),
    );
  });

  it("approval is score with 0 and 1", () => {
    fc.assert(
      fc.property(approvalElections(), (election) => {
        const papers = election.papers.map(({ weight, approvals }) => ({
          weight,
          scores: new Map(approvals.map((name) => [name, 1])),
        }));
        expectSame(score({ ...election, papers }, { scoreMax: 1 }), approval(election));
      }),
    );
  });

  it("with one seat PAV, sequential PAV and completed equal shares are approval", () => {
    fc.assert(
      fc.property(approvalElections(), (election) => {
        const one = { ...election, seats: 1 };
        const { committees: _, ...expected } = sets(approval(one));
        for (const [, rule] of committeeRules.slice(0, 2)) expect(sets(rule(one))).toMatchObject(expected);
      }),
    );
  });
});

describe("two electorates of the same mind", () => {
  it("elect the same together: approval and score", () => {
    fc.assert(
      fc.property(approvalElections(), approvalElections(), (one, other) => {
        const papers = other.papers.map((paper) => ({
          ...paper,
          approvals: paper.approvals.filter((name) => one.nominees.includes(name)),
        }));
        const [first, second] = [
          sets(approval({ ...one, seats: 1 })),
          sets(approval({ ...one, seats: 1, papers })),
        ];
        fc.pre(first.elected.length > 0 && first.elected[0] === second.elected[0]);
        const together = approval({ ...one, seats: 1, papers: [...one.papers, ...papers] });
        expect(together.outcome.elected).toEqual(first.elected);
      }),
    );
  });

  it("gain from a paper more that keeps only whoever is elected: approval", () => {
    fc.assert(
      fc.property(approvalElections(), (election) => {
        const { elected } = approval(election).outcome;
        fc.pre(elected.length > 0);
        const papers = [...election.papers, { weight: 1, approvals: elected }];
        expect(approval({ ...election, papers }).outcome.elected).toEqual(
          expect.arrayContaining([...elected]),
        );
      }),
    );
  });
});

describe("extended justified representation", () => {
  /** Papers that agree on l names and deserve l seats, of which none has l names elected. */
  function unrepresented(
    { nominees, seats, papers }: Election<ApprovalPaper>,
    committee: readonly Nominee[],
  ) {
    const total = papers.reduce((sum, { weight }) => sum + Number(weight), 0);
    for (let size = 1; size <= seats; size++)
      for (const names of subsets(nominees, size)) {
        const poor = papers.filter(
          ({ approvals }) =>
            names.every((name) => approvals.includes(name)) &&
            new Set(approvals.filter((name) => committee.includes(name))).size < size,
        );
        const weight = poor.reduce((sum, { weight }) => sum + Number(weight), 0);
        if (weight > 0 && weight * seats >= size * total) return { names, poor };
      }
    return undefined;
  }

  const increment: ApprovalRule = (election) => equalShares(election, { completion: "increment" });
  const choosable = committeeRules.filter(([name]) => !/^sequential|increment$/.test(name));

  it.each(choosable)("holds for every committee of %s", (_, rule) => {
    fc.assert(
      fc.property(lightApprovals, (election) => {
        for (const committee of rule(election).committees ?? [])
          expect({ committee, unrepresented: unrepresented(election, committee) }).toEqual({ committee });
      }),
      { numRuns: 100 },
    );
  });

  /** Two groups of 3 want two names each, and 2 of the 8 papers want E, which a quarter of 4 seats is for. */
  const crowded = {
    nominees: ["A", "B", "C", "D", "E"],
    seats: 4,
    papers: [
      { weight: 3, approvals: ["A", "B"] },
      { weight: 3, approvals: ["C", "D"] },
      { weight: 2, approvals: ["E"] },
    ],
  };

  it("fails for equal shares completed by increment: the seats are filled before all have bought", () => {
    // With the money of 5 seats (5/8 each) A or B, C or D, and E are bought: three seats. With that of 6 (6/8
    // each) A, B, C and D cost 1/3 a paper each and fill the seats; E, at 1/2 a paper, would come fifth.
    const { committees, explanation } = increment(crowded);
    expect(explanation.filter(({ type }) => type === "SeatsPaid").map(({ data }) => data)).toMatchObject([
      { seatsPaid: "4", filled: 0 },
      { seatsPaid: "5", filled: 0 },
      { seatsPaid: "6", filled: 1 },
    ]);
    expect(committees).toEqual([["A", "B", "C", "D"]]);
    expect(unrepresented(crowded, ["A", "B", "C", "D"])?.names).toEqual(["E"]);
    for (const completion of ["seqphragmen", "approvals"] as const)
      for (const committee of equalShares(crowded, { completion }).committees ?? [])
        expect(committee).toContain("E");
  });

  /** Whether somebody more can be bought with the money of the counts that filled the seats. */
  function isCutShort(election: Election<ApprovalPaper>, { explanation }: Count): boolean {
    const { nominees, seats } = election;
    const unlimited = choicesOf({ ...election, seats: nominees.length });
    return explanation.some(({ type, data }) => {
      if (type !== "SeatsPaid" || data.filled === 0) return false;
      const { committees, unfilled } = followPayments(unlimited, undefined, BigInt(data.seatsPaid));
      const bought = [...unfilled, ...(committees ?? []).map((committee) => committee.length)];
      return bought.some((names) => names > seats);
    });
  }

  it("holds for every committee of equal shares completed by increment that the seats do not cut short", () => {
    fc.assert(
      fc.property(lightApprovals, (election) => {
        const count = increment(election);
        fc.pre(!isCutShort(election, count));
        for (const committee of count.committees ?? [])
          expect({ committee, unrepresented: unrepresented(election, committee) }).toEqual({ committee });
      }),
      { numRuns: 100 },
    );
  });

  it("fails for approval: the majority takes what a third deserves", () => {
    const election = {
      nominees: ["A", "B", "C", "D"],
      seats: 3,
      papers: [
        { weight: 6, approvals: ["A", "B", "C"] },
        { weight: 4, approvals: ["D"] },
      ],
    };
    expect(unrepresented(election, approval(election).outcome.elected)?.names).toEqual(["D"]);
    for (const committee of pav(election).committees ?? []) expect(committee).toContain("D");
  });
});

describe("sequential PAV", () => {
  const harmonic = (count: number) =>
    Array.from({ length: count }, (_, k) => 1 / (k + 1)).reduce((a, b) => a + b, 0);
  const scoreOf = ({ papers }: Election<ApprovalPaper>, committee: readonly Nominee[]) =>
    papers.reduce(
      (sum, { weight, approvals }) =>
        sum + Number(weight) * harmonic(committee.filter((name) => approvals.includes(name)).length),
      0,
    );

  it("comes within 1 - 1/e of the greatest PAV score", () => {
    fc.assert(
      fc.property(lightApprovals, (election) => {
        const greatest = scoreOf(election, pav(election).committees?.[0] ?? []);
        for (const committee of sequentialPav(election).committees ?? [])
          expect(scoreOf(election, committee)).toBeGreaterThanOrEqual((1 - 1 / Math.E) * greatest - 1e-9);
      }),
      quick,
    );
  });

  it("need not reach it", () => {
    const election = {
      nominees: ["A", "B", "C"],
      seats: 2,
      papers: [
        { weight: 3, approvals: ["A", "B"] },
        { weight: 3, approvals: ["A", "C"] },
        { weight: 2, approvals: ["B"] },
        { weight: 2, approvals: ["C"] },
      ],
    };
    expect(sequentialPav(election).committees).toEqual([
      ["A", "B"],
      ["A", "C"],
    ]);
    expect(pav(election).committees).toEqual([["B", "C"]]);
  });
});

describe("STAR", () => {
  it("elects one of the two highest sums who beats the other, or names the rung that told them apart", () => {
    fc.assert(
      fc.property(scoreElections(), (election) => {
        const one = { ...election, seats: 1 };
        const count = star(one);
        const [winner] = count.outcome.elected;
        fc.pre(winner !== undefined && one.nominees.length > 1);
        const rungs = stepsOf(count.explanation, "TiebreakApplied").map(({ by }) => by);
        if (!rungs.every((by) => by === "papers")) return;
        const sum = (nominee: Nominee) => count.totals.findIndex((figure) => figure.nominee === nominee);
        const order = score(one).order?.flat() ?? [];
        expect(sum(winner ?? "")).toBeGreaterThanOrEqual(0);
        expect(order.slice(0, 2)).toContain(winner);
        const rival = order.slice(0, 2).find((nominee) => nominee !== winner) ?? "";
        const prefer = (a: Nominee, b: Nominee) =>
          one.papers.reduce(
            (votes, { weight, scores }) =>
              votes + ((scores.get(a) ?? 0) > (scores.get(b) ?? 0) ? BigInt(weight) : 0n),
            0n,
          );
        expect(prefer(winner ?? "", rival)).toBeGreaterThan(prefer(rival, winner ?? ""));
      }),
    );
  });

  it("never elects whom everybody else beats", () => {
    fc.assert(
      fc.property(scoreElections(), (election) => {
        fc.pre(election.nominees.length > 1);
        const prefer = (a: Nominee, b: Nominee) =>
          election.papers.reduce(
            (votes, { weight, scores }) =>
              votes + ((scores.get(a) ?? 0) > (scores.get(b) ?? 0) ? BigInt(weight) : 0n),
            0n,
          );
        const losers = election.nominees.filter((nominee) =>
          election.nominees.every(
            (other) => other === nominee || prefer(other, nominee) > prefer(nominee, other),
          ),
        );
        const { elected, undecided } = star({ ...election, seats: 1 }).outcome;
        for (const loser of losers) expect([...elected, ...(undecided?.tied ?? [])]).not.toContain(loser);
      }),
    );
  });
});
