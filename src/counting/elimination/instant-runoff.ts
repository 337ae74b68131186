import { type Fraction, fraction, zero } from "../../kernel/fraction.ts";
import type { Ratio } from "../../kernel/numbers.ts";
import { layers } from "../above.ts";
import { searchesIn } from "../alike.ts";
import { type Field, oneOf, problems } from "../grouping.ts";
import { type Rankings, rankEnd, readRankings } from "../rankings.ts";
import { outcomeOfResults } from "../results.ts";
import type { Count, Election, Nominee, RankedPaper, Weight } from "../rule.ts";
import { readTieOrder, seatsFilled } from "../seats.ts";
import type { CountStep } from "../steps/count-step.ts";
import { branchesMaxFor } from "../ties.ts";
import { splitVotes } from "../votes/first-preferences.ts";
import { electedTogether } from "./elected-together.ts";
import { eliminate, type RoundTally, startOf } from "./elimination.ts";
import { type EliminationRules, rulesSet } from "./state.ts";
import { type Holders, held, noHolders, passOn, type TransferOptions } from "./transfers.ts";

export type InstantRunoffOptions = TransferOptions & {
  /**
   * Who is eliminated at once: one (the default), all whose votes together are below the next, all tied for last, or
   * with a `share` all who have less. Then nobody may be left, and nobody is elected.
   */
  readonly eliminate?: EliminationRules["eliminate"];
  /** Whether to go on after a majority until two are left, as is done to publish the last pair. */
  readonly untilTwoLeft?: boolean;
  /** What a majority is of: the papers that count in the round (the default), or in the first. */
  readonly majorityOf?: EliminationRules["of"];
  /** Instead of filling seats: eliminates until all left have at least this share, and elects them all. */
  readonly share?: Ratio;
  /** In the first round, all with fewer votes are eliminated at once, and a majority is of the votes of the others. */
  readonly minimumVotes?: Weight;
  /** Nominees who are on papers but withdrew. They are passed over from the start, as if their rank named nobody. */
  readonly withdrawn?: readonly Nominee[];
  /** Nominees who are counted in the first round, cannot be elected and are eliminated before all others. */
  readonly ineligible?: readonly Nominee[];
  /** Whether a tie for last goes to who had fewer votes in the round before, and so on back. */
  readonly lookBack?: boolean;
  /**
   * A frozen order, from first kept to last, by which a tie for last is broken; without it every branch is
   * followed.
   */
  readonly tieOrder?: readonly Nominee[];
  /** The count stops after so many rounds, its seats undecided. */
  readonly roundsMax?: number;
  /** How many states are counted at most where ties have branches; by default 1,024, fewer with 14 nominees or more. */
  readonly branchesMax?: number;
};

/**
 * Instant run-off: each paper counts for its first continuing nominee; while nobody has more than half
 * of the papers that count, the one with the fewest votes is eliminated. With several seats it eliminates until
 * only so many are left.
 *
 * Ties for last are broken by earlier rounds (`lookBack`) and a frozen order (`tieOrder`) where given. Otherwise
 * every branch is followed: elected is who is elected in all, undecided who is elected in some. A tie that changes
 * nothing is only in the explanation.
 * Source: Robert's Rules of Order Newly Revised (12th ed.) 45:62-69, preferential voting; rules on overvotes, ranks
 * left out and repeats as RCTab's configuration names them (Bright Spots, RCTab documentation).
 *
 * @throws {InvalidInput} naming each field, rule and value
 * @example
 * const papers = [
 *   { weight: 4, ranking: [["A"], ["B"], ["C"]] },
 *   { weight: 3, ranking: [["B"], ["C"], ["A"]] },
 *   { weight: 3, ranking: [["C"], ["B"], ["A"]] },
 * ];
 * instantRunoff({ nominees: ["A", "B", "C"], seats: 1, papers }).outcome.undecided // { tied: ["B", "C"], seats: 1 }
 * instantRunoff({ nominees: ["A", "B", "C"], seats: 1, papers }, { tieOrder: ["B", "C"] }).outcome.elected // ["B"]
 */
export function instantRunoff(election: Election<RankedPaper>, options: InstantRunoffOptions = {}): Count {
  const rankings = readRankings(election, {
    repeatsAllowed: (options.repeats ?? "refuse") !== "refuse",
    extraName: options.overvoteMark,
  });
  const { field } = rankings;
  const rules = { ...rulesOf(field, options), historyMatters: stopsBySeveral(rankings, options) };
  const continuing = new Uint8Array(field.nominees.length).fill(1);
  for (const nominee of options.withdrawn ?? []) continuing[field.indexOf.get(nominee) ?? 0] = 0;
  const first = () =>
    options.overvotes === "split"
      ? splitTally(rankings, continuing)
      : tallyOf(rankings, continuing, noHolders(rankings), options);
  const { results, rounds, steps, isCut } = eliminate(field.nominees, continuing, first, rules);
  const seats =
    typeof rules.until === "object" ? results.inSome.filter((flag) => flag === 1).length : field.seats;
  const outcome = outcomeOfResults(results, field.nominees, seats);
  const areAlike = options.tieOrder === undefined && options.overvoteMark === undefined;
  const kinds = Array.from(continuing, (mark, index) => mark + (rules.ineligible.includes(index) ? 2 : 0));
  const found = electedTogether({
    ...{ nominees: field.nominees, rules, start: startOf(continuing, first), isCut },
    undecided: outcome.undecided,
    exchangesBut: areAlike ? searchesIn(rankings, kinds) : undefined,
  });
  const areAllTied = steps.some(({ type }) => type === "AllTied") && (outcome.undecided?.seats ?? 0) > 1;
  const isWhole = found.committees?.every((names) => names.length === seats) ?? true;
  const explanation: CountStep[] = [rulesSet(field.nominees, rules), ...steps, seatsFilled(outcome)];
  const above = (a: number, b: number) => results.above[a * field.nominees.length + b] === 1;
  return {
    rule: "instant-runoff",
    outcome,
    ...(areAllTied ? { isAnyOfTied: true } : isWhole ? found : { unlisted: "notFollowed" }),
    order: layers(field.nominees, above),
    totals: rounds.at(-1)?.figures ?? [],
    rounds,
    explanation,
  };
}

