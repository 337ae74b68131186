import { exhaustiveBallot } from "../../src/counting/elimination/exhaustive-ballot.ts";
import { type InstantRunoffOptions, instantRunoff } from "../../src/counting/elimination/instant-runoff.ts";
import type { Count, Election, Figure, RankedPaper, Round } from "../../src/counting/rule.ts";
import type { CountStep } from "../../src/counting/steps/count-step.ts";
import {
  compare,
  dividedBy,
  type Fraction,
  floor,
  fraction,
  one,
  plus,
  times,
} from "../../src/kernel/fraction.ts";
import { fractionOfText, fractionText } from "../../src/kernel/fraction-text.ts";
import type { DataOf } from "../../src/kernel/messages.ts";
import type { Ratio } from "../../src/kernel/numbers.ts";
import { stepsOf as namedIn, saysTied } from "../counting/steps.ts";
import type { CaseRunner, TallyCase } from "./case.ts";
import {
  type Comparison,
  type Context,
  compared,
  type Difference,
  differentFigures,
  differs,
} from "./compare.ts";
import { equalFirst, firstTotals, tieOrder } from "./first-preferences.ts";
import { rankedElection } from "./papers.ts";
import { decimalOf, entries, sorted, strings } from "./reading.ts";
import { stepsOf } from "./steps.ts";
import { Unread } from "./unread.ts";

const overvoteMark = "<overvote>";
const writeIns = "Undeclared Write-ins";

export const irvCase: CaseRunner = (testCase) => {
  const { election, context } = rankedElection(testCase, { without: overvoteMark });
  const rctab = rulesOf(testCase);
  const options = rctab === undefined ? plainOptions(testCase) : rctabOptions(testCase, rctab);
  const count = withLot(testCase, election, options);
  const also = { totals: firstTotals, rounds, quota, exhausted, hareScoresByPosition, undervotes };
  return compared(testCase, count, { ...context, also: { ...context.also, ...also } });
};

/** Any number of seats: each nominee that is left and has the share gets one. */
export const irvThresholdCase: CaseRunner = (testCase) =>
  irvCase({ ...testCase, options: { ...testCase.options, seats: 1 } });

export const multiRoundCase: CaseRunner = (testCase) => {
  const { election, context } = rankedElection(testCase);
  return compared(
    testCase,
    exhaustiveBallot(election, { ...equalFirst(testCase), ...tieOrder(testCase) }),
    context,
  );
};

function plainOptions(testCase: TallyCase): InstantRunoffOptions {
  const { unranked, ties } = testCase.options;
  return {
    overvotes: unranked === "last" ? "skip" : "exhaust",
    eliminate: ties === "eliminate-all-tied" ? "all-tied" : "one",
    ...tieOrder(testCase),
  };
}

/** RCTab's configuration, with its values as texts. */
function rulesOf({ options }: TallyCase): ReadonlyMap<string, string> | undefined {
  return options.rctab === undefined
    ? undefined
    : new Map(entries(options.rctab).map(([key, value]) => [key, String(value)]));
}

const overvoteRules = new Map([
  ["exhaustImmediately", "exhaust"],
  ["alwaysSkipToNextRank", "skip"],
  ["exhaustIfMultipleContinuing", "exhaust-if-several-stand"],
] as const);

function rctabOptions(
  { candidates, options }: TallyCase,
  rules: ReadonlyMap<string, string>,
): InstantRunoffOptions {
  const isOn = (key: string) => rules.get(key) === "true";
  const number = (key: string) => (/^\d+$/.test(rules.get(key) ?? "") ? Number(rules.get(key)) : undefined);
  const overvotes = [...overvoteRules].find(([name]) => name === rules.get("overvoteRule"))?.[1];
  const tiebreak = rules.get("tiebreakMode") ?? "";
  const limits = {
    skippedRanksMax: number("maxSkippedRanksAllowed"),
    ranksMax: number("maxRankingsAllowed"),
    roundsMax: number("stopTabulationEarlyAfterRound"),
    minimumVotes: number("minimumVoteThreshold"),
  };
  const percent = rules.get("multiSeatBottomsUpPercentageThreshold") ?? "";
  const nominees = candidates.filter((name) => name !== overvoteMark);
  return {
    ...Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined)),
    overvotes: overvotes ?? "exhaust",
    overvoteMark,
    repeats: isOn("exhaustOnDuplicateCandidate") ? "exhaust" : "skip",
    eliminate: eliminateBy(isOn, percent),
    untilTwoLeft: isOn("continueUntilTwoCandidatesRemain"),
    // With several seats RCTab sets its threshold once.
    majorityOf: isOn("doesFirstRoundDetermineThreshold") || options.seats > 1 ? "first-round" : "round",
    lookBack: tiebreak.startsWith("previousRound"),
    withdrawn: strings(options.excluded).filter((name) => nominees.includes(name)),
    ineligible: nominees.filter((name) => name === writeIns),
    ...(percent !== "" && { share: shareOf(percent) }),
    ...(tiebreak === "useCandidateOrder" && { tieOrder: nominees }),
  };
}

/** RCTab asks for a batch only where its cutoff drops nobody; the cutoff drops whoever is below the percentage. */
function eliminateBy(isOn: (key: string) => boolean, percent: string) {
  if (isOn("cutoffElimination") && percent !== "") return "below-share";
  return isOn("batchElimination") ? "batch" : "one";
}

/** A percentage, with decimals or without, as a share. */
function shareOf(percent: string): Ratio {
  const { numerator, denominator } = decimalOf(percent);
  return { numerator: Number(numerator), denominator: Number(denominator * 100n) };
}

