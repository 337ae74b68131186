import type { StvCount } from "../../src/ballot/counting/stv.ts";
import { referenceMeek } from "../../src/ballot/counting/stv-meek.ts";
import { scottishStv } from "../../src/ballot/counting/stv-scottish.ts";
import { referenceWigm } from "../../src/ballot/counting/stv-wigm.ts";
import { type Bench, type Contest, numbersFrom } from "./measure.ts";

type Ballot = { readonly ranking: readonly (readonly string[])[]; readonly weight: number };
type Votes = {
  readonly InstantRunoff: new (input: {
    candidates: readonly string[];
    ballots: readonly Ballot[];
  }) => {
    ranking: () => string[][];
  };
};
type CaritatElection = { addBallot: (votes: readonly string[], count: number) => void };
type Caritat = {
  readonly Election: new (config: { candidates: readonly string[] }) => CaritatElection;
  readonly irv: (election: CaritatElection) => string;
};

const nominees = ["An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khoa", "Lan", "Minh", "Nga"];

function papersOf(count: number, seed: number): Ballot[] {
  const below = numbersFrom(seed);
  return Array.from({ length: count }, () => {
    const rest = [...nominees];
    const ranking: string[][] = [];
    while (rest.length > 0)
      ranking.push(rest.splice(Math.min(below(rest.length), below(rest.length + 1)), 1));
    return { weight: 1, ranking };
  });
}

const winnerOf = ({ outcome }: StvCount) => outcome.elected[0];

/** Neither peer transfers surpluses, so that all count to one seat, where STV and instant run-off agree. */
export const stv: Bench = async () => {
  const [votesName, caritatName] = ["votes", "caritat"];
  const votes: Votes = await import(votesName);
  const { default: caritat }: { default: Caritat } = await import(caritatName);
  const papers = papersOf(100_000, 20230111);
  const ballots = papers.map((paper) => ({ ...paper }));
  const election = { nominees, seats: 1, papers };
  const caritatElection = new caritat.Election({ candidates: nominees });
  for (const { ranking } of papers) caritatElection.addBallot(ranking.flat(), 1);
  const peers = {
    votes: () => new votes.InstantRunoff({ candidates: nominees, ballots }).ranking()[0]?.[0],
    caritat: () => caritat.irv(caritatElection),
  };
  const rules = { scottishStv, referenceWigm, referenceMeek };
  const contests = Object.entries(rules).map(
    ([name, rule]): Contest => ({
      name: `${name}, 100,000 papers`,
      ...(name !== "referenceMeek" && { ratioMin: 25 }),
      ours: () => winnerOf(rule(election)),
      peers,
    }),
  );
  const assemblies = Array.from({ length: 20 }, (_, seed) => ({
    nominees,
    seats: 2,
    papers: papersOf(10, seed + 1),
  }));
  for (const [name, rule] of Object.entries(rules))
    contests.push({
      name: `${name}, 20 times 10 papers`,
      millisecondsMax: 100,
      ours: () => assemblies.map((assembly) => rule(assembly).outcome.elected.length),
      peers: {},
    });
  return contests;
};