function tallyOf(
  rankings: Rankings,
  continuing: Uint8Array,
  before: Holders,
  options: TransferOptions,
): RoundTally {
  const holders = before.slice();
  passOn(rankings, continuing, holders, options);
  const { votes, inactive } = held(rankings, holders);
  const active = votes.reduce<bigint>((sum, { numerator }) => sum + numerator, 0n);
  const exhausted: Fraction = fraction(rankings.weights.total - active);
  return {
    votes,
    exhausted,
    inactive,
    without: (left) => tallyOf(rankings, left, holders, options),
  };
}

/** The tally where a paper counts for the best of those who stand, in equal parts. */
function splitTally(rankings: Rankings, continuing: Uint8Array): RoundTally {
  const { votes, exhausted } = splitVotes(rankings, continuing);
  return { votes, exhausted, without: (left) => splitTally(rankings, left) };
}

/** Whether a paper may stop at a rank of several. That depends on which of them still continue at that moment. */
function stopsBySeveral({ marks }: Rankings, { overvotes }: TransferOptions): boolean {
  if ((overvotes ?? "exhaust-if-several-stand") !== "exhaust-if-several-stand") return false;
  for (let at = 1; at < marks.length; at++)
    if (marks[at] !== rankEnd && marks[at - 1] !== rankEnd) return true;
  return false;
}

/** A paper that is split is read as a whole: neither limits of its ranks nor repeats can stop it. */
function readWholePapers({ skippedRanksMax, ranksMax, repeats, overvoteMark }: TransferOptions): void {
  const wrong = problems();
  const repeat = repeats === "refuse" ? undefined : repeats;
  const stops = { skippedRanksMax, ranksMax, overvoteMark, repeats: repeat };
  for (const [option, value] of Object.entries(stops))
    if (value !== undefined)
      wrong.add({ field: option, rule: "absent", expected: "none with overvotes: split", value });
  wrong.throwIfAny();
}

function rulesOf(field: Field, options: InstantRunoffOptions): Omit<EliminationRules, "historyMatters"> {
  readTieOrder(field, options.tieOrder);
  oneOf("overvotes", options.overvotes ?? "skip", ["exhaust", "skip", "exhaust-if-several-stand", "split"]);
  if (options.overvotes === "split") readWholePapers(options);
  oneOf("repeats", options.repeats ?? "skip", ["refuse", "skip", "exhaust"]);
  readLimits(options);
  readNames(field, "withdrawn", options.withdrawn ?? []);
  readNames(field, "ineligible", options.ineligible ?? []);
  const { seats } = field;
  const plain = seats > 1 ? "seats-left" : options.untilTwoLeft ? "two-left" : "majority";
  const { share } = options;
  return {
    seats,
    until: share ? { share: fraction(share.numerator, share.denominator) } : plain,
    of: oneOf("majorityOf", options.majorityOf ?? "round", ["round", "first-round"]),
    eliminate: oneOf("eliminate", options.eliminate ?? "one", [
      "one",
      "batch",
      "all-tied",
      ...(share ? (["below-share"] as const) : []),
    ]),
    minimumVotes: options.minimumVotes === undefined ? zero : fraction(options.minimumVotes),
    ineligible: (options.ineligible ?? []).flatMap((nominee) => field.indexOf.get(nominee) ?? []),
    lookBack: options.lookBack ?? false,
    tieOrder: options.tieOrder,
    roundsMax: options.roundsMax ?? Number.MAX_SAFE_INTEGER,
    branchesMax: options.branchesMax ?? branchesMaxFor(field.nominees.length),
  };
}

function readLimits(options: InstantRunoffOptions): void {
  const wrong = problems();
  const limits = { skippedRanksMax: 0, ranksMax: 1, minimumVotes: 0, roundsMax: 1, branchesMax: 1 } as const;
  for (const [field, min] of Object.entries(limits)) {
    const value: unknown = Object.getOwnPropertyDescriptor(options, field)?.value;
    const isWhole = typeof value === "bigint" || Number.isSafeInteger(value);
    if (value !== undefined && !(isWhole && Number(value) >= min))
      wrong.add({ field, rule: "min", expected: `>= ${min}, whole`, value });
  }
  const { share } = options;
  if (share !== undefined && !isShare(share))
    wrong.add({ field: "share", rule: "share", expected: "above 0, at most 1", value: share });
  wrong.throwIfAny();
}

function readNames({ indexOf }: Field, field: string, names: readonly Nominee[]): void {
  const wrong = problems();
  for (const [index, name] of names.entries())
    if (!indexOf.has(name)) wrong.add({ field: `${field}[${index}]`, rule: "nominee", value: name });
  wrong.throwIfAny();
}

function isShare({ numerator, denominator }: Ratio): boolean {
  const whole = Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator);
  return whole && numerator > 0 && numerator <= denominator;
}
