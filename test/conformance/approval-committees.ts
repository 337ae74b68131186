import { type EqualSharesOptions, equalShares } from "../../src/counting/committees/equal-shares.ts";
import { pav } from "../../src/counting/committees/pav.ts";
import { sequentialPav } from "../../src/counting/committees/sequential-pav.ts";
import type { ApprovalPaper, Count, Election } from "../../src/counting/rule.ts";
import { fractionOfText } from "../../src/kernel/fraction-text.ts";
import type { CaseRunner, TallyCase } from "./case.ts";
import { agrees, type Comparison, compared } from "./compare.ts";
import { contextOf, papersIn } from "./papers.ts";
import { stepsOf } from "./steps.ts";

export const pavCase: CaseRunner = (testCase) => counted(testCase, pav);

export const sequentialPavCase: CaseRunner = (testCase) => counted(testCase, sequentialPav);

export const equalSharesCase: CaseRunner = (testCase) =>
  counted(testCase, (election) => equalShares(election, completionOf(testCase)));

function counted(testCase: TallyCase, rule: (election: Election<ApprovalPaper>) => Count) {
  const papers = papersIn(testCase, { scoreMax: 1 });
  const { nominees, approvals } = papers;
  const count = rule({ nominees, seats: testCase.options.seats, papers: approvals });
  const context = contextOf(papers);
  return compared(testCase, count, { ...context, also: { ...context.also, score } });
}

const completions: ReadonlyMap<unknown, EqualSharesOptions> = new Map([
  [undefined, {}],
  ["seqphragmen", { completion: "seqphragmen" }],
  ["av", { completion: "approvals" }],
  ["increment", { completion: "increment" }],
]);

function completionOf({ options }: TallyCase): EqualSharesOptions {
  const completion = completions.get(options.completion);
  if (completion === undefined) throw new RangeError(`unknown completion ${options.completion}`);
  return completion;
}

/** The score of the best committees. */
const score: Comparison = (expected, count) => {
  const [greatest] = stepsOf(count, "GreatestScore");
  const got = greatest && fractionOfText(greatest.score);
  if (got !== undefined && agrees(expected, got)) return undefined;
  return { expected: String(expected), got: `${got?.numerator}/${got?.denominator}` };
};
