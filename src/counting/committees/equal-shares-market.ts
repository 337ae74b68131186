import { type Fraction, fraction } from "../../kernel/fraction.ts";
import type { Branch } from "./committees.ts";

/**
 * What one paper of each distinct ballot has left to spend, and whether buying is over. Money is in whole parts: a seat
 * costs `seat` of them. So nothing is rounded, and sums are sums of whole numbers.
 */
export type Purse = {
  readonly money: readonly bigint[];
  readonly seat: bigint;
  readonly completing: boolean;
};

export type Ballot = { readonly weight: bigint; readonly names: readonly number[] };

/** A sum that so many papers share evenly. */
export type Share = { readonly sum: bigint; readonly papers: bigint };

type Offer = { readonly nominee: number; readonly price: Share };

/** What does not change while seats are bought: the ballots, and the supporters of each nominee, with their number. */
type Electorate = {
  readonly ballots: readonly Ballot[];
  readonly supporters: readonly (readonly number[])[];
  readonly approvals: readonly bigint[];
};

export type Market = {
  readonly seat: bigint;
  readonly supporters: Electorate["supporters"];
  /** Who is not elected yet, and what their supporters have together. */
  readonly open: readonly { readonly nominee: number; readonly money: bigint; readonly weight: bigint }[];
  readonly offers: readonly Offer[];
};

export function marketOf(
  { elected, memory: { money, seat } }: Branch<Purse>,
  { ballots, supporters, approvals }: Electorate,
): Market {
  const seated = new Set(elected);
  // Worked out once: each ballot supports many nominees.
  const moneyOf = ballots.map(({ weight }, ballot) => weight * (money[ballot] ?? 0n));
  const open = supporters.flatMap((by, nominee) => {
    if (seated.has(nominee)) return [];
    let sum = 0n;
    for (const ballot of by) sum += moneyOf[ballot] ?? 0n;
    return { nominee, money: sum, weight: approvals[nominee] ?? 0n };
  });
  const affordable = open.filter((candidate) => candidate.money >= seat);
  const byPurse = affordable.length > 0 ? supportersByPurse(supporters.length, ballots, money) : [];
  const offers = affordable.map(({ nominee, weight }) => ({
    nominee,
    price: priceOf(byPurse[nominee] ?? [], { sum: seat, papers: weight }, ballots, money),
  }));
  return { seat, supporters, open, offers };
}

/** The supporters of each nominee, from the poorest. */
function supportersByPurse(
  nominees: number,
  ballots: readonly Ballot[],
  money: readonly bigint[],
): readonly (readonly number[])[] {
  const purse = (ballot: number) => money[ballot] ?? 0n;
  const poorestFirst = [...money.keys()].sort((a, b) =>
    purse(a) < purse(b) ? -1 : purse(a) > purse(b) ? 1 : 0,
  );
  const found: number[][] = Array.from({ length: nominees }, () => []);
  for (const ballot of poorestFirst)
    for (const nominee of ballots[ballot]?.names ?? []) found[nominee]?.push(ballot);
  return found;
}

/**
 * The price for the supporters, from the poorest: they pay for the seat together, each at most this, and those who have
 * less give all that they have.
 */
function priceOf(
  supporters: readonly number[],
  all: Share,
  ballots: readonly Ballot[],
  money: readonly bigint[],
): Share {
  let { sum, papers } = all;
  for (const ballot of supporters) {
    const purse = money[ballot] ?? 0n;
    if (purse * papers >= sum) return { sum, papers };
    const own = ballots[ballot]?.weight ?? 0n;
    sum -= own * purse;
    papers -= own;
  }
  throw new RangeError("the supporters of a nominee must have its price together, and they do not");
}

export function compareShares(a: Share, b: Share): number {
  const difference = a.sum * b.papers - b.sum * a.papers;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The share as a part of the price of a seat. */
export function inSeats({ sum, papers }: Share, seat: bigint): Fraction {
  return fraction(sum, papers * seat);
}

/**
 * The purses after all were counted in finer parts, in which the share is whole: `pay` gives what is left of a purse.
 */
export function afterShare(
  { money, seat }: Purse,
  { sum, papers }: Share,
  pay: (purse: bigint, share: bigint, ballot: number) => bigint,
): Pick<Purse, "money" | "seat"> {
  const common = divisorOf(sum, papers);
  const [finer, share] = [papers / common, sum / common];
  return reduced(
    money.map((purse, ballot) => pay(purse * finer, share, ballot)),
    seat * finer,
  );
}

/** The same money in the largest parts in which all of it is whole, so that equal purses look equal. */
export function reduced(money: readonly bigint[], seat: bigint): Pick<Purse, "money" | "seat"> {
  let common = seat;
  for (const purse of money) {
    if (common === 1n) return { money, seat };
    common = divisorOf(common, purse);
  }
  return { money: money.map((purse) => purse / common), seat: seat / common };
}

function divisorOf(a: bigint, b: bigint): bigint {
  let [divisor, rest] = [a, b];
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  return divisor;
}
