import { describe, expect, it } from "vitest";
import { equalShares } from "../../../src/counting/committees/equal-shares.ts";
import { pav } from "../../../src/counting/committees/pav.ts";
import { sequentialPav } from "../../../src/counting/committees/sequential-pav.ts";
import type { Count } from "../../../src/counting/rule.ts";
import { star } from "../../../src/counting/votes/star.ts";
import { approvals, election, text, votesIn } from "../choice-papers.ts";

const stepOf = ({ explanation }: Count, type: string) => explanation.find((step) => step.type === type)?.data;

describe("proportional approval voting", () => {
  it("elects A and C with a score of 30.5 (Wikipedia, Proportional approval voting)", () => {
    const count = pav(election("A B C D", 2, [approvals(5, "A B"), approvals(17, "A C"), approvals(8, "D")]));
    expect(count.committees).toEqual([["A", "C"]]);
    expect(count.outcome).toEqual({ elected: ["A", "C"], notElected: ["B", "D"], vacant: 0 });
    expect(stepOf(count, "GreatestScore")).toMatchObject({ score: "61/2" });
    expect(votesIn(count)).toEqual({ A: "22", B: "5", C: "17", D: "8" });
  });

  it("elects who is in every best committee and leaves the rest to the tie", () => {
    const count = pav(election("A B C D", 2, [approvals(2, "A"), approvals(1, "B"), approvals(1, "C")]));
    expect(count.committees).toEqual([
      ["A", "B"],
      ["A", "C"],
    ]);
    expect(count.outcome).toEqual({
      elected: ["A"],
      notElected: ["D"],
      undecided: { tied: ["B", "C"], seats: 1 },
      vacant: 0,
    });
  });

  it("knows committees that tie as wholes: A with B or C with D, never A with C", () => {
    const papers = [approvals(3, "A C"), approvals(3, "B D"), approvals(1, "A D"), approvals(1, "B C")];
    const count = pav(election("A B C D", 2, papers));
    expect(count.committees).toEqual([
      ["A", "B"],
      ["C", "D"],
    ]);
    expect(count.outcome).toEqual({
      elected: [],
      notElected: [],
      undecided: { tied: ["A", "B", "C", "D"], seats: 2 },
      vacant: 0,
    });
  });

  it("gives parties that share no voter their seats by D'Hondt", () => {
    // Quotients 60, 30, 30, 20, then 15 and 15: three seats to A, one to B.
    const names = (party: string) => [1, 2, 3, 4, 5].map((place) => `${party}${place}`).join(" ");
    const nominees = ["A", "B", "C"].map(names).join(" ");
    const papers = [approvals(60, names("A")), approvals(30, names("B")), approvals(11, names("C"))];
    for (const committee of pav(election(nominees, 4, papers)).committees ?? [])
      expect(committee.map((name) => name[0]).join("")).toBe("AAAB");
  });
});

describe("sequential proportional approval voting", () => {
  it("elects A, then B with 9/2, then D with 4 (votelib, SPAV)", () => {
    const papers = [
      approvals(2, "A"),
      approvals(5, "A B"),
      approvals(3, "A C"),
      approvals(2, "B C"),
      approvals(4, "D"),
    ];
    const count = sequentialPav(election("A B C D", 3, papers));
    expect(count.outcome).toEqual({ elected: ["A", "B", "D"], notElected: ["C"], vacant: 0 });
    expect(
      count.rounds.map(({ figures }) =>
        figures.map(({ nominee, votes }) => `${nominee} ${text(votes)}`).join(),
      ),
    ).toEqual(["A 10,B 7,C 5,D 4", "B 9/2,C 7/2,D 4", "C 5/2,D 4"]);
  });

  it("follows a tie that leads to different committees", () => {
    const count = sequentialPav(
      election("A B C", 2, [approvals(2, "A C"), approvals(2, "B"), approvals(1, "C")]),
    );
    expect(count.committees).toEqual([["B", "C"]]);
    const tie = sequentialPav(election("A B C", 2, [approvals(1, "A C"), approvals(1, "B C")]));
    expect(tie.committees).toEqual([
      ["A", "C"],
      ["B", "C"],
    ]);
    expect(tie.outcome.elected).toEqual(["C"]);
  });
});

