/** Ids, each once, in the order of their code points. It is the same on every machine and has no other meaning. */
export function inOrder<T extends string>(ids: Iterable<T>): T[] {
  return [...new Set(ids)].sort(byCodePoints);
}

/** Compares two texts for a sort, by their code points. */
export function byCodePoints(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  const at = left.findIndex((character, index) => character !== right[index]);
  if (at < 0) return left.length - right.length;
  return (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1);
}
