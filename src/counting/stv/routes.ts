import { gathered, weightAt } from "../grouping.ts";
import { type Rankings, rankEnd } from "../rankings.ts";

/**
 * How a rank of several is counted. `permuted`: the paper counts as all the orders of the rank, in equal parts. `divided`:
 * the weight is divided among the rank, and what one of them lets pass goes on to the next rank, past the others;
 * such a paper ends at a rank of which nobody is left. That is how the program Droop counts: later ranks get more
 * than is due to them, and some papers are wasted, so it is here to repeat such counts and for nothing else.
 */
export type EqualRanks = "permuted" | "divided";

/**
 * Papers that go the same way as long as nobody's standing changes: the ranks that they come by. `equals` are papers
 * with a rank of several, in which the excluded stay.
 */
export type Route = {
  readonly ranks: readonly (readonly number[])[];
  readonly equals: boolean;
  readonly papers: bigint;
};

export type Standings = {
  /** Not withdrawn. */
  readonly stands: (nominee: number) => boolean;
  /** Not excluded either. */
  readonly takesPart: (nominee: number) => boolean;
  /** Neither excluded nor elected. */
  readonly keepsAll: (nominee: number) => boolean;
};

/** Which kinds of paper have a rank of several who stand. */
export function kindsWithEquals(
  { marks, starts, kinds }: Rankings,
  stands: (nominee: number) => boolean,
): Uint8Array {
  const equals = new Uint8Array(kinds);
  for (let kind = 0; kind < kinds; kind++) {
    let size = 0;
    for (let at = starts[kind] ?? 0; at < (starts[kind + 1] ?? 0) && size < 2; at++)
      size = marks[at] === rankEnd ? 0 : size + (stands(marks[at] ?? 0) ? 1 : 0);
    if (size === 2) equals[kind] = 1;
  }
  return equals;
}

/**
 * The papers by the way that they go: past everybody who keeps a part, up to the first who keeps all. That is a
 * few ways, however many kinds of paper there are.
 */
export function routesOf(
  rankings: Rankings,
  {
    equals,
    equalRanks,
    ...standings
  }: Standings & { readonly equals: Uint8Array; readonly equalRanks: EqualRanks },
): Route[] {
  const { kinds, weights, field } = rankings;
  const tree = newTree(field.nominees.length, standings);
  const { routes } = tree;
  const placeOf = new Map<string, number>();
  const places = new Uint32Array(kinds);
  const wayOf = wayReader(rankings, { ...standings, equalRanks });
  for (let kind = 0; kind < kinds; kind++) {
    if (equals[kind] !== 1) {
      places[kind] = placeIn(tree, rankings, kind);
      continue;
    }
    const { ranks, name } = wayOf(kind);
    const place = placeOf.get(name) ?? routes.length;
    if (place === routes.length) routes.push({ ranks, equals: true });
    placeOf.set(name, place);
    places[kind] = place;
  }
  const papers = gathered(weights, places, routes.length);
  return routes
    .map((route, place) => ({ ...route, papers: weightAt(papers, place) }))
    .filter((route) => route.papers > 0n);
}

/** The ways of papers in single file: a tree from route to route, the first being the way of those past whom nobody is. */
type Tree = {
  readonly routes: Omit<Route, "papers">[];
  readonly next: Map<number, number>;
  /** By nominee: keeps nothing, a part, or all. */
  readonly keeps: Uint8Array;
  /** One array per rank, so that its shares are reckoned once. */
  readonly ranks: readonly (readonly number[])[];
};

const keepsNothing = 0;
const keepsPart = 1;
const keepsEverything = 2;

function newTree(size: number, { takesPart, keepsAll }: Standings): Tree {
  const keeps = Uint8Array.from({ length: size }, (_, nominee) => {
    if (!takesPart(nominee)) return keepsNothing;
    return keepsAll(nominee) ? keepsEverything : keepsPart;
  });
  const ranks = Array.from(keeps, (_, nominee) => [nominee]);
  return { routes: [{ ranks: [], equals: false }], next: new Map(), keeps, ranks };
}

/** The route of a paper in single file, in the tree from now on if it was not before. */
function placeIn({ routes, next, keeps, ranks }: Tree, { marks, starts }: Rankings, kind: number): number {
  const end = starts[kind + 1] ?? 0;
  let place = 0;
  for (let at = starts[kind] ?? 0; at < end; at++) {
    const nominee = marks[at] ?? rankEnd;
    if (nominee === rankEnd || keeps[nominee] === keepsNothing) continue;
    const edge = place * keeps.length + nominee;
    const known = next.get(edge);
    if (known === undefined) {
      routes.push({ ranks: [...(routes[place]?.ranks ?? []), ranks[nominee] ?? []], equals: false });
      next.set(edge, routes.length - 1);
    }
    place = known ?? routes.length - 1;
    if (keeps[nominee] === keepsEverything) break;
  }
  return place;
}

/** Reads the way of a paper with a rank of several, and a name that tells it from all others. */
function wayReader({ marks, starts }: Rankings, standings: Standings & { readonly equalRanks: EqualRanks }) {
  const { stands, takesPart, keepsAll, equalRanks } = standings;
  const ranksByName = new Map<string, readonly number[]>();
  const membersOf = equalRanks === "permuted" ? stands : takesPart;

  return (kind: number): { ranks: (readonly number[])[]; name: string } => {
    const ranks: (readonly number[])[] = [];
    let name = "";
    for (let at = starts[kind] ?? 0; at < (starts[kind + 1] ?? 0); at++) {
      const start = at;
      while (marks[at] !== rankEnd) at++;
      const standing = Array.from(marks.subarray(start, at)).filter(stands);
      const rank = standing.filter(membersOf);
      if (!rank.some(takesPart)) {
        if (standing.length > 0 && equalRanks === "divided") break;
        continue;
      }
      const rankName = rank.join("=");
      const known = ranksByName.get(rankName) ?? rank;
      ranksByName.set(rankName, known);
      ranks.push(known);
      name += `${rankName}>`;
      if (equalRanks === "permuted" ? rank.some(keepsAll) : rank.every(keepsAll)) break;
    }
    return { ranks, name };
  };
}