/**
 * If the source drew lots, its draws are part of the input. They are read from the order of its eliminations and given
 * as the frozen order, after the library has found the tie without them.
 */
function withLot(testCase: TallyCase, election: Election<RankedPaper>, options: InstantRunoffOptions): Count {
  const open = instantRunoff(election, options);
  const { tiebreakMode } = Object.fromEntries(rulesOf(testCase) ?? []);
  const byLot = tiebreakMode !== undefined && tiebreakMode !== "useCandidateOrder";
  const tieMet = open.explanation.some(saysTied);
  if (!byLot || !tieMet) return open;
  const gone = expectedRounds(testCase).flatMap(({ eliminated }) => strings(eliminated));
  const kept = election.nominees.filter((nominee) => !gone.includes(nominee));
  const elected = kept.filter((nominee) => strings(testCase.expected.winners).includes(nominee));
  const others = kept.filter((nominee) => !elected.includes(nominee));
  return instantRunoff(election, { ...options, tieOrder: [...elected, ...others, ...gone.reverse()] });
}

function expectedRounds({ expected }: TallyCase): Record<string, unknown>[] {
  return Array.isArray(expected.rounds)
    ? expected.rounds.map((round: unknown) => Object.fromEntries(entries(round)))
    : [];
}

const rounds: Comparison = (_, count, context) => {
  const expected = expectedRounds(context.testCase);
  if (expected.length !== count.rounds.length)
    return { expected: `${expected.length} rounds`, got: `${count.rounds.length} rounds` };
  const steps = stepsOf(count, "RoundCounted");
  for (const [index, round] of count.rounds.entries()) {
    const difference = differentRound(expected[index] ?? {}, round, steps[index], context);
    if (difference) return { expected: { round: index + 1, ...difference }, got: difference.got };
  }
  return undefined;
};

function differentRound(
  expected: Record<string, unknown>,
  { figures, conclusions }: Round,
  step: DataOf<CountStep, "RoundCounted"> | undefined,
  context: Context,
): Difference {
  const listed = (type: "NomineesElected" | "NomineesExcluded") =>
    sorted(namedIn(conclusions, type).flatMap(({ nominees }) => nominees));
  for (const [key, value] of Object.entries(expected)) {
    const difference = (() => {
      if (key === "round") return undefined;
      if (key === "votes") return differentFigures(value, figures, context);
      if (key === "elected") return differs(sorted(strings(value)), listed("NomineesElected"));
      if (key === "eliminated") return differs(sorted(strings(value)), listed("NomineesExcluded"));
      if (key === "quota") return differentFraction(value, thresholdOf(step?.base, context.testCase));
      if (key === "inactive") return differentInactive(value, step?.inactive);
      throw new Unread(`${key} of a round is not compared`);
    })();
    if (difference) return difference;
  }
  return undefined;
}

const inactiveNames = new Map([
  ["exhaustedChoices", "choicesExhausted"],
  ["overvotes", "overvoted"],
  ["repeatedRankings", "repeated"],
  ["skippedRankings", "ranksSkipped"],
]);

function differentInactive(expected: unknown, inactive: unknown): Difference {
  const got = new Map(entries(inactive));
  for (const [name, value] of entries(expected)) {
    const ours = inactiveNames.get(name);
    if (ours === undefined) throw new Unread(`inactive ${name} of a round is not compared`);
    const difference = differentFraction(value, got.get(ours));
    if (difference) return { expected: `${name} ${value}`, got: difference.got };
  }
  return undefined;
}

function differentFraction(expected: unknown, got: unknown): Difference {
  if (typeof got === "string" && compare(decimalOf(expected), fractionOfText(got)) === 0) return undefined;
  return { expected, got };
}

/** The threshold as RCTab prints it. The verdict does not use it: it uses the votes and the base of half. */
function thresholdOf(text: string | undefined, testCase: TallyCase): string | undefined {
  return text === undefined ? undefined : fractionText(threshold(fractionOfText(text), testCase));
}

function threshold(base: Fraction, testCase: TallyCase): Fraction {
  const rules = rulesOf(testCase);
  const percent = rules?.get("multiSeatBottomsUpPercentageThreshold");
  if (percent) return times(base, dividedBy(decimalOf(percent), fraction(100)));
  const part = times(base, fraction(1, Math.max(1, testCase.options.seats) + 1));
  if (rules?.get("nonIntegerWinningThreshold") !== "true") return plus(fraction(floor(part)), one);
  return plus(part, fraction(1n, 10n ** BigInt(rules.get("decimalPlacesForVoteArithmetic") ?? "0")));
}

const quota: Comparison = (expected, count, { testCase }) =>
  differentFraction(expected, thresholdOf(stepsOf(count, "RoundCounted")[0]?.base, testCase));

const undervotes: Comparison = (expected, count) =>
  differentInactiveName(expected, stepsOf(count, "RoundCounted")[0]?.inactive, "blank");

function differentInactiveName(expected: unknown, inactive: unknown, name: string): Difference {
  return differentFraction(expected, new Map(entries(inactive)).get(name));
}

const exhausted: Comparison = (expected, count) => {
  const got = count.rounds.map((round) => Number(round.exhausted.numerator));
  return differs(expected, got);
};

/** Votes by round: at 0 those of the winner, then those of the others in order. A nominee that is out has 0. */
const hareScoresByPosition: Comparison = (expected, count) => {
  const names = (count.order ?? []).flat();
  const votesIn = (figures: readonly Figure[], name: string) =>
    Number(figures.find(({ nominee }) => nominee === name)?.votes.numerator ?? 0n);
  const got = names.map((name) => count.rounds.map(({ figures }) => votesIn(figures, name)));
  return differs(Object.values(Object.fromEntries(entries(expected))), got);
};
