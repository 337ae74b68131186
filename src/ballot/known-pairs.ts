import type { UnitId } from "../vocabulary/unit.ts";
import type { PaperGroup } from "./paper.ts";

/** The place of each nominee on some equal papers, by the nominee's number; those that are not ranked come last. */
type Ranked = { readonly papers: number; readonly places: Int16Array };
type Pair = { readonly above: number; readonly below: number; others: number };

/** The places on each ranking, each worked out once. */
export function rankedPapers(nominees: readonly UnitId[], valid: readonly PaperGroup[]): Ranked[] {
  const numbers = new Map(nominees.map((nominee, at) => [nominee, at]));
  return valid.map(({ papers, paper }) => {
    const places = new Int16Array(nominees.length).fill(nominees.length);
    const ranking = paper.kind === "ranking" ? paper.ranking : [];
    for (const [place, group] of ranking.entries())
      for (const nominee of group) places[numbers.get(nominee) ?? 0] = place;
    return { papers, places };
  });
}

/**
 * Whether there are two nominees whom all of these papers, except fewer than `others`, place in the same order, while a
 * paper of `all` places them the other way round. An order that no paper denies says nothing of one unit alone.
 */
export function agreeOnPair(
  { papers, all }: { readonly papers: readonly Ranked[]; readonly all: readonly Ranked[] },
  others: number,
): boolean {
  const numbers = [...(all[0]?.places.keys() ?? [])];
  let pairs = numbers.flatMap((above) =>
    numbers.flatMap((below): Pair[] => (above === below ? [] : [{ above, below, others: 0 }])),
  );
  for (const ranked of papers) {
    if (pairs.length === 0) return false;
    for (const pair of pairs) if (!places(ranked, pair.above, pair.below)) pair.others += ranked.papers;
    pairs = pairs.filter((pair) => pair.others < others);
  }
  return pairs.some(({ above, below }) => all.some((ranked) => places(ranked, below, above)));
}

/** Whether these papers place one above the other. */
function places({ places }: Ranked, above: number, below: number): boolean {
  return (places[above] ?? 0) < (places[below] ?? 0);
}
