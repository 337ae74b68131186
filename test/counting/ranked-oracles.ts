import type { Election, Nominee, RankedPaper } from "../../src/counting/rule.ts";

/*
 * The rules on rankings once more, by brute force and as their definitions read: nothing is grouped, cut off or kept, and
 * every way in which a tie may fall is gone. Numbers are whole and small. Nothing here is shared with the rules.
 */

type Ranked = Election<RankedPaper>;

/** What a rule must come to, without an order of names. */
export type Expected = { elected: Nominee[]; tied: Nominee[]; open: number; vacant: number };

/** From every set that may be elected. */
export function fromSets(
  { nominees, seats }: Pick<Ranked, "nominees" | "seats">,
  sets: readonly (readonly Nominee[])[],
): Expected {
  const elected = nominees.filter((name) => sets.every((set) => set.includes(name)));
  const tied = nominees.filter((name) => !elected.includes(name) && sets.some((set) => set.includes(name)));
  const filled = Math.min(seats, sets[0]?.length ?? 0);
  return {
    elected: [...elected].sort(),
    tied: tied.sort(),
    open: tied.length > 0 ? filled - elected.length : 0,
    vacant: seats - filled,
  };
}

/** From a relation: whoever is among the first in every order of the pairs that it leaves open, and in some. */
export function fromAbove(
  { nominees, seats }: Pick<Ranked, "nominees" | "seats">,
  above: (a: Nominee, b: Nominee) => boolean,
): Expected {
  const others = (name: Nominee) => nominees.filter((other) => other !== name);
  const sure = nominees.filter((a) => others(a).filter((b) => !above(a, b)).length < seats);
  const possible = nominees.filter((a) => others(a).filter((b) => above(b, a)).length < seats);
  const tied = possible.filter((name) => !sure.includes(name));
  const filled = Math.min(seats, nominees.length);
  return {
    elected: [...sure].sort(),
    tied: tied.sort(),
    open: tied.length > 0 ? filled - sure.length : 0,
    vacant: seats - filled,
  };
}

export const byScore = (election: Pick<Ranked, "nominees" | "seats">, score: (name: Nominee) => number) =>
  fromAbove(election, (a, b) => score(a) > score(b));

const placeOn = ({ ranking }: RankedPaper, name: Nominee) => {
  const place = ranking.findIndex((rank) => rank.includes(name));
  return place < 0 ? Number.POSITIVE_INFINITY : place;
};

/** How many papers prefer `a` to `b`; one that does not rank both has no opinion where `ignored`. */
export function preferring({ papers }: Ranked, a: Nominee, b: Nominee, ignored = false): number {
  let sum = 0;
  for (const paper of papers) {
    const [one, other] = [placeOn(paper, a), placeOn(paper, b)];
    if (one < other && !(ignored && other === Number.POSITIVE_INFINITY)) sum += Number(paper.weight);
  }
  return sum;
}

type Strength = "winning-votes" | "margins" | "ratio";

/** How strong the victory of `a` over `b` is, 0 where there is none. */
function strengthOf(election: Ranked, strength: Strength, ignored: boolean) {
  return (a: Nominee, b: Nominee) => {
    const [one, other] = [preferring(election, a, b, ignored), preferring(election, b, a, ignored)];
    if (one <= other) return 0;
    // No paper of a small profile is against a thousand; equal ratios are equal numbers.
    if (strength === "ratio") return other === 0 ? one * 1_000 : one / other;
    return strength === "margins" ? one - other : one;
  };
}

/** Schulze by every path that there is. */
export function schulzeOracle(election: Ranked, strength: Strength, ignored: boolean): Expected {
  const direct = strengthOf(election, strength, ignored);
  const width = (from: Nominee, to: Nominee, via: readonly Nominee[]): number =>
    Math.max(
      direct(from, to),
      ...via.map((next) => {
        const rest = via.filter((name) => name !== next);
        return Math.min(direct(from, next), width(next, to, rest));
      }),
    );
  const path = (a: Nominee, b: Nominee) =>
    width(
      a,
      b,
      election.nominees.filter((name) => name !== a && name !== b),
    );
  return fromAbove(election, (a, b) => path(a, b) > path(b, a));
}

