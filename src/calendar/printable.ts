import { canonicalLine } from "../kernel/text.ts";

/**
 * A line that any calendar or picture can hold: canonical, well-formed, without control and format characters. The
 * library's own texts are so already, but names come from the application.
 */
export function printable(line: string): string {
  return canonicalLine(line.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFE\uFFFF]+/gu, " "));
}
