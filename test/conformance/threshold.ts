import { type Needed, thresholdRound, votesToPass } from "../../src/counting/elimination/threshold-round.ts";
import type { CaseRunner, TallyCase } from "./case.ts";
import { compared, type Difference, differs } from "./compare.ts";
import { entries, sorted, strings } from "./reading.ts";
import { stepsOf } from "./steps.ts";
import { type Reads, Unread } from "./unread.ts";

const shares = new Map<unknown, { share: { numerator: number; denominator: number }; strict: boolean }>([
  ["absolute-majority", { share: { numerator: 1, denominator: 2 }, strict: true }],
  ["simple-majority", { share: { numerator: 1, denominator: 2 }, strict: true }],
  ["half", { share: { numerator: 1, denominator: 2 }, strict: false }],
  ["three-fifths", { share: { numerator: 3, denominator: 5 }, strict: false }],
  ["two-thirds", { share: { numerator: 2, denominator: 3 }, strict: false }],
  ["three-quarters", { share: { numerator: 3, denominator: 4 }, strict: false }],
]);

export const thresholdCase: CaseRunner = (testCase) => {
  const { candidates, options, tallies } = testCase;
  const needed = neededOf(testCase);
  const votes = new Map(entries(tallies).map(([name, value]) => [name, Number(value)]));
  // A run-off among those tied for last decides who leaves, however large a majority in it is.
  const nobodyPasses: Needed = { votes: sumOf(testCase) + 1 };
  const count = thresholdRound(
    { nominees: candidates, seats: options.seats, votes },
    decidesWhoLeaves(options)
      ? { needed: nobodyPasses, onFailure: "drop-lowest" }
      : { needed, onFailure: onFailureOf(options) },
  );
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
};

type Options = TallyCase["options"];

const decidesWhoLeaves = ({ stage }: Options) => /tie|last|leave|drop/i.test(String(stage ?? ""));

function onFailureOf({ onFailure }: Options): "drop-lowest" | "restrict" | "nothing" {
  if (onFailure === undefined) return "nothing";
  return String(onFailure).startsWith("drop-lowest") ? "drop-lowest" : "restrict";
}

const sumOf = ({ tallies }: TallyCase) => entries(tallies).reduce((all, [, value]) => all + Number(value), 0);

/** The number that the source gives; else a share of the valid papers, or of the tallies for a vote with one name. */
function neededOf(testCase: TallyCase): Needed {
  const { options, validBallots, size } = testCase;
  if (typeof options.votesNeeded === "number") return { votes: options.votesNeeded };
  const one = options.votesPerBallot === undefined || options.votesPerBallot === 1;
  const base = validBallots ?? (one ? sumOf(testCase) : size?.ballots);
  const share = shares.get(options.threshold);
  if (share === undefined || base === undefined)
    throw new Unread(`threshold ${String(options.threshold)} is not read`);
  return { ...share, base };
}

/** What the runner reads of a case of this kind. */
export const thresholdReads: Reads = {
  papers: [],
  fields: ["tallies", "validBallots"],
  options: {
    threshold: [...shares.keys()],
    basis: (basis, { options }) =>
      options.votesNeeded !== undefined || /valid|voting|cast/.test(String(basis)),
    stage: (stage) => /^(round|final)$|tie|last|leave|drop/i.test(String(stage)),
    onFailure: (text) => /^(drop-lowest|restrict)/.test(String(text)),
    votesNeeded: (votes) => typeof votes === "number",
    votesPerBallot: (votes) => typeof votes === "number",
  },
};
