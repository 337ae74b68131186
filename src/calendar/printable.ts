import { canonicalLine } from "../kernel/text.ts";

/**
 * A line as any calendar or picture can hold it: canonical, well-formed, without control and format characters.
 * The library's own texts are so already; names come from the application.
 */
export function printable(line: string): string {
  return canonicalLine(line.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFE\uFFFF]+/gu, " "));
}
