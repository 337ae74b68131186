import { dayOfNames } from "../calendar/printable.ts";
import type { AgendaTerm } from "../chair-rotation/questions/agenda.ts";
import type { CivilDate } from "../kernel/time.ts";
import type { Say } from "../minutes/language.ts";
import type { TimelineLanguage } from "./language.ts";
import { type Layout, lostTurn, type Row, rowHeight } from "./layout.ts";
import {
  barLook,
  cancelledLook,
  hues,
  ink,
  interimLook,
  openLook,
  paper,
  turnLook,
  vacantLook,
} from "./look.ts";
import { type Attributes, element, escaped, px, widthOf } from "./markup.ts";

/** What is needed to draw the bars of a term. `flags` are the places of the handovers with a flag, by row. */
export type Pen = {
  layout: Layout;
  language: TimelineLanguage;
  say: Say;
  /** The same with the names of a day. */
  sayOn: (day: CivilDate) => Say;
  hatch: string;
  flags: readonly { row: Row; x: number }[];
};

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

/** The words in a bar, if there is room for them: in a solid bar as they are, over a pattern on a plate. */
function wordsIn({ left, right, top, height }: Box, words: string, isSolid: boolean, size = 11.5): string {
  const width = widthOf(words, size);
  if (width + 6 > right - left) return "";
  const [x, y] = [(left + right) / 2, top + height / 2 + size * 0.36];
  const inset = Math.min(3, Math.max((height - size - 2) / 2, 1));
  const text = { x, y, "text-anchor": "middle", "font-size": size, fill: isSolid ? paper : ink };
  const box = {
    left: x - width / 2 - 2,
    right: x + width / 2 + 2,
    top: top + inset,
    height: height - 2 * inset,
  };
  return (isSolid ? "" : bar(box, { fill: paper })) + element("text", text, escaped(words));
}

/** What tells a swap and a substitute from a chair by turn without a colour: two arrows, and a diamond. */
export function signAt(kind: "swap" | "substitute", x: number, y: number, reach: number, stroke: string) {
  const r = Math.min(reach, 6);
  const d =
    kind === "swap"
      ? `M${px(x - r)} ${px(y - 3)}h${px(2 * r)}l-3 -3M${px(x + r)} ${px(y + 3)}h${px(-2 * r)}l3 3`
      : `M${px(x)} ${px(y - r)}L${px(x + r)} ${px(y)}L${px(x)} ${px(y + r)}L${px(x - r)} ${px(y)}z`;
  return element("path", { d, fill: kind === "swap" ? "none" : stroke, stroke, "stroke-width": 1.4 });
}

const signRoom = 18;

function signIn({ left, right, top, height }: Box, kind: "swap" | "substitute", isSolid: boolean): string {
  const [x, y, reach] = [(left + right) / 2, top + height / 2, (right - left) / 2 - 2];
  const plate = { left: x - reach - 0.5, right: x + reach + 0.5, top: y - 8, height: 16 };
  return (isSolid ? "" : bar(plate, { fill: paper })) + signAt(kind, x, y, reach, isSolid ? paper : ink);
}

/** All marks of one term, as a group whose title says in words what it shows. */
export function termMarks(term: AgendaTerm, pen: Pen): string {
  const { summary, details } = pen.language.term(term, pen.sayOn(dayOfNames(term)));
  const parts = [
    ghost(term, pen),
    ...standBars(term, pen),
    ...deputyBars(term, pen),
    ...seats(term, pen),
    ...interims(term, pen),
  ];
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
  if (isCancelled)
    return (
      bar(box, { ...cancelledLook, class: "cancelled" }) + strike(box) + wordsIn(box, words.cancelled, false)
    );
  if (seat.kind === "vacant")
    return bar(box, { ...vacantLook(pen.hatch), class: "vacant" }) + wordsIn(box, words.vacant, false);
  if (seat.kind === "open")
    return bar(box, { ...openLook(pen.hatch), class: "open" }) + wordsIn(box, "?", false);
  const kind: "chair" | "swap" | "substitute" =
    departure && departure.kind !== "vacant" ? departure.kind : "chair";
  const isSolid = certainty === "served";
  const room = besideFlag(box, row, pen);
  const written =
    kind === "chair"
      ? wordsIn(room, words.chair, isSolid)
      : signed(room, kind, { words: words[kind], isSolid });
  return bar(box, { ...barLook(kind, certainty, pen.hatch), class: kind }) + written;
}

