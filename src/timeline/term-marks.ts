import type { Certainty } from "../chair-rotation/forecast/forecast.ts";
import type { AgendaTerm } from "../chair-rotation/questions/agenda.ts";
import type { Say } from "../minutes/language.ts";
import type { TimelineLanguage } from "./language.ts";
import { type Layout, type Row, rowHeight } from "./layout.ts";
import { barLook, hues, ink } from "./look.ts";
import { type Attributes, element, escaped, px, widthOf } from "./markup.ts";

const inkOn = (certainty: Certainty) =>
  certainty === "served" || certainty === "assigned" ? "#ffffff" : ink;

/** What is needed to draw the bars of a term. */
export type Pen = { layout: Layout; language: TimelineLanguage; say: Say; hatch: string };

type Box = { left: number; right: number; top: number; height: number };

/** A bar is at least two pixels wide and inside the plot. An interim may begin on the day on which the term ends. */
function boxIn({ layout }: Pen, row: Row, span: { from: string; until: string }, height: number): Box {
  const left = Math.min(layout.x(span.from) + 1, layout.plot.right - 3);
  const right = Math.max(layout.x(span.until) - 1, left + 2);
  return { left, right, top: row.top + (rowHeight - height) / 2, height };
}

function bar({ left, right, top, height }: Box, look: Attributes): string {
  return element("rect", {
    x: left,
    y: top,
    width: right - left,
    height,
    rx: Math.min(3, (right - left) / 4),
    ...look,
  });
}

/** The words in a bar, if there is room for them. */
function wordsIn({ left, right, top, height }: Box, words: string, fill: string, size = 11.5): string {
  if (widthOf(words, size) + 6 > right - left) return "";
  const place = { x: (left + right) / 2, y: top + height / 2 + size * 0.36 };
  return element("text", { ...place, "text-anchor": "middle", "font-size": size, fill }, escaped(words));
}

/** Two arrows in opposite directions, where there is no room for words. */
function arrowsIn({ left, right, top, height }: Box, stroke: string): string {
  const [x, y] = [(left + right) / 2, top + height / 2];
  const reach = Math.min((right - left) / 2 - 1, 6);
  const d = `M${px(x - reach)} ${px(y - 3)}h${px(2 * reach)}l-3 -3M${px(x + reach)} ${px(y + 3)}h${px(-2 * reach)}l3 3`;
  return element("path", { d, fill: "none", stroke, "stroke-width": 1.4 });
}

/** All marks of one term, as a group whose title says in words what it shows. */
export function termMarks(term: AgendaTerm, pen: Pen): string {
  const { summary, details } = pen.language.term(term, pen.say);
  const parts = [ghost(term, pen), deputyBar(term, pen), ...seats(term, pen), ...interims(term, pen)];
  const title = element("title", {}, escaped([summary, ...details].join("\n")));
  return element("g", { class: `term ${term.certainty}` }, title, ...parts);
}

function seats(term: AgendaTerm, pen: Pen): string[] {
  const { startsOn, endsOn, tenures, chair } = term;
  if (tenures.length === 0) return [seatBar(term, chair, { from: startsOn, until: endsOn }, pen)];
  return tenures.map(({ unit, from, until }) =>
    seatBar(term, unit === undefined ? { kind: "vacant" } : { kind: "unit", unit }, { from, until }, pen),
  );
}

function seatBar(
  { certainty, departure, isCancelled }: AgendaTerm,
  seat: AgendaTerm["chair"],
  span: { from: string; until: string },
  pen: Pen,
): string {
  const row = pen.layout.rowFor(seat);
  if (!row) return "";
  const box = boxIn(pen, row, span, 22);
  const { bar: words } = pen.language;
  if (isCancelled) {
    const look = { fill: "#ffffff", stroke: hues.cancelled, "stroke-dasharray": "2 2", class: "cancelled" };
    return bar(box, look) + strike(box) + wordsIn(box, words.cancelled, ink);
  }
  if (seat.kind === "vacant") {
    const look = { fill: `url(#${pen.hatch})`, stroke: hues.vacant, class: "vacant" };
    return bar(box, look) + plate(box, words.vacant, hues.vacant);
  }
  if (seat.kind === "open")
    return (
      bar(box, { fill: "#ffffff", stroke: ink, "stroke-dasharray": "2 3", class: "open" }) +
      wordsIn(box, "?", ink)
    );
  const kind = departure && departure.kind !== "vacant" ? departure.kind : "chair";
  const written = wordsIn(box, words[kind], inkOn(certainty));
  const arrows = kind === "swap" && written === "" ? arrowsIn(box, inkOn(certainty)) : "";
  return bar(box, { ...barLook(hues[kind], certainty), class: kind }) + written + arrows;
}

/** Words on a white plate, so that one can read them over a hatching. */
function plate(box: Box, words: string, fill: string): string {
  const written = wordsIn(box, words, fill);
  if (written === "") return "";
  const half = widthOf(words, 11.5) / 2 + 2;
  const middle = (box.left + box.right) / 2;
  const back = { left: middle - half, right: middle + half, top: box.top + 4, height: box.height - 8 };
  return bar(back, { fill: "#ffffff" }) + written;
}

function strike({ left, right, top, height }: Box): string {
  return element("path", {
    d: `M${px(left)} ${px(top + height)}L${px(right)} ${px(top)}`,
    stroke: hues.cancelled,
    "stroke-opacity": "0.5",
  });
}

/** An empty bar in the row of the unit that had the turn, and a line to the row of the actual chair. */
function ghost({ departure, nominal, chair, startsOn, endsOn, isCancelled }: AgendaTerm, pen: Pen): string {
  if (departure === undefined || nominal.kind !== "unit" || isCancelled) return "";
  const row = pen.layout.rowOf(nominal.unit);
  const other = pen.layout.rowFor(chair);
  if (!row || !other) return "";
  const hue = hues[departure.kind];
  const box = boxIn(pen, row, { from: startsOn, until: endsOn }, 22);
  const [from, to] = row.top < other.top ? [row, other] : [other, row];
  const ends = [from.top + (rowHeight + 22) / 2, to.top + (rowHeight - 22) / 2];
  return (
    bar(box, { fill: "#ffffff", stroke: hue, "stroke-dasharray": "2 2.5", class: "turn" }) +
    element("line", {
      x1: (box.left + box.right) / 2,
      x2: (box.left + box.right) / 2,
      y1: ends[0],
      y2: ends[1],
      stroke: hue,
      "stroke-dasharray": "1.5 2.5",
    })
  );
}

function deputyBar({ deputy, certainty, startsOn, endsOn, isCancelled }: AgendaTerm, pen: Pen): string {
  const row = deputy === undefined ? undefined : pen.layout.rowOf(deputy);
  if (!row || isCancelled) return "";
  const box = boxIn(pen, row, { from: startsOn, until: endsOn }, 14);
  return (
    bar(box, { ...barLook(hues.deputy, certainty), class: "deputy" }) +
    wordsIn(box, pen.language.bar.deputy, certainty === "served" ? "#ffffff" : ink, 10.5)
  );
}

function interims({ interims: all, endsOn }: AgendaTerm, pen: Pen): string[] {
  return all.map(({ unit, from, until = endsOn }) => {
    const row = pen.layout.rowOf(unit);
    if (!row) return "";
    const box = { ...boxIn(pen, row, { from, until }, 12), top: row.top + rowHeight - 14 };
    return (
      bar(box, { fill: hues.interim, class: "interim" }) +
      wordsIn(box, pen.language.bar.interim, "#ffffff", 9.5)
    );
  });
}
