import type { Lookup } from "./blt-papers.ts";
import type { BltRule } from "./blt-rule.ts";
import type { Token, Tokens } from "./blt-tokens.ts";
import type { FormatProblems } from "./problem.ts";

/** The options between the header and the papers. A nominee is given by its index, from 0. */
export type Options = {
  readonly withdrawn: readonly number[];
  readonly nicknames: readonly string[] | undefined;
  readonly tieOrder: readonly number[] | undefined;
  readonly lookup: Lookup;
};

/** Reads withdrawn nominees (`-2`), `[nick ...]` and `[tie ...]`, in any order. */
export function optionsOf(tokens: Tokens, nominees: number, problems: FormatProblems<BltRule>): Options {
  const withdrawn = new Set<number>();
  const indexByName = new Map<string, number>();
  let nicknames: string[] | undefined;
  let tie: Token[] | undefined;
  const lookup: Lookup = (word, line) => {
    const index = indexByName.get(word) ?? indexOf(word, nominees);
    if (index === undefined) problems.add(line, "nomineeOutOfRange", word, `1 to ${nominees}`);
    return index;
  };
  for (let token = tokens.peek(); token !== undefined; token = tokens.peek()) {
    if (/^-./.test(token.text) && !token.quoted) {
      tokens.take();
      const index = lookup(token.text.slice(1), token.line);
      if (index === undefined) continue;
      if (withdrawn.has(index)) problems.add(token.line, "withdrawnRepeated", token.text);
      withdrawn.add(index);
    } else if (token.text === "[" && !token.quoted) {
      const [name, ...words] = bracketed(tokens, problems);
      if (name?.text === "nick" && nicknames === undefined) {
        nicknames = nicknamesOf(name.line, words, nominees, problems);
        for (const [index, nickname] of nicknames.entries()) indexByName.set(nickname, index);
      } else if (name?.text === "tie" && tie === undefined) tie = words;
      else problems.add(token.line, "optionUnknown", name?.text);
    } else break;
  }
  return { withdrawn: [...withdrawn], nicknames, tieOrder: tie && tieOrderOf(tie, lookup, problems), lookup };
}

function indexOf(word: string, nominees: number): number | undefined {
  const number = /^\d{1,5}$/.test(word) ? Number(word) : 0;
  return number >= 1 && number <= nominees ? number - 1 : undefined;
}

/** The words between `[` and `]` of an option. */
function bracketed(tokens: Tokens, problems: FormatProblems<BltRule>): Token[] {
  const opening = tokens.take();
  const words: Token[] = [];
  for (let token = tokens.take(); token !== undefined; token = tokens.take()) {
    if (token.text === "]" && !token.quoted) return words;
    words.push(token);
  }
  problems.add(opening?.line ?? 1, "optionNotClosed", "[");
  return words;
}

/** A nickname must not look like a number, and no two nominees may share one. */
function nicknamesOf(
  line: number,
  words: readonly Token[],
  nominees: number,
  problems: FormatProblems<BltRule>,
): string[] {
  if (words.length !== nominees) {
    problems.add(line, "nicknames", words.length, nominees);
    return [];
  }
  const nicknames = new Set<string>();
  for (const { text } of words) {
    if (nicknames.has(text) || !/^\p{L}[\p{L}\p{M}\p{N}_.]{0,49}$/u.test(text))
      problems.add(line, "nicknames", text);
    nicknames.add(text);
  }
  return [...nicknames];
}

function tieOrderOf(words: readonly Token[], lookup: Lookup, problems: FormatProblems<BltRule>): number[] {
  const order = new Set<number>();
  for (const { text, line } of words) {
    const index = lookup(text, line);
    if (index === undefined) continue;
    if (order.has(index)) problems.add(line, "nomineeRepeated", text);
    order.add(index);
  }
  return [...order];
}
