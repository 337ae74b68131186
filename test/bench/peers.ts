import type { RankedPaper } from "../../src/counting/rule.ts";
import { nominees } from "./papers.ts";

// Neither package has types for what is used here.
type VotesBallot = { readonly ranking: readonly (readonly string[])[]; readonly weight: number };
type VotesInput = { readonly candidates: readonly string[]; readonly ballots: readonly VotesBallot[] };
type VotesMethod<I> = new (input: I) => { ranking: () => string[][] };
type ByMatrix = "Schulze" | "Copeland" | "Minimax" | "RankedPairs";
type ByBallots = "InstantRunoff" | "Borda";
type Votes = Readonly<Record<ByMatrix, VotesMethod<unknown>>> &
  Readonly<Record<ByBallots, VotesMethod<VotesInput>>> & {
    readonly utils: {
      readonly matrixFromBallots: (ballots: readonly VotesBallot[], candidates: readonly string[]) => unknown;
    };
  };
type CaritatElection = { addBallot: (ballot: readonly string[]) => void };
type Caritat = {
  readonly Election: new (config: { candidates: readonly string[] }) => CaritatElection;
  readonly condorcet: { readonly schulze: (election: CaritatElection) => string[] };
  readonly irv: (election: CaritatElection) => string;
  readonly stv: {
    readonly meek: (election: CaritatElection, config: { readonly seats: number }) => string[];
  };
};

/**
 * What the peers can count of these papers. Their ballots get their own form here, outside the measured time, unless it is
 * said that they count from the papers.
 */
export async function peersOn(papers: readonly RankedPaper[]) {
  const [votesName, caritatName] = ["votes", "caritat"];
  const votes: Votes = await import(votesName);
  const { default: caritat }: { default: Caritat } = await import(caritatName);
  const ballots = papers.map(({ ranking }) => ({ ranking, weight: 1 }));
  const readByCaritat = () => {
    const election = new caritat.Election({ candidates: nominees });
    for (const { ranking } of papers) election.addBallot(ranking.flat());
    return election;
  };
  const election = readByCaritat();
  const meekOn = (of: CaritatElection, seats: number) => [...caritat.stv.meek(of, { seats })].sort();
  return {
    votesByMatrix: (name: ByMatrix) => () =>
      new votes[name](votes.utils.matrixFromBallots(ballots, nominees)).ranking()[0]?.[0],
    votesByBallots: (name: ByBallots) => () =>
      new votes[name]({ candidates: nominees, ballots }).ranking()[0]?.[0],
    caritatSchulze: () => caritat.condorcet.schulze(election)[0],
    caritatIrv: () => caritat.irv(election),
    caritatMeek: (seats: number) => () => meekOn(election, seats),
    caritatMeekFromPapers: (seats: number) => () => meekOn(readByCaritat(), seats),
  };
}
