import { compare, dividedBy, type Fraction, minus, one, plus, times, zero } from "../../kernel/fraction.ts";
import type { Branch } from "./committees.ts";

/** What each kind of paper has left to spend, a paper; and whether buying is over. */
export type Purse = { readonly money: readonly Fraction[]; readonly completing: boolean };

export type Kind = { readonly weight: Fraction; readonly names: readonly number[] };

type Offer = { readonly nominee: number; readonly price: Fraction };

export type Market = {
  readonly kinds: readonly Kind[];
  readonly supporters: readonly (readonly number[])[];
  /** Who is not elected yet, and what their supporters have together. */
  readonly open: readonly { readonly nominee: number; readonly money: Fraction; readonly weight: Fraction }[];
  readonly offers: readonly Offer[];
};

export function marketOf(
  { elected, memory: { money } }: Branch<Purse>,
  kinds: readonly Kind[],
  supporters: Market["supporters"],
): Market {
  const seated = new Set(elected);
  const open = supporters.flatMap((by, nominee) => {
    if (seated.has(nominee)) return [];
    let [sum, weight] = [zero, zero];
    for (const kind of by) {
      const of = kinds[kind]?.weight ?? zero;
      sum = plus(sum, times(of, money[kind] ?? zero));
      weight = plus(weight, of);
    }
    return { nominee, money: sum, weight };
  });
  const offers = open
    .filter((candidate) => compare(candidate.money, one) >= 0)
    .map(({ nominee, weight }) => ({
      nominee,
      price: priceOf(supporters[nominee] ?? [], weight, kinds, money),
    }));
  return { kinds, supporters, open, offers };
}

/** The least highest share with which the supporters pay 1: those who have less give all that they have. */
function priceOf(
  supporters: readonly number[],
  weight: Fraction,
  kinds: readonly Kind[],
  money: readonly Fraction[],
): Fraction {
  const poorestFirst = [...supporters].sort((a, b) => compare(money[a] ?? zero, money[b] ?? zero));
  let [unpaid, heads] = [one, weight];
  for (const kind of poorestFirst) {
    const share = dividedBy(unpaid, heads);
    const purse = money[kind] ?? zero;
    if (compare(purse, share) >= 0) return share;
    const of = kinds[kind]?.weight ?? zero;
    unpaid = minus(unpaid, times(of, purse));
    heads = minus(heads, of);
  }
  throw new RangeError("supporters cannot pay");
}
