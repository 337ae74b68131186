import type { Count } from "../../src/counting/rule.ts";
import { score } from "../../src/counting/votes/score.ts";
import { type StarProtocol, star } from "../../src/counting/votes/star.ts";
import { fractionOfText } from "../../src/kernel/fraction-text.ts";
import type { CaseRunner, TallyCase } from "./case.ts";
import { agrees, type Comparison, compared, differs } from "./compare.ts";
import { contextOf, type Papers, papersIn, tieOrderOf } from "./papers.ts";
import { sorted, strings } from "./reading.ts";
import { stepsOf } from "./steps.ts";

/** Score voting, by sums. */
export const scoreCase: CaseRunner = (testCase) => {
  const papers = readScores(testCase);
  return compared(testCase, score(...electionOf(testCase, papers)), contextOf(papers));
};

/** STAR with one seat, Bloc STAR with several. */
export const starCase: CaseRunner = (testCase) => {
  const papers = readScores(testCase);
  const [election, options] = electionOf(testCase, papers);
  const { tieOrder: _, ...untied } = options;
  const context = contextOf(papers);
  const also: Readonly<Record<string, Comparison>> = {
    ...context.also,
    runoff: (expected, count) => differs(sorted(strings(expected)), sorted(finalistsOf(count))),
    runnerUp: (expected, count) =>
      differs(
        [expected],
        finalistsOf(count).filter((name) => !count.outcome.elected.includes(name)),
      ),
    rounds: runoffVotes,
    unbreakableTie,
    // Where the source drew lots, the papers leave the seat undecided.
    tieBreakType: (expected) =>
      expected === "random" && star(election, untied).outcome.undecided === undefined
        ? { expected: "a tie that only a lot breaks", got: "no tie left" }
        : undefined,
  };
  return compared(testCase, star(election, options), { ...context, also });
};

function readScores(testCase: TallyCase): Papers {
  const levelIsBlank = testCase.id.startsWith("bettervoting/");
  return papersIn(testCase, { scoreMax: scoreMaxOf(testCase), levelIsBlank });
}

function scoreMaxOf({ options }: TallyCase): number {
  return Number(options.maxScore ?? 5);
}

function electionOf(testCase: TallyCase, { nominees, scores }: Papers) {
  const { options } = testCase;
  const election = { nominees, seats: options.seats, papers: scores };
  const unscored = Number(options.unscored ?? 0);
  const ties = { protocol: protocolOf(options), ...tieOrderOf(options, nominees) };
  return [election, { scoreMax: scoreMaxOf(testCase), unscored, ...ties }] as const;
}

/** Sources that name a last tiebreak of starvote or BetterVoting use the official protocol before it. */
function protocolOf({ tieBreak }: TallyCase["options"]): StarProtocol {
  const official =
    ["none", "permutation", "hashed_ballots"].includes(String(tieBreak)) ||
    /five-star/.test(String(tieBreak));
  return official ? "official" : "simple";
}

/** The two nominees of the first run-off, or all who may be in it. */
function finalistsOf(count: Count): string[] {
  const [first] = stepsOf(count, "TiebreakApplied").filter(
    ({ contest, by }) => contest === "seat" && by === "papers",
  );
  return first === undefined ? [] : first.figures.map(({ nominee }) => nominee);
}

/** The votes of the automatic run-off. */
const runoffVotes: Comparison = (expected, count) => {
  const [runoff] = Array.isArray(expected) ? expected : [];
  const [first] = stepsOf(count, "TiebreakApplied").filter(
    ({ contest, by }) => contest === "seat" && by === "papers",
  );
  const got = new Map(first?.figures.map(({ nominee, votes }) => [nominee, fractionOfText(votes)]));
  const off = Object.entries(runoff?.votes ?? {}).filter(([name, votes]) => {
    const figure = got.get(name);
    return figure === undefined || !agrees(votes, figure);
  });
  return off.length === 0 ? undefined : { expected: JSON.stringify(off), got: [...got.keys()].join() };
};

/**
 * A tie that the source cannot break stays undecided, or is at least reported if it cannot change who is elected. For
 * example, a tie for the second finalist's place changes nothing if the first finalist beats all of them.
 */
const unbreakableTie: Comparison = (expected, count) => {
  const tied = JSON.stringify(sorted(strings(expected)));
  const reported = stepsOf(count, "TieUnbroken").map(({ tied }) => JSON.stringify(sorted([...tied])));
  const undecided = JSON.stringify(sorted(count.outcome.undecided?.tied ?? []));
  return undecided === tied || reported.includes(tied) ? undefined : { expected: tied, got: undecided };
};
