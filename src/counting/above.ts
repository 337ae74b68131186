import { fraction, zero } from "../kernel/fraction.ts";
import type { Count, Nominee, Outcome } from "./rule.ts";
import { outcomeOf, splitBy } from "./seats.ts";
import type { CountStep } from "./steps/count-step.ts";
import { seatsFilled } from "./written.ts";

/** Says of two nominees, by index, whether the first is above the second: irreflexive and transitive. */
export type Above = (a: number, b: number) => boolean;

/** The verdict of a rule that says of pairs who is above whom. The figures are how many others each is above. */
export function verdictAbove(input: {
  nominees: readonly Nominee[];
  seats: number;
  above: Above;
  tieOrder?: readonly Nominee[] | undefined;
}): Required<Pick<Count, "outcome" | "order" | "totals" | "rounds" | "explanation">> {
  const { nominees, seats, above, tieOrder } = input;
  const steps: CountStep[] = [];
  let outcome = seatAbove(nominees, seats, above);
  if (outcome.undecided && tieOrder) {
    steps.push({ type: "TieOrderApplied", data: { ...outcome.undecided, tieOrder } });
    outcome = seatInTurn(outcome, { nominees, seats, above, tieOrder });
  }
  steps.push(seatsFilled(outcome));
  const totals = nominees.map((nominee, a) => ({
    nominee,
    votes: fraction(nominees.filter((_, b) => above(a, b)).length),
  }));
  const rounds = [{ figures: totals, exhausted: zero, conclusions: steps }];
  return { outcome, order: layers(nominees, above), totals, rounds, explanation: steps };
}

/**
 * Seats by a relation that may leave pairs unordered: elected is who is among the best `seats` however the
 * unordered pairs are put, not elected who never is, undecided the rest.
 *
 * @param above a strict partial order: irreflexive and transitive
 */
export function seatAbove(nominees: readonly Nominee[], seats: number, above: Above): Outcome {
  const others = nominees.map((_, index) => index);
  const elected: Nominee[] = [];
  const notElected: Nominee[] = [];
  const tied: Nominee[] = [];
  for (const [index, nominee] of nominees.entries()) {
    const notBelow = others.filter((other) => other !== index && !above(index, other)).length;
    const better = others.filter((other) => above(other, index)).length;
    if (notBelow < seats) elected.push(nominee);
    else if (better >= seats) notElected.push(nominee);
    else tied.push(nominee);
  }
  return outcomeOf({ elected, notElected, tied, seats });
}

/** Fills what is undecided one seat at a time: of those whom nobody open is above, the first of the frozen order. */
function seatInTurn(
  { elected, notElected, undecided }: Outcome,
  { nominees, seats, above, tieOrder }: Parameters<typeof verdictAbove>[0] & { tieOrder: readonly Nominee[] },
): Outcome {
  const seated = [...elected];
  let open = nominees.flatMap((nominee, index) => (undecided?.tied.includes(nominee) ? [index] : []));
  while (seated.length < seats && open.length > 0) {
    const best = open.filter((index) => !open.some((other) => above(other, index)));
    const [first = []] = splitBy([best.flatMap((index) => nominees[index] ?? [])], tieOrder);
    // An order that does not tell the best apart leaves the rest undecided.
    if (first.length === 0 || first.length > seats - seated.length) break;
    seated.push(...first);
    open = open.filter((index) => !first.includes(nominees[index] ?? ""));
  }
  const rest = open.flatMap((index) => nominees[index] ?? []);
  if (seated.length === seats)
    return outcomeOf({ elected: seated, notElected: [...notElected, ...rest], tied: [], seats });
  return outcomeOf({ elected: seated, notElected, tied: rest, seats });
}

/** The layers of a strict partial order: those whom nobody is above, then those whom only these are above, ... */
export function layers(nominees: readonly Nominee[], above: Above): Nominee[][] {
  const order: Nominee[][] = [];
  let rest = nominees.map((_, index) => index);
  while (rest.length > 0) {
    const best = rest.filter((index) => !rest.some((other) => above(other, index)));
    if (best.length === 0) break;
    order.push(best.flatMap((index) => nominees[index] ?? []));
    rest = rest.filter((index) => !best.includes(index));
  }
  return order;
}
