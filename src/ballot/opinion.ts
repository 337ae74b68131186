import type { Paper } from "./paper.ts";

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
      return paper.ranking.find((group) => group.length > 0)?.includes(nominee) ? isFor : {};
    case "scores": {
      const points = paper.scores.find((score) => score.nominee === nominee)?.points ?? 0;
      return points > 0 ? { ...isFor, points } : {};
    }
    default:
      return {};
  }
}
