import { compare, dividedBy, minus, one, plus, zero } from "../../kernel/fraction.ts";
import { fractionText } from "../../kernel/fraction-text.ts";
import { type Choices, figuresOf, greaterFirst } from "../choices.ts";
import { grouped, writtenFigures } from "../seats.ts";
import type { Branch, Turn } from "./committees.ts";
import type { Market, Purse } from "./equal-shares-market.ts";

/** The cheapest are tied for the seat. Each supporter pays up to the price. */
export function bought({ field }: Choices, { memory }: Branch<Purse>, market: Market): Turn<Purse> {
  const [cheapest = []] = grouped(market.offers, (a, b) => compare(a.price, b.price));
  const prices = market.offers.map(({ nominee, price }) => ({
    nominee: field.nominees[nominee] ?? "",
    price: fractionText(price),
  }));
  return {
    figures: moneyFigures(field.nominees, market),
    step: (at) => ({ type: "BoughtAtLeastPrice", data: { ...at, prices } }),
    next: cheapest.map(({ nominee, price }) => {
      const paying = new Set(market.supporters[nominee]);
      const money = memory.money.map((purse, ballot) =>
        !paying.has(ballot) ? purse : compare(purse, price) <= 0 ? zero : minus(purse, price),
      );
      return { nominee, memory: { money, completing: false } };
    }),
  };
}

/** All papers get even further money until the first nominee can be bought. Its supporters then have nothing left. */
export function waited({ field }: Choices, { memory }: Branch<Purse>, market: Market): Turn<Purse> {
  const waits = market.open.flatMap(({ nominee, money, weight }) =>
    compare(weight, zero) > 0 ? { nominee, wait: dividedBy(minus(one, money), weight) } : [],
  );
  const [soonest] = grouped(waits, (a, b) => compare(a.wait, b.wait));
  const next =
    soonest === undefined
      ? market.open.map(({ nominee }) => ({ nominee, memory: { ...memory, completing: true } }))
      : soonest.map(({ nominee, wait }) => {
          const paying = new Set(market.supporters[nominee]);
          const money = memory.money.map((purse, ballot) => (paying.has(ballot) ? zero : plus(purse, wait)));
          return { nominee, memory: { money, completing: true } };
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
          wait: fractionText(wait),
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
  const nothing = memory.money.map(() => zero);
  return {
    figures,
    step: (at) => ({ type: "FilledByApprovals", data: { ...at, figures: writtenFigures(figures) } }),
    next: most.map((nominee) => ({ nominee, memory: { money: nothing, completing: true } })),
  };
}

function moneyFigures(nominees: readonly string[], { open }: Market) {
  return open.map(({ nominee, money }) => ({ nominee: nominees[nominee] ?? "", votes: money }));
}