/** A swap or a substitute has its sign, and words before it where there is room. */
function signed(
  box: Box,
  kind: "swap" | "substitute",
  { words, isSolid }: { words: string; isSolid: boolean },
): string {
  const middle = box.right - signRoom;
  const written = wordsIn({ ...box, right: middle }, words, isSolid);
  return written + signIn(written === "" ? box : { ...box, left: middle }, kind, isSolid);
}

/** The room for words in a bar, without a flag that stands at its beginning. */
function besideFlag(box: Box, row: Row, { flags }: Pen): Box {
  const flag = flags.find((one) => one.row === row && one.x > box.left - 14 && one.x < box.left + 24);
  return flag ? { ...box, left: Math.max(box.left, flag.x + 14) } : box;
}

function strike({ left, right, top, height }: Box): string {
  return element("path", {
    d: `M${px(left)} ${px(top + height)}L${px(right)} ${px(top)}`,
    stroke: hues.cancelled,
  });
}

/** An empty bar in the row of the unit that had the turn, and a line to the row of the actual chair. */
function ghost(term: AgendaTerm, pen: Pen): string {
  const lost = lostTurn(term);
  if (!lost || term.isCancelled) return "";
  const { startsOn, endsOn } = term;
  const row = pen.layout.rowOf(lost.unit);
  const other = pen.layout.rowFor(lost.instead);
  if (!row || !other) return "";
  const box = boxIn(pen, row, { from: startsOn, until: endsOn }, 22);
  const [from, to] = row.top < other.top ? [row, other] : [other, row];
  const ends = [from.top + (rowHeight + 22) / 2, to.top + (rowHeight - 22) / 2];
  return (
    bar(box, { ...turnLook, class: "turn" }) +
    element("line", {
      x1: (box.left + box.right) / 2,
      x2: (box.left + box.right) / 2,
      y1: ends[0],
      y2: ends[1],
      stroke: ink,
      "stroke-dasharray": "1.5 2.5",
    })
  );
}

/** A narrow bar in the row of each unit that may still be chosen. */
function standBars({ chair, startsOn, endsOn, isCancelled }: AgendaTerm, pen: Pen): string[] {
  if (chair.kind !== "open" || isCancelled) return [];
  const rows = new Set(chair.among.flatMap((unit) => pen.layout.sharedRowOf(unit) ?? []));
  return [...rows].map((row) =>
    bar(boxIn(pen, row, { from: startsOn, until: endsOn }, 9), { ...openLook(pen.hatch), class: "stands" }),
  );
}

/** A deputy of a coming term has all of it; in a term that has begun each has the days on which it was deputy. */
function deputyBars(term: AgendaTerm, pen: Pen): string[] {
  const { deputy, deputies, certainty, startsOn, endsOn, isCancelled } = term;
  if (isCancelled) return [];
  const planned = deputy === undefined ? [] : [{ unit: deputy, from: startsOn, until: endsOn }];
  return (certainty === "served" ? deputies : planned).map(({ unit, ...span }) => {
    const row = unit === undefined ? undefined : pen.layout.rowOf(unit);
    if (!row) return "";
    const box = boxIn(pen, row, span, 14);
    return (
      bar(box, { ...barLook("deputy", certainty, pen.hatch), class: "deputy" }) +
      wordsIn(box, pen.language.bar.deputy, certainty === "served", 10)
    );
  });
}

function interims({ interims: all, endsOn }: AgendaTerm, pen: Pen): string[] {
  return all.map(({ unit, from, until = endsOn }) => {
    const row = pen.layout.rowOf(unit);
    if (!row) return "";
    const box = { ...boxIn(pen, row, { from, until }, 12), top: row.top + rowHeight - 14 };
    return bar(box, { ...interimLook, class: "interim" }) + wordsIn(box, pen.language.bar.interim, true, 9.5);
  });
}
