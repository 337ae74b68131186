import type { Id } from "../kernel/ids.ts";
import type { Season } from "../vocabulary/season.ts";

/** Something of each season of each bloc. What happens in one costs the same beside any number of others. */
export type BySeason<T> = Map<Id, Map<Season, T>>;

export type BlocAndSeason = { bloc: Id; season: Season };

export function inSeason<T>(all: BySeason<T>, { bloc, season }: BlocAndSeason): T | undefined {
  return all.get(bloc)?.get(season);
}

/** That of a bloc and a season; where nothing is there yet, what is made. */
export function seasonWith<T>(all: BySeason<T>, { bloc, season }: BlocAndSeason, made: () => T): T {
  if (!all.has(bloc)) all.set(bloc, new Map());
  const seasons = all.get(bloc);
  if (seasons?.has(season) === false) seasons.set(season, made());
  return seasons?.get(season) ?? made();
}

/** One more item in the set of a key. */
export function addTo<K, V>(all: Map<K, Set<V>>, key: K, item: V): void {
  const known = all.get(key);
  if (known) known.add(item);
  else all.set(key, new Set([item]));
}
