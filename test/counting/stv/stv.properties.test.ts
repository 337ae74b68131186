import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Election, RankedPaper } from "../../../src/counting/rule.ts";
import type { ArithmeticOption } from "../../../src/counting/stv/arithmetic.ts";
import { type MeekOptions, meek, referenceMeek, warren } from "../../../src/counting/stv/meek.ts";
import { scottishStv } from "../../../src/counting/stv/scottish.ts";
import type { StvCount, StvRound } from "../../../src/counting/stv/stv.ts";
import { type WigmOptions, wigm } from "../../../src/counting/stv/wigm.ts";
import {
  compare,
  dividedBy,
  type Fraction,
  fraction,
  minus,
  one,
  plus,
  times,
  zero,
} from "../../../src/kernel/fraction.ts";
import { fractionOfText } from "../../../src/kernel/fraction-text.ts";
import { stepsOf } from "../steps.ts";
import { allRules, elections, paper, papers } from "./elections.ts";

type Ranked = Election<RankedPaper>;
const runs = { numRuns: 60 };
const total = ({ papers }: Ranked) => papers.reduce((sum, { weight }) => sum + Number(weight), 0);
const sum = (fractions: readonly Fraction[]) => fractions.reduce(plus, zero);
const sorted = (names: readonly string[]) => [...names].sort();
const verdict = ({ outcome: { elected, undecided, vacant } }: StvCount) => ({
  elected: sorted(elected),
  tied: sorted(undecided?.tied ?? []),
  seats: undecided?.seats ?? 0,
  vacant,
});
const lotOf = ({ nominees }: Ranked) => ({ tieOrder: nominees });

describe.each(allRules)("STV by %s", (_, rule) => {
  it("keeps every vote at every stage: figures, exhausted and lost sum to the papers", () => {
    fc.assert(
      fc.property(elections(), (election) => {
        for (const { figures, exhausted, lost } of rule(election).rounds) {
          const votes = sum(figures.map((figure) => figure.votes));
          expect(plus(plus(votes, exhausted), lost)).toEqual(fraction(total(election)));
        }
      }),
      runs,
    );
  });

  it("never takes an election back, and never revives the excluded", () => {
    fc.assert(
      fc.property(elections(), (election) => {
        const { rounds } = rule(election);
        rounds.slice(1).forEach((round, index) => {
          const before = rounds[index] as StvRound;
          expect(round.elected).toEqual(expect.arrayContaining([...before.elected]));
          expect(round.excluded).toEqual(expect.arrayContaining([...before.excluded]));
        });
      }),
      runs,
    );
  });

  it("fills each seat, and shares the nominees out between elected, not elected and tied", () => {
    fc.assert(
      fc.property(elections(), (election) => {
        const { outcome } = rule(election);
        const { elected, notElected, undecided, vacant } = outcome;
        expect(elected.length + (undecided?.seats ?? 0) + vacant).toBe(election.seats);
        expect(vacant).toBe(Math.max(0, election.seats - election.nominees.length));
        expect(sorted([...elected, ...notElected, ...(undecided?.tied ?? [])])).toEqual(
          sorted(election.nominees),
        );
        if (undecided) expect(undecided.tied.length).toBeGreaterThan(undecided.seats);
      }),
      runs,
    );
  });

  it("elects by any lot whom it elects without one, and somebody tied for each open seat", () => {
    fc.assert(
      fc.property(
        elections().chain((election) =>
          fc.tuple(
            fc.constant(election),
            fc.shuffledSubarray(election.nominees, { minLength: election.nominees.length }),
          ),
        ),
        ([election, tieOrder]) => {
          const open = rule(election).outcome;
          const { elected, undecided } = rule(election, { tieOrder }).outcome;
          expect(undecided).toBeUndefined();
          expect(elected).toEqual(expect.arrayContaining([...open.elected]));
          const others = elected.filter((nominee) => !open.elected.includes(nominee));
          expect(open.undecided?.tied ?? []).toEqual(expect.arrayContaining(others));
        },
      ),
      runs,
    );
  });

  it("does not depend on the order of papers, on their grouping, or on the order of nominees", () => {
    fc.assert(
      fc.property(elections(), (election) => {
        const singles = election.papers.flatMap(({ ranking, weight }) =>
          Array.from({ length: Number(weight) }, () => ({ ranking, weight: 1 })),
        );
        const plain = verdict(rule(election));
        expect(verdict(rule({ ...election, papers: [...singles].reverse() }))).toEqual(plain);
        expect(verdict(rule({ ...election, nominees: [...election.nominees].reverse() }))).toEqual(plain);
      }),
      runs,
    );
  });

  it("counts a withdrawn nominee as one who never stood", () => {
    fc.assert(
      fc.property(elections({ sizeMin: 3 }), (election) => {
        const [gone = "", ...nominees] = election.nominees;
        const left = election.papers.map(({ ranking, weight }) => ({
          weight,
          ranking: ranking.filter(([nominee]) => nominee !== gone),
        }));
        const never = rule({ ...election, nominees, papers: left });
        const withdrawn = rule(election, { withdrawn: [gone] });
        expect(verdict(withdrawn)).toEqual(verdict(never));
        expect(withdrawn.rounds.map(({ figures }) => figures)).toEqual(
          never.rounds.map(({ figures }) => figures),
        );
      }),
      runs,
    );
  });

  it("gives a solid coalition as many seats as it holds quotas (Droop-PSC)", () => {
    fc.assert(
      fc.property(coalitions, ({ election, coalition, quotas }) => {
        const { elected } = rule(election, lotOf(election)).outcome;
        expect(elected.filter((nominee) => coalition.includes(nominee)).length).toBeGreaterThanOrEqual(
          quotas,
        );
      }),
      runs,
    );
  });

  it("never harms a paper's earlier choice by a later one (later-no-harm)", () => {
    fc.assert(
      fc.property(elections({ sizeMin: 3 }), fc.nat(), (election, at) => {
        const place = at % election.papers.length;
        const short = election.papers.map((one, index) =>
          index === place ? { ...one, ranking: one.ranking.slice(0, 1) } : one,
        );
        const favourite = election.papers[place]?.ranking[0]?.[0] ?? "";
        const before = rule({ ...election, papers: short }, lotOf(election)).outcome.elected.includes(
          favourite,
        );
        const after = rule(election, lotOf(election)).outcome.elected.includes(favourite);
        expect(after || !before).toBe(true);
      }),
      runs,
    );
  });
});

