import { inOrder } from "../kernel/in-order.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import type { InvalidReason, Paper, PaperGroup, Terms } from "./messages.ts";
import { namesMaxOf, ruleOf } from "./method-to-rule.ts";
import { keyOf, type PaperGroupRead, type PaperRead } from "./paper.ts";

type Field = Pick<Terms, "nominees" | "seats" | "method">;

/**
 * The papers as they are kept: each in its canonical spelling, equal ones together, ordered by what they say.
 * Nothing is left of the order in which they came, nor of who wrote which.
 *
 * @returns the kind of a paper that does not belong to the ballot's method, if there is one
 */
export function sorted(
  field: Field,
  papers: readonly PaperGroupRead[],
): { papers: PaperGroup[] } | { wrongKind: PaperRead["kind"] } {
  const wrong = papers.find(({ paper }) => !fits(field, paper));
  if (wrong) return { wrongKind: wrong.paper.kind };
  const groups = new Map<string, PaperGroup>();
  for (const read of papers) {
    const paper = spelled(field, read.paper);
    const key = keyOf(paper);
    groups.set(key, { papers: (groups.get(key)?.papers ?? 0) + read.papers, paper });
  }
  return { papers: [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group) };
}

/** Whether a paper is of a kind that the ballot's method counts. */
export function fits({ method }: Field, { kind }: PaperRead): boolean {
  if (kind === "blank" || kind === "invalid") return true;
  const asked = ruleOf(method).paper;
  if (kind === asked) return true;
  return kind === "kept"
    ? asked === "opinions" || asked === "names"
    : kind === "struck" && asked === "opinions";
}

/**
 * One paper in its canonical spelling. Names said twice count once; strike-outs and ticks of the same will are the
 * same paper; a paper that breaks a rule is invalid as a whole, with the reason and nothing else of it.
 */
export function spelled(field: Field, paper: PaperRead): Paper {
  switch (paper.kind) {
    case "blank":
    case "invalid":
      return paper;
    case "kept":
      if (ruleOf(field.method).paper === "names") return names(field, paper.kept);
      return opinions(field, { for: paper.kept, against: without(field.nominees, paper.kept) });
    case "struck":
      return opinions(field, { for: without(field.nominees, paper.struck), against: paper.struck });
    case "opinions":
      return opinions(field, paper);
    case "names":
      return names(field, paper.names);
    case "ranking":
      return ranking(field, paper.ranking);
    case "scores":
      return scores(field, paper.scores);
  }
}

function opinions(field: Field, { for: kept, against }: { for: UnitId[]; against: UnitId[] }): Paper {
  const paper = { for: inOrder(kept), against: inOrder(against) };
  if (adds(field, [...kept, ...against])) return invalid("addedName");
  if (kept.some((name) => against.includes(name))) return invalid("contradictory");
  if (paper.for.length > namesMaxOf(field)) return invalid("tooManyNames");
  return kept.length + against.length === 0 ? { kind: "blank" } : { kind: "opinions", ...paper };
}

function names(field: Field, said: UnitId[]): Paper {
  const kept = inOrder(said);
  if (adds(field, kept)) return invalid("addedName");
  if (kept.length > namesMaxOf(field)) return invalid("tooManyNames");
  return kept.length === 0 ? { kind: "blank" } : { kind: "names", names: kept };
}

function ranking(field: Field, said: UnitId[][]): Paper {
  const groups = said.map(inOrder);
  while (groups.at(-1)?.length === 0) groups.pop();
  const ranked = groups.flat();
  if (adds(field, ranked)) return invalid("addedName");
  if (new Set(ranked).size < ranked.length) return invalid("contradictory");
  return ranked.length === 0 ? { kind: "blank" } : { kind: "ranking", ranking: groups };
}

function scores(field: Field, said: { nominee: UnitId; points: number }[]): Paper {
  const points = new Map(said.map((score) => [score.nominee, score.points]));
  if (adds(field, [...points.keys()])) return invalid("addedName");
  if (said.some((score) => points.get(score.nominee) !== score.points)) return invalid("contradictory");
  if (said.some((score) => score.points > (ruleOf(field.method).pointsMax ?? 0)))
    return invalid("contradictory");
  if (said.length === 0) return { kind: "blank" };
  const scored = inOrder(points.keys()).map((nominee) => ({ nominee, points: points.get(nominee) ?? 0 }));
  return { kind: "scores", scores: scored };
}

const invalid = (reason: InvalidReason): Paper => ({ kind: "invalid", reason });
const adds = ({ nominees }: Field, said: readonly UnitId[]) => said.some((name) => !nominees.includes(name));
const without = (nominees: readonly UnitId[], left: readonly UnitId[]) =>
  nominees.filter((nominee) => !left.includes(nominee));
