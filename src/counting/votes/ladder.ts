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
  /** Who is still tied, for so many places; nobody and none when the tie is broken. */
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
  for (const { by, figureOf } of rungs) {
    for (let split = true; split && state.left.length > 0; ) {
      const { left, places } = state;
      const figures = left.map((nominee) => ({ nominee, figure: figureOf(nominee, left) }));
      const groups = grouped(figures, (a, b) => greaterFirst(a.figure, b.figure));
      const worst = groups.pop()?.map(({ nominee }) => nominee) ?? [];
      const better = groups.flat().map(({ nominee }) => nominee);
      split = better.length > 0;
      if (split) state = withoutWorst(state, better, worst);
      steps.push({
        type: "TiebreakApplied",
        data: {
          contest,
          by,
          places,
          figures: figures.map(({ nominee, figure }) => ({
            nominee: field.nominees[nominee] ?? "",
            votes: fractionText(figure),
          })),
          advanced: named(field, state.advanced),
          left: named(field, state.left),
        },
      });
    }
  }
  if (state.left.length > 0)
    steps.push({
      type: "TieUnbroken",
      data: { contest, tied: named(field, state.left), places: state.places },
    });
  return { ...state, steps };
}

/** The worst go while the rest are enough for the places; otherwise the rest have theirs and the worst compete on. */
function withoutWorst(
  { advanced, places }: Omit<Climbed, "steps">,
  better: readonly number[],
  worst: readonly number[],
): Omit<Climbed, "steps"> {
  if (better.length > places) return { advanced, left: better, places };
  if (better.length === places) return { advanced: [...advanced, ...better], left: [], places: 0 };
  return { advanced: [...advanced, ...better], left: worst, places: places - better.length };
}
