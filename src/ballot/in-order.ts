/** Ids, each once, in the order of their code units: the same on every machine, and saying nothing else. */
export function inOrder<T extends string>(ids: Iterable<T>): T[] {
  return [...new Set(ids)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
