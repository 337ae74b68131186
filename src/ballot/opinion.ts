import type { UnitId } from "../vocabulary/unit.ts";
import type { Paper } from "./paper.ts";

/** What a paper says of one nominee. */
type Opinion = { readonly nominee: string; readonly opinion: "for" | "against"; readonly points: number };

/** All that a paper says, as the lines of a count tell it; see `opinionOn`. */
export function opinionsOn(paper: Paper): Opinion[] {
  const said = (nominees: readonly string[], opinion: Opinion["opinion"]) =>
    nominees.map((nominee): Opinion => ({ nominee, opinion, points: 0 }));
  switch (paper.kind) {
    case "opinions":
      return [...said(paper.for, "for"), ...said(paper.against, "against")];
    case "names":
      return said(paper.names, "for");
    case "ranking":
      return said(paper.ranking.find((group) => group.length > 0) ?? [], "for");
    case "scores":
      return paper.scores.flatMap(({ nominee, points }) =>
        points > 0 ? { nominee, opinion: "for" as const, points } : [],
      );
    default:
      return [];
  }
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
      return paper.ranking.find((group) => group.length > 0)?.includes(nominee) ? isFor : {};
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
  return paper.kind === "ranking"
    ? paper.ranking.flat()
    : opinionsOn(paper).flatMap(({ nominee, opinion }) => (opinion === "for" ? nominee : []));
}
