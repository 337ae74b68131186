import type { ApprovalPaper, Election, Nominee } from "../../src/counting/rule.ts";
import {
  compare,
  dividedBy,
  type Fraction,
  fraction,
  minus,
  one,
  plus,
  times,
  zero,
} from "../../src/kernel/fraction.ts";
import { sorted, subsets } from "./choice-papers.ts";

/*
 * The rules once more, by brute force and as their definitions read: one voter at a time, every committee or every
 * sequence of choices, nothing grouped, cut off or kept. Committees are sorted JSON.
 */

type Voter = readonly Nominee[];

/** A unit of 1 that halves, thirds and fourths are whole numbers of. */
const twelfths = 12;

/** Weighted papers as so many voters. */
export function votersOf(papers: readonly ApprovalPaper[]): Voter[] {
  return papers.flatMap(({ weight, approvals }) => new Array<Voter>(Number(weight)).fill(approvals));
}

export function pavOracle({ nominees, seats, papers }: Election<ApprovalPaper>): string[] {
  const voters = votersOf(papers);
  const scored = subsets(nominees, Math.min(seats, nominees.length)).map((committee) => {
    const score = voters
      .map((voter) => committee.filter((member) => voter.includes(member)).length)
      .reduce((sum, count) => sum + harmonic(count), 0);
    return { committee, score };
  });
  const best = Math.max(...scored.map(({ score }) => score));
  return committeesText(scored.filter(({ score }) => score === best).map(({ committee }) => committee));
}

function harmonic(count: number): number {
  let sum = 0;
  for (let part = 1; part <= count; part++) sum += twelfths / part;
  return sum;
}

export function sequentialPavOracle({ nominees, seats, papers }: Election<ApprovalPaper>): string[] {
  const voters = votersOf(papers);
  const grow = (committee: Nominee[]): Nominee[][] => {
    if (committee.length === Math.min(seats, nominees.length)) return [committee];
    const gains = nominees
      .filter((nominee) => !committee.includes(nominee))
      .map((nominee) => ({
        nominee,
        gain: voters
          .filter((voter) => voter.includes(nominee))
          .reduce(
            (sum, voter) => sum + twelfths / (1 + voter.filter((name) => committee.includes(name)).length),
            0,
          ),
      }));
    const most = Math.max(...gains.map(({ gain }) => gain));
    return gains.filter(({ gain }) => gain === most).flatMap(({ nominee }) => grow([...committee, nominee]));
  };
  return committeesText(grow([]));
}

/** The method of equal shares voter by voter; the price is found on the line through the two purses around it. */
export function equalSharesOracle(
  { nominees, seats, papers }: Election<ApprovalPaper>,
  completion: "seqphragmen" | "approvals",
): string[] {
  const voters = votersOf(papers);
  const size = Math.min(seats, nominees.length);
  const supporters = (nominee: Nominee) =>
    voters.flatMap((voter, index) => (voter.includes(nominee) ? index : []));
  const paidAt = (share: Fraction, purses: readonly Fraction[]) =>
    purses.map((purse) => (compare(purse, share) < 0 ? purse : share)).reduce(plus, zero);
  const priceOf = (purses: readonly Fraction[]): Fraction | undefined => {
    if (compare(purses.reduce(plus, zero), one) < 0) return undefined;
    const short = purses.filter((purse) => compare(paidAt(purse, purses), one) < 0);
    const others = purses.length - short.length;
    return dividedBy(minus(one, short.reduce(plus, zero)), fraction(others));
  };
  const grow = (committee: Nominee[], purses: readonly Fraction[], buying: boolean): Nominee[][] => {
    if (committee.length === size) return [committee];
    const open = nominees.filter((nominee) => !committee.includes(nominee));
    const pick = (
      of: (nominee: Nominee) => Fraction | undefined,
      then: (nominee: Nominee, least: Fraction) => readonly Fraction[],
      stillBuying: boolean,
    ) => {
      const priced = open.flatMap((nominee) => {
        const price = of(nominee);
        return price === undefined ? [] : { nominee, price };
      });
      return priced
        .filter(({ price }) => priced.every((other) => compare(price, other.price) <= 0))
        .flatMap(({ nominee, price }) => grow([...committee, nominee], then(nominee, price), stillBuying));
    };
    if (buying) {
      const bought = pick(
        (nominee) => priceOf(supporters(nominee).map((voter) => purses[voter] ?? zero)),
        (nominee, price) =>
          purses.map((purse, voter) =>
            supporters(nominee).includes(voter)
              ? minus(purse, compare(purse, price) < 0 ? purse : price)
              : purse,
          ),
        true,
      );
      if (bought.length > 0) return bought;
    }
    if (completion === "approvals")
      return pick(
        (nominee) => fraction(-supporters(nominee).length),
        () => purses,
        false,
      );
    const waited = pick(
      (nominee) => {
        const by = supporters(nominee);
        const together = by.map((voter) => purses[voter] ?? zero).reduce(plus, zero);
        return by.length === 0 ? undefined : dividedBy(minus(one, together), fraction(by.length));
      },
      (nominee, wait) =>
        purses.map((purse, voter) => (supporters(nominee).includes(voter) ? zero : plus(purse, wait))),
      false,
    );
    return waited.length > 0
      ? waited
      : open.flatMap((nominee) => grow([...committee, nominee], purses, false));
  };
  const share = voters.length === 0 ? zero : times(fraction(seats), fraction(1, voters.length));
  return committeesText(
    grow(
      [],
      voters.map(() => share),
      true,
    ),
  );
}

export function committeesText(committees: readonly (readonly Nominee[])[]): string[] {
  return [...new Set(committees.map((committee) => JSON.stringify(sorted(committee))))].sort();
}
