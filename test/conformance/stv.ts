import type { RankedPaper } from "../../src/counting/rule.ts";
import type { ArithmeticOption } from "../../src/counting/stv/arithmetic.ts";
import { cambridgeStv } from "../../src/counting/stv/cambridge.ts";
import { cferStv } from "../../src/counting/stv/cfer.ts";
import { ers97Stv } from "../../src/counting/stv/ers97.ts";
import { meek, referenceMeek, warren } from "../../src/counting/stv/meek.ts";
import { minneapolisStv } from "../../src/counting/stv/minneapolis.ts";
import { scottishStv } from "../../src/counting/stv/scottish.ts";
import type { StvCount, StvOptions, StvRound } from "../../src/counting/stv/stv.ts";
import { referenceWigm, wigm } from "../../src/counting/stv/wigm.ts";
import { decimal, type Fraction } from "../../src/kernel/fraction.ts";
import type { CaseResult, CaseRunner, TallyCase } from "./case.ts";
import { irvCase } from "./elimination.ts";
import { entries } from "./reading.ts";
import { rctabStv } from "./stv-rctab.ts";
import { sourceRules, sourceStv } from "./stv-sources.ts";
import { Unread } from "./unread.ts";

type Election = Parameters<typeof wigm>[0];
type Rule = (election: Election, options: StvOptions, testCase: TallyCase) => StvCount;

const rules = new Map<string, Rule>([
  ["scottish", scottishStv],
  [
    "wigm",
    (election, options, { options: { arithmetic } }) =>
      wigm(election, { ...options, arithmetic: arithmeticOf(arithmetic) }),
  ],
  ["cfer", cferStv],
  ["ers97", ers97Stv],
  [
    "cambridge",
    (election, options, { options: { minimumVotes } }) =>
      cambridgeStv(election, {
        ...options,
        ...(minimumVotes !== undefined && { minimumVotes: Number(minimumVotes) }),
      }),
  ],
  ["cfer-batch", (election, options) => cferStv(election, { ...options, defeatTogether: true })],
  ["warren", (election, options, testCase) => warren(election, { ...options, ...iterationOf(testCase) })],
  ["wigm-prf", referenceWigm],
  ["wigm-prf-batch", (election, options) => referenceWigm(election, { ...options, sureLosers: true })],
  [
    "minneapolis-wigm",
    (election, options, testCase) =>
      minneapolisStv(election, { ...options, undeclared: byNumber(testCase, "undeclared") }),
  ],
  ["meek-prf", referenceMeek],
  ["meek-bc", (election, options, testCase) => meek(election, { ...options, ...iterationOf(testCase) })],
  [
    "meek-parametric",
    (election, options, testCase) =>
      meek(election, { ...options, ...iterationOf(testCase), sureLosers: false }),
  ],
]);

/** Variants that say what a rank of several does. In the others of these programs it is not allowed. */
const takesEqualRanks: ReadonlySet<string> = new Set(["meek-bc", "meek-parametric", "warren"]);

/** What sources report of a count by STV. A new kind of report needs a comparison first. */
const comparedKeys: ReadonlySet<string> = new Set([
  "winners",
  "electedOrder",
  "rounds",
  "finalVotes",
  "finalQuota",
]);

/** Counts by STV, by the rule of the variant. */
export const stv: CaseRunner = (testCase) => {
  const variant = String(testCase.options.variant);
  if (variant === "rctab-bottomsUp") return irvCase(testCase);
  if (variant.startsWith("rctab-")) return rctabStv(testCase);
  if (sourceRules.has(variant)) return sourceStv(testCase);
  const rule = rules.get(variant);
  if (rule === undefined) throw new Unread(`variant ${variant} is not built`);
  const unknown = Object.keys(testCase.expected).find((key) => !comparedKeys.has(key));
  if (unknown !== undefined) throw new Unread(`expected ${unknown} is not compared`);
  const papers: RankedPaper[] = testCase.ballots.map(({ weight, ranking = [] }) => ({ weight, ranking }));
  if (!takesEqualRanks.has(variant) && papers.some(({ ranking }) => ranking.some((rank) => rank.length > 1)))
    throw new Unread(`equal ranks in variant ${variant} are not read`);
  const election = { nominees: testCase.candidates, seats: testCase.options.seats, papers };
  const count = rule(election, optionsOf(testCase), testCase);
  const differences = [
    ...outcomeDifferences(testCase, count),
    ...(variant === "scottish"
      ? roundDifferences(withoutRepeats(expectedRounds(testCase)), count)
      : roundDifferences(expectedRounds(testCase), count)),
    ...finalDifferences(testCase, count),
  ];
  const [first] = differences;
  return first === undefined ? { status: "passed" } : { status: "failed", ...first };
};

