import type { AgendaHandover, AgendaTerm } from "../chair-rotation/questions/agenda.ts";
import { flagAt, ring } from "./handover-mark.ts";
import type { Mark, TimelineLanguage } from "./language.ts";
import { hasVacancy, margin } from "./layout.ts";
import { barLook, hues, ink } from "./look.ts";
import { type Attributes, element, escaped, widthOf } from "./markup.ts";

const [lineHeight, swatchWidth, size] = [26, 26, 12];

/** The legend below `top`, on as many lines as `width` needs, and its height. */
export function legendOf(
  marks: readonly Mark[],
  language: TimelineLanguage,
  { top, width, hatch }: { top: number; width: number; hatch: string },
): { markup: string; height: number } {
  let [x, line] = [margin, 0];
  const items = marks.map((mark) => {
    const words = language.legend[mark];
    const room = swatchWidth + 8 + widthOf(words, size) + 20;
    if (x > margin && x + room > width - margin) [x, line] = [margin, line + 1];
    const y = top + line * lineHeight;
    const item =
      swatch(mark, x, y, hatch) +
      element("text", { x: x + swatchWidth + 8, y: y + 12, "font-size": size, fill: ink }, escaped(words));
    x += room;
    return item;
  });
  return {
    markup: element("g", { class: "legend" }, ...items),
    height: marks.length === 0 ? 0 : (line + 1) * lineHeight,
  };
}

function swatch(mark: Mark, x: number, y: number, hatch: string): string {
  if (mark === "handoverWithFlag") return flagAt(x + 9, y + 11);
  if (mark === "handover")
    return (
      element("line", { x1: x + 13, x2: x + 13, y1: y - 2, y2: y + 14, stroke: ink }) + ring(x + 13, y + 13)
    );
  const height = mark === "deputy" ? 11 : mark === "interim" ? 9 : 15;
  const place = { x, y: y + 8 - height / 2, width: swatchWidth, height, rx: 3 };
  return element("rect", { ...place, ...lookOf(mark, hatch) });
}

function lookOf(mark: Exclude<Mark, "handover" | "handoverWithFlag">, hatch: string): Attributes {
  switch (mark) {
    case "swap":
    case "substitute":
    case "deputy":
      return barLook(hues[mark], "served");
    case "interim":
      return { fill: hues.interim };
    case "turnOf":
      return { fill: "#ffffff", stroke: hues.swap, "stroke-dasharray": "2 2.5" };
    case "vacant":
      return { fill: `url(#${hatch})`, stroke: hues.vacant };
    case "open":
      return { fill: "#ffffff", stroke: ink, "stroke-dasharray": "2 3" };
    case "cancelled":
      return { fill: "#ffffff", stroke: hues.cancelled, "stroke-dasharray": "2 2" };
    default:
      return barLook(hues.chair, mark);
  }
}

/** The marks in the picture of these terms and handovers, in the legend's order. */
export function marksIn(terms: readonly AgendaTerm[], handovers: readonly AgendaHandover[]): Mark[] {
  const live = terms.filter(({ isCancelled }) => !isCancelled);
  const byTurn = live.filter(
    ({ chair, departure }) => chair.kind === "unit" && (!departure || departure.kind === "vacant"),
  );
  const departs = (kind: string) => live.some(({ departure }) => departure?.kind === kind);
  const present: [Mark, boolean][] = [
    ...(["served", "assigned", "nominal", "conditional"] as const).map((certainty): [Mark, boolean] => [
      certainty,
      byTurn.some((term) => term.certainty === certainty),
    ]),
    ["deputy", live.some(({ deputy }) => deputy !== undefined)],
    ["swap", departs("swap")],
    ["substitute", departs("substitute")],
    ["turnOf", live.some(({ departure, nominal }) => departure !== undefined && nominal.kind === "unit")],
    ["interim", live.some(({ interims: all }) => all.length > 0)],
    ["vacant", live.some(hasVacancy)],
    ["open", live.some(({ chair }) => chair.kind === "open")],
    ["cancelled", live.length < terms.length],
    ["handover", handovers.some(({ flag }) => flag === undefined)],
    ["handoverWithFlag", handovers.some(({ flag }) => flag !== undefined)],
  ];
  return present.flatMap(([mark, isThere]) => (isThere ? [mark] : []));
}
