import fc from "fast-check";
import type { ApprovalPaper, Count, Election, Nominee, ScorePaper } from "../../src/counting/rule.ts";
import type { Fraction } from "../../src/kernel/fraction.ts";

/** `approvals(3, "A B")`: three papers that keep A and B. */
export function approvals(weight: number, names: string): ApprovalPaper {
  return { weight, approvals: names === "" ? [] : names.split(" ") };
}

/** `scores(2, "A5 B3")`: two papers that give A 5 and B 3. */
export function scores(weight: number, marks: string): ScorePaper {
  const pairs = marks === "" ? [] : marks.split(" ");
  return { weight, scores: new Map(pairs.map((mark) => [mark.slice(0, -1), Number(mark.slice(-1))])) };
}

export function election<P>(nominees: string, seats: number, papers: readonly P[]): Election<P> {
  return { nominees: nominees.split(" "), seats, papers };
}

export function votesIn({ totals }: Count): Record<string, string> {
  return Object.fromEntries(totals.map(({ nominee, votes }) => [nominee, text(votes)]));
}

export function text({ numerator, denominator }: Fraction): string {
  return denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`;
}

/** Names that trip up whoever keys a plain object by them, or compares text loosely. */
const hostileNames = [
  "__proto__",
  "constructor",
  "toString",
  "",
  "Công an tỉnh".normalize("NFC"),
  "Công an tỉnh".normalize("NFD"),
  "\ud800",
  "0",
  "-0",
];

export const someNominees = (max = 5) =>
  fc.uniqueArray(fc.constantFrom(...hostileNames), { minLength: 1, maxLength: max });

export const weights = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constant(2n ** 60n + 1n));

export type ApprovalElection = Election<ApprovalPaper>;

/** Small elections on kept names, one-name papers and blank ones among them. */
export const approvalElections = ({
  nomineesMax = 5,
  papersMax = 6,
  weight = weights as fc.Arbitrary<number | bigint>,
  namesMax = Number.POSITIVE_INFINITY,
} = {}): fc.Arbitrary<ApprovalElection> =>
  someNominees(nomineesMax).chain((nominees) =>
    fc.record({
      nominees: fc.constant(nominees),
      seats: fc.integer({ min: 1, max: nominees.length }),
      papers: fc.array(
        fc.record({
          weight,
          approvals: fc.shuffledSubarray(nominees, { maxLength: Math.min(namesMax, nominees.length) }),
        }),
        { maxLength: papersMax },
      ),
    }),
  );

export const scoreElections = ({
  nomineesMax = 4,
  papersMax = 5,
  scoreMax = 5,
} = {}): fc.Arbitrary<Election<ScorePaper>> =>
  someNominees(nomineesMax).chain((nominees) =>
    fc.record({
      nominees: fc.constant(nominees),
      seats: fc.integer({ min: 1, max: nominees.length }),
      papers: fc.array(
        fc.record({
          weight: weights,
          scores: fc
            .array(fc.integer({ min: 0, max: scoreMax }), {
              minLength: nominees.length,
              maxLength: nominees.length,
            })
            .map((marks) => new Map(nominees.map((nominee, place) => [nominee, marks[place] ?? 0]))),
        }),
        { maxLength: papersMax },
      ),
    }),
  );

/** The outcome as sets, so that it can be compared whatever the order in which things are listed. */
export function sets({ outcome, committees }: Count) {
  return {
    elected: sorted(outcome.elected),
    notElected: sorted(outcome.notElected),
    tied: sorted(outcome.undecided?.tied ?? []),
    open: outcome.undecided?.seats ?? 0,
    vacant: outcome.vacant,
    committees: committees
      ?.map(sorted)
      .map((names) => JSON.stringify(names))
      .sort(),
  };
}

export function sorted(names: readonly Nominee[]): Nominee[] {
  return [...names].sort();
}

/** All ways to take `size` of the items, by the bits of a number. */
export function subsets<T>(items: readonly T[], size: number): T[][] {
  const found: T[][] = [];
  for (let bits = 0; bits < 2 ** items.length; bits++) {
    const subset = items.filter((_, place) => (bits >> place) & 1);
    if (subset.length === size) found.push(subset);
  }
  return found;
}

/** Every multiset of at most `papersMax` of the patterns, each as weighted papers. */
export function* profiles<T>(patterns: readonly T[], papersMax: number, from = 0): Generator<[T, number][]> {
  yield [];
  for (let place = from; place < patterns.length; place++)
    for (let weight = 1; weight <= papersMax; weight++)
      for (const rest of profiles(patterns, papersMax - weight, place + 1)) {
        const pattern = patterns[place];
        if (pattern !== undefined) yield [[pattern, weight], ...rest];
      }
}
