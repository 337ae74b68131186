import type { CountStep } from "../counting/steps/count-step.ts";
import { type CanonicalPapers, together } from "./canonical-paper.ts";
import { stepsOfHands, stepsOfPapers } from "./count.ts";
import type { Paper } from "./paper.ts";
import { votesOf } from "./roll.ts";
import type { Ballot } from "./state.ts";
import type { Terms } from "./terms.ts";

/**
 * How the result of a ballot follows from its votes, step by step, as plain data: `stepSentence` says each step in a language. The
 * papers of the log are counted again: those of the last reading of the box, or the calls of a roll-call. Hands are
 * explained from the tally. The last step is `SeatsFilled`, which is the outcome of the count before its ties are
 * broken.
 *
 * The steps hold no unit beside a choice. They say what the papers say, as papers of a few units do too: where the
 * count gives reasons in `secrecyImpossible`, or the votes are `withheld`, print the steps only where the papers
 * themselves may be read.
 *
 * @returns undefined until the ballot is counted, where nothing was counted (by consensus), and after annulment
 * @example
 * const { create } = BallotCommand;
 * const electors = ["A", "B", "C"];
 * const { state } = run(ballot, [
 *   create.OpenBallot({
 *     season: "2022",
 *     purpose: { kind: "deputyChair" },
 *     bylawsVersion: 1,
 *     electors,
 *     recused: [],
 *     nominees: ["A", "B"],
 *     seats: 1,
 *     voting: { ...defaultVotingRules, form: "rollCall", tieLadder: [] },
 *     method: { kind: "forAndAgainst" },
 *     procedure: defaultProcedure,
 *     tellers: { head: { name: "Trần Thị B" }, members: [{ name: "Lê Văn C" }] },
 *     tieData: { scores: [], seniority: [], lotSources: [] },
 *   }),
 *   ...electors.map((unit) => create.CheckIn({ unit })),
 *   create.OpenVoting({}),
 *   ...electors.map((unit) => create.RecordCalledVote({ unit, vote: { kind: "kept", kept: ["A"] } })),
 *   create.CloseRollCall({}),
 * ]);
 * const steps = explainCount(state) ?? [];
 * steps.map((step) => step.type) // ["BaseTaken", "ThresholdMet", "ThresholdMissed", "FiguresCounted", "SeatsFilled"]
 * steps.slice(1, 2).map((step) => stepSentence(countStepsEn, step, (unit) => unit)) // ["A: for 3, against 0, no opinion 0: the threshold is met."]
 */
export function explainCount(state: Ballot): CountStep[] | undefined {
  if (!("count" in state) || state.count === undefined) return undefined;
  const { voting, terms, count } = state;
  switch (voting.form) {
    case "secret":
      return stepsOfPapers(state, voting.papers);
    case "rollCall":
      return stepsOfPapers(state, papersCalled(terms, voting.calls));
    case "showOfHands":
      return stepsOfHands(terms, count);
    default:
      return undefined;
  }
}

function papersCalled(terms: Terms, calls: ReadonlyMap<string, Paper>): CanonicalPapers {
  return together([...calls].map(([unit, paper]) => ({ papers: votesOf(terms, [unit]), paper })));
}
