import { borda } from "../../src/ballot/counting/borda.ts";
import { copeland } from "../../src/ballot/counting/copeland.ts";
import { exhaustiveBallot } from "../../src/ballot/counting/exhaustive-ballot.ts";
import { instantRunoff } from "../../src/ballot/counting/instant-runoff.ts";
import { minimax } from "../../src/ballot/counting/minimax.ts";
import { plurality } from "../../src/ballot/counting/plurality.ts";
import { rankedPairs } from "../../src/ballot/counting/ranked-pairs.ts";
import type { Count, Election, RankedPaper } from "../../src/ballot/counting/rule.ts";
import { schulze } from "../../src/ballot/counting/schulze.ts";
import { twoRound } from "../../src/ballot/counting/two-round.ts";
import { type Bench, type Contest, numbersFrom } from "./measure.ts";

type VotesBallot = { readonly ranking: readonly (readonly string[])[]; readonly weight: number };
type VotesInput = { readonly candidates: readonly string[]; readonly ballots: readonly VotesBallot[] };
type VotesMethod<I> = new (input: I) => { ranking: () => string[][] };
type ByMatrix = "Schulze" | "Copeland" | "Minimax" | "RankedPairs";
type Votes = Readonly<Record<ByMatrix, VotesMethod<unknown>>> &
  Readonly<Record<"InstantRunoff" | "Borda", VotesMethod<VotesInput>>> & {
    readonly utils: {
      readonly matrixFromBallots: (ballots: readonly VotesBallot[], candidates: readonly string[]) => unknown;
    };
  };
type CaritatElection = { addBallot: (votes: readonly string[], count: number) => void };
type Caritat = {
  readonly Election: new (config: { candidates: readonly string[] }) => CaritatElection;
  readonly condorcet: { readonly schulze: (election: CaritatElection) => string[] };
  readonly irv: (election: CaritatElection) => string;
};

const nominees = ["An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khoa", "Lan", "Minh", "Nga"];

/** Random papers that lean towards the first nominees, so that there is a winner, and hardly two are equal. */
function papersOf(count: number, seed: number): RankedPaper[] {
  const below = numbersFrom(seed);
  return Array.from({ length: count }, () => {
    const rest = [...nominees];
    const ranking: string[][] = [];
    while (rest.length > 0)
      ranking.push(rest.splice(Math.min(below(rest.length), below(rest.length + 1)), 1));
    return { weight: 1, ranking };
  });
}

const winnerOf = ({ outcome }: Count) => outcome.elected[0];

/** Peers are measured on ballots in their own form, made before; our time includes reading and checking the papers. */
export const rankings: Bench = async () => {
  const [votesName, caritatName] = ["votes", "caritat"];
  const votes: Votes = await import(votesName);
  const { default: caritat }: { default: Caritat } = await import(caritatName);
  const papers = papersOf(100_000, 20230110);
  const election: Election<RankedPaper> = { nominees, seats: 1, papers };
  const ballots = papers.map(({ ranking }) => ({ ranking, weight: 1 }));
  const caritatElection = new caritat.Election({ candidates: nominees });
  for (const { ranking } of papers) caritatElection.addBallot(ranking.flat(), 1);
  const byMatrix = (name: ByMatrix) => () =>
    new votes[name](votes.utils.matrixFromBallots(ballots, nominees)).ranking()[0]?.[0];
  const byBallots = (name: "InstantRunoff" | "Borda") => () =>
    new votes[name]({ candidates: nominees, ballots }).ranking()[0]?.[0];

  const contests: Contest[] = [
    {
      name: "Schulze, 100,000 papers",
      ratioMin: 5,
      ours: () => winnerOf(schulze(election)),
      peers: { votes: byMatrix("Schulze"), caritat: () => caritat.condorcet.schulze(caritatElection)[0] },
    },
    {
      name: "ranked pairs, 100,000 papers",
      ratioMin: 5,
      ours: () => winnerOf(rankedPairs(election)),
      peers: { votes: byMatrix("RankedPairs") },
    },
    {
      name: "Copeland, 100,000 papers",
      ratioMin: 5,
      ours: () => winnerOf(copeland(election)),
      peers: { votes: byMatrix("Copeland") },
    },
    {
      name: "minimax, 100,000 papers",
      ratioMin: 5,
      ours: () => winnerOf(minimax(election)),
      peers: { votes: byMatrix("Minimax") },
    },
    {
      name: "instant run-off, 100,000 papers",
      ratioMin: 25,
      ours: () => winnerOf(instantRunoff(election)),
      peers: { votes: byBallots("InstantRunoff"), caritat: () => caritat.irv(caritatElection) },
    },
    {
      name: "Borda, 100,000 papers",
      ours: () => winnerOf(borda(election)),
      peers: { votes: byBallots("Borda") },
    },
  ];
  return [...contests, ...assemblies()];
};

/** Every rule on an assembly's papers: ten by ten, where nearly everything ties. */
function assemblies(): Contest[] {
  const elections = Array.from({ length: 20 }, (_, seed) => ({
    nominees,
    seats: 1,
    papers: papersOf(10, seed + 1),
  }));
  const rules = {
    plurality,
    borda,
    twoRound,
    instantRunoff,
    exhaustiveBallot,
    schulze,
    rankedPairs,
    copeland,
    minimax,
  };
  return Object.entries(rules).map(([name, rule]) => ({
    name: `${name}, 20 times 10 papers`,
    millisecondsMax: 60,
    ours: () => elections.map((election) => rule(election).outcome.elected.length),
    peers: {},
  }));
}
