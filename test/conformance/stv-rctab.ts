import type { RankedPaper } from "../../src/counting/rule.ts";
import type { StvCount, StvRound } from "../../src/counting/stv/stv.ts";
import { wigm } from "../../src/counting/stv/wigm.ts";
import { compare, decimal, type Fraction, fraction, plus, zero } from "../../src/kernel/fraction.ts";
import type { CaseBallot, CaseRunner, TallyCase } from "./case.ts";
import { type Comparison, compared, type Difference, differs, papersOf } from "./compare.ts";
import { decimalOf, entries, sorted, strings } from "./reading.ts";
import { Unread } from "./unread.ts";

const overvoteMark = "<overvote>";
const writeIns = "Undeclared Write-ins";

/**
 * RCTab's count for several seats: parts of votes in decimals, a winner's surplus passed on at a ratio that is cut off
 * first. Source: RCTab, "Tabulation options: multi-winner election modes" in its documentation.
 */
export const rctabStv: CaseRunner = (testCase) => {
  const rules = rulesOf(testCase);
  const papers: RankedPaper[] = [];
  const parts = { blank: 0n, spent: 0n };
  for (const ballot of testCase.ballots) {
    const ranking = readBy(rules, ballot);
    const weight = Number(ballot.weight);
    if ((ballot.ranking ?? []).flat().length === 0) parts.blank += BigInt(weight);
    else if (ranking.length === 0) parts.spent += BigInt(weight);
    else papers.push({ weight, ranking });
  }
  const nominees = testCase.candidates.filter((name) => name !== overvoteMark);
  const election = { nominees, seats: testCase.options.seats, papers };
  const count = wigm(election, {
    arithmetic: { kind: "fixed", places: rules.places },
    quota: quotaOf(rules),
    undeclared: nominees.filter((name) => name === writeIns),
    surpluses: rules.onePerRound ? "oneByOne" : "together",
    roundedRatio: true,
    withdrawn: strings(testCase.options.excluded).filter((name) => nominees.includes(name)),
    ...(rules.tiebreak === "useCandidateOrder" && { tieOrder: nominees }),
  });
  const also = { undervotes: papersOf(parts.blank), rounds: roundsOf(count, fraction(parts.spent)) };
  return compared(testCase, count, { also });
};

/** Its threshold: with or without decimals, reached at the least number that is enough. */
function quotaOf({ exactQuota, hare }: Rules) {
  if (hare) return exactQuota ? "hare" : "wholeHare";
  return exactQuota ? "step" : "droop";
}

type Rules = {
  readonly hare: boolean;
  readonly places: number;
  readonly exactQuota: boolean;
  readonly onePerRound: boolean;
  readonly tiebreak: string;
  readonly overvotes: string;
  readonly skippedRanksMax: number;
  readonly ranksMax: number;
  readonly endsOnRepeat: boolean;
};

function rulesOf({ options }: TallyCase): Rules {
  const given = new Map(entries(options.rctab).map(([key, value]) => [key, String(value)]));
  const text = (key: string) => given.get(key) ?? "";
  const number = (key: string) => (/^\d+$/.test(text(key)) ? Number(text(key)) : Number.POSITIVE_INFINITY);
  const modes = ["multiWinnerAllowMultipleWinnersPerRound", "multiWinnerAllowOnlyOneWinnerPerRound"];
  if (!modes.includes(text("winnerElectionMode")))
    throw new Unread(`variant ${String(options.variant)} is not built`);
  const off = ["batchElimination", "doesFirstRoundDetermineThreshold", "treatBlankAsUndeclaredWriteIn"];
  const on = off.find((key) => text(key) === "true");
  if (on !== undefined) throw new Unread(`${on} with several seats is not built`);
  if (!/^0?$/.test(text("minimumVoteThreshold")))
    throw new Unread("minimumVoteThreshold with several seats is not built");
  if (text("stopTabulationEarlyAfterRound") !== "") throw new Unread("a count that stops early is not built");
  return {
    hare: text("hareQuota") === "true",
    places: number("decimalPlacesForVoteArithmetic"),
    exactQuota: text("nonIntegerWinningThreshold") === "true",
    onePerRound: text("winnerElectionMode") === modes[1],
    tiebreak: text("tiebreakMode"),
    overvotes: text("overvoteRule"),
    skippedRanksMax: number("maxSkippedRanksAllowed"),
    ranksMax: number("maxRankingsAllowed"),
    endsOnRepeat: text("exhaustOnDuplicateCandidate") === "true",
  };
}

/** The ranks of a paper that count. Too many ranks left out in a row, or an overvote, end it where the rules say so. */
function readBy(rules: Rules, { ranking = [] }: CaseBallot): string[][] {
  const read: string[][] = [];
  const seen = new Set<string>();
  let skipped = 0;
  for (const rank of ranking.slice(0, rules.ranksMax)) {
    const [name] = rank;
    if (name === undefined) {
      skipped++;
      continue;
    }
    if (skipped > rules.skippedRanksMax) break;
    skipped = 0;
    if (rank.length > 1 || name === overvoteMark) {
      if (rules.overvotes === "exhaustImmediately") break;
      if (rules.overvotes !== "alwaysSkipToNextRank") throw new Unread(`${rules.overvotes} is not built`);
      continue;
    }
    if (seen.has(name) && rules.endsOnRepeat) break;
    if (!seen.has(name)) read.push([name]);
    seen.add(name);
  }
  return read;
}

