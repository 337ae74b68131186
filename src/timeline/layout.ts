import type { Seat } from "../chair-rotation/forecast/explanation.ts";
import type { Agenda, AgendaTerm } from "../chair-rotation/questions/agenda.ts";
import { type CivilDate, daysBetween } from "../kernel/time.ts";
import type { UnitId } from "../vocabulary/unit.ts";
import { widthOf, wrapped } from "./markup.ts";

/** A row of the picture, for a unit or for nobody. `name` is all of it, on demand; `top` is its upper edge. */
export type Row = { label: readonly string[]; name: string; top: number };

/** The positions of everything, in CSS pixels from the upper left. */
export type Layout = {
  width: number;
  plot: { left: number; top: number; right: number; bottom: number };
  rows: readonly Row[];
  /** The row of a unit; undefined if it has none. */
  rowOf: (unit: UnitId) => Row | undefined;
  /** The same, or the row that it shares. */
  sharedRowOf: (unit: UnitId) => Row | undefined;
  /** The row for who has the flag. */
  flagRow: Row | undefined;
  /** The units of which there is nothing to show; they share one row. */
  folded: readonly UnitId[];
  /** The row of a chair: the unit's row, the row for vacant terms, or the row for chairs that are still open. */
  rowFor: (seat: Seat) => Row | undefined;
  x: (date: CivilDate) => number;
  /** The number of terms for each label of the axis. */
  labelEvery: number;
  /** The terms are too narrow for marks at both ends. */
  isDense: boolean;
  /** There are so many rows that the axis is out of sight at the last one. */
  isTall: boolean;
};

export const rowHeight = 38;
export const margin = 24;
export const labelSize = 13;
const [widthMin, widthWide, termMin, termMax] = [860, 1_120, 12, 96];
const [labelWidthMin, labelWidthMax] = [90, 230];

type Nobody = { vacant: string; open: string; flag: string };
type Shown = Pick<Agenda, "terms" | "handovers" | "changes" | "suspensions" | "flag">;

/** Sorts the rows by the first term of each unit. `nobody` holds the names of the rows that belong to no unit. */
export function layoutOf(
  agenda: Shown,
  {
    nameOf,
    namesOf,
    nobody,
    others,
    top,
  }: Record<"nameOf" | "namesOf", (unit: UnitId) => string> & {
    nobody: Nobody;
    others: (count: number) => string;
    top: number;
  },
): Layout {
  const { terms } = agenda;
  const { units, folded } = unitsOf(agenda);
  const kinds = [
    ...(terms.some(hasVacancy) ? (["vacant"] as const) : []),
    ...(terms.some(({ chair }) => chair.kind === "open") ? (["open"] as const) : []),
  ];
  const names = [...units.map(nameOf), ...kinds.map((kind) => nobody[kind])];
  const foldedLabel = folded.length > 0 ? [others(folded.length)] : [];
  const flag = agenda.flag.length > 0 ? [nobody.flag] : [];
  const { rows: labelled, labelWidth } = rowsOf([...names, ...foldedLabel, ...flag], top);
  const rows = labelled.map((row, at) => {
    const unit = units[at];
    return unit === undefined ? row : { ...row, name: namesOf(unit) };
  });
  if (folded.length > 0) {
    const row = rows[names.length];
    if (row) rows[names.length] = { ...row, name: folded.map(namesOf).join("\n") };
  }
  const byUnit = new Map(units.map((unit, at) => [unit, rows[at]]));
  const byKind = new Map<Seat["kind"], Row | undefined>(
    kinds.map((kind, at) => [kind, rows[units.length + at]]),
  );
  const scale = scaleOf(terms, margin + labelWidth + 12);
  return {
    ...scale,
    width: scale.right + margin,
    plot: { left: scale.left, top, right: scale.right, bottom: top + rows.length * rowHeight },
    rows,
    folded,
    flagRow: flag.length > 0 ? rows.at(-1) : undefined,
    rowOf: (unit) => byUnit.get(unit),
    sharedRowOf: (unit) => byUnit.get(unit) ?? (folded.includes(unit) ? rows[names.length] : undefined),
    rowFor: (seat) => (seat.kind === "unit" ? byUnit.get(seat.unit) : byKind.get(seat.kind)),
    isTall: rows.length > 12,
  };
}

function rowsOf(names: readonly string[], top: number): { rows: Row[]; labelWidth: number } {
  const room = names.reduce((most, name) => Math.max(most, widthOf(name, labelSize)), 0);
  const labelWidth = Math.min(Math.max(room + 4, labelWidthMin), labelWidthMax);
  const rows = names.map((name, at) => {
    const label = wrapped(name, labelSize, labelWidth, 2);
    return { name, label, top: top + at * rowHeight };
  });
  return { rows, labelWidth };
}

