import type { Count, Outcome } from "../../src/counting/rule.ts";
import type { CountStep } from "../../src/counting/steps/count-step.ts";
import { compare, type Fraction, fraction, plus, times, zero } from "../../src/kernel/fraction.ts";
import { fractionOfText } from "../../src/kernel/fraction-text.ts";
import type { DataOf } from "../../src/kernel/messages.ts";
import { stepOf } from "./steps.ts";

/**
 * Recomputes outcomes from explanations alone: it sees no paper, and shares no counting code with the rules.
 * What the steps hold is read as what they are written to hold; a step that does not is a failure of the count.
 */
export function verdictOf({ rule, explanation }: Count): Outcome {
  const again = verdicts.get(rule);
  if (again === undefined) throw new Error(`no verdict known for ${rule}`);
  return again(explanation);
}

type Figures = DataOf<CountStep, "RunoffCounted">["figures"];

const votesIn = (figures: Figures) =>
  new Map(figures.map(({ nominee, votes }) => [nominee, fractionOfText(votes)]));

/** The `seats` first by a comparison, equal ones at the boundary undecided. */
function seated(names: readonly string[], seats: number, above: (a: string, b: string) => boolean): Outcome {
  const elected = names.filter((a) => names.filter((b) => b !== a && !above(a, b)).length < seats);
  const notElected = names.filter((a) => names.filter((b) => above(b, a)).length >= seats);
  return filled(names, elected, notElected, seats);
}

function filled(
  names: readonly string[],
  elected: readonly string[],
  notElected: readonly string[],
  seats: number,
): Outcome {
  const tied = names.filter((name) => !elected.includes(name) && !notElected.includes(name));
  const open = seats - elected.length;
  return tied.length > 0
    ? { elected, notElected, undecided: { tied, seats: open }, vacant: 0 }
    : { elected, notElected, vacant: open };
}

function byFigures(steps: readonly CountStep[]): Outcome {
  const { figures, seats, fewestFirst } = stepOf(steps, "FiguresCounted");
  const votes = votesIn(figures);
  const sign = fewestFirst ? -1 : 1;
  const names = [...votes.keys()];
  return seated(names, seats, (a, b) => sign * compare(votes.get(a) ?? zero, votes.get(b) ?? zero) > 0);
}

function votesOf(steps: readonly CountStep[]) {
  const { nominees, seats, pairs } = stepOf(steps, "PairsCompared");
  const votes = new Map(nominees.map((name) => [name, new Map<string, bigint>()]));
  for (const { first, second, forFirst, forSecond } of pairs) {
    votes.get(first)?.set(second, BigInt(forFirst));
    votes.get(second)?.set(first, BigInt(forSecond));
  }
  return { nominees, seats, over: (a: string, b: string) => votes.get(a)?.get(b) ?? 0n };
}

type Over = (a: string, b: string) => bigint;
const ascending = (values: readonly bigint[]) => [...values].sort((a, b) => (a < b ? -1 : 1));
const most = (values: readonly bigint[]) => ascending(values).at(-1) ?? 0n;
const least = (values: readonly bigint[]) => ascending(values)[0] ?? 0n;
const victory =
  (over: Over, strength: string): Over =>
  (a, b) => {
    if (over(a, b) <= over(b, a)) return 0n;
    if (strength === "ratio") return ratio(over(a, b), over(b, a));
    return strength === "margins" ? over(a, b) - over(b, a) : over(a, b);
  };

/** A ratio with so many decimals that no two of them look alike; without anybody against it is above all others. */
const ratio = (votes: bigint, against: bigint) =>
  against === 0n ? votes * 10n ** 80n : (votes * 10n ** 50n) / against;

function bySchulze(steps: readonly CountStep[]): Outcome {
  const { nominees, seats, over } = votesOf(steps);
  const { strength } = stepOf(steps, "PathsMeasured");
  const direct = victory(over, strength);
  const widest = (from: string, to: string, via: readonly string[]): bigint =>
    most([
      direct(from, to),
      ...via.map((next) => {
        const [one, rest] = [
          direct(from, next),
          widest(
            next,
            to,
            via.filter((name) => name !== next),
          ),
        ];
        return least([one, rest]);
      }),
    ]);
  const width = (a: string, b: string) =>
    widest(
      a,
      b,
      nominees.filter((name) => name !== a && name !== b),
    );
  return seated(nominees, seats, (a, b) => width(a, b) > width(b, a));
}

