import type { UnitId } from "../vocabulary/unit.ts";
import { equalTogether } from "./equal-papers.ts";
import type { BallotRejection } from "./messages.ts";
import { namesMaxOf, ruleOf } from "./method-to-rule.ts";
import { type Nominated, namesOn, nominated, scoresOn } from "./nominated.ts";
import { firstRank } from "./opinion.ts";
import type { InvalidReason, Paper, PaperGroup, PaperGroupRead, PaperRead } from "./paper.ts";
import type { EqualFirst } from "./result.ts";
import type { Terms } from "./terms.ts";

type Field = Pick<Terms, "nominees" | "seats" | "method" | "procedure">;

declare const canonical: unique symbol;

/** Papers in canonical form: equal ones together, in the order of their contents. Raw papers do not have this type. */
export type CanonicalPapers = PaperGroup[] & { readonly [canonical]: true };

/**
 * The canonical form of the papers in a box: each paper in its own canonical form, equal papers together, in the order
 * of their contents. It keeps neither the order in which the papers came, nor who wrote which paper.
 *
 * @param raw each paper as it was read: by opinions, names kept, names struck out, ranking or scores
 * @throws {RangeError} for papers of another method, or invalid for a reason that these terms do not have
 */
export function canonicalPapers(terms: Terms, raw: readonly PaperGroupRead[]): CanonicalPapers {
  const wrong = wrongKindIn(terms, raw);
  if (wrong)
    throw new RangeError(`the method ${terms.method.kind} does not count a paper of the kind ${wrong}`);
  if (isImpossiblySeveral(terms, raw))
    throw new RangeError(`no paper of the method ${terms.method.kind} is invalid for placing several first`);
  return together(raw.map(({ papers, paper }) => ({ papers, paper: canonicalPaper(terms, paper) })));
}

/** Puts papers that are in canonical form already into groups of equal ones, in the order of their contents. */
export function together(canonicalGroups: readonly PaperGroup[]): CanonicalPapers {
  return recordedPapers(equalTogether(canonicalGroups));
}

/** Papers of a recorded event: `canonicalPapers` made them before they were recorded. */
export function recordedPapers(papers: PaperGroup[]): CanonicalPapers {
  // The one place that gives the brand.
  return papers as CanonicalPapers;
}

/**
 * What stands against these papers: the method of the ballot does not count one of them, or one is invalid for a reason
 * that it cannot have by these terms.
 */
export function objectionToPapers(
  field: Field,
  papers: readonly PaperGroupRead[],
): BallotRejection | undefined {
  const kind = wrongKindIn(field, papers);
  const method = field.method.kind;
  if (kind) return { type: "PaperOfWrongKind", data: { method, kind } };
  return isImpossiblySeveral(field, papers)
    ? { type: "InvalidReasonDoesNotFit", data: { method, reason: "severalFirst" } }
    : undefined;
}

/** Whether a paper is invalid for placing several first, though none is: it is no ranking, or such a one is counted. */
function isImpossiblySeveral({ method, procedure }: Field, papers: readonly PaperGroupRead[]): boolean {
  if (ruleOf(method).paper === "ranking" && procedure.equalFirst !== "counted") return false;
  return papers.some(({ paper }) => paper.kind === "invalid" && paper.reason === "severalFirst");
}

/** A kind of paper that the method of the ballot does not count: the same one in whatever order the papers came. */
function wrongKindIn(field: Field, papers: readonly PaperGroupRead[]): PaperRead["kind"] | undefined {
  const { paper: asked } = ruleOf(field.method);
  const wrong = new Set<PaperRead["kind"]>();
  for (const { paper } of papers) if (!fits(asked, paper)) wrong.add(paper.kind);
  const [first] = [...wrong].sort();
  return first;
}

/** Whether a method whose papers say what is asked counts a paper of this kind. */
function fits(asked: ReturnType<typeof ruleOf>["paper"], { kind }: PaperRead): boolean {
  if (kind === "blank" || kind === "invalid") return true;
  if (kind === asked) return true;
  return kind === "kept"
    ? asked === "opinions" || asked === "names"
    : kind === "struck" && asked === "opinions";
}

/**
 * The canonical form of one paper. A name that the paper repeats counts once. Strike-outs and ticks that mean the same
 * give the same paper. A paper that breaks a rule is invalid as a whole: only the reason is kept.
 */