describe("the method of equal shares", () => {
  it("gives 6 of 10 papers three of five seats and 4 of 10 two: each holds half a seat", () => {
    const count = equalShares(election("A B C D E F", 5, [approvals(6, "A B C"), approvals(4, "D E F")]));
    expect(count.outcome).toEqual({
      elected: ["A", "B", "C"],
      notElected: [],
      undecided: { tied: ["D", "E", "F"], seats: 2 },
      vacant: 0,
    });
    expect(count.committees).toHaveLength(3);
  });

  const divided = election("A B C", 2, [approvals(3, "A B"), approvals(2, "C")]);

  it.each([
    ["seqphragmen", ["A", "C"], ["B", "C"]],
    ["increment", ["A", "C"], ["B", "C"]],
    ["approvals", ["A", "B"]],
  ] as const)("once nobody is affordable, is completed by %s", (completion, ...committees) => {
    // Each paper holds 2/5; A or B takes 1/3 of three of them; then B has 1/5 left together, C 4/5.
    expect(equalShares(divided, { completion }).committees).toEqual(committees);
  });

  it("asks the same share of everybody who can pay it, and all of those who cannot", () => {
    const papers = [approvals(2, "A"), approvals(2, "A B"), approvals(2, "B C"), approvals(2, "C")];
    const [first] = equalShares(election("A B C", 2, papers)).rounds;
    expect(first?.conclusions[0]?.data).toMatchObject({
      prices: ["A", "B", "C"].map((nominee) => ({ nominee, price: "1/4" })),
    });
  });

  it("counts blank papers among those who share the price", () => {
    const withBlank = equalShares(election("A B", 1, [approvals(1, "A"), approvals(1, "")]));
    expect(stepOf(withBlank, "BoughtAtLeastPrice")).toBeUndefined();
    expect(withBlank.outcome.elected).toEqual(["A"]);
  });

  it("elects whom anybody keeps, and ties the rest, where fewer are kept than there are seats", () => {
    for (const completion of ["seqphragmen", "approvals", "increment"] as const)
      expect(equalShares(election("A B C", 2, [approvals(3, "A")]), { completion }).outcome).toEqual({
        elected: ["A"],
        notElected: [],
        undecided: { tied: ["B", "C"], seats: 1 },
        vacant: 0,
      });
  });

  it("refuses a completion that it does not know", () => {
    expect(() => equalShares(divided, { completion: "lot" as "increment" })).toThrow("completion: oneOf");
  });

  it("stops where ever more money still does not fill the seats", () => {
    const papers = [approvals(1_000_000, ""), approvals(1, "A B"), approvals(1, "A")];
    expect(() => equalShares(election("A B C", 2, papers), { completion: "increment" })).toThrow(RangeError);
  });
});

describe("a count with more ties than can be followed", () => {
  const names = Array.from({ length: 24 }, (_, place) => `N${place}`);
  const ballot = election(["A", ...names].join(" "), 12, [approvals(2, "A"), approvals(3, "")]);
  const marked = { ...ballot, papers: [{ weight: 1, scores: new Map([["A", 1]]) }] };

  it.each([
    ["PAV", () => pav(ballot)],
    ["sequential PAV", () => sequentialPav(ballot)],
    ["equal shares", () => equalShares(ballot)],
    ["STAR", () => star(marked)],
  ])("still elects who is certain and leaves the others open: %s", (_, count) => {
    const { outcome, committees, explanation } = count();
    expect(outcome).toEqual({
      elected: ["A"],
      notElected: [],
      undecided: { tied: names, seats: 11 },
      vacant: 0,
    });
    expect(committees).toBeUndefined();
    expect(explanation.some(({ type }) => type === "TooManyCommittees")).toBe(true);
  });
});

describe("a committee of more seats than nominees", () => {
  it.each([
    ["PAV", pav],
    ["sequential PAV", sequentialPav],
    ["equal shares", equalShares],
  ])("has everybody and leaves seats vacant: %s", (_, rule) => {
    expect(rule(election("A B", 3, [approvals(1, "A")])).outcome).toEqual({
      elected: ["A", "B"],
      notElected: [],
      vacant: 1,
    });
  });
});