/** From the victories as they were ranked, all orders of equal ones, checking that they are those of the pairs. */
function byRankedPairs(steps: readonly CountStep[]): Outcome {
  const { nominees, seats, over } = votesOf(steps);
  const { strength, equalVictories } = stepOf(steps, "VictoriesRanked");
  const direct = victory(over, strength);
  const pairs = nominees.flatMap((a) =>
    nominees.filter((b) => a !== b && direct(a, b) > 0n).map((b) => ({ a, b })),
  );
  const sizes = [...new Set(pairs.map(({ a, b }) => direct(a, b)))].sort((x, y) => (x > y ? -1 : 1));
  type Edges = readonly { a: string; b: string }[];
  const reaches = (edges: Edges, from: string, to: string, seen: readonly string[] = []): boolean =>
    edges.some(
      ({ a, b }) => a === from && !seen.includes(b) && (b === to || reaches(edges, b, to, [...seen, b])),
    );
  const lockings = (locked: Edges, open: Edges): Edges[] => {
    const possible = open.filter(({ a, b }) => !reaches(locked, b, a) && !reaches(locked, a, b));
    if (possible.length === 0) return [locked];
    if (equalVictories === "together") {
      const all = [...locked, ...possible];
      return [[...locked, ...possible.filter(({ a, b }) => !reaches(all, b, a))]];
    }
    return possible.flatMap((edge) =>
      lockings(
        [...locked, edge],
        possible.filter((other) => other !== edge),
      ),
    );
  };
  let results: Edges[] = [[]];
  for (const size of sizes) {
    const group = pairs.filter(({ a, b }) => direct(a, b) === size);
    const next = results.flatMap((locked) => lockings(locked, group));
    results = [
      ...new Map(
        next.map((edges) => [
          JSON.stringify(nominees.map((a) => nominees.map((b) => reaches(edges, a, b)))),
          edges,
        ]),
      ).values(),
    ];
  }
  const outcomes = results.map((edges) => seated(nominees, seats, (a, b) => reaches(edges, a, b)));
  const inEvery = (key: "elected" | "notElected") =>
    nominees.filter((name) => outcomes.every((outcome) => outcome[key].includes(name)));
  return filled(nominees, inEvery("elected"), inEvery("notElected"), seats);
}

function byCopeland(steps: readonly CountStep[]): Outcome {
  const { nominees, seats, over } = votesOf(steps);
  const { variant } = stepOf(steps, "PairsWon");
  const won = (a: string) => nominees.filter((b) => over(a, b) > over(b, a));
  const drawn = (a: string) => nominees.filter((b) => b !== a && over(a, b) === over(b, a)).length;
  const lost = (a: string) => nominees.length - 1 - won(a).length - drawn(a);
  const points = (a: string) =>
    variant === "wins"
      ? 2 * won(a).length
      : variant === "second-order"
        ? 2 * won(a).length + drawn(a)
        : 2 * (won(a).length - lost(a));
  const beaten = (a: string) =>
    variant === "second-order" ? won(a).reduce((sum, b) => sum + points(b), 0) : 0;
  return seated(
    nominees,
    seats,
    (a, b) => points(a) > points(b) || (points(a) === points(b) && beaten(a) > beaten(b)),
  );
}

function byMinimax(steps: readonly CountStep[]): Outcome {
  const { nominees, seats, over } = votesOf(steps);
  const { strength } = stepOf(steps, "OppositionMeasured");
  const opposition = (a: string, b: string) =>
    strength === "margins"
      ? over(b, a) - over(a, b)
      : strength === "pairwise-opposition"
        ? over(b, a)
        : victory(over, strength)(b, a);
  const worst = (a: string) => most(nominees.filter((b) => b !== a).map((b) => opposition(a, b)));
  return seated(nominees, seats, (a, b) => worst(a) < worst(b));
}

type Walked = { figures: Figures; conclusion: CountStep | undefined };

/** Walks the rounds from all nominees on, checking each conclusion against the figures that it was drawn from. */
function byElimination(steps: readonly CountStep[]): Outcome {
  const { nominees, seats, historyMatters } = stepOf(steps, "RulesSet");
  const keyOf = (continuing: readonly string[], gone: readonly (readonly string[])[]) =>
    JSON.stringify([[...continuing].sort(), historyMatters ? gone.map((group) => [...group].sort()) : []]);
  const rounds = new Map<string, Walked>();
  const left = steps.flatMap(({ type, data }) => (type === "BranchSettled" ? [data] : []));
  const isLeft = (continuing: readonly string[]) =>
    left.some((branch) => branch.continuing.toSorted().join() === [...continuing].sort().join());
  for (const [index, { type, data }] of steps.entries()) {
    if (type !== "RoundCounted") continue;
    const conclusion = steps.slice(index + 1).find((step) => step.type !== "TieBroken");
    const continuing = data.figures.map(({ nominee }) => nominee);
    rounds.set(keyOf(continuing, data.excluded), { figures: data.figures, conclusion });
  }
  const winnersOf = (
    continuing: readonly string[],
    gone: readonly (readonly string[])[],
  ): (readonly string[])[] => {
    const round = rounds.get(keyOf(continuing, gone));
    if (round === undefined && isLeft(continuing)) return [];
    if (round === undefined) throw new Error(`no round of ${continuing.join()}`);
    const { winners, ways } = concluded(round, continuing, seats);
    const next = ways.map((way) =>
      winnersOf(
        continuing.filter((name) => !way.flat().includes(name)),
        [...way, ...gone],
      ),
    );
    return [...winners, ...next.flat()];
  };
  const sets = winnersOf(nominees, []);
  const inEvery = nominees.filter((name) => sets.every((set) => set.includes(name)));
  for (const { elected, continuing } of left) {
    const mayBe = [...elected, ...continuing];
    if (!mayBe.every((name) => sets.some((set) => set.includes(name))))
      throw new Error(`a branch is left out that may elect one of ${mayBe.join()}`);
    if (!inEvery.every((name) => elected.includes(name)))
      throw new Error(`a branch is left out that may not elect ${inEvery.join()}`);
  }
  return filled(
    nominees,
    inEvery,
    nominees.filter((name) => !sets.some((set) => set.includes(name))),
    seats,
  );
}

