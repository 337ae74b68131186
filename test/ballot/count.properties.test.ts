import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalPaper, canonicalPapers } from "../../src/ballot/canonical-paper.ts";
import { countPapers, stepsOfPapers, tallyOf } from "../../src/ballot/count.ts";
import { ruleOf } from "../../src/ballot/method-to-rule.ts";
import { outcomeFrom } from "../../src/ballot/outcome.ts";
import type { PaperRead } from "../../src/ballot/paper.ts";
import { differences, papersApart } from "../../src/ballot/reconciliation.ts";
import { CountRound } from "../../src/ballot/result.ts";
import type { Roll } from "../../src/ballot/roll.ts";
import type { Method, Terms } from "../../src/ballot/terms.ts";
import { CountStep } from "../../src/counting/steps/count-step.ts";
import { check } from "../../src/kernel/input.ts";
import { hostileNames } from "../../src/testing/arbitraries/arbitrary-of.ts";
import { terms } from "./life.ts";
import { plainMethods } from "./methods.ts";

const nominees: readonly string[] = ["a", "b", "c", ...hostileNames.slice(0, 2)];
const name = fc.constantFrom(...nominees);
const names = fc.array(name, { maxLength: 4 });

const methods: Method[] = [
  { kind: "forAndAgainst", namesMax: 3 },
  ...plainMethods,
  ...(["scottish", "wigm", "referenceWigm", "minneapolis", "ers97", "meek", "referenceMeek"] as const).map(
    (variant): Method => ({ kind: "stv", variant }),
  ),
  { kind: "schulze", strength: "winning-votes" },
  { kind: "rankedPairs", strength: "margins" },
  { kind: "copeland", variant: "wins" },
  { kind: "minimax", strength: "margins" },
  { kind: "pav" },
  { kind: "sequentialPav" },
  { kind: "equalShares", completion: "seqphragmen" },
  { kind: "equalShares", completion: "approvals" },
];

const kinds: Record<ReturnType<typeof ruleOf>["paper"], fc.Arbitrary<PaperRead>> = {
  names: names.map((kept) => ({ kind: "kept", kept })),
  opinions: fc.oneof(
    names.map((kept): PaperRead => ({ kind: "kept", kept })),
    names.map((struck): PaperRead => ({ kind: "struck", struck })),
    fc.tuple(names, names).map(([yes, no]): PaperRead => ({ kind: "opinions", for: yes, against: no })),
  ),
  ranking: fc
    .array(fc.array(name, { maxLength: 2 }), { maxLength: 5 })
    .map((ranking) => ({ kind: "ranking", ranking })),
  scores: fc
    .array(fc.record({ nominee: name, points: fc.nat(6) }), { maxLength: 4 })
    .map((scores) => ({ kind: "scores", scores })),
};

const boxes = (method: Method) =>
  fc.array(
    fc.record({
      papers: fc.integer({ min: 1, max: 3 }),
      paper: fc.oneof(
        { weight: 8, arbitrary: kinds[ruleOf(method).paper] },
        { weight: 1, arbitrary: fc.constant<PaperRead>({ kind: "blank" }) },
        { weight: 1, arbitrary: fc.constant<PaperRead>({ kind: "invalid", reason: "unreadable" }) },
      ),
    }),
    { maxLength: 6 },
  );

/** The steps read by their schema, and the last one says of the seats what the record says. */
function expectExplained(ballot: Terms, papers: ReturnType<typeof canonicalPapers>) {
  const registered = { terms: ballot, roll: new Map() };
  const { outcome } = countPapers(registered, papers);
  const steps = stepsOfPapers(registered, papers);
  for (const step of steps) expect(check(CountStep, step)).toEqual({ ok: true, value: step });
  const last = steps.at(-1);
  if (last?.type !== "SeatsFilled") throw new Error(`ends with ${last?.type}`);
  // Which of the tied may be elected together is said in the record only.
  const { undecided, ...counted } = outcome;
  const { completions: _, unlisted: __, ...tie } = undecided ?? {};
  const { undecided: tied, ...seats } = last.data;
  expect(outcomeFrom({ ...seats, ...(tied && { undecided: tied }) })).toEqual({
    ...counted,
    ...(undecided && { undecided: tie }),
  });
}

