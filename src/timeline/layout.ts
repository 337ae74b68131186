import type { Agenda, AgendaTerm } from "../chair-rotation/agenda.ts";
import type { Seat } from "../chair-rotation/nominal.ts";
import { type CivilDate, daysBetween } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { widthOf, wrapped } from "./markup.ts";

/** A row of the picture: a unit, or what stands for nobody. `top` is its upper edge. */
export type Row = { label: readonly string[]; name: string; top: number };

/** Where everything stands, in CSS pixels from the upper left. */
export type Layout = {
  width: number;
  plot: { left: number; top: number; right: number; bottom: number };
  rows: readonly Row[];
  /** The row of a unit; undefined where it has none. */
  rowOf: (unit: UnitId) => Row | undefined;
  /** The row of a chair: the unit's, the one for vacant terms, or the one for chairs that are still open. */
  rowFor: (seat: Seat) => Row | undefined;
  x: (date: CivilDate) => number;
  /** How many terms share one label of the axis. */
  labelEvery: number;
  /** Terms too narrow for marks of their own at both ends. */
  isDense: boolean;
  /** Too many rows to see the axis from the last. */
  isTall: boolean;
};

export const rowHeight = 38;
export const margin = 24;
export const labelSize = 13;
const [widthMin, widthWide, termMin, termMax] = [860, 1_120, 12, 96];
const [labelWidthMin, labelWidthMax] = [90, 230];

/** Lays out rows by the first term in which each unit has a part; `special` are the names of the rows for nobody. */
export function layoutOf(
  { terms, handovers }: Pick<Agenda, "terms" | "handovers">,
  nameOf: (unit: UnitId) => string,
  special: { vacant: string; open: string },
  top: number,
): Layout {
  const units = unitsOf(terms);
  const names = [
    ...units.map(nameOf),
    ...(terms.some(hasVacancy) ? [special.vacant] : []),
    ...(terms.some(({ chair }) => chair.kind === "open") ? [special.open] : []),
  ];
  const room = Math.max(...names.map((name) => widthOf(name, labelSize)), 0);
  const labelWidth = Math.min(Math.max(room + 4, labelWidthMin), labelWidthMax);
  const rows = names.map((name, at) => ({
    name,
    label: wrapped(name, labelSize, labelWidth, 2),
    top: top + at * rowHeight,
  }));
  const byUnit = new Map(units.map((unit, at) => [unit, rows[at]]));
  const rowNamed = (name: string, from: number) => rows.slice(from).find((row) => row.name === name);
  const left = margin + labelWidth + 12;
  const wanted = Math.min(terms.length * termMax, widthWide - left - margin);
  const plotWidth = Math.max(wanted, terms.length * termMin, widthMin - left - margin);
  const first = terms[0]?.startsOn ?? "1970-01-01";
  const days = Math.max(daysBetween(first, terms.at(-1)?.endsOn ?? first), 1);
  const labelWidths = terms.map(({ term }) => widthOf(term, 12) + 10);
  const right = left + plotWidth;
  return {
    width: right + margin,
    plot: { left, top, right, bottom: top + rows.length * rowHeight },
    rows,
    rowOf: (unit) => byUnit.get(unit),
    rowFor: (seat) =>
      seat.kind === "unit"
        ? byUnit.get(seat.unit)
        : rowNamed(seat.kind === "vacant" ? special.vacant : special.open, units.length),
    // A handover may be some weeks before the first term.
    x: (date) => Math.min(Math.max(left + (daysBetween(first, date) * plotWidth) / days, left), right),
    labelEvery: labelsEvery((Math.max(...labelWidths, 1) * terms.length) / plotWidth, days / terms.length),
    isDense: plotWidth / terms.length < 22,
    isTall: rows.length > 12,
  };

  function unitsOf(all: readonly AgendaTerm[]): UnitId[] {
    const found = new Set<UnitId>();
    for (const { chair, tenures } of all) {
      if (chair.kind === "unit") found.add(chair.unit);
      for (const { unit } of tenures) if (unit !== undefined) found.add(unit);
    }
    for (const { nominal, deputy, interims, chair } of all) {
      if (chair.kind === "open") for (const unit of chair.among) found.add(unit);
      if (nominal.kind === "unit") found.add(nominal.unit);
      if (deputy !== undefined) found.add(deputy);
      for (const { unit } of interims) found.add(unit);
    }
    for (const { from, to } of handovers) found.add(from).add(to);
    return [...found];
  }
}

export function hasVacancy({ chair, tenures }: AgendaTerm): boolean {
  return tenures.length > 0 ? tenures.some(({ unit }) => unit === undefined) : chair.kind === "vacant";
}

/** At least so many terms a label; whole years where terms are shorter, so that each label is of the same part. */
function labelsEvery(least: number, daysEach: number): number {
  const perYear = Math.max(Math.round(365 / daysEach), 1);
  return least <= 1 ? 1 : everyRound(least / perYear) * perYear;
}

/** The next of 1, 2, 5, 10, 20, 50 ... that is not below `least`. */
function everyRound(least: number): number {
  for (let unit = 1; ; unit *= 10) for (const step of [1, 2, 5]) if (step * unit >= least) return step * unit;
}
