import { gathered, weightAt } from "../grouping.ts";
import { type Rankings, rankEnd } from "../rankings.ts";
import { type Places, placesOf, type Roles, type Route } from "./route-tree.ts";

/**
 * How a rank of several nominees is counted. `permuted`: the paper counts as all orders of the rank, in equal parts.
 * `divided`: the weight is divided among the rank, and what one of them passes on goes to the next rank, past
 * the others; such a paper ends at a rank of which nobody is left. The program Droop counts so. Later ranks
 * then get more than is due to them, and some papers are wasted: use it only to repeat counts of that
 * program.
 */
export type EqualRanks = "permuted" | "divided";

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
 *
 * @param before the places of the ballots with earlier statuses; most of them stay on their route
 */
export function routesOf(
  rankings: Rankings,
  { equals, equalRanks, ...roles }: Roles & { readonly equals: Uint8Array; readonly equalRanks: EqualRanks },
  before?: Places,
): { readonly routes: Route[]; readonly places: Places } {
  const places = placesOf(rankings, roles, equals, before);
  const { routes } = places.tree;
  const placeOf = new Map<string, number>();
  const routeOf = routeReader(rankings, { ...roles, equalRanks });
  for (let ballot = 0; ballot < rankings.ballots; ballot++) {
    if (equals[ballot] !== 1) continue;
    const { ranks, name } = routeOf(ballot);
    const place = placeOf.get(name) ?? routes.length;
    if (place === routes.length) routes.push({ ranks, equals: true });
    placeOf.set(name, place);
    places.of[ballot] = place;
  }
  const papers = gathered(rankings.weights, places.of, routes.length);
  const found = routes
    .map((route, place) => ({ ...route, papers: weightAt(papers, place) }))
    .filter((route) => route.papers > 0n);
  return { routes: found, places };
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
