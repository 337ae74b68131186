import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OpinionPaper } from "../../../src/counting/rule.ts";
import { forAndAgainst } from "../../../src/counting/votes/for-and-against.ts";
import type { Bar } from "../../../src/vocabulary/bar.ts";
import type { Base } from "../../../src/vocabulary/threshold.ts";
import { election, sets, someNominees, sorted, votesIn } from "../choice-papers.ts";
import { verifiedOpinions } from "../choice-verifier.ts";
import { stepOf, stepsOf } from "../steps.ts";

const overHalf: Bar = { numerator: 1, denominator: 2, strict: true };
const atLeast = (percent: number): Bar => ({ numerator: percent, denominator: 100, strict: false });

/** `paper(3, "A B", "C")`: three papers for A and B and against C. */
function paper(weight: number, names: string, against = ""): OpinionPaper {
  const list = (text: string) => (text === "" ? [] : text.split(" "));
  return { weight, for: list(names), against: list(against) };
}

describe("a vote for and against", () => {
  it("gives each unit of a bloc its own verdict: those struck out have votes against", () => {
    // One flag, three nominees, eight units; more than half of those present.
    const count = forAndAgainst(
      election("KS CA QS", 1, [paper(5, "KS", "CA QS"), paper(2, "CA", "KS QS"), paper(1, "", "KS CA QS")]),
      { threshold: overHalf, base: { of: "present", figure: 8 }, namesMax: 1 },
    );
    expect(count.outcome).toEqual({ elected: ["KS"], notElected: ["CA", "QS"], vacant: 0 });
    expect(votesIn(count)).toEqual({ KS: "5", CA: "2", QS: "0" });
    expect(stepOf(count.explanation, "ThresholdMissed")).toEqual({
      nominee: "CA",
      for: "2",
      against: "6",
      noOpinion: "0",
    });
  });

  it.each([
    // base, figure, votes for of 9 valid papers, threshold, elected
    [
      "Decree 91/2017: 90 % of all 10 members, one absent who did not write",
      "allEligible",
      10,
      9,
      atLeast(90),
      true,
    ],
    ["Decree 91/2017: 90 % of all 11 members is 9.9", "allEligible", 11, 9, atLeast(90), false],
    ["State Audit council 2014: over 50 % of all 16 members", "allEligible", 16, 9, overHalf, true],
    ["State Audit council 2014: over 50 % of all 18 members", "allEligible", 18, 9, overHalf, false],
    [
      "Education sector 2015: 70 % of the 12 attending or consulted is 8.4",
      "presentOrConsulted",
      12,
      8,
      atLeast(70),
      false,
    ],
    [
      "Education sector 2015: 70 % of the 11 attending or consulted is 7.7",
      "presentOrConsulted",
      11,
      8,
      atLeast(70),
      true,
    ],
    ["Decree 122/2018: 60 % of 15 attendees", "present", 15, 9, atLeast(60), true],
    ["papers issued", "papersIssued", 12, 9, atLeast(75), true],
    ["papers returned", "papersReturned", 10, 8, atLeast(80), true],
    ["valid papers", "validPapers", 9, 7, atLeast(80), false],
  ] as const)("compares with the base that is named: %s", (_, of, figure, votes, threshold, passes) => {
    const papers = [paper(votes, "A"), ...(votes < 9 ? [paper(9 - votes, "", "A")] : [])];
    const { outcome } = forAndAgainst(election("A", 1, papers), { threshold, base: { of, figure } });
    expect(outcome.elected).toEqual(passes ? ["A"] : []);
    expect(outcome.vacant).toBe(passes ? 0 : 1);
  });

  it("leaves seats vacant when fewer pass than there are seats", () => {
    const count = forAndAgainst(election("A B C", 2, [paper(6, "A"), paper(4, "B C")]), {
      threshold: overHalf,
      base: { of: "validPapers", figure: 10 },
    });
    expect(count.outcome).toEqual({ elected: ["A"], notElected: ["B", "C"], vacant: 1 });
  });

  it("gives the seats to the most votes when more pass than there are seats", () => {
    const count = forAndAgainst(election("A B C", 2, [paper(6, "A B C"), paper(2, "A B"), paper(1, "A")]), {
      threshold: overHalf,
      base: { of: "validPapers", figure: 9 },
    });
    expect(count.outcome).toEqual({ elected: ["A", "B"], notElected: ["C"], vacant: 0 });
  });

  it("leaves a tie for the last seat undecided among those who pass, and only there", () => {
    const tied = [paper(3, "A B C"), paper(2, "A B"), paper(2, "A C"), paper(1, "D E")];
    const base = { of: "validPapers", figure: 8 } as const;
    const count = forAndAgainst(election("A B C D E", 2, tied), { threshold: overHalf, base });
    expect(count.outcome).toEqual({
      elected: ["A"],
      notElected: ["D", "E"],
      undecided: { tied: ["B", "C"], seats: 1 },
      vacant: 0,
    });
    const three = forAndAgainst(election("A B C D E", 3, tied), { threshold: overHalf, base });
    expect(three.outcome.undecided).toBeUndefined();
    expect(three.outcome.elected).toEqual(["A", "B", "C"]);
  });

  it("passes nobody without a paper", () => {
    const count = forAndAgainst(election("A B", 1, []), {
      threshold: atLeast(0),
      base: { of: "validPapers", figure: 0 },
    });
    expect(count.outcome).toEqual({ elected: [], notElected: ["A", "B"], vacant: 1 });
  });

  it.each([
    ["papers[0]: oneOpinion", [paper(1, "A", "A")], 1],
    ["papers[0].for: nominee", [paper(1, "Z")], 1],
    ["papers[0].against: nominee", [paper(1, "A", "Z")], 1],
    ["papers[1].for: namesMax <= 1", [paper(1, "A"), paper(1, "A B")], 2],
    ["base.figure: min >= 3 papers counted", [paper(3, "A")], 2],
    ["papers[0].weight: weight", [paper(0, "A")], 1],
  ])("names what is wrong: %s", (problem, papers, figure) => {
    const options = { threshold: overHalf, base: { of: "present", figure }, namesMax: 1 } as const;
    expect(() => forAndAgainst(election("A B", 1, papers), options)).toThrow(problem);
  });

  it("refuses a base of valid papers that is not their number", () => {
    const options = { threshold: overHalf, base: { of: "validPapers", figure: 4 } } as const;
    expect(() => forAndAgainst(election("A", 1, [paper(3, "A")]), options)).toThrow(
      "base.figure: validPapers",
    );
  });
});

