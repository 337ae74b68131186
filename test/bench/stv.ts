import type { Election, RankedPaper } from "../../src/counting/rule.ts";
import { referenceMeek } from "../../src/counting/stv/meek.ts";
import { scottishStv } from "../../src/counting/stv/scottish.ts";
import type { StvCount } from "../../src/counting/stv/stv.ts";
import { referenceWigm } from "../../src/counting/stv/wigm.ts";
import type { Bench, Contest } from "./measure.ts";
import { nominees, papersOf } from "./papers.ts";
import { peersOn } from "./peers.ts";

const rules: readonly [string, (election: Election<RankedPaper>) => StvCount][] = [
  ["Scottish STV", scottishStv],
  ["WIGM", referenceWigm],
  ["Meek", referenceMeek],
];

/**
 * STV with one seat is instant run-off, which both peers count. With three seats only caritat counts, by Meek's rule
 * in floating point; it stops within one ten-thousandth of each quota. Our counts are exact.
 *
 * The bound with three seats: caritat reads nothing, as its ballots are checked and grouped before the measured time. Of
 * a Gregory count that runs alone, and takes 24 ms, 11 ms go into looking at each of a million names in lists of their
 * own, and 9 ms into checking it against the nominees, against a second mention and for its weight. Meek takes 12 ms
 * more: at each change of status all papers are put together anew by their routes. Run in turn with caritat, which
 * leaves the cache full of its own ballots, each count takes up to twice as long.
 */
export const stv: Bench = async () => {
  const papers = papersOf(100_000, 20230111);
  const { votesByBallots, caritatIrv, caritatMeek } = await peersOn(papers);
  const electedOf = (count: StvCount) => [...count.outcome.elected].sort();
  const one = rules.map(
    ([name, rule]): Contest => ({
      name: `${name}, 1 seat`,
      ratioMin: 25,
      ours: () => rule({ nominees, seats: 1, papers }).outcome.elected[0],
      peers: { votes: votesByBallots("InstantRunoff"), caritat: caritatIrv },
    }),
  );
  const three = rules.map(
    ([name, rule]): Contest => ({
      name: `${name}, 3 seats`,
      ratioMin: 25,
      ours: () => electedOf(rule({ nominees, seats: 3, papers })),
      peers: { caritat: caritatMeek(3) },
    }),
  );
  return [...one, ...three];
};