type Difference = Omit<Extract<CaseResult, { status: "failed" }>, "status">;

/** By default the sources draw the lowest ballot-paper number first. In our order, the first nominee is kept. */
function optionsOf(testCase: TallyCase): StvOptions {
  const { withdrawn = [], tieOrder } = testCase.options as { withdrawn?: string[]; tieOrder?: string[] };
  const drawn = [...new Set([...(tieOrder ?? []), ...byNumber(testCase, "tie"), ...testCase.candidates])];
  return { withdrawn: [...withdrawn, ...byNumber(testCase, "withdrawn")], tieOrder: drawn.reverse() };
}

/** An option of a BLT file names candidates by their number, or by their nickname. */
function byNumber({ options, candidates }: TallyCase, option: string): string[] {
  const { bltOptions = {} } = options as { bltOptions?: Record<string, string[]> };
  const { nick = [] } = bltOptions;
  return (bltOptions[option] ?? []).map((word) => {
    const place = /^\d+$/.test(word) ? Number(word) - 1 : nick.indexOf(word);
    const name = candidates[place] ?? candidates.find((candidate) => candidate === word);
    if (name === undefined) throw new Unread(`${option} ${word} is not read`);
    return name;
  });
}

/** `o9-guarded-p18-g9-d18`, `rational-d12`, `fixed-p4-d4`, `fixed9`: o is for omega, d for the printed decimals. */
function arithmeticOf(name: unknown): ArithmeticOption {
  const digits = (letter: string) =>
    Number(new RegExp(`(?:^|-)(?:big)?${letter}(\\d+)`).exec(String(name))?.[1]);
  if (/guarded/.test(String(name))) return { kind: "guarded", places: digits("p"), guard: digits("g") };
  if (/rational/.test(String(name))) return { kind: "rational" };
  return { kind: "fixed", places: digits("p") || digits("fixed") };
}

/** Droop and stv-rs without "equalize" divide a rank of several evenly, rank by rank. */
function iterationOf({ options: given }: TallyCase) {
  const exponent =
    /^o(\d+)-/.exec(String(given.arithmetic))?.[1] ?? /^1e-(\d+)$/.exec(String(given.omega))?.[1];
  const equalRanks: "divided" | "permuted" = given.equalPreference === "equalize" ? "permuted" : "divided";
  return {
    sureLosers: true,
    arithmetic: arithmeticOf(given.arithmetic),
    ...(exponent !== undefined && { omegaPlaces: Number(exponent) }),
    equalRanks,
  };
}

function outcomeDifferences(
  { expected, flags }: TallyCase,
  { outcome, electedOrder, explanation }: StvCount,
): Difference[] {
  const { winners, electedOrder: order } = expected as { winners?: string[]; electedOrder?: string[][] };
  const found: Difference[] = [];
  const got = JSON.stringify([...outcome.elected].sort());
  const wanted = winners && JSON.stringify([...winners].sort());
  if (wanted !== undefined && got !== wanted) found.push({ expected: wanted, got });
  if (order !== undefined && !agrees(order.flat(), electedOrder))
    found.push({ expected: `order ${JSON.stringify(order)}`, got: JSON.stringify(electedOrder) });
  if (flags.includes("tie-in-count") && !explanation.some(({ type }) => type === "TieBroken"))
    found.push({ expected: "a tie in the count", got: "none" });
  return found;
}

