import { gathered, weightAt } from "../grouping.ts";
import { type Rankings, rankEnd } from "../rankings.ts";

/**
 * How a rank of several nominees is counted. `permuted`: the paper counts as all orders of the rank, in equal parts.
 * `divided`: the weight is divided among the rank, and what one of them passes on goes to the next rank, past
 * the others; such a paper ends at a rank of which nobody is left. The program Droop counts so. Later ranks
 * then get more than is due to them, and some papers are wasted: use it only to repeat counts of that
 * program.
 */
export type EqualRanks = "permuted" | "divided";

/**
 * Papers that pass the same ranks as long as nobody's status changes. `equals`: papers with a rank of several, in
 * which excluded nominees stay.
 */
export type Route = {
  readonly ranks: readonly (readonly number[])[];
  readonly equals: boolean;
  readonly papers: bigint;
};

type Roles = {
  /** Not withdrawn. */
  readonly isInField: (nominee: number) => boolean;
  /** Not excluded either. */
  readonly takesPart: (nominee: number) => boolean;
  /** Neither excluded nor elected. */
  readonly keepsAll: (nominee: number) => boolean;
};

/** 1 for each distinct ballot with a rank of several in the field. */
export function ballotsWithEquals(
  { marks, starts, ballots, isStrict }: Rankings,
  isInField: (nominee: number) => boolean,
): Uint8Array {
  const equals = new Uint8Array(ballots);
  if (isStrict) return equals;
  for (let ballot = 0; ballot < ballots; ballot++) {
    let size = 0;
    for (let at = starts[ballot] ?? 0; at < (starts[ballot + 1] ?? 0) && size < 2; at++)
      size = marks[at] === rankEnd ? 0 : size + (isInField(marks[at] ?? 0) ? 1 : 0);
    if (size === 2) equals[ballot] = 1;
  }
  return equals;
}

/**
 * The papers by their route: past everybody who keeps a part, up to the first who keeps all. There are few routes,
 * however many distinct ballots there are.
 */
export function routesOf(
  rankings: Rankings,
  { equals, equalRanks, ...roles }: Roles & { readonly equals: Uint8Array; readonly equalRanks: EqualRanks },
): Route[] {
  const { ballots, weights, field } = rankings;
  const tree = newTree(field.nominees.length, roles);
  const { routes } = tree;
  const placeOf = new Map<string, number>();
  const places = new Uint32Array(ballots);
  const routeOf = routeReader(rankings, { ...roles, equalRanks });
  for (let ballot = 0; ballot < ballots; ballot++) {
    if (equals[ballot] !== 1) {
      places[ballot] = placeIn(tree, rankings, ballot);
      continue;
    }
    const { ranks, name } = routeOf(ballot);
    const place = placeOf.get(name) ?? routes.length;
    if (place === routes.length) routes.push({ ranks, equals: true });
    placeOf.set(name, place);
    places[ballot] = place;
  }
  const papers = gathered(weights, places, routes.length);
  return routes
    .map((route, place) => ({ ...route, papers: weightAt(papers, place) }))
    .filter((route) => route.papers > 0n);
}

/** The routes of strict rankings as a tree. The first route is that of papers that reach nobody. */
type Tree = {
  readonly routes: Omit<Route, "papers">[];
  readonly next: Map<number, number>;
  /** By nominee: keeps nothing, a part, or all. */
  readonly keeps: Uint8Array;
  /** One array per rank, so that its shares are computed once. */
  readonly ranks: readonly (readonly number[])[];
};

const keepsNothing = 0;
const keepsPart = 1;
const keepsEverything = 2;

function newTree(size: number, { takesPart, keepsAll }: Roles): Tree {
  const keeps = Uint8Array.from({ length: size }, (_, nominee) => {
    if (!takesPart(nominee)) return keepsNothing;
    return keepsAll(nominee) ? keepsEverything : keepsPart;
  });
  const ranks = Array.from(keeps, (_, nominee) => [nominee]);
  return { routes: [{ ranks: [], equals: false }], next: new Map(), keeps, ranks };
}

/** The place of the route of a strict ranking. A new route is added to the tree. */
function placeIn({ routes, next, keeps, ranks }: Tree, { marks, starts }: Rankings, ballot: number): number {
  const end = starts[ballot + 1] ?? 0;
  let place = 0;
  for (let at = starts[ballot] ?? 0; at < end; at++) {
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

/** Reads the route of a paper with a rank of several, and a name that no other route has. */
function routeReader({ marks, starts }: Rankings, roles: Roles & { readonly equalRanks: EqualRanks }) {
  const { isInField, takesPart, keepsAll, equalRanks } = roles;
  const ranksByName = new Map<string, readonly number[]>();
  const membersOf = equalRanks === "permuted" ? isInField : takesPart;

  return (ballot: number): { ranks: (readonly number[])[]; name: string } => {
    const ranks: (readonly number[])[] = [];
    let name = "";
    for (let at = starts[ballot] ?? 0; at < (starts[ballot + 1] ?? 0); at++) {
      const start = at;
      while (marks[at] !== rankEnd) at++;
      const inField = Array.from(marks.subarray(start, at)).filter(isInField);
      const rank = inField.filter(membersOf);
      if (!rank.some(takesPart)) {
        if (inField.length > 0 && equalRanks === "divided") break;
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
