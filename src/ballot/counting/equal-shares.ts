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
} from "../../kernel/fraction.ts";
import { approvalsOf, type Choices, choicesOf, figuresOf, greaterFirst } from "./choices.ts";
import { type Branch, committeesCount, type Turn, type Universes, universesOf } from "./committees.ts";
import { oneOf, weightAt } from "./grouping.ts";
import type { ApprovalPaper, Count, Election, Round, Step } from "./rule.ts";
import { grouped } from "./seats.ts";

/**
 * What fills the seats that nobody can pay for any more: `seqphragmen` pays out further money evenly until
 * somebody is affordable; `approvals` goes by how many papers keep a nominee; `increment` starts again with the
 * money of one more virtual seat, until a count fills all seats.
 */
export type Completion = "seqphragmen" | "approvals" | "increment";

export type EqualSharesOptions = { readonly completion?: Completion };

/** What each kind of paper has left to spend, a paper; and whether buying is over. */
type Purse = { readonly money: readonly Fraction[]; readonly completing: boolean };

type Kind = { readonly weight: Fraction; readonly names: readonly number[] };

type Offer = { readonly nominee: number; readonly price: Fraction };

/**
 * Method of equal shares (Rule X), every seat costing 1: the papers share the price of all seats evenly; seat by
 * seat the nominee is bought whose supporters can pay 1 with the smallest highest share each. Groups of papers
 * that deserve l seats and agree on l names have a paper with l names elected (extended justified representation).
 * Ties: every way that they may fall is followed to the end. A nominee elected in all is elected; `committees` has
 * every committee that they lead to. Blank papers hold their share and spend it on nobody.
 *
 * Source: D. Peters and P. Skowron, "Proportionality and the Limits of Welfarism", EC 2020 (with completion by
 * Phragmén's rule); M. Lackner and P. Skowron, "Multi-Winner Voting with Approval Preferences" (2023), Rule 11.
 * `increment` stops buying when all seats are filled.
 *
 * @throws {InvalidInput} for a paper that keeps somebody who is not nominated, or an unknown completion
 * @throws {RangeError} when 10,000 increments do not fill all seats
 */
export function equalShares(election: Election<ApprovalPaper>, options: EqualSharesOptions = {}): Count {
  const completion = oneOf("completion", options.completion ?? "seqphragmen", [
    "seqphragmen",
    "approvals",
    "increment",
  ]);
  const choices = choicesOf(election);
  const approvals = approvalsOf(choices);
  const supported = approvals.filter((votes) => votes > 0n).length;
  const found =
    completion !== "increment"
      ? followed(choices, completion, BigInt(choices.field.seats))
      : supported < Math.min(choices.field.seats, choices.field.nominees.length)
        ? followed(choices, "approvals", BigInt(choices.field.seats))
        : incremented(choices, approvals);
  return committeesCount("equal-shares", choices.field, figuresOf(choices.field, approvals), found);
}

/** One count in which the papers share the price of `seatsPaid` seats. */
function followed(
  choices: Choices,
  completion: Exclude<Completion, "increment"> | undefined,
  seatsPaid: bigint,
  firstState = 0,
): Universes {
  const { field, papers, weights } = choices;
  const each = weights.total === 0n ? zero : fraction(seatsPaid, weights.total);
  const kinds = papers.map((names, index): Kind => ({ names, weight: fraction(weightAt(weights, index)) }));
  const supporters = field.nominees.map((_, nominee) =>
    kinds.flatMap(({ names }, kind) => (names.includes(nominee) ? kind : [])),
  );
  const approvals = approvalsOf(choices);
  const turn = (branch: Branch<Purse>): Turn<Purse> => {
    const market = marketOf(branch, kinds, supporters);
    if (!branch.memory.completing && market.offers.length > 0) return bought(choices, branch, market);
    if (completion === "approvals") return filled(choices, branch, approvals);
    if (completion === "seqphragmen") return waited(choices, branch, market);
    return { step: { type: "NobodyAffordable", data: {} }, figures: [], next: [] };
  };
  return universesOf({
    field,
    turn,
    firstState,
    start: { money: kinds.map(() => each), completing: false },
    keyOf: ({ money, completing }) =>
      `${completing}:${money.map(({ numerator, denominator }) => `${numerator}/${denominator}`).join()}`,
  });
}

/** So many increments of one seat are tried; blocs and councils need a few. */
const countsMax = 10_000n;