describe.each(methods)("the count by $kind $variant", (method) => {
  const seats = Math.min(2, ruleOf(method).seatsMax ?? 2);
  const equalFirst = ruleOf(method).needsOneFirst ? "invalid" : "counted";
  const procedure = { ...terms.procedure, equalFirst } as const;
  const ballot: Terms = { ...terms, nominees: [...nominees], seats, method, procedure };

  it("comes to an outcome on any papers, even none, and its figures add up", () => {
    fc.assert(
      fc.property(
        boxes(method),
        fc.constantFrom("valid" as const, "invalid" as const),
        (read, blankPapers) => {
          const papers = canonicalPapers(ballot, read);
          const procedure = { ...ballot.procedure, blankPapers };
          const counted = countPapers({ terms: { ...ballot, procedure }, roll: new Map() }, papers);
          const { elected, notElected, undecided, vacant } = counted.outcome;
          expect([...elected, ...notElected, ...(undecided?.tied ?? [])].toSorted()).toEqual(
            nominees.toSorted(),
          );
          expect(elected.length + (undecided?.seats ?? 0) + vacant).toBe(seats);
          const { valid, invalid, returned } = counted.figures;
          expect(valid + invalid).toBe(returned);
          for (const line of counted.lines) expect(line.for + line.against + line.noOpinion).toBe(valid);
        },
      ),
      { numRuns: 25 },
    );
  });

  it("is explained by steps that read by their schema and end with the outcome of the record", () => {
    fc.assert(
      fc.property(boxes(method), (read) => {
        expectExplained(ballot, canonicalPapers(ballot, read));
      }),
      { numRuns: 25 },
    );
  });

  it("keeps the rounds in the record where it has rounds, unless a secret vote could be known", () => {
    fc.assert(
      fc.property(boxes(method), fc.constantFrom("secret" as const, "rollCall" as const), (read, form) => {
        const papers = canonicalPapers(ballot, read);
        const voting = { ...ballot.voting, form };
        const { rounds, secrecyImpossible } = countPapers(
          { terms: { ...ballot, voting }, roll: new Map() },
          papers,
        );
        const isKept =
          ruleOf(method).hasRounds === true && secrecyImpossible.every((one) => one === "signatures");
        expect(rounds !== undefined).toBe(isKept);
        for (const round of rounds ?? [])
          expect(check(CountRound, round)).toEqual({ ok: true, value: round });
      }),
      { numRuns: 25 },
    );
  });

  it("is the same however the papers lay in the box, one by one or together", () => {
    const shuffled = boxes(method).chain((read) => {
      const apart = read.flatMap(({ papers, paper }) =>
        Array.from({ length: papers }, () => ({ papers: 1, paper })),
      );
      const order = fc.shuffledSubarray(apart, { minLength: apart.length, maxLength: apart.length });
      return order.map((papers) => ({ read, papers }));
    });
    fc.assert(
      fc.property(shuffled, ({ read, papers }) => {
        const [one, other] = [canonicalPapers(ballot, read), canonicalPapers(ballot, papers)];
        expect(other).toEqual(one);
        expect(tallyOf(ballot, other)).toEqual(tallyOf(ballot, one));
        const registered = { terms: ballot, roll: new Map() };
        expect(countPapers(registered, other)).toEqual(countPapers(registered, one));
      }),
      { numRuns: 25 },
    );
  });
});

