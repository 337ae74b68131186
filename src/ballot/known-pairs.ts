import type { UnitId } from "../vocabulary/unit.ts";
import type { PaperGroup } from "./paper.ts";

/** The rankings that are asked, by what they are about. */
type Asked = {
  readonly nominees: readonly UnitId[];
  readonly papers: readonly PaperGroup[];
  readonly all: readonly PaperGroup[];
};
type Pair = { readonly above: number; readonly below: number; others: number };

/**
 * Whether there are two nominees whom all of these papers, except fewer than `others`, place in the same order, while a
 * paper of `all` places them the other way round. An order that no paper denies says nothing of one unit alone.
 */
export function agreeOnPair({ nominees, papers, all }: Asked, others: number): boolean {
  const numbers = [...nominees.keys()];
  const placesOf = placesReader(nominees);
  let pairs = numbers.flatMap((above) =>
    numbers.flatMap((below): Pair[] => (above === below ? [] : [{ above, below, others: 0 }])),
  );
  for (const group of papers) {
    if (pairs.length === 0) return false;
    const places = placesOf(group);
    for (const pair of pairs) if (!isAbove(places, pair.above, pair.below)) pair.others += group.papers;
    pairs = pairs.filter((pair) => pair.others < others);
  }
  if (pairs.length === 0) return false;
  return all.some((group) => {
    const places = placesOf(group);
    return pairs.some(({ above, below }) => isAbove(places, below, above));
  });
}

/**
 * Reads the place of each nominee on a ranking, by the nominee's number; those that are not ranked come last. The
 * places hold until the next ranking is read: there may be 100,000.
 */
function placesReader(nominees: readonly UnitId[]): (group: PaperGroup) => Int16Array {
  const numbers = new Map(nominees.map((nominee, at) => [nominee, at]));
  const places = new Int16Array(nominees.length);
  return ({ paper }) => {
    places.fill(nominees.length);
    const ranking = paper.kind === "ranking" ? paper.ranking : [];
    for (const [place, group] of ranking.entries())
      for (const nominee of group) places[numbers.get(nominee) ?? 0] = place;
    return places;
  };
}

/** Whether these places have one above the other. */
function isAbove(places: Int16Array, above: number, below: number): boolean {
  return (places[above] ?? 0) < (places[below] ?? 0);
}
