import { fraction, zero } from "../kernel/fraction.ts";
import { outcomeOfResults, type Results } from "./results.ts";
import type { Count, Nominee, Outcome } from "./rule.ts";
import { outcomeOf, seatsFilled, splitBy } from "./seats.ts";
import type { CountStep } from "./steps/count-step.ts";
import { type Above, committeesAmong, committeesMax } from "./together.ts";

/** The verdict of a rule that orders pairs of nominees. The figure of a nominee is how many others it is above. */
export function verdictAbove(input: {
  nominees: readonly Nominee[];
  seats: number;
  above: Above;
  tieOrder?: readonly Nominee[] | undefined;
}): Required<Pick<Count, "outcome" | "order" | "totals" | "rounds" | "explanation">> &
  Pick<Count, "committees" | "unlisted" | "isAnyOfTied"> {
  const { nominees, seats, above, tieOrder } = input;
  const steps: CountStep[] = [];
  let outcome = seatAbove(nominees, seats, above);
  if (outcome.undecided && tieOrder) {
    steps.push({ type: "TieOrderApplied", data: { ...outcome.undecided, tieOrder } });
    outcome = seatInTurn(outcome, { nominees, seats, above, tieOrder });
  }
  steps.push(seatsFilled(outcome));
  const tied = (outcome.undecided?.seats ?? 0) > 1 ? committeesAbove(outcome, nominees, above) : {};
  const totals = nominees.map((nominee, a) => ({
    nominee,
    votes: fraction(nominees.filter((_, b) => above(a, b)).length),
  }));
  const rounds = [{ figures: totals, exhausted: zero, conclusions: steps }];
  return { outcome, ...tied, order: layers(nominees, above), totals, rounds, explanation: steps };
}

/** Who may be elected together: nobody without those above. */
function committeesAbove(
  { elected, undecided }: Outcome,
  nominees: readonly Nominee[],
  above: Above,
): Pick<Count, "committees" | "unlisted" | "isAnyOfTied"> {
  const tied = nominees.flatMap((nominee, index) => (undecided?.tied.includes(nominee) ? [index] : []));
  if (!tied.some((a) => tied.some((b) => above(a, b)))) return { isAnyOfTied: true };
  const found = committeesAmong({
    size: tied.length,
    seats: undecided?.seats ?? 0,
    above: (a, b) => above(tied[a] ?? 0, tied[b] ?? 0),
  });
  if (found.length > committeesMax) return { unlisted: "tooMany" };
  const sets = found.map((places) => new Set(places.map((place) => tied[place])));
  const isIn = (set: ReadonlySet<number | undefined>) => (nominee: Nominee, index: number) =>
    elected.includes(nominee) || set.has(index);
  return { committees: sets.map((set) => nominees.filter(isIn(set))) };
}

/**
 * Seats by a relation that may leave pairs unordered. Elected is who is among the best `seats` in every order of such
 * pairs, not elected who is so in none, undecided the rest.
 *
 * @param above a strict partial order: irreflexive and transitive
 */
function seatAbove(nominees: readonly Nominee[], seats: number, above: Above): Outcome {
  return outcomeOfResults(resultsAbove(nominees.length, seats, above), nominees, seats);
}

/** Who is elected however the unordered pairs are put, and who is elected when they are put well. */
export function resultsAbove(size: number, seats: number, above: Above): Omit<Results, "above"> {
  const [inAll, inSome] = [new Uint8Array(size), new Uint8Array(size)];
  for (let index = 0; index < size; index++) {
    let [notBelow, better] = [0, 0];
    for (let other = 0; other < size; other++) {
      if (other === index) continue;
      if (!above(index, other)) notBelow++;
      if (above(other, index)) better++;
    }
    if (notBelow < seats) inAll[index] = 1;
    if (better < seats) inSome[index] = 1;
  }
  return { inAll, inSome };
}

/** Fills the undecided seats one by one: of those open with nobody open above them, the first of the frozen order. */
function seatInTurn(
  { elected, notElected, undecided }: Outcome,
  { nominees, seats, above, tieOrder }: Parameters<typeof verdictAbove>[0] & { tieOrder: readonly Nominee[] },
): Outcome {
  const seated = [...elected];
  let open = nominees.flatMap((nominee, index) => (undecided?.tied.includes(nominee) ? [index] : []));
  while (seated.length < seats && open.length > 0) {
    const best = open.filter((index) => !open.some((other) => above(other, index)));
    const [first = []] = splitBy([best.flatMap((index) => nominees[index] ?? [])], tieOrder);
    // An order that does not name enough of the best leaves the rest undecided.
    if (first.length === 0 || first.length > seats - seated.length) break;
    seated.push(...first);
    open = open.filter((index) => !first.includes(nominees[index] ?? ""));
  }
  const rest = open.flatMap((index) => nominees[index] ?? []);
  if (seated.length === seats)
    return outcomeOf({ elected: seated, notElected: [...notElected, ...rest], tied: [], seats });
  return outcomeOf({ elected: seated, notElected, tied: rest, seats });
}

/**
 * The layers of a strict partial order: first those with nobody above them, then those with only the first
 * above them, ...
 */
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
