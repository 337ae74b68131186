import { dayOfNames, type NamesByDay, namesIn } from "../calendar/printable.ts";
import type { Agenda, AgendaHandover, AgendaTerm } from "../chair-rotation/questions/agenda.ts";
import { derivedId } from "../kernel/ids.ts";
import { addDays, type CivilDate } from "../kernel/time.ts";
import type { Say } from "../minutes/language.ts";
import { absences, changeArrows, changeMark, type PlacedChange, suspensions } from "./change-marks.ts";
import { document } from "./document.ts";
import { flagBand, type Held, heldIn } from "./flag-band.ts";
import { boundary, columns, edge, rows, text } from "./frame.ts";
import { handoverMark } from "./handover-mark.ts";
import type { TimelineLanguage } from "./language.ts";
import { type Layout, layoutOf, margin } from "./layout.ts";
import { legendOf, marksIn } from "./legend.ts";
import { element, wrapped } from "./markup.ts";
import { type Pen, termMarks } from "./term-marks.ts";

export type TimelineOptions = {
  language: TimelineLanguage;
  /** Names of the units and the bloc on a day. The default is the name in the events; without one, the id. */
  names?: NamesByDay;
};

const [titleSize, titleLeading] = [20, 26];

/**
 * The rotation as a picture: a self-contained SVG with time from left to right and a row for each unit. It shows
 * chair, deputy, swaps, substitutes, interims, vacancies and handovers, who joins, leaves, merges or is split up, who
 * has the rotating flag, and where facts end and plans begin. Certainty is a pattern, and each kind has a sign, so that
 * it can be read in grey print; it has colours of its own on a dark screen. It has a title and a description, and no
 * font, script or link from elsewhere. Equal arguments give equal text.
 */
