import { gathered, weightAt } from "./grouping.ts";
import { type Rankings, rankEnd } from "./rankings.ts";

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
  const routes: Omit<Route, "papers">[] = [];
  const placeOf = new Map<string, number>();
  const toFirst = new Int32Array(field.nominees.length).fill(-1);
  const places = new Uint32Array(kinds);
  const reader = wayReader(rankings, { ...standings, equalRanks });
  for (let kind = 0; kind < kinds; kind++) {
    const several = equals[kind] === 1;
    // Most papers stay with the first who takes part: no way to be told apart by name.
    const first = several ? -1 : reader.first(kind);
    const alone = first !== -1 && standings.keepsAll(first);
    let place = alone ? (toFirst[first] ?? -1) : -1;
    if (place === -1) {
      const { ranks, name } = reader.way(kind, several);
      place = placeOf.get(name) ?? routes.length;
      if (place === routes.length) routes.push({ ranks, equals: several });
      placeOf.set(name, place);
      if (alone) toFirst[first] = place;
    }
    places[kind] = place;
  }
  const papers = gathered(weights, places, routes.length);
  return routes.map((route, place) => ({ ...route, papers: weightAt(papers, place) }));
}

function wayReader({ marks, starts }: Rankings, standings: Standings & { readonly equalRanks: EqualRanks }) {
  const { stands, takesPart, keepsAll, equalRanks } = standings;
  // One array per rank, so that its shares are reckoned once.
  const ranksByName = new Map<string, readonly number[]>();
  const membersOf = equalRanks === "permuted" ? stands : takesPart;

  return {
    first(kind: number): number {
      for (let at = starts[kind] ?? 0; at < (starts[kind + 1] ?? 0); at++) {
        const nominee = marks[at] ?? rankEnd;
        if (nominee !== rankEnd && takesPart(nominee)) return nominee;
      }
      return -1;
    },
    way(kind: number, several: boolean): { ranks: (readonly number[])[]; name: string } {
      const ranks: (readonly number[])[] = [];
      let name = several ? "=" : "";
      for (let at = starts[kind] ?? 0; at < (starts[kind + 1] ?? 0); at++) {
        const start = at;
        while (marks[at] !== rankEnd) at++;
        const standing = Array.from(marks.subarray(start, at)).filter(stands);
        const rank = standing.filter(membersOf);
        if (!rank.some(takesPart)) {
          if (several && standing.length > 0 && equalRanks === "divided") break;
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
    },
  };
}
