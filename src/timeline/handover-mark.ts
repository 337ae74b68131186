import type { AgendaHandover } from "../chair-rotation/questions/agenda.ts";
import { rowHeight } from "./layout.ts";
import { hues, ink, paper, shades } from "./look.ts";
import { element, escaped, px } from "./markup.ts";
import type { Pen } from "./term-marks.ts";

/** A line on the day of a handover, from the old chair's row to the new one's. A flag at its end: the flag goes too. */
export function handoverMark(handover: AgendaHandover, pen: Pen): string {
  const [from, to] = [pen.layout.rowOf(handover.from), pen.layout.rowOf(handover.to)];
  if (!from || !to) return "";
  const x = pen.layout.x(handover.on);
  const [y1, y2] = [from.top + rowHeight / 2, to.top + rowHeight / 2];
  const { summary, details } = pen.language.handover(handover, pen.sayOn(handover.on));
  const date = pen.say.date(handover.on);
  return element(
    "g",
    { class: handover.flag ? "handover flag" : "handover" },
    element("title", {}, escaped([`${summary} (${date})`, ...details].join("\n"))),
    ...(pen.layout.isDense
      ? [
          element("line", { x1: x, x2: x, y1, y2, stroke: shades.edge, "stroke-width": 0.8 }),
          handover.flag ? flagAt(x, y2 - 9, 0.5) : "",
        ]
      : [
          element("line", { x1: x, x2: x, y1, y2, stroke: ink, "stroke-width": 1.2 }),
          element("circle", { cx: x, cy: y1, r: 2.4, fill: ink }),
          handover.flag ? flagAt(x, y2) : ring(x, y2),
        ]),
  );
}

export const ring = (x: number, y: number) =>
  element("circle", { cx: x, cy: y, r: 3.6, fill: paper, stroke: ink });

export function flagAt(x: number, y: number, scale = 1): string {
  return (
    element("path", {
      d: `M${px(x)} ${px(y + 9 * scale)}v${px(-24 * scale)}`,
      stroke: ink,
      "stroke-width": 1.6 * scale,
    }) +
    element("path", {
      d: `M${px(x)} ${px(y - 15 * scale)}l${px(12 * scale)} ${px(4.5 * scale)}l${px(-12 * scale)} ${px(4.5 * scale)}z`,
      fill: hues.flag,
      stroke: paper,
      "stroke-width": 0.6,
    })
  );
}
