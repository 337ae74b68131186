import { zero } from "../../kernel/fraction.ts";
import { fractionText } from "../../kernel/fraction-text.ts";
import { type Choices, greaterFirst } from "../choices.ts";
import { weightAt } from "../grouping.ts";
import { merged, resultOf } from "../results.ts";
import type { Round } from "../rule.ts";
import type { CountStep } from "../steps/count-step.ts";
import type { Committees } from "./committees.ts";
import { followPayments } from "./equal-shares-count.ts";

/** How many increments of one seat are tried; real ballots need a few. */
const countsMax = 10_000n;

/**
 * Counts with the money of more and more virtual seats until every branch fills all seats. A committee that a branch
 * fills earlier stays; the ties of one count do not bind the next.
 */
export function incremented(choices: Choices, approvals: readonly bigint[]): Committees {
  const { weights } = choices;
  const committees = new Map<string, readonly number[]>();
  const rounds: Round[] = [];
  let firstState = 0;
  let seatsPaid = fewestPaid(choices, approvals);
  for (const seatsPaidMax = seatsPaid + countsMax; ; seatsPaid++) {
    if (seatsPaid > seatsPaidMax)
      throw new RangeError(`${countsMax} counts with larger budgets leave seats unfilled`);
    const found = followPayments(choices, undefined, seatsPaid, firstState);
    const step: CountStep = {
      type: "SeatsPaid",
      data: {
        seatsPaid: fractionText(seatsPaid),
        papers: fractionText(weights.total),
        filled: found.committees?.length ?? 0,
        unfilled: found.unfilled,
      },
    };
    rounds.push({ figures: [], exhausted: zero, conclusions: [step] });
    if (found.committees === undefined) return { ...found, rounds: [...rounds, ...found.rounds] };
    if (found.committees.length > 0) {
      rounds.push(...found.rounds);
      firstState = found.nextState;
      for (const committee of found.committees) committees.set(committee.join(), committee);
    }
    if (found.unfilled.length === 0) break;
  }
  const all = [...committees.values()];
  const results = merged(all.map((committee) => resultOf(choices.field.nominees.length, committee)));
  return { committees: all, results, unfilled: [], rounds, nextState: firstState };
}

/**
 * With less money than this no count can fill all seats. Some nominees who are only on the lightest ballots must be
 * elected, and those papers must pay for them. And as many nominees as there are seats must each have
 * supporters who have 1 together.
 */
function fewestPaid({ field, papers, weights }: Choices, approvals: readonly bigint[]): bigint {
  const target = Math.min(field.seats, field.nominees.length);
  const votes = [...approvals].sort(greaterFirst)[target - 1] ?? 1n;
  const bounds = [BigInt(field.seats), ceiling(weights.total, votes)];
  const lightFirst = papers
    .map((names, index) => ({ names, weight: weightAt(weights, index) }))
    .sort((a, b) => greaterFirst(b.weight, a.weight));
  let light = 0n;
  for (const [place, { weight }] of lightFirst.entries()) {
    light += weight;
    const elsewhere = new Set(lightFirst.slice(place + 1).flatMap(({ names }) => names)).size;
    if (elsewhere < target) bounds.push(ceiling(BigInt(target - elsewhere) * weights.total, light));
  }
  return bounds.reduce((most, bound) => (greaterFirst(bound, most) < 0 ? bound : most));
}

function ceiling(numerator: bigint, denominator: bigint): bigint {
  return (numerator + denominator - 1n) / denominator;
}
