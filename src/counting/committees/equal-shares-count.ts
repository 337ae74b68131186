import { approvalsOf, type Choices } from "../choices.ts";
import { weightAt } from "../grouping.ts";
import { type Branch, type Committees, followSeats, limitsFor, type Turn } from "./committees.ts";
import { type Ballot, marketOf, type Purse, reduced } from "./equal-shares-market.ts";
import { bought, filled, waited } from "./equal-shares-turns.ts";

/**
 * What fills the seats that nobody can pay for any more: `seqphragmen` pays out further money evenly until
 * somebody is affordable; `approvals` goes by how many papers keep a nominee; `increment` starts again with the
 * money of one more virtual seat, until a count fills all seats.
 */
export type Completion = "seqphragmen" | "approvals" | "increment";

/** One count in which the papers share the price of `seatsPaid` seats. */
export function followPayments(
  choices: Choices,
  completion: Exclude<Completion, "increment"> | undefined,
  seatsPaid: bigint,
  firstState = 0,
): Committees {
  const { field, papers, weights } = choices;
  const ballots = papers.map((names, index): Ballot => ({ names, weight: weightAt(weights, index) }));
  // The money of all papers is the price of all seats, in as many parts as there are papers.
  const start = reduced(
    ballots.map(() => seatsPaid),
    weights.total || 1n,
  );
  const supporters: number[][] = field.nominees.map(() => []);
  for (const [ballot, { names }] of ballots.entries())
    for (const name of names) supporters[name]?.push(ballot);
  const electorate = { ballots, supporters, approvals: approvalsOf(choices) };
  const turn = (branch: Branch<Purse>): Turn<Purse> => {
    const market = marketOf(branch, electorate);
    if (!branch.memory.completing && market.offers.length > 0) return bought(choices, branch, market);
    if (completion === "approvals") return filled(choices, branch, electorate.approvals);
    if (completion === "seqphragmen") return waited(choices, branch, market);
    return { step: (at) => ({ type: "NobodyAffordable", data: at }), figures: [], next: [] };
  };
  return followSeats({
    field,
    turn,
    firstState,
    ...limitsFor(choices),
    start: { ...start, completing: false },
    keyOf: ({ money, seat, completing }) => `${completing}:${seat}:${money.join()}`,
  });
}
