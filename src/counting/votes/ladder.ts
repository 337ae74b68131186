import { fractionText } from "../../kernel/fraction-text.ts";
import { greaterFirst, named } from "../choices.ts";
import type { Field } from "../grouping.ts";
import { grouped } from "../seats.ts";
import type { CountStep, StepData } from "../steps/count-step.ts";

type Tiebreak = StepData<"TiebreakApplied">;

/** One rung: a tie is broken by figures of the papers, or by an order frozen before. The lowest figure goes last. */
export type Rung = {
  readonly by: Tiebreak["by"];
  readonly figureOf: (nominee: number, among: readonly number[]) => bigint;
};

export type Climbed = {
  readonly advanced: readonly number[];
  /** Who is still tied, and for how many places; nobody and 0 when the tie is broken. */
  readonly left: readonly number[];
  readonly places: number;
  readonly steps: readonly CountStep[];
};

/**
 * Breaks a tie for places rung by rung, as far as the rungs reach; each passes on only who is still tied. On a rung
 * whoever is worst goes, figures are taken again among the rest, and so on while anybody is worse than another.
 *
 * @param contest what the places are for, for the record
 */
export function climb(
  field: Field,
  { tied, places, contest }: { tied: readonly number[]; places: number; contest: Tiebreak["contest"] },
  rungs: readonly Rung[],
): Climbed {
  if (tied.length <= places) return { advanced: tied, left: [], places: 0, steps: [] };
  const steps: CountStep[] = [];
  let state: Omit<Climbed, "steps"> = { advanced: [], left: tied, places };
  let names = named(field, tied);
  for (const { by, figureOf } of rungs) {
    for (let split = true; split && state.left.length > 0; ) {
      const { left, places } = state;
      const figures = left.map((nominee) => figureOf(nominee, left));
      split = figures.some((figure) => figure !== figures[0]);
      if (split) {
        state = withoutWorst(state, figures);
        names = named(field, state.left);
      }
      steps.push({
        type: "TiebreakApplied",
        data: {
          contest,
          by,
          places,
          figures: written(field, left, figures),
          advanced: named(field, state.advanced),
          left: names,
        },
      });
    }
  }
  if (state.left.length > 0)
    steps.push({
      type: "TieUnbroken",
      data: { contest, tied: names, places: state.places },
    });
  return { ...state, steps };
}

/** The figures as texts. Level nominees share one, as all do in the ties that take the longest. */
function written(
  { nominees }: Field,
  left: readonly number[],
  figures: readonly bigint[],
): Tiebreak["figures"] {
  let [last, votes] = [figures[0], fractionText(figures[0] ?? 0n)];
  return left.map((nominee, place) => {
    const figure = figures[place] ?? 0n;
    if (figure !== last) [last, votes] = [figure, fractionText(figure)];
    return { nominee: nominees[nominee] ?? "", votes };
  });
}

/** The worst go while the rest are enough for the places; otherwise the rest have theirs and the worst compete on. */
function withoutWorst(
  { advanced, left, places }: Omit<Climbed, "steps">,
  figures: readonly bigint[],
): Omit<Climbed, "steps"> {
  const figured = left.map((nominee, place) => ({ nominee, figure: figures[place] ?? 0n }));
  const groups = grouped(figured, (a, b) => greaterFirst(a.figure, b.figure));
  const worst = groups.pop()?.map(({ nominee }) => nominee) ?? [];
  const better = groups.flat().map(({ nominee }) => nominee);
  if (better.length > places) return { advanced, left: better, places };
  if (better.length === places) return { advanced: [...advanced, ...better], left: [], places: 0 };
  return { advanced: [...advanced, ...better], left: worst, places: places - better.length };
}
