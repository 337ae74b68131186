import { describe, expect, it } from "vitest";
import { cferStv } from "../../../src/counting/stv/cfer.ts";
import { ers97Stv } from "../../../src/counting/stv/ers97.ts";
import { meek, referenceMeek, warren } from "../../../src/counting/stv/meek.ts";
import { minneapolisStv } from "../../../src/counting/stv/minneapolis.ts";
import { scottishStv } from "../../../src/counting/stv/scottish.ts";
import type { StvCount, StvRound } from "../../../src/counting/stv/stv.ts";
import { referenceWigm, type WigmOptions, wigm } from "../../../src/counting/stv/wigm.ts";
import { decimal, zero } from "../../../src/kernel/fraction.ts";
import { fractionOfText } from "../../../src/kernel/fraction-text.ts";
import { InvalidInput } from "../../../src/kernel/problem.ts";
import { stepsOf } from "../steps.ts";
import { papers, rules, type StvRule } from "./elections.ts";

const figuresOf = (round: StvRound | undefined, places: number) =>
  round?.figures.map(({ nominee, votes }) => `${nominee} ${decimal(votes, places)}`).join(", ");
const electedBy = ({ outcome }: StvCount) => [...outcome.elected].sort();

/** B. A. Wichmann, "The computational accuracy using the Meek algorithm", Voting matters 12 (2000). */
const wichmann = {
  nominees: ["A", "B", "X", "Y", "Z"],
  seats: 3,
  papers: papers(
    "333 A X",
    "333 A Y",
    "333 A Z",
    "333 B X",
    "333 B Y",
    "333 B Z",
    "667 X",
    "667 Y",
    "667 Z",
    "1 A B X",
    "1 A B Y",
    "2 B A X",
  ),
};

/** Twenty guests and three dishes: the example of many introductions to STV. */
const dishes = {
  nominees: ["Orange", "Pear", "Chocolate", "Strawberry", "Sweets"],
  seats: 3,
  papers: papers(
    "4 Orange",
    "2 Pear Orange",
    "8 Chocolate Strawberry",
    "4 Chocolate Sweets",
    "1 Strawberry",
    "1 Sweets",
  ),
};

/** An example of the drafters of the Californian rule, as the test suite of Droop has it. */
const draftExample = papers("123 A", "52 A B", "159 B A", "161 C B", "161 C D", "161 D E", "50 E D", "123 E");

