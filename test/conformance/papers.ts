import type { ApprovalPaper, Election, Nominee, RankedPaper, ScorePaper } from "../../src/counting/rule.ts";
import type { CaseBallot, TallyCase } from "./case.ts";
import { type Comparison, papersOf } from "./compare.ts";
import { strings } from "./reading.ts";

/** The papers of a case. Blank and invalid ones are set apart as the source does it. */
export type Papers = {
  readonly nominees: readonly Nominee[];
  readonly rankings: readonly RankedPaper[];
  readonly approvals: readonly ApprovalPaper[];
  readonly scores: readonly ScorePaper[];
  /** The weights were multiplied by this, so that they are whole. */
  readonly scale: number;
  readonly weight: bigint;
  readonly blank: bigint;
  readonly invalid: bigint;
};

type Marks = ReadonlyMap<Nominee, unknown>;

/** Reads a case's ballots. A withdrawn nominee is dropped, as if it had never been nominated. */
export function papersIn(
  { candidates, ballots, options }: TallyCase,
  { scoreMax, namesMax, levelIsBlank }: { scoreMax: number; namesMax?: number; levelIsBlank?: boolean },
): Papers {
  const withdrawn = new Set(strings(options.withdrawn));
  const nominees = candidates.filter((name) => !withdrawn.has(name));
  const stands = (name: Nominee) => !withdrawn.has(name);
  const papers = {
    rankings: [] as RankedPaper[],
    approvals: [] as ApprovalPaper[],
    scores: [] as ScorePaper[],
  };
  let [weighed, blank, invalid] = [0n, 0n, 0n];
  const { scale, weights } = wholeWeights(ballots);
  for (const [index, ballot] of ballots.entries()) {
    const weight = weights[index] ?? 0;
    const marks = marksOf(ballot);
    const kept = (ballot.approvals ?? []).filter(stands);
    if (marks && [...marks.values()].every((mark) => mark === null)) blank += BigInt(weight);
    else if ((marks && !fits(marks, scoreMax)) || kept.length > (namesMax ?? Number.POSITIVE_INFINITY))
      invalid += BigInt(weight);
    else if (levelIsBlank && marks && isLevel(marks, nominees)) blank += BigInt(weight);
    else {
      weighed += BigInt(weight);
      papers.rankings.push({
        weight,
        ranking: (ballot.ranking ?? []).map((rank) => rank.filter(stands)),
      });
      papers.approvals.push({ weight, approvals: kept });
      papers.scores.push({ weight, scores: scoresIn(marks ?? new Map(), stands) });
    }
  }
  return { nominees, ...papers, scale, weight: weighed, blank, invalid };
}

/** What a comparison needs to know of these papers: their weight, and how many the source set apart. */
export function contextOf({ scale, weight, blank, invalid }: Papers) {
  return { scale, papers: weight, also: figuresOfPapers({ tallied: weight, blank, invalid }) };
}

/** What a comparison needs to know besides the count. */
export type RankedContext = { readonly scale: number; readonly also: Readonly<Record<string, Comparison>> };

/** A case's papers as an election on rankings. A withdrawn nominee is dropped, as if it had never been nominated. */
export function rankedElection(
  { candidates, ballots, options }: TallyCase,
  { seats = options.seats, without }: { seats?: number; without?: string } = {},
): { election: Election<RankedPaper>; context: RankedContext } {
  const { scale, weights } = wholeWeights(ballots);
  const withdrawn = new Set(strings(options.withdrawn));
  const stands = (name: Nominee) => !withdrawn.has(name);
  const nominees = candidates.filter((name) => name !== without && stands(name));
  let [tallied, blank, invalid] = [0n, 0n, 0n];
  const papers: RankedPaper[] = [];
  for (const [index, ballot] of ballots.entries()) {
    const weight = weights[index] ?? 0;
    const ranking = ballot.ranking ?? [];
    const marks = [...(rawMarks(ballot)?.values() ?? [])];
    if (marks.some((mark) => typeof mark === "number" && mark < 0)) {
      invalid += BigInt(weight);
      continue;
    }
    if (ranking.flat().length === 0) blank += BigInt(weight);
    else tallied += BigInt(weight);
    papers.push({
      weight,
      ranking: withdrawn.size === 0 ? ranking : ranking.map((rank) => rank.filter(stands)),
    });
  }
  const also = figuresOfPapers({ tallied, blank, invalid });
  return { election: { nominees, seats, papers }, context: { scale, also } };
}

function figuresOfPapers(figures: { tallied: bigint; blank: bigint; invalid: bigint }) {
  const also: Record<string, Comparison> = {
    tallied: papersOf(figures.tallied),
    abstentions: papersOf(figures.blank),
    invalid: papersOf(figures.invalid),
  };
  return also;
}

/** Weights as whole numbers. If a source has halves or tenths, all its weights and totals are multiplied. */
function wholeWeights(ballots: readonly CaseBallot[]): { scale: number; weights: (number | bigint)[] } {
  for (let scale = 1; scale <= 10_000; scale++) {
    const weights = ballots.map(({ weight }) =>
      typeof weight === "bigint" ? weight * BigInt(scale) : whole(weight * scale),
    );
    if (weights.every((weight) => weight !== undefined))
      return { scale, weights: weights.map((weight) => weight ?? 0) };
  }
  throw new RangeError("weights are no fractions of a small denominator");
}

function whole(value: number): number | undefined {
  const rounded = Math.round(value);
  return Math.abs(value - rounded) < 1e-9 ? rounded : undefined;
}

/** The order of nominees by which the source breaks ties, if it has one. */
export function tieOrderOf(
  options: TallyCase["options"],
  nominees: readonly Nominee[],
): { tieOrder?: readonly Nominee[] } {
  const { tieBreak, permutation } = options;
  if (tieBreak === "permutation") return { tieOrder: strings(permutation) };
  if (typeof tieBreak === "string" && /candidate.order/.test(tieBreak)) return { tieOrder: nominees };
  return {};
}

/** The marks as the paper had them, if the case has them. */
function marksOf(ballot: CaseBallot): Marks | undefined {
  return rawMarks(ballot) ?? (ballot.scores && new Map(Object.entries(ballot.scores)));
}

function rawMarks({ raw }: CaseBallot): Marks | undefined {
  return typeof raw === "object" && raw !== null ? new Map(Object.entries(raw)) : undefined;
}

/** BetterVoting takes a paper that scores all nominees alike as an abstention. */
function isLevel(marks: Marks, nominees: readonly Nominee[]): boolean {
  return new Set(nominees.map((name) => marks.get(name) ?? 0)).size === 1;
}

function fits(marks: Marks, scoreMax: number): boolean {
  return [...marks.values()].every(
    (mark) => mark === null || (typeof mark === "number" && mark >= 0 && mark <= scoreMax),
  );
}

function scoresIn(marks: Marks, stands: (name: Nominee) => boolean): Map<Nominee, number> {
  const scores = new Map<Nominee, number>();
  for (const [name, mark] of marks) if (typeof mark === "number" && stands(name)) scores.set(name, mark);
  return scores;
}
