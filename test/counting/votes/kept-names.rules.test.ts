import { describe, expect, it } from "vitest";
import type { ApprovalPaper } from "../../../src/counting/rule.ts";
import { approval, block, limited } from "../../../src/counting/votes/approval.ts";
import { blockOnRankings } from "../../../src/counting/votes/block-on-rankings.ts";
import { approvals, election, votesIn } from "../choice-papers.ts";

describe("approval voting", () => {
  it("chooses Nashville when each part of Tennessee approves the two closest cities (Wikipedia, Approval voting)", () => {
    const count = approval(
      election("Memphis Nashville Chattanooga Knoxville", 1, [
        approvals(42, "Memphis Nashville"),
        approvals(26, "Nashville Chattanooga"),
        approvals(32, "Chattanooga Knoxville"),
      ]),
    );
    expect(count.outcome.elected).toEqual(["Nashville"]);
    expect(votesIn(count)).toEqual({ Memphis: "42", Nashville: "68", Chattanooga: "58", Knoxville: "32" });
    expect(count.order).toEqual([["Nashville"], ["Chattanooga"], ["Memphis"], ["Knoxville"]]);
  });

  it("passes over the favourite of a majority whose voters also keep another", () => {
    const count = approval(election("A B", 1, [approvals(60, "A B"), approvals(40, "B")]));
    expect(count.outcome.elected).toEqual(["B"]);
  });

  it("counts a name written twice once, and a blank paper for nobody but among the papers", () => {
    const count = approval(election("A B", 1, [approvals(1, "A A"), approvals(3, ""), approvals(2, "B")]));
    expect(votesIn(count)).toEqual({ A: "1", B: "2" });
    expect(count.explanation[0]).toEqual({ type: "PapersCounted", data: { papers: "6", blank: "3" } });
  });

  it("leaves only a tie for the last seat undecided, until a frozen order decides it", () => {
    const ballot = (seats: number) => election("A B C D", seats, [approvals(2, "A B"), approvals(1, "C D")]);
    expect(approval(ballot(2)).outcome).toEqual({ elected: ["A", "B"], notElected: ["C", "D"], vacant: 0 });
    expect(approval(ballot(3)).outcome).toEqual({
      elected: ["A", "B"],
      notElected: [],
      undecided: { tied: ["C", "D"], seats: 1 },
      vacant: 0,
    });
    expect(approval(ballot(3), { tieOrder: ["D", "C"] }).outcome.elected).toEqual(["A", "B", "D"]);
    expect(approval(ballot(5)).outcome).toEqual({ elected: ["A", "B", "C", "D"], notElected: [], vacant: 1 });
  });

  it("elects no minority, however large: 51 take all three seats from 49", () => {
    const count = approval(election("A B C D E F", 3, [approvals(51, "A B C"), approvals(49, "D E F")]));
    expect(count.outcome.elected).toEqual(["A", "B", "C"]);
  });
});

describe("a block vote", () => {
  it("elects the two most kept; a tie of the elected is none (python-vote-core, irrelevant ties)", () => {
    const papers = [
      approvals(26, "c1 c2"),
      approvals(22, "c1 c3"),
      approvals(22, "c2 c3"),
      approvals(11, "c4 c5"),
    ];
    const count = block(election("c1 c2 c3 c4 c5", 2, papers));
    expect(count.outcome).toEqual({ elected: ["c1", "c2"], notElected: ["c3", "c4", "c5"], vacant: 0 });
    expect(votesIn(count)).toEqual({ c1: "48", c2: "48", c3: "44", c4: "11", c5: "11" });
  });

  it("gives the largest faction every seat, though two thirds are against it", () => {
    const papers = [approvals(34, "A B C"), approvals(33, "D E F"), approvals(33, "G H I")];
    expect(block(election("A B C D E F G H I", 3, papers)).outcome.elected).toEqual(["A", "B", "C"]);
  });

  it("refuses a paper that keeps more names than there are seats", () => {
    expect(() => block(election("A B C", 2, [approvals(1, "A B"), approvals(1, "A B C")]))).toThrow(
      'papers[1].approvals: namesMax <= 2, got "3 names"',
    );
  });

  it("shares what a paper has left evenly over a group ranked equal that is larger (stv-rs)", () => {
    const count = blockOnRankings({
      nominees: ["A", "B", "C", "D"],
      seats: 2,
      papers: [
        { weight: 1, ranking: [["A"], ["B", "C", "D"]] },
        { weight: 2, ranking: [["A", "B", "C"], ["D"]] },
        { weight: 1, ranking: [[], ["D"]] },
        { weight: 1, ranking: [] },
      ],
    });
    expect(votesIn(count)).toEqual({ A: "7/3", B: "5/3", C: "5/3", D: "4/3" });
    expect(count.outcome.undecided).toEqual({ tied: ["B", "C"], seats: 1 });
  });
});

