import { type Exchange, exchanged } from "./alike.ts";
import type { Count, Nominee, Outcome, Unlisted } from "./rule.ts";
import { committeesMax } from "./together.ts";

/** With few tied nominees, so many states are met whatever a state costs: there are hardly more branches. */
const [fewTied, fewStates] = [8, 300];

/** How many states are met for the committees: as many as for the outcome, and of few tied nominees not too few. */
export function statesMaxFor(undecided: Outcome["undecided"], branchesMax: number): number {
  return (undecided?.tied.length ?? 0) > fewTied ? branchesMax : Math.max(branchesMax, fewStates);
}

/** How a count goes on from a state. It ends, with committees or without any; or one of several nominees is picked. */
export type Going<S> =
  | { readonly ended: Iterable<readonly number[]> | undefined }
  | { readonly next: readonly S[]; readonly picked?: readonly number[] };

/** Committees: how many, and whether one is among them, by its indexes in ascending order. */
type Known = { readonly size: number; readonly has: (committee: readonly number[]) => boolean };

/** A count whose ties are followed for the committees that it may end with. */
type Endings<S> = {
  readonly start: () => S;
  readonly keyOf: (state: S) => string;
  /** Counts on from a state, and writes nothing down. `picked` names whom the next states differ by. */
  readonly advance: (state: S) => Going<S>;
  /** Whether all committees that a state may end with are known: then it need not be followed. */
  readonly isKnown?: (state: S, known: Known) => boolean;
  /** Exchanges of nominees that change nothing in the count and leave these where they are. */
  readonly exchangesBut?: (picked: readonly number[]) => readonly Exchange[];
  /** How many states are met at most. */
  readonly statesMax: number;
};

/** A state, whom a lot picked on the way to it, and whether nominees may still be alike in it. */
type Node<S> = { readonly state: S; readonly picked: readonly number[]; readonly mayBeAlike: boolean };

/**
 * The committees that the branches of a tied count end with, each once, in the order of the nominees. Whoever is tied for
 * several seats may take them only together with those of one branch.
 *
 * Of branches that pick nominees who are alike one is followed: it stands for the others, with the nominees exchanged. A
 * state is left out where all that it may end with is found already.
 *
 * @returns `isAnyOfTied` where all the tied are alike; `unlisted` where there are more committees than are listed, or
 * more states than are met; nothing where at most one seat is undecided
 */
export function committeesIn<S>(
  nominees: readonly Nominee[],
  undecided: Outcome["undecided"],
  count: Endings<S>,
): Pick<Count, "committees" | "unlisted" | "isAnyOfTied"> {
  if (undecided === undefined || undecided.seats < 2) return {};
  if (count.statesMax > 0 && areAllAlike(nominees, undecided.tied, count.exchangesBut?.([]) ?? []))
    return { isAnyOfTied: true };
  const found: Found = { committees: new Map(), exchanges: [] };
  const reason = follow(count, found);
  if (reason !== undefined) return { unlisted: reason };
  return { committees: sorted(found).map((places) => places.map((place) => nominees[place] ?? "")) };
}

function follow<S>(count: Endings<S>, found: Found): Unlisted | undefined {
  const { keyOf, advance, isKnown, exchangesBut, statesMax } = count;
  const met = new Set<string>();
  const nodes: Node<S>[] = [{ state: count.start(), picked: [], mayBeAlike: exchangesBut !== undefined }];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    const key = keyOf(node.state);
    if (met.has(key)) continue;
    if (met.size >= statesMax) return "notFollowed";
    met.add(key);
    const known = {
      size: found.committees.size,
      has: (committee: readonly number[]) => has(found, committee),
    };
    if (known.size > 0 && isKnown?.(node.state, known)) continue;
    const going = advance(node.state);
    if ("next" in going) nodes.push(...nextOf(node, going, count, found));
    else if (going.ended === undefined) return "notFollowed";
    else for (const committee of going.ended) add(found, committee);
    if (isTooMany(found)) return "tooMany";
  }
  return undefined;
}

