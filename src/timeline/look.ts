import type { Certainty } from "../chair-rotation/forecast/forecast.ts";
import { type Attributes, element } from "./markup.ts";

export const ink = "#1d2733";
export const paper = "#ffffff";
export const muted = "#556070";
export const shades = {
  band: "#f2f5f9",
  absent: "#dfe4ea",
  grid: "#d5dbe3",
  row: "#e3e8ee",
  edge: "#8b95a3",
};

/** White words on each of these have a contrast of 4.5 or better, and each on white. */
export const hues = {
  chair: "#1b4f8a",
  swap: "#6b3fa0",
  substitute: "#0b665d",
  deputy: "#7a5200",
  interim: "#9c4100",
  vacant: "#b3261e",
  cancelled: "#626973",
  flag: "#c41e1e",
};
export type Hue = "chair" | "swap" | "substitute" | "deputy";

/** The colours of a dark screen. What is white in the light, also in a dark bar, is dark there. */
const dark: ReadonlyMap<string, string> = new Map([
  [ink, "#e6ebf1"],
  [paper, "#12171d"],
  [muted, "#aab4c0"],
  [shades.band, "#1a2129"],
  [shades.absent, "#2a333d"],
  [shades.grid, "#36414d"],
  [shades.row, "#2b343f"],
  [shades.edge, "#6b7785"],
  [hues.chair, "#8fbbf0"],
  [hues.swap, "#c9a9f0"],
  [hues.substitute, "#6fd0c4"],
  [hues.deputy, "#e0b458"],
  [hues.interim, "#f0a06a"],
  [hues.vacant, "#f2938c"],
  [hues.cancelled, "#a2a9b3"],
  [hues.flag, "#ff8a80"],
]);

/** The rules for a dark screen and for paper. They reach no further than the picture called `id`. */
export function styleOf(id: string): string {
  const rules = [...dark].map(
    ([light, other]) => `#${id} [fill="${light}"]{fill:${other}}#${id} [stroke="${light}"]{stroke:${other}}`,
  );
  const onPaper = `#${id}{width:100%;height:auto;-webkit-print-color-adjust:exact;print-color-adjust:exact}#${id} [fill="${shades.band}"]{fill:none}`;
  return `@media screen and (prefers-color-scheme:dark){${rules.join("")}}@media print{${onPaper}}`;
}

/**
 * The look of a bar. The fill shows the certainty as a pattern, so that it can be told in grey print: a served term is
 * solid, an assigned one has stripes, an expected one has dots, and one that is not certain is empty with a dashed edge.
 * A term whose chair is still to be chosen has a look of its own, with rings.
 */
export function barLook(hue: Hue, certainty: Certainty, id: string): Attributes {
  const colour = hues[hue];
  if (certainty === "served") return { fill: colour, stroke: colour };
  if (certainty === "assigned" || certainty === "nominal")
    return { fill: `url(#${id}-${certainty}-${hue})`, stroke: colour, "stroke-width": 1.4 };
  return { fill: paper, stroke: colour, "stroke-width": 1.4, "stroke-dasharray": "4 3" };
}

export const vacantLook = (id: string): Attributes => ({ fill: `url(#${id}-vacant)`, stroke: hues.vacant });
export const openLook = (id: string): Attributes => ({
  fill: `url(#${id}-open)`,
  stroke: ink,
  "stroke-dasharray": "2 3",
});
export const cancelledLook: Attributes = { fill: paper, stroke: hues.cancelled, "stroke-dasharray": "1 2" };
export const turnLook: Attributes = { fill: paper, stroke: ink, "stroke-dasharray": "2 2.5" };
export const interimLook: Attributes = { fill: hues.interim, stroke: hues.interim };
export const absentLook: Attributes = { fill: shades.absent };
export const suspendedLook = (id: string): Attributes => ({ fill: `url(#${id}-suspended)` });
export const lostLook: Attributes = { fill: "none", stroke: hues.flag, "stroke-dasharray": "1 3" };
export const flagLook: Attributes = { fill: paper, stroke: hues.flag, "stroke-width": 1.4 };

/** The patterns that a picture may use. */
export function patternsOf(id: string): string[] {
  const of = (name: string, size: number, ...marks: string[]) =>
    element(
      "pattern",
      { id: `${id}-${name}`, width: size, height: size, patternUnits: "userSpaceOnUse" },
      element("rect", { width: size, height: size, fill: paper }),
      ...marks,
    );
  const stripes = (stroke: string) =>
    element("path", { d: "M0 6L6 0M-1 1L1 -1M5 7L7 5", stroke, "stroke-width": 2 });
  const dots = (fill: string) => element("circle", { cx: 2.5, cy: 2.5, r: 0.9, fill });
  const bars = (["chair", "swap", "substitute", "deputy"] as const).flatMap((hue) => [
    of(`assigned-${hue}`, 6, stripes(hues[hue])),
    of(`nominal-${hue}`, 5, dots(hues[hue])),
  ]);
  const cross = element("path", { d: "M0 0L8 8M8 0L0 8", stroke: hues.vacant, "stroke-width": 1.1 });
  const ring = element("circle", { cx: 3, cy: 3, r: 1.7, fill: "none", stroke: muted });
  const lines = element("path", { d: "M0 2.5H5", stroke: shades.edge });
  return [...bars, of("vacant", 8, cross), of("open", 6, ring), of("suspended", 5, lines)];
}
