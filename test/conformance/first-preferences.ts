import { twoRound } from "../../src/counting/elimination/two-round.ts";
import { borda } from "../../src/counting/votes/borda.ts";
import { plurality } from "../../src/counting/votes/plurality.ts";
import type { CaseRunner, TallyCase } from "./case.ts";
import { type Comparison, compared, differentFigures } from "./compare.ts";
import { rankedElection } from "./papers.ts";

export const pluralityCase: CaseRunner = (testCase) => {
  const { election, scale } = rankedElection(testCase);
  return compared(testCase, plurality(election, { ...equalFirst(testCase), ...tieOrder(testCase) }), {
    scale,
  });
};

/** The single non-transferable vote is plurality for several seats. */
export const sntvCase = pluralityCase;

export const bordaCase: CaseRunner = (testCase) => {
  const { election, scale } = rankedElection(testCase);
  const { base, unranked } = testCase.options;
  const options = {
    base: base === 1 ? (1 as const) : (0 as const),
    unranked: unranked === "ignored" ? ("ignored" as const) : ("last" as const),
  };
  return compared(testCase, borda(election, { ...options, ...tieOrder(testCase) }), { scale });
};

export const twoRoundCase: CaseRunner = (testCase) => {
  const { election, scale } = rankedElection(testCase);
  const tiedForRunoff = testCase.options.ties === "parallel-universe" ? "every-pair" : "all";
  const count = twoRound(election, { tiedForRunoff, ...equalFirst(testCase), ...tieOrder(testCase) });
  return compared(testCase, count, { scale, also: { totals: firstTotals } });
};

/** VoteKit reports the figures of the first round. */
export const firstTotals: Comparison = (expected, count, context) =>
  differentFigures(expected, count.rounds[0]?.figures ?? [], context);

/** Sources split a paper among those whom it ranks equal first; BetterVoting refuses it as overvoted. */
export function equalFirst({ id }: TallyCase): { equalFirst: "split" | "none" } {
  return { equalFirst: id.startsWith("bettervoting/") ? "none" : "split" };
}

export function tieOrder({ options, candidates }: TallyCase): { tieOrder?: readonly string[] } {
  return options.tieBreak === "candidate-order" ? { tieOrder: candidates } : {};
}