describe("a limited vote", () => {
  it("keeps a seat for 41 of 100 with two votes for three seats, however the others spread (1867 Act, section 9)", () => {
    const minority = approvals(41, "M N");
    const spreads = [
      [approvals(59, "A B")],
      [approvals(30, "A B"), approvals(29, "B C")],
      [approvals(20, "A B"), approvals(20, "B C"), approvals(19, "A C")],
    ];
    for (const spread of spreads) {
      const { elected, undecided } = limited(election("A B C M N", 3, [minority, ...spread]), {
        namesMax: 2,
      }).outcome;
      const seated = elected.filter((name) => name === "M" || name === "N").length;
      expect(seated > 0 || JSON.stringify(undecided) === '{"tied":["M","N"],"seats":1}').toBe(true);
    }
  });

  it("lets a paper keep fewer names, never more", () => {
    expect(limited(election("A B", 1, [approvals(1, "A")]), { namesMax: 2 }).outcome.elected).toEqual(["A"]);
    expect(() => limited(election("A B", 1, [approvals(1, "A B")]))).toThrow(
      "papers[0].approvals: namesMax <= 1",
    );
  });

  it.each([0, -1, 1.5, Number.NaN])("refuses to be limited to %s names", (namesMax) => {
    expect(() => limited(election("A B", 1, []), { namesMax })).toThrow("namesMax: min >= 1");
  });
});

describe("a paper of kept names", () => {
  it.each([
    ["papers[0].approvals: nominee", [approvals(1, "Z")]],
    ["papers[0].weight: weight", [approvals(0, "A")]],
    ["papers[0].weight: weight", [approvals(0.5, "A")]],
    ["papers[0].approvals: type array", [{ weight: 1, approvals: "A" as unknown as string[] }]],
  ] satisfies [string, ApprovalPaper[]][])("is refused, and why: %s", (problem, papers) => {
    for (const rule of [approval, block, limited])
      expect(() => rule(election("A B", 1, papers))).toThrow(problem);
  });

  it("does not take a name of every object for a nominee", () => {
    for (const name of ["__proto__", "constructor", "toString"])
      expect(() => approval(election("A B", 1, [approvals(1, name)]))).toThrow(
        "papers[0].approvals: nominee",
      );
  });

  it("tells two spellings of a name apart, as ids are", () => {
    const [composed, decomposed] = ["Cờ".normalize("NFC"), "Cờ".normalize("NFD")];
    const papers = [
      { weight: 2, approvals: [composed] },
      { weight: 1, approvals: [decomposed] },
    ];
    expect(approval({ nominees: [composed, decomposed], seats: 1, papers }).outcome.elected).toEqual([
      composed,
    ]);
  });

  it("is counted exactly beyond 2^53", () => {
    const papers = [
      { weight: 2n ** 53n, approvals: ["A"] },
      { weight: 2n ** 53n + 1n, approvals: ["B"] },
    ];
    expect(approval({ nominees: ["A", "B"], seats: 1, papers }).outcome.elected).toEqual(["B"]);
  });
});
