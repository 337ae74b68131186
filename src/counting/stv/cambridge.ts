import { problems } from "../grouping.ts";
import type { Election, RankedPaper } from "../rule.ts";
import { stvCount } from "./branches.ts";
import { countOn, firstCount, keyOf } from "./cambridge-count.ts";
import type { Cambridge } from "./cambridge-transfer.ts";
import { readStv, type StvCount, type StvField, type StvOptions, stvStatus } from "./stv.ts";

export type CambridgeOptions = StvOptions & {
  /**
   * Whoever has fewer votes than this once surpluses are transferred is excluded, with all others who have. The law has
   * as many as a nomination needs signatures; by default 50, as in Cambridge. Where nobody has so many, all are
   * excluded and seats stay vacant.
   */
  readonly minimumVotes?: number;
};

/** All papers together: each is kept apart, so a count of more costs too much memory. */
const papersMax = 1_000_000;

/**
 * The single transferable vote of Cambridge, Massachusetts, in whole papers: quota `floor(papers / (seats + 1)) + 1`. The
 * largest surplus first, by the Cincinnati method: of the nominee's `votes` papers, numbered in the order in which they
 * were counted, every n-th goes to its next choice, `n` being `votes / surplus` to the nearest whole number; then those
 * from `n + 1` on, and so on, until the surplus is gone. A paper that names nobody else who continues is passed over and
 * stays. Then all with fewer votes than the minimum go together, from the fewest votes to the most, and then the lowest,
 * one by one. Nobody gets a paper beyond the quota: whoever reaches it in a transfer takes none of the next papers. A
 * rank that names nobody or several is passed over.
 *
 * The result depends on the order of `papers`, and a paper of weight 3 is three papers one after the other. A secret
 * ballot must not keep the order in which papers were cast, so this is no method of a ballot: it recounts public
 * elections whose order is published, as Cambridge draws it by lot for its precincts.
 *
 * Source: Massachusetts General Laws, chapter 54A, section 9 (b), (c), (g) to (l) and section 16 (b); City of Cambridge,
 * "Cincinnati Method". What these leave open is as in the program OpenSTV (Jeffrey O'Neill, 1.7), which was held against
 * the city's counts from 1999 on: the largest surplus comes first; halves of `n` are rounded up; after the papers from
 * `2n - 1` on come those before `n`; of those excluded together, who has the fewest votes comes first; equal ones go as
 * in (k), here as well; a rank of several is passed over, also the first. Unlike there, papers that nobody can take stay with the elected, as the city says, and are not exhausted.
 * Ties (k): as the figures differed before the last transfer, and so on back; those equal throughout by the lot of
 * `tieOrder`; without one every branch is followed.
 *
 * @throws {InvalidInput} as `readRankings`; for a name in an option that is not nominated; for a minimum that is no
 * whole number from 0; for more than 1,000,000 papers
 * @example
 * const papers = [
 *   { weight: 4, ranking: [["A"], ["B"], ["C"]] },
 *   { weight: 3, ranking: [["B"], ["C"], ["A"]] },
 *   { weight: 2, ranking: [["C"], ["B"], ["A"]] },
 * ];
 * const nominees = ["A", "B", "C"];
 * cambridgeStv({ nominees, seats: 2, papers }, { minimumVotes: 1 }).outcome.elected // ["A", "B"]
 * cambridgeStv({ nominees, seats: 2, papers }).outcome.vacant // 1
 */
export function cambridgeStv(election: Election<RankedPaper>, options: CambridgeOptions = {}): StvCount {
  const field = readStv(election, options);
  const minimumVotes = readMinimum(options.minimumVotes ?? 50, field);
  const rankings = election.papers.map(({ ranking }) => choicesOn(ranking, field));
  const blank = election.papers.filter((_, index) => rankings[index]?.length === 0);
  const order = orderOf(election.papers, rankings);
  const blankPapers = blank.reduce((sum, { weight }) => sum + BigInt(weight), 0n);
  const count: Cambridge = { field, rankings, order, blankPapers, minimumVotes: BigInt(minimumVotes) };
  return stvCount(field, () => firstCount(count), {
    name: "cambridge-stv",
    advance: (state, log) => countOn(count, state, log),
    goingIn: ({ decided, waiting }) =>
      decided?.action === "exclude" && waiting.length === 0 ? [decided.nominee] : [],
    keyOf,
    // The key of a state is as long as there are papers.
    branchesMax: Math.max(16, Math.floor(4_000_000 / Math.max(1, order.length))),
    // Each branch moves papers one by one.
    branchCost: 24,
    isOrdered: true,
  });
}

function readMinimum(minimumVotes: number, { rankings }: StvField): number {
  const wrong = problems();
  if (!(Number.isSafeInteger(minimumVotes) && minimumVotes >= 0))
    wrong.add({ field: "minimumVotes", rule: "min", expected: ">= 0, whole", value: minimumVotes });
  const { total } = rankings.weights;
  if (total > papersMax)
    wrong.add({ field: "papers", rule: "max", expected: `<= ${papersMax}`, value: total });
  wrong.throwIfAny();
  return minimumVotes;
}

/** The nominees whom a paper names alone at a rank, from the first choice to the last. */
function choicesOn(ranking: RankedPaper["ranking"], { indexOf, status }: StvField): number[] {
  return ranking.flatMap(([name = "", ...others]) => {
    const nominee = indexOf.get(name);
    const isChoice = nominee !== undefined && others.length === 0 && status[nominee] !== stvStatus.withdrawn;
    return isChoice ? [nominee] : [];
  });
}

/** Each paper that is not blank, by its place in the list of rankings, as often as it weighs. */
function orderOf(papers: readonly RankedPaper[], rankings: readonly (readonly number[])[]): Int32Array {
  const isBlank = (place: number) => rankings[place]?.length === 0;
  const times = papers.map(({ weight }, place) => (isBlank(place) ? 0 : Number(weight)));
  const order = new Int32Array(times.reduce((sum, of) => sum + of, 0));
  let at = 0;
  for (const [place, of] of times.entries()) {
    order.fill(place, at, at + of);
    at += of;
  }
  return order;
}