/** Ranked pairs by every order of the victories that goes from strong to weak. */
export function rankedPairsOracle(election: Ranked, strength: Strength, ignored: boolean): Expected {
  const { nominees } = election;
  const direct = strengthOf(election, strength, ignored);
  const victories = nominees.flatMap((a) =>
    nominees.flatMap((b) => (a !== b && direct(a, b) > 0 ? { a, b, size: direct(a, b) } : [])),
  );
  type Victory = (typeof victories)[number];
  const results = new Map<string, readonly Victory[]>();
  const seen = new Set<string>();
  const goOn = (locked: readonly Victory[], left: readonly Victory[]): void => {
    const key = JSON.stringify(
      [locked, left].map((some) => some.map((one) => victories.indexOf(one)).sort()),
    );
    if (seen.has(key)) return;
    seen.add(key);
    if (left.length === 0) return void results.set(key, locked);
    const strongest = Math.max(...left.map(({ size }) => size));
    for (const next of left.filter(({ size }) => size === strongest)) {
      const closesCycle = reaches(locked, next.b, next.a);
      goOn(
        closesCycle ? locked : [...locked, next],
        left.filter((one) => one !== next),
      );
    }
  };
  goOn([], victories);
  const each = [...results.values()].map((locked) => fromAbove(election, (a, b) => reaches(locked, a, b)));
  const elected = nominees.filter((name) => each.every((one) => one.elected.includes(name)));
  const open = nominees.filter(
    (name) =>
      !elected.includes(name) && each.some((one) => one.elected.includes(name) || one.tied.includes(name)),
  );
  const filled = Math.min(election.seats, nominees.length);
  return {
    elected: [...elected].sort(),
    tied: open.sort(),
    open: open.length > 0 ? filled - elected.length : 0,
    vacant: election.seats - filled,
  };
}

function reaches(edges: readonly { a: Nominee; b: Nominee }[], from: Nominee, to: Nominee): boolean {
  return edges.some(({ a, b }) => a === from && (b === to || reaches(edges, b, to)));
}

const won = (election: Ranked, ignored: boolean) => (a: Nominee, b: Nominee) =>
  Math.sign(preferring(election, a, b, ignored) - preferring(election, b, a, ignored));

export function copelandOracle(
  election: Ranked,
  variant: "wins" | "wins-minus-losses" | "second-order",
  ignored: boolean,
): Expected {
  const against = won(election, ignored);
  const others = (a: Nominee) => election.nominees.filter((b) => b !== a);
  const sum = (a: Nominee, of: (b: Nominee) => number) => others(a).reduce((all, b) => all + of(b), 0);
  const points = (a: Nominee) =>
    sum(a, (b) => {
      if (variant === "wins") return against(a, b) > 0 ? 2 : 0;
      return variant === "second-order" ? against(a, b) + 1 : against(a, b);
    });
  const beaten = (a: Nominee) => sum(a, (b) => (against(a, b) > 0 ? points(b) : 0));
  return byScore(election, (a) => 1_000 * points(a) + (variant === "second-order" ? beaten(a) : 0));
}

export function minimaxOracle(
  election: Ranked,
  strength: Strength | "pairwise-opposition",
  ignored: boolean,
): Expected {
  return byScore(election, (a) => {
    const opposed = election.nominees.flatMap((b) => {
      if (a === b) return [];
      const [against, inFavour] = [preferring(election, b, a, ignored), preferring(election, a, b, ignored)];
      if (strength === "margins") return against - inFavour;
      if (strength === "ratio") return strengthOf(election, strength, ignored)(b, a);
      return strength === "winning-votes" && against <= inFavour ? 0 : against;
    });
    return opposed.length === 0 ? 0 : -Math.max(...opposed);
  });
}

