import type { AgendaTerm } from "../chair-rotation/questions/agenda.ts";
import type { Say } from "../minutes/language.ts";
import type { TimelineLanguage } from "./language.ts";
import { type Layout, labelSize, margin, rowHeight } from "./layout.ts";
import { ink, muted, shades } from "./look.ts";
import { element, escaped, widthOf } from "./markup.ts";

/** A line of text. */
export const text = (x: number, y: number, size: number, words: string, weight?: string) =>
  element("text", { x, y, "font-size": size, "font-weight": weight, fill: ink }, escaped(words));

/** The axis: the names of the terms, and their first days where there is room. Tall pictures have it below as well. */
export function columns(
  terms: readonly AgendaTerm[],
  { plot, x, labelEvery, isTall }: Layout,
  say: Say,
): string {
  const parts = terms.flatMap(({ term, startsOn }, at) => {
    if (at % labelEvery !== 0) return [];
    const end = terms[at + labelEvery]?.startsOn ?? terms.at(-1)?.endsOn ?? startsOn;
    const [left, right] = [x(startsOn), x(end)];
    const isOwn = labelEvery === 1;
    const isDated = isOwn && right - left > 70;
    const place = { x: isOwn ? (left + right) / 2 : left, "text-anchor": isOwn ? "middle" : "start" };
    const shade = { x: left, y: plot.top, width: right - left, height: plot.bottom - plot.top };
    const fits = isOwn || left + widthOf(term, 13) <= plot.right + margin;
    const name = (y: number) =>
      fits
        ? element("text", { ...place, y, "font-size": 12, "font-weight": "bold", fill: ink }, escaped(term))
        : "";
    const day = { ...place, y: plot.top - 8, "font-size": 10, fill: muted };
    return [
      (at / labelEvery) % 2 === 0 ? element("rect", { ...shade, fill: shades.band }) : "",
      element("line", { x1: left, x2: left, y1: plot.top - 4, y2: plot.bottom, stroke: shades.grid }),
      name(plot.top - (isDated ? 22 : 8)),
      isDated ? element("text", day, escaped(say.date(startsOn))) : "",
      isTall ? name(plot.bottom + 17) : "",
    ];
  });
  return element("g", { class: "axis" }, ...parts);
}

export function rows({ rows: all, plot }: Layout): string {
  const parts = all.flatMap(({ label, name, top }, at) => [
    at === 0 ? "" : element("line", { x1: margin, x2: plot.right, y1: top, y2: top, stroke: shades.row }),
    element(
      "g",
      { class: "unit" },
      element("title", {}, escaped(name)),
      ...label.map((line, nth) =>
        text(margin, top + rowHeight / 2 + 4.5 + (nth - (label.length - 1) / 2) * 15, labelSize, line),
      ),
    ),
  ]);
  return element("g", { class: "units" }, ...parts);
}

/** The line where facts end and plans begin. */
export function boundary(
  terms: readonly AgendaTerm[],
  { plot, x, isTall }: Layout,
  language: TimelineLanguage,
): string {
  const first = terms.find(({ certainty }) => certainty !== "served");
  if (!first || first.isCancelled) return "";
  const at = x(first.startsOn);
  const isLate = at + 5 + widthOf(language.ahead, 12) > plot.right;
  const caption = plot.bottom + (isTall ? 34 : 14);
  return element(
    "g",
    { class: "ahead" },
    element("line", {
      x1: at,
      x2: at,
      y1: plot.top,
      y2: caption + 2,
      stroke: ink,
      "stroke-dasharray": "6 4",
    }),
    element(
      "text",
      {
        x: isLate ? at - 5 : at + 5,
        y: caption,
        "font-size": 11,
        "text-anchor": isLate ? "end" : undefined,
        fill: ink,
      },
      escaped(language.ahead),
    ),
  );
}

/** The edge of the plot. It is drawn over everything in the plot. */
export function edge({ plot: { left, top, right, bottom } }: Layout): string {
  const place = { x: left, y: top, width: right - left, height: bottom - top };
  return element("rect", { ...place, fill: "none", stroke: shades.edge });
}
