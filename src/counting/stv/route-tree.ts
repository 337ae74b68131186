import { weightAt } from "../grouping.ts";
import { type Rankings, rankEnd } from "../rankings.ts";
import { type Arrival, sortedBy, together } from "./papers.ts";

export type Roles = {
  /** Not withdrawn. */
  readonly isInField: (nominee: number) => boolean;
  /** Not excluded either. */
  readonly takesPart: (nominee: number) => boolean;
  /** Neither excluded nor elected. */
  readonly keepsAll: (nominee: number) => boolean;
};

/** A place in the tree of routes: papers that have passed the same nominees, one after the other, up to this one. */
type Place = {
  readonly nominee: number;
  /** The place before, at an earlier index. */
  readonly before: number;
  /** The papers that come here, and those of them that go no further. */
  papers: bigint;
  stopping: bigint;
};

/**
 * The routes of strict rankings as a tree: past everybody who keeps a part, up to the first who keeps all. The first
 * place is where all papers begin; those stop there that reach nobody.
 */
export type RouteTree = {
  readonly places: Place[];
  /** By place, the ballots that stop there. */
  readonly piles: Pile[][];
  readonly next: Map<number, number>;
  /** By nominee: keeps nothing, a part, or all. */
  readonly keeps: Uint8Array;
  /** By ballot the mark after the last one read. */
  readonly stops: Int32Array;
};

type Pile = Pick<Arrival, "ballots" | "papers">;

const keepsNothing = 0;
const keepsPart = 1;
const keepsEverything = 2;

/**
 * The routes of strict rankings.
 *
 * @param ballots those that are strict
 * @param before the tree with earlier statuses, which is used up: ballots go on from there if they were held by somebody
 *   who no longer keeps all. All others stay on their route, whole piles at a time.
 */
export function treeOf(rankings: Rankings, ballots: Int32Array, roles: Roles, before?: RouteTree): RouteTree {
  const keeps = keepsOf(rankings.field.nominees.length, roles);
  const known = before && isLater(keeps, before.keeps) ? before : undefined;
  const tree: RouteTree = {
    places: [],
    piles: [],
    next: new Map(),
    keeps,
    stops: known?.stops ?? rankings.starts.slice(0, rankings.ballots),
  };
  add(tree, { nominee: -1, before: -1, papers: 0n, stopping: 0n });
  if (known) goOnFrom(tree, known, rankings);
  else goOn(tree, rankings, ballots, 0);
  // Each place comes after the one before it, so backwards all of its papers are known.
  for (let index = tree.places.length - 1; index > 0; index--) {
    const { before, papers } = tree.places[index] as Place;
    const place = tree.places[before];
    if (place) place.papers += papers;
  }
  return tree;
}

function keepsOf(size: number, { takesPart, keepsAll }: Roles): Uint8Array {
  const keeps = new Uint8Array(size);
  for (let nominee = 0; nominee < size; nominee++)
    if (takesPart(nominee)) keeps[nominee] = keepsAll(nominee) ? keepsEverything : keepsPart;
  return keeps;
}

/** Whether only those who kept all may have another status now, so that routes only grow longer or lose their end. */
function isLater(keeps: Uint8Array, before: Uint8Array): boolean {
  return before.every((kept, nominee) => kept === keepsEverything || kept === keeps[nominee]);
}

/** Takes over the places of an earlier tree, without those who take part no longer. */
function goOnFrom(tree: RouteTree, known: RouteTree, rankings: Rankings): void {
  const { keeps } = tree;
  const same = new Uint32Array(known.places.length);
  for (const [index, { nominee, before, papers }] of known.places.entries()) {
    // Nothing comes here any more, or to the places after it.
    if (papers === 0n) continue;
    const from = same[before] ?? 0;
    const place = index === 0 || keeps[nominee] === keepsNothing ? from : next(tree, from, nominee);
    same[index] = place;
    const piles = known.piles[index] ?? [];
    // Whoever does not keep all holds only papers that name nobody else.
    const isFreed = known.keeps[nominee] === keepsEverything && keeps[nominee] !== keepsEverything;
    if (!isFreed) for (const pile of piles) stop(tree, place, pile);
    else if (piles.length > 0) goOn(tree, rankings, together(piles.map(({ ballots }) => ballots)), place);
  }
}

/** Reads ballots of one place on from where each stopped, up to the first who keeps all. */
function goOn(tree: RouteTree, rankings: Rankings, ballots: Int32Array, place: number): void {
  if (ballots.length === 1) goOnAlone(tree, rankings, ballots, place);
  else goOnTogether(tree, rankings, ballots, place);
}

function goOnTogether(tree: RouteTree, rankings: Rankings, ballots: Int32Array, place: number): void {
  const { keeps } = tree;
  const nobody = keeps.length;
  const found = new Int32Array(ballots.length);
  for (let index = 0; index < ballots.length; index++)
    found[index] = nextOf(tree, rankings, ballots[index] ?? 0);
  for (const arrival of sortedBy(found, ballots, nobody, rankings.weights)) {
    const { destination } = arrival;
    if (destination === nobody) stop(tree, place, arrival);
    else if (keeps[destination] === keepsEverything) stop(tree, next(tree, place, destination), arrival);
    else goOn(tree, rankings, arrival.ballots, next(tree, place, destination));
  }
}

/** The same for one ballot, of which there are most late in a count: nothing is to be sorted. */
function goOnAlone(tree: RouteTree, rankings: Rankings, ballots: Int32Array, from: number): void {
  const { keeps } = tree;
  const [ballot = 0] = ballots;
  let place = from;
  let destination = nextOf(tree, rankings, ballot);
  while (keeps[destination] === keepsPart) {
    place = next(tree, place, destination);
    destination = nextOf(tree, rankings, ballot);
  }
  if (destination < keeps.length) place = next(tree, place, destination);
  stop(tree, place, { ballots, papers: weightAt(rankings.weights, ballot) });
}

/** The next nominee of a ballot who takes part; the number of nominees for nobody. */
function nextOf({ keeps, stops }: RouteTree, { marks, starts, isStrict }: Rankings, ballot: number): number {
  const step = isStrict ? 2 : 1;
  const end = starts[ballot + 1] ?? 0;
  let at = stops[ballot] ?? 0;
  let nominee: number = rankEnd;
  for (; at < end; at += step) {
    nominee = marks[at] ?? rankEnd;
    if (nominee !== rankEnd && keeps[nominee] !== keepsNothing) break;
  }
  stops[ballot] = at + step;
  return at < end ? nominee : keeps.length;
}

function stop({ places, piles }: RouteTree, index: number, { ballots, papers }: Pile): void {
  const place = places[index];
  if (place === undefined) return;
  place.stopping += papers;
  place.papers += papers;
  piles[index]?.push({ ballots, papers });
}

function add({ places, piles }: RouteTree, place: Place): number {
  piles.push([]);
  return places.push(place) - 1;
}

/** The place after this one at which a nominee is passed. A new one is added to the tree. */
function next(tree: RouteTree, before: number, nominee: number): number {
  const edge = before * tree.keeps.length + nominee;
  const known = tree.next.get(edge);
  if (known !== undefined) return known;
  const place = add(tree, { nominee, before, papers: 0n, stopping: 0n });
  tree.next.set(edge, place);
  return place;
}