/** Half points: two for each nominee ranked lower, one for each ranked level. */
export function bordaOracle(election: Ranked, ignored: boolean): Expected {
  const { nominees, papers } = election;
  return byScore(election, (a) =>
    papers.reduce((all, paper) => {
      const own = placeOn(paper, a);
      if (ignored && own === Number.POSITIVE_INFINITY) return all;
      const points = nominees.reduce((sum, b) => {
        const other = placeOn(paper, b);
        return a === b ? sum : sum + (own < other ? 2 : own === other ? 1 : 0);
      }, 0);
      return all + Number(paper.weight) * points;
    }, 0),
  );
}

/** How a paper with several best nominees counts: for none of them, for each its part, or from then on for nobody. */
type Several = "none" | "split" | "stops";

const parts = 2_520;

/** A count in rounds in which the last one leaves, and papers stop where the rule says so. */
export function roundsOracle(election: Ranked, several: Several, until: "majority" | "seats"): Expected {
  const { nominees, seats, papers } = election;
  const sets: Nominee[][] = [];
  const round = (standing: readonly Nominee[], stopped: readonly boolean[]): void => {
    const votes = new Map(standing.map((name) => [name, 0]));
    const stops = papers.map(({ weight, ranking }, index) => {
      if (stopped[index]) return true;
      const best = ranking.map((rank) => rank.filter((name) => standing.includes(name)));
      const first = best.find((rank) => rank.length > 0) ?? [];
      if (first.length > 1 && several !== "split") return several === "stops";
      for (const name of first)
        votes.set(name, (votes.get(name) ?? 0) + (Number(weight) * parts) / first.length);
      return false;
    });
    const of = (name: Nominee) => votes.get(name) ?? 0;
    const all = standing.reduce((sum, name) => sum + of(name), 0);
    const majority = standing.find((name) => 2 * of(name) > all);
    if (until === "majority" && majority !== undefined) return void sets.push([majority]);
    if (standing.length <= seats) return void sets.push([...standing]);
    const fewest = Math.min(...standing.map(of));
    for (const last of standing.filter((name) => of(name) === fewest))
      round(
        standing.filter((name) => name !== last),
        stops,
      );
  };
  round(
    nominees,
    papers.map(() => false),
  );
  return fromSets(election, sets);
}

/** Two rounds: a majority of first places, or any run-off of two whom no other is ahead of. */
export function twoRoundOracle(election: Ranked, several: "none" | "split"): Expected {
  const { nominees, papers } = election;
  const votesAmong = (standing: readonly Nominee[]) => {
    const votes = new Map(standing.map((name) => [name, 0]));
    for (const { weight, ranking } of papers) {
      const best = ranking.map((rank) => rank.filter((name) => standing.includes(name)));
      const first = best.find((rank) => rank.length > 0) ?? [];
      if (first.length > 1 && several === "none") continue;
      for (const name of first)
        votes.set(name, (votes.get(name) ?? 0) + (Number(weight) * parts) / first.length);
    }
    return (name: Nominee) => votes.get(name) ?? 0;
  };
  const of = votesAmong(nominees);
  const all = nominees.reduce((sum, name) => sum + of(name), 0);
  const majority = nominees.find((name) => 2 * of(name) > all);
  if (majority !== undefined) return fromSets(election, [[majority]]);
  if (nominees.length === 1) return fromSets(election, [[...nominees]]);
  const sets: Nominee[][] = [];
  for (const [at, a] of nominees.entries())
    for (const b of nominees.slice(at + 1)) {
      const least = Math.min(of(a), of(b));
      if (nominees.some((name) => name !== a && name !== b && of(name) > least)) continue;
      const runoff = votesAmong([a, b]);
      if (runoff(a) >= runoff(b)) sets.push([a]);
      if (runoff(b) >= runoff(a)) sets.push([b]);
    }
  return fromSets(election, sets);
}
