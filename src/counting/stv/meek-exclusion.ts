import { fractionText } from "../../kernel/fraction-text.ts";
import type { Nominee } from "../rule.ts";
import type { Exclusion, Meek, MeekState, Tied } from "./meek-state.ts";
import { openSeats } from "./seating.ts";
import { conclude, type Log, pickedByLot, stvStatus, sureLosersAmong, withStatus } from "./stv.ts";

/** Who has the fewest votes. Where several are within the surplus of that figure and no lot picks one, all of them. */
export function lowest<V>(count: Meek<V>, state: MeekState<V>, log: Log, surplus: V): Exclusion | Tied {
  const { field, arithmetic } = count;
  const { compare, order, plus, zero } = arithmetic;
  const votesOf = (nominee: number) => state.votes[nominee] as V;
  const continuing = withStatus(state.status, stvStatus.continuing);
  const low = continuing.reduce((found, nominee) =>
    order(votesOf(nominee), votesOf(found)) < 0 ? nominee : found,
  );
  const tied = continuing.filter((nominee) => compare(votesOf(nominee), plus(votesOf(low), surplus)) <= 0);
  if (tied.length === 1) return { ground: "lowest", nominees: [low] };
  const picked = (nominee: number, by: "tieOrder" | "immaterial"): Exclusion => {
    if (log.isQuiet) return { ground: "lowest", nominees: [nominee] };
    const names: Nominee[] = tied.map((one) => field.nominees[one] ?? "");
    conclude(log, {
      type: "TieBroken",
      data: {
        action: "exclude",
        tied: names,
        picked: field.nominees[nominee] ?? "",
        by,
        within: fractionText(arithmetic.fractionOf(surplus)),
      },
    });
    return { ground: "lowest", nominees: [nominee] };
  };
  const drawn = pickedByLot(field.lot, tied);
  if (drawn !== undefined) return picked(drawn, "tieOrder");
  // Without a vote, and nothing left to spread: all of them go, one after the other, and nothing moves.
  const others = withStatus(state.status, stvStatus.elected).length + continuing.length - tied.length;
  const nothingMoves =
    compare(surplus, count.omega) < 0 && tied.every((nominee) => compare(votesOf(nominee), zero) === 0);
  if (nothingMoves && others >= field.seats) return picked(low, "immaterial");
  return { tied };
}

export function sureLosersOf<V>(
  { arithmetic, field }: Meek<V>,
  { status, votes }: MeekState<V>,
  surplus: V,
): number[] {
  const open = openSeats(field, { status });
  return sureLosersAmong(withStatus(status, stvStatus.continuing), { votes, surplus, open }, arithmetic);
}
