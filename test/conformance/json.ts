/** Reads integers that a double cannot hold as bigints, and everything else as JSON does. */
export function exactJson(source: string): unknown {
  if (!/\d{16}/.test(source)) return JSON.parse(source);
  const marked = source.replace(tokens, (token) =>
    token.startsWith('"') || Number.isSafeInteger(Number(token)) ? token : `"${mark}${token}"`,
  );
  return JSON.parse(marked, (_key, value) =>
    typeof value === "string" && value.startsWith(mark) ? BigInt(value.slice(mark.length)) : value,
  );
}

// Strings come first in the pattern, so that digits inside them do not match.
const tokens = /"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;
const mark = "\u{e000}integer:";

/** The line, from 1, on which `source` stops being JSON: no further text after it could correct it. */
export function brokenLine(source: string): number {
  const lines = source.split("\n");
  let [whole, broken] = [0, lines.length];
  while (broken - whole > 1) {
    const middle = (whole + broken) >> 1;
    if (mendable(lines.slice(0, middle).join("\n"))) whole = middle;
    else broken = middle;
  }
  return broken;
}

/** Whether more text could still make it JSON. A string of JSON never goes beyond the end of a line. */
function mendable(prefix: string): boolean {
  const beginning = prefix.trimEnd();
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const message = String(error);
    return (
      message.includes("end of JSON input") ||
      (message.includes(`at position ${beginning.length}`) && !message.includes("Unterminated"))
    );
  }
}