/** A set of nominees whom some papers rank before all others, in any order, and how many quotas those papers are. */
const coalitions = fc
  .record({
    seats: fc.integer({ min: 1, max: 3 }),
    size: fc.integer({ min: 1, max: 3 }),
    inside: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 5 }),
    outside: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 9 })), { maxLength: 5 }),
  })
  .map(({ seats, size, inside, outside }) => {
    const nominees = ["A", "B", "C", "D", "E", "F"];
    const coalition = nominees.slice(0, size);
    const shuffled = (names: readonly string[], seed: number) =>
      names
        .map((name, index) => [name, (seed * (2 * index + 3)) % 97] as const)
        .sort((a, b) => a[1] - b[1])
        .map(([name]) => name);
    const others = nominees.slice(size);
    const solid = inside.map(([seed, weight]) =>
      paper([...shuffled(coalition, seed), ...shuffled(others, seed)], weight),
    );
    const free = outside.map(([seed, weight]) => paper(shuffled(others, seed), weight));
    const election = { nominees, seats, papers: [...solid, ...free] };
    const held = solid.reduce((all, { weight }) => all + Number(weight), 0);
    // One vote more than the exact quotas leaves room for what cutting off loses.
    const quota = Math.floor(total(election) / (seats + 1)) + 1;
    return { election, coalition, quotas: Math.min(size, Math.floor((held - 0.01) / quota)) };
  });

describe("a guard that leaves much open", () => {
  const arithmetic = { kind: "guarded", places: 0, guard: 4 } as const;
  const nominees = ["A", "B", "C", "D", "E"];
  const eitherWay = (rule: (election: Ranked) => StvCount, election: Ranked) => {
    const reversed = { ...election, nominees: [...election.nominees].reverse() };
    return [verdict(rule(election)), verdict(rule(reversed))];
  };

  it("makes the same nominees sure losers, in whatever order they are listed (Meek)", () => {
    const election = { nominees, seats: 2, papers: papers("1 D B", "4 D A", "1 B A", "2 C B") };
    const [plain, reversed] = eitherWay((one) => meek(one, { arithmetic, sureLosers: true }), election);
    expect(reversed).toEqual(plain);
  });

  it("makes the same nominees tied for exclusion, in whatever order they are listed (WIGM)", () => {
    const election = {
      nominees: nominees.slice(0, 4),
      seats: 2,
      papers: papers("4 D A", "3 D B A", "2 C B", "1 D"),
    };
    const [plain, reversed] = eitherWay((one) => wigm(one, { arithmetic }), election);
    expect(plain).toMatchObject({ elected: ["D"], seats: 1 });
    expect(reversed).toEqual(plain);
  });

  it("does not take the votes of an elected nominee whom papers reach at a small weight (Meek)", () => {
    const election = { nominees, seats: 4, papers: papers("1 D B", "3 C A B") };
    const { elected } = meek(election, { arithmetic }).outcome;
    expect(elected).toEqual(expect.arrayContaining(["A", "C", "D"]));
  });
});

