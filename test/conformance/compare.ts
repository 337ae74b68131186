import type { Count, Figure, Nominee } from "../../src/counting/rule.ts";
import { compare, dividedBy, type Fraction, fraction, minus } from "../../src/kernel/fraction.ts";
import { saysTied } from "../counting/steps.ts";
import type { CaseResult, TallyCase } from "./case.ts";
import { decimalOf, entries, groupsOf, sorted, strings } from "./reading.ts";
import { stepsOf } from "./steps.ts";
import { Unread } from "./unread.ts";

/** The expected and the counted value; undefined if they agree. */
export type Difference = { readonly expected: unknown; readonly got: unknown } | undefined;

/** What is compared, and the weight of its papers. `scale` made the weights whole. */
export type Context = { readonly testCase: TallyCase; readonly scale: number; readonly papers: bigint };

/** Compares one thing that a case expects. */
export type Comparison = (expected: unknown, count: Count, context: Context) => Difference;

/** Compares everything that a case expects. A case with an expectation that nothing here compares is skipped. */
export function compared(
  testCase: TallyCase,
  count: Count,
  {
    scale = 1,
    papers = 0n,
    also = {},
  }: { scale?: number; papers?: bigint; also?: Readonly<Record<string, Comparison>> } = {},
): CaseResult {
  const comparisons = new Map(
    Object.entries({ winners, tiedWinners, committees, order, totals, pairwise, ...also }),
  );
  const uncompared = Object.keys(testCase.expected).find((key) => !comparisons.has(key));
  if (uncompared !== undefined) throw new Unread(`expected ${uncompared} is not compared`);
  for (const [key, comparison] of comparisons) {
    if (!Object.hasOwn(testCase.expected, key)) continue;
    const expected = testCase.expected[key];
    const difference = comparison(expected, count, { testCase, scale, papers });
    if (difference) return failed({ expected: { [key]: difference.expected }, got: difference.got });
  }
  return { status: "passed" };
}

export function failed({ expected, got }: { expected: unknown; got: unknown }): CaseResult {
  return { status: "failed", expected: short(expected), got: short(got) };
}

export function differs(expected: unknown, got: unknown): Difference {
  return text(expected) === text(got) ? undefined : { expected, got };
}

function text(value: unknown): string {
  return (
    JSON.stringify(value, (_, item: unknown) => (typeof item === "bigint" ? String(item) : item)) ??
    "undefined"
  );
}

function short(value: unknown): string {
  const line = typeof value === "string" ? value : text(value);
  return line.length <= 160 ? line : `${line.slice(0, 159)}…`;
}

/** The winners are the elected, with no tie left. A source without a winner reports a tie, or that nobody passes. */
const winners: Comparison = (expected, { outcome, explanation }, { testCase: { flags } }) => {
  const { elected, undecided } = outcome;
  if (flags.includes("stopped-early")) return differs(expected, elected);
  const names = strings(expected);
  if (names.length > 0) return differs(sorted(names), undecided ? { elected, undecided } : sorted(elected));
  if (elected.length === 0) return undefined;
  // This source stops at any tie. So the library must find the tie, even if it decides nothing.
  const tieSeen = flags.includes("unresolved-tie") && explanation.some(saysTied);
  return tieSeen ? undefined : { expected: "a tie, or nobody", got: elected };
};

/** The tie that the source reports must be the one that stays undecided. */
const tiedWinners: Comparison = (expected, { outcome }) =>
  differs(sorted(strings(expected)), sorted(outcome.undecided?.tied ?? []));

/** All committees that the source names, and no other. */
const committees: Comparison = (expected, count) =>
  differs(setsOf(groupsOf(expected)), setsOf(count.committees ?? committeesOf(count)));

const setsOf = (sets: readonly (readonly string[])[]) => sets.map((names) => text(sorted(names))).sort();

function committeesOf({ outcome: { elected, undecided } }: Count): Nominee[][] {
  return subsets(undecided?.tied ?? [], undecided?.seats ?? 0).map((some) => [...elected, ...some]);
}

function subsets(names: readonly Nominee[], size: number): Nominee[][] {
  if (size === 0) return [[]];
  return names.flatMap((name, place) =>
    subsets(names.slice(place + 1), size - 1).map((rest) => [name, ...rest]),
  );
}

/**
 * Some sources order only the elected; then the first part of the order is compared. VoteKit breaks every tie: its
 * order may split a group that is tied here, but may not reverse two nominees.
 */
const order: Comparison = (expected, count, { testCase: { options } }) => {
  const groups = groupsOf(expected);
  const got = (count.order ?? []).map(sorted);
  if (options.votekit === undefined) return differs(groups.map(sorted), got.slice(0, groups.length));
  const names = groups.flat();
  const places = names.map((name) => got.findIndex((group) => group.includes(name)));
  const turned = places.some((place, index) => place < (places[index - 1] ?? 0));
  const complete = got
    .slice(0, Math.max(0, ...places))
    .every((group) => group.every((name) => names.includes(name)));
  return turned || !complete ? { expected, got } : undefined;
};

const totals: Comparison = (expected, count, context) => differentFigures(expected, count.totals, context);

/** Compares each figure that a case expects. A source may leave out nominees without a figure. */
export function differentFigures(
  expected: unknown,
  figures: readonly Figure[],
  { scale, papers }: Pick<Context, "scale" | "papers">,
): Difference {
  const want = new Map(entries(expected));
  const off = figures.flatMap(({ nominee, votes }) => {
    const got = dividedBy(votes, fraction(scale));
    return agrees(want.get(nominee) ?? 0, got, papers)
      ? []
      : `${nominee} ${got.numerator}/${got.denominator}`;
  });
  const unknown = [...want.keys()].filter((name) => !figures.some(({ nominee }) => nominee === name));
  return off.length + unknown.length === 0 ? undefined : { expected, got: [...off, ...unknown] };
}

/**
 * Compares the number that a source prints with the exact one. If the source cuts off shares at nine decimals, its
 * number may be wrong by so much for each paper.
 */
export function agrees(printed: unknown, exact: Fraction, papers = 0n): boolean {
  const off = minus(decimalOf(printed), exact);
  const size = off.numerator < 0n ? { ...off, numerator: -off.numerator } : off;
  const whole = exact.denominator === 1n && decimalOf(printed).denominator === 1n;
  return compare(size, whole ? fraction(0) : fraction(papers, 1_000_000_000n)) <= 0;
}

/** The number of papers that a source says were cast. */
export function papersOf(figure: number | bigint): Comparison {
  return (expected) => differs(String(expected), String(figure));
}

const pairwise: Comparison = (expected, count) => {
  const pairs = stepsOf(count, "PairsCompared").flatMap(({ pairs }) => pairs);
  return differentPairs(
    expected,
    new Map(
      pairs.flatMap(({ first, second, forFirst, forSecond }) => [
        [JSON.stringify([first, second]), forFirst],
        [JSON.stringify([second, first]), forSecond],
      ]),
    ),
  );
};

/** Compares a table of pairs, row by row, with figures by pair. The key of a pair is the JSON of its two names. */
export function differentPairs(expected: unknown, got: ReadonlyMap<string, unknown>): Difference {
  for (const [a, row] of entries(expected))
    for (const [b, figure] of entries(row)) {
      const difference = differs(`${a}>${b} ${figure}`, `${a}>${b} ${got.get(JSON.stringify([a, b]))}`);
      if (difference) return difference;
    }
  return undefined;
}
