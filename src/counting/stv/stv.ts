import type { Fraction } from "../../kernel/fraction.ts";
import { fractionText } from "../../kernel/fraction-text.ts";
import { problems } from "../grouping.ts";
import { type Rankings, readRankings } from "../rankings.ts";
import type { Count, Election, Nominee, RankedPaper, Round } from "../rule.ts";
import { writtenFigures } from "../seats.ts";
import type { CountStep } from "../steps/count-step.ts";
import type { Arithmetic } from "./arithmetic.ts";

/** The options of every rule of the STV family. */
export type StvOptions = {
  /**
   * A frozen order of nominees, from first kept to last, such as a lot gives it. Of several who are tied inside the
   * count, the one kept last is excluded first, or has the surplus transferred first; where a tie is about who of them
   * is elected, it is the one kept first. Without it every branch of the tie is followed.
   */
  readonly tieOrder?: readonly Nominee[];
  /** Nominees who withdrew: counted as if they had never stood, and not elected. */
  readonly withdrawn?: readonly Nominee[];
};

/** The state at the end of a round of the count. */
export type StvRound = Round & {
  readonly quota: Fraction;
  /** Fractions of votes lost so far by rounding: figures, exhausted and lost sum to the papers counted. */
  readonly lost: Fraction;
  readonly elected: readonly Nominee[];
  readonly excluded: readonly Nominee[];
};

/** A count by STV. With an open tie inside the count, `rounds` end where its branches begin. */
export type StvCount = Omit<Count, "rounds"> & {
  readonly rounds: readonly StvRound[];
  /**
   * The elected in the order of their election. Those elected together, on equal figures or for the last
   * seats, are level.
   */
  readonly electedOrder: readonly (readonly Nominee[])[];
};

/** The status of a nominee in the count. A `pending` nominee is elected, and its surplus is still to be transferred. */
export const stvStatus = { withdrawn: 0, excluded: 1, continuing: 2, pending: 3, elected: 4 } as const;

/** What is written down while counting. */
export type Log = {
  readonly steps: CountStep[];
  readonly rounds: StvRound[];
  /** Those elected, level ones together. */
  readonly electedOrder: number[][];
  /** Conclusions of the round that is under way. */
  conclusions: CountStep[];
  /** Nobody reads the steps and rounds: they are not written down. */
  readonly isQuiet?: true;
};

export const newLog = (): Log => ({ steps: [], rounds: [], electedOrder: [], conclusions: [] });

/** The log of a branch that is followed for its end only. */
export const quietLog = (): Log => ({ ...newLog(), isQuiet: true });

export function conclude(log: Log, step: CountStep): void {
  if (log.isQuiet) return;
  log.steps.push(step);
  log.conclusions.push(step);
}

/** The quota of a count in which so many papers count; the others are blank. */
export function quotaSet({ rankings, seats }: StvField, papers: bigint, quota: Fraction): CountStep {
  const { total } = rankings.weights;
  return {
    type: "QuotaSet",
    data: {
      papers: fractionText(total),
      blank: fractionText(total - papers),
      seats,
      quota: fractionText(quota),
    },
  };
}

/** What a count by STV keeps, however it transfers votes. */
export type StvState<V> = {
  readonly status: Uint8Array;
  votes: V[];
  exhausted: V;
  lost: V;
  quota: V;
};

/** An election read for STV: the nominees, the papers, and the lot. */
export type StvField = Rankings["field"] & {
  readonly rankings: Rankings;
  readonly lot: ReadonlyMap<number, number> | undefined;
  readonly status: Uint8Array;
};

/**
 * Reads an election and the options that name nominees.
 * @throws {InvalidInput} as `readRankings`; for a name in an option that is not nominated
 */