describe("rules of STV", () => {
  it.each<[string, StvRule]>([...rules] as [string, StvRule][])(
    "%s: the dishes are Chocolate, Orange and Strawberry",
    (_, rule) => {
      expect(electedBy(rule(dishes))).toEqual(["Chocolate", "Orange", "Strawberry"]);
    },
  );

  it("pass on the whole surplus of 6 at half a vote each: 4 to Strawberry, 2 to Sweets (SSI 2007/42, rule 48)", () => {
    const { rounds } = scottishStv(dishes);
    expect(rounds.map(({ quota }) => decimal(quota, 5))).toContain("6.00000");
    expect(figuresOf(rounds[1], 5)).toBe(
      "Orange 4.00000, Pear 2.00000, Chocolate 6.00000, Strawberry 5.00000, Sweets 3.00000",
    );
  });

  it("cut the value of a paper off after five decimals, and never round it up (rule 48(3))", () => {
    const election = { nominees: ["A", "B", "C"], seats: 2, papers: papers("7 A B", "1 B", "3 C") };
    const { rounds } = scottishStv(election);
    // Quota 4, surplus 3: 3/7 = 0.428571... is passed on as 0.42857, seven times.
    expect(figuresOf(rounds[1], 5)).toBe("A 4.00000, B 3.99999, C 3.00000");
    expect(decimal(rounds[1]?.lost ?? { numerator: 1n, denominator: 1n }, 5)).toBe("0.00001");
  });

  it("look back to the latest stage at which those tied for exclusion differed (rule 51)", () => {
    const tied = {
      nominees: ["A", "B", "C", "D"],
      seats: 1,
      papers: papers("5 A", "3 B A", "2 C B", "1 D C"),
    };
    const broken = stepsOf(scottishStv(tied).explanation, "TieBroken");
    expect(broken.map(({ tied, picked, by }) => [tied, picked, by])).toEqual([
      [["B", "C"], "C", "earlierRound"],
      [["A", "B"], "B", "earlierRound"],
    ]);
  });

  it("elect Castor and, without a surplus to take, Helen (reference WIGM rule; 42.blt of the rule's own suite)", () => {
    const election = {
      nominees: ["Castor", "Pollux", "Helen"],
      seats: 2,
      papers: papers("4 Castor Pollux", "2 Helen"),
    };
    const { rounds, outcome } = referenceWigm(election);
    expect(rounds.map((round) => figuresOf(round, 4))).toEqual([
      "Castor 4.0000, Pollux 0.0000, Helen 2.0000",
      "Castor 2.0001, Pollux 1.9996, Helen 2.0000",
      "Castor 2.0001, Pollux 0.0000, Helen 2.0000",
    ]);
    expect(outcome.elected).toEqual(["Castor", "Helen"]);
    // Exactly counted, Pollux and Helen are level at 2: the seat is open, not picked.
    expect(wigm(election).outcome).toEqual({
      elected: ["Castor"],
      notElected: [],
      undecided: { tied: ["Pollux", "Helen"], seats: 1 },
      vacant: 0,
    });
    expect(wigm(election, { tieOrder: ["Pollux", "Castor", "Helen"] }).outcome.elected).toEqual([
      "Castor",
      "Pollux",
    ]);
  });

  it("defeat the mathematically impossible before any surplus (Minneapolis, 167.70)", () => {
    const election = {
      nominees: ["Castor", "Pollux", "Helen"],
      seats: 2,
      papers: papers("4 Castor Pollux", "2 Helen"),
    };
    const { rounds } = minneapolisStv(election);
    expect(rounds.map(({ excluded }) => excluded)).toEqual([[], ["Pollux"], ["Pollux"], ["Pollux"]]);
    expect(rounds.map(({ elected }) => elected)).toEqual([[], [], ["Castor"], ["Castor", "Helen"]]);
  });

  it("tell X, Y and Z apart when they are accurate enough, and leave them level when not (Voting matters 12, p. 3)", () => {
    const exact = meek(wichmann, { arithmetic: { kind: "guarded", places: 18, guard: 9 }, omegaPlaces: 12 });
    expect(electedBy(exact)).toEqual(["A", "B", "X"]);
    const cut = scottishStv(wichmann);
    expect(cut.outcome).toEqual({
      elected: ["A", "B"],
      notElected: [],
      undecided: { tied: ["X", "Y", "Z"], seats: 1 },
      vacant: 0,
    });
  });

  it("let the quota of Meek's method fall as papers run out", () => {
    const { rounds } = referenceMeek({
      nominees: ["A", "B", "C"],
      seats: 2,
      papers: papers("9 A", "2 B", "1 C"),
    });
    const quotas = rounds.map(({ quota }) => Number(decimal(quota, 6)));
    expect(quotas[0]).toBe(4);
    expect(quotas.at(-1)).toBeLessThan(2);
  });

  it("count a rank of several as all its orders by Meek (Stensholt, Voting matters 16)", () => {
    const equal = { weight: 6, ranking: [["A", "B", "C"], ["D"]] };
    const orders = ["A B C D", "A C B D", "B A C D", "B C A D", "C A B D", "C B A D"];
    const rest = papers("4 A", "3 B D", "2 D");
    const nominees = ["A", "B", "C", "D"];
    const options = { arithmetic: { kind: "guarded", places: 12, guard: 9 } } as const;
    const one = meek({ nominees, seats: 2, papers: [equal, ...rest] }, options);
    const six = meek({ nominees, seats: 2, papers: [...papers(...orders), ...rest] }, options);
    expect(one.outcome).toEqual(six.outcome);
    expect(figuresOf(one.rounds.at(-1), 9)).toBe(figuresOf(six.rounds.at(-1), 9));
  });

  it.each([
    ["Warren's", warren, "C 0.6875, E 3.8750"],
    ["Meek's", meek, "C 1.4561, E 3.1064"],
  ] as const)(
    "let a paper for two elected pay each price by %s method (Hill, Voting matters 3)",
    (_, rule, left) => {
      const election = {
        nominees: ["A", "B", "C", "D", "E"],
        seats: 3,
        papers: papers("6 A B C", "2 A D", "6 B E", "3 D"),
      };
      // Quota 17/4. A's price is 17/32: 8 papers pay it. B's is 17/48: 12 papers do. Who has paid A has 15/32 left.
      const { explanation } = rule(election, { arithmetic: { kind: "fixed", places: 12 }, omegaPlaces: 9 });
      const first = explanation.findIndex(({ type }) => type === "NomineeExcluded");
      const spread = stepsOf(explanation.slice(0, first), "KeepFactorsApplied").at(-1);
      const shown = spread?.figures.filter(({ nominee }) => /[CE]/.test(nominee));
      expect(
        shown?.map(({ nominee, votes }) => `${nominee} ${decimal(fractionOfText(votes), 4)}`).join(", "),
      ).toBe(left);
    },
  );

  it("lower a price by Warren's method until its surplus is spread, also where no paper can pay it (Hill & Warren, Voting matters 20)", () => {
    // Quota 5/4. The papers of A pay it 5/12 each, and have 7/12 left: less than a vote, the price of B so far.
    // B's price is 5/12, too. So D gets the 1/6 that is left of each of the three papers.
    const election = { nominees: ["A", "B", "C", "D"], seats: 3, papers: papers("3 A B D", "1 C", "1 D") };
    const { outcome, rounds } = warren(election);
    expect(outcome).toEqual({ elected: ["A", "B", "D"], notElected: ["C"], vacant: 0 });
    expect(figuresOf(rounds.at(-1), 4)).toBe("A 1.2500, B 1.2500, C 0.0000, D 1.5000");
  });

  it("take surpluses through a chain of elected nominees by Warren's method, whatever the order of the papers", () => {
    // Quota 6/5. A's surplus of 19/5 comes to B, B's of 13/5 to C, and C's of 7/5 to D, step by step.
    const election = { nominees: [..."EDCBA"], seats: 4, papers: papers("5 A B C D", "1 E") };
    expect(warren(election).outcome.undecided).toBeUndefined();
    expect(warren(election).outcome.elected).toEqual(["A", "B", "C", "D"]);
  });

  it("transfer all surpluses in one round, and look for the end before papers move (draft section 10059)", () => {
    const rule = { nominees: ["A", "B", "C", "D", "E"], seats: 3, papers: draftExample };
    const { rounds, electedOrder } = cferStv(rule);
    expect(rounds.map((round) => figuresOf(round, 5))).toEqual([
      "A 175.00000, B 159.00000, C 322.00000, D 161.00000, E 173.00000",
      "A 175.00000, B 196.24896, C 247.50001, D 198.24896, E 173.00000",
      "A 175.00000, B 196.24896, C 247.50001, D 248.24896, E 0.00000",
      "A 175.00000, B 196.24896, C 247.50001, D 247.50001, E 0.00000",
      "A 175.00000, B 196.24896, C 247.50001, D 247.50001, E 0.00000",
    ]);
    expect(electedOrder).toEqual([["C"], ["D"], ["B"]]);
  });

  it("defeat together who cannot matter, before any surplus moves (draft section 10059 (k))", () => {
    const election = { nominees: ["A", "B", "C"], seats: 2, papers: papers("4 A B", "2 C") };
    const { rounds } = cferStv(election, { defeatTogether: true });
    expect(rounds.map((round) => figuresOf(round, 5))).toEqual([
      "A 4.00000, B 0.00000, C 2.00000",
      "A 4.00000, B 0.00000, C 2.00000",
    ]);
    expect(rounds[1]).toMatchObject({ elected: ["A", "C"], excluded: ["B"] });
  });

  it.each([
    ["droop", "31", "Andrea, Brad"],
    ["hare", "45", "Andrea, Brad"],
    ["imperiali", "45/2", "Andrea, Brad"],
    ["exact", "30", "Andrea, Brad"],
    ["hagenbachBischoff", "30", "Andrea, Brad"],
  ] as const)("of the general kind take the quota %s: %s of 90 papers", (quota, figure, elected) => {
    const election = {
      nominees: ["Andrea", "Brad", "Carter"],
      seats: 2,
      papers: papers("12 Andrea Brad Carter", "38 Andrea Carter Brad", "13 Carter Andrea Brad", "27 Brad"),
    };
    const count = wigm(election, { quota, surpluses: "together" });
    expect(stepsOf(count.explanation, "QuotaSet")[0]?.quota).toBe(figure);
    expect(count.outcome.elected.join(", ")).toBe(elected);
  });

  it.each([
    { kind: "rational" },
    { kind: "guarded", places: 4, guard: 2 },
    { kind: "guarded", places: 0, guard: 2 },
  ] as const)(
    "leave two who both reach the quota of one seat tied, with numbers of kind $kind",
    (arithmetic) => {
      const level = { nominees: ["A", "B"], seats: 1, papers: papers("1 A B", "1 B") };
      expect(wigm(level, { quota: "step", arithmetic }).outcome).toEqual({
        elected: [],
        notElected: [],
        undecided: { tied: ["A", "B"], seats: 1 },
        vacant: 0,
      });
    },
  );

  it("seat no more by Meek's method than there are seats, where numbers are too coarse for it", () => {
    const coarse = { kind: "guarded", places: 0, guard: 0 } as const;
    const election = { nominees: [..."ABCDE"], seats: 3, papers: papers("2 D E A B", "1 E C") };
    for (const { elected } of meek(election, { arithmetic: coarse, omegaPlaces: 0 }).rounds)
      expect(elected.length).toBeLessThanOrEqual(3);
    // Nothing of D's papers comes on to A: a figure of zero has no keep factor to be taken from it.
    const one = { nominees: [..."ABCD"], seats: 3, papers: papers("1 D A") };
    expect(meek(one, { arithmetic: coarse, omegaPlaces: 0 }).outcome.elected).toContain("D");
  });

  it("exclude undeclared write-ins before anybody is elected, and elect none of them", () => {
    const election = { nominees: ["A", "B", "W"], seats: 2, papers: papers("3 W", "2 A", "1 W B") };
    const count = wigm(election, { quota: "droop", undeclared: ["W"] });
    expect(count.rounds.map((round) => figuresOf(round, 0))).toEqual(["A 2, B 0, W 4", "A 2, B 1, W 0"]);
    expect([...count.outcome.elected].sort()).toEqual(["A", "B"]);
    expect(wigm({ ...election, seats: 3 }, { undeclared: ["W"] }).outcome).toMatchObject({ vacant: 1 });
  });

  it("round the quota of Hare up, in decimals and to whole votes", () => {
    const election = { nominees: ["A", "B", "C"], seats: 3, papers: papers("4 A", "3 B", "3 C") };
    const quotaOf = (options: WigmOptions) =>
      stepsOf(wigm(election, options).explanation, "QuotaSet")[0]?.quota;
    expect(quotaOf({ quota: "hare", arithmetic: { kind: "fixed", places: 2 } })).toBe("167/50");
    expect(quotaOf({ quota: "wholeHare" })).toBe("4");
  });

  it("seat the best where more reach a small quota than there are seats", () => {
    const election = { nominees: ["A", "B", "C"], seats: 1, papers: papers("3 A", "5 B", "4 C") };
    expect(wigm(election, { quota: "imperiali" }).outcome.elected).toEqual(["B"]);
    const level = { nominees: ["A", "B"], seats: 1, papers: papers("1 A", "1 B") };
    expect(wigm(level, { quota: "imperiali" }).outcome.undecided).toEqual({ tied: ["A", "B"], seats: 1 });
    // A tie about who is elected: the one kept first.
    expect(wigm(level, { quota: "imperiali", tieOrder: ["A", "B"] }).outcome.elected).toEqual(["A"]);
  });

  describe("of the Electoral Reform Society (1997)", () => {
    const shown = (election: Parameters<typeof ers97Stv>[0], options = {}) => {
      const count = ers97Stv(election, options);
      return [count.rounds.map((round) => figuresOf(round, 2)), count.electedOrder];
    };

    it("round the quota up to two decimals, and a transfer value down (5.1.6, 5.3.7)", () => {
      const election = { nominees: ["A", "B", "C"], seats: 1, papers: papers("4 A", "3 B", "3 C") };
      expect(decimal(ers97Stv(election).rounds[0]?.quota ?? zero, 2)).toBe("5.00");
      // 10 papers for 2 seats: 3.34. A's surplus is 3.66, of which 6 papers go on at 0.61 each.
      const two = { nominees: ["A", "B", "C"], seats: 2, papers: papers("6 A B", "1 A", "1 B", "2 C") };
      expect(shown(two)).toEqual([
        ["A 7.00, B 1.00, C 2.00", "A 3.34, B 4.66, C 2.00"],
        [["A"], ["B"]],
      ]);
    });

    it("take a later surplus from the last papers only (5.3.2)", () => {
      // Quota 4.67. D goes: its 2 papers bring A to 6, and only they go on to B, at 1.33 / 2 cut off.
      const election = {
        nominees: ["A", "B", "C", "D", "E"],
        seats: 2,
        papers: papers("4 A E", "4 B", "4 C", "2 D A B"),
      };
      expect(shown(election)[0]).toEqual([
        "A 4.00, B 4.00, C 4.00, D 2.00, E 0.00",
        "A 6.00, B 4.00, C 4.00, D 0.00, E 0.00",
        "A 4.67, B 5.32, C 4.00, D 0.00, E 0.00",
      ]);
    });

    it("pass a surplus on from the whole batch that brought it: all papers of one value, from all who are excluded (6.1)", () => {
      // Quota 5.67. B and C go together, and their 3 papers bring E to 8. All 3 go on, at 2.33 / 3 cut off: A has 5.77.
      const election = {
        nominees: ["A", "B", "C", "D", "E"],
        seats: 2,
        papers: papers("5 A", "1 B E A", "2 C B E D", "4 D", "5 E"),
      };
      expect(shown(election)).toEqual([
        [
          "A 5.00, B 1.00, C 2.00, D 4.00, E 5.00",
          "A 5.00, B 0.00, C 0.00, D 4.00, E 8.00",
          "A 5.77, B 0.00, C 0.00, D 5.54, E 5.67",
        ],
        [["E"], ["A"]],
      ]);
    });

    it("count the model election of section 8 to its second stage as its result sheet does", () => {
      // "The total valid vote is 753. The number of places to be filled is six." "Quota = 107.58" (8.1)
      // "Smith has a surplus of 134 - 107.58 = 26.42 This exceeds the difference between the votes of the last two
      // candidates, (24 - 23 = 1)." "Smith has 134 papers for review, of which 123 prove to be transferable." (8.2)
      // "26.42/123 = 0.21", "26.42 - (123 x 0.21) = 26.42 - 25.83 = 0.59". The names and votes of the others fill up
      // the total: the section's own papers are not quoted here.
      const first = [105, 91, 90, 81, 64, 59, 55, 27, 24, 23].map((votes, place) => ({
        votes,
        name: `${place}`,
      }));
      const model = {
        nominees: ["Smith", ...first.map(({ name }) => name)],
        seats: 6,
        papers: papers(
          "11 Smith",
          ...first.map(({ name }, place) => `${place < 3 ? 13 : 12} Smith ${name}`),
          ...first.map(({ name, votes }) => `${votes} ${name}`),
        ),
      };
      const { explanation, rounds } = ers97Stv(model);
      expect(stepsOf(explanation, "QuotaSet")[0]).toMatchObject({ papers: "753", quota: "5379/50" });
      expect(rounds[0]?.elected).toEqual(["Smith"]);
      expect(stepsOf(explanation, "SurplusTransferred")[0]).toMatchObject({
        nominee: "Smith",
        surplus: "1321/50",
        piles: [{ papers: "123", value: "1", passedOn: "21/100" }],
        lost: "59/100",
      });
      const second = rounds[1]?.figures.reduce((sum, { votes }) => sum + Number(decimal(votes, 2)), 0);
      expect(second?.toFixed(2)).toBe("752.41");
      expect(decimal(rounds[1]?.lost ?? zero, 2)).toBe("0.59");
    });

    it("let a surplus wait that cannot change who is lowest (5.2.2), and exclude several at once (5.2.5)", () => {
      const election = {
        nominees: ["A", "B", "C", "D", "E"],
        seats: 2,
        papers: papers("11 A B", "9 B", "8 C", "2 D C", "1 E C"),
      };
      const { explanation, outcome } = ers97Stv(election);
      expect(explanation.map(({ type }) => type)).not.toContain("SurplusTransferred");
      expect(stepsOf(explanation, "NomineeExcluded").map(({ nominee }) => nominee)).toEqual(["E", "D"]);
      expect([...outcome.elected].sort()).toEqual(["A", "C"]);
    });

    it("look back to the earliest point for a tie, and leave it open without one and without a lot (5.2.5)", () => {
      const election = {
        nominees: ["A", "B", "C", "D"],
        seats: 1,
        papers: papers("3 A", "2 B", "2 C", "1 D"),
      };
      expect(stepsOf(ers97Stv(election).explanation, "TieFollowed")[0]).toMatchObject({ tied: ["B", "C"] });
      expect(ers97Stv(election, { tieOrder: ["B", "C", "A"] }).outcome.elected).toEqual(["A"]);
    });
  });

  it("say that seats stay vacant with fewer nominees than seats", () => {
    for (const [, rule] of rules)
      expect(rule({ nominees: ["A", "B"], seats: 3, papers: papers("A") }).outcome).toEqual({
        elected: ["A", "B"],
        notElected: [],
        vacant: 1,
      });
  });

  it("refuse an option that names a stranger, with its place", () => {
    for (const [, rule] of rules) {
      const election = { nominees: ["A", "B"], seats: 1, papers: papers("A") };
      expect(() => rule(election, { tieOrder: ["A", "E"] })).toThrow(InvalidInput);
      expect(() => rule(election, { withdrawn: ["E"] })).toThrow("options.withdrawn[0]: nominee");
    }
  });
});
