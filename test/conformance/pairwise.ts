import { type CopelandVariant, copeland } from "../../src/counting/pairwise/copeland.ts";
import { minimax } from "../../src/counting/pairwise/minimax.ts";
import type { Strength, Unranked } from "../../src/counting/pairwise/pairwise.ts";
import { type RankedPairsOptions, rankedPairs } from "../../src/counting/pairwise/ranked-pairs.ts";
import { schulze } from "../../src/counting/pairwise/schulze.ts";
import { compare } from "../../src/kernel/fraction.ts";
import type { CaseRunner, TallyCase } from "./case.ts";
import { type Comparison, compared, differentFigures, differentPairs } from "./compare.ts";
import { tieOrder } from "./first-preferences.ts";
import { rankedElection } from "./papers.ts";
import { decimalOf, entries } from "./reading.ts";
import { stepsOf } from "./steps.ts";
import { Unread } from "./unread.ts";

export const schulzeCase: CaseRunner = (testCase) => {
  const { election, context } = rankedElection(testCase);
  const count = schulze(election, { strength: strengthOf(testCase), ...optionsOf(testCase) });
  return compared(testCase, count, { ...context, also: { ...context.also, strongestPaths } });
};

/**
 * How victories of equal strength are ordered. Condorcet PHP puts the one with fewer papers against it first, and
 * skips those still equal that are part of a cycle. Every other source is compared with Tideman's neutral reading,
 * which follows every order and reports each tie that a single order would break.
 */
function equalVictoriesOf({ id, options }: TallyCase): RankedPairsOptions {
  const condorcetPhp = id.startsWith("condorcetphp/") && options.ties !== "parallel-universe";
  return condorcetPhp
    ? { equalVictories: "together", fewerAgainstFirst: true }
    : { equalVictories: "every-order" };
}

export const rankedPairsCase: CaseRunner = (testCase) => {
  const { election, context } = rankedElection(testCase);
  const options = {
    strength: strengthOf(testCase),
    ...equalVictoriesOf(testCase),
    ...optionsOf(testCase),
  };
  return compared(testCase, rankedPairs(election, options), context);
};

export const minimaxCase: CaseRunner = (testCase) => {
  const { election, context } = rankedElection(testCase);
  const strength =
    testCase.options.strength === "pairwise-opposition" ? "pairwise-opposition" : strengthOf(testCase);
  return compared(testCase, minimax(election, { strength, ...optionsOf(testCase) }), context);
};

const copelandVariants = new Map<unknown, CopelandVariant>([
  ["wins (pairs won)", "wins"],
  ["wins", "wins"],
  ["wins-minus-losses", "wins-minus-losses"],
  ["second-order", "second-order"],
]);

export const copelandCase: CaseRunner = (testCase) => {
  const { election, context } = rankedElection(testCase);
  const variant = copelandVariants.get(testCase.options.variant ?? "wins-minus-losses");
  if (variant === undefined) throw new Unread(`variant ${String(testCase.options.variant)} is not built`);
  const count = copeland(election, { variant, ...optionsOf(testCase) });
  return compared(testCase, count, { ...context, also: { ...context.also, totals: alike } });
};

/** Sources count drawn pairs and lost ones in their own ways: other figures are right if they rank all alike. */
const alike: Comparison = (expected, count, context) => {
  const difference = differentFigures(expected, count.totals, context);
  if (difference === undefined) return undefined;
  const printed = count.totals.map(({ nominee, votes }) => {
    const figure = entries(expected).find(([name]) => name === nominee)?.[1];
    return { votes, wanted: decimalOf(figure ?? 0) };
  });
  const agree = printed.every((a) =>
    printed.every((b) => compare(a.votes, b.votes) === compare(a.wanted, b.wanted)),
  );
  return agree ? undefined : difference;
};

function strengthOf({ options: { strength } }: TallyCase): Strength {
  return strength === "margins" || strength === "ratio" ? strength : "winning-votes";
}

function optionsOf(testCase: TallyCase): { unranked: Unranked; tieOrder?: readonly string[] } {
  return { unranked: testCase.options.unranked === "ignored" ? "ignored" : "last", ...tieOrder(testCase) };
}

const strongestPaths: Comparison = (expected, count) => {
  const paths = stepsOf(count, "PathsMeasured").flatMap(({ paths }) => paths);
  return differentPairs(
    expected,
    new Map(paths.map(({ from, to, strength }) => [JSON.stringify([from, to]), strength])),
  );
};
