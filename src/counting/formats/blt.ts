import type { Nominee, RankedPaper } from "../rule.ts";
import { type Options, optionsOf } from "./blt-options.ts";
import { type IndexedPaper, papersOf } from "./blt-papers.ts";
import type { BltRule } from "./blt-rule.ts";
import { type Tokens, tokensOf } from "./blt-tokens.ts";
import {
  type Content,
  type Converted,
  certain,
  contentOfPapers,
  type FormatProblems,
  nameOf,
  problemsOf,
} from "./problem.ts";

/**
 * What a BLT file holds.
 *
 * Source: Hill, Wichmann and Woodall, "Algorithm 123: Single transferable vote by Meek's method", The Computer
 * Journal 30 (1987), section 3.1. Equal ranks (`2=3`), ranks left out (`-`) and comments (`#`) are those of OpenSTV;
 * `[nick ...]` and `[tie ...]` are those of Droop.
 */
export type BltElection = {
  readonly title: string;
  readonly seats: number;
  /** The nominees in the order of their numbers. */
  readonly nominees: readonly Nominee[];
  /** Nominees who withdrew before the count. Papers may still name them. */
  readonly withdrawn: readonly Nominee[];
  readonly papers: readonly RankedPaper[];
  /** One nickname for each nominee. Papers may use it instead of the number. */
  readonly nicknames?: readonly string[];
  /** The order in which a tie is broken: the first comes first. */
  readonly tieOrder?: readonly Nominee[];
};

/**
 * Reads a BLT file. Weights are whole numbers, and bigints from 2^53 on. Names are read in NFC with single spaces.
 * Each paper is on one line. Ballot ids are refused (`ballotId`), because a secret paper has none.
 *
 * @example
 * readBlt('2 1\n3 1 2 0\n0\n"A"\n"B"\n"T"').ok // true
 */
export function readBlt(source: string): Converted<BltElection, BltRule> {
  const problems = problemsOf<BltRule>();
  const tokens = tokensOf(source, problems);
  const size = headerOf(tokens, problems);
  if (size === undefined) return { ok: false, problems: problems.found };
  const options = optionsOf(tokens, size.nominees, problems);
  const papers = papersOf(tokens, options.lookup, problems);
  const names = papers && namesOf(tokens, size.nominees, problems);
  if (papers === undefined || names === undefined || problems.found.length > 0)
    return { ok: false, problems: problems.found };
  return { ok: true, value: electionOf(size.seats, options, papers, names) };
}

/**
 * Writes a BLT file in its canonical form: line feeds, a 0 at the end of every paper, nominees by their numbers. What
 * BLT cannot hold is a problem: a name with a quotation mark, a weight that is not whole, an unknown nominee.
 *
 * @example
 * writeBlt({ title: "T", seats: 1, nominees: ["A"], withdrawn: [], papers: [{ weight: 2, ranking: [["A"]] }] }) // { ok: true, value: '1 1\n2 1 0\n0\n"A"\n"T"\n' }
 */
export function writeBlt(election: BltElection): Converted<string, BltRule | "notKept"> {
  return certain(election, { print, read: readBlt, contentOf });
}

function contentOf(election: BltElection): Content {
  const { title, seats, nominees, withdrawn, papers, nicknames, tieOrder } = election;
  return [title, String(seats), nominees, withdrawn, nicknames, tieOrder, contentOfPapers(papers)];
}

const sizeMax = 10_000;

function headerOf(tokens: Tokens, problems: FormatProblems<BltRule>) {
  const [first, second] = [tokens.take(), tokens.take()];
  if (first === undefined) {
    problems.add(1, "empty");
    return undefined;
  }
  const [nominees, seats] = [first.text, second?.text ?? ""].map((word) =>
    /^\d{1,5}$/.test(word) ? Number(word) : 0,
  );
  const fits = (count = 0) => count >= 1 && count <= sizeMax;
  if (fits(nominees) && fits(seats)) return { nominees: Number(nominees), seats: Number(seats) };
  const found = `${first.text} ${second?.text ?? ""}`.trim();
  problems.add(first.line, "header", found, `nominees and seats, 1 to ${sizeMax}`);
  return undefined;
}

/** The names of the nominees, then the title. */
function namesOf(tokens: Tokens, nominees: number, problems: FormatProblems<BltRule>): string[] | undefined {
  const names: string[] = [];
  const seen = new Set<string>();
  const before = problems.found.length;
  for (let token = tokens.take(); token !== undefined; token = tokens.take()) {
    const { text, line } = token;
    if (names.length > nominees) {
      problems.add(line, "namesTooMany", text, nominees);
      return undefined;
    }
    if (!token.quoted) problems.add(line, "nameNotQuoted", text);
    const isTitle = names.length === nominees;
    const name = isTitle && text.trim() === "" ? "" : nameOf(text, line, problems);
    if (!isTitle && name !== undefined && seen.has(name)) problems.add(line, "nameRepeated", text);
    names.push(name ?? "");
    seen.add(name ?? "");
  }
  if (names.length <= nominees)
    problems.add(tokens.lastLine, "namesMissing", names.length, `${nominees} names and a title`);
  return problems.found.length > before ? undefined : names;
}

function electionOf(
  seats: number,
  { withdrawn, nicknames, tieOrder }: Options,
  papers: readonly IndexedPaper[],
  names: readonly string[],
): BltElection {
  const nameAt = (index: number) => names[index] ?? "";
  return {
    title: names.at(-1) ?? "",
    seats,
    nominees: names.slice(0, -1),
    withdrawn: withdrawn.map(nameAt),
    papers: papers.map(({ weight, ranking }) => ({
      weight,
      ranking: ranking.map((rank) => rank.map(nameAt)),
    })),
    ...(nicknames !== undefined && { nicknames }),
    ...(tieOrder !== undefined && { tieOrder: tieOrder.map(nameAt) }),
  };
}

function print({ title, seats, nominees, withdrawn, papers, nicknames, tieOrder }: BltElection): string {
  const numbers = new Map(nominees.map((nominee, index) => [nominee, index + 1]));
  const numberOf = (nominee: Nominee) => numbers.get(nominee) ?? `?${nominee}`;
  const rank = (group: readonly Nominee[]) => (group.length === 0 ? "-" : group.map(numberOf).join("="));
  return [
    `${nominees.length} ${seats}`,
    ...(withdrawn.length > 0 ? [withdrawn.map((nominee) => `-${numberOf(nominee)}`).join(" ")] : []),
    ...(nicknames ? [`[nick ${nicknames.join(" ")}]`] : []),
    ...(tieOrder ? [`[tie ${tieOrder.map(numberOf).join(" ")}]`] : []),
    ...papers.map(({ weight, ranking }) => [weight, ...ranking.map(rank), 0].join(" ")),
    "0",
    ...[...nominees, title].map((name) => `"${name}"`),
    "",
  ].join("\n");
}