describe("a threshold", () => {
  const bases = ["allEligible", "present", "papersIssued", "papersReturned", "validPapers"] as const;
  const method: Method = { kind: "forAndAgainst", namesMax: nominees.length };

  it("that is reached over all is reached over those present, the papers issued, returned and valid", () => {
    const shares = fc.record({ numerator: fc.nat(10), strict: fc.boolean() }).map(({ numerator, strict }) => {
      return { numerator, denominator: 10, strict: strict && numerator < 10 };
    });
    fc.assert(
      fc.property(boxes(method), shares, fc.nat(4), fc.nat(4), (read, share, unreturned, gone) => {
        const papers = canonicalPapers({ ...terms, nominees: [...nominees], method }, read);
        const returned = papers.reduce((sum, group) => sum + group.papers, 0);
        const electors = Array.from({ length: returned + unreturned + gone + 4 }, (_, n) => `e${n}`);
        const here = { here: true, consulted: false, spoiled: 0 };
        const roll: Roll = new Map();
        for (const [at, unit] of electors.entries()) {
          if (at < returned + unreturned) roll.set(unit, { ...here, paper: "inRoom" });
          else if (at < returned + unreturned + gone) roll.set(unit, here);
        }
        const elected = bases.map((base) => {
          const voting = { ...terms.voting, threshold: { ...share, base } };
          const ballot = {
            ...terms,
            electors,
            nominees: [...nominees],
            seats: nominees.length,
            method,
            voting,
          };
          return countPapers({ terms: ballot, roll }, papers).outcome.elected;
        });
        // Of a base of nobody there is no share.
        if (tallyOf(terms, papers).valid === 0) return;
        for (const [at, units] of elected.slice(1).entries())
          expect(units).toEqual(expect.arrayContaining(elected[at] ?? []));
      }),
    );
  });
});

describe("the count by ranked pairs that ends in several orders", () => {
  it("is explained up to a tie of which nobody knows who may be elected together", () => {
    const ranked = (papers: number, ...ranking: string[][]) =>
      ({ papers, paper: { kind: "ranking", ranking } }) as const;
    const method: Method = { kind: "rankedPairs", strength: "margins" };
    const procedure = { ...terms.procedure, equalFirst: "counted" } as const;
    const ballot: Terms = { ...terms, nominees: [...nominees], seats: 2, method, procedure };
    const read = [
      ranked(3, ["__proto__"]),
      ranked(1, ["constructor"]),
      ranked(1, ["constructor", "__proto__"]),
      ranked(3, ["a"], ["constructor"]),
    ];
    expectExplained(ballot, canonicalPapers(ballot, read));
  });
});

describe("a paper", () => {
  const field: Terms = { ...terms, nominees: [...nominees], seats: 2 };

  it("says the same by the names that it keeps and by those that it strikes out", () => {
    fc.assert(
      fc.property(names, (kept) => {
        const struck = nominees.filter((nominee) => !kept.includes(nominee));
        expect(canonicalPaper(field, { kind: "struck", struck })).toEqual(
          canonicalPaper(field, { kind: "kept", kept }),
        );
      }),
    );
  });

  it("is read once and for all: its canonical form has itself as canonical form", () => {
    fc.assert(
      fc.property(fc.oneof(kinds.opinions), (paper) => {
        const canonical = canonicalPaper(field, paper);
        expect(canonicalPaper(field, canonical)).toEqual(canonical);
      }),
    );
  });
});

describe("two readings", () => {
  it("differ in nothing exactly when they are the same papers", () => {
    const ballot: Terms = { ...terms, nominees: [...nominees], method: { kind: "approval" } };
    const box = boxes(ballot.method).map((read) => canonicalPapers(ballot, read));
    fc.assert(
      fc.property(box, box, (one, other) => {
        const isSame = JSON.stringify(one) === JSON.stringify(other);
        expect(papersApart(one, other) === 0).toBe(isSame);
        expect(papersApart(one, other)).toBe(papersApart(other, one));
        if (isSame) expect(differences(tallyOf(ballot, one), tallyOf(ballot, other))).toEqual([]);
      }),
    );
  });
});