export function timeline(agenda: Agenda, { language, names }: TimelineOptions): string {
  const { terms, bloc } = agenda;
  const named = namesIn(agenda, names);
  const sayOn = (day: CivilDate) => language.say(named(day));
  const last = addDays(terms.at(-1)?.endsOn ?? "1970-01-01", -1);
  const writing = { language, say: sayOn(last), sayOn };
  const title = language.title(named(last)(bloc));
  const rowNames = {
    // A row has the last name of its unit in the picture, and the one before.
    nameOf(unit: string) {
      const [name = "", former] = namesThrough(agenda, unit, { named, last })
        .map((one) => one.name)
        .toReversed();
      return former === undefined ? name : language.renamed(name, former);
    },
    namesOf: (unit: string) =>
      namesThrough(agenda, unit, { named, last })
        .map(({ name, from }, at) => (at === 0 ? name : `${name} (${writing.say.date(from)})`))
        .join(" → "),
    nobody: language.nobody,
    others: (count: number) => language.others(count, writing.say),
  };
  const { width } = layoutOf(agenda, { ...rowNames, top: 0 });
  const titleLines = wrapped(title, titleSize, width - 2 * margin, 3);
  const headBottom = margin + titleLines.length * titleLeading + 22;
  const layout = layoutOf(agenda, { ...rowNames, top: headBottom + 40 });
  const hatch = `h${derivedId("timeline", bloc, language.code, terms[0]?.term ?? "", String(terms.length))}`;
  const handovers = handoversIn(agenda);
  const changes = changesIn(agenda);
  const flag = heldIn(agenda.flag, flagUntil(terms), layout);
  const top = layout.plot.bottom + (layout.isTall ? 52 : 34);
  const pen = { ...writing, layout, hatch, flags: flagsAt(handovers, layout) };
  const behind = { absent: absences(changes, layout), suspended: suspensions(agenda.suspensions, pen) };
  const isThere = { isAbsent: behind.absent.length > 0, isSuspended: behind.suspended.length > 0 };
  const legend = legendOf(marksIn({ ...agenda, handovers, changes, flag }, isThere), language, {
    top,
    width,
    hatch,
  });
  const size = { width, height: top + legend.height + margin - 8 };
  return document({ ...size, title, hatch, code: language.code }, describe({ ...agenda, changes }, writing), [
    ...titleLines.map((line, at) => text(margin, margin + 18 + at * titleLeading, titleSize, line, "bold")),
    text(margin, headBottom - 8, 13, subtitle(agenda, { ...writing, layout })),
    columns(terms, layout, writing.say),
    rows(layout),
    element("g", { class: "absences" }, ...behind.absent),
    element("g", { class: "suspensions" }, ...behind.suspended),
    ...marks({ ...agenda, handovers, changes, flag }, pen),
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
function marks({ terms, handovers, changes, flag }: Shown, pen: Pen): string[] {
  const chaired = element("g", { class: "terms" }, ...terms.map((term) => termMarks(term, pen)));
  const given = element("g", { class: "handovers" }, ...handovers.map((one) => handoverMark(one, pen)));
  const changed = element("g", { class: "changes" }, ...changes.map((one) => changeMark(one, pen)));
  const band = flagBand(flag, pen);
  const arrows = element("g", { class: "arrows" }, ...changes.map((one) => changeArrows(one, pen)));
  return [arrows, ...(pen.layout.isDense ? [given, chaired] : [chaired, given]), band, changed];
}

/** The names that a unit has in the picture, one after the other, and the days since when. */
function namesThrough(
  { names }: Agenda,
  unit: string,
  { named, last }: { named: ReturnType<typeof namesIn>; last: CivilDate },
): { name: string; from: CivilDate }[] {
  const days = (names.get(unit) ?? []).map(({ from }) => from).filter((from) => from <= last);
  const called = (days.length > 0 ? days : [last]).map((from) => ({ name: named(from)(unit), from }));
  return called.filter(({ name }, at) => name !== called[at - 1]?.name);
}

type Shown = Pick<Agenda, "terms" | "handovers"> & {
  changes: readonly PlacedChange[];
  flag: readonly Held[];
};

/** The changes of the roster within the picture. */
function changesIn({ terms, changes }: Agenda) {
  const [first, end] = [terms[0]?.startsOn ?? "", terms.at(-1)?.endsOn ?? ""];
  const within = changes.filter(({ on }) => on >= first && on < end);
  return within.map((change, at) => ({
    ...change,
    nth: within.slice(0, at).filter(({ on }) => on === change.on).length,
  }));
}

/** The flag is where it is up to the end of the last term that has begun. */
function flagUntil(terms: readonly AgendaTerm[]) {
  const end = terms.at(-1)?.endsOn ?? "";
  return { until: terms.findLast(({ certainty }) => certainty === "served")?.endsOn ?? end, end };
}

/** Where a flag stands at the beginning of a bar. */
function flagsAt(handovers: readonly AgendaHandover[], layout: Layout): Pen["flags"] {
  return handovers.flatMap(({ to, on, flag }) => {
    const row = layout.rowOf(to);
    return row && flag ? [{ row, x: layout.x(on) }] : [];
  });
}

type Writing = { language: TimelineLanguage; say: Say; sayOn: (day: CivilDate) => Say };

/** A text for readers who cannot see the picture: a line for each term, change of the roster and suspension. */
function describe(
  { terms, changes, suspensions: suspended }: Pick<Agenda, "terms" | "changes" | "suspensions">,
  { language, sayOn }: Writing,
): string {
  if (terms.length === 0) return language.empty;
  const lines = terms.map((term) => {
    const { summary, details } = language.term(term, sayOn(dayOfNames(term)));
    return `${summary}. ${details.join("; ")}.`;
  });
  const end = terms.at(-1)?.endsOn ?? "";
  const first = terms[0]?.startsOn ?? "";
  const told = suspended.flatMap(({ unit, from, until }) =>
    from < end && (until === undefined || until > first)
      ? [`${language.suspended({ unit, from, through: until && addDays(until, -1) }, sayOn(from))}.`]
      : [],
  );
  return [
    ...lines,
    ...changes.map((change) => `${language.change(change, sayOn(change.on))}.`),
    ...told,
  ].join("\n");
}

function subtitle({ terms }: Agenda, { language, say, layout }: Writing & { layout: Layout }): string {
  const [first, last] = [terms[0], terms.at(-1)];
  if (!first || !last) return language.empty;
  const special = [{ kind: "vacant" }, { kind: "open", among: [] }] as const;
  const nobody =
    special.filter((seat) => layout.rowFor(seat) !== undefined).length +
    (layout.flagRow ? 1 : 0) +
    (layout.folded.length > 0 ? 1 - layout.folded.length : 0);
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
