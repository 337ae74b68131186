/*
 * The count of Cambridge, Massachusetts, once more, by brute force and as its sources read: chapter 54A, section 9, rules
 * (b), (c), (g) to (l), and the city's Cincinnati method. One paper at a time, in the order given, every way in which a
 * lot may fall. Nominees are single letters, and a ranking is a text of them. Nothing here is shared with the rule.
 */

type Pile = readonly string[];
type Table = {
  readonly piles: ReadonlyMap<string, Pile>;
  readonly elected: readonly string[];
  readonly out: readonly string[];
  /** Whose surplus has been transferred. */
  readonly done: readonly string[];
  /** Standings after the first sorting and after each transfer. */
  readonly past: readonly ReadonlyMap<string, number>[];
  readonly hadMinimum: boolean;
};

/** Every set that may be elected. */
export function cambridgeOracle(
  profile: readonly string[],
  seats: number,
  nominees: readonly string[],
  minimum: number,
): string[][] {
  const valid = profile.filter((ranking) => ranking !== "");
  let quota = 1;
  while (quota * (seats + 1) <= valid.length) quota++;
  const possible: string[][] = [];
  const size = (table: Table, one: string) => table.piles.get(one)?.length ?? 0;
  const continuing = ({ elected, out }: Table) =>
    nominees.filter((one) => !elected.includes(one) && !out.includes(one));

  /** The standing in the poll decides, then the standing before the last transfer, and so on back; then the lot. */
  const byStanding = (table: Table, among: readonly string[], wanted: "most" | "fewest") => {
    let tied = among;
    for (const standing of [...table.past].reverse()) {
      const votes = tied.map((one) => standing.get(one) ?? 0);
      const best = wanted === "most" ? Math.max(...votes) : Math.min(...votes);
      tied = tied.filter((_, at) => votes[at] === best);
    }
    return tied;
  };

  /** Gives a paper to the next choice that continues and has not reached the quota. */
  const give = (piles: Map<string, Pile>, ranking: string, open: readonly string[]): boolean => {
    const next = [...ranking].find((one) => open.includes(one) && (piles.get(one)?.length ?? 0) < quota);
    if (next !== undefined) piles.set(next, [...(piles.get(next) ?? []), ranking]);
    return next !== undefined;
  };

  const afterTransfer = (table: Table): void => {
    const reached = continuing(table).filter((one) => size(table, one) >= quota);
    const standing = new Map(nominees.map((one) => [one, size(table, one)]));
    count({ ...table, elected: [...table.elected, ...reached], past: [...table.past, standing] });
  };

  /** Ballots n, 2n, 3n, ... are transferred; if they are not enough, n + 1, 2n + 1, ...; the first ones come last. */
  const surplusOf = (table: Table, one: string): Table => {
    const pile = [...(table.piles.get(one) ?? [])];
    const surplus = pile.length - quota;
    const n = Math.round(pile.length / surplus);
    const places: number[] = [];
    for (let start = n; start < 2 * n; start++)
      for (let number = start; number <= pile.length; number += n) places.push(number);
    for (let number = 1; number < n; number++) places.push(number);
    const piles = new Map(table.piles);
    const gone = new Set<number>();
    for (const number of places)
      if (gone.size < surplus && give(piles, pile[number - 1] ?? "", continuing(table))) gone.add(number);
    piles.set(
      one,
      pile.filter((_, at) => !gone.has(at + 1)),
    );
    return { ...table, piles, done: [...table.done, one] };
  };

  const emptied = (table: Table, one: string): Table => {
    const piles = new Map(table.piles);
    piles.set(one, []);
    for (const ranking of table.piles.get(one) ?? []) give(piles, ranking, continuing(table));
    return { ...table, piles };
  };

  /** Those who are defeated together: the papers of the lowest first. It is one transfer. */
  const emptiedTogether = (table: Table, left: readonly string[]): void => {
    if (left.length === 0) afterTransfer(table);
    for (const one of byStanding(table, left, "fewest"))
      emptiedTogether(
        emptied(table, one),
        left.filter((other) => other !== one),
      );
  };

  const count = (table: Table): void => {
    const left = continuing(table);
    if (table.elected.length >= seats) return void possible.push([...table.elected]);
    if (table.elected.length + left.length <= seats) return void possible.push([...table.elected, ...left]);
    const rich = table.elected.filter((one) => size(table, one) > quota && !table.done.includes(one));
    if (rich.length > 0) {
      for (const one of byStanding(table, rich, "most")) afterTransfer(surplusOf(table, one));
      return;
    }
    const few = table.hadMinimum ? [] : left.filter((one) => size(table, one) < minimum);
    const on = { ...table, hadMinimum: true };
    if (few.length > 0) {
      emptiedTogether({ ...on, out: [...on.out, ...few] }, few);
      return;
    }
    for (const one of byStanding(table, left, "fewest"))
      emptiedTogether({ ...on, out: [...on.out, one] }, [one]);
  };

  const piles = new Map<string, Pile>(nominees.map((one) => [one, valid.filter(([first]) => first === one)]));
  afterTransfer({ piles, elected: [], out: [], done: [], past: [], hadMinimum: false });
  return possible;
}
