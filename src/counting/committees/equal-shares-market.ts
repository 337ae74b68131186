import { compare, dividedBy, type Fraction, minus, one, plus, times, zero } from "../../kernel/fraction.ts";
import type { Branch } from "./committees.ts";

/** What one paper of each distinct ballot has left to spend, and whether buying is over. */
export type Purse = { readonly money: readonly Fraction[]; readonly completing: boolean };

export type Ballot = { readonly weight: Fraction; readonly names: readonly number[] };

type Offer = { readonly nominee: number; readonly price: Fraction };

export type Market = {
  readonly ballots: readonly Ballot[];
  readonly supporters: readonly (readonly number[])[];
  /** Who is not elected yet, and what their supporters have together. */
  readonly open: readonly { readonly nominee: number; readonly money: Fraction; readonly weight: Fraction }[];
  readonly offers: readonly Offer[];
};

export function marketOf(
  { elected, memory: { money } }: Branch<Purse>,
  ballots: readonly Ballot[],
  supporters: Market["supporters"],
): Market {
  const seated = new Set(elected);
  const open = supporters.flatMap((by, nominee) => {
    if (seated.has(nominee)) return [];
    let [sum, weight] = [zero, zero];
    for (const ballot of by) {
      const papers = ballots[ballot]?.weight ?? zero;
      sum = plus(sum, times(papers, money[ballot] ?? zero));
      weight = plus(weight, papers);
    }
    return { nominee, money: sum, weight };
  });
  const offers = open
    .filter((candidate) => compare(candidate.money, one) >= 0)
    .map(({ nominee, weight }) => ({
      nominee,
      price: priceOf(supporters[nominee] ?? [], weight, ballots, money),
    }));
  return { ballots, supporters, open, offers };
}

/** The price: the supporters pay 1 together, each at most this, and those who have less give all that they have. */
function priceOf(
  supporters: readonly number[],
  weight: Fraction,
  ballots: readonly Ballot[],
  money: readonly Fraction[],
): Fraction {
  const poorestFirst = [...supporters].sort((a, b) => compare(money[a] ?? zero, money[b] ?? zero));
  let [unpaid, heads] = [one, weight];
  for (const ballot of poorestFirst) {
    const share = dividedBy(unpaid, heads);
    const purse = money[ballot] ?? zero;
    if (compare(purse, share) >= 0) return share;
    const papers = ballots[ballot]?.weight ?? zero;
    unpaid = minus(unpaid, times(papers, purse));
    heads = minus(heads, papers);
  }
  throw new RangeError("the supporters of a nominee must have its price together, and they do not");
}
