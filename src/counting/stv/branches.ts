import { type Exchange, exchangesIn, searchesIn } from "../alike.ts";
import { committeesIn, type Going, statesMaxFor } from "../endings.ts";
import { merged, type Results, resultOf, unknownAmong } from "../results.ts";
import type { Outcome } from "../rule.ts";
import { seatsFilled } from "../seats.ts";
import type { CountStep } from "../steps/count-step.ts";
import { branchesMaxFor, followTies } from "../ties.ts";
import { knowsEveryCompletion } from "../together.ts";
import { type Log, newLog, quietLog, type StvCount, type StvField, stvStatus, withStatus } from "./stv.ts";

/** Where a count stops: it is complete, or a lot has to pick one of those tied. */
export type Halt<S> = { readonly log: Log } & (
  | { readonly type: "complete"; readonly elected: readonly number[] }
  | {
      readonly type: "tied";
      readonly action: "exclude" | "transfer";
      readonly tied: readonly number[];
      /** The state after the lot has picked. */
      readonly picking: (picked: number) => S;
    }
);

/** A rule of the STV family, as a count that can be followed through the branches of its open ties. */
type StvRule<S> = {
  readonly name: string;
  /** Counts on from a state, which it may use up, to where the count halts. */
  readonly advance: (state: S, log: Log) => Halt<S>;
  /** Equal for states that go on alike. */
  readonly keyOf: (state: S) => string;
  /** Whom a state is about to exclude, because the branch that leads to it picks them. */
  readonly goingIn: (state: S) => readonly number[];
  /** Whether the order of the papers decides: then nobody is alike, whatever papers there are. It may leave seats vacant. */
  readonly isOrdered?: boolean;
  /** Nominees whom the rule treats otherwise than the others. */
  readonly apart?: ReadonlySet<number>;
  /** The most states that are followed; fewer with many nominees. */
  readonly branchesMax?: number;
  /** How much more a branch costs than in decimals. */
  readonly branchCost?: number;
  /** How much more it costs with these papers and seats, by a rule in which both tell: fewer states are followed. */
  readonly heft?: number;
};

/**
 * The finished count. An open tie is followed through all its branches, equal states once. A branch beyond
 * `branchesMax` is not explored: nominees that are not elected there yet stay open.
 */
