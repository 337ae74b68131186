import { fraction } from "../../kernel/fraction.ts";
import { fractionText } from "../../kernel/fraction-text.ts";
import { type Choices, figuresOf, greaterFirst } from "../choices.ts";
import { grouped, writtenFigures } from "../seats.ts";
import type { Branch, Turn } from "./committees.ts";
import {
  afterShare,
  compareShares,
  inSeats,
  type Market,
  type Purse,
  type Share,
} from "./equal-shares-market.ts";

/** The cheapest are tied for the seat. Each supporter pays up to the price. */
export function bought({ field }: Choices, { memory }: Branch<Purse>, market: Market): Turn<Purse> {
  const [cheapest = []] = grouped(market.offers, (a, b) => compareShares(a.price, b.price));
  const prices = market.offers.map(({ nominee, price }) => ({
    nominee: field.nominees[nominee] ?? "",
    price: fractionText(inSeats(price, market.seat)),
  }));
  return {
    figures: moneyFigures(field.nominees, market),
    step: (at) => ({ type: "BoughtAtLeastPrice", data: { ...at, prices } }),
    next: cheapest.map(({ nominee, price }) => {
      const paying = new Set(market.supporters[nominee]);
      const left = afterShare(memory, price, (purse, share, ballot) =>
        !paying.has(ballot) ? purse : purse <= share ? 0n : purse - share,
      );
      return { nominee, memory: { ...left, completing: false } };
    }),
  };
}

/** All papers get even further money until the first nominee can be bought. Its supporters then have nothing left. */
export function waited({ field }: Choices, { memory }: Branch<Purse>, market: Market): Turn<Purse> {
  const waits = market.open.flatMap(({ nominee, money, weight }): { nominee: number; wait: Share }[] =>
    weight > 0n ? [{ nominee, wait: { sum: market.seat - money, papers: weight } }] : [],
  );
  const [soonest] = grouped(waits, (a, b) => compareShares(a.wait, b.wait));
  const next =
    soonest === undefined
      ? market.open.map(({ nominee }) => ({ nominee, memory: { ...memory, completing: true } }))
      : soonest.map(({ nominee, wait }) => {
          const paying = new Set(market.supporters[nominee]);
          const left = afterShare(memory, wait, (purse, share, ballot) =>
            paying.has(ballot) ? 0n : purse + share,
          );
          return { nominee, memory: { ...left, completing: true } };
        });
  return {
    next,
    figures: moneyFigures(field.nominees, market),
    step: (at) => ({
      type: "AffordableSoonest",
      data: {
        ...at,
        waits: waits.map(({ nominee, wait }) => ({
          nominee: field.nominees[nominee] ?? "",
          wait: fractionText(inSeats(wait, market.seat)),
        })),
      },
    }),
  };
}

/** Of the other nominees, the one that the most papers keep. */
export function filled(
  { field }: Choices,
  { elected, memory }: Branch<Purse>,
  approvals: readonly bigint[],
): Turn<Purse> {
  const seated = new Set(elected);
  const figures = figuresOf(field, approvals).filter((_, place) => !seated.has(place));
  const open = field.nominees.flatMap((_, nominee) => (seated.has(nominee) ? [] : nominee));
  const [most = []] = grouped(open, (a, b) => greaterFirst(approvals[a] ?? 0n, approvals[b] ?? 0n));
  // The money left decides nothing more, so branches that differ only in it are one.
  const nothing = { money: memory.money.map(() => 0n), seat: 1n };
  return {
    figures,
    step: (at) => ({ type: "FilledByApprovals", data: { ...at, figures: writtenFigures(figures) } }),
    next: most.map((nominee) => ({ nominee, memory: { ...nothing, completing: true } })),
  };
}

function moneyFigures(nominees: readonly string[], { open, seat }: Market) {
  return open.map(({ nominee, money }) => ({
    nominee: nominees[nominee] ?? "",
    votes: fraction(money, seat),
  }));
}