function scaleOf(terms: readonly AgendaTerm[], left: number) {
  const wanted = Math.min(terms.length * termMax, widthWide - left - margin);
  const plotWidth = Math.max(wanted, terms.length * termMin, widthMin - left - margin);
  const right = left + plotWidth;
  const first = terms[0]?.startsOn ?? "1970-01-01";
  const days = Math.max(daysBetween(first, terms.at(-1)?.endsOn ?? first), 1);
  const labelWidth = terms.reduce((most, { term }) => Math.max(most, widthOf(term, 12) + 10), 1);
  return {
    left,
    right,
    // A handover may come some weeks before the first term.
    x: (date: CivilDate) =>
      Math.min(Math.max(left + (daysBetween(first, date) * plotWidth) / days, left), right),
    labelEvery: labelsEvery((labelWidth * terms.length) / plotWidth, days / terms.length),
    isDense: plotWidth / terms.length < 22,
  };
}

/** The units with a row of their own, and those that only might be chosen, in one row, where they are several. */
function unitsOf({ terms: all, handovers, changes, suspensions, flag }: Shown): {
  units: UnitId[];
  folded: UnitId[];
} {
  const found = new Set<UnitId>();
  for (const { chair, tenures } of all) {
    if (chair.kind === "unit") found.add(chair.unit);
    for (const { unit } of tenures) if (unit !== undefined) found.add(unit);
  }
  for (const { nominal, deputy, deputies, interims } of all) {
    if (nominal.kind === "unit") found.add(nominal.unit);
    if (deputy !== undefined) found.add(deputy);
    for (const { unit } of deputies) if (unit !== undefined) found.add(unit);
    for (const { unit } of interims) found.add(unit);
  }
  for (const { from, to } of handovers) found.add(from).add(to);
  const [first, end] = [all[0]?.startsOn ?? "", all.at(-1)?.endsOn ?? ""];
  for (const { units, into, on } of changes)
    if (on >= first && on < end) for (const unit of [...units, ...into]) found.add(unit);
  for (const { unit, from, until = end } of suspensions) if (from < end && until > first) found.add(unit);
  for (const { custodian, from } of flag)
    if (custodian.kind === "unit" && from < end) found.add(custodian.unit);
  const chosen = all.flatMap(({ chair }) => (chair.kind === "open" ? chair.among : []));
  const rest = [...new Set(chosen)].filter((unit) => !found.has(unit));
  return rest.length > 1 ? { units: [...found], folded: rest } : { units: [...found, ...rest], folded: [] };
}

export function hasVacancy({ chair, tenures }: AgendaTerm): boolean {
  return tenures.length > 0 ? tenures.some(({ unit }) => unit === undefined) : chair.kind === "vacant";
}

/** The unit whose turn the term was, and who takes the chair instead of it: another unit, or nobody. */
export function lostTurn({
  departure,
  nominal,
  chair,
  tenures,
}: AgendaTerm): { unit: UnitId; instead: AgendaTerm["chair"] } | undefined {
  if (departure === undefined || nominal.kind !== "unit") return undefined;
  const first = tenures[0];
  if (first === undefined) return { unit: nominal.unit, instead: chair };
  // A term that began vacant may have got its chair on the same day, also the unit whose turn it was.
  if (first.unit === nominal.unit) return undefined;
  const { unit } = first;
  return { unit: nominal.unit, instead: unit === undefined ? { kind: "vacant" } : { kind: "unit", unit } };
}

/** Whether a unit chairs the term for at least a day; one that left the chair on the day on which it took it does not. */
export function hasChair({ chair, tenures }: AgendaTerm): boolean {
  return tenures.length > 0 ? tenures.some(({ unit }) => unit !== undefined) : chair.kind === "unit";
}

/**
 * At least `least` terms for each label. Where terms are shorter than a year, a label covers whole years, so that each
 * label names the same part of a year.
 */
function labelsEvery(least: number, daysEach: number): number {
  const perYear = Math.max(Math.round(365 / daysEach), 1);
  return least <= 1 ? 1 : everyRound(least / perYear) * perYear;
}

/** The first of 1, 2, 5, 10, 20, 50 ... that is not below `least`. */
function everyRound(least: number): number {
  for (let unit = 1; ; unit *= 10) for (const step of [1, 2, 5]) if (step * unit >= least) return step * unit;
}
