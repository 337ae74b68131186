/** Whether the first of two nominees, by index, is above the second: irreflexive and transitive. */
export type Above = (a: number, b: number) => boolean;

/** More committees than these are not listed. */
export const committeesMax = 1_000;

/** The committees that `everyCommittee` meets, or one more than are listed. */
export function committeesAmong(field: Parameters<typeof everyCommittee>[0]): (readonly number[])[] {
  const found: (readonly number[])[] = [];
  everyCommittee(field, (committee) => found.push(committee) <= committeesMax);
  return found;
}

/**
 * Meets each committee of `seats` nominees in which nobody is without all those above, once, until one is not liked.
 * A committee is a list of indexes in ascending order. Only what can still be completed is tried, so a committee costs
 * no more than the number of nominees squared.
 *
 * @param above a strict partial order: irreflexive and transitive
 * @returns whether all were liked
 */
export function everyCommittee(
  { size, seats, above }: { readonly size: number; readonly seats: number; readonly above: Above },
  isLiked: (committee: readonly number[]) => boolean,
): boolean {
  const below = Array.from({ length: size }, (_, index) => marksOf(size, (other) => above(index, other)));
  const heads = below.map((_, index) => below.reduce((sum, marks) => sum + (marks[index] ?? 0), 0));
  // Whoever is above another one comes before it.
  const order = [...heads.keys()].sort((a, b) => (heads[a] ?? 0) - (heads[b] ?? 0) || a - b);
  const leftOut = new Int32Array(size);
  const chosen: number[] = [];
  const leave = (nominee: number, by: 1 | -1) => {
    const marks = below[nominee];
    for (let other = 0; other < size; other++)
      if (marks?.[other] === 1) leftOut[other] = (leftOut[other] ?? 0) + by;
  };
  const canComplete = (from: number) => {
    let open = seats - chosen.length;
    for (let place = from; place < size && open > 0; place++) if (leftOut[order[place] ?? 0] === 0) open--;
    return open <= 0;
  };
  const extend = (place: number): boolean => {
    if (chosen.length === seats) return isLiked(chosen.toSorted((a, b) => a - b));
    if (!canComplete(place)) return true;
    const nominee = order[place] ?? 0;
    if (leftOut[nominee] === 0) {
      chosen.push(nominee);
      const goesOn = extend(place + 1);
      chosen.pop();
      if (!goesOn) return false;
    }
    leave(nominee, 1);
    const goesOn = extend(place + 1);
    leave(nominee, -1);
    return goesOn;
  };
  return extend(0);
}

/**
 * Whether each committee of `seats` that has all the elected, and its other members among those who continue, is known.
 *
 * @param known how many are known, and whether one is, by its indexes in ascending order
 */
export function knowsEveryCompletion(
  {
    elected,
    continuing,
    seats,
  }: Readonly<Record<"elected" | "continuing", readonly number[]>> & { seats: number },
  known: { readonly size: number; readonly has: (committee: readonly number[]) => boolean },
): boolean {
  if (combinationsOf(continuing.length, seats - elected.length) > known.size) return false;
  const isElected = new Set(elected);
  const standing = [...elected, ...continuing].sort((a, b) => a - b);
  const chosen: number[] = [];
  const extend = (place: number, open: number, left: number): boolean => {
    const nominee = standing[place];
    if (nominee === undefined) return known.has(chosen);
    const isSeated = isElected.has(nominee);
    if (isSeated || open > 0) {
      chosen.push(nominee);
      const isKnown = extend(place + 1, isSeated ? open : open - 1, isSeated ? left : left - 1);
      chosen.pop();
      if (!isKnown) return false;
    }
    return isSeated || left <= open || extend(place + 1, open, left - 1);
  };
  return extend(0, seats - elected.length, continuing.length);
}

/** How many sets of so many there are. */
function combinationsOf(size: number, seats: number): number {
  let count = 1;
  for (let taken = 1; taken <= seats; taken++) count = (count * (size - taken + 1)) / taken;
  return count;
}

function marksOf(size: number, isMarked: (index: number) => boolean): Uint8Array {
  const marks = new Uint8Array(size);
  for (let index = 0; index < size; index++) if (isMarked(index)) marks[index] = 1;
  return marks;
}
