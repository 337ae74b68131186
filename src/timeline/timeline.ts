import { printable } from "../calendar/printable.ts";
import type { Agenda, AgendaTerm } from "../chair-rotation/agenda.ts";
import { derivedId } from "../kernel/ids.ts";
import { addDays } from "../kernel/time.ts";
import type { Say, UnitNames } from "../minutes/language.ts";
import type { TimelineLanguage } from "./language.ts";
import { hasVacancy, type Layout, labelSize, layoutOf, margin, rowHeight } from "./layout.ts";
import { legendOf } from "./legend.ts";
import { handoverMark, hues, ink, marksIn, termMarks } from "./marks.ts";
import { element, escaped, px, widthOf, wrapped } from "./markup.ts";

export type TimelineOptions = {
  language: TimelineLanguage;
  /** What units, and the bloc, are called; by default what the events say, and else the id. */
  names?: UnitNames;
};

const titleSize = 20;

/**
 * The rotation as a picture: a self-contained SVG with time from left to right and a row for each unit, in which
 * chair, deputy, swaps, substitutes, interims, vacancies and handovers are seen at a glance, and what is a fact
 * from what is a plan. It holds its own title and description, and no font, script or link of elsewhere.
 * Equal arguments give equal text.
 */
export function timeline(agenda: Agenda, { language, names }: TimelineOptions): string {
  const { terms, handovers, bloc } = agenda;
  const nameOf = (id: string) => printable(names?.(id) ?? agenda.names.get(id) ?? id);
  const say = language.say(nameOf);
  const special = language.nobody;
  const title = language.title(nameOf(bloc));
  const probe = layoutOf(agenda, nameOf, special, 0);
  const titleLines = wrapped(title, titleSize, probe.width - 2 * margin, 3);
  const headBottom = margin + titleLines.length * 26 + 22;
  const layout = layoutOf(agenda, nameOf, special, headBottom + 40);
  // Who holds over hands nothing over.
  const visible = handovers.filter(({ from, to, on }) => from !== to && on < (terms.at(-1)?.endsOn ?? ""));
  const hatch = `h${derivedId("timeline", bloc, language.code, terms[0]?.term ?? "", String(terms.length))}`;
  const pen = { layout, language, say, hatch };
  const legendTop = layout.plot.bottom + (layout.isTall ? 52 : 34);
  const legend = legendOf(marksIn(terms, visible, hasVacancy), language, {
    top: legendTop,
    width: layout.width,
    hatch,
  });
  const height = legendTop + legend.height + margin - 8;
  const shown = layout.plot;
  const chaired = element("g", { class: "terms" }, ...terms.map((term) => termMarks(term, pen)));
  const given = element("g", { class: "handovers" }, ...visible.map((one) => handoverMark(one, pen)));
  return document(
    { width: layout.width, height, title, hatch, code: language.code },
    describe(terms, { language, say }),
    [
      ...titleLines.map((line, at) => text(margin, margin + 18 + at * 26, titleSize, line, "bold")),
      text(margin, headBottom - 8, 13, subtitle(agenda, { language, say, layout })),
      columns(terms, layout, say),
      rows(layout),
      ...(layout.isDense ? [given, chaired] : [chaired, given]),
      boundary(terms, layout, language),
      element("rect", {
        x: shown.left,
        y: shown.top,
        width: shown.right - shown.left,
        height: shown.bottom - shown.top,
        fill: "none",
        stroke: "#9aa4b1",
      }),
      legend.markup,
    ],
  );
}

function document(
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

type Told = { language: TimelineLanguage; say: Say };

/** For those who do not see the picture: a line each term. */
function describe(terms: readonly AgendaTerm[], { language, say }: Told): string {
  if (terms.length === 0) return language.empty;
  return terms
    .map((term) => {
      const { summary, details } = language.term(term, say);
      return `${summary}. ${details.join("; ")}.`;
    })
    .join("\n");
}

function subtitle({ terms }: Agenda, { language, say, layout }: Told & { layout: Layout }): string {
  const [first, last] = [terms[0], terms.at(-1)];
  if (!first || !last) return language.empty;
  const special = [{ kind: "vacant" }, { kind: "open", among: [] }] as const;
  const nobody = special.filter((seat) => layout.rowFor(seat) !== undefined).length;
  return language.subtitle(
    {
      from: first.startsOn,
      to: addDays(last.endsOn, -1),
      terms: terms.length,
      units: layout.rows.length - nobody,
    },
    say,
  );
}

const text = (x: number, y: number, size: number, words: string, weight?: string) =>
  element("text", { x, y, "font-size": size, "font-weight": weight, fill: ink }, escaped(words));

/** The axis: names of terms, above and for tall pictures below too, and their first days where there is room. */
function columns(terms: readonly AgendaTerm[], { plot, x, labelEvery, isTall }: Layout, say: Say): string {
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
    const day = { ...place, y: plot.top - 8, "font-size": 10, fill: "#5a6675" };
    return [
      (at / labelEvery) % 2 === 0 ? element("rect", { ...shade, fill: "#f2f5f9" }) : "",
      element("line", { x1: left, x2: left, y1: plot.top - 4, y2: plot.bottom, stroke: "#d5dbe3" }),
      name(plot.top - (isDated ? 22 : 8)),
      isDated ? element("text", day, escaped(say.date(startsOn))) : "",
      isTall ? name(plot.bottom + 17) : "",
    ];
  });
  return element("g", { class: "axis" }, ...parts);
}

function rows({ rows: all, plot }: Layout): string {
  const parts = all.flatMap(({ label, name, top }, at) => [
    at === 0 ? "" : element("line", { x1: margin, x2: plot.right, y1: top, y2: top, stroke: "#e3e8ee" }),
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

/** Where facts end and plans begin. */
function boundary(
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
