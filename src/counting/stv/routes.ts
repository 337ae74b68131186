import { weightAt } from "../grouping.ts";
import { type Rankings, rankEnd } from "../rankings.ts";
import { type Roles, type RouteTree, treeOf } from "./route-tree.ts";

/**
 * How a rank of several nominees is counted. `permuted`: the paper counts as all orders of the rank, in equal parts.
 * `divided`: the weight is divided among the rank, and what one of them passes on goes to the next rank, past
 * the others; such a paper ends at a rank of which nobody is left. The program Droop counts so. Later ranks
 * then get more than is due to them, and some papers are wasted: use it only to repeat counts of that
 * program.
 */
export type EqualRanks = "permuted" | "divided";

/** The distinct ballots, by whether they have a rank of several in the field. */
type BallotsByRanks = { readonly strict: Int32Array; readonly equals: Int32Array };

export function ballotsByRanks(
  { marks, starts, ballots, isStrict }: Rankings,
  isInField: (nominee: number) => boolean,
): BallotsByRanks {
  const [strict, equals] = [new Int32Array(ballots), new Int32Array(isStrict ? 0 : ballots)];
  let [stricts, others] = [0, 0];
  for (let ballot = 0; ballot < ballots; ballot++) {
    const end = isStrict ? 0 : (starts[ballot + 1] ?? 0);
    let size = 0;
    for (let at = starts[ballot] ?? 0; at < end && size < 2; at++)
      size = marks[at] === rankEnd ? 0 : size + (isInField(marks[at] ?? 0) ? 1 : 0);
    if (size === 2) equals[others++] = ballot;
    else strict[stricts++] = ballot;
  }
  return { strict: strict.subarray(0, stricts), equals: equals.subarray(0, others) };
}

/** Papers with a rank of several that pass the same ranks. Excluded nominees stay in such a rank. */
type Route = {
  readonly ranks: readonly (readonly number[])[];
  readonly papers: bigint;
};

/**
 * The papers by their route: past everybody who keeps a part, up to the first who keeps all. They stay on it as long as
 * nobody's status changes. There are few routes, however many distinct ballots there are.
 */
export type Routes = { readonly strict: RouteTree; readonly equals: readonly Route[] };

/** @param before the routes with earlier statuses, which are used up; most ballots stay on theirs */
export function routesOf(
  rankings: Rankings,
  { strict, equals }: BallotsByRanks,
  { equalRanks, ...roles }: Roles & { readonly equalRanks: EqualRanks },
  before?: Routes,
): Routes {
  const tree = treeOf(rankings, strict, roles, before?.strict);
  if (equals.length === 0) return { strict: tree, equals: [] };
  const routeOf = routeReader(rankings, { ...roles, equalRanks });
  const found = new Map<string, { ranks: Route["ranks"]; papers: bigint }>();
  for (const ballot of equals) {
    const { ranks, name } = routeOf(ballot);
    const route = found.get(name) ?? { ranks, papers: 0n };
    route.papers += weightAt(rankings.weights, ballot);
    found.set(name, route);
  }
  return { strict: tree, equals: [...found.values()] };
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