const opinionElections = someNominees(4).chain((nominees) =>
  fc.record({
    nominees: fc.constant(nominees),
    seats: fc.integer({ min: 1, max: nominees.length }),
    papers: fc.array(
      fc
        .array(fc.constantFrom("for", "against", "none"), {
          minLength: nominees.length,
          maxLength: nominees.length,
        })
        .map((opinions) => ({
          weight: 1,
          for: nominees.filter((_, place) => opinions[place] === "for"),
          against: nominees.filter((_, place) => opinions[place] === "against"),
        })),
      { maxLength: 9 },
    ),
  }),
);
const thresholds = fc.constantFrom(overHalf, atLeast(60), atLeast(80), {
  numerator: 2,
  denominator: 3,
  strict: false,
});

describe("any vote for and against", () => {
  it("elects under a smaller base whoever passes under a larger one", () => {
    fc.assert(
      fc.property(
        opinionElections,
        thresholds,
        fc.nat(3),
        fc.nat(3),
        (ballot, threshold, absent, unreturned) => {
          const valid = ballot.papers.length;
          const bases: [Base, number][] = [
            ["allEligible", valid + unreturned + absent],
            ["present", valid + unreturned],
            ["validPapers", valid],
          ];
          const passed = bases.map(([of, figure]) =>
            stepsOf(
              forAndAgainst(ballot, { threshold, base: { of, figure } }).explanation,
              "ThresholdMet",
            ).map(({ nominee }) => nominee),
          );
          const [eligible = [], present = [], all = []] = passed;
          expect(present).toEqual(expect.arrayContaining(eligible));
          expect(all).toEqual(expect.arrayContaining(present));
        },
      ),
    );
  });

  it("adds up: for, against and no opinion are the valid papers, and the steps alone give the verdict again", () => {
    fc.assert(
      fc.property(opinionElections, thresholds, fc.nat(3), (ballot, threshold, absent) => {
        const base = { of: "allEligible", figure: ballot.papers.length + absent } as const;
        const count = forAndAgainst(ballot, { threshold, base });
        const { elected, tied, open } = verifiedOpinions(count);
        expect({ elected: sorted(elected), tied: sorted(tied), open }).toMatchObject({
          elected: sets(count).elected,
          tied: sets(count).tied,
          open: sets(count).open,
        });
        const { outcome } = count;
        const all = [...outcome.elected, ...outcome.notElected, ...(outcome.undecided?.tied ?? [])];
        expect(sorted(all)).toEqual(sorted(ballot.nominees));
        expect(outcome.elected.length + (outcome.undecided?.seats ?? 0) + outcome.vacant).toBe(ballot.seats);
      }),
    );
  });

  it("keeps the elected with one more seat", () => {
    fc.assert(
      fc.property(opinionElections, thresholds, (ballot, threshold) => {
        const base = { of: "papersReturned", figure: ballot.papers.length } as const;
        const { elected } = forAndAgainst(ballot, { threshold, base }).outcome;
        const more = forAndAgainst({ ...ballot, seats: ballot.seats + 1 }, { threshold, base }).outcome;
        expect(more.elected).toEqual(expect.arrayContaining([...elected]));
      }),
    );
  });

  it("keeps its verdict with all counts scaled", () => {
    fc.assert(
      fc.property(opinionElections, thresholds, fc.constantFrom(3, 1000), (ballot, threshold, by) => {
        const figure = ballot.papers.length + 1;
        const scaled = { ...ballot, papers: ballot.papers.map((one) => ({ ...one, weight: by })) };
        expect(
          forAndAgainst(scaled, { threshold, base: { of: "papersIssued", figure: figure * by } }).outcome,
        ).toEqual(forAndAgainst(ballot, { threshold, base: { of: "papersIssued", figure } }).outcome);
      }),
    );
  });
});
