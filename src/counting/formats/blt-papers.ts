import type { Weight } from "../rule.ts";
import type { BltRule } from "./blt-rule.ts";
import type { Token, Tokens } from "./blt-tokens.ts";
import { type FormatProblems, wholeNumber } from "./problem.ts";

/** A paper. It names nominees by their index, from 0. */
export type IndexedPaper = {
  readonly weight: Weight;
  readonly ranking: readonly (readonly number[])[];
};

/** The index for a number or nickname. When no nominee has it, the problem is noted and the result is undefined. */
export type Lookup = (word: string, line: number) => number | undefined;

/** The papers up to the `0` that ends the list; undefined when it never comes. */
export function papersOf(
  tokens: Tokens,
  lookup: Lookup,
  problems: FormatProblems<BltRule>,
): IndexedPaper[] | undefined {
  const papers: IndexedPaper[] = [];
  const unended: number[] = [];
  let ended = 0;
  for (let token = tokens.take(); token !== undefined; token = tokens.take()) {
    if (token.quoted) break;
    if (token.text === "0") {
      // Either all papers end with 0, or none does and each line is a paper. A mixture has no clear meaning.
      if (ended > 0) for (const line of unended) problems.add(line, "paperNotEnded");
      return papers;
    }
    const weight = weightOf(token, problems);
    const { ranking, zero } = rankingOf(token.line, tokens, lookup, problems);
    if (zero) ended += 1;
    else unended.push(token.line);
    papers.push({ weight, ranking });
  }
  problems.add(tokens.lastLine, "papersNotEnded", "", "0");
  return undefined;
}

function weightOf({ text, line }: Token, problems: FormatProblems<BltRule>): Weight {
  const weight = wholeNumber(text) || undefined;
  if (weight === undefined) problems.add(line, text.startsWith("(") ? "ballotId" : "weight", text);
  return weight ?? 0;
}

/** The ranks of one paper, which is on one line, and whether a 0 ends it. */
function rankingOf(line: number, tokens: Tokens, lookup: Lookup, problems: FormatProblems<BltRule>) {
  const ranking: number[][] = [];
  const seen = new Set<number>();
  for (let token = tokens.peek(); token?.line === line && !token.quoted; token = tokens.peek()) {
    tokens.take();
    if (token.text === "0") return { ranking, zero: true };
    const rank: number[] = [];
    for (const word of token.text === "-" ? [] : token.text.split("=")) {
      const index = lookup(word, line);
      if (index === undefined) continue;
      if (seen.has(index)) problems.add(line, "nomineeRepeated", word);
      seen.add(index);
      rank.push(index);
    }
    ranking.push(rank);
  }
  return { ranking, zero: false };
}