/** Whom a conclusion is about. */
function namesIn(conclusion: CountStep | undefined): readonly string[] {
  switch (conclusion?.type) {
    case "NomineesElected":
    case "NomineesExcluded":
      return conclusion.data.nominees;
    case "LastTwoTied":
    case "ExclusionTied":
      return conclusion.data.tied;
    default:
      throw new Error(`${conclusion?.type} is no conclusion of a round`);
  }
}

/** What follows from a round: sets of winners, or the ways to go on; an error where the figures do not bear it out. */
function concluded(
  { figures, conclusion }: Walked,
  continuing: readonly string[],
  seats: number,
): { winners: (readonly string[])[]; ways: string[][][] } {
  const votes = votesIn(figures);
  const of = (name: string) => votes.get(name) ?? zero;
  const sum = (names: readonly string[]) => names.reduce((all, name) => plus(all, of(name)), zero);
  const bear = (borne: boolean) => {
    if (!borne) throw new Error(`${conclusion?.type} does not follow from the figures`);
  };
  const names = namesIn(conclusion);
  const others = continuing.filter((name) => !names.includes(name));
  const below = (amount: Fraction) => others.every((name) => compare(amount, of(name)) < 0);
  if (conclusion?.type === "NomineesElected") {
    const [first = ""] = names;
    if (continuing.length > seats)
      bear(
        compare(times(of(first), fraction(2)), sum(continuing)) > 0 ||
          (continuing.length === 2 && others.every((name) => compare(of(first), of(name)) > 0)),
      );
    return { winners: [names], ways: [] };
  }
  if (conclusion?.type === "LastTwoTied") {
    bear(names.length === 2 && compare(of(names[0] ?? ""), of(names[1] ?? "")) === 0);
    return { winners: names.map((name) => [name]), ways: [] };
  }
  if (conclusion?.type === "ExclusionTied") {
    bear(names.every((name) => compare(of(name), of(names[0] ?? "")) === 0 && below(of(name))));
    return { winners: [], ways: names.map((name) => [[name]]) };
  }
  const isOneOfTied = names.length === 1 && below(of(names[0] ?? ""));
  bear(conclusion?.type === "NomineesExcluded" && others.length > 0 && (isOneOfTied || below(sum(names))));
  const sizes = [
    ...new Set(
      names.map((name) => JSON.stringify([String(of(name).numerator), String(of(name).denominator)])),
    ),
  ];
  const groups = sizes.map((size) =>
    names.filter(
      (name) => JSON.stringify([String(of(name).numerator), String(of(name).denominator)]) === size,
    ),
  );
  return { winners: [], ways: [groups.sort((a, b) => compare(of(b[0] ?? ""), of(a[0] ?? "")))] };
}

function byTwoRounds(steps: readonly CountStep[]): Outcome {
  const { figures, base } = stepOf(steps, "FirstRoundCounted");
  const first = votesIn(figures);
  const names = [...first.keys()];
  const half = fractionOfText(base);
  const majority = names.find((name) => compare(times(first.get(name) ?? zero, fraction(2)), half) > 0);
  if (majority !== undefined)
    return filled(
      names,
      [majority],
      names.filter((name) => name !== majority),
      1,
    );
  const winners = new Set<string>();
  for (const { type, data } of steps) {
    if (type !== "RunoffCounted") continue;
    const runoff = votesIn(data.figures);
    for (const [nominee, votes] of runoff)
      if ([...runoff.values()].every((other) => compare(other, votes) <= 0)) winners.add(nominee);
  }
  return filled(
    names,
    winners.size === 1 ? [...winners] : [],
    names.filter((name) => !winners.has(name)),
    1,
  );
}

const verdicts = new Map<string, (steps: readonly CountStep[]) => Outcome>([
  ["plurality", byFigures],
  ["borda", byFigures],
  ["two-round", byTwoRounds],
  ["instant-runoff", byElimination],
  ["exhaustive-ballot", byElimination],
  ["schulze", bySchulze],
  ["ranked-pairs", byRankedPairs],
  ["copeland", byCopeland],
  ["minimax", byMinimax],
]);
