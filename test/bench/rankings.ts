import { instantRunoff } from "../../src/counting/elimination/instant-runoff.ts";
import { copeland } from "../../src/counting/pairwise/copeland.ts";
import { minimax } from "../../src/counting/pairwise/minimax.ts";
import { rankedPairs } from "../../src/counting/pairwise/ranked-pairs.ts";
import { schulze } from "../../src/counting/pairwise/schulze.ts";
import type { Count, Election, RankedPaper } from "../../src/counting/rule.ts";
import { borda } from "../../src/counting/votes/borda.ts";
import type { Bench, Contest } from "./measure.ts";
import { nominees, papersOf } from "./papers.ts";
import { peersOn } from "./peers.ts";

const winnerOf = ({ outcome }: Count) => outcome.elected[0];

/** 100,000 papers that rank 10 nominees. Our time includes reading and checking them; the peers' does not. */
export const rankings: Bench = async () => {
  const papers = papersOf(100_000, 20230110);
  const election: Election<RankedPaper> = { nominees, seats: 1, papers };
  const { votesByMatrix, votesByBallots, caritatSchulze, caritatIrv } = await peersOn(papers);
  const counting = (rule: (election: Election<RankedPaper>) => Count) => () => winnerOf(rule(election));
  const contests: Contest[] = [
    {
      name: "Schulze",
      ratioMin: 5,
      ours: counting(schulze),
      peers: { votes: votesByMatrix("Schulze"), caritat: caritatSchulze },
    },
    {
      name: "ranked pairs",
      ratioMin: 5,
      ours: counting(rankedPairs),
      peers: { votes: votesByMatrix("RankedPairs") },
    },
    {
      name: "Copeland",
      ratioMin: 5,
      ours: counting(copeland),
      peers: { votes: votesByMatrix("Copeland") },
    },
    {
      name: "minimax",
      ratioMin: 5,
      ours: counting(minimax),
      peers: { votes: votesByMatrix("Minimax") },
    },
    {
      name: "instant run-off",
      ratioMin: 25,
      ours: counting(instantRunoff),
      peers: { votes: votesByBallots("InstantRunoff"), caritat: caritatIrv },
    },
    { name: "Borda", ours: counting(borda), peers: { votes: votesByBallots("Borda") } },
  ];
  return contests;
};
