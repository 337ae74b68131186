import { printable } from "../calendar/printable.ts";
import type { Agenda, AgendaHandover, AgendaTerm } from "../chair-rotation/questions/agenda.ts";
import { derivedId } from "../kernel/ids.ts";
import { addDays } from "../kernel/time.ts";
import type { Say, UnitNames } from "../minutes/language.ts";
import { document } from "./document.ts";
import { boundary, columns, edge, rows, text } from "./frame.ts";
import { handoverMark } from "./handover-mark.ts";
import type { TimelineLanguage } from "./language.ts";
import { type Layout, layoutOf, margin } from "./layout.ts";
import { legendOf, marksIn } from "./legend.ts";
import { element, wrapped } from "./markup.ts";
import { type Pen, termMarks } from "./term-marks.ts";

export type TimelineOptions = {
  language: TimelineLanguage;
  /** Names of the units and the bloc. The default is the name in the events; without one, the id. */
  names?: UnitNames;
};

const [titleSize, titleLeading] = [20, 26];

/**
 * The rotation as a picture: a self-contained SVG with time from left to right and a row for each unit. It shows
 * chair, deputy, swaps, substitutes, interims, vacancies and handovers, and where facts end and plans begin. It has a
 * title and a description, and no font, script or link from elsewhere. Equal arguments give equal text.
 */
export function timeline(agenda: Agenda, { language, names }: TimelineOptions): string {
  const { terms, bloc } = agenda;
  const nameOf = (id: string) => printable(names?.(id) ?? agenda.names.get(id) ?? id);
  const writing = { language, say: language.say(nameOf) };
  const title = language.title(nameOf(bloc));
  const { width } = layoutOf(agenda, { nameOf, nobody: language.nobody, top: 0 });
  const titleLines = wrapped(title, titleSize, width - 2 * margin, 3);
  const headBottom = margin + titleLines.length * titleLeading + 22;
  const layout = layoutOf(agenda, { nameOf, nobody: language.nobody, top: headBottom + 40 });
  const hatch = `h${derivedId("timeline", bloc, language.code, terms[0]?.term ?? "", String(terms.length))}`;
  const handovers = handoversIn(agenda);
  const top = layout.plot.bottom + (layout.isTall ? 52 : 34);
  const legend = legendOf(marksIn(terms, handovers), language, { top, width, hatch });
  const size = { width, height: top + legend.height + margin - 8 };
  return document({ ...size, title, hatch, code: language.code }, describe(terms, writing), [
    ...titleLines.map((line, at) => text(margin, margin + 18 + at * titleLeading, titleSize, line, "bold")),
    text(margin, headBottom - 8, 13, subtitle(agenda, { ...writing, layout })),
    columns(terms, layout, writing.say),
    rows(layout),
    ...marks({ terms, handovers }, { ...writing, layout, hatch }),
    boundary(terms, layout, language),
    edge(layout),
    legend.markup,
  ]);
}

/** The handovers within the picture. A chair that stays on hands nothing over. */
function handoversIn({ terms, handovers }: Agenda): AgendaHandover[] {
  const end = terms.at(-1)?.endsOn ?? "";
  return handovers.filter(({ from, to, on }) => from !== to && on < end);
}

/** Where terms are narrow, the lines of the handovers are drawn behind them. */
function marks({ terms, handovers }: Pick<Agenda, "terms" | "handovers">, pen: Pen): string[] {
  const chaired = element("g", { class: "terms" }, ...terms.map((term) => termMarks(term, pen)));
  const given = element("g", { class: "handovers" }, ...handovers.map((one) => handoverMark(one, pen)));
  return pen.layout.isDense ? [given, chaired] : [chaired, given];
}

type Writing = { language: TimelineLanguage; say: Say };

/** A text for readers who cannot see the picture: one line for each term. */
function describe(terms: readonly AgendaTerm[], { language, say }: Writing): string {
  if (terms.length === 0) return language.empty;
  return terms
    .map((term) => {
      const { summary, details } = language.term(term, say);
      return `${summary}. ${details.join("; ")}.`;
    })
    .join("\n");
}

function subtitle({ terms }: Agenda, { language, say, layout }: Writing & { layout: Layout }): string {
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
