import { laws } from "./consequences-laws.ts";
import type { SeasonFinding } from "./consequences-season.ts";

type Row = {
  asked: number;
  otherwise: number;
  /** Of these, those whose facts were the same; undefined where that was not asked. */
  sameFacts: number | undefined;
  /** The seasons in which it was asked, and those in which something was otherwise. */
  seasons: Set<number>;
  broken: Set<number>;
  seen: string[];
};

const seenMax = 3;

/** Adds up what the laws found, season by season. */
export function consequencesTable() {
  const rows = new Map<string, Row>();

  const rowOf = (law: string): Row => {
    const row = rows.get(law) ?? {
      ...{ asked: 0, otherwise: 0, sameFacts: undefined, seen: [] },
      ...{ seasons: new Set<number>(), broken: new Set<number>() },
    };
    rows.set(law, row);
    return row;
  };

  return {
    rows: rows as ReadonlyMap<string, Readonly<Row>>,
    add(seed: number, findings: readonly SeasonFinding[]): void {
      for (const { law, key, ok, detail, sameFacts } of findings) {
        const row = rowOf(law);
        row.asked += 1;
        row.seasons.add(seed);
        if (sameFacts !== undefined) row.sameFacts ??= 0;
        if (ok) continue;
        row.otherwise += 1;
        row.broken.add(seed);
        if (sameFacts) row.sameFacts = (row.sameFacts ?? 0) + 1;
        if (row.seen.length < seenMax) row.seen.push(`seed ${seed} ${key}: ${detail}`);
      }
    },
    lines(): string[] {
      const known = [...laws.keys(), ...[...rows.keys()].filter((law) => !laws.has(law))];
      return [
        line("law", "", "asked", "otherwise", "seasons", ""),
        ...known.flatMap((law) => told(law, rows.get(law))),
      ];
    },
    /** One for each law and season: passed where all was as it should be. */
    counts(): { passed: number; failed: number } {
      const all = [...rows.values()];
      const failed = all.reduce((sum, { broken }) => sum + broken.size, 0);
      return { passed: all.reduce((sum, { seasons }) => sum + seasons.size, 0) - failed, failed };
    },
  };
}

function told(law: string, row: Row | undefined): string[] {
  const name = laws.get(law) ?? "";
  if (!row) return [line(law, name, "0", "", "", "")];
  const { asked, otherwise, broken, sameFacts, seen } = row;
  const more = sameFacts === undefined ? "" : `${sameFacts} of the same facts`;
  const first = line(law, name, String(asked), String(otherwise), String(broken.size), more);
  return [first, ...seen.map((one) => `      ${one}`)];
}

const line = (law: string, name: string, asked: string, otherwise: string, seasons: string, more: string) =>
  `${`${law.padEnd(6)}${name}`.padEnd(50)}${asked.padStart(7)}${otherwise.padStart(11)}${seasons.padStart(9)}  ${more}`.trimEnd();