export function readStv(election: Election<RankedPaper>, { tieOrder, withdrawn = [] }: StvOptions): StvField {
  const rankings = readRankings(election);
  const { indexOf, nominees } = rankings.field;
  const wrong = problems();
  const indexes = (option: string, names: readonly Nominee[]) =>
    names.map((name, place) => {
      const index = indexOf.get(name);
      if (index === undefined)
        wrong.add({ field: `options.${option}[${place}]`, rule: "nominee", value: name });
      return index ?? 0;
    });
  const order = tieOrder && indexes("tieOrder", tieOrder);
  const status = new Uint8Array(nominees.length).fill(stvStatus.continuing);
  for (const index of indexes("withdrawn", withdrawn)) status[index] = stvStatus.withdrawn;
  wrong.throwIfAny();
  return {
    ...rankings.field,
    rankings,
    status,
    lot: order && new Map(order.map((nominee, place) => [nominee, place])),
  };
}

/**
 * Whom the lot picks among those tied: the one kept last, or first. Undefined where the order does not name enough of
 * them.
 */
export function pickedByLot(
  lot: StvField["lot"],
  tied: readonly number[],
  kept: "first" | "last" = "last",
): number | undefined {
  if (lot === undefined) return undefined;
  const places = tied.map((nominee) => lot.get(nominee) ?? lot.size);
  const place = kept === "last" ? Math.max(...places) : Math.min(...places);
  return places.filter((other) => other === place).length === 1 ? tied[places.indexOf(place)] : undefined;
}

export const withStatus = (status: Uint8Array, ...wanted: readonly number[]): number[] => {
  const found: number[] = [];
  for (let nominee = 0; nominee < status.length; nominee++)
    if (wanted.includes(status[nominee] ?? 0)) found.push(nominee);
  return found;
};

/**
 * The largest set of losers among those who continue: all their votes together, with all surplus, do not reach the next
 * nominee above them. At least as many stay as seats are open. Level nominees are all in the set, or none is.
 */
export function sureLosersAmong<V>(
  continuing: readonly number[],
  { votes, surplus, open }: { votes: readonly V[]; surplus: V; open: number },
  { plus, compare, order }: Pick<Arithmetic<V>, "plus" | "compare" | "order">,
): number[] {
  const votesOf = (nominee: number | undefined) => votes[nominee ?? 0] as V;
  const ascending = [...continuing].sort((a, b) => order(votesOf(a), votesOf(b)));
  let reach = surplus;
  let losers = 0;
  for (let size = 1; size < ascending.length && ascending.length - size >= open; size++) {
    reach = plus(reach, votesOf(ascending[size - 1]));
    if (compare(reach, votesOf(ascending[size])) < 0) losers = size;
  }
  return ascending.slice(0, losers);
}

/** Writes down the state at the end of a round. */
export function closeRound<V>(
  { nominees }: StvField,
  { fractionOf }: Pick<Arithmetic<V>, "fractionOf">,
  state: StvState<V>,
  log: Log,
): void {
  if (log.isQuiet) return;
  const names = (...wanted: number[]) =>
    withStatus(state.status, ...wanted).map((index) => nominees[index] ?? "");
  const round: StvRound = {
    figures: nominees.flatMap((nominee, index) =>
      state.status[index] === stvStatus.withdrawn
        ? []
        : [{ nominee, votes: fractionOf(state.votes[index] as V) }],
    ),
    exhausted: fractionOf(state.exhausted),
    lost: fractionOf(state.lost),
    quota: fractionOf(state.quota),
    elected: names(stvStatus.pending, stvStatus.elected),
    excluded: names(stvStatus.excluded),
    conclusions: log.conclusions,
  };
  log.conclusions = [];
  log.rounds.push(round);
  const { figures, exhausted, lost, quota, elected, excluded } = round;
  log.steps.push({
    type: "RoundClosed",
    data: {
      figures: writtenFigures(figures),
      exhausted: fractionText(exhausted),
      lost: fractionText(lost),
      quota: fractionText(quota),
      elected,
      excluded,
    },
  });
}
