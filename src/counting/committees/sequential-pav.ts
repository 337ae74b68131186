import { fraction } from "../../kernel/fraction.ts";
import { approvalsOf, type Choices, choicesOf, figuresOf, greaterFirst } from "../choices.ts";
import { weightAt } from "../grouping.ts";
import type { ApprovalPaper, Count, Election } from "../rule.ts";
import { grouped, writtenFigures } from "../seats.ts";
import { type Branch, committeesCount, followSeats, limitsFor, type Turn } from "./committees.ts";

/**
 * Sequential proportional approval voting: seat by seat, to the nominee with the greatest sum of papers, where a
 * paper that has k of its names elected already counts 1/(k+1). It is simpler
 * than PAV and close to it, but does not guarantee justified representation.
 * Ties: every branch is followed to the end. A nominee elected in all of them is elected; `committees` has every
 * committee that they lead to.
 *
 * Source: T. N. Thiele, "Om Flerfoldsvalg" (1895), addition method; Svante Janson, "Phragmén's and Thiele's
 * election methods" (2016), section 6.
 *
 * @throws {InvalidInput} for a paper that keeps somebody who is not nominated
 * @example
 * const papers = [{ weight: 3, approvals: ["A", "B"] }, { weight: 2, approvals: ["C"] }];
 * sequentialPav({ nominees: ["A", "B", "C"], seats: 2, papers }).committees // [["A", "C"], ["B", "C"]]
 */
export function sequentialPav(election: Election<ApprovalPaper>): Count {
  const choices = choicesOf(election);
  const { field } = choices;
  const turn = seatTurn(choices);
  const found = followSeats({ field, start: undefined, turn, ...limitsFor(choices) });
  return committeesCount("sequential-pav", field, figuresOf(field, approvalsOf(choices)), found);
}

function seatTurn({ field, papers, weights }: Choices): (branch: Branch<undefined>) => Turn<undefined> {
  const weightOf = papers.map((_, index) => weightAt(weights, index));
  const scale = leastCommonMultiple(Math.min(field.seats, field.nominees.length));
  return ({ elected }) => {
    const seated = new Set(elected);
    const sums = field.nominees.map(() => 0n);
    papers.forEach((names, index) => {
      const satisfied = names.filter((name) => seated.has(name)).length;
      const share = (weightOf[index] ?? 0n) * (scale / BigInt(satisfied + 1));
      for (const name of names) sums[name] = (sums[name] ?? 0n) + share;
    });
    const open = field.nominees.flatMap((nominee, place) =>
      seated.has(place) ? [] : { nominee, place, sum: sums[place] ?? 0n },
    );
    const [best] = grouped(open, (a, b) => greaterFirst(a.sum, b.sum));
    const figures = open.map(({ nominee, sum }) => ({ nominee, votes: fraction(sum, scale) }));
    return {
      figures,
      step: (at) => ({ type: "SeatToGreatest", data: { ...at, figures: writtenFigures(figures) } }),
      next: (best ?? []).map(({ place }) => ({ nominee: place, memory: undefined })),
    };
  };
}

/** The least common multiple of 1 to `last`: in its parts every share 1/k is a whole number. */
export function leastCommonMultiple(last: number): bigint {
  let multiple = 1n;
  for (let number = 2n; number <= BigInt(last); number++) {
    let [a, b] = [multiple, number];
    while (b !== 0n) [a, b] = [b, a % b];
    multiple = (multiple / a) * number;
  }
  return multiple;
}
