import type { UnitId } from "../vocabulary/unit.ts";
import type { Paper } from "./paper.ts";

/** Told each nominee of whom a paper says something. */
type Listener = (nominee: UnitId, opinion: "for" | "against", points: number) => void;

/** Tells all that a paper says, as the lines of a count tell it; see `opinionOn`. It makes no list of it. */
export function tellOpinions(paper: Paper, tell: Listener): void {
  switch (paper.kind) {
    case "opinions":
      for (const nominee of paper.for) tell(nominee, "for", 0);
      for (const nominee of paper.against) tell(nominee, "against", 0);
      return;
    case "names":
      for (const nominee of paper.names) tell(nominee, "for", 0);
      return;
    case "ranking":
      for (const nominee of firstRank(paper.ranking)) tell(nominee, "for", 0);
      return;
    case "scores":
      for (const { nominee, points } of paper.scores) if (points > 0) tell(nominee, "for", points);
  }
}

/** The first rank that names anybody. */
export function firstRank(ranking: readonly (readonly UnitId[])[]): readonly UnitId[] {
  return ranking.find((group) => group.length > 0) ?? [];
}

/**
 * What a paper says of a nominee, as the lines of a count tell it: for it where it keeps or names it, places it first or
 * gives it any points; against it where it strikes it out.
 */
export function opinionOn(nominee: string, paper: Paper): { opinion?: "for" | "against"; points?: number } {
  const isFor = { opinion: "for" } as const;
  switch (paper.kind) {
    case "opinions":
      if (paper.for.includes(nominee)) return isFor;
      return paper.against.includes(nominee) ? { opinion: "against" } : {};
    case "names":
      return paper.names.includes(nominee) ? isFor : {};
    case "ranking":
      return firstRank(paper.ranking).includes(nominee) ? isFor : {};
    case "scores": {
      const points = paper.scores.find((score) => score.nominee === nominee)?.points ?? 0;
      return points > 0 ? { ...isFor, points } : {};
    }
    default:
      return {};
  }
}

/** Whom a paper supports against those that it does not name: at whatever rank, and with however few points. */
export function supportedBy(paper: Paper): readonly UnitId[] {
  if (paper.kind === "ranking") return paper.ranking.flat();
  const supported: UnitId[] = [];
  tellOpinions(paper, (nominee, opinion) => {
    if (opinion === "for") supported.push(nominee);
  });
  return supported;
}
