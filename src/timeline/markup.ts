/** Attributes of an element; undefined ones are left out. Their names come from this folder only. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element around finished markup. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? px(value) : escaped(value ?? "")}"`);
  const inner = children.join("");
  return inner === "" ? `<${name}${written.join("")}/>` : `<${name}${written.join("")}>${inner}</${name}>`;
}

const entities = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

/** Text escaped for XML, in an element or in an attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => entities.get(mark) ?? mark);
}

/** A length with at most one decimal. It is never "-0". */
export function px(length: number): string {
  return String(Math.round(length * 10) / 10 + 0);
}

/** The approximate width of a line in a common sans serif. Three widths of letters are enough for a layout. */
export function widthOf(line: string, size: number): number {
  let ems = 0;
  for (const mark of line.normalize("NFC")) ems += emsOf(mark);
  return ems * size;
}

function emsOf(mark: string): number {
  if (/[ .,;:'|!ijlftIr()[\]-]/.test(mark)) return 0.34;
  if (/[mwMW@%]/.test(mark)) return 0.88;
  if ((mark.codePointAt(0) ?? 0) > 0x2e7f) return 1.1;
  return /\p{Lu}/u.test(mark) ? 0.72 : 0.58;
}

/** The text broken between words into at most `linesMax` lines of `width`. An ellipsis shows that text is cut off. */
export function wrapped(line: string, size: number, width: number, linesMax: number): string[] {
  const lines: string[] = [];
  let rest = line.split(" ");
  while (rest.length > 0 && lines.length < linesMax) {
    const isLast = lines.length === linesMax - 1;
    if (!isLast) rest = [...piecesOf(rest[0] ?? "", size, width), ...rest.slice(1)];
    let taken = 1;
    while (taken < rest.length && widthOf(rest.slice(0, taken + 1).join(" "), size) <= width) taken += 1;
    const text = isLast ? rest.join(" ") : rest.slice(0, taken).join(" ");
    rest = isLast ? [] : rest.slice(taken);
    lines.push(clipped(text, size, width));
  }
  return lines;
}

/** A word that is wider than a line is broken. */
function piecesOf(word: string, size: number, width: number): string[] {
  if (widthOf(word, size) <= width) return [word];
  const marks = [...word];
  let used = 0;
  const end = marks.findIndex((mark) => {
    used += emsOf(mark.normalize("NFC")) * size;
    return used > width;
  });
  return [marks.slice(0, Math.max(end, 1)).join(""), marks.slice(Math.max(end, 1)).join("")];
}

/** The part of the line that fits into `width`, with an ellipsis where the line is cut. */
function clipped(line: string, size: number, width: number): string {
  if (widthOf(line, size) <= width) return line;
  let kept = "";
  let used = size;
  for (const mark of line) {
    used += emsOf(mark) * size;
    if (used > width) break;
    kept += mark;
  }
  return `${kept.trimEnd()}…`;
}
