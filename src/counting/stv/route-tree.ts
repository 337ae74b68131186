import { type Rankings, rankEnd } from "../rankings.ts";

/**
 * Papers that pass the same ranks as long as nobody's status changes. `equals`: papers with a rank of several, in
 * which excluded nominees stay.
 */
export type Route = {
  readonly ranks: readonly (readonly number[])[];
  readonly equals: boolean;
  readonly papers: bigint;
};

export type Roles = {
  /** Not withdrawn. */
  readonly isInField: (nominee: number) => boolean;
  /** Not excluded either. */
  readonly takesPart: (nominee: number) => boolean;
  /** Neither excluded nor elected. */
  readonly keepsAll: (nominee: number) => boolean;
};

/** The routes of strict rankings as a tree. The first route is that of papers that reach nobody. */
type Tree = {
  readonly routes: Omit<Route, "papers">[];
  readonly next: Map<number, number>;
  /** By nominee: keeps nothing, a part, or all. */
  readonly keeps: Uint8Array;
  /** One array per rank, so that its shares are computed once. */
  readonly ranks: readonly (readonly number[])[];
};

const start: Tree["routes"][number] = { ranks: [], equals: false };

/** Where strict rankings stand in a tree: by ballot the place of its route, and the mark after the last one read. */
export type Places = { readonly tree: Tree; readonly of: Uint32Array; readonly stops: Int32Array };

const keepsNothing = 0;
const keepsPart = 1;
const keepsEverything = 2;

/**
 * The places of strict rankings, in a new tree.
 *
 * @param isOther 1 for a ballot that is no strict ranking and has no place here
 * @param before the places with earlier statuses, which are used up: a ballot goes on from there if it was held by
 *   somebody who no longer keeps all, and else stays on its route
 */
export function placesOf(rankings: Rankings, roles: Roles, isOther: Uint8Array, before?: Places): Places {
  const { ballots, starts, field } = rankings;
  const tree = newTree(field.nominees.length, roles);
  const known = before && isLater(tree, before.tree) ? before : undefined;
  const of = known?.of ?? new Uint32Array(ballots);
  const stops = known?.stops ?? starts.slice(0, ballots);
  const places = { tree, of, stops };
  const routes = known?.tree.routes ?? [start];
  const same = Uint32Array.from(routes, (route) => sameRoute(tree, route));
  const isHeld = Uint8Array.from(routes, (route) => (isHeldBy(tree, route) ? 1 : 0));
  for (let ballot = 0; ballot < ballots; ballot++) {
    if (isOther[ballot] === 1) continue;
    const old = of[ballot] ?? 0;
    of[ballot] = same[old] ?? 0;
    if (isHeld[old] === 0) goOn(places, rankings, ballot);
  }
  return places;
}

function newTree(size: number, { takesPart, keepsAll }: Roles): Tree {
  const keeps = Uint8Array.from({ length: size }, (_, nominee) => {
    if (!takesPart(nominee)) return keepsNothing;
    return keepsAll(nominee) ? keepsEverything : keepsPart;
  });
  const ranks = Array.from(keeps, (_, nominee) => [nominee]);
  return { routes: [start], next: new Map(), keeps, ranks };
}

/** Whether only those who kept all may have another status now, so that routes only grow longer or lose their end. */
function isLater({ keeps }: Tree, before: Tree): boolean {
  return before.keeps.every((kept, nominee) => kept === keepsEverything || kept === keeps[nominee]);
}

/** Whether the last nominee on a route keeps all, so that the papers go no further. */
function isHeldBy({ keeps }: Tree, { ranks }: Tree["routes"][number]): boolean {
  const last = ranks.at(-1)?.[0];
  return last !== undefined && keeps[last] === keepsEverything;
}

/** The place of a strict route of an earlier tree, without those who take part no longer. */
function sameRoute(tree: Tree, { ranks, equals }: Tree["routes"][number]): number {
  let place = 0;
  if (equals) return place;
  for (const [nominee] of ranks)
    if (nominee !== undefined && tree.keeps[nominee] !== keepsNothing) place = next(tree, place, nominee);
  return place;
}

/** Reads a ballot on from where it stopped, up to the first who keeps all. */
function goOn({ tree, of, stops }: Places, { marks, starts }: Rankings, ballot: number): void {
  const { keeps } = tree;
  const end = starts[ballot + 1] ?? 0;
  let place = of[ballot] ?? 0;
  let at = stops[ballot] ?? 0;
  while (at < end) {
    const nominee = marks[at++] ?? rankEnd;
    if (nominee === rankEnd || keeps[nominee] === keepsNothing) continue;
    place = next(tree, place, nominee);
    if (keeps[nominee] === keepsEverything) break;
  }
  of[ballot] = place;
  stops[ballot] = at;
}

/** The place of the route that goes on to this nominee. A new route is added to the tree. */
function next({ routes, next, keeps, ranks }: Tree, place: number, nominee: number): number {
  const edge = place * keeps.length + nominee;
  const known = next.get(edge);
  if (known !== undefined) return known;
  routes.push({ ranks: [...(routes[place]?.ranks ?? []), ranks[nominee] ?? []], equals: false });
  next.set(edge, routes.length - 1);
  return routes.length - 1;
}
