import type { BltRule } from "./blt-rule.ts";
import type { FormatProblems } from "./problem.ts";

/** A word, a bracket or a quoted text (without its quotation marks) of a BLT file, and its line. */
export type Token = {
  readonly line: number;
  readonly text: string;
  readonly quoted: boolean;
};

/** The tokens that are still to be read, one after the other. */
export type Tokens = {
  peek(): Token | undefined;
  take(): Token | undefined;
  /** The line of the last token, or 1. It is the place of a problem at the end of the file. */
  readonly lastLine: number;
};

// The alternatives in their order: line ends, blanks, comments (#... and /*...*/), quoted texts, brackets, words.
const pattern =
  /(\r\n|\n|\r)|[^\S\r\n]+|#[^\r\n]*|(\/\*[\s\S]*?\*\/)|"([^"\r\n]*)"|[[\]]|("|\/\*)|[^\s"#[\]]+/gy;

/** The tokens of a BLT file. Comments do not belong to the election and are dropped. */
export function tokensOf(source: string, problems: FormatProblems<BltRule>): Tokens {
  const tokens: Token[] = [];
  let line = 1;
  for (const [whole, lineEnd, block, quoted, unclosed] of source.replace(/^\uFEFF/, "").matchAll(pattern)) {
    if (lineEnd !== undefined) line += 1;
    else if (block !== undefined) line += block.split(/\r\n|\n|\r/).length - 1;
    else if (unclosed !== undefined) {
      problems.add(line, unclosed === '"' ? "quoteNotClosed" : "commentNotClosed", unclosed);
      break;
    } else if (quoted !== undefined) tokens.push({ line, text: quoted, quoted: true });
    else if (!/^[\s#]/.test(whole)) tokens.push({ line, text: whole, quoted: false });
  }
  return cursorOn(tokens);
}

function cursorOn(tokens: readonly Token[]): Tokens {
  let next = 0;
  return {
    peek: () => tokens[next],
    take: () => tokens[next++],
    lastLine: tokens.at(-1)?.line ?? 1,
  };
}
