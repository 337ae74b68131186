import type { Nominee } from "../rule.ts";
import type { StepData } from "../steps/count-step.ts";
import { type Action, type Gregory, type GregoryState, type Next, votesOf } from "./gregory.ts";
import { openSeats } from "./seating.ts";
import { conclude, type Log, pickedByLot, stvStatus, sureLosersAmong, withStatus } from "./stv.ts";

type TieBroken = StepData<"TieBroken">;

/** Those who continue and whose figure elects. */
export function reachingQuota<V>({ rule }: Gregory<V>, state: GregoryState<V>): number[] {
  return withStatus(state.status, stvStatus.continuing).filter((nominee) =>
    rule.reaches(votesOf(state, nominee), state.quota),
  );
}

/**
 * The nominee with the highest or lowest figure. Of several, the one that the rule or the lot picks. `elects`: the one
 * picked is elected before the others, so the lot picks the one kept first.
 */
export function choice<V>(
  count: Gregory<V>,
  state: GregoryState<V>,
  log: Log,
  { among, action, elects }: { among: readonly number[]; action: Action["type"]; elects?: boolean },
): Next {
  const { rule, field } = count;
  const direction = action === "transfer" ? -1 : 1;
  const extreme = (group: readonly number[], votes: readonly V[]) => {
    const { compare, order } = rule.arithmetic;
    const isBefore = (a: number, b: number) => direction * order(votes[a] as V, votes[b] as V) < 0;
    const best = group.reduce(
      (found, nominee) => (isBefore(nominee, found) ? nominee : found),
      group[0] ?? 0,
    );
    return group.filter((nominee) => compare(votes[nominee] as V, votes[best] as V) === 0);
  };
  const names = (group: readonly number[]): Nominee[] =>
    group.map((nominee) => field.nominees[nominee] ?? "");
  const picked = (nominee: number, by: TieBroken["by"], tied: readonly number[]): Action => {
    conclude(log, {
      type: "TieBroken",
      data: { action, tied: names(tied), picked: field.nominees[nominee] ?? "", by },
    });
    return { type: action, nominees: [nominee] };
  };
  let tied = extreme(among, state.votes);
  const [only] = tied;
  if (tied.length === 1 && only !== undefined) return { type: action, nominees: [only] };
  if (rule.looksBack) {
    const level = tied;
    for (let stage = state.history.length - 1; stage >= 0 && tied.length > 1; stage--)
      tied = extreme(tied, state.history[stage] ?? []);
    if (tied.length === 1 && tied[0] !== undefined) return picked(tied[0], "earlierRound", level);
  }
  const drawn = pickedByLot(field.lot, tied, elects ? "first" : "last");
  if (drawn !== undefined) return picked(drawn, "tieOrder", tied);
  const [first] = tied;
  if (first !== undefined && action === "exclude" && immaterial(count, state, tied))
    return picked(first, "immaterial", tied);
  return { type: "tied", action, tied };
}

/**
 * Those tied hold no paper, and the others are enough for the seats: all tied go, one after the other, and
 * nothing moves.
 */
function immaterial<V>(
  { field, rule }: Gregory<V>,
  state: GregoryState<V>,
  tied: readonly number[],
): boolean {
  const elected = withStatus(state.status, stvStatus.pending, stvStatus.elected).length;
  const others = withStatus(state.status, stvStatus.continuing).length - tied.length;
  return (
    elected + others >= field.seats &&
    tied.every(
      (nominee) =>
        state.piles[nominee]?.length === 0 &&
        rule.arithmetic.compare(votesOf(state, nominee), rule.arithmetic.zero) === 0,
    )
  );
}

/** Who can no longer be elected, even with all surplus. */
export function sureLosersOf<V>({ field, rule }: Gregory<V>, state: GregoryState<V>): number[] {
  const { plus, minus, compare, zero } = rule.arithmetic;
  const surplus = withStatus(state.status, stvStatus.continuing, stvStatus.pending)
    .map((nominee) => minus(votesOf(state, nominee), state.quota))
    .reduce((sum, above) => (compare(above, zero) > 0 ? plus(sum, above) : sum), zero);
  const open = openSeats(field, state);
  const continuing = withStatus(state.status, stvStatus.continuing);
  return sureLosersAmong(continuing, { votes: state.votes, surplus, open }, rule.arithmetic);
}
