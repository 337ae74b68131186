import { hues } from "./look.ts";
import { element, escaped, px } from "./markup.ts";

/** A self-contained SVG: it has a title, a description, and its own hatching. */
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
  const lines = element("path", {
    d: "M0 6L6 0M-1 1L1 -1M5 7L7 5",
    stroke: hues.vacant,
    "stroke-width": 1.3,
  });
  const pattern = { id: hatch, width: 6, height: 6, patternUnits: "userSpaceOnUse" };
  return element(
    "svg",
    {
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
    element(
      "defs",
      {},
      element("pattern", pattern, element("rect", { width: 6, height: 6, fill: "#fff" }), lines),
    ),
    element("rect", { width: "100%", height: "100%", fill: "#ffffff" }),
    ...parts,
  );
}