describe.each([
  ["Meek", meek],
  [
    "Meek with sure losers",
    (election: Ranked, options: MeekOptions) => meek(election, { ...options, sureLosers: true }),
  ],
  ["WIGM", wigm],
] as const)("a count by %s whose guard leaves much open", (_, rule) => {
  it("does not depend on the order of nominees", () => {
    fc.assert(
      fc.property(elections({ sizeMin: 3 }), fc.integer({ min: 0, max: 1 }), (election, places) => {
        const options = { arithmetic: { kind: "guarded", places, guard: 4 } } as const;
        const plain = verdict(rule(election, options));
        const reversed = { ...election, nominees: [...election.nominees].reverse() };
        expect(verdict(rule(reversed, options))).toEqual(plain);
      }),
      runs,
    );
  });

  it("elects by a lot only those who are elected or tied without one", () => {
    fc.assert(
      fc.property(elections({ sizeMin: 3 }), fc.integer({ min: 0, max: 1 }), (election, places) => {
        const options = { arithmetic: { kind: "guarded", places, guard: 4 } } as const;
        const { elected, undecided } = rule(election, options).outcome;
        const byLot = rule(election, { ...options, ...lotOf(election) }).outcome;
        expect(byLot.elected).toEqual(expect.arrayContaining([...elected]));
        expect([...elected, ...(undecided?.tied ?? [])]).toEqual(expect.arrayContaining([...byLot.elected]));
      }),
      runs,
    );
  });
});

describe("Meek's method", () => {
  it.each([referenceMeek, meek])(
    "keeps factors between 0 and 1: nobody's figure is negative or above the papers",
    (rule) => {
      fc.assert(
        fc.property(elections(), (election) => {
          for (const { figures } of rule(election).rounds)
            for (const { votes } of figures) {
              expect(compare(votes, zero)).toBeGreaterThanOrEqual(0);
              expect(compare(votes, fraction(total(election)))).toBeLessThanOrEqual(0);
            }
        }),
        runs,
      );
    },
  );
});

describe("the Scottish count", () => {
  it("passes papers on at five decimals that never exceed the surplus", () => {
    fc.assert(
      fc.property(elections(), (election) => {
        for (const transferred of stepsOf(scottishStv(election).explanation, "SurplusTransferred")) {
          const [surplus, votes] = [fractionOfText(transferred.surplus), fractionOfText(transferred.votes)];
          for (const pile of transferred.piles) {
            const [value, passedOn] = [fractionOfText(pile.value), fractionOfText(pile.passedOn)];
            const exact = dividedBy(times(surplus, value), votes);
            expect(compare(passedOn, exact)).toBeLessThanOrEqual(0);
            expect(compare(minus(exact, passedOn), fraction(1, 100_000))).toBe(-1);
            expect(100_000n % passedOn.denominator).toBe(0n);
            expect(compare(passedOn, one)).toBeLessThanOrEqual(0);
          }
        }
      }),
      runs,
    );
  });
});

describe("STV by quotas and numbers of any kind", () => {
  const numbers = fc.constantFrom<ArithmeticOption>(
    { kind: "rational" },
    ...[0, 1, 4].map((places) => ({ kind: "fixed", places }) as const),
    ...[0, 1, 4].map((places) => ({ kind: "guarded", places, guard: 2 }) as const),
  );
  const options = fc.record({
    arithmetic: numbers,
    surpluses: fc.constantFrom("largest", "together", "oneByOne"),
    roundedRatio: fc.boolean(),
    omegaPlaces: fc.constant(0),
  });
  const kinds = ["exact", "droop", "step", "hare", "imperiali"] as const;
  const rulesOf = (chosen: WigmOptions & MeekOptions) => [
    ...kinds.map((quota) => (election: Ranked) => wigm(election, { ...chosen, quota })),
    (election: Ranked) => meek(election, chosen),
    (election: Ranked) => warren(election, chosen),
  ];

  it("never seats more than there are seats, and shares out the nominees", () => {
    fc.assert(
      fc.property(elections(), options, (election, chosen) => {
        for (const rule of rulesOf(chosen)) {
          const { outcome, rounds } = rule(election);
          for (const { elected } of rounds) expect(elected.length).toBeLessThanOrEqual(election.seats);
          const { elected, notElected, undecided, vacant } = outcome;
          expect(elected.length + (undecided?.seats ?? 0) + vacant).toBe(election.seats);
          expect(sorted([...elected, ...notElected, ...(undecided?.tied ?? [])])).toEqual(
            sorted(election.nominees),
          );
          if (undecided) expect(undecided.tied.length).toBeGreaterThan(undecided.seats);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("WIGM in fractions", () => {
  it("loses nothing", () => {
    fc.assert(
      fc.property(elections(), (election) => {
        for (const { lost } of wigm(election).rounds) expect(lost).toEqual(zero);
      }),
      runs,
    );
  });
});
