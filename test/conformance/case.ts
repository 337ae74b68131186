import type { Checked } from "../../src/kernel/input.ts";

/** A counting case with a known answer: a line of the corpus, whose README describes the format. */
export type TallyCase = {
  readonly id: string;
  readonly method: string;
  readonly options: Readonly<Record<string, unknown>> & {
    readonly seats: number;
  };
  readonly candidates: readonly string[];
  /** Full names by the short ones that stand in the case. A reader of cases puts them in their place. */
  readonly names?: Readonly<Record<string, string>>;
  readonly ballots: readonly CaseBallot[];
  readonly tallies?: unknown;
  readonly validBallots?: number;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly flags: readonly string[];
  readonly size?: { readonly ballots?: number };
};

export type CaseBallot = {
  /** A fraction if the source has one; a bigint above 2^53 - 1. */
  readonly weight: number | bigint;
  readonly ranking?: readonly (readonly string[])[];
  readonly approvals?: readonly string[];
  readonly scores?: Readonly<Record<string, number>>;
  /** The marks as they stood on the paper, where the other fields are a reading of them. */
  readonly raw?: unknown;
};

/** The result of one case. `expected` and `got` are short enough for one line. */
export type CaseResult =
  | { readonly status: "passed" }
  | {
      readonly status: "failed";
      readonly expected: string;
      readonly got: string;
    }
  | { readonly status: "skipped"; readonly reason: string };

/** Runs the cases of one method through the public API, and compares everything that the source reports. */
export type CaseRunner = (testCase: TallyCase) => CaseResult;

/** Runs one rotation history (the JSON of its file) through the public API, or says why its form is wrong. */
export type HistoryRunner = (history: unknown) => Checked<CaseResult>;
