import { compare, type Fraction, fraction, zero } from "../../kernel/fraction.ts";
import { fractionText } from "../../kernel/fraction-text.ts";
import type { Ratio } from "../../kernel/numbers.ts";
import { votesNeeded } from "../../vocabulary/bar.ts";
import { fieldOf, oneOf, problems } from "../grouping.ts";
import type { Count, Figure, Nominee, Outcome, Weight } from "../rule.ts";
import { byFigures, readTieOrder, seatBest, seatsFilled, writtenFigures } from "../seats.ts";
import type { CountStep } from "../steps/count-step.ts";

/** The tally of one vote: what each nominee got, whole numbers from 0. */
export type VoteTally = {
  readonly nominees: readonly Nominee[];
  readonly seats: number;
  readonly votes: ReadonlyMap<Nominee, Weight>;
};

/** More than (`strict`), or at least, this share of a base; or a number of votes that the rules name. */
export type Needed =
  | { readonly share: Ratio; readonly strict: boolean; readonly base: Weight }
  | { readonly votes: Weight };

export type ThresholdRoundOptions = {
  readonly needed: Needed;
  /**
   * What follows while seats are open: the last is dropped and all others are voted on again; the vote is repeated
   * among the best, twice as many as open seats; or nothing, the seats stay vacant. By default `nothing`.
   */
  readonly onFailure?: "drop-lowest" | "restrict" | "nothing";
  /** A frozen order, from first kept to last, by which ties are broken; without it they are undecided. */
  readonly tieOrder?: readonly Nominee[];
};

/**
 * One round of a vote with a threshold, from its tally: who passes is elected, the best first where more pass than
 * there are seats; the other seats are open for a further round and vacant in this one's outcome.
 *
 * Passing and ranking are separate: equal passers at the last seat are undecided. A tie for the last place is in the
 * step `NextRoundOrdered` as `tiedForLast`, and drops nobody.
 * Source: Rules of Procedure of the UN General Assembly, rules 93 and 94; IOC and FIFA exhaustive ballots for a host.
 *
 * @throws {InvalidInput} naming each field, rule and value
 * @example
 * const tally = { nominees: ["A", "B"], seats: 1, votes: new Map([["A", 11], ["B", 9]]) };
 * const needed = { share: { numerator: 1, denominator: 2 }, strict: true, base: 22 };
 * thresholdRound(tally, { needed }).outcome // { elected: [], notElected: ["A", "B"], vacant: 1 }
 */
export function thresholdRound(tally: VoteTally, options: ThresholdRoundOptions): Count {
  const figures = readTally(tally);
  const needed = votesToPass(options.needed);
  const { seats } = tally;
  const { tieOrder } = options;
  readTieOrder(fieldOf(tally), tieOrder);
  const onFailure = oneOf("onFailure", options.onFailure ?? "nothing", [
    "drop-lowest",
    "restrict",
    "nothing",
  ]);
  const passers = byFigures(figures.filter(({ votes }) => compare(votes, needed) >= 0));
  const passed = new Set(passers.flat());
  const others = byFigures(figures.filter(({ nominee }) => !passed.has(nominee)));
  const outcome = withOthers(seatBest(passers, seats, tieOrder), others.flat());
  const steps: CountStep[] = [
    {
      type: "ThresholdApplied",
      data: {
        figures: writtenFigures(figures),
        seats,
        needed: fractionText(needed),
        passed: passers.flat(),
        ...(tieOrder && { tieOrder }),
      },
    },
    seatsFilled(outcome),
  ];
  if (outcome.vacant > 0 && onFailure !== "nothing")
    steps.push(nextRound({ others, open: outcome.vacant, onFailure, tieOrder }));
  return {
    rule: "threshold-round",
    outcome,
    order: [...passers, ...others],
    totals: figures,
    rounds: [{ figures, exhausted: zero, conclusions: steps }],
    explanation: steps,
  };
}

/**
 * The least whole number of votes that passes: 12 for more than half of 22, 127 for at least two thirds of 190, and
 * one more than all where not even all of them pass.
 */
export function votesToPass(needed: Needed): Fraction {
  const wrong = problems();
  if ("votes" in needed) {
    if (!isWeight(needed.votes))
      wrong.add({ field: "needed.votes", rule: "weight", expected: ">= 0, whole", value: needed.votes });
    wrong.throwIfAny();
    return fraction(needed.votes);
  }
  const { share, strict, base } = needed;
  if (!isWeight(base))
    wrong.add({ field: "needed.base", rule: "weight", expected: ">= 0, whole", value: base });
  const whole = Number.isSafeInteger(share.numerator) && Number.isSafeInteger(share.denominator);
  if (!whole || share.numerator < 0 || share.denominator < 1 || share.numerator > share.denominator)
    wrong.add({ field: "needed.share", rule: "share", expected: "0 to 1", value: share });
  wrong.throwIfAny();
  const exact = BigInt(base);
  return fraction(votesNeeded({ ...share, strict }, exact) ?? exact + 1n);
}

function nextRound(input: {
  others: readonly (readonly Nominee[])[];
  open: number;
  onFailure: "drop-lowest" | "restrict";
  tieOrder: readonly Nominee[] | undefined;
}): CountStep {
  const { others, open, onFailure, tieOrder } = input;
  const limit = onFailure === "restrict" ? 2 * open : Math.max(others.flat().length - 1, open);
  const { elected, notElected, undecided } = seatBest(others, limit, tieOrder);
  const tied = undecided?.tied ?? [];
  return {
    type: "NextRoundOrdered",
    data: { seats: open, field: [...elected, ...tied], dropped: notElected, tiedForLast: tied, onFailure },
  };
}

function withOthers(outcome: Outcome, others: readonly Nominee[]): Outcome {
  return { ...outcome, notElected: [...outcome.notElected, ...others] };
}

function readTally(tally: VoteTally): Figure[] {
  const { nominees, indexOf } = fieldOf(tally);
  const wrong = problems();
  if (!(tally.votes instanceof Map))
    wrong.add({ field: "votes", rule: "type", expected: "Map", value: tally.votes });
  wrong.throwIfAny();
  for (const [nominee, votes] of tally.votes) {
    if (!indexOf.has(nominee)) wrong.add({ field: "votes", rule: "nominee", value: nominee });
    if (!isWeight(votes))
      wrong.add({
        field: `votes[${String(nominee)}]`,
        rule: "weight",
        expected: ">= 0, whole",
        value: votes,
      });
  }
  wrong.throwIfAny();
  return nominees.map((nominee) => ({ nominee, votes: fraction(tally.votes.get(nominee) ?? 0) }));
}

function isWeight(value: unknown): value is Weight {
  if (typeof value === "bigint") return value >= 0n;
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