/** A round of RCTab: the state when it begins, and who is elected or eliminated in it. */
type Rounded = { readonly state: StvRound; readonly elected: string[]; readonly eliminated: string[] };

/** Our rounds end after papers have moved, RCTab's before. The last round only shows the surplus that stays. */
function rounded({ rounds }: StvCount): Rounded[] {
  const shown: Rounded[] = [];
  const [only, ...others] = rounds;
  // No more nominees than seats: all of them are elected before any paper moves.
  if (only && others.length === 0) return [{ state: only, elected: [...only.elected], eliminated: [] }];
  for (const [index, round] of rounds.entries()) {
    const state = rounds[index - 1];
    const elected = namesIn(round, "quota");
    const last = namesIn(round, "lastVacancies");
    const eliminated = round.conclusions.flatMap((step) =>
      step.type === "NomineeExcluded" ? [step.data.nominee] : [],
    );
    if (state) shown.push({ state, elected, eliminated });
    if (last.length > 0 && eliminated.length > 0) shown.push({ state: round, elected: last, eliminated: [] });
    else elected.push(...last);
  }
  return shown;
}

const namesIn = ({ conclusions }: StvRound, ground: string) =>
  conclusions.flatMap((step) =>
    step.type === "NomineeElected" && step.data.ground === ground ? [step.data.nominee] : [],
  );

function roundsOf(count: StvCount, spent: Fraction): Comparison {
  return (expected): Difference => {
    const ours = rounded(count);
    const rounds: unknown[] = Array.isArray(expected) ? expected : [];
    for (const [index, item] of rounds.entries()) {
      const round = Object.fromEntries(entries(item));
      const got = ours[index];
      const end = count.rounds.at(-1);
      const difference =
        got === undefined && index === ours.length && end !== undefined
          ? differentEnd(round, end, beforeLastSurplus(count))
          : differentRound(round, got, spent);
      if (difference) return { expected: { round: index + 1, ...difference }, got: difference.got };
    }
    return undefined;
  };
}

function differentRound(
  round: Record<string, unknown>,
  ours: Rounded | undefined,
  spent: Fraction,
): Difference {
  if (ours === undefined) return { expected: "a round", got: "none" };
  const { state, elected, eliminated } = ours;
  for (const [key, value] of Object.entries(round)) {
    const difference = (() => {
      if (key === "round") return undefined;
      if (key === "quota") return differentNumber(value, state.quota);
      if (key === "votes") return differentVotes(value, state, (votes) => votes);
      if (key === "elected") return differs(sorted(strings(value)), sorted(elected));
      if (key === "eliminated") return differs(sorted(strings(value)), sorted(eliminated));
      if (key === "inactive") return differentNumber(sumOf(value), plus(state.exhausted, spent));
      throw new Unread(`${key} of a round is not compared`);
    })();
    if (difference) return difference;
  }
  return undefined;
}

/** After the last election only the figures change: whoever is elected has no more than the quota. */
function differentEnd(round: Record<string, unknown>, { quota }: StvRound, state: StvRound): Difference {
  return differentVotes(round.votes, state, (votes) => (compare(votes, quota) > 0 ? quota : votes));
}

/** RCTab leaves the last surplus where it is; with one winner a round, ours passes it on. */
function beforeLastSurplus({ rounds }: StvCount): StvRound {
  const [before, end] = rounds.slice(-2) as [StvRound, StvRound];
  const passesOn = end.conclusions.some(
    (step, index) =>
      step.type === "SurplusTransferred" && end.conclusions[index - 1]?.type === "NomineeElected",
  );
  return passesOn ? before : end;
}

/** Figures of those who continue or are elected, with those who are out left out. */
function differentVotes(
  expected: unknown,
  { figures }: StvRound,
  shown: (votes: Fraction) => Fraction,
): Difference {
  for (const [name, votes] of entries(expected)) {
    const figure = figures.find(({ nominee }) => nominee === name);
    const difference = differentNumber(votes, figure && shown(figure.votes));
    if (difference) return { expected: `${name} ${difference.expected}`, got: difference.got };
  }
  return undefined;
}

function differentNumber(expected: unknown, got: Fraction | undefined): Difference {
  if (got !== undefined && compare(decimalOf(expected), got) === 0) return undefined;
  return { expected: String(expected), got: got && decimal(got, 4) };
}

/** The source tells kinds of inactive papers apart by the round in which they end; here their sum is compared. */
function sumOf(inactive: unknown): string {
  const parts = entries(inactive).map(([, value]) => decimalOf(value));
  return decimal(parts.reduce(plus, zero), 9);
}
