import type { UnitId } from "../../vocabulary/unit.ts";
import type { TieStep } from "../../vocabulary/voting-rules.ts";
import type { BallotRejection, Terms } from "../messages.ts";

type Level = readonly (readonly UnitId[])[];

/** What a ladder asks for must be there before the vote, for every nominee: nothing is looked up once a tie is known. */
export function flawOfTieData({ nominees, tieData, voting }: Terms): BallotRejection | undefined {
  const { lotSources, scores, seniority } = tieData;
  const known = { score: scores.map(({ unit }) => unit), seniority };
  for (const kind of ["score", "seniority"] as const) {
    const twice = known[kind].find((unit, index, all) => all.indexOf(unit) !== index);
    if (twice !== undefined) return { type: "TieDataTwice", data: { kind, unit: twice } };
    const missing = nominees.filter((nominee) => !known[kind].includes(nominee));
    if (has(voting.tieLadder, kind) && missing.length > 0)
      return { type: "TieDataMissing", data: { kind, nominees: missing } };
  }
  const twice = lotSources.find((source, index) => lotSources.indexOf(source) !== index);
  if (twice !== undefined) return { type: "LotSourceTwice", data: { source: twice } };
  return has(voting.tieLadder, "lot") && lotSources.length === 0
    ? { type: "LotWithoutSource", data: {} }
    : undefined;
}

/** The tied from the highest score, those with equal ones level. */
export function byScore({ tieData }: Terms, tied: readonly UnitId[]): Level {
  const points = new Map(tieData.scores.map((score) => [score.unit, score.points]));
  const levels = new Map<number, UnitId[]>();
  for (const unit of tied) {
    const score = points.get(unit) ?? 0;
    levels.set(score, [...(levels.get(score) ?? []), unit]);
  }
  return [...levels].sort(([a], [b]) => b - a).map(([, units]) => units);
}

/** The tied from the most senior. */
export function bySeniority({ tieData }: Terms, tied: readonly UnitId[]): Level {
  return tieData.seniority.filter((unit) => tied.includes(unit)).map((unit) => [unit]);
}

function has(ladder: readonly TieStep[], kind: TieStep["kind"]): boolean {
  return ladder.some((step) => step.kind === kind);
}