export function canonicalPaper(field: Field, paper: PaperRead): Paper {
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

function opinions(field: Field, said: { for: UnitId[]; against: UnitId[] }): Paper {
  const known = nominated(field.nominees);
  const [kept, against] = [namesOn(known, said.for), namesOn(known, said.against)];
  if (kept === undefined || against === undefined) return invalid("addedName");
  if (kept.some((name) => against.includes(name))) return invalid("contradictory");
  if (kept.length > namesMaxOf(field)) return invalid("tooManyNames");
  return kept.length + against.length === 0 ? { kind: "blank" } : { kind: "opinions", for: kept, against };
}

function names(field: Field, said: UnitId[]): Paper {
  const kept = namesOn(nominated(field.nominees), said);
  if (kept === undefined) return invalid("addedName");
  if (kept.length > namesMaxOf(field)) return invalid("tooManyNames");
  return kept.length === 0 ? { kind: "blank" } : { kind: "names", names: kept };
}

function ranking(field: Field, said: UnitId[][]): Paper {
  const known = nominated(field.nominees);
  const paper = ++known.papers;
  const groups: UnitId[][] = [];
  let isTwice = false;
  let length = 0;
  for (const group of said) {
    const rank = rankOf(known, group);
    if (rank === undefined) return invalid("addedName");
    for (const name of rank) {
      const place = known.placeOf.get(name) ?? 0;
      isTwice ||= known.lastOn[place] === paper;
      known.lastOn[place] = paper;
    }
    groups.push(rank);
    if (rank.length > 0) length = groups.length;
  }
  if (isTwice) return invalid("contradictory");
  const isCounted = field.procedure.equalFirst === "counted";
  if (!isCounted && placesSeveralFirst(groups)) return invalid("severalFirst");
  groups.length = length;
  return length === 0 ? { kind: "blank" } : { kind: "ranking", ranking: groups };
}

/** A rank in canonical form; undefined where it names somebody who is not nominated. */
function rankOf(known: Nominated, group: readonly UnitId[]): UnitId[] | undefined {
  const [only] = group;
  if (group.length !== 1 || only === undefined) return namesOn(known, group);
  const place = known.placeOf.get(only);
  return place === undefined ? undefined : known.alone[place];
}

/** Whether the first rank that names anybody names several. */
function placesSeveralFirst(ranking: readonly (readonly UnitId[])[]): boolean {
  return firstRank(ranking).length > 1;
}

/** How many of these papers place several first; undefined where none does. */
export function equalFirstIn(
  { procedure }: Pick<Terms, "procedure">,
  papers: CanonicalPapers,
): EqualFirst | undefined {
  const are = procedure.equalFirst ?? "invalid";
  const places = ({ paper }: PaperGroup) =>
    paper.kind === "ranking"
      ? placesSeveralFirst(paper.ranking)
      : paper.kind === "invalid" && paper.reason === "severalFirst";
  const found = papers.reduce((sum, group) => sum + (places(group) ? group.papers : 0), 0);
  return found > 0 ? { papers: found, are } : undefined;
}

function scores(field: Field, said: { nominee: UnitId; points: number }[]): Paper {
  const known = nominated(field.nominees);
  const { pointsMax = 0 } = ruleOf(field.method);
  const paper = ++known.papers;
  let isContradictory = false;
  for (const { nominee, points } of said) {
    const place = known.placeOf.get(nominee);
    if (place === undefined) return invalid("addedName");
    if (known.lastOn[place] !== paper) known.pointsOn[place] = points;
    known.lastOn[place] = paper;
    isContradictory ||= known.pointsOn[place] !== points || points > pointsMax;
  }
  if (isContradictory) return invalid("contradictory");
  if (said.length === 0) return { kind: "blank" };
  return { kind: "scores", scores: scoresOn(known) };
}

const invalid = (reason: InvalidReason): Paper => ({ kind: "invalid", reason });
const without = (nominees: readonly UnitId[], left: readonly UnitId[]) =>
  nominees.filter((nominee) => !left.includes(nominee));

/**
 * The contents of a paper as a text, to compare and sort papers. The order in which a store puts the fields
 * does not matter.
 */
export function keyOf(paper: Paper): string {
  const { kind } = paper;
  // With the fields put in order here, the text is made much faster than with a list of fields.
  switch (paper.kind) {
    case "opinions":
      return JSON.stringify({ kind, for: paper.for, against: paper.against });
    case "names":
      return JSON.stringify({ kind, names: paper.names });
    case "ranking":
      return JSON.stringify({ kind, ranking: paper.ranking });
    case "scores": {
      const scores = paper.scores.map(({ nominee, points }) => ({ nominee, points }));
      return JSON.stringify({ kind, scores });
    }
    case "invalid":
      return JSON.stringify({ kind, reason: paper.reason });
    case "blank":
      return JSON.stringify({ kind });
  }
}