type Market = {
  readonly kinds: readonly Kind[];
  readonly supporters: readonly (readonly number[])[];
  /** Who is not elected yet, and what their supporters have together. */
  readonly open: readonly { readonly nominee: number; readonly money: Fraction; readonly weight: Fraction }[];
  readonly offers: readonly Offer[];
};

function marketOf(
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

/** The cheapest are tied for the seat; the supporters pay, up to the price each. */
function bought({ field }: Choices, { memory }: Branch<Purse>, market: Market): Turn<Purse> {
  const [cheapest = []] = grouped(market.offers, (a, b) => compare(a.price, b.price));
  const prices = market.offers.map(({ nominee, price }) => ({ nominee: field.nominees[nominee], price }));
  return {
    figures: moneyFigures(field.nominees, market),
    step: { type: "BoughtAtLeastPrice", data: { prices } },
    next: cheapest.map(({ nominee, price }) => {
      const paying = new Set(market.supporters[nominee]);
      const money = memory.money.map((purse, kind) =>
        !paying.has(kind) ? purse : compare(purse, price) <= 0 ? zero : minus(purse, price),
      );
      return { nominee, memory: { money, completing: false } };
    }),
  };
}

/** Everybody is paid evenly until the first nominee can be bought; then its supporters have nothing left. */
function waited({ field }: Choices, { memory }: Branch<Purse>, market: Market): Turn<Purse> {
  const waits = market.open.flatMap(({ nominee, money, weight }) =>
    compare(weight, zero) > 0 ? { nominee, wait: dividedBy(minus(one, money), weight) } : [],
  );
  const [soonest] = grouped(waits, (a, b) => compare(a.wait, b.wait));
  const next =
    soonest === undefined
      ? market.open.map(({ nominee }) => ({ nominee, memory: { ...memory, completing: true } }))
      : soonest.map(({ nominee, wait }) => {
          const paying = new Set(market.supporters[nominee]);
          const money = memory.money.map((purse, kind) => (paying.has(kind) ? zero : plus(purse, wait)));
          return { nominee, memory: { money, completing: true } };
        });
  return {
    next,
    figures: moneyFigures(field.nominees, market),
    step: {
      type: "AffordableSoonest",
      data: { waits: waits.map(({ nominee, wait }) => ({ nominee: field.nominees[nominee], wait })) },
    },
  };
}

/** Whoever of the rest is kept by most papers. */
function filled(
  { field }: Choices,
  { elected, memory }: Branch<Purse>,
  approvals: readonly bigint[],
): Turn<Purse> {
  const seated = new Set(elected);
  const figures = figuresOf(field, approvals).filter((_, place) => !seated.has(place));
  const open = field.nominees.flatMap((_, nominee) => (seated.has(nominee) ? [] : nominee));
  const [most = []] = grouped(open, (a, b) => greaterFirst(approvals[a] ?? 0n, approvals[b] ?? 0n));
  // What is left of the money has no more say, so branches that differ in it only are one.
  const nothing = memory.money.map(() => zero);
  return {
    figures,
    step: { type: "FilledByApprovals", data: { figures } },
    next: most.map((nominee) => ({ nominee, memory: { money: nothing, completing: true } })),
  };
}

function moneyFigures(nominees: readonly string[], { open }: Market) {
  return open.map(({ nominee, money }) => ({ nominee: nominees[nominee] ?? "", votes: money }));
}

/**
 * Counts with the money of ever more virtual seats until every fall of the ties fills all seats. What a branch
 * that is filled earlier has elected stays; the ties of one count do not bind the next.
 */
function incremented(choices: Choices, approvals: readonly bigint[]): Universes {
  const { weights } = choices;
  const committees = new Map<string, readonly number[]>();
  const rounds: Round[] = [];
  let firstState = 0;
  let seatsPaid = fewestPaid(choices, approvals);
  for (const seatsPaidMax = seatsPaid + countsMax; ; seatsPaid++) {
    if (seatsPaid > seatsPaidMax) throw new RangeError(`not all seats filled after ${countsMax} counts`);
    const found = followed(choices, undefined, seatsPaid, firstState);
    const step: Step = {
      type: "SeatsPaid",
      data: {
        seatsPaid,
        papers: weights.total,
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
  const possible = [...new Set(all.flat())];
  const certain = possible.filter((place) => all.every((committee) => committee.includes(place)));
  return { committees: all, certain, possible, unfilled: [], rounds, nextState: firstState };
}

/**
 * With less money than this no count can fill all seats: of the nominees on the lightest kinds of papers alone
 * some must be elected, and those papers must pay for them; and of as many nominees as seats each has supporters
 * who have 1 together.
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
