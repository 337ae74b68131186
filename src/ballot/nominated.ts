import { inOrder } from "../kernel/in-order.ts";
import type { UnitId } from "../vocabulary/unit.ts";

type Score = { nominee: UnitId; points: number };

/**
 * The nominees of a ballot as they are asked for once for each name on each paper, in the order of names. Papers share
 * the ranks of one and the scores that are kept here, which are frozen: 100,000 papers hold a million of them.
 */
export type Nominated = {
  readonly names: readonly UnitId[];
  readonly placeOf: ReadonlyMap<UnitId, number>;
  /** Each name as a rank of its own. */
  readonly alone: readonly UnitId[][];
  /** The scores that papers gave, by place and points. */
  readonly scores: readonly Map<number, Score>[];
  /** On which paper each name was read last, with how many points, and how many papers have been read. */
  readonly lastOn: Float64Array;
  readonly pointsOn: Float64Array;
  papers: number;
};

const found = new WeakMap<readonly UnitId[], Nominated>();

export function nominated(nominees: readonly UnitId[]): Nominated {
  const known = found.get(nominees) ?? read(nominees);
  found.set(nominees, known);
  return known;
}

function read(nominees: readonly UnitId[]): Nominated {
  const names = inOrder(nominees);
  const alone = names.map((name) => [name]);
  alone.forEach(Object.freeze);
  return {
    names,
    alone,
    placeOf: new Map(names.map((name, place) => [name, place])),
    scores: names.map(() => new Map()),
    lastOn: new Float64Array(names.length),
    pointsOn: new Float64Array(names.length),
    papers: 0,
  };
}

/** These names in order, each once; undefined where one of them is not nominated. */
export function namesOn({ names, placeOf }: Nominated, said: readonly UnitId[]): UnitId[] | undefined {
  const places: number[] = [];
  for (const name of said) {
    const place = placeOf.get(name);
    if (place === undefined) return undefined;
    if (!places.includes(place)) places.push(place);
  }
  return places.sort((a, b) => a - b).map((place) => names[place] ?? "");
}

/** The scores on the paper read last, in the order of names. */
export function scoresOn({ names, scores, lastOn, pointsOn, papers }: Nominated): Score[] {
  const given: Score[] = [];
  for (const [place, nominee] of names.entries()) {
    if (lastOn[place] !== papers) continue;
    const points = pointsOn[place] ?? 0;
    const score = scores[place]?.get(points) ?? Object.freeze({ nominee, points });
    scores[place]?.set(points, score);
    given.push(score);
  }
  return given;
}
