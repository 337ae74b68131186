import { describe, expect, it } from "vitest";
import { beats, preferring, type Ranked, rules, winners } from "./ranked-elections.ts";

const nominees = ["A", "B", "C"];

/** Every way of ranking three, equal ranks included: 13, of which the 6 strict ones first. */
const strict = ["ABC", "ACB", "BAC", "BCA", "CAB", "CBA"].map((names) => [...names].map((name) => [name]));
const weak = [
  ...strict,
  ...nominees.flatMap((name) => {
    const others = nominees.filter((other) => other !== name);
    return [
      [[name], others],
      [others, [name]],
    ];
  }),
  [nominees],
];

/** Every profile of four papers, whoever cast them. */
function profiles(rankings: readonly string[][][], voters = 4, from = 0): string[][][][] {
  if (voters === 0) return [[]];
  return rankings.flatMap((ranking, index) =>
    index < from ? [] : profiles(rankings, voters - 1, index).map((rest) => [ranking, ...rest]),
  );
}

const elections = (rankings: readonly string[][][]): Ranked[] =>
  profiles(rankings).map((papers) => ({
    nominees,
    seats: 1,
    papers: papers.map((ranking) => ({ weight: 1, ranking })),
  }));

type Oracle = (election: Ranked) => string[];

const mostOf = (score: (name: string) => number): string[] =>
  nominees.filter((name) => nominees.every((other) => score(other) <= score(name)));

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, index) =>
    permutations(items.filter((_, at) => at !== index)).map((rest) => [item, ...rest]),
  );
}

/** First places among those who stand, on strict papers. */
const firsts =
  ({ papers }: Ranked, continuing: readonly string[]) =>
  (name: string) =>
    papers.filter(({ ranking }) => ranking.flat().find((other) => continuing.includes(other)) === name)
      .length;

/** Drops whoever may be dropped until one is left, without a memory and without stopping at a majority. */
function lastOnes(election: Ranked, continuing: readonly string[]): string[] {
  if (continuing.length === 1) return [...continuing];
  const votes = firsts(election, continuing);
  const fewest = Math.min(...continuing.map(votes));
  return continuing
    .filter((name) => votes(name) === fewest)
    .flatMap((out) =>
      lastOnes(
        election,
        continuing.filter((name) => name !== out),
      ),
    );
}

/** The two of a run-off are any two whom no other has more votes than. */
function runoffWinners(election: Ranked): string[] {
  const votes = firsts(election, nominees);
  const majority = nominees.filter((name) => 2 * votes(name) > election.papers.length);
  if (majority.length > 0) return majority;
  return nominees.flatMap((out) => {
    const pair = nominees.filter((name) => name !== out);
    if (!pair.every((name) => votes(name) >= votes(out))) return [];
    const [a = "", b = ""] = pair;
    return beats(election, a, b) ? [a] : beats(election, b, a) ? [b] : pair;
  });
}

type Measure = (election: Ranked, a: string, b: string) => number;
const winningVotes: Measure = (election, a, b) => (beats(election, a, b) ? preferring(election, a, b) : 0);
const margins: Measure = (election, a, b) =>
  Math.max(0, preferring(election, a, b) - preferring(election, b, a));

/** Schulze by looking at every path there is. */
const byPaths =
  (measure: Measure): Oracle =>
  (election) => {
    const paths = (from: string, to: string, via: readonly string[]): number =>
      Math.max(
        measure(election, from, to),
        ...via.map((next) =>
          Math.min(
            measure(election, from, next),
            paths(
              next,
              to,
              via.filter((name) => name !== next),
            ),
          ),
        ),
      );
    const width = (a: string, b: string) =>
      paths(
        a,
        b,
        nominees.filter((name) => name !== a && name !== b),
      );
    return nominees.filter((a) => nominees.every((b) => a === b || width(a, b) >= width(b, a)));
  };

/** Ranked pairs by every order of all victories that goes from strong to weak. */
const byOrders =
  (measure: Measure): Oracle =>
  (election) => {
    const victories = nominees.flatMap((a) =>
      nominees.filter((b) => beats(election, a, b)).map((b) => ({ a, b, size: measure(election, a, b) })),
    );
    const orders = permutations(victories).filter((order) =>
      order.every(({ size }, at) => size <= (order[at - 1]?.size ?? size)),
    );
    return orders.flatMap((order) => {
      const locked: { a: string; b: string }[] = [];
      const reaches = (from: string, to: string): boolean =>
        locked.some(({ a, b }) => a === from && (b === to || reaches(b, to)));
      for (const { a, b } of order) if (!reaches(b, a)) locked.push({ a, b });
      return nominees.filter((name) => !locked.some(({ b }) => b === name));
    });
  };

const opposed =
  (measure: Measure): Oracle =>
  (election) =>
    mostOf(
      (name) =>
        -Math.max(
          ...nominees.filter((other) => other !== name).map((other) => measure(election, other, name)),
        ),
    );

const net = (election: Ranked) => (name: string) =>
  nominees.reduce(
    (sum, other) => sum + (beats(election, name, other) ? 1 : 0) - (beats(election, other, name) ? 1 : 0),
    0,
  );

const oracles: [string, readonly string[][][], Oracle][] = [
  ["plurality", strict, (election) => mostOf(firsts(election, nominees))],
  ["two rounds", strict, runoffWinners],
  ["instant run-off", strict, (election) => lastOnes(election, nominees)],
  ["instant run-off in batches", strict, (election) => lastOnes(election, nominees)],
  ["exhaustive ballot", strict, (election) => lastOnes(election, nominees)],
  [
    "Borda, base 0",
    weak,
    (election) =>
      mostOf((name) =>
        nominees.reduce(
          (sum, other) => sum + preferring(election, name, other) - preferring(election, other, name),
          0,
        ),
      ),
  ],
  ["Schulze, winning votes", weak, byPaths(winningVotes)],
  ["Schulze, margins", weak, byPaths(margins)],
  ["ranked pairs, winning votes", weak, byOrders(winningVotes)],
  ["ranked pairs, margins", weak, byOrders(margins)],
  [
    "Copeland, wins",
    weak,
    (election) => mostOf((name) => nominees.filter((other) => beats(election, name, other)).length),
  ],
  ["Copeland, wins less losses", weak, (election) => mostOf(net(election))],
  ["minimax, winning votes", weak, opposed(winningVotes)],
  [
    "minimax, margins",
    weak,
    opposed((election, a, b) => preferring(election, a, b) - preferring(election, b, a)),
  ],
  ["minimax, opposition", weak, opposed(preferring)],
];

describe("every profile of four papers and three nominees", () => {
  it.each(oracles)("comes to what plain search comes to by %s", (name, rankings, oracle) => {
    const rule = rules[name];
    const differing = elections(rankings).filter((election) => {
      const expected = [...new Set(oracle(election))].sort();
      return rule === undefined || winners(rule(election)).join() !== expected.join();
    });
    expect(differing.slice(0, 3)).toEqual([]);
  });

  it("are 126 of strict rankings and 1,820 with equal ones", () => {
    expect([elections(strict).length, elections(weak).length]).toEqual([126, 1820]);
  });
});
