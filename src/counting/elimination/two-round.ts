import { compare, fraction, plus, times, zero } from "../../kernel/fraction.ts";
import { fractionText } from "../../kernel/fraction-text.ts";
import { layers } from "../above.ts";
import { oneOf, problems } from "../grouping.ts";
import { type Rankings, readRankings } from "../rankings.ts";
import { merged, outcomeOfResults, type Results, resultOf, unknownAmong } from "../results.ts";
import type { Count, Election, Figure, Nominee, RankedPaper, Round } from "../rule.ts";
import { byFigures, readTieOrder, seatBest, seatsFilled, splitBy, writtenFigures } from "../seats.ts";
import type { CountStep } from "../steps/count-step.ts";
import { type EqualFirst, firstPreferences } from "../votes/first-preferences.ts";

export type TwoRoundOptions = {
  /**
   * A paper whose best nominees left are several ranked equal: for none of them (the default), or for each
   * its part.
   */
  readonly equalFirst?: EqualFirst;
  /** A tie for a place in the run-off: every pair is followed (the default), or all who are tied come in. */
  readonly tiedForRunoff?: "all" | "every-pair";
  /** A frozen order, from first kept to last, by which ties are broken, the one for the run-off first. */
  readonly tieOrder?: readonly Nominee[];
};

/**
 * Two rounds: a nominee with more than half of the first preferences is elected; otherwise a run-off between the two
 * with the most, each paper for the one that it ranks higher.
 *
 * The run-off is between two. Where a tie leaves open which two, each possible run-off is counted: elected is who wins
 * in all, undecided who wins in some. A tie in the run-off is undecided. With `all`, whoever is tied for a place comes
 * in, as some assemblies do; a nominee may then be elected who loses to each of the others.
 * More than 1,024 pairs are not followed: all who may be in one are undecided.
 * Source: Code électoral (France), art. L.193: no election in the first round without an absolute majority of
 * the votes cast. It says nothing of a tie for second place, so none is broken here.
 *
 * @throws {InvalidInput} naming each field, rule and value
 * @example
 * const papers = [
 *   { weight: 4, ranking: [["A"], ["B"], ["C"]] },
 *   { weight: 3, ranking: [["B"], ["C"], ["A"]] },
 *   { weight: 2, ranking: [["C"], ["B"], ["A"]] },
 * ];
 * twoRound({ nominees: ["A", "B", "C"], seats: 1, papers }).outcome.elected // ["B"]
 */
export function twoRound(election: Election<RankedPaper>, options: TwoRoundOptions = {}): Count {
  const equalFirst = oneOf("equalFirst", options.equalFirst ?? "none", ["none", "split"]);
  const tiedForRunoff = oneOf("tiedForRunoff", options.tiedForRunoff ?? "every-pair", ["every-pair", "all"]);
  const rankings = readRankings(election);
  const { nominees, seats } = rankings.field;
  readTieOrder(rankings.field, options.tieOrder);
  const wrong = problems();
  if (seats !== 1) wrong.add({ field: "seats", rule: "max", expected: "1", value: seats });
  wrong.throwIfAny();

  const first = firstPreferences(rankings, new Uint8Array(nominees.length).fill(1), { equalFirst });
  const base = first.figures.reduce((sum, { votes }) => plus(sum, votes), zero);
  const majority = first.figures.find(({ votes }) => compare(times(fraction(2), votes), base) > 0);
  const fields = majority ? [] : fieldsOf(first.figures, { tiedForRunoff, tieOrder: options.tieOrder });
  const runoffs =
    fields.length > runoffsMax
      ? []
      : fields.map((field) => runoffOf(rankings, field, equalFirst, first.figures, options.tieOrder));
  const results = resultsOf({ nominees, first: first.figures, majority, fields, runoffs });
  const outcome = outcomeOfResults(results, nominees, seats);
  const conclusions: CountStep[] = majority
    ? [{ type: "NomineesElected", data: { nominees: [majority.nominee], ground: "majority" } }]
    : [{ type: runoffs.length > 0 ? "RunoffOrdered" : "TooManyRunoffs", data: { fields } }];
  const only = runoffs.length === 1 ? runoffs[0] : undefined;
  const rounds: Round[] = [{ ...first, conclusions }, ...(only ? [only.round] : [])];
  return {
    rule: "two-round",
    outcome,
    order: layers(nominees, (a, b) => results.above[a * nominees.length + b] === 1),
    totals: rounds.at(-1)?.figures ?? [],
    rounds,
    explanation: [
      {
        type: "FirstRoundCounted",
        data: {
          figures: writtenFigures(first.figures),
          exhausted: fractionText(first.exhausted),
          base: fractionText(base),
          tiedForRunoff,
          ...(options.tieOrder && { tieOrder: options.tieOrder }),
        },
      },
      ...conclusions,
      ...runoffs.flatMap(({ round }) => [runoffCounted(round), ...round.conclusions]),
      seatsFilled(outcome),
    ],
  };
}

