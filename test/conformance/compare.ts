import type { Count, Election, Figure, RankedPaper } from "../../src/ballot/counting/rule.ts";
import { compare, type Fraction, fraction, times } from "../../src/kernel/fraction.ts";
import type { CaseResult, TallyCase } from "./case.ts";

/** What a case expects beside what was counted, or nothing when both agree. */
export type Difference = { readonly expected: unknown; readonly got: unknown } | undefined;

/** Compares one thing that a case expects; `scale` is what the weights of its papers were multiplied by. */
export type Comparison = (expected: unknown, count: Count, testCase: TallyCase, scale: number) => Difference;

/** A case's papers as an election. Fractional weights are scaled to whole ones, all alike. */
export function rankedElection(
  { candidates, ballots, options }: TallyCase,
  { seats = options.seats, without }: { seats?: number; without?: string } = {},
): { election: Election<RankedPaper>; scale: number } {
  const scale = 10 ** ballots.reduce((most, { weight }) => Math.max(most, decimals(weight)), 0);
  const papers = ballots.map(({ weight, ranking = [] }) => ({ weight: whole(weight, scale), ranking }));
  return { election: { nominees: candidates.filter((name) => name !== without), seats, papers }, scale };
}

function decimals(weight: number | bigint): number {
  return /\.(\d+)$/.exec(String(weight))?.[1]?.length ?? 0;
}

function whole(weight: number | bigint, scale: number): number | bigint {
  if (typeof weight === "bigint") return weight * BigInt(scale);
  const scaled = Math.round(weight * scale);
  return Number.isSafeInteger(scaled) ? scaled : BigInt(scaled);
}

/** Compares all that a case expects. A thing that nothing here compares is a failure, never passed over. */
export function compared(
  testCase: TallyCase,
  count: Count,
  { scale = 1, also = {} }: { scale?: number; also?: Readonly<Record<string, Comparison>> } = {},
): CaseResult {
  const comparisons = new Map(
    Object.entries({ winners, tiedWinners, order, totals, pairwise: pairs, ...also }),
  );
  for (const [key, expected] of Object.entries(testCase.expected)) {
    const comparison = comparisons.get(key);
    if (comparison === undefined) return failed({ expected: key, got: "nothing that compares it" });
    const difference = comparison(expected, count, testCase, scale);
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

export const sorted = (names: readonly string[]) => [...names].sort();

const winners: Comparison = (expected, { outcome, explanation }, { flags }) => {
  const { elected, undecided } = outcome;
  // A source that gives up at any tie: what is compared is that the tie is seen, even where it decides nothing.
  if (flags.includes("unresolved-tie") && Array.isArray(expected) && expected.length === 0) {
    const tieSeen =
      undecided !== undefined ||
      explanation.some(({ type, data }) => /Tied/.test(type) || data.because === "tied-together");
    return tieSeen ? undefined : { expected: "a tie", got: elected };
  }
  if (flags.includes("stopped-early")) return differs(expected, elected);
  const got = undecided ? { elected, undecided } : sorted(elected);
  return differs(sorted(strings(expected)), got);
};

const tiedWinners: Comparison = (expected, { outcome }) => {
  const got =
    outcome.elected.length > 0 ? { elected: outcome.elected } : sorted(outcome.undecided?.tied ?? []);
  return differs(sorted(strings(expected)), got);
};

/**
 * Some sources order only the elected: then the head of the order is compared. VoteKit breaks every tie by itself:
 * its order may split a group that is level here, and never turn two around.
 */
const order: Comparison = (expected, count, { options }) => {
  const groups = groupsOf(expected);
  const got = (count.order ?? []).map(sorted);
  if (options.votekit === undefined) return differs(groups.map(sorted), got.slice(0, groups.length));
  const names = groups.flat();
  const placeOf = (name: string) => got.findIndex((group) => group.includes(name));
  const places = names.map(placeOf);
  const turned = places.some((place, index) => place < (places[index - 1] ?? 0));
  const complete = got
    .slice(0, Math.max(0, ...places))
    .every((group) => group.every((name) => names.includes(name)));
  return turned || !complete ? { expected, got } : undefined;
};

const totals: Comparison = (expected, count, _, scale) => differentFigures(expected, count.totals, scale);

export function differentFigures(expected: unknown, figures: readonly Figure[], scale = 1): Difference {
  const got = new Map(figures.map(({ nominee, votes }) => [nominee, votes]));
  const want = entries(expected);
  const same = want.length === got.size && want.every(([name, value]) => isSame(got.get(name), value, scale));
  return same
    ? undefined
    : {
        expected,
        got: [...got].map(([name, { numerator, denominator }]) => `${name} ${numerator}/${denominator}`),
      };
}

function isSame(got: Fraction | undefined, value: unknown, scale: number): boolean {
  return got !== undefined && compare(got, times(decimalOf(value), fraction(scale))) === 0;
}

/** A number of the corpus, exactly as it is printed. */
export function decimalOf(value: unknown): Fraction {
  const [, sign = "", units = "0", digits = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value)) ?? [];
  const size = fraction(BigInt(units + digits), 10n ** BigInt(digits.length));
  return sign === "-" ? { ...size, numerator: -size.numerator } : size;
}

const pairs: Comparison = (expected, count) => {
  const got = new Map<string, unknown>();
  for (const pair of stepData(count, "PairsCompared").flatMap(({ pairs }) =>
    Array.isArray(pairs) ? pairs : [],
  )) {
    got.set(JSON.stringify([pair.first, pair.second]), pair.forFirst);
    got.set(JSON.stringify([pair.second, pair.first]), pair.forSecond);
  }
  for (const [a, row] of entries(expected))
    for (const [b, votes] of entries(row)) {
      const difference = differs(`${a}>${b} ${votes}`, `${a}>${b} ${got.get(JSON.stringify([a, b]))}`);
      if (difference) return difference;
    }
  return undefined;
};

export function stepData({ explanation }: Count, type: string): Readonly<Record<string, unknown>>[] {
  return explanation.filter((step) => step.type === type).map(({ data }) => data);
}

export function entries(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

export function groupsOf(value: unknown): string[][] {
  return Array.isArray(value) ? value.map(strings) : [];
}
