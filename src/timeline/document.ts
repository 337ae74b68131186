import { paper, patternsOf, styleOf } from "./look.ts";
import { element, escaped, px } from "./markup.ts";

/** A self-contained SVG: it has a title, a description, its own patterns, and rules for dark screens and for print. */
export function document(
  {
    width,
    height,
    title,
    hatch,
    code,
  }: Record<"title" | "hatch" | "code", string> & {
    width: number;
    height: number;
  },
  description: string,
  parts: readonly string[],
): string {
  const drawn = parts.join("");
  const patterns = patternsOf(hatch).filter((pattern) =>
    drawn.includes(`#${/id="([^"]*)"/.exec(pattern)?.[1]})`),
  );
  return element(
    "svg",
    {
      id: hatch,
      xmlns: "http://www.w3.org/2000/svg",
      "xml:lang": code,
      lang: code,
      role: "img",
      "aria-labelledby": `${hatch}t ${hatch}d`,
      width,
      height,
      viewBox: `0 0 ${px(width)} ${px(height)}`,
      "font-family": "'Segoe UI', 'Noto Sans', Roboto, 'Helvetica Neue', Arial, sans-serif",
    },
    element("title", { id: `${hatch}t` }, escaped(title)),
    element("desc", { id: `${hatch}d` }, escaped(description)),
    element("style", {}, styleOf(hatch)),
    element("defs", {}, ...patterns),
    element("rect", { width: "100%", height: "100%", fill: paper }),
    drawn,
  );
}
