import type { Nominee } from "../counting/rule.ts";
import { seatBest } from "../counting/seats.ts";
import { inOrder } from "../kernel/in-order.ts";
import { same } from "../kernel/same.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { Outcome, Tie } from "./result.ts";

/** How seats are given and left open, in no particular order: by a counting rule, or by a step that breaks a tie. */
export type Seating = {
  readonly elected: readonly Nominee[];
  readonly notElected: readonly Nominee[];
  readonly undecided?: {
    readonly tied: readonly Nominee[];
    readonly seats: number;
    readonly completions?: readonly (readonly Nominee[])[] | undefined;
    /** Why not every combination may take the seats, and nobody lists those that may. */
    readonly unlisted?: Tie["unlisted"] | undefined;
  };
  readonly vacant: number;
};

/** So many combinations are kept with a tie; a council of 14 with two camps has 441 for four seats. */
const completionsMax = 1_000;

/** The outcome of a seating, with its kind, and with its units in order. */
export function outcomeFrom({ elected, notElected, undecided, vacant }: Seating): Outcome {
  const kind = undecided
    ? "undecided"
    : vacant === 0
      ? "filled"
      : elected.length > 0
        ? "partlyFilled"
        : "unfilled";
  return {
    kind,
    elected: inOrder(elected),
    notElected: inOrder(notElected),
    ...(undecided && { undecided: tieFrom(undecided) }),
    vacant,
  };
}

function tieFrom({ tied, seats, completions = [], unlisted }: NonNullable<Seating["undecided"]>): Tie {
  const tie = { tied: inOrder(tied), seats };
  if (unlisted) return { ...tie, unlisted };
  if (completions.length === 0 || completions.length === combinations(tied.length, seats)) return tie;
  if (completions.length > completionsMax) return { ...tie, unlisted: "tooMany" };
  const canonical = completions.map(inOrder).map((names) => ({ names, key: JSON.stringify(names) }));
  return {
    ...tie,
    completions: canonical.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ names }) => names),
  };
}

/** The outcome after a step on its tie. `part` divides the tied units and their seats. */
export function settled(outcome: Outcome, part: Seating): Outcome {
  return outcomeFrom({
    elected: [...outcome.elected, ...part.elected],
    notElected: [...outcome.notElected, ...part.notElected],
    ...(part.undecided && { undecided: part.undecided }),
    vacant: outcome.vacant + part.vacant,
  });
}

/**
 * Breaks a tie by an order of levels. The first units are elected. Where several units share the level at the boundary,
 * they stay tied. Where only some combinations may take the seats, the combination with the most units of the first
 * level wins, then the one with the most of the second, and so on.
 */
export function splitBy(order: readonly (readonly UnitId[])[], { seats, tied, completions }: Tie): Seating {
  if (completions === undefined) return seatBest(order, seats);
  let best = completions;
  for (const level of order) {
    const held = (names: readonly UnitId[]) => names.filter((name) => level.includes(name)).length;
    const most = Math.max(...best.map(held));
    best = best.filter((names) => held(names) === most);
  }
  const elected = tied.filter((unit) => best.every((names) => names.includes(unit)));
  const open = tied.filter((unit) => !elected.includes(unit) && best.some((names) => names.includes(unit)));
  const rest = best.map((names) => names.filter((unit) => !elected.includes(unit)));
  return {
    elected,
    notElected: tied.filter((unit) => !elected.includes(unit) && !open.includes(unit)),
    ...(open.length > 0 && { undecided: { tied: open, seats: seats - elected.length, completions: rest } }),
    vacant: 0,
  };
}

/** The seats stay vacant: none of the tied is elected. */
export function vacated({ tied, seats }: Pick<Tie, "tied" | "seats">): Seating {
  return { elected: [], notElected: tied, vacant: seats };
}

/** How many combinations of `seats` units the tied have, far above what is ever listed at the most. */
function combinations(tied: number, seats: number): number {
  let count = 1;
  for (let taken = 1; taken <= seats && count <= 1e9; taken++) count = (count * (tied - taken + 1)) / taken;
  return count;
}

/** The first unit that a list names twice. */
export function repeated(units: readonly UnitId[]): UnitId | undefined {
  return units.find((unit, index) => units.indexOf(unit) !== index);
}

/** Whether these are exactly the recorded units, each once, in any order. */
export function sameUnits(recorded: readonly string[] = [], units: readonly string[]): boolean {
  return recorded.length === units.length && same(recorded, inOrder(units));
}