export function stvCount<S extends { readonly status: Uint8Array }>(
  field: StvField,
  begin: () => S,
  {
    name,
    advance,
    keyOf,
    goingIn,
    apart,
    isOrdered = false,
    branchesMax: most = Number.MAX_SAFE_INTEGER,
    branchCost = 1,
    heft = 1,
  }: StvRule<S>,
): StvCount {
  const { nominees } = field;
  const namesOf = (indexes: readonly number[]) => indexes.map((index) => nominees[index] ?? "");
  const branchesMax = Math.min(most, Math.ceil((2 * branchesMaxFor(nominees.length)) / branchCost / heft));
  const explanation: CountStep[] = [];
  let first: Log | undefined;
  const electedIn = ({ status }: S) => withStatus(status, stvStatus.pending, stvStatus.elected);
  const continuingIn = (state: S) => {
    const going = goingIn(state);
    return withStatus(state.status, stvStatus.continuing).filter((nominee) => !going.includes(nominee));
  };
  const boundOf = (state: S) => {
    const electable = [...continuingIn(state), ...electedIn(state)];
    return unknownAmong(nominees.length, electable, { elected: electedIn(state) });
  };
  // Looked for at the first tie. A lot tells the nominees apart.
  let exchanges: readonly Exchange[] | undefined;
  const kinds = Array.from(field.status, (status, nominee) => status + (apart?.has(nominee) ? 8 : 0));
  const tieMet = () => {
    if (exchanges !== undefined) return;
    exchanges = field.lot === undefined && !isOrdered ? exchangesIn(field.rankings, kinds) : [];
    if (exchanges.length > 0) explanation.push(exchangesFound(field, exchanges));
  };
  const { total, isCut } = followTies([begin()], {
    order: "depthFirst",
    exchanges: () => exchanges ?? [],
    // The count up to its first tie is no branch.
    branchesMax: 1 + branchesMax,
    keyOf,
    advance(state, branch) {
      if (branch > 0) explanation.push({ type: "BranchFollowed", data: { branch } });
      const halt = advance(state, newLog());
      first ??= halt.log;
      explanation.push(...halt.log.steps);
      if (halt.type === "complete") return { ended: resultOf(nominees.length, halt.elected) };
      tieMet();
      const tied = namesOf(halt.tied);
      // The step comes before its branches. Their numbers are filled in when the branches are reached.
      const branches: { picked: string; branch: number }[] = new Array(tied.length);
      explanation.push({ type: "TieFollowed", data: { branch, action: halt.action, tied, branches } });
      const onMet = (place: number, number: number) =>
        (branches[place] = { picked: tied[place] ?? "", branch: number });
      return { next: halt.tied.map(halt.picking), onMet };
    },
    cutOff(state, branch) {
      explanation.push({
        type: "BranchUnexplored",
        data: { branchesMax, branch, elected: namesOf(electedIn(state)) },
      });
      return boundOf(state);
    },
    bound: {
      of: boundOf,
      settled(state, branch) {
        const continuing = namesOf(continuingIn(state));
        explanation.push({
          type: "BranchSettled",
          data: { branch, elected: namesOf(electedIn(state)), continuing },
        });
      },
    },
  });
  const { rounds, electedOrder } = first ?? newLog();
  const groups = electedOrder.filter((group) => group.length > 0);
  const outcome = outcomeOf(field, merged(total ? [total] : []), groups.flat());
  const areAlike = (exchanges?.length ?? 0) > 0;
  const statesMax = isCut ? 0 : Math.ceil(statesMaxFor(outcome.undecided, branchesMax) / heft);
  const together = committeesIn(nominees, outcome.undecided, {
    ...{ start: begin, keyOf, statesMax },
    advance: (state) => goingOn(advance(state, quietLog())),
    isKnown: (state, known) => {
      const standing = { elected: electedIn(state), continuing: continuingIn(state), seats: field.seats };
      return !apart?.size && !isOrdered && knowsEveryCompletion(standing, known);
    },
    ...(areAlike && { exchangesBut: searchesIn(field.rankings, kinds) }),
  });
  return {
    rule: name,
    outcome,
    ...together,
    totals: rounds.at(-1)?.figures ?? [],
    rounds,
    explanation: [...explanation, seatsFilled(outcome)],
    electedOrder: groups.map(namesOf),
  };
}

function goingOn<S>(halt: Halt<S>): Going<S> {
  if (halt.type === "complete") return { ended: [halt.elected.toSorted((a, b) => a - b)] };
  return { next: halt.tied.map(halt.picking), picked: halt.tied };
}

function exchangesFound({ nominees }: StvField, exchanges: readonly Exchange[]): CountStep {
  const nameOf = (index: number) => nominees[index] ?? "";
  return {
    type: "ExchangesFound",
    data: {
      exchanges: exchanges.map((exchange) =>
        [...exchange.entries()]
          .filter(([nominee, image]) => nominee !== image)
          .map(([nominee, image]) => ({ nominee: nameOf(nominee), by: nameOf(image) })),
      ),
    },
  };
}

/** Those elected up to the first tie come first, in the order of their election. */
function outcomeOf(
  { nominees, seats }: StvField,
  { inAll, inSome }: Results,
  electedFirst: readonly number[],
): Outcome {
  const nameOf = (index: number) => nominees[index] ?? "";
  const places = [...nominees.keys()];
  const elected = [...new Set([...electedFirst, ...places])].filter((place) => inAll[place] === 1);
  const tied = places.filter((place) => inSome[place] === 1 && inAll[place] !== 1);
  // Undeclared write-ins stand and are elected in no branch.
  const filled = Math.min(seats, places.filter((place) => inSome[place] === 1).length);
  return {
    elected: elected.map(nameOf),
    notElected: nominees.filter((_, place) => inSome[place] !== 1),
    ...(tied.length > 0 && { undecided: { tied: tied.map(nameOf), seats: filled - elected.length } }),
    vacant: seats - filled,
  };
}