/** The next states to meet: of those that pick nominees who are alike, the first. */
function nextOf<S>(
  { picked, mayBeAlike }: Node<S>,
  { next, picked: choices = [] }: Extract<Going<S>, { next: unknown }>,
  { exchangesBut }: Endings<S>,
  found: Found,
): Node<S>[] {
  const isChoice = next.length > 1;
  const exchanges = mayBeAlike && isChoice ? (exchangesBut?.(picked) ?? []) : [];
  exchangeAlso(found, exchanges);
  const goesOnAlike = mayBeAlike && (!isChoice || exchanges.length > 0);
  const stoodFor = new Set<number>();
  return next.flatMap((state, place): Node<S>[] => {
    const choice = choices[place];
    if (!isChoice || choice === undefined) return [{ state, picked, mayBeAlike: goesOnAlike }];
    if (stoodFor.has(choice)) return [];
    for (const other of exchanged([choice], exchanges)) stoodFor.add(other[0] ?? choice);
    return [{ state, picked: [...picked, choice], mayBeAlike: goesOnAlike }];
  });
}

/** The committees found, with those that they become when nominees who are alike are exchanged; by their text. */
type Found = { readonly committees: Map<string, readonly number[]>; readonly exchanges: Exchange[] };

const has = ({ committees }: Found, committee: readonly number[]) => committees.has(committee.join());

const isTooMany = ({ committees }: Found) => committees.size > committeesMax;

function add(found: Found, committee: readonly number[]): void {
  if (has(found, committee)) return;
  for (const other of exchanged(committee, found.exchanges)) {
    found.committees.set(other.join(), other);
    if (isTooMany(found)) return;
  }
}

/** Adds exchanges, and exchanges the nominees of the committees that are already found. */
function exchangeAlso(found: Found, exchanges: readonly Exchange[]): void {
  if (exchanges.length === 0) return;
  const added = exchanges.filter((exchange) => !isImplied(found.exchanges, exchange));
  if (added.length === 0) return;
  found.exchanges.push(...added);
  const before = [...found.committees.values()];
  found.committees.clear();
  for (const committee of before) if (!isTooMany(found)) add(found, committee);
}

/** Whether any two of the tied may be exchanged: then whoever of them has the seats, others may have them as well. */
function areAllAlike(
  nominees: readonly Nominee[],
  tied: readonly Nominee[],
  exchanges: readonly Exchange[],
): boolean {
  const alike = alikeWith(nominees.indexOf(tied[0] ?? ""), exchanges);
  return tied.every((nominee) => alike.has(nominees.indexOf(nominee)));
}

/** Whether earlier exchanges, one after the other, already exchange these two nominees. */
function isImplied(exchanges: readonly Exchange[], exchange: Exchange): boolean {
  const [one, other] = twoOf(exchange) ?? [];
  return one !== undefined && other !== undefined && alikeWith(one, exchanges).has(other);
}

/** The nominees with whom this one may be exchanged while all others stay, by exchanges of two, one after the other. */
function alikeWith(nominee: number, exchanges: readonly Exchange[]): Set<number> {
  const ofTwo = exchanges.filter((exchange) => twoOf(exchange) !== undefined);
  return new Set([...exchanged([nominee], ofTwo)].map(([other = nominee]) => other));
}

function twoOf(exchange: Exchange): readonly number[] | undefined {
  const moved = [...exchange.keys()].filter((nominee) => exchange[nominee] !== nominee);
  return moved.length === 2 ? moved : undefined;
}

function sorted(found: Found): (readonly number[])[] {
  return [...found.committees.values()].sort((a, b) => {
    const differs = a.findIndex((place, index) => place !== b[index]);
    return differs < 0 ? a.length - b.length : (a[differs] ?? -1) - (b[differs] ?? -1);
  });
}