/** Nominees elected together come in any order. */
function agrees(order: readonly string[], groups: readonly (readonly string[])[]): boolean {
  const rest = [...order];
  return (
    groups.every((group) => {
      const next = rest.splice(0, group.length);
      return group.every((name) => next.includes(name));
    }) && rest.length === 0
  );
}

type ExpectedRound = {
  readonly round: number;
  readonly quota?: string;
  readonly exhausted?: string;
  readonly votes: Record<string, string>;
  readonly state?: Record<string, string>;
};

const roundKeys = new Set(["round", "quota", "exhausted", "votes", "state"]);

function expectedRounds({ expected }: TallyCase): ExpectedRound[] {
  const rounds = (expected.rounds ?? []) as ExpectedRound[];
  const unknown = rounds.flatMap((round) => entries(round)).find(([key]) => !roundKeys.has(key));
  if (unknown !== undefined) throw new Unread(`${unknown[0]} of a round is not compared`);
  return rounds;
}

/** A surplus of 0 is not a stage in the Order, but the source prints one. */
function withoutRepeats(rounds: readonly ExpectedRound[]): ExpectedRound[] {
  const shown = ({ round: _, ...rest }: ExpectedRound) => JSON.stringify(rest);
  return rounds.filter((round, index) => {
    const before = rounds[index - 1];
    return before === undefined || shown(before) !== shown(round);
  });
}

function roundDifferences(
  expected: readonly ExpectedRound[],
  { rounds }: Pick<StvCount, "rounds">,
): Difference[] {
  if (expected.length === 0) return [];
  const found = expected.flatMap((round, index) => {
    const ours = rounds[index];
    return ours === undefined ? [] : differencesIn(round, ours);
  });
  if (expected.length !== rounds.length)
    found.push({ expected: `${expected.length} rounds`, got: `${rounds.length}` });
  return found;
}

function differencesIn(round: ExpectedRound, ours: StvRound): Difference[] {
  const found: Difference[] = [];
  const compare = (what: string, expected: string | undefined, got: string) => {
    if (expected !== undefined && expected !== got)
      found.push({ expected: `round ${round.round} ${what} ${expected}`, got });
  };
  compare("quota", round.quota, printed(ours.quota, round.quota));
  compare("exhausted", round.exhausted, printed(ours.exhausted, round.exhausted));
  for (const { nominee, votes } of ours.figures) {
    compare(nominee, round.votes[nominee], printed(votes, round.votes[nominee]));
    compare(nominee, round.state?.[nominee], stateOf(nominee, ours));
  }
  compare("nominees", String(Object.keys(round.votes).length), String(ours.figures.length));
  return found;
}

const stateOf = (nominee: string, { elected, excluded }: StvRound) =>
  elected.includes(nominee) ? "elected" : excluded.includes(nominee) ? "defeated" : "hopeful";

/** The decimals that the source prints. */
const printed = (value: Fraction, as = "") => decimal(value, as.split(".")[1]?.length ?? 0);

function finalDifferences({ expected }: TallyCase, { totals, rounds }: StvCount): Difference[] {
  const { finalVotes, finalQuota } = expected as { finalVotes?: Record<string, string>; finalQuota?: string };
  const found: Difference[] = [];
  const quota = rounds[rounds.length - 1]?.quota;
  if (finalQuota !== undefined && (quota === undefined || printed(quota, finalQuota) !== finalQuota))
    found.push({ expected: `final quota ${finalQuota}`, got: quota ? printed(quota, finalQuota) : "none" });
  if (finalVotes === undefined) return found;
  // The source prints all who are not elected together, under its own names.
  const others = Object.entries(finalVotes).find(
    ([name]) => !totals.some(({ nominee }) => nominee === name),
  )?.[1];
  for (const { nominee, votes } of totals) {
    const wanted = finalVotes[nominee] ?? others;
    if (wanted === undefined || printed(votes, wanted) !== wanted)
      found.push({ expected: `finally ${nominee} ${wanted}`, got: printed(votes, wanted) });
  }
  return found;
}
