import { type Needed, thresholdRound, votesToPass } from "../../src/counting/elimination/threshold-round.ts";
import type { CaseResult, CaseRunner, TallyCase } from "./case.ts";
import { compared, type Difference, differs } from "./compare.ts";
import { entries, sorted, strings } from "./reading.ts";
import { stepsOf } from "./steps.ts";

const shares = new Map<unknown, { share: { numerator: number; denominator: number }; strict: boolean }>([
  ["absolute-majority", { share: { numerator: 1, denominator: 2 }, strict: true }],
  ["simple-majority", { share: { numerator: 1, denominator: 2 }, strict: true }],
  ["half", { share: { numerator: 1, denominator: 2 }, strict: false }],
  ["three-fifths", { share: { numerator: 3, denominator: 5 }, strict: false }],
  ["two-thirds", { share: { numerator: 2, denominator: 3 }, strict: false }],
  ["three-quarters", { share: { numerator: 3, denominator: 4 }, strict: false }],
]);

export const thresholdCase: CaseRunner = (testCase) => {
  const needed = neededOf(testCase);
  if (needed === undefined)
    return { status: "skipped", reason: `threshold ${String(testCase.options.threshold)}` };
  return run(testCase, needed);
};

function run(testCase: TallyCase, needed: Needed): CaseResult {
  const { candidates, options, tallies } = testCase;
  const votes = new Map(entries(tallies).map(([name, value]) => [name, Number(value)]));
  const onFailure = String(options.onFailure).startsWith("drop-lowest") ? "drop-lowest" : "restrict";
  const count = thresholdRound({ nominees: candidates, seats: options.seats, votes }, { needed, onFailure });
  const next = new Map(entries(stepsOf(count, "NextRoundOrdered")[0]));
  const list =
    (key: string) =>
    (expected: unknown): Difference =>
      differs(sorted(strings(expected)), sorted(strings(next.get(key))));
  return compared(testCase, count, {
    also: {
      votesNeeded: (expected) => differs(String(expected), String(votesToPass(needed).numerator)),
      eliminated: list("dropped"),
      restrictedTo: list("field"),
      tiedForLast: list("tiedForLast"),
      seatsLeft: (expected, { outcome }) =>
        differs(expected, outcome.vacant + (outcome.undecided?.seats ?? 0)),
    },
  });
}

/** The base: the valid papers; the sum of the tallies for a vote with one name each; else the published figure. */
function neededOf({
  options,
  tallies,
  validBallots,
  size,
}: TallyCase & { size?: { ballots?: number } }): Needed | undefined {
  const sum = entries(tallies).reduce((all, [, value]) => all + Number(value), 0);
  const one = options.votesPerBallot === undefined || options.votesPerBallot === 1;
  const base = validBallots ?? (one ? sum : size?.ballots);
  const share = shares.get(options.threshold);
  if (share !== undefined && base !== undefined) return { ...share, base };
  return typeof options.votesNeeded === "number" ? { votes: options.votesNeeded } : undefined;
}
