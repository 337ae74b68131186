import { fraction, zero } from "../../kernel/fraction.ts";
import { approvalsOf, type Choices } from "../choices.ts";
import { weightAt } from "../grouping.ts";
import { type Branch, type Committees, followSeats, type Turn } from "./committees.ts";
import { type Ballot, marketOf, type Purse } from "./equal-shares-market.ts";
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
  const each = weights.total === 0n ? zero : fraction(seatsPaid, weights.total);
  const ballots = papers.map(
    (names, index): Ballot => ({ names, weight: fraction(weightAt(weights, index)) }),
  );
  const supporters = field.nominees.map((_, nominee) =>
    ballots.flatMap(({ names }, ballot) => (names.includes(nominee) ? ballot : [])),
  );
  const approvals = approvalsOf(choices);
  const turn = (branch: Branch<Purse>): Turn<Purse> => {
    const market = marketOf(branch, ballots, supporters);
    if (!branch.memory.completing && market.offers.length > 0) return bought(choices, branch, market);
    if (completion === "approvals") return filled(choices, branch, approvals);
    if (completion === "seqphragmen") return waited(choices, branch, market);
    return { step: (at) => ({ type: "NobodyAffordable", data: at }), figures: [], next: [] };
  };
  return followSeats({
    field,
    turn,
    firstState,
    start: { money: ballots.map(() => each), completing: false },
    keyOf: ({ money, completing }) =>
      `${completing}:${money.map(({ numerator, denominator }) => `${numerator}/${denominator}`).join()}`,
  });
}