const runoffsMax = 1024;

function runoffCounted({ figures, exhausted }: Round): CountStep {
  return {
    type: "RunoffCounted",
    data: { figures: writtenFigures(figures), exhausted: fractionText(exhausted) },
  };
}

/** By the majority of the first round, by all run-offs, or open among all who may be in one that was not held. */
function resultsOf(input: {
  nominees: readonly Nominee[];
  first: readonly Figure[];
  majority: Figure | undefined;
  fields: readonly (readonly Nominee[])[];
  runoffs: readonly { readonly result: Results }[];
}): Results {
  const { nominees, first, majority, fields, runoffs } = input;
  if (majority) return resultFor(nominees, [[majority.nominee]], first);
  if (runoffs.length > 0) return merged(runoffs.map(({ result }) => result));
  const open = new Set(fields.flat());
  const continuing = [...nominees.keys()].filter((index) => open.has(nominees[index] ?? ""));
  return unknownAmong(nominees.length, continuing, { others: [] });
}

/** Who may meet in the run-off: the two best, with all who are tied with the second, or each pair that may be. */
function fieldsOf(
  figures: readonly Figure[],
  {
    tiedForRunoff,
    tieOrder,
  }: Pick<TwoRoundOptions, "tiedForRunoff"> & { tieOrder: readonly Nominee[] | undefined },
): Nominee[][] {
  const order = byFigures(figures);
  const { elected, undecided } = seatBest(tieOrder ? splitBy(order, tieOrder) : order, 2);
  if (undecided === undefined) return [[...elected]];
  const { tied, seats } = undecided;
  if (tiedForRunoff === "all") return [[...elected, ...tied]];
  if (seats === 1) return tied.map((nominee) => [...elected, nominee]);
  return tied.flatMap((one, index) => tied.slice(index + 1).map((other) => [one, other]));
}

function runoffOf(
  rankings: Rankings,
  field: readonly Nominee[],
  equalFirst: EqualFirst,
  first: readonly Figure[],
  tieOrder: readonly Nominee[] | undefined,
): { round: Round; result: Results } {
  const { nominees } = rankings.field;
  const continuing = Uint8Array.from(nominees, (nominee) => (field.includes(nominee) ? 1 : 0));
  const { figures, exhausted } = firstPreferences(rankings, continuing, { equalFirst });
  const [best = []] = byFigures(figures);
  const winners = tieOrder && best.length > 1 ? (splitBy([best], tieOrder)[0] ?? best) : best;
  const conclusions: CountStep[] = [
    { type: "RunoffDecided", data: { winners, tied: best.length > 1 ? best : [] } },
  ];
  const results = winners.map((winner) => resultFor(nominees, [[winner], ...byFigures(figures)], first));
  return { round: { figures, exhausted, conclusions }, result: merged(results) };
}

/** The result with these groups on top, and all others by the first round. */
function resultFor(
  nominees: readonly Nominee[],
  groups: readonly (readonly Nominee[])[],
  first: readonly Figure[],
): Results {
  const indexOf = new Map(nominees.map((nominee, index) => [nominee, index]));
  const placed = new Set<Nominee>();
  const order = [...groups, ...byFigures(first)].map((group) => {
    const fresh = group.filter((nominee) => !placed.has(nominee));
    for (const nominee of fresh) placed.add(nominee);
    return fresh.flatMap((nominee) => indexOf.get(nominee) ?? []);
  });
  const [elected = [], ...others] = order.filter((group) => group.length > 0);
  return resultOf(nominees.length, elected, others);
}
