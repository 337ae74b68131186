import type { Election, Nominee, ScorePaper } from "../../src/counting/rule.ts";
import { subsets } from "./choice-papers.ts";

type Names = readonly Nominee[];
/** A figure of a nominee among others; the lowest goes. */
type Figure = (nominee: Nominee, among: Names) => number;

/**
 * STAR once more, by brute force and as its protocol reads: every set of elected that lots may give, the seats filled one
 * after the other. With a highest score the last rung is how many papers give it (the official protocol).
 */
export function starOracle(
  { nominees, seats, papers }: Election<ScorePaper>,
  highest: number | undefined,
): Nominee[][] {
  const total = (of: (scores: ReadonlyMap<Nominee, number>) => number) =>
    papers.reduce((all, { weight, scores }) => all + Number(weight) * of(scores), 0);
  const score = (nominee: Nominee) => total((scores) => scores.get(nominee) ?? 0);
  const margin = (a: Nominee, b: Nominee) =>
    total((scores) => Math.sign((scores.get(a) ?? 0) - (scores.get(b) ?? 0)));
  const topScores: Figure = (nominee) => total((scores) => (scores.get(nominee) === highest ? 1 : 0));
  const pairings: Figure = (nominee, among) => -among.filter((other) => margin(other, nominee) > 0).length;
  const last = highest === undefined ? [] : [topScores];

  const runoff = (pair: Names): Names => {
    const [a = "", b] = pair;
    if (b === undefined) return [a];
    for (const lead of [margin(a, b), score(a) - score(b), ...last.map((of) => of(a, pair) - of(b, pair))])
      if (lead !== 0) return lead > 0 ? [a] : [b];
    return pair;
  };
  const finals = (open: Names): Names[] => {
    const best = Math.max(...open.map(score));
    const first = open.filter((nominee) => score(nominee) === best);
    if (first.length > 1 || open.length === 1)
      return places(first, Math.min(2, open.length), [pairings, ...last]);
    const rest = open.filter((nominee) => !first.includes(nominee));
    const next = Math.max(...rest.map(score));
    const second = rest.filter((nominee) => score(nominee) === next);
    return places(second, 1, [pairings, ...last]).map((set) => [...first, ...set]);
  };

  let possible: Nominee[][] = [[]];
  for (let seat = 0; seat < Math.min(seats, nominees.length); seat++) {
    const sets = possible.flatMap((elected) => {
      const open = nominees.filter((nominee) => !elected.includes(nominee));
      const winners = new Set(finals(open).flatMap(runoff));
      return [...winners].map((winner) => [...elected, winner].sort());
    });
    possible = [...new Map(sets.map((set) => [JSON.stringify(set), set])).values()];
  }
  return possible;
}

/** Every set of those tied that may have so many places. */
function places(tied: Names, open: number, [figure, ...rungs]: readonly Figure[]): Names[] {
  if (tied.length <= open) return [tied];
  if (figure === undefined) return subsets(tied, open);
  const lowest = Math.min(...tied.map((nominee) => figure(nominee, tied)));
  const worst = tied.filter((nominee) => figure(nominee, tied) === lowest);
  const better = tied.filter((nominee) => !worst.includes(nominee));
  if (better.length === 0) return places(tied, open, rungs);
  if (better.length >= open) return places(better, open, [figure, ...rungs]);
  return places(worst, open - better.length, [figure, ...rungs]).map((set) => [...better, ...set]);
}
